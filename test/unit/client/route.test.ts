import { describe, expect, it } from 'vitest';
import { herkenRoute } from '../../../client/app/route.ts';

const ID = '3f2b8c1e-9a4d-4e6f-8b7a-1c2d3e4f5a6b';

describe('the screen at an address', () => {
  it.each([
    ['/', { scherm: 'werkvoorraad' }],
    ['/aanmelden', { scherm: 'aanmelden' }],
    ['/aanmelden/', { scherm: 'aanmelden' }],
    ['/casussen/nieuw', { scherm: 'casus-inbrengen' }],
    [`/casussen/${ID}`, { scherm: 'bord', casusId: ID }],
    [`/casussen/${ID}/`, { scherm: 'bord', casusId: ID }],
    [`/casussen/${ID}/groot-scherm`, { scherm: 'groot-scherm', casusId: ID }],
  ])('%s', (pad, route) => {
    expect(herkenRoute(pad)).toEqual(route);
  });

  it.each([
    '/casussen',
    '/casussen/26-4Q7K',
    '/casussen/moeder',
    `/casussen/${ID}/anders`,
    `/casussen/${ID}x`,
    '/index.html',
  ])('%s is no screen', (pad) => {
    expect(herkenRoute(pad).scherm).toBe('onbekend');
  });
});
