import { describe, expect, test } from 'vitest';
import { type Erbij, samenvatting, vakVan } from '../../../client/werkvoorraad/indeling.ts';
import type { Wachtend } from '../../../shared/contract/werkvoorraad.ts';

const DINSDAG = '2026-11-24';
const ZONDAG = '2026-11-29';

const NIETS: Erbij = { hand: 0, adviesWacht: 0, adviesBijMij: 0 };

function regel(deel: Partial<Wachtend>): Wachtend {
  return {
    soort: 'afspraak',
    casusId: 'c',
    casusLabel: '26-4Q7K',
    kaartId: 'k',
    veldId: null,
    titel: 'Bellen',
    over: [],
    uiterlijk: null,
    overTijd: false,
    afspraak: null,
    ...deel,
  };
}

describe('mijn werk by how urgent it is', () => {
  test.each([
    ['2026-11-23', DINSDAG, 'over_tijd'],
    [DINSDAG, DINSDAG, 'deze_week'],
    [ZONDAG, DINSDAG, 'deze_week'],
    ['2026-11-30', DINSDAG, 'later'],
    [ZONDAG, ZONDAG, 'deze_week'],
    ['2026-11-30', ZONDAG, 'later'],
    [null, DINSDAG, 'later'],
  ])('an afspraak for %s stands on %s under %s', (uiterlijk, vandaag, vak) => {
    expect(vakVan(regel({ uiterlijk }), vandaag)).toBe(vak);
  });

  test('what one never opened is new, whatever its date', () => {
    expect(vakVan(regel({ soort: 'nog_niet_geopend' }), DINSDAG)).toBe('nieuw');
  });

  test.each([
    [[], 'Niets wacht op u.'],
    [[regel({ uiterlijk: '2026-12-24' })], 'Niets is over tijd, en niets is voor deze week.'],
    [[regel({ uiterlijk: '2026-11-20' })], 'Eén afspraak is over tijd.'],
    [
      [
        regel({ uiterlijk: '2026-11-20' }),
        regel({ uiterlijk: '2026-11-21' }),
        regel({ soort: 'concept' }),
        regel({ soort: 'nog_niet_geopend' }),
      ],
      'Eén casus is nieuw voor u. Twee afspraken zijn over tijd. Eén ding is voor deze week.',
    ],
  ])('is said in a sentence', (regels, zin) => {
    expect(samenvatting(regels, NIETS, DINSDAG)).toBe(zin);
  });

  test('what is done no longer waits', () => {
    const afspraak = { versie: 'v', stand: 'gedaan', magDatum: false, gedaan: null } as const;
    expect(samenvatting([regel({ uiterlijk: '2026-11-20', afspraak })], NIETS, DINSDAG)).toBe(
      'Niets wacht op u.',
    );
  });

  test.each([
    [{ hand: 1 }, 'Eén vraag wacht op u als leidinggevende of procesregisseur.'],
    [
      { adviesWacht: 1, adviesBijMij: 2 },
      'Eén adviesvraag is nog van niemand. Twee adviesvragen liggen bij u.',
    ],
  ])('what waits beside the lines is said as well: never that nothing does', (erbij, zin) => {
    expect(samenvatting([], { ...NIETS, ...erbij }, DINSDAG)).toBe(zin);
    expect(samenvatting([regel({ uiterlijk: '2026-12-24' })], { ...NIETS, ...erbij }, DINSDAG)).toBe(zin);
  });
});
