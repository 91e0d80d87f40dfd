import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import type { Formulieropdracht } from './formulieropdracht.ts';
import { Samenvoeging } from './samenvoeging.ts';
import { foutVan, isGelijk, isLeeg, isTonen, type Veld, type Waarden } from './veld.ts';

/** What stands in a form: what was filled in, beside what stood there and what others make of it meanwhile. */
export class Formulierstand<W extends Waarden> {
  waarden: W;
  readonly samen: Samenvoeging<W>;
  readonly #opdracht: Formulieropdracht<W>;

  constructor(opdracht: Formulieropdracht<W>) {
    this.#opdracht = opdracht;
    this.waarden = opdracht.begin();
    this.samen = new Samenvoeging(this.waarden);
  }

  get velden(): readonly Veld<keyof W & string>[] {
    return this.#opdracht.velden(this.waarden).filter(isTonen);
  }

  zet(deel: Partial<W>): void {
    this.waarden = { ...this.waarden, ...deel };
    this.samen.naWijziging(this.waarden);
    this.#opdracht.bewaarTussentijds?.(this.waarden);
  }

  /** What another saved comes in where one didn't write oneself; null: it is gone (ST14). */
  neemIn(nu: W | null): void {
    this.waarden = this.samen.neemIn(this.waarden, nu);
  }

  kies(naam: keyof W & string, wat: 'mijn' | 'ander'): void {
    this.waarden = this.samen.kies(this.waarden, naam, wat);
  }

  /** The fields in which stands something else than before. */
  gewijzigd(): ReadonlySet<keyof W & string> {
    const { waarden, samen } = this;
    return new Set(
      this.velden.map(({ naam }) => naam).filter((naam) => !isGelijk(waarden[naam], samen.basis[naam])),
    );
  }

  /** What is wrong, by the name of its field. @param vandaag `jjjj-mm-dd` */
  keur(vandaag: string): ReadonlyMap<string, string> {
    const { waarden, samen } = this;
    const ook: Readonly<Partial<Record<string, string>>> = this.#opdracht.keur?.(waarden, vandaag) ?? {};
    return new Map(
      this.velden.flatMap((veld) => {
        const { naam } = veld;
        const fout = foutVan(veld, waarden[naam] ?? '', vandaag, samen.basis[naam]) ?? ook[naam];
        return fout === undefined ? [] : [[naam, fout] as const];
      }),
    );
  }

  /** What one typed where nothing stood: one's own words, which stay theirs when the place where they were typed closes. */
  eigenWoorden(id: (naam: string) => string): readonly NietOpgeslagen[] {
    return this.velden.flatMap(({ naam, vorm, label }) => {
      const waarde = this.waarden[naam];
      const isTekst = vorm === 'regel' || vorm === 'tekst';
      if (!isTekst || typeof waarde !== 'string' || isLeeg(waarde)) return [];
      return this.samen.stondLeeg(naam) ? [{ id: id(naam), label, tekst: waarde }] : [];
    });
  }
}
