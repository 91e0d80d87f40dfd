import { z } from 'zod';
import type { Niveau } from './niveaus.ts';

/**
 * The matrix of a municipality and the tables that go with it, as data (need-to-know.md, "The default
 * matrix"): versioned, dated, checked here when it is loaded. The engine knows no category or zetel by name.
 */

const Letter = z.enum(['S', 'L', 'D', '·']);
type Letter = z.infer<typeof Letter>;

const NIVEAU_VAN_LETTER: Readonly<Record<Letter, Niveau>> = {
  S: 'schrijven',
  L: 'lezen',
  D: 'dat',
  '·': 'verborgen',
};

const Code = z.string().regex(/^[a-z][a-z_]{1,39}$/);

const ZetelRegel = z.strictObject({
  code: Code,
  naam: z.string().min(1).max(60),
  /** Not known to others until the household agrees (NK20). */
  discreet: z.boolean(),
  /** May bring a casus (need-to-know.md, below the matrix). */
  brengtIn: z.boolean(),
  /** May use acute danger (NK25). */
  acuutGevaar: z.boolean(),
  /** Sees, of what is about a member, only what is about the member that this person is (gezin). */
  alleenEigenLid: z.boolean(),
});

const CategorieRegel = z.strictObject({
  code: Code,
  naam: z.string().min(1).max(60),
  /** What it can be about: the household, one member, either, or nobody (what one person is still writing). */
  onderwerp: z.enum(['huishouden', 'lid', 'huishouden_of_lid', 'geen']),
  /** Each organisation keeps its own compartment of it; another organisation's is at most `dat` where the cell says S. */
  perOrganisatie: z.boolean(),
  /** Who decides: the matrix, only its maker (concept), or a list of people (kring). */
  beslist: z.enum(['matrix', 'maker', 'kring']),
  opent: z.enum(['vanzelf', 'op_verzoek']),
  inAcuutGevaar: z.enum(['inhoud', 'noodkaart', 'niets']),
  /** Proposal for keeping, as it is shown; an archivist decides. */
  bewaren: z.string().max(80),
});

const Rij = z.record(Code, Letter);

/** The matrix as it is stored and loaded. */
export const MatrixSchema = z
  .strictObject({
    versie: z.string().min(1).max(40),
    geldigVanaf: z.iso.date(),
    /** The category whose writers by the matrix are the kernteam. */
    kernteamSchrijft: Code,
    zetels: z.array(ZetelRegel).min(1),
    categorieen: z.array(CategorieRegel).min(1),
    /** Category → zetel → letter; whole for every category that the matrix decides. */
    cellen: z.record(Code, Rij),
    /** The column "+regisseur". */
    regisseur: Rij,
    /** What replaces that column for a regisseur from outside the municipality. */
    regisseurBuitenGemeente: Rij,
  })
  .superRefine((m, ctx) => {
    const fout = (bericht: string): void => {
      ctx.addIssue({ code: 'custom', message: bericht });
    };
    const zetels = new Set(m.zetels.map((zetel) => zetel.code));
    const categorieen = new Set(m.categorieen.map((categorie) => categorie.code));
    if (zetels.size !== m.zetels.length) fout('een zetel staat er twee keer in');
    if (categorieen.size !== m.categorieen.length) fout('een categorie staat er twee keer in');
    if (!categorieen.has(m.kernteamSchrijft))
      fout(`kernteamSchrijft: onbekende categorie ${m.kernteamSchrijft}`);
    for (const categorie of m.categorieen) {
      if (categorie.beslist !== 'matrix') {
        if (categorie.perOrganisatie)
          fout(`${categorie.code} kan niet ook door organisaties worden bijgehouden`);
        continue;
      }
      const rij = m.cellen[categorie.code];
      for (const zetel of zetels) {
        if (rij?.[zetel] === undefined) fout(`de cel ${categorie.code} × ${zetel} ontbreekt`);
      }
      if (m.regisseur[categorie.code] === undefined)
        fout(`de regisseur heeft geen cel voor ${categorie.code}`);
    }
    for (const [categorie, rij] of Object.entries(m.cellen)) {
      if (!categorieen.has(categorie)) fout(`cellen: onbekende categorie ${categorie}`);
      for (const zetel of Object.keys(rij)) {
        if (!zetels.has(zetel)) fout(`cellen: onbekende zetel ${zetel} bij ${categorie}`);
      }
    }
    for (const categorie of [...Object.keys(m.regisseur), ...Object.keys(m.regisseurBuitenGemeente)]) {
      if (!categorieen.has(categorie)) fout(`regisseur: onbekende categorie ${categorie}`);
    }
    // NK11: what the matrix decides, a regisseur knows of; the only way below `dat` is from outside the municipality.
    for (const [categorie, letter] of Object.entries(m.regisseur)) {
      if (letter === '·') fout(`de regisseur moet van ${categorie} minstens weten dat het er is`);
    }
  });

/** The matrix as data. */
export type Matrix = z.infer<typeof MatrixSchema>;
export type Zetelregel = z.infer<typeof ZetelRegel>;

/** A category with its row of the matrix, ready to decide with. */
export interface Categorieregel extends z.infer<typeof CategorieRegel> {
  /** Place in the catalogue, from 0. */
  readonly volgorde: number;
  /** Level by zetel; a zetel that is not in it has `verborgen`. */
  readonly perZetel: ReadonlyMap<string, Niveau>;
  readonly regisseur: Niveau;
  readonly regisseurBuitenGemeente: Niveau;
  /** No zetel writes it and some know of it: what only the regisseur's column writes, who directs keeps (NK12). */
  readonly alleenRegisseur: boolean;
}

/** A checked matrix in the form that the engine decides with. */
export interface Regelboek {
  readonly versie: string;
  readonly geldigVanaf: string;
  readonly zetels: ReadonlyMap<string, Zetelregel>;
  readonly categorieen: ReadonlyMap<string, Categorieregel>;
  /** Zetels that write the kernteam's category by the matrix. */
  readonly kernteam: ReadonlySet<string>;
}

/**
 * Checks a matrix and makes it ready to decide with.
 * @throws ZodError naming each cell that is missing or unknown.
 */
export function laadMatrix(gegevens: unknown): Regelboek {
  const matrix = MatrixSchema.parse(gegevens);
  const categorieen = new Map<string, Categorieregel>();
  matrix.categorieen.forEach((categorie, volgorde) => {
    const rij = matrix.cellen[categorie.code] ?? {};
    const kolom = NIVEAU_VAN_LETTER[matrix.regisseur[categorie.code] ?? '·'];
    const buiten = matrix.regisseurBuitenGemeente[categorie.code];
    const letters = Object.values(rij);
    categorieen.set(categorie.code, {
      ...categorie,
      volgorde,
      perZetel: new Map(Object.entries(rij).map(([zetel, letter]) => [zetel, NIVEAU_VAN_LETTER[letter]])),
      // Of the regisseur's own notes nobody else knows: those are nobody's to give.
      alleenRegisseur: !letters.includes('S') && letters.some((letter) => letter !== '·'),
      regisseur: kolom,
      regisseurBuitenGemeente: buiten === undefined ? kolom : NIVEAU_VAN_LETTER[buiten],
    });
  });
  const schrijvers = categorieen.get(matrix.kernteamSchrijft)?.perZetel ?? new Map<string, Niveau>();
  return {
    versie: matrix.versie,
    geldigVanaf: matrix.geldigVanaf,
    zetels: new Map(matrix.zetels.map((zetel) => [zetel.code, zetel])),
    categorieen,
    kernteam: new Set([...schrijvers].filter(([, niveau]) => niveau === 'schrijven').map(([zetel]) => zetel)),
  };
}
