import type { Kaart } from '../../../shared/contract/kaarten.ts';
import type { Toeval } from '../../unit/poort/gesprek.ts';
import { bordVan, type Persoon, type Product } from '../opstelling.ts';
import type { Vertraging } from '../vertraging.ts';
import type { Woorden } from './woorden.ts';

interface Omstandigheden {
  readonly product: Product;
  readonly casusId: string;
  readonly lijn: Vertraging;
  /** Who is bothered by it all. */
  readonly wie: Persoon;
  /** Who does things to what they type in, over a line of their own. */
  readonly ander: Persoon;
  readonly woorden: Woorden;
  readonly toeval: Toeval;
  readonly meld: (zin: string) => void;
  /** How long the line may be gone at once, s. */
  readonly langsteUitval: number;
  /** How long nothing happens in between: at least, and how much longer at most, s. */
  readonly rust: readonly [number, number];
}

/** A bad line, a server that falls, a session that ends, and somebody who changes and removes what one is typing in. */
export class Weer {
  readonly #bij: Omstandigheden;
  #tot = 0;

  constructor(bij: Omstandigheden) {
    this.#bij = bij;
  }

  /** After it the line is good and the server is there. @param tot in ms, of `performance.now` */
  async waai(tot: number): Promise<void> {
    this.#tot = tot;
    const { toeval, lijn, meld, rust } = this.#bij;
    const rest = [
      () => this.#valWeg(),
      () => this.#valWeg(),
      () => this.#stok(),
      () => this.#verliesAntwoorden(),
      () => this.#zonderNetwerk(),
      () => this.#eindigSessie(),
      () => this.#valUit(),
      () => this.#anderDoet(),
      () => this.#anderDoet(),
      () => this.#anderDoet(),
      () => this.#anderDoet(),
    ];
    while (!this.#isVoorbij) {
      lijn.zet(toeval.kies([5, 40, 120, 300, 600]));
      await this.#duur(rust[0] + toeval.onder(rust[1]));
      if (this.#isVoorbij) break;
      await toeval
        .kies(rest)()
        .catch((fout: unknown) => meld(`weer: ${String(fout).slice(0, 120)}`));
    }
    lijn.zet(0);
  }

  get #isVoorbij(): boolean {
    return performance.now() >= this.#tot;
  }

  /** So many seconds, or until it is over. */
  async #duur(seconden: number): Promise<void> {
    const tot = performance.now() + seconden * 1000;
    while (!this.#isVoorbij && performance.now() < tot) await new Promise((klaar) => setTimeout(klaar, 100));
  }

  /** How long something is gone, s: now and then long. */
  #hoeLang(): number {
    const { toeval, langsteUitval } = this.#bij;
    return 1 + toeval.onder(toeval.onder(4) === 0 ? langsteUitval : 6);
  }

  async #valWeg(): Promise<void> {
    const { lijn, meld } = this.#bij;
    const seconden = this.#hoeLang();
    meld(`lijn weg, ${seconden} s`);
    lijn.valWeg();
    await this.#duur(seconden);
    lijn.herstel();
  }

  /** Nothing comes through, and nobody says so. */
  async #stok(): Promise<void> {
    const { lijn, meld } = this.#bij;
    const seconden = this.#hoeLang();
    meld(`lijn stokt, ${seconden} s`);
    lijn.zet(seconden * 1000);
    await this.#duur(seconden);
  }

  async #verliesAntwoorden(): Promise<void> {
    const { lijn, meld } = this.#bij;
    meld('antwoorden raken kwijt');
    lijn.verliesAntwoorden('POST /api/v1/casussen');
    await this.#duur(4);
    lijn.verliesAntwoorden(null);
  }

  async #zonderNetwerk(): Promise<void> {
    const { wie, toeval, meld } = this.#bij;
    meld('geen netwerk');
    await wie.context.setOffline(true);
    await this.#duur(1 + toeval.onder(6));
    await wie.context.setOffline(false);
  }

  /** At the server, whatever this person's line does. */
  async #eindigSessie(): Promise<void> {
    const { wie, product, meld } = this.#bij;
    meld('sessie voorbij');
    const cookie = (await wie.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const koppen = { cookie, origin: product.url };
    await fetch(`${product.url}/api/v1/sessies/huidige`, { method: 'DELETE', headers: koppen });
  }

  async #valUit(): Promise<void> {
    const { product, toeval, meld } = this.#bij;
    meld('server valt uit');
    await product.valUit();
    await this.#duur(toeval.onder(4));
    await product.komTerug();
  }

  /** Another changes an afspraak, or removes it. */
  async #anderDoet(): Promise<void> {
    const { ander, casusId, toeval, woorden, meld } = this.#bij;
    const { kaarten } = await bordVan(ander, casusId);
    const afspraken = kaarten.filter(
      (kaart): kaart is Extract<Kaart, { soort: 'afspraak' }> =>
        kaart.soort === 'afspraak' &&
        kaart.compartimentId !== null &&
        (kaart.titel.startsWith('Doen ') || woorden.uit(kaart.titel).length > 0),
    );
    if (afspraken.length === 0) return;
    const kaart = toeval.kies(afspraken.slice(-6));
    const pad = `/casussen/${casusId}/kaarten/${kaart.id}`;
    if (toeval.onder(3) === 0) {
      const { status } = await ander.vraag('DELETE', `${pad}?versie=${encodeURIComponent(kaart.versie)}`);
      if (status !== 204) return;
      woorden.zet(woorden.uit(JSON.stringify(kaart)), 'weg met kaart');
      meld(`ander haalt weg: ${kaart.titel}`);
    } else {
      // What stands there stays: it is the other's own words that one must not lose either.
      const erbij =
        toeval.onder(2) === 0
          ? { wachtOp: `de ander ${toeval.onder(1000)}` }
          : { titel: `${kaart.titel.slice(0, 100)} (ander)` };
      if ('titel' in erbij && kaart.titel.length > 100) return;
      await ander.vraag('PATCH', pad, { versie: kaart.versie, ...erbij });
    }
  }
}
