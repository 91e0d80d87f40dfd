import { expect, test } from 'vitest';
import { eersteRonde, volgendeBeurt } from '../../../client/overleg/beurt.ts';
import type { Gesprek } from '../../../shared/contract/gesprek.ts';

// OV6: whose turn is next.

const [voorzitter, sanne, daan] = ['voorzitter', 'Sanne', 'Daan'].map((naam) => ({ id: naam, naam }));
if (voorzitter === undefined || sanne === undefined || daan === undefined) throw new Error('nobody');

const stil: Gesprek = {
  agendapuntId: 'punt',
  ik: voorzitter.id,
  aanTafel: [voorzitter, sanne, daan],
  handen: [],
  beurt: null,
  ronde: null,
};

test('OV6: nobody speaks and nobody wants to: there is no next', () => {
  expect(volgendeBeurt(stil)).toBeNull();
});

test('OV6: whose hand is up the longest comes first; after the last nobody has the floor', () => {
  expect(volgendeBeurt({ ...stil, handen: [daan, sanne] })).toEqual({
    wie: 'Daan',
    ronde: null,
    naam: 'Daan',
  });
  expect(volgendeBeurt({ ...stil, beurt: daan, handen: [sanne] })?.wie).toBe('Sanne');
  expect(volgendeBeurt({ ...stil, beurt: sanne })).toEqual({ wie: null, ronde: null, naam: null });
});

test('OV6: a round has everyone once, who leads it last; a hand waits until it is over', () => {
  const ronde = eersteRonde(stil);
  expect(ronde).toEqual({ wie: 'Sanne', ronde: ['Daan', 'voorzitter'] });
  const verder = volgendeBeurt({ ...stil, beurt: sanne, ronde: [daan, voorzitter], handen: [sanne] });
  expect(verder).toEqual({ wie: 'Daan', ronde: ['voorzitter'], naam: 'Daan' });
  const laatste = volgendeBeurt({ ...stil, beurt: daan, ronde: [voorzitter], handen: [sanne] });
  expect(laatste).toMatchObject({ wie: 'voorzitter', ronde: [] });
  expect(volgendeBeurt({ ...stil, beurt: voorzitter, ronde: [], handen: [sanne] })).toMatchObject({
    wie: 'Sanne',
    ronde: null,
  });
  expect(volgendeBeurt({ ...stil, beurt: voorzitter, ronde: [] })).toEqual({
    wie: null,
    ronde: null,
    naam: null,
  });
});
