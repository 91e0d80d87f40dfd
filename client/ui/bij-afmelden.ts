const daden = new Set<() => Promise<unknown>>();

/** Does something before somebody signs out, while they still may. @returns what ends that */
export function bijAfmelden(doe: () => Promise<unknown>): () => void {
  daden.add(doe);
  return () => daden.delete(doe);
}

/** Has it done; what fails keeps nobody from signing out. */
export async function doeVoorAfmelden(): Promise<void> {
  await Promise.allSettled([...daden].map((doe) => doe()));
}
