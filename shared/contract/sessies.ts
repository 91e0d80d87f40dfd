import { kenmerk } from '../invoer/velden.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Somebody as whom one can sign in to the demo. */
export const DemoMedewerkers = z
  .strictObject({
    medewerkers: z.array(
      z.strictObject({ id: Id, naam: z.string(), functie: z.string(), organisatie: z.string() }),
    ),
  })
  .openapi('DemoMedewerkers');
export type DemoMedewerkers = z.infer<typeof DemoMedewerkers>;

export const NieuweSessie = z.strictObject({ medewerkerId: kenmerk('Wie bent u?') }).openapi('NieuweSessie');

/** Who is signed in. */
export const Sessie = z
  .strictObject({
    medewerkerId: Id,
    naam: z.string(),
    functie: z.string(),
    organisatie: z.string(),
    /** Zetels that I may take, the first proposed. */
    zetels: z.array(z.string()),
    /** Whether one of them is one from which somebody can direct a casus: else there is no *mijn regie*. */
    regisseert: z.boolean(),
    verlooptOp: z.iso.datetime(),
    /** Under which this person's browser keeps what they typed and didn't save (ST15): 32 bytes, base64. */
    kladsleutel: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  })
  .openapi('Sessie');
export type Sessie = z.infer<typeof Sessie>;

export const demoMedewerkers = opdracht('demo.medewerkers', {
  samenvatting: 'De bedachte mensen van de demo',
  sessie: 'geen',
  codes: [],
  handeling: null,
  antwoord: { status: 200, schema: DemoMedewerkers, beschrijving: 'Als wie u zich kunt aanmelden' },
});

export const beginSessie = opdracht('sessie.begin', {
  samenvatting: 'Aanmelden als iemand uit de demo',
  body: NieuweSessie,
  sessie: 'geen',
  codes: ['medewerker_onbekend'],
  handeling: 'aangemeld',
  maakt: { geen: 'nobody is signed in yet whose key it could be, and a session too many ends by itself' },
  antwoord: { status: 201, schema: Sessie, beschrijving: 'Aangemeld; de sessie staat in de cookie' },
});

export const huidigeSessie = opdracht('sessie.huidige', {
  samenvatting: 'Wie ben ik',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: { status: 200, schema: Sessie, beschrijving: 'Wie is aangemeld' },
});

export const eindigSessie = opdracht('sessie.eindig', {
  samenvatting: 'Afmelden',
  sessie: 'nodig',
  codes: [],
  handeling: 'afgemeld',
  antwoord: { status: 204, beschrijving: 'Afgemeld' },
});
