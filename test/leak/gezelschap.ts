import { geefRol, zetLeidinggevende } from '../../server/aanmelden/indienst.ts';
import { STANDAARDMATRIX } from '../../shared/need-to-know/standaardmatrix.ts';
import type { Mens } from '../bouw/opzet.ts';
import { vestig } from '../bouw/vestiging.ts';
import type { Tafel } from '../server/opstelling.ts';

/** Everyone who can act in a run: key, organisation, zetels that they may take. The order is the numbering. */
export const GEZELSCHAP = [
  { naam: 'regie', organisatie: 'gemeente', zetels: ['participatie'] },
  { naam: 'jeugd', organisatie: 'gemeente', zetels: ['jeugd', 'leerplicht'] },
  { naam: 'schuld', organisatie: 'gemeente', zetels: ['schuldhulp'] },
  { naam: 'wmo', organisatie: 'wijkteam', zetels: ['wmo'] },
  { naam: 'ggz', organisatie: 'ggz', zetels: ['gezondheidszorg'] },
  { naam: 'ggz2', organisatie: 'ggz', zetels: ['gezondheidszorg', 'gedragsdeskundige'] },
  { naam: 'huisarts', organisatie: 'huisarts', zetels: ['gezondheidszorg'] },
  { naam: 'school', organisatie: 'school', zetels: ['onderwijs'] },
  { naam: 'wonen', organisatie: 'corporatie', zetels: ['wonen'] },
  { naam: 'welzijn', organisatie: 'welzijn', zetels: ['welzijn', 'werk'] },
  { naam: 'jeugdhulp', organisatie: 'jeugdhulp', zetels: ['jeugdhulp', 'jeugdbescherming'] },
  { naam: 'bewind', organisatie: 'bewind', zetels: ['vertegenwoordiger'] },
  { naam: 'inkomen', organisatie: 'dienst', zetels: ['inkomen'] },
  { naam: 'gezin', organisatie: 'gezin', zetels: ['gezin'] },
  { naam: 'netwerk', organisatie: 'netwerk', zetels: ['netwerk'] },
  { naam: 'veilig', organisatie: 'veiligthuis', zetels: ['veiligheid'] },
  // Who has no seat anywhere, and is nobody's kijker: what waits for them holds no content (NK30).
  { naam: 'leiding', organisatie: 'gemeente', zetels: [] },
  { naam: 'proces', organisatie: 'gemeente', zetels: [] },
  // To whom a question for advice is handed on; nobody's kijker either.
  { naam: 'deskundige2', organisatie: 'expertise', zetels: ['gedragsdeskundige'] },
] as const;

/** Leads who work for the municipality; and who is procesregisseur. */
export const LEIDING = 16;
export const PROCESREGISSEUR = 17;

/** Who may advise from a distance (OV11), and mostly has no seat; and to whom they hand a question on. */
export const DESKUNDIGE = 5;
export const ANDERE_DESKUNDIGE = 18;

/** Who can sit at a table, or look. */
export const AANTAL = LEIDING;

export function lidVanGezelschap(i: number): {
  naam: string;
  organisatie: string;
  zetels: readonly string[];
} {
  const wie = GEZELSCHAP[i % GEZELSCHAP.length];
  if (wie === undefined) throw new Error('nobody has this number');
  return wie;
}

/** Puts them in. @returns ids of people by number, of organisations by key */
export function vestigGezelschap(tafel: Tafel): { mensen: string[]; organisaties: Map<string, string> } {
  const gevestigd = vestig(
    tafel,
    Object.fromEntries(
      GEZELSCHAP.filter(({ zetels }) => zetels.length > 0).map(({ naam, organisatie, zetels }) => [
        naam,
        // At least one, as seen.
        [organisatie, ...zetels] as unknown as Mens,
      ]),
    ),
    {
      mens: (naam) => `naam-${naam}`,
      organisatie: (organisatie) => `org-${organisatie}`,
      isGemeente: (organisatie) => ['gemeente', 'dienst'].includes(organisatie),
    },
  );
  const buiten = new Map(
    GEZELSCHAP.filter(({ zetels }) => zetels.length === 0).map(({ naam, organisatie }) => [
      naam,
      tafel.medewerker(`naam-${naam}`, gevestigd.organisatieId(organisatie)),
    ]),
  );
  const mensen = GEZELSCHAP.map(({ naam }) => buiten.get(naam) ?? gevestigd.persoonId(naam));
  const [leiding = '', proces = ''] = [mensen[LEIDING], mensen[PROCESREGISSEUR]];
  for (const wie of [0, 1, 2]) zetLeidinggevende(tafel.database, mensen[wie] ?? '', leiding);
  geefRol(tafel.database, {
    id: 'rol-proces',
    medewerkerId: proces,
    rol: 'procesregisseur',
    van: tafel.klok.nu - 1,
    tot: null,
  });
  return {
    mensen,
    organisaties: new Map(
      GEZELSCHAP.map(({ organisatie }) => [organisatie, gevestigd.organisatieId(organisatie)]),
    ),
  };
}

/** A compartment by what it is of. `null` as organisation: shared, or the tile. */
export interface Plek {
  readonly categorie: string;
  readonly lid: string | null;
  readonly organisatie: string | null;
}

/** Somebody's seat, as far as the matrix needs it. */
export interface Stoel {
  readonly wie: number;
  readonly zetel: string;
  readonly lidIds: readonly string[] | null;
  readonly alsLid: string | null;
  readonly regisseur: boolean;
}

const RANG = { '·': 0, D: 1, L: 2, S: 3 } as const;
const CATEGORIEEN = new Map(STANDAARDMATRIX.categorieen.map((categorie) => [categorie.code, categorie]));
const ZETELS = new Map(STANDAARDMATRIX.zetels.map((zetel) => [zetel.code, zetel]));

export function perOrganisatie(categorie: string): boolean {
  return CATEGORIEEN.get(categorie)?.perOrganisatie === true;
}

export function isDiscreet(zetel: string): boolean {
  return ZETELS.get(zetel)?.discreet === true;
}

export function isKernteam(zetel: string): boolean {
  return letter('plan', zetel) === 3;
}

export function letter(categorie: string, zetel: string): number {
  return RANG[STANDAARDMATRIX.cellen[categorie]?.[zetel] ?? '·'];
}

/** What acute danger opens there for who sits on this zetel (NK25). */
export function opentInNood(categorie: string, zetel: string): 'inhoud' | 'noodkaart' | 'niets' {
  if (ZETELS.get(zetel)?.acuutGevaar !== true) return 'niets';
  return CATEGORIEEN.get(categorie)?.inAcuutGevaar ?? 'niets';
}

/** Categories of which an organisation gets its own compartments from this zetel. */
export function eigenCategorieen(zetel: string): string[] {
  return [...CATEGORIEEN.keys()].filter(
    (categorie) => perOrganisatie(categorie) && letter(categorie, zetel) === 3,
  );
}

/**
 * The level, 0–3, read from the table of need-to-know.md, without rights, exclusions and acute danger, which
 * the oracle knows of. Where it is unsure, it says more rather than less.
 */
export function niveau(stoel: Stoel, plek: Plek): number {
  const eigen = plek.organisatie === lidVanGezelschap(stoel.wie).organisatie;
  const vanAnder = perOrganisatie(plek.categorie) && !eigen;
  const begrens = (cel: number): number => (vanAnder && cel === 3 ? 1 : cel);
  const buiten =
    plek.lid !== null &&
    ((stoel.lidIds !== null && !stoel.lidIds.includes(plek.lid)) ||
      (stoel.zetel === 'gezin' && stoel.alsLid !== plek.lid));
  const vanZetel = buiten ? 0 : begrens(letter(plek.categorie, stoel.zetel));
  if (!stoel.regisseur) return vanZetel;
  const kolom = begrens(RANG[STANDAARDMATRIX.regisseur[plek.categorie] ?? '·']);
  return Math.max(vanZetel, kolom);
}
