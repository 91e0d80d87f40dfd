import { describe, expect, test } from 'vitest';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { type Huishouden, huishouden, type Naam, verwachtWeigering } from './huishouden.ts';

/** Who is named, and where they sit: of what discreet sort, and how much of the plan they see. */
const DISCREET: readonly Naam[] = ['pieter', 'vera'];

const opBord = async (huis: Huishouden, naam: Naam, id: string): Promise<Kaart | undefined> =>
  (await huis.bord(naam)).kaarten.find((kaart) => kaart.id === id);

const zetBekend = async (huis: Huishouden, naam: Naam, bekend: boolean): Promise<void> => {
  const antwoord = await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan(naam)}`, { bekend });
  expect(antwoord.status, antwoord.tekst).toBe(200);
};

const tafel = () =>
  huishouden({ plaatsen: { pieter: null, vera: null, tom: null, inge: null, joke: null, lotte: null } });

describe('NK26: who the others may not know of is named on nothing that reaches them', () => {
  test.each(DISCREET)(
    '%s: by nobody, the regisseur included, in each field that names somebody',
    async (wie) => {
      const huis = await tafel();
      const compartimentId = await huis.plek('fatima', 'plan');
      const id = huis.zetelVan(wie);
      const namen = [
        { soort: 'afspraak', titel: 'Bellen', uitvoerders: [huis.zetelVan('tom'), id] },
        { soort: 'afspraak', titel: 'Opvangen', overbrugtDoor: id },
        { soort: 'doel', titel: 'Slapen', samenMet: [id] },
        { soort: 'contactpersoon', deelnemerId: id },
      ];
      for (const inhoud of namen)
        verwachtWeigering(
          await huis.vraag('fatima', 'POST', '/kaarten', { compartimentId, ...inhoud }),
          422,
          'eerst_bekend',
        );
      const { id: kaartId, versie } = await huis.schrijf('fatima', 'plan', null, {
        soort: 'afspraak',
        titel: 'Bellen',
      });

      const later = await huis.vraag('fatima', 'PATCH', `/kaarten/${kaartId}`, { versie, uitvoerders: [id] });

      verwachtWeigering(later, 422, 'eerst_bekend');
      expect(later.body.detail).toContain('Vraag het gezin eerst');
      expect(later.body.fouten).toMatchObject([{ veld: 'uitvoerders' }]);
      await zetBekend(huis, wie, true);
      for (const inhoud of namen)
        expect((await huis.vraag('fatima', 'POST', '/kaarten', { compartimentId, ...inhoud })).status).toBe(
          201,
        );
    },
  );

  test('to who doesn’t know them they are somebody who isn’t there (NK5)', async () => {
    const huis = await tafel();
    const compartimentId = await huis.plek('tom', 'plan');
    const maak = (id: string) =>
      huis.vraag('tom', 'POST', '/kaarten', {
        compartimentId,
        soort: 'afspraak',
        titel: 'x',
        uitvoerders: [id],
      });

    const verborgen = await maak(huis.zetelVan('pieter'));

    verwachtWeigering(verborgen, 422, 'verwijzing_onbekend');
    expect(verborgen.tekst).toBe((await maak('00000000-0000-4000-8000-000000000000')).tekst);
  });

  test('in what their own organisation keeps, colleagues name each other, and carry it out', async () => {
    const huis = await tafel();
    const { id } = await huis.schrijf('lotte', 'gezondheid', null, {
      soort: 'afspraak',
      titel: 'Elke week bellen',
      uitvoerders: [huis.zetelVan('pieter')],
    });

    const bijPieter = await opBord(huis, 'pieter', id);

    expect(bijPieter).toMatchObject({ uitvoerders: [huis.zetelVan('pieter')], ikVoerUit: true });
  });
});

describe('NK20: a naming counts only while its person is bekend', () => {
  /** Named while the household agreed; then it doesn't any more. */
  const verstomd = async (wie: Naam) => {
    const huis = await tafel();
    await zetBekend(huis, wie, true);
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uitvoerders: [huis.zetelVan(wie)],
    });
    const stap = await huis.vraag(wie, 'POST', `/kaarten/${id}/stappen`, { tekst: 'Gebeld' });
    expect(stap.status, stap.tekst).toBe(201);
    return { huis, id, stil: () => zetBekend(huis, wie, false) };
  };

  test.each(DISCREET)(
    '%s: their name is gone from every answer and step, for kernteam and others alike',
    async (wie) => {
      const { huis, id, stil } = await verstomd(wie);
      for (const lezer of ['tom', 'inge'] as const)
        expect(await opBord(huis, lezer, id)).toMatchObject({
          uitvoerders: [huis.zetelVan(wie)],
          stappen: [{ door: huis.zetelVan(wie) }],
        });

      await stil();

      for (const lezer of ['tom', 'inge'] as const) {
        expect(await opBord(huis, lezer, id)).toMatchObject({ uitvoerders: [], stappen: [{ door: null }] });
        expect(JSON.stringify(await huis.bord(lezer))).not.toContain(huis.zetelVan(wie));
      }
      // Who directs knows of them, and can take the name out or ask the household.
      expect(await opBord(huis, 'fatima', id)).toMatchObject({ uitvoerders: [huis.zetelVan(wie)] });
    },
  );

  test('whom it reached by that alone gets it no more, and hears so at once; until the others may know again', async () => {
    const { huis, id, stil } = await verstomd('vera');
    const vera = await (await huis.als('vera')).live();
    await vera.volg(huis.casusId);
    const mijnWerk = async (): Promise<string> =>
      (await (await huis.als('vera')).verzoek('GET', '/werkvoorraad')).tekst;
    expect([await opBord(huis, 'vera', id), await mijnWerk()]).toEqual([
      expect.objectContaining({ ikVoerUit: true }),
      expect.stringContaining('Bellen'),
    ]);

    await stil();

    await vera.bij();
    expect(vera.ontvangen.map(({ soort }) => soort)).toContain('zicht');
    expect([await opBord(huis, 'vera', id), await mijnWerk()]).toEqual([
      undefined,
      expect.not.stringContaining('Bellen'),
    ]);
    const stap = await huis.vraag('vera', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Toch gebeld' });
    verwachtWeigering(stap, 404, 'niet_gevonden');
    await zetBekend(huis, 'vera', true);
    expect(await opBord(huis, 'vera', id)).toMatchObject({ ikVoerUit: true });
  });

  test('who reads it anyway reads on, and no longer carries it out', async () => {
    const { huis, id, stil } = await verstomd('pieter');

    await stil();

    expect(await opBord(huis, 'pieter', id)).toMatchObject({ ikVoerUit: false });
    const stap = await huis.vraag('pieter', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Toch gebeld' });
    verwachtWeigering(stap, 403, 'niet_uitvoerder');
  });

  test('a name that stands there may stay when something else is changed', async () => {
    const { huis, id, stil } = await verstomd('pieter');
    await stil();

    const versie = await huis.versie('fatima', id);
    const anders = await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, {
      versie,
      titel: 'Nog eens bellen',
    });

    expect([anders.status, anders.body.uitvoerders]).toEqual([200, [huis.zetelVan('pieter')]]);
  });
});
