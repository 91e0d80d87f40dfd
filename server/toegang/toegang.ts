import { and, eq, gte, inArray } from 'drizzle-orm';
import { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import { geldt } from '../../shared/need-to-know/feiten.ts';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import { isMinstens, type Niveau } from '../../shared/need-to-know/niveaus.ts';
import type { Casusbeeld, Casussen, CompartimentRij, Deelneming } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { compartimenten, openingen, sessies } from '../database/schema.ts';
import { Luisteraars } from '../http/luisteraars.ts';
import type { Wie } from '../http/route.ts';
import { magNiet, nietGevonden } from '../http/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Omgeving } from '../omgeving.ts';
import { isOpslagfout } from '../opslagfout.ts';
import { type Genoemden, Kijk } from './kijk.ts';

export { type Genoemden, Kijk } from './kijk.ts';
export { verloor, volgendeGrens } from './verandering.ts';
export { compartimentVoor, deelnemerVoor } from './vorm.ts';

/**
 * Who may see what: makes the `Kijk` through which everything reaches a person, keeps which compartments a session
 * has opened, and tells who listens when somebody's view may have changed.
 */
export class Toegang {
  readonly regels: Regelboek;
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #logboek: Logboek;
  readonly #casussen: Casussen;
  #genoemden: Genoemden = () => new Set();
  /** Who is kept out of a casus because taking their right away could not be written (SY5). */
  readonly #buiten = new Map<string, Set<string>>();

  /** What may be seen in a casus changed; whoever sends to people decides again before this returns (NK7). */
  readonly opZicht = new Luisteraars<{ casusId: string }>();
  /** A person's level dropped: what is under way to them is ended before the answer (NK7). */
  readonly opVerlies = new Luisteraars<{ casusId: string; medewerkerId: string }>();
  /** A session opened compartments: from now on it may hear of what changes in them. */
  readonly opOpening = new Luisteraars<{ casusId: string; sessieId: string }>();

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    logboek: Logboek;
    casussen: Casussen;
    regels: Regelboek;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#logboek = behoeften.logboek;
    this.#casussen = behoeften.casussen;
    this.regels = behoeften.regels;
  }

  /** Connects who knows which kaarten name whom. */
  verbindGenoemden(genoemden: Genoemden): void {
    this.#genoemden = genoemden;
  }

  /**
   * How somebody looks at a casus now, or null: there is no such casus, or they don't take part (NK1).
   * @param beeld the casus as read before, when several people look at the same moment.
   */
  kijk(casusId: string, wie: Wie, beeld = this.#casussen.beeld(casusId)): Kijk | null {
    const nu = this.#omgeving.nu();
    const ik = beeld?.deelnemers.find(
      (deelnemer) => deelnemer.medewerkerId === wie.medewerkerId && geldt(deelnemer, nu),
    );
    if (beeld === null || ik === undefined) return null;
    if (this.#buiten.get(casusId)?.has(wie.medewerkerId)) return null;
    return new Kijk({
      beeld,
      beslisser: new Beslisser(beeld, this.regels, nu),
      ik,
      wie,
      geopend: this.#geopend(beeld, ik, wie),
      genoemden: this.#genoemden,
    });
  }

  /** The same, for a route. @throws Weigering 404 (NK5) */
  eisKijk(casusId: string, wie: Wie): Kijk {
    const kijk = this.kijk(casusId, wie);
    if (kijk === null) throw nietGevonden();
    return kijk;
  }

  /** For what only the regisseur does. @throws Weigering 404 or 403 */
  eisRegisseur(casusId: string, wie: Wie): Kijk {
    return this.eisRegie(this.eisKijk(casusId, wie));
  }

  /** The same, of a look that is at hand. @throws Weigering 403 */
  eisRegie(kijk: Kijk): Kijk {
    if (!kijk.ik.regisseur) {
      throw magNiet(
        'alleen_regisseur',
        `Dit doet de regisseur. Vraag het ${kijk.regisseur?.naam ?? 'de regisseur'}.`,
      );
    }
    return kijk;
  }

  /** Records that a session looks into compartments: a real look, logged before anything is answered (NK10). */
  legOpeningVast(kijk: Kijk, nieuw: readonly CompartimentRij[]): void {
    if (nieuw.length === 0) return;
    this.#database.transactie(() => {
      for (const compartiment of nieuw) {
        this.#database.db
          .insert(openingen)
          .values({ sessieId: kijk.wie.sessieId, compartimentId: compartiment.id, op: this.#omgeving.nu() })
          .onConflictDoUpdate({
            target: [openingen.sessieId, openingen.compartimentId],
            set: { op: this.#omgeving.nu() },
          })
          .run();
        this.#logboek.schrijf({
          handeling: 'geopend',
          medewerkerId: kijk.wie.medewerkerId,
          vanuit: kijk.ik,
          casusId: kijk.beeld.id,
          compartimentId: compartiment.id,
          regel: kijk.regelVoor(compartiment),
        });
      }
    });
    kijk.opende(nieuw);
    this.opOpening.meld({ casusId: kijk.beeld.id, sessieId: kijk.wie.sessieId });
  }

  /** Opens, and logs, what opens by itself and this session hasn't opened yet. @returns whether there was any */
  openVanzelf(kijk: Kijk): boolean {
    const nieuw = kijk
      .leesbaar()
      .filter((compartiment) => kijk.opentVanzelf(compartiment) && !kijk.geopend.has(compartiment.id));
    this.legOpeningVast(kijk, nieuw);
    return nieuw.length > 0;
  }

  /** Whether this person opened anything of the casus since they took this seat, in any session. */
  heeftOoitGeopend(kijk: Kijk): boolean {
    return (
      this.#database.db
        .select({ op: openingen.op })
        .from(openingen)
        .innerJoin(sessies, eq(sessies.id, openingen.sessieId))
        .innerJoin(compartimenten, eq(compartimenten.id, openingen.compartimentId))
        .where(
          and(
            eq(sessies.medewerkerId, kijk.wie.medewerkerId),
            eq(compartimenten.casusId, kijk.beeld.id),
            gte(openingen.op, kijk.ik.van),
          ),
        )
        .get() !== undefined
    );
  }

  /**
   * Carries out a command that changes who may see what. Writes, logs the levels that changed, forgets openings that
   * no longer hold, and only then tells who listens; when it returns, the change holds everywhere (NK7).
   *
   * SY5: when the disk fails, the command fails, and yet whoever would have lost something is out of the casus until
   * it succeeds, or until the process starts again: better too few eyes for a while than one too many.
   * @param betreft whose seat it is about: all that is known when the disk fails before the levels were compared
   */
  wijzigZicht<T>(casusId: string, door: Kijk, werk: () => T, betreft?: string): T {
    const voor = this.#casussen.beeld(casusId);
    let verliezers: readonly string[] | null = null;
    let uitkomst: T | undefined;
    try {
      this.#database.transactie(() => {
        uitkomst = werk();
        const wijzigingen = this.#vergelijk(voor, this.#casussen.beeld(casusId));
        verliezers = wijzigingen.filter(({ verloor }) => verloor).map(({ medewerkerId }) => medewerkerId);
        this.#verwerkNiveaus(casusId, door, wijzigingen);
      });
    } catch (fout) {
      if (isOpslagfout(fout))
        this.#houdBuiten(casusId, verliezers ?? (betreft === undefined ? [] : [betreft]));
      throw fout;
    }
    const geraakt = [...(verliezers ?? []), ...(betreft === undefined ? [] : [betreft])];
    for (const medewerkerId of geraakt) this.#buiten.get(casusId)?.delete(medewerkerId);
    for (const medewerkerId of verliezers ?? []) this.opVerlies.meld({ casusId, medewerkerId });
    this.opZicht.meld({ casusId });
    // `werk` has run when the transaction succeeded.
    return uitkomst as T;
  }

  #houdBuiten(casusId: string, medewerkerIds: readonly string[]): void {
    const buiten = this.#buiten.get(casusId) ?? new Set();
    this.#buiten.set(casusId, buiten);
    for (const medewerkerId of medewerkerIds) {
      buiten.add(medewerkerId);
      this.opVerlies.meld({ casusId, medewerkerId });
    }
    this.opZicht.meld({ casusId });
  }

  /** Every level that differs, by person. */
  #vergelijk(voor: Casusbeeld | null, na: Casusbeeld | null): Niveauwijzigingen[] {
    const nu = this.#omgeving.nu();
    const was = niveaus(voor, this.regels, nu);
    const wordt = niveaus(na, this.regels, nu);
    const perPersoon = new Map<string, Niveauwijzigingen>();
    for (const sleutel of new Set([...was.keys(), ...wordt.keys()])) {
      const van = was.get(sleutel) ?? 'verborgen';
      const naar = wordt.get(sleutel) ?? 'verborgen';
      if (van === naar) continue;
      const [medewerkerId = '', compartimentId = ''] = sleutel.split(' ');
      const eerder = perPersoon.get(medewerkerId);
      perPersoon.set(medewerkerId, {
        medewerkerId,
        wijzigingen: [...(eerder?.wijzigingen ?? []), { compartimentId, van, naar }],
        verloor: eerder?.verloor === true || !isMinstens(naar, van),
      });
    }
    return [...perPersoon.values()];
  }

  /** Logs every level that differs (NK10), and forgets openings that no longer hold. */
  #verwerkNiveaus(casusId: string, door: Kijk, perPersoon: readonly Niveauwijzigingen[]): void {
    for (const { medewerkerId, wijzigingen } of perPersoon) {
      this.#logboek.schrijf({
        handeling: 'niveau_gewijzigd',
        medewerkerId: door.wie.medewerkerId,
        vanuit: door.ik,
        casusId,
        bijzonderheden: { van: medewerkerId, wijzigingen },
      });
      this.#vergeetOpeningen(
        medewerkerId,
        wijzigingen
          .filter(({ naar }) => !isMinstens(naar, 'lezen'))
          .map(({ compartimentId }) => compartimentId),
      );
    }
  }

  /** Who gets a right back looks anew, and that is logged anew. */
  #vergeetOpeningen(medewerkerId: string, compartimentIds: readonly string[]): void {
    if (compartimentIds.length === 0) return;
    const eigen = this.#database.db
      .select({ id: sessies.id })
      .from(sessies)
      .where(eq(sessies.medewerkerId, medewerkerId));
    this.#database.db
      .delete(openingen)
      .where(and(inArray(openingen.sessieId, eigen), inArray(openingen.compartimentId, [...compartimentIds])))
      .run();
  }

  #geopend(beeld: Casusbeeld, ik: Deelneming, wie: Wie): Set<string> {
    const rijen = this.#database.db
      .select({ id: openingen.compartimentId, op: openingen.op })
      .from(openingen)
      .innerJoin(compartimenten, eq(compartimenten.id, openingen.compartimentId))
      .where(and(eq(openingen.sessieId, wie.sessieId), eq(compartimenten.casusId, beeld.id)))
      .all();
    // An opening from an earlier seat doesn't count for this one.
    return new Set(rijen.filter(({ op }) => op >= ik.van).map(({ id }) => id));
  }
}

/** What changed for one person, and whether something of it dropped. */
interface Niveauwijzigingen {
  readonly medewerkerId: string;
  readonly wijzigingen: readonly {
    readonly compartimentId: string;
    readonly van: Niveau;
    readonly naar: Niveau;
  }[];
  readonly verloor: boolean;
}

function niveaus(beeld: Casusbeeld | null, regels: Regelboek, nu: number): Map<string, Niveau> {
  const gevonden = new Map<string, Niveau>();
  if (beeld === null) return gevonden;
  const beslisser = new Beslisser(beeld, regels, nu);
  for (const deelnemer of beeld.deelnemers) {
    for (const compartiment of beeld.compartimenten) {
      const niveau = beslisser.niveau(deelnemer, compartiment);
      if (niveau !== 'verborgen') gevonden.set(`${deelnemer.medewerkerId} ${compartiment.id}`, niveau);
    }
  }
  return gevonden;
}
