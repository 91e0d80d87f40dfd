import { teltNoemen } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { type CompartimentRij, planVan } from '../casus/casus.ts';
import type { Kijk } from '../toegang/toegang.ts';

/** Who carries something out, as somebody may know them. */
export interface Uitvoerder {
  readonly id: string;
  readonly naam: string;
}

/** Whom one can agree something with at a table: who sits there from a seat, who directs, and a member of the household; who knows of the plan. */
export function kanUitvoeren(kijk: Kijk, blad: CompartimentRij, id: string): boolean {
  return kijk.kentLid(id) || kanVertellen(kijk, blad, id);
}

/** The same, but not of the household: who can tell it what was agreed (OV7). */
export function kanVertellen({ beeld, beslisser }: Kijk, blad: CompartimentRij, id: string): boolean {
  const zetel = beeld.deelnemers.find((een) => een.id === id && beslisser.moment.geldt(een));
  const plan = planVan(beeld);
  if (zetel === undefined || plan === null) return false;
  return (
    (zetel.regisseur || beslisser.niveau(zetel, blad) === 'schrijven') &&
    teltNoemen(zetel, beslisser.regels) &&
    isMinstens(beslisser.niveau(zetel, plan), 'dat')
  );
}

/** Who carries it out as this person may know them: named there, and so known by it while that counts (NK20); else nobody. */
export function uitvoerderVoor(kijk: Kijk, id: string): Uitvoerder | null {
  const lid = kijk.leden().find((een) => een.id === id);
  if (lid !== undefined) return { id, naam: lid.rol };
  const zetel = kijk.beeld.deelnemers.find((een) => een.id === id);
  return zetel !== undefined && teltNoemen(zetel, kijk.beslisser.regels) ? { id, naam: zetel.naam } : null;
}
