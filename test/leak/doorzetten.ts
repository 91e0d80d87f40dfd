import { type Bedacht, isNoembaar } from './bedenk.ts';
import { PROCESREGISSEUR } from './gezelschap.ts';
import type { Soort } from './opdrachten.ts';
import type { Bezwaar, Casus, Kaart, Over, Stand, Verzoek } from './stand.ts';

/** Who directs decides on an afspraak (NK30): who carries it out, until when, and now and then whether it goes on. */
export function zetDoor(
  casus: Casus,
  wie: number,
  kaart: Pick<Kaart, 'sym' | 'plek'> | undefined,
  naar: readonly string[],
  k: number,
): Bedacht {
  const pad = `/casussen/§${casus.sym}/kaarten/§${kaart?.sym ?? 'n:kaart'}/doorzettingsbesluit`;
  const body = {
    versie: `§w:${kaart?.sym ?? 'n:kaart'}`,
    uitvoerders: naar.map((sym) => `§${sym}`),
    reden: `besloten ${k % 20}`,
    ...(k % 3 === 0 ? { uiterlijk: '2026-12-01' } : {}),
    ...(k % 4 === 0 ? { stand: (['vervallen', 'gedaan', 'bezig'] as const)[k % 3] } : {}),
  };
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body },
    over: { casus: casus.sym, noemt: naar, ...(kaart && { kaart: kaart.sym, plek: kaart.plek }) },
  };
}

/** Somebody objects to what was decided of it. */
export function maakBezwaar(
  casus: Casus,
  wie: number,
  kaart: Pick<Kaart, 'sym' | 'plek'> | undefined,
  k: number,
): Bedacht {
  const pad = `/casussen/§${casus.sym}/kaarten/§${kaart?.sym ?? 'n:kaart'}/bezwaar`;
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body: { reden: `oneens ${k % 20}` } },
    over: { casus: casus.sym, ...(kaart && { kaart: kaart.sym, plek: kaart.plek }) },
  };
}

/** What the procesregisseur says of an objection. */
export function beslisBezwaar(
  casus: Casus,
  wie: number,
  bezwaar: Bezwaar | undefined,
  besluit: 'toegestaan' | 'afgewezen',
  k: number,
): Bedacht {
  const pad = `/tweede-hand/§${bezwaar?.sym ?? 'n:bezwaar'}`;
  return {
    verzoek: { via: 'http', wie, methode: 'POST', pad, body: { besluit, reden: `gehoord ${k % 20}` } },
    over: {
      casus: casus.sym,
      ...(bezwaar && { bezwaar: bezwaar.sym, kaart: bezwaar.kaart, plek: bezwaar.plek }),
    },
  };
}

/**
 * Who directs gives an afspraak of the plan to others; somebody whom that concerns objects, and the procesregisseur says
 * whether it holds. Mostly not the kijker, so that there is something that they may not know of.
 */
export async function beslisEnMaakBezwaar(
  stand: Stand,
  kijker: number,
  variatie: readonly number[],
  nu: () => number,
  doe: (soort: Soort, verzoek: Verzoek, over: Over) => Promise<void>,
): Promise<void> {
  const [casus] = stand.casussen;
  const directeur = casus?.waarnemer ?? casus?.houder;
  const regisseur = casus?.stoelen.find(({ sym }) => sym === directeur);
  if (casus === undefined || regisseur === undefined) return;
  const [k0 = 0, k1 = 0, k2 = 0] = variatie.slice(10);
  const plek = { categorie: 'plan', lid: null, organisatie: null };
  const mensen = casus.stoelen.filter((stoel) => !stoel.weg && stoel !== regisseur && isNoembaar(stoel));
  const anderen = mensen.filter(({ wie }) => wie !== kijker);
  const [eerst, dan = eerst] = k0 % 5 === 0 ? mensen : anderen;
  if (eerst === undefined || dan === undefined) return;
  const kaart = { sym: `k:${nu()}`, plek };
  const basis = `/casussen/§${casus.sym}`;
  const van = (wie: number, methode: string, pad: string, body?: object): Verzoek => ({
    via: 'http',
    wie,
    methode,
    pad: `${basis}${pad}`,
    ...(body && { body }),
  });
  const inhoud = { soort: 'afspraak', titel: 'om te besluiten', uitvoerders: [`§${eerst.sym}`] };
  const nieuw = { compartimentId: `§p:${casus.sym}|plan||`, ...inhoud };
  await doe('kaart_maak', van(regisseur.wie, 'POST', '/kaarten', nieuw), {
    casus: casus.sym,
    plek,
    noemt: [eerst.sym],
  });
  const door = zetDoor(casus, regisseur.wie, kaart, [dan.sym], k1);
  await doe('kaart_doorzet', door.verzoek, door.over);
  await doe('bord', van(dan.wie, 'GET', ''), { casus: casus.sym });
  const bezwaar = maakBezwaar(casus, dan.wie, kaart, k2);
  await doe('kaart_bezwaar', bezwaar.verzoek, bezwaar.over);
  if (k2 % 3 === 0) return;
  const besluit = k2 % 3 === 1 ? 'toegestaan' : 'afgewezen';
  const slot = beslisBezwaar(casus, PROCESREGISSEUR, casus.bezwaren.at(-1), besluit, k1);
  await doe('tweede_hand_besluit', slot.verzoek, slot.over);
}
