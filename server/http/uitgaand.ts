import type { z } from '../../shared/contract/zod.ts';

/**
 * What was about to go out isn't what the contract says: a fault of ours, and nobody gets it. Tells where, and nothing
 * of what stood there.
 */
export class Contractfout extends Error {
  override readonly name = 'Contractfout';
}

/**
 * What goes out, as its schema says: the last net under the mask. Made anew field by field, so that nothing comes
 * along that the schema doesn't name.
 * @param wat what it is, for who reads the fault
 * @throws Contractfout for a field too many, one that is missing, one of another kind
 */
export function alsUitgaand<T>(wat: string, schema: z.ZodType<T>, waarde: unknown): T {
  const gelezen = schema.safeParse(waarde);
  if (gelezen.success) return gelezen.data;
  const waar = gelezen.error.issues.slice(0, 5).map(plaatsVan).join('; ');
  throw new Contractfout(`${wat} is not what the contract says: ${waar}`);
}

/** Where it is wrong, by names and numbers of ours; zod's own message may quote what stood there. */
function plaatsVan(issue: z.core.$ZodIssue): string {
  const pad = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return `${pad} has too much: ${issue.keys.join(', ')}`;
  return `${pad} (${issue.code})`;
}
