import type { Stuk } from './cijfers.ts';

/** An account number in a text. */
export interface Rekening extends Stuk {
  /** Whether its check digits are right; else it is only written like one. */
  readonly klopt: boolean;
}

/**
 * Finds IBANs (ISO 13616), in groups or not, and what is written like one of ours and isn't: neither is ever something
 * else, such as a phone number.
 */
export function vindRekeningen(plat: string): Rekening[] {
  const gevonden: Rekening[] = [];
  let tot = 0;
  for (const treffer of plat.matchAll(/(?<![\p{L}\d])[a-z]{2}[ .-]?\d{2}(?=[ .-]?[a-z\d])/giu)) {
    const begin = treffer.index;
    if (begin < tot) continue;
    const land = treffer[0].slice(0, 2).toUpperCase();
    const lengte = LENGTES.get(land);
    const einde = lengte === undefined ? null : eindeVan(plat, begin, lengte);
    if (einde === null) continue;
    const iban = plat.slice(begin, einde).replace(/[ .-]/g, '').toUpperCase();
    const klopt = isIban(iban);
    if (!klopt && !/^NL\d{2}[A-Z]{4}\d{10}$/.test(iban)) continue;
    gevonden.push({ begin, einde, klopt });
    tot = einde;
  }
  return gevonden;
}

/** Where so many letters and digits end, with at most one sign between two; null when they don't end there. */
function eindeVan(plat: string, begin: number, lengte: number): number | null {
  let plek = begin;
  for (let n = 0; n < lengte; n += 1) {
    if (n > 0 && /[ .-]/.test(plat[plek] ?? '')) plek += 1;
    if (!/[a-z\d]/i.test(plat[plek] ?? '')) return null;
    plek += 1;
  }
  return /[\p{L}\d]/u.test(plat[plek] ?? '') ? null : plek;
}

/** ISO 7064 MOD 97-10. */
function isIban(iban: string): boolean {
  let rest = 0;
  for (const teken of iban.slice(4) + iban.slice(0, 4)) {
    const waarde = Number.parseInt(teken, 36);
    rest = (rest * (waarde > 9 ? 100 : 10) + waarde) % 97;
  }
  return rest === 1;
}

/** How long the IBAN of a country is, as SWIFT registers it. */
const LENGTES: ReadonlyMap<string, number> = new Map(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map((regel) => [regel.slice(0, 2), Number(regel.slice(2))]),
);
