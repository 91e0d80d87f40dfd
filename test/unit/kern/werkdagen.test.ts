import { describe, expect, test } from 'vitest';
import { datumOp } from '../../../server/kern/tijd.ts';
import { isWerkdag, naWerkdagen } from '../../../server/kern/werkdagen.ts';

// NK27, NK30: terms run in working days, by the Algemene termijnenwet.

const vrijIn = (jaar: number): string[] =>
  Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(jaar, 0, 1 + i)))
    .filter((dag) => dag.getUTCFullYear() === jaar && dag.getUTCDay() % 6 !== 0)
    .map((dag) => dag.toISOString().slice(0, 10))
    .filter((datum) => !isWerkdag(datum));

describe('NK30: working days', () => {
  test.each([
    // As the municipality's calendar has them; what falls in a weekend isn't a day off more.
    [2026, ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25']],
    [2027, ['01-01', '03-26', '03-29', '04-27', '05-05', '05-06', '05-17']],
    // 27 April is a Sunday: Koningsdag is the Saturday before.
    [2031, ['01-01', '04-11', '04-14', '05-05', '05-22', '06-02', '12-25', '12-26']],
  ])('leave out the holidays of %i', (jaar, dagen) => {
    expect(vrijIn(jaar)).toEqual(dagen.map((dag) => `${jaar}-${dag}`));
  });

  test.each([
    ['a Monday', '2026-11-23T12:00:00Z', 5, '2026-12-01'],
    ['a Friday', '2026-11-27T12:00:00Z', 1, '2026-12-01'],
    ['the evening before, in the Netherlands already the next day', '2026-11-26T23:30:00Z', 1, '2026-12-01'],
    ['the week of Kerst', '2026-12-23T12:00:00Z', 5, '2027-01-01'],
    ['Goede Vrijdag and Pasen', '2026-04-02T12:00:00Z', 1, '2026-04-08'],
  ])('are counted from the day after %s', (_, van, dagen, tot) => {
    const moment = naWerkdagen(Date.parse(van), dagen);
    expect(datumOp(moment)).toBe(tot);
    // Passed is from the first moment of that day.
    expect(datumOp(moment - 1)).not.toBe(tot);
  });
});
