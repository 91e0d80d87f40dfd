import { expect, test } from 'vitest';
import { nieuwszin } from '../../../../client/teksten/nieuwszin.ts';
import { noemVoor, persoonsgegevensVan, vermeldbaarIn } from '../../../../client/teksten/noemen.ts';
import {
  magSchrijven,
  toelichtingVan,
  veldenBij,
  veldlabel,
  veldsoort,
} from '../../../../client/teksten/veldsoorten.ts';
import type { Kaart } from '../../../../shared/contract/kaarten.ts';
import { compartiment, deelnemer, kijk, veld } from '../casus/opstelling.ts';

const HULP = compartiment('hulp-moeder', { lidId: 'moeder' });
const WONEN = veld('v', 'hulp-moeder', { leefgebied: 'wonen' });

function kaart(deel: Partial<Kaart>): Kaart {
  const basis = { id: 'k', compartimentId: 'p', titel: 'Bus', versie: 'a', door: null, gewijzigdOp: '' };
  // Only the fields of the sort that the test gives are read.
  return { ...basis, ...deel } as Kaart;
}

test('a text is told apart by where it stands', () => {
  const velden = [
    WONEN,
    veld('a', 'jeugd', { naam: 'alleen voor jeugd' }),
    veld('z', 'inwoner', { naam: 'moeder zegt' }),
    veld('i', 'plan', { naam: 'integrale analyse' }),
    veld('g', 'plan', { naam: 'gewenst resultaat' }),
    veld('n', 'regie', { naam: 'notities' }),
    veld('t', 'plan', { naam: 'toelichting', kaartId: 'k' }),
    veld('c', 'concept', { naam: 'uw concept', concept: true, conceptVoor: 'v' }),
  ];
  const categorieen = ['jeugd', 'inwoner', 'plan', 'regie', 'concept'];
  const bord = kijk({
    velden,
    compartimenten: [HULP, ...categorieen.map((categorie) => compartiment(categorie, { categorie }))],
  });
  expect(velden.map((een) => veldsoort(bord, een))).toEqual([
    'houd_rekening_met',
    'alleen_voor',
    'zegt',
    'integrale_analyse',
    'gewenst_resultaat',
    'notities',
    'toelichting',
    'concept',
  ]);
});

test('a text is named in full for who doesn’t see where it stands', () => {
  const bord = kijk({
    velden: [WONEN],
    compartimenten: [HULP, compartiment('p', { categorie: 'plan' })],
    kaarten: [kaart({ soort: 'doel', lidIds: [] })],
  });
  expect(veldlabel(bord, WONEN)).toBe('Houd rekening met bij wonen, over moeder');
  expect(veldlabel(bord, veld('t', 'p', { naam: 'toelichting', kaartId: 'k' }))).toBe(
    'Toelichting bij ‘Bus’',
  );
});

test('texts are gathered within the chosen member, without closed ones and without concepts', () => {
  const velden = [
    WONEN,
    veld('h', 'hulp', { leefgebied: 'wonen' }),
    veld('k', 'hulp-kind', { leefgebied: 'wonen' }),
    veld('d', 'dicht', { leefgebied: 'wonen' }),
    veld('c', 'eigen', { concept: true, conceptVoor: 'v' }),
  ];
  const compartimenten = [
    HULP,
    compartiment('hulp'),
    compartiment('hulp-kind', { lidId: 'kind' }),
    compartiment('dicht', { geopend: false }),
    compartiment('eigen', { categorie: 'concept' }),
  ];
  const ids = (lid: string | null) =>
    veldenBij(kijk({ velden, compartimenten }, lid), 'houd_rekening_met').map(({ id }) => id);
  expect(ids(null)).toEqual(['v', 'h', 'k']);
  expect(ids('moeder')).toEqual(['v', 'h']);
});

test('NK17: only who writes the text may begin in it', () => {
  const leest = kijk({ velden: [WONEN], compartimenten: [{ ...HULP, niveau: 'lezen' }] });
  expect(magSchrijven(leest, WONEN)).toBe(false);
  expect(magSchrijven(kijk({ velden: [WONEN], compartimenten: [HULP] }), WONEN)).toBe(true);
});

test('a kaart’s text is found by its id', () => {
  const eigen = veld('t', 'p', { kaartId: 'k' });
  const bord = kijk({ velden: [WONEN, eigen] });
  expect(toelichtingVan(bord, 'k')).toBe(eigen);
  expect(toelichtingVan(bord, 'ander')).toBeUndefined();
});

test('NK13: a mention reads as its reader may know somebody, and an unknown one not at all', () => {
  const noem = noemVoor(kijk({}));
  expect(noem('lid', 'moeder')).toBe('moeder');
  expect(noem('deelnemer', 'tom')).toBe('jeugd (Naam van tom)');
  expect(noem('deelnemer', 'pieter')).toBeNull();
  expect(noem('lid', 'vader')).toBeNull();
});

test('NK23: mentions offer the regisseur and who reads the text and isn’t discreet', () => {
  const deelnemers = [
    deelnemer('ik', { zetel: 'participatie' }),
    deelnemer('fatima', { zetel: 'participatie', regisseur: true }),
    deelnemer('tom'),
    deelnemer('sanne'),
    deelnemer('pieter', { zetel: 'gezondheidszorg' }),
  ];
  const plaats = compartiment('x', {
    publiek: { deelnemerIds: ['ik', 'tom', 'pieter'], discreet: true },
  });
  const ids = vermeldbaarIn(kijk({ deelnemers }), plaats).map(({ id }) => id);
  expect(ids).toEqual(['moeder', 'kind', 'ik', 'fatima', 'tom']);
});

test('NK23: mentions leave out a member whom a reader is known not to take part for', () => {
  const deelnemers = [
    deelnemer('ik', { regisseur: true, lidIds: null }),
    deelnemer('tom', { lidIds: ['kind'] }),
  ];
  const ids = vermeldbaarIn(kijk({ deelnemers }), HULP).map(({ id }) => id);
  expect(ids).toEqual(['kind', 'ik', 'tom']);
});

test('NK23: where the readers aren’t known, nobody is offered', () => {
  expect(vermeldbaarIn(kijk({}), undefined)).toEqual([]);
  expect(vermeldbaarIn(kijk({}), { ...HULP, publiek: null })).toEqual([]);
});

test('ST19: names and dates of birth to warn for are those that are on my board', () => {
  const naam = kaart({
    soort: 'naam',
    voornaam: 'Sanne',
    achternaam: 'de Vries',
    geboortedatum: '2012-08-17',
  });
  const bord = kijk({ kaarten: [naam], deelnemers: [deelnemer('tom', { naam: 'Ruben de Graaf' })] });
  expect(persoonsgegevensVan(bord)).toEqual({
    namen: [
      { voornaam: 'Sanne', achternaam: 'de Vries' },
      { voornaam: 'Ruben', achternaam: 'de Graaf' },
    ],
    geboortedata: ['2012-08-17'],
    vandaag: '2026-11-22',
  });
  expect(persoonsgegevensVan(kijk({ deelnemers: [] }))).toMatchObject({ namen: [], geboortedata: [] });
});

test('what others change is told by role, together, and only of texts on the board', () => {
  const ander = veld('w', 'hulp-moeder', { leefgebied: 'wonen' });
  const bord = kijk({ velden: [WONEN, ander], compartimenten: [HULP] });
  expect(nieuwszin(bord, new Map([['v', 'jeugd']]))).toBe(
    'Jeugd heeft iets gewijzigd in: Houd rekening met bij wonen, over moeder.',
  );
  expect(nieuwszin(bord, new Map([['v', null]]))).toBe(
    'Er is iets gewijzigd in: Houd rekening met bij wonen, over moeder.',
  );
  expect(
    nieuwszin(
      bord,
      new Map([
        ['v', 'jeugd'],
        ['w', null],
      ]),
    ),
  ).toBe('In 2 teksten is iets gewijzigd.');
  expect(nieuwszin(bord, new Map([['weg', 'jeugd']]))).toBe('');
});
