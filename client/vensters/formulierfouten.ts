import type { Fouten } from '../ui/formulier.ts';
import type { Veld } from './veld.ts';
import { weigeringVan } from './weigering.ts';

/** What is said to be wrong with what was filled in: at which control, by its id, and what is about no field. */
export class Formulierfouten {
  bijVeld: Fouten = new Map();
  /** What the server said that is about no field. */
  elders = '';
  readonly #id: (naam: string) => string;

  /** @param id of the control of a field */
  constructor(id: (naam: string) => string) {
    this.#id = id;
  }

  /** @returns the first field with which something is wrong, in their order */
  eerste(velden: readonly Veld[]): Veld | undefined {
    return velden.find(({ naam }) => this.bijVeld.has(this.#id(naam)));
  }

  zet(gekeurd: ReadonlyMap<string, string>, elders = ''): void {
    this.bijVeld = new Map([...gekeurd].map(([naam, fout]) => [this.#id(naam), fout]));
    this.elders = elders;
  }

  /** What was said of these fields goes as soon as it is put right. @param keur what is wrong now, by name */
  naWijziging(namen: readonly string[], keur: () => ReadonlyMap<string, string>): void {
    if (this.bijVeld.size === 0) return;
    const nu = keur();
    const opgelost = new Set(namen.filter((naam) => !nu.has(naam)).map(this.#id));
    this.bijVeld = new Map([...this.bijVeld].filter(([id]) => !opgelost.has(id)));
  }

  /** A refusal says what is wrong where it is. */
  neemWeigering(fout: unknown, velden: readonly Veld[]): void {
    const { bijVeld, elders } = weigeringVan(fout, velden);
    this.zet(bijVeld, elders);
  }
}
