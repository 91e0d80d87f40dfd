import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { SchermVanServer } from '../../../shared/contract/schermlijn.ts';
import type { Omgeving } from '../../kern/omgeving.ts';
import type { Stappen } from '../../kern/stap.ts';
import type { Overleg } from '../../overleg/overleg.ts';
import { heeftOngestuurd, verbreek } from './verbinding.ts';

/** A screen asks nothing: whatever it sends, nobody listens. */
type Niets = Record<string, never>;
type Schermsocket = Socket<Niets, SchermVanServer>;

/** So long the line that is there has to say so, when another comes with the same session. */
const ERBIJ_MS = 2_000;

/** The line of a screen, with what it would have fetched last. */
interface Schermlijn {
  readonly socket: Schermsocket;
  readonly schermId: string;
  readonly overlegId: string;
  readonly sleutel: string;
  gezien: string;
  tekstmerk: string;
}

/**
 * The lines of big screens (OV4), in a room of their own: only who has a screen's session comes in, nothing can be asked,
 * and all that is told is that the picture is another one (NK37). One line a screen: whoever comes with the same session
 * while it is there has stolen it, and neither goes on.
 */
export class Schermlijnen {
  readonly #overleg: Overleg;
  readonly #stappen: Stappen;
  readonly #omgeving: Pick<Omgeving, 'willekeur'>;
  readonly #breekAf: (schermId: string) => void;
  readonly #bijFout: (fout: unknown) => void;
  readonly #vertel: (overlegId: string) => void;
  readonly #ruimte: Namespace<Niets, SchermVanServer>;
  readonly #lijnen = new Map<string, Schermlijn>();
  /** The key of the line before: a request that was under way when a line came back is still of this screen. */
  readonly #vorige = new Map<string, string>();

  constructor(
    // socket.io types a namespace by the server's own events; here are others.
    ruimte: Namespace<DefaultEventsMap, DefaultEventsMap> | Namespace<never, never>,
    behoeften: {
      overleg: Overleg;
      stappen: Stappen;
      omgeving: Pick<Omgeving, 'willekeur'>;
      breekAf: (schermId: string) => void;
      /** Tells who leads, for whom which screens are on is otherwise. */
      vertelLeider: (overlegId: string) => void;
      bijFout: (fout: unknown) => void;
    },
  ) {
    this.#vertel = behoeften.vertelLeider;
    this.#ruimte = ruimte as unknown as Namespace<Niets, SchermVanServer>;
    this.#overleg = behoeften.overleg;
    this.#stappen = behoeften.stappen;
    this.#omgeving = behoeften.omgeving;
    this.#breekAf = behoeften.breekAf;
    this.#bijFout = behoeften.bijFout;
    this.#overleg.schermen.verbind({
      sleutels: (schermId) => {
        const lijn = this.#lijnen.get(schermId);
        if (lijn === undefined) return null;
        const vorige = this.#vorige.get(schermId);
        return vorige === undefined ? [lijn.sleutel] : [lijn.sleutel, vorige];
      },
    });
    this.#ruimte.use((socket, verder) => {
      verder(this.#herken(socket) === null ? new Error('niet_aangemeld') : undefined);
    });
    this.#ruimte.on('connection', (socket) => this.#ontvang(socket));
  }

  /** No screen is on. */
  get isLeeg(): boolean {
    return this.#lijnen.size === 0;
  }

  /** Looks again at the screens of these overleggen: what goes off one goes at once. */
  herzie(overlegIds: readonly string[]): void {
    if (this.isLeeg) return;
    const ids = new Set(overlegIds);
    for (const lijn of [...this.#lijnen.values()].filter(({ overlegId }) => ids.has(overlegId)))
      this.#veilig(lijn, () => this.#herzie(lijn));
  }

  /** The same where somebody typed in what is on one, or a line came to rest; each second. */
  werkBij(): void {
    for (const lijn of [...this.#lijnen.values()])
      this.#veilig(lijn, () => {
        const tekstmerk = this.#overleg.schermen.tekstmerk(lijn.schermId);
        if (tekstmerk === lijn.tekstmerk) return;
        lijn.tekstmerk = tekstmerk;
        this.#overleg.schermen.leesTekst(lijn.schermId);
        this.#herzie(lijn);
        // Over how many pages it goes shows to who leads.
        this.#vertelLeider(lijn.overlegId);
      });
  }

  sluit(): void {
    for (const { socket } of this.#lijnen.values()) verbreek(socket);
  }

  #ontvang(socket: Schermsocket): void {
    const schermId = this.#herken(socket);
    const overlegId =
      schermId === null ? null : this.#lees(() => this.#overleg.schermen.overlegVan(schermId));
    if (schermId === null || overlegId === null) {
      verbreek(socket);
      return;
    }
    const er = this.#lijnen.get(schermId);
    if (er === undefined) {
      this.#neemAan(socket, schermId, overlegId);
      return;
    }
    // A line that is dead says nothing, and makes place for the one that came back; one that answers is used elsewhere.
    er.socket.timeout(ERBIJ_MS).emit('erbij', (geenAntwoord: Error | null) => {
      if (this.#lijnen.get(schermId) !== er) {
        if (socket.connected && !this.#lijnen.has(schermId)) this.#neemAan(socket, schermId, overlegId);
        else verbreek(socket);
        return;
      }
      if (geenAntwoord !== null) {
        this.#laatGaan(er);
        verbreek(er.socket);
        if (socket.connected) this.#neemAan(socket, schermId, overlegId);
        return;
      }
      this.#lees(() => this.#overleg.schermen.wasElders(schermId) ?? true);
      verbreek(socket);
    });
  }

  #neemAan(socket: Schermsocket, schermId: string, overlegId: string): void {
    if (this.#lees(() => this.#overleg.schermen.isEr(schermId)) !== true) {
      verbreek(socket);
      return;
    }
    const sleutel = Buffer.from(this.#omgeving.willekeur(16)).toString('base64url');
    const lijn: Schermlijn = { socket, schermId, overlegId, sleutel, gezien: '', tekstmerk: '' };
    this.#lijnen.set(schermId, lijn);
    socket.on('disconnect', () => this.#laatGaan(lijn));
    socket.emit('lijn', { sleutel });
    this.#veilig(lijn, () => {
      lijn.gezien = this.#ziet(schermId);
      this.#vertelLeider(overlegId);
    });
  }

  #laatGaan(lijn: Schermlijn): void {
    if (this.#lijnen.get(lijn.schermId) !== lijn) return;
    this.#lijnen.delete(lijn.schermId);
    this.#vorige.set(lijn.schermId, lijn.sleutel);
    if (this.#lees(() => this.#overleg.schermen.isEr(lijn.schermId)) !== true) this.#vergeet(lijn.schermId);
    this.#vertelLeider(lijn.overlegId);
  }

  #vergeet(schermId: string): void {
    this.#vorige.delete(schermId);
    this.#overleg.schermen.vergeet(schermId);
  }

  /** Who leads sees which screens are on. */
  #vertelLeider(overlegId: string): void {
    this.#lees(() => this.#vertel(overlegId) ?? true);
  }

  #herzie(lijn: Schermlijn): void {
    const { socket, schermId } = lijn;
    if (!this.#overleg.schermen.isEr(schermId)) {
      this.#breekAf(schermId);
      this.#lijnen.delete(schermId);
      this.#vergeet(schermId);
      // With unsent bytes of what was on it: gone at once (NK7).
      if (heeftOngestuurd(socket) > 0) verbreek(socket);
      else {
        socket.emit('los');
        socket.disconnect(true);
      }
      return;
    }
    const gezien = this.#ziet(schermId);
    if (gezien === lijn.gezien) return;
    lijn.gezien = gezien;
    const donker = gezien === 'null';
    if (donker) {
      this.#breekAf(schermId);
      this.#overleg.schermen.vergeet(schermId);
    }
    socket.emit('scherm', { donker });
  }

  #ziet(schermId: string): string {
    return JSON.stringify(this.#overleg.schermen.beeld(schermId));
  }

  #herken({ request }: Schermsocket): string | null {
    return this.#lees(() => this.#overleg.schermen.herken(request)?.schermId ?? null);
  }

  /** What fails for one ends its line: better dark than too much (ST4). */
  #veilig(lijn: Schermlijn, doe: () => void): void {
    const gedaan = this.#lees(() => {
      doe();
      return true;
    });
    if (gedaan === true) return;
    this.#breekAf(lijn.schermId);
    verbreek(lijn.socket);
  }

  #lees<T>(doe: () => T): T | null {
    try {
      return this.#stappen.lees(doe);
    } catch (fout) {
      this.#bijFout(fout);
      return null;
    }
  }
}
