import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Contractfout } from '../../server/http/uitgaand.ts';
import { kanNiet, Weigering } from '../../server/kern/weigering.ts';
import { Lijn } from '../../server/lijnen/sync/lijn.ts';
import { CODES } from '../../shared/contract/codes.ts';
import { SLUITCODE } from '../../shared/sync/sluitcodes.ts';
import { huishouden, verwachtWeigering } from './huishouden.ts';
import { lijnVoorTest } from './sync/lijn.ts';

// The last net under the mask: what isn't exactly what the contract says goes to nobody. Each test makes the mistake.

const GEHEIM = 'een tijdperk dat niemand hoort te zien';
const BREEKT = { plaatsen: { tom: null }, breektContract: true } as const;

/** A fault for the operator that says where, and nothing of what stood there. */
function verwachtContractfout(fouten: readonly unknown[], waar: string): void {
  expect(fouten).toHaveLength(1);
  expect(fouten[0]).toBeInstanceOf(Contractfout);
  expect(String(fouten[0])).toContain(waar);
  expect(String(fouten[0])).not.toContain(GEHEIM);
}

describe('NK1: a field too many goes to nobody', () => {
  test('on a tile of the board', async () => {
    const { tafel, vraag } = await huishouden(BREEKT);
    const kop = tafel.app.plan.kop.bind(tafel.app.plan);
    tafel.app.plan.kop = (kijk) => ({
      ...kop(kijk),
      compartimenten: kop(kijk).compartimenten.map((tegel) => ({
        ...tegel,
        tijdperk: GEHEIM,
        makerId: null,
      })),
    });
    const antwoord = await vraag('fatima', 'GET');
    verwachtWeigering(antwoord, 500, 'storing');
    expect(antwoord.tekst).not.toContain(GEHEIM);
    verwachtContractfout(
      tafel.fouten,
      'casus.bord is not what the contract says: compartimenten.0 has too much: tijdperk, makerId',
    );
  });

  test('in the event of a kaart: who would have had it fetches the board', async () => {
    const { tafel, als, casusId, schrijf } = await huishouden(BREEKT);
    const tom = await (await als('tom')).live();
    await tom.volg(casusId);
    const nieuwsVoor = tafel.app.plan.nieuwsVoor.bind(tafel.app.plan);
    tafel.app.plan.nieuwsVoor = (kijk, gebeurtenis) =>
      nieuwsVoor(kijk, gebeurtenis).map((nieuws) =>
        'weg' in nieuws ? nieuws : { ...nieuws, kaart: { ...nieuws.kaart, makerId: GEHEIM } },
      );
    await schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x' });
    await tom.bij();
    expect(tom.ontvangen.filter(({ soort }) => soort !== 'aanwezig')).toEqual([
      { soort: 'zicht', bericht: { casusId } },
    ]);
    verwachtContractfout(tafel.fouten, 'kaart has too much: makerId');
  });

  test.each([
    ['in the list of casussen', 'GET', undefined],
    [
      'in a casus that was brought',
      'POST',
      {
        leden: [{ rol: 'moeder' }],
        zetel: 'participatie',
        waarvoor: 'samenhang',
        grondslag: 'participatiewet',
      },
    ],
  ])('%s', async (_, methode, body) => {
    const { tafel, als, casusId } = await huishouden(BREEKT);
    const fatima = await als('fatima');
    const { kijk } = tafel.app.toegang;
    tafel.app.toegang.kijk = (id, wie) => {
      const gezien = kijk.call(tafel.app.toegang, id, wie);
      if (gezien === null) return null;
      const leden = gezien.leden();
      gezien.leden = () => leden.map((lid) => ({ ...lid, naam: GEHEIM }));
      return gezien;
    };
    expect(casusId).not.toBe('');
    const antwoord = await fatima.verzoek(methode, '/casussen', body);
    verwachtWeigering(antwoord, 500, 'storing');
    expect(antwoord.tekst).not.toContain(GEHEIM);
    verwachtContractfout(tafel.fouten, 'leden.0 has too much: naam');
  });

  test('in the newer version that comes with a refusal', async () => {
    const { tafel, vraag, schrijf } = await huishouden(BREEKT);
    const { id } = await schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x' });
    const { wijzig } = tafel.app.plan;
    tafel.app.plan.wijzig = (...gegeven) => {
      try {
        return wijzig.apply(tafel.app.plan, gegeven);
      } catch (fout) {
        if (!(fout instanceof Weigering) || !fout.extra.kaart) throw fout;
        const kaart = { ...fout.extra.kaart, makerId: GEHEIM };
        throw new Weigering(409, 'versie_verouderd', fout.message, { extra: { kaart } });
      }
    };
    const antwoord = await vraag('fatima', 'PATCH', `/kaarten/${id}`, {
      versie: 'versie-van-eerst',
      titel: 'y',
    });
    verwachtWeigering(antwoord, 500, 'storing');
    expect(antwoord.tekst).not.toContain(GEHEIM);
    verwachtContractfout(
      tafel.fouten,
      'versie_verouderd is not what the contract says: kaart has too much: makerId',
    );
  });
});

describe('What the line of texts says', () => {
  test.each([
    ['in what may be opened there', 'zicht has too much', 'kanalen.0 has too much: geheim'],
    ['in that something is stored', 'opgeslagen', 'opgeslagen is not what the contract says'],
  ])('%s: a field too many reaches nobody, and that line ends', async (_, wat, melding) => {
    const h = await huishouden(BREEKT);
    const lijn = await lijnVoorTest(h.tafel.url, h.casusId, await h.als('fatima'));
    const plek = await h.plek('fatima', 'plan');
    const tekst = await lijn.open(plek);
    const ander = await lijnVoorTest(h.tafel.url, h.casusId, await h.als('tom'));
    const { meld } = Lijn.prototype;
    onTestFinished(() => void Object.assign(Lijn.prototype, { meld }));
    Lijn.prototype.meld = function (bericht) {
      if (this.wie.persoonId !== h.persoonId('fatima') || !wat.startsWith(bericht.type))
        return meld.call(this, bericht);
      const meer =
        bericht.type === 'zicht'
          ? { ...bericht, kanalen: bericht.kanalen.map((een) => ({ ...een, geheim: GEHEIM })) }
          : { ...bericht, geheim: GEHEIM };
      meld.call(this, meer);
    };

    if (wat.startsWith('zicht')) {
      const adres = await h.plek('fatima', 'adres', 'moeder');
      await h.vraag('fatima', 'POST', `/compartimenten/${adres}/openingen`);
    } else {
      const veld = (await h.bord('fatima')).velden.find(({ compartimentId }) => compartimentId === plek);
      tekst.typ(veld?.id ?? '', 'x');
    }

    await expect.poll(() => lijn.sluitcode).toBe(SLUITCODE.straksOpnieuw);
    expect(JSON.stringify(lijn.besturing)).not.toContain(GEHEIM);
    verwachtContractfout(h.tafel.fouten, melding);
    await ander.bij();
    expect(ander.sluitcode).toBe(null);
  });
});

describe('The codes', () => {
  test('should be told to the operator when a command is refused with one that its contract doesn’t name', async () => {
    const { tafel, vraag } = await huishouden(BREEKT);
    tafel.app.plan.bord = () => {
      throw kanNiet('te_veel_leden', 'Een huishouden heeft hier hooguit twintig leden.');
    };
    verwachtWeigering(await vraag('fatima', 'GET'), 422, 'te_veel_leden');
    verwachtContractfout(tafel.fouten, 'casus.bord was refused with te_veel_leden');
  });

  test('should each stand in docs/protocol.md, with the status that they go with', () => {
    const pagina = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
    const tabel = pagina.slice(pagina.indexOf('### Refusals'), pagina.indexOf('## Live'));
    const genoemd = [...tabel.matchAll(/^\| (\d{3}) \| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(
      ([, status, codes]) => [...String(codes).matchAll(/\w+/g)].map(([code]) => [code, Number(status)]),
    );
    expect(Object.fromEntries(genoemd)).toEqual(CODES);
    expect(genoemd).toHaveLength(Object.keys(CODES).length);
  });
});
