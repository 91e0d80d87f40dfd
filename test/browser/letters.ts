import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';

/**
 * The environment of a browser that finds none of the machine's own letters, and one of the product's: a page looks
 * the same on every machine then. Chromium draws nothing with letters that a page brings along as long as there are
 * none on the machine at all. On Linux; elsewhere this changes nothing.
 * @param map a folder that stays for as long as the browser does
 */
export function eigenLetters(map: string): Record<string, string> {
  const letters = join(map, 'letters');
  mkdirSync(letters, { recursive: true });
  const bron = fileURLToPath(
    import.meta.resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'),
  );
  writeFileSync(join(letters, 'noto-sans.ttf'), pakUit(readFileSync(bron)));
  const instelling = join(map, 'fonts.conf');
  const cache = join(map, 'lettercache');
  writeFileSync(
    instelling,
    `<?xml version="1.0"?><fontconfig><dir>${letters}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  );
  // What is not set has no value in an environment.
  return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: instelling };
}

/** A WOFF 1 file as the font that it was made of, which is what Chromium takes from a machine. */
function pakUit(woff: Buffer): Buffer {
  const aantal = woff.readUInt16BE(12);
  const kop = Buffer.alloc(12 + 16 * aantal);
  woff.copy(kop, 0, 4, 8);
  kop.writeUInt16BE(aantal, 4);
  const macht = Math.floor(Math.log2(aantal));
  kop.writeUInt16BE(16 * 2 ** macht, 6);
  kop.writeUInt16BE(macht, 8);
  kop.writeUInt16BE(16 * (aantal - 2 ** macht), 10);
  const tabellen: Buffer[] = [];
  let plaats = kop.length;
  for (let n = 0; n < aantal; n += 1) {
    const rij = 44 + 20 * n;
    const [begin, ingepakt, lengte] = [4, 8, 12].map((waar) => woff.readUInt32BE(rij + waar));
    if (begin === undefined || ingepakt === undefined || lengte === undefined) throw new Error('no font');
    const bytes = woff.subarray(begin, begin + ingepakt);
    const tabel = ingepakt < lengte ? inflateSync(bytes) : bytes;
    // Its name and checksum stay what they were.
    woff.copy(kop, 12 + 16 * n, rij, rij + 4);
    woff.copy(kop, 16 + 16 * n, rij + 16, rij + 20);
    kop.writeUInt32BE(plaats, 20 + 16 * n);
    kop.writeUInt32BE(lengte, 24 + 16 * n);
    tabellen.push(tabel, Buffer.alloc((4 - (lengte % 4)) % 4));
    plaats += lengte + ((4 - (lengte % 4)) % 4);
  }
  return Buffer.concat([kop, ...tabellen]);
}
