import type { Kaart } from '../../shared/contract/kaarten.ts';

const KWIJT = new Set([0, 502, 503, 504]);

/** A request that did not succeed; `bericht` is Dutch, fit to show, and says what to do next. */
export class ApiFout extends Error {
  override readonly name = 'ApiFout';
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The stable code of the refusal; `geen_verbinding` when there was no answer. */
  readonly code: string;
  readonly bericht: string;
  /** What is wrong with the body, by its path (`leden.0.rol`). */
  readonly fouten: readonly { veld: string; bericht: string }[];
  /** Of `versie_verouderd`: the kaart as it is now, as far as this person may read it (ST14). */
  readonly kaart: Kaart | null;

  constructor(
    status: number,
    code: string,
    bericht: string,
    fouten: ApiFout['fouten'] = [],
    kaart: Kaart | null = null,
  ) {
    super(bericht);
    this.status = status;
    this.code = code;
    this.bericht = bericht;
    this.fouten = fouten;
    this.kaart = kaart;
  }

  /** ST12: somebody else signed in meanwhile in this browser. */
  get isVoorEenAnder(): boolean {
    return this.code === 'andere_aanmelding';
  }

  /** Nobody knows if it was done: nothing came, or what stands between us and the server had no answer, or its disk failed. */
  get isZonderAntwoord(): boolean {
    return KWIJT.has(this.status);
  }

  /** Another changed it first: what was sent was made on an older version. */
  get isVerouderd(): boolean {
    return this.code === 'versie_verouderd';
  }
}

/** The text to show for anything that was thrown. */
export function berichtVan(fout: unknown): string {
  return fout instanceof ApiFout ? fout.bericht : 'Er ging iets mis in deze pagina. Laad de pagina opnieuw.';
}

/** There was no answer. */
export function geenVerbinding(): ApiFout {
  return new ApiFout(
    0,
    'geen_verbinding',
    'Er is geen verbinding met Regietafel. Controleer uw netwerk en probeer het opnieuw.',
  );
}
