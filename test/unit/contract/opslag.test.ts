import { describe, expect, test } from 'vitest';
import { Kaart, KaartInhoud, NieuweStap, Stap } from '../../../shared/contract/kaarten.ts';
import { z } from '../../../shared/contract/zod.ts';
import { grensVan } from '../../../shared/invoer/invoer.ts';
import { SOORTEN } from '../../../shared/invoer/soorten.ts';
import { leesInvoer, Veldschema } from '../../../shared/invoer/velden.ts';

// ST2: whatever a write takes, reading takes, and so does what goes out: of each sort of kaart, at the bounds of each
// of its fields.

const VANDAAG = '2026-02-03';
const ID = '5f0c4a6e-0000-4000-8000-000000000001';

/** Values of a field: of its kind those at its bounds and just over, and what people paste. */
function waarden(schema: unknown): readonly unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return [undefined, ...waarden(schema.unwrap())];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodArray) {
    const ids = (aantal: number) =>
      Array.from({ length: aantal }, (_, n) => `5f0c4a6e-0000-4000-8000-${String(n).padStart(12, '0')}`);
    return [[], [ID, ID], ids(40), ids(10_000)];
  }
  if (!(schema instanceof Veldschema)) throw new Error('a field of which nobody knows the bounds');
  const { soort } = schema._zod.def;
  const kind = SOORTEN[soort];
  if (kind.vorm === 'verwijzing') return soort === 'kenmerk' ? [ID] : ['a', 'a'.repeat(60)];
  if (kind.vorm === 'regel' || kind.vorm === 'tekst') {
    const { hoogstens } = kind;
    return [
      'a',
      ' a ',
      'a'.repeat(hoogstens),
      'a'.repeat(hoogstens + 1),
      'e\u0301'.repeat(hoogstens),
      '👩‍👧'.repeat(Math.floor(hoogstens / 3)),
      'ﬁ\u0958\u0340'.repeat(Math.floor(hoogstens / 3)),
      '\u202eomgekeerd',
      'half \ud83d teken',
      'een\r\ntwee\u0000drie',
      '\u200b',
      '__proto__',
    ];
  }
  // What is left is a day: its kinds are the keys of SOORTEN with these forms.
  const { vroegst, laatst } = grensVan(soort as Parameters<typeof grensVan>[0], VANDAAG);
  return [vroegst, laatst, VANDAAG, '0001-01-01', '9999-12-31', '2026-02-30'];
}

/** Every combination would be too many: each value of each field, beside good ones of the others. */
function* inhouden(optie: (typeof KaartInhoud.options)[number]): Generator<Record<string, unknown>> {
  const { soort, ...velden } = optie.shape;
  const perVeld = Object.entries(velden).map(([naam, schema]) => [naam, waarden(schema)] as const);
  const goed = Object.fromEntries(
    perVeld.map(([naam, lijst]) => [
      naam,
      lijst.find((waarde) => waarde !== undefined && isGoed(velden, naam, waarde)),
    ]),
  );
  for (const [naam, lijst] of perVeld)
    for (const waarde of lijst) yield { soort: soort.value, ...goed, [naam]: waarde };
}

function isGoed(velden: object, naam: string, waarde: unknown): boolean {
  const schema: unknown = Reflect.get(velden, naam);
  return schema instanceof z.ZodType && leesInvoer(schema, waarde, { vandaag: VANDAAG }).success;
}

describe('ST2: what a write takes, reading takes', () => {
  test.each(KaartInhoud.options.map((optie) => [optie.shape.soort.value, optie] as const))(
    'of a kaart of sort %s, at the bounds of its fields',
    (soort, optie) => {
      let genomen = 0;
      let geweigerd = 0;
      for (const gegeven of inhouden(optie)) {
        const invoer = leesInvoer(KaartInhoud, gegeven, { vandaag: VANDAAG });
        if (!invoer.success) {
          geweigerd += 1;
          continue;
        }
        genomen += 1;
        // As it comes from the disk, whenever that is.
        const opgeslagen = KaartInhoud.parse(JSON.parse(JSON.stringify(invoer.data)));
        expect(opgeslagen).toEqual(invoer.data);
        const uit = Kaart.parse({
          ...opgeslagen,
          id: ID,
          compartimentId: ID,
          titel: opgeslagen.titel ?? '',
          versie: 'x'.repeat(16),
          door: null,
          gewijzigdOp: '2026-02-03T09:00:00.000Z',
          ...(soort === 'afspraak' ? { ikVoerUit: false, stappen: [] } : {}),
        });
        expect(uit).toMatchObject(opgeslagen);
      }
      expect(genomen).toBeGreaterThan(1);
      // Else no bound was reached.
      expect(geweigerd).toBeGreaterThan(soort === 'wet' ? 0 : 1);
    },
  );

  test('of a step of an afspraak', () => {
    let genomen = 0;
    for (const tekst of waarden(NieuweStap.shape.tekst)) {
      const invoer = leesInvoer(NieuweStap, { stand: 'bezig', tekst }, { vandaag: VANDAAG });
      if (!invoer.success) continue;
      genomen += 1;
      const uit = { ...invoer.data, id: ID, op: '2026-02-03T09:00:00.000Z', door: null };
      expect(Stap.safeParse(uit).success).toBe(true);
    }
    expect(genomen).toBeGreaterThan(5);
  });
});
