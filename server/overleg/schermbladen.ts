import type { Schermbeeld } from '../../shared/contract/schermen.ts';

/** What can stand on the wall, all of it. */
export type Scherminhoud = Pick<Schermbeeld, 'vraag' | 'gelegd' | 'regels' | 'afspraken'>;
type Afspraak = Schermbeeld['afspraken'][number];

/** The wall in px, as it is drawn at 1920×1080 and scaled (client/grootscherm/grootscherm.css has the same). */
const HOOG = 900;
const BREED = 1_744;
const KOP = { letter: 58, regel: 70, onder: 22 };
const TEKST = { letter: 48, regel: 62, onder: 18, inspringing: 44 };
const AFSPRAAK = { regel: 58, onder: 29, breed: 860, kop: 54 };

/** How wide a letter is at most, in ems: an estimate on the safe side, for nothing on a wall may fall off it. */
const BREEDTE: readonly (readonly [RegExp, number])[] = [
  [/[WMwm@%—]/, 0.95],
  [/[A-Z0-9]/, 0.72],
  [/[iljtf.,:;'|!() ]/, 0.36],
];
const GEWOON = 0.58;
/** The same by their codes: all of a text is measured at whatever happens in the overleg (ST6). */
const PER_CODE = Float64Array.from({ length: 0x2100 }, (_, code) => {
  const teken = String.fromCharCode(code);
  return BREEDTE.find(([soort]) => soort.test(teken))?.[1] ?? GEWOON;
});

/**
 * Over how many pages it goes, and what is on each: letters don't shrink to fit. Something longer than a page goes on on
 * the next.
 */
export function schermbladen({ vraag, gelegd, regels, afspraken }: Scherminhoud): Scherminhoud[] {
  const bladen: Bladmaker[] = [new Bladmaker()];
  const leg = (hoog: number, doe: (blad: Bladmaker) => void): void => {
    let blad = bladen.at(-1);
    if (blad === undefined || !blad.past(hoog)) {
      blad = new Bladmaker();
      bladen.push(blad);
    }
    blad.over -= hoog;
    doe(blad);
  };
  if (vraag !== null)
    leg(hoogVan(vraag, KOP, BREED), (blad) => {
      blad.vraag = vraag;
    });
  for (const tekst of gelegd)
    for (const deel of delen(tekst)) leg(tekstHoog(deel), (blad) => blad.gelegd.push(deel));
  for (const tekst of regels)
    for (const deel of delen(tekst)) leg(tekstHoog(deel), (blad) => blad.regels.push(deel));
  for (const afspraak of afspraken)
    leg(afspraakHoog(afspraak) + (bladen.at(-1)?.afspraken.length === 0 ? AFSPRAAK.kop : 0), (blad) =>
      blad.afspraken.push(afspraak),
    );
  return bladen.map(({ over: _, ...blad }) => ({ ...blad }));
}

class Bladmaker implements Scherminhoud {
  over = HOOG;
  vraag: string | null = null;
  readonly gelegd: string[] = [];
  readonly regels: string[] = [];
  readonly afspraken: Afspraak[] = [];

  /** Something that is more than a page by itself stands on one of its own. */
  past(hoog: number): boolean {
    return hoog <= this.over || this.over === HOOG;
  }
}

function tekstHoog(tekst: string): number {
  return hoogVan(tekst, TEKST, BREED - TEKST.inspringing);
}

function afspraakHoog({ titel, wie, wet }: Afspraak): number {
  const titelregels = Math.ceil(breedVan(titel, TEKST.letter) / AFSPRAAK.breed);
  const wieregels = Math.ceil(breedVan(wie.join(', '), TEKST.letter) / 400);
  return Math.max(1, titelregels, wieregels) * AFSPRAAK.regel + (wet === null ? 0 : 46) + AFSPRAAK.onder;
}

function hoogVan(tekst: string, maat: Maat, breed: number): number {
  return hoogBij(breedVan(tekst, maat.letter), maat, breed);
}

/** How high it is when it is so wide on one line. */
function hoogBij(breedte: number, maat: Maat, breed: number): number {
  // A word that doesn't fit goes to the next line: a tenth of each is left empty.
  return Math.max(1, Math.ceil(breedte / (breed * 0.9))) * maat.regel + maat.onder;
}

interface Maat {
  readonly letter: number;
  readonly regel: number;
  readonly onder: number;
}

function breedVan(tekst: string, letter: number): number {
  let ems = 0;
  for (let n = 0; n < tekst.length; n += 1) {
    const code = tekst.charCodeAt(n);
    // Two halves are one sign.
    if (code < 0xdc00 || code > 0xdfff) ems += PER_CODE[code] ?? GEWOON;
  }
  return ems * letter;
}

/** A text in parts that each fit on a page, cut between words where there are any. */
function delen(tekst: string): string[] {
  const woorden = tekst.match(/\S{1,60}\s*/gu) ?? [];
  const gevonden: string[] = [];
  let [deel, breedte] = ['', 0];
  for (const woord of woorden) {
    const erbij = breedVan(woord, TEKST.letter);
    if (deel !== '' && hoogBij(breedte + erbij, TEKST, BREED - TEKST.inspringing) > HOOG) {
      gevonden.push(deel.trimEnd());
      [deel, breedte] = ['', 0];
    }
    deel += woord;
    breedte += erbij;
  }
  if (deel.trim() !== '') gevonden.push(deel.trimEnd());
  return gevonden;
}
