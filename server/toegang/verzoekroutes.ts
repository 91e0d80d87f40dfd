import {
  besluit,
  doeVerzoek,
  verzoeken as lijst,
  sluitVoorAdvies,
  trekIn,
} from '../../shared/contract/toegangsverzoeken.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import type { Casussen } from '../casus/casus.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import type { Toegang } from './toegang.ts';
import type { Verzoeken } from './verzoeken.ts';
import type { VoorAdvies } from './voor-advies.ts';

/** Asking to read along, and deciding on it. */
export function verzoekroutes(behoeften: {
  toegang: Toegang;
  casussen: Casussen;
  verzoeken: Verzoeken;
  voorAdvies: VoorAdvies;
}): Route[] {
  const { toegang, casussen, verzoeken, voorAdvies } = behoeften;
  const eisKijk = (v: Verzoek<{ readonly casusId: string }>) => toegang.eisKijk(v.params.casusId, wieVan(v));
  return [
    voor(doeVerzoek, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        return { kijk, compartiment: verzoeken.eisVraagbaar(kijk, v.params.compartimentId) };
      },
      doe: ({ kijk, compartiment }, { body }) => verzoeken.doe(kijk, compartiment, body),
      opnieuw: {
        // Where stands why it was asked.
        waar: ({ kijk }) => casussen.regieVan(kijk.beeld.id).id,
        antwoord: ({ kijk }, _, id) => verzoeken.gedaan(kijk, id),
      },
    }),
    voor(lijst, {
      toelaten: eisKijk,
      doe: (kijk) => ({ verzoeken: verzoeken.lijst(kijk), openVoorAdvies: voorAdvies.lijst(kijk) }),
    }),
    voor(besluit, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        return { kijk, gericht: verzoeken.eisGericht(kijk, v.params.verzoekId) };
      },
      doe: ({ kijk, gericht }, { body }) => verzoeken.besluit(kijk, gericht, body),
    }),
    voor(trekIn, {
      toelaten: eisKijk,
      doe: (kijk, { params }) => verzoeken.trekIn(kijk, params.verzoekId),
    }),
    voor(sluitVoorAdvies, {
      toelaten: eisKijk,
      doe: (kijk, { params }) => voorAdvies.sluit(kijk, params.openingId),
    }),
  ];
}
