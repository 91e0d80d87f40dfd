import type { ServerResponse } from 'node:http';
import { isOpslagfout } from '../kern/opslagfout.ts';
import { Weigering } from '../kern/weigering.ts';

/** Where the API stands; changes only with a new version. */
export const API_BASIS = '/api/v1';

/** Answers with a refusal, as a program reads it (RFC 9457). */
export function stuurProbleem(res: ServerResponse, weigering: Weigering): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.statusCode = weigering.status;
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  res.end(
    JSON.stringify({
      type: 'about:blank',
      title: titelVan(weigering.status),
      status: weigering.status,
      code: weigering.code,
      detail: weigering.message,
      ...(weigering.fouten === undefined ? {} : { fouten: weigering.fouten }),
      ...weigering.extra,
    }),
  );
}

/** What somebody reads when it is our fault: with a disk that fails, that nothing was kept. */
export function storing(fout: unknown): Weigering {
  return isOpslagfout(fout)
    ? new Weigering(
        503,
        'opslag_onbereikbaar',
        'Regietafel kan nu niet bewaren. Probeer het over een minuut opnieuw.',
      )
    : new Weigering(500, 'storing', 'Er ging iets mis bij ons. Probeer het over een minuut opnieuw.');
}

/** What kind of refusal a status is, in a few words. */
export function titelVan(status: number): string {
  return TITELS[status] ?? 'Geweigerd';
}

const TITELS: Readonly<Record<number, string>> = {
  400: 'Niet begrepen',
  401: 'Niet aangemeld',
  403: 'Mag niet',
  404: 'Niet gevonden',
  409: 'Iemand was u voor',
  413: 'Te groot',
  415: 'Geen JSON',
  421: 'Verkeerd adres',
  422: 'Kan niet',
  429: 'Te snel',
  500: 'Storing',
  503: 'Even niet bereikbaar',
};
