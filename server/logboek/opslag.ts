import { z } from '../../shared/contract/zod.ts';
import type { Onderdeel, Regelsoort } from '../../shared/logboek/handelingen.ts';
import type { GeopendeDatabase } from '../database/database.ts';

/** Whom a line is about: people who take part, and members of the household; ids. */
export const Betreft = z.strictObject({ personen: z.array(z.string()), leden: z.array(z.string()) });
export type Betreft = z.infer<typeof Betreft>;

/** Of the compartment: what its id alone doesn't tell when it is gone; null for one that was gone already. */
export const Wasonderdeel = z.strictObject({
  categorie: z.string().nullable(),
  lidId: z.string().nullable(),
  organisatieId: z.string().nullable(),
});

/** A line, whole, before it is encrypted. Moments in ms since 1970. */
export interface Heel {
  readonly op: number;
  /** Another word than a `Regelsoort` only in a line of before that could not be read. */
  readonly handeling: Regelsoort | (string & {});
  readonly uitkomst: 'gedaan' | 'geweigerd';
  readonly persoonId: string | null;
  readonly sessieId: string | null;
  readonly deelnemerId: string | null;
  readonly zetel: string | null;
  readonly waarvoor: string | null;
  readonly grondslag: string | null;
  readonly casusId: string | null;
  readonly compartiment: (Pick<Onderdeel, 'id'> & z.infer<typeof Wasonderdeel>) | null;
  readonly regel: string | null;
  readonly betreft: Betreft;
  readonly bijzonderheden: unknown;
  readonly leesbaar: boolean;
}

/** A row as it stands on disk. */
export interface Rij {
  readonly nummer: number;
  readonly op: number;
  readonly handeling: string;
  readonly uitkomst: 'gedaan' | 'geweigerd';
  readonly persoonId: string | null;
  readonly sessieId: string | null;
  readonly deelnemerId: string | null;
  readonly zetel: string | null;
  readonly waarvoor: string | null;
  readonly grondslag: string | null;
  readonly casusId: string | null;
  readonly compartimentId: string | null;
  readonly regel: string | null;
  readonly betreft: Buffer;
  readonly compartiment: Buffer | null;
  readonly bijzonderheden: Buffer;
  readonly leesbaar: number;
}

const KOLOMMEN = `nummer, op, handeling, uitkomst, persoon_id as persoonId, sessie_id as sessieId, deelnemer_id as deelnemerId,
  zetel, waarvoor, grondslag, casus_id as casusId, compartiment_id as compartimentId, regel, betreft, compartiment, bijzonderheden, leesbaar`;

/**
 * Lines on disk. What they say of others is encrypted for its line, under a key of the casus's record: not under that
 * of a compartment, which may be destroyed while the record still has to answer (decisions/0013).
 */
export class Regelopslag {
  readonly #database: GeopendeDatabase;
  readonly #volgende;
  readonly #voegToe;
  readonly #metSleutel = new Set<string>();

  constructor(database: GeopendeDatabase) {
    this.#database = database;
    const { sqlite } = database;
    this.#volgende = sqlite
      .prepare<[], number>("select coalesce(max(seq), 0) + 1 from sqlite_sequence where name = 'logboek'")
      .pluck();
    this.#voegToe = sqlite.prepare(
      `insert into logboek (nummer, op, handeling, uitkomst, persoon_id, sessie_id, deelnemer_id, zetel, waarvoor, grondslag,
         casus_id, compartiment_id, regel, betreft, compartiment, bijzonderheden, leesbaar)
       values (@nummer, @op, @handeling, @uitkomst, @persoonId, @sessieId, @deelnemerId, @zetel, @waarvoor, @grondslag,
         @casusId, @compartimentId, @regel, @betreft, @compartiment, @bijzonderheden, @leesbaar)`,
    );
  }

  /** Writes a line as the last one. @returns its number @throws KluisFout, SqliteError */
  voegToe(heel: Heel): number {
    // Known before it is written: what is encrypted opens in its own line only.
    const nummer = this.#volgende.get() ?? 1;
    const sleutel = this.#maakSleutel(heel.casusId);
    const { kluis } = this.#database;
    const dicht = (soort: string, waarde: unknown): Buffer =>
      kluis.versleutelJson({ compartimentId: sleutel, tijdperk: '', rijId: String(nummer), soort }, waarde);
    const { compartiment, betreft, bijzonderheden, leesbaar, ...open } = heel;
    this.#voegToe.run({
      ...open,
      nummer,
      compartimentId: compartiment?.id ?? null,
      betreft: dicht('betreft', betreft),
      compartiment:
        compartiment === null
          ? null
          : dicht('compartiment', {
              categorie: compartiment.categorie,
              lidId: compartiment.lidId,
              organisatieId: compartiment.organisatieId,
            }),
      bijzonderheden: dicht('bijzonderheden', bijzonderheden),
      leesbaar: leesbaar ? 1 : 0,
    });
    return nummer;
  }

  /** Rows in order, as they stand. @param waar a condition in SQL, on columns of the record */
  rijen(waar: string, ...waarden: readonly (string | number)[]): Rij[] {
    return this.#database.sqlite
      .prepare<(string | number)[], Rij>(`select ${KOLOMMEN} from logboek where ${waar} order by nummer`)
      .all(...waarden);
  }

  /** @throws KluisFout when its key is gone or the row was changed; ZodError when it has another form */
  ontsluit(rij: Rij): Heel & { readonly nummer: number } {
    const sleutel = sleutelVan(rij.casusId);
    const open = <T>(soort: string, bytes: Uint8Array, lees: (waarde: unknown) => T): T =>
      this.#database.kluis.ontsleutelJson(
        { compartimentId: sleutel, tijdperk: '', rijId: String(rij.nummer), soort },
        bytes,
        lees,
      );
    const { compartimentId, compartiment, betreft, bijzonderheden, leesbaar, ...rest } = rij;
    return {
      ...rest,
      compartiment:
        compartimentId === null || compartiment === null
          ? null
          : {
              id: compartimentId,
              ...open('compartiment', compartiment, (waarde) => Wasonderdeel.parse(waarde)),
            },
      betreft: open('betreft', betreft, (waarde) => Betreft.parse(waarde)),
      bijzonderheden: open('bijzonderheden', bijzonderheden, (waarde) => waarde),
      leesbaar: leesbaar === 1,
    };
  }

  #maakSleutel(casusId: string | null): string {
    const sleutel = sleutelVan(casusId);
    if (!this.#metSleutel.has(sleutel)) {
      this.#database.sleutels.maak(sleutel);
      this.#metSleutel.add(sleutel);
    }
    return sleutel;
  }
}

/** The name of the key of a casus's record, beside those of compartments; null: what happens in no casus. */
function sleutelVan(casusId: string | null): string {
  return casusId === null ? 'logboek' : `logboek ${casusId}`;
}
