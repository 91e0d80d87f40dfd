import { ApiFout, berichtVan } from '../api/api.ts';
import type { Veld } from './veld.ts';

/** What the server said is wrong: at which field, by its name, and what is about none of them. */
export interface Weigering {
  readonly bijVeld: ReadonlyMap<string, string>;
  readonly elders: string;
}

/** Reads a refusal for a form with these fields. Nothing that the server said is left out. */
export function weigeringVan(fout: unknown, velden: readonly Veld[]): Weigering {
  const gezegd = fout instanceof ApiFout ? fout.fouten : [];
  if (gezegd.length === 0) return { bijVeld: new Map(), elders: berichtVan(fout) };
  const bijVeld = new Map<string, string>();
  const elders: string[] = [];
  for (const { veld: pad, bericht } of gezegd) {
    const naam = veldVan(pad, velden)?.naam;
    if (naam === undefined) elders.push(bericht);
    else bijVeld.set(naam, [bijVeld.get(naam) ?? '', bericht].filter((deel) => deel !== '').join(' '));
  }
  return { bijVeld, elders: elders.join(' ') };
}

/** The field that a path is about, the nearest one: `gezinAkkoord.reden` → `reden`, `lidIds.0` → `lidIds`. */
function veldVan(pad: string, velden: readonly Veld[]): Veld | undefined {
  const lengte = ({ naam, pad: eigen = naam }: Veld) => eigen.length;
  return velden
    .filter(({ naam, pad: eigen = naam }) => pad === eigen || pad.startsWith(`${eigen}.`))
    .toSorted((a, b) => lengte(b) - lengte(a))[0];
}
