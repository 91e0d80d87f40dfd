import { VERMELDINGSOORTEN, type Vermeldingsoort } from '../../shared/tekst/blok.ts';

/** Somebody who can be mentioned: whom every reader may know (NK23). */
export interface Vermeldbaar {
  readonly soort: Vermeldingsoort;
  readonly id: string;
  /** As it stands in the list to choose from. */
  readonly tekst: string;
}

/** How this reader may know somebody, such as a role label; null for whom they may not know or who is gone (NK13). */
export type Noem = (soort: Vermeldingsoort, id: string) => string | null;

/** What a mention reads as. A hidden and a deleted target look alike (NK23). */
export function noemtekst(noem: Noem, soort: unknown, id: unknown): string {
  const bekend = VERMELDINGSOORTEN.find((een) => een === soort);
  if (bekend === undefined || typeof id !== 'string') return ONBEKEND;
  return noem(bekend, id) ?? ONBEKEND;
}

const ONBEKEND = 'iemand';
