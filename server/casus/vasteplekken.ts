import { Onleesbaar } from '../kern/onleesbaar.ts';
import type { Casusbeeld, CompartimentRij } from './beeld.ts';

// Compartments that every casus has. One that can't be read counts as not there, and keeps nobody from the rest (ST1).

type Plekken = Pick<Casusbeeld, 'id' | 'compartimenten'>;

/** The plan of the household itself; null when it can't be read. */
export function planVan({ compartimenten }: Pick<Plekken, 'compartimenten'>): CompartimentRij | null {
  return compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null) ?? null;
}

/** The same, for what can't do without it. @throws Onleesbaar */
export function eisPlan(beeld: Plekken): CompartimentRij {
  const plan = planVan(beeld);
  if (plan === null) throw new Onleesbaar('compartimenten', beeld.id);
  return plan;
}

/** Where the regisseur keeps their own notes. @throws Onleesbaar */
export function eisRegieplek({ id, compartimenten }: Plekken): CompartimentRij {
  const regie = compartimenten.find(({ categorie }) => categorie === 'regie');
  if (regie === undefined) throw new Onleesbaar('compartimenten', id);
  return regie;
}
