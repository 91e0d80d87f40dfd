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
 * Whether naming somebody counts (NK20, NK26): while they are bekend. Who directs everybody knows anyway.
 * @param binnen the organisation that keeps the place where they are named: to colleagues they are known; null: none does
 */
export function teltNoemen(
  deelnemer: DeelnemerFeit,
  regels: Regelboek,
  binnen: string | null = null,
): boolean {
  return isBekend(deelnemer, regels) || deelnemer.regisseur || deelnemer.organisatieId === binnen;
}

/**
 * Whether `kijker` knows `ander` by name (NK20). Both take part in the same casus now.
 * @param genoemd ids of the deelnemers that are named by a kaart that reaches `kijker`, or by a right; it counts only while
 * they are bekend.
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
    (genoemd.has(ander.id) && teltNoemen(ander, regels))
  );
}

/** Whether `kijker` may know the role label of a member (NK2): the regisseur of all, others of whom they take part for. */
export function kentLid(kijker: DeelnemerFeit, lidId: string): boolean {
  return kijker.regisseur || kijker.lidIds === null || kijker.lidIds.includes(lidId);
}
