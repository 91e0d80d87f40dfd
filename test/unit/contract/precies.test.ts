import { describe, expect, test } from 'vitest';
import { voor } from '../../../server/http/route.ts';
import { type Bord, casuslijst, haalBord } from '../../../shared/contract/casussen.ts';
import { openCompartiment } from '../../../shared/contract/compartimenten.ts';
import { OPDRACHTEN } from '../../../shared/contract/contract.ts';
import { type Kaart, verwijderKaart, wijzigKaart } from '../../../shared/contract/kaarten.ts';
import { voegLidToe, wijzigLid } from '../../../shared/contract/leden.ts';
import { GEBEURTENISSEN, type LiveBericht } from '../../../shared/contract/live.ts';
import { opdracht } from '../../../shared/contract/opdracht.ts';
import { precies } from '../../../shared/contract/precies.ts';
import { Probleem } from '../../../shared/contract/probleem.ts';
import type { z } from '../../../shared/contract/zod.ts';
import { VAN_SERVER } from '../../../shared/sync/besturing.ts';

// What a field too many is, `npm run types` says of the lines under `@ts-expect-error`: one that is no error is red.

declare const bord: Bord;
declare const kaart: Kaart;
declare const doel: Extract<Kaart, { soort: 'doel' }>;
declare const lid: { id: string; rol: string };
const toelaten = () => null;
const opnieuw = { waar: () => 'x', antwoord: () => lid };
const vorm = {
  samenvatting: 'x',
  sessie: 'nodig',
  codes: [],
  antwoord: { status: 204, beschrijving: 'x' },
} as const;

describe('What goes out', () => {
  test('should be what the contract says, by type', () => {
    const goed = [
      () => voor(haalBord, { toelaten, doe: () => bord }),
      () => voor(haalBord, { toelaten, doe: () => ({ ...bord, kaarten: [...bord.kaarten] }) }),
      () => voor(wijzigKaart, { toelaten, doe: () => (Math.random() < 2 ? kaart : { ...doel, titel: 'x' }) }),
      () => voor(verwijderKaart, { toelaten, doe: () => undefined }),
    ];
    expect(goed).toHaveLength(4);
  });

  test('should have no field too many on the board, also through a spread', () => {
    const meer = { tijdperk: 'x', makerId: 'y' };
    const lek = [
      // @ts-expect-error at the top
      () => voor(haalBord, { toelaten, doe: () => ({ ...bord, tijdperk: 'x' }) }),
      // @ts-expect-error by a spread of something that holds it
      () => voor(haalBord, { toelaten, doe: () => ({ ...bord, ...meer }) }),
      () =>
        voor(haalBord, {
          toelaten,
          // @ts-expect-error on each tile, in a list
          doe: () => ({ ...bord, compartimenten: bord.compartimenten.map((een) => ({ ...een, ...meer })) }),
        }),
      () =>
        voor(haalBord, {
          toelaten,
          doe: () => ({
            ...bord,
            // @ts-expect-error two deep: in who reads along with a tile
            compartimenten: bord.compartimenten.map((een) => ({
              ...een,
              publiek: een.publiek && { ...een.publiek, aantal: 3 },
            })),
          }),
        }),
      // @ts-expect-error what may be there or not
      () => voor(haalBord, { toelaten, doe: (): Bord & { tijdperk?: string } => bord }),
    ];
    expect(lek).toHaveLength(5);
  });

  test('should have no field too many in a kaart, whatever its sort', () => {
    const lek = [
      // @ts-expect-error of no sort at all
      () => voor(wijzigKaart, { toelaten, doe: () => ({ ...kaart, makerId: 'x' }) }),
      // @ts-expect-error of another sort
      () => voor(wijzigKaart, { toelaten, doe: () => ({ ...doel, ikVoerUit: true }) }),
      () =>
        voor(wijzigKaart, {
          toelaten,
          // @ts-expect-error in one of two answers, each said to be precise
          doe: () => (Math.random() < 2 ? kaart : precies<Kaart>()({ ...doel, makerId: 'x' })),
        }),
      () =>
        voor(openCompartiment, {
          toelaten,
          // @ts-expect-error in a list of them
          doe: () => ({ velden: [], kaarten: [kaart].map((een) => ({ ...een, makerId: 'x' })) }),
        }),
      // @ts-expect-error where nothing is answered
      () => voor(verwijderKaart, { toelaten, doe: () => kaart }),
    ];
    expect(lek).toHaveLength(5);
  });

  test('should have no field too many in an event, a list, a member', () => {
    const lek = [
      () =>
        precies<LiveBericht<'kaart'>>()({
          casusId: 'x',
          // @ts-expect-error in the kaart of an event
          kaart: { ...kaart, makerId: 'x' },
        }),
      // @ts-expect-error beside it
      () => precies<LiveBericht<'kaart'>>()({ casusId: 'x', kaart, waarom: 'x' }),
      // @ts-expect-error in an event without content
      () => precies<LiveBericht<'zicht'>>()({ casusId: 'x', compartimentId: 'y' }),
      () =>
        voor(casuslijst, {
          toelaten,
          doe: () => ({
            // @ts-expect-error in the members of a casus of a list
            casussen: [
              { id: 'x', label: 'x', status: 'nazorg', regisseur: 'x', leden: [{ ...lid, bsn: 'x' }] },
            ],
          }),
        }),
      // @ts-expect-error in what was made
      () => voor(voegLidToe, { toelaten, opnieuw, doe: () => ({ ...lid, naam: 'x' }) }),
      () =>
        voor(voegLidToe, {
          toelaten,
          doe: () => lid,
          // @ts-expect-error in what was made before
          opnieuw: { waar: () => 'x', antwoord: () => ({ ...lid, naam: 'x' }) },
        }),
    ];
    expect(lek).toHaveLength(6);
  });

  test('ST13: should say of each command that makes something what asking again gives, and of no other', () => {
    const fout = [
      // @ts-expect-error nothing, so that it would be made twice
      () => voor(voegLidToe, { toelaten, doe: () => lid }),
      // @ts-expect-error of what only changes something
      () => voor(wijzigLid, { toelaten, opnieuw, doe: () => lid }),
      // @ts-expect-error a POST that doesn’t say whether it makes something
      () => opdracht('kaart.zetStap', { ...vorm, handeling: 'stap_gezet' }),
      // @ts-expect-error a PATCH that does
      () => opdracht('lid.wijzig', { ...vorm, handeling: 'lid_gewijzigd', maakt: true }),
    ];
    expect(fout).toHaveLength(4);
    expect(voor(voegLidToe, { toelaten, opnieuw, doe: () => lid }).opnieuw).toBeDefined();
  });

  test('should have a schema wherever it isn’t 204, and each object in it is strict', () => {
    const zonder = Object.values(OPDRACHTEN).filter(({ antwoord: { status, schema } }) =>
      status === 204 ? schema !== undefined : schema === undefined,
    );
    expect(zonder).toEqual([]);
    const schemas: readonly (readonly [string, z.core.$ZodType | undefined])[] = [
      ...Object.values(OPDRACHTEN).map(({ naam, antwoord }) => [naam, antwoord.schema] as const),
      ...Object.entries(GEBEURTENISSEN),
      ...Object.entries(VAN_SERVER),
      ['a refusal', Probleem],
    ];
    for (const [naam, schema] of schemas) {
      if (schema !== undefined) expect(losseObjecten(schema, naam)).toEqual([]);
    }
  });
});

/** Where in a schema more may stand than it names. */
function losseObjecten(schema: z.core.$ZodType, pad: string): string[] {
  // Every schema that zod makes is one of these.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return [
        ...(def.catchall?._zod.def.type === 'never' ? [] : [`${pad} is not strict`]),
        ...Object.entries(def.shape).flatMap(([veld, deel]) => losseObjecten(deel, `${pad}.${veld}`)),
      ];
    case 'array':
      return losseObjecten(def.element, `${pad}[]`);
    case 'union':
      return def.options.flatMap((optie, i) => losseObjecten(optie, `${pad}|${i}`));
    case 'optional':
    case 'nullable':
    case 'readonly':
      return losseObjecten(def.innerType, pad);
    case 'string':
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
      return [];
    default:
      return [`${pad} is a ${def.type}, which this test doesn’t look into`];
  }
}
