import type { Periode } from '../../shared/need-to-know/moment.ts';
import { ROLLEN } from '../../shared/plan/rollen.ts';
import { ONLEESBARE_LIJST } from '../database/kolommen.ts';
import { isId, isOpgeslagenMoment } from '../kern/opgeslagen.ts';

// Whether a row of a casus can be read (ST1). What can't counts as not there, and so opens nothing (NK1); only an
// exclusion, which closes, then holds always.

/** A period that says when. */
export function isPeriode({ van, tot }: Periode): boolean {
  return isOpgeslagenMoment(van) && (tot === null || isOpgeslagenMoment(tot));
}

/** Something that holds for a seat in a compartment. */
export function isFeit(feit: Periode & { readonly id: string }): boolean {
  return isId(feit.id) && isPeriode(feit);
}

/** That a seat keeps something; for ever, so without a period. */
export function isBevestiging(rij: {
  readonly id: string;
  readonly deelnemerId: string;
  readonly compartimentId: string;
}): boolean {
  return isId(rij.id) && isId(rij.deelnemerId) && isId(rij.compartimentId);
}

/** A right. */
export function isRecht(recht: Periode & { readonly id: string; readonly niveau: string }): boolean {
  return isFeit(recht) && (recht.niveau === 'lezen' || recht.niveau === 'schrijven');
}

/** A member of the household. */
export function isLid({ id, rol }: { readonly id: string; readonly rol: string }): boolean {
  return isId(id) && ROLLEN.some((een) => een === rol);
}

/** A compartment. */
export function isCompartiment(rij: { readonly id: string; readonly tijdperk: unknown }): boolean {
  return isId(rij.id) && typeof rij.tijdperk === 'string';
}

/** A seat with who sits there. */
export function isZetel({
  deelnemer,
  medewerker,
  organisatie,
}: {
  readonly deelnemer: Periode & {
    readonly id: string;
    readonly zetel: unknown;
    readonly waarvoor: unknown;
    readonly grondslag: unknown;
    readonly lidIds: readonly string[] | null;
    readonly alsLidId: string | null;
    readonly bekendSinds: string | null;
    readonly telefoon: unknown;
  };
  readonly medewerker: {
    readonly id: string;
    readonly naam: unknown;
    readonly functie: unknown;
    readonly telefoon: unknown;
  };
  readonly organisatie: { readonly naam: unknown };
}): boolean {
  const { lidIds, alsLidId, bekendSinds, zetel, waarvoor, grondslag } = deelnemer;
  return (
    isId(deelnemer.id) &&
    isId(medewerker.id) &&
    isPeriode(deelnemer) &&
    lidIds !== ONLEESBARE_LIJST &&
    (lidIds === null || lidIds.every(isId)) &&
    (alsLidId === null || isId(alsLidId)) &&
    (bekendSinds === null || /^\d{4}-\d\d-\d\d$/.test(bekendSinds)) &&
    [
      zetel,
      waarvoor,
      grondslag,
      medewerker.naam,
      medewerker.functie,
      deelnemer.telefoon ?? medewerker.telefoon,
      organisatie.naam,
    ].every((tekst) => typeof tekst === 'string')
  );
}
