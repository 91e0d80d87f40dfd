import { opdracht } from './opdracht.ts';
import { Veld } from './velden.ts';

export const beginConcept = opdracht('concept.begin', {
  samenvatting: 'Beginnen aan een concept bij een tekst, of verdergaan met wat u er had',
  sessie: 'nodig',
  codes: ['alleen_lezen'],
  handeling: { geen: 'what one is still writing is nobody’s, and not in the record, until it is shared' },
  maakt: true,
  antwoord: { status: 201, schema: Veld, beschrijving: 'De tekst van uw concept; alleen u ziet die' },
});

export const verbeterTekst = opdracht('concept.verbeter', {
  samenvatting:
    'Een tekst verbeteren in een concept dat met zijn woorden begint, of verdergaan met het concept dat u er had',
  sessie: 'nodig',
  codes: ['alleen_lezen'],
  handeling: { geen: 'what one is still writing is nobody’s, and not in the record, until it is shared' },
  maakt: true,
  antwoord: {
    status: 201,
    schema: Veld,
    beschrijving: 'De tekst van uw concept; alleen u ziet die, zolang die tekst voor u open is',
  },
});

export const deelConcept = opdracht('concept.deel', {
  samenvatting: 'Een concept delen met wie de tekst lezen waar het bij hoort',
  sessie: 'nodig',
  codes: ['alleen_lezen', 'tekst_vol', 'persoonsgegeven_geweigerd'],
  handeling: 'concept_gedeeld',
  maakt: { geen: 'what was shared is no concept any more, and is not there to be shared again' },
  antwoord: { status: 204, beschrijving: 'Het staat nu in die tekst, en nergens anders' },
});

export const gooiConceptWeg = opdracht('concept.gooiWeg', {
  samenvatting: 'Een concept weggooien',
  sessie: 'nodig',
  codes: [],
  handeling: { geen: 'nobody but its writer ever knew of it' },
  antwoord: { status: 204, beschrijving: 'Het is weg' },
});
