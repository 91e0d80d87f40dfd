import * as contract from '../../shared/contract/regie.ts';
import * as hand from '../../shared/contract/tweede-hand.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import type { Casussen } from '../casus/casus.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import { verwijzingOnbekend } from '../kern/weigering.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Regie } from './regie.ts';

/** Who directs, and what waits for who has no seat. */
export function regieroutes(behoeften: { regie: Regie; toegang: Toegang; casussen: Casussen }): Route[] {
  const { regie, toegang, casussen } = behoeften;
  const { overdragen, waarnemen, vervangen, wegen, bevestigen, tweedeHanden } = regie;
  const eisKijk = (v: Verzoek<{ readonly casusId: string }>) => toegang.eisKijk(v.params.casusId, wieVan(v));
  const eisHouder = (v: Verzoek<{ readonly casusId: string }>) => overdragen.eisHouder(eisKijk(v));
  const eisBetrokken =
    (als: 'voorsteller' | 'voorgestelde') =>
    (v: Verzoek<{ readonly casusId: string; readonly voorstelId: string }>) => {
      const kijk = eisKijk(v);
      overdragen.eisBetrokken(kijk, v.params.voorstelId, als);
      return kijk;
    };
  return [
    voor(contract.haalRegie, { toelaten: eisKijk, doe: (kijk) => regie.voor(kijk) }),
    voor(contract.stelRegieVoor, {
      toelaten: eisHouder,
      doe: (kijk, { body }) => ({ id: overdragen.stelVoor(kijk, body) }),
      opnieuw: {
        waar: (kijk) => casussen.regieVan(kijk.beeld.id).id,
        antwoord: (kijk, _, id) => (overdragen.kent(kijk.beeld.id, id) ? { id } : null),
      },
    }),
    voor(contract.aanvaardRegie, {
      toelaten: eisBetrokken('voorgestelde'),
      doe: (kijk, { body, params }) => overdragen.aanvaard(kijk, params.voorstelId, body),
    }),
    voor(contract.weigerRegie, {
      toelaten: eisBetrokken('voorgestelde'),
      doe: (kijk, { body, params }) => overdragen.weiger(kijk, params.voorstelId, body.reden),
    }),
    voor(contract.trekRegieIn, {
      toelaten: eisBetrokken('voorsteller'),
      doe: (kijk, { params }) => overdragen.trekIn(kijk, params.voorstelId),
    }),
    voor(contract.weeg, {
      toelaten: (v) => {
        const kijk = eisKijk(v);
        wegen.eisWeger(kijk);
        return kijk;
      },
      doe: (kijk, { body }) => wegen.weeg(kijk, body),
    }),
    voor(contract.laatWaarnemen, {
      toelaten: eisHouder,
      doe: (kijk, { body }) => ({ id: waarnemen.stelIn(kijk, body) }),
      opnieuw: {
        waar: (kijk) => casussen.regieVan(kijk.beeld.id).id,
        antwoord: (kijk, _, id) =>
          casussen.feiten.waarnemingenVan(kijk.beeld.id).some((een) => een.id === id) ? { id } : null,
      },
    }),
    voor(contract.stopWaarnemen, { toelaten: eisHouder, doe: (kijk) => waarnemen.stop(kijk) }),
    voor(hand.tweedeHand, {
      toelaten: wieVan,
      doe: (wie) => ({ wacht: tweedeHanden.wacht(wie), waarTeNemen: vervangen.lijst(wie) }),
    }),
    voor(hand.beslisTweedeHand, {
      toelaten: wieVan,
      doe: (wie, { body, params }) => tweedeHanden.beslis(wie, params.tweedeHandId, body),
    }),
    voor(hand.doeTweedeHand, {
      toelaten: wieVan,
      doe: (wie, { body }) => ({
        id: body.soort === 'bevestiging' ? bevestigen.doe(wie, body) : vervangen.doe(wie, body),
      }),
      opnieuw: {
        waar: (wie, { body }) => {
          const casusId =
            body.soort === 'bevestiging'
              ? bevestigen.casusVan(wie, body)
              : vervangen.casusVan(wie, body.casusLabel);
          if (casusId === null) throw verwijzingOnbekend('casusLabel');
          return casussen.regieVan(casusId).id;
        },
        antwoord: (wie, { body }, id) => {
          // Who was confirmed is, for as long as the seat lasts; when it doesn't, nobody of theirs sits there.
          if (body.soort === 'bevestiging') return { id };
          const gedaan = vervangen.gedaan(wie, body, id);
          return gedaan === null ? null : { id: gedaan };
        },
      },
    }),
  ];
}
