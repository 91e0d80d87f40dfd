import {
  and,
  asc,
  type Column,
  eq,
  exists,
  gt,
  isNotNull,
  isNull,
  not,
  or,
  type Placeholder,
  sql,
} from 'drizzle-orm';
import { DESKUNDIGE } from '../../shared/advies.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import {
  adviesopeningen,
  adviesvragen,
  bevestigingen,
  casussen,
  compartimenten,
  deelnemers,
  leden,
  medewerkers,
  medewerkerZetels,
  noodtoegangen,
  organisaties,
  regie,
  tafelplaatsen,
  toegangsrechten,
  uitsluitingen,
  waarnemingen,
} from '../database/schema.ts';

/**
 * What is asked of the database each time that somebody looks at a casus, made once: making a question costs more than
 * its answer.
 */
export function vragenVan({ db }: GeopendeDatabase) {
  const casusId = sql.placeholder('casusId');
  return {
    casus: db.select().from(casussen).where(eq(casussen.id, casusId)).prepare(),
    organisaties: db.select({ id: organisaties.id, naam: organisaties.naam }).from(organisaties).prepare(),
    /** Who is in the household, in their order. */
    leden: db
      .select({ id: leden.id, rol: leden.rol })
      .from(leden)
      .where(and(eq(leden.casusId, casusId), isNull(leden.verwijderdOp)))
      .orderBy(asc(leden.volgorde))
      .prepare(),
    /** Of everybody who ever was in the household. */
    alleCompartimenten: db.select().from(compartimenten).where(eq(compartimenten.casusId, casusId)).prepare(),
    /** Of the household and of who is in it. */
    compartimenten: db
      .select()
      .from(compartimenten)
      .where(
        and(
          eq(compartimenten.casusId, casusId),
          or(
            isNull(compartimenten.lidId),
            exists(
              db
                .select({ id: leden.id })
                .from(leden)
                .where(and(eq(leden.id, compartimenten.lidId), isNull(leden.verwijderdOp))),
            ),
          ),
        ),
      )
      .prepare(),
    // Of these what ends after `sinds`, or never: what is over would make each look dearer for ever (ST6).
    rechten: db
      .select()
      .from(toegangsrechten)
      .where(and(eq(toegangsrechten.casusId, casusId), nietVoorbij(toegangsrechten.tot)))
      .prepare(),
    uitsluitingen: db
      .select()
      .from(uitsluitingen)
      .where(and(eq(uitsluitingen.casusId, casusId), nietVoorbij(uitsluitingen.tot)))
      .prepare(),
    noodtoegangen: db
      .select()
      .from(noodtoegangen)
      .where(and(eq(noodtoegangen.casusId, casusId), nietVoorbij(noodtoegangen.tot)))
      .prepare(),
    /** Of the household and of who is in it. */
    bevestigingen: db
      .select()
      .from(bevestigingen)
      .where(
        and(
          eq(bevestigingen.casusId, casusId),
          // Of one that is gone as well: whoever can't tell what it is, tells the operator (ST1).
          not(
            exists(
              db
                .select({ id: leden.id })
                .from(compartimenten)
                .innerJoin(leden, eq(leden.id, compartimenten.lidId))
                .where(
                  and(eq(compartimenten.id, bevestigingen.compartimentId), isNotNull(leden.verwijderdOp)),
                ),
            ),
          ),
        ),
      )
      .prepare(),
    adviesvragen: db.select().from(adviesvragen).where(eq(adviesvragen.casusId, casusId)).prepare(),
    adviesopeningen: db.select().from(adviesopeningen).where(eq(adviesopeningen.casusId, casusId)).prepare(),
    /** Who is let in to the tafelbladen of a casus, in the order in which they came. */
    tafelplaatsen: db
      .select({
        plaats: tafelplaatsen,
        naam: medewerkers.naam,
        functie: medewerkers.functie,
        telefoon: medewerkers.telefoon,
        organisatie: organisaties.naam,
      })
      .from(tafelplaatsen)
      .innerJoin(medewerkers, eq(medewerkers.id, tafelplaatsen.persoonId))
      .innerJoin(organisaties, eq(organisaties.id, medewerkers.organisatieId))
      .where(eq(tafelplaatsen.casusId, casusId))
      .orderBy(asc(tafelplaatsen.van), sql`${tafelplaatsen}.rowid`)
      .prepare(),
    /** Who may take a question for advice on, in the order of the municipality's list. */
    deskundigen: db
      .select({ id: medewerkers.id, naam: medewerkers.naam, organisatie: organisaties.naam })
      .from(medewerkers)
      .innerJoin(organisaties, eq(organisaties.id, medewerkers.organisatieId))
      .innerJoin(medewerkerZetels, eq(medewerkerZetels.medewerkerId, medewerkers.id))
      .where(eq(medewerkerZetels.zetel, DESKUNDIGE))
      .orderBy(asc(medewerkers.volgorde))
      .prepare(),
    /** Names of who has or ever had a seat. */
    ooitAanTafel: db
      .selectDistinct({ naam: medewerkers.naam })
      .from(deelnemers)
      .innerJoin(medewerkers, eq(medewerkers.id, deelnemers.persoonId))
      .where(eq(deelnemers.casusId, casusId))
      .prepare(),
    /** Who holds the regie. */
    regie: db.select().from(regie).where(eq(regie.casusId, casusId)).prepare(),
    /** Who stands in, with the period of their seat. */
    waarnemingen: db
      .select({ waarneming: waarnemingen, zetel: { van: deelnemers.van, tot: deelnemers.tot } })
      .from(waarnemingen)
      .innerJoin(deelnemers, eq(deelnemers.id, waarnemingen.deelnemerId))
      .where(eq(waarnemingen.casusId, casusId))
      .prepare(),
    /** Seats that ended after `sinds`, in the order in which they were taken, with who sits there. */
    deelnemers: db
      .select({ deelnemer: deelnemers, medewerker: medewerkers, organisatie: organisaties })
      .from(deelnemers)
      .innerJoin(medewerkers, eq(medewerkers.id, deelnemers.persoonId))
      .innerJoin(organisaties, eq(organisaties.id, medewerkers.organisatieId))
      .where(and(eq(deelnemers.casusId, casusId), nogNietVoorbij(sql.placeholder('sinds'))))
      .orderBy(asc(deelnemers.volgorde))
      .prepare(),
  };
}

/** What ends after `sinds`, or never; or of which nobody can tell when (ST1). */
function nietVoorbij(tot: Column) {
  return or(isNull(tot), gt(tot, sql.placeholder('sinds')), sql`typeof(${tot}) <> 'integer'`);
}

/** Seats that end after a moment, in ms since 1970, or never. One that ended before it began never holds. */
export function nogNietVoorbij(nu: number | Placeholder) {
  return or(isNull(deelnemers.tot), and(gt(deelnemers.tot, nu), gt(deelnemers.tot, deelnemers.van)));
}
