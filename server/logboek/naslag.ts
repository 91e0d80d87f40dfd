import type { GeopendeDatabase } from '../database/database.ts';
import type { Betreft, Heel } from './opslag.ts';

type Gevonden = Pick<Heel, 'casusId' | 'compartiment' | 'betreft'>;

interface Compartimentrij {
  readonly id: string;
  readonly categorie: string;
  readonly lidId: string | null;
  readonly organisatieId: string | null;
  readonly casusId: string;
}

/** Looks up what a line is about. The record names only what is there: a guessed id leads to nothing. */
export class Naslag {
  readonly #huishouden;
  readonly #casus;
  readonly #compartiment;
  readonly #kaart;
  readonly #veld;
  readonly #lid;
  readonly #zetel;

  constructor({ sqlite }: GeopendeDatabase) {
    const een = <T>(opdracht: string) => sqlite.prepare<[string], T>(opdracht);
    this.#huishouden = een<string>(
      'select id from leden where casus_id = ? and verwijderd_op is null order by volgorde',
    ).pluck();
    this.#casus = een<string>('select id from casussen where id = ?').pluck();
    this.#compartiment = een<Compartimentrij>(
      'select id, categorie, lid_id as lidId, organisatie_id as organisatieId, casus_id as casusId from compartimenten where id = ?',
    );
    this.#kaart = een<string>('select compartiment_id from kaarten where id = ?').pluck();
    this.#veld = een<string>('select compartiment_id from velden where id = ?').pluck();
    this.#lid = een<{ casusId: string }>('select casus_id as casusId from leden where id = ?');
    this.#zetel = een<{ casusId: string; persoonId: string }>(
      'select casus_id as casusId, persoon_id as persoonId from deelnemers where id = ?',
    );
  }

  /** Ids of the members of a household, as it is now. */
  huishouden(casusId: string): string[] {
    return this.#huishouden.all(casusId);
  }

  /** A compartment by its id, or null. */
  compartiment(id: string): Compartimentrij | null {
    return this.#compartiment.get(id) ?? null;
  }

  /** Who sits on a seat, or null. */
  persoonOp(deelnemerId: string): string | null {
    return this.#zetel.get(deelnemerId)?.persoonId ?? null;
  }

  /** What a request asked for, by the names that ids have in paths. What is there of another casus is not found. */
  zoek(gevraagd: Readonly<Record<string, string>>): Gevonden {
    const { compartimentId, kaartId, veldId, lidId, deelnemerId } = gevraagd;
    const casusId = gevraagd.casusId === undefined ? null : (this.#casus.get(gevraagd.casusId) ?? null);
    const id =
      compartimentId ??
      (kaartId === undefined ? undefined : this.#kaart.get(kaartId)) ??
      (veldId === undefined ? undefined : this.#veld.get(veldId));
    const rij = id === undefined ? null : this.compartiment(id);
    if (rij !== null && (casusId === null || rij.casusId === casusId)) {
      const { casusId: van, ...compartiment } = rij;
      return { casusId: van, compartiment, betreft: this.#betreft(van, compartiment.lidId, []) };
    }
    if (casusId === null) return { casusId, compartiment: null, betreft: { personen: [], leden: [] } };
    if (lidId !== undefined && this.#lid.get(lidId)?.casusId === casusId)
      return { casusId, compartiment: null, betreft: { personen: [], leden: [lidId] } };
    const zetel = deelnemerId === undefined ? undefined : this.#zetel.get(deelnemerId);
    const personen = zetel?.casusId === casusId ? [zetel.persoonId] : [];
    return { casusId, compartiment: null, betreft: this.#betreft(casusId, null, personen) };
  }

  #betreft(casusId: string, lidId: string | null, personen: string[]): Betreft {
    return { personen, leden: lidId === null ? this.huishouden(casusId) : [lidId] };
  }
}
