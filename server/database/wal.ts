/** https://www.sqlite.org/fileformat2.html#walformat */
const KOP = 32;
const FRAMEKOP = 24;
const VERSIE = 3_007_000;
/** Of its checksums' byte order: little, big. */
const MERK = { klein: 0x377f0682, groot: 0x377f0683 } as const;

/**
 * Whether a WAL was damaged after it was on the disk. SQLite takes what is sound from the beginning, and throws away the
 * rest without a word: after a crash that is what was being written, of one transaction; but after damage it is what was
 * called stored, and the file that held it is written over. Each COMMIT is synced before the next begins, so that behind
 * what isn't sound a second one can't be there by a crash.
 *
 * Not seen: one that was cut off, or is gone.
 */
export function isWalBeschadigd(wal: Buffer): boolean {
  if (wal.length < KOP || wal.subarray(0, KOP).every((byte) => byte === 0)) return false;
  const merk = wal.readUInt32BE(0);
  if (merk !== MERK.klein && merk !== MERK.groot) return true;
  const som = somVan(wal, merk === MERK.groot);
  const lengte = wal.readUInt32BE(8);
  const paginalengte = lengte === 1 ? 65_536 : lengte;
  const kopsom = som(0, 24, 0, 0);
  if (wal.readUInt32BE(4) !== VERSIE || paginalengte < 512 || !isSom(wal, 24, kopsom)) return true;

  const zout = wal.subarray(16, 24);
  let [een, twee] = kopsom;
  let isHeel = true;
  let bevestigd = 0;
  const stap = FRAMEKOP + paginalengte;
  for (let plek = KOP; plek + stap <= wal.length; plek += stap) {
    const isVanNu = wal.subarray(plek + 8, plek + 16).equals(zout);
    if (isHeel) {
      [een, twee] = som(plek, 8, een, twee);
      [een, twee] = som(plek + FRAMEKOP, paginalengte, een, twee);
      isHeel = isVanNu && isSom(wal, plek + 16, [een, twee]);
    } else if (isVanNu && wal.readUInt32BE(plek + 4) !== 0) bevestigd += 1;
  }
  return bevestigd > 1;
}

/** SQLite's checksum over so many bytes from a place, going on from another. */
function somVan(wal: Buffer, isGroot: boolean) {
  const lees = (plek: number): number => (isGroot ? wal.readUInt32BE(plek) : wal.readUInt32LE(plek));
  return (van: number, lengte: number, een: number, twee: number): readonly [number, number] => {
    let [a, b] = [een, twee];
    for (let plek = van; plek < van + lengte; plek += 8) {
      a = (a + lees(plek) + b) >>> 0;
      b = (b + lees(plek + 4) + a) >>> 0;
    }
    return [a, b];
  };
}

function isSom(wal: Buffer, plek: number, [een, twee]: readonly [number, number]): boolean {
  return wal.readUInt32BE(plek) === een && wal.readUInt32BE(plek + 4) === twee;
}
