import type { Socket } from 'socket.io';
import { GEBEURTENISSEN, type LiveVanClient, type LiveVanServer } from '../../../shared/contract/live.ts';
import type { Wie } from '../../http/route.ts';
import { alsUitgaand } from '../../http/uitgaand.ts';
import type { Stappen } from '../../kern/stap.ts';
import type { Overleg } from '../../overleg/overleg.ts';
import type { Kijkers } from '../../toegang/toegang.ts';
import { verbreek } from './verbinding.ts';

type LiveSocket = Socket<LiveVanClient, LiveVanServer>;

/** Somebody who follows an overleg over one socket, with what they would have fetched of it last. */
interface Volger {
  readonly socket: LiveSocket;
  readonly wie: Wie;
  gezien: string;
}

/**
 * Who follows which overleg. Told is only that it is otherwise, and only to whom it is: what each would fetch now is
 * compared with what they would have fetched before (NK37). So a step of an item reaches nobody outside it (OV1), and who
 * waits gets the same bytes whatever goes on.
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
    this.verlaat(socket, overlegId);
    const volgers = this.#perOverleg.get(overlegId) ?? new Set();
    this.#perOverleg.set(overlegId, volgers.add({ socket, wie, gezien }));
    this.herzieLeider(overlegId, wie);
    return true;
  }

  /** From now on it hears of it no more. */
  verlaat(socket: LiveSocket, overlegId: string): void {
    const volgers = this.#perOverleg.get(overlegId);
    const volger = [...(volgers ?? [])].find((een) => een.socket === socket);
    if (volger === undefined || volgers === undefined) return;
    volgers.delete(volger);
    if (volgers.size === 0) this.#perOverleg.delete(overlegId);
    this.#overleg.voorzitterlijn.hoor(overlegId, volger.wie.persoonId);
    this.herzieLeider(overlegId, volger.wie);
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
    for (const volger of [...(this.#perOverleg.get(overlegId) ?? [])].filter(wie)) {
      try {
        this.#stappen.lees(() => this.#vertel(overlegId, volger));
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
    const gezien = this.#ziet(overlegId, volger.wie);
    if (gezien === volger.gezien) return;
    if (gezien === null) this.verlaat(volger.socket, overlegId);
    else volger.gezien = gezien;
    volger.socket.emit('overleg', alsUitgaand('overleg', GEBEURTENISSEN.overleg, { overlegId }));
  }

  #ziet(overlegId: string, wie: Wie): string | null {
    const blik = this.#overleg.zicht.blik(overlegId, wie);
    if (blik === null) return null;
    const { weergave, tafelbladen } = this.#overleg;
    return JSON.stringify([weergave.een(blik, wie), tafelbladen.van(blik.overleg, wie)]);
  }
}
