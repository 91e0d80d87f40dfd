import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Contractfout } from '../../server/http/uitgaand.ts';
import { kanNiet, Weigering } from '../../server/kern/weigering.ts';
import { CODES } from '../../shared/contract/codes.ts';
import { huishouden, verwachtWeigering } from './huishouden.ts';

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
