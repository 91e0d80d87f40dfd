import { expect, test } from 'vitest';
import { matrixversies } from '../../../server/database/schema.ts';
import { matrixOp } from '../../../server/toegang/matrixversies.ts';
import { NU, nieuweInstallatie, open } from './opstelling.ts';

// Which matrix holds: what a municipality set stays, and who set nothing gets the default of today.

const omgeving = { nu: () => NU, id: () => 'id', willekeur: (aantal: number) => new Uint8Array(aantal) };
const VANDAAG = { versie: '2026-2', geldigVanaf: '2026-01-01' };

async function metVersies(...versies: readonly string[]) {
  const database = await open(nieuweInstallatie());
  for (const versie of versies) {
    const inhoud = JSON.stringify({ versie });
    database.db.insert(matrixversies).values({ versie, geldigVanaf: '2026-01-01', inhoud }).run();
  }
  return () => matrixOp(database, omgeving, VANDAAG);
}

test('een lege database en een met een ouder voorstel krijgen dat van vandaag, en houden het', async () => {
  for (const versies of [[], ['2026-1']]) {
    const welke = await metVersies(...versies);
    expect(welke()).toEqual(VANDAAG);
    expect(welke()).toEqual(VANDAAG);
  }
});

test('wat een gemeente zelf vaststelde, blijft', async () => {
  const welke = await metVersies('2026-1', 'merwerade-1');
  expect(welke()).toEqual({ versie: 'merwerade-1' });
});
