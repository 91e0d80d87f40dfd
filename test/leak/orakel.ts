import { exhaustief } from '../../shared/exhaustief.ts';
import {
  DESKUNDIGE,
  eigenCategorieen,
  isDiscreet,
  isKernteam,
  lidVanGezelschap,
  niveau,
  opentInNood,
  type Plek,
  PROCESREGISSEUR,
} from './gezelschap.ts';
import { momentVan, naDag } from './kant.ts';
import { isGewoon, type Soort } from './opdrachten.ts';
import {
  type Over,
  type Casus,
  type Kaart,
  pleksym,
  type Stand,
  type Verslag,
  type Verzoek,
  type Zittend,
} from './stand.ts';

/** What the variant does instead of a command. */
export type Vervanging = 'weg' | Verzoek;

/** Reads that leave nothing behind that changes what anyone may do later; a board opens, so it isn't among them. */
const ZONDER_SPOOR: ReadonlySet<Soort> = new Set([
  // It is kept for who comes alone.
  'bezoek',
  'casussen',
  'uitleg',
  'schrijvers',
  'kandidaten',
  'voorbeeld',
  'recht_lijst',
  'advies_kijk_na',
  'advies_lijst',
  'verzoek_lijst',
  'lijsten',
  'wie_ben_ik',
  'regie_lees',
  'tweede_hand',
  'overlegreeks_lijst',
  'overleg_lijst',
  'overleg_haal',
  'algemeen',
  'rauw',
]);

/**
 * Which commands the kijker may not know of, decided afterwards over the whole run and with the table of
 * need-to-know.md in hand, not with the engine. Where it isn't sure, a command counts as visible: then the variant
 * keeps it, and the comparison says less rather than something wrong.
 */
export function verborgenVoor(
  stand: Stand,
  verslagen: readonly Verslag[],
  kijker: number,
  variatie: readonly number[],
): Map<number, Vervanging> {
  const perCasus = new Map(stand.casussen.map((casus) => [casus.sym, new Zicht(casus, verslagen, kijker)]));
  const vervangingen = new Map<number, Vervanging>();
  for (const verslag of verslagen) {
    const { index, verzoek } = verslag;
    const wie = 'wie' in verzoek ? verzoek.wie : kijker;
    if (wie === kijker || verzoek.via === 'klok') continue;
    const keus = variatie[index % variatie.length] ?? 0;
    const zicht = perCasus.get(verslag.soort === 'breng' ? `c:${index}` : (verslag.over.casus ?? ''));
    const inNaamVan = isVergeefs(verslag) ? null : (zicht?.inNaamVanRegisseur(verslag) ?? null);
    if (inNaamVan !== null) {
      vervangingen.set(index, inNaamVan);
      continue;
    }
    const isVerborgen =
      isVergeefs(verslag) ||
      ZONDER_SPOOR.has(verslag.soort) ||
      // OV4: which screens there are and what is on them is told to who leads alone.
      (verslag.soort.startsWith('scherm_') && kijker !== PROCESREGISSEUR) ||
      (zicht?.isVerborgen(verslag) === true &&
        !schuiftMee(stand, verslag, kijker) &&
        !zitMisschien(stand, verslag, kijker, verslagen));
    if (!isVerborgen) {
      const zonderVia = verslag.gelukt ? (zicht?.zonderVia(verslag) ?? null) : null;
      if (zonderVia !== null) {
        vervangingen.set(index, zonderVia);
        continue;
      }
      if (zicht !== undefined && keus % 2 === 1 && verslag.gelukt) {
        const ander = zicht.zonderVerborgenVerwijzingen(verslag);
        if (ander !== null) vervangingen.set(index, ander);
      }
      if (zicht !== undefined && keus % 2 === 0 && verslag.soort === 'zetel_geef') {
        const ander = zicht.andereReden(verslag);
        if (ander !== null) vervangingen.set(index, ander);
      }
      // Where one types is seen, what one took back before it was sent isn't.
      if (verzoek.via === 'tekst' && verzoek.daad === 'vergeefs') {
        vervangingen.set(index, { ...verzoek, tekst: [...verzoek.tekst].reverse().join('') });
      }
      continue;
    }
    const ander = keus > 5 && verslag.gelukt && !zicht?.isBuiten ? andereInhoud(verslag) : null;
    vervangingen.set(index, ander ?? 'weg');
  }
  return vervangingen;
}

const OP_AGENDA: ReadonlySet<Soort> = new Set([
  'breng',
  'agenda_breng',
  'agenda_wijzig',
  'agenda_weg',
  'overleg_stap',
]);

/**
 * OV1: what stands before something of the kijker's on an agenda moves when that is expected, in whole five minutes: so
 * much is declassified. A casus of theirs, a dilemma, or one that they were asked to think along in. A guest has what the
 * chair says: of their own item they see what becomes of it, and of others nothing.
 */
function schuiftMee(stand: Stand, verslag: Verslag, kijker: number): boolean {
  const { soort, index, over } = verslag;
  if (!OP_AGENDA.has(soort)) return false;
  const waar = reeksenVan(stand, verslag);
  return stand.punten.some(({ sym, overleg, casus, vraagt, gasten }) => {
    if (gasten.includes(kijker)) return over.punt === sym || `a:${index}` === sym || `c:${index}` === casus;
    return (
      (waar === null || waar.includes(reeksVan(overleg))) &&
      (casus === null ||
        vraagt.includes(kijker) ||
        stand.casussen.some((een) => een.sym === casus && een.stoelen.some(({ wie }) => wie === kijker)))
    );
  });
}

/** The series whose agendas a command is about; null: it isn't sure. */
function reeksenVan(stand: Stand, { over, index, verzoek }: Verslag): string[] | null {
  const pad = verzoek.via === 'http' ? /^\/overleggen\/§([^/]+)/.exec(verzoek.pad)?.[1] : undefined;
  const overleg = over.overleg ?? pad;
  if (overleg !== undefined) return [reeksVan(overleg)];
  const punten = stand.punten.filter(({ casus }) => casus === `c:${index}`);
  return punten.length === 0 ? null : punten.map((punt) => reeksVan(punt.overleg));
}

/** `y:g:4.0` is the first overleg of `g:4`. */
function reeksVan(overleg: string): string {
  return overleg.replace(/\.\d+$/, '');
}

/** What is done at a table while it is open. */
const OP_TAFEL: ReadonlySet<Soort> = new Set([
  'tafel_schik',
  'tafel_hand',
  'tafel_beurt',
  'tafel_wijs',
  'tafel_leg',
  'tafel_wijzig',
  'tafel_weg',
  'oogst_vertel',
]);

/** What shows on a tafelblad to who has a place there and no seat: who sits at it, and how members are called. */
const AAN_TAFEL: ReadonlySet<Soort> = new Set([
  ...OP_TAFEL,
  'zetel_geef',
  'zetel_wijzig',
  'zetel_einde',
  'lid_nieuw',
  'lid_wijzig',
  'lid_weg',
  'sluit_uit',
  'laat_weer_toe',
]);

/** OV4: who was asked to think along sits at its table while the item is open; a guest until it closes, and never after. */
function zitMisschien(
  stand: Stand,
  { soort, over, verzoek, index }: Verslag,
  kijker: number,
  verslagen: readonly Verslag[],
): boolean {
  return (
    (AAN_TAFEL.has(soort) || komtErop(verslagen, over, index)) &&
    !wijstErnaast(verzoek) &&
    stand.punten.some(
      ({ sym, casus, vraagt, gasten }) =>
        casus === over.casus &&
        vraagt.includes(kijker) &&
        !(gasten.includes(kijker) && OP_TAFEL.has(soort) && isGesloten(verslagen, sym, index)),
    )
  );
}

/** OV4: after this something of the same part was laid on a table: who sits there reads it so. */
function komtErop(verslagen: readonly Verslag[], { casus, plek }: Over, voor: number): boolean {
  if (casus === undefined || plek === undefined) return false;
  return verslagen.some(
    ({ soort, gelukt, index, over }) =>
      soort === 'tafel_leg' &&
      gelukt &&
      index > voor &&
      over.casus === casus &&
      over.plek !== undefined &&
      pleksym(casus, over.plek) === pleksym(casus, plek),
  );
}

/** Before this command the item was closed, by a step; by the clock isn't looked for. */
function isGesloten(verslagen: readonly Verslag[], punt: string, voor: number): boolean {
  return verslagen.some(
    ({ soort, over, gelukt, index, verzoek }) =>
      soort === 'overleg_stap' &&
      gelukt &&
      index < voor &&
      over.punt === punt &&
      verzoek.via === 'http' &&
      JSON.stringify(verzoek.body).includes('"tussen"'),
  );
}

/** OV6: what stands on a board and not on the table, isn't pointed at. */
function wijstErnaast(verzoek: Verzoek): boolean {
  return verzoek.via === 'wijs' && verzoek.plaats?.startsWith('§k:') === true;
}

/** Whom the kijker can't know by name from any casus of the run (NK20). */
export function onbekenden(stand: Stand, verslagen: readonly Verslag[], kijker: number): number[] {
  const wies = new Set(stand.casussen.flatMap(({ stoelen }) => stoelen.map(({ wie }) => wie)));
  const zichten = stand.casussen.map((casus) => new Zicht(casus, verslagen, kijker));
  // Who sits at one table is known by name there, and nobody of whom the others may not know does.
  const aanTafel = stand.punten.flatMap(({ casus: sym, vraagt }) => {
    const stoelen = stand.casussen.find((casus) => casus.sym === sym)?.stoelen ?? [];
    const isErbij = vraagt.includes(kijker) || stoelen.some(({ wie }) => wie === kijker);
    const magErbij = ({ ooitBekend, was }: Zittend): boolean =>
      ooitBekend || was.some(({ zetel }) => !isDiscreet(zetel));
    return isErbij ? stoelen.filter(magErbij).map(({ wie }) => wie) : [];
  });
  return [...wies].filter(
    (wie) => wie !== kijker && !aanTafel.includes(wie) && zichten.every((zicht) => !zicht.kentMisschien(wie)),
  );
}

/** What the kijker could ever see of one casus in a run. */
class Zicht {
  readonly #casus: Casus;
  readonly #kijker: number;
  readonly #alles: readonly Verslag[];
  readonly #verslagen: readonly Verslag[];
  readonly #stoelen: readonly Zittend[];
  readonly #wasRegisseur: boolean;
  /** The first command of the kijker's own in this casus. */
  readonly #eersteBlik: number;
  readonly #verborgenMensen: ReadonlySet<number>;
  readonly #verborgenLeden: ReadonlySet<string>;

  constructor(casus: Casus, verslagen: readonly Verslag[], kijker: number) {
    this.#casus = casus;
    this.#kijker = kijker;
    this.#alles = verslagen;
    this.#verslagen = verslagen.filter(
      ({ over, index }) => over.casus === casus.sym || `c:${index}` === casus.sym,
    );
    this.#stoelen = casus.stoelen.filter(({ wie }) => wie === kijker);
    this.#eersteBlik = Math.min(
      ...this.#verslagen
        .filter(({ verzoek }) => 'wie' in verzoek && verzoek.wie === kijker)
        .map(({ index }) => index),
    );
    this.#wasRegisseur = this.#stoelen.some(({ was }) => was.some(({ regisseur }) => regisseur));
    const anderen = new Set(casus.stoelen.map(({ wie }) => wie).filter((wie) => wie !== kijker));
    this.#verborgenMensen = new Set([...anderen].filter((wie) => this.#blijftOnbekend(wie)));
    this.#verborgenLeden = new Set(casus.leden.map(({ sym }) => sym).filter((sym) => this.#ledenBuiten(sym)));
  }

  /** The kijker never takes part. */
  get isBuiten(): boolean {
    return this.#stoelen.length === 0;
  }

  isVerborgen(verslag: Verslag): boolean {
    const { soort, over, verzoek } = verslag;
    if (wijstErnaast(verzoek)) return true;
    if (isAdvies(soort)) return this.#isVerborgenAdvies(verslag);
    if (this.#adviseert && !this.#isBuitenVragen(verslag)) return false;
    if (this.isBuiten) return true;
    if (this.#komtOpTafel(verslag)) return false;
    const wie = 'wie' in verzoek ? verzoek.wie : null;
    if (wie !== null && this.#verborgenMensen.has(wie)) return true;
    if (isGewoon(soort)) return false;
    switch (soort) {
      case 'kaart_maak':
      case 'kaart_wijzig':
      case 'kaart_verwijder':
      case 'stap':
      case 'kaart_doorzet':
        return this.#isVerborgenKaart(verslag);
      case 'kaart_bezwaar':
        return this.#isVerborgenBezwaar(`x:${verslag.index}`);
      case 'kaart_noem':
        return this.#isVerborgenKaart(verslag) || this.#isVerborgenVerwijzing(verslag);
      case 'tekst_typ':
      case 'tekst_wis':
      case 'tekst_vorm':
      case 'tekst_ongedaan':
      case 'tekst_wijs':
      case 'tekst_sluit':
      case 'tekst_stand':
      case 'tekst_vergeefs':
        return over.plek !== undefined && this.#isDicht(over.plek, { vanaf: verslag.index });
      case 'tekst_open':
        // Nobody reads along visibly; who writes there later opens it first.
        return true;
      case 'verzoek_doe':
      case 'verzoek_weg':
        return over.plek !== undefined && !this.#bewaartIetsVan(over.plek);
      case 'opening_dicht':
        return this.#isVerborgenOpening(verslag);
      case 'verzoek_besluit':
        return this.#isVerborgenBesluit(verslag);
      case 'advies_kijk_na':
      case 'advies_lijst':
      case 'advies_haal':
      case 'advies_volg':
      case 'advies_stel':
      case 'advies_neem':
      case 'advies_terug':
      case 'advies_door':
      case 'advies_bewaar':
      case 'advies_zeg':
      case 'advies_teken':
      case 'advies_aanvulling':
      case 'advies_reactie':
      case 'advies_afspraak':
      case 'advies_weg':
        return this.#isVerborgenAdvies(verslag);
      case 'recht_geef':
      case 'recht_einde':
        return this.#isVerborgenRecht(verslag);
      case 'concept_begin':
      case 'concept_verbeter':
        return this.#blijftConcept(`q:${verslag.index}`);
      case 'concept_typ':
      case 'concept_weg':
        return over.concept === undefined || this.#blijftConcept(over.concept);
      case 'concept_probeer':
        // Taken back before it is shared: nobody's but its maker's, whatever becomes of the rest.
        return 'wie' in verslag.verzoek && verslag.verzoek.wie !== this.#kijker;
      case 'concept_deel':
        return over.plek === undefined || this.#isDicht(over.plek);
      case 'zetel_geef':
        return over.zetelWie !== undefined && this.#verborgenMensen.has(over.zetelWie);
      // Who keeps it is whom to ask (NK4).
      case 'bevestig':
      case 'zetel_wijzig':
      case 'zetel_einde': {
        const stoel = this.#casus.stoelen.find(({ sym }) => sym === over.stoel);
        return stoel !== undefined && this.#verborgenMensen.has(stoel.wie);
      }
      case 'regie_weeg':
        return over.plek !== undefined && this.#schrijftNooit(over.plek);
      case 'regie_voorstel':
        return this.#isVerborgenVoorstel(`o:${verslag.index}`);
      case 'regie_weiger':
      case 'regie_trek_in':
        return this.#isVerborgenVoorstel(over.voorstel ?? '');
      case 'tweede_hand_besluit':
        return over.bezwaar === undefined
          ? this.#isVerborgenVoorstel(over.voorstel ?? '')
          : this.#isVerborgenBezwaar(over.bezwaar);
      case 'lid_nieuw':
        return this.#verborgenLeden.has(`l:${verslag.index}`) && !this.#isGebruikt(`l:${verslag.index}`);
      case 'lid_wijzig':
      case 'lid_weg':
        return over.lid !== undefined && this.#verborgenLeden.has(over.lid);
      case 'sluit_uit':
      case 'laat_weer_toe': {
        const stoel = this.#casus.stoelen.find(({ sym }) => sym === over.stoel);
        return (
          (stoel !== undefined && this.#verborgenMensen.has(stoel.wie)) ||
          this.#isVerborgenUitsluiting(verslag)
        );
      }
      case 'acuut_gevaar':
        return over.plek !== undefined && this.#isDicht(over.plek);
      // What is agreed comes in the plan when the item closes.
      case 'tafel_wijzig':
      case 'tafel_weg':
      case 'oogst_vertel':
        return false;
      case 'tafel_leg': {
        const isAfspraak = verzoek.via === 'http' && JSON.stringify(verzoek.body).includes('"afspraak"');
        return !isAfspraak && (!this.#kwamAanTafel() || this.#isBuitenSinds(over.plek, verslag.index));
      }
      case 'tafel_schik':
      case 'tafel_hand':
      case 'tafel_beurt':
      case 'tafel_wijs':
        // OV4, OV6: who never came to the table learns nothing of who sits at it, speaks or points there, or wants to.
        return !this.#kwamAanTafel();
      // Who takes part, what somebody looks at, or how the clock goes: seen, or not sure.
      // Who directs, everybody sees.
      case 'regie_aanvaard':
      case 'regie_lees':
      case 'waarneming_geef':
      case 'waarneming_einde':
      case 'tweede_hand':
      case 'tweede_hand_doe':
      // OV1: who takes part in a casus sees it on an agenda once the chair took it on, and when.
      case 'overlegreeks_maak':
      case 'overlegreeks_wijzig':
      case 'overlegreeks_lijst':
      case 'overleg_lijst':
      case 'overleg_haal':
      case 'overleg_plan':
      case 'agenda_breng':
      case 'agenda_wijzig':
      case 'agenda_weg':
      case 'overleg_stap':
      case 'overleg_volg':
      case 'tafelblad_haal':
      case 'oogst_haal':
      case 'oogst_lijst':
      case 'tafel_lezers':
      // To whom a big screen shows, `verborgenVoor` says.
      case 'scherm_koppel':
      case 'scherm_haal':
      case 'scherm_toon':
      case 'scherm_los':
      case 'scherm_begin':
      case 'scherm_beeld':
      case 'bord':
      case 'bezoek':
      case 'zoek':
      case 'casussen':
      case 'werkvoorraad':
      case 'mijn_regie':
      case 'recht_lijst':
      case 'verzoek_lijst':
      case 'opening':
      case 'uitleg':
      case 'schrijvers':
      case 'afdruk':
      case 'kandidaten':
      case 'voorbeeld':
      case 'breng':
      case 'volg':
      case 'verlaat':
      case 'afmelden':
      case 'wie_ben_ik':
      case 'aanmelden':
      case 'lijsten':
      case 'opnieuw':
      case 'algemeen':
      case 'rauw':
      case 'klok':
      case 'lijn':
        return false;
      default:
        return exhaustief(soort);
    }
  }

  /**
   * The kijker followed an overleg when an item opened, or was ticked: perhaps was there. Not who is never *bekend*
   * (OV3), nor who follows only when it is open already.
   */
  #kwamAanTafel(): boolean {
    if (this.#wasGast) return true;
    const ooit = this.#stoelen.some(
      ({ was, ooitBekend }) =>
        ooitBekend || was.some(({ zetel, regisseur }) => regisseur || !isDiscreet(zetel)),
    );
    return ooit && (this.#isGezet(this.#stoelen) || this.#volgdeBijOpening(this.#kijker));
  }

  /**
   * OV4: what was done to a part before something of it was laid on a table shows there in what was laid, to who perhaps sat
   * at it; not what is done there after.
   */
  #komtOpTafel({ soort, over, index }: Verslag): boolean {
    const { plek } = over;
    if (plek === undefined || soort === 'tafel_leg' || !this.#kwamAanTafel()) return false;
    const waar = pleksym(this.#casus.sym, plek);
    return this.#verslagen.some(
      (een) =>
        een.soort === 'tafel_leg' &&
        een.gelukt &&
        een.index > index &&
        een.over.plek !== undefined &&
        pleksym(this.#casus.sym, een.over.plek) === waar &&
        !this.#isBuitenSinds(een.over.plek, een.index),
    );
  }

  /** NK8: on each seat of theirs the kijker was kept out of a part by then, and to the end of the run. */
  #isBuitenSinds(plek: Plek | undefined, index: number): boolean {
    if (plek === undefined) return false;
    const waar = pleksym(this.#casus.sym, plek);
    return this.#stoelen.every(({ sym }) =>
      this.#casus.uitsluitingen.some(
        (een) =>
          een.stoel === sym && !een.weg && een.index < index && pleksym(this.#casus.sym, een.plek) === waar,
      ),
    );
  }

  /** A guest at an item of this casus comes to its table by that, whatever seat they had or get. */
  get #wasGast(): boolean {
    return this.#verslagen.some(
      ({ soort, gelukt, over }) =>
        soort === 'agenda_breng' && gelukt && over.gasten?.includes(this.#kijker) === true,
    );
  }

  /** Who leads let one of these sit down, or sent them off. */
  #isGezet(stoelen: readonly Zittend[]): boolean {
    return this.#alles.some(({ soort, verzoek }) => {
      const body = soort === 'tafel_schik' && verzoek.via === 'http' ? JSON.stringify(verzoek.body) : '';
      return stoelen.some(({ sym }) => body.includes(`"§${sym}"`));
    });
  }

  /** Somebody follows an overleg, by asking to or by pointing, and after that an item opens there. */
  #volgdeBijOpening(wie: number): boolean {
    return this.#alles.some(({ verzoek, index }) => {
      if (verzoek.via !== 'volg_overleg' && verzoek.via !== 'wijs') return false;
      const waar = `/overleggen/§${verzoek.overleg}/stappen`;
      return (
        verzoek.wie === wie &&
        this.#alles.some(
          (later) => later.index > index && later.verzoek.via === 'http' && later.verzoek.pad === waar,
        )
      );
    });
  }

  /** Who sits at one table is known by name there (NK20). */
  #zatMisschienSamen(wie: number): boolean {
    const hun = this.#casus.stoelen.filter((stoel) => stoel.wie === wie);
    return this.#kwamAanTafel() && (this.#isGezet(hun) || this.#volgdeBijOpening(wie));
  }

  /** The kijker may have a place at a question of this casus. */
  get #adviseert(): boolean {
    return this.#kijker === DESKUNDIGE && this.#casus.adviesvragen.length > 0;
  }

  /** Something in a part that no question opens any more, and in which nobody's name stands. */
  #isBuitenVragen(verslag: Verslag): boolean {
    const { over, soort, index } = verslag;
    const { plek, kaart } = over;
    // Of what was made of an advice they hear how it goes, and whether it is still there.
    const isErvan = this.#casus.adviesvragen.some(({ afspraken }) => afspraken.some((sym) => sym === kaart));
    if (isErvan && !isWoordelijk(verslag)) return false;
    if (plek === undefined || plek.categorie === 'naam') return false;
    if (!soort.startsWith('kaart_') && !soort.startsWith('tekst_')) return false;
    const waar = pleksym(this.#casus.sym, plek);
    return !this.#casus.adviesvragen.some(
      ({ opent, sym }) =>
        opent.some((deel) => pleksym(this.#casus.sym, deel) === waar) && !this.#isOver(sym, index),
    );
  }

  /** OV11: what it opened closes when it is signed or withdrawn, and for good. */
  #isOver(vraag: string, index: number): boolean {
    return this.#verslagen.some(
      ({ soort, gelukt, over, index: op }) =>
        gelukt && op < index && over.advies === vraag && (soort === 'advies_teken' || soort === 'advies_weg'),
    );
  }

  /** That a keeper opened a part at a question for advice, or closed it, or said no: who asked hears the first two. */
  #isVerborgenOpening({ over, soort, verzoek }: Verslag): boolean {
    const { plek, advies } = over;
    const vraag = this.#casus.adviesvragen.find(({ sym }) => sym === advies);
    if (plek === undefined || vraag === undefined || this.#bewaartIetsVan(plek)) return false;
    const body: { besluit?: unknown } =
      verzoek.via === 'http' && typeof verzoek.body === 'object' && verzoek.body !== null ? verzoek.body : {};
    // NK27: a refusal moves nothing for who asked.
    if (soort === 'verzoek_besluit' && body.besluit !== 'toegestaan') return true;
    return this.#isDicht(plek) && vraag.vrager !== this.#kijker;
  }

  /**
   * OV11: a question is for who asks, who is named in it, and who may advise; and who reads what it opens sees who reads it
   * too (NK20). A look, and what is still being written, nobody else sees.
   */
  #isVerborgenAdvies({ soort, index, over }: Verslag): boolean {
    if (['advies_kijk_na', 'advies_lijst', 'advies_haal', 'advies_volg', 'advies_bewaar'].includes(soort))
      return true;
    if (this.#kijker === DESKUNDIGE) return false;
    const sym = soort === 'advies_stel' ? `j:${index}` : over.advies;
    const vraag = this.#casus.adviesvragen.find((een) => een.sym === sym);
    if (vraag === undefined) return false;
    return (
      vraag.vrager !== this.#kijker &&
      !vraag.genoemd.some((stoel) => this.#isMijn(stoel)) &&
      vraag.opent.every((plek) => this.#isDicht(plek)) &&
      // Who keeps what is asked for hears of it, and that it is over.
      !vraag.vraagt.some((plek) => this.#bewaartIetsVan(plek))
    );
  }

  /**
   * NK8: who is kept out of what they only knew of sees no difference. Nor does who doesn't read there of another who is;
   * but whom to ask about a closed part changes with who keeps it (NK4).
   */
  #isVerborgenUitsluiting({ over: { plek, stoel: sym } }: Verslag): boolean {
    const stoel = this.#casus.stoelen.find((een) => een.sym === sym);
    if (plek === undefined || stoel === undefined || !this.#isDicht(plek, { zonderUitsluiting: true }))
      return false;
    if (stoel.wie === this.#kijker) return true;
    const hoogste = (wie: Zittend): number => Math.max(...wie.was.map((een) => niveau(een, plek)));
    return this.#stoelen.every((mijn) => hoogste(mijn) === 0) || hoogste(stoel) < 3;
  }

  /**
   * NK30: an offer of the regie is for the two whom it concerns, until one takes it over; with it come texts for who
   * directs.
   */
  #isVerborgenVoorstel(sym: string): boolean {
    const voorstel = this.#casus.voorstellen.find((een) => een.sym === sym);
    return (
      voorstel !== undefined &&
      !voorstel.aanvaard &&
      !this.#wasRegisseur &&
      ![voorstel.van, voorstel.naar].includes(this.#kijker)
    );
  }

  /**
   * NK30: an objection is for who made it and who directs. Once it is upheld the afspraak is as it was, for whom that
   * reaches: then all of it counts as seen.
   */
  #isVerborgenBezwaar(sym: string): boolean {
    const bezwaar = this.#casus.bezwaren.find((een) => een.sym === sym);
    return (
      bezwaar !== undefined && !bezwaar.toegewezen && !this.#wasRegisseur && bezwaar.wie !== this.#kijker
    );
  }

  /** NK30: what weighs most is for who writes the plan; where it isn't sure, it counts as seen. */
  #schrijftNooit(plek: Plek): boolean {
    return (
      this.#stoelen.every(({ was }) => was.every((een) => niveau(een, plek) < 3)) &&
      !this.#casus.rechten.some(({ stoel }) => this.#isMijn(stoel))
    );
  }

  /** A concept is its maker's alone, unless it comes to stand where the kijker reads. */
  #blijftConcept(sym: string): boolean {
    const gedeeld = this.#verslagen.find(
      ({ soort, gelukt, over }) => soort === 'concept_deel' && gelukt && over.concept === sym,
    );
    return gedeeld?.over.plek === undefined || this.#isDicht(gedeeld.over.plek);
  }

  /** Another purpose, ground and agreement of a seat: for the regisseur and whoever sits there alone. */
  andereReden(verslag: Verslag): Verzoek | null {
    const { verzoek, over } = verslag;
    if (this.#wasRegisseur || verzoek.via !== 'http' || over.zetelWie === this.#kijker) return null;
    const body = verzoek.body as Record<string, unknown>; // of `zetel_geef`
    return {
      ...verzoek,
      body: {
        ...body,
        waarvoor: 'veiligheid',
        grondslag: 'meldrecht',
        gezinAkkoord: { ja: false, reden: `andere reden ${verslag.index}` },
      },
    };
  }

  #isVerborgenKaart(verslag: Verslag): boolean {
    const sym = verslag.soort === 'kaart_maak' ? `k:${verslag.index}` : verslag.over.kaart;
    const kaart = this.#casus.kaarten.find((een) => een.sym === sym);
    if (kaart === undefined || (kaart.soort === 'noodkaart' && this.#opendeNoodkaart(kaart.plek)))
      return false;
    return !this.#krijgt(kaart, verslag.index);
  }

  /**
   * They read where it stands, it names them, or they carry it out.
   * @param vanaf whether they could be told what command so-many did to it; without it, anything of the whole run
   */
  #krijgt({ plek, noemde, vias }: Kaart, vanaf?: number): boolean {
    return (
      !this.#isDicht(plek, { vanaf }) ||
      this.#noemtKijker(noemde) ||
      this.#stoelen.some(({ sym }) => vias.has(sym))
    );
  }

  /** NK37: all that came into a field, or went out of it, is what the kijker never may know of. */
  #isVerborgenVerwijzing({ over, gelukt }: Verslag): boolean {
    if (!gelukt || over.anders === undefined) return false;
    const { was, wordt } = over.anders;
    const anders = [...was, ...wordt].filter((sym) => was.includes(sym) !== wordt.includes(sym));
    return anders.every((sym) => this.#isVerborgenDoelwit(sym));
  }

  /** A member whom the kijker doesn't take part for, or a doel that never reaches them. */
  #isVerborgenDoelwit(sym: string): boolean {
    if (sym.startsWith('l:')) return this.#verborgenLeden.has(sym);
    const doel = this.#casus.kaarten.find((een) => een.sym === sym);
    return doel !== undefined && !this.#krijgt(doel);
  }

  /** NK26: who carried it out via the regisseur knows which others did of those whom they know. */
  #wasVia({ vias }: Kaart): boolean {
    return this.#stoelen.some(({ sym }) => vias.has(sym));
  }

  #kaartVan({ soort, index, over }: Verslag): Kaart | undefined {
    const sym = soort === 'kaart_maak' ? `k:${index}` : over.kaart;
    return this.#casus.kaarten.find((een) => een.sym === sym);
  }

  /** A step that somebody sets via the regisseur, as the regisseur's; null where that isn't so, or the kijker may know. */
  inNaamVanRegisseur(verslag: Verslag): Verzoek | null {
    const { soort, over, verzoek } = verslag;
    const kaart = this.#kaartVan(verslag);
    if (soort !== 'stap' || over.namens === undefined || kaart === undefined || verzoek.via !== 'http')
      return null;
    if (this.isBuiten || this.#wasRegisseur || this.#isVerborgenKaart(verslag)) return null;
    if (this.#wasVia(kaart) && this.kentMisschien(verzoek.wie ?? 0)) return null;
    return { ...verzoek, wie: over.namens.wie };
  }

  /** An afspraak via the regisseur as one of the regisseur, or nothing where only who carries it out became another. */
  zonderVia(verslag: Verslag): Vervanging | null {
    const { soort, over, verzoek } = verslag;
    const kaart = this.#kaartVan(verslag);
    if (kaart === undefined || this.isBuiten || this.#wasRegisseur || verzoek.via !== 'http') return null;
    const { viaRegisseur, ...body } = { ...(verzoek.body as Record<string, unknown> | undefined) }; // of a kaart
    if (viaRegisseur === undefined) return null;
    const naar = this.#casus.stoelen.find(({ sym }) => `§${sym}` === viaRegisseur);
    const isBekend = naar === undefined || naar.wie === this.#kijker || this.kentMisschien(naar.wie);
    if (this.#wasVia(kaart) && isBekend) return null;
    if (soort !== 'kaart_maak')
      return this.#wasVia(kaart) ? { ...verzoek, body: { ...body, viaRegisseur: null } } : 'weg';
    const uitvoerders = Array.isArray(body.uitvoerders) ? body.uitvoerders : [];
    return { ...verzoek, body: { ...body, uitvoerders: [...uitvoerders, `§${over.namens?.stoel}`] } };
  }

  /** The same kaart that the kijker sees, without what they may not know of in it; null when there is nothing of that. */
  zonderVerborgenVerwijzingen({ verzoek, soort }: Verslag): Verzoek | null {
    if (this.isBuiten || verzoek.via !== 'http' || !soort.startsWith('kaart_')) return null;
    const body: Record<string, unknown> = { ...(verzoek.body as Record<string, unknown> | undefined) }; // of a kaart
    const isVerborgen = (waarde: unknown): boolean =>
      typeof waarde === 'string' && waarde.startsWith('§') && this.#isVerborgenDoelwit(waarde.slice(1));
    let isAnders = false;
    for (const veld of ['uitvoerders', 'lidIds']) {
      const lijst = body[veld];
      if (!Array.isArray(lijst) || !lijst.some(isVerborgen)) continue;
      body[veld] = lijst.filter((een) => !isVerborgen(een));
      isAnders = true;
    }
    // In a change it may take the place of one that the kijker sees.
    for (const veld of soort === 'kaart_maak' ? (['doelId', 'overbrugtDoor'] as const) : []) {
      if (!isVerborgen(body[veld])) continue;
      delete body[veld];
      isAnders = true;
    }
    return isAnders ? { ...verzoek, body } : null;
  }

  /**
   * The kijker never read it, on whatever seat they had: not by the matrix, or from before their first look they were
   * kept out of it; and not by acute danger either.
   * @param zonderUitsluiting as if nobody were kept out of anything
   * @param vanaf from this command on: what they read by a right that was over by then, they read no more (NK7)
   */
  #isDicht(
    plek: Plek,
    {
      zonderUitsluiting = false,
      vanaf = 0,
    }: { zonderUitsluiting?: boolean; vanaf?: number | undefined } = {},
  ): boolean {
    const waar = pleksym(this.#casus.sym, plek);
    const isHier = (een: { readonly plek: Plek }): boolean => pleksym(this.#casus.sym, een.plek) === waar;
    return this.#stoelen.every(({ sym, was, wacht }) => {
      const buitenSinds = zonderUitsluiting
        ? Number.POSITIVE_INFINITY
        : Math.min(
            ...this.#casus.uitsluitingen
              .filter((een) => een.stoel === sym && !een.weg && isHier(een))
              .map(({ index }) => index),
          );
      if (buitenSinds < this.#eersteBlik) return true;
      // Nor by a right that was ever given, unless it was over.
      if (
        this.#casus.rechten.some(
          (een) => een.stoel === sym && isHier(een) && this.#eindeVan(een.sym) >= vanaf,
        )
      )
        return false;
      const isInNood = this.#casus.noodtoegangen.some(
        (een) => een.stoel === sym && isHier(een) && een.index < buitenSinds,
      );
      return was.every((stoel) => {
        // NK12: a seat that nobody confirmed knows that it is there.
        const hier = wacht.has(waar) ? 1 : niveau(stoel, plek);
        return hier < 2 && !(isInNood && hier === 1 && opentInNood(plek.categorie, stoel.zetel) === 'inhoud');
      });
    });
  }

  /** By which command a right ended: by hand, or by the clock. Infinity when that isn't sure. */
  #eindeVan(recht: string): number {
    const verzoek = this.#alles.find(
      ({ index, soort }) => soort === 'recht_geef' && `t:${index}` === recht,
    )?.verzoek;
    const { tot } = ((verzoek?.via === 'http' ? verzoek.body : null) ?? {}) as { tot?: unknown }; // of `recht_geef`
    const einde = this.#alles.find(
      ({ index, soort, over, gelukt }) =>
        (soort === 'recht_einde' && gelukt && over.recht === recht) ||
        (soort === 'klok' && typeof tot === 'string' && momentVan(this.#alles, index) >= naDag(tot)),
    );
    return einde?.index ?? Number.POSITIVE_INFINITY;
  }

  /** NK25: what was written for it, by category and subject; where it is kept by whom doesn't count. */
  #opendeNoodkaart(plek: Plek): boolean {
    return this.#casus.noodtoegangen.some(
      (een) =>
        this.#stoelen.some(({ sym }) => sym === een.stoel) &&
        een.plek.categorie === plek.categorie &&
        een.plek.lid === plek.lid,
    );
  }

  /** On some seat the kijker kept something of the same category and subject: who asks there, asks them. */
  #bewaartIetsVan({ categorie, lid }: Plek): boolean {
    const { organisatie } = lidVanGezelschap(this.#kijker);
    return this.#stoelen.some(({ was }) =>
      was.some((stoel) =>
        [organisatie, null].some((een) => niveau(stoel, { categorie, lid, organisatie: een }) === 3),
      ),
    );
  }

  #isMijn(stoel: string | undefined): boolean {
    return this.#stoelen.some(({ sym }) => sym === stoel);
  }

  #noemtKijker(noemde: ReadonlySet<string>): boolean {
    return this.#stoelen.some(
      ({ sym, was }) => noemde.has(sym) || was.some(({ alsLid }) => alsLid !== null && noemde.has(alsLid)),
    );
  }

  /** NK20: whether the kijker could know somebody by name at some moment. */
  kentMisschien(wie: number): boolean {
    if (this.isBuiten) return false;
    const hun = this.#casus.stoelen.filter((stoel) => stoel.wie === wie);
    if (this.#wasRegisseur) return hun.length > 0;
    if (lidVanGezelschap(wie).organisatie === lidVanGezelschap(this.#kijker).organisatie) return true;
    const kernteam = this.#stoelen.some(({ was }) => was.some(({ zetel }) => isKernteam(zetel)));
    return hun.some(({ sym, was, ooitBekend }) => {
      if (was.some(({ regisseur }) => regisseur)) return true;
      // A naming counts only while its person is bekend.
      if (!ooitBekend && was.every(({ zetel }) => isDiscreet(zetel))) return false;
      return (
        kernteam ||
        // Asking names the asker to who keeps it.
        this.#casus.vragen.some(({ stoel, plek }) => stoel === sym && this.#bewaartIetsVan(plek)) ||
        // A right names its holder to who reads there.
        this.#casus.rechten.some(({ stoel, plek }) => stoel === sym && !this.#isDicht(plek)) ||
        this.#casus.kaarten.some((kaart) => kaart.noemde.has(sym) && this.#krijgt(kaart)) ||
        // What a table agrees comes into the plan when its item closes, and names who does it to who reads that.
        this.#verslagen.some((verslag) => spreektAf(verslag, sym))
      );
    });
  }

  /** NK27: a refusal moves nothing for who asked, unless its keeper tells it; a grant opens. */
  #isVerborgenBesluit(verslag: Verslag): boolean {
    const { verzoek, over } = verslag;
    if (over.advies !== undefined) return this.#isVerborgenOpening(verslag);
    const body: { besluit?: unknown; zegDatNu?: unknown } =
      verzoek.via === 'http' && typeof verzoek.body === 'object' && verzoek.body !== null ? verzoek.body : {};
    const isGezegd = body.besluit === 'toegestaan' || body.zegDatNu === true;
    return (
      over.plek !== undefined &&
      !this.#bewaartIetsVan(over.plek) &&
      (body.besluit === 'toegestaan' ? this.#isDicht(over.plek) : true) &&
      !(isGezegd && this.#isMijn(over.stoel))
    );
  }

  /** A right where the kijker never reads, of somebody else. */
  #isVerborgenRecht({ soort, over }: Verslag): boolean {
    const recht = soort === 'recht_geef' ? over : this.#casus.rechten.find(({ sym }) => sym === over.recht);
    return recht?.plek !== undefined && this.#isDicht(recht.plek) && !this.#isMijn(recht.stoel);
  }

  /** The kijker was kept out of it before they looked: without who kept them out, there is no such part. */
  #isUitsluitingVanAltijdDicht({ over: { plek, stoel } }: Verslag): boolean {
    return plek !== undefined && this.#stoelen.some(({ sym }) => sym === stoel) && this.#isDicht(plek);
  }

  /** NK20: nobody whom the kijker could know by name, and nobody who leaves something that the kijker reads. */
  #blijftOnbekend(wie: number): boolean {
    if (this.isBuiten || this.kentMisschien(wie) || this.#zatMisschienSamen(wie)) return false;
    const { organisatie } = lidVanGezelschap(wie);
    // Without them a colleague whom the kijker knows would be the first of their organisation, and keep it (NK12).
    const metBekendeCollega = this.#casus.stoelen.some(
      (ander) =>
        ander.wie !== wie &&
        lidVanGezelschap(ander.wie).organisatie === organisatie &&
        this.kentMisschien(ander.wie),
    );
    if (metBekendeCollega) return false;
    for (const { was } of this.#casus.stoelen.filter((stoel) => stoel.wie === wie)) {
      const plekken = was.flatMap(({ zetel }) =>
        eigenCategorieen(zetel).flatMap((categorie) =>
          [null, ...this.#casus.leden.map((lid) => lid.sym)].map((lid) => ({ categorie, lid, organisatie })),
        ),
      );
      if (!plekken.every((plek) => this.#isDicht(plek))) return false;
    }
    // All that they did must go with them.
    return this.#verslagen.every((verslag) => {
      const { verzoek, gelukt, soort } = verslag;
      if (!('wie' in verzoek) || verzoek.wie !== wie || !gelukt) return true;
      if (isAdvies(soort)) return this.#isVerborgenAdvies(verslag);
      if (soort === 'recht_geef' || soort === 'recht_einde') return this.#isVerborgenRecht(verslag);
      if (verslag.over.advies !== undefined) return this.#isVerborgenOpening(verslag);
      if (soort === 'verzoek_besluit') return this.#isVerborgenBesluit(verslag);
      if (this.inNaamVanRegisseur(verslag) !== null) return true;
      if (
        ['kaart_maak', 'kaart_wijzig', 'kaart_noem', 'kaart_verwijder', 'stap', 'kaart_doorzet'].includes(
          soort,
        )
      )
        return this.#isVerborgenKaart(verslag);
      if (soort === 'sluit_uit' || soort === 'laat_weer_toe')
        return this.#isVerborgenUitsluiting(verslag) || this.#isUitsluitingVanAltijdDicht(verslag);
      if (
        [
          'concept_deel',
          'tekst_typ',
          'tekst_wis',
          'tekst_vorm',
          'tekst_ongedaan',
          'tekst_wijs',
          'tekst_vergeefs',
        ].includes(soort)
      )
        return verslag.over.plek !== undefined && this.#isDicht(verslag.over.plek);
      return true;
    });
  }

  #ledenBuiten(sym: string): boolean {
    return (
      !this.isBuiten &&
      !this.#wasRegisseur &&
      !(this.#kijker === DESKUNDIGE && this.#casus.adviesvragen.some(({ lid }) => lid === sym)) &&
      this.#stoelen.every(({ was }) =>
        was.every(({ lidIds, alsLid }) => lidIds !== null && !lidIds.includes(sym) && alsLid !== sym),
      )
    );
  }

  /** A seat that stays is for this member. */
  #isGebruikt(lid: string): boolean {
    return this.#casus.stoelen.some(
      ({ was, wie }) =>
        !this.#verborgenMensen.has(wie) &&
        was.some(({ lidIds, alsLid }) => lidIds?.includes(lid) || alsLid === lid),
    );
  }
}

function isAdvies(soort: Soort): boolean {
  return soort.startsWith('advies_');
}

/** A refusal changes nothing for anyone else; but one of an edit closes what they had open, and their cursor goes. */
function isVergeefs({ gelukt, verzoek }: Verslag): boolean {
  return !gelukt && verzoek.via !== 'tekst';
}

/** Kinds of command in which somebody says something. */
const MET_WOORDEN: ReadonlySet<Soort> = new Set([
  'kaart_maak',
  'kaart_wijzig',
  'kaart_doorzet',
  'kaart_bezwaar',
  'stap',
  'recht_geef',
  'verzoek_doe',
  'verzoek_besluit',
]);

/** The same command with other words in it; null where there are none. */
/** A change of a kaart that leaves how it goes with it as it was. */
function isWoordelijk({ soort, verzoek }: Verslag): boolean {
  return soort === 'kaart_wijzig' && verzoek.via === 'http' && !Object.hasOwn(Object(verzoek.body), 'stand');
}

function andereInhoud(verslag: Verslag): Verzoek | null {
  const { verzoek, soort, index } = verslag;
  if (verzoek.via === 'tekst') {
    if (verzoek.daad !== 'typ') return null;
    return { ...verzoek, tekst: `heel andere woorden, en langer, ${index}`, n: verzoek.n.toReversed() };
  }
  if (verzoek.via !== 'http' || typeof verzoek.body !== 'object' || verzoek.body === null) return null;
  if (!MET_WOORDEN.has(soort)) return null;
  const body: Record<string, unknown> = { ...verzoek.body };
  for (const veld of [
    'titel',
    'tekst',
    'motivering',
    'weten',
    'bellen',
    'voornaam',
    'wat',
    'met',
    'reden',
    'taal',
    'toelichting',
    'wachtOp',
    'betaaltDoor',
  ]) {
    if (typeof body[veld] === 'string') body[veld] = `heel andere woorden, en langer, ${index}`;
  }
  for (const veld of ['uitvoerders', 'samenMet', 'lidIds']) if (Array.isArray(body[veld])) body[veld] = [];
  delete body.doelId;
  delete body.overbrugtDoor;
  delete body.viaRegisseur;
  if (body.soort === 'kracht') body.soort = 'zorgpunt';
  return { ...verzoek, body };
}

/** Whether an afspraak on a tafelblad names who sits on this seat as who carries it out. */
function spreektAf({ soort, verzoek }: Verslag, stoel: string): boolean {
  if (!soort.startsWith('tafel_') || verzoek.via !== 'http') return false;
  const { afspraak, uitvoerders } = (verzoek.body ?? {}) as {
    afspraak?: { uitvoerders?: unknown };
    uitvoerders?: unknown;
  }; // of a tafelblad
  const genoemd = afspraak?.uitvoerders ?? uitvoerders;
  return Array.isArray(genoemd) && genoemd.includes(`§${stoel}`);
}
