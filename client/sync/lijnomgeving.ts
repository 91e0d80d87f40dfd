import { voorWie } from '../api/api.ts';

/** What a line takes from outside, so that a test decides on it. Times in ms. */
export interface Lijnomgeving {
  maakSocket(url: string): WebSocket;
  /** Scheme and host of the line, without a slash at the end: `wss://…`. */
  adres(): string;
  /** For whom the page is drawn, for its address (ST12). */
  voorWie(): { persoon?: string };
  /** From 0 to 1: spreads the reconnects of many. */
  toeval(): number;
  /** A random id. */
  uuid(): string;
  /** A clock that only goes forward. */
  nu(): number;
  /** Calls once after so many ms; what it gives calls that off. */
  wacht(ms: number, doe: () => void): () => void;
  /** Calls once when somebody looks at the page; what it gives calls that off. */
  zodraGezien(doe: () => void): () => void;
  /** Says `online` when the network is back, and `beforeunload`. */
  readonly venster: EventTarget | undefined;
  /** Shortest and longest time before another attempt. */
  readonly wachtMin: number;
  readonly wachtMax: number;
  /** How often the line says that it lives. */
  readonly hartslagMs: number;
  /** In how long it must hear something. */
  readonly stilteMs: number;
}

/** So long a page that is looked at waits when another took its place: no two push each other out all the time. */
const GEZIEN_MS = 5_000;

/** The page that it runs in. */
export function browseromgeving(): Lijnomgeving {
  return {
    maakSocket: (url) => new WebSocket(url),
    adres: () => location.origin.replace(/^http/, 'ws'),
    voorWie,
    toeval: () => Math.random(),
    uuid: () => crypto.randomUUID(),
    nu: () => performance.now(),
    wacht: (ms, doe) => {
      const timer = setTimeout(doe, ms);
      return () => clearTimeout(timer);
    },
    zodraGezien,
    venster: typeof window === 'undefined' ? undefined : window,
    wachtMin: 200,
    wachtMax: 5_000,
    hartslagMs: 10_000,
    stilteMs: 25_000,
  };
}

/** At once where somebody looks at the page, though after a while; else when they do. */
export function zodraGezien(doe: () => void): () => void {
  if (typeof document === 'undefined') return () => {};
  const af = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const kijk = (): void => {
    if (document.visibilityState !== 'visible') return;
    af.abort();
    timer = setTimeout(doe, isVerborgenGeweest ? 0 : GEZIEN_MS);
  };
  let isVerborgenGeweest = false;
  kijk();
  isVerborgenGeweest = true;
  if (!af.signal.aborted) document.addEventListener('visibilitychange', kijk, { signal: af.signal });
  return () => {
    af.abort();
    clearTimeout(timer);
  };
}
