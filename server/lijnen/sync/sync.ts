import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket, WebSocketServer } from 'ws';
import { Id } from '../../../shared/contract/gedeeld.ts';
import { BESTURING, Framefout, type Kanaalbericht, leesFrame } from '../../../shared/sync/frame.ts';
import { SLUITCODE } from '../../../shared/sync/sluitcodes.ts';
import { isVreemdeHerkomst } from '../../http/herkomst.ts';
import type { Wie } from '../../http/route.ts';
import { weigerUpgrade } from '../../http/upgrades.ts';
import type { Beurten } from '../../kern/beurten.ts';
import { type Budgetten, KOSTEN } from '../../kern/budget.ts';
import type { Omgeving } from '../../kern/omgeving.ts';
import type { Omvang } from '../../kern/omvang.ts';
import type { Stapdeel, Stappen } from '../../kern/stap.ts';
import type { Logboek } from '../../logboek/logboek.ts';
import type { Kamer } from '../../teksten/kamer.ts';
import type { Teksten, Tekstval, Tekstwijziging } from '../../teksten/teksten.ts';
import type { Kijk, Kijker, Kijkers, Kijkkant, Toegang } from '../../toegang/toegang.ts';
import { beantwoordPings, WebSocketServerZonderPong } from '../pings.ts';
import { neemVerbinding } from '../verbindingen.ts';
import { isTeVol } from './berichten.ts';
import { type Kanaal, Lijn } from './lijn.ts';
import { LIJNMATEN } from './maten.ts';
import { Uitvoer } from './uitvoer.ts';
import { kanaalIn, Verwerking } from './verwerking.ts';
import { leestNiet, type Opdracht, Wachtrij } from './wachtrij.ts';
import { Zalen } from './zaal.ts';
import { Zichten } from './zichten.ts';

/** What sync needs of the rest. */
export interface Syncbehoeften {
  readonly herkenSessie: (verzoek: IncomingMessage) => Wie | null;
  readonly stappen: Stappen;
  readonly toegang: Toegang;
  readonly kijkers: Kijkers;
  readonly teksten: Teksten;
  readonly logboek: Logboek;
  readonly omgeving: Omgeving;
  /** What each may cost, whose turn it is, and how many lines somebody has (ST6). */
  readonly budgetten: Budgetten;
  readonly beurten: Beurten;
  readonly omvang: Pick<Omvang, 'lijnen' | 'tekst' | 'compartiment'>;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
}

const POLS_MS = 10_000;
/** When everything that waits can't go now: looked at again after so long, at least and at most. */
const MEESTAL_GELEZEN_MS = 20;
const LANGST_MS = 1_000;
const PAD = '/sync/';

/** What a step says over lines; out at its place in the order of what is told. */
const UITVOER: Stapdeel<Uitvoer> = {
  maak: (stap) => {
    const uitvoer = new Uitvoer();
    stap.daarna('tekst', () => uitvoer.spoel());
    return uitvoer;
  },
};

/**
 * The co-edited texts over WebSocket: `/sync/{casusId}`, SY1–SY15. Frames of everyone wait in one queue; at the tick,
 * without awaiting anything: gate, apply, insert, COMMIT, send on, acknowledge (SY5).
 */
export class Sync implements Kijkkant {
  readonly #behoeften: Syncbehoeften;
  readonly #wss: WebSocketServer;
  readonly #zalen: Zalen<Kanaal>;
  readonly #verwerking: Verwerking;
  readonly #zichten: Zichten;
  readonly #lijnen = new Map<string, Set<Lijn>>();
  readonly #kijkers = new Map<Lijn, Kijker>();
  /** What is said while everyone who looks at a casus is decided about again. */
  #ronde = new Uitvoer();
  readonly #wachtrij: Wachtrij;
  readonly #perPersoon = new Map<string, Set<Lijn>>();
  /** The next tick, by the time of this machine in ms. */
  #gepland: { readonly op: number; readonly staak: () => void } | null = null;
  #laatsteTik = 0;
  readonly #polsslag: NodeJS.Timeout;

  constructor(http: Server, behoeften: Syncbehoeften) {
    this.#behoeften = behoeften;
    this.#zichten = new Zichten(behoeften.omgeving);
    this.#zalen = new Zalen<Kanaal>(() => behoeften.omgeving.nu());
    this.#verwerking = new Verwerking({ ...behoeften, zalen: this.#zalen });
    this.#wachtrij = new Wachtrij(behoeften.budgetten, behoeften.beurten.verbruik);
    this.#wss = new WebSocketServerZonderPong({
      noServer: true,
      maxPayload: LIJNMATEN.frame,
      perMessageDeflate: false,
      clientTracking: false,
    });
    http.on('upgrade', (verzoek: IncomingMessage, draad: Duplex, kop: Buffer) => {
      if (!verzoek.url?.startsWith(PAD)) return;
      if (!this.#isGelukt(() => this.#neemOp(verzoek, draad, kop))) draad.destroy();
    });
    this.#polsslag = setInterval(() => this.#isGelukt(() => this.#pols()), POLS_MS);
    this.#polsslag.unref();
  }

  /** Whose lines have a document open now. */
  lezersVan(kamer: Kamer): Wie[] {
    return [...this.#zalen.van(kamer).lezers].map(({ lijn }) => lijn.wie);
  }

  /** A command changed a text: everyone who reads along gets it. */
  deel({ kamer, update }: Tekstwijziging): void {
    const uitvoer = new Uitvoer();
    uitvoer.deel(this.#zalen.van(kamer), update, null);
    uitvoer.spoel();
  }

  /** Documents were dropped: who had them open tries again later (SY5: 4513), or with a fresh document (SY13). */
  laatVallen({ kamers, hoe }: Tekstval): void {
    for (const kamer of kamers) {
      for (const kanaal of [...this.#zalen.van(kamer).lezers]) {
        this.#verwerking.sluitKanaal(new Uitvoer(), kanaal);
        kanaal.meld(
          hoe === 'opnieuw'
            ? { type: 'opnieuw', kanaal: kanaal.nummer }
            : { type: 'sluit', kanaal: kanaal.nummer, code: SLUITCODE.straksOpnieuw },
        );
        kanaal.lijn.spoel();
      }
    }
  }

  /** What was said to the lines of a casus goes out, when all of them have been decided about. */
  rondAf(casusId: string): void {
    const ronde = this.#ronde;
    this.#ronde = new Uitvoer();
    try {
      ronde.spoel();
    } finally {
      for (const lijn of this.#lijnen.get(casusId) ?? []) lijn.spoel();
    }
  }

  /** Lets go of every line, and keeps the state of every document. */
  async sluit(): Promise<void> {
    clearInterval(this.#polsslag);
    // What came in already is written, and acknowledged.
    this.#handelAf(null, { berichten: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY });
    for (const lijn of this.#alle()) lijn.verbreek();
    this.#lijnen.clear();
    this.#behoeften.teksten.sluit();
    await new Promise<void>((klaar) => this.#wss.close(() => klaar()));
  }

  #neemOp(verzoek: IncomingMessage, draad: Duplex, kop: Buffer): void {
    if (isVreemdeHerkomst(verzoek)) {
      weigerUpgrade(draad, '403 Forbidden');
      return;
    }
    const wie = this.#zonderUitval(() => this.#behoeften.herkenSessie(verzoek)) || null;
    if (!neemVerbinding(this.#behoeften.budgetten, verzoek, wie)) {
      weigerUpgrade(draad, '429 Too Many Requests');
      return;
    }
    this.#wss.handleUpgrade(verzoek, draad, kop, (socket) => {
      // An error of the socket is followed by its close; without a listener it would end the process (SY10).
      socket.on('error', doeNiets);
      // What comes before its turn waits at the other side.
      socket.pause();
      void this.#behoeften.beurten.doe(wie?.persoonId ?? 'zonder sessie', () => {
        if (socket.readyState !== socket.OPEN) return;
        if (!this.#isGelukt(() => this.#verbind(socket, draad, verzoek)))
          socket.close(SLUITCODE.straksOpnieuw);
        socket.resume();
      });
    });
  }

  #verbind(socket: WebSocket, draad: Duplex, verzoek: IncomingMessage): void {
    this.#behoeften.stappen.lees(() => {
      const { herkenSessie, toegang } = this.#behoeften;
      const wie = herkenSessie(verzoek);
      if (wie === null) {
        socket.close(SLUITCODE.geenSessie);
        return;
      }
      const { casusId, lijnnaam, na } = leesAdres(verzoek.url ?? '');
      const kijk =
        casusId === null ? null : (toegang.kijk(casusId, wie) ?? toegang.kijkOpPlaats(casusId, wie));
      if (casusId === null || kijk === null) {
        // NK5: a casus that isn't there and one that isn't mine close alike.
        socket.close(SLUITCODE.nietToegestaan);
        return;
      }
      // The client's own word that this connection follows on that one: its ids must not stay live on a dead one.
      for (const lijn of this.#vanPersoon(wie)) {
        if (na !== null && lijn.naam === na && lijn.wie.sessieId === wie.sessieId) this.#beeindig(lijn, null);
      }
      this.#maakPlaats(wie);
      toegang.openVanzelf(kijk);
      const lijn = new Lijn(
        socket,
        wie,
        casusId,
        lijnnaam,
        this.#behoeften.omgeving.nu(),
        this.#behoeften.bijFout,
        schrijfNaar(socket, draad),
      );
      if (!this.#isGelukt(() => this.#neemLijnAan(lijn, socket, kijk))) this.#geefOp(lijn);
    });
  }

  /** ST6: of so many lines the one that was used longest ago makes place; its tab comes back when it is looked at. */
  #maakPlaats(wie: Wie): void {
    const eigen = this.#vanPersoon(wie).sort((a, b) => a.laatstGebruikt - b.laatstGebruikt);
    const teVeel = eigen.length + 1 - this.#behoeften.omvang.lijnen;
    for (const lijn of eigen.slice(0, Math.max(0, teVeel))) this.#beeindig(lijn, SLUITCODE.verdrongen);
  }

  #neemLijnAan(lijn: Lijn, socket: WebSocket, kijk: Kijk): void {
    const { omgeving, kijkers } = this.#behoeften;
    const lijnen = this.#lijnen.get(lijn.casusId) ?? new Set();
    this.#lijnen.set(lijn.casusId, lijnen.add(lijn));
    const eigen = this.#perPersoon.get(lijn.wie.persoonId) ?? new Set();
    this.#perPersoon.set(lijn.wie.persoonId, eigen.add(lijn));
    // ST4: what it throws ends this line.
    const opDezeLijn = (doe: () => void): void => {
      if (!this.#isGelukt(doe)) this.#geefOp(lijn);
    };
    socket.on('message', (bytes: Buffer, isBinair: boolean) =>
      opDezeLijn(() => this.#ontvang(lijn, bytes, isBinair)),
    );
    beantwoordPings(socket);
    socket.on('pong', () => opDezeLijn(() => lijn.leeft(omgeving.nu())));
    socket.on('close', () => opDezeLijn(() => this.#beeindig(lijn, null)));
    const kijker: Kijker = {
      wie: lijn.wie,
      casusId: lijn.casusId,
      opPlaats: true,
      neemAf: (nu) => this.#pasAan(lijn, nu, this.#ronde),
      vertel: (nu) => this.#vertel(lijn, nu),
      verbreek: () => this.#laatGaan(lijn, null, this.#ronde),
    };
    this.#kijkers.set(lijn, kijker);
    kijkers.komt(kijker);
    this.#pasAan(lijn, kijk, new Uitvoer());
    this.#meldZicht(lijn);
    lijn.spoel();
  }

  /** What came in waits in the queue; what comes too fast or makes no sense ends this line and nothing else (SY10). */
  #ontvang(lijn: Lijn, bytes: Buffer, isBinair: boolean): void {
    if (lijn.isDood) return;
    const nu = this.#behoeften.omgeving.nu();
    lijn.leeft(nu);
    if (!isBinair) {
      this.#beeindig(lijn, SLUITCODE.nietBegrepen);
      return;
    }
    if (isTeVol(bytes, LIJNMATEN.berichtenPerFrame)) {
      this.#beeindig(lijn, SLUITCODE.teSnel);
      return;
    }
    for (const { kanaal, bericht } of this.#lees(lijn, bytes)) {
      const soort = soortVan(kanaal, bericht);
      if (!lijn.magOntvangen(soort, nu)) {
        if (soort === 'cursor') continue;
        this.#beeindig(lijn, SLUITCODE.teSnel);
        return;
      }
      if (bericht.length > LIJNMATEN.bericht) {
        this.#beeindig(lijn, SLUITCODE.teGroot);
        return;
      }
      if (soort === 'cursor' && bericht.length > LIJNMATEN.cursor) continue;
      if (soort !== 'overig') lijn.laatstGebruikt = nu;
      this.#wachtrij.voegToe({ lijn, kanaal, bericht });
    }
    this.#planTik();
  }

  /** @param minstens ms, when it is of no use to look sooner */
  #planTik(minstens = 0): void {
    if (this.#wachtrij.isLeeg) return;
    const { nu } = this.#behoeften.budgetten;
    const op = Math.max(this.#laatsteTik + LIJNMATEN.tussenTikken, nu() + minstens);
    if (this.#gepland !== null) {
      if (this.#gepland.op <= op) return;
      this.#gepland.staak();
    }
    const wacht = op - nu();
    const doe = (): void => {
      this.#gepland = null;
      this.#isGelukt(() => this.#tik());
    };
    if (wacht <= 0) {
      const straks = setImmediate(doe);
      this.#gepland = { op, staak: () => clearImmediate(straks) };
    } else {
      const straks = setTimeout(doe, wacht);
      this.#gepland = { op, staak: () => clearTimeout(straks) };
    }
  }

  #lees(lijn: Lijn, bytes: Buffer): readonly Kanaalbericht[] {
    try {
      return leesFrame(bytes);
    } catch (fout) {
      if (!(fout instanceof Framefout)) throw fout;
      this.#beeindig(lijn, SLUITCODE.nietBegrepen);
      return [];
    }
  }

  /** The tick: of what waits as much as there is time for, in one step; then what came in meanwhile is looked at. */
  #tik(): void {
    const { budgetten } = this.#behoeften;
    this.#laatsteTik = budgetten.nu();
    if (this.#wachtrij.isLeeg) return;
    const isGedaan = this.#handelAf(
      (eerste) => isVraagOmTekst(eerste) && leestNiet(eerste.lijn, this.#vanPersoon(eerste.lijn.wie)),
      LIJNMATEN.perTik,
    );
    this.#isGelukt(() => this.#behoeften.teksten.werkIndexBij());
    // Who owes, or leaves unread what they asked for, is looked at again when that can be otherwise.
    this.#planTik(isGedaan ? 0 : Math.min(Math.max(this.#wachtrij.wacht(), MEESTAL_GELEZEN_MS), LANGST_MS));
  }

  /**
   * One step with what waits, in the order of `Wachtrij`. In it each bericht stands by itself: what one throws closes
   * what it was about, and the others are written (ST4).
   * @param wacht which can't be handled now; null to handle all there is
   * @param hoogstens when so much was taken and given, the rest waits for the next
   * @returns whether anything was
   */
  #handelAf(
    wacht: ((eerste: Opdracht) => boolean) | null,
    hoogstens: { readonly berichten: number; readonly bytes: number },
  ): boolean {
    const { beurten, stappen } = this.#behoeften;
    const werk: Opdracht[] = [];
    let bytes = 0;
    const volgende = () =>
      werk.length < hoogstens.berichten && bytes < hoogstens.bytes ? this.#wachtrij.volgende(wacht) : null;
    const mislukt: Opdracht[] = [];
    const isGelukt = this.#isGelukt(() => {
      let beurt = volgende();
      if (beurt === null) return;
      stappen.doe((stap) => {
        const uitvoer = stap.deel(UITVOER);
        for (; beurt !== null; beurt = volgende()) {
          const opdracht = this.#wachtrij.neem(beurt);
          if (opdracht === undefined) break;
          werk.push(opdracht);
          const eerder = uitvoer.beantwoord;
          const gezegd = uitvoer.gezegd;
          if (!opdracht.lijn.isDood && !stappen.los(() => this.#verwerk(uitvoer, opdracht))) {
            uitvoer.neemTerug(gezegd);
            mislukt.push(opdracht);
          }
          const gegeven = uitvoer.beantwoord - eerder;
          bytes += opdracht.bericht.length + gegeven;
          beurten.verbruik.boek(beurt.persoonId, this.#reken(opdracht, gegeven));
        }
      });
    });
    const uit = isGelukt ? mislukt : [...werk, ...this.#wachtrij.leeg()];
    if (uit.length > 0) this.#isGelukt(() => this.#stelUit(uit));
    return werk.length > 0;
  }

  #verwerk(uitvoer: Uitvoer, { lijn, kanaal: nummer, bericht }: Opdracht): void {
    if (nummer === BESTURING) {
      this.#verwerking.besturing(uitvoer, lijn, bericht);
      return;
    }
    const kanaal = lijn.kanalen.get(nummer);
    if (kanaal !== undefined) this.#verwerking.opKanaal(uitvoer, kanaal, bericht);
  }

  /** ST6: what it cost, by what was sent and what is sent back. @returns about so many ms */
  #reken({ lijn, kanaal, bericht }: Opdracht, beantwoord: number): number {
    const { budgetten } = this.#behoeften;
    const { werk, tekst } = budgetten.van(lijn.wie.persoonId);
    const isUpdate = soortVan(kanaal, bericht) === 'update';
    const bytes = bericht.length / KOSTEN.bytesPerEenheid + beantwoord / KOSTEN.tekstPerEenheid;
    const kosten = (isUpdate ? KOSTEN.update : KOSTEN.bericht) + bytes;
    werk.boek(kosten, budgetten.nu());
    if (isUpdate) tekst.boek(bericht.length, budgetten.nu());
    return kosten;
  }

  #vanPersoon({ persoonId }: Wie): Lijn[] {
    return [...(this.#perPersoon.get(persoonId) ?? [])];
  }

  /**
   * SY5: what came in a step that failed was neither taken nor refused. Also where the step didn't get to it (the file
   * was locked, an earlier bericht failed), its kanaal closes with 4513: what comes next on it wouldn't connect.
   */
  #stelUit(werk: readonly Opdracht[]): void {
    const uitvoer = new Uitvoer();
    const perLijn = new Map<Lijn, Set<number>>();
    const leven = new Set<Lijn>();
    for (const { lijn, kanaal, bericht } of werk) {
      const nummer = kanaal === BESTURING ? kanaalIn(bericht) : kanaal;
      if (nummer === 'hartslag') leven.add(lijn);
      else if (nummer !== null) perLijn.set(lijn, (perLijn.get(lijn) ?? new Set()).add(nummer));
    }
    for (const [lijn, nummers] of perLijn) {
      for (const nummer of nummers) {
        const kanaal = lijn.kanalen.get(nummer);
        if (kanaal !== undefined) this.#verwerking.sluitKanaal(uitvoer, kanaal);
        // One that was dropped with its document hears it twice; that says nothing else.
        lijn.meld({ type: 'sluit', kanaal: nummer, code: SLUITCODE.straksOpnieuw });
      }
    }
    // Of no kanaal, and as true as before: unanswered it would cost the line (SY12).
    for (const lijn of leven) lijn.meld({ type: 'hartslag' });
    uitvoer.spoel();
    for (const lijn of [...perLijn.keys(), ...leven]) lijn.spoel();
  }

  /** What this line may have open now: closes what it may not, and says nothing yet. */
  #pasAan(lijn: Lijn, kijk: Kijk | null, uitvoer: Uitvoer): void {
    const { verloor, wint, daalt } = this.#zichten.pasToe(lijn, kijk, (kanaal) =>
      this.#verwerking.sluitKanaal(uitvoer, kanaal),
    );
    // NK7: bytes that are still on their way to the kernel can't be called back; the connection can.
    if (verloor && lijn.ongestuurd > 0) this.#laatGaan(lijn, null, uitvoer);
    for (const kanaal of daalt) this.#verwerking.haalCursorWeg(uitvoer, kanaal);
    for (const kanaal of wint) this.#verwerking.vraagStap2(uitvoer, kanaal);
    if (!lijn.isDood) this.#zichten.toonNamen(lijn, kijk, uitvoer);
  }

  #vertel(lijn: Lijn, kijk: Kijk | null): void {
    if (kijk !== null) this.#meldZicht(lijn);
    else {
      const isAangemeld = this.#behoeften.kijkers.isAangemeld(lijn.wie);
      this.#laatGaan(lijn, isAangemeld ? SLUITCODE.nietToegestaan : SLUITCODE.geenSessie, this.#ronde);
    }
  }

  #meldZicht(lijn: Lijn): void {
    if (!lijn.isDood) this.#zichten.meld(lijn);
  }

  /** Ends a line, politely with a code unless bytes still wait, else at once; and everything that was open on it. */
  #beeindig(lijn: Lijn, code: number | null): void {
    // NK7: that its cursors went is told to who may still read: what is over by the clock ends before a step begins.
    this.#behoeften.stappen.lees(() => {
      const uitvoer = new Uitvoer();
      this.#laatGaan(lijn, code, uitvoer);
      uitvoer.spoel();
    });
  }

  /** The same, told by who decides for others in the same step. */
  #laatGaan(lijn: Lijn, code: number | null, uitvoer: Uitvoer): void {
    if (!lijn.isDood) {
      if (code === null || lijn.ongestuurd > 0) lijn.verbreek();
      else lijn.sluit(code);
    }
    const lijnen = this.#lijnen.get(lijn.casusId);
    if (lijnen?.delete(lijn) !== true) return;
    if (lijnen.size === 0) this.#lijnen.delete(lijn.casusId);
    const eigen = this.#perPersoon.get(lijn.wie.persoonId);
    eigen?.delete(lijn);
    if (eigen?.size === 0) this.#perPersoon.delete(lijn.wie.persoonId);
    this.#wachtrij.vergeet(lijn);
    const kijker = this.#kijkers.get(lijn);
    this.#kijkers.delete(lijn);
    if (kijker !== undefined) this.#behoeften.kijkers.gaat(kijker);
    for (const kanaal of [...lijn.kanalen.values()]) this.#verwerking.sluitKanaal(uitvoer, kanaal);
  }

  #pols(): void {
    const nu = this.#behoeften.omgeving.nu();
    for (const lijn of this.#alle()) {
      const isGelukt = this.#isGelukt(() => {
        lijn.pols(nu);
        if (lijn.isDood) this.#beeindig(lijn, null);
      });
      if (!isGelukt) this.#geefOp(lijn);
    }
  }

  #alle(): Lijn[] {
    return [...this.#lijnen.values()].flatMap((lijnen) => [...lijnen]);
  }

  /** Something failed on behalf of a line: it ends, whatever else fails in that. */
  #geefOp(lijn: Lijn): void {
    if (!this.#isGelukt(() => this.#beeindig(lijn, SLUITCODE.straksOpnieuw))) lijn.verbreek();
  }

  #isGelukt(doe: () => void): boolean {
    return (
      this.#zonderUitval(() => {
        doe();
        return true;
      }) !== false
    );
  }

  /** What fails on behalf of one socket must not end the process (SY10, ST4). @returns false when it failed */
  #zonderUitval<T>(doe: () => T): T | false {
    try {
      return doe();
    } catch (fout) {
      this.#behoeften.bijFout(fout);
      return false;
    }
  }
}

/** Made here, for it stays as long as its line: made where the line is, it would hold on to the whole request. */
function doeNiets(): void {}

/**
 * Writes a message past `ws`, head and all. Made here and not where the line is: there it would hold on to all that was
 * known of the casus at that moment, for as long as the line is open.
 */
function schrijfNaar(socket: WebSocket, draad: Duplex): (bericht: Uint8Array) => void {
  return (bericht) => {
    // As `ws` does: once either side began to close, nothing more is said.
    if (socket.readyState === socket.OPEN) draad.write(bericht);
  };
}

/** `/sync/{casusId}?lijn={name of this connection}&na={name of the one before}`; null for what isn't an id. */
function leesAdres(adres: string): { casusId: string | null; lijnnaam: string | null; na: string | null } {
  const [pad = '', vraag = ''] = adres.slice(PAD.length).split('?', 2);
  const vragen = new URLSearchParams(vraag);
  const id = (waarde: string | null) => Id.safeParse(waarde).data ?? null;
  return { casusId: id(pad), lijnnaam: id(vragen.get('lijn')), na: id(vragen.get('na')) };
}

function isVraagOmTekst({ kanaal, bericht }: Opdracht): boolean {
  return kanaal !== BESTURING && bericht[0] === 0 && bericht[1] === 0;
}

/** Of which bucket a bericht takes. */
function soortVan(kanaal: number, bericht: Uint8Array): 'update' | 'cursor' | 'overig' {
  if (kanaal === BESTURING) return 'overig';
  if (bericht[0] === 1) return 'cursor';
  return bericht[0] === 0 && bericht[1] !== 0 ? 'update' : 'overig';
}
