import { exhaustief } from '../../shared/exhaustief.ts';
import type { Kanaalzicht, VanServer } from '../../shared/sync/besturing.ts';
import { SLUITCODE } from '../../shared/sync/sluitcodes.ts';
import type { Compartimenttekst } from './compartimenttekst.ts';
import { type Kanaallijn, Kanaaltekst } from './kanaaltekst.ts';
import { Lijn, type Lijngevolg, TE_GROOT_BERICHT } from './lijn.ts';
import { browseromgeving, type Lijnomgeving } from './lijnomgeving.ts';
import type { Omvang, Overgebleven } from './overgebleven.ts';

/** What the texts take from outside, beside what the line does. Times in ms. */
export interface Tekstomgeving extends Lijnomgeving {
  /** How long a text has to rest before it is compared with the server's (SY15). */
  readonly rustMs: number;
  /** How long a text that was closed as too much or too fast stays closed. */
  readonly pauzeMs: number;
  /** ms since 1970. */
  datum(): number;
}

export interface Tekstopties {
  readonly casusId: string;
  /** After every change of what can be read here, at most once a turn. */
  readonly opVerandering: () => void;
  /**
   * A change was refused; `reden` is for people (NK17). What was typed stands in `overgebleven`. `leestNu`: so would be all
   * that is typed now, and writing ends.
   */
  readonly opWeigering?: (compartimentId: string, reden: string, leestNu: boolean) => void;
  readonly omgeving?: Partial<Tekstomgeving>;
}

/** What one typed in a text and isn't known to be on disk. */
export interface Onderweg {
  readonly compartimentId: string;
  readonly veldId: string;
  readonly tekst: string;
  /** See `klokkenVan`. */
  readonly tot: readonly { readonly client: number; readonly klok: number }[];
}

const REDEN = {
  vernieuwd: 'Deze tekst is intussen vernieuwd. Wat u typte, is daar niet in opgenomen.',
  alleenLezen: 'U mag deze tekst nu alleen lezen.',
  nietOpen: 'Deze tekst is niet meer open voor u.',
  afgemeld: 'U bent niet meer aangemeld.',
  eerder: 'U ging weg, of werd afgemeld, voordat dit was opgeslagen.',
  teVeel: 'Uw laatste wijziging kon niet worden opgeslagen.',
} as const;

/** From so many documents in a row that were refused unloaded, the next waits; longer each time, up to ten minutes. */
const MEESTE_MISLUKT = 3;
const LANGSTE_PAUZE_MS = 600_000;

/** The line was closed over what was sent on it: sent again, it may be closed again. */
const TE_VEEL_VOOR_DE_LIJN: readonly number[] = [SLUITCODE.nietBegrepen, SLUITCODE.teGroot, TE_GROOT_BERICHT];

/**
 * All texts of one casus that people type together and that this screen has open, over one line. Texts come and go
 * with what this person may see; every text says by itself whether what was typed is on disk (SY5).
 *
 * @example
 * const teksten = new Teksten({ casusId, opVerandering: () => this.requestUpdate() });
 * teksten.start();
 * teksten.compartiment(id)?.veld(veldId);
 */
export class Teksten {
  /** Whether the line is open and the server has said what there is to see. */
  verbonden = false;
  /** Why the line won't come back by itself: nobody is signed in, or the casus isn't open to this person. */
  gestopt: Exclude<Lijngevolg, 'opnieuw'> | null = null;
  /** Text of this person that wasn't saved and stands nowhere else, oldest first. */
  overgebleven: readonly Overgebleven[] = [];

  readonly #opties: Tekstopties;
  readonly #omgeving: Tekstomgeving;
  readonly #kanaallijn: Kanaallijn;
  readonly #teksten = new Map<string, Kanaaltekst>();
  /**
   * What comes in the place of a text that takes nothing more, as soon as it is loaded; and why. Until then one goes on
   * in the old one: a key that somebody presses where no text is would be lost, or be taken for a command.
   */
  readonly #opvolgers = new Map<string, { readonly tekst: Kanaaltekst; readonly reden: string }>();
  /** Which held something unsaved when a line was closed that nobody understood, and haven't been taken whole since. */
  readonly #verdacht = new WeakSet<Kanaaltekst>();
  #opKanaal = new Map<number, Kanaalzicht>();
  #lijn: Lijn | null = null;
  #versie = 0;
  #gemeld = false;

  constructor(opties: Tekstopties) {
    this.#opties = opties;
    this.#omgeving = {
      ...browseromgeving(),
      rustMs: 5_000,
      pauzeMs: 5_000,
      datum: () => Date.now(),
      ...opties.omgeving,
    };
    this.#kanaallijn = {
      bestuur: (bericht) => this.#lijn?.bestuur(bericht),
      stuur: (kanaal, bericht) => this.#lijn?.stuur(kanaal, bericht),
      verander: () => this.#verander(),
      wacht: this.#omgeving.wacht,
      rustMs: this.#omgeving.rustMs,
    };
  }

  start(): void {
    if (this.#lijn !== null) return;
    this.gestopt = null;
    this.#lijn = new Lijn(
      this.#opties.casusId,
      {
        besturing: (bericht) => this.#besturing(bericht),
        bericht: (kanaal, bericht) => this.#op(kanaal)?.ontvang(bericht),
        dicht: (gevolg, code) => this.#lijnDicht(gevolg, code),
      },
      this.#omgeving,
    );
    this.#omgeving.venster?.addEventListener('beforeunload', this.#waarschuw);
    this.#lijn.start();
  }

  /** NK7: ends the line and lets go of every text, what was left over as well. */
  stop(): void {
    this.#omgeving.venster?.removeEventListener('beforeunload', this.#waarschuw);
    for (const tekst of this.#alle) tekst.vernietig();
    this.#lijn?.stop();
    this.#lijn = null;
    this.#teksten.clear();
    this.#opvolgers.clear();
    this.#opKanaal.clear();
    this.overgebleven = [];
    this.verbonden = false;
    this.#verander();
  }

  /**
   * As `stop`, for who lost the whole casus: gives back what they typed themselves and wasn't saved, which stays
   * theirs (NK17); nothing of what anybody else wrote (NK7).
   */
  stopEnHoudEigen(): readonly Overgebleven[] {
    for (const tekst of [...this.#teksten.values()]) this.#laatGaan(tekst, REDEN.nietOpen, 'eigen');
    const eigen = this.overgebleven.filter(({ alleenEigen }) => alleenEigen);
    this.stop();
    return eigen;
  }

  compartiment(id: string): Compartimenttekst | undefined {
    return this.#teksten.get(id);
  }

  get compartimenten(): readonly Compartimenttekst[] {
    return [...this.#teksten.values()];
  }

  /** Whether anything that was typed on this screen isn't known to be on disk. */
  get onopgeslagen(): boolean {
    return [...this.#teksten.values()].some((tekst) => tekst.onopgeslagen);
  }

  /** Whether anything that was typed here would be gone with the screen. */
  get isIetsTeVerliezen(): boolean {
    return this.onopgeslagen || this.overgebleven.length > 0;
  }

  /** Takes in what stands on the screen and no editor has read yet: what was typed in this very moment. */
  leesSchermen(): void {
    for (const tekst of this.#teksten.values()) tekst.leesScherm();
  }

  /** What of each text this person typed themselves and isn't known to be on disk, and how far that goes. */
  get onderweg(): readonly Onderweg[] {
    return [...this.#teksten.values()].flatMap((tekst) =>
      tekst.onopgeslagen
        ? tekst
            .onbewaard('eigen')
            .map((stuk) => ({ ...stuk, compartimentId: tekst.id, tot: tekst.onbewaardTot }))
        : [],
    );
  }

  /**
   * What an earlier page left unsaved (ST15): is it on the server after all? Null: that isn't known yet.
   * @returns `nietOpen` where the text isn't open to this person
   */
  isAangekomen({
    compartimentId,
    tot,
  }: Pick<Onderweg, 'compartimentId' | 'tot'>): boolean | 'nietOpen' | null {
    const tekst = this.#opvolgers.get(compartimentId)?.tekst ?? this.#teksten.get(compartimentId);
    if (tekst === undefined) return this.verbonden ? 'nietOpen' : null;
    // What the server can't read may stay so for long: until then it is there to copy.
    if (tekst.isOnleesbaar) return false;
    return tekst.geladen ? tekst.heeft(tot) : null;
  }

  /** Shows what an earlier page left, among what wasn't saved. */
  neemOver(stuk: Omit<Overgebleven, 'reden' | 'alleenEigen'>, isOpen: boolean): void {
    const reden = isOpen ? REDEN.eerder : REDEN.nietOpen;
    this.overgebleven = [...this.overgebleven, { ...stuk, reden, alleenEigen: true }];
    this.#verander();
  }

  verwijderOvergebleven(id: string): void {
    this.overgebleven = this.overgebleven.filter((stuk) => stuk.id !== id);
    this.#verander();
  }

  #besturing(bericht: VanServer): void {
    switch (bericht.type) {
      case 'zicht':
        this.#opZicht(bericht.kanalen);
        return;
      case 'sluit':
        this.#opSluit(bericht.kanaal, bericht.code);
        return;
      case 'opgeslagen': {
        const tekst = this.#op(bericht.kanaal);
        if (tekst === undefined) return;
        tekst.opgeslagen(bericht);
        if ('gelijk' in bericht) this.#verdacht.delete(tekst);
        return;
      }
      case 'geweigerd': {
        const { kanaal, code, reden } = bericht;
        const tekst = this.#op(kanaal);
        if (tekst === undefined) return;
        // SY3: an id that is somebody else's is chance; who had typed nothing needn't know.
        const stil = code === 'client_id_bezet' && !tekst.onopgeslagen;
        // Another id would be refused as well, until the hour is over: one reads on.
        if (!stil) this.#opties.opWeigering?.(tekst.id, reden, code === 'te_veel_client_ids');
        tekst.serverSloot(SLUITCODE.nietBegrepen);
        this.#begin(tekst, reden);
        return;
      }
      case 'opnieuw': {
        const tekst = this.#op(bericht.kanaal);
        tekst?.serverSloot(SLUITCODE.nietBegrepen);
        if (tekst !== undefined) this.#begin(tekst, REDEN.vernieuwd);
        return;
      }
      case 'hartslag':
        for (const tekst of this.#alle) tekst.hartslag();
        return;
      default:
        exhaustief(bericht);
    }
  }

  #opZicht(kanalen: readonly Kanaalzicht[]): void {
    this.#opKanaal = new Map(kanalen.map((zicht) => [zicht.kanaal, zicht]));
    const gezien = new Set(kanalen.map(({ compartiment }) => compartiment));
    for (const tekst of [...this.#teksten.values()]) {
      if (!gezien.has(tekst.id)) this.#laatGaan(tekst, REDEN.nietOpen, 'eigen');
    }
    for (const zicht of kanalen) {
      const tekst = this.#teksten.get(zicht.compartiment);
      if (tekst === undefined) this.#maak(zicht, 0);
      else this.#volg(tekst, zicht);
    }
    this.verbonden = true;
    this.#verander();
  }

  /** Goes on with a text under what one may see of it now. */
  #volg(tekst: Kanaaltekst, zicht: Kanaalzicht): void {
    const opvolger = this.#opvolgers.get(tekst.id);
    if (opvolger !== undefined) {
      if (zicht.niveau === tekst.niveau && !tekst.isAndereTijd(zicht.tijdperk)) {
        opvolger.tekst.verbind(zicht);
        return;
      }
      // What one typed in goes now: it may no longer be written, or is of another time.
      this.#neemPlaats(tekst, zicht.niveau === 'schrijven' ? 'blokken' : 'eigen');
      this.#volg(opvolger.tekst, zicht);
      return;
    }
    const daalt = tekst.niveau === 'schrijven' && zicht.niveau === 'lezen';
    const stijgt = tekst.niveau === 'lezen' && zicht.niveau === 'schrijven';
    const nieuweTijd = tekst.isAndereTijd(zicht.tijdperk);
    if (daalt && tekst.onopgeslagen) this.#laatGaan(tekst, REDEN.alleenLezen, 'eigen');
    else if (nieuweTijd)
      this.#laatGaan(tekst, REDEN.vernieuwd, tekst.niveau === 'lezen' ? 'geen' : 'blokken');
    else if (stijgt && tekst.isAfgeweken) this.#laatGaan(tekst, REDEN.alleenLezen, 'geen');
    else {
      tekst.verbind(zicht);
      return;
    }
    this.#maak(zicht, 0);
  }

  #opSluit(kanaal: number, code: number): void {
    const tekst = this.#op(kanaal);
    if (tekst === undefined) return;
    tekst.serverSloot(code);
    switch (code) {
      case SLUITCODE.nietToegestaan:
        this.#opKanaal.delete(kanaal);
        this.#laatGaan(tekst, REDEN.nietOpen, 'eigen');
        return;
      case SLUITCODE.nietBegrepen:
      case SLUITCODE.teGroot:
      case SLUITCODE.teSnel:
        this.#beginStraks(tekst, REDEN.teVeel);
        return;
      // 4513, 4514, and what else passes: the provider tries again by itself, and nothing is lost.
      default:
        return;
    }
  }

  /** SY13: starts from the server's text, and puts aside what wasn't saved. */
  #begin(tekst: Kanaaltekst, reden: string): void {
    const mislukt = tekst.geladen ? 0 : tekst.mislukt + 1;
    if (mislukt >= MEESTE_MISLUKT) this.#beginStraks(tekst, reden);
    else this.#vervang(tekst, reden, mislukt);
  }

  /** The same after a pause. */
  #beginStraks(tekst: Kanaaltekst, reden: string): void {
    const mislukt = tekst.geladen ? 0 : tekst.mislukt + 1;
    tekst.pauzeer(Math.min(this.#omgeving.pauzeMs * 2 ** mislukt, LANGSTE_PAUZE_MS), () =>
      this.#vervang(tekst, reden, mislukt),
    );
  }

  /**
   * Another document for a text that takes nothing more. Where one types it takes its place when it is loaded, and what
   * is typed until then is put aside with the rest (NK17).
   */
  #vervang(tekst: Kanaaltekst, reden: string, mislukt: number): void {
    const getoond = this.#teksten.get(tekst.id) ?? tekst;
    if (!getoond.geladen || getoond.niveau !== 'schrijven') {
      // Who may only read keeps what they typed themselves before, and nothing else (NK7).
      this.#laatGaan(getoond, reden, getoond.niveau === 'schrijven' ? 'blokken' : 'eigen');
      this.#maak(tekst.zicht, mislukt);
      return;
    }
    getoond.houdOp();
    const eerder = this.#opvolgers.get(tekst.id);
    eerder?.tekst.vernietig();
    const nieuw = this.#nieuw(tekst.zicht, mislukt);
    this.#opvolgers.set(tekst.id, { tekst: nieuw, reden: eerder?.reden ?? reden });
    this.#verbindAlsHetKan(nieuw);
  }

  /** What was made to follow a text takes its place. */
  #neemPlaats(getoond: Kanaaltekst, omvang: Omvang): void {
    const opvolger = this.#opvolgers.get(getoond.id);
    if (opvolger === undefined) return;
    this.#opvolgers.delete(getoond.id);
    this.#laatGaan(getoond, opvolger.reden, omvang);
    this.#teksten.set(getoond.id, opvolger.tekst);
  }

  #maak(zicht: Kanaalzicht, mislukt: number): void {
    const tekst = this.#nieuw(zicht, mislukt);
    this.#teksten.set(tekst.id, tekst);
    this.#verbindAlsHetKan(tekst);
    this.#verander();
  }

  #nieuw(zicht: Kanaalzicht, mislukt: number): Kanaaltekst {
    this.#versie += 1;
    const tekst: Kanaaltekst = new Kanaaltekst(zicht, this.#kanaallijn, {
      versie: this.#versie,
      mislukt,
      opGeladen: () => {
        const getoond = this.#teksten.get(tekst.id);
        if (getoond !== undefined && this.#opvolgers.get(tekst.id)?.tekst === tekst)
          this.#neemPlaats(getoond, 'blokken');
      },
    });
    return tekst;
  }

  /** While the line is closed the next zicht connects it. */
  #verbindAlsHetKan(tekst: Kanaaltekst): void {
    const { zicht } = tekst;
    if (this.#opKanaal.get(zicht.kanaal)?.compartiment === tekst.id) tekst.verbind(zicht);
  }

  /** Lets go of a text, and keeps of it what may be kept of what this person typed. */
  #laatGaan(tekst: Kanaaltekst, reden: string, omvang: Omvang | 'geen'): void {
    this.#opvolgers.get(tekst.id)?.tekst.vernietig();
    this.#opvolgers.delete(tekst.id);
    // What was typed last may not be in it yet.
    tekst.leesScherm();
    const stukken = omvang === 'geen' ? [] : tekst.onbewaard(omvang);
    const eigen = new Map(tekst.onbewaard('eigen').map((stuk) => [stuk.veldId, stuk.tekst]));
    this.#teksten.delete(tekst.id);
    tekst.vernietig();
    this.overgebleven = [
      ...this.overgebleven,
      ...stukken.map((stuk) => ({
        ...stuk,
        id: this.#omgeving.uuid(),
        compartimentId: tekst.id,
        reden,
        op: this.#omgeving.datum(),
        alleenEigen: omvang === 'eigen',
        eigen: eigen.get(stuk.veldId) ?? '',
      })),
    ];
    this.#verander();
  }

  #lijnDicht(gevolg: Lijngevolg, code: number): void {
    this.verbonden = false;
    this.#opKanaal.clear();
    for (const tekst of [...this.#teksten.values()]) {
      tekst.lijnDicht();
      this.#opvolgers.get(tekst.id)?.tekst.lijnDicht();
      if (gevolg === 'geen_sessie') this.#laatGaan(tekst, REDEN.afgemeld, 'eigen');
      else if (gevolg === 'niet_toegestaan') this.#laatGaan(tekst, REDEN.nietOpen, 'eigen');
      else if (this.#isOorzaak(tekst, code)) this.#begin(tekst, REDEN.teVeel);
    }
    if (gevolg !== 'opnieuw') {
      this.gestopt = gevolg;
      this.#lijn = null;
    }
    this.#verander();
  }

  /**
   * Whether what is unsaved in a text may be what the line was closed over, and isn't to be sent again. What is too large
   * stays so. What wasn't understood may be anything that was said, by another text as well: it is sent once more.
   */
  #isOorzaak(tekst: Kanaaltekst, code: number): boolean {
    const isStil = !tekst.onopgeslagen || this.#opvolgers.has(tekst.id);
    if (isStil || !TE_VEEL_VOOR_DE_LIJN.includes(code)) return false;
    if (code !== SLUITCODE.nietBegrepen || this.#verdacht.has(tekst)) return true;
    this.#verdacht.add(tekst);
    return false;
  }

  #op(kanaal: number): Kanaaltekst | undefined {
    const zicht = this.#opKanaal.get(kanaal);
    return zicht && (this.#opvolgers.get(zicht.compartiment)?.tekst ?? this.#teksten.get(zicht.compartiment));
  }

  /** Those that are shown, and those that are to follow them. */
  get #alle(): readonly Kanaaltekst[] {
    return [...this.#teksten.values(), ...[...this.#opvolgers.values()].map(({ tekst }) => tekst)];
  }

  #verander(): void {
    if (this.#gemeld) return;
    this.#gemeld = true;
    queueMicrotask(() => {
      this.#gemeld = false;
      this.#opties.opVerandering();
    });
  }

  readonly #waarschuw = (event: Event): void => {
    if (this.isIetsTeVerliezen) event.preventDefault();
  };
}
