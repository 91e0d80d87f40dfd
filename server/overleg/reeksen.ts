import type { Antwoord } from '../../shared/contract/contract.ts';
import type { NieuweReeks, Overlegger, Reeks, ReeksWijziging } from '../../shared/contract/overlegreeksen.ts';
import type { Aanmelden, Medewerker } from '../aanmelden/aanmelden.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stapdeel, Stappen } from '../kern/stap.ts';
import { kanNiet, magNiet, nietGevonden } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Agendakast } from './agendakast.ts';
import type { Overlegkast } from './overlegkast.ts';
import type { Reekskast, Reeksrij, Reeksvelden } from './reekskast.ts';
import { datumsVan } from './ritme.ts';

const MINUUT_MS = 60 * 1000;
const DAG_MS = 24 * 60 * MINUUT_MS;
/** So far ahead the overleggen of a series are there, and made anew when less than that less a week is. */
const VOORUIT_MS = 70 * DAG_MS;
const MINSTENS_VOORUIT_MS = 63 * DAG_MS;

/** Series of overleggen: who sets them up, and the overleggen that follow from their rhythm. */
export class Reeksen {
  readonly #aanmelden: Aanmelden;
  readonly #logboek: Logboek;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #kast: Reekskast;
  readonly #overlegkast: Overlegkast;
  readonly #agendakast: Agendakast;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;
  readonly #bijAndereMensen: (overlegIds: readonly string[], wie: Wie) => void;

  constructor(behoeften: {
    aanmelden: Aanmelden;
    logboek: Logboek;
    omgeving: Omgeving;
    stappen: Stappen;
    reekskast: Reekskast;
    overlegkast: Overlegkast;
    agendakast: Agendakast;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
    /** Who leads them or has a place in them is another; changed by whom. Within a step. */
    bijAndereMensen: (overlegIds: readonly string[], wie: Wie) => void;
  }) {
    this.#aanmelden = behoeften.aanmelden;
    this.#logboek = behoeften.logboek;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#kast = behoeften.reekskast;
    this.#overlegkast = behoeften.overlegkast;
    this.#agendakast = behoeften.agendakast;
    this.#bijVerandering = behoeften.bijVerandering;
    this.#bijAndereMensen = behoeften.bijAndereMensen;
  }

  /** Who sets up series: a procesregisseur of the municipality. @throws Weigering 403 */
  eisProcesregisseur(wie: Wie): Wie {
    if (!this.isProcesregisseur(wie.persoonId))
      throw magNiet('alleen_procesregisseur', 'Dit doet de procesregisseur. Vraag het de procesregisseur.');
    return wie;
  }

  isProcesregisseur(persoonId: string): boolean {
    return this.#medewerkers().get(persoonId)?.rollen.includes('procesregisseur') === true;
  }

  /** All of them, and who can be chosen for what, to who sets them up. */
  lijst(): Antwoord<'overlegreeks.lijst'> {
    const mensen = [...this.#medewerkers().values()];
    const als = (wie: readonly Medewerker[]) => this.overleggers(wie.map(({ id }) => id));
    return {
      reeksen: this.#kast.alle().map((reeks) => this.voor(reeks)),
      kandidaten: {
        voorzitter: als(mensen.filter(({ id }) => this.isProcesregisseur(id))),
        gemeente: als(mensen.filter(({ isGemeente }) => isGemeente)),
        leden: als(mensen),
      },
    };
  }

  /** A series, to who sets them up. @throws Weigering 404 */
  eis(id: string): Reeksrij {
    const reeks = this.#kast.een(id);
    if (reeks === null) throw nietGevonden();
    return reeks;
  }

  voor(reeks: Reeksrij): Reeks {
    const { id, naam, plaats, videolink, duur, eerste, tijd, weken } = reeks;
    return {
      id,
      naam,
      plaats,
      videolink,
      duur,
      ritme: { eerste, tijd, weken },
      voorzitter: this.isProcesregisseur(reeks.voorzitterId) ? this.overlegger(reeks.voorzitterId) : null,
      plaatsvervanger: this.overlegger(reeks.plaatsvervangerId),
      notulist: this.overlegger(reeks.notulistId),
      leden: this.overleggers(this.#kast.leden(id)),
    };
  }

  /** Somebody as everyone in an overleg may know them; null: nobody. */
  overlegger(persoonId: string | null): Overlegger | null {
    const wie = persoonId === null ? undefined : this.#medewerkers().get(persoonId);
    if (wie === undefined) return null;
    return { medewerkerId: wie.id, naam: wie.naam, functie: wie.functie, organisatie: wie.organisatie };
  }

  /** The same of several, in the order of the municipality's list. */
  overleggers(persoonIds: readonly string[]): Overlegger[] {
    const gezocht = new Set(persoonIds);
    return [...this.#medewerkers().values()]
      .filter(({ id }) => gezocht.has(id))
      .map(({ id, naam, functie, organisatie }) => ({ medewerkerId: id, naam, functie, organisatie }));
  }

  /** Begins a series, with the overleggen that follow from its rhythm. @returns its id @throws Weigering 422 */
  maak(wie: Wie, { leden, ritme, ...nieuw }: NieuweReeks): string {
    const velden: Reeksvelden = {
      ...nieuw,
      ...ritme,
      videolink: nieuw.videolink ?? null,
      plaatsvervangerId: nieuw.plaatsvervangerId ?? null,
      notulistId: nieuw.notulistId ?? null,
    };
    this.#keur(velden, null);
    this.#eisMedewerkers(leden, 'leden');
    return this.#stappen.doe(() => {
      const id = this.#kast.voegToe(velden);
      this.#kast.wijzigLeden(id, leden, []);
      this.#plan({ ...velden, id, gemaaktTot: this.#omgeving.nu() });
      this.#logboek.schrijf({
        handeling: 'overlegreeks_gemaakt',
        door: { wie, ik: null },
        regel: 'procesregisseur',
        bijzonderheden: { reeksId: id, voorzitterId: velden.voorzitterId, leden: [...leden] },
      });
      return id;
    });
  }

  /** Changes a series and its overleggen that are to come; one on which something was brought stays when it was. */
  wijzig(wie: Wie, reeks: Reeksrij, { leden, ritme, ...wijziging }: ReeksWijziging): Reeks {
    const anders = Object.fromEntries(Object.entries(wijziging).filter(([, waarde]) => waarde !== undefined));
    const { id, gemaaktTot: _, ...was } = reeks;
    const velden: Reeksvelden = { ...was, ...anders, ...ritme };
    this.#keur(velden, id);
    this.#eisMedewerkers(leden?.bij ?? [], 'leden.bij');
    return this.#stappen.doe(() => {
      this.#kast.wijzig(id, velden);
      this.#kast.wijzigLeden(id, leden?.bij ?? [], leden?.af ?? []);
      const isAndereTijd = (['eerste', 'tijd', 'weken', 'duur'] as const).some(
        (veld) => velden[veld] !== was[veld],
      );
      if (isAndereTijd) this.#herplan({ ...velden, id, gemaaktTot: this.#omgeving.nu() });
      this.#bijVerandering(this.#overlegkast.vanReeks(id));
      this.#bijAndereMensen(this.#overlegkast.vanReeks(id), wie);
      this.#logboek.schrijf({
        handeling: 'overlegreeks_gewijzigd',
        door: { wie, ik: null },
        regel: 'procesregisseur',
        bijzonderheden: {
          reeksId: id,
          voorzitterId: velden.voorzitterId,
          bij: [...(leden?.bij ?? [])],
          af: [...(leden?.af ?? [])],
        },
      });
      return this.voor(this.eis(id));
    });
  }

  /** When overleggen have to be made again, in ms since 1970; Infinity: there is no series. */
  volgende(): number {
    return Math.min(
      Number.POSITIVE_INFINITY,
      ...this.#kast.alle().map(({ gemaaktTot }) => gemaaktTot - MINSTENS_VOORUIT_MS),
    );
  }

  /** Makes the overleggen of which it is time. Within a step. */
  planVerder(): void {
    const nu = this.#omgeving.nu();
    for (const reeks of this.#kast.alle())
      if (reeks.gemaaktTot - MINSTENS_VOORUIT_MS <= nu) this.#plan(reeks);
  }

  /** Everyone, by id, in the order of the municipality's list; read once a step, for all who look. */
  #medewerkers(): ReadonlyMap<string, Medewerker> {
    return this.#stappen.lees((stap) => {
      const gelezen = stap.deel(MEDEWERKERS);
      gelezen.perId ??= new Map(this.#aanmelden.medewerkers().map((wie) => [wie.id, wie]));
      return gelezen.perId;
    });
  }

  #plan(reeks: Reeksrij): void {
    const tot = this.#omgeving.nu() + VOORUIT_MS;
    for (const begin of datumsVan(reeks, Math.max(reeks.gemaaktTot, this.#omgeving.nu()), tot))
      this.#overlegkast.voegToeAanReeks(reeks.id, begin, begin + reeks.duur * MINUUT_MS);
    this.#kast.wijzig(reeks.id, { gemaaktTot: tot });
    this.#bijVerandering([]);
  }

  #herplan(reeks: Reeksrij): void {
    const komend = this.#overlegkast.komende(reeks.id, this.#omgeving.nu());
    const bezet = this.#agendakast.heeftIets(komend.map(({ id }) => id));
    for (const { id } of komend) if (!bezet.has(id)) this.#overlegkast.verwijder(id);
    this.#plan(reeks);
  }

  /** Who leads reads what is on the agenda: they work for the municipality, and the chair is a procesregisseur. */
  #keur(velden: Reeksvelden, id: string | null): void {
    if (this.#kast.isBezet(velden.naam, id)) {
      throw kanNiet('bestaat_al', 'Er is al een overleg dat zo heet. Kies een andere naam.', [
        { veld: 'naam', bericht: 'deze naam is al in gebruik' },
      ]);
    }
    if (!this.isProcesregisseur(velden.voorzitterId))
      throw onbekend('voorzitterId', 'kies een procesregisseur');
    for (const veld of ['plaatsvervangerId', 'notulistId'] as const) {
      const persoonId = velden[veld];
      if (persoonId === null) continue;
      if (this.#aanmelden.medewerker(persoonId)?.isGemeente !== true)
        throw onbekend(veld, 'kies iemand van de gemeente');
    }
    if (velden.plaatsvervangerId === velden.voorzitterId)
      throw onbekend('plaatsvervangerId', 'kies iemand anders dan de voorzitter');
  }

  #eisMedewerkers(persoonIds: readonly string[], veld: string): void {
    if (persoonIds.some((persoonId) => this.#aanmelden.medewerker(persoonId) === null))
      throw onbekend(veld, 'niet (meer) te kiezen');
  }
}

const MEDEWERKERS: Stapdeel<{ perId: ReadonlyMap<string, Medewerker> | null }> = {
  maak: () => ({ perId: null }),
};

function onbekend(veld: string, bericht: string) {
  return kanNiet('medewerker_onbekend', 'Wie u hier kiest, kan dit niet doen. Kies iemand anders.', [
    { veld, bericht },
  ]);
}
