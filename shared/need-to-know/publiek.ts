import type { Beslisser } from './beslissing.ts';
import type { CompartimentFeit, DeelnemerFeit } from './feiten.ts';
import { kentBijNaam } from './namen.ts';
import { isMinstens } from './niveaus.ts';

/** Who reads along, as one person may know it. */
export interface Publiek {
  /** Readers that this person knows by name, in the order of the seats; themselves included. */
  readonly deelnemerIds: readonly string[];
  /** The rules let somebody read along who may be unknown to this person, whether there is one or not (NK20). */
  readonly discreet: boolean;
}

/** Everyone who may read a compartment now, known or not. For deciding, never for showing: see `publiekVoor`. */
export function lezersVan(beslisser: Beslisser, compartiment: CompartimentFeit): readonly DeelnemerFeit[] {
  const bekend = LEZERS.get(beslisser) ?? new Map<CompartimentFeit, readonly DeelnemerFeit[]>();
  LEZERS.set(beslisser, bekend);
  const eerder = bekend.get(compartiment);
  if (eerder !== undefined) return eerder;
  const lezers = beslisser.feiten.deelnemers.filter((deelnemer) =>
    isMinstens(beslisser.niveau(deelnemer, compartiment), 'lezen'),
  );
  bekend.set(compartiment, lezers);
  return lezers;
}

/** The same for everyone who looks at a casus at one moment, and asked by each of them of each compartment. */
const LEZERS = new WeakMap<Beslisser, Map<CompartimentFeit, readonly DeelnemerFeit[]>>();

/**
 * The audience of a compartment as `kijker` may know it (NK20): readers known by name, and whether the matrix
 * lets a discreet zetel read. The second follows from the rules alone, so that it betrays nobody.
 */
export function publiekVoor(
  beslisser: Beslisser,
  kijker: DeelnemerFeit,
  compartiment: CompartimentFeit,
  genoemd: ReadonlySet<string>,
): Publiek {
  const { regels } = beslisser;
  return {
    deelnemerIds: lezersVan(beslisser, compartiment)
      .filter((lezer) => kentBijNaam(kijker, lezer, genoemd, regels))
      .map((lezer) => lezer.id),
    discreet: kanDiscreet(beslisser, compartiment),
  };
}

function kanDiscreet({ regels }: Beslisser, compartiment: CompartimentFeit): boolean {
  const cellen = regels.categorieen.get(compartiment.categorie)?.perZetel;
  return [...regels.zetels.values()].some(
    (zetel) => zetel.discreet && isMinstens(cellen?.get(zetel.code) ?? 'verborgen', 'lezen'),
  );
}

/**
 * Who keeps a compartment: its writers by the matrix, of its organisation; never somebody by a right given, nor
 * as regisseur (NK12). For a tegel: of every organisation that keeps something of this category and subject.
 */
export function bronhoudersVan(beslisser: Beslisser, compartiment: CompartimentFeit): DeelnemerFeit[] {
  return houdersVan(
    beslisser,
    beslisser.isTegel(compartiment) ? beslisser.achterTegel(compartiment) : [compartiment],
  );
}

function houdersVan(beslisser: Beslisser, delen: readonly CompartimentFeit[]): DeelnemerFeit[] {
  return beslisser.feiten.deelnemers.filter((deelnemer) =>
    delen.some((deel) => beslisser.schrijftUitMatrix(deelnemer, deel)),
  );
}

/**
 * Whom to ask about a closed tile (NK4): a bronhouder that this person knows by name, else null, which means the
 * regisseur. The first in the order of the seats. A tegel beside something that this person reads stands for the
 * rest: then whoever keeps the rest. Who waits to be confirmed asks the colleague who can (NK12).
 */
export function vragenAan(
  beslisser: Beslisser,
  kijker: DeelnemerFeit,
  compartiment: CompartimentFeit,
  genoemd: ReadonlySet<string>,
): DeelnemerFeit | null {
  const houders = beslisser.isTegel(compartiment)
    ? houdersVan(
        beslisser,
        beslisser
          .achterTegel(compartiment)
          .filter((deel) => !isMinstens(beslisser.niveau(kijker, deel), 'lezen')),
      )
    : bronhoudersVan(beslisser, compartiment);
  const eigen = beslisser.wachtAchterTegel(kijker, compartiment);
  const collegas = eigen === null ? [] : houdersVan(beslisser, [eigen]);
  return (
    [...collegas, ...houders].find(
      (houder) => houder.id !== kijker.id && kentBijNaam(kijker, houder, genoemd, beslisser.regels),
    ) ?? null
  );
}
