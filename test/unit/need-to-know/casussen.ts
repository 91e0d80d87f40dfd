import fc from 'fast-check';
import type { CasusFeiten } from '../../../shared/need-to-know/feiten.ts';
import type { Matrix } from '../../../shared/need-to-know/matrix.ts';
import { NIVEAUS } from '../../../shared/need-to-know/niveaus.ts';
import { STANDAARDMATRIX } from '../../../shared/need-to-know/standaardmatrix.ts';
import { allenBevestigd, compartimentenVan, nood, recht, uitsluiting, zit } from '../../bouw/feiten.ts';

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
          mens: fc.nat({ max: 3 }),
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
      onbevestigd: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      besloten: fc.array(wieWat, { maxLength: 2 }),
      plaatsen: fc.array(fc.record({ mens: fc.nat({ max: 5 }), periode }), { maxLength: 3 }),
      toelatingen: fc.array(wieWat, { maxLength: 10 }),
      genoemd: fc.array(fc.nat({ max: 5 }), { maxLength: 2 }),
    })
    .map((gok) => {
      const leden = Array.from({ length: gok.leden }, (_, i) => ({ id: `lid${i}` }));
      const deelnemers = gok.zitplaatsen.map((plaats, i) => {
        const zetel = matrix.zetels[plaats.zetel % matrix.zetels.length];
        return zit(zetel?.code ?? 'onbekend', {
          id: `d${i}`,
          persoonId: `m${plaats.mens}`,
          organisatieId: ORGANISATIES[plaats.organisatie] ?? 'gemeente',
          buitenGemeente: plaats.buitenGemeente,
          lidIds: plaats.lidIds?.filter((lid) => lid < gok.leden).map((lid) => `lid${lid}`) ?? null,
          alsLidId: zetel?.alleenEigenLid && plaats.alsLid !== null ? `lid${plaats.alsLid}` : null,
          regisseur: plaats.regisseur,
          bekend: plaats.bekend,
          ...plaats.periode,
        });
      });
      const erbij = {
        houders: (categorie: string, lidId: string | null) => {
          const nummer = matrix.categorieen.findIndex(({ code }) => code === categorie);
          const wie = leden.findIndex(({ id }) => id === lidId);
          return gok.houders[(nummer + wie + 1) % gok.houders.length] ?? [];
        },
        kringen: gok.kringen,
        makers: gok.concepten.map((m) => `m${m}`),
      };
      // OV11: a question is of the kind of what it is beside.
      const gewoon = compartimentenVan(matrix, leden, deelnemers, erbij);
      const gedeelde = gewoon.filter(
        ({ organisatieId, makerId }) => organisatieId === null && makerId === null,
      );
      const besloten = gok.besloten.flatMap(({ wat }, i) => {
        const naast = gedeelde[wat % Math.max(1, gedeelde.length)];
        return naast === undefined ? [] : [{ ...naast, id: `besloten ${i}`, besloten: true }];
      });
      const compartimenten = schud([...gewoon, ...besloten], gok.volgorde);
      const plaatsen = gok.plaatsen.map((plaats, i) => ({
        id: `p${i}`,
        persoonId: `m${plaats.mens}`,
        ...plaats.periode,
      }));
      const binnen = [...deelnemers, ...plaatsen];
      const bij = ({ wie, wat }: { wie: number; wat: number }) =>
        [
          { id: `d${wie % deelnemers.length}` },
          { id: compartimenten[wat % Math.max(1, compartimenten.length)]?.id ?? 'geen' },
        ] as const;
      return {
        matrix,
        feiten: {
          leden,
          deelnemers,
          compartimenten,
          rechten: gok.rechten.map(([waar, niveau]) => recht(...bij(waar), niveau, waar.periode)),
          uitsluitingen: gok.uitsluitingen.map((waar) => uitsluiting(...bij(waar), waar.periode)),
          noodtoegangen: gok.noodtoegangen.map((waar) => nood(...bij(waar), waar.periode)),
          bevestigingen: allenBevestigd(matrix, leden, deelnemers).filter(
            (_, i) => gok.onbevestigd[i % gok.onbevestigd.length] === false,
          ),
          plaatsen,
          toelatingen: gok.toelatingen.map((waar) => ({
            ...recht({ id: binnen[waar.wie % binnen.length]?.id ?? '' }, bij(waar)[1], 'lezen', waar.periode),
          })),
        },
        genoemd: new Set(gok.genoemd.map((i) => `d${i}`)),
      };
    });
}

/** The same list in another order, the same one for the same number. */
function schud<T>(lijst: readonly T[], nummer: number): T[] {
  return lijst
    .map((een, i) => ({ een, plek: nummer === 0 ? i : ((i + 1) * 7919 * nummer) % 10_007 }))
    .sort((a, b) => a.plek - b.plek)
    .map(({ een }) => een);
}
