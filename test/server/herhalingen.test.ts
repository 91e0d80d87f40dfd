import { describe, expect, test } from 'vitest';
import type { Regel } from '../../server/logboek/logboek.ts';
import { type Huishouden, huishouden, NIEMAND } from './huishouden.ts';
import { metDeHand } from './secondewijzer.ts';
import { Opslag } from './sync/storing.ts';
import { herstartbaar } from './sync/tekst.ts';

// ST10: the first look, or refusal, of a kind in a session is a line at once; its repeats are one closing line.

const MINUUT = 60_000;

type Leesbaar = Extract<Regel, { readonly leesbaar: true }>;

function regels({ tafel }: Huishouden): Leesbaar[] {
  return tafel.app.logboek.lees().flatMap((regel) => (regel.leesbaar ? [regel] : []));
}

function van(h: Huishouden, handeling: string): Leesbaar[] {
  return regels(h).filter((regel) => regel.handeling === handeling);
}

/** What is counted on disk and not told yet. */
function opSchijf({ tafel }: Huishouden): number[] {
  return tafel.database.sqlite.prepare<[], number>('select keer from herhalingen').pluck().all();
}

/** What only the regisseur may ask. */
const weigering = async (h: Huishouden) => await h.vraag('ali', 'GET', '/kandidaten');

describe('ST10: a refusal', () => {
  test('is a line at once the first time, and one closing line for its repeats when the session ends', async () => {
    metDeHand();
    const h = await huishouden({ plaatsen: { ali: ['moeder'] } });
    await weigering(h);
    const begin = h.tafel.klok.nu;
    expect(van(h, 'geweigerd')).toMatchObject([
      {
        op: begin,
        persoonId: h.persoonId('ali'),
        deelnemerId: h.zetelVan('ali'),
        zetel: 'wmo',
        casusId: h.casusId,
        regel: 'alleen_regisseur',
        betreft: { leden: Object.values(h.leden) },
        bijzonderheden: { opdracht: 'get /casussen/{casusId}/kandidaten' },
      },
    ]);

    for (const na of [MINUUT, 2 * MINUUT, 3 * MINUUT]) {
      h.tafel.klok.nu = begin + na;
      expect((await weigering(h)).status).toBe(403);
    }
    expect(van(h, 'geweigerd')).toHaveLength(1);
    await (await h.als('ali')).verzoek('DELETE', '/sessies/huidige');

    const [eerste] = van(h, 'geweigerd');
    expect(van(h, 'herhaald')).toMatchObject([
      {
        op: begin + 3 * MINUUT,
        persoonId: h.persoonId('ali'),
        sessieId: eerste?.sessieId,
        casusId: h.casusId,
        regel: 'alleen_regisseur',
        betreft: eerste?.betreft,
        bijzonderheden: {
          nummer: eerste?.nummer,
          handeling: 'geweigerd',
          keer: 3,
          eerste: begin + MINUUT,
          laatste: begin + 3 * MINUUT,
          minstens: false,
        },
      },
    ]);
    // Before the line that says that it ended.
    expect(
      regels(h)
        .slice(-2)
        .map(({ handeling }) => handeling),
    ).toEqual(['herhaald', 'afgemeld']);
  });

  test('of another command, of another code, about somebody else or in another session is another kind', async () => {
    metDeHand();
    const h = await huishouden({ plaatsen: { ali: ['moeder'], sanne: null } });
    const { moeder, kind1 } = h.leden;
    const vader = async () => await h.vraag('sanne', 'PATCH', `/leden/${moeder}`, { rol: 'vader' });
    await vader();
    await h.vraag('sanne', 'PATCH', `/leden/${kind1}`, { rol: 'vader' });
    await h.vraag('sanne', 'DELETE', `/leden/${moeder}`);
    await h.vraag('ali', 'DELETE', `/leden/${kind1}`);
    await (await h.tafel.meldAan(h.persoonId('sanne'))).verzoek('DELETE', `${h.pad}/leden/${moeder}`);
    await vader();

    expect(
      van(h, 'geweigerd').map(({ persoonId, regel, betreft }) => [persoonId, regel, betreft.leden]),
    ).toEqual([
      [h.persoonId('sanne'), 'alleen_regisseur', [moeder]],
      [h.persoonId('sanne'), 'alleen_regisseur', [kind1]],
      [h.persoonId('sanne'), 'alleen_regisseur', [moeder]],
      [h.persoonId('ali'), 'niet_gevonden', [kind1]],
      [h.persoonId('sanne'), 'alleen_regisseur', [moeder]],
    ]);
  });

  test('of ids that somebody guesses is of one kind, however many; of what is there, each is told', async () => {
    metDeHand();
    const h = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const { id } = await h.schrijf('fatima', 'plan', 'kind1', { soort: 'doel', titel: 'Zwemmen' });
    const raad = async (kaartId: string) => await h.vraag('ali', 'DELETE', `/kaarten/${kaartId}?versie=1`);
    for (let n = 0; n < 5; n += 1) await raad(`${n}${NIEMAND.slice(1)}`);
    await raad(id);

    expect(van(h, 'geweigerd')).toMatchObject([
      {
        compartiment: null,
        bijzonderheden: { gevraagd: { casusId: h.casusId, kaartId: `0${NIEMAND.slice(1)}` } },
      },
      { compartiment: { categorie: 'plan', lidId: h.leden.kind1 }, betreft: { leden: [h.leden.kind1] } },
    ]);
    // A casus that isn't there has no record of its own.
    await (await h.als('ali')).verzoek('GET', `/casussen/${NIEMAND}`);
    expect(van(h, 'geweigerd').at(-1)).toMatchObject({
      casusId: null,
      bijzonderheden: { gevraagd: { casusId: NIEMAND } },
    });
  });
});

describe('ST10: a look', () => {
  test('at the board and at a part is a line once a session; its repeats are counted', async () => {
    metDeHand();
    const h = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const adres = await h.plek('fatima', 'adres', 'moeder');
    const alles = async () => {
      await h.bord('ali');
      await h.vraag('fatima', 'POST', `/compartimenten/${adres}/openingen`);
    };
    await alles();
    const toen = regels(h).length;
    await alles();
    await alles();
    expect(regels(h)).toHaveLength(toen);

    for (const naam of ['ali', 'fatima'] as const)
      await (await h.als(naam)).verzoek('DELETE', '/sessies/huidige');

    const herhaald = regels(h).flatMap((regel) =>
      regel.handeling === 'herhaald' ? [[regel.bijzonderheden.handeling, regel.bijzonderheden.keer]] : [],
    );
    expect(herhaald).toEqual(
      expect.arrayContaining([
        ['bord_geopend', 2],
        ['geopend', 2],
      ]),
    );
  });
});

describe('ST10: what was counted', () => {
  test('is on disk within a second, and told after a quiet while, by the clock', async () => {
    const seconde = metDeHand();
    const h = await huishouden({ plaatsen: { ali: ['moeder'] } });
    const begin = h.tafel.klok.nu;
    for (let n = 0; n < 4; n += 1) await weigering(h);
    expect(opSchijf(h)).toEqual([]);
    seconde();
    expect(opSchijf(h)).toEqual([3]);
    await weigering(h);
    seconde();
    expect(opSchijf(h)).toEqual([4]);
    h.tafel.klok.nu = begin + 15 * MINUUT - 1;
    seconde();
    expect(van(h, 'herhaald')).toEqual([]);

    h.tafel.klok.nu = begin + 15 * MINUUT;
    seconde();

    expect(van(h, 'herhaald')).toMatchObject([{ op: begin + 15 * MINUUT, bijzonderheden: { keer: 4 } }]);
    expect(opSchijf(h)).toEqual([]);
    // Still the same session: what comes now is counted anew.
    await weigering(h);
    h.tafel.klok.nu += 15 * MINUUT;
    seconde();
    expect(van(h, 'geweigerd')).toHaveLength(1);
    expect(van(h, 'herhaald').map(({ bijzonderheden }) => bijzonderheden)).toMatchObject([
      { keer: 4 },
      { keer: 1 },
    ]);
  });

  test('is told when the session is over by the clock', async () => {
    const seconde = metDeHand();
    const h = await huishouden({ plaatsen: { ali: ['moeder'] } });
    await weigering(h);
    h.tafel.klok.nu += 12 * 60 * MINUUT - 1;
    await weigering(h);
    seconde();
    expect([opSchijf(h), van(h, 'herhaald')]).toEqual([[1], []]);
    h.tafel.klok.nu += 1;
    seconde();
    expect(van(h, 'herhaald')).toMatchObject([{ bijzonderheden: { keer: 1 } }]);
  });

  test('is told when the process stops, and the next one counts on', async () => {
    metDeHand();
    const { h, herstart } = await herstartbaar({ ali: ['moeder'] });
    for (let n = 0; n < 3; n += 1) await weigering(h);
    const na = await herstart();
    expect(van(na, 'herhaald')).toMatchObject([{ bijzonderheden: { keer: 2, minstens: false } }]);
    expect(van(na, 'onderbroken')).toEqual([]);
    await weigering(na);
    expect(van(na, 'geweigerd')).toHaveLength(1);
    const later = await herstart();
    expect(van(later, 'herhaald').map(({ bijzonderheden }) => bijzonderheden)).toMatchObject([
      { keer: 2 },
      { keer: 1 },
    ]);
  });

  test('stays in memory while the disk fails, and is told when it works again', async () => {
    const seconde = metDeHand();
    const opslag = new Opslag();
    const h = await huishouden({
      plaatsen: { ali: ['moeder'] },
      database: (echt) => opslag.om(echt),
    });
    await weigering(h);
    opslag.storing = 'SQLITE_IOERR_WRITE';
    expect((await weigering(h)).status).toBe(403);
    seconde();
    expect((await weigering(h)).status).toBe(403);
    opslag.storing = null;
    seconde();
    expect(opSchijf(h)).toEqual([2]);
    await (await h.als('ali')).verzoek('DELETE', '/sessies/huidige');
    expect(van(h, 'herhaald')).toMatchObject([{ bijzonderheden: { keer: 2 } }]);
  });

  test('is not lost with a sign-out that can’t be written', async () => {
    metDeHand();
    const opslag = new Opslag();
    const h = await huishouden({ plaatsen: { ali: ['moeder'] }, database: (echt) => opslag.om(echt) });
    for (let n = 0; n < 3; n += 1) await weigering(h);
    const ik = await h.als('ali');
    opslag.storing = 'SQLITE_IOERR_FSYNC';
    expect((await ik.verzoek('DELETE', '/sessies/huidige')).status).toBe(503);
    opslag.storing = null;
    h.tafel.fouten.length = 0;
    expect(van(h, 'herhaald')).toEqual([]);
    h.tafel.app.stappen.doe(() => h.tafel.app.logboek.sluitSessie(van(h, 'geweigerd')[0]?.sessieId ?? ''));
    expect(van(h, 'herhaald')).toMatchObject([{ bijzonderheden: { keer: 2 } }]);
  });
});
