import { describe, expect, test } from 'vitest';
import { vindPersoonsgegevens } from '../../../shared/persoonsgegevens/persoonsgegevens.ts';
import {
  ADRESSEN,
  ANDERE,
  BSNS,
  GEBOORTEDAGEN,
  GEBOORTEDATA,
  GEWONE_ZINNEN,
  NAAMZINNEN,
  NAMEN,
  TELEFOONNUMMERS,
  VANDAAG,
} from './zinnen.ts';

const gevonden = (zin: string) =>
  vindPersoonsgegevens(zin, { vandaag: VANDAAG, namen: NAMEN, geboortedata: GEBOORTEDATA }).map(
    ({ soort, tekst }) => [soort, tekst],
  );

describe.each([
  ['BSN', BSNS],
  ['telephone number', TELEFOONNUMMERS],
  ['date of birth', GEBOORTEDAGEN],
  ['address', ADRESSEN],
  ['account or mail', ANDERE],
  ['name', NAAMZINNEN],
])('ST19: a %s as people write it', (_, zinnen) => {
  const regels = zinnen.map(([zin, ...vondsten]) => ({ zin, vondsten }));
  test.each(regels)('should be found in "$zin"', ({ zin, vondsten }) => {
    expect(gevonden(zin)).toEqual(vondsten);
  });
});

describe('ST19: what case workers write besides', () => {
  test.each(GEWONE_ZINNEN)('should not warn of "%s"', (zin) => {
    expect(gevonden(zin)).toEqual([]);
  });
});
