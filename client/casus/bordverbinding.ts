import type { Bord } from '../../shared/contract/casussen.ts';
import type { Opening, Uitleg } from '../../shared/contract/compartimenten.ts';
import type { Vraag } from '../../shared/contract/contract.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import type { OpdrachtNaam } from '../../shared/contract/wegen.ts';
import { MET_TEKST } from '../../shared/plan/kaartsoorten.ts';
import { ApiFout, berichtVan, Poging, type Roepargumenten, roep } from '../api/api.ts';
import { haalLijsten } from '../lijsten.ts';
import { volgCasus } from '../sync/volgen.ts';
import type { Overgebleven } from '../sync/overgebleven.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import {
  type Bordstaat,
  type Kaartbericht,
  metAanwezig,
  metBericht,
  metBord,
  metKaart,
  metOpening,
  zonderKaart,
} from './bordstaat.ts';
import { Bordteksten } from './bordteksten.ts';
import type { KaartVan } from './kijk.ts';
import { Nieuws } from './nieuws.ts';
import type { Tekstnieuws } from './tekstnieuws.ts';

/** How far the screen is with its casus. Only `open` holds content; leaving it lets go of all of it (NK7). */
export type Toestand =
  | ZonderBord
  | { readonly fase: 'open'; readonly staat: Bordstaat; readonly lijsten: Lijsten };

/** Where there is no board. */
export type ZonderBord =
  | { readonly fase: 'laden' }
  | { readonly fase: 'weg'; readonly wasOpen: boolean; readonly onopgeslagen: readonly Overgebleven[] }
  | { readonly fase: 'fout'; readonly bericht: string };

/** The times that fetching the board is tried again before what is shown counts as too old to keep. */
const POGINGEN = 3;
const WACHT_MS = 1_500;
/** How long after that it is tried once more, and again. */
const LATER_MS = 5_000;

/**
 * Keeps the board of one casus true: fetches it, follows /live, sends commands. Calls `opVerandering` after every
 * change of `toestand` or `verbonden`. Every command answers when it holds; it throws `ApiFout` when it doesn't.
 */
export class Bordverbinding {
  toestand: Toestand = { fase: 'laden' };
  /** Whether the line is open; true until it is known that it isn't. */
  verbonden = true;
  /** Since when what is shown couldn't be fetched anew: when it was fetched last (ST16). Null: it is as it should be. */
  ouderdom: Date | null = null;
  /** The co-edited texts; they live and go with the board. */
  readonly teksten: Bordteksten;

  /** Told of a kaart that this person made or changed, when it is kept. */
  opBewaard: (kaart: Kaart) => void = () => {};

  readonly casusId: string;
  readonly #opVerandering: () => void;
  readonly #nieuws = new Nieuws();
  #stopVolgen: (() => void) | undefined;
  #gestopt = false;
  #ophalen: Promise<void> | undefined;
  #nogEens = false;
  /** What came in while the board was being fetched: the answer may be older than these. */
  #tussendoor: Kaartbericht[] = [];
  /** For each command under way, of which kaarten the line told since it began. */
  readonly #onderweg = new Set<Set<string>>();
  #aanwezig: readonly string[] = [];
  #wasOpen = false;
  #opgehaaldOp = new Date();
  /** What this person sees may be less than it was when the board was fetched: then it isn't kept without asking. */
  #zichtAnders = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** @param tekstnieuws told of what others change in a text that stands on this board */
  constructor(casusId: string, opVerandering: () => void, tekstnieuws: Tekstnieuws) {
    this.casusId = casusId;
    this.#opVerandering = opVerandering;
    this.teksten = new Bordteksten({
      casusId,
      begin: (naam, veldId, bijWachten) =>
        this.regel(naam, { params: { casusId, veldId }, poging: new Poging(bijWachten) }),
      regel: (naam, veldId) => this.regel(naam, { params: { casusId, veldId } }),
      opEinde: () => this.#opZicht(),
      nieuws: tekstnieuws,
      meld: aankondigen,
    });
  }

  start(): void {
    void this.ververs();
    this.#stopVolgen = volgCasus(this.casusId, {
      kaart: (bericht) => this.#opKaart(bericht),
      zicht: () => this.#opZicht(),
      aanwezig: (deelnemerIds) => {
        this.#aanwezig = deelnemerIds;
        this.#verander((staat) => metAanwezig(staat, deelnemerIds));
      },
      verbinding: (open) => {
        this.verbonden = open;
        this.#opVerandering();
      },
    });
  }

  /** Lets go of everything: the line, and what was read over it. */
  stop(): void {
    this.#gestopt = true;
    clearTimeout(this.#later);
    this.#wis({ fase: 'laden' });
  }

  /** Fetches the board again; once more when asked during it. */
  ververs(): Promise<void> {
    if (this.#ophalen !== undefined) {
      this.#nogEens = true;
      return this.#ophalen;
    }
    this.#ophalen = this.#haal().finally(() => {
      this.#ophalen = undefined;
      if (this.#nogEens && !this.#gestopt) {
        this.#nogEens = false;
        void this.ververs();
      }
    });
    return this.#ophalen;
  }

  /** A kaart as it stands there now; undefined when it is gone. */
  kaart(id: string): Kaart | undefined {
    const { toestand } = this;
    return toestand.fase === 'open'
      ? toestand.staat.bord.kaarten.find((kaart) => kaart.id === id)
      : undefined;
  }

  async maakKaart(body: Vraag<'kaart.maak'>['body'], poging: Poging): Promise<Kaart> {
    const kaart = await this.#schrijf(() => roep('kaart.maak', { params: this.#params, body, poging }));
    this.opBewaard(kaart);
    return kaart;
  }

  async wijzigKaart(kaartId: string, body: Vraag<'kaart.wijzig'>['body']): Promise<void> {
    this.opBewaard(await this.#wijzig(kaartId, body));
  }

  async #wijzig(kaartId: string, body: Vraag<'kaart.wijzig'>['body']): Promise<Kaart> {
    return await this.#schrijf(() => roep('kaart.wijzig', { params: { ...this.#params, kaartId }, body }));
  }

  /**
   * ST14: ticks an afspraak off or back on. Tries again when another changed something else of it.
   * @throws {ApiFout} when another said meanwhile how it goes
   */
  async zetStand(
    { id, versie, stand: eerder }: KaartVan<'afspraak'>,
    stand: KaartVan<'afspraak'>['stand'],
  ): Promise<void> {
    try {
      await this.#wijzig(id, { versie, stand });
    } catch (fout) {
      if (!(fout instanceof ApiFout && fout.isVerouderd)) throw fout;
      const nu = await this.naVerouderd(fout, id);
      if (nu?.soort !== 'afspraak' || nu.versie === versie || nu.stand !== eerder) throw fout;
      await this.zetStand(nu, stand);
    }
  }

  /** Takes in what stands there now, after a refusal because another was first. Undefined: it is gone. */
  async naVerouderd({ kaart }: ApiFout, id: string): Promise<Kaart | undefined> {
    if (kaart === null) await this.ververs();
    else this.#verander((staat) => metKaart(staat, kaart));
    return this.kaart(id);
  }

  async zetStap(kaartId: string, body: Vraag<'kaart.zetStap'>['body'], poging: Poging): Promise<void> {
    await this.#schrijf(() => roep('kaart.zetStap', { params: { ...this.#params, kaartId }, body, poging }));
  }

  async verwijderKaart(kaart: Kaart): Promise<void> {
    await this.#nieuws.vanMij(() =>
      roep('kaart.verwijder', {
        params: { ...this.#params, kaartId: kaart.id },
        query: { versie: kaart.versie },
      }).then(() => kaart.id),
    );
    this.#verander((staat) => zonderKaart(staat, kaart.id));
  }

  /** Opens a compartment; it is recorded before it is answered (NK10). */
  async open(compartimentId: string): Promise<Opening> {
    const opening = await roep('compartiment.open', { params: { ...this.#params, compartimentId } });
    this.#verander((staat) => metOpening(staat, compartimentId, opening));
    return opening;
  }

  legUit(compartimentId: string): Promise<Uitleg> {
    return roep('compartiment.uitleg', { params: { ...this.#params, compartimentId } });
  }

  /** A command on who takes part, on the members or on the casus; the board is fetched again after it. */
  async regel<N extends OpdrachtNaam>(naam: N, ...vraag: Roepargumenten<N>): Promise<void> {
    await roep(naam, ...vraag);
    await this.ververs();
  }

  get #params(): { readonly casusId: string } {
    return { casusId: this.casusId };
  }

  /**
   * Sends a kaart and takes in the server's answer. Not when the line told of that kaart meanwhile: what it tells comes
   * in order, and the last of it is at least as new as the answer.
   */
  async #schrijf(stuurKaart: () => Promise<Kaart>): Promise<Kaart> {
    const gehoord = new Set<string>();
    this.#onderweg.add(gehoord);
    try {
      const kaart = await this.#nieuws.vanMij(stuurKaart, (nieuw) => nieuw.id);
      if (!gehoord.has(kaart.id)) this.#verander((staat) => metKaart(staat, kaart));
      this.#haalTekstBij(kaart);
      return kaart;
    } finally {
      this.#onderweg.delete(gehoord);
    }
  }

  #opZicht(): void {
    this.#zichtAnders = true;
    void this.ververs();
  }

  #opKaart(bericht: Kaartbericht): void {
    for (const gehoord of this.#onderweg) gehoord.add('weg' in bericht ? bericht.weg : bericht.kaart.id);
    if (this.#ophalen !== undefined) this.#tussendoor.push(bericht);
    const { toestand } = this;
    if (toestand.fase !== 'open') return;
    const nieuw = metBericht(toestand.staat, bericht);
    if (nieuw === toestand.staat) return;
    this.#nieuws.vanAnder('weg' in bericht ? bericht.weg : bericht.kaart.id);
    this.#zet({ ...toestand, staat: nieuw });
    if ('kaart' in bericht) this.#haalTekstBij(bericht.kaart);
  }

  /** A new kaart comes without the text that goes with it: the board says which that is. */
  #haalTekstBij(kaart: Kaart): void {
    const { toestand } = this;
    if (toestand.fase !== 'open' || kaart.compartimentId === null || !MET_TEKST.has(kaart.soort)) return;
    if (!toestand.staat.bord.velden.some(({ kaartId }) => kaartId === kaart.id)) void this.ververs();
  }

  async #haal(): Promise<void> {
    clearTimeout(this.#later);
    for (let poging = 1; ; poging++) {
      this.#tussendoor = [];
      try {
        const [bord, lijsten] = await Promise.all([
          roep('casus.bord', { params: this.#params }),
          haalLijsten(),
        ]);
        if (!this.#gestopt) this.#ontvang(bord, lijsten);
        return;
      } catch (fout) {
        if (this.#gestopt) return;
        const status = fout instanceof ApiFout ? fout.status : 0;
        // 404: no longer at this table. 401: signed out; the app shows where to sign in.
        if (status === 404) {
          // Both lines tell that it is over; the second one finds nothing left to keep.
          if (this.toestand.fase === 'weg') return;
          const onopgeslagen = this.teksten.stopEnHoudEigen();
          return this.#wis({ fase: 'weg', wasOpen: this.#wasOpen, onopgeslagen });
        }
        // Without an answer the board is as old as the line is gone, which it says; who types on it goes on typing.
        // ST12: nor does a page of another lose what was typed on it before it is clear whose it is.
        const vanEenAnder = fout instanceof ApiFout && fout.isVoorEenAnder;
        const wachtOpLijn = (status === 0 || vanEenAnder) && this.toestand.fase === 'open';
        if (status === 401) return this.#wis({ fase: 'fout', bericht: berichtVan(fout) });
        if (poging >= POGINGEN && !wachtOpLijn) return this.#blijfProberen(fout);
        await new Promise((klaar) => setTimeout(klaar, WACHT_MS));
      }
    }
  }

  /** ST16: what was shown last stays, with how old it is, unless less of it may be seen (NK7); and it is tried again. */
  #blijfProberen(fout: unknown): void {
    if (this.toestand.fase === 'open' && !this.#zichtAnders) {
      this.ouderdom = this.#opgehaaldOp;
      this.#opVerandering();
    } else this.#wis({ fase: 'fout', bericht: berichtVan(fout) });
    this.#later = setTimeout(() => void this.ververs(), LATER_MS);
  }

  #ontvang(bord: Bord, lijsten: Lijsten): void {
    this.ouderdom = null;
    this.#opgehaaldOp = new Date();
    this.#zichtAnders = false;
    const eerder = this.toestand.fase === 'open' ? this.toestand.staat : null;
    const vers = this.#tussendoor.reduce(metBericht, metAanwezig(metBord(eerder, bord), this.#aanwezig));
    this.#tussendoor = [];
    this.#wasOpen = true;
    this.#zet({ fase: 'open', staat: vers, lijsten });
  }

  #verander(stap: (staat: Bordstaat) => Bordstaat): void {
    if (this.toestand.fase === 'open') this.#zet({ ...this.toestand, staat: stap(this.toestand.staat) });
  }

  #zet(toestand: Toestand): void {
    if (this.#gestopt) return;
    this.toestand = toestand;
    if (toestand.fase === 'open') this.teksten.opBord(toestand.staat.bord.velden);
    this.#opVerandering();
  }

  /** NK7: drops every copy; the line is closed when there is nothing left to follow. */
  #wis(toestand: Toestand): void {
    this.toestand = toestand;
    this.#tussendoor = [];
    this.#aanwezig = [];
    this.#nieuws.stop();
    // Where the board can't be fetched now, what was typed on it waits: its own line decides on it.
    if (toestand.fase !== 'fout') {
      this.teksten.stop();
      this.#stopVolgen?.();
      this.#stopVolgen = undefined;
    }
    if (!this.#gestopt) this.#opVerandering();
  }
}
