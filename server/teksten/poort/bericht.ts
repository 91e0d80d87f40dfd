import { isSleutelnaam, type Sleutelnaam } from '../../../shared/tekst/blok.ts';
import { type Lezer, leesAantal, leesLengte } from './lezer.ts';
import { MATEN } from './maten.ts';
import { isIngebed, isOpmaak, type Waarde } from './schema.ts';
import { geweigerd, onleesbaar } from './uitkomst.ts';

/** An update as it came, read whole and held against the editor's words; where it lands is not known yet. */
export type Bericht = {
  /** The one client id under which there are structs; null when it only deletes. */
  readonly clientId: number | null;
  /** Where its structs begin and end on that client's clock. */
  readonly begin: number;
  readonly eind: number;
  readonly structs: readonly NieuwStruct[];
  readonly gewist: readonly GewistBereik[];
};

export type Id = { readonly client: number; readonly clock: number };

export type NieuwStruct = {
  readonly clock: number;
  readonly lengte: number;
  readonly inhoud: Inhoud;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** Only where it has no neighbours: the name of a root, or the item that it stands in. */
  readonly ouder: string | Id | null;
  readonly sleutel: Sleutelnaam | null;
};

export type Inhoud =
  /** Nothing but a length: it was deleted with what it stood in, and nobody asks where. */
  | { readonly soort: 'weg' }
  /** Deleted; what it was is gone. */
  | { readonly soort: 'gewist' }
  | { readonly soort: 'tekst' }
  | { readonly soort: 'opmaak' }
  /** An anchor or a mention. */
  | { readonly soort: 'ingebed' }
  /** A marker, which keys can stand on. */
  | { readonly soort: 'merk' }
  | { readonly soort: 'waarden'; readonly waarden: readonly Waarde[] };

export type GewistBereik = { readonly client: number; readonly begin: number; readonly eind: number };

const WEG: Inhoud = { soort: 'weg' };
const GEWIST: Inhoud = { soort: 'gewist' };
const TEKST: Inhoud = { soort: 'tekst' };
const OPMAAK: Inhoud = { soort: 'opmaak' };
const INGEBED: Inhoud = { soort: 'ingebed' };
const MERK: Inhoud = { soort: 'merk' };

/** Bits of a struct's first byte; the other five say its kind. */
const HEEFT_ORIGIN = 0b1000_0000;
const HEEFT_RIGHT_ORIGIN = 0b0100_0000;
const HEEFT_SLEUTEL = 0b0010_0000;
const SOORT = 0b0001_1111;

/**
 * Reads an update in Yjs' format V1, to its last byte. @throws Afgekeurd
 *
 * V1 is a number of clients with their structs, then what is deleted by client. Bytes of V2 begin with a zero where
 * V1 counts clients, and go on after what V1 would be the end.
 */
export function leesBericht(lezer: Lezer): Bericht {
  const clients = leesAantal(lezer, 4);
  // SY4: one client id an update. Twice the same is no better: Yjs keeps the last, and sets its structs aside.
  if (clients > 1) throw geweigerd('twee_auteurs');
  const aantal = clients === 0 ? 0 : lezer.getal();
  // This count is the seven bytes that took 268 MB: Yjs makes an array of it first (SY10).
  if (aantal * 2 > lezer.rest) throw onleesbaar('afgebroken');
  if (aantal > MATEN.structs) throw geweigerd('te_veel');
  if (clients === 1 && aantal === 0) throw onleesbaar('leeg');
  const clientId = clients === 0 ? null : lezer.getal();
  const begin = clients === 0 ? 0 : lezer.getal();
  const structs: NieuwStruct[] = [];
  let eind = begin;
  for (let n = 0; n < aantal; n += 1) {
    const struct = leesStruct(lezer, eind);
    structs.push(struct);
    eind += struct.lengte;
  }
  if (eind > MATEN.klok || eind - begin > MATEN.lengte) throw geweigerd('te_groot');
  const gewist = leesGewist(lezer);
  // SY5a: what stands behind the end would be kept and sent on by whoever keeps the sender's bytes.
  if (lezer.rest > 0) throw onleesbaar('bytes_over');
  return { clientId, begin, eind, structs, gewist };
}

function leesStruct(lezer: Lezer, clock: number): NieuwStruct {
  const info = lezer.byte();
  const soort = info & SOORT;
  if (soort === 0) {
    const lengte = leesLengte(lezer);
    return { clock, lengte, inhoud: WEG, origin: null, rightOrigin: null, ouder: null, sleutel: null };
  }
  // A Skip stands for structs that are left out; Yjs would wait for them.
  if (soort === 10) throw onleesbaar('gat_in_bericht');
  const origin = (info & HEEFT_ORIGIN) === 0 ? null : leesId(lezer);
  const rightOrigin = (info & HEEFT_RIGHT_ORIGIN) === 0 ? null : leesId(lezer);
  const zonderBuren = origin === null && rightOrigin === null;
  const ouder = zonderBuren ? leesOuder(lezer) : null;
  const sleutel = zonderBuren && (info & HEEFT_SLEUTEL) !== 0 ? leesSleutel(lezer) : null;
  const [lengte, inhoud] = leesInhoud(lezer, soort);
  return { clock, lengte, inhoud, origin, rightOrigin, ouder, sleutel };
}

function leesId(lezer: Lezer): Id {
  const client = lezer.getal();
  return { client, clock: lezer.getal() };
}

function leesOuder(lezer: Lezer): string | Id {
  const soort = lezer.getal();
  if (soort === 1) return lezer.korteTekst(MATEN.naam, 'geen_veld');
  if (soort === 0) return leesId(lezer);
  throw onleesbaar('soort_onbekend');
}

function leesSleutel(lezer: Lezer): Sleutelnaam {
  const naam = lezer.korteTekst(MATEN.naam, 'sleutel');
  if (!isSleutelnaam(naam)) throw geweigerd('sleutel');
  return naam;
}

/** SY4: the kinds of content that the editor has. Of the others not even the length is believed. */
function leesInhoud(lezer: Lezer, soort: number): [lengte: number, Inhoud] {
  switch (soort) {
    case 1:
      return [leesLengte(lezer), GEWIST];
    case 4: {
      const lengte = lezer.lengteVanTekst();
      if (lengte === 0) throw onleesbaar('leeg');
      return [lengte, TEKST];
    }
    case 5:
      if (!isIngebed(lezer.korteTekst(MATEN.ingebed, 'ingebed'))) throw geweigerd('ingebed');
      return [1, INGEBED];
    case 6: {
      const naam = lezer.korteTekst(MATEN.naam, 'opmaak');
      if (!isOpmaak(naam, lezer.korteTekst(MATEN.waarde, 'opmaak'))) throw geweigerd('opmaak');
      return [1, OPMAAK];
    }
    case 7:
      // A Y.Map. Arrays, texts and XML of the form before this one are shared types that no editor reads.
      if (lezer.getal() !== 1) throw geweigerd('type');
      return [1, MERK];
    case 8:
      return leesWaarden(lezer);
    case 9:
      throw geweigerd('subdocument');
    case 2: // JSON
    case 3: // bytes
      throw geweigerd('inhoud');
    default:
      throw onleesbaar('soort_onbekend');
  }
}

/**
 * Values of a key. Mostly one; more when it was set again and again and an undo stack kept what was overwritten:
 * Yjs then makes one struct of them, of which the last counts.
 */
function leesWaarden(lezer: Lezer): [lengte: number, Inhoud] {
  const aantal = leesAantal(lezer, 2);
  if (aantal === 0) throw onleesbaar('leeg');
  if (aantal > MATEN.waarden) throw geweigerd('te_veel');
  const waarden: Waarde[] = [];
  for (let n = 0; n < aantal; n += 1) waarden.push(leesWaarde(lezer));
  return [aantal, { soort: 'waarden', waarden }];
}

/** A whole number, a short text or null. An array in an array in an array would fill lib0's call stack. */
function leesWaarde(lezer: Lezer): Waarde {
  switch (lezer.byte()) {
    case 119:
      return lezer.korteTekst(MATEN.waarde, 'waarde');
    case 125:
      return lezer.getalMetTeken();
    case 126:
      return null;
    // Fractions as well: no key has one, and lib0 writes no whole number as one.
    default:
      throw geweigerd('waarde');
  }
}

/**
 * What is deleted: each client once, its ranges in order and apart, as Yjs writes them. Yjs walks each range whole,
 * so ten thousand times the same long one would keep it busy for seconds (SY10).
 */
function leesGewist(lezer: Lezer): readonly GewistBereik[] {
  const gewist: GewistBereik[] = [];
  const clients = leesAantal(lezer, 2);
  if (clients === 0) return gewist;
  const gezien = new Set<number>();
  for (let n = 0; n < clients; n += 1) {
    const client = lezer.getal();
    if (gezien.has(client)) throw onleesbaar('wist_ongeordend');
    gezien.add(client);
    const bereiken = leesAantal(lezer, 2);
    if (bereiken === 0) throw onleesbaar('leeg');
    for (let m = 0, vorige = 0; m < bereiken; m += 1) {
      const begin = lezer.getal();
      if (begin < vorige) throw onleesbaar('wist_ongeordend');
      const eind = begin + leesLengte(lezer);
      if (eind > MATEN.klok) throw geweigerd('te_groot');
      gewist.push({ client, begin, eind });
      vorige = eind;
    }
  }
  return gewist;
}
