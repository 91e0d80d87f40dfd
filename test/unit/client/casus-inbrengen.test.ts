import { describe, expect, it } from 'vitest';
import { ApiFout } from '../../../client/api/api.ts';
import { alsNieuweCasus, type Concept, LEEG, veldenVan } from '../../../client/casus-inbrengen/concept.ts';
import { planlezers } from '../../../client/casus-inbrengen/lezers.ts';
import { foutVan } from '../../../client/vensters/veld.ts';
import { weigeringVan } from '../../../client/vensters/weigering.ts';
import { NieuweCasus } from '../../../shared/contract/casussen.ts';
import type { Lijsten } from '../../../shared/contract/lijsten.ts';
import { GRONDSLAGEN } from '../../../shared/lijsten.ts';
import { STANDAARDMATRIX } from '../../../shared/need-to-know/standaardmatrix.ts';

const ZETEL = { discreet: false, brengtIn: true, kernteam: true, regisseert: true };
const VANUIT = [
  { ...ZETEL, code: 'participatie', naam: 'Participatie', gebruikelijk: { waarvoor: null, grondslag: null } },
  { ...ZETEL, code: 'wmo', naam: 'Wmo', gebruikelijk: { waarvoor: null, grondslag: 'wmo' } },
];
const LIJSTEN = {
  matrixversie: STANDAARDMATRIX.versie,
  zetels: [...STANDAARDMATRIX.zetels],
  // Only these lists are asked for.
  waarvoor: [],
  grondslag: [],
  wetten: [],
  expertise: [],
} as unknown as Lijsten;
const VANDAAG = '2026-11-22';
const GOED: Concept = {
  leden: ['moeder', 'kind'],
  vanuit: 'participatie',
  waarvoor: 'samenhang',
  grondslag: 'participatiewet',
  vraag: 'Wie helpt bij de post?',
  wetten: ['participatiewet'],
  expertise: ['schulden'],
  gezin: 'ja',
  sinds: '2026-11-12',
  met: 'moeder',
  reden: '',
};

describe('filling in a casus', () => {
  it('has nothing wrong when it is complete, and is then what the server takes', () => {
    expect(controleer(GOED, VANDAAG).size).toBe(0);
    expect(NieuweCasus.parse(alsNieuweCasus(GOED, VANUIT))).toEqual({
      leden: [{ rol: 'moeder' }, { rol: 'kind' }],
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
      vraag: 'Wie helpt bij de post?',
      wetten: ['participatiewet'],
      expertise: ['schulden'],
      gezinWeet: { ja: true, datum: '2026-11-12', met: 'moeder' },
    });
  });

  it('names all that is missing, in the order of the form', () => {
    expect([...controleer(LEEG, VANDAAG).keys()]).toEqual([
      'leden',
      'gezin',
      'vraag',
      'waarvoor',
      'grondslag',
    ]);
  });

  it('ST19: refuses a BSN or a telephone number in the question, and leaves other findings to the person', () => {
    expect(controleer({ ...GOED, vraag: 'Het gaat om 111222333.' }, VANDAAG).get('vraag')).toContain('BSN');
    expect(controleer({ ...GOED, vraag: 'Bel 06-12345678.' }, VANDAAG).get('vraag')).toContain(
      'telefoonnummer',
    );
    expect(controleer({ ...GOED, vraag: 'Woont op Dorpsstraat 12.' }, VANDAAG).size).toBe(0);
  });

  it('asks since when the household knows, and takes no day to come', () => {
    expect(controleer({ ...GOED, sinds: '' }, VANDAAG).has('sinds')).toBe(true);
    expect(controleer({ ...GOED, sinds: '2026-11-23' }, VANDAAG).has('sinds')).toBe(true);
    expect(controleer({ ...GOED, sinds: '0026-11-12' }, VANDAAG).get('sinds')).toContain('vier cijfers');
  });

  it('asks with whom it was talked about, or why the household doesn’t know yet', () => {
    expect([...controleer({ ...GOED, met: '' }, VANDAAG).keys()]).toEqual(['met']);
    const nee = { ...GOED, gezin: 'nee', sinds: '', met: '' };
    expect([...controleer(nee, VANDAAG).keys()]).toEqual(['reden']);
    expect(controleer({ ...nee, reden: 'Wij gaan er vrijdag heen.' }, VANDAAG).size).toBe(0);
    expect(alsNieuweCasus({ ...nee, reden: ' Wij gaan er vrijdag heen. ' }, VANUIT).gezinWeet).toEqual({
      ja: false,
      reden: 'Wij gaan er vrijdag heen.',
    });
  });

  it('proposes the task that goes with the place from which one brings it, and never agreement (NK12)', () => {
    const grond = (concept: Concept) =>
      veldenVan(
        { ...LIJSTEN, zetels: VANUIT, grondslag: GRONDSLAGEN.map((een) => ({ ...een })) },
        VANUIT,
        concept,
      ).find(({ naam }) => naam === 'grondslag');
    const wmo = grond({ ...GOED, vanuit: 'wmo', grondslag: '' });
    expect(wmo?.vanzelf).toBe('wmo');
    expect(wmo !== undefined && 'keuzes' in wmo && wmo.keuzes.map(({ code }) => code)).not.toContain(
      'toestemming',
    );
    expect(alsNieuweCasus({ ...GOED, vanuit: 'wmo', grondslag: '' }, VANUIT).grondslag).toBe('wmo');
    expect(grond({ ...GOED, grondslag: '' })?.vanzelf).toBeUndefined();
  });

  it('makes one line of a question that was typed on more', () => {
    expect(alsNieuweCasus({ ...GOED, vraag: ' Wie helpt?\n\nEn wanneer? ' }, VANUIT).vraag).toBe(
      'Wie helpt? En wanneer?',
    );
  });

  it('ST9: says how much too long a question is, and cuts nothing', () => {
    const vraag = 'x'.repeat(493);
    expect(controleer({ ...GOED, vraag }, VANDAAG).get('vraag')).toContain('193 tekens te lang');
    expect(alsNieuweCasus({ ...GOED, vraag }, VANUIT).vraag).toBe(vraag);
  });

  it('proposes the most usual of the places from which one may bring it', () => {
    const velden = veldenVan(LIJSTEN, VANUIT, { ...GOED, vanuit: '' });
    expect(velden.find(({ naam }) => naam === 'vanuit')?.vanzelf).toBe('participatie');
    expect(alsNieuweCasus({ ...GOED, vanuit: '' }, VANUIT).zetel).toBe('participatie');
  });

  it('finds the field that a refusal of the server is about', () => {
    const paden = ['leden.0.rol', 'zetel', 'gezinWeet.datum', 'gezinWeet', 'iets_anders'];
    const fout = new ApiFout(
      422,
      'body_ongeldig',
      'Dat ging niet.',
      paden.map((veld) => ({ veld, bericht: veld })),
    );
    const { bijVeld, elders } = weigeringVan(fout, veldenVan(LIJSTEN, VANUIT, GOED));
    expect([...bijVeld]).toEqual([
      ['leden', 'leden.0.rol'],
      ['vanuit', 'zetel'],
      ['sinds', 'gezinWeet.datum'],
      ['gezin', 'gezinWeet'],
    ]);
    expect(elders).toBe('iets_anders');
  });
});

const ZETELS_VAN_DE_GEMEENTE = STANDAARDMATRIX.zetels.map((zetel) => ({
  ...zetel,
  kernteam: false,
  regisseert: false,
  gebruikelijk: { waarvoor: null, grondslag: null },
}));

describe('NK20: who will read the question is said before it is saved', () => {
  it('as the rules of the municipality have it', () => {
    const lezers = planlezers({ matrixversie: STANDAARDMATRIX.versie, zetels: ZETELS_VAN_DE_GEMEENTE });
    expect(lezers).toEqual({
      schrijven: ['Participatie', 'Wmo', 'Jeugd', 'Schuldhulp'],
      lezen: ['Inkomen', 'Gezondheidszorg', 'Jeugdhulp', 'Jeugdbescherming', 'Gezin'],
    });
  });

  it('without naming anyone when the rules are not the ones that the browser knows', () => {
    expect(planlezers({ matrixversie: 'anders', zetels: ZETELS_VAN_DE_GEMEENTE })).toBeUndefined();
  });
});

/** What the form says is wrong, by the name of the field, in the order of the form. */
function controleer(concept: Concept, vandaag: string): ReadonlyMap<string, string> {
  return new Map(
    veldenVan(LIJSTEN, VANUIT, concept).flatMap((veld) => {
      const fout = foutVan(veld, concept[veld.naam], vandaag);
      return fout === null ? [] : [[veld.naam, fout]];
    }),
  );
}
