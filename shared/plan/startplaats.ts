import { isMinstens, type Niveau } from '../need-to-know/niveaus.ts';
import { LEEFGEBIEDEN, type Leefgebied } from './leefgebieden.ts';

/** A compartment in which somebody might write, as far as choosing a place needs it. */
export interface Plaats {
  readonly id: string;
  readonly categorie: string;
  /** The member that it is about; null: the household. */
  readonly lidId: string | null;
  readonly niveau: Niveau;
  /** Whether the writer's own organisation keeps it. */
  readonly eigen: boolean;
}

/** What a kracht or zorgpunt is about. */
export interface Onderwerp {
  readonly leefgebied: Leefgebied;
  /** Null: the household. */
  readonly lidId: string | null;
}

/**
 * Where a new kracht or zorgpunt may stand, the proposed place first (NK21, closed by default): the writer's own
 * organisation's compartment for that leefgebied, else `hulp`, else another compartment of their organisation.
 * Only what they write and what is about the same member: a place about the household is read by more people.
 */
export function startplaatsen<P extends Plaats>(onderwerp: Onderwerp, plaatsen: readonly P[]): P[] {
  const achtergrond: readonly string[] =
    LEEFGEBIEDEN.find((gebied) => gebied.code === onderwerp.leefgebied)?.achtergrond ?? [];
  const mag = plaatsen.filter(
    (plaats) =>
      plaats.lidId === onderwerp.lidId &&
      isMinstens(plaats.niveau, 'schrijven') &&
      (plaats.eigen || plaats.categorie === 'hulp'),
  );
  const eigenVoorGebied = achtergrond.flatMap((categorie) =>
    mag.filter((plaats) => plaats.eigen && plaats.categorie === categorie),
  );
  const hulp = mag.filter((plaats) => plaats.categorie === 'hulp');
  const rest = mag.filter((plaats) => !eigenVoorGebied.includes(plaats) && !hulp.includes(plaats));
  return [...eigenVoorGebied, ...hulp, ...rest];
}

/** The place in which a new kracht or zorgpunt starts (NK21), or null when the writer has none. */
export function startplaats<P extends Plaats>(onderwerp: Onderwerp, plaatsen: readonly P[]): P | null {
  return startplaatsen(onderwerp, plaatsen)[0] ?? null;
}
