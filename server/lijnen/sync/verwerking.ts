import { exhaustief } from '../../../shared/exhaustief.ts';
import { VanClient } from '../../../shared/sync/besturing.ts';
import { SLUITCODE } from '../../../shared/sync/sluitcodes.ts';
import type { Omgeving } from '../../kern/omgeving.ts';
import { OMVANG, type Omvang } from '../../kern/omvang.ts';
import { Onleesbaar } from '../../kern/onleesbaar.ts';
import type { Logboek } from '../../logboek/logboek.ts';
import type { Kamer } from '../../teksten/kamer.ts';
import { keurUpdate } from '../../teksten/poort/poort.ts';
import { type AansluitCode, REDENEN, type WeigerCode } from '../../teksten/poort/uitkomst.ts';
import type { Teksten } from '../../teksten/teksten.ts';
import { type Auteursweigering, kondigAan, laatIdsLos } from './auteurs.ts';
import { leesBericht, stap1 } from './berichten.ts';
import { Kanaal, type Lijn } from './lijn.ts';
import type { Uitvoer } from './uitvoer.ts';
import type { Zalen } from './zaal.ts';

/** Why an edit is refused (SY4, SY3, NK17). */
export type Tekstweigering = WeigerCode | AansluitCode | Auteursweigering | 'alleen_lezen';

/** What a person reads of a refusal: what is the matter, and what to do next. */
const TEKSTREDENEN: Readonly<Record<Tekstweigering, string>> = {
  ...REDENEN,
  client_id_bezet: 'Deze tekst was ergens anders ook open. De tekst wordt opnieuw geladen.',
  te_veel_client_ids:
    'U hebt deze tekst te vaak opnieuw geopend. Wacht een uur, of ga verder in een scherm dat nog open is.',
  alleen_lezen:
    'U leest deze tekst, maar u schrijft er niet in. Wat u typte, vindt u bij Niet opgeslagen tekst.',
};

/** What the processing needs of the rest. */
export interface Verwerkbehoeften {
  readonly omgeving: Omgeving;
  readonly logboek: Logboek;
  readonly teksten: Teksten;
  readonly zalen: Zalen<Kanaal>;
  /** Where texts end (ST6); by the defaults when left out. */
  readonly omvang?: Pick<Omvang, 'tekst' | 'compartiment'>;
  readonly bijFout: (fout: unknown) => void;
}

/** Handles one bericht of the queue, in its place in the order and within the step that writes it (SY5). */
export class Verwerking {
  readonly #behoeften: Verwerkbehoeften;
  readonly #omvang: Pick<Omvang, 'tekst' | 'compartiment'>;

  constructor(behoeften: Verwerkbehoeften) {
    this.#behoeften = behoeften;
    this.#omvang = behoeften.omvang ?? OMVANG;
  }

  /** A control message: JSON on kanaal 0 (SY2, SY3, SY15). */
  besturing(uitvoer: Uitvoer, lijn: Lijn, bytes: Uint8Array): void {
    const bericht = leesBesturing(bytes);
    if (bericht === null) {
      lijn.sluit(SLUITCODE.nietBegrepen);
      return;
    }
    switch (bericht.type) {
      case 'open':
        this.#open(uitvoer, lijn, bericht.kanaal, bericht.tijdperk);
        return;
      case 'auteur': {
        const kanaal = lijn.kanalen.get(bericht.kanaal);
        if (kanaal === undefined || !kanaal.schrijft) return;
        const weigering = kondigAan(kanaal, bericht.clientId, this.#behoeften.omgeving.nu());
        if (weigering !== null) this.#weiger(uitvoer, kanaal, weigering);
        return;
      }
      case 'sluit': {
        const kanaal = lijn.kanalen.get(bericht.kanaal);
        if (kanaal !== undefined) this.sluitKanaal(uitvoer, kanaal);
        return;
      }
      case 'stand': {
        const kanaal = lijn.kanalen.get(bericht.kanaal);
        if (kanaal !== undefined) this.#vergelijk(uitvoer, kanaal, bericht.staat, bericht.hash);
        return;
      }
      case 'hartslag':
        uitvoer.meld(lijn, { type: 'hartslag' });
        return;
      default:
        exhaustief(bericht);
    }
  }

  /** What y-websocket's provider sends on an open kanaal; on any other it is ignored (SY2). */
  opKanaal(uitvoer: Uitvoer, kanaal: Kanaal, bytes: Uint8Array): void {
    if (kanaal.kamer.isVervallen) return;
    // A document that is about to be dropped with a failing step: remember that it was part of it.
    this.#behoeften.teksten.raak(kanaal.kamer);
    const bericht = leesBericht(bytes);
    if (bericht === null) {
      kanaal.lijn.sluit(SLUITCODE.nietBegrepen);
      return;
    }
    switch (bericht.soort) {
      case 'stap1':
        uitvoer.antwoord(kanaal, kanaal.kamer.verschil(bericht.staat), this.#behoeften.omgeving.nu());
        return;
      case 'stap2':
        this.#stap2(uitvoer, kanaal, bericht.update);
        return;
      case 'update':
        this.#update(uitvoer, kanaal, bericht.update);
        return;
      case 'cursors': {
        if (!kanaal.schrijft) return;
        const veranderd = kanaal.zaal.cursors.neem(kanaal, bericht.staten);
        if (veranderd === null) kanaal.lijn.sluit(SLUITCODE.nietBegrepen);
        else uitvoer.deelCursors(kanaal.zaal, veranderd, kanaal, kanaal.lijn.zelf);
        return;
      }
      case 'vraagCursors':
        this.#toonCursors(uitvoer, kanaal);
        return;
      default:
        exhaustief(bericht);
    }
  }

  /** Closes a kanaal from here: out of the readers, its ids free, its cursor gone from every screen. */
  sluitKanaal(uitvoer: Uitvoer, kanaal: Kanaal): void {
    if (!kanaal.isOpen) return;
    kanaal.lijn.kanalen.delete(kanaal.nummer);
    kanaal.zaal.gaat(kanaal);
    laatIdsLos(kanaal);
    this.haalCursorWeg(uitvoer, kanaal);
  }

  /** SY8: who doesn't write here, or no longer, has no cursor here. */
  haalCursorWeg(uitvoer: Uitvoer, kanaal: Kanaal): void {
    const weg = kanaal.zaal.cursors.verlaat(kanaal);
    uitvoer.deelCursors(kanaal.zaal, weg, kanaal, null);
  }

  #open(uitvoer: Uitvoer, lijn: Lijn, nummer: number, tijdperk: string | null): void {
    const zicht = lijn.zicht.get(nummer);
    const eerder = lijn.kanalen.get(nummer);
    if (eerder !== undefined) this.sluitKanaal(uitvoer, eerder);
    if (zicht === undefined) {
      uitvoer.meld(lijn, { type: 'sluit', kanaal: nummer, code: SLUITCODE.nietToegestaan });
      return;
    }
    // SY13: a copy of another time holds what was moved out or destroyed since.
    if (tijdperk !== null && tijdperk !== zicht.tijdperk) {
      uitvoer.meld(lijn, { type: 'opnieuw', kanaal: nummer });
      return;
    }
    try {
      const { teksten, zalen } = this.#behoeften;
      const plek = { id: zicht.compartiment, tijdperk: zicht.tijdperk };
      const zaal = zalen.van(teksten.kamer(plek, lijn.casusId));
      const kanaal = new Kanaal(lijn, zaal, nummer, zicht.niveau === 'schrijven');
      zaal.komt(kanaal);
      lijn.kanalen.set(nummer, kanaal);
      this.vraagStap2(uitvoer, kanaal);
      this.#toonCursors(uitvoer, kanaal);
    } catch (fout) {
      if (!(fout instanceof Onleesbaar)) throw fout;
      // ST1: one compartment that can't be read is no reason to leave the others unread.
      this.#behoeften.bijFout(fout);
      uitvoer.meld(lijn, { type: 'sluit', kanaal: nummer, code: SLUITCODE.onleesbaar });
    }
  }

  /** SY6: asks for what this person wrote and the server lacks. */
  vraagStap2(uitvoer: Uitvoer, kanaal: Kanaal): void {
    uitvoer.aan(kanaal, () => stap1(kanaal.kamer.staatVector()));
  }

  #stap2(uitvoer: Uitvoer, kanaal: Kanaal, update: Uint8Array): void {
    // SY6: a reader's answer to the handshake changes nothing, and is taken in silence.
    if (!kanaal.schrijft) return;
    const isKlaar = this.#neem(uitvoer, kanaal, update, true);
    if (!isKlaar) return;
    kanaal.kreegStap2();
    uitvoer.meldGelijk(kanaal);
    uitvoer.bevestig(kanaal);
  }

  #update(uitvoer: Uitvoer, kanaal: Kanaal, update: Uint8Array): void {
    kanaal.ontvangen += 1;
    // What a reader deletes is dropped, so it can't be called stored (SY5, SY14).
    if (this.#neem(uitvoer, kanaal, update, false) && kanaal.schrijft) uitvoer.bevestig(kanaal);
  }

  /** The gate, and what follows from it (SY4). @returns whether the kanaal goes on */
  #neem(uitvoer: Uitvoer, kanaal: Kanaal, update: Uint8Array, isStap2: boolean): boolean {
    const { kamer } = kanaal;
    const uitkomst = keurUpdate(update, {
      doc: kamer.doc,
      velden: kamer.velden,
      eigenIds: kanaal.ids,
      tekstHoogstens: this.#omvang.tekst,
    });
    switch (uitkomst.soort) {
      case 'niets_nieuws':
        return true;
      case 'toegelaten':
        // SY14: Yjs deletes formatting by itself on a reader's screen; that is nobody's edit.
        if (!kanaal.schrijft)
          return uitkomst.clientId === null || this.#weiger(uitvoer, kanaal, 'alleen_lezen');
        if (uitkomst.clientId !== null && !this.#pastErbij(uitvoer, kamer, update.length))
          return this.#weiger(uitvoer, kanaal, 'compartiment_vol');
        return this.#pasToe(uitvoer, kanaal, update, uitkomst.clientId);
      case 'sluit_niet_aan':
        if (!isStap2 && kanaal.legOpzij()) return true;
        return this.#weiger(uitvoer, kanaal, kanaal.schrijft ? uitkomst.code : 'alleen_lezen');
      case 'geweigerd':
        return this.#weiger(uitvoer, kanaal, kanaal.schrijft ? uitkomst.code : 'alleen_lezen');
      case 'onleesbaar':
        kanaal.lijn.sluit(SLUITCODE.nietBegrepen);
        return false;
      default:
        return exhaustief(uitkomst);
    }
  }

  /** ST6: whether so many bytes more fit in what the texts of a compartment may be together, as every reader gets it. */
  #pastErbij(uitvoer: Uitvoer, kamer: Kamer, bytes: number): boolean {
    const { compartiment } = this.#omvang;
    if (kamer.hoogstensBytes + bytes <= compartiment) return true;
    // Measured anew, which costs as much as giving it to somebody.
    uitvoer.beantwoord += kamer.meet();
    return kamer.hoogstensBytes + bytes <= compartiment;
  }

  #pasToe(uitvoer: Uitvoer, kanaal: Kanaal, update: Uint8Array, clientId: number | null): boolean {
    const { kamer, lijn } = kanaal;
    const { teksten } = this.#behoeften;
    const toegepast = kamer.pasToe(update);
    if (toegepast.schending !== null) {
      // The gate let through what it should not have: a fault of ours. Nobody saw it, and it is taken back whole.
      this.#behoeften.bijFout(new Error(`the gate let through: ${toegepast.schending}`));
      teksten.laatVallen(kamer);
      return this.#weiger(uitvoer, kanaal, 'inhoud');
    }
    if (toegepast.update === null) return true;
    if (clientId !== null && !kamer.auteurs.has(clientId)) {
      teksten.bind(kamer, clientId, lijn.wie.persoonId);
    }
    teksten.leg(kamer, toegepast.update, lijn.wie.persoonId);
    uitvoer.deel(kanaal.zaal, toegepast.update, kanaal);
    return true;
  }

  /** Says no, closes the kanaal, and puts it on record (NK10, NK17). @returns false */
  #weiger(uitvoer: Uitvoer, kanaal: Kanaal, code: Tekstweigering): false {
    const { lijn, kamer } = kanaal;
    this.sluitKanaal(uitvoer, kanaal);
    this.#behoeften.logboek.legWeigeringVast({
      wie: lijn.wie,
      opdracht: 'tekst',
      gevraagd: { casusId: lijn.casusId, compartimentId: kamer.plek.id },
      regel: code,
    });
    uitvoer.meld(lijn, { type: 'geweigerd', kanaal: kanaal.nummer, code, reden: redenVan(code) });
    // What is full is no attack: who types on at its end keeps their line.
    if (code === 'tekst_vol' || code === 'compartiment_vol') return false;
    if (lijn.telWeigering(this.#behoeften.omgeving.nu())) uitvoer.sluit(lijn, SLUITCODE.teSnel);
    return false;
  }

  /** SY15: the same state and another text: Yjs' replicas came apart, and the server's is the one. */
  #vergelijk(uitvoer: Uitvoer, kanaal: Kanaal, staat: string, hash: string): void {
    const isZelfde = Buffer.from(staat, 'base64').equals(kanaal.kamer.staatVector());
    if (!isZelfde || !kanaal.lijn.magVergelijken(this.#behoeften.omgeving.nu())) return;
    if (hash === kanaal.kamer.stand()) return;
    this.sluitKanaal(uitvoer, kanaal);
    uitvoer.meld(kanaal.lijn, { type: 'opnieuw', kanaal: kanaal.nummer });
  }

  #toonCursors(uitvoer: Uitvoer, kanaal: Kanaal): void {
    const { cursors } = kanaal.zaal;
    for (const id of cursors.vanAnderen(kanaal)) {
      const van = cursors.kanaalVan(id);
      if (van !== undefined) uitvoer.toonCursor(kanaal, id, van, van.lijn.zelf);
    }
  }
}

/** Which kanaal a control message is about, or that it only asks for a sign of life; null when it is about nothing. */
export function kanaalIn(bytes: Uint8Array): number | 'hartslag' | null {
  const bericht = leesBesturing(bytes);
  if (bericht === null) return null;
  return bericht.type === 'hartslag' ? 'hartslag' : bericht.kanaal;
}

/** Null when it is nothing that our client says. */
function leesBesturing(bytes: Uint8Array): VanClient | null {
  try {
    const gelezen = VanClient.safeParse(JSON.parse(Buffer.from(bytes).toString()));
    return gelezen.success ? gelezen.data : null;
  } catch {
    return null;
  }
}

function redenVan(code: Tekstweigering): string {
  return TEKSTREDENEN[code];
}
