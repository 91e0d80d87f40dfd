import { expect, test } from 'vitest';
import { huishouden } from '../huishouden.ts';
import { lijnVoorTest } from './lijn.ts';

test('SY2 SY5: what one types, another reads, and it is called stored', async () => {
  const h = await huishouden();
  const hulp = await h
    .plek('tom', 'hulp', 'kind1', 'schrijven')
    .catch(() => h.plek('tom', 'hulp', null, 'schrijven'));
  const veld = (await h.bord('tom')).velden.find(({ compartimentId }) => compartimentId === hulp);
  if (veld === undefined) throw new Error('hulp has texts');
  const tom = await (await lijnVoorTest(h.tafel.url, h.casusId, await h.als('tom'))).open(hulp);
  const fatima = await (await lijnVoorTest(h.tafel.url, h.casusId, await h.als('fatima'))).open(hulp);
  tom.typ(veld.id, 'bel voor negen uur');
  await tom.opgeslagen();
  await fatima.leest(veld.id, 'bel voor negen uur');
  expect(fatima.tekst(veld.id)).toBe('<alinea>bel voor negen uur</alinea>');
  fatima.typ(veld.id, 'en na vijven');
  await fatima.opgeslagen();
  expect(fatima.bevestigd).toBe(1);
  await tom.leest(veld.id, 'na vijven');
  expect(h.tafel.fouten).toEqual([]);
});
