import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { Doc, type Text as YText } from 'yjs';
import type { Synclijn, Synctekst } from '../server/sync/lijn.ts';
import { Regel, regelsIn, voegRegelIn } from '../server/sync/veldtekst.ts';
import type { Plek } from './casus.ts';

/** A line that somebody typed, and what is known to be on disk of it. */
interface Alinea {
  /** What it begins with: nobody else's does. */
  readonly kop: string;
  getypt: string;
  /** The most of it that was called stored; null when nothing was. */
  bevestigd: string | null;
  weg: 'nee' | 'onbevestigd' | 'bevestigd';
}

/** One edit: what its paragraph read after it; null when it took it out. */
interface Bewerking {
  readonly alinea: Alinea;
  readonly tekst: string | null;
  /** On which opening it was sent, as which update of it; null while there was none. */
  readonly op: Synctekst | null;
  readonly nummer: number;
}

/**
 * Somebody in one text, with a Y.Doc that outlives every crash (SY3: the same client id, the same tijdperk): types
 * letter by letter in lines of their own, takes one out now and then, and remembers what was called stored.
 */
export class Schrijver {
  readonly naam: string;
  readonly plek: Plek;
  readonly doc = new Doc();
  readonly alineas: Alinea[] = [];
  /** Everything that ever ended an opening but a crash: none should. */
  readonly gesloten: unknown[] = [];
  readonly #schrijft: boolean;
  readonly #toeval: () => number;
  #tijdperk: string | null = null;
  #opening: { readonly lijn: Synclijn; readonly kanaal: number } | null = null;
  #onbevestigd: Bewerking[] = [];
  /** How many of those were made before this opening, so that its step 2 brings them. */
  #voorOpening = 0;
  #volgnummer = 0;

  constructor(naam: string, plek: Plek, schrijft: boolean, toeval: () => number) {
    this.naam = naam;
    this.plek = plek;
    this.#schrijft = schrijft;
    this.#toeval = toeval;
  }

  /** How many edits nobody called stored yet. */
  get openstaand(): number {
    return this.#onbevestigd.length;
  }

  /** The opening that there is. */
  get tekst(): Synctekst | null {
    return this.#opening === null ? null : (this.#opening.lijn.teksten.get(this.#opening.kanaal) ?? null);
  }

  get veld(): YText {
    return this.doc.getText(this.plek.veldId);
  }

  /** Opens, or opens again with what it has. */
  async open(lijn: Synclijn): Promise<void> {
    const zicht = lijn.kanaal(this.plek.compartimentId);
    if (zicht === undefined) throw new Error(`${this.naam} may not open this`);
    this.#voorOpening = this.#onbevestigd.length;
    this.#opening = { lijn, kanaal: zicht.kanaal };
    const tijdperk = this.#tijdperk;
    this.#tijdperk = zicht.tijdperk;
    await lijn.open(this.plek.compartimentId, this.doc, tijdperk);
  }

  /** Until all that was typed is called stored, on this opening. */
  async allesBevestigd(): Promise<void> {
    await this.tekst?.lijn.tot(() => {
      this.verwerkBevestigd();
      return this.openstaand === 0 && (this.tekst?.gelijk === true || !this.#schrijft);
    });
  }

  /** The line is gone: counts what was called stored on it, and lets go of it. @returns how many edits were */
  dicht(): number {
    const { tekst } = this;
    if (tekst === null) return 0;
    const stond = this.#onbevestigd.length;
    this.verwerkBevestigd();
    if (tekst.einde !== null) this.gesloten.push(tekst.einde);
    tekst.hoor({ type: 'sluit', kanaal: tekst.kanaal, code: 1006 });
    this.#opening = null;
    return stond - this.#onbevestigd.length;
  }

  /** Takes down what was called stored so far. */
  verwerkBevestigd(): void {
    const { tekst } = this;
    if (tekst === null) return;
    const open: Bewerking[] = [];
    this.#onbevestigd.forEach((bewerking, n) => {
      const isStap2 = tekst.gelijk && n < this.#voorOpening;
      const isUpdate = bewerking.op === tekst && bewerking.nummer <= tekst.bevestigd;
      if (!isStap2 && !isUpdate) open.push(bewerking);
      else if (bewerking.tekst === null) bewerking.alinea.weg = 'bevestigd';
      else bewerking.alinea.bevestigd = bewerking.tekst;
    });
    this.#voorOpening = tekst.gelijk ? 0 : this.#voorOpening;
    this.#onbevestigd = open;
  }

  /** One keystroke; a reader has none. */
  toets(): void {
    if (!this.#schrijft) return;
    const worp = this.#toeval();
    const laatste = this.alineas.at(-1);
    if (laatste === undefined || laatste.weg !== 'nee' || worp < 0.15) this.#begin();
    else if (worp < 0.2) this.#neemWeg();
    else this.#letter(laatste, String.fromCharCode(97 + Math.floor(this.#toeval() * 26)));
  }

  #begin(): void {
    this.#volgnummer += 1;
    const kop = `${this.naam} ${this.#volgnummer}:`;
    const alinea: Alinea = { kop, getypt: kop, bevestigd: null, weg: 'nee' };
    this.alineas.push(alinea);
    // Never into the first line: two who begin in an empty text begin in the same one (TX2).
    const achter = Math.floor(this.#toeval() * regelsIn(this.veld).length);
    this.doc.transact(() => voegRegelIn(this.veld, achter, kop));
    this.#onthoud(alinea, kop);
  }

  #letter(alinea: Alinea, letter: string): void {
    this.#regel(alinea).insert(alinea.getypt.length, letter);
    alinea.getypt += letter;
    this.#onthoud(alinea, alinea.getypt);
  }

  #neemWeg(): void {
    const staan = this.alineas.filter(({ weg }) => weg === 'nee');
    const alinea = staan[Math.floor(this.#toeval() * staan.length)];
    if (alinea === undefined) return;
    this.#regel(alinea).wis();
    alinea.weg = 'onbevestigd';
    this.#onthoud(alinea, null);
  }

  #regel({ kop }: Alinea): Regel {
    return new Regel(
      this.veld,
      regelsIn(this.veld).findIndex((regel) => regel.startsWith(kop)),
    );
  }

  #onthoud(alinea: Alinea, tekst: string | null): void {
    this.#onbevestigd.push({ alinea, tekst, op: this.tekst, nummer: this.tekst?.verstuurd ?? 0 });
  }
}

/** Lines of a text by what they begin with. */
export function alineasIn(doc: Doc, { veldId }: Plek): Map<string, string> {
  const gevonden = new Map<string, string>();
  for (const tekst of regelsIn(doc.getText(veldId))) {
    gevonden.set(tekst.slice(0, tekst.indexOf(':') + 1), tekst);
  }
  return gevonden;
}

/** Every update that came on a kanaal: step 2, and what was sent on. */
export function ontvangenOp(lijn: Synclijn, kanaal: number): Uint8Array[] {
  return lijn.berichten
    .filter((een) => een.kanaal === kanaal)
    .flatMap(({ bericht }) => {
      const lezer = createDecoder(bericht);
      if (readVarUint(lezer) !== 0) return [];
      const stap = readVarUint(lezer);
      return stap === 0 ? [] : [readVarUint8Array(lezer)];
    });
}
