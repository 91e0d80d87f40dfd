import { expect, test } from 'vitest';
import { type OpdrachtNaam, WEGEN } from '../../shared/contract/wegen.ts';
import { bedenk } from './bedenk.ts';
import { type Opdracht, type Soort, soortVan } from './opdrachten.ts';
import type { Stand, Verzoek } from './stand.ts';

// A command that the property doesn't try, it can't find a leak in: each has a kind, and the kind reaches it.

const PLEK = { categorie: 'plan', lid: null, organisatie: null };

/** A table with something of everything on it. */
const STAND: Stand = {
  casussen: [
    {
      sym: 'c:0',
      leden: [{ sym: 'l:0.0', weg: false }],
      stoelen: [
        {
          sym: 'd:0',
          wie: 0,
          was: [{ wie: 0, zetel: 'participatie', lidIds: null, alsLid: null, regisseur: true }],
          weg: false,
          ooitBekend: true,
          wacht: new Set(),
        },
      ],
      kaarten: [
        {
          sym: 'k:1',
          plek: PLEK,
          soort: 'afspraak',
          door: 0,
          weg: false,
          verwijst: new Map(),
          noemde: new Set(['d:0']),
          vias: new Set(),
        },
      ],
      concepten: [{ sym: 'q:2', wie: 0, plek: PLEK, weg: false }],
      uitsluitingen: [],
      noodtoegangen: [],
      rechten: [{ sym: 't:3', stoel: 'd:0', plek: PLEK }],
      vragen: [{ sym: 'z:4', stoel: 'd:0', plek: PLEK }],
      bezwaren: [{ sym: 'x:5', wie: 0, kaart: 'k:1', plek: PLEK, toegewezen: false }],
      voorstellen: [{ sym: 'o:3', van: 0, naar: 1, stoel: 'd:1', open: true, aanvaard: false }],
      delen: new Set(),
      adviesvragen: [
        {
          sym: 'j:4',
          vrager: 0,
          lid: 'l:0.0',
          genoemd: [],
          opent: [PLEK],
          vraagt: [],
          afspraken: [],
        },
      ],
      houder: 'd:0',
      waarnemer: null,
      regieWisselt: false,
    },
  ],
  reeksen: ['g:5'],
  punten: [{ sym: 'a:6', overleg: 'y:g:5.0', casus: 'c:0', vraagt: [], gasten: [] }],
  stukken: [{ sym: 'b:7', punt: 'a:6' }],
  schermen: ['s:8'],
};

/** Where a kind leads, over many choices: `POST /casussen/{}/leden`. */
function wegenVan(soort: Soort): Set<string> {
  const wegen = new Set<string>();
  for (let i = 0; i < 200; i++) {
    const kies = Array.from({ length: 8 }, (_, j) => (i * 7919 + j * 104_729) % 1000);
    const opdracht: Opdracht = { soort, wie: 0, kies };
    wegen.add(wegVan(bedenk(STAND, 0, opdracht).verzoek));
  }
  return wegen;
}

function wegVan(verzoek: Verzoek): string {
  if (verzoek.via === 'aanmelden') return 'POST /sessies';
  if (verzoek.via === 'afmelden') return 'DELETE /sessies/huidige';
  if (verzoek.via !== 'http') return verzoek.via;
  return `${verzoek.methode} ${verzoek.pad.replace(/\?.*$/, '').replaceAll(/§[^/?&,]+/g, '{}')}`;
}

test('NK6: each command and query is tried by the property: its kind reaches it', () => {
  const namen = Object.keys(WEGEN) as OpdrachtNaam[]; // the keys of an object of ours
  const gemist = namen.filter((naam) => {
    const [methode, pad] = WEGEN[naam];
    return !wegenVan(soortVan(naam)).has(`${methode.toUpperCase()} ${pad.replaceAll(/\{\w+\}/g, '{}')}`);
  });
  expect(gemist).toEqual([]);
});
