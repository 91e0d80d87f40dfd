import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Wie } from '../http/route.ts';
import { type Budget, type Budgetten, KOSTEN } from '../kern/budget.ts';

/** The budget of a person, or of the address of who has no session. */
export function budgetVan(budgetten: Budgetten, verzoek: IncomingMessage, wie: Wie | null): Budget {
  if (wie !== null) return budgetten.van(wie.persoonId);
  return budgetten.vanAdres(ipKeyGenerator(verzoek.socket.remoteAddress ?? ''));
}

/**
 * ST6: counts a new connection for its person, or for its address without a session, before anything of it is looked
 * at. @returns whether it may come
 */
export function neemVerbinding(budgetten: Budgetten, verzoek: IncomingMessage, wie: Wie | null): boolean {
  const budget = budgetVan(budgetten, verzoek, wie);
  const nu = budgetten.nu();
  if (!budget.verbindingen.neem(nu)) return false;
  budget.werk.boek(KOSTEN.verbinding, nu);
  return true;
}
