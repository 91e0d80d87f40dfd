/**
 * Everything with a clock or chance in it comes from here, so that a test can run whole servers side by side
 * with the same clock and the same ids.
 */
export interface Omgeving {
  /** Milliseconds since 1970. */
  nu(): number;
  /** A new random id (UUIDv4: it tells neither its time nor its number). */
  id(): string;
  /** `aantal` random bytes, fit for keys and tokens. */
  willekeur(aantal: number): Uint8Array;
}
