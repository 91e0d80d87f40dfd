import type { NietOpgeslagen } from '../ui/niet-opgeslagen.ts';
import type { Formulieropdracht } from './formulieropdracht.ts';
import type { Onbewaard } from './formulierklad.ts';
import { Samenvoeging } from './samenvoeging.ts';
import { foutVan, isGelijk, isLeeg, isTonen, type Veld, voluitVan, type Waarden } from './veld.ts';

/** What stands in a form: what was filled in, beside what stood there and what others make of it meanwhile. */
export class Formulierstand<W extends Waarden> {
  waarden: W;
  samen: Samenvoeging<W>;
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

  /** What was sent is saved, and more was filled in since. @param nu what stands there now; null: unknown */
  neemBewaard(verstuurd: W, nu: W | null): void {
    this.waarden = this.samen.neemBewaard(this.waarden, verstuurd, nu);
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

  /** Whether something else stands in it than when this was sent. */
  isAndersDan(verstuurd: W): boolean {
    return this.velden.some(({ naam }) => !isGelijk(this.waarden[naam], verstuurd[naam]));
  }

  /** Goes on with what was left in it, beside what stood there then; what others made of it since comes in (ST14). */
  neemOp({ waarden, basis }: { readonly waarden: Waarden; readonly basis: Waarden }): void {
    const nu = this.samen.basis;
    const bekend = (deel: Waarden) =>
      Object.fromEntries(
        Object.entries(deel).filter(([naam, een]) => Array.isArray(een) === Array.isArray(nu[naam] ?? '')),
      );
    this.samen = new Samenvoeging<W>({ ...nu, ...bekend(basis) });
    this.waarden = this.samen.neemIn({ ...nu, ...bekend(waarden) }, nu);
  }

  /** All that isn't saved, hidden fields as well. */
  onbewaard(vandaag: string): Onbewaard {
    const { basis } = this.samen;
    const namen = Object.keys(this.waarden).filter((naam) => !isGelijk(this.waarden[naam], basis[naam]));
    const deel = (uit: Waarden) => Object.fromEntries(namen.map((naam) => [naam, uit[naam] ?? '']));
    const woorden = this.velden
      .filter(({ naam }) => namen.includes(naam))
      .map((veld) => ({ label: veld.label, tekst: this.#eigenTekst(veld, vandaag) }));
    return { waarden: deel(this.waarden), basis: deel(basis), woorden };
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

  /** What one wrote where nothing stood, or a date that one chose. */
  #eigenTekst(veld: Veld<keyof W & string>, vandaag: string): string | null {
    const { naam, vorm } = veld;
    const isTekst = vorm === 'regel' || vorm === 'tekst';
    const isEigen = vorm === 'datum' || (isTekst && this.samen.stondLeeg(naam));
    return isEigen ? voluitVan(veld, this.waarden[naam] ?? '', vandaag) : null;
  }
}
