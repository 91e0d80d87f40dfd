import { isBekend } from '../../shared/need-to-know/namen.ts';
import { SLUIT_NA_UREN } from '../../shared/overleg.ts';
import { TAFEL, type Tafelrol, VERSLAG_DAGEN } from '../../shared/tafelblad.ts';
import type { Casusbeeld, Casussen, Deelneming } from '../casus/casus.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import type { Door } from '../logboek/logboek.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Agendakast, Punt } from './agendakast.ts';
import type { Overlegkast, Overlegrij } from './overlegkast.ts';
import type { Reekskast } from './reekskast.ts';
import type { TafelbladRij, Tafelkast } from './tafelkast.ts';
import type { Tafelstukken } from './tafelstukken.ts';
import type { Vertellingen } from './vertelling.ts';
import type { Voorzitterlijn } from './voorzitterlijn.ts';
import type { Overlegzicht } from './wie.ts';

const UUR_MS = 60 * 60 * 1000;
const VERSLAG_MS = VERSLAG_DAGEN * 24 * UUR_MS;

/**
 * Who sits at the table of an item (OV4): from its opening to its closing, and no longer. Who leads, who takes minutes and
 * who was asked to think along have a place; who takes part sits there from their seat, ticked by who leads, or because
 * they followed on their own screen when it opened. Every change of it is one of levels, in a step of `Toegang`.
 */
export class Tafel {
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #casussen: Casussen;
  readonly #toegang: Toegang;
  readonly #zicht: Overlegzicht;
  readonly #overlegkast: Overlegkast;
  readonly #agendakast: Agendakast;
  readonly #reekskast: Reekskast;
  readonly #lijn: Voorzitterlijn;
  readonly #kast: Tafelkast;
  readonly #stukken: Tafelstukken;
  readonly #vertellingen: Vertellingen;

  constructor(behoeften: {
    omgeving: Omgeving;
    stappen: Stappen;
    casussen: Casussen;
    toegang: Toegang;
    zicht: Overlegzicht;
    overlegkast: Overlegkast;
    agendakast: Agendakast;
    reekskast: Reekskast;
    voorzitterlijn: Voorzitterlijn;
    tafelkast: Tafelkast;
    tafelstukken: Tafelstukken;
    vertellingen: Vertellingen;
  }) {
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#casussen = behoeften.casussen;
    this.#toegang = behoeften.toegang;
    this.#zicht = behoeften.zicht;
    this.#overlegkast = behoeften.overlegkast;
    this.#agendakast = behoeften.agendakast;
    this.#reekskast = behoeften.reekskast;
    this.#lijn = behoeften.voorzitterlijn;
    this.#kast = behoeften.tafelkast;
    this.#stukken = behoeften.tafelstukken;
    this.#vertellingen = behoeften.vertellingen;
  }

  /** An item opens: its tafelblad is there, and the table sits at it. Within a change of levels. */
  open(overleg: Overlegrij, punt: Punt): void {
    const { casusId, inhoud } = punt;
    if (casusId === null) return;
    const er = this.#kast.van(overleg.id, punt.id);
    const blad = er ?? this.#kast.maak(casusId, overleg.id, punt.id);
    // Opened anew: who was there before and isn't now doesn't read along.
    if (er !== null) this.#kast.eindigVerslag(blad.id);
    if (er === null && inhoud.soort === 'casus' && inhoud.vraag !== null)
      this.#kast.leg(this.#compartiment(blad), 'vraag', punt.doorId, inhoud.vraag);
    for (const [persoonId, als] of this.#rollen(overleg, punt)) this.#zetOpPlaats(blad, persoonId, als);
    for (const deelnemer of this.kandidaten(casusId, blad.id))
      if (this.#lijn.isErbij(overleg.id, deelnemer.persoonId)) this.zetErbij(blad, deelnemer);
  }

  /** Before somebody closes it: it is said who tells the household (OV7). @throws Weigering 409 */
  eisVerteld(overlegId: string, agendapuntId: string): void {
    const blad = this.#kast.van(overlegId, agendapuntId);
    if (blad !== null) this.#vertellingen.eis(this.#compartiment(blad));
  }

  /**
   * It closes: what was agreed comes in the plan, and nobody sits there any more; who did, reads it for a while, or for as
   * long as they take part. @param door who closes it; null: the clock
   */
  sluit(overleg: Overlegrij, { id, casusId, doorId }: Punt, door: Door | null): void {
    const blad = this.#kast.van(overleg.id, id);
    if (blad === null || casusId === null) return;
    const [beeld, compartiment] = [this.#beeld(casusId), this.#compartiment(blad)];
    this.#stukken.naarPlan(beeld, compartiment, door, this.#toegang.regels);
    this.#vertellingen.naarPlan(beeld, compartiment, door, doorId, this.#toegang.regels);
    // A guest's place is of this item while it is open, and of no opening after (NK7).
    this.#agendakast.zetPlaatsen(
      id,
      this.#agendakast.plaatsen(id).filter(({ als }) => als !== 'gast'),
    );
    const zetels = this.#zetels(casusId);
    const af = this.#omgeving.nu() + VERSLAG_MS;
    const gehad = new Set<string>();
    for (const plaats of this.#kast.aanTafel(blad.id)) {
      this.#kast.eindig(plaats.id);
      if (gehad.has(plaats.persoonId)) continue;
      gehad.add(plaats.persoonId);
      const zetel = zetels.find(({ persoonId }) => persoonId === plaats.persoonId);
      const { persoonId, als } = plaats;
      const leest = { persoonId, als, niveau: 'lezen' } as const;
      if (zetel !== undefined) this.#kast.plaats(blad, { ...leest, deelnemerId: zetel.id, tot: null });
      // Who came for this alone reads it as the others without a seat do.
      const isGast = zetel?.tot != null && zetel.tot <= overleg.einde + SLUIT_NA_UREN * UUR_MS;
      if (zetel === undefined || isGast) this.#kast.plaats(blad, { ...leest, deelnemerId: null, tot: af });
    }
  }

  /** Somebody sits down, from their seat. */
  zetErbij(blad: TafelbladRij, { id, persoonId }: Deelneming): void {
    this.#kast.plaats(blad, { persoonId, deelnemerId: id, als: 'deelnemer', niveau: 'schrijven', tot: null });
  }

  /**
   * Who may not sit at a table of this casus any more gets up, and who leads now sits down: what follows when anything
   * changed in who may see what. Within that change.
   */
  herzie(casusId: string): void {
    for (const blad of this.#kast.gedekt(casusId)) {
      const overleg = this.#overlegkast.een(blad.overlegId);
      const punt = this.#agendakast.een(blad.agendapuntId);
      const isOpen = overleg?.staat === 'bezig' && overleg.agendapuntId === blad.agendapuntId;
      const rollen = overleg === null || punt === null || !isOpen ? new Map() : this.#rollen(overleg, punt);
      const zetels = this.#zetels(casusId).filter((zetel) => this.magErbij(zetel));
      const zitten = this.#kast.aanTafel(blad.id).filter(({ id, deelnemerId, persoonId, als }) => {
        const blijft =
          isOpen &&
          (deelnemerId === null
            ? rollen.get(persoonId) === als
            : zetels.some((zetel) => zetel.id === deelnemerId));
        if (!blijft) this.#kast.eindig(id);
        return blijft;
      });
      for (const [persoonId, als] of rollen)
        if (!zitten.some((plaats) => plaats.deelnemerId === null && plaats.persoonId === persoonId))
          this.#zetOpPlaats(blad, persoonId, als);
    }
  }

  /** Who takes part and may be ticked, and doesn't sit there: nobody of whom the others may not know (OV3, NK20). */
  kandidaten(casusId: string, tafelbladId: string): Deelneming[] {
    const er = new Set(this.#kast.aanTafel(tafelbladId).map(({ persoonId }) => persoonId));
    return this.#zetels(casusId).filter((zetel) => this.magErbij(zetel) && !er.has(zetel.persoonId));
  }

  /** Whether somebody who takes part may sit at a table: the others may know of them (OV3, NK20). */
  magErbij(zetel: Deelneming): boolean {
    return isBekend(zetel, this.#toegang.regels);
  }

  /** Seats of a casus that hold at the moment of this step. */
  #zetels(casusId: string): readonly Deelneming[] {
    const { moment } = this.#stappen.huidig;
    return this.#beeld(casusId).deelnemers.filter((deelnemer) => moment.geldt(deelnemer));
  }

  #beeld(casusId: string): Casusbeeld {
    const beeld = this.#casussen.beeld(casusId);
    if (beeld === null) throw new Error('an item of a casus that is not there');
    return beeld;
  }

  #compartiment({ id, casusId }: TafelbladRij) {
    const compartiment = this.#beeld(casusId).compartimenten.find((een) => een.id === id);
    if (compartiment?.categorie !== TAFEL) throw new Error('a tafelblad without its compartment');
    return compartiment;
  }

  #zetOpPlaats(blad: TafelbladRij, persoonId: string, als: Tafelrol): void {
    this.#kast.plaats(blad, { persoonId, deelnemerId: null, als, niveau: 'schrijven', tot: null });
  }

  /** Who has a place at it, and as what: who leads it now and whose chair it is, the notulist, who thinks along, a guest. */
  #rollen(overleg: Overlegrij, punt: Punt): ReadonlyMap<string, Tafelrol> {
    const reeks = overleg.reeksId === null ? null : this.#reekskast.een(overleg.reeksId);
    const isLid = (persoonId: string): boolean =>
      reeks !== null && this.#reekskast.isLid(reeks.id, persoonId);
    const rollen = new Map<string, Tafelrol>();
    const neem = (persoonId: string | null, als: Tafelrol): void => {
      if (persoonId !== null && !rollen.has(persoonId)) rollen.set(persoonId, als);
    };
    neem(this.#zicht.leiderVan(overleg), 'voorzitter');
    neem(this.#zicht.voorzitterVan(overleg), 'voorzitter');
    neem(reeks?.notulistId ?? null, 'notulist');
    const zetels = punt.casusId === null ? [] : this.#zetels(punt.casusId);
    for (const { persoonId, als } of this.#agendakast.plaatsen(punt.id))
      if (als === 'gast' ? zetels.every((zetel) => zetel.persoonId !== persoonId) : isLid(persoonId))
        neem(persoonId, als);
    return rollen;
  }
}
