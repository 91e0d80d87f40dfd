import type { Antwoord, Vraagargumenten } from '../../shared/contract/contract.ts';
import type { OpdrachtNaam } from '../../shared/contract/wegen.ts';
import { leesInvoer } from '../../shared/invoer/velden.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Route, Wie } from '../http/route.ts';
import { alsUitgaand } from '../http/uitgaand.ts';

/** What it takes to do something as one of the demo's people. */
export interface TafelBehoeften {
  readonly aanmelden: Aanmelden;
  readonly routes: readonly Route[];
}

/** People who are signed in, and do what they do by the routes of the API. */
export class Tafel {
  readonly #behoeften: TafelBehoeften;
  readonly #mensen: ReadonlyMap<string, string>;
  readonly #vandaag: string;
  readonly #sessies = new Map<string, Wie>();

  /** @param vandaag `jjjj-mm-dd` */
  constructor(behoeften: TafelBehoeften, mensen: ReadonlyMap<string, string>, vandaag: string) {
    this.#vandaag = vandaag;
    this.#behoeften = behoeften;
    this.#mensen = mensen;
  }

  persoonId(sleutel: string): string {
    return zoek(this.#mensen, sleutel);
  }

  /** Carries out one request, as http would. @returns the body of the answer */
  doe<N extends OpdrachtNaam>(sleutel: string, naam: N, ...[vraag]: Vraagargumenten<N>): Antwoord<N> {
    const route = this.#behoeften.routes.find((een) => een.naam === naam);
    if (route === undefined) throw new Error(`demo: there is no route ${naam}`);
    const { params = {}, body = undefined }: { params?: unknown; body?: unknown } = vraag ?? {};
    const verzoek = { params: route.params.parse(params), wie: this.#sessieVan(sleutel) };
    try {
      const toegelaten = route.toelaten(verzoek);
      const gelezen =
        route.body === undefined ? null : leesInvoer(route.body, body, { vandaag: this.#vandaag });
      if (gelezen?.success === false) throw gelezen.error;
      const antwoord = route.doe(toegelaten, {
        ...verzoek,
        query: {},
        body: gelezen?.data,
        koppen: {},
        kosten: { tekstbytes: 0 },
      });
      // What this route's schema made of it.
      return (route.antwoord.schema && alsUitgaand(naam, route.antwoord.schema, antwoord)) as Antwoord<N>;
    } catch (fout) {
      throw new Error(`demo: ${sleutel}, ${naam}: ${JSON.stringify(vraag)}`, { cause: fout });
    }
  }

  /** Ends the sessions in which the demo was made. */
  gaUiteen(): void {
    for (const wie of this.#sessies.values()) this.#behoeften.aanmelden.eindig(wie);
    this.#sessies.clear();
  }

  #sessieVan(sleutel: string): Wie {
    const bestaand = this.#sessies.get(sleutel);
    if (bestaand !== undefined) return bestaand;
    const persoonId = this.persoonId(sleutel);
    const wie = { sessieId: this.#behoeften.aanmelden.begin(persoonId).sessieId, persoonId };
    this.#sessies.set(sleutel, wie);
    return wie;
  }
}

/** @throws Error when nothing goes by that key */
export function zoek(ids: ReadonlyMap<string, string>, sleutel: string): string {
  const id = ids.get(sleutel);
  if (id === undefined || id === '') throw new Error(`demo: nothing goes by the key ${sleutel}`);
  return id;
}
