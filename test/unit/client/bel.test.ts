import { expect, test } from 'vitest';
import { belIn } from '../../../client/ui/bel.ts';

/** What of it can be tapped: what it dials, and what stands there. */
function links(tekst: string): unknown[] {
  return belIn(tekst).flatMap((deel) => (typeof deel === 'string' ? [] : [deel.values]));
}

test.each([
  ['Crisisdienst GGZ, dag en nacht: 088-000 00 22', ['+31880000022', '088-000 00 22']],
  ['112; daarna Veilig Thuis: 088-000 00 25', ['112', '112'], ['+31880000025', '088-000 00 25']],
  ['06 12 34 56 78 of 0800-2000', ['+31612345678', '06 12 34 56 78'], ['08002000', '0800-2000']],
  ['+32 470 12 34 56.', ['+32470123456', '+32 470 12 34 56']],
])('a number in %s can be tapped, as it was typed', (tekst, ...verwacht) => {
  expect(links(tekst)).toEqual(verwacht);
});

test.each([
  'Overdag de regisseur, daarna de buurvrouw',
  'Na 12-08-2026 om 10.30 uur, kamer 1123',
  'Bij 38,5 graden; postbus 0112',
  'Zaak 0312 4567 8901 2345 6789 01',
])('in %s there is none', (tekst) => {
  expect(links(tekst)).toEqual([]);
});

test('nothing of the text is lost', () => {
  const tekst = 'a 112 b 088-000 00 22 c';
  const gelezen = belIn(tekst).map((deel) => (typeof deel === 'string' ? deel : deel.values[1]));
  expect(gelezen.join('')).toBe(tekst);
});
