import type { NietOpgeslagen } from './niet-opgeslagen.ts';

/** What somebody typed or chose and isn't saved yet, wherever it stands. */
export interface Onbewaard {
  /** Where it stands in the page. */
  readonly waar: Node;
  /** Whether closing what it stands in would lose something. */
  isTeVerliezen(): boolean;
  /** Asks the person, where it stands. @returns whether it may go */
  vraag(): Promise<boolean>;
  /** What one typed where nothing stood: one's own words, which stay theirs when their place closes. */
  eigenWoorden?(): readonly NietOpgeslagen[];
  /** It is kept while one is on another screen: only signing out (app/afmeldvraag.ts), or the page that goes, loses it. */
  readonly blijftInDePagina?: boolean;
  /** It is kept while one goes about on its own screen, such as to another place of the board. */
  readonly blijftOpHetScherm?: true;
  /** It asks by itself when the page goes (F5, closing the tab). */
  readonly vraagtZelfBijHerladen?: true;
}

const alles = new Set<Onbewaard>();

/** From now on it is asked about before somebody leaves. @returns what ends that */
export function waak(onbewaard: Onbewaard): () => void {
  alles.add(onbewaard);
  // Only then: a page that listens to it always is never kept for Back.
  window.addEventListener('beforeunload', opHerladen);
  return () => {
    alles.delete(onbewaard);
    if (alles.size === 0) window.removeEventListener('beforeunload', opHerladen);
  };
}

/** Whether anything on this page isn't saved. */
export function isIetsOnbewaard(): boolean {
  return teVerliezen().length > 0;
}

/**
 * Asks about everything unsaved, one after another. At once when there is nothing.
 * @param binnen what stands in this part of the page goes
 * @returns whether it may all go
 */
export async function magWeg(binnen: Node): Promise<boolean> {
  for (const onbewaard of teVerliezen(binnen)) {
    if (!(await onbewaard.vraag())) return false;
  }
  return true;
}

/**
 * As `magWeg`, for going elsewhere in the app: what is kept meanwhile isn't asked about.
 * @param anderScherm whether that is another screen, or another place on this one
 */
export async function magNaarElders(anderScherm: boolean): Promise<boolean> {
  for (const onbewaard of teVerliezenBijGaan(anderScherm)) {
    if (!(await onbewaard.vraag())) return false;
  }
  return true;
}

/** Whether going elsewhere in the app would lose anything. */
export function isIetsTeVerliezen(anderScherm: boolean): boolean {
  return teVerliezenBijGaan(anderScherm).length > 0;
}

function teVerliezenBijGaan(anderScherm: boolean): Onbewaard[] {
  return teVerliezen().filter(
    (onbewaard) => !onbewaard.blijftInDePagina && (anderScherm || !onbewaard.blijftOpHetScherm),
  );
}

/** Everyone's own words in a part of the page that is about to go. */
export function eigenWoordenIn(binnen: Node): readonly NietOpgeslagen[] {
  return teVerliezen(binnen).flatMap((onbewaard) => onbewaard.eigenWoorden?.() ?? []);
}

function teVerliezen(binnen?: Node): Onbewaard[] {
  return [...alles].filter(
    (onbewaard) => (binnen === undefined || binnen.contains(onbewaard.waar)) && onbewaard.isTeVerliezen(),
  );
}

function opHerladen(gebeurtenis: BeforeUnloadEvent): void {
  if ([...alles].some((onbewaard) => !onbewaard.vraagtZelfBijHerladen && onbewaard.isTeVerliezen()))
    gebeurtenis.preventDefault();
}
