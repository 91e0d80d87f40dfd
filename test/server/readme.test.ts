import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bord } from '../../shared/contract/casussen.ts';
import { startTafel } from './opstelling.ts';

// The README's table of what three people see, cell by cell against their boards. It says its words itself:
// schrijft, leest, dicht, niets, and "schrijft en dicht" (what one's own organisation keeps, and a tile for the rest).

const MENSEN = ['Fatima El Amrani', 'Joke Visser', 'Pieter Aalbers'] as const;

interface Cel {
  readonly onderwerp: string;
  readonly voor: string;
  readonly naam: (typeof MENSEN)[number];
  readonly staat: string;
}

const CELLEN: readonly Cel[] = leesTabel();

function leesTabel(): Cel[] {
  const regels = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').split('\n');
  const kop = regels.findIndex((regel) => /^\| onderwerp \| voor wie \|/.test(regel));
  const cellen = (regel: string): string[] =>
    regel
      .split('|')
      .slice(1, -1)
      .map((cel) => cel.trim());
  const namen = cellen(regels[kop] ?? '').slice(2);
  expect(namen).toEqual(MENSEN.map((naam) => naam.split(' ')[0]));
  const rijen = regels.slice(kop + 2);
  return rijen
    .slice(
      0,
      rijen.findIndex((regel) => !regel.startsWith('|')),
    )
    .flatMap((regel) => {
      const [onderwerp = '', voorWie = '', ...staat] = cellen(regel);
      return voorWie
        .split(', ')
        .flatMap((voor) => MENSEN.map((naam, i) => ({ onderwerp, voor, naam, staat: staat[i] ?? '' })));
    });
}

const borden = new Map<string, Bord>();
let categorieen: { code: string; naam: string }[] = [];

beforeAll(async () => {
  const tafel = await startTafel({ demo: true });
  const { medewerkers } = (await tafel.verzoek('GET', '/demo/medewerkers')).body;
  let casusId = '';
  for (const naam of MENSEN) {
    const id = medewerkers.find((een: { naam: string }) => een.naam === naam).id;
    const ik = await tafel.meldAan(id);
    if (casusId === '') {
      const { casussen } = (await ik.verzoek('GET', '/casussen')).body;
      // The casus that the README says: moeder, kind 1 and kind 2.
      const gevonden = casussen.filter(
        ({ leden }: { leden: { rol: string }[] }) =>
          leden.map(({ rol }) => rol).join() === 'moeder,kind 1,kind 2',
      );
      expect(gevonden).toHaveLength(1);
      casusId = gevonden[0].id;
      categorieen = (await ik.verzoek('GET', '/lijsten')).body.categorieen;
    }
    borden.set(naam, (await ik.verzoek('GET', `/casussen/${casusId}`)).body);
  }
  await tafel.sluit();
});

function bordVan(naam: string): Bord {
  const bord = borden.get(naam);
  if (bord === undefined) throw new Error(`no board of ${naam}`);
  return bord;
}

/** What a board says of a category and a subject, in the words of the README. */
function staatOp(bord: Bord, categorie: string, lidId: string | null): string {
  const niveaus = bord.compartimenten
    .filter((deel) => deel.categorie === categorie && deel.lidId === lidId)
    .map(
      ({ niveau }) => ({ dat: 'dicht', lezen: 'leest', schrijven: 'schrijft', verborgen: 'niets' })[niveau],
    );
  return niveaus.length === 0 ? 'niets' : niveaus.join(' en ');
}

describe('README: what each of three people sees', () => {
  test.each(CELLEN)('$naam: $onderwerp of $voor: $staat', ({ onderwerp, voor, naam, staat }) => {
    const categorie = categorieen.find((een) => een.naam === onderwerp);
    // "Voor wie" is said as Fatima sees it.
    const lid = bordVan('Fatima El Amrani').leden.find(({ rol }) => rol === voor);
    expect(voor === 'huishouden' || lid !== undefined).toBe(true);
    expect(staatOp(bordVan(naam), categorie?.code ?? onderwerp, lid?.id ?? null)).toBe(staat);
  });

  test('should leave nothing out of what they see', () => {
    const genoemd = new Set(
      CELLEN.filter(({ staat }) => staat !== 'niets').map(
        ({ onderwerp, voor, naam }) => `${naam} ${onderwerp} ${voor}`,
      ),
    );
    const rollen = new Map(bordVan('Fatima El Amrani').leden.map(({ id, rol }) => [id, rol]));
    for (const naam of MENSEN) {
      for (const { categorie, lidId } of bordVan(naam).compartimenten) {
        const onderwerp = categorieen.find(({ code }) => code === categorie)?.naam;
        expect(genoemd).toContain(
          `${naam} ${onderwerp} ${lidId === null ? 'huishouden' : rollen.get(lidId)}`,
        );
      }
    }
  });

  test('should be true of the rest of the tour: Joke knows one child, Pieter is known to Fatima alone', () => {
    expect(bordVan('Joke Visser').leden.map(({ rol }) => rol)).toEqual(['kind']);
    expect(bordVan('Joke Visser').deelnemers.map(({ naam }) => naam)).not.toContain('Pieter Aalbers');
    expect(bordVan('Fatima El Amrani').deelnemers.map(({ naam }) => naam)).toContain('Pieter Aalbers');
    expect(
      bordVan('Joke Visser')
        .kaarten.filter(({ compartimentId }) => compartimentId === null)
        .map(({ titel }) => titel),
    ).toContain('Gesprek op school, thuis is erbij');
  });
});
