import type { Socket } from 'socket.io';
import {
  GEBEURTENISSEN,
  type LiveVanClient,
  type LiveVanServer,
  type Stap,
} from '../../../shared/contract/live.ts';
import type { Wijsvraag } from '../../../shared/contract/wijzer.ts';
import type { Wie } from '../../http/route.ts';
import { alsUitgaand } from '../../http/uitgaand.ts';
import type { Stappen } from '../../kern/stap.ts';
import type { Overleg } from '../../overleg/overleg.ts';
import type { Kijkers } from '../../toegang/toegang.ts';
import { heeftOngestuurd, verbreek } from './verbinding.ts';

type LiveSocket = Socket<LiveVanClient, LiveVanServer>;

/** What somebody would fetch of an overleg, with at which step what is open is apart. */
interface Gezien {
  readonly rest: string;
  readonly stap: Stap | null;
  /** They sit at the table of what is open. */
  readonly zit: boolean;
}

/** Somebody who follows an overleg over one socket, with what they would have fetched of it last. */
interface Volger {
  readonly socket: LiveSocket;
  readonly wie: Wie;
  gezien: Gezien;
  /** A step went over this line; the same of who points. */
  kreegStap: boolean;
  kreegWijzer: boolean;
  /** Who points at what, as they were told last. */
  wijzer: string;
}

/**
 * Who follows which overleg. Told is only that it is otherwise, and only to whom it is: what each would fetch now is
 * compared with what they would have fetched before (NK37). So a step of an item reaches nobody outside it (OV1), and who
 * waits gets the same bytes whatever goes on. Where nothing but the step is otherwise, that is told itself: forty screens
 * that each fetch it would take longer than it lasts.
 */
export class Overlegvolgers {
  readonly #overleg: Overleg;
  readonly #stappen: Stappen;
  readonly #kijkers: Kijkers;
  readonly #bijFout: (fout: unknown) => void;
  readonly #perOverleg = new Map<string, Set<Volger>>();

  constructor(behoeften: {
    overleg: Overleg;
    stappen: Stappen;
    kijkers: Kijkers;
    bijFout: (fout: unknown) => void;
  }) {
    this.#overleg = behoeften.overleg;
    this.#stappen = behoeften.stappen;
    this.#kijkers = behoeften.kijkers;
    this.#bijFout = behoeften.bijFout;
    // OV2: whether the line of who leads it is there.
    this.#overleg.voorzitterlijn.verbind((overlegId, persoonId) =>
      [...(this.#perOverleg.get(overlegId) ?? [])].some(({ wie }) => wie.persoonId === persoonId),
    );
  }

  /** Nobody follows any. */
  get isLeeg(): boolean {
    return this.#perOverleg.size === 0;
  }

  /** From now on this socket hears of it. @returns false: there is none by this id, or they aren't in it (NK5) */
  volg(socket: LiveSocket, wie: Wie, overlegId: string): boolean {
    const gezien = this.#ziet(overlegId, wie);
    if (gezien === null) return false;
    this.#laatGaan(socket, overlegId);
    const volgers = this.#perOverleg.get(overlegId) ?? new Set();
    const volger: Volger = {
      socket,
      wie,
      gezien,
      kreegStap: false,
      kreegWijzer: false,
      wijzer: NIEMAND_WIJST,
    };
    this.#perOverleg.set(overlegId, volgers.add(volger));
    this.herzieLeider(overlegId, wie);
    // No event is replayed: where one points now is told to who comes.
    this.#vertelWijzer(overlegId, volger);
    return true;
  }

  /**
   * Somebody points at something on the table, or no more (OV6): told to who sits there and follows, and to nobody else.
   * It lasts as long as this line. @returns false: not them, not there, or not over a line that follows (NK5)
   */
  wijs(socket: LiveSocket, wie: Wie, vraag: Wijsvraag): boolean {
    const { overlegId } = vraag;
    const volgt = [...(this.#perOverleg.get(overlegId) ?? [])].some((een) => een.socket === socket);
    if (!volgt || !this.#overleg.wijzers.wijs(vraag, wie, socket)) return false;
    this.#elk(
      overlegId,
      () => true,
      (volger) => this.#vertelWijzer(overlegId, volger),
    );
    return true;
  }

  /** From now on it hears of it no more. */
  verlaat(socket: LiveSocket, overlegId: string): void {
    const volger = this.#laatGaan(socket, overlegId);
    if (volger === null) return;
    this.#overleg.voorzitterlijn.hoor(overlegId, volger.wie.persoonId);
    this.herzieLeider(overlegId, volger.wie);
    // Who pointed over it, doesn't any more.
    if (this.#overleg.wijzers.laatLos(overlegId, socket))
      this.#elk(
        overlegId,
        () => true,
        (een) => this.#vertelWijzer(overlegId, een),
      );
  }

  #laatGaan(socket: LiveSocket, overlegId: string): Volger | null {
    const volgers = this.#perOverleg.get(overlegId);
    const volger = [...(volgers ?? [])].find((een) => een.socket === socket);
    if (volger === undefined || volgers === undefined) return null;
    volgers.delete(volger);
    if (volgers.size === 0) this.#perOverleg.delete(overlegId);
    return volger;
  }

  /** The socket goes. */
  vergeet(socket: LiveSocket): void {
    for (const overlegId of [...this.#perOverleg.keys()]) this.verlaat(socket, overlegId);
  }

  /** Tells each who follows one of these, and for whom it is otherwise now. For whom that fails is disconnected (ST4). */
  herzie(overlegIds: readonly string[]): void {
    for (const overlegId of new Set(overlegIds)) this.#herzie(overlegId, () => true);
  }

  #herzie(overlegId: string, wie: (volger: Volger) => boolean): void {
    this.#elk(overlegId, wie, (volger) => this.#vertel(overlegId, volger));
  }

  #elk(overlegId: string, wie: (volger: Volger) => boolean, vertel: (volger: Volger) => void): void {
    for (const volger of [...(this.#perOverleg.get(overlegId) ?? [])].filter(wie)) {
      try {
        this.#stappen.lees(() => vertel(volger));
      } catch (fout) {
        this.#bijFout(fout);
        verbreek(volger.socket);
      }
    }
  }

  /**
   * Who leads it sees who follows on their own screen and can sit down, and which big screens are on (OV4).
   * @param behalve whose own coming or going it is; null: nobody's
   */
  herzieLeider(overlegId: string, behalve: Wie | null): void {
    const leiderId = this.#overleg.zicht.leiderVanOverleg(overlegId);
    if (leiderId === null || leiderId === behalve?.persoonId) return;
    this.#herzie(overlegId, (volger) => volger.wie.persoonId === leiderId);
  }

  #vertel(overlegId: string, volger: Volger): void {
    if (!this.#kijkers.isAangemeld(volger.wie)) {
      verbreek(volger.socket);
      return;
    }
    const [was, is] = [volger.gezien, this.#ziet(overlegId, volger.wie)];
    // NK7: the same of who points, to who sits there no more.
    if (was.zit && is?.zit !== true && volger.kreegWijzer && heeftOngestuurd(volger.socket) > 0) {
      verbreek(volger.socket);
      return;
    }
    this.#vertelWijzer(overlegId, volger);
    if (is !== null && is.rest === was.rest && isZelfde(is.stap, was.stap)) return;
    const stap = is !== null && is.rest === was.rest ? is.stap : null;
    if (is === null) this.verlaat(volger.socket, overlegId);
    else volger.gezien = is;
    // NK7: a step that is still on its way may no longer be for them.
    if (stap === null && volger.kreegStap && heeftOngestuurd(volger.socket) > 0) {
      verbreek(volger.socket);
      return;
    }
    if (stap !== null) volger.kreegStap = true;
    const bericht = { overlegId, ...(stap === null ? {} : { stap }) };
    volger.socket.emit('overleg', alsUitgaand('overleg', GEBEURTENISSEN.overleg, bericht));
  }

  /** Tells who points at what, where that is otherwise for them (NK37). Within a step. */
  #vertelWijzer(overlegId: string, volger: Volger): void {
    if (!this.#kijkers.isAangemeld(volger.wie)) {
      verbreek(volger.socket);
      return;
    }
    const blik = this.#overleg.zicht.blik(overlegId, volger.wie);
    const wijzer = blik === null ? null : this.#overleg.wijzers.van(blik.overleg, volger.wie);
    const is = JSON.stringify(wijzer);
    if (is === volger.wijzer) return;
    volger.wijzer = is;
    volger.kreegWijzer = true;
    volger.socket.emit('wijzer', alsUitgaand('wijzer', GEBEURTENISSEN.wijzer, { overlegId, wijzer }));
  }

  #ziet(overlegId: string, wie: Wie): Gezien | null {
    const blik = this.#overleg.zicht.blik(overlegId, wie);
    if (blik === null) return null;
    const { weergave, tafelbladen } = this.#overleg;
    const { agendapunten, ...kop } = weergave.een(blik, wie);
    const open = agendapunten.find(({ nu }) => nu !== null);
    const rest = agendapunten.map(({ nu, ...punt }) => ({ ...punt, nu: nu !== null }));
    return {
      rest: JSON.stringify([kop, rest, tafelbladen.van(blik.overleg, wie)]),
      zit: kop.gesprek !== null,
      stap: open?.nu == null ? null : { agendapuntId: open.id, nu: open.nu },
    };
  }
}

/** As it is told. */
const NIEMAND_WIJST = JSON.stringify(null);

function isZelfde(een: Stap | null, ander: Stap | null): boolean {
  return JSON.stringify(een) === JSON.stringify(ander);
}
