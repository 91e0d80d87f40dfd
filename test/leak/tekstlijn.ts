import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { Doc, encodeStateVector, UndoManager } from 'yjs';
import type { Kanaalzicht, VanServer } from '../../shared/sync/besturing.ts';
import { rusthash } from '../../shared/sync/stand.ts';
import { bytesUit } from '../server/opstelling.ts';
import { Synclijn, Synctekst } from '../server/sync/lijn.ts';
import { Regel, regelsIn, typ, voegRegelIn } from '../server/sync/veldtekst.ts';
import type { Tekstdaad } from './stand.ts';

/** What a server sent over one line: control messages, the berichten of each kanaal, and how it ended. */
export interface Lijnspoor {
  readonly besturing: readonly string[];
  readonly kanalen: readonly { readonly naam: string; readonly berichten: readonly string[] }[];
  readonly sluitcode: number | null;
}

/** Numbers below this stand in the trace as they are: of random ones there are none, of a counter there are. */
const TOEVALLIG = 1024;

/** One person's line on one casus, with what they have open. What they do follows from numbers, in both servers alike. */
export class Tekstlijn {
  readonly lijn: Synclijn;
  readonly #hervat = new Map<Synctekst, UndoManager>();
  #klok = 0;

  private constructor(lijn: Synclijn) {
    this.lijn = lijn;
  }

  static async begin(url: string, casusId: string, cookie: string): Promise<Tekstlijn> {
    return new Tekstlijn(await new Synclijn(url, casusId, cookie).klaar());
  }

  get leeft(): boolean {
    return this.lijn.sluitcode === null;
  }

  /** Returns when the server has handled all that was sent, its own step 1 answered. */
  async bij(): Promise<void> {
    for (let voor = -1; this.leeft && voor !== this.lijn.berichten.length; ) {
      voor = this.lijn.berichten.length;
      await this.lijn.bij();
    }
    this.#vergeetGesloten();
  }

  /** Opens everything that may be opened and isn't yet. */
  async opent(regels: readonly Kanaalzicht[] = this.lijn.zicht): Promise<void> {
    this.#vergeetGesloten();
    const nieuw = regels.flatMap((regel) => {
      if (this.lijn.teksten.has(regel.kanaal)) return [];
      const tekst = new Synctekst(this.lijn, regel.kanaal, new Doc());
      this.lijn.teksten.set(regel.kanaal, tekst);
      this.lijn.meld({ type: 'open', kanaal: regel.kanaal, tijdperk: null });
      tekst.begin();
      return [tekst];
    });
    await this.lijn.tot(() => !this.leeft || nieuw.every((tekst) => tekst.isGeladen || tekst.einde !== null));
    await this.bij();
  }

  /**
   * Does something in a text.
   * @param merk what a new client id follows from
   * @param gok the kanaal to try when it isn't one of theirs
   * @returns whether it was taken
   */
  async doe(
    { daad, n, tekst: woorden }: { daad: Tekstdaad; n: readonly number[]; tekst: string },
    plaats: { compartimentId: string; veldId: string | null },
    merk: string,
    gok: number,
  ): Promise<boolean> {
    const regel = this.lijn.kanaal(plaats.compartimentId);
    if (regel === undefined) {
      this.lijn.meld({ type: 'open', kanaal: gok, tijdperk: null });
      await this.bij();
      return false;
    }
    await this.opent([regel]);
    const tekst = this.lijn.teksten.get(regel.kanaal);
    if (tekst === undefined || plaats.veldId === null) return false;
    this.#doe(tekst, daad, plaats.veldId, n, woorden, merk);
    await this.bij();
    return this.leeft && tekst.einde === null;
  }

  /** What was sent over it, with kanaal numbers renamed in the order in which they appear. */
  spoor(): Lijnspoor {
    const namen = new Map<number, string>();
    const noem = (kanaal: number): string => {
      const naam = namen.get(kanaal) ?? (kanaal < TOEVALLIG ? `nr ${kanaal}` : `k${namen.size}`);
      namen.set(kanaal, naam);
      return naam;
    };
    let zicht: readonly Kanaalzicht[] = [];
    // A guess is answered with the number that was guessed, whatever stands behind it.
    const isGok = (bericht: VanServer): boolean => {
      if (bericht.type === 'zicht') zicht = bericht.kanalen;
      return bericht.type === 'sluit' && !zicht.some(({ kanaal }) => kanaal === bericht.kanaal);
    };
    const besturing = this.lijn.besturing
      .filter(({ type }) => type !== 'hartslag')
      .map((bericht) => (isGok(bericht) ? { ...bericht, kanaal: 'as guessed' } : bericht))
      .map((bericht) =>
        JSON.stringify(bericht, (veld, waarde: unknown) =>
          veld === 'kanaal' && typeof waarde === 'number' ? noem(waarde) : waarde,
        ),
      );
    const nummers = [...new Set(this.lijn.berichten.map(({ kanaal }) => kanaal))];
    return {
      besturing,
      kanalen: nummers
        .map((nummer) => ({
          naam: noem(nummer),
          berichten: this.lijn.berichten
            .filter(({ kanaal }) => kanaal === nummer)
            .map(({ bericht }) => leesbaar(bericht)),
        }))
        .sort((a, b) => a.naam.localeCompare(b.naam)),
      sluitcode: this.lijn.sluitcode,
    };
  }

  #doe(
    tekst: Synctekst,
    daad: Tekstdaad,
    veldId: string,
    n: readonly number[],
    woorden: string,
    merk: string,
  ): void {
    const { doc, kanaal } = tekst;
    const [n0 = 0, n1 = 0, n2 = 0] = n;
    const veld = tekst.veld(veldId);
    const regels = regelsIn(veld);
    const nummer = n0 % regels.length;
    const regel = new Regel(veld, nummer);
    const lengte = regels[nummer]?.length ?? 0;
    const schrijf = (werk: () => void): void => {
      this.#schrijver(tekst, veldId, merk);
      doc.transact(werk);
    };
    switch (daad) {
      case 'open':
        return;
      case 'typ':
        if (veld.length === 0) schrijf(() => typ(doc, veldId, woorden));
        else if (n2 % 3 > 0) schrijf(() => voegRegelIn(veld, n1 % regels.length, woorden));
        else schrijf(() => regel.insert(n1 % (lengte + 1), woorden));
        return;
      case 'probeer':
        // Typed and taken back while the line is there: both go to the server.
        schrijf(() => veld.insert(0, woorden));
        schrijf(() => veld.delete(0, woorden.length));
        return;
      case 'wis':
        if (veld.length === 0) return;
        if (n2 % 2 === 0) schrijf(() => regel.wis());
        else if (lengte > 1) {
          const begin = n1 % (lengte - 1);
          schrijf(() => regel.delete(begin, 1 + (n2 % (lengte - begin))));
        }
        return;
      case 'vorm':
        if (lengte < 2) return;
        schrijf(() => regel.format(n1 % (lengte - 1), 1, { strong: n2 % 3 === 0 ? null : true }));
        return;
      case 'ongedaan':
        this.#hervat.get(tekst)?.undo();
        return;
      case 'wijs': {
        this.#schrijver(tekst, veldId, merk);
        this.#klok += 1;
        const plaats = { tname: veldId, assoc: 0 };
        const staat = n0 % 5 === 4 ? null : { cursor: { anchor: plaats, head: plaats } };
        tekst.stuurCursors([{ clientId: doc.clientID, klok: this.#klok, staat }]);
        return;
      }
      case 'sluit':
        this.lijn.meld({ type: 'sluit', kanaal });
        this.lijn.teksten.delete(kanaal);
        return;
      case 'vergeefs':
        // As typed and deleted with the line gone: the text goes to the server, and no further (SY5a, NK14).
        this.#schrijver(tekst, veldId, merk);
        doc.gc = false;
        doc.transact(() => {
          veld.insert(0, woorden);
          veld.delete(0, woorden.length);
        }, 'vergeefs');
        doc.gc = true;
        return;
      case 'stand': {
        const staat = Buffer.from(encodeStateVector(doc)).toString('base64');
        this.lijn.meld({
          type: 'stand',
          kanaal,
          staat,
          hash: n0 % 2 === 1 ? 'f'.repeat(64) : rusthash(doc),
        });
      }
    }
  }

  /** From the first time that they write here they have a client id, and can undo. */
  #schrijver(tekst: Synctekst, veldId: string, merk: string): void {
    if (this.#hervat.has(tekst)) return;
    tekst.doc.clientID = Buffer.from(bytesUit(merk, 4)).readUInt32BE();
    this.lijn.meld({ type: 'auteur', kanaal: tekst.kanaal, clientId: tekst.doc.clientID });
    this.#hervat.set(tekst, new UndoManager(tekst.veld(veldId), { captureTimeout: 0 }));
  }

  #vergeetGesloten(): void {
    const open = new Set(this.lijn.zicht.map(({ kanaal }) => kanaal));
    for (const [kanaal, tekst] of this.lijn.teksten) {
      if (tekst.einde !== null || !open.has(kanaal)) this.lijn.teksten.delete(kanaal);
    }
  }
}

/** A bericht so that ids in it can be renamed, and a person can see what it is. */
function leesbaar(bericht: Uint8Array): string {
  const lezer = createDecoder(bericht);
  if (readVarUint(lezer) === 0) {
    const soort = ['stap 1', 'stap 2', 'update'][readVarUint(lezer)] ?? '?';
    return `${soort} ${Buffer.from(readVarUint8Array(lezer)).toString('latin1')}`;
  }
  const staten = createDecoder(readVarUint8Array(lezer));
  const regels: string[] = [];
  for (let over = readVarUint(staten); over > 0; over -= 1) {
    const clientId = readVarUint(staten);
    // In seconds, of which every command has its own: what came in one millisecond is outside the claim.
    const seconde = Math.floor(readVarUint(staten) / 1000);
    regels.push(`${clientId} ${seconde} ${readVarString(staten)}`);
  }
  return `cursors ${regels.join(' | ')}`;
}
