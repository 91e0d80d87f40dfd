import { toBase64 } from 'lib0/buffer';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import { Doc, encodeStateVector, type Transaction, type Text as YText } from 'yjs';
import type { Kanaalzicht, VanClient } from '../../shared/sync/besturing.ts';
import { standVan } from '../../shared/sync/stand.ts';
import type { Bewaarstand, Compartimenttekst, VoorOntvangst } from './compartimenttekst.ts';
import { meldAlsHetMisgaat } from './misgaan.ts';
import { Onbevestigd, type Wijziging } from './onbevestigd.ts';
import { type Omvang, onbewaardeTekst } from './overgebleven.ts';
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

/** As a browser calls a connection that broke off. */
const LIJN_WEG = 1006;

/** One document with y-websocket's provider on its kanaal of the line. */
export class Kanaaltekst implements Compartimenttekst {
  readonly id: string;
  readonly versie: number;
  readonly doc = new Doc();
  readonly awareness = new Awareness(this.doc);
  geladen = false;
  /** How many documents before this one were refused before they had loaded. */
  readonly mislukt: number;

  readonly #lijn: Kanaallijn;
  readonly #provider: WebsocketProvider;
  readonly #onbevestigd = new Onbevestigd();
  readonly #rust: Rust;
  readonly #voorOntvangst = new Set<() => void>();
  readonly #beschreven = new WeakMap<Transaction, Wijziging>();
  #zicht: Kanaalzicht;
  /** Null while the line is closed. */
  #kanaal: number | null = null;
  #socket: VirtueleSocket | null = null;
  #open = false;
  /** Whether the server answered this opening; an acknowledgement before that is of the one before. */
  #gehoord = false;
  #tijdperk: string | null = null;
  /** The client id that the server was told of in this opening. */
  #auteur: number | null = null;
  #gestopt = false;
  #staakPauze: (() => void) | undefined;
  #isAfgeweken = false;

  constructor(
    zicht: Kanaalzicht,
    lijn: Kanaallijn,
    { versie, mislukt }: { versie: number; mislukt: number },
  ) {
    this.id = zicht.compartiment;
    this.versie = versie;
    this.mislukt = mislukt;
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
        wachtend: (socket) => {
          this.#socket = socket;
          this.#openAlsHetKan();
        },
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
    return (this.#tijdperk ?? (this.#open ? this.#zicht.tijdperk : tijdperk)) !== tijdperk;
  }

  /** The line is open and this kanaal is in sight: opens it, or goes on under another niveau. */
  verbind(zicht: Kanaalzicht): void {
    const eerder = this.#zicht.niveau;
    if (this.#open && this.#kanaal !== zicht.kanaal) this.serverSloot(LIJN_WEG);
    this.#zicht = zicht;
    this.#kanaal = zicht.kanaal;
    if (eerder === 'schrijven' && zicht.niveau === 'lezen') {
      this.#auteur = null;
      this.awareness.setLocalState(null);
    }
    if (this.#gestopt) return;
    if (this.#open) this.#meldAuteur();
    else if (this.#provider.ws === null) this.#provider.connect();
    else this.#openAlsHetKan();
  }

  /** The line is closed: the document stays, and what is typed meanwhile waits. */
  lijnDicht(): void {
    this.#kanaal = null;
    this.serverSloot(LIJN_WEG);
  }

  /** This kanaal is closed from the other side; from 4400 to 4499 for good, otherwise the provider opens it again. */
  serverSloot(code: number): void {
    if (!this.#open) return;
    const socket = this.#socket;
    this.#vergeetOpening();
    socket?.gaDicht(code);
    this.#lijn.verander();
  }

  /** Takes nothing more, until `daarna` puts another in its place. */
  pauzeer(ms: number, daarna: () => void): void {
    this.#gestopt = true;
    this.#provider.disconnect();
    this.#staakPauze?.();
    this.#staakPauze = this.#lijn.wacht(ms, daarna);
    this.#lijn.verander();
  }

  ontvang(bericht: Uint8Array): void {
    if (!this.#open) return;
    const soort = soortVan(bericht);
    if (soort === 'stap1' || soort === 'stap2') this.#gehoord = true;
    // TX6: before Yjs begins. Within its transaction one's own writing would be taken for the other's.
    if (soort === 'stap2' || soort === 'update')
      for (const doe of [...this.#voorOntvangst]) meldAlsHetMisgaat(doe);
    this.#socket?.ontvang(bericht);
  }

  /** SY12: the provider hears that the line lives. */
  hartslag(): void {
    this.#socket?.ontvang(NIEMAND);
  }

  /** SY5: the first `t` updates of this opening, or what its step 2 brought, are on disk. */
  opgeslagen(wat: { readonly t: number } | { readonly gelijk: true }): void {
    if (!this.#open || !this.#gehoord) return;
    if ('t' in wat) this.#onbevestigd.bevestigUpdates(wat.t);
    else this.#onbevestigd.bevestigStap2();
    this.#rust.kijk();
    this.#lijn.verander();
  }

  /** What this person typed and isn't known to be on disk. */
  onbewaard(omvang: Omvang): { veldId: string; tekst: string }[] {
    return onbewaardeTekst(this.doc, this.#onbevestigd.wijzigingen, omvang);
  }

  /** NK7: lets go of the document and of all that holds it. */
  vernietig(): void {
    this.#gestopt = true;
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
    if (this.#gestopt) return 'gestopt';
    if (!this.geladen && !onbewaard) return 'laden';
    if (!this.#open) return 'wacht_op_verbinding';
    return onbewaard ? 'bezig' : 'opgeslagen';
  }

  #openAlsHetKan(): void {
    const socket = this.#socket;
    if (this.#open || this.#gestopt || this.#kanaal === null) return;
    if (socket === null || socket.readyState !== socket.CONNECTING) return;
    this.#open = true;
    this.#gehoord = false;
    this.#auteur = null;
    this.#onbevestigd.geopend();
    this.#lijn.bestuur({ type: 'open', kanaal: this.#kanaal, tijdperk: this.#tijdperk });
    this.#meldAuteur();
    socket.gaOpen();
    this.#lijn.verander();
  }

  #providerSloot(socket: VirtueleSocket): void {
    if (socket !== this.#socket) return;
    if (this.#open && this.#kanaal !== null) this.#lijn.bestuur({ type: 'sluit', kanaal: this.#kanaal });
    this.#vergeetOpening();
  }

  #vergeetOpening(): void {
    this.#socket = null;
    this.#open = false;
    this.#onbevestigd.gesloten();
  }

  #verstuur(bericht: Uint8Array): void {
    if (this.#kanaal === null) return;
    const soort = soortVan(bericht);
    // SY14: who may only read says nothing else.
    if (this.niveau === 'lezen' && soort !== 'stap1') return;
    switch (soort) {
      case 'stap1':
        this.#lijn.stuur(this.#kanaal, bericht);
        return;
      case 'stap2':
        this.#meldAuteur();
        this.#lijn.stuur(this.#kanaal, bericht);
        this.#onbevestigd.stap2Verstuurd();
        return;
      case 'update':
        this.#meldAuteur();
        this.#lijn.stuur(this.#kanaal, bericht);
        this.#onbevestigd.updateVerstuurd();
        return;
      case 'aanwezigheid': {
        const eigen = alleenEigen(bericht, this.awareness.clientID);
        if (eigen === null) return;
        this.#meldAuteur();
        this.#lijn.stuur(this.#kanaal, eigen);
        return;
      }
      case 'anders':
        return;
    }
  }

  /** SY3: before the first update, and again when Yjs changed the id. */
  #meldAuteur(): void {
    if (this.niveau !== 'schrijven' || this.#kanaal === null || this.#auteur === this.doc.clientID) return;
    this.#auteur = this.doc.clientID;
    this.#lijn.bestuur({ type: 'auteur', kanaal: this.#kanaal, clientId: this.#auteur });
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
    this.#tijdperk = this.#zicht.tijdperk;
    this.#rust.kijk();
    this.#lijn.verander();
  }

  /** SY15: only where the server must hold the same. */
  #vergelijk(): boolean {
    if (this.#kanaal === null || !this.#open || !this.#provider.synced || !this.#onbevestigd.leeg)
      return false;
    this.#lijn.bestuur({
      type: 'stand',
      kanaal: this.#kanaal,
      staat: toBase64(encodeStateVector(this.doc)),
      hash: standVan(this.doc),
    });
    return true;
  }
}
