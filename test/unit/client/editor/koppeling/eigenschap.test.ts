import { describe, expect, test } from 'vitest';
import { UndoManager } from 'yjs';
import { Ongedaan } from '../../../../../client/editor/koppeling/ongedaan.ts';
import { type Bevinding, type Geplant, Ronde, type Verloop } from './schrijvers.ts';

/** `RONDES=20000 npx vitest run test/unit/client/editor/koppeling` for a long run; `ZAAD=7` takes other ones, `TOON=1` prints what was counted. */
const RONDES = Number(process.env.RONDES ?? 500);
const ZAAD = Number(process.env.ZAAD ?? 1) * 1_000_003;

interface Som extends Omit<Verloop, 'bevindingen'> {
  readonly bevindingen: Partial<Record<Bevinding['wat'], string>>;
  readonly rondes: number;
}

interface Keuzes {
  readonly geplant?: Geplant;
  readonly ongedaan?: boolean;
  /** Ends it as soon as this is found. */
  readonly zoekt?: Bevinding['wat'];
}

function speel(rondes: number, { geplant = null, ongedaan = true, zoekt }: Keuzes = {}): Som {
  const bevindingen: Partial<Record<Bevinding['wat'], string>> = {};
  let [uiteengelopen, dubbelOngedaan, handelingen] = [0, 0, 0];
  for (let n = 0; n < rondes && (zoekt === undefined || bevindingen[zoekt] === undefined); n += 1) {
    const verloop = new Ronde(ZAAD + n, geplant, ongedaan).speel();
    for (const { wat, uitleg } of verloop.bevindingen) bevindingen[wat] ??= `seed ${ZAAD + n}: ${uitleg}`;
    if (verloop.uiteengelopen > 0) uiteengelopen += 1;
    if (verloop.dubbelOngedaan > 0) dubbelOngedaan += 1;
    handelingen += verloop.handelingen;
  }
  return { bevindingen, uiteengelopen, dubbelOngedaan, handelingen, rondes };
}

/** Seven seconds on a quiet machine. */
const TIJD_MS = 120_000 + RONDES * 200;

describe('TX1–TX9: whatever people do to one text together', { timeout: TIJD_MS }, () => {
  test('no letter is lost, doubled, woven or moved; screen and text are the same; carets stay with their letters', () => {
    const { bevindingen, uiteengelopen, dubbelOngedaan, handelingen } = speel(RONDES);
    if (process.env.TOON) console.log({ RONDES, handelingen, uiteengelopen, dubbelOngedaan });
    expect(bevindingen).toEqual({});
    expect(handelingen).toBeGreaterThan(RONDES * 20);
    // Yjs itself, with undo and formats (SY15 mends it), and TX9: rare, and counted.
    expect(uiteengelopen).toBeLessThanOrEqual(1 + RONDES / 500);
    expect(dubbelOngedaan).toBeLessThanOrEqual(RONDES / 1_000);
  });

  test('without undo nothing runs apart and nothing comes twice, ever', () => {
    const { bevindingen, uiteengelopen, dubbelOngedaan } = speel(RONDES / 4, { ongedaan: false });
    expect({ bevindingen, uiteengelopen, dubbelOngedaan }).toEqual({
      bevindingen: {},
      uiteengelopen: 0,
      dubbelOngedaan: 0,
    });
  });

  test('planted: a block that is made anew when its sort changes doubles letters', () => {
    const { bevindingen } = speel(60, { geplant: 'soort_anders', zoekt: 'dubbel' });
    expect(Object.keys(bevindingen)).toContain('dubbel');
  });

  test('planted: what is taken back as Yjs does it comes back with others’ letters in it', () => {
    const { undo, redo } = Ongedaan.prototype;
    try {
      Ongedaan.prototype.undo = UndoManager.prototype.undo;
      Ongedaan.prototype.redo = UndoManager.prototype.redo;
      expect(Object.keys(speel(700, { zoekt: 'ertussen' }).bevindingen)).toContain('ertussen');
    } finally {
      Object.assign(Ongedaan.prototype, { undo, redo });
    }
  });

  test('planted: who types on as Yjs does it gets what comes back in the midst of a word', () => {
    expect(Object.keys(speel(300, { geplant: 'achter_gewist', zoekt: 'ertussen' }).bevindingen)).toContain(
      'ertussen',
    );
  });

  test('planted: a caret that goes with what is behind it is found', () => {
    expect(Object.keys(speel(60, { geplant: 'caret_rechts', zoekt: 'caret' }).bevindingen)).toContain(
      'caret',
    );
  });
});
