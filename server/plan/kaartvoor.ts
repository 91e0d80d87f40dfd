import type { Kaart } from '../../shared/contract/kaarten.ts';
import { precies } from '../../shared/contract/precies.ts';
import { teltNoemen } from '../../shared/need-to-know/namen.ts';
import type { CompartimentRij } from '../casus/casus.ts';
import type { Kijk, Rollen } from '../toegang/toegang.ts';
import { doorzettingVoor, zonderBezwaren } from './doorzetting.ts';
import type { KaartRij } from './kaarten.ts';
import { metTeksten } from './rollen.ts';
import { genoemdIn, type Verwijsveld, zonderAlleVerwijzingen, zonderVerwijzingen } from './verwijzingen.ts';
import type { Via } from './viakluis.ts';

/** The category whose doelen and afspraken reach whoever they name (NK22). */
const PLAN = 'plan';

/** How a kaart reaches somebody: by reading its compartment, because it names them, or not at all. */
export type Bereik = 'leest' | 'genoemd' | null;

/** Whether and how a kaart reaches the person whose look this is. */
export function bereik(kijk: Kijk, kaart: KaartRij): Bereik {
  if (kijk.leestNu(kaart.compartimentId)) return 'leest';
  return noemtMij(kijk, kaart) ? 'genoemd' : null;
}

/** NK22: a doel or afspraak in the plan reaches whoever it names who at least knows of it. */
function noemtMij(kijk: Kijk, kaart: KaartRij): boolean {
  const compartiment = kijk.compartiment(kaart.compartimentId);
  if (compartiment === undefined || compartiment.categorie !== PLAN) return false;
  return isUitvoerderVia(kijk, kaart) || isBij(kijk, compartiment, genoemdIn(kaart.inhoud));
}

/** Whether this person carries out an afspraak. */
export function voertUit(kijk: Kijk, kaart: KaartRij): boolean {
  if (kaart.inhoud.soort !== 'afspraak') return false;
  return isUitvoerderVia(kijk, kaart) || voertInEigenNaamUit(kijk, kaart);
}

/** The same, of whom everyone who reads it may know. */
export function voertInEigenNaamUit(kijk: Kijk, kaart: KaartRij): boolean {
  const compartiment = kijk.compartiment(kaart.compartimentId);
  return (
    kaart.inhoud.soort === 'afspraak' &&
    compartiment !== undefined &&
    isBij(kijk, compartiment, kaart.inhoud.uitvoerders)
  );
}

function isUitvoerderVia({ ik }: Kijk, { via }: KaartRij): boolean {
  return via?.uitvoerderId === ik.id;
}

/** Whether I may know who carries out an afspraak via the regisseur: who reads the regisseur's notes, and who it is. */
export function magVia(kijk: Kijk, via: Via): boolean {
  return via.uitvoerderId === kijk.ik.id || kijk.leestNu(via.compartimentId);
}

/** Whether I am named there and that counts, or the member whom I am is (NK20). */
function isBij({ ik, beslisser }: Kijk, { organisatieId }: CompartimentRij, ids: readonly string[]): boolean {
  if (ik.alsLidId !== null && ids.includes(ik.alsLidId)) return true;
  return ids.includes(ik.id) && teltNoemen(ik, beslisser.regels, organisatieId);
}

/** Whether a reference in a kaart that reaches this person may be shown to them. */
export function magVerwijzing(
  kijk: Kijk,
  doelIds: ReadonlySet<string>,
): (veld: Verwijsveld, id: string) => boolean {
  return (veld, id) => {
    if (veld === 'doelId') return doelIds.has(id);
    if (veld === 'lidId' || veld === 'lidIds') return kijk.kentLid(id);
    return kijk.kentLid(id) || kijk.bekende(id) !== undefined;
  };
}

/** The stamp of what somebody sees of a kaart: equal for what is equal, and else it tells nothing. */
export type Stempel = (compartimentId: string, gezien: Zonder<Kaart, 'versie' | 'gewijzigdOp'>) => string;

/** Omits from each of a union. */
type Zonder<T, N extends keyof T> = T extends unknown ? Omit<T, N> : never;

/**
 * A kaart as it reaches this person: without references to what they may not know, its author only if known by name.
 *
 * ST11: `versie` is a stamp over exactly what this person sees, and `gewijzigdOp` is kept to what every reader sees
 * alike (`Kaartenkast.vervang`). A counter, or the moment of the row, would tell of what was changed out of their sight.
 * @param doelIds the doelen that reach this person
 * @param rollen how members are called in what people typed
 */
export function kaartVoor(
  kijk: Kijk,
  kaart: KaartRij,
  hoe: Exclude<Bereik, null>,
  doelIds: ReadonlySet<string>,
  stempel: Stempel,
  { lees }: Rollen,
): Kaart {
  const inhoud = metTeksten(zonderVerwijzingen(kaart.inhoud, magVerwijzing(kijk, doelIds)), lees);
  const kop = {
    id: kaart.id,
    compartimentId: hoe === 'leest' ? kaart.compartimentId : null,
    titel: inhoud.titel ?? '',
    door: bekendePersoon(kijk, kaart.gemaaktDoor),
  };
  const gewijzigdOp = new Date(kaart.gewijzigdOp).toISOString();
  if (inhoud.soort !== 'afspraak') {
    const gezien = { ...inhoud, ...kop };
    return precies<Kaart>()({ ...gezien, versie: stempel(kaart.compartimentId, gezien), gewijzigdOp });
  }
  // NK6: to anybody else all of it is as in an afspraak of the regisseur.
  const via = kaart.via !== null && magVia(kijk, kaart.via) ? kaart.via : null;
  const uitvoerder = kijk.bekende(via?.uitvoerderId ?? '');
  const gezien = {
    ...inhoud,
    ...(uitvoerder === undefined ? {} : { viaRegisseur: uitvoerder.id }),
    ...kop,
    ikVoerUit: voertUit(kijk, kaart),
    stappen: kaart.stappen.map(({ id, op, persoonId, stand, tekst }) => ({
      id,
      op: new Date(op).toISOString(),
      door: auteurVan(kijk, via, id) ?? bekendePersoon(kijk, persoonId),
      ...(stand === undefined ? {} : { stand }),
      ...(tekst === undefined ? {} : { tekst: lees(tekst) }),
    })),
    ...doorzettingVoor(kijk, kaart, {
      voertUit: voertInEigenNaamUit(kijk, kaart),
      lees,
      door: (persoonId) => bekendePersoon(kijk, persoonId),
    }),
  };
  return precies<Kaart>()({ ...gezien, versie: stempel(kaart.compartimentId, gezien), gewijzigdOp });
}

/**
 * What of a kaart everyone whom it reaches sees alike, and whether this person carries it out: of that it can be said
 * that it changed. Whom it refers to, and who wrote it, one may get to know without anything having changed.
 */
export function watErStaat(kijk: Kijk, kaart: KaartRij): unknown {
  return {
    inhoud: zonderAlleVerwijzingen(kaart.inhoud),
    stappen: kaart.stappen.map(({ persoonId: _, ...stap }) => stap),
    ...(kaart.doorzetting === null ? {} : { doorzetting: zonderBezwaren(kaart.doorzetting) }),
    ikVoerUit: voertUit(kijk, kaart),
  };
}

/** Who really set a step in the regisseur's name, where I may know them. */
function auteurVan(kijk: Kijk, via: Via | null, stapId: string): string | null {
  const persoonId = via?.auteurs[stapId];
  return persoonId === undefined ? null : bekendePersoon(kijk, persoonId);
}

function bekendePersoon(kijk: Kijk, persoonId: string): string | null {
  return kijk.bekenden().find((deelnemer) => deelnemer.persoonId === persoonId)?.id ?? null;
}

/** Compartments in which a kaart can reach somebody who only knows of them (NK22). */
export function magNoemen(compartiment: CompartimentRij): boolean {
  return compartiment.categorie === PLAN;
}
