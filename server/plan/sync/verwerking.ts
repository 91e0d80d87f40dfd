import { exhaustief } from '../../../shared/exhaustief.ts';
import { VanClient } from '../../../shared/sync/besturing.ts';
import { SLUITCODE } from '../../../shared/sync/sluitcodes.ts';
import { KluisFout } from '../../database/kluis.ts';
import type { Logboek } from '../../logboek/logboek.ts';
import type { Omgeving } from '../../omgeving.ts';
import { type Auteursweigering, kondigAan, laatIdsLos } from './auteurs.ts';
import { leesBericht, stap1, stap2 } from './berichten.ts';
import { Kanaal, type Lijn } from './lijn.ts';
import { keurUpdate } from './poort/poort.ts';
import { type AansluitCode, REDENEN, type WeigerCode } from './poort/uitkomst.ts';
import type { Tekststap } from './teksten.ts';

/** Why an edit is refused (SY4, SY3, NK17). */
export type Tekstweigering = WeigerCode | AansluitCode | Auteursweigering | 'alleen_lezen';

/** What a person reads of a refusal: what is the matter, and what to do next. */
const TEKSTREDENEN: Readonly<Record<Tekstweigering, string>> = {
  ...REDENEN,
  client_id_bezet: 'Deze tekst was al ergens anders open onder hetzelfde nummer. Hij wordt opnieuw geladen.',
  te_veel_client_ids:
    'U hebt deze tekst te vaak opnieuw geopend. Wacht een uur, of ga verder in een scherm dat nog open is.',
  alleen_lezen:
    'U leest deze tekst, maar u schrijft er niet in. Wat u typte, vindt u bij Niet opgeslagen tekst.',
};

/** What the processing needs of the rest. */
export interface Verwerkbehoeften {
  readonly omgeving: Omgeving;
  readonly logboek: Logboek;
  readonly bijFout: (fout: unknown) => void;
}

/** Handles one bericht of the queue, in its place in the order and within the step that writes it (SY5). */
export class Verwerking {
  readonly #behoeften: Verwerkbehoeften;

  constructor(behoeften: Verwerkbehoeften) {
    this.#behoeften = behoeften;
  }

  /** A control message: JSON on kanaal 0 (SY2, SY3, SY15). */
  besturing(stap: Tekststap, lijn: Lijn, bytes: Uint8Array): void {
    const bericht = leesBesturing(bytes);
    if (bericht === null) {
      lijn.sluit(SLUITCODE.nietBegrepen);
      return;
    }
    switch (bericht.type) {
      case 'open':
        this.#open(stap, lijn, bericht.kanaal, bericht.tijdperk);
        return;
      case 'auteur': {
        const kanaal = lijn.kanalen.get(bericht.kanaal);
        if (kanaal === undefined || !kanaal.schrijft) return;
        const weigering = kondigAan(kanaal, bericht.clientId, this.#behoeften.omgeving.nu());
        if (weigering !== null) this.#weiger(stap, kanaal, weigering);
        return;
      }
      case 'sluit': {
        const kanaal = lijn.kanalen.get(bericht.kanaal);
        if (kanaal !== undefined) this.sluitKanaal(stap, kanaal);
        return;
      }
      case 'stand': {
        const kanaal = lijn.kanalen.get(bericht.kanaal);
        if (kanaal !== undefined) this.#vergelijk(stap, kanaal, bericht.staat, bericht.hash);
        return;
      }
      case 'hartslag':
        stap.uitvoer.meld(lijn, { type: 'hartslag' });
        return;
      default:
        exhaustief(bericht);
    }
  }

  /** What y-websocket's provider sends on an open kanaal; on any other it is ignored (SY2). */
  opKanaal(stap: Tekststap, kanaal: Kanaal, bytes: Uint8Array): void {
    if (kanaal.kamer.isVervallen) return;
    // A document that is about to be dropped with a failing step: remember that it was part of it.
    stap.uitvoer.geraakt.add(kanaal.kamer);
    const bericht = leesBericht(bytes);
    if (bericht === null) {
      kanaal.lijn.sluit(SLUITCODE.nietBegrepen);
      return;
    }
    switch (bericht.soort) {
      case 'stap1':
        stap.uitvoer.antwoord(kanaal, () => stap2(kanaal.kamer.verschil(bericht.staat)));
        return;
      case 'stap2':
        this.#stap2(stap, kanaal, bericht.update);
        return;
      case 'update':
        this.#update(stap, kanaal, bericht.update);
        return;
      case 'cursors': {
        if (!kanaal.schrijft) return;
        const veranderd = kanaal.kamer.cursors.neem(kanaal, bericht.staten);
        if (veranderd === null) kanaal.lijn.sluit(SLUITCODE.nietBegrepen);
        else stap.uitvoer.deelCursors(kanaal.kamer, veranderd, kanaal, kanaal.lijn.zelf);
        return;
      }
      case 'vraagCursors':
        this.#toonCursors(stap, kanaal);
        return;
      default:
        exhaustief(bericht);
    }
  }

  /** Closes a kanaal from here: out of the readers, its ids free, its cursor gone from every screen. */
  sluitKanaal(stap: Pick<Tekststap, 'uitvoer'>, kanaal: Kanaal): void {
    if (!kanaal.isOpen) return;
    const { kamer, lijn } = kanaal;
    lijn.kanalen.delete(kanaal.nummer);
    kamer.lezers.delete(kanaal);
    if (kamer.lezers.size === 0) kamer.leegSinds = this.#behoeften.omgeving.nu();
    laatIdsLos(kanaal);
    this.haalCursorWeg(stap, kanaal);
  }

  /** SY8: who doesn't write here, or no longer, has no cursor here. */
  haalCursorWeg(stap: Pick<Tekststap, 'uitvoer'>, kanaal: Kanaal): void {
    const weg = kanaal.kamer.cursors.verlaat(kanaal);
    stap.uitvoer.deelCursors(kanaal.kamer, weg, kanaal, null);
  }

  #open(stap: Tekststap, lijn: Lijn, nummer: number, tijdperk: string | null): void {
    const zicht = lijn.zicht.get(nummer);
    const eerder = lijn.kanalen.get(nummer);
    if (eerder !== undefined) this.sluitKanaal(stap, eerder);
    if (zicht === undefined) {
      stap.uitvoer.meld(lijn, { type: 'sluit', kanaal: nummer, code: SLUITCODE.nietToegestaan });
      return;
    }
    // SY13: a copy of another time holds what was moved out or destroyed since.
    if (tijdperk !== null && tijdperk !== zicht.tijdperk) {
      stap.uitvoer.meld(lijn, { type: 'opnieuw', kanaal: nummer });
      return;
    }
    try {
      const kamer = stap.kamer({ id: zicht.compartiment, tijdperk: zicht.tijdperk }, lijn.casusId);
      const kanaal = new Kanaal(lijn, kamer, nummer, zicht.niveau === 'schrijven');
      kamer.lezers.add(kanaal);
      lijn.kanalen.set(nummer, kanaal);
      this.vraagStap2(stap, kanaal);
      this.#toonCursors(stap, kanaal);
    } catch (fout) {
      if (!(fout instanceof KluisFout)) throw fout;
      // One compartment that can't be read is no reason to leave the others unread.
      this.#behoeften.bijFout(fout);
      stap.uitvoer.meld(lijn, { type: 'sluit', kanaal: nummer, code: SLUITCODE.straksOpnieuw });
    }
  }

  /** SY6: asks for what this person wrote and the server lacks. */
  vraagStap2(stap: Pick<Tekststap, 'uitvoer'>, kanaal: Kanaal): void {
    kanaal.heeftStap2 = false;
    stap.uitvoer.aan(kanaal, () => stap1(kanaal.kamer.staatVector()));
  }

  #stap2(stap: Tekststap, kanaal: Kanaal, update: Uint8Array): void {
    // SY6: a reader's answer to the handshake changes nothing, and is taken in silence.
    if (!kanaal.schrijft) return;
    const isKlaar = this.#neem(stap, kanaal, update, true);
    if (!isKlaar) return;
    kanaal.heeftStap2 = true;
    // What was set aside came along in here (SY4a).
    kanaal.isIetsOpzij = false;
    stap.uitvoer.meldGelijk(kanaal);
    stap.uitvoer.bevestig(kanaal);
  }

  #update(stap: Tekststap, kanaal: Kanaal, update: Uint8Array): void {
    kanaal.ontvangen += 1;
    // What a reader deletes is dropped, so it can't be called stored (SY5, SY14).
    if (this.#neem(stap, kanaal, update, false) && kanaal.schrijft) stap.uitvoer.bevestig(kanaal);
  }

  /** The gate, and what follows from it (SY4). @returns whether the kanaal goes on */
  #neem(stap: Tekststap, kanaal: Kanaal, update: Uint8Array, isStap2: boolean): boolean {
    const { kamer } = kanaal;
    const uitkomst = keurUpdate(update, { doc: kamer.doc, velden: kamer.velden, eigenIds: kanaal.ids });
    switch (uitkomst.soort) {
      case 'niets_nieuws':
        return true;
      case 'toegelaten':
        // SY14: Yjs deletes formatting by itself on a reader's screen; that is nobody's edit.
        if (!kanaal.schrijft) return uitkomst.clientId === null || this.#weiger(stap, kanaal, 'alleen_lezen');
        return this.#pasToe(stap, kanaal, update, uitkomst.clientId);
      case 'sluit_niet_aan':
        if (kanaal.schrijft && !kanaal.heeftStap2 && !isStap2) {
          kanaal.isIetsOpzij = true;
          return true;
        }
        return this.#weiger(stap, kanaal, kanaal.schrijft ? uitkomst.code : 'alleen_lezen');
      case 'geweigerd':
        return this.#weiger(stap, kanaal, kanaal.schrijft ? uitkomst.code : 'alleen_lezen');
      case 'onleesbaar':
        kanaal.lijn.sluit(SLUITCODE.nietBegrepen);
        return false;
      default:
        return exhaustief(uitkomst);
    }
  }

  #pasToe(stap: Tekststap, kanaal: Kanaal, update: Uint8Array, clientId: number | null): boolean {
    const { kamer, lijn } = kanaal;
    const toegepast = kamer.pasToe(update);
    if (toegepast.schending !== null) {
      // The gate let through what it should not have: a fault of ours. Nobody saw it, and it is taken back whole.
      this.#behoeften.bijFout(new Error(`the gate let through: ${toegepast.schending}`));
      stap.laatVallen(kamer);
      return this.#weiger(stap, kanaal, 'inhoud');
    }
    if (toegepast.update === null) return true;
    if (clientId !== null && !kamer.auteurs.has(clientId)) {
      stap.bind(kamer, clientId, lijn.wie.medewerkerId);
    }
    stap.leg(kamer, toegepast.update, lijn.wie.medewerkerId);
    stap.uitvoer.deel(kamer, toegepast.update, kanaal);
    return true;
  }

  /** Says no, closes the kanaal, and puts it on record (NK10, NK17). @returns false */
  #weiger(stap: Tekststap, kanaal: Kanaal, code: Tekstweigering): false {
    const { lijn, kamer } = kanaal;
    this.sluitKanaal(stap, kanaal);
    this.#behoeften.logboek.schrijf({
      handeling: 'geweigerd',
      medewerkerId: lijn.wie.medewerkerId,
      casusId: lijn.casusId,
      compartimentId: kamer.plek.id,
      regel: code,
      bijzonderheden: { opdracht: 'tekst' },
    });
    stap.uitvoer.meld(lijn, { type: 'geweigerd', kanaal: kanaal.nummer, code, reden: redenVan(code) });
    if (lijn.telWeigering(this.#behoeften.omgeving.nu())) stap.uitvoer.sluit(lijn, SLUITCODE.teSnel);
    return false;
  }

  /** SY15: the same state and another text: Yjs' replicas came apart, and the server's is the one. */
  #vergelijk(stap: Tekststap, kanaal: Kanaal, staat: string, hash: string): void {
    const isZelfde = Buffer.from(staat, 'base64').equals(kanaal.kamer.staatVector());
    if (!isZelfde || !kanaal.lijn.magVergelijken(this.#behoeften.omgeving.nu())) return;
    if (hash === kanaal.kamer.stand()) return;
    this.sluitKanaal(stap, kanaal);
    stap.uitvoer.meld(kanaal.lijn, { type: 'opnieuw', kanaal: kanaal.nummer });
  }

  #toonCursors(stap: Tekststap, kanaal: Kanaal): void {
    const { kamer } = kanaal;
    for (const id of kamer.cursors.vanAnderen(kanaal)) {
      const van = kamer.cursors.kanaalVan(id);
      if (van !== undefined) stap.uitvoer.toonCursor(kanaal, id, van, van.lijn.zelf);
    }
  }
}

/** Which kanaal a control message is about; null when it is about none. */
export function kanaalIn(bytes: Uint8Array): number | null {
  const bericht = leesBesturing(bytes);
  return bericht === null || bericht.type === 'hartslag' ? null : bericht.kanaal;
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
