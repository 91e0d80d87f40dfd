import { describe, expect, test } from 'vitest';
import { startProduct } from '../opstelling.ts';
import { Tafel } from './tafel.ts';
import { Verslaglegger } from './verslag.ts';
import { oordeelZinnen, type Zin } from './zinnen.ts';

// Three people write the report of a meeting in one text, restructuring all the time, one of them in a train.
//
//   MINUTEN=10 npx vitest run --project browser test/browser/rondes/vergadering
//
// One of the others composes some sentences word by word, as on a phone; with TELEFOON=allen all three do.

const { MINUTEN, TELEFOON } = process.env;
const LIJNEN_MS = [3, 20, 120] as const;
const BEGIN = [
  '# B101 Verslag van het overleg.',
  'B102 Moeder en de klantmanager zijn er.',
  '# B103 Wat er speelt.',
  '- B104 De huur is laat betaald.',
  '- B105 Kind 1 gaat weer naar school.',
  '# B106 Wat we afspreken.',
  'B107 Over zes weken komen we weer bij elkaar.',
];

const toeval = (n: number): number => Math.floor(Math.random() * n);

function beginzinnen(): Zin[] {
  const teksten = BEGIN.map((regel) => regel.replace(/^(- |# )/, ''));
  const codes = teksten.map((tekst) => tekst.split(' ')[0] ?? '');
  return teksten.map((tekst, n) => ({
    code: codes[n] ?? '',
    tekst,
    links: codes.slice(0, n),
    rechts: codes.slice(n + 1),
  }));
}

test.skipIf(MINUTEN === undefined)(
  'TX1–TX9: na een vergadering staat elke zin waar wie hem schreef hem zette',
  { timeout: (Number(MINUTEN) + 5) * 60_000 },
  async () => {
    const product = await startProduct();
    const tafel = await Tafel.open(product);
    await tafel.begin({ begin: BEGIN, carets: [] });
    const [fatima, tom, sanne] = tafel.schrijvers;
    tafel.schrijvers.forEach(({ lijn }, n) => {
      lijn.zet(LIJNEN_MS[n] ?? 0);
    });
    const mensen = [
      // Who set the table, and can take that back.
      new Verslaglegger(fatima, 'F', toeval, { opTelefoon: TELEFOON === 'allen', eerder: beginzinnen() }),
      new Verslaglegger(tom, 'T', toeval, { opTelefoon: true }),
      new Verslaglegger(sanne, 'S', toeval, { opTelefoon: TELEFOON === 'allen' }),
    ] as const;
    const tot = performance.now() + Number(MINUTEN) * 60_000;
    let tunnels = 0;
    await Promise.all(
      mensen.map(async (een, n) => {
        while (performance.now() < tot) {
          const isInTunnel = n === 2 && toeval(4) === 0;
          if (isInTunnel) {
            tunnels += 1;
            sanne.lijn.valWeg();
            for (let beurten = toeval(4); beurten > 0; beurten -= 1) await een.beurt();
          }
          await een.beurt();
          if (isInTunnel) sanne.lijn.herstel();
        }
      }),
    );
    await sanne.page.evaluate(() => window.dispatchEvent(new Event('online')));
    tafel.zetLijnen(0);

    const { schermen, fouten } = await tafel.wachtOpGelijk();
    const regels = schermen[0]?.regels ?? [];
    const zinnen = [...beginzinnen(), ...mensen.flatMap((een) => een.zinnen)];
    const opnieuw = new Set(mensen.flatMap((een) => [...een.opnieuw]));
    console.log(
      `${MINUTEN} minuten: ${zinnen.length} zinnen in ${regels.length} regels, ${opnieuw.size} ervan teruggenomen en weer gezet; ${tunnels} keer zonder lijn`,
    );
    for (const { gedaan } of mensen) console.log(Object.fromEntries(gedaan));
    expect(fouten).toEqual([]);
    expect(schermen.map(({ herstellingen }) => herstellingen)).toEqual([0, 0, 0]);
    expect(tafel.paginafouten).toEqual([]);
    expect(oordeelZinnen(zinnen, opnieuw, regels)).toEqual([]);
    // What was saved is there when the server's power failed right after it.
    await product.valUit();
    await product.komTerug();
    expect(await tafel.leesVers()).toBe(schermen[0]?.document);
    await tafel.sluit();
    await product.sluit();
  },
);

describe('wat het oordeel over een verslag ziet', () => {
  const [b1, b2, b3] = ['B101 Een.', 'B102 Twee.', 'B103 Drie.'];
  const zinnen: readonly Zin[] = [
    { code: 'B101', tekst: b1, links: [], rechts: ['B103'] },
    { code: 'B103', tekst: b3, links: ['B101'], rechts: [] },
    { code: 'B102', tekst: b2, links: ['B101'], rechts: ['B103'] },
  ];
  const niemand = new Set<string>();

  test('niets, als elke zin staat waar hij begon, hoe de regels ook lopen', () => {
    expect(oordeelZinnen(zinnen, niemand, ['B101 Een.B102', ' Twee.', '', 'B103 Drie.'])).toEqual([]);
  });

  test.each([
    ['een zin die ergens anders staat', [b2, b1, b3]],
    ['een zin die weg is', [b1, b3]],
    ['een zin die er twee keer staat', [b1, b2, b2, b3]],
    ['een zin waar een andere doorheen staat', ['B101 Een.B102 TwB103 Drie.ee.']],
    ['een letter te weinig', ['B101 Een.B102 Tee.B103 Drie.']],
    ['een letter te veel', ['B101 Een.B102 Twee.xB103 Drie.']],
  ])('%s', (_wat, regels) => {
    expect(oordeelZinnen(zinnen, niemand, regels)).not.toEqual([]);
  });

  test('van een zin die is teruggenomen en weer gezet alleen of hij er heel is', () => {
    const opnieuw = new Set(['B103']);
    expect(oordeelZinnen(zinnen, opnieuw, [b1, b3, b2])).toEqual([]);
    expect(oordeelZinnen(zinnen, opnieuw, [b1, 'B103 Dr', b2, 'ie.'])).not.toEqual([]);
    expect(oordeelZinnen(zinnen, opnieuw, [b1, 'B103 Dr', b2])).not.toEqual([]);
    expect(oordeelZinnen(zinnen, opnieuw, [b1, b3, b3, b2])).not.toEqual([]);
  });
});
