import { eq, sql } from 'drizzle-orm';
import type { Onderdeel } from '../../shared/logboek/handelingen.ts';
import type { DeelnemerFeit } from '../../shared/need-to-know/feiten.ts';
import type { Categorieregel, Regelboek } from '../../shared/need-to-know/matrix.ts';
import { type Veldsoort, veldenVan } from '../../shared/plan/velden.ts';
import { TAFEL } from '../../shared/tafelblad.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { compartimenten, velden } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';

/** The category of questions for advice and of what the gedragsdeskundige writes (OV11). */
const ADVIES = 'advies';

/**
 * Makes compartments with their keys and texts. The shared ones, and the tile that stands for what organisations
 * keep, come with the household and each member; an organisation's own with its first seat that writes it.
 */
export class Compartimentenmaker {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #inserts: ReturnType<typeof insertsIn>;
  readonly #categorieen: readonly Categorieregel[];
  readonly #conceptcategorie: string | undefined;

  constructor(database: GeopendeDatabase, omgeving: Omgeving, regels: Regelboek) {
    this.#database = database;
    this.#omgeving = omgeving;
    this.#inserts = insertsIn(database);
    this.#categorieen = [...regels.categorieen.values()].filter(
      (categorie) => categorie.beslist === 'matrix',
    );
    this.#conceptcategorie = [...regels.categorieen.values()].find(
      ({ beslist }) => beslist === 'maker',
    )?.code;
  }

  /** What there is about the household from the start. */
  voorHuishouden(casusId: string): void {
    const over = this.#categorieen.filter(({ onderwerp }) => onderwerp !== 'lid');
    this.#maak(
      casusId,
      over.map((categorie) => ({ categorie, lidId: null, organisatieId: null })),
    );
  }

  /** What there is about a member from the start. */
  voorLid(casusId: string, lidId: string): void {
    const over = this.#categorieen.filter(({ onderwerp }) => onderwerp.includes('lid'));
    this.#maak(
      casusId,
      over.map((categorie) => ({ categorie, lidId, organisatieId: null })),
    );
  }

  /**
   * What somebody's organisation keeps from their seat, of the members that they take part for, where it isn't there yet.
   * @returns what came to be
   */
  voorZetel(casusId: string, zetel: DeelnemerFeit): Onderdeel[] {
    const rijen = this.#database.db
      .select()
      .from(compartimenten)
      .where(eq(compartimenten.casusId, casusId))
      .all();
    const schrijft = this.#categorieen.filter(
      (categorie) => categorie.perOrganisatie && categorie.perZetel.get(zetel.zetel) === 'schrijven',
    );
    const nieuw = schrijft.flatMap((categorie) =>
      rijen
        .filter(
          (rij) =>
            rij.categorie === categorie.code &&
            rij.organisatieId === null &&
            (rij.lidId === null || zetel.lidIds === null || zetel.lidIds.includes(rij.lidId)),
        )
        .filter(
          ({ lidId }) =>
            !rijen.some(
              (rij) =>
                rij.categorie === categorie.code &&
                rij.lidId === lidId &&
                rij.organisatieId === zetel.organisatieId,
            ),
        )
        .map(({ lidId }) => ({ categorie, lidId, organisatieId: zetel.organisatieId })),
    );
    return this.#maak(casusId, nieuw);
  }

  /** Whether the matrix lets a seat write a compartment that its own organisation keeps, of whom it takes part for. */
  schrijft(zetel: DeelnemerFeit, { categorie, lidId, organisatieId }: Omit<Onderdeel, 'id'>): boolean {
    return (
      organisatieId === zetel.organisatieId &&
      (lidId === null || zetel.lidIds === null || zetel.lidIds.includes(lidId)) &&
      this.#categorieen.some(
        ({ code, perOrganisatie, perZetel }) =>
          code === categorie && perOrganisatie && perZetel.get(zetel.zetel) === 'schrijven',
      )
    );
  }

  /** Texts beside the regisseur's own notes, each made once. */
  voorRegie(compartimentId: string, soorten: readonly Veldsoort[]): void {
    const { db } = this.#database;
    const er = db.select().from(velden).where(eq(velden.compartimentId, compartimentId)).all();
    let volgorde = Math.max(0, ...er.map((veld) => veld.volgorde));
    for (const soort of soorten.filter((een) => !er.some((veld) => veld.soort === een))) {
      volgorde += 1;
      db.insert(velden)
        .values({ id: this.#omgeving.id(), compartimentId, kaartId: null, soort, leefgebied: null, volgorde })
        .run();
    }
  }

  /**
   * A place of one's own to write in, for another text: nobody else's, the regisseur's neither.
   * @param over the compartment of that text, where one writes over its words; null: one writes something new
   */
  voorConcept(
    casusId: string,
    persoonId: string,
    conceptVoor: string,
    over: string | null,
  ): { compartimentId: string; veldId: string } {
    const { db, sleutels } = this.#database;
    const categorie = this.#conceptcategorie;
    if (categorie === undefined) throw new Error('a matrix without concepts');
    const [compartimentId, veldId, tijdperk] = [
      this.#omgeving.id(),
      this.#omgeving.id(),
      this.#omgeving.id(),
    ];
    sleutels.maak(compartimentId);
    db.insert(compartimenten)
      .values({
        id: compartimentId,
        casusId,
        categorie,
        lidId: null,
        organisatieId: null,
        makerId: persoonId,
        conceptVoor,
        over,
        tijdperk,
      })
      .run();
    const veld = { compartimentId, kaartId: null, leefgebied: null };
    db.insert(velden)
      .values({ ...veld, id: veldId, soort: 'concept', volgorde: 0 })
      .run();
    if (over !== null)
      db.insert(velden)
        .values({ ...veld, id: this.#omgeving.id(), soort: 'uitgangspunt', volgorde: 1 })
        .run();
    return { compartimentId, veldId };
  }

  /** A question for advice about a member: for exactly who was let in, beside what the matrix says of advice. */
  voorAdviesvraag(casusId: string, lidId: string): string {
    const { db, sleutels } = this.#database;
    const [id, tijdperk] = [this.#omgeving.id(), this.#omgeving.id()];
    sleutels.maak(id);
    db.insert(compartimenten)
      .values({
        id,
        casusId,
        categorie: ADVIES,
        lidId,
        organisatieId: null,
        makerId: null,
        besloten: id,
        tijdperk,
      })
      .run();
    return id;
  }

  /** A tafelblad, with the text that the table writes: for exactly who was let in. */
  voorTafelblad(casusId: string): string {
    const { db, sleutels } = this.#database;
    const [id, tijdperk, veldId] = [this.#omgeving.id(), this.#omgeving.id(), this.#omgeving.id()];
    sleutels.maak(id);
    const leeg = { lidId: null, organisatieId: null, makerId: null };
    db.insert(compartimenten)
      .values({ id, casusId, categorie: TAFEL, ...leeg, besloten: id, tijdperk })
      .run();
    db.insert(velden)
      .values({
        id: veldId,
        compartimentId: id,
        kaartId: null,
        soort: 'tafelblad',
        leefgebied: null,
        volgorde: 0,
      })
      .run();
    return id;
  }

  #maak(casusId: string, plaatsen: readonly Plaats[]): Onderdeel[] {
    const { sleutels } = this.#database;
    const nieuw = plaatsen.map((plaats) => ({
      ...plaats,
      id: this.#omgeving.id(),
      tijdperk: this.#omgeving.id(),
    }));
    // In one go: each call waits for the disk. A tile holds nothing and needs no key.
    const metInhoud = nieuw.filter(
      ({ categorie, organisatieId }) => !categorie.perOrganisatie || organisatieId !== null,
    );
    if (metInhoud.length > 0) sleutels.maak(...metInhoud.map(({ id }) => id));
    for (const { id, categorie, lidId, organisatieId, tijdperk } of nieuw) {
      this.#inserts.compartiment.run({
        id,
        casusId,
        categorie: categorie.code,
        lidId,
        organisatieId,
        tijdperk,
      });
    }
    for (const { id, categorie } of metInhoud) {
      veldenVan(categorie).forEach(({ soort, leefgebied }, volgorde) => {
        this.#inserts.veld.run({ id: this.#omgeving.id(), compartimentId: id, soort, leefgebied, volgorde });
      });
    }
    return nieuw.map(({ id, categorie, lidId, organisatieId }) => ({
      id,
      categorie: categorie.code,
      lidId,
      organisatieId,
    }));
  }
}

/** Made once: bringing a casus writes some hundred of them. */
function insertsIn({ db }: GeopendeDatabase) {
  const veld = (naam: string) => sql.placeholder(naam);
  return {
    compartiment: db
      .insert(compartimenten)
      .values({
        id: veld('id'),
        casusId: veld('casusId'),
        categorie: veld('categorie'),
        lidId: veld('lidId'),
        organisatieId: veld('organisatieId'),
        makerId: null,
        tijdperk: veld('tijdperk'),
      })
      .prepare(),
    veld: db
      .insert(velden)
      .values({
        id: veld('id'),
        compartimentId: veld('compartimentId'),
        kaartId: null,
        soort: veld('soort'),
        leefgebied: veld('leefgebied'),
        volgorde: veld('volgorde'),
      })
      .prepare(),
  };
}

/** Where a compartment comes: what it is of, about whom (null: the household), and who keeps it (null: nobody in particular). */
interface Plaats {
  readonly categorie: Categorieregel;
  readonly lidId: string | null;
  readonly organisatieId: string | null;
}
