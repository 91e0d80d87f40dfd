import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as beurt } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Bord } from '../../shared/contract/casussen.ts';
import { type Antwoord, klant } from '../server/opstelling.ts';
import { brengIn, type Plaats } from './casus.ts';
import { legeMappen, type Proces, start } from './proces.ts';

// ST13: the process dies between the COMMIT of what somebody makes and its answer; they ask again under the same key.

const AANTAL = 12;
const RONDEN = 10;

test('ST13: killed between COMMIT and answer, asking again makes nothing twice and loses nothing', async () => {
  const mappen = legeMappen();
  let proces = await start(mappen);
  const [plaats] = await brengIn(proces, { Fatima: 'participatie' });
  if (plaats === undefined) throw new Error('nobody at the table');
  const wal = join(mappen.data, 'regietafel.db-wal');

  let zonderAntwoord = 0;
  let gevraagd = 0;
  for (let ronde = 1; ronde <= RONDEN && zonderAntwoord === 0; ronde++) {
    const namen = Array.from({ length: AANTAL }, (_, i) => `ronde ${ronde} afspraak ${i}`);
    gevraagd += namen.length;
    const toen = statSync(wal).mtimeMs;
    const onderweg = Promise.allSettled(namen.map((naam) => maak(proces, plaats, naam)));
    while (statSync(wal).mtimeMs === toen) await beurt();
    await proces.stop('SIGKILL');
    const eerste = (await onderweg).map((een) => (een.status === 'fulfilled' ? een.value.body.id : null));

    proces = await start(mappen);
    const bewaard = await afspraken(proces, plaats);
    zonderAntwoord = namen.filter((naam, i) => eerste[i] === null && bewaard.has(naam)).length;
    const tweede = await Promise.all(namen.map((naam) => maak(proces, plaats, naam)));

    expect(tweede.map(({ status }) => status)).toEqual(namen.map(() => 201));
    tweede.forEach(({ body }, i) => {
      if (eerste[i] !== null) expect(body.id).toBe(eerste[i]);
      expect(body.titel).toBe(namen[i]);
    });
    expect((await afspraken(proces, plaats)).size).toBe(gevraagd);
    expect(await aantalAfspraken(proces, plaats)).toBe(gevraagd);
  }
  // Else it would prove nothing.
  expect(zonderAntwoord).toBeGreaterThan(0);
});

async function maak(proces: Proces, { cookie, casusId, teksten }: Plaats, titel: string): Promise<Antwoord> {
  const compartimentId = teksten.find(({ schrijft }) => schrijft)?.plek.compartimentId;
  return await zend(proces, cookie, 'POST', `/casussen/${casusId}/kaarten`, {
    body: { compartimentId, soort: 'afspraak', titel },
    koppen: { 'idempotency-key': titel.replaceAll(' ', '-') },
  });
}

async function afspraken(proces: Proces, plaats: Plaats): Promise<ReadonlySet<string>> {
  return new Set((await bord(proces, plaats)).kaarten.map(({ titel }) => titel));
}

async function aantalAfspraken(proces: Proces, plaats: Plaats): Promise<number> {
  return (await bord(proces, plaats)).kaarten.length;
}

async function bord(proces: Proces, { cookie, casusId }: Plaats): Promise<Bord> {
  return (await zend(proces, cookie, 'GET', `/casussen/${casusId}`, {})).body;
}

/** A connection of its own for each: what is underway on one isn't waited for by another. */
async function zend(
  { poort }: Proces,
  cookie: string,
  methode: string,
  pad: string,
  { body, koppen = {} }: { body?: object; koppen?: Record<string, string> },
): Promise<Antwoord> {
  const bij = klant(poort);
  try {
    return await bij.verzoek(methode, pad, body, { cookie, ...koppen });
  } finally {
    bij.sluit();
  }
}
