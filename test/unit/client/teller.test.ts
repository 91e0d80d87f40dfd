import { expect, test } from 'vitest';
import { tellerTekst } from '../../../client/ui/teller.ts';

test.each([
  [300, 300, ''],
  [61, 300, ''],
  [60, 300, 'Nog 60 tekens.'],
  [1, 300, 'Nog 1 teken.'],
  [0, 300, 'Nog 0 tekens.'],
  [-1, 300, '1 teken te lang.'],
  [-193, 300, '193 tekens te lang.'],
  [201, 4000, ''],
  [200, 4000, 'Nog 200 tekens.'],
])('ST9: of %i of %i characters it says "%s"', (ruimte, maximum, tekst) => {
  expect(tellerTekst(ruimte, maximum)).toBe(tekst);
});
