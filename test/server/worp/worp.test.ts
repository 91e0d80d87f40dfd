import { expect, onTestFinished, test } from 'vitest';
import { Doc } from 'yjs';
import { huishoudenAan } from '../huishouden.ts';
import { tafelVoorTest } from '../opstelling.ts';
import { maakProcesregisseur } from '../overleg.ts';
import { metDeHand } from '../secondewijzer.ts';
import { lijnVoorTest, Synclijn, vervolg } from '../sync/lijn.ts';
import { tekstVan } from '../sync/tekst.ts';
import { HANDELINGEN, type Slachtoffer } from './handelingen.ts';
import { Worp } from './worp.ts';

/** How many calls throw of each thing that happens, and of each way in at least two; `alle`: each of them, one at a time. */
const WORPEN = process.env.WORPEN ?? '16';

/** A server at which things go wrong in one household, and people of another who notice nothing. */
async function begin() {
  const tik = metDeHand();
  const worp = new Worp();
  const tafel = await tafelVoorTest({
    database: (echt) => worp.om(echt),
    omgeving: (echt) => worp.omOmgeving(echt),
  });
  const h = await huishoudenAan(tafel, { tom: null, sanne: null, ali: ['moeder'], pieter: ['moeder'] });
  maakProcesregisseur(h, 'bram');
  for (const naam of ['fatima', 'inge', 'tom', 'sanne', 'ali', 'pieter', 'greta', 'bram'] as const)
    await h.als(naam);
  const ander = await huishoudenAan(tafel, { tom: null });
  const plaats = await tekstVan(ander, 'tom', 'hulp');
  // It says by itself that it is there, while nothing throws: what its own sign of life throws would end it.
  const { cookie } = await ander.als('tom');
  const lijn = await new Synclijn(tafel.url, ander.casusId, cookie, {}, '', { autoPong: false }).klaar();
  onTestFinished(() => lijn.trekUit());
  const tekst = await lijn.open(plaats.id);
  const live = await (await ander.als('fatima')).live();
  await live.volg(ander.casusId);
  let letters = 0;
  const typAnders = (): void => {
    letters += 1;
    // Where no time goes by, a line may have 200 changes at once (SY10).
    if (letters % 150 === 0) tafel.klok.nu += 3_000;
    tekst.typ(plaats.veld, `letter ${letters}`);
  };
  let vorige: string | null = null;
  const tomHier = await h.als('tom');
  const slachtoffer: Slachtoffer = {
    h,
    doc: new Doc(),
    lijn: async () => {
      const { naam, vraag } = vervolg(vorige);
      vorige = naam;
      return await lijnVoorTest(tafel.url, h.casusId, tomHier, vraag);
    },
    hulp: await tekstVan(h, 'tom', 'hulp'),
    tom: tomHier,
    tik,
    isGelukt: ({ status, tekst: wat }) => {
      if (status >= 300 && !worp.isBezig) throw new Error(wat);
      return status < 300;
    },
  };
  /** The others type on in the same document, over the same line, and their board is told as ever. */
  const anderenMerkenNiets = async (): Promise<void> => {
    lijn.socket.pong();
    typAnders();
    await tekst.opgeslagen();
    expect([tekst.einde, lijn.sluitcode, tekst.bevestigd]).toEqual([null, null, letters]);
    expect(live.socket.connected).toBe(true);
    expect((await ander.vraag('fatima', 'GET', '')).status).toBe(200);
  };
  /** What failed for this household passes. */
  const gaatWeer = async (): Promise<void> => {
    expect((await slachtoffer.tom.verzoek('GET', h.pad)).status).toBe(200);
    const weer = await slachtoffer.lijn();
    const hier = await weer.open(slachtoffer.hulp.id, slachtoffer.doc);
    hier.typ(slachtoffer.hulp.veld, 'weer');
    await hier.opgeslagen();
    expect([hier.einde, hier.bevestigd]).toEqual([null, 1]);
    weer.trekUit();
  };
  return { tafel, worp, slachtoffer, ander: { tekst, typ: typAnders }, anderenMerkenNiets, gaatWeer };
}

test.each(Object.entries(HANDELINGEN))(
  'ST4: whichever call throws when somebody %s, no other casus notices and the process lives',
  async (_, doe) => {
    const { tafel, worp, slachtoffer, anderenMerkenNiets, gaatWeer } = await begin();
    // The second time is as all after it: a line follows on one before.
    await doe(slachtoffer);
    worp.begin(0);
    await doe(slachtoffer);
    const ingangen = [...worp.ingangen];
    expect(ingangen).not.toEqual([]);
    expect(tafel.fouten).toEqual([]);
    await anderenMerkenNiets();

    let geworpen = 0;
    for (const bij of gekozen(ingangen)) {
      worp.begin(bij);
      await doe(slachtoffer);
      if (worp.isGeworpen) geworpen += 1;
      worp.begin(0);
      await anderenMerkenNiets();
      await gaatWeer();
    }

    expect(geworpen).toBeGreaterThan(0);
    expect(tafel.schijffouten).toEqual([]);
  },
  WORPEN === 'alle' ? 1_800_000 : 300_000,
);

test('ST4: of what comes in one tick, the letter for which something throws is taken back whole, and the others’ are kept', async () => {
  const { tafel, worp, slachtoffer, ander } = await begin();
  const { hulp } = slachtoffer;
  const raakt = (wat: readonly unknown[]): boolean =>
    wat.some((een) => een === hulp.id || (een instanceof Object && Object.values(een).includes(hulp.id)));
  const rijen = (): unknown[] =>
    ['tekstwijzigingen', 'tekstauteurs'].map((tabel) =>
      tafel.database.sqlite
        .prepare(`select count(*) from ${tabel} where compartiment_id = ?`)
        .pluck()
        .get(hulp.id),
    );
  const alsOp = async (bij: number): Promise<number> => {
    // Somebody who has not written before: who writes is stored as well.
    const tekst = await (await slachtoffer.lijn()).open(hulp.id);
    const vooraf = rijen();
    worp.begin(bij, raakt);
    // Both wait for the same tick.
    tekst.typ(hulp.veld, `keer ${bij}`);
    ander.typ();
    await Promise.all([tekst.opgeslagen(), ander.tekst.opgeslagen()]);
    const aantal = worp.aantal;
    worp.begin(0);
    if (bij > 0) {
      expect(tekst.einde).toEqual({ type: 'sluit', kanaal: tekst.kanaal, code: 4513 });
      expect(rijen()).toEqual(vooraf);
    }
    expect([ander.tekst.einde, ander.tekst.bevestigd]).toEqual([null, ander.tekst.verstuurd]);
    tekst.lijn.trekUit();
    return aantal;
  };
  const aantal = await alsOp(0);
  expect(aantal).toBeGreaterThan(2);
  for (let bij = 1; bij <= aantal; bij += 1) await alsOp(bij);
});

/** Which calls throw: of each way in some, spread over all that came by it; or all. */
function gekozen(ingangen: readonly string[]): number[] {
  const perIngang = new Map<string, number[]>();
  for (const [n, ingang] of ingangen.entries())
    perIngang.set(ingang, [...(perIngang.get(ingang) ?? []), n + 1]);
  const perStuk = WORPEN === 'alle' ? ingangen.length : Math.max(2, Number(WORPEN) / perIngang.size);
  return [...perIngang.values()].flatMap((alle) => {
    const stap = Math.max(1, alle.length / perStuk);
    return alle.filter((_, n) => Math.floor(n / stap) !== Math.floor((n - 1) / stap));
  });
}
