import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import {
  AdviesVolgVraag,
  GEBEURTENISSEN,
  type LiveBericht,
  type LiveSoort,
  type LiveVanClient,
  type LiveVanServer,
  OverlegVraag,
  type VolgAntwoord,
  VolgVraag,
} from '../../../shared/contract/live.ts';
import type { Precies } from '../../../shared/contract/precies.ts';
import { SCHERMRUIMTE } from '../../../shared/contract/schermlijn.ts';
import { Wijsvraag } from '../../../shared/contract/wijzer.ts';
import { exhaustief } from '../../../shared/exhaustief.ts';
import type { Niveau } from '../../../shared/need-to-know/niveaus.ts';
import { SLUITCODE } from '../../../shared/sync/sluitcodes.ts';
import type { Advies } from '../../advies/advies.ts';
import { isVreemdeHerkomst } from '../../http/herkomst.ts';
import type { Wie } from '../../http/route.ts';
import { alsUitgaand } from '../../http/uitgaand.ts';
import type { Beurten } from '../../kern/beurten.ts';
import type { Budgetten } from '../../kern/budget.ts';
import type { Omgeving } from '../../kern/omgeving.ts';
import type { Omvang } from '../../kern/omvang.ts';
import type { Stappen } from '../../kern/stap.ts';
import type { Overleg } from '../../overleg/overleg.ts';
import type { Kaartgebeurtenis, Kaartnieuws, Plan } from '../../plan/plan.ts';
import {
  type Kijk,
  type Kijker,
  type Kijkers,
  type Kijkkant,
  type Toegang,
  verloor,
  type Wanneer,
} from '../../toegang/toegang.ts';
import type { Verzoeken } from '../../toegang/verzoeken.ts';
import { WebSocketServerZonderPong } from '../pings.ts';
import { budgetVan, neemVerbinding } from '../verbindingen.ts';
import { aanwezigVoor } from './aanwezig.ts';
import { Adviesvolgers } from './adviesvolgers.ts';
import { begrens, LIVEMATEN } from './begrenzing.ts';
import { Overlegvolgers } from './overlegvolgers.ts';
import { Schermlijnen } from './schermlijnen.ts';
import { Straks } from './straks.ts';
import { heeftOngestuurd, sluit, verbreek } from './verbinding.ts';
import { type Gesteld, Vragen } from './vragen.ts';

type LiveSocket = Socket<LiveVanClient, LiveVanServer>;

/** Somebody who looks at a casus over one socket. */
interface Volger extends Kijker {
  readonly socket: LiveSocket;
  /** What they were told last: the levels, the board without content, who is present. */
  niveaus: ReadonlyMap<string, Niveau>;
  kop: string;
  aanwezig: string;
  verzoeken: string;
  deelnemerId: string;
}

/**
 * What happens around the table, over socket.io. The rooms are the audience: one room a compartment, joined by
 * sessions that may read it and have opened it. Leaving the room is the mask; rooms follow from levels, never from
 * a request (NK7).
 */
export class Live implements Kijkkant {
  readonly #io: Server<LiveVanClient, LiveVanServer>;
  readonly #behoeften: LiveBehoeften;
  readonly #volgers = new Map<string, Set<Volger>>();
  readonly #vragen: Vragen;
  readonly #overlegvolgers: Overlegvolgers;
  readonly #adviesvolgers: Adviesvolgers<LiveSocket>;
  readonly #straks: Straks<Volger>;
  readonly #schermlijnen: Schermlijnen;
  /** In the order in which they came. */
  readonly #perPersoon = new Map<string, Set<LiveSocket>>();

  constructor(http: HttpServer, behoeften: LiveBehoeften) {
    this.#behoeften = behoeften;
    this.#straks = new Straks({
      vertel: (casusId, volgers, isGenoeg) => this.#vertelStraks(casusId, volgers, isGenoeg),
      rondAf: (casusId) => this.#zonderUitval(() => this.#meldAanwezigen(casusId)),
    });
    this.#overlegvolgers = new Overlegvolgers(behoeften);
    this.#adviesvolgers = new Adviesvolgers<LiveSocket>({
      stappen: behoeften.stappen,
      advies: behoeften.advies,
      isAangemeld: (wie) => behoeften.kijkers.isAangemeld(wie),
      vertel: (socket, adviesvraagId) => {
        socket.emit('advies', alsUitgaand('advies', GEBEURTENISSEN.advies, { adviesvraagId }));
      },
      verbreek,
      bijFout: behoeften.bijFout,
    });
    const paginas = http.listeners('request');
    this.#io = new Server(http, {
      path: '/live',
      serveClient: false,
      transports: ['websocket'],
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: LIVEMATEN.bericht,
      wsEngine: WebSocketServerZonderPong,
      destroyUpgrade: false,
      allowRequest: (verzoek, antwoord) =>
        antwoord(
          null,
          !isVreemdeHerkomst(verzoek) && neemVerbinding(behoeften.budgetten, verzoek, this.#herken(verzoek)),
        ),
    });
    // Over WebSocket alone: a plain request is no business of socket.io, which would answer it in words of its own (ST8).
    http.removeAllListeners('request');
    for (const luisteraar of paginas) http.on('request', (...vraag) => luisteraar.apply(http, vraag));
    const { budgetten } = behoeften;
    begrens(
      this.#io,
      behoeften.omgeving.nu,
      (verzoek) => ({ budget: budgetVan(budgetten, verzoek, this.#herken(verzoek)), nu: budgetten.nu }),
      behoeften.bijFout,
    );
    this.#vragen = new Vragen(behoeften, (socket, vraag) => {
      const uitkomst = this.#zonderUitval(() => this.#doe(socket, vraag));
      return uitkomst ?? { ok: false, code: 'storing' };
    });
    this.#schermlijnen = new Schermlijnen(this.#io.of(SCHERMRUIMTE), {
      ...behoeften,
      vertelLeider: (overlegId) => this.#overlegvolgers.herzieLeider(overlegId, null),
    });
    this.#io.use((socket, verder) => {
      // ST4: what it throws would end the process.
      verder(this.#herken(socket.request) === null ? new Error('niet_aangemeld') : undefined);
    });
    this.#io.on('connection', (socket) => {
      if (this.#zonderUitval(() => this.#ontvang(socket) ?? true) === null) verbreek(socket);
    });
  }

  /** Everyone who follows a casus has been decided about: who is present, as each may know it. */
  rondAf(casusId: string, wanneer: Wanneer): void {
    if (wanneer === 'straks') {
      this.#straks.zet(casusId, []);
      return;
    }
    this.#straks.nu(casusId);
    this.#meldAanwezigen(casusId);
  }

  /** Tells now what was to be told soon. */
  vertelNu(): void {
    this.#straks.alles();
  }

  /**
   * Sends kaarten to the sessions in their compartment's room and to whom they name (NK22), to each as they reach them,
   * and to nobody for whom nothing of them is otherwise (NK37).
   */
  stuurKaarten(gebeurtenis: Kaartgebeurtenis): void {
    const { casusId } = gebeurtenis;
    this.#straks.nu(casusId);
    this.#elk([...(this.#volgers.get(casusId) ?? [])], (volger, kijk) => {
      for (const nieuws of this.#behoeften.plan.nieuwsVoor(kijk, gebeurtenis)) {
        if (!isErbij(volger, nieuws)) continue;
        if ('weg' in nieuws) this.#stuur(volger, 'kaart', { casusId, weg: nieuws.weg });
        else this.#stuur(volger, 'kaart', { casusId, kaart: nieuws.kaart });
      }
    });
  }

  /** Tells those who follow a casus. For whom that fails is disconnected, and fetches the board anew (ST4). */
  #elk(volgers: readonly Volger[], vertel: (volger: Volger, kijk: Kijk) => void): void {
    for (const volger of volgers) {
      const uitkomst = this.#zonderUitval(() => {
        const kijk = this.#behoeften.kijkers.kijkVan(volger);
        if (kijk !== null) vertel(volger, kijk);
        return true;
      });
      if (uitkomst === null) this.#zonderUitval(() => volger.verbreek());
    }
  }

  /** Stops listening and lets go of every socket. */
  async sluit(): Promise<void> {
    this.#straks.sluit();
    // Not politely: who stopped reading would keep us waiting.
    for (const socket of this.#io.sockets.sockets.values()) verbreek(socket);
    this.#schermlijnen.sluit();
    await this.#io.close();
  }

  #ontvang(socket: LiveSocket): void {
    const wie = this.#behoeften.herkenSessie(socket.request);
    if (wie === null) {
      verbreek(socket);
      return;
    }
    const lijn = { wie, verbreek: () => verbreek(socket) };
    this.#behoeften.kijkers.komtMetSessie(lijn);
    socket.on('disconnect', () => this.#behoeften.kijkers.gaatMetSessie(lijn));
    this.#maakPlaats(wie);
    const eigen = this.#perPersoon.get(wie.persoonId) ?? new Set();
    this.#perPersoon.set(wie.persoonId, eigen.add(socket));
    socket.on('disconnect', () => {
      eigen.delete(socket);
      if (eigen.size === 0 && this.#perPersoon.get(wie.persoonId) === eigen)
        this.#perPersoon.delete(wie.persoonId);
    });
    const stel = (vraag: Gesteld, antwoord: unknown): void =>
      this.#vragen.stel(socket, wie, vraag, (uitkomst) => {
        this.#zonderUitval(() => geefAntwoord(antwoord, uitkomst));
      });
    for (const soort of ['casus:volg', 'casus:verlaat'] as const)
      socket.on(soort, (vraag, antwoord) =>
        stel({ soort, id: VolgVraag.safeParse(vraag).data?.casusId ?? null }, antwoord),
      );
    for (const soort of ['overleg:volg', 'overleg:verlaat'] as const)
      socket.on(soort, (vraag, antwoord) =>
        stel({ soort, id: OverlegVraag.safeParse(vraag).data?.overlegId ?? null }, antwoord),
      );
    socket.on('overleg:wijs', (vraag, antwoord) => {
      const wijst = Wijsvraag.safeParse(vraag).data;
      stel({ soort: 'overleg:wijs', id: wijst?.overlegId ?? null, wijst }, antwoord);
    });
    for (const soort of ['advies:volg', 'advies:verlaat'] as const)
      socket.on(soort, (vraag, antwoord) =>
        stel({ soort, id: AdviesVolgVraag.safeParse(vraag).data?.adviesvraagId ?? null }, antwoord),
      );
    socket.on('disconnecting', () => {
      this.#adviesvolgers.verlaat(socket);
      for (const casusId of [...this.#volgers.keys()]) {
        this.#zonderUitval(() => this.#verlaat(casusId, socket));
      }
      this.#zonderUitval(() => this.#overlegvolgers.vergeet(socket));
    });
  }

  /** ST6: of so many the first that came makes place; its page comes back when it is looked at. */
  #maakPlaats({ persoonId }: Wie): void {
    const eigen = [...(this.#perPersoon.get(persoonId) ?? [])];
    const teVeel = eigen.length + 1 - this.#behoeften.omvang.lijnen;
    for (const socket of eigen.slice(0, Math.max(0, teVeel))) sluit(socket, SLUITCODE.verdrongen);
  }

  /** @returns null as well when it can't be found out now */
  #herken(verzoek: IncomingMessage): Wie | null {
    return this.#zonderUitval(() => this.#behoeften.herkenSessie(verzoek));
  }

  #doe(socket: LiveSocket, { soort, id, wijst }: Gesteld): VolgAntwoord {
    switch (soort) {
      case 'casus:volg':
        return id === null ? NIET_GEVONDEN : this.#volg(socket, id);
      case 'overleg:volg':
        return id === null
          ? NIET_GEVONDEN
          : this.#alsAangemeld(socket, (wie) => this.#overlegvolgers.volg(socket, wie, id));
      case 'overleg:wijs':
        return wijst === undefined
          ? NIET_GEVONDEN
          : this.#alsAangemeld(socket, (wie) => this.#overlegvolgers.wijs(socket, wie, wijst));
      case 'advies:volg':
        return id === null
          ? NIET_GEVONDEN
          : this.#alsAangemeld(socket, (wie) => this.#adviesvolgers.volg(socket, wie, id));
      case 'advies:verlaat':
        if (id !== null) this.#adviesvolgers.verlaat(socket, id);
        return { ok: true };
      case 'casus:verlaat':
        if (id !== null) this.#verlaat(id, socket);
        return { ok: true };
      case 'overleg:verlaat':
        if (id !== null) this.#overlegvolgers.verlaat(socket, id);
        return { ok: true };
      default:
        return exhaustief(soort);
    }
  }

  /** @param doe for who has a session still; false: there is no such thing for them */
  #alsAangemeld(socket: LiveSocket, doe: (wie: Wie) => boolean): VolgAntwoord {
    return this.#behoeften.stappen.lees(() => {
      const wie = this.#behoeften.herkenSessie(socket.request);
      if (wie === null) {
        verbreek(socket);
        return { ok: false, code: 'niet_aangemeld' };
      }
      return doe(wie) ? { ok: true } : NIET_GEVONDEN;
    });
  }

  /** Tells who has a question for advice of this casus in front of them that it is otherwise for them. */
  herzieAdvies(casusId: string): void {
    this.#adviesvolgers.herzie(casusId);
  }

  /** The same of what somebody typed; each second. */
  werkBij(): void {
    this.#adviesvolgers.werkBij();
    this.#schermlijnen.werkBij();
  }

  /** Overleggen are otherwise: told to who follows them and sees a difference (NK37). */
  herzieOverleggen(overlegIds: readonly string[]): void {
    // The wall first: what goes off it is gone before anybody hears why.
    this.#schermlijnen.herzie(overlegIds);
    this.#overlegvolgers.herzie(overlegIds);
  }

  /** The same of those with something of a casus on their agenda: who takes part in it sees it there (OV1). */
  herzieOverleggenMet(casusId: string): void {
    if (this.#overlegvolgers.isLeeg && this.#schermlijnen.isLeeg) return;
    this.herzieOverleggen(this.#behoeften.overleg.metCasus(casusId));
  }

  /** What fails on behalf of one socket, such as a look that can't be logged, must not end the process (SY10). */
  #zonderUitval<T>(doe: () => T): T | null {
    try {
      return doe();
    } catch (fout) {
      this.#behoeften.bijFout(fout);
      return null;
    }
  }

  #volg(socket: LiveSocket, casusId: string): VolgAntwoord {
    return this.#behoeften.stappen.lees(() => {
      // The session may have ended since the socket came.
      const wie = this.#behoeften.herkenSessie(socket.request);
      if (wie === null) {
        verbreek(socket);
        return { ok: false, code: 'niet_aangemeld' };
      }
      const kijk = this.#behoeften.toegang.kijk(casusId, wie);
      if (kijk === null) return NIET_GEVONDEN;
      this.#behoeften.toegang.openVanzelf(kijk);
      // Followed already: nobody hears that they went.
      const was = this.#laatGaan(casusId, socket);
      this.#neemAan(casusId, socket, wie, kijk, was?.deelnemerId === kijk.ik.id);
      return { ok: true };
    });
  }

  #neemAan(casusId: string, socket: LiveSocket, wie: Wie, kijk: Kijk, wasHier: boolean): void {
    const volger: Volger = {
      socket,
      wie,
      casusId,
      niveaus: new Map(),
      kop: JSON.stringify(this.#behoeften.plan.kop(kijk)),
      aanwezig: '',
      verzoeken: this.#behoeften.verzoeken.kop(kijk),
      deelnemerId: kijk.ik.id,
      neemAf: (nu) => this.#houdKamersBij(casusId, volger, nu),
      vertel: (nu, wanneer) => this.#vertel(casusId, volger, nu, wanneer),
      verbreek: () => {
        this.#vergeet(casusId, volger);
        verbreek(socket);
      },
    };
    // Who was here already, on this page or on another, is no news to others.
    const isNieuws = !wasHier && !this.#isAanwezig(casusId, volger.deelnemerId);
    const volgers = this.#volgers.get(casusId) ?? new Set();
    this.#volgers.set(casusId, volgers.add(volger));
    try {
      this.#behoeften.kijkers.komt(volger);
      this.#houdKamersBij(casusId, volger, kijk);
      this.#meldAanwezigen(casusId, isNieuws ? null : volger);
    } catch (fout) {
      this.#verlaat(casusId, socket);
      throw fout;
    }
  }

  #vertel(casusId: string, volger: Volger, kijk: Kijk | null, wanneer: Wanneer): void {
    if (kijk !== null && wanneer === 'straks') {
      this.#straks.zet(casusId, [volger]);
      return;
    }
    this.#straks.verteld(casusId, volger);
    if (kijk !== null) {
      this.#meldKop(casusId, volger, kijk);
      this.#meldVerzoeken(casusId, volger, kijk);
      return;
    }
    this.#vergeet(casusId, volger);
    if (this.#behoeften.kijkers.isAangemeld(volger.wie)) this.#stuur(volger, 'zicht', { casusId });
    else verbreek(volger.socket);
  }

  /** In one step, so that what is read for one is read for all. */
  #vertelStraks(casusId: string, volgers: Iterable<Volger>, isGenoeg: () => boolean): void {
    this.#zonderUitval(() =>
      this.#behoeften.stappen.lees(() => {
        for (const volger of volgers) {
          const isHier = this.#volgers.get(casusId)?.has(volger) === true;
          this.#elk(isHier ? [volger] : [], (_, kijk) => {
            this.#meldKop(casusId, volger, kijk);
            this.#meldVerzoeken(casusId, volger, kijk);
          });
          if (isGenoeg()) return;
        }
      }),
    );
  }

  #verlaat(casusId: string, socket: LiveSocket): void {
    const volger = this.#laatGaan(casusId, socket);
    if (volger === null || this.#isAanwezig(casusId, volger.deelnemerId)) return;
    this.#behoeften.stappen.lees(() => this.#meldAanwezigen(casusId));
  }

  #laatGaan(casusId: string, socket: LiveSocket): Volger | null {
    const volger = [...(this.#volgers.get(casusId) ?? [])].find((een) => een.socket === socket);
    if (volger === undefined) return null;
    // Forgotten first, and nothing is lost to who leaves by themselves: ending their socket would come back here.
    this.#vergeet(casusId, volger);
    volger.niveaus = new Map();
    this.#houdKamersBij(casusId, volger, null);
    return volger;
  }

  #isAanwezig(casusId: string, deelnemerId: string): boolean {
    return [...(this.#volgers.get(casusId) ?? [])].some((een) => een.deelnemerId === deelnemerId);
  }

  #vergeet(casusId: string, volger: Volger): void {
    this.#behoeften.kijkers.gaat(volger);
    const volgers = this.#volgers.get(casusId);
    volgers?.delete(volger);
    if (volgers?.size === 0) this.#volgers.delete(casusId);
  }

  /** Tells that the board without content is another one, if it is. */
  #meldKop(casusId: string, volger: Volger, kijk: Kijk): void {
    const kop = JSON.stringify(this.#behoeften.plan.kop(kijk));
    if (kop === volger.kop) return;
    volger.kop = kop;
    this.#stuur(volger, 'zicht', { casusId });
  }

  /** Tells that what they asked, or what was asked of them, is otherwise for them (NK37). */
  #meldVerzoeken(casusId: string, volger: Volger, kijk: Kijk): void {
    const verzoeken = this.#behoeften.verzoeken.kop(kijk);
    if (verzoeken === volger.verzoeken) return;
    volger.verzoeken = verzoeken;
    this.#stuur(volger, 'verzoek', { casusId });
  }

  /** In the room of what may be read and is open, out of every other; with unsent bytes of what was lost, gone (NK7). */
  #houdKamersBij(casusId: string, volger: Volger, kijk: Kijk | null): void {
    const { socket } = volger;
    const prefix = `${casusId} `;
    const wil = new Set(
      (kijk?.leesbaar() ?? []).filter(({ id }) => kijk?.leestNu(id)).map(({ id }) => prefix + id),
    );
    // The in-memory adapter joins and leaves before these calls return.
    for (const kamer of [...socket.rooms])
      if (kamer.startsWith(prefix) && !wil.has(kamer)) void socket.leave(kamer);
    for (const kamer of wil) if (!socket.rooms.has(kamer)) void socket.join(kamer);
    const niveaus = new Map(
      (kijk?.zicht() ?? []).map(({ compartiment, niveau }) => [compartiment.id, niveau]),
    );
    if (verloor(volger.niveaus, niveaus) && heeftOngestuurd(socket) > 0) verbreek(socket);
    volger.niveaus = niveaus;
  }

  /** Sends what the contract says, exactly. What isn't so goes to nobody, and who would have had it fetches the board. */
  #stuur<S extends Exclude<LiveSoort, 'overleg' | 'wijzer' | 'advies'>, R extends LiveBericht<S>>(
    { socket, casusId }: Volger,
    soort: S,
    bericht: R & Precies<LiveBericht<S>, R>,
  ): void {
    try {
      // socket.io's own type of what goes with an event doesn't follow a name that isn't known yet.
      const uit = [alsUitgaand(soort, GEBEURTENISSEN[soort], bericht)] as Parameters<LiveVanServer[S]>;
      socket.emit<LiveSoort>(soort, ...uit);
    } catch (fout) {
      this.#behoeften.bijFout(fout);
      socket.emit('zicht', { casusId });
    }
  }

  /** @param alleen who hears it; null: everyone */
  #meldAanwezigen(casusId: string, alleen: Volger | null = null): void {
    const volgers = [...(this.#volgers.get(casusId) ?? [])];
    const aanwezig = new Set(volgers.map(({ deelnemerId }) => deelnemerId));
    this.#elk(alleen === null ? volgers : [alleen], (volger, kijk) => {
      const deelnemerIds = aanwezigVoor(kijk, aanwezig);
      const tekst = deelnemerIds.join(' ');
      if (tekst === volger.aanwezig) return;
      volger.aanwezig = tekst;
      this.#stuur(volger, 'aanwezig', { casusId, deelnemerIds });
    });
  }
}

/** What live needs of the rest. */
export interface LiveBehoeften {
  readonly herkenSessie: (verzoek: IncomingMessage) => Wie | null;
  readonly stappen: Stappen;
  readonly omgeving: Pick<Omgeving, 'nu' | 'willekeur'>;
  readonly toegang: Toegang;
  readonly kijkers: Kijkers;
  readonly plan: Plan;
  readonly verzoeken: Verzoeken;
  readonly overleg: Overleg;
  readonly advies: Advies;
  /** What each may cost, whose turn it is, and how many connections somebody has (ST6). */
  readonly budgetten: Budgetten;
  readonly beurten: Beurten;
  readonly omvang: Pick<Omvang, 'lijnen'>;
  /** Ends answers to a big screen that aren't out yet (NK7). */
  readonly breekAf: (schermId: string) => void;
  /** Is told of a fault that is ours. */
  readonly bijFout: (fout: unknown) => void;
}

/** NK7: what somebody reads reaches them in its compartment's room; what names them, anywhere. */
function isErbij({ socket, casusId }: Volger, { compartimentId }: Kaartnieuws): boolean {
  return compartimentId === null || socket.rooms.has(`${casusId} ${compartimentId}`);
}

const NIET_GEVONDEN: VolgAntwoord = { ok: false, code: 'niet_gevonden' };

/** Clients that ask no answer get none; what they send as a callback is checked, for it comes from outside. */
function geefAntwoord(antwoord: unknown, uitkomst: VolgAntwoord): void {
  if (typeof antwoord === 'function') antwoord(uitkomst);
}
