import { describe, expect, test } from 'vitest';
import { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import { laadMatrix } from '../../shared/need-to-know/matrix.ts';
import { Moment } from '../../shared/need-to-know/moment.ts';
import { STANDAARDMATRIX } from '../../shared/need-to-know/standaardmatrix.ts';
import { zichtVan } from '../../shared/need-to-know/zicht.ts';
import { feitenVan } from '../bouw/feiten.ts';
import { beeindigRecht, geefRecht, inStap, laatWaarnemen, sluitUit } from '../bouw/ingreep.ts';
import { type Gezelschap, type Opzet, paren } from '../bouw/opzet.ts';
import { bouw, vestig } from '../bouw/vestiging.ts';
import { huishouden, huishoudenAan } from './huishouden.ts';
import { BEGIN, tafelVoorTest } from './opstelling.ts';

// What a test says of a table means the same to the engine, as facts, and to a whole server.

const UUR = 3_600_000;
const regels = laadMatrix(STANDAARDMATRIX);

const MENSEN = {
  fatima: ['gemeente', 'participatie'],
  tom: ['gemeente', 'jeugd', 'leerplicht'],
  sanne: ['gemeente', 'schuldhulp'],
  ali: ['wijkteam', 'wmo'],
  pieter: ['ggz', 'gezondheidszorg'],
  joke: ['school', 'onderwijs'],
  moeder: ['thuis', 'gezin'],
} as const satisfies Gezelschap<string>;

type Wie = keyof typeof MENSEN;
type Lid = 'moeder' | 'kind';

const OPZET: Opzet<Wie, Lid> = {
  leden: { moeder: 'moeder', kind: 'kind' },
  regisseur: 'fatima',
  stoelen: {
    tom: { voor: ['kind'], zetel: 'leerplicht' },
    sanne: { voor: null, tot: BEGIN + 6 * UUR },
    ali: { voor: null },
    pieter: { voor: ['moeder'], bekend: true },
    joke: { voor: ['kind'], van: BEGIN + UUR },
    moeder: { voor: ['moeder'], alsLid: 'moeder' },
  },
  rechten: [
    {
      wie: 'tom',
      plek: { categorie: 'plan', lid: null, van: null },
      niveau: 'schrijven',
      tot: BEGIN + 4 * UUR,
    },
    { wie: 'ali', plek: { categorie: 'gezondheid', lid: 'moeder', van: 'ggz' }, niveau: 'lezen' },
  ],
  uitsluitingen: [
    { wie: 'sanne', plek: { categorie: 'hulp', lid: 'moeder', van: null } },
    { wie: 'ali', plek: { categorie: 'wmo', lid: null, van: 'wijkteam' }, van: BEGIN + 2 * UUR },
  ],
  acuutGevaar: [
    { wie: 'fatima', plek: { categorie: 'financien', lid: null, van: 'gemeente' }, tot: BEGIN + UUR },
  ],
  waarnemingen: [{ wie: 'ali', van: BEGIN + 3 * UUR, tot: BEGIN + 5 * UUR }],
};

describe('NK3: one opzet', () => {
  test('gives everyone the same levels as facts and at a server, at every moment', async () => {
    const tafel = await tafelVoorTest({ nu: BEGIN });
    const mensen = vestig<Wie>(tafel, MENSEN);
    const huis = await bouw(mensen, OPZET);
    const gezien = new Set<string>();
    for (const uur of [0, 1, 2, 3, 4, 5, 6]) {
      tafel.klok.nu = BEGIN + uur * UUR;
      const feiten = feitenVan(MENSEN, OPZET, tafel.klok.nu);
      const beslisser = new Beslisser(feiten, regels, new Moment(tafel.klok.nu));
      for (const [wie] of paren<Wie, unknown>(MENSEN)) {
        const ik = feiten.deelnemers.find(({ id }) => id === wie);
        const verwacht = (ik === undefined ? [] : zichtVan(beslisser, ik)).map(
          ({ compartiment: { categorie, lidId, organisatieId }, niveau }) =>
            `${categorie} ${lidId ?? ''} ${organisatieId ?? ''}: ${niveau}`,
        );
        const antwoord = await huis.vraag(wie, 'GET');
        const { compartimenten = [] } = antwoord.status === 404 ? {} : antwoord.body;
        const lid = (id: string | null) =>
          paren<Lid, string>(huis.leden).find(([, een]) => een === id)?.[0] ?? '';
        const gekregen = compartimenten.map(
          (deel: { categorie: string; lidId: string | null; organisatie: string | null; niveau: string }) =>
            `${deel.categorie} ${lid(deel.lidId)} ${deel.organisatie ?? ''}: ${deel.niveau}`,
        );
        expect([uur, wie, gekregen]).toEqual([uur, wie, verwacht]);
        gezien.add(`${wie} ${gekregen.join()}`);
      }
    }
    // Each of them changed what somebody sees: all seven at first, and at each hour who is named for it.
    expect(gezien.size).toBeGreaterThanOrEqual(7 + 6);
    expect(tafel.fouten).toEqual([]);
  });
});

describe('NK28: what is given and kept', () => {
  test('is of one casus: seat and compartment', async () => {
    const tafel = await tafelVoorTest();
    const [een, ander] = [await huishoudenAan(tafel), await huishoudenAan(tafel)];
    const vreemd = await ander.plek('sanne', 'plan');
    expect(() => geefRecht(een, 'joke', vreemd)).toThrow('another casus');
    expect(() => sluitUit(een, 'joke', vreemd)).toThrow('another casus');
    const eigen = await een.plek('sanne', 'plan');
    expect(() => geefRecht({ ...een, zetelVan: ander.zetelVan }, 'joke', eigen)).toThrow('another casus');
    expect(geefRecht(een, 'joke', eigen)).not.toBe('');
  });

  test('holds until it is ended, and what never began leaves nothing', async () => {
    const h = await huishouden();
    const { klok, app } = h.tafel;
    const plan = await h.plek('joke', 'plan');
    const niveau = async () => (await h.bord('joke')).compartimenten.find(({ id }) => id === plan)?.niveau;
    const staat = () =>
      app.stappen.lees(() => app.casussen.beeldOp(h.casusId, new Moment(klok.nu), 0))?.rechten;
    const recht = geefRecht(h, 'joke', plan);
    const straks = geefRecht(h, 'joke', plan, { van: klok.nu + UUR, niveau: 'schrijven' });
    expect(await niveau()).toBe('lezen');
    beeindigRecht(h, straks);
    klok.nu += 2 * UUR;
    expect(await niveau()).toBe('lezen');
    beeindigRecht(h, recht);
    const einde = klok.nu;
    expect([await niveau(), staat()]).toEqual(['dat', [expect.objectContaining({ tot: einde })]]);
    // Once: what is over stays over at its moment.
    klok.nu += UUR;
    beeindigRecht(h, recht);
    expect(staat()).toEqual([expect.objectContaining({ tot: einde })]);
  });

  test('NK30: a waarneming that never began is in nobody’s way', async () => {
    const h = await huishouden();
    const { klok } = h.tafel;
    const id = laatWaarnemen(h, 'sanne', klok.nu + UUR, klok.nu + 2 * UUR);
    expect(() => laatWaarnemen(h, 'ali', klok.nu, klok.nu + 3 * UUR)).toThrow('at that time already');
    inStap(h, ({ feiten }) => feiten.beeindigWaarneming(id));
    expect(laatWaarnemen(h, 'ali', klok.nu, klok.nu + 3 * UUR)).not.toBe('');
  });
});
