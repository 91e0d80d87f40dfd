import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Doc, encodeStateAsUpdateV2 } from 'yjs';
import { logboek } from '../../../server/database/schema.ts';
import { LIJNMATEN } from '../../../server/lijnen/sync/maten.ts';
import { MATEN } from '../../../server/teksten/poort/maten.ts';
import { maakFrame } from '../../../shared/sync/frame.ts';
import { rusthash } from '../../../shared/sync/stand.ts';
import { bericht, getal, type Id, inhoud, item, type Wis } from '../../unit/poort/schrijver.ts';
import { type Huishouden, huishoudenAan, NIEMAND } from '../huishouden.ts';
import { startTafel, type Tafel } from '../opstelling.ts';
import type { Synctekst } from './lijn.ts';
import { einde, lijnVan, opent, type Plaats, rijen, tekstVan } from './tekst.ts';
import { typ } from './veldtekst.ts';

// The attack table of docs/protocol.md, over real sockets. Fatima wrote a line and a heading; Tom attacks.

let tafel: Tafel;
beforeAll(async () => {
  // A text longer than one may become: what is asked for over and over is measured by it.
  tafel = await startTafel({ omvang: { tekst: 4_000_000 } });
});
afterAll(() => tafel.sluit());

interface Doelwit {
  readonly h: Huishouden;
  readonly hulp: Plaats;
  readonly fatima: Synctekst;
  readonly tom: Synctekst;
  /** Her client id, and places in what she wrote. */
  readonly zij: number;
  readonly letter: Id;
  /** The marker of the heading, and its key `niveau`. */
  readonly merk: Id;
  readonly niveau: Id;
  /** What Tom sends, in one block from his first clock. */
  van(structs: number[][], gewist?: readonly Wis[]): Uint8Array;
}

async function doelwit(): Promise<Doelwit> {
  const h = await huishoudenAan(tafel, { tom: null, pieter: null });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const fatima = await opent(h, 'fatima', hulp);
  // Five letters and an anchor; a marker with two keys, three letters, an anchor.
  fatima.typ(hulp.veld, 'hallo');
  fatima.typ(hulp.veld, 'kop', { soort: 'kop', niveau: 2 });
  await fatima.opgeslagen();
  const tom = await opent(h, 'tom', hulp);
  await tom.lijn.tot(() => tom.gelijk);
  const zij = fatima.doc.clientID;
  return {
    h,
    hulp,
    fatima,
    tom,
    zij,
    letter: [zij, 4],
    merk: [zij, 6],
    niveau: [zij, 8],
    van: (structs, gewist = []) => bericht([{ client: tom.doc.clientID, clock: 0, structs }], gewist),
  };
}

/** That an attack had no effect: on what is stored, on who reads along, on who joins, on the process. */
async function verwachtGeenSpoor({ h, hulp, fatima }: Doelwit, doe: () => Promise<unknown>): Promise<void> {
  const voor = { opSchijf: opSchijf(hulp), tekst: fatima.tekst(hulp.veld) };
  const updates = fatima.updates.length;
  await doe();
  await fatima.lijn.bij();
  expect(fatima.updates).toHaveLength(updates);
  expect(opSchijf(hulp)).toEqual(voor.opSchijf);
  // Others go on, and who joins gets what there was.
  fatima.typ(hulp.veld, 'verder');
  await fatima.opgeslagen();
  expect(fatima.einde).toBeNull();
  const later = await opent(h, 'pieter', hulp);
  expect(later.tekst(hulp.veld)).toBe(`${voor.tekst}<alinea>verder</alinea>`);
  expect([...later.doc.share.keys()].filter((naam) => naam !== hulp.veld)).toEqual([]);
  expect(tafel.fouten).toEqual([]);
}

/** What is stored, each change by its hash: byte by byte, `toEqual` takes seconds for a long text. */
function opSchijf({ id }: Plaats): object[] {
  return rijen(tafel.database, id).map(({ wijziging, ...rij }) => ({
    ...rij,
    wijziging: createHash('sha256').update(wijziging).digest('hex'),
  }));
}

type Aanval = readonly [naam: string, code: string, update: (bij: Doelwit) => Uint8Array];

const VERZONNEN = 123_456;

const AANVALLEN: readonly Aanval[] = [
  [
    'pending structs: a neighbour that is not here',
    'oorsprong_onbekend',
    ({ van, zij }) => van([item({ origin: [zij, 99] }, inhoud.tekst('x'))]),
  ],
  [
    'pending structs: a parent that is not here',
    'ouder_onbekend',
    ({ van, zij }) => van([item({ ouder: [zij, 99], sleutel: 'soort' }, inhoud.tekstwaarde('kop'))]),
  ],
  [
    'pending structs: behind a gap',
    'gat',
    ({ tom, letter }) =>
      bericht([
        { client: tom.doc.clientID, clock: 9, structs: [item({ origin: letter }, inhoud.tekst('x'))] },
      ]),
  ],
  [
    'deleting what is not here, so that it goes when it comes',
    'wist_onbekend',
    ({ zij }) => bericht([], [{ client: zij, bereiken: [[50, 10]] }]),
  ],
  [
    'an overwrite without a path: a value that no key has',
    'waarde',
    ({ van, niveau }) => van([item({ origin: niveau }, inhoud.tekstwaarde('<script>'))]),
  ],
  [
    'an overwrite without a path: text under a key',
    'waarde',
    ({ van, niveau }) => van([item({ origin: niveau }, inhoud.tekst('los'))]),
  ],
  [
    'another’s id, the next of its clock',
    'vreemde_auteur',
    ({ zij, letter }) =>
      bericht([{ client: zij, clock: 13, structs: [item({ origin: letter }, inhoud.tekst('x'))] }]),
  ],
  [
    'an unannounced id',
    'vreemde_auteur',
    ({ letter }) =>
      bericht([{ client: VERZONNEN, clock: 0, structs: [item({ origin: letter }, inhoud.tekst('x'))] }]),
  ],
  [
    'structs of two people in one update',
    'twee_auteurs',
    ({ tom, letter, zij }) =>
      bericht([
        { client: tom.doc.clientID, clock: 0, structs: [item({ origin: letter }, inhoud.tekst('x'))] },
        { client: zij, clock: 13, structs: [item({ origin: letter }, inhoud.tekst('y'))] },
      ]),
  ],
  ['a root that is no veld', 'geen_veld', ({ van }) => van([item({ ouder: 'verstopt' }, inhoud.tekst('x'))])],
  [
    'a node of the form before this one (SY13)',
    'type',
    ({ van, hulp }) => van([item({ ouder: hulp.veld }, inhoud.element('paragraph'))]),
  ],
  ['a text in a text', 'type', ({ van, hulp }) => van([item({ ouder: hulp.veld }, inhoud.type(2))])],
  [
    'a type under a key, and so markers in markers without end',
    'waarde',
    ({ van, merk }) => van([item({ ouder: merk, sleutel: 'soort' }, inhoud.merk())]),
  ],
  ['text in a marker', 'plaats', ({ van, merk }) => van([item({ ouder: merk }, inhoud.tekst('verstopt'))])],
  [
    'a mention in a marker',
    'plaats',
    ({ van, merk }) => van([item({ ouder: merk }, inhoud.vermelding('lid', NIEMAND))]),
  ],
  [
    'a key on what is no marker',
    'ouder_is_geen_merk',
    ({ van, letter }) => van([item({ ouder: letter, sleutel: 'soort' }, inhoud.tekstwaarde('kop'))]),
  ],
  [
    'an unknown mark',
    'opmaak',
    ({ van, letter }) => van([item({ origin: letter }, inhoud.opmaak('link', 'true'))]),
  ],
  [
    'a mark with something in it',
    'opmaak',
    ({ van, letter }) =>
      van([item({ origin: letter }, inhoud.opmaak('strong', '{"href":"javascript:alert(1)"}'))]),
  ],
  [
    'an unknown key on a marker',
    'sleutel',
    ({ van, merk }) => van([item({ ouder: merk, sleutel: 'onclick' }, inhoud.tekstwaarde('alert(1)'))]),
  ],
  [
    'an unknown key on a text',
    'sleutel',
    ({ van, hulp }) => van([item({ ouder: hulp.veld, sleutel: 'level' }, inhoud.getalwaarde(1))]),
  ],
  [
    'a sort that there is none of',
    'waarde',
    ({ van, merk }) => van([item({ ouder: merk, sleutel: 'soort' }, inhoud.tekstwaarde('script'))]),
  ],
  [
    'a number out of bounds, on a marker',
    'waarde',
    ({ van, merk }) => van([item({ ouder: merk, sleutel: 'diepte' }, inhoud.getalwaarde(9))]),
  ],
  [
    'a number out of bounds, on a text',
    'waarde',
    ({ van, hulp }) => van([item({ ouder: hulp.veld, sleutel: 'niveau' }, inhoud.getalwaarde(0))]),
  ],
  ...(
    [
      ['an embedded picture', '{"image":"http://elders.example"}'],
      ['an anchor with another number', '{"eind":2}'],
      ['an anchor with something beside it', '{"eind":1,"noot":"verstopt"}'],
      ['a mention with something in it', `{"vermelding":{"soort":"lid","id":"${NIEMAND}","naam":"Ans"}}`],
      ['a mention of a sort that there is none of', `{"vermelding":{"soort":"buurman","id":"${NIEMAND}"}}`],
      ['a mention of what is no id', '{"vermelding":{"soort":"lid","id":"Ans de Vries"}}'],
    ] as const
  ).map(
    ([naam, json]): Aanval => [
      naam,
      'ingebed',
      ({ van, letter }) => van([item({ origin: letter }, inhoud.ingebed(json))]),
    ],
  ),
  [
    'a subdocument',
    'subdocument',
    ({ van, hulp }) => van([item({ ouder: hulp.veld }, inhoud.document('verstopt'))]),
  ],
  [
    'a flood of sets on one key, which Yjs would walk through for each',
    'te_druk',
    ({ van, merk }) =>
      van(
        Array.from({ length: 1_000 }, (_, n) =>
          item({ ouder: merk, sleutel: 'niveau' }, inhoud.getalwaarde(1 + (n % 3))),
        ),
      ),
  ],
  [
    'an update of more than an update may hold',
    'te_groot',
    ({ van, letter }) => van([item({ origin: letter }, inhoud.tekst('a'.repeat(MATEN.bytes)))]),
  ],
  [
    'an overlap that says something else',
    'overlap',
    ({ tom, hulp, van }) => {
      tom.stuurUpdate(van([item({ ouder: hulp.veld }, inhoud.gewist(2))]));
      return van([item({ ouder: hulp.veld }, inhoud.gewist(3))]);
    },
  ],
];

describe('SY4 NK17: well formed and not allowed: refused, with a reason, before anyone else sees a trace', () => {
  test.each(AANVALLEN.filter(([, code]) => code !== 'overlap'))('SY4: %s', async (_, code, maak) => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      bij.tom.stuurUpdate(maak(bij));
      const weigering = await einde(bij.tom);
      expect(weigering).toMatchObject({ type: 'geweigerd', kanaal: bij.tom.kanaal, code });
      expect(weigering).toHaveProperty('reden', expect.stringMatching(/^[A-Z].{10,}\.$/));
      // Not called stored, and on record (NK10).
      expect(bij.tom.bevestigd).toBe(0);
      expect(
        tafel.database.db
          .select()
          .from(logboek)
          .all()
          .filter((regel) => regel.casusId === bij.h.casusId && regel.uitkomst === 'geweigerd')
          .map(({ persoonId, compartimentId, regel }) => ({ persoonId, compartimentId, regel })),
      ).toEqual([{ persoonId: bij.h.persoonId('tom'), compartimentId: bij.hulp.id, regel: code }]);
      // The kanaal is closed: what comes after it is ignored until it is opened again.
      bij.tom.stuurUpdate(bij.van([item({ ouder: bij.hulp.veld }, inhoud.tekst('x'))]));
      await bij.tom.lijn.bij();
      expect(bij.tom.lijn.sluitcode).toBeNull();
    });
  });

  test('SY4: an overlap that says something else', async () => {
    const bij = await doelwit();
    const maak = AANVALLEN.find(([, code]) => code === 'overlap')?.[2];
    bij.tom.stuurUpdate(maak?.(bij) ?? new Uint8Array());
    expect(await einde(bij.tom)).toMatchObject({ type: 'geweigerd', code: 'overlap' });
    expect(rijen(tafel.database, bij.hulp.id).map(({ persoonId }) => persoonId)).toEqual([
      ...rijen(tafel.database, bij.hulp.id)
        .slice(1)
        .map(() => bij.h.persoonId('fatima')),
      bij.h.persoonId('tom'),
    ]);
  });

  test('SY4 TX3: what nobody sees is taken, and reads as nothing: anchors anywhere, keys of a marker that is gone', async () => {
    const bij = await doelwit();
    const { fatima, tom, hulp } = bij;
    const voor = [fatima.tekst(hulp.veld), rusthash(fatima.doc)];
    const zelf = tom.doc.clientID;
    tom.stuurUpdate(
      bij.van(
        [
          item({ origin: bij.letter }, inhoud.anker()),
          item({ origin: [bij.zij, 0], rightOrigin: [bij.zij, 1] }, inhoud.anker()),
          item({ ouder: hulp.veld }, inhoud.merk()),
          item({ ouder: [zelf, 2], sleutel: 'soort' }, inhoud.tekstwaarde('kop')),
        ],
        [{ client: zelf, bereiken: [[2, 1]] }],
      ),
    );
    await tom.opgeslagen();
    await fatima.lijn.bij();
    expect([tom.einde, tom.bevestigd, fatima.updates.length]).toEqual([null, 1, 1]);
    expect([fatima.tekst(hulp.veld), rusthash(fatima.doc)]).toEqual(voor);
    // On a marker that went before.
    tom.stuurUpdate(
      bericht([
        {
          client: zelf,
          clock: 4,
          structs: [item({ ouder: [zelf, 2], sleutel: 'niveau' }, inhoud.getalwaarde(2))],
        },
      ]),
    );
    await tom.opgeslagen();
    expect([tom.einde, tom.bevestigd]).toEqual([null, 2]);
    const later = await opent(bij.h, 'pieter', hulp);
    expect([later.tekst(hulp.veld), rusthash(later.doc)]).toEqual(voor);
  });

  test('SY4: a text of another compartment, which one may write as well, is no veld of this one', async () => {
    const bij = await doelwit();
    const plan = await tekstVan(bij.h, 'tom', 'plan');
    await verwachtGeenSpoor(bij, async () => {
      bij.tom.stuurUpdate(bij.van([item({ ouder: plan.veld }, inhoud.tekst('x'))]));
      expect(await einde(bij.tom)).toMatchObject({ type: 'geweigerd', code: 'geen_veld' });
    });
  });

  test('SY4: after a refusal one opens again and goes on; three within a minute end the line with 4429', async () => {
    const bij = await doelwit();
    const { lijn } = bij.tom;
    const aanval = (tekst: Synctekst) =>
      tekst.stuurUpdate(
        bericht([
          {
            client: VERZONNEN,
            clock: 0,
            structs: [item({ ouder: bij.hulp.veld }, inhoud.tekst('x'))],
          },
        ]),
      );
    aanval(bij.tom);
    await einde(bij.tom);
    const weer = await lijn.open(bij.hulp.id);
    weer.typ(bij.hulp.veld, 'netjes');
    await weer.opgeslagen();
    expect(weer.bevestigd).toBe(1);
    aanval(weer);
    await einde(weer);
    // A minute later they don't count any more.
    tafel.klok.nu += LIJNMATEN.weigeringenIn + 1;
    for (let n = 1; n <= 3; n += 1) {
      const nog = await lijn.open(bij.hulp.id);
      aanval(nog);
      expect(await lijn.tot(() => nog.einde)).toMatchObject({ type: 'geweigerd', code: 'vreemde_auteur' });
    }
    expect(await lijn.tot(() => lijn.sluitcode)).toBe(4429);
  });
});

type Onzin = readonly [naam: string, code: number, bytes: (bij: Doelwit) => Uint8Array];

const update = (inhoudVan: Uint8Array | number[]): Uint8Array =>
  Uint8Array.from([0, 2, ...getal(inhoudVan.length), ...inhoudVan]);

const goed = ({ van, hulp }: Doelwit) => van([item({ ouder: hulp.veld }, inhoud.tekst('x'))]);

const ONZIN: readonly Onzin[] = [
  ['bytes behind the end of an update', 4400, (bij) => update([...goed(bij), 1, 2, 3])],
  ['bytes behind the end of a bericht', 4400, (bij) => Uint8Array.from([...update(goed(bij)), 1, 2, 3])],
  ['an update cut off', 4400, (bij) => update(goed(bij).slice(0, -1))],
  ['a bericht cut off', 4400, () => Uint8Array.of(1, 5, 0)],
  ['seven bytes that eat memory', 4400, () => update([1, ...getal(2 ** 25 - 1), 1, 0])],
  ['a count of 2^50', 4400, () => update([0, 1, 1, ...getal(2 ** 50), 1, 1])],
  [
    'a state vector with a count of 2^50',
    4400,
    () => Uint8Array.from([0, 0, ...getal(getal(2 ** 50).length), ...getal(2 ** 50)]),
  ],
  ['a state vector with bytes over', 4400, () => Uint8Array.of(0, 0, 2, 0, 0)],
  [
    'awareness with a count of 2^50',
    4400,
    () => Uint8Array.from([1, ...getal(getal(2 ** 50).length), ...getal(2 ** 50)]),
  ],
  ['a sync step that there is none of', 4400, () => Uint8Array.of(0, 7, 1, 0)],
  ['a kind of bericht that there is none of', 4400, () => Uint8Array.of(99)],
  ['auth, which only a server says', 4400, () => Uint8Array.of(2, 0, 0)],
  ['a kind in more bytes than it needs', 4400, () => Uint8Array.of(0x80, 0, 2, 2, 0, 0)],
  ['nothing at all', 4400, () => new Uint8Array()],
  ['a bericht of more bytes than one may be', 4413, () => update(new Uint8Array(LIJNMATEN.bericht))],
];

/** Memory that a process holds, collected or not. */
const geheugen = (): number => process.memoryUsage().rss;

describe('SY9 SY10: what makes no sense ends that line and nothing else', () => {
  test.each(ONZIN)('SY10: %s', async (_, code, maak) => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      bij.tom.lijn.stuur(bij.tom.kanaal, maak(bij));
      expect(await einde(bij.tom)).toBe(code);
      // No answer, only a close.
      expect(bij.tom.lijn.besturing.filter(({ type }) => type === 'geweigerd')).toEqual([]);
    });
  });

  test('SY10: V2 bytes, which read as V1 are nonsense or forbidden, as it happens', async () => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      const doc = new Doc();
      doc.clientID = bij.tom.doc.clientID;
      typ(doc, bij.hulp.veld, 'in V2');
      bij.tom.stuurUpdate(encodeStateAsUpdateV2(doc));
      const hoe = await einde(bij.tom);
      if (hoe !== 4400) expect(hoe).toMatchObject({ type: 'geweigerd' });
      expect(bij.tom.bevestigd).toBe(0);
    });
  });

  test.each([
    ['no JSON', '{"type":'],
    ['no object', '[]'],
    ['no type', '{"kanaal":1}'],
    ['an unknown type', '{"type":"zicht","kanalen":[]}'],
    ['a kanaal that is none', '{"type":"open","kanaal":0,"tijdperk":null}'],
    ['a client id beyond 32 bits', '{"type":"auteur","kanaal":1,"clientId":4294967296}'],
    ['nothing', ''],
    ['arrays in arrays', '['.repeat(100_000)],
  ])('SY9: a control message with %s ends the line with 4400', async (_, tekst) => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      bij.tom.lijn.stuur(0, Buffer.from(tekst));
      expect(await einde(bij.tom)).toBe(4400);
    });
  });

  test.each([
    ['cut off in a number', [0x80]],
    ['cut off in a bericht', [5, 10, 1]],
    ['a number without an end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
    ['a kanaal beyond 31 bits', [0x80, 0x80, 0x80, 0x80, 0x08, 0]],
  ])('SY9: a frame %s ends the line with 4400', async (_, bytes) => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      bij.tom.lijn.socket.send(Uint8Array.from(bytes));
      expect(await einde(bij.tom)).toBe(4400);
    });
  });

  test('SY9: a text frame ends the line with 4400, a message above 1 MiB with 1009', async () => {
    const bij = await doelwit();
    const ander = await lijnVan(bij.h, 'tom');
    await verwachtGeenSpoor(bij, async () => {
      // As bytes it would be a frame: an empty bericht.
      bij.tom.lijn.socket.send('\u0005\u0000');
      expect(await einde(bij.tom)).toBe(4400);
      ander.socket.send(new Uint8Array(LIJNMATEN.frame + 1));
      expect(await ander.tot(() => ander.sluitcode)).toBe(1009);
    });
  });

  test('SY10: random frames, on the line and on an open kanaal', async () => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      for (let n = 0; n < 60; n += 1) {
        const lijn = await lijnVan(bij.h, 'tom');
        const kanaal = (await lijn.tot(() => lijn.kanaal(bij.hulp.id))).kanaal;
        lijn.meld({ type: 'open', kanaal, tijdperk: null });
        for (let k = 0; k < 10 && lijn.sluitcode === null; k += 1) {
          const bytes = randomBytes(1 + (n % 90));
          // Half of them look like a bericht of sync or awareness.
          if (n % 4 === 0) lijn.socket.send(bytes);
          else if (n % 4 === 1) lijn.stuur(kanaal, bytes);
          else if (n % 4 === 2) lijn.stuur(kanaal, update(bytes));
          else lijn.stuur(kanaal, Uint8Array.from([1, ...getal(bytes.length), ...bytes]));
        }
        await lijn.bij();
        lijn.trekUit();
      }
    });
  });

  test('SY10: counts that promise much, again and again, leave memory as it was', async () => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      const voor = geheugen();
      let hoogste = voor;
      for (let n = 0; n < 10; n += 1) {
        const tekst = await opent(bij.h, 'tom', bij.hulp);
        tekst.lijn.stuur(tekst.kanaal, update([1, ...getal(2 ** 25 - 1), 1, 0]));
        expect(await einde(tekst)).toBe(4400);
        hoogste = Math.max(hoogste, geheugen());
      }
      // One of them makes Yjs' own decoder take 268 MB.
      expect(hoogste - voor).toBeLessThan(150_000_000);
    });
  });

  test('SY10: a message of a hundred thousand berichten is turned away before anything is made of them', async () => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      // Cursors, which would be dropped above the rate one by one.
      const een = maakFrame(bij.tom.kanaal, Uint8Array.of(1, 1, 0));
      const vol = Buffer.alloc(Math.floor(LIJNMATEN.frame / een.length) * een.length, een);
      expect(vol.length / een.length).toBeGreaterThan(100_000);
      bij.tom.lijn.socket.send(vol);
      expect(await einde(bij.tom)).toBe(4429);
    });
  });
});

describe('SY9: a flood', () => {
  test('SY9: more updates than 200 at once or 60 a second end the line with 4429; at the rate they don’t', async () => {
    const bij = await doelwit();
    const leeg = bericht([]);
    await verwachtGeenSpoor(bij, async () => {
      for (let n = 0; n < LIJNMATEN.updatesOpslag - 1; n += 1) bij.tom.stuurUpdate(leeg);
      await bij.tom.lijn.bij();
      tafel.klok.nu += 1000;
      for (let n = 0; n < LIJNMATEN.updatesPerSeconde; n += 1) bij.tom.stuurUpdate(leeg);
      await bij.tom.lijn.bij();
      expect(bij.tom.lijn.sluitcode).toBeNull();
      bij.tom.stuurUpdate(leeg);
      bij.tom.stuurUpdate(leeg);
      expect(await bij.tom.lijn.tot(() => bij.tom.lijn.sluitcode)).toBe(4429);
    });
  });

  test('SY9: a flood of anything else ends the line with 4429', async () => {
    const bij = await doelwit();
    await verwachtGeenSpoor(bij, async () => {
      for (let n = 0; n <= LIJNMATEN.overigeOpslag; n += 1) bij.tom.lijn.meld({ type: 'hartslag' });
      expect(await bij.tom.lijn.tot(() => bij.tom.lijn.sluitcode)).toBe(4429);
    });
  });

  test('SY11: who asks for the same text over and over is disconnected before it takes memory', async () => {
    const bij = await doelwit();
    for (let n = 0; n < 10; n += 1) bij.fatima.typ(bij.hulp.veld, 'lang '.repeat(40_000));
    await bij.fatima.opgeslagen();
    const gierig = await lijnVan(bij.h, 'tom');
    const kanaal = (await gierig.tot(() => gierig.kanaal(bij.hulp.id))).kanaal;
    await verwachtGeenSpoor(bij, async () => {
      gierig.meld({ type: 'open', kanaal, tijdperk: null });
      await gierig.bij();
      const voor = geheugen();
      const vraag = maakFrame(kanaal, Uint8Array.of(0, 0, 1, 0));
      gierig.socket.send(Buffer.concat(Array.from({ length: 400 }, () => vraag)));
      expect(await gierig.tot(() => gierig.sluitcode)).toBe(1006);
      expect(geheugen() - voor).toBeLessThan(150_000_000);
    });
  });
});
