/** Ends a switch over a union: the compiler refuses it when a case is missing. @throws always, if reached. */
export function exhaustief(waarde: never): never {
  throw new Error(`onverwachte waarde: ${String(waarde)}`);
}
