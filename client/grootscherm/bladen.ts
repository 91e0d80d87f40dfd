import type { GrootScherm } from '../../shared/contract/groot-scherm.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';

/** One page on the wall. */
export type Blad =
  | {
      readonly soort: 'leefgebied';
      readonly naam: string;
      readonly besproken: string | null;
      readonly kaarten: readonly Kaart[];
    }
  | { readonly soort: 'doelen'; readonly naam: string; readonly kaarten: readonly Kaart[] };

/**
 * The pages in the order of the plan: each leefgebied that has anything this audience may read, then the goals. A
 * leefgebied without it isn't there: a page that says "nothing" would say that there may be something.
 */
export function bladenVan(scherm: GrootScherm, lijsten: Lijsten): Blad[] {
  const gebieden = lijsten.leefgebieden.flatMap((gebied): Blad[] => {
    const kaarten = scherm.kaarten.filter(
      (kaart) => (kaart.soort === 'kracht' || kaart.soort === 'zorgpunt') && kaart.leefgebied === gebied.code,
    );
    return kaarten.length === 0
      ? []
      : [{ soort: 'leefgebied', naam: gebied.naam, besproken: besproken(scherm, gebied.code), kaarten }];
  });
  const plan = scherm.kaarten.filter(
    ({ soort }) => soort === 'doel' || soort === 'afspraak' || soort === 'vraag',
  );
  return plan.length === 0
    ? gebieden
    : [...gebieden, { soort: 'doelen', naam: 'Doelen en afspraken', kaarten: plan }];
}

function besproken(scherm: GrootScherm, leefgebied: string): string | null {
  const datums = scherm.kaarten.flatMap((kaart) =>
    kaart.soort === 'besproken' && kaart.leefgebied === leefgebied ? [kaart.datum] : [],
  );
  return datums.toSorted().at(-1) ?? null;
}
