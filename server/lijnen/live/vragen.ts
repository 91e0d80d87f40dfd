import type { Socket } from 'socket.io';
import type { LiveVanClient, VolgAntwoord } from '../../../shared/contract/live.ts';
import type { Wijsvraag } from '../../../shared/contract/wijzer.ts';
import type { Wie } from '../../http/route.ts';
import type { Beurten } from '../../kern/beurten.ts';
import { type Budgetten, KOSTEN } from '../../kern/budget.ts';

/** What can be asked: to follow a casus or an overleg, to leave it, or to point at its table. */
export interface Gesteld {
  readonly soort: keyof LiveVanClient;
  /** Null: it is no id. */
  readonly id: string | null;
  /** At what somebody points. */
  readonly wijst?: Wijsvraag | undefined;
}

/**
 * What is asked over one connection. The same of the same casus or overleg that waits already is asked once (ST6): of
 * pointing the last counts.
 */
interface Vraag {
  gesteld: Gesteld;
  readonly antwoorden: ((uitkomst: VolgAntwoord) => void)[];
}

/** Questions of connections: each in its order, one at a time, in its person's turn, and no faster than they may cost. */
export class Vragen {
  readonly #beurten: Beurten;
  readonly #budgetten: Budgetten;
  readonly #antwoord: (socket: Socket, vraag: Gesteld) => VolgAntwoord;
  readonly #perSocket = new WeakMap<Socket, Vraag[]>();

  /** @param antwoord does what is asked; throws nothing */
  constructor(
    { beurten, budgetten }: { readonly beurten: Beurten; readonly budgetten: Budgetten },
    antwoord: (socket: Socket, vraag: Gesteld) => VolgAntwoord,
  ) {
    this.#beurten = beurten;
    this.#budgetten = budgetten;
    this.#antwoord = antwoord;
  }

  stel(
    socket: Socket,
    { persoonId }: Wie,
    gesteld: Gesteld,
    antwoord: (uitkomst: VolgAntwoord) => void,
  ): void {
    const rij = this.#perSocket.get(socket);
    const { soort, id } = gesteld;
    const laatste = rij?.findLast((een) => een.gesteld.id === id);
    if (id !== null && laatste?.gesteld.soort === soort) {
      laatste.gesteld = gesteld;
      laatste.antwoorden.push(antwoord);
      return;
    }
    const vraag: Vraag = { gesteld, antwoorden: [antwoord] };
    if (rij !== undefined) {
      rij.push(vraag);
      return;
    }
    const nieuw = [vraag];
    this.#perSocket.set(socket, nieuw);
    void this.#werkAf(socket, persoonId, nieuw);
  }

  async #werkAf(socket: Socket, persoonId: string, rij: Vraag[]): Promise<void> {
    const { nu } = this.#budgetten;
    const { werk } = this.#budgetten.van(persoonId);
    while (rij.length > 0 && socket.connected) {
      const ms = werk.wacht(nu());
      if (ms > 0) {
        await new Promise((klaar) => setTimeout(klaar, ms).unref());
        continue;
      }
      await this.#beurten.doe(persoonId, () => {
        const vraag = rij.shift();
        if (vraag === undefined || !socket.connected) return;
        werk.boek(vraag.gesteld.id === null ? KOSTEN.bericht : KOSTEN.volg, nu());
        const uitkomst = this.#antwoord(socket, vraag.gesteld);
        for (const geef of vraag.antwoorden) geef(uitkomst);
      });
    }
    this.#perSocket.delete(socket);
  }
}
