import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

// On a machine with few letters of its own everything that the product says is still no box: it can be drawn with the
// letters that come along.

const HUIS = fileURLToPath(new URL('../../..', import.meta.url));

/** What reads what others wrote knows many letters, and shows none of them. */
const LEEST_ALLEEN = /^shared\/persoonsgegevens\//;

/** What isn't drawn, or stands for something else: spaces, marks of direction, the places of references. */
const ONZICHTBAAR = /^[\p{C}\p{Z}\ufffc]$/u;

/** A letter of the product: how it looks, and what it can draw where a browser looks for it. */
interface Letter {
  readonly soort: string;
  readonly kan: (teken: number) => boolean;
}

test('every character that the client or the server says is in the letters that come along, in each weight and style', () => {
  const letters = letterbestanden();
  const soorten = [...new Set(letters.map(({ soort }) => soort))];
  expect(soorten.toSorted()).toEqual(['italic 400', 'italic 700', 'normal 400', 'normal 700']);
  const staat = (soort: string, teken: string) =>
    letters.some((letter) => letter.soort === soort && letter.kan(teken.codePointAt(0) ?? 0));
  // What it looks for is really found, and what isn't there isn't.
  expect([...'aé€…×•Ł'].every((teken) => staat('normal 400', teken))).toBe(true);
  expect([...'✓✕⋯●'].some((teken) => staat('normal 400', teken))).toBe(false);

  const gezegd = alWatGezegdWordt();
  expect(gezegd.size).toBeGreaterThan(60);
  const mist = [...gezegd].filter(
    ([teken]) => !ONZICHTBAAR.test(teken) && !soorten.every((soort) => staat(soort, teken)),
  );
  expect(mist).toEqual([]);
});

/** Each character in what is said, with a file in which it stands. */
function alWatGezegdWordt(): Map<string, string> {
  const gezegd = new Map<string, string>();
  const neem = (tekst: string, waar: string) => {
    for (const teken of tekst) if (!gezegd.has(teken)) gezegd.set(teken, waar);
  };
  const bestanden = ['client', 'server', 'shared'].flatMap((map) =>
    readdirSync(join(HUIS, map), { encoding: 'utf8', recursive: true }).map((naam) => `${map}/${naam}`),
  );
  for (const naam of bestanden) {
    if (LEEST_ALLEEN.test(naam) || !/\.(?:ts|css|html)$/.test(naam)) continue;
    const bron = readFileSync(join(HUIS, naam), 'utf8');
    // The letters of English are there, or nothing is.
    if (!/[^\p{ASCII}]|\\u|\\x/u.test(bron)) continue;
    if (naam.endsWith('.html')) neem(bron, naam);
    else if (naam.endsWith('.css')) {
      for (const [, tekst = ''] of bron.matchAll(/\bcontent:\s*"([^"]*)"/g)) neem(tekst, naam);
    } else for (const tekst of teksten(parseSync(naam, bron).program)) neem(tekst, naam);
  }
  return gezegd;
}

/** What stands between quotes in a program: no comment, and no pattern. */
function* teksten(knoop: unknown): Generator<string> {
  if (Array.isArray(knoop)) for (const een of knoop) yield* teksten(een);
  if (typeof knoop !== 'object' || knoop === null) return;
  if ('type' in knoop && knoop.type === 'Literal' && 'value' in knoop) {
    if (typeof knoop.value === 'string') yield knoop.value;
    return;
  }
  if ('type' in knoop && knoop.type === 'TemplateElement' && 'value' in knoop) {
    const { value } = knoop;
    if (typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string')
      yield value.cooked;
    return;
  }
  for (const deel of Object.values(knoop)) yield* teksten(deel);
}

/** The letters that `letter.css` names: of each what it says that a file has, and what that has. */
function letterbestanden(): Letter[] {
  const css = readFileSync(join(HUIS, 'client/stijl/letter.css'), 'utf8');
  return [...css.matchAll(/@font-face \{([^}]*)\}/g)].flatMap(([, regels = '']) => {
    const van = (wat: string) => new RegExp(`${wat}:\\s*([^;]+);`).exec(regels)?.[1] ?? '';
    const bestand = /url\("([^"]+\.woff2)"\)/.exec(regels)?.[1];
    if (bestand === undefined) return [];
    const bereik = [...van('unicode-range').matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
      ([, begin = '', einde = begin]) => [Number.parseInt(begin, 16), Number.parseInt(einde, 16)] as const,
    );
    const tekens = tekensIn(readFileSync(fileURLToPath(import.meta.resolve(bestand))));
    return [
      {
        soort: `${van('font-style')} ${van('font-weight')}`,
        kan: (teken) =>
          tekens.has(teken) && bereik.some(([begin, einde]) => begin <= teken && teken <= einde),
      },
    ];
  });
}

/** The characters for which a WOFF2 file has a drawing: its table `cmap`, in the form (4) that these files have. */
function tekensIn(woff2: Buffer): Set<number> {
  const cmap = tabelCmap(woff2);
  const tekens = new Set<number>();
  for (let n = 0; n < cmap.readUInt16BE(2); n += 1) {
    const begin = cmap.readUInt32BE(8 + 8 * n);
    if (cmap.readUInt16BE(begin) !== 4) continue;
    const deel = cmap.subarray(begin);
    const twee = deel.readUInt16BE(6);
    for (let s = 0; s < twee; s += 2) {
      const einde = deel.readUInt16BE(14 + s);
      const vanaf = deel.readUInt16BE(16 + twee + s);
      const verschil = deel.readUInt16BE(16 + 2 * twee + s);
      const plaats = 16 + 3 * twee + s;
      const verder = deel.readUInt16BE(plaats);
      for (let teken = vanaf; teken <= einde && teken < 0xffff; teken += 1) {
        const nummer =
          verder === 0
            ? (teken + verschil) % 0x10000
            : deel.readUInt16BE(plaats + verder + 2 * (teken - vanaf));
        if (nummer !== 0) tekens.add(teken);
      }
    }
  }
  return tekens;
}

/** https://www.w3.org/TR/WOFF2/: the place of `cmap` in what is compressed follows from what stands before it. */
function tabelCmap(woff2: Buffer): Buffer {
  let plaats = 48;
  const getal = (): number => {
    let som = 0;
    for (;;) {
      const byte = woff2.readUInt8(plaats);
      plaats += 1;
      som = som * 128 + (byte & 127);
      if (byte < 128) return som;
    }
  };
  let begin = 0;
  let gevonden: readonly [number, number] | null = null;
  for (let n = 0; n < woff2.readUInt16BE(12); n += 1) {
    const vlag = woff2.readUInt8(plaats);
    plaats += 1;
    const soort = vlag & 63;
    if (soort === 63) plaats += 4;
    // `glyf` and `loca` (10 and 11) are changed unless it says 3, the others unless it says 0.
    const anders = (vlag >> 6 === 0) === (soort === 10 || soort === 11);
    const lengte = getal();
    const inBestand = anders ? getal() : lengte;
    if (soort === 0) gevonden = [begin, inBestand];
    begin += inBestand;
  }
  if (gevonden === null) throw new Error('a letter without cmap');
  const uit = brotliDecompressSync(woff2.subarray(plaats, plaats + woff2.readUInt32BE(20)));
  return uit.subarray(gevonden[0], gevonden[0] + gevonden[1]);
}
