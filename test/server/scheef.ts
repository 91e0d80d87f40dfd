import { z } from '../../shared/contract/zod.ts';
import { SOORTEN, type Soort } from '../../shared/invoer/soorten.ts';
import { Veldschema } from '../../shared/invoer/velden.ts';

// What is wrong by the kind of a field (ST9), made from the contract: whoever adds a field adds nothing here.

/** A body that is wrong at one field. */
export interface Scheef {
  readonly veld: string;
  readonly body: unknown;
}

/**
 * Every body that is wrong at one place and good for the rest: what people paste, and what programs send. What may be
 * left out is there, and wrong.
 * @param goed a body that is good; what isn't in it is made up
 */
export function* scheef(schema: z.core.$ZodType, goed: unknown): Generator<Scheef> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    yield* zonder(undefined, scheef(schema.unwrap(), goed));
  } else if (schema instanceof z.ZodNullable) {
    yield* zonder(null, scheef(schema.unwrap(), goed ?? undefined));
  } else if (schema instanceof z.ZodObject) {
    yield* scheefObject(schema, goed);
  } else if (schema instanceof z.ZodArray) {
    const een: unknown = Array.isArray(goed) && goed.length > 0 ? goed[0] : voorbeeld(schema.element);
    for (const body of [undefined, null, 'x', { 0: een, length: 1 }]) yield { veld: '', body };
    const hoogstens = schema._zod.bag.maximum;
    // Longer than a body may be says another test.
    if (typeof hoogstens === 'number' && hoogstens <= 1000)
      yield { veld: '', body: Array.from({ length: hoogstens + 1 }, () => een) };
    for (const { veld, body } of zonder(undefined, scheef(schema.element, een)))
      yield { veld: onder('0', veld), body: [body] };
  } else if (schema instanceof z.ZodUnion) {
    for (const vorm of schema.options) {
      for (const wat of scheef(vorm, z.safeParse(vorm, goed).success ? goed : undefined))
        if (!z.safeParse(schema, wat.body).success) yield wat;
    }
  } else {
    for (const body of scheveBladen(schema)) yield { veld: '', body };
  }
}

function* scheefObject(schema: z.ZodObject, goed: unknown): Generator<Scheef> {
  const rond = typeof goed === 'object' && goed !== null ? goed : voorbeeld(schema);
  for (const body of [undefined, null, 'x', [rond]]) yield { veld: '', body };
  if (schema._zod.def.catchall?._zod.def.type === 'never')
    for (const naam of ['onbekend', 'constructor'])
      yield { veld: '', body: { ...Object(rond), [naam]: 'x' } };
  for (const [naam, deel] of Object.entries<z.core.$ZodType>(schema.shape)) {
    for (const { veld, body } of scheef(deel, Reflect.get(Object(rond), naam)))
      yield { veld: onder(naam, veld), body: { ...Object(rond), [naam]: body } };
  }
}

/** A value that a schema takes, without what may be left out. */
export function voorbeeld(schema: z.core.$ZodType): unknown {
  if (schema instanceof Veldschema) return VOORBEELD[schema._zod.def.soort];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return undefined;
  if (schema instanceof z.ZodNullable) return null;
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries<z.core.$ZodType>(schema.shape).map(([naam, deel]) => [naam, voorbeeld(deel)]),
    );
  if (schema instanceof z.ZodArray) return [voorbeeld(schema.element)];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return schema.minValue;
  if (schema instanceof z.ZodString) return '09:30';
  throw new Error('a field of which this has no example');
}

const ID = '5f0c4a6e-0000-4000-8000-00000000000a';

const VOORBEELD: Readonly<Record<Soort, string>> = {
  regel: 'x',
  vraag: 'x',
  naam: 'x',
  tekst: 'x',
  telefoon: '0182-12 34 56',
  termijn: '2026-03-01',
  gebeurd: '2026-02-01',
  bezwaartermijn: '2026-03-01',
  sinds: '2026-02-01',
  geboortedatum: '1990-02-01',
  begin: '2026-02-10',
  einde: '2026-03-01',
  kenmerk: ID,
  kenmerken: ID,
  code: 'x',
  versie: 'x'.repeat(16),
};

const GEEN_TEKST = [undefined, null, 3, {}, ['x']] as const;

/** What a field without parts never takes. */
function scheveBladen(schema: z.core.$ZodType): readonly unknown[] {
  if (schema instanceof Veldschema) return [...GEEN_TEKST, ...scheveTeksten(schema._zod.def.soort)];
  if (schema instanceof z.ZodEnum) return [...GEEN_TEKST, '', 'bestaat_niet', 'constructor', '__proto__'];
  if (schema instanceof z.ZodBoolean) return [undefined, null, 1, 'ja', {}];
  if (schema instanceof z.ZodNumber) return [undefined, null, -1, 1.5, 2 ** 53, 1e300, '3', [3]];
  // One of the forms of a union says itself which it is.
  if (schema instanceof z.ZodLiteral) return [];
  // A time of the day is the one string that is no field of a kind (`invoer.test.ts`).
  if (schema instanceof z.ZodString) return [...GEEN_TEKST, '', '9:30', '24:00', '09:30\n'];
  throw new Error('a field of which this doesn’t know what is wrong');
}

function scheveTeksten(soort: Soort): readonly string[] {
  const kind = SOORTEN[soort];
  switch (kind.vorm) {
    case 'regel':
    case 'tekst':
      return ['', '\u200b', '\u0000', ' \n\t ', '\ud83d', 'x'.repeat(kind.hoogstens + 1), 'BSN 111222333'];
    case 'telefoon':
      return ['', '\u200b', 'x', '06', '0'.repeat(31)];
    case 'datum':
    case 'moment':
      return [
        '',
        '27',
        '0027-12-01',
        '9999-12-31',
        '2026-02-30',
        '10000-01-01',
        'morgen',
        '2026-02-03T25:00:00Z',
      ];
    case 'verwijzing':
      return VERWEZEN.filter((tekst) => !kind.patroon.test(tekst));
  }
}

const VERWEZEN = ['', '\u200b', '../x', ID.toUpperCase(), ` ${ID}`, `${ID}\n`, `${ID},,`, 'x'.repeat(61)];

function* zonder(wat: unknown, uit: Generator<Scheef>): Generator<Scheef> {
  for (const een of uit) if (een.veld !== '' || een.body !== wat) yield een;
}

const onder = (naam: string, veld: string): string => (veld === '' ? naam : `${naam}.${veld}`);
