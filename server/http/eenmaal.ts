import type { IncomingMessage } from 'node:http';
import type { Stappen } from '../kern/stap.ts';
import { kanNiet, Weigering } from '../kern/weigering.ts';
import type { GelezenVerzoek, Route } from './route.ts';
import { alsUitgaand } from './uitgaand.ts';

// ST13: a command that makes something makes it once, however often it is asked under one key of who asks.

const KOP = 'idempotency-key';
/** Between quotes as well, as the header is written in some programs. */
const VORM = /^(?:"([\x21\x23-\x7e]{1,128})"|([\x21\x23-\x7e]{1,128}))$/;

/** What was made before under a key. */
export interface Eerder {
  /** Its id. */
  readonly gemaakt: string;
  /** When, in ms since 1970. */
  readonly op: number;
  /** Whether this is what was asked then. */
  isZelfde(vraag: unknown): boolean;
}

/** What was asked, what was made of it, and in which compartment what was asked stands. */
export interface Gevraagd {
  readonly vraag: unknown;
  readonly gemaakt: string;
  readonly compartimentId: string;
}

/** Who keeps what was made under which key. */
export interface Onthouden {
  zoek(persoonId: string, sleutel: string): Eerder | null;
  /** Within a step. */
  onthoud(persoonId: string, sleutel: string, gevraagd: Gevraagd): void;
}

/** A request under a key, and what was made under it before. */
export interface OnderSleutel {
  readonly persoonId: string;
  readonly sleutel: string;
  readonly eerder: Eerder | null;
}

/**
 * The key under which something is to be made, for who may make it; null without one, and where nothing is made.
 * @throws Weigering 400
 */
export function onderSleutel(
  route: Route,
  verzoek: IncomingMessage,
  wie: { readonly persoonId: string } | null,
  onthouden: Onthouden,
): OnderSleutel | null {
  const kop = verzoek.headers[KOP];
  if (route.opnieuw === undefined || wie === null || kop === undefined) return null;
  const gelezen = VORM.exec(String(kop));
  const sleutel = gelezen?.[1] ?? gelezen?.[2];
  if (sleutel === undefined) {
    throw new Weigering(
      400,
      'sleutel_ongeldig',
      'De sleutel van deze opdracht (Idempotency-Key) klopt niet. Gebruik 1 tot 128 letters, cijfers of leestekens, zonder spaties.',
    );
  }
  return { persoonId: wie.persoonId, sleutel, eerder: onthouden.zoek(wie.persoonId, sleutel) };
}

/**
 * Does what was asked; or, when that was done before under this key, answers as it may be read now and does nothing.
 * What is made, and that it was, is one step, and so is that its answer is what the contract says.
 * @returns the body of the answer @throws Weigering 409, 422
 */
export function doeEenmaal(
  route: Route,
  toegelaten: unknown,
  verzoek: GelezenVerzoek<unknown, unknown, unknown>,
  onder: OnderSleutel | null,
  { stappen, onthouden }: { readonly stappen: Stappen; readonly onthouden: Onthouden },
): unknown {
  const { opnieuw } = route;
  if (opnieuw === undefined) return alsBody(route, route.doe(toegelaten, verzoek));
  const vraag = [route.naam, verzoek.params, verzoek.query ?? null, verzoek.body ?? null];
  if (onder !== null && onder.eerder !== null) {
    if (!onder.eerder.isZelfde(vraag)) {
      throw kanNiet(
        'sleutel_hergebruikt',
        'Dit was al verstuurd, met iets anders erin. Er is nu niets bewaard. Probeer het opnieuw.',
      );
    }
    const antwoord = opnieuw.antwoord(toegelaten, verzoek, onder.eerder.gemaakt);
    if (antwoord === null) throw alGedaan();
    return alsBody(route, antwoord);
  }
  return stappen.doe<unknown>(() => {
    const body = alsBody(route, route.doe(toegelaten, verzoek));
    if (onder !== null) {
      const gemaakt = idVan(body);
      const compartimentId = opnieuw.waar(toegelaten, verzoek, gemaakt);
      onthouden.onthoud(onder.persoonId, onder.sleutel, { vraag, gemaakt, compartimentId });
    }
    return body;
  });
}

function alsBody({ naam, antwoord: { schema } }: Route, uitkomst: unknown): unknown {
  return schema === undefined ? undefined : alsUitgaand(naam, schema, uitkomst);
}

/** What makes something answers with its id. */
function idVan(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string')
    return body.id;
  throw new Error('a command that makes something doesn’t say what');
}

/** It was made, and isn't there any more or isn't for who asks: the two look alike (NK5). */
function alGedaan(): Weigering {
  return new Weigering(
    409,
    'al_gedaan',
    'Dit was al bewaard. Intussen is het weggehaald, of u kunt er niet meer bij. Er is niets opnieuw gemaakt. Kijk op het bord wat er nu staat.',
  );
}
