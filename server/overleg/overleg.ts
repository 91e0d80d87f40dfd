import { TIJDSTAP_MINUTEN } from '../../shared/overleg.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Bewaarder, Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Wie } from '../http/route.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Stappen } from '../kern/stap.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Plan } from '../plan/plan.ts';
import type { Teksten } from '../teksten/teksten.ts';
import type { Toegang } from '../toegang/toegang.ts';
import { Agenda } from './agenda.ts';
import { Agendakast } from './agendakast.ts';
import { Gang } from './gang.ts';
import { Gesprekken } from './gesprekken.ts';
import { Oogst } from './oogst.ts';
import { Overlegkast } from './overlegkast.ts';
import { Reeksen } from './reeksen.ts';
import { Reekskast } from './reekskast.ts';
import { Schermbeelden } from './schermbeeld.ts';
import { Schermen } from './schermen.ts';
import { Schermkast } from './schermkast.ts';
import { Tafel } from './tafel.ts';
import { Tafelbladen } from './tafelblad.ts';
import { Tafelkast } from './tafelkast.ts';
import { Tafelstukken } from './tafelstukken.ts';
import { Vertellingen } from './vertelling.ts';
import { Voorzitterlijn } from './voorzitterlijn.ts';
import { Weergave } from './weergave.ts';
import { Overlegzicht } from './wie.ts';
import { Wijzers } from './wijzers.ts';

const TIJDSTAP_MS = TIJDSTAP_MINUTEN * 60 * 1000;

/** The overleg: series, what is brought to it, and who may know of it (OV1). */
export class Overleg {
  readonly reeksen: Reeksen;
  readonly agenda: Agenda;
  readonly gang: Gang;
  readonly voorzitterlijn: Voorzitterlijn;
  readonly zicht: Overlegzicht;
  readonly weergave: Weergave;
  readonly tafelbladen: Tafelbladen;
  readonly gesprekken: Gesprekken;
  readonly wijzers: Wijzers;
  readonly oogst: Oogst;
  readonly schermen: Schermen;
  /** What it keeps with a casus's `regie`. */
  readonly bewaarders: readonly Bewaarder[];
  /** Overleggen are otherwise; for whom, is decided for each who follows them. */
  readonly opVerandering = new Gebeurtenis<{ overlegIds: readonly string[] }>('zicht');
  /** Overleggen with something of a casus on their agenda. */
  readonly metCasus: (casusId: string) => string[];
  readonly #stappen: Stappen;
  readonly #omgeving: Omgeving;
  /** The first moment at which the clock has something to do; 0: look again. */
  #volgende = 0;
  /** Of which five minutes it was found by how much what is held runs late. */
  #tik = -1;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    aanmelden: Aanmelden;
    casussen: Casussen;
    toegang: Toegang;
    plan: Plan;
    teksten: Teksten;
    onleesbaar: Onleesbaren;
    /** Cookies with `Secure`. */
    secure: boolean;
  }) {
    this.#stappen = behoeften.stappen;
    this.#omgeving = behoeften.omgeving;
    const reekskast = new Reekskast(behoeften);
    const overlegkast = new Overlegkast(behoeften);
    const agendakast = new Agendakast(behoeften);
    const bijVerandering = (overlegIds: readonly string[]) => {
      this.#volgende = 0;
      if (overlegIds.length > 0) this.#stappen.huidig.meld(this.opVerandering, { overlegIds });
    };
    this.metCasus = (casusId) => agendakast.overleggenMet(casusId);
    const tafelkast = new Tafelkast(behoeften);
    const { toegang } = behoeften;
    /** Who leads them, or has a place at what is open in them, is another. Within a step. */
    const bijAndereMensen = (overlegIds: readonly string[], wie: Wie) => {
      for (const overlegId of overlegIds) {
        const punt = agendakast.een(overlegkast.een(overlegId)?.agendapuntId ?? '');
        if (punt?.casusId != null) toegang.wijzigZicht(punt.casusId, { wie, ik: null }, () => {});
      }
    };
    const kasten = {
      ...behoeften,
      reekskast,
      overlegkast,
      agendakast,
      tafelkast,
      bijVerandering,
      bijAndereMensen,
    };
    this.bewaarders = [overlegkast, agendakast, tafelkast];
    this.reeksen = new Reeksen(kasten);
    this.zicht = new Overlegzicht({ ...kasten, reeksen: this.reeksen });
    const delen = { ...kasten, reeksen: this.reeksen, zicht: this.zicht };
    this.voorzitterlijn = new Voorzitterlijn(behoeften);
    const { voorzitterlijn } = this;
    const tafelstukken = new Tafelstukken(delen);
    const vertellingen = new Vertellingen(delen);
    const bij = { voorzitterlijn, tafelstukken, vertellingen };
    const tafel = new Tafel({ ...delen, ...bij });
    toegang.voegGevolgToe((casusId) => tafel.herzie(casusId));
    this.tafelbladen = new Tafelbladen({ ...delen, ...bij, tafel });
    this.gesprekken = new Gesprekken({ ...delen, tafelbladen: this.tafelbladen });
    this.wijzers = new Wijzers({ tafelbladen: this.tafelbladen });
    this.oogst = new Oogst({ ...delen, tafelbladen: this.tafelbladen });
    const schermbeelden = new Schermbeelden({ ...behoeften, tafelbladen: this.tafelbladen });
    this.schermen = new Schermen({
      ...delen,
      tafelbladen: this.tafelbladen,
      schermbeelden,
      schermkast: new Schermkast(behoeften),
    });
    this.agenda = new Agenda(delen);
    this.gang = new Gang({ ...delen, voorzitterlijn, tafel });
    const { gang, gesprekken, schermen } = this;
    this.weergave = new Weergave({ ...delen, gang, gesprekken, schermen });
  }

  /** Does what the clock does: dates of series that are to come, dilemmas whose time is over. Before every step. */
  loopAf(): void {
    const nu = this.#omgeving.nu();
    const tik = Math.floor(nu / TIJDSTAP_MS);
    const isTik = tik !== this.#tik;
    if (!isTik && nu < this.#volgende) return;
    if ((isTik && this.gang.isErEenBezig()) || nu >= this.#kijkVooruit())
      this.#stappen.opMoment(nu, () => {
        this.reeksen.planVerder();
        this.gang.loopAf(isTik);
        this.agenda.verval();
      });
    this.#tik = tik;
    this.#volgende = this.#kijkVooruit();
  }

  #kijkVooruit(): number {
    return Math.min(this.reeksen.volgende(), this.gang.volgende(), this.agenda.volgendVerval());
  }
}
