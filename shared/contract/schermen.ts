import { aantal, keuze, regel } from '../invoer/velden.ts';
import { WETTEN } from '../plan/kaartsoorten.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { SCHERMBEELDEN } from '../scherm.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** What stands on the big screen now (OV4): one page of the tafelblad, without names. */
export const Schermbeeld = z
  .strictObject({
    /** From 1. */
    blad: z.number().int(),
    bladen: z.number().int(),
    /** On the first page. */
    vraag: z.string().nullable(),
    gelegd: z.array(z.string()),
    /** What the table wrote: a sentence comes when it is finished. */
    regels: z.array(z.string()),
    afspraken: z.array(
      z.strictObject({
        titel: z.string(),
        /** Roles, of the household and of who works with it. */
        wie: z.array(z.string()),
        uiterlijk: z.iso.date().nullable(),
        wet: z.enum(WETTEN).nullable(),
      }),
    ),
    /** Roles of who sits at the table. */
    leestMee: z.array(z.string()),
  })
  .openapi('Schermbeeld');
export type Schermbeeld = z.infer<typeof Schermbeeld>;

/** A big screen of an overleg, to who leads it. */
export const Scherm = z
  .strictObject({
    id: Id,
    /** Whether the code was given at a screen; else until when it can be. */
    gekoppeld: z.boolean(),
    codeTot: z.iso.datetime(),
    /** Its line is there. */
    erbij: z.boolean(),
    /** Which page stands on it, of how many; null: it is dark. */
    beeld: z.strictObject({ blad: z.number().int(), bladen: z.number().int() }).nullable(),
  })
  .openapi('Scherm');
export type Scherm = z.infer<typeof Scherm>;

/** Body of `POST …/schermen/{sid}/beeld`. */
export const NieuwBeeld = z
  .strictObject({
    beeld: keuze(SCHERMBEELDEN, L.beeld),
    /** Past the last: the last. */
    blad: aantal(L.blad, 1, 1_000).default(1),
  })
  .openapi('NieuwBeeld');
export type NieuwBeeld = z.infer<typeof NieuwBeeld>;

export const koppelScherm = opdracht('scherm.koppel', {
  samenvatting: 'Een code voor een groot scherm bij dit overleg (wie het leidt)',
  sessie: 'nodig',
  codes: ['alleen_voorzitter', 'stap_past_niet', 'te_veel_schermen'],
  handeling: 'scherm_gekoppeld',
  maakt: { geen: 'a code that nobody got to see is over in five minutes, and gives nothing by itself' },
  antwoord: {
    status: 201,
    schema: z.strictObject({ id: Id, code: z.string(), tot: z.iso.datetime() }),
    beschrijving: 'De code: vijf minuten geldig, voor één scherm',
  },
});

export const haalScherm = opdracht('scherm.haal', {
  samenvatting: 'Hoe een groot scherm ervoor staat (wie het overleg leidt)',
  sessie: 'nodig',
  codes: ['alleen_voorzitter'],
  handeling: null,
  antwoord: { status: 200, schema: Scherm, beschrijving: 'Het scherm' },
  alleenProgramma: 'the screen of who leads has it with the overleg',
});

export const toonOpScherm = opdracht('scherm.toon', {
  samenvatting: 'Het tafelblad op een groot scherm zetten, of het donker maken (wie het overleg leidt)',
  body: NieuwBeeld,
  sessie: 'nodig',
  codes: ['alleen_voorzitter', 'stap_past_niet'],
  handeling: 'scherm_toont',
  maakt: { geen: 'it says what is on it: asked twice it is the same' },
  antwoord: { status: 200, schema: Scherm, beschrijving: 'Het scherm zoals het nu is' },
});

export const ontkoppelScherm = opdracht('scherm.ontkoppel', {
  samenvatting: 'Een groot scherm loskoppelen: het gaat uit (wie het overleg leidt)',
  sessie: 'nodig',
  codes: ['alleen_voorzitter'],
  handeling: 'scherm_ontkoppeld',
  antwoord: { status: 204, beschrijving: 'Losgekoppeld' },
});

export const beginSchermsessie = opdracht('schermsessie.begin', {
  samenvatting: 'Een groot scherm aanmelden met de code van de voorzitter',
  body: z.strictObject({ code: regel(L.schermcode) }),
  sessie: 'geen',
  codes: ['code_onbekend', 'persoonsgegeven_geweigerd'],
  handeling: 'scherm_begonnen',
  maakt: { geen: 'a code is good for one screen: the second is refused' },
  antwoord: {
    status: 201,
    schema: z.strictObject({ id: Id }),
    beschrijving: 'Aangemeld; de cookie opent het beeld en verder niets',
  },
});

export const haalBeeld = opdracht('scherm.beeld', {
  samenvatting: 'Wat er nu op dit grote scherm staat',
  sessie: 'scherm',
  codes: [],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({ beeld: Schermbeeld.nullable() }),
    beschrijving: 'Het beeld; null: er staat nu niets op',
  },
});
