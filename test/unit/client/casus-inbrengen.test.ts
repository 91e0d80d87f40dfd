import { beforeEach, describe, expect, it } from 'vitest';
import {
  alsNieuweCasus,
  bedieningBij,
  type Concept,
  controleer,
  isIngevuld,
  leegConcept,
} from '../../../client/casus-inbrengen/concept.ts';
import { planlezers } from '../../../client/casus-inbrengen/lezers.ts';
import {
  bewaarOnverzonden,
  haalOnverzonden,
  vergeetOnverzonden,
} from '../../../client/casus-inbrengen/onverzonden.ts';
import { NieuweCasus } from '../../../shared/contract/casussen.ts';
import { STANDAARDMATRIX } from '../../../shared/need-to-know/standaardmatrix.ts';

const VANDAAG = '2026-11-22';
const GOED: Concept = {
  leden: [
    { id: '1', rol: 'moeder' },
    { id: '2', rol: 'kind' },
  ],
  vanuit: 'participatie',
  waarvoor: 'samenhang',
  grondslag: 'participatiewet',
  vraag: 'Wie helpt bij de post?',
  wetten: ['participatiewet'],
  expertise: ['schulden'],
  gezin: 'ja',
  sinds: '2026-11-12',
};

describe('filling in a casus', () => {
  it('has nothing wrong when it is complete, and is then what the server takes', () => {
    expect(controleer(GOED, VANDAAG).size).toBe(0);
    expect(NieuweCasus.parse(alsNieuweCasus(GOED))).toEqual({
      leden: [{ rol: 'moeder' }, { rol: 'kind' }],
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
      vraag: 'Wie helpt bij de post?',
      wetten: ['participatiewet'],
      expertise: ['schulden'],
      gezinWeet: { ja: true, datum: '2026-11-12' },
    });
  });

  it('names all that is missing, in the order of the form', () => {
    expect([...controleer(leegConcept(''), VANDAAG).keys()]).toEqual([
      'leden',
      'gezin',
      'vraag',
      'vanuit',
      'waarvoor',
      'grondslag',
    ]);
  });

  it('refuses a BSN in the question, and leaves other findings to the person', () => {
    expect(controleer({ ...GOED, vraag: 'Het gaat om 111222333.' }, VANDAAG).get('vraag')).toContain('BSN');
    expect(controleer({ ...GOED, vraag: 'Bel 06-12345678.' }, VANDAAG).size).toBe(0);
  });

  it('asks since when the household knows, and takes no day to come', () => {
    expect(controleer({ ...GOED, sinds: '' }, VANDAAG).has('sinds')).toBe(true);
    expect(controleer({ ...GOED, sinds: '2026-11-23' }, VANDAAG).has('sinds')).toBe(true);
    expect(controleer({ ...GOED, sinds: '0026-11-12' }, VANDAAG).get('sinds')).toContain('vier cijfers');
    expect(controleer({ ...GOED, gezin: 'nee', sinds: '' }, VANDAAG).size).toBe(0);
    expect(alsNieuweCasus({ ...GOED, gezin: 'nee' }).gezinWeet).toEqual({ ja: false });
  });

  it('makes one line of a question that was typed on more', () => {
    expect(alsNieuweCasus({ ...GOED, vraag: ' Wie helpt?\n\nEn wanneer? ' }).vraag).toBe(
      'Wie helpt? En wanneer?',
    );
  });

  it('ST9: says how much too long a question is, and cuts nothing', () => {
    const vraag = 'x'.repeat(493);
    expect(controleer({ ...GOED, vraag }, VANDAAG).get('vraag')).toContain('193 tekens te lang');
    expect(alsNieuweCasus({ ...GOED, vraag }).vraag).toBe(vraag);
  });

  it('finds the control that a refusal of the server is about', () => {
    expect(bedieningBij('leden.0.rol')).toBe('leden');
    expect(bedieningBij('zetel')).toBe('vanuit');
    expect(bedieningBij('gezinWeet.datum')).toBe('sinds');
    expect(bedieningBij('gezinWeet')).toBe('gezin');
    expect(bedieningBij('iets_anders')).toBeUndefined();
  });
});

describe('what was typed and not sent', () => {
  beforeEach(() => vergeetOnverzonden());

  it('comes back for the same person', () => {
    bewaarOnverzonden('fatima', GOED);
    expect(haalOnverzonden('fatima')).toEqual(GOED);
  });

  it('is forgotten when somebody else looks, for the first person as well', () => {
    bewaarOnverzonden('fatima', GOED);
    expect(haalOnverzonden('tom')).toBeUndefined();
    expect(haalOnverzonden('fatima')).toBeUndefined();
  });

  it('is worth a warning only when something was filled in', () => {
    expect(isIngevuld(leegConcept('participatie'))).toBe(false);
    expect(isIngevuld(GOED)).toBe(true);
  });
});

describe('NK20: who will read the question is said before it is saved', () => {
  it('as the rules of the municipality have it', () => {
    const lezers = planlezers({ matrixversie: STANDAARDMATRIX.versie, zetels: [...STANDAARDMATRIX.zetels] });
    expect(lezers).toEqual({
      schrijven: ['Participatie', 'Wmo', 'Jeugd', 'Schuldhulp'],
      lezen: ['Inkomen', 'Gezondheidszorg', 'Jeugdhulp', 'Jeugdbescherming'],
    });
  });

  it('without naming anyone when the rules are not the ones that the browser knows', () => {
    expect(planlezers({ matrixversie: 'anders', zetels: [...STANDAARDMATRIX.zetels] })).toBeUndefined();
  });
});
