import { describe, expect, it } from 'vitest';
import { herkenRoute } from '../../../client/app/route.ts';
import { BOVENAAN, type Plaats, padNaar } from '../../../client/ui/plaats.ts';

const ID = '3f2b8c1e-9a4d-4e6f-8b7a-1c2d3e4f5a6b';
const ANDER = '9c8b7a6f-5e4d-4c3b-8a29-180706050403';

describe('the screen at an address', () => {
  it.each([
    ['/', { scherm: 'werkvoorraad' }],
    ['/aanmelden', { scherm: 'aanmelden' }],
    ['/aanmelden/', { scherm: 'aanmelden' }],
    ['/regie', { scherm: 'mijn-regie' }],
    ['/overleggen', { scherm: 'overleg', overlegId: null }],
    [`/overleggen/${ID}`, { scherm: 'overleg', overlegId: ID }],
    [`/overleggen/${ID}/inlezen`, { scherm: 'inlezen', overlegId: ID, agendapuntId: null }],
    [`/overleggen/${ID}/inlezen/${ANDER}`, { scherm: 'inlezen', overlegId: ID, agendapuntId: ANDER }],
    ['/casussen/nieuw', { scherm: 'casus-inbrengen' }],
    [`/casussen/${ID}`, { scherm: 'bord', casusId: ID, plaats: BOVENAAN }],
    [`/casussen/${ID}/`, { scherm: 'bord', casusId: ID, plaats: BOVENAAN }],
    ['/scherm', { scherm: 'groot-scherm' }],
    // As it was: the board no longer goes on a wall.
    [`/casussen/${ID}/groot-scherm`, { scherm: 'onbekend' }],
    [`/casussen/${ID}/afdrukken`, { scherm: 'afdruk', casusId: ID }],
  ])('%s', (pad, route) => {
    expect(herkenRoute(pad)).toEqual(route);
  });

  it.each([
    '/casussen',
    '/casussen/26-4Q7K',
    '/casussen/moeder',
    `/casussen/${ID}/an-ders`,
    `/casussen/${ID}x`,
    `/casussen/${ID}/lid/moeder`,
    `/casussen/${ID}/kaart/${ANDER}/plan`,
    `/casussen/${ID}/plan/lid/${ANDER}`,
    `/casussen/${ID}/tekst`,
    `/casussen/${ID}/lid/${ANDER}/groot-scherm`,
    `/casussen/${ID}/lid/${ANDER}/afdrukken`,
    '/overleggen/dinsdag',
    `/overleggen/${ID}/agenda`,
    `/overleggen/${ID}/inlezen/eerste`,
    '/overleggen/inlezen',
    '/index.html',
  ])('%s is no screen', (pad) => {
    expect(herkenRoute(pad).scherm).toBe('onbekend');
  });
});

describe('the address of a place on a board', () => {
  const plaatsen: readonly Plaats[] = [null, ANDER].flatMap((lidId) =>
    [null, 'besluiten'].flatMap((tab) =>
      [
        null,
        { soort: 'leefgebied', id: 'werk_dagbesteding' } as const,
        { soort: 'kaart', id: ANDER } as const,
        { soort: 'tekst', id: ANDER } as const,
      ].map((ding) => ({ lidId, tab, ding })),
    ),
  );

  it.each(plaatsen.map((plaats) => [padNaar(ID, plaats), plaats] as const))(
    '%s leads back to it',
    (pad, plaats) => {
      expect(herkenRoute(pad)).toEqual({ scherm: 'bord', casusId: ID, plaats });
    },
  );

  it('is the same in capitals, as some programs write ids', () => {
    const pad = padNaar(ID, { tab: 'plan', lidId: ANDER, ding: { soort: 'kaart', id: ANDER } });
    expect(herkenRoute(pad.toUpperCase())).toEqual(herkenRoute(pad));
    expect(herkenRoute('/SCHERM/')).toEqual({ scherm: 'groot-scherm' });
  });
});
