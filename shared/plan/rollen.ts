/**
 * Roles of members of a household; the label is the role, numbered when there are more of one. `bewoner` is who lives
 * alone.
 */
export const ROLLEN = [
  'bewoner',
  'moeder',
  'vader',
  'ouder',
  'partner',
  'kind',
  'grootouder',
  'inwonende',
] as const;

/** The role of a member of the household. */
export type Rol = (typeof ROLLEN)[number];

/**
 * Role labels of the members that one person may know of, in the order given: `moeder`, `kind 1`, `kind 2`.
 * Numbered among these members alone: a number over all would tell of a member that is hidden (NK2, NK6).
 */
export function rolLabels(leden: readonly { readonly id: string; readonly rol: Rol }[]): Map<string, string> {
  const aantal = new Map<Rol, number>();
  for (const { rol } of leden) aantal.set(rol, (aantal.get(rol) ?? 0) + 1);
  const teller = new Map<Rol, number>();
  const labels = new Map<string, string>();
  for (const { id, rol } of leden) {
    const nummer = (teller.get(rol) ?? 0) + 1;
    teller.set(rol, nummer);
    labels.set(id, (aantal.get(rol) ?? 0) > 1 ? `${rol} ${nummer}` : rol);
  }
  return labels;
}
