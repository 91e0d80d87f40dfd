import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { beperkTotEigenaar, geenToegang, schrijfNieuwBestand } from './bestanden.ts';
import { DatabaseFout } from './databasefout.ts';

export const SLEUTELLENGTE = 32;

/**
 * The key that wraps all others: 32 bytes in a file.
 *
 * @param magMaken whether nothing depends on it yet, so that a missing one may be made
 * @param willekeur so many bytes from a cryptographic source
 * @throws DatabaseFout `sleutel_weg`, `sleutel_ongeldig`, `geen_toegang`
 */
export function laadInstallatiesleutel(
  pad: string,
  magMaken: boolean,
  willekeur: (aantal: number) => Uint8Array,
): KeyObject {
  if (!existsSync(pad)) {
    if (!magMaken) throw sleutelWeg(pad);
    schrijf(pad, willekeur(SLEUTELLENGTE));
  }
  if (!statSync(pad).isFile()) throw ongeldig(pad);
  beperkTotEigenaar(pad);
  const bytes = lees(pad);
  if (bytes.length !== SLEUTELLENGTE) throw ongeldig(pad);
  const sleutel = createSecretKey(bytes);
  bytes.fill(0);
  return sleutel;
}

/**
 * A number of 31 bits by which data and key are known to belong together, and that says nothing of the key. It stands
 * in the database, so that another installation's key is refused at the start and not at the first text.
 */
export function kenmerkVan(sleutel: KeyObject): number {
  const kenmerk = createHmac('sha256', sleutel)
    .update('regietafel: kenmerk van de installatiesleutel')
    .digest();
  return kenmerk.readUInt32BE(0) >>> 1;
}

/**
 * The key under which one person's browser keeps what they typed and didn't save (ST15): 32 bytes, the same at each of
 * their sessions and of no use to anybody else's. It opens nothing that the server keeps.
 */
export function kladsleutelVan(sleutel: KeyObject, medewerkerId: string): Buffer {
  return createHmac('sha256', sleutel).update(`regietafel: klad van ${medewerkerId}`).digest();
}

export function sleutelWeg(pad: string): DatabaseFout {
  return new DatabaseFout(
    'sleutel_weg',
    `${pad} ontbreekt, en zonder dat bestand is wat is opgeslagen niet te lezen. Zet het terug uit de kopie van de sleutels, of wijs met REGIETAFEL_SLEUTELS de goede map aan; start dan opnieuw. Er is niets veranderd.`,
  );
}

export function sleutelVerkeerd(pad: string): DatabaseFout {
  return new DatabaseFout(
    'sleutel_verkeerd',
    `De sleutels in ${pad} horen niet bij deze gegevens, of niet bij elkaar. Wijs met REGIETAFEL_DATA en REGIETAFEL_SLEUTELS mappen aan die bij elkaar horen, of zet de kopie van de sleutels terug; start dan opnieuw. Er is niets veranderd.`,
  );
}

function ongeldig(pad: string): DatabaseFout {
  return new DatabaseFout(
    'sleutel_ongeldig',
    `${pad} is geen sleutel van Regietafel: het moet een bestand van ${SLEUTELLENGTE} bytes zijn. Zet de kopie van de sleutels terug en start opnieuw. Er is niets veranderd.`,
  );
}

function schrijf(pad: string, bytes: Uint8Array): void {
  try {
    schrijfNieuwBestand(pad, bytes);
  } catch (fout) {
    throw geenToegang(pad, fout);
  }
}

function lees(pad: string): Buffer {
  try {
    return readFileSync(pad);
  } catch (fout) {
    throw geenToegang(pad, fout);
  }
}
