import type { Bord } from '../../shared/contract/casussen.ts';
import type { Opening } from '../../shared/contract/compartimenten.ts';
import type { Doorzettingsbesluit } from '../../shared/contract/doorzetten.ts';
import type { InhoudVan, Kaart, NieuweStap } from '../../shared/contract/kaarten.ts';
import { precies } from '../../shared/contract/precies.ts';
import { EEN_PER_COMPARTIMENT } from '../../shared/plan/kaartsoorten.ts';
import {
  type Bewaarder,
  type Casusbeeld,
  type Casussen,
  type CompartimentRij,
  eisPlan,
} from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Omvang } from '../kern/omvang.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Stap, Stapdeel, Stappen } from '../kern/stap.ts';
import { datumOp } from '../kern/tijd.ts';
import { kanNiet, magNiet, nietGevonden, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Regie } from '../regie/regie.ts';
import { type LeesbareVelden, maakLeeg, type Teksten, veldenVoor } from '../teksten/teksten.ts';
import {
  compartimentVoor,
  deelnemerVoor,
  type Kijk,
  metOudeRollen,
  type Rollen,
  rollenVoor,
  type Toegang,
} from '../toegang/toegang.ts';
import { eisNietDoorgezet, geldend, openBezwaar, watNu } from './doorzetting.ts';
import { Kaartenkast, type KaartRij } from './kaarten.ts';
import { bereik, magNoemen, magVerwijzing, voertInEigenNaamUit, voertUit } from './kaartvoor.ts';
import { eisMandaat, type Keuring, keurKaart } from './keuring.ts';
import { metTeksten, schrijfTeksten } from './rollen.ts';
import { type Kaartnieuws, type Kaartwijziging, Uitzichten } from './uitzicht.ts';
import { genoemdIn, metVerborgenVerwijzingen, zonderVerdwenen, zonderVerwijzingen } from './verwijzingen.ts';
import { neemVia, regisseurVan, wordtVia, zonderWeggehaald } from './via-regisseur.ts';
import type { VroegereNaam } from './vroegere-namen.ts';

export type { KaartRij } from './kaarten.ts';
export type { Kaartnieuws } from './uitzicht.ts';

/** What a besluit says. */
type Besluit = Pick<InhoudVan<'besluit'>, 'titel' | 'datum' | 'motivering'>;

/** The kaarten that a step wrote in a casus, for who sends them on. */
export interface Kaartgebeurtenis {
  readonly casusId: string;
  readonly wijzigingen: readonly Kaartwijziging[];
}

/** The plan of a household: the board under somebody's mask, and every command on its kaarten. */
export class Plan {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #omvang: Pick<Omvang, 'kaarten' | 'stappen'>;
  readonly #logboek: Logboek;
  readonly #toegang: Toegang;
  readonly #teksten: Teksten;
  readonly #regie: Pick<Regie, 'voor'>;
  readonly #onleesbaar: Onleesbaren;
  readonly #kast: Kaartenkast;
  readonly #uitzichten: Uitzichten;

  /** Kaarten came, changed or went, and that is on disk; once a step and casus, with what was before the step. */
  readonly opKaart = new Gebeurtenis<Kaartgebeurtenis>('kaart');

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    omvang: Pick<Omvang, 'kaarten' | 'stappen'>;
    logboek: Logboek;
    casussen: Pick<Casussen, 'regieVan'>;
    toegang: Toegang;
    teksten: Teksten;
    regie: Pick<Regie, 'voor'>;
    onleesbaar: Onleesbaren;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#omvang = behoeften.omvang;
    this.#logboek = behoeften.logboek;
    this.#toegang = behoeften.toegang;
    this.#teksten = behoeften.teksten;
    this.#regie = behoeften.regie;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#kast = new Kaartenkast(behoeften);
    this.#uitzichten = new Uitzichten(this.#kast, (compartimentId, gezien) =>
      behoeften.database.kluis.stempel(compartimentId, 'kaart', gezien),
    );
  }

  /** Is told of each kaart that somebody writes, within the step that does. */
  bijSchrijven: (kijk: Kijk, wijziging: Kaartwijziging) => void = () => {};

  /** Is told of each kaart that goes, within the step in which it does. */
  bijVerwijderen: (kaartId: string) => void = () => {};

  /** Who keeps the kaarten of compartments. */
  get bewaarder(): Bewaarder {
    return this.#kast;
  }

  /** Deelnemers named by the kaarten that reach somebody (NK20). */
  genoemden(kijk: Kijk): ReadonlySet<string> {
    return this.#uitzichten.genoemden(kijk);
  }

  /** The board under somebody's mask; what opens by itself is opened, and that is on record before this returns. */
  bord(kijk: Kijk): Bord {
    const blik = { handeling: 'bord_geopend', door: kijk, casusId: kijk.beeld.id, regel: 'NK1' } as const;
    if (!this.#toegang.openVanzelf(kijk, () => this.#logboek.schrijf(blik))) this.#logboek.legBlikVast(blik);
    const { velden, onleesbaar } = this.#velden(kijk, leestNu(kijk));
    return precies<Bord>()({
      ...this.kop(kijk),
      velden,
      kaarten: this.alleKaarten(kijk),
      onleesbaar: [...new Set([...onleesbaar, ...this.onleesbaar(kijk)])],
    });
  }

  /** Compartments that somebody reads and has open, in which a kaart can't be read (ST1). */
  onleesbaar(kijk: Kijk): string[] {
    return this.#kast.metOnleesbaar(leestNu(kijk)).map(({ id }) => id);
  }

  /** Kaarten of some compartments as they are stored, for the server's own use, never sent. */
  kaartenIn(lijst: readonly CompartimentRij[]): KaartRij[] {
    return this.#kast.in(lijst);
  }

  /** What people were called in some compartments before a kaart said otherwise; null: some can't be read (ST1). */
  vroegereNamenIn(lijst: readonly CompartimentRij[]): VroegereNaam[] | null {
    return this.#kast.vroegereNamen.in(lijst);
  }

  /** Whether a kaart of a compartment can't be read (ST1). */
  heeftOnleesbare(compartiment: CompartimentRij): boolean {
    return this.#kast.metOnleesbaar([compartiment]).length > 0;
  }

  #velden(kijk: Kijk, lijst: readonly CompartimentRij[]): LeesbareVelden {
    return veldenVoor({ database: this.#database, onleesbaar: this.#onleesbaar }, kijk, lijst);
  }

  /** The board without content: who, and which tiles. What differs in it for somebody is told as `zicht`. */
  kop(kijk: Kijk): Bordkop {
    return precies<Bordkop>()({
      id: kijk.beeld.id,
      label: kijk.beeld.label,
      status: kijk.beeld.status,
      leden: kijk.leden(),
      deelnemers: kijk.bekenden().map((deelnemer) => deelnemerVoor(kijk, deelnemer)),
      compartimenten: kijk.zichtOpBord().map((regel) => compartimentVoor(kijk, regel)),
      regie: this.regieVoor(kijk),
    });
  }

  /** Who directs, as this person may know it. */
  regieVoor(kijk: Kijk): Bord['regie'] {
    return this.#regie.voor(kijk);
  }

  /** What stands in one compartment that was opened. */
  inhoudVan(kijk: Kijk, compartiment: CompartimentRij): Opening {
    const { velden, onleesbaar } = this.#velden(kijk, [compartiment]);
    return {
      velden,
      kaarten: this.alleKaarten(kijk).filter((kaart) => kaart.compartimentId === compartiment.id),
      onleesbaar: onleesbaar.length > 0 || this.onleesbaar(kijk).includes(compartiment.id),
    };
  }

  /** What a step changed for somebody of the kaarten that reach them (NK37). */
  nieuwsVoor(kijk: Kijk, { wijzigingen }: Kaartgebeurtenis): Kaartnieuws[] {
    return this.#uitzichten.nieuws(kijk, wijzigingen);
  }

  /**
   * All kaarten that reach somebody, each as it reaches them.
   * @param rollen how members are called in their texts; without it as this person knows them
   */
  alleKaarten(kijk: Kijk, rollen?: Rollen): Kaart[] {
    return this.#uitzichten.alle(kijk, rollen);
  }

  /** The same as they are stored, for the server's own use: of what reaches somebody, never sent. */
  bereikt(kijk: Kijk): KaartRij[] {
    return this.#uitzichten.rijen(kijk);
  }

  /** The kaart that somebody means by an id, if it reaches them. @throws Weigering 404 (NK5) */
  eisKaart(kijk: Kijk, kaartId: string): { kaart: KaartRij; compartiment: CompartimentRij } {
    const plaats = this.#kast.plaats(kaartId);
    const compartiment = plaats === null ? undefined : kijk.compartiment(plaats);
    const kaart = compartiment === undefined ? null : this.#kast.een(kaartId, compartiment);
    if (compartiment === undefined || kaart === null || bereik(kijk, kaart) === null) throw nietGevonden();
    return { kaart, compartiment };
  }

  /** The same, for who may write it. @throws Weigering 404, 403 (NK17) */
  eisSchrijfbaar(kijk: Kijk, kaartId: string): { kaart: KaartRij; compartiment: CompartimentRij } {
    const gevonden = this.eisKaart(kijk, kaartId);
    eisSchrijven(kijk, gevonden.compartiment);
    return gevonden;
  }

  /** A place where this person may write a kaart. @throws Weigering 404, 403 (NK17) */
  eisSchrijfplaats(kijk: Kijk, compartimentId: string): CompartimentRij {
    const compartiment = kijk.compartiment(compartimentId);
    if (compartiment === undefined) throw nietGevonden();
    eisSchrijven(kijk, compartiment);
    return compartiment;
  }

  /**
   * A kaart that this person made or wrote a step of, as it reaches them now; null when it is gone or doesn't (ST13).
   * Where its compartment isn't open to this session it is what they sent, as long as nobody changed since what every
   * reader sees alike: more would be a look that isn't on record (NK10). How often it was written doesn't count, for that
   * would tell of what was changed out of their sight (ST11).
   */
  gemaakt(kijk: Kijk, kaartId: string): Kaart | null {
    const plaats = this.#kast.plaats(kaartId);
    const compartiment = plaats === null ? undefined : kijk.compartiment(plaats);
    const kaart = compartiment === undefined ? null : this.#kast.een(kaartId, compartiment);
    if (kaart === null) return null;
    const isVanMij = kaart.gemaaktDoor === kijk.wie.persoonId && kaart.gewijzigdOp === kaart.gemaaktOp;
    return isVanMij ? this.#uitzichten.een(kijk, kaart, 'leest') : this.#uitzichten.een(kijk, kaart);
  }

  /** Makes a kaart. @throws Weigering 403, 404, 422 */
  maak(kijk: Kijk, compartimentId: string, gegeven: Readonly<Record<string, unknown>>): Kaart {
    const compartiment = this.eisSchrijfplaats(kijk, compartimentId);
    const keuring = this.#keuring(kijk, compartiment);
    const { velden, wens } = neemVia(keuring, zonderLeeg(gegeven));
    const inhoud = schrijfTeksten(rollenVoor(kijk), keurKaart(keuring, velden, null), null);
    if (EEN_PER_COMPARTIMENT.has(inhoud.soort)) {
      const al = this.#kast.in([compartiment]).some((kaart) => kaart.inhoud.soort === inhoud.soort);
      if (al) throw kanNiet('bestaat_al', 'Dit staat er al. Open het en verander wat er staat.');
    }
    this.#eisPlaats(kijk, compartiment);
    return this.#stappen.doe((stap) => {
      const kaart = this.#kast.voegToe(compartiment, inhoud, kijk.wie.persoonId, wordtVia(kijk, null, wens));
      this.#schrijf(kijk, 'kaart_gemaakt', kaart);
      this.#meld(stap, kijk, { voor: null, na: kaart });
      return this.#voorSchrijver(kijk, kaart);
    });
  }

  /**
   * Puts a besluit in the plan of the household that follows from something else, such as a handover, in the step of
   * that: also by who doesn't write there (NK30).
   */
  legBesluitVast(beeld: Casusbeeld, door: Door, besluit: Besluit): void {
    const inhoud = metTeksten({ soort: 'besluit', ...besluit }, metOudeRollen(beeld));
    this.#legVast(beeld.id, eisPlan(beeld), inhoud, { door, persoonId: door.wie.persoonId, regel: 'NK30' });
  }

  /**
   * Puts what a table agreed in the plan of the household, in the step that closes its item, in the name of who put it down
   * (OV4). @param inhoud as it is stored @returns its id
   */
  legAfspraakVast(
    beeld: Casusbeeld,
    door: Door | null,
    persoonId: string,
    inhoud: InhoudVan<'afspraak'> & { readonly soort: 'afspraak' },
  ): string {
    return this.#legVast(beeld.id, eisPlan(beeld), inhoud, { door, persoonId, regel: 'OV4' });
  }

  #legVast(
    casusId: string,
    compartiment: CompartimentRij,
    inhoud: KaartRij['inhoud'],
    { door, persoonId, regel }: { door: Door | null; persoonId: string; regel: string },
  ): string {
    return this.#stappen.doe((stap) => {
      const kaart = this.#kast.voegToe(compartiment, inhoud, persoonId);
      this.#logboek.schrijf({
        handeling: 'kaart_gemaakt',
        door,
        casusId,
        compartiment,
        regel,
        bijzonderheden: { kaartId: kaart.id, versie: kaart.versie },
      });
      this.#meldIn(stap, casusId, { voor: null, na: kaart });
      return kaart.id;
    });
  }

  /**
   * Changes of a kaart what is sent; the rest stays as it is now, whoever wrote it (ST14).
   * @throws Weigering 403, 404, 409 with the kaart as its writer may read it now, 422
   */
  wijzig(
    kijk: Kijk,
    kaartId: string,
    wijziging: Readonly<Record<string, unknown>> & { versie: string },
  ): Kaart {
    const { kaart, compartiment } = this.eisSchrijfbaar(kijk, kaartId);
    this.#eisVersie(kijk, kaart, wijziging.versie);
    const { versie: _, ...velden } = wijziging;
    if ('soort' in velden && velden.soort !== kaart.inhoud.soort) {
      throw kanNiet('soort_vast', 'Wat voor iets dit is, kan niet veranderen. Maak iets nieuws.', [
        { veld: 'soort', bericht: 'kan niet veranderen' },
      ]);
    }
    const nieuw = this.#wordt(kijk, compartiment, kaart, velden);
    eisNietDoorgezet(kijk, kaart, nieuw.inhoud);
    return this.#vervang(kijk, compartiment, kaart, nieuw, 'kaart_gewijzigd');
  }

  /** What a kaart becomes by what somebody changes of it. @throws Weigering 422 */
  #wordt(
    kijk: Kijk,
    compartiment: CompartimentRij,
    kaart: KaartRij,
    velden: Readonly<Record<string, unknown>>,
  ): Nieuw {
    // Judged as its writer sees it: a reference that is hidden from them would else be taken where an unknown one is
    // refused, or be counted by what still fits (NK5, NK23). Afterwards it is put back.
    const mag = magVerwijzing(kijk, this.#uitzichten.doelIds(kijk));
    const rollen = rollenVoor(kijk);
    const gezien = metTeksten(zonderVerwijzingen(kaart.inhoud, mag), rollen.lees);
    const keuring = this.#keuring(kijk, compartiment);
    // Null says that nobody does any more, which leaving it out doesn't.
    const via = 'viaRegisseur' in velden ? { viaRegisseur: velden.viaRegisseur } : {};
    const { velden: samen, wens } = neemVia(keuring, { ...zonderLeeg({ ...gezien, ...velden }), ...via });
    const geschreven = schrijfTeksten(rollen, keurKaart(keuring, samen, gezien), kaart.inhoud);
    const inhoud = metVerborgenVerwijzingen(kaart.inhoud, geschreven, velden, mag);
    const wordt = zonderWeggehaald(wordtVia(kijk, kaart, wens), genoemdIn(kaart.inhoud), genoemdIn(inhoud));
    return { inhoud, stappen: kaart.stappen, doorzetting: kaart.doorzetting, via: wordt };
  }

  /**
   * The regisseur decides who carries out an afspraak and until when, or whether it goes on, with a reason (NK30): until they
   * decide otherwise, or an objection is upheld, nobody changes that.
   * @throws Weigering 404, 403, 409, 422
   */
  zetDoor(kijk: Kijk, kaartId: string, { versie, reden, ...velden }: Doorzettingsbesluit): Kaart {
    const { kaart, compartiment, inhoud } = this.eisDoorzetbaar(kijk, kaartId);
    this.#eisVersie(kijk, kaart, versie);
    if (openBezwaar(kaart) !== undefined) throw bezwaarLoopt();
    const nieuw = this.#wordt(kijk, compartiment, kaart, velden);
    const doorzetting = {
      op: this.#omgeving.nu(),
      persoonId: kijk.wie.persoonId,
      metStand: velden.stand !== undefined,
      was: {
        uitvoerders: [...inhoud.uitvoerders],
        uiterlijk: inhoud.uiterlijk ?? null,
        stand: inhoud.stand,
      },
      reden: rollenVoor(kijk).schrijf(reden, null),
      waaromVervallen: null,
      bezwaren: [],
    };
    return this.#vervang(kijk, compartiment, kaart, { ...nieuw, doorzetting }, 'doorzetting_besloten');
  }

  /** An afspraak in the plan, of who directs. @throws Weigering 404, 403, 422 */
  eisDoorzetbaar(kijk: Kijk, kaartId: string): Afspraak {
    this.eisKaart(kijk, kaartId);
    this.#toegang.eisRegie(kijk);
    const gevonden = this.eisAfspraak(kijk, kaartId);
    eisSchrijven(kijk, gevonden.compartiment);
    if (!magNoemen(gevonden.compartiment))
      throw kanNiet(
        'past_hier_niet',
        'De regisseur besluit alleen over afspraken in het plan. Deze afspraak bewaart een organisatie zelf. Overleg met die organisatie.',
      );
    return gevonden;
  }

  /**
   * Writes what an objection makes of an afspraak, with its line in the record, which is with the regisseur's notes (NK24).
   * @param kijk who does it from a seat; null: from outside the casus, or by itself
   */
  legBezwaarVast(
    { id: casusId, compartimenten }: Casusbeeld,
    kijk: Kijk | null,
    kaart: KaartRij,
    nieuw: Partial<Pick<KaartRij, 'inhoud' | 'doorzetting'>>,
    regel: () => void,
  ): void {
    const compartiment = compartimenten.find(({ id }) => id === kaart.compartimentId);
    if (compartiment === undefined) throw new Error('a kaart without a compartment');
    this.#stappen.doe((stap) => {
      const na = this.#kast.vervang(kaart, compartiment, {
        inhoud: kaart.inhoud,
        stappen: kaart.stappen,
        ...nieuw,
      });
      regel();
      if (kijk === null) this.#meldIn(stap, casusId, { voor: kaart, na });
      else this.#meld(stap, kijk, { voor: kaart, na });
    });
  }

  /** Removes a kaart. @throws Weigering 403, 404, 409 */
  verwijder(kijk: Kijk, kaartId: string, versie: string): void {
    const { kaart, compartiment } = this.eisSchrijfbaar(kijk, kaartId);
    this.#eisVersie(kijk, kaart, versie);
    // Removed and made anew, it would be somebody else without a warm handover.
    if (kaart.inhoud.soort === 'contactpersoon')
      throw kanNiet(
        'warme_overdracht_nodig',
        'Het gezin houdt een vaste contactpersoon. Wordt het een ander, ga dan eerst samen naar het gezin en verander daarna wie het is.',
      );
    eisMandaat(kijk, kaart.inhoud);
    if (geldend(kaart) !== null && !kijk.ik.regisseur)
      throw kanNiet('doorgezet', watNu(kijk, 'Deze afspraak'));
    if (openBezwaar(kaart) !== undefined) throw bezwaarLoopt();
    this.#stappen.doe((stap) => {
      // NK14: with its text, before its place is gone; who joins later gets none of it.
      for (const veldId of this.#kast.veldenVan(kaart)) {
        const kamer = this.#teksten.kamer(compartiment, kijk.beeld.id);
        maakLeeg(this.#teksten, kamer, veldId, kijk.wie.persoonId);
      }
      this.#kast.verwijder(kaart, compartiment);
      this.bijVerwijderen(kaart.id);
      this.#schrijf(kijk, 'kaart_verwijderd', kaart);
      this.#meld(stap, kijk, { voor: kaart, na: null });
    });
  }

  /** Sets a step of an afspraak: by who carries it out, or who may write it (NK22). @throws Weigering 403, 404, 422 */
  zetStap(kijk: Kijk, kaartId: string, { stand, tekst, versie }: NieuweStap): Kaart {
    const { kaart, compartiment, inhoud } = this.eisStapbaar(kijk, kaartId);
    // Who may set one sees them all.
    if (kaart.stappen.length >= this.#omvang.stappen) {
      throw kanNiet(
        'te_veel_stappen',
        `Deze afspraak heeft al ${this.#omvang.stappen} stappen. Rond deze af, en maak een nieuwe afspraak om verder te gaan.`,
      );
    }
    if (versie !== undefined) this.#eisVersie(kijk, kaart, versie);
    eisNietDoorgezet(kijk, kaart, { ...inhoud, stand: stand ?? inhoud.stand });
    const ik = kijk.wie.persoonId;
    const schrijft = kijk.niveau(compartiment.id) === 'schrijven';
    const isVia = !schrijft && !voertInEigenNaamUit(kijk, kaart);
    const nieuw = {
      id: this.#omgeving.id(),
      op: this.#omgeving.nu(),
      persoonId: isVia ? regisseurVan(kijk).persoonId : ik,
      ...(stand === undefined ? {} : { stand }),
      ...(tekst === undefined ? {} : { tekst: rollenVoor(kijk).schrijf(tekst, null) }),
    };
    return this.#vervang(
      kijk,
      compartiment,
      kaart,
      {
        inhoud: { ...inhoud, stand: stand ?? inhoud.stand },
        stappen: [...kaart.stappen, nieuw],
        doorzetting: kaart.doorzetting,
        // NK18: who really did stands with who it is.
        via:
          isVia && kaart.via !== null
            ? { ...kaart.via, auteurs: { ...kaart.via.auteurs, [nieuw.id]: ik } }
            : kaart.via,
      },
      'stap_gezet',
    );
  }

  /** An afspraak of which this person may set the state and steps. @throws Weigering 404, 403, 422 */
  eisStapbaar(kijk: Kijk, kaartId: string): Afspraak {
    const gevonden = this.eisAfspraak(kijk, kaartId);
    const schrijft = kijk.niveau(gevonden.compartiment.id) === 'schrijven';
    if (!schrijft && !voertUit(kijk, gevonden.kaart)) {
      throw magNiet(
        'niet_uitvoerder',
        'Alleen wie deze afspraak uitvoert, houdt bij hoe het ervoor staat. Vraag het die persoon, of de regisseur.',
      );
    }
    return gevonden;
  }

  /** An afspraak that reaches this person. @throws Weigering 404, 422 */
  eisAfspraak(kijk: Kijk, kaartId: string): Afspraak {
    const gevonden = this.eisKaart(kijk, kaartId);
    const { inhoud } = gevonden.kaart;
    if (inhoud.soort !== 'afspraak')
      throw kanNiet('geen_afspraak', 'Dit kan alleen bij een afspraak. Kies een afspraak.');
    return { ...gevonden, inhoud };
  }

  /** How a kaart that reaches somebody reaches them now. */
  toon(kijk: Kijk, kaartId: string): Kaart {
    const vers = this.#toegang.eisKijk(kijk.beeld.id, kijk.wie);
    return this.#uitzichten.een(vers, this.eisKaart(vers, kaartId).kaart, 'leest');
  }

  /** ST6: counted over the kaarten that this person sees there, or made, so that it tells of no others. */
  #eisPlaats(kijk: Kijk, compartiment: CompartimentRij): void {
    const leest = kijk.leestNu(compartiment.id);
    const gezien = this.#kast
      .in([compartiment])
      .filter(({ gemaaktDoor }) => leest || gemaaktDoor === kijk.wie.persoonId);
    if (gezien.length < this.#omvang.kaarten) return;
    throw kanNiet(
      'te_veel_kaarten',
      'Hier staat al zo veel dat er niets meer bij past. Haal eerst weg wat niet meer nodig is.',
    );
  }

  /** Who writes, or wrote, always gets back what they sent, also where they can't see the compartment's other kaarten. */
  #voorSchrijver(kijk: Kijk, kaart: KaartRij): Kaart {
    const vers = this.#toegang.eisKijk(kijk.beeld.id, kijk.wie);
    return this.#uitzichten.een(vers, kaart, 'leest');
  }

  #vervang(
    kijk: Kijk,
    compartiment: CompartimentRij,
    kaart: KaartRij,
    nieuw: Nieuw,
    handeling: 'kaart_gewijzigd' | 'stap_gezet' | 'doorzetting_besloten',
  ): Kaart {
    const { leden, deelnemers } = kijk.beeld;
    const isEr = new Set([...leden, ...deelnemers].map(({ id }) => id));
    const inhoud = zonderVerdwenen(nieuw.inhoud, (id) => isEr.has(id));
    return this.#stappen.doe((stap) => {
      const na = this.#kast.vervang(kaart, compartiment, { ...nieuw, inhoud });
      // What only the regisseur and one other see of it changed: so says the record (NK24).
      const isAlleenVia = na.via !== kaart.via && na.versie === kaart.versie;
      this.#schrijf(kijk, handeling, na, isAlleenVia ? na.via?.compartimentId : kaart.compartimentId);
      this.#meld(stap, kijk, { voor: kaart, na });
      return this.#voorSchrijver(kijk, na);
    });
  }

  #keuring(kijk: Kijk, compartiment: CompartimentRij): Keuring {
    return {
      kijk,
      compartiment,
      mag: magVerwijzing(kijk, this.#uitzichten.doelIds(kijk)),
      vandaag: datumOp(this.#omgeving.nu()),
    };
  }

  /** ST11: whether this person saw the kaart as they see it now; what others see of it doesn't count. */
  #eisVersie(kijk: Kijk, kaart: KaartRij, versie: string): void {
    const nu = this.#uitzichten.een(kijk, kaart);
    if (versie === nu?.versie) return;
    throw new Weigering(
      409,
      'versie_verouderd',
      'Iemand anders heeft dit intussen veranderd. Bekijk de nieuwe versie en probeer het opnieuw.',
      { extra: { kaart: nu } },
    );
  }

  #meld(stap: Stap, kijk: Kijk, wijziging: Kaartwijziging): void {
    this.bijSchrijven(kijk, wijziging);
    this.#meldIn(stap, kijk.beeld.id, wijziging);
  }

  /** Told once a step, of each kaart what it was before and is after the whole of it: a reader compares those (NK37). */
  #meldIn(stap: Stap, casusId: string, wijziging: Kaartwijziging): void {
    const perCasus = stap.deel(WIJZIGINGEN);
    let wijzigingen = perCasus.get(casusId);
    if (wijzigingen === undefined) {
      const nieuw: Kaartwijziging[] = [];
      wijzigingen = nieuw;
      perCasus.set(casusId, nieuw);
      stap.meld(this.opKaart, { casusId, wijzigingen: nieuw });
      stap.naAfloop(() => perCasus.delete(casusId));
    }
    const id = (wijziging.na ?? wijziging.voor)?.id;
    const plek = wijzigingen.findIndex(({ na }) => na?.id === id);
    const eerder = wijzigingen[plek];
    if (eerder === undefined) wijzigingen.push(wijziging);
    else wijzigingen[plek] = { voor: eerder.voor, na: wijziging.na };
  }

  #schrijf(
    kijk: Kijk,
    handeling:
      | 'kaart_gemaakt'
      | 'kaart_gewijzigd'
      | 'kaart_verwijderd'
      | 'stap_gezet'
      | 'doorzetting_besloten',
    kaart: KaartRij,
    waar = kaart.compartimentId,
  ): void {
    const compartiment = kijk.beeld.compartimenten.find(({ id }) => id === waar);
    if (compartiment === undefined) throw new Error('a kaart without a compartment');
    this.#logboek.schrijf({
      handeling,
      door: kijk,
      casusId: kijk.beeld.id,
      compartiment,
      // Who carries out an afspraak writes its steps without writing there otherwise.
      regel: kijk.niveau(compartiment.id) === 'schrijven' ? kijk.regelVoor(compartiment) : 'NK22',
      bijzonderheden: { kaartId: kaart.id, versie: kaart.versie },
    });
  }
}

/** An afspraak, and where it stands. */
interface Afspraak {
  readonly kaart: KaartRij;
  readonly compartiment: CompartimentRij;
  readonly inhoud: InhoudVan<'afspraak'>;
}

/** What a kaart becomes. */
type Nieuw = Pick<KaartRij, 'inhoud' | 'stappen' | 'doorzetting' | 'via'>;

/** The regisseur waits for what the procesregisseur says. */
function bezwaarLoopt(): Weigering {
  return new Weigering(
    409,
    'loopt_al',
    'Er loopt een bezwaar tegen uw besluit over deze afspraak. Wacht op de procesregisseur, of bel die.',
  );
}

/** The board without what stands on it. */
type Bordkop = Omit<Bord, 'velden' | 'kaarten' | 'onleesbaar'>;

function leestNu(kijk: Kijk): CompartimentRij[] {
  return kijk.leesbaarOpBord().filter(({ id }) => kijk.leestNu(id));
}

/** What this step wrote so far, by casus. */
const WIJZIGINGEN: Stapdeel<Map<string, Kaartwijziging[]>> = { maak: () => new Map() };

/** NK17: who may not write is told so, and why. */
function eisSchrijven(kijk: Kijk, compartiment: CompartimentRij): void {
  const niveau = kijk.niveau(compartiment.id);
  if (niveau === 'schrijven') return;
  throw magNiet(
    'alleen_lezen',
    niveau === 'lezen'
      ? 'U leest hier mee, maar u schrijft hier niet. Vraag het wie dit bewaart.'
      : 'Dit is niet voor u opengesteld. Vraag het de regisseur.',
  );
}

/** Null means that a field is left empty: when it is made as well as when it is cleared. */
function zonderLeeg(velden: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== null));
}
