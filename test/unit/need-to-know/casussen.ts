import fc from 'fast-check';
import type { CasusFeiten, CompartimentFeit, DeelnemerFeit } from '../../../shared/need-to-know/feiten.ts';
import type { Matrix } from '../../../shared/need-to-know/matrix.ts';
import { NIVEAUS } from '../../../shared/need-to-know/niveaus.ts';
import { STANDAARDMATRIX } from '../../../shared/need-to-know/standaardmatrix.ts';

/** The moment at which generated casussen are decided; generated times lie just around it. */
export const NU = 1_000_000;

/** A casus with the rules that hold for it, and who is named by a kaart that reaches whoever looks. */
export interface Geval {
  readonly matrix: Matrix;
  readonly feiten: CasusFeiten;
  readonly genoemd: ReadonlySet<string>;
}

/** Runs of a property: 300, or what the environment variable RUNS says. */
export const RUNS = Number(process.env.RUNS ?? 300);

/** A casus under a random matrix, or now and then under the default one. */
export function geval(): fc.Arbitrary<Geval> {
  return fc
    .oneof(
      { weight: 3, arbitrary: willekeurigeMatrix() },
      { weight: 1, arbitrary: fc.constant(STANDAARDMATRIX) },
    )
    .chain((matrix) => casusOnder(matrix));
}

/** A casus under the default matrix. */
export function standaardgeval(): fc.Arbitrary<Geval> {
  return casusOnder(STANDAARDMATRIX);
}

const letter = fc.constantFrom('S', 'L', 'D', '·');
const code = (soort: string, i: number) => `${soort}_${'abcdefghij'[i] ?? 'z'}`;

function willekeurigeMatrix(): fc.Arbitrary<Matrix> {
  return fc
    .tuple(
      fc.array(
        fc.record({
          discreet: fc.boolean(),
          brengtIn: fc.boolean(),
          acuutGevaar: fc.boolean(),
          alleenEigenLid: fc.integer({ min: 0, max: 3 }).map((n) => n === 3),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      fc.array(
        fc.record({
          soort: fc.constantFrom(
            'gedeeld',
            'gedeeld',
            'organisatie',
            'organisatie',
            'organisatie',
            'maker',
            'kring',
          ),
          onderwerp: fc.constantFrom('huishouden', 'lid', 'huishouden_of_lid', 'huishouden_of_lid'),
          opent: fc.constantFrom('vanzelf', 'op_verzoek'),
          inAcuutGevaar: fc.constantFrom('inhoud', 'noodkaart', 'niets'),
          letters: fc.array(letter, { minLength: 5, maxLength: 5 }),
          regisseur: fc.constantFrom('S', 'L', 'D'),
          buiten: fc.option(letter, { nil: undefined }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
      fc.nat(),
    )
    .map(([zetels, categorieen, welke]) => {
      const door = categorieen.map((categorie, i) => ({ ...categorie, code: code('cat', i) }));
      const matrixrijen = door.filter(({ soort }) => soort === 'gedeeld' || soort === 'organisatie');
      return {
        versie: 'willekeurig',
        geldigVanaf: '2026-01-01',
        kernteamSchrijft: code('cat', welke % categorieen.length),
        zetels: zetels.map((zetel, i) => ({ ...zetel, code: code('zetel', i), naam: `Zetel ${i}` })),
        categorieen: door.map((categorie) => ({
          code: categorie.code,
          naam: categorie.code,
          onderwerp: categorie.soort === 'maker' ? ('geen' as const) : categorie.onderwerp,
          perOrganisatie: categorie.soort === 'organisatie',
          beslist:
            categorie.soort === 'maker' || categorie.soort === 'kring'
              ? categorie.soort
              : ('matrix' as const),
          opent: categorie.opent,
          inAcuutGevaar: categorie.inAcuutGevaar,
          bewaren: '',
        })),
        cellen: Object.fromEntries(
          matrixrijen.map((rij) => [
            rij.code,
            Object.fromEntries(zetels.map((_, i) => [code('zetel', i), rij.letters[i] ?? '·'])),
          ]),
        ),
        regisseur: Object.fromEntries(matrixrijen.map((rij) => [rij.code, rij.regisseur])),
        regisseurBuitenGemeente: Object.fromEntries(
          matrixrijen.flatMap((rij) => (rij.buiten === undefined ? [] : [[rij.code, rij.buiten]])),
        ),
      };
    });
}

const ORGANISATIES = ['gemeente', 'ggz', 'school'];

/** Around NU, the moments at which something starts or ends included. */
const periode = fc.record({
  van: fc.constantFrom(NU - 2, NU - 1, NU - 1, NU, NU, NU + 1),
  tot: fc.constantFrom(null, null, null, NU - 1, NU, NU + 1, NU + 2),
});

/** Which deelnemer and which compartment, by number; wraps around. */
const wieWat = fc.record({ wie: fc.nat(), wat: fc.nat(), periode });

function casusOnder(matrix: Matrix): fc.Arbitrary<Geval> {
  return fc
    .record({
      leden: fc.integer({ min: 0, max: 3 }),
      zitplaatsen: fc.array(
        fc.record({
          medewerker: fc.nat({ max: 3 }),
          organisatie: fc.nat({ max: 2 }),
          buitenGemeente: fc.boolean(),
          zetel: fc.nat(),
          lidIds: fc.option(fc.subarray([0, 1, 2]), { nil: null }),
          alsLid: fc.option(fc.nat({ max: 2 }), { nil: null, freq: 5 }),
          regisseur: fc.integer({ min: 0, max: 3 }).map((n) => n === 3),
          bekend: fc.boolean(),
          periode,
        }),
        { minLength: 1, maxLength: 6 },
      ),
      houders: fc.array(fc.subarray(ORGANISATIES), { minLength: 4, maxLength: 4 }),
      kringen: fc.nat({ max: 2 }),
      concepten: fc.array(fc.nat({ max: 3 }), { maxLength: 3 }),
      volgorde: fc.nat({ max: 1_000 }),
      rechten: fc.array(fc.tuple(wieWat, fc.constantFrom(...NIVEAUS)), { maxLength: 12 }),
      uitsluitingen: fc.array(wieWat, { maxLength: 8 }),
      noodtoegangen: fc.array(wieWat, { maxLength: 8 }),
      genoemd: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
    })
    .map((gok) => {
      const leden = Array.from({ length: gok.leden }, (_, i) => ({ id: `lid${i}` }));
      const deelnemers = gok.zitplaatsen.map((plaats, i): DeelnemerFeit => {
        const zetel = matrix.zetels[plaats.zetel % matrix.zetels.length];
        return {
          id: `d${i}`,
          persoonId: `m${plaats.medewerker}`,
          organisatieId: ORGANISATIES[plaats.organisatie] ?? 'gemeente',
          buitenGemeente: plaats.buitenGemeente,
          zetel: zetel?.code ?? 'onbekend',
          lidIds: plaats.lidIds?.filter((lid) => lid < gok.leden).map((lid) => `lid${lid}`) ?? null,
          alsLidId: zetel?.alleenEigenLid && plaats.alsLid !== null ? `lid${plaats.alsLid}` : null,
          regisseur: plaats.regisseur,
          bekend: plaats.bekend,
          ...plaats.periode,
        };
      });
      const compartimenten = schud(compartimentenVan(matrix, leden, deelnemers, gok), gok.volgorde);
      const rij = ({ wie, wat, periode: wanneer }: { wie: number; wat: number; periode: Periode }) => ({
        deelnemerId: `d${wie % deelnemers.length}`,
        compartimentId: compartimenten[wat % Math.max(1, compartimenten.length)]?.id ?? 'geen',
        ...wanneer,
      });
      return {
        matrix,
        feiten: {
          leden,
          deelnemers,
          compartimenten,
          rechten: gok.rechten.map(([waar, niveau]) => ({ ...rij(waar), niveau })),
          uitsluitingen: gok.uitsluitingen.map(rij),
          noodtoegangen: gok.noodtoegangen.map(rij),
        },
        genoemd: new Set(gok.genoemd.map((i) => `d${i}`)),
      };
    });
}

interface Periode {
  readonly van: number;
  readonly tot: number | null;
}

/**
 * What a casus has: for each category and subject the shared compartment, or a tegel and what organisations keep:
 * those that have somebody on a zetel that writes it, and others from before.
 */
function compartimentenVan(
  matrix: Matrix,
  leden: readonly { readonly id: string }[],
  deelnemers: readonly DeelnemerFeit[],
  gok: {
    readonly houders: readonly string[][];
    readonly kringen: number;
    readonly concepten: readonly number[];
  },
): CompartimentFeit[] {
  return matrix.categorieen.flatMap((categorie, nummer) => {
    const niets = { categorie: categorie.code, lidId: null, organisatieId: null, makerId: null };
    if (categorie.beslist === 'maker') {
      return gok.concepten.map((m, i) => ({ ...niets, id: `${categorie.code} ${i}`, makerId: `m${m}` }));
    }
    const onderwerpen = [
      ...(categorie.onderwerp === 'lid' ? [] : [null]),
      ...(categorie.onderwerp === 'huishouden' ? [] : leden.map((lid) => lid.id)),
    ];
    return onderwerpen.flatMap((lidId, i): CompartimentFeit[] => {
      const dit = { ...niets, lidId, id: `${categorie.code} ${lidId ?? 'huishouden'}` };
      if (categorie.beslist === 'kring') {
        return Array.from({ length: gok.kringen }, (_, k) => ({
          ...dit,
          id: `${dit.id} ${k}`,
          makerId: 'm0',
        }));
      }
      if (!categorie.perOrganisatie) return [dit];
      const schrijvers = deelnemers.filter((d) => matrix.cellen[categorie.code]?.[d.zetel] === 'S');
      const houders = new Set([
        ...schrijvers.map((d) => d.organisatieId),
        ...(gok.houders[(nummer + i) % gok.houders.length] ?? []),
      ]);
      return [dit, ...[...houders].map((o) => ({ ...dit, id: `${dit.id} ${o}`, organisatieId: o }))];
    });
  });
}

/** The same list in another order, the same one for the same number. */
function schud<T>(lijst: readonly T[], nummer: number): T[] {
  return lijst
    .map((een, i) => ({ een, plek: nummer === 0 ? i : ((i + 1) * 7919 * nummer) % 10_007 }))
    .sort((a, b) => a.plek - b.plek)
    .map(({ een }) => een);
}
