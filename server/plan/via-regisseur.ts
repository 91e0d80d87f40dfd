import { NieuweVia } from '../../shared/contract/kaarten.ts';
import { leesInvoer } from '../../shared/invoer/velden.ts';
import { teltNoemen } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { type Deelneming, eisRegieplek } from '../casus/casus.ts';
import { Onleesbaar } from '../kern/onleesbaar.ts';
import { kanNiet, verwijzingOnbekend, weigeringUit } from '../kern/weigering.ts';
import type { Kijk } from '../toegang/toegang.ts';
import type { KaartRij } from './kaarten.ts';
import { magNoemen, magVia } from './kaartvoor.ts';
import type { Keuring } from './keuring.ts';
import type { Via } from './viakluis.ts';

/** What somebody sends of an afspraak via the regisseur: an id, null to end it, undefined to leave it as it is. */
type Wens = string | null | undefined;

/**
 * Takes who is to carry out an afspraak via the regisseur out of what was sent, and sees to it that the afspraak names
 * the regisseur instead: to everyone else it is one of the regisseur's (NK6).
 * @throws Weigering 422 for who can't be, and for who can be named as anybody
 */
export function neemVia(
  keuring: Keuring,
  gegeven: Readonly<Record<string, unknown>>,
): { velden: Readonly<Record<string, unknown>>; wens: Wens } {
  if (gegeven.soort !== 'afspraak' || !('viaRegisseur' in gegeven))
    return { velden: gegeven, wens: undefined };
  const { viaRegisseur, ...velden } = gegeven;
  if (viaRegisseur === null) return { velden, wens: null };
  const gelezen = leesInvoer(NieuweVia, { viaRegisseur }, { vandaag: keuring.vandaag });
  if (!gelezen.success) throw weigeringUit(gelezen.error);
  const wens = gelezen.data.viaRegisseur;
  eisVia(keuring, wens);
  const { uitvoerders = [] } = velden;
  // Of another form than a list: that is refused with the rest.
  if (!Array.isArray(uitvoerders)) return { velden, wens };
  return { velden: { ...velden, uitvoerders: [...uitvoerders, regisseurVan(keuring.kijk).id] }, wens };
}

/** Who it is after that; who doesn't see who it was takes nothing away (NK23). */
export function wordtVia(kijk: Kijk, kaart: Pick<KaartRij, 'via'> | null, wens: Wens): Via | null {
  const was = kaart?.via ?? null;
  if (wens === undefined || wens === was?.uitvoerderId) return was;
  if (wens === null) return was !== null && magVia(kijk, was) ? { ...was, uitvoerderId: null } : was;
  return {
    compartimentId: eisRegieplek(kijk.beeld).id,
    voorId: regisseurVan(kijk).id,
    uitvoerderId: wens,
    auteurs: was?.auteurs ?? {},
  };
}

/** Once the regisseur whom it named is taken out of it, nobody carries it out via them. */
export function zonderWeggehaald(via: Via | null, was: readonly string[], is: readonly string[]): Via | null {
  if (via === null || !was.includes(via.voorId) || is.includes(via.voorId)) return via;
  return { ...via, uitvoerderId: null };
}

/** Who directs now: in whose name a step is written that somebody sets via them. @throws Onleesbaar */
export function regisseurVan({ beeld, regisseur }: Kijk): Deelneming {
  if (regisseur === undefined) throw new Onleesbaar('casussen', beeld.id);
  return regisseur;
}

function eisVia({ kijk, compartiment }: Keuring, id: string): void {
  const zeg = (bericht: string) => [{ veld: 'viaRegisseur', bericht }];
  const deelnemer = kijk.bekende(id);
  if (deelnemer === undefined) throw verwijzingOnbekend('viaRegisseur');
  if (!magNoemen(compartiment))
    throw kanNiet(
      'past_hier_niet',
      'Via de regisseur kan alleen een afspraak in het plan.',
      zeg('kan hier niet'),
    );
  if (!isMinstens(kijk.beslisser.niveau(deelnemer, compartiment), 'dat'))
    throw kanNiet(
      'niet_te_noemen',
      `${deelnemer.naam} ziet deze plek niet en kan deze afspraak dus niet krijgen. Kies iemand anders.`,
      zeg('kies iemand anders'),
    );
  if (teltNoemen(deelnemer, kijk.beslisser.regels))
    throw kanNiet(
      'al_bekend',
      `De anderen mogen weten dat ${deelnemer.naam} meedoet. Kies deze persoon bij ‘Wie doet dit?’.`,
      zeg('kies deze persoon bij ‘Wie doet dit?’'),
    );
}
