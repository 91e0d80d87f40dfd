import { isBekend } from '../../shared/need-to-know/namen.ts';
import { isLeiding, type Overlegrol, type Plaatsrol, staatOpAgenda } from '../../shared/overleg.ts';
import type { Casussen } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import { magNiet, type Weigering } from '../kern/weigering.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Agendakast, Punt } from './agendakast.ts';
import type { Overlegkast, Overlegrij } from './overlegkast.ts';
import type { Reekskast } from './reekskast.ts';
import type { Reeksen } from './reeksen.ts';

/** What somebody is to an item (OV1); who is nothing to it learns nothing of it. */
export type Betrokkenheid = 'leiding' | 'inbrenger' | 'lid' | 'deelnemer' | Plaatsrol;

/** An overleg as somebody is in it, with what of its agenda they may know of, in its order. */
export interface Blik {
  readonly overleg: Overlegrij;
  readonly rol: Overlegrol;
  readonly punten: readonly Gezien[];
}

/** Something on an agenda, to somebody who may know of it. */
export interface Gezien {
  readonly punt: Punt;
  readonly als: Betrokkenheid;
  /** How they look at its casus; null: a dilemma, or they don't take part. */
  readonly kijk: Kijk | null;
}

/**
 * Whether somebody who may know of an item can be at its table (OV3): not who takes part in its casus and isn't *bekend*.
 * They read their ordinary board.
 */
export function kanAanTafel({ als, kijk }: Gezien): boolean {
  return als !== 'deelnemer' || (kijk !== null && isBekend(kijk.ik, kijk.beslisser.regels));
}

/** Who is in an overleg, as what, and what of its agenda they may know of: the one place where that is decided (OV1). */
export class Overlegzicht {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #reeksen: Reeksen;
  readonly #reekskast: Reekskast;
  readonly #overlegkast: Overlegkast;
  readonly #agendakast: Agendakast;

  constructor(behoeften: {
    toegang: Toegang;
    casussen: Casussen;
    reeksen: Reeksen;
    reekskast: Reekskast;
    overlegkast: Overlegkast;
    agendakast: Agendakast;
  }) {
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#reeksen = behoeften.reeksen;
    this.#reekskast = behoeften.reekskast;
    this.#overlegkast = behoeften.overlegkast;
    this.#agendakast = behoeften.agendakast;
  }

  /** An overleg as this person is in it, or null: there is none by this id, or they aren't in it (NK5). */
  blik(overlegId: string, wie: Wie): Blik | null {
    const overleg = this.#overlegkast.een(overlegId);
    return overleg === null ? null : this.#blik(overleg, wie);
  }

  /**
   * The overleggen that end after a moment in which this person is, the first first. Only those are looked at in which they
   * can be: what others have costs them nothing (ST6). Within a step.
   */
  blikken(wie: Wie, na: number): Blik[] {
    const { persoonId } = wie;
    const overleggen = this.#overlegkast.vanaf(na, {
      reeksIds: this.#reekskast.vanPersoon(persoonId).map(({ id }) => id),
      casusIds: this.#casussen.vanPersoon(persoonId),
      persoonId,
    });
    this.#agendakast.leesVooruit(overleggen.map(({ id }) => id));
    return overleggen.flatMap((overleg) => this.#blik(overleg, wie) ?? []);
  }

  /** Who is in the chair by the calendar; null: nobody who may be. */
  voorzitterVan({ reeksId, casusId }: Overlegrij): string | null {
    if (casusId !== null)
      return this.#casussen.beeld(casusId)?.deelnemers.find(({ regisseur }) => regisseur)?.persoonId ?? null;
    const voorzitterId = reeksId === null ? null : (this.#reekskast.een(reeksId)?.voorzitterId ?? null);
    return voorzitterId !== null && this.#reeksen.isProcesregisseur(voorzitterId) ? voorzitterId : null;
  }

  /** Who leads it now: the deputy who took over, as long as they are the deputy, else the chair; null: nobody who may. */
  leiderVan(overleg: Overlegrij): string | null {
    const reeks = overleg.reeksId === null ? null : this.#reekskast.een(overleg.reeksId);
    if (overleg.leiderId !== null && overleg.leiderId === reeks?.plaatsvervangerId) return overleg.leiderId;
    return this.voorzitterVan(overleg);
  }

  /** The same, by its id; null as well: there is none. */
  leiderVanOverleg(overlegId: string): string | null {
    const overleg = this.#overlegkast.een(overlegId);
    return overleg === null ? null : this.leiderVan(overleg);
  }

  /** Who may take it over; null: nobody. */
  plaatsvervangerVan({ reeksId }: Overlegrij): string | null {
    return reeksId === null ? null : (this.#reekskast.een(reeksId)?.plaatsvervangerId ?? null);
  }

  /** Who takes part in a casus, or is going to. */
  deelnemersVan(casusId: string): ReadonlySet<string> {
    return new Set(this.#casussen.beeld(casusId)?.deelnemers.map(({ persoonId }) => persoonId));
  }

  /** In which casussen this person directs now. */
  geleideCasussen(wie: Wie): Kijk[] {
    return this.#casussen.vanPersoon(wie.persoonId).flatMap((casusId) => {
      const kijk = this.#toegang.kijk(casusId, wie);
      return kijk?.ik.regisseur === true ? [kijk] : [];
    });
  }

  #blik(overleg: Overlegrij, wie: Wie): Blik | null {
    const vast = this.#vasteRol(overleg, wie.persoonId);
    const punten = this.#agendakast
      .op(overleg.id)
      .flatMap((punt) => this.#gezien(overleg, punt, vast, wie) ?? []);
    const rol = vast ?? rolUit(punten);
    return rol === null ? null : { overleg, rol, punten };
  }

  #vasteRol(overleg: Overlegrij, persoonId: string): Overlegrol | null {
    if (this.voorzitterVan(overleg) === persoonId) return 'voorzitter';
    const reeks = overleg.reeksId === null ? null : this.#reekskast.een(overleg.reeksId);
    if (reeks === null) return null;
    if (reeks.plaatsvervangerId === persoonId) return 'plaatsvervanger';
    if (reeks.notulistId === persoonId) return 'notulist';
    return this.#reekskast.isLid(reeks.id, persoonId) ? 'lid' : null;
  }

  #gezien(overleg: Overlegrij, punt: Punt, rol: Overlegrol | null, wie: Wie): Gezien | null {
    const kijk = punt.casusId === null ? null : this.#toegang.kijk(punt.casusId, wie);
    const als = this.#als(overleg, punt, rol, wie, kijk);
    return als === null ? null : { punt, als, kijk };
  }

  #als(
    overleg: Overlegrij,
    punt: Punt,
    rol: Overlegrol | null,
    { persoonId }: Wie,
    kijk: Kijk | null,
  ): Betrokkenheid | null {
    // From the bringing to the closing, and no longer.
    if (rol !== null && isLeiding(rol) && overleg.staat !== 'gesloten') return 'leiding';
    if (punt.casusId === null) {
      if (rol === null) return null;
      if (punt.doorId === persoonId) return 'inbrenger';
      return staatOpAgenda(punt.staat) ? 'lid' : null;
    }
    if (kijk?.ik.regisseur === true) return 'inbrenger';
    if (!staatOpAgenda(punt.staat)) return null;
    if (kijk !== null) return 'deelnemer';
    if (overleg.staat === 'gesloten') return null;
    return this.#agendakast.plaatsen(punt.id).find((plaats) => plaats.persoonId === persoonId)?.als ?? null;
  }
}

function rolUit(punten: readonly Gezien[]): Overlegrol | null {
  if (punten.length === 0) return null;
  if (punten.some(({ als }) => als !== 'meedenker' && als !== 'gast')) return 'deelnemer';
  return punten.every(({ als }) => als === 'gast') ? 'gast' : 'meedenker';
}

/** To who doesn't lead the overleg now. */
export function nietLeider(): Weigering {
  return magNiet('alleen_voorzitter', 'Dit doet wie het overleg nu leidt. Vraag het de voorzitter.');
}
