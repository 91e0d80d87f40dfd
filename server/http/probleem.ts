import type { ServerResponse } from 'node:http';
import { Probleem } from '../../shared/contract/probleem.ts';
import { Onleesbaar } from '../kern/onleesbaar.ts';
import { isOpslagfout } from '../kern/opslagfout.ts';
import { Weigering } from '../kern/weigering.ts';
import { alsUitgaand } from './uitgaand.ts';

/** Where the API stands; changes only with a new version. */
export const API_BASIS = '/api/v1';

/**
 * Answers with a refusal, as a program reads it (RFC 9457).
 * @throws Contractfout when what comes along isn't what the contract says, such as the newer version of a kaart;
 * nothing has gone out then
 */
export function stuurProbleem(res: ServerResponse, weigering: Weigering): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const { status, code, message, fouten, extra } = weigering;
  const probleem = alsUitgaand(code, Probleem, {
    type: 'about:blank',
    title: titelVan(status),
    status,
    code,
    detail: message,
    ...(fouten === undefined ? {} : { fouten }),
    ...extra,
  });
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  res.end(JSON.stringify(probleem));
}

/** What somebody reads when it is our fault: with a disk that fails, or what can't be read, that nothing was kept. */
export function storing(fout: unknown): Weigering {
  if (fout instanceof Onleesbaar) {
    return new Weigering(
      500,
      'onleesbaar',
      'Dit onderdeel is niet leesbaar; de beheerder weet ervan. Er is niets veranderd.',
    );
  }
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
