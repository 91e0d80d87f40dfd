import type {
  CasusFeiten,
  CompartimentFeit,
  DeelnemerFeit,
  PlaatsFeit,
} from '../../../shared/need-to-know/feiten.ts';
import type { Matrix } from '../../../shared/need-to-know/matrix.ts';
import type { Niveau } from '../../../shared/need-to-know/niveaus.ts';
import { BUITEN_GEMEENTE_NIETS, CATALOGUS, DISCREET, MATRIXRIJEN, NOOIT_ACUUT, ZETELS } from './tabel.ts';

/**
 * A second answer to the questions that the engine answers, written from need-to-know.md without looking at
 * the engine. Nothing in it walks through a decision: it builds the set of pairs (deelnemer, compartiment) for
 * which each clause of the text holds, and combines those sets. The level is how many of the three sets
 * "at least dat", "at least lezen", "at least schrijven" a pair is in.
 */
export class Orakel {
  readonly #feiten: CasusFeiten;
  readonly #tafel: Tafel;
  readonly #paren: ReadonlyMap<Paar, readonly [DeelnemerFeit, CompartimentFeit]>;
  /** Pairs at least dat, lezen, schrijven. */
  readonly #mag: readonly [Paren, Paren, Paren];
  readonly #noodkaart: Paren;
  /** Who writes by the matrix alone and isn't excluded: the bronhouders (NK12). */
  readonly #bronhouder: Paren;
  /** Who would be a bronhouder there, were they confirmed (NK12). */
  readonly #wacht: Paren;
  /** Who was let in by seat or place, and from what a seat is excluded (OV11, NK8). */
  readonly #plaatsen: readonly PlaatsFeit[];
  readonly #toegelaten: Paren;
  readonly #uitgesloten: Paren;

  constructor(feiten: CasusFeiten, tafel: Tafel, nu: number) {
    this.#feiten = feiten;
    this.#tafel = tafel;
    this.#paren = new Map(
      feiten.deelnemers.flatMap((d) => feiten.compartimenten.map((c) => [paar(d, c), [d, c]] as const)),
    );
    const loopt = (p: { van: number; tot: number | null }) =>
      !(nu < p.van) && !(p.tot !== null && p.tot <= nu);
    const rijen = (lijst: readonly (Verwijzing & { van: number; tot: number | null })[]): Paren =>
      new Set(lijst.filter(loopt).map((rij) => `${rij.deelnemerId} ${rij.compartimentId}`));

    this.#plaatsen = (feiten.plaatsen ?? []).filter(loopt);
    this.#toegelaten = rijen(feiten.toelatingen ?? []);
    this.#uitgesloten = rijen(feiten.uitsluitingen);

    // Who and what.
    const actief = this.#waar((d) => loopt(d));
    const regisseur = this.#waar((d) => d.regisseur);
    const doetMee = this.#waar((d, c) => c.lidId === null || (d.lidIds ?? [c.lidId]).includes(c.lidId));
    const anderLid = this.#waar(
      (d, c) => tafel.alleenEigenLid.has(d.zetel) && c.lidId !== null && c.lidId !== d.alsLidId,
    );
    const bijAnderen = this.#waar(
      (d, c) => tafel.perOrganisatie.has(c.categorie) && c.organisatieId !== d.organisatieId,
    );
    const tegel = this.#waar((_, c) => this.#isTegel(c));
    // "A seat is no key": what its own organisation keeps, a seat has when it is confirmed there.
    const bevestigd = new Set(feiten.bevestigingen.map((een) => `${een.deelnemerId} ${een.compartimentId}`));
    const zonderSleutel = zonder(
      this.#waar((_, c) => tafel.perOrganisatie.has(c.categorie)),
      doorsnede(
        bevestigd,
        this.#waar((d, c) => c.organisatieId === d.organisatieId),
      ),
    );
    const kring = this.#waar((_, c) => tafel.kring.has(c.categorie));
    const concept = this.#waar((_, c) => tafel.concept.has(c.categorie));
    const eigenConcept = doorsnede(
      concept,
      this.#waar((d, c) => c.makerId === d.persoonId),
    );

    // "S holds for the own organisation's compartment; another organisation's of the same category is D."
    const uitKolom = (letter: (d: DeelnemerFeit, c: CompartimentFeit) => string): Trap => {
      const [s, l, d] = ['S', 'L', 'D'].map((soort) => this.#waar((wie, wat) => letter(wie, wat) === soort));
      const schrijven = zonder(s, bijAnderen, zonderSleutel);
      return [vereniging(s, l, d), vereniging(schrijven, l), schrijven];
    };

    // OV11: of a question the matrix says nothing; of what it opens, seat and place count, the higher.
    const besloten = this.#waar((_, c) => c.besloten === true);
    const viaPlaats = this.#waar((d, c) =>
      this.#plaatsen.some((p) => p.persoonId === d.persoonId && this.niveauOpPlaats(p, c) !== 'verborgen'),
    );
    const binnen = zonder(vereniging(this.#toegelaten, viaPlaats), concept, tegel);

    const zetel = uitKolom((d, c) => tafel.letter(c.categorie, d.zetel)).map((paren) =>
      zonder(doorsnede(paren, doetMee), anderLid),
    );
    const kolom = uitKolom((d, c) => tafel.regisseur(c.categorie, d.buitenGemeente));
    const regie = [
      doorsnede(regisseur, vereniging(kolom[0], kring)),
      doorsnede(regisseur, kolom[1], doetMee),
      doorsnede(regisseur, kolom[2], doetMee),
    ];
    const recht = [['dat', 'lezen', 'schrijven'], ['lezen', 'schrijven'], ['schrijven']].map((niveaus) =>
      zonder(rijen(feiten.rechten.filter((rij) => niveaus.includes(rij.niveau))), concept, tegel),
    );

    // Nobody can exclude somebody from what only they know of, nor from a tegel: it holds nothing.
    const uitgesloten = zonder(rijen(feiten.uitsluitingen), concept, tegel);
    const nood = doorsnede(
      zonder(rijen(feiten.noodtoegangen), tegel),
      this.#waar((d) => tafel.acuutGevaar.has(d.zetel)),
      vereniging(zetel[0], regie[0], recht[0], binnen),
    );
    const inhoud = doorsnede(
      nood,
      this.#waar((_, c) => tafel.inAcuutGevaar(c.categorie) === 'inhoud'),
    );

    // NK8: exclusion beats everything; what is left is the zetel's row, at most dat, and of what one reads of all
    // organisations nothing. Then the highest counts.
    const leestVanAllen = doorsnede(
      zonder(vereniging(zetel[1], regie[1]), zetel[2] ?? LEEG, regie[2] ?? LEEG),
      this.#waar((_, c) => tafel.perOrganisatie.has(c.categorie)),
    );
    const minstens = (trede: 0 | 1 | 2): Paren => {
      const open = vereniging(
        zonder(
          vereniging(zetel[trede], regie[trede], recht[trede], eigenConcept, trede < 2 ? inhoud : LEEG),
          besloten,
        ),
        trede < 2 ? binnen : LEEG,
      );
      const rest = trede === 0 ? doorsnede(zonder(zetel[0], leestVanAllen, besloten), uitgesloten) : LEEG;
      return doorsnede(actief, vereniging(zonder(open, uitgesloten), rest));
    };
    const [dat, lezen, schrijven] = [minstens(0), minstens(1), minstens(2)];
    // A tegel holds nothing itself. It is there for who would be at dat on what somebody else keeps, and for who is
    // at dat on something that is really kept; "hooguit dat".
    const dicht = zonder(dat, lezen);
    const ietsDicht = this.#waar(
      (d, c) => this.#isTegel(c) && this.#broers(c).some((broer) => dicht.has(paar(d, broer))),
    );
    // A concept that holds words of another compartment is there for who reads that.
    const leest = zonder(lezen, tegel);
    const dichtMetTekst = this.#waar((d, c) => {
      const waarover = feiten.compartimenten.find(({ id }) => id === c.over);
      return c.over != null && (waarover === undefined || !leest.has(paar(d, waarover)));
    });
    this.#mag = [
      zonder(vereniging(zonder(dat, tegel), doorsnede(dicht, tegel), ietsDicht), dichtMetTekst),
      zonder(leest, dichtMetTekst),
      zonder(schrijven, tegel, dichtMetTekst),
    ];
    this.#noodkaart = doorsnede(
      actief,
      zonder(nood, uitgesloten, besloten),
      this.#waar((_, c) => tafel.inAcuutGevaar(c.categorie) === 'noodkaart'),
    );
    this.#bronhouder = doorsnede(actief, zonder(zetel[2], uitgesloten, tegel, besloten));
    this.#wacht = zonder(
      doorsnede(
        actief,
        doetMee,
        zonderSleutel,
        this.#waar((d, c) => tafel.letter(c.categorie, d.zetel) === 'S'),
      ),
      bijAnderen,
      anderLid,
      tegel,
    );
  }

  niveau(d: DeelnemerFeit, c: CompartimentFeit): Niveau {
    return niveauVan(this.#mag.filter((paren) => paren.has(paar(d, c))).length);
  }

  noodkaart(d: DeelnemerFeit, c: CompartimentFeit): boolean {
    return this.#noodkaart.has(paar(d, c));
  }

  /** The tiles of one person, in the order of the catalogue (NK4). */
  zicht(d: DeelnemerFeit): Tegel[] {
    const onderwerpen = [null, ...this.#feiten.leden.map((lid) => lid.id)];
    return this.#tafel.catalogus.flatMap((categorie) =>
      onderwerpen.flatMap((lidId) => {
        const hier = this.#feiten.compartimenten.filter(
          (c) => c.categorie === categorie && c.lidId === lidId,
        );
        const gelezen = hier.filter((c) => this.#mag[1].has(paar(d, c)));
        const eigen = gelezen.filter((c) => c.organisatieId === d.organisatieId);
        const open = [...eigen, ...gelezen.filter((c) => !eigen.includes(c))];
        const rand = hier.filter((c) => this.#isDat(d, c));
        return [
          ...open.map((c) => ({
            wat: c.id,
            niveau: this.niveau(d, c),
            noodkaart: this.noodkaart(d, c),
            enAnderen: false,
          })),
          ...(rand.length === 0
            ? []
            : [
                {
                  wat: `dicht: ${categorie} ${lidId ?? 'huishouden'}`,
                  niveau: 'dat' as const,
                  noodkaart: rand.some((c) => this.noodkaart(d, c)),
                  enAnderen: gelezen.some((c) => c.besloten !== true),
                },
              ]),
        ];
      }),
    );
  }

  /** OV11: a place gives what it was let into; not what its person is excluded from on a seat. */
  niveauOpPlaats(plaats: PlaatsFeit, c: CompartimentFeit): Niveau {
    const isBuiten = this.#feiten.deelnemers.some(
      (d) => d.persoonId === plaats.persoonId && this.#uitgesloten.has(paar(d, c)),
    );
    const isLeeg = this.#isTegel(c);
    const telt =
      this.#plaatsen.includes(plaats) && !this.#tafel.concept.has(c.categorie) && !isBuiten && !isLeeg;
    return telt && this.#toegelaten.has(`${plaats.id} ${c.id}`) ? 'lezen' : 'verborgen';
  }

  /** NK20: "By name: the regisseur sees every deelnemer; the kernteam sees who is bekend; everyone sees …". */
  kent(kijker: DeelnemerFeit, genoemd: ReadonlySet<string>): string[] {
    const allen = this.#feiten.deelnemers;
    const isBekend = (d: DeelnemerFeit) => d.bekend || !this.#tafel.discreet.has(d.zetel);
    const kring = [
      allen.filter((d) => d === kijker || d.regisseur),
      // "A naming counts only while its person is bekend."
      allen.filter((d) => genoemd.has(d.id) && isBekend(d)),
      allen.filter((d) => d.organisatieId === kijker.organisatieId),
      this.#tafel.kernteam.has(kijker.zetel) ? allen.filter(isBekend) : [],
      kijker.regisseur ? allen : [],
    ].flat();
    return allen.filter((d) => kring.includes(d)).map((d) => d.id);
  }

  /** NK2: role labels "of the members that the viewer takes part for"; the regisseur of all. */
  kentLeden(kijker: DeelnemerFeit): string[] {
    const alle = this.#feiten.leden.map((lid) => lid.id);
    return kijker.regisseur ? alle : alle.filter((lid) => (kijker.lidIds ?? alle).includes(lid));
  }

  publiek(kijker: DeelnemerFeit, c: CompartimentFeit, genoemd: ReadonlySet<string>) {
    const kent = this.kent(kijker, genoemd);
    return {
      deelnemerIds: this.#feiten.deelnemers
        .filter((d) => this.#mag[1].has(paar(d, c)))
        .map((d) => d.id)
        .filter((id) => kent.includes(id)),
      discreet: [...this.#tafel.discreet].some((zetel) =>
        'SL'.includes(this.#tafel.letter(c.categorie, zetel)),
      ),
    };
  }

  bronhouders(c: CompartimentFeit): string[] {
    const achter = this.#isTegel(c) ? this.#broers(c) : [c];
    return this.#feiten.deelnemers
      .filter((d) => achter.some((een) => this.#bronhouder.has(paar(d, een))))
      .map((d) => d.id);
  }

  /** Whom to ask (NK4); a tile that stands for what others keep sends to who keeps what this person doesn't read. */
  vragenAan(kijker: DeelnemerFeit, c: CompartimentFeit, genoemd: ReadonlySet<string>): string | null {
    const kent = this.kent(kijker, genoemd);
    const achter = this.#isTegel(c)
      ? this.#broers(c).filter((een) => !this.#mag[1].has(paar(kijker, een)))
      : [c];
    const bekendeHouders = (delen: readonly CompartimentFeit[]) => {
      const houders = new Set(delen.flatMap((een) => this.bronhouders(een)));
      return this.#feiten.deelnemers.filter((d) => d !== kijker && houders.has(d.id) && kent.includes(d.id));
    };
    const wachtOp = this.#isTegel(c) ? achter.filter((een) => this.#wacht.has(paar(kijker, een))) : [];
    return (bekendeHouders(wachtOp)[0] ?? bekendeHouders(achter)[0])?.id ?? null;
  }

  #isDat(d: DeelnemerFeit, c: CompartimentFeit): boolean {
    return this.niveau(d, c) === 'dat';
  }

  #isTegel(c: CompartimentFeit): boolean {
    return c.besloten !== true && this.#tafel.perOrganisatie.has(c.categorie) && c.organisatieId === null;
  }

  #broers(tegel: CompartimentFeit): CompartimentFeit[] {
    return this.#feiten.compartimenten.filter(
      (c) => c.categorie === tegel.categorie && c.lidId === tegel.lidId && !this.#isTegel(c),
    );
  }

  #waar(clausule: (d: DeelnemerFeit, c: CompartimentFeit) => boolean): Paren {
    return new Set([...this.#paren].filter(([, [d, c]]) => clausule(d, c)).map(([sleutel]) => sleutel));
  }
}

/** A tile as the oracle sees it. */
export interface Tegel {
  /** Id of what may be read; of a closed one only what it is and about whom. */
  readonly wat: string;
  readonly niveau: Niveau;
  readonly noodkaart: boolean;
  readonly enAnderen: boolean;
}

/** What the tables say, in the form in which the oracle asks it. */
export interface Tafel {
  readonly catalogus: readonly string[];
  readonly letter: (categorie: string, zetel: string) => string;
  readonly regisseur: (categorie: string, buitenGemeente: boolean) => string;
  readonly inAcuutGevaar: (categorie: string) => 'inhoud' | 'noodkaart' | 'niets';
  readonly perOrganisatie: ReadonlySet<string>;
  readonly concept: ReadonlySet<string>;
  readonly kring: ReadonlySet<string>;
  readonly kernteam: ReadonlySet<string>;
  readonly discreet: ReadonlySet<string>;
  readonly acuutGevaar: ReadonlySet<string>;
  readonly alleenEigenLid: ReadonlySet<string>;
}

/** The rules as need-to-know.md prints them: the default matrix, not by way of the code's copy of it. */
export function tafelUitTekst(): Tafel {
  const rij = (categorie: string) => MATRIXRIJEN.find((een) => een[''] === categorie) ?? {};
  const catalogus = (categorie: string) => CATALOGUS.find((een) => een.categorie === categorie) ?? {};
  const namen = CATALOGUS.map((een) => een.categorie ?? '');
  const acuut = { content: 'inhoud', noodkaart: 'noodkaart' } as const;
  return {
    catalogus: namen,
    letter: (categorie, zetel) => rij(categorie)[zetel] ?? '·',
    regisseur: (categorie, buiten) =>
      buiten && BUITEN_GEMEENTE_NIETS.includes(categorie) ? '·' : (rij(categorie)['+regisseur'] ?? '·'),
    inAcuutGevaar: (categorie) => {
      const woord = catalogus(categorie)['in acute danger'];
      return woord === 'content' || woord === 'noodkaart' ? acuut[woord] : 'niets';
    },
    perOrganisatie: new Set(namen.filter((naam) => catalogus(naam)['kept by an organisation'] === 'yes')),
    concept: new Set(['concept']),
    kring: new Set(['kring']),
    kernteam: new Set(ZETELS.filter((zetel) => rij('plan')[zetel] === 'S')),
    discreet: new Set(DISCREET),
    acuutGevaar: new Set(ZETELS.filter((zetel) => !NOOIT_ACUUT.includes(zetel))),
    alleenEigenLid: new Set(['gezin']),
  };
}

/** The rules of any matrix, read from the data as it is stored; not by way of `laadMatrix`. */
export function tafelUitMatrix(matrix: Matrix): Tafel {
  const codes = <T extends { code: string }>(lijst: readonly T[], welke: (een: T) => boolean) =>
    new Set(lijst.filter(welke).map((een) => een.code));
  return {
    catalogus: matrix.categorieen.map((categorie) => categorie.code),
    letter: (categorie, zetel) => matrix.cellen[categorie]?.[zetel] ?? '·',
    regisseur: (categorie, buiten) =>
      (buiten ? matrix.regisseurBuitenGemeente[categorie] : undefined) ?? matrix.regisseur[categorie] ?? '·',
    inAcuutGevaar: (categorie) =>
      matrix.categorieen.find((een) => een.code === categorie)?.inAcuutGevaar ?? 'niets',
    perOrganisatie: codes(matrix.categorieen, (categorie) => categorie.perOrganisatie),
    concept: codes(matrix.categorieen, (categorie) => categorie.beslist === 'maker'),
    kring: codes(matrix.categorieen, (categorie) => categorie.beslist === 'kring'),
    kernteam: codes(matrix.zetels, (zetel) => matrix.cellen[matrix.kernteamSchrijft]?.[zetel.code] === 'S'),
    discreet: codes(matrix.zetels, (zetel) => zetel.discreet),
    acuutGevaar: codes(matrix.zetels, (zetel) => zetel.acuutGevaar),
    alleenEigenLid: codes(matrix.zetels, (zetel) => zetel.alleenEigenLid),
  };
}

type Paar = string;
type Paren = ReadonlySet<Paar>;
/** Pairs at least dat, lezen, schrijven by one source. */
type Trap = readonly [Paren, Paren, Paren];
interface Verwijzing {
  readonly deelnemerId: string;
  readonly compartimentId: string;
}

const LEEG: Paren = new Set();

function paar(d: DeelnemerFeit, c: CompartimentFeit): Paar {
  return `${d.id} ${c.id}`;
}

function niveauVan(treden: number): Niveau {
  return (['verborgen', 'dat', 'lezen', 'schrijven'] as const)[treden] ?? 'verborgen';
}

function vereniging(...verzamelingen: (Paren | undefined)[]): Paren {
  return new Set(verzamelingen.flatMap((een) => [...(een ?? LEEG)]));
}

function doorsnede(eerste: Paren | undefined, ...rest: (Paren | undefined)[]): Paren {
  return new Set([...(eerste ?? LEEG)].filter((een) => rest.every((ander) => ander?.has(een))));
}

function zonder(eerste: Paren | undefined, ...rest: Paren[]): Paren {
  return new Set([...(eerste ?? LEEG)].filter((een) => !rest.some((ander) => ander.has(een))));
}
