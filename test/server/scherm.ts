import { expect, onTestFinished } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import type { SchermVanServer } from '../../shared/contract/schermlijn.ts';
import { SCHERMRUIMTE } from '../../shared/contract/schermlijn.ts';
import type { Schermbeeld } from '../../shared/contract/schermen.ts';
import { LIJN_KOP } from '../../shared/scherm.ts';
import type { Naam } from './huishouden.ts';
import type { Antwoord } from './opstelling.ts';
import type { Overlegtafel } from './overleg.ts';

// A big screen: a device that was given a code, and nobody at it.

/** One that is coupled, without a line. */
export interface Wand {
  readonly id: string;
  readonly cookie: string;
  /** Asks for what is on it. */
  readonly haal: (lijn?: string) => Promise<Antwoord>;
  /** What is on it; null: nothing. Expects that it may ask. */
  readonly beeld: (lijn?: string) => Promise<Schermbeeld | null>;
}

/** A code of who leads. */
export async function vraagCode(h: Overlegtafel, wie: Naam = 'bram'): Promise<{ id: string; code: string }> {
  const antwoord = await h.doe(wie, 'POST', `/overleggen/${h.overlegId}/schermen`);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body;
}

/** Gives a code at a screen. */
export const geefCode = (h: Overlegtafel, code: string): Promise<Antwoord> =>
  h.tafel.verzoek('POST', '/schermsessies', { code });

/** A screen of the overleg. */
export async function koppel(h: Overlegtafel, wie: Naam = 'bram'): Promise<Wand> {
  const { id, code } = await vraagCode(h, wie);
  const antwoord = await geefCode(h, code);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  const cookie = (antwoord.kop['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  const haal: Wand['haal'] = (lijn) =>
    h.tafel.verzoek('GET', '/scherm', undefined, {
      cookie,
      ...(lijn === undefined ? {} : { [LIJN_KOP]: lijn }),
    });
  return {
    id,
    cookie,
    haal,
    beeld: async (lijn) => {
      const gehaald = await haal(lijn);
      expect(gehaald.status, gehaald.tekst).toBe(200);
      return gehaald.body.beeld;
    },
  };
}

/** What who leads does with it. */
export const opScherm = (
  h: Overlegtafel,
  { id }: Pick<Wand, 'id'>,
  beeld: 'tafelblad' | 'donker' = 'tafelblad',
  blad = 1,
  wie: Naam = 'bram',
): Promise<Antwoord> =>
  h.doe(wie, 'POST', `/overleggen/${h.overlegId}/schermen/${id}/beeld`, { beeld, blad });

/** A line of a screen. */
export interface Wandlijn {
  readonly socket: Socket<SchermVanServer, Record<string, (...wat: unknown[]) => void>>;
  /** With which its requests say that they are of it; rejected when it isn't let in. */
  readonly sleutel: Promise<string>;
  /** What it heard since it was looked at last, and `weg` when its line ended. */
  readonly gehoord: () => unknown[];
}

/** @param antwoordt whether it says that it is there, when it is asked */
export function wandlijn(h: Overlegtafel, cookie: string, antwoordt = true): Wandlijn {
  const gehoord: unknown[] = [];
  const socket: Wandlijn['socket'] = io(`${h.tafel.url}${SCHERMRUIMTE}`, {
    path: '/live',
    transports: ['websocket'],
    extraHeaders: { cookie },
    reconnection: false,
    forceNew: true,
  });
  onTestFinished(() => void socket.disconnect());
  const sleutel = new Promise<string>((klaar, mislukt) => {
    socket.on('lijn', (bericht) => klaar(bericht.sleutel));
    socket.on('connect_error', mislukt);
    socket.on('disconnect', () => mislukt(new Error('disconnected')));
  });
  sleutel.catch(() => {});
  socket.on('scherm', ({ donker }) => gehoord.push({ donker }));
  socket.on('los', () => gehoord.push('los'));
  socket.on('disconnect', () => gehoord.push('weg'));
  if (antwoordt) socket.on('erbij', (antwoord) => antwoord());
  return { socket, sleutel, gehoord: () => gehoord.splice(0) };
}
