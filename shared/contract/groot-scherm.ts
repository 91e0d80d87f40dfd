import { kenmerkenInVraag } from '../invoer/velden.ts';
import { Id } from './gedeeld.ts';
import { Kaart } from './kaarten.ts';
import { Lid } from './leden.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** What may stand on the big screen for a chosen audience: no names, only what each of them may read. */
export const GrootScherm = z
  .strictObject({
    label: z.string(),
    leden: z.array(Lid),
    /** Roles of who looks along, without names. */
    publiek: z.array(z.string()),
    compartimenten: z.array(z.strictObject({ id: Id, categorie: z.string(), lidId: Id.nullable() })),
    kaarten: z.array(Kaart),
    /** Of those compartments, in which something stands that can't be read (ST1). */
    onleesbaar: z.array(Id),
  })
  .openapi('GrootScherm');
export type GrootScherm = z.infer<typeof GrootScherm>;

export const grootScherm = opdracht('casus.grootScherm', {
  samenvatting: 'Wat op het grote scherm mag voor wie erbij zijn',
  query: z.strictObject({ deelnemerIds: kenmerkenInVraag('Wie zijn erbij?').optional() }),
  sessie: 'nodig',
  codes: ['verwijzing_onbekend'],
  handeling: 'groot_scherm',
  antwoord: { status: 200, schema: GrootScherm, beschrijving: 'Wat ieder van hen mag lezen, zonder namen' },
});
