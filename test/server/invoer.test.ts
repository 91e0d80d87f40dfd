import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leesInstellingen } from '../../server/instellingen.ts';
import { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { z } from '../../shared/contract/zod.ts';
import { isZichtbaar, normaliseer } from '../../shared/invoer/tekst.ts';
import { Veldschema } from '../../shared/invoer/velden.ts';
import { huishouden, opgeslagen, verwachtWeigering } from './huishouden.ts';

const DAG = 24 * 60 * 60 * 1000;

describe('ST9: every field by its kind', () => {
  test('should leave no text, in a body or a query, that takes anything', async () => {
    const { tafel } = await huishouden({ plaatsen: {} });
    const gelopen: string[] = [];
    for (const { methode, pad, body, query, params } of tafel.app.routes) {
      for (const schema of [body, query, params]) {
        if (schema === undefined) continue;
        for (const blad of bladeren(schema, `${methode} ${pad}`)) gelopen.push(blad);
      }
    }
    gelopen.push(...bladeren(KaartInhoud, 'kaart'));
    expect(gelopen.filter((blad) => blad.endsWith('!'))).toEqual([]);
    // It does find them.
    expect(gelopen).toEqual(expect.arrayContaining(['post /casussen.vraag', 'kaart.hulp.wachtOp']));
    expect(bladeren(z.object({ a: z.array(z.string()).nullish() }), 'x')).toEqual(['x.a!']);
    expect(bladeren(z.object({ a: z.unknown() }), 'x')).toEqual(['x.a!']);
  });

  test.each<[string, string, string]>([
    ['nothing to see', '\u200b', 'Vul in: Wat spreekt u af'],
    ['nothing but what is no text', '\u0000\u0007', 'Vul in: Wat spreekt u af'],
    [
      'too much',
      'x'.repeat(493),
      '‘Wat spreekt u af?’ is 193 tekens te lang. Maak het korter: er passen 300 tekens.',
    ],
  ])('should refuse a title of %s, say so by its label, and keep nothing', async (_, titel, bericht) => {
    const huis = await huishouden({ plaatsen: {} });
    const compartimentId = await huis.plek('fatima', 'plan', null);
    const voor = opgeslagen(huis.tafel);
    const antwoord = await huis.vraag('fatima', 'POST', '/kaarten', {
      compartimentId,
      soort: 'afspraak',
      titel,
    });
    verwachtWeigering(antwoord, 422, 'body_ongeldig');
    expect(antwoord.body.fouten).toEqual([{ veld: 'titel', bericht }]);
    expect(antwoord.body.detail).toContain(bericht);
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });

  test.each<[string, string, string]>([
    ['NUL', 'Gesprek\u0000', 'Gesprek'],
    ['a line end', 'Gesprek\r\nop school', 'Gesprek op school'],
    ['half of a surrogate pair', 'Gesprek \ud83d', 'Gesprek'],
    ['a direction left open', '\u202eGesprek', '\u202eGesprek\u202c'],
  ])('should keep a title with %s without it', async (_, titel, bewaard) => {
    const huis = await huishouden({ plaatsen: {} });
    const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel });
    expect(kaartVan(await huis.bord('fatima'), id)).toMatchObject({ titel: bewaard });
  });

  test('should show any string as it is kept, on the board and after a change, or refuse it', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const compartimentId = await huis.plek('fatima', 'plan', null);
    await fc.assert(
      fc.asyncProperty(WILLEKEURIG, async (titel) => {
        const antwoord = await huis.vraag('fatima', 'POST', '/kaarten', {
          compartimentId,
          soort: 'doel',
          titel,
        });
        const bewaard = normaliseer('regel', titel);
        if (!isZichtbaar(bewaard)) return verwachtWeigering(antwoord, 422, 'body_ongeldig');
        expect([antwoord.status, antwoord.body.titel]).toEqual([201, bewaard]);
        const { id } = antwoord.body;
        expect(kaartVan(await huis.bord('fatima'), id)).toMatchObject({ titel: bewaard });
        const { versie } = antwoord.body;
        const weer = await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, { versie, titel: bewaard });
        expect([weer.status, weer.body.titel]).toEqual([200, bewaard]);
      }),
      { numRuns: 40 },
    );
    expect(huis.tafel.fouten).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['a year of two digits', { uiterlijk: '0027-12-01' }, 'het jaar met vier cijfers'],
    ['a term that is past', { uiterlijk: '2026-02-01' }, 'kies 2 februari 2026 of een latere dag'],
    ['a term too far off', { uiterlijk: '2031-02-04' }, 'kies 3 februari 2031 of een eerdere dag'],
  ])('should refuse %s', async (_, velden, bericht) => {
    const huis = await huishouden({ plaatsen: {} });
    const compartimentId = await huis.plek('fatima', 'plan', null);
    const antwoord = await huis.vraag('fatima', 'POST', '/kaarten', {
      compartimentId,
      soort: 'afspraak',
      titel: 'x',
      ...velden,
    });
    verwachtWeigering(antwoord, 422, 'body_ongeldig');
    expect(antwoord.body.detail).toContain(`‘Uiterlijk klaar op’: `);
    expect(antwoord.body.detail).toContain(bericht);
  });

  test('should know today by the clock of the house, in the Netherlands', async () => {
    // Half past midnight there, half past eleven the evening before in UTC.
    const huis = await huishouden({ plaatsen: {}, nu: Date.UTC(2026, 1, 2, 23, 30) });
    const compartimentId = await huis.plek('fatima', 'plan', null);
    const besluit = (datum: string) => ({
      compartimentId,
      soort: 'besluit',
      titel: 'x',
      datum,
      motivering: 'y',
    });
    expect((await huis.vraag('fatima', 'POST', '/kaarten', besluit('2026-02-03'))).status).toBe(201);
    const morgen = await huis.vraag('fatima', 'POST', '/kaarten', besluit('2026-02-04'));
    verwachtWeigering(morgen, 422, 'body_ongeldig');
  });

  test.each(['9999-12-31', '9999-12-31T23:59:59Z', '2036-02-04'])(
    'should refuse a seat until %s, at its field',
    async (tot) => {
      const huis = await huishouden({ plaatsen: { ali: ['moeder'] } });
      const antwoord = await huis.vraag('fatima', 'PATCH', `/deelnemers/${huis.zetelVan('ali')}`, { tot });
      verwachtWeigering(antwoord, 422, 'body_ongeldig');
      expect(antwoord.body.fouten).toEqual([
        { veld: 'tot', bericht: '‘Tot wanneer?’: kies 3 februari 2036 of een eerdere dag.' },
      ]);
      expect(huis.tafel.fouten).toEqual([]);
    },
  );
});

test.each([
  ['a folder without a name', { REGIETAFEL_DATA: ' \u200b' }],
  ['a folder with NUL in its name', { REGIETAFEL_SLEUTELS: 'sleutels\u0000' }],
])('ST9: should refuse to start with %s', (_, omgeving) => {
  expect(() => leesInstellingen(omgeving)).toThrow('moet de naam van een map zijn');
});

describe('ST2: bounds move on', () => {
  test('should read a term of six years ago, and let it stay when something else is changed', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const { id, versie: eerst } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      uiterlijk: '2026-02-04',
    });
    huis.tafel.klok.nu += 6 * 366 * DAG;
    const fatima = await huis.tafel.meldAan(huis.persoonId('fatima'));
    const pad = `/casussen/${huis.casusId}`;
    expect(kaartVan((await fatima.verzoek('GET', pad)).body, id)).toMatchObject({ uiterlijk: '2026-02-04' });
    expect((await fatima.verzoek('GET', '/werkvoorraad')).status).toBe(200);
    const titel = await fatima.verzoek('PATCH', `${pad}/kaarten/${id}`, {
      versie: eerst,
      titel: 'Terugbellen',
    });
    expect([titel.status, titel.body.uiterlijk]).toEqual([200, '2026-02-04']);
    const { versie } = titel.body;
    const zelfde = await fatima.verzoek('PATCH', `${pad}/kaarten/${id}`, { versie, uiterlijk: '2026-02-04' });
    expect(zelfde.status).toBe(200);
    const ander = await fatima.verzoek('PATCH', `${pad}/kaarten/${id}`, {
      versie: zelfde.body.versie,
      uiterlijk: '2026-02-05',
    });
    verwachtWeigering(ander, 422, 'body_ongeldig');
    expect(ander.body.fouten).toMatchObject([{ veld: 'uiterlijk' }]);
  });
});

const WILLEKEURIG = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.nat(0xffff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.constantFrom('\u0000', '\n', '\u2028', '\u200b', '\u202e', '\u2069', '\ud83d', 'e', '\u0301'), {
      maxLength: 20,
    })
    .map((delen) => delen.join('')),
);

function kaartVan(bord: { kaarten: readonly { id: string }[] }, id: string): unknown {
  return bord.kaarten.find((kaart) => kaart.id === id);
}

/** The path of every leaf of a schema; one that takes anything of its type ends with `!`. */
function bladeren(schema: z.core.$ZodType, pad: string): string[] {
  if (schema instanceof Veldschema) return [pad];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([naam, veld]) =>
      bladeren(veld as z.core.$ZodType, `${pad}.${naam}`),
    );
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((keuze) => bladeren(keuze, `${pad}${soortVan(keuze)}`));
  }
  if (schema instanceof z.ZodArray) return bladeren(schema.element, pad);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return bladeren(schema.unwrap(), pad);
  }
  const isBegrensd =
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodUUID ||
    // In one form, such as a time of the day.
    (schema instanceof z.ZodString && heeftVorm(schema)) ||
    (schema instanceof z.ZodNumber && schema.minValue !== null && Number.isFinite(schema.minValue));
  return [isBegrensd ? pad : `${pad}!`];
}

function heeftVorm(schema: z.ZodString): boolean {
  return schema._zod.def.checks?.some(({ _zod }) => _zod.def.check === 'string_format') === true;
}

/** `.hulp`, of a kaart of that sort. */
function soortVan(schema: z.core.$ZodType): string {
  const soort = schema instanceof z.ZodObject ? schema.shape.soort : undefined;
  return soort instanceof z.ZodLiteral ? `.${String(soort.value)}` : '';
}
