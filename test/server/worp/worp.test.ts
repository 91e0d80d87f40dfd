import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Doc } from 'yjs';
import { huishoudenAan } from '../huishouden.ts';
import { tafelVoorTest } from '../opstelling.ts';
import { metDeHand } from '../secondewijzer.ts';
import { lijnVoorTest, vervolg } from '../sync/lijn.ts';
import { lijnVan, tekstVan } from '../sync/tekst.ts';
import { HANDELINGEN, type Slachtoffer } from './handelingen.ts';
import { Worp } from './worp.ts';

/** How many calls throw of each thing that happens; `alle`: each of them, one at a time. */
const WORPEN = process.env.WORPEN ?? '16';

/** A server at which things go wrong in one household, and people of another who notice nothing. */
async function begin() {
  const tik = metDeHand();
  const worp = new Worp();
  const tafel = await tafelVoorTest({
    database: (echt) => worp.om(echt),
    ids: worp.omIds({ id: () => randomUUID(), willekeur: (aantal) => randomBytes(aantal) }),
  });
  const h = await huishoudenAan(tafel, { tom: null });
  for (const naam of ['fatima', 'inge', 'tom'] as const) await h.als(naam);
  const ander = await huishoudenAan(tafel, { tom: null });
  const plaats = await tekstVan(ander, 'tom', 'hulp');
  const lijn = await lijnVan(ander, 'tom');
  const tekst = await lijn.open(plaats.id);
  const live = await (await ander.als('fatima')).live();
  await live.volg(ander.casusId);
  let letters = 0;
  const typAnders = (): void => {
    letters += 1;
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
  return { tafel, worp, slachtoffer, anderenMerkenNiets, gaatWeer };
}

test.each(Object.entries(HANDELINGEN))(
  'ST4: whichever call throws when somebody %s, no other casus notices and the process lives',
  async (_, doe) => {
    const { tafel, worp, slachtoffer, anderenMerkenNiets, gaatWeer } = await begin();
    worp.begin(0);
    await doe(slachtoffer);
    const aantal = worp.aantal;
    expect(aantal).toBeGreaterThan(0);
    expect(tafel.fouten).toEqual([]);
    await anderenMerkenNiets();

    let geworpen = 0;
    for (const bij of gekozen(aantal)) {
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
  WORPEN === 'alle' ? 110_000 : 90_000,
);

/** Which calls throw: spread over all of them, others in each run of the long form. */
function gekozen(aantal: number): number[] {
  const alle = Array.from({ length: aantal }, (_, n) => n + 1);
  if (WORPEN === 'alle') return alle;
  const stap = Math.max(1, Math.floor(aantal / Number(WORPEN)));
  return alle.filter((n) => n % stap === Math.floor(stap / 2));
}
