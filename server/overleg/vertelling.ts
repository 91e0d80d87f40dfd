import type { NieuweVertelling } from '../../shared/contract/oogst.ts';
import type { Vertelling as Vorm } from '../../shared/contract/tafelbladen.ts';
import { z } from '../../shared/contract/zod.ts';
import { teltNoemen } from '../../shared/need-to-know/namen.ts';
import type { Casusbeeld, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Stappen } from '../kern/stap.ts';
import { kanNiet, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Plan } from '../plan/plan.ts';
import { type Kijk, rollenVoor } from '../toegang/toegang.ts';
import type { Tafelblik } from './tafelblik.ts';
import type { Tafelkast } from './tafelkast.ts';
import { eisOpen } from './tafelstukken.ts';
import { kanVertellen, uitvoerderVoor } from './uitvoerders.ts';

const Inhoud = z.object({
  wie: z.string().nullable(),
  wat: z.string().nullable(),
  uiterlijk: z.string().nullable(),
  reden: z.string().nullable(),
  /** The afspraak in the plan that came of it; null: the item wasn't closed yet. */
  kaartId: z.string().nullable(),
});
type Inhoud = z.infer<typeof Inhoud>;

/** As it stands in the plan; of what nobody tells yet, all of it is to be told. */
const TITEL = 'Het gezin vertellen';
const ALLES = 'wat er is afgesproken';

/**
 * Who tells the household what was agreed, before when (OV7): said once at each table, or why nobody does yet. No item
 * closes without. It comes in the plan as an afspraak of who tells it; what nobody tells yet, as one of who directs.
 */
export class Vertellingen {
  readonly #database: GeopendeDatabase;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #plan: Plan;
  readonly #kast: Tafelkast;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;

  constructor(behoeften: {
    database: GeopendeDatabase;
    stappen: Stappen;
    logboek: Logboek;
    plan: Plan;
    tafelkast: Tafelkast;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
  }) {
    this.#database = behoeften.database;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#plan = behoeften.plan;
    this.#kast = behoeften.tafelkast;
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** As this person reads it; null: it isn't said yet. */
  toon({ compartiment, kijk }: Tafelblik): Vorm | null {
    const er = this.#van(compartiment);
    if (er === null) return null;
    const { wie, wat, uiterlijk, reden, kaartId } = er.inhoud;
    const { lees } = rollenVoor(kijk);
    const gezien = {
      wie: wie === null ? null : uitvoerderVoor(kijk, wie),
      wat: wat === null ? null : lees(wat),
      uiterlijk,
      reden: reden === null ? null : lees(reden),
      inPlan: kaartId !== null,
    };
    // ST11: over what this person sees of it.
    return { ...gezien, versie: this.#database.kluis.stempel(compartiment.id, 'tafelstuk', gezien) };
  }

  /** Says it, on what was seen of what stood there. @throws Weigering 403, 409, 422 */
  zet(blik: Tafelblik, nieuw: NieuweVertelling): void {
    eisOpen(blik);
    const { blad, compartiment, kijk, wie } = blik;
    const er = this.#van(compartiment);
    if (er !== null && er.inhoud.kaartId !== null)
      throw kanNiet('past_hier_niet', 'Dit staat al als afspraak in het plan. Verander het daar.');
    if ((this.toon(blik)?.versie ?? null) !== (nieuw.versie ?? null))
      throw new Weigering(
        409,
        'versie_verouderd',
        'Iemand anders heeft dit intussen veranderd. Bekijk de nieuwe versie en probeer het opnieuw.',
      );
    const inhoud = this.#keur(kijk, compartiment, nieuw, er?.inhoud ?? null);
    this.#stappen.doe(() => {
      if (er !== null) this.#kast.neemAf(er.id);
      const stukId = this.#kast.leg(compartiment, 'vertelling', wie.persoonId, inhoud);
      this.#bijVerandering([blad.overlegId]);
      this.#logboek.schrijf({
        handeling: 'vertelling_vastgelegd',
        door: kijk,
        casusId: blad.casusId,
        compartiment,
        regel: 'OV7',
        bijzonderheden: { stukId },
      });
    });
  }

  /** No item closes before it is said (OV7). @throws Weigering 409 */
  eis(blad: CompartimentRij): void {
    if (this.#van(blad) !== null) return;
    throw new Weigering(
      409,
      'gezin_niet_verteld',
      'Zeg eerst wie het gezin vertelt wat er is afgesproken, en vóór wanneer. Of schrijf op waarom dat nu niet gebeurt.',
    );
  }

  /**
   * When the item closes it comes in the plan, once, in the name of who said it; what nobody tells yet comes to who
   * directs. Within a step. @param door who closes it; null: the clock @param brengerId who brought it to the overleg
   */
  naarPlan(
    beeld: Casusbeeld,
    blad: CompartimentRij,
    door: Door | null,
    brengerId: string,
    regels: Kijk['beslisser']['regels'],
  ): void {
    const er = this.#van(blad);
    if (er !== null && er.inhoud.kaartId !== null) return;
    const inhoud = er?.inhoud ?? LEEG;
    const { moment } = this.#stappen.huidig;
    const nu = beeld.deelnemers.filter((zetel) => moment.geldt(zetel));
    const verteller = nu.find((zetel) => zetel.id === inhoud.wie && teltNoemen(zetel, regels));
    const doet = verteller ?? nu.find(({ regisseur }) => regisseur);
    const doorId = er?.doorId ?? brengerId;
    const kaartId = this.#plan.legAfspraakVast(beeld, door, doorId, {
      soort: 'afspraak',
      titel: inhoud.wat === null ? `${TITEL} ${ALLES}` : `${TITEL}: ${inhoud.wat}`,
      uitvoerders: doet === undefined ? [] : [doet.id],
      stand: 'gepland',
      ...(inhoud.uiterlijk === null ? {} : { uiterlijk: inhoud.uiterlijk }),
    });
    if (er === null) this.#kast.leg(blad, 'vertelling', doorId, { ...inhoud, kaartId });
    else this.#kast.wijzig(blad, er.id, { ...inhoud, kaartId });
  }

  #keur(kijk: Kijk, blad: CompartimentRij, nieuw: NieuweVertelling, was: Inhoud | null): Inhoud {
    const { schrijf } = rollenVoor(kijk);
    if ('reden' in nieuw) return { ...LEEG, reden: schrijf(nieuw.reden, was?.reden ?? null) };
    // NK5: to who can't resolve them, who tells it is as somebody who isn't there.
    const blijft = nieuw.wie === was?.wie && uitvoerderVoor(kijk, nieuw.wie) !== null;
    if (!blijft && !kanVertellen(kijk, blad, nieuw.wie)) throw verwijzingOnbekend('wie');
    const { wie, uiterlijk } = nieuw;
    return { ...LEEG, wie, uiterlijk, wat: schrijf(nieuw.wat, was?.wat ?? null) };
  }

  #van(blad: CompartimentRij) {
    const stuk = this.#kast.stukken(blad).findLast(({ soort }) => soort === 'vertelling');
    const inhoud = stuk === undefined ? undefined : Inhoud.safeParse(stuk.inhoud).data;
    return stuk === undefined || inhoud === undefined ? null : { ...stuk, inhoud };
  }
}

const LEEG: Inhoud = { wie: null, wat: null, uiterlijk: null, reden: null, kaartId: null };
