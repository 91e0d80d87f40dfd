import { describe, expect, test } from 'vitest';
import { laadMatrix, type Matrix } from '../../../shared/need-to-know/matrix.ts';
import { STANDAARDMATRIX } from '../../../shared/need-to-know/standaardmatrix.ts';
import {
  BRENGT_IN,
  BUITEN_GEMEENTE_NIETS,
  CATALOGUS,
  DISCREET,
  MATRIXRIJEN,
  NOOIT_ACUUT,
  ZETELS,
} from './tabel.ts';

const NIVEAU: Readonly<Record<string, string>> = { S: 'schrijven', L: 'lezen', D: 'dat', '·': 'verborgen' };

describe('de standaardmatrix is de tabel van need-to-know.md', () => {
  const regels = laadMatrix(STANDAARDMATRIX);
  const cellen = MATRIXRIJEN.flatMap((rij) =>
    ZETELS.map((zetel) => ({ categorie: rij[''] ?? '', zetel, letter: rij[zetel] ?? '' })),
  );

  test('de tabel is heel overgenomen: 17 rijen van 18 zetels, elk een letter', () => {
    expect(MATRIXRIJEN).toHaveLength(17);
    expect(ZETELS).toHaveLength(18);
    expect(cellen.filter(({ letter }) => NIVEAU[letter] === undefined)).toEqual([]);
  });

  test.each(MATRIXRIJEN.map((rij) => rij[''] ?? ''))('%s, cel voor cel', (categorie) => {
    const rij = cellen.filter((cel) => cel.categorie === categorie);
    const geladen = regels.categorieen.get(categorie)?.perZetel;
    expect(Object.fromEntries(geladen ?? [])).toEqual(
      Object.fromEntries(rij.map(({ zetel, letter }) => [zetel, NIVEAU[letter]])),
    );
  });

  test('de kolom +regisseur, en · op inkomen en financien van buiten de gemeente', () => {
    for (const rij of MATRIXRIJEN) {
      const categorie = regels.categorieen.get(rij[''] ?? '');
      const kolom = NIVEAU[rij['+regisseur'] ?? ''];
      expect(categorie?.regisseur).toBe(kolom);
      const buiten = BUITEN_GEMEENTE_NIETS.includes(rij[''] ?? '') ? 'verborgen' : kolom;
      expect(categorie?.regisseurBuitenGemeente).toBe(buiten);
    }
  });

  test('de zetels, in volgorde, met wat de tekst van ze zegt', () => {
    const zetels = [...regels.zetels.values()];
    const waar = (eigenschap: 'discreet' | 'brengtIn' | 'acuutGevaar' | 'alleenEigenLid') =>
      zetels.filter((zetel) => zetel[eigenschap]).map((zetel) => zetel.code);
    expect(zetels.map((zetel) => zetel.code)).toEqual(ZETELS);
    expect(waar('discreet').sort()).toEqual([...DISCREET].sort());
    expect(waar('brengtIn')).toEqual(BRENGT_IN);
    expect(waar('acuutGevaar')).toEqual(ZETELS.filter((zetel) => !NOOIT_ACUUT.includes(zetel)));
    expect(waar('alleenEigenLid')).toEqual(['gezin']);
  });

  test('kernteam is wie plan schrijft', () => {
    expect([...regels.kernteam]).toEqual(['participatie', 'wmo', 'jeugd', 'schuldhulp']);
  });

  test('de catalogus, in volgorde, met onderwerp, organisatie, openen en acuut gevaar', () => {
    const onderwerp = { household: 'huishouden', member: 'lid', 'household or member': 'huishouden_of_lid' };
    const acuut = { content: 'inhoud', noodkaart: 'noodkaart' };
    const woord = (tabel: Readonly<Record<string, string>>, wat: string | undefined, anders: string) =>
      tabel[wat ?? ''] ?? anders;
    const uitTekst = CATALOGUS.map((rij) => ({
      code: rij.categorie,
      onderwerp: woord(onderwerp, rij.subject, 'geen'),
      perOrganisatie: rij['kept by an organisation'] === 'yes',
      opent: rij.opens === 'on request' ? 'op_verzoek' : 'vanzelf',
      inAcuutGevaar: woord(acuut, rij['in acute danger'], 'niets'),
      beslist: woord({ concept: 'maker', kring: 'kring' }, rij.categorie, 'matrix'),
    }));
    const geladen = [...regels.categorieen.values()].map((categorie) => ({
      code: categorie.code,
      onderwerp: categorie.onderwerp,
      perOrganisatie: categorie.perOrganisatie,
      opent: categorie.opent,
      inAcuutGevaar: categorie.inAcuutGevaar,
      beslist: categorie.beslist,
    }));
    expect(geladen).toEqual(uitTekst);
  });
});

describe('een matrix die niet klopt, wordt geweigerd en zegt waarom', () => {
  /** A copy to spoil. */
  const kopie = (): Matrix => structuredClone(STANDAARDMATRIX);

  test('de standaardmatrix zelf gaat wel', () => {
    expect(laadMatrix(kopie()).versie).toBe(STANDAARDMATRIX.versie);
  });

  test.each<[string, (matrix: Matrix) => void, RegExp]>([
    ['een cel die ontbreekt', (m) => delete m.cellen.wonen?.jeugd, /de cel wonen × jeugd ontbreekt/],
    ['een rij die ontbreekt', (m) => delete m.cellen.wonen, /de cel wonen × participatie ontbreekt/],
    [
      'een onbekende zetel',
      (m) => Object.assign(m.cellen.wonen ?? {}, { politie: 'L' }),
      /onbekende zetel politie bij wonen/,
    ],
    [
      'een onbekende categorie',
      (m) => Object.assign(m.cellen, { strafblad: {} }),
      /onbekende categorie strafblad/,
    ],
    [
      'een zetel die er twee keer in staat',
      (m) => m.zetels.push(...m.zetels.slice(0, 1)),
      /een zetel staat er twee keer in/,
    ],
    [
      'een categorie die er twee keer in staat',
      (m) => m.categorieen.push(...m.categorieen.slice(0, 1)),
      /een categorie staat er twee keer in/,
    ],
    [
      'een regisseur die van iets niet weet (NK11)',
      (m) => Object.assign(m.regisseur, { wonen: '·' }),
      /de regisseur moet van wonen minstens weten/,
    ],
    ['een regisseur zonder cel', (m) => delete m.regisseur.wonen, /de regisseur heeft geen cel voor wonen/],
    [
      'een regisseur met een onbekende categorie',
      (m) => Object.assign(m.regisseur, { strafblad: 'D' }),
      /regisseur: onbekende categorie strafblad/,
    ],
    [
      'van buiten een onbekende categorie',
      (m) => Object.assign(m.regisseurBuitenGemeente, { strafblad: 'D' }),
      /regisseur: onbekende categorie strafblad/,
    ],
    [
      'een onbekend kernteam',
      (m) => Object.assign(m, { kernteamSchrijft: 'strafblad' }),
      /kernteamSchrijft: onbekende categorie strafblad/,
    ],
    [
      'een letter die niet bestaat',
      (m) => Object.assign(m.cellen.wonen ?? {}, { jeugd: 'X' }),
      /cellen[\s\S]*wonen[\s\S]*jeugd/,
    ],
    ['een veld te veel', (m) => Object.assign(m, { uitzondering: true }), /uitzondering/],
    ['een datum die er geen is', (m) => Object.assign(m, { geldigVanaf: '2026-13-01' }), /geldigVanaf/],
  ])('%s', (_, bederf, bericht) => {
    const matrix = kopie();
    bederf(matrix);
    expect(() => laadMatrix(matrix)).toThrow(bericht);
  });
});
