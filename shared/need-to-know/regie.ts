import type { Moment, Periode } from './moment.ts';

/** Who directs a casus: who holds the regie, and who stands in for how long (NK30). There is always exactly one. */
export interface RegieFeit {
  /** The seat that holds the regie. */
  readonly houderId: string;
  readonly waarnemingen: readonly (Periode & { readonly deelnemerId: string })[];
}

/** The seat that directs at this moment. */
export function regisseurOp({ houderId, waarnemingen }: RegieFeit, moment: Moment): string {
  // All of them are asked, for each says when to ask again; by the database no two hold at once.
  const nu = waarnemingen.filter((waarneming) => moment.geldt(waarneming));
  return nu[0]?.deelnemerId ?? houderId;
}
