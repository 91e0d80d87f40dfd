import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GeopendeDatabase } from '../../../server/database/database.ts';
import { Stappen } from '../../../server/kern/stap.ts';
import { Logboek, type Regel, zetLogboekOm } from '../../../server/logboek/logboek.ts';
import { HANDELINGEN } from '../../../shared/logboek/handelingen.ts';
import { databasepad, komtVoorIn, migratiesTot, nieuweInstallatie, open } from './opstelling.ts';

type Oud = readonly [handeling: string, bijzonderheden: object | string | null, compartimentId?: string];

/** A line of every handeling, as the version before wrote it. */
const REGELS: readonly Oud[] = [
  ['aangemeld', { sessieId: 's1' }],
  ['casus_ingebracht', null],
  [
    'deelnemer_toegevoegd',
    {
      deelnemerId: 'd2',
      medewerkerId: 'm2',
      zetel: 'wmo',
      lidIds: ['l1'],
      van: 1,
      tot: null,
      gezinAkkoord: true,
    },
  ],
  ['deelnemer_gewijzigd', { deelnemerId: 'd2', tot: '2026-03-01', bekend: true }],
  ['deelnemer_beeindigd', { deelnemerId: 'd2' }],
  ['lid_toegevoegd', { rol: 'vader' }],
  ['lid_toegevoegd', { rol: 'kind' }],
  ['lid_gewijzigd', { lidId: 'l2', rol: 'ouder' }],
  ['lid_verwijderd', { lidId: 'l3' }],
  ['casus_gewijzigd', { status: 'nazorg' }],
  [
    'niveau_gewijzigd',
    {
      van: 'm2',
      wijzigingen: [
        { compartimentId: 'k1', van: 'verborgen', naar: 'lezen' },
        { compartimentId: 'weg', van: 'dat', naar: 'verborgen' },
      ],
    },
  ],
  ['bord_geopend', null],
  ['geopend', null, 'k1'],
  ['groot_scherm', { deelnemerIds: ['d2'] }],
  ['kaart_gemaakt', { kaartId: 'x', versie: 1 }, 'k1'],
  ['kaart_gewijzigd', { kaartId: 'x', versie: 2 }, 'k1'],
  ['stap_gezet', { kaartId: 'x', versie: 3 }, 'k1'],
  ['kaart_verwijderd', { kaartId: 'x', versie: 3 }, 'weg'],
  ['concept_gedeeld', { veldId: 'v' }, 'k1'],
  ['geweigerd', { opdracht: 'delete /casussen/{casusId}/leden/{lidId}', casusId: 'c', lidId: 'l2' }],
  ['geweigerd', { opdracht: 'tekst' }, 'k1'],
  ['afgemeld', { sessieId: 's1' }],
  // What nobody wrote.
  ['gewist', { wat: 'kanarie-onbekend' }],
  ['kaart_gemaakt', 'kanarie {', 'k1'],
  ['casus_gewijzigd', { status: 'kanarie-status' }],
];

/** A database of the version before, with those lines, opened by this one. */
async function oud() {
  const installatie = nieuweInstallatie();
  const toen = await open({ ...installatie, migraties: migratiesTot(6) });
  toen.sqlite.exec(`
    insert into organisaties values ('o', 'Gemeente', 1, '14 0');
    insert into personen values ('m1', 'medewerker'), ('m2', 'medewerker');
    insert into medewerkers values ('m1', 'o', 'Een', 'f', '1', 1), ('m2', 'o', 'Twee', 'g', '2', 2);
    insert into casussen values ('c', '26-AAAA', 'ingebracht', 1);
    insert into leden values ('l1', 'c', 'moeder', 0, null), ('l2', 'c', 'vader', 1, null), ('l3', 'c', 'kind', 2, 5);
    insert into deelnemers (id, casus_id, persoon_id, zetel, waarvoor, grondslag, van, gezin_akkoord, volgorde)
      values ('d1', 'c', 'm1', 'jeugd', 'w', 'g', 1, 1, 1), ('d2', 'c', 'm2', 'wmo', 'w', 'g', 1, 1, 2);
    insert into compartimenten (id, casus_id, categorie, lid_id, tijdperk) values ('k1', 'c', 'hulp', 'l1', 't');
  `);
  const zet = toen.sqlite.prepare(
    `insert into logboek (op, handeling, uitkomst, persoon_id, deelnemer_id, zetel, waarvoor, grondslag, casus_id, compartiment_id, regel, bijzonderheden)
     values (?, ?, ?, 'm1', 'd1', 'jeugd', 'w', 'g', ?, ?, 'NK12', ?)`,
  );
  REGELS.forEach(([handeling, bijzonderheden, compartimentId = null], op) => {
    zet.run(
      op,
      handeling,
      handeling === 'geweigerd' ? 'geweigerd' : 'gedaan',
      /gemeld$/.test(handeling) ? null : 'c',
      compartimentId,
      typeof bijzonderheden === 'object' && bijzonderheden !== null
        ? JSON.stringify(bijzonderheden)
        : bijzonderheden,
    );
  });
  toen.sluit();
  const nu = await open(installatie);
  return { installatie, nu };
}

async function omgezet() {
  const { installatie, nu } = await oud();
  zetLogboekOm(nu);
  return { installatie, nu, regels: leesAlle(nu) };
}

function leesAlle(database: GeopendeDatabase): Regel[] {
  const omgeving = { nu: () => 1, id: () => 'id', willekeur: () => new Uint8Array() };
  const fout = (een: unknown): never => {
    throw een;
  };
  const { transactie } = database;
  const stappen = new Stappen({ transactie, moment: () => 1, bijFout: fout, bijSchijffout: fout });
  return new Logboek(database, omgeving, stappen).lees();
}

describe('a record of before its lines had a form', () => {
  test('has every line, in order, with who, when, from which seat and by which rule', async () => {
    const { nu, regels } = await omgezet();
    // All that there were in those days, so that none goes unseen; others came later.
    const toen = new Set(REGELS.map(([handeling]) => handeling));
    expect([...toen].filter((handeling) => !Object.hasOwn(HANDELINGEN, handeling))).toEqual([
      'geweigerd',
      'gewist',
    ]);
    expect(toen.size).toBe(21);

    expect(nu.sqlite.prepare('select count(*) from logboek_in_oude_vorm').pluck().get()).toBe(0);
    // The levels of two compartments were one line.
    expect(regels.map(({ op }) => op)).toEqual(
      REGELS.flatMap(([handeling], op) => (handeling === 'niveau_gewijzigd' ? [op, op] : [op])),
    );
    expect(regels.map(({ handeling }) => handeling)).toEqual(
      REGELS.flatMap(([handeling]) =>
        handeling === 'niveau_gewijzigd' ? [handeling, handeling] : [handeling],
      ),
    );
    for (const regel of regels) expect(regel).toMatchObject({ persoonId: 'm1' });
  });

  test('says whom each line is about, in which compartment, and with which details', async () => {
    const { regels } = await omgezet();
    const wat = regels.flatMap((regel) =>
      regel.leesbaar
        ? [
            [
              regel.handeling,
              regel.betreft.personen.join(),
              regel.betreft.leden.join(),
              regel.compartiment?.categorie ?? null,
              regel.bijzonderheden,
            ],
          ]
        : [],
    );

    expect(wat).toEqual([
      ['aangemeld', '', '', null, {}],
      ['casus_ingebracht', '', 'l1,l2', null, {}],
      [
        'deelnemer_toegevoegd',
        'm2',
        'l1',
        null,
        { deelnemerId: 'd2', zetel: 'wmo', lidIds: ['l1'], van: 1, tot: null, gezinAkkoord: true },
      ],
      [
        'deelnemer_gewijzigd',
        'm2',
        'l1,l2',
        null,
        { deelnemerId: 'd2', tot: Date.parse('2026-03-01T23:00:00Z'), bekend: true },
      ],
      ['deelnemer_beeindigd', 'm2', 'l1,l2', null, { deelnemerId: 'd2' }],
      ['lid_toegevoegd', '', 'l2', null, { rol: 'vader' }],
      ['lid_toegevoegd', '', 'l3', null, { rol: 'kind' }],
      ['lid_gewijzigd', '', 'l2', null, { rol: 'ouder' }],
      ['lid_verwijderd', '', 'l3', null, {}],
      ['casus_gewijzigd', '', 'l1,l2', null, { status: 'nazorg' }],
      ['niveau_gewijzigd', 'm2', 'l1', 'hulp', { van: 'verborgen', naar: 'lezen' }],
      ['niveau_gewijzigd', 'm2', 'l1,l2', null, { van: 'dat', naar: 'verborgen' }],
      ['bord_geopend', '', 'l1,l2', null, {}],
      ['geopend', '', 'l1', 'hulp', {}],
      ['groot_scherm', 'm2', 'l1,l2', null, { deelnemerIds: ['d2'] }],
      ['kaart_gemaakt', '', 'l1', 'hulp', { kaartId: 'x', versie: 1 }],
      ['kaart_gewijzigd', '', 'l1', 'hulp', { kaartId: 'x', versie: 2 }],
      ['stap_gezet', '', 'l1', 'hulp', { kaartId: 'x', versie: 3 }],
      ['kaart_verwijderd', '', 'l1,l2', null, { kaartId: 'x', versie: 3 }],
      ['concept_gedeeld', '', 'l1', 'hulp', { veldId: 'v' }],
      [
        'geweigerd',
        '',
        'l2',
        null,
        { opdracht: 'delete /casussen/{casusId}/leden/{lidId}', gevraagd: { casusId: 'c', lidId: 'l2' } },
      ],
      ['geweigerd', '', 'l1', 'hulp', { opdracht: 'tekst', gevraagd: {} }],
      ['afgemeld', '', '', null, {}],
    ]);
    expect(
      regels
        .filter((regel) => regel.leesbaar && regel.handeling.endsWith('gemeld'))
        .map((regel) => regel.leesbaar && regel.sessieId),
    ).toEqual(['s1', 's1']);
  });

  test('keeps what can’t be read, marked, and nothing of what stood in the open', async () => {
    const { installatie, nu, regels } = await omgezet();
    expect(regels.filter(({ leesbaar }) => !leesbaar).map(({ handeling }) => handeling)).toEqual([
      'gewist',
      'kaart_gemaakt',
      'casus_gewijzigd',
    ]);
    // A line that can't be read is whole for who can: what stood there is kept.
    const aantal = nu.sqlite.prepare('select count(*) from logboek where leesbaar = 0').pluck().get();
    expect(aantal).toBe(3);
    nu.sluit();
    // The copy of before has it, and goes with the others (docs/storage.md).
    expect(komtVoorIn(join(installatie.map, 'reservekopie'), 'kanarie')).toBe(true);
    expect(readFileSync(databasepad(installatie)).includes('kanarie')).toBe(false);
  });

  test('is whole when the first start could not write it, and the next one can', async () => {
    const { nu } = await oud();
    nu.sqlite.exec(
      "create trigger vol before insert on logboek when new.op = 12 begin select raise(abort, 'vol'); end",
    );
    expect(() => zetLogboekOm(nu)).toThrow('vol');
    nu.sqlite.exec('drop trigger vol');

    zetLogboekOm(nu);
    zetLogboekOm(nu);

    expect(leesAlle(nu)).toHaveLength(REGELS.length + 1);
  });
});
