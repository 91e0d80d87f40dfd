import { expect, test } from 'vitest';
import { type Huishouden, huishouden, type Naam, type Plaatsen } from './huishouden.ts';
import type { Aangemeld } from './opstelling.ts';
import { lijnVoorTest, type Synclijn, type Synctekst } from './sync/lijn.ts';
import { tekstVan } from './sync/tekst.ts';

// ST6: what people do who mean no harm, at its busiest, meets no limit. As the product is set.

const ECHT = { grenzen: { opdrachtenPerMinuut: 600 }, omvang: { gemaaktPerDag: 500 } };

/** Everyone writes `hulp` of the household. */
const SCHRIJVERS: Plaatsen = {
  tom: null,
  sanne: null,
  ali: null,
  bram: null,
  pieter: null,
  lotte: null,
  karim: null,
  nora: null,
};
const NAMEN: readonly Naam[] = ['fatima', 'tom', 'sanne', 'ali', 'bram', 'pieter', 'lotte', 'karim', 'nora'];

/** What a page asks when it opens a board; one that nobody looks at may make place. @returns its line */
async function opentBord(h: Huishouden, wie: Aangemeld): Promise<Synclijn> {
  const vragen = ['/sessies/huidige', '/lijsten', h.pad];
  const antwoorden = await Promise.all(vragen.map((pad) => wie.verzoek('GET', pad)));
  expect(antwoorden.map(({ status }) => status)).toEqual([200, 200, 200]);
  const live = await wie.live();
  const einden: unknown[] = [];
  live.socket.on('disconnect', (_, wat) => einden.push(wat));
  const gevolgd = await live.volg(h.casusId);
  if (!gevolgd.ok) expect([gevolgd.code, einden]).toMatchObject(['verbroken', [{ context: { code: 4409 } }]]);
  const lijn = await lijnVoorTest(h.tafel.url, h.casusId, wie);
  for (const { kanaal } of lijn.zicht) lijn.meld({ type: 'open', kanaal, tijdperk: null });
  return lijn;
}

test('ST6: everyone with three pages who loses the connection and comes back at once, four times', async () => {
  const h = await huishouden({ ...ECHT, plaatsen: SCHRIJVERS });
  const mensen = await Promise.all(NAMEN.map((naam) => h.als(naam)));
  for (let keer = 0; keer < 4; keer += 1) {
    const lijnen = await Promise.all(mensen.flatMap((wie) => [1, 2, 3].map(() => opentBord(h, wie))));
    for (const lijn of lijnen) await lijn.bij();
    expect(lijnen.map(({ sluitcode }) => sluitcode)).toEqual(lijnen.map(() => null));
    for (const lijn of lijnen) lijn.trekUit();
  }
});

test('ST6: twenty pages of one person open, come back after a restart, and whichever is looked at works', async () => {
  const h = await huishouden({ ...ECHT, plaatsen: { tom: null } });
  const tom = await h.als('tom');
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const open = () => Promise.all(Array.from({ length: 20 }, () => opentBord(h, tom)));
  for (const lijn of await open()) lijn.trekUit();
  const lijnen = await open();
  await lijnen.at(-1)?.bij();
  // Those that made place were told so, and nothing else.
  const codes = lijnen.map(({ sluitcode }) => sluitcode);
  expect(codes.filter((code) => code !== null && code !== 4409)).toEqual([]);
  expect(codes.filter((code) => code === null).length).toBeGreaterThanOrEqual(12);
  // One page after another is looked at.
  for (let n = 0; n < 20; n += 1) {
    const tekst = await (await opentBord(h, tom)).open(hulp.id);
    tekst.typ(hulp.veld, `bladzijde ${n}`);
    await tekst.opgeslagen();
    expect([tekst.einde, tekst.bevestigd]).toEqual([null, 1]);
  }
});

test('ST6: a conference of twelve who all type, as fast as people can', async () => {
  const h = await huishouden({ ...ECHT, plaatsen: SCHRIJVERS });
  const hulp = await tekstVan(h, 'tom', 'hulp');
  const mensen = await Promise.all(NAMEN.map((naam) => h.als(naam)));
  // Three of them have brought a second screen.
  const schermen = await Promise.all([...mensen, ...mensen.slice(0, 3)].map((wie) => opentBord(h, wie)));
  const teksten = await Promise.all(schermen.map((lijn) => lijn.open(hulp.id)));
  const typt = async (tekst: Synctekst, wie: number): Promise<void> => {
    for (let n = 0; n < 60; n += 1) {
      tekst.typ(hulp.veld, `${wie}.${n}`);
      tekst.stuurCursors([{ clientId: tekst.doc.clientID, klok: n + 1, staat: { cursor: null } }]);
      await tekst.opgeslagen();
    }
  };
  await Promise.all(teksten.map(typt));
  expect(teksten.map(({ einde, bevestigd }) => [einde, bevestigd])).toEqual(teksten.map(() => [null, 60]));
  expect(schermen.map(({ sluitcode }) => sluitcode)).toEqual(schermen.map(() => null));
});
