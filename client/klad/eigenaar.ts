import type { Sessie } from '../../shared/contract/sessies.ts';

/** Whose words this page keeps, and under which key: 32 bytes, base64 (ST15). */
export type Eigenaar = Pick<Sessie, 'medewerkerId' | 'kladsleutel'>;

/** Another way of keeping them is another name, so that none reads what another version wrote. */
const BEGIN = 'regietafel:klad1:';
/** Who comes back after a week will no longer go on with it, whoever they are. */
const LANGST_MS = 7 * 24 * 60 * 60 * 1000;

let eigenaar: Eigenaar | null = null;
/** Who signed out here last. */
let afgemeld: string | null = null;
const luisteraars = new Set<() => void>();

/** Says whose page it is; null: nobody's, and no key stays in it. */
export function zetEigenaar(van: Eigenaar | null): void {
  eigenaar = van;
  if (van !== null) afgemeld = null;
  for (const vertel of luisteraars) vertel();
}

/** Whose page it is. */
export function eigenaarNu(): Eigenaar | null {
  return eigenaar;
}

/** Tells when it is another's, or nobody's. */
export function bijEigenaar(doe: () => void): void {
  luisteraars.add(doe);
}

/** Under which name something of this person is kept. */
export function kladnaam(persoon: string, id: string): string {
  return `${BEGIN}${persoon}:${id}`;
}

/** The ids of what this browser keeps of a person; what is too old, of whoever, goes. */
export function kladVan(persoon: string): readonly string[] {
  const nu = Date.now();
  return namen().flatMap((naam) => {
    if (nu - Number.parseInt(localStorage.getItem(naam) ?? '', 10) > LANGST_MS) {
      localStorage.removeItem(naam);
      return [];
    }
    const begin = kladnaam(persoon, '');
    return naam.startsWith(begin) ? [naam.slice(begin.length)] : [];
  });
}

/** At signing out: nothing of this person stays in this browser. */
export function wisKladVan(persoon: string): void {
  for (const id of kladVan(persoon)) localStorage.removeItem(kladnaam(persoon, id));
  afgemeld = persoon;
}

/** Whether this person signed out here, so that nothing that was under way may still be kept. */
export function isAfgemeld(persoon: string): boolean {
  return afgemeld === persoon;
}

/** A browser may keep nothing for a page: then there is nothing. */
function namen(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((naam) => naam.startsWith(BEGIN));
  } catch {
    return [];
  }
}
