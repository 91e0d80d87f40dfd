import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Stappen } from '../kern/stap.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Toegang } from '../toegang/toegang.ts';
import { Agenda } from './agenda.ts';
import { Agendakast } from './agendakast.ts';
import { Overlegkast } from './overlegkast.ts';
import { Reekskast } from './reekskast.ts';
import { Reeksen } from './reeksen.ts';
import { Weergave } from './weergave.ts';
import { Overlegzicht } from './wie.ts';

/** The overleg: series, what is brought to it, and who may know of it (OV1). */
export class Overleg {
  readonly reeksen: Reeksen;
  readonly agenda: Agenda;
  readonly zicht: Overlegzicht;
  readonly weergave: Weergave;
  /** What it keeps with a casus's `regie`. */
  readonly bewaarders: readonly Bewaarder[];
  readonly #stappen: Stappen;
  readonly #omgeving: Omgeving;
  /** The first moment at which the clock has something to do; 0: look again. */
  #volgende = 0;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    aanmelden: Aanmelden;
    casussen: Casussen;
    toegang: Toegang;
    onleesbaar: Onleesbaren;
  }) {
    this.#stappen = behoeften.stappen;
    this.#omgeving = behoeften.omgeving;
    const reekskast = new Reekskast(behoeften);
    const overlegkast = new Overlegkast(behoeften);
    const agendakast = new Agendakast(behoeften);
    const bijVerandering = () => {
      this.#volgende = 0;
    };
    const kasten = { ...behoeften, reekskast, overlegkast, agendakast, bijVerandering };
    this.bewaarders = [overlegkast, agendakast];
    this.reeksen = new Reeksen(kasten);
    this.zicht = new Overlegzicht({ ...kasten, reeksen: this.reeksen });
    const delen = { ...kasten, reeksen: this.reeksen, zicht: this.zicht };
    this.agenda = new Agenda(delen);
    this.weergave = new Weergave(delen);
  }

  /** Does what the clock does: dates of series that are to come, dilemmas whose time is over. Before every step. */
  loopAf(): void {
    const nu = this.#omgeving.nu();
    if (nu < this.#volgende) return;
    if (nu >= this.#kijkVooruit())
      this.#stappen.opMoment(nu, () => {
        this.reeksen.planVerder();
        this.agenda.verval();
      });
    this.#volgende = this.#kijkVooruit();
  }

  #kijkVooruit(): number {
    return Math.min(this.reeksen.volgende(), this.agenda.volgendVerval());
  }
}
