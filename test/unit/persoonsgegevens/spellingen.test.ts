import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBsn } from '../../../shared/persoonsgegevens/bsn.ts';
import type { Naam } from '../../../shared/persoonsgegevens/naam.ts';
import {
  bevatBsn,
  bevatTelefoonnummer,
  type Persoonsgegeven,
  vindPersoonsgegevens,
} from '../../../shared/persoonsgegevens/persoonsgegevens.ts';
import { groeiVan, TE_VEEL } from '../groei.ts';
import { GEBOORTEDATA, NAMEN, VANDAAG } from './zinnen.ts';

const RUNS = { numRuns: Number(process.env.RUNS ?? 1000) };
const MAANDEN =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

const SPATIE = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009');
const STREEP = fc.constantFrom('-', '\u2010', '\u2011', '\u2013');
/** What people type around a thing in a sentence. */
const ZIN = fc.constantFrom(
  (wat: string) => wat,
  (wat: string) => `${wat}.`,
  (wat: string) => `Let op: ${wat}`,
  (wat: string) => `moeder (${wat}) komt`,
  (wat: string) => `Kind en ouder, ${wat}, komen samen`,
  (wat: string) => `Eerst dit.\n${wat}\nDan dat.`,
);

const CIJFERS = (aantal: number) => fc.array(fc.nat(9), { minLength: aantal, maxLength: aantal });
/** A number of nine digits that passes the test: the last follows from the others. */
const BSN = CIJFERS(8).map((eerste) => {
  const zonder = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((laatste) => [...eerste, laatste].join('')).find(isBsn);
  return zonder ?? '111222333';
});

function vindt(soort: Persoonsgegeven, zin: string, namen: readonly Naam[] = []): void {
  const gevonden = vindPersoonsgegevens(zin, { vandaag: VANDAAG, namen });
  expect(
    gevonden.map((vondst) => vondst.soort),
    zin,
  ).toContain(soort);
}

describe('ST19: one datum is found in every spelling', () => {
  test('should find a BSN, and refuse it, however its digits are grouped', () => {
    const groepen = fc.constantFrom(
      [9],
      [3, 3, 3],
      [4, 2, 3],
      [2, 2, 2, 3],
      [1, 1, 1, 1, 1, 1, 1, 1, 1],
      [3, 2, 4],
    );
    const tussen = fc.oneof(SPATIE, STREEP, fc.constant('.'));
    const woord = fc.constantFrom('', 'bsn ', 'BSN: ', 'burgerservicenummer ', 'sofinr. ', 'Het BSN is ');
    fc.assert(
      fc.property(BSN, groepen, tussen, woord, ZIN, (bsn, maten, teken, ervoor, zin) => {
        const tekst = zin(ervoor + inGroepen(bsn, maten, teken));
        vindt('bsn', tekst);
        expect(bevatBsn(tekst), tekst).toBe(true);
      }),
      RUNS,
    );
  });

  test('should find one of eight digits that is called so', () => {
    const groepen = fc.constantFrom([8], [4, 4], [2, 3, 3]);
    const acht = CIJFERS(7).filter(([een]) => een !== 0);
    const woord = fc.constantFrom('bsn ', 'BSN: ', 'sofinummer ');
    fc.assert(
      fc.property(
        acht,
        fc.nat(9),
        groepen,
        fc.oneof(SPATIE, STREEP),
        woord,
        (zeven, achtste, maten, t, w) => {
          vindt('bsn', `${w}${inGroepen([...zeven, achtste].join(''), maten, t)}`);
        },
      ),
      RUNS,
    );
  });

  test('should find no BSN where a number is called something else', () => {
    const woord = fc.constantFrom(
      'kenmerk',
      'dossier',
      'factuur',
      'Zaaknummer:',
      'klantnr.',
      'uw kenmerk is',
    );
    fc.assert(
      fc.property(BSN, woord, (bsn, ervoor) => {
        expect(bevatBsn(`${ervoor} ${bsn}`)).toBe(false);
      }),
      RUNS,
    );
  });

  test('should find a telephone number, with its country or without', () => {
    const nummer = fc.oneof(
      CIJFERS(8).map((rest) => ['6', rest.join('')] as const),
      CIJFERS(7).map((rest) => ['10', rest.join('')] as const),
      CIJFERS(7).map((rest) => ['30', rest.join('')] as const),
    );
    const land = fc.constantFrom('0', '(0', '+31', '+31 ', '0031', '0031 ', '+31 (0)', '+31(0)');
    const tussen = fc.oneof(SPATIE, STREEP, fc.constantFrom('', '/', '.', ' - '));
    const maten = fc.constantFrom([8], [2, 2, 2, 2], [4, 4], [3, 3, 2], [3, 2, 2]);
    fc.assert(
      fc.property(
        nummer,
        land,
        tussen,
        maten,
        SPATIE,
        ZIN,
        ([net, rest], begin, teken, groepen, spatie, zin) => {
          const kop = begin === '(0' ? `(0${net})` : begin + net;
          // Digits of an area of one, and a number that reads as a day, aren't apart by one sign alone.
          const staart = inGroepen(rest, groepen, spatie);
          const tekst = zin(kop + (begin === '(0' && teken === '/' ? ' ' : teken) + staart);
          vindt('telefoonnummer', tekst);
          expect(bevatTelefoonnummer(tekst), tekst).toBe(true);
        },
      ),
      RUNS,
    );
  });

  test('should find a number of elsewhere', () => {
    const land = fc.constantFrom('+32', '+49', '+90', '+212', '0032', '0049', '0048');
    fc.assert(
      fc.property(land, CIJFERS(9), SPATIE, ZIN, (kop, rest, spatie, zin) => {
        vindt('telefoonnummer', zin(`${kop}${spatie}${inGroepen(rest.join(''), [3, 2, 2, 2], spatie)}`));
      }),
      RUNS,
    );
  });

  test('should find a date of birth', () => {
    const dag = fc.record({
      d: fc.integer({ min: 1, max: 28 }),
      m: fc.integer({ min: 1, max: 12 }),
      j: fc.integer({ min: 1930, max: 2023 }),
    });
    const vorm = fc.constantFrom(
      (d: number, m: number, j: number, t: string) => `${d}${t}${m}${t}${j}`,
      (d: number, m: number, j: number, t: string) => `${twee(d)}${t}${twee(m)}${t}${j}`,
      (d: number, m: number, j: number, t: string) => `${twee(d)}${t}${twee(m)}${t}${twee(j % 100)}`,
      (d: number, m: number, j: number, t: string) => `${d}${t}${m}${t}'${twee(j % 100)}`,
      (d: number, m: number, j: number, t: string) => `${j}${t}${twee(m)}${t}${twee(d)}`,
      (d: number, m: number, j: number) => `${d} ${MAANDEN[m - 1]} ${j}`,
      (d: number, m: number, j: number) => `${d} ${MAANDEN[m - 1]?.slice(0, 3)}. ${j}`,
      (d: number, m: number, j: number) => `${d}e ${MAANDEN[m - 1]?.toUpperCase()} ’${twee(j % 100)}`,
      (d: number, m: number) => `geboren ${d} ${MAANDEN[m - 1]}`,
      (d: number, m: number, j: number) => `geboortedatum ${twee(d)}${twee(m)}${j}`,
    );
    const teken = fc.oneof(STREEP, fc.constantFrom('/', '.'));
    fc.assert(
      fc.property(dag, vorm, teken, ZIN, ({ d, m, j }, schrijf, t, zin) => {
        vindt('geboortedatum', zin(schrijf(d, m, j < 1932 ? j + 5 : j, t)));
      }),
      RUNS,
    );
  });

  test('should warn of no day that is to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1800 }), fc.boolean(), (over, kort) => {
        const dag = new Date(Date.parse(`${VANDAAG}T12:00:00Z`) + over * 86_400_000)
          .toISOString()
          .slice(0, 10);
        const [j = '', m = '', d = ''] = dag.split('-');
        const zin = `Uiterlijk ${d}-${m}-${kort ? j.slice(2) : j} is het klaar.`;
        expect(vindPersoonsgegevens(zin, { vandaag: VANDAAG }), zin).toEqual([]);
      }),
      RUNS,
    );
  });

  test('should find a postcode', () => {
    const letters = fc.tuple(fc.constantFrom(...'ABCDEHJLNPRTVXZ'), fc.constantFrom(...'ABCEFHJLPRTUVWXZ'));
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        letters,
        fc.nat(3),
        SPATIE,
        fc.integer({ min: 1, max: 999 }),
        (cijfers, ab, hoe, spatie, nummer) => {
          const twee_letters = ab.join('');
          fc.pre(
            !/^(?:EN|EU|HA|DE|PP|VA|AL|DA|NA|JA|LA|ZE|RE|TE|AF|ER|HE|JE|NU|VR|PA|HZ|PP|CL|CM|ML|PX|TH|RD|ND|ST|CM)$/.test(
              twee_letters,
            ),
          );
          const spelling = [
            `${cijfers}${twee_letters.toLowerCase()}`,
            `${cijfers}${spatie}${twee_letters}`,
            `${cijfers}${spatie}${twee_letters}${spatie}${nummer}`,
            `${cijfers}${twee_letters.toLowerCase()} ${nummer}`,
          ][hoe];
          vindt('adres', `woont op ${spelling}, boven`);
        },
      ),
      RUNS,
    );
  });

  test('should find an IBAN, and in it no telephone number or BSN', () => {
    const bank = fc.constantFrom('INGB', 'ABNA', 'RABO', 'TRIO');
    fc.assert(
      fc.property(bank, CIJFERS(10), SPATIE, fc.boolean(), ZIN, (naam, nummer, spatie, los, zin) => {
        const iban = metControle(naam + nummer.join(''));
        const tekst = zin(los ? inGroepen(iban, [4, 4, 4, 4, 2], spatie) : iban.toLowerCase());
        const gevonden = vindPersoonsgegevens(tekst, { vandaag: VANDAAG });
        expect(gevonden.map(({ soort }) => soort)).toEqual(['rekeningnummer']);
        expect(bevatBsn(tekst)).toBe(false);
      }),
      RUNS,
    );
  });

  test('should find a name, whatever was done to it', () => {
    const voornaam = fc.constantFrom(
      'Zoë',
      'Anaïs',
      'Şeyma',
      'Łukasz',
      'Björn',
      'Anne-Fleur',
      'Noor',
      'İbrahim',
    );
    const achternaam = fc.constantFrom(
      'de Vries',
      'Müller',
      "van 't Hof",
      'El Amrani',
      'Jansen-Bos',
      'Yılmaz',
      "D'Angelo",
    );
    const vorm = fc.constantFrom(
      ({ voornaam: v }: Naam) => v,
      ({ achternaam: a }: Naam) => a,
      ({ achternaam: a }: Naam) => `mevrouw ${a.slice(a.search(/\p{Lu}/u))}`,
      ({ voornaam: v, achternaam: a }: Naam) => `${v} ${a}`,
      ({ voornaam: v, achternaam: a }: Naam) => `${v.slice(0, 1)}. ${a}`,
      ({ voornaam: v, achternaam: a }: Naam) => `${v.slice(0, 1)}.A. ${a}`,
      ({ voornaam: v, achternaam: a }: Naam) => `${a}, ${v}`,
      ({ voornaam: v }: Naam) => `${v}'s`,
      ({ voornaam: v }: Naam) => `${v}s`,
      ({ voornaam: v }: Naam) => `(${v})`,
    );
    const bewerking = fc.constantFrom(
      (naam: string) => naam,
      (naam: string) => naam.normalize('NFD'),
      (naam: string) => naam.toUpperCase(),
      (naam: string) => naam.normalize('NFD').replace(/\p{M}/gu, ''),
      (naam: string) => naam.replaceAll('-', ' '),
      (naam: string) => naam.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011').replaceAll("'", '’'),
      (naam: string) => [...naam].join('\u200d'),
    );
    fc.assert(
      fc.property(fc.record({ voornaam, achternaam }), vorm, bewerking, ZIN, (naam, schrijf, bewerk, zin) => {
        vindt('naam', zin(bewerk(schrijf(naam))), [naam]);
      }),
      RUNS,
    );
  });

  test('should find nobody of whom it wasn’t given the name', () => {
    const zin = 'Zoë Müller en A. de Vries bellen met Fatima El Amrani';
    expect(vindPersoonsgegevens(zin, { vandaag: VANDAAG })).toEqual([]);
    expect(
      vindPersoonsgegevens(zin, { vandaag: VANDAAG, namen: [{ voornaam: 'Zoë', achternaam: '' }] }),
    ).toEqual([{ soort: 'naam', tekst: 'Zoë' }]);
  });
});

describe('ST19: whatever is typed', () => {
  const STUKKEN = [
    '06',
    '12',
    '-',
    ' ',
    '.',
    '\n',
    'bsn',
    '1234',
    'AB',
    'Zoe',
    '\u0308',
    '’',
    's',
    '@',
    'x.nl',
    'NL91',
    '\u00a0',
    '2012',
    '/',
    '+',
    '(',
    '111222333',
    'Dorpsstraat',
    '\ud83d',
    'ﷺ',
    '\u202e',
    '½',
    '４',
    'geb.',
  ];
  const TEKST = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
    fc.array(fc.constantFrom(...STUKKEN), { maxLength: 60 }).map((delen) => delen.join('')),
  );
  const zoek = { vandaag: VANDAAG, namen: NAMEN, geboortedata: GEBOORTEDATA };

  test('should give pieces of what was typed, in its order, and never throw', () => {
    fc.assert(
      fc.property(TEKST, (tekst) => {
        let vanaf = 0;
        for (const vondst of vindPersoonsgegevens(tekst, zoek)) {
          expect(vondst.tekst).not.toBe('');
          const plek = tekst.indexOf(vondst.tekst, vanaf);
          expect(plek, JSON.stringify([tekst, vondst])).toBeGreaterThanOrEqual(vanaf);
          vanaf = plek;
        }
        expect(typeof bevatBsn(tekst)).toBe('boolean');
      }),
      { numRuns: RUNS.numRuns * 3 },
    );
  });

  test('should refuse nothing of which it doesn’t warn', () => {
    fc.assert(
      fc.property(TEKST, (tekst) => {
        const soorten = vindPersoonsgegevens(tekst, zoek).map(({ soort }) => soort);
        if (bevatBsn(tekst)) expect(soorten).toContain('bsn');
        if (bevatTelefoonnummer(tekst)) expect(soorten).toContain('telefoonnummer');
      }),
      { numRuns: RUNS.numRuns * 3 },
    );
  });

  const LANGE: readonly string[] = [
    '1 ',
    '0',
    '06 ',
    '12-',
    '12.',
    'a',
    'a@',
    'a.',
    'Aa',
    'Zoë ',
    'Z. ',
    'de ',
    "'",
    '(0',
    '+',
    '1234 ab ',
    'NL91 ABNA ',
    'Dorpsstraat ',
    'geboren op 17 aug 2012, bsn 111222333. ',
    '\u0308',
    '\u00a0',
  ];

  test.each(LANGE)('should take a time that grows with its length, of %j', (stuk) => {
    const heel = stuk.repeat(Math.ceil(400_000 / stuk.length));
    expect(groeiVan((tekst) => vindPersoonsgegevens(tekst, zoek), heel)).toBeLessThan(TE_VEEL);
  });
});

function inGroepen(cijfers: string, maten: readonly number[], teken: string): string {
  const begin = maten.map((_, n) => maten.slice(0, n).reduce((som, maat) => som + maat, 0));
  const delen = begin.map((plek, n) => cijfers.slice(plek, begin[n + 1] ?? plek + (maten[n] ?? 0)));
  return [...delen, cijfers.slice(delen.join('').length)].filter((deel) => deel !== '').join(teken);
}

function twee(getal: number): string {
  return String(getal).padStart(2, '0');
}

/** The IBAN of a Dutch account, with the check digits that go with it. */
function metControle(rekening: string): string {
  const cijfers = [...`${rekening}NL00`].map((teken) => Number.parseInt(teken, 36)).join('');
  return `NL${twee(Number(98n - (BigInt(cijfers) % 97n)))}${rekening}`;
}
