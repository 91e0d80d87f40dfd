import { eq } from 'drizzle-orm';
import type { Regie, Weging } from '../../shared/contract/regie.ts';
import { z } from '../../shared/contract/zod.ts';
import { MEESTE_WEGINGEN, weegSamen, ZWAARTEPUNTCODES, type Zwaartepuntcode } from '../../shared/regie.ts';
import {
  type BewaardCompartiment,
  type Bewaarder,
  type CompartimentRij,
  eisPlan,
  planVan,
} from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { wegingen } from '../database/schema.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { isId } from '../kern/opgeslagen.ts';
import { magNiet, nietGevonden } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';

const Volgorde = z.array(z.enum(ZWAARTEPUNTCODES)).max(MEESTE_WEGINGEN);

/**
 * Which domains weigh most at a table, by who writes the plan of the household (NK30): it suggests where the zwaartepunt
 * lies when the regie is offered. What each chose stands under the key of that plan; the others learn what comes of it.
 */
export class Wegen implements Bewaarder {
  readonly tabellen = ['wegingen'];
  readonly #database: GeopendeDatabase;
  readonly #toegang: Toegang;
  readonly #logboek: Logboek;
  readonly #onleesbaar: Onleesbaren;

  constructor(behoeften: {
    database: GeopendeDatabase;
    toegang: Toegang;
    logboek: Logboek;
    onleesbaar: Onleesbaren;
  }) {
    this.#database = behoeften.database;
    this.#toegang = behoeften.toegang;
    this.#logboek = behoeften.logboek;
    this.#onleesbaar = behoeften.onleesbaar;
  }

  /** The plan, of who writes it. @throws Weigering 404, 403 @throws Onleesbaar */
  eisWeger(kijk: Kijk): CompartimentRij {
    const plan = eisPlan(kijk.beeld);
    const niveau = kijk.niveau(plan.id);
    if (niveau === 'verborgen') throw nietGevonden();
    if (niveau !== 'schrijven')
      throw magNiet(
        'alleen_lezen',
        'Alleen wie in het plan schrijft, zegt wat het zwaarst weegt. Vraag het de regisseur.',
      );
    return plan;
  }

  /** Says what weighs most by this person, in the place of what they said before. */
  weeg(kijk: Kijk, { volgorde }: Weging): void {
    const plan = this.eisWeger(kijk);
    const { db, kluis } = this.#database;
    this.#toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      const inhoud = kluis.versleutelJson(plaatsVan(plan, kijk.ik.id), volgorde);
      db.insert(wegingen)
        .values({ deelnemerId: kijk.ik.id, compartimentId: plan.id, inhoud })
        .onConflictDoUpdate({ target: wegingen.deelnemerId, set: { inhoud } })
        .run();
      this.#logboek.schrijf({
        handeling: 'regie_gewogen',
        door: kijk,
        casusId: kijk.beeld.id,
        compartiment: plan,
        regel: 'NK30',
      });
    });
  }

  /** What came of it for who writes the plan, null for anybody else: of those who write it now, as far as they are known. */
  voor(kijk: Kijk): Regie['weging'] {
    const plan = planVan(kijk.beeld);
    if (plan === null || kijk.niveau(plan.id) !== 'schrijven') return null;
    const perZetel = new Map(this.#in(plan).map(({ deelnemerId, volgorde }) => [deelnemerId, volgorde]));
    if (perZetel.size === 0) return { mijn: [], uitkomst: [] };
    const wegers = kijk
      .bekenden()
      .filter((een) => kijk.beslisser.moment.geldt(een) && kijk.beslisser.niveau(een, plan) === 'schrijven');
    return {
      mijn: [...(perZetel.get(kijk.ik.id) ?? [])],
      uitkomst: weegSamen(wegers.flatMap(({ id }) => [perZetel.get(id) ?? []])),
    };
  }

  /** One that can't be read counts as not there (ST1). */
  #in(plan: CompartimentRij): { deelnemerId: string; volgorde: readonly Zwaartepuntcode[] }[] {
    const { db, kluis } = this.#database;
    return db
      .select()
      .from(wegingen)
      .where(eq(wegingen.compartimentId, plan.id))
      .all()
      .flatMap(({ deelnemerId, inhoud }) => {
        const volgorde = this.#onleesbaar.probeer('wegingen', deelnemerId, () =>
          kluis.ontsleutelJson(plaatsVan(plan, deelnemerId), inhoud, (waarde) => Volgorde.parse(waarde)),
        );
        return volgorde === null || !isId(deelnemerId) ? [] : [{ deelnemerId, volgorde }];
      });
  }

  wis({ id }: BewaardCompartiment): void {
    this.#database.db.delete(wegingen).where(eq(wegingen.compartimentId, id)).run();
  }

  wisselTijdperk(plan: BewaardCompartiment, tijdperk: string): void {
    const { db, kluis } = this.#database;
    for (const { deelnemerId, inhoud: oud } of db
      .select()
      .from(wegingen)
      .where(eq(wegingen.compartimentId, plan.id))
      .all()) {
      const open = this.#onleesbaar.probeer('wegingen', deelnemerId, () =>
        kluis.ontsleutel(plaatsVan(plan, deelnemerId), oud),
      );
      if (open === null) continue;
      const inhoud = kluis.versleutel(plaatsVan({ ...plan, tijdperk }, deelnemerId), open);
      db.update(wegingen).set({ inhoud }).where(eq(wegingen.deelnemerId, deelnemerId)).run();
    }
  }
}

function plaatsVan({ id, tijdperk }: Pick<CompartimentRij, 'id' | 'tijdperk'>, rijId: string) {
  return { compartimentId: id, tijdperk, rijId, soort: 'weging' };
}
