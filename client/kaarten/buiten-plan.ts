import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import '../ui/melding.ts';
import { KAARTNAMEN } from './kaartnamen.ts';

/** What one calls what stands in the plan; of somebody who doesn't write the plan it is of where they work. */
const IN_HET_PLAN: ReadonlySet<Kaartsoort> = new Set(['doel', 'afspraak', 'besluit', 'beschikking']);

/** Above the form of a new kaart: called by what it will be, where the plan won't hold it. */
export function kopVanNieuw(kijk: Kijk, soort: Kaartsoort): string {
  const { nieuw } = KAARTNAMEN[soort];
  const [plaats] = kijk.plaatsenVoor(soort);
  const inPlan = kijk.plaatsenVoor(soort).some(({ categorie }) => categorie === 'plan');
  if (!IN_HET_PLAN.has(soort) || plaats === undefined || inPlan) return nieuw;
  return `${nieuw} van ${vanWie(kijk, plaats)}`;
}

/** Said before it is saved: that it will not stand in the plan, and how it can. */
export function buitenHetPlan(
  kijk: Kijk,
  soort: Kaartsoort,
  plaats: Compartiment | undefined,
): TemplateResult | typeof nothing {
  if (!IN_HET_PLAN.has(soort) || plaats === undefined || plaats.categorie === 'plan') return nothing;
  const wat = KAARTNAMEN[soort].naam.replace(/^(?:het|de) /, '');
  return html`<rt-melding
    soort="info"
    kop="Dit wordt een ${wat} van ${vanWie(kijk, plaats)}"
    .inhoud=${`Het staat niet in het plan dat u samen maakt. Moet het daar wel in? Bel de regisseur${bereikbaar(kijk)}.`}
  ></rt-melding>`;
}

function vanWie(kijk: Kijk, { categorie }: Compartiment): string {
  return inEenZin(kijk.categorienaam(categorie));
}

function bereikbaar({ regisseur }: Kijk): string {
  return regisseur === undefined ? '' : `, ${regisseur.naam}, ${regisseur.telefoon}`;
}
