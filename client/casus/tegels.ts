import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { opsomming } from '../ui/opsomming.ts';
import { inEenZin, type Kijk } from './kijk.ts';

/** Everything of one category that is closed to me, or that I have not opened yet, gathered into one tile. */
export interface Tegel {
  readonly categorie: string;
  /** `dicht`: not open for me; `ongeopend`: I may read it, and opening it is recorded (NK10). */
  readonly soort: 'dicht' | 'ongeopend';
  readonly compartimenten: readonly Compartiment[];
  /** I read a part of it; the tile stands for what others keep (NK4). */
  readonly enAnderen: boolean;
}

/** Whom to call, and about whom. */
export interface Vraagbaak {
  readonly naam: string;
  readonly organisatie: string;
  readonly telefoon: string;
  /** Role labels; null: about everything on the tile. */
  readonly over: string | null;
}

/** The tiles of these categories within the chosen member: at most one a category and kind (product.md). */
export function tegelsVan(kijk: Kijk, categorieen: readonly string[]): Tegel[] {
  return categorieen.flatMap((categorie) => {
    const hier = kijk.bord.compartimenten.filter(
      (compartiment) => compartiment.categorie === categorie && kijk.inBeeld([compartiment.lidId]),
    );
    const dicht = hier.filter((compartiment) => compartiment.niveau === 'dat');
    const ongeopend = hier.filter(
      (compartiment) => isMinstens(compartiment.niveau, 'lezen') && !compartiment.geopend,
    );
    return [tegel(categorie, 'ongeopend', ongeopend), tegel(categorie, 'dicht', dicht)].flat();
  });
}

function tegel(categorie: string, soort: Tegel['soort'], compartimenten: readonly Compartiment[]): Tegel[] {
  if (compartimenten.length === 0) return [];
  return [{ categorie, soort, compartimenten, enAnderen: compartimenten.some(({ enAnderen }) => enAnderen) }];
}

/** `Gezondheid van moeder en kind 1`. */
export function tegelkop(kijk: Kijk, { categorie, compartimenten }: Tegel): string {
  return `${kijk.categorienaam(categorie)} van ${onderwerpen(kijk, compartimenten)}`;
}

/** `moeder en kind 1`, `het huishouden en moeder`, or `iedereen in het huishouden`. */
export function onderwerpen(kijk: Kijk, compartimenten: readonly Compartiment[]): string {
  const lidIds = new Set(compartimenten.map(({ lidId }) => lidId));
  const ieder = kijk.bord.leden.length > 1 && kijk.bord.leden.every(({ id }) => lidIds.has(id));
  if (ieder) return 'iedereen in het huishouden';
  return opsomming([...lidIds].map((lidId) => kijk.onderwerp(lidId)));
}

/**
 * Whom to call about a tile: who keeps it if I may know them, else the regisseur (NK4). Empty when I am the
 * regisseur and nobody at the table keeps it.
 */
export function vraagbaken(kijk: Kijk, { compartimenten }: Tegel): Vraagbaak[] {
  const perPersoon = new Map<string, { wie: Omit<Vraagbaak, 'over'>; over: Compartiment[] }>();
  for (const compartiment of compartimenten) {
    const wie = compartiment.vragenAan ?? vraagDeRegisseur(kijk);
    if (wie === null) continue;
    const sleutel = `${wie.naam} ${wie.telefoon}`;
    const eerder = perPersoon.get(sleutel);
    if (eerder === undefined) perPersoon.set(sleutel, { wie, over: [compartiment] });
    else eerder.over.push(compartiment);
  }
  const personen = [...perPersoon.values()];
  return personen.map(({ wie, over }) => ({
    ...wie,
    over: personen.length === 1 ? null : onderwerpen(kijk, over),
  }));
}

function vraagDeRegisseur(kijk: Kijk): Omit<Vraagbaak, 'over'> | null {
  const { regisseur } = kijk;
  if (regisseur === undefined || regisseur.ik) return null;
  return { naam: regisseur.naam, organisatie: 'regisseur', telefoon: regisseur.telefoon };
}

/** What stands on a button that opens one compartment: `Openen: jeugdhulp van kind 1`. */
export function openenVan(kijk: Kijk, compartiment: Compartiment): string {
  const van = compartiment.organisatie === null ? '' : `, ${compartiment.organisatie}`;
  return `${inEenZin(kijk.categorienaam(compartiment.categorie))} van ${kijk.onderwerp(compartiment.lidId)}${van}`;
}

/** The categories that stand at no leefgebied and in no other place of the board. */
export function categorieenZonderPlek(kijk: Kijk): string[] {
  const elders = new Set([
    'plan',
    'hulp',
    'naam',
    'adres',
    'contact',
    'inwoner',
    'concept',
    ...kijk.lijsten.leefgebieden.flatMap(({ achtergrond }) => achtergrond),
  ]);
  return kijk.lijsten.categorieen.map(({ code }) => code).filter((code) => !elders.has(code));
}
