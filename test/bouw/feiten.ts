import type {
  BevestigingFeit,
  CasusFeiten,
  CompartimentFeit,
  DeelnemerFeit,
  NoodtoegangFeit,
  RechtFeit,
  UitsluitingFeit,
} from '../../shared/need-to-know/feiten.ts';
import type { Matrix } from '../../shared/need-to-know/matrix.ts';
import { Moment, type Periode } from '../../shared/need-to-know/moment.ts';
import { regisseurOp } from '../../shared/need-to-know/regie.ts';
import { STANDAARDMATRIX } from '../../shared/need-to-know/standaardmatrix.ts';
import { GEMEENTE, type Gezelschap, type Opzet, type Plek, paren, type Stoel } from './opzet.ts';

// Who sits at a table as plain facts, for what decides and needs no server. Ids are the words of the test.

export const ALTIJD: Periode = { van: 0, tot: null };

/** A compartment that nobody keeps: a shared one, or in a category that organisations keep, the tegel. */
export function gedeeld(categorie: string, lidId: string | null): CompartimentFeit {
  return {
    id: `${categorie} ${lidId ?? 'huishouden'}`,
    categorie,
    lidId,
    organisatieId: null,
    makerId: null,
  };
}

/** What an organisation keeps. */
export function van(categorie: string, organisatieId: string, lidId: string | null): CompartimentFeit {
  const tegel = gedeeld(categorie, lidId);
  return { ...tegel, id: `${tegel.id} ${organisatieId}`, organisatieId };
}

/** A seat of the municipality for the household, from always, for ever; its id is its zetel. */
export function zit(zetel: string, anders: Partial<DeelnemerFeit> = {}): DeelnemerFeit {
  const id =
    anders.id ?? `${zetel}${anders.organisatieId === undefined ? '' : ` bij ${anders.organisatieId}`}`;
  return {
    persoonId: `mens ${id}`,
    organisatieId: GEMEENTE,
    buitenGemeente: false,
    zetel,
    lidIds: null,
    alsLidId: null,
    regisseur: false,
    bekend: false,
    ...ALTIJD,
    ...anders,
    id,
  };
}

type MetId = { readonly id: string };

export function recht(
  d: MetId,
  c: MetId,
  niveau: RechtFeit['niveau'] = 'lezen',
  periode: Periode = ALTIJD,
): RechtFeit {
  return { ...voor(d, c, periode), niveau };
}

export function uitsluiting(d: MetId, c: MetId, periode: Periode = ALTIJD): UitsluitingFeit {
  return voor(d, c, periode);
}

export function nood(d: MetId, c: MetId, periode: Periode = ALTIJD): NoodtoegangFeit {
  return voor(d, c, periode);
}

/** Where a person's id, their seat's and the names of organisations and members are the words of the opzet. */
export function feitenVan<Wie extends string, Lid extends string>(
  gezelschap: Gezelschap<Wie>,
  opzet: Opzet<Wie, Lid>,
  nu: number,
): CasusFeiten {
  const { regisseur, rechten = [], uitsluitingen = [], acuutGevaar = [], waarnemingen = [] } = opzet;
  const regie = {
    houderId: regisseur,
    waarnemingen: waarnemingen.map(({ wie, ...periode }) => ({ deelnemerId: wie, ...periode })),
  };
  const leidt = regisseurOp(regie, new Moment(nu));
  const stoelen: readonly (readonly [Wie, Stoel<Lid>])[] = [
    [regisseur, { voor: null }],
    ...paren<Wie, Stoel<Lid>>(opzet.stoelen),
  ];
  const deelnemers = stoelen.map(([wie, stoel]) => {
    const [organisatieId, eerste] = gezelschap[wie];
    return zit(stoel.zetel ?? eerste, {
      id: wie,
      persoonId: wie,
      organisatieId,
      buitenGemeente: organisatieId !== GEMEENTE,
      lidIds: stoel.voor,
      alsLidId: stoel.alsLid ?? null,
      regisseur: wie === leidt,
      bekend: stoel.bekend === true,
      ...duur(stoel),
    });
  });
  const leden = paren(opzet.leden).map(([id]) => ({ id }));
  const deel = ({ categorie, lid, van: wie }: Plek<Lid>): CompartimentFeit =>
    wie === null ? gedeeld(categorie, lid) : van(categorie, wie, lid);
  const bij = ({ wie, plek }: { wie: Wie; plek: Plek<Lid> }) => [{ id: wie }, deel(plek)] as const;
  return {
    leden,
    deelnemers,
    compartimenten: compartimentenVan(STANDAARDMATRIX, leden, deelnemers),
    rechten: rechten.map((een) => recht(...bij(een), een.niveau, duur(een))),
    uitsluitingen: uitsluitingen.map((een) => uitsluiting(...bij(een), duur(een))),
    noodtoegangen: acuutGevaar.map((een) => nood(...bij(een), duur(een))),
    bevestigingen: allenBevestigd(STANDAARDMATRIX, leden, deelnemers),
  };
}

/** Everybody is confirmed for all that their own organisation keeps, or could keep (NK12). */
export function allenBevestigd(
  { categorieen }: Matrix,
  leden: readonly MetId[],
  deelnemers: readonly DeelnemerFeit[],
): BevestigingFeit[] {
  return deelnemers.flatMap(({ id, organisatieId }) =>
    categorieen
      .filter(({ perOrganisatie }) => perOrganisatie)
      .flatMap(({ code }) =>
        [null, ...leden.map((lid) => lid.id)].map((lidId) => ({
          deelnemerId: id,
          compartimentId: van(code, organisatieId, lidId).id,
        })),
      ),
  );
}

/** What there is in a casus beside what follows from who sits there. */
export interface Erbij {
  /** Who keeps something of a category about somebody from before. */
  readonly houders?: (categorie: string, lidId: string | null) => readonly string[];
  /** How many kringen there are about each subject. */
  readonly kringen?: number;
  /** Whose concepts there are. */
  readonly makers?: readonly string[];
}

/**
 * What a casus has: for each category and subject the shared compartment, or a tegel and what organisations keep:
 * those that have somebody on a zetel that writes it, and others from before.
 */
export function compartimentenVan(
  matrix: Matrix,
  leden: readonly MetId[],
  deelnemers: readonly DeelnemerFeit[],
  { houders: vanEerder = () => [], kringen = 0, makers = [] }: Erbij = {},
): CompartimentFeit[] {
  const lijst = matrix.categorieen.flatMap((categorie): CompartimentFeit[] => {
    if (categorie.beslist === 'maker') {
      return makers.map((makerId, i) => ({
        ...gedeeld(categorie.code, null),
        id: `${categorie.code} ${i}`,
        makerId,
      }));
    }
    const onderwerpen = [
      ...(categorie.onderwerp === 'lid' ? [] : [null]),
      ...(categorie.onderwerp === 'huishouden' ? [] : leden.map((lid) => lid.id)),
    ];
    return onderwerpen.flatMap((lidId): CompartimentFeit[] => {
      const dit = gedeeld(categorie.code, lidId);
      if (categorie.beslist === 'kring') {
        return Array.from({ length: kringen }, (_, k) => ({ ...dit, id: `${dit.id} ${k}`, makerId: 'm0' }));
      }
      if (!categorie.perOrganisatie) return [dit];
      const schrijvers = deelnemers.filter(
        ({ zetel, lidIds }) =>
          matrix.cellen[categorie.code]?.[zetel] === 'S' &&
          (lidId === null || lidIds === null || lidIds.includes(lidId)),
      );
      const houders = new Set([
        ...schrijvers.map(({ organisatieId }) => organisatieId),
        ...vanEerder(categorie.code, lidId),
      ]);
      return [dit, ...[...houders].map((wie) => van(categorie.code, wie, lidId))];
    });
  });
  // Every other concept holds words of what stands here, each of another.
  const vanMaker = new Set(
    matrix.categorieen.flatMap(({ code, beslist }) => (beslist === 'maker' ? [code] : [])),
  );
  const waarover = lijst.filter(({ makerId }) => makerId === null);
  return lijst.map((deel, n) => {
    const over =
      vanMaker.has(deel.categorie) && n % 2 === 0 ? waarover[(n * 7) % waarover.length]?.id : undefined;
    return over === undefined ? deel : { ...deel, over };
  });
}

function voor(d: MetId, c: MetId, periode: Periode) {
  return { deelnemerId: d.id, compartimentId: c.id, ...periode };
}

function duur({ van: begin = 0, tot = null }: { van?: number; tot?: number | null }): Periode {
  return { van: begin, tot };
}
