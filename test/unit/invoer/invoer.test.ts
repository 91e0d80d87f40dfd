import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grensVan, isVanVorm, keur, meldVan, ruimteIn } from '../../../shared/invoer/invoer.ts';
import { SOORTEN, type Soort } from '../../../shared/invoer/soorten.ts';
import { belVoor } from '../../../shared/invoer/telefoon.ts';
import { isZichtbaar, normaliseer } from '../../../shared/invoer/tekst.ts';
import { groeiVan, TE_VEEL } from '../groei.ts';

const VANDAAG = '2026-11-26';
const SOORTNAMEN = Object.keys(SOORTEN) as Soort[];
const LABEL = 'Wat spreekt u af?';

/** Any string: of any code points, of the treacherous ones, and of halves of pairs. */
const TEKENS = [
  '\u0000',
  '\n',
  '\r\n',
  '\t',
  '\u0085',
  '\u2028',
  '\u200b',
  '\ufeff',
  '\u202e',
  '\u2067',
  '\u202c',
  '\u2069',
  '\u0301',
  'e',
  ' ',
  '\ud83d',
  '\udc69',
  '👩‍👧',
  'א',
];
const TEKST = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 330 }),
  fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...TEKENS), { maxLength: 40 }).map((delen) => delen.join('')),
);

function goed(soort: Soort, waarde: string): string | null {
  const uitkomst = keur(soort, LABEL, waarde, VANDAAG);
  return 'goed' in uitkomst ? uitkomst.goed : null;
}

function bericht(soort: Soort, waarde: string): string | null {
  const uitkomst = keur(soort, LABEL, waarde, VANDAAG);
  return 'bericht' in uitkomst ? uitkomst.bericht : null;
}

describe('ST9: a text as it is kept', () => {
  test('should be the same when it is made so again', () => {
    fc.assert(
      fc.property(TEKST, fc.constantFrom('regel' as const, 'tekst' as const), (tekst, vorm) => {
        const eens = normaliseer(vorm, tekst);
        expect(normaliseer(vorm, eens)).toBe(eens);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['spaces within', (n: number) => `x${' '.repeat(n)}x`],
    ['what has no width within', (n: number) => `x${'\u200b'.repeat(n)}x`],
    [
      'what turns the direction, and what ends nothing',
      (n: number) => '\u202a'.repeat(n / 2) + '\u2069'.repeat(n / 2),
    ],
    ['accents, in the wrong order', (n: number) => `a${'\u0301\u0316'.repeat(n / 2)}`],
    ['line ends', (n: number) => '\r\n'.repeat(n / 2)],
  ])('ST6: should take a time that grows with its length, of %s', (_, maak) => {
    for (const vorm of ['regel', 'tekst'] as const) {
      const doe = (tekst: string) => normaliseer(vorm, maak(tekst.length));
      expect(groeiVan(doe, 'x'.repeat(24_000)), vorm).toBeLessThan(TE_VEEL);
    }
  });

  test('should hold nothing that is no text, whatever came in', () => {
    fc.assert(
      fc.property(TEKST, (tekst) => {
        const regel = normaliseer('regel', tekst);
        expect(regel).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
        expect(regel).toBe(regel.normalize('NFC').trim());
        expect(normaliseer('tekst', tekst).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('should turn the direction of nothing that stands behind it', () => {
    fc.assert(
      fc.property(TEKST, (tekst) => {
        for (const regel of normaliseer('tekst', tekst).split('\n')) expect(richting(regel)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['a line end', 'Gesprek\nop school', 'Gesprek op school'],
    ['every other line end', 'a\r\nb\vc\fd\u0085e\u2028f\u2029g', 'a b c d e f g'],
    ['NUL', 'Ge\u0000sprek', 'Gesprek'],
    ['a tab', 'a\tb', 'a b'],
    ['half of a pair', 'Gesprek \ud83d', 'Gesprek'],
    ['a whole pair', 'Gesprek 😀', 'Gesprek 😀'],
    ['letters with their accents apart', 'Zoe\u0308', 'Zoë'],
    ['spaces around it, with and without width', ' \u200bGesprek\ufeff\u00a0', 'Gesprek'],
    ['a family of joined emoji', '👩‍👧', '👩‍👧'],
    ['a direction that was left open', '\u202eabc', '\u202eabc\u202c'],
    ['an isolate in it', '\u2067\u202babc\u2069d', '\u2067\u202babc\u2069d'],
    ['what closes nothing', 'a\u202cb\u2069c', 'abc'],
  ])('should take %s in a line', (_, getypt, bewaard) => {
    expect(normaliseer('regel', getypt)).toBe(bewaard);
  });

  test('should keep its lines in a text, however they ended', () => {
    expect(normaliseer('tekst', ' een\r\ntwee\rdrie\u2028vier\n\n')).toBe('een\ntwee\ndrie\nvier');
  });

  test.each([
    ['nothing', ''],
    ['spaces', ' \u00a0\u3000'],
    ['a space without width', '\u200b'],
    ['joiners and selectors', '\u200d\ufe0f\u2060'],
    ['letters that are empty', '\u3164\u115f\u2800'],
    ['an accent on nothing', '\u0301'],
    ['direction alone', '\u202e\u202c'],
    ['control characters', '\u0000\u0007'],
  ])('should see nothing in %s, and ask for it', (_, waarde) => {
    expect(bericht('regel', waarde)).toBe('Vul in: Wat spreekt u af');
    expect(meldVan('regel', waarde, { label: LABEL, vandaag: VANDAAG, verplicht: false })).toBeNull();
  });
});

describe('ST9: too long is said, never cut', () => {
  test('should say how much', () => {
    expect(bericht('regel', 'x'.repeat(493))).toBe(
      '‘Wat spreekt u af?’ is 193 tekens te lang. Maak het korter: er passen 300 tekens.',
    );
    expect(bericht('regel', 'x'.repeat(301))).toContain('is 1 teken te lang');
    expect(goed('regel', 'x'.repeat(300))).toBe('x'.repeat(300));
  });

  test('should count what a person sees, and not what is taken out', () => {
    expect(goed('regel', '😀'.repeat(300))).not.toBeNull();
    expect(ruimteIn('regel', ` ${'x'.repeat(493)}\u0000 `)).toBe(-193);
    expect(ruimteIn('tekst', 'abc')).toBe(3997);
  });
});

describe('ST9: a day within what makes sense', () => {
  test.each<[Soort, string, string]>([
    ['termijn', '2026-11-25', '2031-11-26'],
    ['gebeurd', '2016-11-26', '2026-11-26'],
    ['sinds', '1946-11-26', '2026-11-26'],
    ['geboortedatum', '1900-01-01', '2026-11-26'],
    ['begin', '2026-11-25', '2027-11-26'],
    ['einde', '2026-11-25', '2036-11-26'],
  ])('should take of %s from %s to %s, and no day more', (soort, vroegst, laatst) => {
    expect([goed(soort, vroegst), goed(soort, laatst)]).toEqual([vroegst, laatst]);
    expect([goed(soort, buur(vroegst, -1)), goed(soort, buur(laatst, 1))]).toEqual([null, null]);
    // As a form shows them beforehand.
    expect(grensVan(soort as 'termijn', VANDAAG)).toEqual({ vroegst, laatst });
  });

  test.each<[string, Soort, string, string]>([
    [
      'a year of two digits',
      'termijn',
      '0027-12-01',
      '‘Wat spreekt u af?’: schrijf het jaar met vier cijfers, zoals 2026.',
    ],
    [
      'a year of six',
      'termijn',
      '202027-12-01',
      '‘Wat spreekt u af?’: schrijf het jaar met vier cijfers, zoals 2026.',
    ],
    [
      'a day that is past',
      'termijn',
      '2026-11-24',
      '‘Wat spreekt u af?’: kies 25 november 2026 of een latere dag.',
    ],
    [
      'a day too far',
      'einde',
      '9999-12-31',
      '‘Wat spreekt u af?’: kies 26 november 2036 of een eerdere dag.',
    ],
    ['a day to come', 'gebeurd', '2026-11-27', '‘Wat spreekt u af?’: kies vandaag of een eerdere dag.'],
    [
      'a day that does not exist',
      'termijn',
      '2027-02-30',
      '‘Wat spreekt u af?’: kies een dag die bestaat, zoals 31 december 2026.',
    ],
    ['no day', 'termijn', 'morgen', '‘Wat spreekt u af?’: kies een dag die bestaat, zoals 31 december 2026.'],
    [
      'a moment too far',
      'einde',
      '9999-12-31T23:59:59Z',
      '‘Wat spreekt u af?’: kies 26 november 2036 of een eerdere dag.',
    ],
    [
      'an hour that does not exist',
      'einde',
      '2027-01-01T25:00:00Z',
      '‘Wat spreekt u af?’: kies een dag die bestaat, zoals 31 december 2026.',
    ],
  ])('should say of %s what to do', (_, soort, waarde, zin) => {
    expect(bericht(soort, waarde)).toBe(zin);
  });

  test('should take a moment with an offset', () => {
    expect(goed('einde', '2027-01-01T09:00:00+01:00')).toBe('2027-01-01T09:00:00+01:00');
  });

  test('should let 29 February have a day five years on', () => {
    expect(grensVan('termijn', '2028-02-29').laatst).toBe('2033-03-01');
  });
});

describe('ST2: what was kept', () => {
  test('should be read, whatever came in and whatever the day is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SOORTNAMEN),
        fc.oneof(
          TEKST,
          fc
            .date({ noInvalidDate: true, min: new Date('1890-01-01'), max: new Date('2050-01-01') })
            .map((dag) => dag.toISOString().slice(0, 10)),
          fc.uuid(),
        ),
        (soort, waarde) => {
          const bewaard = goed(soort, waarde);
          if (bewaard === null) return;
          expect([isVanVorm(soort, bewaard), isZichtbaar(bewaard) || soort === 'kenmerken']).toEqual([
            true,
            true,
          ]);
          // And written again as it stands.
          expect(goed(soort, bewaard)).toBe(bewaard);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('should be read when its bounds moved on, and never as another form', () => {
    expect(isVanVorm('termijn', '2020-01-01')).toBe(true);
    expect(isVanVorm('regel', '\u200b')).toBe(true);
    expect(isVanVorm('termijn', '2020-02-30')).toBe(false);
    expect(isVanVorm('kenmerk', 'x')).toBe(false);
  });
});

/** How many embeddings and isolates a line leaves open, or closes without opening. */
function richting(regel: string): number {
  const open: string[] = [];
  for (const teken of regel) {
    if (/[\u202a\u202b\u202d\u202e]/.test(teken)) open.push('\u202c');
    if (/[\u2066-\u2068]/.test(teken)) open.push('\u2069');
    if (teken === '\u202c' && open.pop() !== teken) return -1;
    if (teken === '\u2069') {
      const begin = open.lastIndexOf(teken);
      if (begin === -1) return -1;
      open.splice(begin);
    }
  }
  return open.length;
}

function buur(datum: string, dagen: number): string {
  return new Date(Date.parse(`${datum}T12:00:00Z`) + dagen * 86_400_000).toISOString().slice(0, 10);
}

describe('ST9: a telephone number, kept as everyone writes it here', () => {
  test.each([
    ['06 12345678', '06-1234 5678'],
    ['+31 6 12 34 56 78', '06-1234 5678'],
    ['0031 (0)6 1234 5678', '06-1234 5678'],
    ['(0182) 123456', '0182-12 34 56'],
    ['tel. 010-1234567', '010-123 45 67'],
    ['088 0000015', '088-000 00 15'],
    ['14 0182', '14 0182'],
    ['14020', '14 020'],
    ['112', '112'],
    ['0800-2000', '0800-2000'],
    ['09001234567', '0900-123 45 67'],
    ['00 32 2 555 12 12', '+3225551212'],
  ])('should take %s as %s', (getypt, wordt) => {
    expect(goed('telefoon', getypt)).toBe(wordt);
    expect(goed('telefoon', wordt)).toBe(wordt);
  });

  test.each(['06-1234', '06-123456789', 'na vijven', '06-12345678 (Piet)', '1', '+31 12', '0900-12345'])(
    'should say of %s what to fill in',
    (getypt) => {
      expect(bericht('telefoon', getypt)).toContain('zoals 0182-12 34 56 of 06-1234 5678');
    },
  );

  test.each([
    ['06-1234 5678', '+31612345678'],
    ['088-000 00 15', '+31880000015'],
    ['0900-123 45 67', '09001234567'],
    ['14 0182', '140182'],
    ['112', '112'],
    ['+3225551212', '+3225551212'],
  ])('should dial %s as %s', (nummer, gebeld) => {
    expect(belVoor(nummer)).toBe(gebeld);
  });
});
