import { toBase64 } from 'lib0/buffer';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { Doc, encodeStateVector, getState, type Transaction, type Text as YText } from 'yjs';
import { exhaustief } from '../../shared/exhaustief.ts';
import type { Kanaalzicht, VanClient } from '../../shared/sync/besturing.ts';
import { SLUITCODE } from '../../shared/sync/sluitcodes.ts';
import { rusthash } from '../../shared/sync/stand.ts';
import type { Bewaarstand, Compartimenttekst, VoorOntvangst } from './compartimenttekst.ts';
import { meldAlsHetMisgaat } from './misgaan.ts';
import { Onbevestigd, type Wijziging } from './onbevestigd.ts';
import { klokkenVan, type Omvang, onbewaardeTekst } from './overgebleven.ts';
import { alleenEigen, NIEMAND, soortVan } from './provider-bericht.ts';
import { Rust } from './rust.ts';
import { type VirtueleSocket, virtueleSocketVoor } from './virtuele-socket.ts';
import { beschrijf } from './wijziging.ts';
import { laatOpmaakStaan } from './yjs.ts';

/** What a text needs of the line and the clock. */
export interface Kanaallijn {
  bestuur(bericht: VanClient): void;
  stuur(kanaal: number, bericht: Uint8Array): void;
  /** Something that the screen shows has changed. */
  verander(): void;
  wacht(ms: number, doe: () => void): () => void;
  /** How long a text has to rest before it is compared with the server's, ms (SY15). */
  readonly rustMs: number;
}

/** How a text stands to its kanaal. */
type Toestand =
  | {
      readonly soort: 'dicht';
      /** Null while the line is closed. */
      readonly kanaal: number | null;
      /** The provider's, waiting to be opened; null until it makes its next attempt. */
      readonly socket: VirtueleSocket | null;
    }
  | {
      readonly soort: 'open';
      readonly kanaal: number;
      readonly socket: VirtueleSocket;
      /** Whether the server answered this opening; an acknowledgement before that is of the one before. */
      gehoord: boolean;
      /** The client id that the server was told of in this opening. */
      auteur: number | null;
    }
  /** Nothing comes in or goes out any more: another text comes in its place, or none. */
  | { readonly soort: 'gestopt' };

/** As a browser calls a connection that broke off. */
const LIJN_WEG = 1006;

/** One document with y-websocket's provider on its kanaal of the line. */
export class Kanaaltekst implements Compartimenttekst {
  readonly id: string;
  readonly versie: number;
  readonly doc = new Doc();
  readonly awareness = new Awareness(this.doc);
  geladen = false;
  isOnleesbaar = false;
  /** How many documents before this one were refused before they had loaded. */
  readonly mislukt: number;

  readonly #lijn: Kanaallijn;
  readonly #provider: WebsocketProvider;
  readonly #onbevestigd = new Onbevestigd();
  readonly #rust: Rust;
  readonly #meldGeladen: () => void;
  readonly #voorOntvangst = new Set<() => void>();
  readonly #beschreven = new WeakMap<Transaction, Wijziging>();
  #zicht: Kanaalzicht;
  #toestand: Toestand = { soort: 'dicht', kanaal: null, socket: null };
  #tijdperk: string | null = null;
  #staakPauze: (() => void) | undefined;
  #isAfgeweken = false;

  constructor(
    zicht: Kanaalzicht,
    lijn: Kanaallijn,
    { versie, mislukt, opGeladen }: { versie: number; mislukt: number; opGeladen: () => void },
  ) {
    this.id = zicht.compartiment;
    this.versie = versie;
    this.mislukt = mislukt;
    this.#meldGeladen = opGeladen;
    this.#zicht = zicht;
    this.#lijn = lijn;
    this.#rust = new Rust(lijn.wacht, lijn.rustMs, () => this.#vergelijk());
    this.awareness.setLocalState(null);
    this.doc.on('afterTransaction', (transactie) => this.#naTransactie(transactie));
    this.doc.on('afterTransactionCleanup', () => this.#volgClientId());
    // Before the provider listens: what it sends is known here.
    this.doc.on('update', (_update, herkomst, _doc, transactie) => this.#opUpdate(herkomst, transactie));
    this.#provider = new WebsocketProvider('lijn:', 'tekst', this.doc, {
      connect: false,
      disableBc: true,
      awareness: this.awareness,
      WebSocketPolyfill: virtueleSocketVoor({
        wachtend: (socket) => this.#providerWacht(socket),
        verstuur: (bericht) => this.#verstuur(bericht),
        gesloten: (socket) => this.#providerSloot(socket),
      }),
    });
    this.#provider.on('sync', (gelijk) => {
      if (gelijk) this.#opGeladen();
    });
  }

  get niveau(): Kanaalzicht['niveau'] {
    return this.#zicht.niveau;
  }

  /** What was last to be seen of it. */
  get zicht(): Kanaalzicht {
    return this.#zicht;
  }

  /** Whether it changed here while it could only be read: then it is no longer what the server has. */
  get isAfgeweken(): boolean {
    return this.#isAfgeweken;
  }

  get onopgeslagen(): boolean {
    return !this.#onbevestigd.leeg;
  }

  get stand(): Bewaarstand {
    return this.#stand(!this.#onbevestigd.leeg);
  }

  standVan(veldId: string): Bewaarstand {
    return this.#stand(this.#onbevestigd.raakt(veldId));
  }

  isOnopgeslagen(veldId: string): boolean {
    return this.#onbevestigd.raakt(veldId);
  }

  veld(veldId: string): YText {
    return this.doc.getText(veldId);
  }

  readonly voorOntvangst: VoorOntvangst = (doe) => {
    // Twice the same function is two who asked.
    const eigen = (): void => doe();
    this.#voorOntvangst.add(eigen);
    return () => this.#voorOntvangst.delete(eigen);
  };

  /** Whether a document of this tijdperk can't be this one (SY13). */
  isAndereTijd(tijdperk: string): boolean {
    const geopend = this.#toestand.soort === 'open' ? this.#zicht.tijdperk : tijdperk;
    return (this.#tijdperk ?? geopend) !== tijdperk;
  }

  /** The line is open and this kanaal is in sight: opens it, or goes on under another niveau. */
  verbind(zicht: Kanaalzicht): void {
    const eerder = this.#zicht.niveau;
    if (this.#toestand.soort === 'open' && this.#toestand.kanaal !== zicht.kanaal) this.serverSloot(LIJN_WEG);
    this.#zicht = zicht;
    if (eerder === 'schrijven' && zicht.niveau === 'lezen') {
      if (this.#toestand.soort === 'open') this.#toestand.auteur = null;
      this.awareness.setLocalState(null);
    }
    switch (this.#toestand.soort) {
      case 'gestopt':
      case 'open':
        return;
      case 'dicht':
        this.#toestand = { ...this.#toestand, kanaal: zicht.kanaal };
        if (this.#provider.ws === null) this.#provider.connect();
        else this.#openAlsHetKan();
        return;
      default:
        exhaustief(this.#toestand);
    }
  }

  /** The line is closed: the document stays, and what is typed meanwhile waits. */
  lijnDicht(): void {
    switch (this.#toestand.soort) {
      case 'dicht':
        this.#toestand = { ...this.#toestand, kanaal: null };
        return;
      case 'open':
        this.#gaDicht(LIJN_WEG, null);
        return;
      case 'gestopt':
        return;
      default:
        exhaustief(this.#toestand);
    }
  }

  /** This kanaal is closed from the other side; from 4400 to 4499 for good, otherwise the provider opens it again. */
  serverSloot(code: number): void {
    if (this.#toestand.soort !== 'open') return;
    this.isOnleesbaar = code === SLUITCODE.onleesbaar;
    this.#gaDicht(code, this.#toestand.kanaal);
  }

  /** Takes nothing more, and gives nothing out, until another is put in its place. */
  houdOp(): void {
    this.#stop();
    this.#staakPauze?.();
    this.#provider.disconnect();
    this.#lijn.verander();
  }

  /** The same, and `daarna` puts the other there. */
  pauzeer(ms: number, daarna: () => void): void {
    this.houdOp();
    this.#staakPauze = this.#lijn.wacht(ms, daarna);
  }

  ontvang(bericht: Uint8Array): void {
    if (this.#toestand.soort !== 'open') return;
    const { socket } = this.#toestand;
    const soort = soortVan(bericht);
    if (soort === 'stap1' || soort === 'stap2') this.#toestand.gehoord = true;
    // TX6: before Yjs begins. Within its transaction one's own writing would be taken for the other's.
    if (soort === 'stap2' || soort === 'update') this.leesScherm();
    socket.ontvang(bericht);
  }

  /** What was just typed and no editor has read yet is read now (TX6). */
  leesScherm(): void {
    for (const doe of [...this.#voorOntvangst]) meldAlsHetMisgaat(doe);
  }

  /** SY12: the provider hears that the line lives. */
  hartslag(): void {
    if (this.#toestand.soort === 'open') this.#toestand.socket.ontvang(NIEMAND);
  }

  /** SY5: the first `t` updates of this opening, or what its step 2 brought, are on disk. */
  opgeslagen(wat: { readonly t: number } | { readonly gelijk: true }): void {
    if (this.#toestand.soort !== 'open' || !this.#toestand.gehoord) return;
    if ('t' in wat) this.#onbevestigd.bevestigUpdates(wat.t);
    else this.#onbevestigd.bevestigStap2();
    this.#rust.kijk();
    this.#lijn.verander();
  }

  /** What this person typed and isn't known to be on disk. */
  onbewaard(omvang: Omvang): { veldId: string; tekst: string }[] {
    return onbewaardeTekst(this.doc, this.#onbevestigd.wijzigingen, omvang, this.#onbevestigd.isGetypt);
  }

  /** See klokkenVan. */
  get onbewaardTot(): { client: number; klok: number }[] {
    return klokkenVan(this.#onbevestigd.wijzigingen);
  }

  /** Whether the server has all of these: they are in what it sent, for nobody else here made them. */
  heeft(tot: readonly { readonly client: number; readonly klok: number }[]): boolean {
    return tot.every(({ client, klok }) => getState(this.doc.store, client) >= klok);
  }

  /** NK7: lets go of the document and of all that holds it. */
  vernietig(): void {
    this.#stop();
    this.#staakPauze?.();
    this.#rust.stop();
    this.#voorOntvangst.clear();
    // Its timer for the next attempt holds the provider, and with it the document.
    this.#provider.maxBackoffTime = 0;
    this.#provider.destroy();
    this.awareness.destroy();
    this.doc.destroy();
  }

  #stand(onbewaard: boolean): Bewaarstand {
    const isLeeg = !this.geladen && !onbewaard;
    switch (this.#toestand.soort) {
      case 'gestopt':
        return 'gestopt';
      case 'dicht':
        return isLeeg ? 'laden' : 'wacht_op_verbinding';
      case 'open':
        if (isLeeg) return 'laden';
        return onbewaard ? 'bezig' : 'opgeslagen';
      default:
        return exhaustief(this.#toestand);
    }
  }

  #providerWacht(socket: VirtueleSocket): void {
    if (this.#toestand.soort === 'gestopt') return;
    this.#toestand = { soort: 'dicht', kanaal: this.#toestand.kanaal, socket };
    this.#openAlsHetKan();
  }

  #openAlsHetKan(): void {
    if (this.#toestand.soort !== 'dicht') return;
    const { kanaal, socket } = this.#toestand;
    if (kanaal === null || socket === null || socket.readyState !== socket.CONNECTING) return;
    this.#toestand = { soort: 'open', kanaal, socket, gehoord: false, auteur: null };
    this.#onbevestigd.geopend();
    this.#lijn.bestuur({ type: 'open', kanaal, tijdperk: this.#tijdperk });
    socket.gaOpen();
    this.#lijn.verander();
  }

  #providerSloot(socket: VirtueleSocket): void {
    if (this.#toestand.soort === 'gestopt' || socket !== this.#toestand.socket) return;
    if (this.#toestand.soort === 'open') this.#zegSluit(this.#toestand.kanaal);
    this.#toestand = { soort: 'dicht', kanaal: this.#toestand.kanaal, socket: null };
    this.#onbevestigd.gesloten();
  }

  /** This opening is over, not by the provider. @param kanaal where the next one can be, if the line is open */
  #gaDicht(code: number, kanaal: number | null): void {
    if (this.#toestand.soort !== 'open') return;
    const { socket } = this.#toestand;
    this.#toestand = { soort: 'dicht', kanaal, socket: null };
    this.#onbevestigd.gesloten();
    socket.gaDicht(code);
    this.#lijn.verander();
  }

  #stop(): void {
    const was = this.#toestand;
    this.#toestand = { soort: 'gestopt' };
    if (was.soort === 'open') this.#zegSluit(was.kanaal);
    this.#onbevestigd.gesloten();
  }

  #zegSluit(kanaal: number): void {
    this.#lijn.bestuur({ type: 'sluit', kanaal });
  }

  #verstuur(bericht: Uint8Array): void {
    if (this.#toestand.soort !== 'open') return;
    const { kanaal } = this.#toestand;
    const soort = soortVan(bericht);
    // SY14: who may only read says nothing else.
    if (this.niveau === 'lezen' && soort !== 'stap1') return;
    switch (soort) {
      case 'stap1':
        this.#lijn.stuur(kanaal, bericht);
        return;
      case 'stap2':
        if (getState(this.doc.store, this.doc.clientID) > 0) this.#meldAuteur();
        this.#lijn.stuur(kanaal, bericht);
        this.#onbevestigd.stap2Verstuurd();
        return;
      case 'update':
        this.#meldAuteur();
        this.#lijn.stuur(kanaal, bericht);
        this.#onbevestigd.updateVerstuurd();
        return;
      case 'aanwezigheid': {
        const eigen = alleenEigen(bericht, this.awareness.clientID);
        // Who wasn't here needn't be gone.
        if (eigen === null || (this.awareness.getLocalState() === null && this.#toestand.auteur === null))
          return;
        this.#meldAuteur();
        this.#lijn.stuur(kanaal, eigen);
        return;
      }
      case 'anders':
        return;
    }
  }

  /**
   * SY3: before the first that goes out under it, and again when Yjs changed the id. Not before: who has had all ids that
   * one may have reads on.
   */
  #meldAuteur(): void {
    if (this.niveau !== 'schrijven' || this.#toestand.soort !== 'open') return;
    const { clientID } = this.doc;
    if (this.#toestand.auteur === clientID) return;
    this.#toestand.auteur = clientID;
    this.#lijn.bestuur({ type: 'auteur', kanaal: this.#toestand.kanaal, clientId: clientID });
  }

  #naTransactie(transactie: Transaction): void {
    if (this.niveau === 'lezen') laatOpmaakStaan(transactie);
    if (transactie.origin !== this.#provider) {
      this.#beschreven.set(transactie, beschrijf(transactie, this.#onbevestigd));
    }
  }

  #opUpdate(herkomst: unknown, transactie: Transaction): void {
    const wijziging = this.#beschreven.get(transactie);
    if (herkomst !== this.#provider && wijziging !== undefined) {
      if (this.niveau === 'schrijven') this.#onbevestigd.noteer(wijziging);
      else this.#isAfgeweken = true;
    }
    this.#rust.verstoor();
    this.#lijn.verander();
  }

  /** The awareness of y-protocols and the provider take for granted that a document keeps its id. */
  #volgClientId(): void {
    const { awareness } = this;
    if (awareness.clientID === this.doc.clientID) return;
    const staat = awareness.getLocalState();
    if (staat !== null) awareness.setLocalState(null);
    awareness.clientID = this.doc.clientID;
    awareness.meta.set(awareness.clientID, { clock: 0, lastUpdated: Date.now() });
    if (staat !== null) awareness.setLocalState(staat);
  }

  #opGeladen(): void {
    this.geladen = true;
    this.isOnleesbaar = false;
    this.#tijdperk = this.#zicht.tijdperk;
    this.#rust.kijk();
    this.#lijn.verander();
    this.#meldGeladen();
  }

  /** SY15: only where the server must hold the same. */
  #vergelijk(): boolean {
    if (this.#toestand.soort !== 'open' || !this.#provider.synced || !this.#onbevestigd.leeg) return false;
    this.#lijn.bestuur({
      type: 'stand',
      kanaal: this.#toestand.kanaal,
      staat: toBase64(encodeStateVector(this.doc)),
      hash: rusthash(this.doc),
    });
    return true;
  }
}
