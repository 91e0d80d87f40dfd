import { expect, onTestFinished } from 'vitest';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import type { Overlegstap } from '../../shared/overleg.ts';
import type { Naam, Plaatsen } from './huishouden.ts';
import type { Antwoord, Luisteraar, Tafelkeuzes } from './opstelling.ts';
import { type Overlegtafel, opAgenda, overlegtafel, zegVerteld } from './overleg.ts';
import { lijnVoorTest, type Synclijn, type Synctekst } from './sync/lijn.ts';

// An item that is open, with a table at it (OV4).

/** Asks for a step of the overleg, on what who leads it sees now, with what it can't do without; expects it to succeed. */
export async function stap(
  h: Overlegtafel,
  wat: Overlegstap,
  meer: object = {},
  wie: Naam = 'bram',
): Promise<void> {
  if (wat === 'tussen') await zegVerteld(h, wie);
  const versie = (await h.overleg(wie)).stand?.versie;
  const antwoord = await h.doe(wie, 'POST', `/overleggen/${h.overlegId}/stappen`, {
    stap: wat,
    versie,
    ...meer,
  });
  expect(antwoord.status, antwoord.tekst).toBe(200);
}

/** An overleg with an item that is open, and its tafelblad. */
export interface Gedekt extends Overlegtafel {
  readonly puntId: string;
  /** Below its item. */
  readonly onder: (wie: Naam, methode: string, pad: string, body?: unknown) => Promise<Antwoord>;
  /** The tafelblad as somebody reads it. */
  readonly blad: (wie: Naam) => Promise<Tafelblad>;
  /** Who leads lets somebody sit down, from their seat. */
  readonly bij: (...wie: Naam[]) => Promise<void>;
}

/** Bram leads, Inge takes minutes, Greta thinks along; Fatima directs the casus and Joke takes part, both not at the table yet. */
export async function gedekt(
  plaatsen: Plaatsen = { joke: ['kind1'], pieter: ['moeder'] },
  keuzes: Tafelkeuzes = {},
): Promise<Gedekt> {
  const h = await overlegtafel(plaatsen, keuzes);
  const puntId = await opAgenda(h, { meedenkers: [h.persoonId('greta')] });
  await stap(h, 'open');
  await stap(h, 'item', { agendapuntId: puntId });
  return aan(h, puntId);
}

/** An item of an overleg, for what lies on its table. */
export function aan(h: Overlegtafel, puntId: string): Gedekt {
  const onder: Gedekt['onder'] = (wie, methode, pad, body) =>
    h.doe(wie, methode, `/overleggen/${h.overlegId}/agendapunten/${puntId}${pad}`, body);
  return {
    ...h,
    puntId,
    onder,
    blad: async (wie) => {
      const antwoord = await onder(wie, 'GET', '/tafelblad');
      expect(antwoord.status, antwoord.tekst).toBe(200);
      return antwoord.body;
    },
    bij: async (...wie) => {
      const antwoord = await onder('bram', 'POST', '/tafel', { bij: wie.map((naam) => h.zetelVan(naam)) });
      expect(antwoord.status, antwoord.tekst).toBe(204);
    },
  };
}

/** A line of somebody to the texts of the casus; what lies on the table is open to them since they looked. */
export async function lijn(h: Gedekt, wie: Naam): Promise<Synclijn> {
  await h.blad(wie);
  return await lijnVoorTest(h.tafel.url, h.casusId, await h.als(wie));
}

/** The text of the tafelblad, open to somebody on a line of their own. */
export async function tekstVan(h: Gedekt, wie: Naam): Promise<{ tekst: Synctekst; veldId: string }> {
  const { id, veldId } = await h.blad(wie);
  return { tekst: await (await lijn(h, wie)).open(id), veldId };
}

/** Follows the overleg of this table until the test ends. */
export async function volgt(h: Gedekt, wie: Naam): Promise<Luisteraar> {
  const live = await (await h.als(wie)).live();
  onTestFinished(() => live.sluit());
  expect(await live.volgOverleg(h.overlegId)).toEqual({ ok: true });
  return live;
}

/** What came over a line since it was last asked, by sort. */
export async function hoort(live: Luisteraar): Promise<string[]> {
  await live.bij();
  return live.ontvangen.splice(0).map(({ soort }) => soort);
}
