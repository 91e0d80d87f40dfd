import * as agendapunten from '../../shared/contract/agendapunten.ts';
import * as gesprekcontract from '../../shared/contract/gesprek.ts';
import * as oogstcontract from '../../shared/contract/oogst.ts';
import * as overleggen from '../../shared/contract/overleggen.ts';
import * as reeksen from '../../shared/contract/overlegreeksen.ts';
import * as schermcontract from '../../shared/contract/schermen.ts';
import * as tafelcontract from '../../shared/contract/tafelbladen.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import type { Casussen } from '../casus/casus.ts';
import { type Route, type Verzoek, voor } from '../http/route.ts';
import { schermIsLos } from '../http/http.ts';
import { teSnel } from '../http/toestroom.ts';
import type { Budgetten } from '../kern/budget.ts';
import { nietGevonden, Weigering } from '../kern/weigering.ts';
import type { Overleg } from './overleg.ts';

/** Series, overleggen, and what is brought to them. */
export function overlegroutes(behoeften: {
  overleg: Overleg;
  casussen: Casussen;
  budgetten: Budgetten;
}): Route[] {
  const { casussen, budgetten } = behoeften;
  const {
    reeksen: reekswerk,
    agenda,
    gang,
    zicht,
    weergave,
    voorzitterlijn,
    tafelbladen,
    gesprekken,
    oogst,
    schermen,
  } = behoeften.overleg;
  const eisProcesregisseur = (v: Verzoek<unknown>) => reekswerk.eisProcesregisseur(wieVan(v));
  type Punt = { readonly overlegId: string; readonly agendapuntId: string };
  const eisTafelblad = (v: Verzoek<Punt>) =>
    tafelbladen.eisBlik(v.params.overlegId, v.params.agendapuntId, wieVan(v));
  const eisScherm = (v: Verzoek<{ readonly overlegId: string; readonly schermId: string }>) =>
    schermen.eis(v.params.overlegId, v.params.schermId, wieVan(v));
  return [
    voor(reeksen.reekslijst, {
      toelaten: eisProcesregisseur,
      doe: () => reekswerk.lijst(),
    }),
    voor(reeksen.maakReeks, {
      toelaten: eisProcesregisseur,
      doe: (wie, { body }) => ({ id: reekswerk.maak(wie, body) }),
    }),
    voor(reeksen.wijzigReeks, {
      toelaten: (v) => ({ wie: eisProcesregisseur(v), reeks: reekswerk.eis(v.params.reeksId) }),
      doe: ({ wie, reeks }, { body }) => reekswerk.wijzig(wie, reeks, body),
    }),
    voor(overleggen.overleglijst, { toelaten: wieVan, doe: (wie) => weergave.lijst(wie) }),
    voor(overleggen.planGezinsoverleg, {
      toelaten: wieVan,
      doe: (wie, { body }) => ({ id: agenda.planGezinsoverleg(wie, body) }),
      opnieuw: {
        waar: (_, { body }) => casussen.regieVan(body.casusId).id,
        antwoord: (wie, { body }, id) => (agenda.kentGezinsoverleg(wie, body.casusId, id) ? { id } : null),
      },
    }),
    voor(overleggen.haalOverleg, {
      toelaten: (v) => {
        const wie = wieVan(v);
        const blik = zicht.blik(v.params.overlegId, wie);
        if (blik === null) throw nietGevonden();
        return { wie, blik };
      },
      doe: ({ wie, blik }) => {
        if (blik.rol === 'voorzitter') voorzitterlijn.hoor(blik.overleg.id, wie.persoonId);
        agenda.legBlikVast(blik, wie);
        return weergave.een(blik, wie);
      },
    }),
    voor(overleggen.zetOverlegstap, {
      toelaten: (v) => gang.eisLeiding(v.params.overlegId, wieVan(v)),
      doe: (aanzet, { body }) => gang.zet(aanzet, body),
    }),
    voor(agendapunten.brengAgendapunt, {
      toelaten: (v) => agenda.eisInbrenger(v.params.overlegId, wieVan(v)),
      doe: ({ overleg, wie }, { body }) => ({ id: agenda.breng(overleg, wie, body) }),
    }),
    voor(agendapunten.wijzigAgendapunt, {
      toelaten: (v: Verzoek<Punt>) =>
        agenda.eisVoorzitter(v.params.overlegId, v.params.agendapuntId, wieVan(v)),
      doe: (op, { body }) => agenda.wijzig(op, body),
    }),
    voor(agendapunten.trekAgendapuntIn, {
      toelaten: (v: Verzoek<Punt>) => agenda.eisEigen(v.params.overlegId, v.params.agendapuntId, wieVan(v)),
      doe: (op) => agenda.trekIn(op),
    }),
    voor(tafelcontract.haalTafelblad, {
      toelaten: eisTafelblad,
      doe: (blik) => tafelbladen.haal(blik),
    }),
    voor(tafelcontract.legOpTafel, {
      toelaten: eisTafelblad,
      doe: (blik, { body, kosten }) => ({ id: tafelbladen.stukken.leg(blik, body, kosten) }),
      opnieuw: {
        waar: ({ compartiment }) => compartiment.id,
        antwoord: (blik, _, id) => (tafelbladen.stukken.legde(blik, id) ? { id } : null),
      },
    }),
    voor(tafelcontract.lezersVanLeggen, {
      toelaten: eisTafelblad,
      doe: (blik, { query, kosten }) => tafelbladen.stukken.lezers(blik, query, kosten),
    }),
    voor(tafelcontract.wijzigTafelafspraak, {
      toelaten: eisTafelblad,
      doe: (blik, { body, params }) => tafelbladen.stukken.wijzig(blik, params.stukId, body),
    }),
    voor(tafelcontract.haalVanTafelblad, {
      toelaten: eisTafelblad,
      doe: (blik, { params }) => tafelbladen.stukken.neemAf(blik, params.stukId),
    }),
    voor(oogstcontract.oogstlijst, {
      toelaten: (v) => oogst.eisBlikken(v.params.overlegId, wieVan(v)),
      doe: (blikken) => oogst.haalAlle(blikken),
    }),
    voor(oogstcontract.haalOogst, {
      toelaten: eisTafelblad,
      doe: (blik) => oogst.haal(blik),
    }),
    voor(oogstcontract.vertelGezin, {
      toelaten: eisTafelblad,
      doe: (blik, { body }) => tafelbladen.vertellingen.zet(blik, body),
    }),
    voor(tafelcontract.schikTafel, {
      toelaten: (v: Verzoek<Punt>) =>
        agenda.eisVoorzitter(v.params.overlegId, v.params.agendapuntId, wieVan(v)),
      doe: (op, { body }) => tafelbladen.schik(tafelbladen.eisGedekt(op), body),
    }),
    voor(gesprekcontract.steekHandOp, {
      toelaten: eisTafelblad,
      doe: (blik, { body }) => gesprekken.steekOp(blik, body.op),
    }),
    voor(gesprekcontract.geefBeurt, {
      toelaten: (v: Verzoek<Punt>) =>
        agenda.eisVoorzitter(v.params.overlegId, v.params.agendapuntId, wieVan(v)),
      doe: (op, { body }) => gesprekken.geefBeurt(tafelbladen.eisGedekt(op).blik, body),
    }),
    voor(schermcontract.koppelScherm, {
      toelaten: (v) => schermen.eisLeiding(v.params.overlegId, wieVan(v)),
      doe: (leiding) => schermen.koppel(leiding),
    }),
    voor(schermcontract.haalScherm, { toelaten: eisScherm, doe: ({ scherm }) => schermen.vorm(scherm) }),
    voor(schermcontract.toonOpScherm, {
      toelaten: eisScherm,
      doe: (op, { body }) => schermen.toon(op, body),
    }),
    voor(schermcontract.ontkoppelScherm, { toelaten: eisScherm, doe: (op) => schermen.ontkoppel(op) }),
    voor(schermcontract.beginSchermsessie, {
      toelaten: ({ adres = '' }) => {
        const { codes } = budgetten.vanAdres(adres);
        // Before it is looked at: a good code is refused as a wrong one is, and nobody learns which it was.
        if (codes.wacht(budgetten.nu()) > 0) throw teSnel();
        return codes;
      },
      doe: (codes, { body, koppen }) => {
        try {
          const { id, cookie } = schermen.begin(body.code);
          koppen['Set-Cookie'] = cookie;
          return { id };
        } catch (fout) {
          if (fout instanceof Weigering) codes.boek(1, budgetten.nu());
          throw fout;
        }
      },
    }),
    voor(schermcontract.haalBeeld, {
      toelaten: ({ scherm }) => {
        if (scherm === undefined || !schermen.isVanHier(scherm)) throw schermIsLos();
        return scherm;
      },
      doe: ({ schermId }, { kosten }) => {
        schermen.leesTekst(schermId, kosten);
        return { beeld: schermen.beeld(schermId) };
      },
    }),
  ];
}
