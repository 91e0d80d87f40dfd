import { describe, expect, test } from 'vitest';
import { RustigeLijst } from '../../../client/bord/rustige-lijst.ts';
import { wachtpunten } from '../../../client/bord/wacht.ts';
import { deelnemer, kijk } from './casus/opstelling.ts';

type Vak = 'open' | 'klaar';

function regels(...namen: readonly `${Vak}:${string}`[]) {
  return namen.map((naam) => {
    const [vak, id = ''] = naam.split(':');
    return { id, vak: vak === 'klaar' ? ('klaar' as const) : ('open' as const) };
  });
}

describe('een lijst waar iemand in is, blijft staan', () => {
  test('wat een ander verandert, komt pas op zijn plaats als niemand er meer in is', () => {
    const lijst = new RustigeLijst<Vak>();
    lijst.leg(regels('open:a', 'open:b', 'open:c'), () => false);

    const bezet = lijst.leg(regels('open:c', 'open:a', 'klaar:b'), () => true);
    expect(bezet).toEqual(regels('open:a', 'open:b', 'open:c'));

    const vrij = lijst.leg(regels('open:c', 'open:a', 'klaar:b'), () => false);
    expect(vrij).toEqual(regels('open:c', 'open:a', 'klaar:b'));
  });

  test('iets nieuws komt onderaan; wat weg is, is weg', () => {
    const lijst = new RustigeLijst<Vak>();
    lijst.leg(regels('open:a', 'open:b', 'open:c'), () => false);

    expect(lijst.leg(regels('open:nieuw', 'open:a', 'open:c'), () => true)).toEqual(
      regels('open:a', 'open:c', 'open:nieuw'),
    );
  });

  test('alleen wat net is afgevinkt houdt zijn plaats; de rest gaat waar het hoort', () => {
    const lijst = new RustigeLijst<Vak>();
    lijst.leg(regels('open:a', 'open:b', 'open:c'), () => false);

    expect(lijst.leg(regels('open:c', 'open:a', 'klaar:b'), (id) => id === 'b')).toEqual(
      regels('open:c', 'open:b', 'open:a'),
    );
  });
});

describe('een casus waar nog niemand anders aan meedoet', () => {
  const ik = (regisseur: boolean) => deelnemer('ik', { zetel: 'participatie', regisseur });
  const soorten = (deelnemers: Parameters<typeof kijk>[0]['deelnemers']) =>
    wachtpunten(kijk({ ...(deelnemers && { deelnemers }) }), { isGevuld: () => false }).map(
      ({ soort }) => soort,
    );

  test('heeft voor wie de regie heeft een volgende stap, tot er iemand is', () => {
    expect(soorten([ik(true)])).toContain('alleen');
    expect(soorten([ik(true), deelnemer('tom')])).not.toContain('alleen');
  });

  test('NK20: wie de regie niet heeft, weet niet of er iemand is, en leest er niets over', () => {
    expect(soorten([ik(false)])).not.toContain('alleen');
  });
});
