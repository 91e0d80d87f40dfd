import type { NieuweWaarneming } from '../../shared/contract/regie.ts';
import { gezegd } from '../../shared/invoer/datum.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import type { Casusbeeld, Casussen, Deelneming, Waarneming } from '../casus/casus.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp, totMoment, vanafMoment } from '../kern/tijd.ts';
import { kanNiet, nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import { eisBekwaam } from './bekwaam.ts';
import type { Overdrachten } from './overdrachten.ts';

/** From when until when, as a command says it. */
type Periode = Pick<NieuweWaarneming, 'van' | 'tot'>;

/**
 * Somebody stands in for who holds the regie, from until (NK30): named by who holds it, or from outside the casus when
 * they can't. The regie stays whose it is.
 */
export class Waarnemen {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #logboek: Logboek;
  readonly #omgeving: Omgeving;
  readonly #overdrachten: Overdrachten;

  constructor(behoeften: {
    toegang: Toegang;
    casussen: Casussen;
    logboek: Logboek;
    omgeving: Omgeving;
    overdrachten: Overdrachten;
  }) {
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#logboek = behoeften.logboek;
    this.#omgeving = behoeften.omgeving;
    this.#overdrachten = behoeften.overdrachten;
  }

  /** Who holds the regie names who stands in. @returns its id @throws Weigering 409, 422 */
  stelIn(kijk: Kijk, { deelnemerId, ...periode }: NieuweWaarneming): string {
    const wie = kijk.beeld.deelnemers.find(({ id }) => id === deelnemerId);
    if (wie === undefined || wie.id === kijk.ik.id || !kijk.kent(wie))
      throw verwijzingOnbekend('deelnemerId');
    return this.#stelIn(kijk, kijk.beeld, wie, periode, null);
  }

  /** The same from outside the casus, with a reason. */
  stelInVanBuiten(door: Door, beeld: Casusbeeld, wie: Deelneming, periode: Periode, reden: string): string {
    return this.#stelIn(door, beeld, wie, periode, reden);
  }

  /** It ends now, or never begins; the regie is back when this returns. @throws Weigering 404 when there is none */
  stop(kijk: Kijk): void {
    const casusId = kijk.beeld.id;
    const eerste = this.#casussen.feiten.waarnemingenVan(casusId)[0];
    if (eerste === undefined) throw nietGevonden();
    this.#toegang.wijzigZicht(casusId, kijk, () => this.#beeindig(kijk.beeld, kijk, eerste));
  }

  /** The same from outside the casus, of one that is there. */
  stopVanBuiten(door: Door, beeld: Casusbeeld, waarneming: Waarneming): void {
    this.#toegang.wijzigZicht(beeld.id, door, () => this.#beeindig(beeld, door, waarneming));
  }

  /** The regie goes to another: what was planned for the one before falls away. Within that step. */
  stopAlle(beeld: Casusbeeld, door: Door): void {
    for (const een of this.#casussen.feiten.waarnemingenVan(beeld.id)) this.#beeindig(beeld, door, een);
  }

  /**
   * What follows by itself, in the step in which something changed in a casus: the regie returns when the seat of who
   * stands in is over, or when the others may no longer know of it (NK26).
   */
  volg(casusId: string, door: Door | null): void {
    const waarnemingen = this.#casussen.feiten.waarnemingenVan(casusId);
    const beeld = waarnemingen.length === 0 ? null : this.#casussen.beeld(casusId);
    if (beeld === null) return;
    for (const een of waarnemingen) {
      const wie = beeld.deelnemers.find(({ id }) => id === een.deelnemerId);
      if (wie === undefined || !isBekend(wie, this.#toegang.regels)) this.#beeindig(beeld, door, een);
    }
  }

  #stelIn(door: Door, beeld: Casusbeeld, wie: Deelneming, periode: Periode, reden: string | null): string {
    eisBekwaam(wie, this.#toegang.regels);
    const nu = this.#omgeving.nu();
    const van = periode.van ? Math.max(nu, vanafMoment(periode.van)) : nu;
    const tot = totMoment(periode.tot);
    eisPeriode(wie, van, tot);
    if (this.#casussen.feiten.waarnemingenVan(beeld.id).some((een) => een.van < tot && van < een.tot)) {
      throw new Weigering(
        409,
        'loopt_al',
        'In deze tijd is er al een waarnemer. Laat die eerst stoppen, of kies andere dagen.',
      );
    }
    return this.#toegang.wijzigZicht(beeld.id, door, () => {
      const waarnemingId = this.#casussen.feiten.laatWaarnemen({
        casusId: beeld.id,
        deelnemerId: wie.id,
        van,
        tot,
      });
      if (reden !== null) this.#overdrachten.legReden(beeld.id, waarnemingId, door.wie.persoonId, reden);
      this.#logboek.schrijf({
        handeling: 'waarneming_ingesteld',
        door,
        casusId: beeld.id,
        regel: 'NK30',
        over: { persoonId: wie.persoonId, lidIds: wie.lidIds },
        bijzonderheden: { waarnemingId, deelnemerId: wie.id, van, tot },
      });
      return waarnemingId;
    });
  }

  #beeindig(
    { id: casusId, deelnemers }: Casusbeeld,
    door: Door | null,
    { id, deelnemerId }: Waarneming,
  ): void {
    const wie = deelnemers.find((een) => een.id === deelnemerId);
    const houder = deelnemers.find(({ houdtRegie }) => houdtRegie);
    this.#casussen.feiten.beeindigWaarneming(id);
    this.#logboek.schrijf({
      handeling: 'waarneming_beeindigd',
      door,
      casusId,
      regel: door === null ? 'klok' : 'NK30',
      over: {
        persoonId: (wie ?? houder)?.persoonId ?? '',
        lidIds: (wie ?? houder)?.lidIds ?? null,
      },
      bijzonderheden: { waarnemingId: id },
    });
  }
}

function eisPeriode(wie: Deelneming, van: number, tot: number): void {
  if (tot <= van) {
    throw kanNiet(
      'periode_ongeldig',
      'De einddatum ligt voor het begin of is al voorbij. Kies een latere datum.',
      [{ veld: 'tot', bericht: 'kies een latere datum' }],
    );
  }
  if (wie.van > van || (wie.tot !== null && wie.tot < tot)) {
    throw kanNiet(
      'zetel_eindigt',
      `${wie.naam} doet niet al die tijd mee${wie.tot === null ? '' : `: tot en met ${gezegd(datumOp(wie.tot - 1))}`}. Kies andere dagen, of iemand anders.`,
      [{ veld: 'tot', bericht: 'deze persoon doet dan niet mee' }],
    );
  }
}
