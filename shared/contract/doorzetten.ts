import { dag, kenmerken, keuze, tekst } from '../invoer/velden.ts';
import { DOORZETLABELS as L, DOORZETSTANDEN } from '../plan/doorzetten.ts';
import { HOOGUIT_GENOEMD, Kaart, Versie } from './kaarten.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/**
 * Body of `POST …/doorzettingsbesluit`: what becomes another; null: no day any more. Who carries it out and until when is
 * decided by it in any case, and stays as it is when it isn't sent; whether it goes on only when that is sent.
 */
export const Doorzettingsbesluit = z
  .strictObject({
    versie: Versie,
    uitvoerders: kenmerken(L.uitvoerders, HOOGUIT_GENOEMD).optional(),
    uiterlijk: dag('termijn', L.uiterlijk).nullish(),
    stand: keuze(DOORZETSTANDEN, L.stand).optional(),
    reden: tekst(L.reden),
  })
  .openapi('Doorzettingsbesluit');
export type Doorzettingsbesluit = z.infer<typeof Doorzettingsbesluit>;

/** Body of `POST …/bezwaar`. */
export const NieuwBezwaar = z.strictObject({ reden: tekst(L.bezwaar) }).openapi('NieuwBezwaar');
export type NieuwBezwaar = z.infer<typeof NieuwBezwaar>;

export const zetDoor = opdracht('kaart.zetDoor', {
  samenvatting: 'Besluiten wie een afspraak doet, wanneer en of die doorgaat (de regisseur)',
  body: Doorzettingsbesluit,
  sessie: 'nodig',
  codes: [
    'alleen_regisseur',
    'alleen_lezen',
    'geen_afspraak',
    'past_hier_niet',
    'versie_verouderd',
    'loopt_al',
    'verwijzing_onbekend',
    'niet_te_noemen',
    'eerst_bekend',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'doorzetting_besloten',
  maakt: { geen: 'it is decided on what was seen: the second gets a 409' },
  antwoord: { status: 200, schema: Kaart, beschrijving: 'De afspraak zoals zij nu is' },
});

export const maakBezwaar = opdracht('kaart.maakBezwaar', {
  samenvatting: 'Bezwaar maken tegen een besluit van de regisseur over een afspraak (wie die uitvoert)',
  body: NieuwBezwaar,
  sessie: 'nodig',
  codes: [
    'geen_afspraak',
    'niet_doorgezet',
    'niet_uitvoerder',
    'eerst_bekend',
    'loopt_al',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'bezwaar_gemaakt',
  maakt: { geen: 'one a person against one besluit: the second gets a 409' },
  antwoord: { status: 200, schema: Kaart, beschrijving: 'De afspraak, met uw bezwaar' },
});
