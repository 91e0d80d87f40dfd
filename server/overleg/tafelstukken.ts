import type { Schermbeeld } from '../../shared/contract/schermen.ts';
import type { Lezers, NieuwTafelstuk, Tafelafspraak, Tafelblad } from '../../shared/contract/tafelbladen.ts';
import { z } from '../../shared/contract/zod.ts';
import { teltNoemen } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { WETTEN } from '../../shared/plan/kaartsoorten.ts';
import { AFSPRAKEN_HOOGSTENS, GELEGD_HOOGSTENS, TAFEL } from '../../shared/tafelblad.ts';
import type { Casusbeeld, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Stappen } from '../kern/stap.ts';
import { kanNiet, magNiet, nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Plan } from '../plan/plan.ts';
import type { Teksten } from '../teksten/teksten.ts';
import { type Kijk, rollenVoor } from '../toegang/toegang.ts';
import type { Tafelblik } from './tafelblik.ts';
import type { Stuk, Tafelkast } from './tafelkast.ts';
import { kanUitvoeren, kanVertellen, uitvoerderVoor } from './uitvoerders.ts';
import { type Bordkeuze, Bordstukken } from './vanbord.ts';

/** What was laid on it, as it was then: what becomes of where it comes from, doesn't come by itself (OV4). */
const Gelegd = z.object({
  soort: z.string().nullable(),
  tekst: z.string(),
  /** In which compartment it stood; null: in none, or it was laid there before this was kept. */
  uit: z.string().nullable().default(null),
});
type Gelegd = z.infer<typeof Gelegd>;
const Afspraak = z.object({
  titel: z.string(),
  uitvoerders: z.array(z.string()),
  uiterlijk: z.string().nullable(),
  wet: z.enum(WETTEN).nullable(),
  // What was agreed before these could be said has none.
  betaaltDoor: z.string().nullable().default(null),
  wachtOp: z.string().nullable().default(null),
  overbrugtDoor: z.string().nullable().default(null),
  /** The afspraak in the plan that came of it; null: the item wasn't closed yet. */
  kaartId: z.string().nullable(),
});
type Afspraak = z.infer<typeof Afspraak>;
type GezieneAfspraak = Tafelblad['afspraken'][number];

/** What lies on a tafelblad beside its text: laid there by somebody, one by one; and what is agreed (OV4). */
export class Tafelstukken {
  readonly #database: GeopendeDatabase;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #plan: Plan;
  readonly #kast: Tafelkast;
  readonly #bordstukken: Bordstukken;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;

  constructor(behoeften: {
    database: GeopendeDatabase;
    stappen: Stappen;
    logboek: Logboek;
    plan: Plan;
    teksten: Teksten;
    tafelkast: Tafelkast;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
  }) {
    this.#database = behoeften.database;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#plan = behoeften.plan;
    this.#kast = behoeften.tafelkast;
    this.#bordstukken = new Bordstukken(behoeften);
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** What lies there, and what is agreed, as this person reads it. */
  toon(
    { compartiment, kijk, wie }: Tafelblik,
    open: boolean,
  ): Pick<Tafelblad, 'gelegd' | 'afspraken' | 'uitvoerders' | 'vertellers'> {
    const stukken = this.#kast.stukken(compartiment);
    const { lees } = rollenVoor(kijk);
    const zetels = !open
      ? []
      : kijk.beeld.deelnemers.map(({ id }) => id).filter((id) => kanVertellen(kijk, compartiment, id));
    const leden = open ? kijk.leden().map(({ id }) => id) : [];
    return {
      gelegd: stukken.flatMap((stuk) => {
        const gelegd = gelegdVoor(kijk, wie.persoonId, stuk);
        if (gelegd === null) return [];
        const { soort, tekst } = gelegd;
        return [{ id: stuk.id, soort, tekst: lees(tekst), vanMij: stuk.doorId === wie.persoonId }];
      }),
      afspraken: stukken.flatMap((stuk) => {
        const afspraak = afspraakIn(stuk);
        return afspraak === null ? [] : [this.#afspraak(kijk, compartiment, stuk.id, afspraak)];
      }),
      uitvoerders: [...zetels, ...leden].flatMap((id) => uitvoerderVoor(kijk, id) ?? []),
      vertellers: zetels.flatMap((id) => uitvoerderVoor(kijk, id) ?? []),
    };
  }

  /** Whether this is something that lies there or is agreed, as `toon` shows it. */
  ligtEr({ compartiment, kijk, wie }: Tafelblik, stukId: string): boolean {
    const stuk = this.#kast.stukken(compartiment).find(({ id }) => id === stukId);
    if (stuk === undefined) return false;
    return gelegdVoor(kijk, wie.persoonId, stuk) !== null || afspraakIn(stuk) !== null;
  }

  /** What is agreed as this person sees it; its `versie` is over exactly that (ST11). */
  #afspraak(kijk: Kijk, { id: bladId }: CompartimentRij, id: string, afspraak: Afspraak): GezieneAfspraak {
    const { lees } = rollenVoor(kijk);
    const { titel, uitvoerders, uiterlijk, wet, betaaltDoor, wachtOp, overbrugtDoor, kaartId } = afspraak;
    const gezien = {
      id,
      titel: lees(titel),
      uitvoerders: uitvoerders.flatMap((wie) => uitvoerderVoor(kijk, wie) ?? []),
      uiterlijk,
      wet,
      betaaltDoor: betaaltDoor === null ? null : lees(betaaltDoor),
      wachtOp: wachtOp === null ? null : lees(wachtOp),
      overbrugtDoor: overbrugtDoor === null ? null : uitvoerderVoor(kijk, overbrugtDoor),
      inPlan: kaartId !== null,
    };
    return { ...gezien, versie: this.#database.kluis.stempel(bladId, 'tafelstuk', gezien) };
  }

  /** Kaarten of a casus that were agreed at a table, and came in the plan when its item closed. */
  inPlan({ beeld }: Kijk): ReadonlySet<string> {
    const bladen = beeld.compartimenten.filter(({ categorie }) => categorie === TAFEL);
    return new Set(
      bladen.flatMap((blad) => this.#kast.stukken(blad)).flatMap((stuk) => afspraakIn(stuk)?.kaartId ?? []),
    );
  }

  /**
   * What lies there as it can stand on a wall: what each of these reads, a line each, without who laid it there.
   * @param noem who carries something out; null: left out
   */
  opHetScherm(
    { compartiment, kijk }: Tafelblik,
    persoonIds: readonly string[],
    lees: (tekst: string) => string,
    noem: (id: string) => string | null,
  ): Pick<Schermbeeld, 'gelegd' | 'afspraken'> {
    const stukken = this.#kast.stukken(compartiment);
    return {
      gelegd: stukken.flatMap((stuk) => {
        const gelegd = persoonIds.map((persoonId) => gelegdVoor(kijk, persoonId, stuk));
        const [eerste] = gelegd;
        if (eerste == null || gelegd.includes(null)) return [];
        return lees(eerste.tekst)
          .split('\n')
          .filter((regel) => regel.trim() !== '');
      }),
      afspraken: stukken.flatMap((stuk) => {
        const afspraak = afspraakIn(stuk);
        if (afspraak === null) return [];
        const { titel, uitvoerders, uiterlijk, wet } = afspraak;
        const wie = [...new Set(uitvoerders.flatMap((id) => noem(id) ?? []))];
        return [{ titel: lees(titel), wie, uiterlijk, wet }];
      }),
    };
  }

  /**
   * How something of one's board would lie there, who sits there and reads it already, and who would read it by this for the
   * first time; by name. Of who is kept out of it nothing shows: they are one of the last (NK8).
   * @throws Weigering 404, 422
   */
  lezers({ blad, kijk, wie }: Tafelblik, keuze: Bordkeuze, kosten: { tekstbytes: number }): Lezers {
    const { compartiment, tekst } = this.#bordstukken.haal(kijk, keuze, kosten);
    const { beslisser, beeld } = kijk;
    // NK4: whom it reached by naming them isn't told who else reads there.
    const isLezer = kijk.leestNu(compartiment.id);
    const hier = beeld.tafel.filter(
      (plaats) =>
        plaats.tafelbladId === blad.id && plaats.niveau === 'schrijven' && beslisser.moment.geldt(plaats),
    );
    const leest = ({ persoonId }: { persoonId: string }): boolean =>
      persoonId === wie.persoonId ||
      (isLezer &&
        beeld.deelnemers.some(
          (zetel) =>
            zetel.persoonId === persoonId && isMinstens(beslisser.niveau(zetel, compartiment), 'lezen'),
        ));
    const uniek = (zitten: typeof hier) => [
      ...new Map(zitten.map(({ persoonId, naam }) => [persoonId, naam])).values(),
    ];
    return {
      nieuw: uniek(hier.filter((een) => !leest(een))),
      al: uniek(hier.filter(leest)),
      tekst: rollenVoor(kijk).lees(tekst),
    };
  }

  /** Lays something there, or puts down what is agreed. @returns its id @throws Weigering 403, 404, 422 */
  leg(blik: Tafelblik, nieuw: NieuwTafelstuk, kosten: { tekstbytes: number }): string {
    eisOpen(blik);
    const { compartiment, kijk, wie } = blik;
    const stukken = this.#kast.stukken(compartiment);
    const soort = 'afspraak' in nieuw ? 'afspraak' : 'gelegd';
    const hoogstens = soort === 'afspraak' ? AFSPRAKEN_HOOGSTENS : GELEGD_HOOGSTENS;
    // Of what one isn't to read nothing shows by what fits.
    const isMee = (stuk: Stuk): boolean =>
      stuk.soort === 'afspraak' || gelegdVoor(kijk, wie.persoonId, stuk) !== null;
    if (stukken.filter((stuk) => stuk.soort === soort && isMee(stuk)).length >= hoogstens)
      throw kanNiet('te_veel_kaarten', 'Er past niets meer bij op het tafelblad. Haal er eerst iets af.');
    const gelegd = 'afspraak' in nieuw ? null : this.#gelegd(kijk, nieuw, kosten);
    const inhoud = 'afspraak' in nieuw ? this.#keur(blik, nieuw.afspraak, null) : gelegd;
    return this.#stappen.doe(() => {
      const id = this.#kast.leg(compartiment, soort, wie.persoonId, inhoud);
      this.#schrijf(blik, 'tafelstuk_gelegd', id, gelegd?.uit ?? null);
      return id;
    });
  }

  /** Whether something by this id was laid there by who looks (ST13). */
  legde({ compartiment, wie }: Tafelblik, id: string): boolean {
    return this.#kast.stukken(compartiment).some((stuk) => stuk.id === id && stuk.doorId === wie.persoonId);
  }

  /** Changes what is agreed, on the version that they saw. @throws Weigering 403, 404, 409, 422 */
  wijzig(blik: Tafelblik, stukId: string, { versie, ...afspraak }: Tafelafspraak & { versie: string }): void {
    eisOpen(blik);
    const stuk = this.#eis(blik, stukId);
    const was = afspraakIn(stuk);
    if (was === null) throw nietGevonden();
    eisNogNietInPlan(was);
    if (versie !== this.#afspraak(blik.kijk, blik.compartiment, stukId, was).versie)
      throw new Weigering(
        409,
        'versie_verouderd',
        'Iemand anders heeft dit intussen veranderd. Bekijk de nieuwe versie en probeer het opnieuw.',
      );
    const inhoud = this.#keur(blik, afspraak, was);
    this.#stappen.doe(() => {
      this.#kast.wijzig(blik.compartiment, stukId, inhoud);
      this.#schrijf(blik, 'tafelstuk_gewijzigd', stukId);
    });
  }

  /** Takes something off: who laid it there, who leads or takes minutes; of what is agreed everyone there. @throws Weigering 403, 404 */
  neemAf(blik: Tafelblik, stukId: string): void {
    eisOpen(blik);
    const stuk = this.#eis(blik, stukId);
    const { kijk, wie } = blik;
    const mijn = kijk.beeld.tafel.filter(
      (plaats) => plaats.tafelbladId === blik.blad.id && plaats.persoonId === wie.persoonId,
    );
    const leidt = mijn.some(
      (plaats) =>
        (plaats.als === 'voorzitter' || plaats.als === 'notulist') && kijk.beslisser.moment.geldt(plaats),
    );
    if (stuk.soort === 'gelegd' && stuk.doorId !== wie.persoonId && !leidt)
      throw magNiet(
        'alleen_voorzitter',
        'Alleen wie dit erop legde, wie leidt en wie notuleert halen het eraf. Vraag het een van hen.',
      );
    const afspraak = afspraakIn(stuk);
    if (afspraak !== null) eisNogNietInPlan(afspraak);
    this.#stappen.doe(() => {
      this.#kast.neemAf(stukId);
      this.#schrijf(blik, 'tafelstuk_weg', stukId);
    });
  }

  /**
   * When the item closes, what is agreed comes in the plan of the household, whatever the level of who closes it: in the name
   * of who put it down (OV4). Each once. Within a step.
   * @param door who closes it; null: the clock
   */
  naarPlan(
    beeld: Casusbeeld,
    blad: CompartimentRij,
    door: Door | null,
    regels: Kijk['beslisser']['regels'],
  ): void {
    for (const stuk of this.#kast.stukken(blad)) {
      const afspraak = afspraakIn(stuk);
      if (afspraak === null || afspraak.kaartId !== null) continue;
      const { titel, uiterlijk, wet, betaaltDoor, wachtOp, overbrugtDoor } = afspraak;
      const isEr = (id: string): boolean =>
        beeld.leden.some((lid) => lid.id === id) ||
        beeld.deelnemers.some((zetel) => zetel.id === id && teltNoemen(zetel, regels));
      const uitvoerders = afspraak.uitvoerders.filter(isEr);
      const kaartId = this.#plan.legAfspraakVast(beeld, door, stuk.doorId, {
        soort: 'afspraak',
        titel,
        uitvoerders,
        stand: 'gepland',
        ...(uiterlijk === null ? {} : { uiterlijk }),
        ...(wet === null ? {} : { wet }),
        ...(betaaltDoor === null ? {} : { betaaltDoor }),
        ...(wachtOp === null ? {} : { wachtOp }),
        ...(overbrugtDoor === null || !isEr(overbrugtDoor) ? {} : { overbrugtDoor }),
      });
      this.#kast.wijzig(blad, stuk.id, { ...afspraak, kaartId });
    }
  }

  #gelegd(
    kijk: Kijk,
    wat: Exclude<NieuwTafelstuk, { afspraak: unknown }>,
    kosten: { tekstbytes: number },
  ): Gelegd {
    if ('tekst' in wat) return { soort: null, tekst: rollenVoor(kijk).schrijf(wat.tekst, null), uit: null };
    const { soort, tekst, compartiment } = this.#bordstukken.haal(kijk, wat, kosten);
    return { soort, tekst, uit: compartiment.id };
  }

  #keur(blik: Tafelblik, nieuw: Tafelafspraak, was: Afspraak | null): Afspraak {
    const { kijk, compartiment } = blik;
    const uitvoerders = [...new Set(nieuw.uitvoerders)];
    // NK5: to who can't resolve one, it is as one that isn't there.
    const ziet = (id: string): boolean => uitvoerderVoor(kijk, id) !== null;
    const had = new Set(was?.uitvoerders.filter(ziet));
    if (uitvoerders.some((id) => !had.has(id) && !kanUitvoeren(kijk, compartiment, id)))
      throw verwijzingOnbekend('uitvoerders');
    const overbrugt = nieuw.overbrugtDoor ?? null;
    const overbrugde = was?.overbrugtDoor ?? null;
    const blijftOver = overbrugt === overbrugde && overbrugt !== null && ziet(overbrugt);
    if (overbrugt !== null && !blijftOver && !kanUitvoeren(kijk, compartiment, overbrugt))
      throw verwijzingOnbekend('overbrugtDoor');
    // Whom the writer can't resolve stays (NK23).
    const blijft = (was?.uitvoerders ?? []).filter((id) => !ziet(id));
    const { schrijf } = rollenVoor(kijk);
    const woorden = (veld: 'betaaltDoor' | 'wachtOp'): string | null => {
      const tekst = nieuw[veld] ?? null;
      return tekst === null ? null : schrijf(tekst, was?.[veld] ?? null);
    };
    return {
      titel: schrijf(nieuw.titel, was?.titel ?? null),
      uitvoerders: [...new Set([...blijft, ...uitvoerders])],
      uiterlijk: nieuw.uiterlijk ?? null,
      wet: nieuw.wet ?? null,
      betaaltDoor: woorden('betaaltDoor'),
      wachtOp: woorden('wachtOp'),
      overbrugtDoor: overbrugt ?? (overbrugde !== null && !ziet(overbrugde) ? overbrugde : null),
      kaartId: null,
    };
  }

  #eis(blik: Tafelblik, stukId: string): Stuk {
    const stuk = this.#kast.stukken(blik.compartiment).find(({ id }) => id === stukId);
    if (stuk === undefined || !this.ligtEr(blik, stukId)) throw nietGevonden();
    return stuk;
  }

  #schrijf(
    { blad, compartiment, kijk }: Tafelblik,
    handeling: 'tafelstuk_gelegd' | 'tafelstuk_gewijzigd' | 'tafelstuk_weg',
    stukId: string,
    uit: string | null = null,
  ): void {
    this.#bijVerandering([blad.overlegId]);
    this.#logboek.schrijf({
      handeling,
      door: kijk,
      casusId: blad.casusId,
      compartiment,
      regel: 'OV4',
      bijzonderheden: { stukId, ...(uit === null ? {} : { uitCompartimentId: uit }) },
    });
  }
}

/** What was laid there, to who isn't kept out of where it comes from (NK8); else null. */
function gelegdVoor({ beslisser }: Kijk, persoonId: string, { soort, inhoud }: Stuk): Gelegd | null {
  const gelegd = soort === 'gelegd' ? Gelegd.safeParse(inhoud).data : undefined;
  if (gelegd === undefined) return null;
  return gelegd.uit !== null && beslisser.isUitgesloten(persoonId, gelegd.uit) ? null : gelegd;
}

function afspraakIn({ soort, inhoud }: Stuk): Afspraak | null {
  return soort === 'afspraak' ? (Afspraak.safeParse(inhoud).data ?? null) : null;
}

/** NK17: who only reads it is told so. @throws Weigering 403 */
export function eisOpen({ kijk, blad }: Tafelblik): void {
  if (kijk.niveau(blad.id) === 'schrijven') return;
  throw magNiet('alleen_lezen', 'Dit agendapunt is gesloten. U leest het tafelblad; er komt niets meer op.');
}

function eisNogNietInPlan({ kaartId }: Afspraak): void {
  if (kaartId === null) return;
  throw kanNiet('past_hier_niet', 'Deze afspraak staat al in het plan. Verander de afspraak daar.');
}
