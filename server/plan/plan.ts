import type { Bord, Opening } from '../../shared/contract/casussen.ts';
import type { InhoudVan, Kaart, NieuweStap } from '../../shared/contract/kaarten.ts';
import { EEN_PER_COMPARTIMENT } from '../../shared/plan/kaartsoorten.ts';
import type { Bewaarder, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { datumOp } from '../kern/tijd.ts';
import { kanNiet, magNiet, nietGevonden, Weigering } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import { maakLeeg, type Teksten, veldenVoor } from '../teksten/teksten.ts';
import { compartimentVoor, deelnemerVoor, type Kijk, type Toegang } from '../toegang/toegang.ts';
import { Kaartenkast, type KaartRij } from './kaarten.ts';
import { bereik, kaartVoor, magNoemen, magVerwijzing, voertUit } from './kaartvoor.ts';
import { type Keuring, keurKaart } from './keuring.ts';
import { genoemdIn, metVerborgenVerwijzingen, zonderVerwijzingen } from './verwijzingen.ts';

export type { KaartRij } from './kaarten.ts';
export { bereik } from './kaartvoor.ts';

/** A kaart that came, changed or went, for who sends it on. */
export interface Kaartgebeurtenis {
  readonly casusId: string;
  readonly voor: KaartRij | null;
  readonly na: KaartRij | null;
}

/** A kaart and how it reaches somebody. */
interface Bereikt {
  readonly kaart: KaartRij;
  readonly hoe: 'leest' | 'genoemd';
}

/** What of the kaarten reaches somebody, and what follows from that; for as long as nothing of it changes. */
interface Uitzicht {
  readonly geopend: number;
  readonly keerGeschreven: number;
  readonly lijst: readonly Bereikt[];
  genoemd: ReadonlySet<string> | null;
  doelIds: ReadonlySet<string> | null;
}

/** The plan of a household: the board under somebody's mask, and every command on its kaarten. */
export class Plan {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #toegang: Toegang;
  readonly #teksten: Teksten;
  readonly #kast: Kaartenkast;
  /** A look holds for one step; what it has opened since, and what was written on kaarten, makes it another. */
  readonly #bereikt = new WeakMap<Kijk, Uitzicht>();

  /** A kaart came, changed or went; it is on disk. */
  readonly opKaart = new Gebeurtenis<Kaartgebeurtenis>('kaart');

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    toegang: Toegang;
    teksten: Teksten;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#toegang = behoeften.toegang;
    this.#teksten = behoeften.teksten;
    this.#kast = new Kaartenkast(behoeften.database, behoeften.omgeving, behoeften.stappen);
  }

  /** Who keeps the kaarten of compartments. */
  get bewaarder(): Bewaarder {
    return this.#kast;
  }

  /** Deelnemers named by the kaarten that reach somebody (NK20). */
  genoemden(kijk: Kijk): ReadonlySet<string> {
    const uitzicht = this.#uitzicht(kijk);
    uitzicht.genoemd ??= new Set(uitzicht.lijst.flatMap(({ kaart }) => genoemdIn(kaart.inhoud)));
    return uitzicht.genoemd;
  }

  /** The board under somebody's mask; what opens by itself is opened, and that is on record before this returns. */
  bord(kijk: Kijk): Bord {
    this.#toegang.openVanzelf(kijk, () =>
      this.#logboek.schrijf({
        handeling: 'bord_geopend',
        persoonId: kijk.wie.persoonId,
        vanuit: kijk.ik,
        casusId: kijk.beeld.id,
      }),
    );
    return {
      ...this.kop(kijk),
      velden: veldenVoor(
        this.#database,
        kijk,
        kijk.leesbaar().filter(({ id }) => kijk.leestNu(id)),
      ),
      kaarten: this.alleKaarten(kijk),
    };
  }

  /** The board without content: who, and which tiles. What differs in it for somebody is told as `zicht`. */
  kop(kijk: Kijk): Omit<Bord, 'velden' | 'kaarten'> {
    return {
      id: kijk.beeld.id,
      label: kijk.beeld.label,
      status: kijk.beeld.status,
      leden: kijk.leden(),
      deelnemers: kijk.bekenden().map((deelnemer) => deelnemerVoor(kijk, deelnemer)),
      compartimenten: kijk.zicht().map((regel) => compartimentVoor(kijk, regel)),
    };
  }

  /** What stands in one compartment that was opened. */
  inhoudVan(kijk: Kijk, compartiment: CompartimentRij): Opening {
    return {
      velden: veldenVoor(this.#database, kijk, [compartiment]),
      kaarten: this.alleKaarten(kijk).filter((kaart) => kaart.compartimentId === compartiment.id),
    };
  }

  /** A kaart as it reaches somebody now, or null if it doesn't. */
  kaartVoor(kijk: Kijk, kaart: KaartRij): Kaart | null {
    const hoe = bereik(kijk, kaart);
    return hoe === null ? null : kaartVoor(kijk, kaart, hoe, this.#doelIds(kijk));
  }

  /** All kaarten that reach somebody, each as it reaches them. */
  alleKaarten(kijk: Kijk): Kaart[] {
    const doelIds = this.#doelIds(kijk);
    return this.#vanMij(kijk).map(({ kaart, hoe }) => kaartVoor(kijk, kaart, hoe, doelIds));
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

  /** Makes a kaart. @throws Weigering 403, 404, 422 */
  maak(kijk: Kijk, compartimentId: string, gegeven: Readonly<Record<string, unknown>>): Kaart {
    const compartiment = kijk.compartiment(compartimentId);
    if (compartiment === undefined) throw nietGevonden();
    eisSchrijven(kijk, compartiment);
    const inhoud = keurKaart(this.#keuring(kijk, compartiment), zonderLeeg(gegeven), null);
    if (EEN_PER_COMPARTIMENT.has(inhoud.soort)) {
      const al = this.#kast.in([compartiment]).some((kaart) => kaart.inhoud.soort === inhoud.soort);
      if (al) throw kanNiet('bestaat_al', 'Dit staat er al. Open het en verander wat er staat.');
    }
    return this.#stappen.doe((stap) => {
      const kaart = this.#kast.voegToe(compartiment, inhoud, kijk.wie.persoonId);
      this.#schrijf(kijk, 'kaart_gemaakt', kaart);
      stap.meld(this.opKaart, { casusId: kijk.beeld.id, voor: null, na: kaart });
      return this.#voorSchrijver(kijk, kaart);
    });
  }

  /** Changes a kaart. @throws Weigering 403, 404, 409 with the newer version, 422 */
  wijzig(
    kijk: Kijk,
    kaartId: string,
    wijziging: Readonly<Record<string, unknown>> & { versie: number },
  ): Kaart {
    const { kaart, compartiment } = this.eisSchrijfbaar(kijk, kaartId);
    this.#eisVersie(kijk, kaart, wijziging.versie);
    const { versie: _, ...velden } = wijziging;
    if ('soort' in velden && velden.soort !== kaart.inhoud.soort) {
      throw kanNiet('soort_vast', 'Wat voor iets dit is, kan niet veranderen. Maak iets nieuws.', [
        { veld: 'soort', bericht: 'kan niet veranderen' },
      ]);
    }
    // Judged as its writer sees it: a reference that is hidden from them would else be taken where an unknown one is
    // refused, or be counted by what still fits (NK5, NK23). Afterwards it is put back.
    const mag = magVerwijzing(kijk, this.#doelIds(kijk));
    const gezien = zonderVerwijzingen(kaart.inhoud, mag);
    const samen = zonderLeeg({ ...gezien, ...velden });
    const gekeurd = keurKaart(this.#keuring(kijk, compartiment), samen, gezien);
    const inhoud = metVerborgenVerwijzingen(kaart.inhoud, gekeurd, velden, mag);
    return this.#vervang(kijk, compartiment, kaart, { inhoud, stappen: kaart.stappen }, 'kaart_gewijzigd');
  }

  /** Removes a kaart. @throws Weigering 403, 404, 409 */
  verwijder(kijk: Kijk, kaartId: string, versie: number): void {
    const { kaart, compartiment } = this.eisSchrijfbaar(kijk, kaartId);
    this.#eisVersie(kijk, kaart, versie);
    this.#stappen.doe((stap) => {
      // NK14: with its text, before its place is gone; who joins later gets none of it.
      for (const veldId of this.#kast.veldenVan(kaart)) {
        const kamer = this.#teksten.kamer(compartiment, kijk.beeld.id);
        maakLeeg(this.#teksten, kamer, veldId, kijk.wie.persoonId);
      }
      this.#kast.verwijder(kaart);
      this.#schrijf(kijk, 'kaart_verwijderd', kaart);
      stap.meld(this.opKaart, { casusId: kijk.beeld.id, voor: kaart, na: null });
    });
  }

  /** Sets a step of an afspraak: by who carries it out, or who may write it (NK22). @throws Weigering 403, 404, 422 */
  zetStap(kijk: Kijk, kaartId: string, { stand, tekst }: NieuweStap): Kaart {
    const { kaart, compartiment, inhoud } = this.eisStapbaar(kijk, kaartId);
    const nieuw = {
      id: this.#omgeving.id(),
      op: this.#omgeving.nu(),
      persoonId: kijk.wie.persoonId,
      ...(stand === undefined ? {} : { stand }),
      ...(tekst === undefined ? {} : { tekst }),
    };
    return this.#vervang(
      kijk,
      compartiment,
      kaart,
      { inhoud: { ...inhoud, stand: stand ?? inhoud.stand }, stappen: [...kaart.stappen, nieuw] },
      'stap_gezet',
    );
  }

  /** An afspraak of which this person may set the state and steps. @throws Weigering 404, 403, 422 */
  eisStapbaar(
    kijk: Kijk,
    kaartId: string,
  ): { kaart: KaartRij; compartiment: CompartimentRij; inhoud: InhoudVan<'afspraak'> } {
    const gevonden = this.eisKaart(kijk, kaartId);
    const { inhoud } = gevonden.kaart;
    if (inhoud.soort !== 'afspraak') throw kanNiet('geen_afspraak', 'Stappen horen bij een afspraak.');
    const schrijft = kijk.niveau(gevonden.compartiment.id) === 'schrijven';
    if (!schrijft && !voertUit(kijk, gevonden.kaart)) {
      throw magNiet('niet_uitvoerder', 'Alleen wie deze afspraak uitvoert, houdt bij hoe het ervoor staat.');
    }
    return { ...gevonden, inhoud };
  }

  /** Who writes, or wrote, always gets back what they sent, also where they can't see the compartment's other kaarten. */
  #voorSchrijver(kijk: Kijk, kaart: KaartRij): Kaart {
    const vers = this.#toegang.eisKijk(kijk.beeld.id, kijk.wie);
    return kaartVoor(vers, kaart, bereik(vers, kaart) ?? 'leest', this.#doelIds(vers));
  }

  #vervang(
    kijk: Kijk,
    compartiment: CompartimentRij,
    kaart: KaartRij,
    nieuw: Pick<KaartRij, 'inhoud' | 'stappen'>,
    handeling: 'kaart_gewijzigd' | 'stap_gezet',
  ): Kaart {
    return this.#stappen.doe((stap) => {
      const na = this.#kast.vervang(kaart, compartiment, nieuw);
      this.#schrijf(kijk, handeling, na);
      stap.meld(this.opKaart, { casusId: kijk.beeld.id, voor: kaart, na });
      return this.#voorSchrijver(kijk, na);
    });
  }

  #keuring(kijk: Kijk, compartiment: CompartimentRij): Keuring {
    return {
      kijk,
      compartiment,
      mag: magVerwijzing(kijk, this.#doelIds(kijk)),
      vandaag: datumOp(this.#omgeving.nu()),
    };
  }

  #eisVersie(kijk: Kijk, kaart: KaartRij, versie: number): void {
    if (versie === kaart.versie) return;
    throw new Weigering(
      409,
      'versie_verouderd',
      'Iemand anders heeft dit intussen veranderd. Bekijk de nieuwe versie en probeer het opnieuw.',
      {
        extra: { kaart: this.kaartVoor(kijk, kaart) },
      },
    );
  }

  /** Kaarten that reach somebody, in the order of their compartments, and how; decrypted once a look. */
  #vanMij(kijk: Kijk): readonly Bereikt[] {
    return this.#uitzicht(kijk).lijst;
  }

  #uitzicht(kijk: Kijk): Uitzicht {
    const eerder = this.#bereikt.get(kijk);
    const { keerGeschreven } = this.#kast;
    if (eerder?.geopend === kijk.geopend.size && eerder.keerGeschreven === keerGeschreven) return eerder;
    const uitzicht: Uitzicht = {
      geopend: kijk.geopend.size,
      keerGeschreven,
      lijst: this.#zoekBereikt(kijk),
      genoemd: null,
      doelIds: null,
    };
    this.#bereikt.set(kijk, uitzicht);
    return uitzicht;
  }

  #zoekBereikt(kijk: Kijk): Bereikt[] {
    const volgorde = kijk.zicht().map(({ compartiment }) => kijk.rij(compartiment));
    const nodig = volgorde.filter((compartiment) => kijk.leestNu(compartiment.id) || magNoemen(compartiment));
    const plaats = new Map(volgorde.map(({ id }, i) => [id, i]));
    return this.#kast
      .in(nodig)
      .flatMap((kaart) => {
        const hoe = bereik(kijk, kaart);
        return hoe === null ? [] : [{ kaart, hoe }];
      })
      .sort((a, b) => (plaats.get(a.kaart.compartimentId) ?? 0) - (plaats.get(b.kaart.compartimentId) ?? 0));
  }

  #doelIds(kijk: Kijk): ReadonlySet<string> {
    const uitzicht = this.#uitzicht(kijk);
    uitzicht.doelIds ??= new Set(
      uitzicht.lijst.filter(({ kaart }) => kaart.inhoud.soort === 'doel').map(({ kaart }) => kaart.id),
    );
    return uitzicht.doelIds;
  }

  #schrijf(
    kijk: Kijk,
    handeling: 'kaart_gemaakt' | 'kaart_gewijzigd' | 'kaart_verwijderd' | 'stap_gezet',
    kaart: KaartRij,
  ): void {
    this.#logboek.schrijf({
      handeling,
      persoonId: kijk.wie.persoonId,
      vanuit: kijk.ik,
      casusId: kijk.beeld.id,
      compartimentId: kaart.compartimentId,
      bijzonderheden: { kaartId: kaart.id, versie: kaart.versie },
    });
  }
}

/** NK17: who may not write is told so, and why. */
function eisSchrijven(kijk: Kijk, compartiment: CompartimentRij): void {
  const niveau = kijk.niveau(compartiment.id);
  if (niveau === 'schrijven') return;
  throw magNiet(
    'alleen_lezen',
    niveau === 'lezen'
      ? 'U leest hier mee, maar u schrijft hier niet. Vraag het wie dit bijhoudt.'
      : 'Dit is niet voor u opengesteld. Vraag het de regisseur.',
  );
}

/** Null means that a field is left empty: when it is made as well as when it is cleared. */
function zonderLeeg(velden: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== null));
}
