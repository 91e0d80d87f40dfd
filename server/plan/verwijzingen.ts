import type { KaartInhoud } from '../../shared/contract/kaarten.ts';

/** Fields of a kaart that refer to others: content where they stand, tied to nothing (NK23). */
export const LIJSTVELDEN = ['uitvoerders', 'samenMet', 'lidIds'] as const;
const ENKELVELDEN = ['lidId', 'doelId'] as const;

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
      return inhoud.uitvoerders;
    case 'doel':
      return [...inhoud.lidIds, ...(inhoud.samenMet ?? [])];
    default:
      return [];
  }
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

/**
 * `nieuw` with the references of `oud` that its writer couldn't see, so that changing a kaart loses nothing. A single
 * one that the writer sent anew, or cleared, is theirs.
 */
export function metVerborgenVerwijzingen(
  oud: KaartInhoud,
  nieuw: KaartInhoud,
  gestuurd: Readonly<Record<string, unknown>>,
  mag: (veld: Verwijsveld, id: string) => boolean,
): KaartInhoud {
  const kopie: Record<string, unknown> = { ...nieuw };
  for (const { veld, id } of verwijzingenIn(oud)) {
    if (mag(veld, id)) continue;
    if (veld === 'lidId' || veld === 'doelId') {
      if (!(veld in gestuurd)) kopie[veld] = id;
    } else kopie[veld] = [...new Set([...tekstenIn(kopie[veld]), id])];
  }
  // Each field is one that `oud`, of the same sort, has too.
  return kopie as KaartInhoud;
}

function tekstenIn(waarde: unknown): string[] {
  return Array.isArray(waarde) ? waarde.filter((id): id is string => typeof id === 'string') : [];
}
