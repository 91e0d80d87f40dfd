import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { Overleg } from '../../shared/contract/overleggen.ts';
import { TIJDSTAP_MINUTEN } from '../../shared/overleg.ts';
import { OVERLEGLABELS as L } from '../../shared/plan/overleglabels.ts';
import { kloktijd, tijdstip } from '../ui/datum.ts';
import type { Keuze } from '../ui/formulier.ts';
import { lijst, type Veld } from '../vensters/veld.ts';

const MINUUT_MS = 60_000;
const STAP_MS = TIJDSTAP_MINUTEN * MINUUT_MS;
/** So long after its end a guest can still be expected: it may run late. */
const UITLOOP_MS = 60 * MINUUT_MS;

type Venster = NonNullable<Agendapunt['venster']>;
type Tijden = Pick<Overleg, 'begin' | 'einde'>;

/** What it is already; else the time for which the item is expected, and as long as it gets. */
export function vensterVoorstel({ venster, verwacht, minuten }: Agendapunt, { begin }: Tijden): Venster {
  if (venster !== null) return venster;
  const van = opStap(Date.parse(verwacht ?? begin));
  return {
    van: new Date(van).toISOString(),
    tot: new Date(opStap(van + minuten * MINUUT_MS + STAP_MS - 1)).toISOString(),
  };
}

/** From when to when, in steps of five minutes while the overleg lasts. */
export function vensterveld(punt: Agendapunt, overleg: Tijden): (Veld<'van'> | Veld<'tot'>)[] {
  const { van, tot } = vensterVoorstel(punt, overleg);
  const begin = Date.parse(overleg.begin);
  const einde = Date.parse(overleg.einde);
  return [
    lijst('van', L.vensterVan, tijden(begin, einde - STAP_MS, van), { leeg: false, pad: 'venster.van' }),
    lijst('tot', L.vensterTot, tijden(begin + STAP_MS, einde + UITLOOP_MS, tot), {
      leeg: false,
      pad: 'venster.tot',
    }),
  ];
}

/** @param nu what it is already, which stays a choice */
function tijden(van: number, totEnMet: number, nu: string): Keuze[] {
  const momenten = new Set([Date.parse(nu)]);
  for (let op = opStap(van); op <= totEnMet; op += STAP_MS) momenten.add(op);
  return [...momenten]
    .toSorted((een, ander) => een - ander)
    .map((op) => new Date(op).toISOString())
    .map((op) => ({ code: kloktijd(op), naam: tijdstip(op) }));
}

function opStap(moment: number): number {
  return Math.floor(moment / STAP_MS) * STAP_MS;
}
