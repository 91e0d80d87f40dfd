import { exhaustief } from '../exhaustief.ts';
import type {
  BevestigingFeit,
  CasusFeiten,
  CompartimentFeit,
  DeelnemerFeit,
  NoodtoegangFeit,
  PlaatsFeit,
  RechtFeit,
  ToelatingFeit,
  UitsluitingFeit,
} from './feiten.ts';
import type { Categorieregel, Regelboek } from './matrix.ts';
import type { Moment } from './moment.ts';
import { hoogste, isMinstens, laagste, type Niveau } from './niveaus.ts';

/** A rule that applied in a decision, for the explanation (NK9). `niveau` is what it alone gives. */
export type Beslisregel =
  | { readonly regel: 'NK1' | 'onderwerp' | 'eigen_lid' | 'maker' | 'kring'; readonly niveau: Niveau }
  | { readonly regel: 'toegelaten'; readonly niveau: Niveau }
  | {
      readonly regel: 'matrix' | 'regisseur' | 'NK11' | 'recht' | 'acuut_gevaar' | 'tegel';
      readonly niveau: Niveau;
    };

/** What was decided about one deelnemer and one compartment. */
export interface Beslissing {
  readonly niveau: Niveau;
  /** Acute danger opens the noodkaart of this compartment, and nothing else in it (NK25). */
  readonly noodkaart: boolean;
}

/**
 * Decides for the deelnemers of one casus at one moment. There is one function that decides, and no second
 * (NK16): everything that reaches a person passes through `niveau`. Pure: the same facts, rules and moment
 * give the same answer.
 */
export class Beslisser {
  readonly feiten: CasusFeiten;
  readonly regels: Regelboek;
  readonly moment: Moment;
  readonly #rechten: ReadonlyMap<string, readonly RechtFeit[]>;
  readonly #uitsluitingen: ReadonlyMap<string, readonly UitsluitingFeit[]>;
  readonly #noodtoegangen: ReadonlyMap<string, readonly NoodtoegangFeit[]>;
  readonly #bevestigd: ReadonlySet<string>;
  /** Places that hold now. */
  readonly #plaatsen: readonly PlaatsFeit[];
  /** By seat or place. */
  readonly #toelatingen: ReadonlyMap<string, readonly ToelatingFeit[]>;

  constructor(feiten: CasusFeiten, regels: Regelboek, moment: Moment) {
    this.feiten = feiten;
    this.regels = regels;
    this.moment = moment;
    this.#rechten = perDeelnemer(feiten.rechten, moment);
    this.#uitsluitingen = perDeelnemer(feiten.uitsluitingen, moment);
    this.#noodtoegangen = perDeelnemer(feiten.noodtoegangen, moment);
    this.#bevestigd = new Set(feiten.bevestigingen.map(zetelEnDeel));
    this.#plaatsen = (feiten.plaatsen ?? []).filter((plaats) => moment.geldt(plaats));
    this.#toelatingen = perDeelnemer(feiten.toelatingen ?? [], moment);
  }

  /** The level of a deelnemer on a compartment of this casus, now. */
  niveau(deelnemer: DeelnemerFeit, compartiment: CompartimentFeit): Niveau {
    return this.beslis(deelnemer, compartiment).niveau;
  }

  /**
   * Decides, in the order of NK8: exclusion beats everything; then acute danger, rights given and the matrix,
   * of which the highest counts.
   * @param spoor takes the rules that applied, in order, when an explanation is asked for (NK9).
   */
  beslis(deelnemer: DeelnemerFeit, compartiment: CompartimentFeit, spoor?: Beslisregel[]): Beslissing {
    const categorie = this.regels.categorieen.get(compartiment.categorie);
    const besloten = compartiment.besloten === true;
    // NK1: default deny. A category that the matrix of today doesn't know is nobody's, unless it is for who was let in.
    if ((categorie === undefined && !besloten) || !this.moment.geldt(deelnemer)) {
      spoor?.push({ regel: 'NK1', niveau: 'verborgen' });
      return VERBORGEN;
    }
    if (categorie === undefined || besloten) {
      const isBuiten = betreft(this.#uitsluitingen, deelnemer, compartiment) !== undefined;
      const niveau = isBuiten ? 'verborgen' : this.#toegelaten(deelnemer, compartiment);
      spoor?.push({ regel: 'toegelaten', niveau });
      return { niveau, noodkaart: false };
    }
    if (categorie.beslist === 'maker') {
      const isOpen =
        compartiment.makerId === deelnemer.persoonId && this.#leestWaarover(deelnemer, compartiment);
      const niveau = isOpen ? 'schrijven' : 'verborgen';
      spoor?.push({ regel: 'maker', niveau });
      return { niveau, noodkaart: false };
    }
    const isTegel = categorie.perOrganisatie && compartiment.organisatieId === null;
    // A tegel holds nothing: a right, an exclusion or acute danger is about what is really kept.
    const uitgesloten = !isTegel && betreft(this.#uitsluitingen, deelnemer, compartiment) !== undefined;
    const zetelNiveau = this.#uitZetel(deelnemer, compartiment, categorie, spoor);
    let niveau = zetelNiveau;
    if (deelnemer.regisseur) {
      const alsRegisseur = this.#alsRegisseur(
        deelnemer,
        compartiment,
        categorie,
        uitgesloten ? undefined : spoor,
      );
      niveau = hoogste(niveau, alsRegisseur);
    }
    if (uitgesloten) return { niveau: naUitsluiting(zetelNiveau, niveau, categorie), noodkaart: false };
    if (isTegel) {
      // The tegel stands for what others keep: where all of it may be read as it is, there is nothing to stand for.
      const tegel: Niveau =
        niveau === 'dat' || this.#ietsIsDicht(deelnemer, compartiment) ? 'dat' : 'verborgen';
      spoor?.push({ regel: 'tegel', niveau: tegel });
      return { niveau: tegel, noodkaart: false };
    }
    const voorNood = niveau;
    const recht = betreft(this.#rechten, deelnemer, compartiment);
    for (const gegeven of recht ?? []) {
      spoor?.push({ regel: 'recht', niveau: gegeven.niveau });
      niveau = hoogste(niveau, gegeven.niveau);
    }
    const toegelaten = this.#toegelaten(deelnemer, compartiment);
    if (toegelaten !== 'verborgen') {
      spoor?.push({ regel: 'toegelaten', niveau: toegelaten });
      niveau = hoogste(niveau, toegelaten);
    }
    const nood = betreft(this.#noodtoegangen, deelnemer, compartiment);
    const magNood = this.regels.zetels.get(deelnemer.zetel)?.acuutGevaar === true;
    // NK25: acute danger needs at least `dat`, from the matrix or from a right given.
    if (nood !== undefined && magNood && isMinstens(hoogste(voorNood, niveau), 'dat')) {
      return this.#inNood(categorie, niveau, spoor);
    }
    return { niveau, noodkaart: false };
  }

  /**
   * The level of who has a place (OV4, OV11): what it was let into, and nothing else. Not what its person is excluded from
   * on a seat of theirs (NK8).
   */
  niveauOpPlaats(plaats: PlaatsFeit, compartiment: CompartimentFeit): Niveau {
    const categorie = this.regels.categorieen.get(compartiment.categorie);
    const besloten = compartiment.besloten === true;
    if (!this.moment.geldt(plaats)) return 'verborgen';
    if (!besloten && (categorie === undefined || categorie.beslist === 'maker')) return 'verborgen';
    const isBuiten = this.isUitgesloten(plaats.persoonId, compartiment.id);
    // A tegel holds nothing.
    const isLeeg = !besloten && categorie?.perOrganisatie === true && compartiment.organisatieId === null;
    return isBuiten || isLeeg ? 'verborgen' : this.#toelatingVan(plaats, compartiment);
  }

  /**
   * Whether somebody is kept out of a compartment now, on any seat of theirs: then what was taken from it isn't theirs to
   * read anywhere else either (NK8).
   */
  isUitgesloten(persoonId: string, compartimentId: string): boolean {
    if (this.#uitsluitingen.size === 0) return false;
    return this.feiten.deelnemers.some(
      (deelnemer) =>
        deelnemer.persoonId === persoonId &&
        (this.#uitsluitingen.get(deelnemer.id) ?? []).some((feit) => feit.compartimentId === compartimentId),
    );
  }

  /** Places from which this is read now: nobody reads along unseen (NK20). */
  lezendePlaatsen(compartiment: CompartimentFeit): PlaatsFeit[] {
    return this.#plaatsen.filter((plaats) => isMinstens(this.niveauOpPlaats(plaats, compartiment), 'lezen'));
  }

  /** Whether its maker reads what it holds words of: a concept over a text closes with that text. */
  #leestWaarover(deelnemer: DeelnemerFeit, { over }: CompartimentFeit): boolean {
    if (over == null) return true;
    const waarover = this.feiten.compartimenten.find(({ id }) => id === over);
    // None of one's own concepts is about another: it would go round.
    return waarover?.makerId === null && isMinstens(this.niveau(deelnemer, waarover), 'lezen');
  }

  /** What a seat was let into, and the places of who sits there: the higher counts. */
  #toegelaten(deelnemer: DeelnemerFeit, compartiment: CompartimentFeit): Niveau {
    if (this.#toelatingen.size === 0) return 'verborgen';
    return this.#plaatsen
      .filter(({ persoonId }) => persoonId === deelnemer.persoonId)
      .map((plaats) => this.niveauOpPlaats(plaats, compartiment))
      .reduce(hoogste, this.#toelatingVan(deelnemer, compartiment));
  }

  #toelatingVan(wie: { readonly id: string }, compartiment: CompartimentFeit): Niveau {
    return (betreft(this.#toelatingen, wie, compartiment) ?? [])
      .map(({ niveau }) => niveau)
      .reduce(hoogste, 'verborgen');
  }

  /**
   * Whether the matrix lets this deelnemer write here now, apart from rights given and from being regisseur: then
   * they keep it (NK12). Who is excluded keeps nothing, else they would decide on their own exclusion.
   */
  schrijftUitMatrix(deelnemer: DeelnemerFeit, compartiment: CompartimentFeit): boolean {
    const categorie = this.regels.categorieen.get(compartiment.categorie);
    return (
      categorie?.beslist === 'matrix' &&
      compartiment.besloten !== true &&
      this.moment.geldt(deelnemer) &&
      betreft(this.#uitsluitingen, deelnemer, compartiment) === undefined &&
      this.#uitZetel(deelnemer, compartiment, categorie, undefined) === 'schrijven'
    );
  }

  /**
   * Whether this deelnemer decides on rights to it (NK12, NK28): who keeps it by the matrix; of what only the regisseur's
   * column writes, who directs. Never somebody by a right given.
   */
  bewaart(deelnemer: DeelnemerFeit, compartiment: CompartimentFeit): boolean {
    if (this.schrijftUitMatrix(deelnemer, compartiment)) return true;
    const categorie = this.regels.categorieen.get(compartiment.categorie);
    return (
      deelnemer.regisseur &&
      categorie?.alleenRegisseur === true &&
      categorie.beslist === 'matrix' &&
      compartiment.besloten !== true &&
      this.moment.geldt(deelnemer) &&
      betreft(this.#uitsluitingen, deelnemer, compartiment) === undefined &&
      this.#alsRegisseur(deelnemer, compartiment, categorie, undefined) === 'schrijven'
    );
  }

  /**
   * Whether the matrix would let this deelnemer write what their own organisation keeps here, and nobody has confirmed
   * them for it yet (NK12: a seat is no key). Apart from rights given and exclusions.
   */
  wachtOpBevestiging(deelnemer: DeelnemerFeit, compartiment: CompartimentFeit): boolean {
    const categorie = this.regels.categorieen.get(compartiment.categorie);
    return (
      categorie?.beslist === 'matrix' &&
      categorie.perOrganisatie &&
      compartiment.organisatieId === deelnemer.organisatieId &&
      categorie.perZetel.get(deelnemer.zetel) === 'schrijven' &&
      !this.#bevestigd.has(zetelEnDeel({ deelnemerId: deelnemer.id, compartimentId: compartiment.id })) &&
      this.moment.geldt(deelnemer) &&
      this.#buitenOnderwerp(deelnemer, compartiment) === null
    );
  }

  /** Whether somebody may confirm a colleague for a compartment (NK12): who keeps it themselves, and never their own seat. */
  magBevestigen(door: DeelnemerFeit, deelnemer: DeelnemerFeit, compartiment: CompartimentFeit): boolean {
    return (
      door.id !== deelnemer.id &&
      this.wachtOpBevestiging(deelnemer, compartiment) &&
      this.schrijftUitMatrix(door, compartiment)
    );
  }

  /** What of their own organisation stands behind a tegel for this deelnemer until a colleague confirms them, or null. */
  wachtAchterTegel(deelnemer: DeelnemerFeit, tegel: CompartimentFeit): CompartimentFeit | null {
    if (!this.isTegel(tegel)) return null;
    const eigen = this.achterTegel(tegel).find((deel) => this.wachtOpBevestiging(deelnemer, deel));
    return eigen === undefined || isMinstens(this.niveau(deelnemer, eigen), 'lezen') ? null : eigen;
  }

  /** Seats that hold a right on it now: whoever reads it knows them by name (NK20). */
  metRecht(compartimentId: string): string[] {
    return [...this.#rechten].flatMap(([deelnemerId, rechten]) =>
      rechten.some((recht) => recht.compartimentId === compartimentId) ? [deelnemerId] : [],
    );
  }

  /** Whether anybody holds a right now: mostly nobody does, and then nobody is named by one. */
  get geenRechten(): boolean {
    return this.#rechten.size === 0;
  }

  /** Whether a compartment is the tegel that stands for what organisations keep. */
  isTegel({ categorie, organisatieId, besloten }: CompartimentFeit): boolean {
    return (
      besloten !== true &&
      organisatieId === null &&
      this.regels.categorieen.get(categorie)?.perOrganisatie === true
    );
  }

  /** What organisations keep behind a tegel: the compartments of the same category and subject. */
  achterTegel(tegel: CompartimentFeit): CompartimentFeit[] {
    return this.feiten.compartimenten.filter(
      (ander) =>
        ander.organisatieId !== null && ander.categorie === tegel.categorie && ander.lidId === tegel.lidId,
    );
  }

  /** Whether something behind a tegel is at `dat` for them: its tile bears the tegel's id, so this must know of it. */
  #ietsIsDicht(deelnemer: DeelnemerFeit, tegel: CompartimentFeit): boolean {
    // Only these make one organisation's compartment differ from another's: who isn't confirmed has the tegel by their cell.
    if (!this.#uitsluitingen.has(deelnemer.id) && !this.#rechten.has(deelnemer.id)) return false;
    return this.achterTegel(tegel).some((deel) => this.niveau(deelnemer, deel) === 'dat');
  }

  /** What the matrix gives from the zetel, within the members that the deelnemer takes part for. */
  #uitZetel(
    deelnemer: DeelnemerFeit,
    compartiment: CompartimentFeit,
    categorie: Categorieregel,
    spoor: Beslisregel[] | undefined,
  ): Niveau {
    const buiten = this.#buitenOnderwerp(deelnemer, compartiment);
    if (buiten !== null) {
      spoor?.push({ regel: buiten, niveau: 'verborgen' });
      return 'verborgen';
    }
    if (categorie.beslist === 'kring') {
      spoor?.push({ regel: 'kring', niveau: 'verborgen' });
      return 'verborgen';
    }
    const cel = categorie.perZetel.get(deelnemer.zetel) ?? 'verborgen';
    const niveau =
      cel === 'schrijven' && !this.#heeftSleutel(deelnemer, compartiment, categorie) ? 'dat' : cel;
    spoor?.push({ regel: 'matrix', niveau });
    return niveau;
  }

  /**
   * S holds for the own organisation's compartment, for who is confirmed there (NK12); another organisation's of the same
   * category is D.
   */
  #heeftSleutel(
    deelnemer: DeelnemerFeit,
    compartiment: CompartimentFeit,
    { perOrganisatie }: Categorieregel,
  ): boolean {
    if (!perOrganisatie) return true;
    return (
      compartiment.organisatieId === deelnemer.organisatieId &&
      this.#bevestigd.has(zetelEnDeel({ deelnemerId: deelnemer.id, compartimentId: compartiment.id }))
    );
  }

  /** Why a compartment about a member isn't theirs to know of from their zetel, or null: it is about whom they take part for. */
  #buitenOnderwerp(deelnemer: DeelnemerFeit, { lidId }: CompartimentFeit): 'eigen_lid' | 'onderwerp' | null {
    if (lidId === null) return null;
    const alleenEigen = this.regels.zetels.get(deelnemer.zetel)?.alleenEigenLid === true;
    if (alleenEigen && lidId !== deelnemer.alsLidId) return 'eigen_lid';
    return deelnemer.lidIds === null || deelnemer.lidIds.includes(lidId) ? null : 'onderwerp';
  }

  /** The column "+regisseur", and NK11: at least `dat` on all of the casus. */
  #alsRegisseur(
    deelnemer: DeelnemerFeit,
    compartiment: CompartimentFeit,
    categorie: Categorieregel,
    spoor: Beslisregel[] | undefined,
  ): Niveau {
    if (categorie.beslist === 'kring') {
      spoor?.push({ regel: 'NK11', niveau: 'dat' });
      return 'dat';
    }
    const cel = deelnemer.buitenGemeente ? categorie.regisseurBuitenGemeente : categorie.regisseur;
    // A regisseur writes no other organisation's part either, nor their own without being confirmed there.
    const kolom =
      cel === 'schrijven' && !this.#heeftSleutel(deelnemer, compartiment, categorie) ? 'dat' : cel;
    const buitenOnderwerp =
      compartiment.lidId !== null &&
      deelnemer.lidIds !== null &&
      !deelnemer.lidIds.includes(compartiment.lidId);
    if (buitenOnderwerp) {
      const niveau = laagste(kolom, 'dat');
      spoor?.push({ regel: 'NK11', niveau });
      return niveau;
    }
    spoor?.push({ regel: 'regisseur', niveau: kolom });
    return kolom;
  }

  #inNood(categorie: Categorieregel, niveau: Niveau, spoor: Beslisregel[] | undefined): Beslissing {
    switch (categorie.inAcuutGevaar) {
      case 'inhoud':
        spoor?.push({ regel: 'acuut_gevaar', niveau: 'lezen' });
        return { niveau: hoogste(niveau, 'lezen'), noodkaart: false };
      case 'noodkaart':
        spoor?.push({ regel: 'acuut_gevaar', niveau });
        return { niveau, noodkaart: true };
      case 'niets':
        return { niveau, noodkaart: false };
      default:
        return exhaustief(categorie.inAcuutGevaar);
    }
  }
}

/**
 * NK8: what is left to who is excluded of what their zetel gives; being regisseur gives nothing (NK11: "and where
 * excluded"). Of what organisations keep and one reads of all of them, nothing is left: beside that there is no tile,
 * and one that an exclusion made would tell of it.
 */
function naUitsluiting(zetelNiveau: Niveau, zonder: Niveau, { perOrganisatie }: Categorieregel): Niveau {
  return perOrganisatie && zonder === 'lezen' ? 'verborgen' : laagste(zetelNiveau, 'dat');
}

const VERBORGEN: Beslissing = { niveau: 'verborgen', noodkaart: false };

type PerCompartiment = {
  readonly deelnemerId: string;
  readonly compartimentId: string;
  readonly van: number;
  readonly tot: number | null;
};

function zetelEnDeel({ deelnemerId, compartimentId }: BevestigingFeit): string {
  return `${deelnemerId} ${compartimentId}`;
}

/** What holds now, by deelnemer: most have none, so that deciding costs one lookup. */
function perDeelnemer<T extends PerCompartiment>(
  feiten: readonly T[],
  moment: Moment,
): ReadonlyMap<string, readonly T[]> {
  const gevonden = new Map<string, T[]>();
  for (const feit of feiten) {
    if (!moment.geldt(feit)) continue;
    const lijst = gevonden.get(feit.deelnemerId);
    if (lijst === undefined) gevonden.set(feit.deelnemerId, [feit]);
    else lijst.push(feit);
  }
  return gevonden;
}

function betreft<T extends PerCompartiment>(
  feiten: ReadonlyMap<string, readonly T[]>,
  deelnemer: { readonly id: string },
  compartiment: CompartimentFeit,
): readonly T[] | undefined {
  const eigen = feiten.get(deelnemer.id);
  if (eigen === undefined) return undefined;
  const gevonden = eigen.filter((feit) => feit.compartimentId === compartiment.id);
  return gevonden.length === 0 ? undefined : gevonden;
}
