import { isDeepStrictEqual } from 'node:util';
import type { Doorzetting as Gezien } from '../../shared/contract/doorzetting.ts';
import type { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { z } from '../../shared/contract/zod.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import { BEZWAARUITKOMSTEN } from '../../shared/plan/doorzetten.ts';
import { STANDEN } from '../../shared/plan/kaartsoorten.ts';
import { Opgeslagen } from '../kern/opgeslagen.ts';
import { kanNiet } from '../kern/weigering.ts';
import type { Kijk, Lezer } from '../toegang/toegang.ts';

const Bezwaar = z.object({
  id: z.uuid(),
  deelnemerId: z.uuid(),
  op: Opgeslagen,
  reden: z.string(),
  uitkomst: z.enum(BEZWAARUITKOMSTEN).nullable(),
  waarom: z.string().nullable(),
});

/** What the regisseur decided of an afspraak last, as it stands with it: content of the plan. */
export const DoorzettingOpSchijf = z.object({
  op: Opgeslagen,
  /** Who directed then. */
  persoonId: z.string(),
  /**
   * Whether it goes on was decided as well. Who carries it out and until when always is, whatever was changed of it: which
   * of the two it was would tell of somebody hidden who came into it, or went (NK23).
   */
  metStand: z.boolean(),
  /** What stood there: what an objection that is upheld brings back, and who may object beside who carries it out now. */
  was: z.object({
    uitvoerders: z.array(z.string()),
    uiterlijk: z.string().nullable(),
    stand: z.enum(STANDEN),
  }),
  reden: z.string(),
  /** Why it holds no more; null: it holds. */
  waaromVervallen: z.string().nullable(),
  bezwaren: z.array(Bezwaar),
});
export type Doorzetting = z.infer<typeof DoorzettingOpSchijf>;
export type Bezwaar = z.infer<typeof Bezwaar>;

/** What of a kaart an objection rests on. */
interface Doorgezet {
  readonly inhoud: KaartInhoud;
  readonly doorzetting: Doorzetting | null;
}

/** What was decided of an afspraak and holds. */
export function geldend({ doorzetting }: Doorgezet): Doorzetting | null {
  return doorzetting?.waaromVervallen === null ? doorzetting : null;
}

/** An objection that waits for the procesregisseur. */
export function openBezwaar({ doorzetting }: Doorgezet): Bezwaar | undefined {
  return doorzetting?.bezwaren.find(({ uitkomst }) => uitkomst === null);
}

/** While it holds, what was decided becomes another by another besluit, or by an objection. @throws Weigering 422 */
export function eisNietDoorgezet(kijk: Kijk, kaart: Doorgezet, wordt: KaartInhoud): void {
  const doorzetting = geldend(kaart);
  if (doorzetting === null) return;
  const [was, is]: Readonly<Record<string, unknown>>[] = [{ ...kaart.inhoud }, { ...wordt }];
  const veld = ['uitvoerders', 'uiterlijk', ...(doorzetting.metStand ? ['stand'] : [])].find(
    (een) => !isDeepStrictEqual(was?.[een], is?.[een]),
  );
  if (veld === undefined) return;
  throw kanNiet('doorgezet', watNu(kijk, 'Dit'), [{ veld, bericht: 'hierover besloot de regisseur' }]);
}

/** What somebody can do who wants what was decided otherwise. */
export function watNu({ ik }: Kijk, wat: string): string {
  return ik.regisseur
    ? `${wat} staat vast door een besluit van de regisseur. Neem een nieuw besluit over deze afspraak.`
    : `${wat} staat vast door een besluit van de regisseur. Bent u het er niet mee eens, bel de regisseur of maak bezwaar.`;
}

/** Whom a besluit concerns: who carries it out in their own name, or did until then. */
export function isBetrokken({ ik }: Kijk, { doorzetting }: Doorgezet, voertUit: boolean): boolean {
  return !ik.regisseur && (voertUit || doorzetting?.was.uitvoerders.includes(ik.id) === true);
}

/** What of it everyone sees alike: who objected they don't. */
export function zonderBezwaren(doorzetting: Doorzetting | null): unknown {
  return doorzetting && { ...doorzetting, bezwaren: [] };
}

/**
 * A besluit as it reaches somebody. An objection is for who made it and who directs, until it is upheld: then it shows by
 * what the afspraak is again.
 * @param voertUit whether they carry it out in their own name
 */
export function doorzettingVoor(
  kijk: Kijk,
  kaart: Doorgezet,
  hoe: {
    readonly voertUit: boolean;
    readonly lees: Lezer;
    readonly door: (persoonId: string) => string | null;
  },
): { doorzetting?: Gezien } {
  const { doorzetting } = kaart;
  if (doorzetting === null) return {};
  const { lees } = hoe;
  const { ik, beslisser } = kijk;
  const mijn = doorzetting.bezwaren.some(({ deelnemerId }) => deelnemerId === ik.id);
  return {
    doorzetting: {
      op: new Date(doorzetting.op).toISOString(),
      door: hoe.door(doorzetting.persoonId),
      metStand: doorzetting.metStand,
      reden: lees(doorzetting.reden),
      waaromVervallen: doorzetting.waaromVervallen && lees(doorzetting.waaromVervallen),
      bezwaren: doorzetting.bezwaren
        .filter(({ deelnemerId }) => ik.regisseur || deelnemerId === ik.id)
        .map(({ id, deelnemerId, op, reden, uitkomst, waarom }) => ({
          id,
          deelnemerId: kijk.bekende(deelnemerId)?.id ?? null,
          op: new Date(op).toISOString(),
          reden: lees(reden),
          uitkomst,
          waarom: waarom && lees(waarom),
        })),
      magBezwaar:
        geldend(kaart) !== null &&
        !mijn &&
        isBetrokken(kijk, kaart, hoe.voertUit) &&
        isBekend(ik, beslisser.regels),
    },
  };
}
