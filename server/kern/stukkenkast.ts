import type { GeopendeDatabase } from '../database/database.ts';
import type { Omgeving } from './omgeving.ts';
import type { Onleesbaren } from './onleesbaar.ts';
import { isId, isOpgeslagenMoment } from './opgeslagen.ts';

/** A piece that stands in a compartment, decrypted. */
export interface Stuk<Soort extends string> {
  readonly id: string;
  readonly soort: Soort;
  /** Whose it is. */
  readonly doorId: string;
  /** Since when, in ms since 1970. */
  readonly op: number;
  readonly inhoud: unknown;
  /** The same for the same content, and else it tells nothing (ST11). */
  readonly versie: string;
}

/** A compartment as far as what stands in it is encrypted by it. */
export interface Houder {
  readonly id: string;
  readonly tijdperk: string;
}

/** A piece as it is stored. */
export interface Stukrij<Soort extends string> {
  readonly id: string;
  readonly soort: Soort;
  readonly doorId: string;
  readonly op: number;
  readonly inhoud: Buffer;
}

/** The table in which such pieces stand. */
export interface Stuktabel<Soort extends string> {
  readonly naam: string;
  /** What is encrypted there. */
  readonly versleuteld: string;
  /** All of a compartment, the first first. */
  readonly van: (houderId: string) => Stukrij<Soort>[];
  readonly voegToe: (houderId: string, rij: Stukrij<Soort>) => void;
  readonly zet: (id: string, inhoud: Buffer) => void;
}

/** Keeps pieces that stand in a compartment, each encrypted under its key. What can't be read isn't there (ST1). */
export class Stukkenkast<Soort extends string> {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;
  readonly #tabel: Stuktabel<Soort>;

  constructor(
    behoeften: { database: GeopendeDatabase; omgeving: Omgeving; onleesbaar: Onleesbaren },
    tabel: Stuktabel<Soort>,
  ) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#tabel = tabel;
  }

  /** Puts a piece down, at the moment of this step. @returns its id */
  voegToe(houder: Houder, soort: Soort, doorId: string, inhoud: unknown): string {
    const id = this.#omgeving.id();
    const versleuteld = this.#database.kluis.versleutelJson(this.#plaats(houder, id), inhoud);
    this.#tabel.voegToe(houder.id, { id, soort, doorId, op: this.#omgeving.nu(), inhoud: versleuteld });
    return id;
  }

  /** What a piece says from now on; it stays whose it was. */
  wijzig(houder: Houder, id: string, inhoud: unknown): void {
    this.#tabel.zet(id, this.#database.kluis.versleutelJson(this.#plaats(houder, id), inhoud));
  }

  /** All pieces of a compartment, the first first. */
  stukken(houder: Houder): Stuk<Soort>[] {
    const { kluis } = this.#database;
    const { naam, versleuteld } = this.#tabel;
    return this.#tabel.van(houder.id).flatMap((rij) => {
      const { id, soort, doorId, op } = rij;
      if (!isId(id) || !isId(doorId) || !isOpgeslagenMoment(op)) {
        this.#onleesbaar.meld(naam, id);
        return [];
      }
      const gelezen = this.#onleesbaar.probeer(naam, id, () =>
        kluis.ontsleutelJson(this.#plaats(houder, id), rij.inhoud, (waarde) => ({ waarde })),
      );
      if (gelezen === null) return [];
      const versie = kluis.stempel(houder.id, versleuteld, gelezen);
      return [{ id, soort, doorId, op, inhoud: gelezen.waarde, versie }];
    });
  }

  /** Encrypts what stands in a compartment anew, under another tijdperk. */
  wisselTijdperk(houder: Houder, tijdperk: string): void {
    const { kluis } = this.#database;
    for (const { id, inhoud: oud } of this.#tabel.van(houder.id)) {
      const inhoud = this.#onleesbaar.probeer(this.#tabel.naam, id, () =>
        kluis.ontsleutel(this.#plaats(houder, id), oud),
      );
      if (inhoud !== null)
        this.#tabel.zet(id, kluis.versleutel(this.#plaats({ id: houder.id, tijdperk }, id), inhoud));
    }
  }

  #plaats({ id, tijdperk }: Houder, rijId: string) {
    return { compartimentId: id, tijdperk, rijId, soort: this.#tabel.versleuteld };
  }
}
