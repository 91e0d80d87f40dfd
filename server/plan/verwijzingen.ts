import type { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { zonderRollenIn } from './rollen.ts';

/** Fields of a kaart that refer to others: content where they stand, tied to nothing (NK23). */
export const LIJSTVELDEN = ['uitvoerders', 'samenMet', 'lidIds'] as const;
const ENKELVELDEN = ['lidId', 'doelId', 'deelnemerId', 'overbrugtDoor'] as const;

export type Verwijsveld = (typeof LIJSTVELDEN)[number] | (typeof ENKELVELDEN)[number];

/** Every reference in a kaart, with the field that it stands in. */
export function verwijzingenIn(inhoud: KaartInhoud): { veld: Verwijsveld; id: string }[] {
  const velden: Readonly<Record<string, unknown>> = { ...inhoud };
  return [
    ...LIJSTVELDEN.flatMap((veld) => tekstenIn(velden[veld]).map((id) => ({ veld, id }))),
    ...ENKELVELDEN.flatMap((veld) => {
      const id = velden[veld];
      return typeof id === 'string' ? [{ veld, id }] : [];
    }),
  ];
}

/** Ids of deelnemers and members that a doel or afspraak names (NK22). */
export function genoemdIn(inhoud: KaartInhoud): readonly string[] {
  switch (inhoud.soort) {
    case 'afspraak':
      return inhoud.overbrugtDoor === undefined
        ? inhoud.uitvoerders
        : [...inhoud.uitvoerders, inhoud.overbrugtDoor];
    case 'doel':
      return [...inhoud.lidIds, ...(inhoud.samenMet ?? [])];
    default:
      return [];
  }
}

/** Ids of deelnemers and members whom who reads a kaart knows by it (NK20): whom it names, and whom the household calls. */
export function bekendDoor(inhoud: KaartInhoud): readonly string[] {
  if (inhoud.soort !== 'contactpersoon') return genoemdIn(inhoud);
  return inhoud.deelnemerId === undefined ? [] : [inhoud.deelnemerId];
}

/** A kaart without the references that somebody may not know; a hidden and a deleted target look alike (NK23). */
export function zonderVerwijzingen<T extends KaartInhoud>(
  inhoud: T,
  mag: (veld: Verwijsveld, id: string) => boolean,
): T {
  const kopie: Record<string, unknown> = { ...inhoud };
  for (const veld of LIJSTVELDEN) {
    if (kopie[veld] !== undefined) kopie[veld] = tekstenIn(kopie[veld]).filter((id) => mag(veld, id));
  }
  // It may be missing, so empty would say that somebody hidden is in it.
  if (tekstenIn(kopie.samenMet).length === 0) delete kopie.samenMet;
  for (const veld of ENKELVELDEN) {
    const id = kopie[veld];
    if (typeof id === 'string' && !mag(veld, id)) delete kopie[veld];
  }
  // Only references were left out, and each list and single reference may be empty or missing.
  return kopie as T;
}

/** What everyone whom a kaart reaches sees alike of its content: all but its references, also those in its texts. */
export function zonderAlleVerwijzingen<T extends KaartInhoud>(inhoud: T): T {
  return zonderRollenIn(zonderVerwijzingen(inhoud, () => false));
}

/**
 * `nieuw` with the references of `oud` that its writer couldn't see, so that changing a kaart loses nothing. A single
 * one that the writer sent anew is theirs; emptying what they saw empty already takes nothing away. Lists are sets
 * (ST2), and what stays in them stays in its order: another order would be a change to who sees more of them.
 */
export function metVerborgenVerwijzingen(
  oud: KaartInhoud,
  nieuw: KaartInhoud,
  gestuurd: Readonly<Record<string, unknown>>,
  mag: (veld: Verwijsveld, id: string) => boolean,
): KaartInhoud {
  const kopie: Record<string, unknown> = { ...nieuw };
  const was: Readonly<Record<string, unknown>> = { ...oud };
  for (const veld of LIJSTVELDEN) {
    const wil = new Set(tekstenIn(kopie[veld]));
    const blijft = tekstenIn(was[veld]).filter((id) => wil.has(id) || !mag(veld, id));
    const lijst = [...new Set([...blijft, ...wil])];
    if (kopie[veld] !== undefined || lijst.length > 0) kopie[veld] = lijst;
  }
  for (const veld of ENKELVELDEN) {
    const id = was[veld];
    if (typeof id === 'string' && !mag(veld, id) && (gestuurd[veld] ?? null) === null) kopie[veld] = id;
  }
  // Each field is one that `oud`, of the same sort, has too.
  return kopie as KaartInhoud;
}

/** ST2: without whom there is no more, in a list; nobody sees them, and they would count up for ever. */
export function zonderVerdwenen(inhoud: KaartInhoud, isEr: (id: string) => boolean): KaartInhoud {
  const kopie: Record<string, unknown> = { ...inhoud };
  for (const veld of LIJSTVELDEN) {
    if (kopie[veld] !== undefined) kopie[veld] = tekstenIn(kopie[veld]).filter(isEr);
  }
  // Only ids were left out of lists, and each list may be empty.
  return kopie as KaartInhoud;
}

/** ST2: lists are sets: whom somebody names twice is named once. */
export function alsVerzamelingen(inhoud: KaartInhoud): KaartInhoud {
  const kopie: Record<string, unknown> = { ...inhoud };
  for (const veld of LIJSTVELDEN) {
    if (kopie[veld] !== undefined) kopie[veld] = [...new Set(tekstenIn(kopie[veld]))];
  }
  // The same lists, with each id once.
  return kopie as KaartInhoud;
}

function tekstenIn(waarde: unknown): string[] {
  return Array.isArray(waarde) ? waarde.filter((id): id is string => typeof id === 'string') : [];
}
