import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Id } from '../../../shared/api/gedeeld.ts';
import { BESTURING, Framefout, type Kanaalbericht, leesFrame } from '../../../shared/sync/frame.ts';
import { SLUITCODE } from '../../../shared/sync/sluitcodes.ts';
import type { Casusbeeld, Casussen } from '../../casus/casus.ts';
import { isVreemdeHerkomst } from '../../http/herkomst.ts';
import type { Wie } from '../../http/route.ts';
import { weigerUpgrade } from '../../http/upgrades.ts';
import type { Logboek } from '../../logboek/logboek.ts';
import type { Omgeving } from '../../omgeving.ts';
import { type Kijk, type Toegang, volgendeGrens } from '../../toegang/toegang.ts';
import type { Kaartgebeurtenis } from '../plan.ts';
import { isTeVol } from './berichten.ts';
import { Lijn, type Tekstkamer } from './lijn.ts';
import { LIJNMATEN, TEKSTMATEN } from './maten.ts';
import type { Teksten } from './teksten.ts';
import { Uitvoer } from './uitvoer.ts';
import { kanaalIn, Verwerking } from './verwerking.ts';
import { Zichten } from './zichten.ts';

/** What sync needs of the rest. */
export interface Syncbehoeften {
  readonly herkenSessie: (verzoek: IncomingMessage) => Wie | null;
  /** When a session ends by the clock, in ms since 1970; null if it has been ended. */
  readonly eindeVanSessie: (sessieId: string) => number | null;
  readonly casussen: Casussen;
  readonly toegang: Toegang;
  readonly teksten: Teksten;
  readonly logboek: Logboek;
  readonly omgeving: Omgeving;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
}

/** Looked at again this often for what ends by the clock, and for documents to let go of. */
const KLOK_MS = 1000;
const POLS_MS = 10_000;
const PAD = '/sync/';

/** A bericht that waits for its turn. */
interface Opdracht extends Kanaalbericht {
  readonly lijn: Lijn;
}

/**
 * The co-edited texts over WebSocket: `/sync/{casusId}`, SY1–SY15. Frames of everyone wait in one queue; at the tick,
 * without awaiting anything: gate, apply, insert, COMMIT, send on, acknowledge (SY5).
 */
export class Sync {
  readonly #behoeften: Syncbehoeften;
  readonly #wss: WebSocketServer;
  readonly #verwerking: Verwerking;
  readonly #zichten: Zichten;
  readonly #lijnen = new Map<string, Set<Lijn>>();
  /** When something in a casus with lines next begins or ends by the clock; and the first of all. */
  readonly #grenzen = new Map<string, number>();
  #eersteGrens = Number.POSITIVE_INFINITY;
  #wachtrij: Opdracht[] = [];
  #isGepland = false;
  /** In ms since 1970. */
  #laatsteTik = 0;
  readonly #klokken: readonly NodeJS.Timeout[];

  constructor(http: Server, behoeften: Syncbehoeften) {
    this.#behoeften = behoeften;
    this.#zichten = new Zichten(behoeften.omgeving);
    this.#verwerking = new Verwerking(behoeften);
    this.#wss = new WebSocketServer({
      noServer: true,
      maxPayload: LIJNMATEN.frame,
      perMessageDeflate: false,
      clientTracking: false,
    });
    behoeften.teksten.verbindVallen((kamers, hoe) => this.#sluitKamers(kamers, hoe));
    // NK7: what ended by the clock ended before anything of a step reaches anyone.
    behoeften.teksten.verbindStap(() => this.herzieVerlopen());
    http.on('upgrade', (verzoek: IncomingMessage, draad: Duplex, kop: Buffer) => {
      if (verzoek.url?.startsWith(PAD)) this.#neemOp(verzoek, draad, kop);
    });
    this.#klokken = [
      setInterval(() => this.#zonderUitval(() => this.#opKlok()), KLOK_MS),
      setInterval(() => this.#zonderUitval(() => this.#pols()), POLS_MS),
    ];
    for (const klok of this.#klokken) klok.unref();
  }

  /**
   * Decides again for every line of a casus: kanalen that may no longer be open are closed first, for everyone, and
   * only then is anybody told (NK7). When this returns, the process hands nothing of what was lost to who lost it.
   */
  herzie(casusId: string): void {
    const lijnen = this.#lijnen.get(casusId);
    if (lijnen === undefined) return;
    const beeld = this.#behoeften.casussen.beeld(casusId);
    const uitvoer = new Uitvoer();
    const gezien = [...lijnen].map((lijn) => ({ lijn, kijk: this.#kijk(lijn, beeld) }));
    for (const { lijn, kijk } of gezien) this.#pasAan(lijn, kijk, uitvoer);
    for (const { lijn, kijk } of gezien) {
      if (kijk === null)
        this.#laatGaan(
          lijn,
          this.#isAangemeld(lijn) ? SLUITCODE.nietToegestaan : SLUITCODE.geenSessie,
          uitvoer,
        );
      else this.#meldZicht(lijn);
    }
    uitvoer.spoel();
    for (const lijn of lijnen) lijn.spoel();
    this.#zetGrens(casusId, beeld);
  }

  /** A session opened more: its lines hear of it now. */
  opende(casusId: string, sessieId: string): void {
    const eigen = [...(this.#lijnen.get(casusId) ?? [])].filter(({ wie }) => wie.sessieId === sessieId);
    if (eigen.length === 0) return;
    const beeld = this.#behoeften.casussen.beeld(casusId);
    const uitvoer = new Uitvoer();
    for (const lijn of eigen) {
      this.#pasAan(lijn, this.#kijk(lijn, beeld), uitvoer);
      this.#meldZicht(lijn);
    }
    uitvoer.spoel();
    for (const lijn of eigen) lijn.spoel();
  }

  /** A kaart came, changed or went: which texts there are, and whom it names, may be otherwise (NK20). */
  opKaart({ casusId, voor, na }: Kaartgebeurtenis): void {
    const compartimentId = (na ?? voor)?.compartimentId;
    if (compartimentId !== undefined) this.#behoeften.teksten.herzieVelden(compartimentId);
    this.herzie(casusId);
  }

  /** A session ended: nothing more goes to its lines (SY9: 4401). */
  eindigSessie(sessieId: string): void {
    for (const lijn of this.#alle()) {
      if (lijn.wie.sessieId === sessieId) this.#beeindig(lijn, SLUITCODE.geenSessie);
    }
  }

  /** Looks at what ended or began by the clock since the last time: before every fan-out, and every second. */
  herzieVerlopen(): void {
    const nu = this.#behoeften.omgeving.nu();
    if (nu < this.#eersteGrens) return;
    for (const [casusId, grens] of this.#grenzen) if (grens <= nu) this.herzie(casusId);
  }

  /** Lets go of every line, and keeps the state of every document. */
  async sluit(): Promise<void> {
    for (const klok of this.#klokken) clearInterval(klok);
    // What came in already is written, and acknowledged.
    this.#tik();
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
    this.#wss.handleUpgrade(verzoek, draad, kop, (socket) => {
      // An error of the socket is followed by its close; without a listener it would end the process (SY10).
      socket.on('error', () => {});
      if (this.#zonderUitval(() => this.#verbind(socket, verzoek)) === false)
        socket.close(SLUITCODE.straksOpnieuw);
    });
  }

  /** @returns true; so that a failure can be told from it */
  #verbind(socket: WebSocket, verzoek: IncomingMessage): boolean {
    const { herkenSessie, casussen, toegang, omgeving } = this.#behoeften;
    // NK7: first, for the next moment to look at the clock is set anew below, past what ended for the others.
    this.herzieVerlopen();
    const wie = herkenSessie(verzoek);
    if (wie === null) {
      socket.close(SLUITCODE.geenSessie);
      return true;
    }
    const { casusId, lijnnaam, na } = leesAdres(verzoek.url ?? '');
    const beeld = casusId === null ? null : casussen.beeld(casusId);
    const kijk = casusId === null ? null : toegang.kijk(casusId, wie, beeld);
    if (casusId === null || kijk === null) {
      // NK5: a casus that isn't there and one that isn't mine close alike.
      socket.close(SLUITCODE.nietToegestaan);
      return true;
    }
    const vanSessie = this.#alle().filter((lijn) => lijn.wie.sessieId === wie.sessieId);
    // The client's own word that this connection follows on that one: its ids must not stay live on a dead one.
    for (const lijn of vanSessie) if (na !== null && lijn.naam === na) this.#beeindig(lijn, null);
    if (vanSessie.length >= LIJNMATEN.lijnenPerSessie) {
      socket.close(SLUITCODE.teSnel);
      return true;
    }
    toegang.openVanzelf(kijk);
    const lijn = new Lijn(socket, wie, casusId, lijnnaam, omgeving.nu());
    const lijnen = this.#lijnen.get(casusId) ?? new Set();
    this.#lijnen.set(casusId, lijnen.add(lijn));
    socket.on('message', (bytes: Buffer, isBinair: boolean) => this.#ontvang(lijn, bytes, isBinair));
    socket.on('pong', () => lijn.leeft(omgeving.nu()));
    socket.on('close', () => this.#zonderUitval(() => this.#beeindig(lijn, null)));
    this.#pasAan(lijn, kijk, new Uitvoer());
    this.#meldZicht(lijn);
    lijn.spoel();
    this.#zetGrens(casusId, beeld);
    return true;
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
      this.#wachtrij.push({ lijn, kanaal, bericht });
    }
    if (!this.#isGepland && this.#wachtrij.length > 0) this.#planTik(nu);
  }

  #planTik(nu: number): void {
    this.#isGepland = true;
    const wacht = Math.min(TEKSTMATEN.tussenTikken, this.#laatsteTik + TEKSTMATEN.tussenTikken - nu);
    if (wacht <= 0) setImmediate(() => this.#tik());
    else setTimeout(() => this.#tik(), wacht);
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

  /** The tick: everything that waits, in one step. */
  #tik(): void {
    this.#isGepland = false;
    this.#laatsteTik = this.#behoeften.omgeving.nu();
    const werk = this.#wachtrij;
    this.#wachtrij = [];
    if (werk.length === 0) return;
    const isGelukt = this.#zonderUitval(() => {
      this.#behoeften.teksten.stap((stap) => {
        for (const { lijn, kanaal: nummer, bericht } of werk) {
          if (lijn.isDood) continue;
          if (nummer === BESTURING) this.#verwerking.besturing(stap, lijn, bericht);
          else {
            const kanaal = lijn.kanalen.get(nummer);
            if (kanaal !== undefined) this.#verwerking.opKanaal(stap, kanaal, bericht);
          }
        }
      });
    });
    if (isGelukt === false) this.#zonderUitval(() => this.#stelUit(werk));
  }

  /**
   * SY5: what came in a step that failed was neither taken nor refused. Also where the step didn't get to it (the file
   * was locked, an earlier bericht failed), its kanaal closes with 4513: what comes next on it wouldn't connect.
   */
  #stelUit(werk: readonly Opdracht[]): void {
    const uitvoer = new Uitvoer();
    const perLijn = new Map<Lijn, Set<number>>();
    for (const { lijn, kanaal, bericht } of werk) {
      const nummer = kanaal === BESTURING ? kanaalIn(bericht) : kanaal;
      if (nummer !== null) perLijn.set(lijn, (perLijn.get(lijn) ?? new Set()).add(nummer));
    }
    for (const [lijn, nummers] of perLijn) {
      for (const nummer of nummers) {
        const kanaal = lijn.kanalen.get(nummer);
        if (kanaal !== undefined) this.#verwerking.sluitKanaal({ uitvoer }, kanaal);
        // One that was dropped with its document hears it twice; that says nothing else.
        lijn.meld({ type: 'sluit', kanaal: nummer, code: SLUITCODE.straksOpnieuw });
      }
    }
    uitvoer.spoel();
    for (const lijn of perLijn.keys()) lijn.spoel();
  }

  #kijk(lijn: Lijn, beeld: Casusbeeld | null): Kijk | null {
    return this.#isAangemeld(lijn) ? this.#behoeften.toegang.kijk(lijn.casusId, lijn.wie, beeld) : null;
  }

  #isAangemeld({ wie }: Lijn): boolean {
    return (this.#behoeften.eindeVanSessie(wie.sessieId) ?? 0) > this.#behoeften.omgeving.nu();
  }

  /** What this line may have open now: closes what it may not, and says nothing yet. */
  #pasAan(lijn: Lijn, kijk: Kijk | null, uitvoer: Uitvoer): void {
    const { verloor, wint, daalt } = this.#zichten.pasToe(lijn, kijk, (kanaal) =>
      this.#verwerking.sluitKanaal({ uitvoer }, kanaal),
    );
    // NK7: bytes that are still on their way to the kernel can't be called back; the connection can.
    if (verloor && lijn.ongestuurd > 0) this.#laatGaan(lijn, null, uitvoer);
    for (const kanaal of daalt) this.#verwerking.haalCursorWeg({ uitvoer }, kanaal);
    for (const kanaal of wint) this.#verwerking.vraagStap2({ uitvoer }, kanaal);
    if (!lijn.isDood) this.#zichten.toonNamen(lijn, kijk, uitvoer);
  }

  #meldZicht(lijn: Lijn): void {
    if (!lijn.isDood) this.#zichten.meld(lijn);
  }

  /** Ends a line, politely with a code unless bytes still wait, else at once; and everything that was open on it. */
  #beeindig(lijn: Lijn, code: number | null): void {
    const uitvoer = new Uitvoer();
    this.#laatGaan(lijn, code, uitvoer);
    // NK7: that its cursors went is told to who may still read.
    this.herzieVerlopen();
    uitvoer.spoel();
  }

  /** The same, told by who decides for others in the same step. */
  #laatGaan(lijn: Lijn, code: number | null, uitvoer: Uitvoer): void {
    if (!lijn.isDood) {
      if (code === null || lijn.ongestuurd > 0) lijn.verbreek();
      else lijn.sluit(code);
    }
    const lijnen = this.#lijnen.get(lijn.casusId);
    if (lijnen?.delete(lijn) !== true) return;
    if (lijnen.size === 0) {
      this.#lijnen.delete(lijn.casusId);
      this.#grenzen.delete(lijn.casusId);
    }
    for (const kanaal of [...lijn.kanalen.values()]) this.#verwerking.sluitKanaal({ uitvoer }, kanaal);
  }

  /** Documents were dropped: who had them open tries again later (SY5: 4513), or with a fresh document (SY13). */
  #sluitKamers(kamers: readonly Tekstkamer[], hoe: 'straks' | 'opnieuw'): void {
    for (const kamer of kamers) {
      for (const kanaal of [...kamer.lezers]) {
        this.#verwerking.sluitKanaal({ uitvoer: new Uitvoer() }, kanaal);
        kanaal.meld(
          hoe === 'opnieuw'
            ? { type: 'opnieuw', kanaal: kanaal.nummer }
            : { type: 'sluit', kanaal: kanaal.nummer, code: SLUITCODE.straksOpnieuw },
        );
        kanaal.lijn.spoel();
      }
    }
  }

  #zetGrens(casusId: string, beeld: Casusbeeld | null): void {
    const lijnen = this.#lijnen.get(casusId);
    if (lijnen === undefined) return;
    const inCasus =
      beeld === null ? Number.POSITIVE_INFINITY : volgendeGrens(beeld, this.#behoeften.omgeving.nu());
    const sessies = [...lijnen].map(({ wie }) => this.#behoeften.eindeVanSessie(wie.sessieId) ?? 0);
    this.#grenzen.set(casusId, Math.min(inCasus, ...sessies));
    this.#eersteGrens = Math.min(...this.#grenzen.values());
  }

  #opKlok(): void {
    this.herzieVerlopen();
    this.#behoeften.teksten.ruimOp();
  }

  #pols(): void {
    const nu = this.#behoeften.omgeving.nu();
    for (const lijn of this.#alle()) {
      lijn.pols(nu);
      if (lijn.isDood) this.#beeindig(lijn, null);
    }
  }

  #alle(): Lijn[] {
    return [...this.#lijnen.values()].flatMap((lijnen) => [...lijnen]);
  }

  /** What fails on behalf of one socket must not end the process (SY10). @returns false when it failed */
  #zonderUitval<T>(doe: () => T): T | false {
    try {
      return doe();
    } catch (fout) {
      this.#behoeften.bijFout(fout);
      return false;
    }
  }
}

/** `/sync/{casusId}?lijn={name of this connection}&na={name of the one before}`; null for what isn't an id. */
function leesAdres(adres: string): { casusId: string | null; lijnnaam: string | null; na: string | null } {
  const [pad = '', vraag = ''] = adres.slice(PAD.length).split('?', 2);
  const vragen = new URLSearchParams(vraag);
  const id = (waarde: string | null) => Id.safeParse(waarde).data ?? null;
  return { casusId: id(pad), lijnnaam: id(vragen.get('lijn')), na: id(vragen.get('na')) };
}

/** Of which bucket a bericht takes. */
function soortVan(kanaal: number, bericht: Uint8Array): 'update' | 'cursor' | 'overig' {
  if (kanaal === BESTURING) return 'overig';
  if (bericht[0] === 1) return 'cursor';
  return bericht[0] === 0 && bericht[1] !== 0 ? 'update' : 'overig';
}
