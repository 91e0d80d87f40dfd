import * as contract from '../../shared/contract/advies.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Advies, Blik } from './advies.ts';

/** Asking a gedragsdeskundige for advice, giving it, and saying what the team does with it. */
export function adviesroutes({ toegang, advies }: { toegang: Toegang; advies: Advies }): Route[] {
  type Bij = Verzoek<{ readonly adviesvraagId: string }>;
  const eisKijk = (v: Verzoek<{ readonly casusId: string }>) => toegang.eisKijk(v.params.casusId, wieVan(v));
  const eisBlik = (v: Bij) => advies.eisBlik(wieVan(v), v.params.adviesvraagId);
  const eisDeskundige = (v: Bij) => advies.eisDeskundige(wieVan(v), v.params.adviesvraagId);
  const eisVrager = (v: Bij) => advies.eisVrager(wieVan(v), v.params.adviesvraagId);
  /** Of something that was written at a question. */
  const eenmaal = {
    waar: ({ compartiment }: Blik) => compartiment.id,
    antwoord: (blik: Blik, _: unknown, id: string) => (advies.schreef(blik, id) ? { id } : null),
  };
  return [
    voor(contract.stelAdviesvraag, {
      toelaten: eisKijk,
      doe: (kijk, { body }) => ({ id: advies.stel(kijk, body) }),
      opnieuw: {
        waar: (_kijk, _verzoek, id) => id,
        antwoord: (kijk, _, id) => (advies.blik(kijk.wie, id)?.als === 'vrager' ? { id } : null),
      },
    }),
    voor(contract.kijkAdviesNa, {
      toelaten: eisKijk,
      doe: (kijk, { query, kosten }) => advies.kijkNa(kijk, query.compartimentIds.split(','), kosten),
    }),
    voor(contract.adviesvragen, {
      toelaten: wieVan,
      doe: (wie) => ({ adviesvragen: advies.lijst(wie) }),
    }),
    voor(contract.haalAdviesvraag, {
      toelaten: eisBlik,
      doe: (blik, { kosten }) => advies.haal(blik, kosten),
    }),
    voor(contract.trekAdviesvraagIn, { toelaten: eisVrager, doe: (blik) => advies.trekIn(blik) }),
    voor(contract.neemAdviesvraagAan, { toelaten: eisBlik, doe: (blik) => advies.neemAan(blik) }),
    voor(contract.geefAdviesvraagTerug, { toelaten: eisDeskundige, doe: (blik) => advies.geefTerug(blik) }),
    voor(contract.geefAdviesvraagDoor, {
      toelaten: eisDeskundige,
      doe: (blik, { body }) => advies.geefDoor(blik, body),
    }),
    voor(contract.bewaarAdvies, {
      toelaten: eisDeskundige,
      doe: (blik, { body }) => advies.bewaar(blik, body),
    }),
    voor(contract.tekenAdvies, {
      toelaten: eisDeskundige,
      doe: (blik, { body }) => advies.teken(blik, body),
    }),
    voor(contract.zegBijAdvies, {
      toelaten: eisBlik,
      doe: (blik, { body }) => ({ id: advies.zeg(blik, body.tekst) }),
      opnieuw: eenmaal,
    }),
    voor(contract.vulAdviesAan, {
      toelaten: eisDeskundige,
      doe: (blik, { body }) => ({ id: advies.vulAan(blik, body.tekst) }),
      opnieuw: eenmaal,
    }),
    voor(contract.reageerOpAdvies, {
      toelaten: eisVrager,
      doe: (blik, { body }) => advies.reageer(blik, body),
    }),
    voor(contract.koppelAfspraak, {
      toelaten: eisVrager,
      doe: (blik, { body }) => advies.koppelAfspraak(blik, body),
    }),
  ];
}
