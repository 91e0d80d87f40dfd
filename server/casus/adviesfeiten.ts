import type { PlaatsFeit, ToelatingFeit } from '../../shared/need-to-know/feiten.ts';
import { ONLEESBARE_LIJST } from '../database/kolommen.ts';
import type { adviesopeningen, adviesvragen } from '../database/schema.ts';
import { isId, isOpgeslagenMoment } from '../kern/opgeslagen.ts';

export type AdviesvraagRij = typeof adviesvragen.$inferSelect;
export type AdviesopeningRij = typeof adviesopeningen.$inferSelect;

/** Who can advise, by their id, as the others may know them. */
export interface Deskundige {
  readonly id: string;
  readonly naam: string;
  readonly organisatie: string;
}

/** The place of a gedragsdeskundige at a question (OV11). */
export interface Adviesplaats extends PlaatsFeit {
  readonly vraagId: string;
  readonly naam: string;
  readonly organisatie: string;
}

/** What decisions about questions for advice rest on. */
export interface Adviesfeiten {
  readonly plaatsen: readonly Adviesplaats[];
  readonly toelatingen: readonly ToelatingFeit[];
  readonly adviesvragen: readonly AdviesvraagRij[];
  readonly adviesopeningen: readonly AdviesopeningRij[];
}

/** Whether a question can be read (ST1): one that can't is nobody's. */
export function isAdviesvraag(rij: AdviesvraagRij): boolean {
  const momenten = [rij.aangenomenOp, rij.getekendOp, rij.ingetrokkenOp].filter((op) => op !== null);
  return (
    [rij.id, rij.vragerId].every(isId) &&
    (rij.deskundigeId === null || isId(rij.deskundigeId)) &&
    rij.genoemdIds !== ONLEESBARE_LIJST &&
    [rij.van, rij.tot, ...momenten].every(isOpgeslagenMoment)
  );
}

/** Whether what a question opens can be read. */
export function isAdviesopening(rij: AdviesopeningRij): boolean {
  const ids = [rij.adviesvraagId, rij.compartimentId, ...(rij.verzoekId === null ? [] : [rij.verzoekId])];
  return ids.every(isId) && [rij.van, rij.tot].every(isOpgeslagenMoment);
}

/** Whether an answer to a question is still asked for at a moment, in ms since 1970: not signed, withdrawn or over. */
export function looptAdviesvraag({ tot, getekendOp, ingetrokkenOp }: AdviesvraagRij, op: number): boolean {
  return tot > op && [getekendOp, ingetrokkenOp].every((einde) => einde === null || einde > op);
}

/**
 * Who is let in by the questions of a casus (OV11): who asks and who is named, for as long as they take part; of the
 * gedragsdeskundigen each while nobody took it on and it isn't over, and then who did. What a question opens, it opens to
 * who took it on, and to nobody before. Who takes part in the casus advises on none of its questions: they know whom it is
 * about (NK1). One whose gedragsdeskundige left, or came to take part, waits again.
 */
export function adviesfeitenVan(
  vragen: readonly AdviesvraagRij[],
  openingen: readonly AdviesopeningRij[],
  alleDeskundigen: readonly Deskundige[],
  deelnemers: readonly { readonly persoonId: string }[],
): Adviesfeiten {
  const deskundigen = alleDeskundigen.filter(({ id }) =>
    deelnemers.every(({ persoonId }) => persoonId !== id),
  );
  const plaatsen: Adviesplaats[] = [];
  const toelatingen: ToelatingFeit[] = [];
  for (const vraag of vragen) {
    const { id, van, tot, deskundigeId, aangenomenOp, getekendOp, ingetrokkenOp } = vraag;
    const leest = (
      deelnemerId: string,
      compartimentId: string,
      begin: number,
      einde: number | null,
    ): void => {
      toelatingen.push({ deelnemerId, compartimentId, niveau: 'lezen', van: begin, tot: einde });
    };
    for (const zetel of new Set([vraag.vragerId, ...vraag.genoemdIds])) leest(zetel, id, van, null);
    const neemt = deskundigen.find((een) => een.id === deskundigeId);
    const wacht = neemt === undefined && getekendOp === null && ingetrokkenOp === null;
    for (const wie of wacht ? deskundigen : neemt === undefined ? [] : [neemt]) {
      const begin = aangenomenOp ?? van;
      const einde = wacht ? tot : null;
      const plaatsId = `${id} ${wie.id}`;
      plaatsen.push({ ...wie, id: plaatsId, persoonId: wie.id, vraagId: id, van: begin, tot: einde });
      leest(plaatsId, id, begin, einde);
      if (wacht) continue;
      for (const opening of openingen)
        if (opening.adviesvraagId === id)
          leest(plaatsId, opening.compartimentId, Math.max(begin, opening.van), opening.tot);
    }
  }
  return { plaatsen, toelatingen, adviesvragen: vragen, adviesopeningen: openingen };
}
