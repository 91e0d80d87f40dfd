import type { DeelnemerFeit } from './feiten.ts';
import type { Regelboek } from './matrix.ts';

/**
 * Whether the others may know of this seat: a discreet zetel isn't known until the household agrees and the
 * regisseur records it with its date (NK20).
 */
export function isBekend(deelnemer: DeelnemerFeit, regels: Regelboek): boolean {
  return deelnemer.bekend || regels.zetels.get(deelnemer.zetel)?.discreet === false;
}

/**
 * Whether `kijker` knows `ander` by name (NK20). Both take part in the same casus now.
 * @param genoemd ids of the deelnemers that are named by a kaart that reaches `kijker`.
 */
export function kentBijNaam(
  kijker: DeelnemerFeit,
  ander: DeelnemerFeit,
  genoemd: ReadonlySet<string>,
  regels: Regelboek,
): boolean {
  return (
    kijker.id === ander.id ||
    kijker.regisseur ||
    ander.regisseur ||
    kijker.organisatieId === ander.organisatieId ||
    (regels.kernteam.has(kijker.zetel) && isBekend(ander, regels)) ||
    genoemd.has(ander.id)
  );
}

/** Whether `kijker` may know the role label of a member (NK2): the regisseur of all, others of whom they take part for. */
export function kentLid(kijker: DeelnemerFeit, lidId: string): boolean {
  return kijker.regisseur || kijker.lidIds === null || kijker.lidIds.includes(lidId);
}
