import { Socket } from 'socket.io';
import { Weigering } from '../../server/http/weigering.ts';
import { Live } from '../../server/live/live.ts';
import { Kaartenkast } from '../../server/plan/kaarten.ts';
import { Plan } from '../../server/plan/plan.ts';
import { Kijk } from '../../server/toegang/toegang.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import type { Kant } from './kant.ts';

/** A mistake that somebody could make, put into the running code. @returns how to take it out again */
type Lek = (kanten: readonly Kant[]) => () => void;

/** Replaces a method for as long as a test takes. */
function vervang<T extends object, N extends keyof T>(
  waar: T,
  naam: N,
  door: (oud: T[N]) => T[N],
): () => void {
  const oud = waar[naam];
  waar[naam] = door(oud);
  return () => {
    waar[naam] = oud;
  };
}

/** Counts rows without anybody's look between, in the server that is in use: the other has been wiped out. */
function tel(kanten: readonly Kant[], vraag: string, casusId: string): number {
  return kanten
    .map(({ tafel }) => tafel.database.sqlite.prepare<[string], number>(vraag).pluck().get(casusId) ?? 0)
    .reduce((a, b) => a + b, 0);
}

const KAARTEN =
  'select count(*) from kaarten k join compartimenten c on c.id = k.compartiment_id where c.casus_id = ?';

const KAARTEN_ROND = `select count(*) from kaarten k join compartimenten c on c.id = k.compartiment_id
  where c.casus_id = (select casus_id from compartimenten where id = ?)`;

export const LEKKEN: Readonly<Record<string, Lek>> = {
  'a count of all kaarten on the board': (kanten) =>
    vervang(Plan.prototype, 'kop', (oud) => {
      return function (this: Plan, kijk) {
        return { ...oud.call(this, kijk), aantal: tel(kanten, KAARTEN, kijk.beeld.id) };
      };
    }),

  'a 403 where a hidden kaart should be a 404': (kanten) =>
    vervang(Plan.prototype, 'eisKaart', (oud) => {
      return function (this: Plan, kijk, kaartId) {
        try {
          return oud.call(this, kijk, kaartId);
        } catch (fout) {
          if (tel(kanten, 'select count(*) from kaarten where id = ?', kaartId) === 0) throw fout;
          throw new Weigering(403, 'niet_voor_u', 'Dit is niet voor u.');
        }
      };
    }),

  'the name of somebody who is not bekend': () => vervang(Kijk.prototype, 'kent', () => () => true),

  'an event to everyone in the casus': () => {
    const sockets = new Set<Socket>();
    const terug = [
      vervang(Socket.prototype, 'join', (oud) => {
        return function (this: Socket, kamer) {
          sockets.add(this);
          return oud.call(this, kamer);
        };
      }),
      vervang(Live.prototype, 'stuurKaart', (oud) => {
        return function (this: Live, gebeurtenis) {
          oud.call(this, gebeurtenis);
          for (const socket of sockets) socket.emit('zicht', { casusId: gebeurtenis.casusId });
        };
      }),
    ];
    return () => {
      for (const een of terug) een();
    };
  },

  'an order that tells how many there are': (kanten) =>
    vervang(Kaartenkast.prototype, 'in', (oud) => {
      return function (this: Kaartenkast, lijst) {
        const gevonden = oud.call(this, lijst);
        const aantal = tel(kanten, KAARTEN_ROND, lijst[0]?.id ?? '');
        return aantal % 2 === 0 ? gevonden : gevonden.toReversed();
      };
    }),

  'a tile that is there only when something is in it': (kanten) =>
    vervang(Kijk.prototype, 'zicht', (oud) => {
      return function (this: Kijk) {
        return oud.call(this).filter(({ niveau, compartiment }) => {
          if (niveau !== 'dat') return true;
          const zelfde = this.beeld.compartimenten.filter(
            (een) => een.categorie === compartiment.categorie && een.lidId === compartiment.lidId,
          );
          return zelfde.some(
            ({ id }) => tel(kanten, 'select count(*) from kaarten where compartiment_id = ?', id) > 0,
          );
        });
      };
    }),

  '"and who takes part discreetly" only when somebody does': () =>
    vervang(Kijk.prototype, 'publiek', (oud) => {
      return function (this: Kijk, compartiment) {
        const { zetels } = this.beslisser.regels;
        const discreet = this.beeld.deelnemers.some(({ zetel }) => zetels.get(zetel)?.discreet === true);
        return { ...oud.call(this, compartiment), discreet };
      };
    }),

  'members numbered among all of them': () =>
    vervang(Kijk.prototype, 'leden', (oud) => {
      return function (this: Kijk) {
        const labels = rolLabels(this.beeld.leden);
        return oud.call(this).map(({ id }) => ({ id, rol: labels.get(id) ?? '' }));
      };
    }),

  'an answer to a hidden deelnemer that differs from one to nobody': () =>
    vervang(Kijk.prototype, 'bekende', (oud) => {
      return function (this: Kijk, deelnemerId) {
        const bekende = oud.call(this, deelnemerId);
        if (bekende === undefined && this.beeld.deelnemers.some(({ id }) => id === deelnemerId)) {
          throw new Weigering(422, 'niet_bekend', 'Deze deelnemer is niet bekend bij u.');
        }
        return bekende;
      };
    }),
};
