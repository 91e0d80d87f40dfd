import { isGelijk, isLeeg, type Waarde, type Waarden } from './veld.ts';

/**
 * Two people in one form: what another saved, put together with what I am typing, field by field (ST14). Where I
 * typed nothing the other's comes in; where both did, both stand there until I choose.
 */
export class Samenvoeging<W extends Waarden> {
  /** What stood there at last as far as this form knows: what differs from it is mine. */
  basis: W;
  /** What the other made of a field in which I typed something else, by its name. */
  readonly botsingen = new Map<keyof W & string, Waarde>();
  /** The fields that another changed and came in by themselves. */
  readonly ingenomen = new Set<keyof W & string>();
  /** What it is about was removed. */
  isWeg = false;
  readonly #begin: W;

  constructor(begin: W) {
    this.basis = begin;
    this.#begin = begin;
  }

  /** Takes in what stands there now. @param mijn what is filled in @returns what is to be filled in */
  neemIn(mijn: W, nu: W | null): W {
    this.isWeg = nu === null;
    if (nu === null) return mijn;
    let samen = mijn;
    for (const naam of namenVan(nu)) {
      if (isGelijk(nu[naam], this.basis[naam])) continue;
      if (isGelijk(mijn[naam], this.basis[naam])) {
        samen = { ...samen, [naam]: nu[naam] };
        this.ingenomen.add(naam);
      } else if (!isGelijk(mijn[naam], nu[naam])) {
        this.botsingen.set(naam, nu[naam] ?? '');
      }
    }
    this.basis = nu;
    this.naWijziging(samen);
    return samen;
  }

  /**
   * What was sent is saved: what was filled in since is what differs from it, and where nothing was, it stands as it
   * stands there now.
   * @param mijn what is filled in @param nu what stands there now; null: that isn't known
   * @returns what is to be filled in
   */
  neemBewaard(mijn: W, verstuurd: W, nu: W | null): W {
    this.basis = { ...this.basis, ...verstuurd, ...nu };
    this.botsingen.clear();
    let samen = mijn;
    for (const naam of nu === null ? [] : namenVan(nu)) {
      if (isGelijk(mijn[naam], verstuurd[naam])) samen = { ...samen, [naam]: nu?.[naam] };
    }
    return samen;
  }

  /** Who types what the other wrote, or takes back what they typed themselves, has nothing left to choose. */
  naWijziging(mijn: W): void {
    for (const naam of this.botsingen.keys()) {
      if (isGelijk(mijn[naam], this.basis[naam])) this.botsingen.delete(naam);
    }
  }

  kies(mijn: W, naam: keyof W & string, wat: 'mijn' | 'ander'): W {
    this.botsingen.delete(naam);
    return wat === 'mijn' ? mijn : { ...mijn, [naam]: this.basis[naam] };
  }

  /** Whether nothing stood in a field when I began. */
  stondLeeg(naam: keyof W & string): boolean {
    return isLeeg(this.#begin[naam] ?? '') && isLeeg(this.basis[naam] ?? '');
  }
}

function namenVan<W extends Waarden>(waarden: W): (keyof W & string)[] {
  // What is in it are its names.
  return Object.keys(waarden) as (keyof W & string)[];
}
