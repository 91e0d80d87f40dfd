import { describe, expect, test } from 'vitest';
import { Beslisser } from '../../../shared/need-to-know/beslissing.ts';
import type { CasusFeiten, CompartimentFeit, DeelnemerFeit } from '../../../shared/need-to-know/feiten.ts';
import { laadMatrix } from '../../../shared/need-to-know/matrix.ts';
import { Moment, type Periode } from '../../../shared/need-to-know/moment.ts';
import { isBekend, kentBijNaam, kentLid } from '../../../shared/need-to-know/namen.ts';
import { bronhoudersVan, publiekVoor, vragenAan } from '../../../shared/need-to-know/publiek.ts';
import { STANDAARDMATRIX } from '../../../shared/need-to-know/standaardmatrix.ts';
import { verklaar } from '../../../shared/need-to-know/uitleg.ts';
import { zichtVan } from '../../../shared/need-to-know/zicht.ts';
import { ALTIJD, allenBevestigd, gedeeld, nood, recht, uitsluiting, van, zit } from '../../bouw/feiten.ts';

/**
 * One example or more for each rule of need-to-know.md that the engine decides, under the default matrix, in a
 * household of a moeder and a kind.
 */

const regels = laadMatrix(STANDAARDMATRIX);
const NU = 1_000;
const NIEMAND: ReadonlySet<string> = new Set();
const plan = gedeeld('plan', null);

describe('NK1: wie niet meedoet, krijgt niets', () => {
  test.each<[string, Partial<DeelnemerFeit>, string]>([
    ['nog niet begonnen', { van: NU + 1 }, 'verborgen'],
    ['begint nu', { van: NU }, 'schrijven'],
    ['laatste milliseconde', { tot: NU + 1 }, 'schrijven'],
    ['nu afgelopen', { tot: NU }, 'verborgen'],
  ])('NK1: %s', (_, periode, niveau) => {
    const jeugd = zit('jeugd', periode);
    expect(tafel({ deelnemers: [jeugd] }).niveau(jeugd, plan)).toBe(niveau);
  });

  test('NK1: een regisseur van wie het meedoen is afgelopen, ook niet, ook niet met een recht', () => {
    const oud = zit('participatie', { regisseur: true, tot: NU });
    const beslisser = tafel({ deelnemers: [oud], rechten: [recht(oud, plan)] });
    expect(zichtVan(beslisser, oud)).toEqual([]);
    expect(beslisser.niveau(oud, plan)).toBe('verborgen');
  });

  test('NK1: een zetel of een categorie die de matrix niet kent, geeft niets', () => {
    const onbekend = zit('politie');
    const jeugd = zit('jeugd');
    const beslisser = tafel({ deelnemers: [onbekend, jeugd] });
    expect(zichtVan(beslisser, onbekend)).toEqual([]);
    expect(beslisser.niveau(jeugd, { ...plan, categorie: 'strafblad' })).toBe('verborgen');
  });
});

describe('NK2: rolnamen van leden voor wie je meedoet', () => {
  test('NK2: voor het huishouden alle, voor genoemde leden die, de regisseur alle', () => {
    const voorKind = zit('jeugd', { lidIds: ['kind'] });
    expect([kentLid(zit('jeugd'), 'moeder'), kentLid(zit('jeugd'), 'kind')]).toEqual([true, true]);
    expect([kentLid(voorKind, 'moeder'), kentLid(voorKind, 'kind')]).toEqual([false, true]);
    expect(kentLid({ ...voorKind, regisseur: true }, 'moeder')).toBe(true);
  });
});

describe('NK3: wat het niveau bepaalt', () => {
  test('NK3: onderwerp: wie alleen voor het kind meedoet, weet niet van moeder en wel van het huishouden', () => {
    const jeugd = zit('jeugd', { lidIds: ['kind'] });
    const beslisser = tafel({ deelnemers: [jeugd] });
    expect(beslisser.niveau(jeugd, planVan('kind'))).toBe('schrijven');
    expect(beslisser.niveau(jeugd, planVan('moeder'))).toBe('verborgen');
    expect(beslisser.niveau(jeugd, plan)).toBe('schrijven');
  });

  test('NK3: onderwerp: de regisseur die voor het kind meedoet, weet van moeder alleen dat het er is', () => {
    const regisseur = zit('jeugd', { regisseur: true, lidIds: ['kind'] });
    const beslisser = tafel({ deelnemers: [regisseur] });
    expect(beslisser.niveau(regisseur, planVan('moeder'))).toBe('dat');
    expect(beslisser.niveau(regisseur, planVan('kind'))).toBe('schrijven');
  });

  test('NK3: organisatie: S is van de eigen organisatie, van een ander is het dat; L geldt bij ieder', () => {
    const ggz = zit('gezondheidszorg', { organisatieId: 'ggz' });
    const schuldhulp = zit('schuldhulp', { organisatieId: 'gemeente' });
    const beslisser = tafel({ deelnemers: [ggz, schuldhulp] });
    expect(beslisser.niveau(ggz, van('gezondheid', 'ggz', 'moeder'))).toBe('schrijven');
    expect(beslisser.niveau(ggz, van('gezondheid', 'huisarts', 'moeder'))).toBe('dat');
    expect(beslisser.niveau(schuldhulp, van('wonen', 'corporatie', null))).toBe('lezen');
  });

  test('NK3: gezin: alleen wat over henzelf gaat, ook als het meedoen breder is', () => {
    const moeder = zit('gezin', { alsLidId: 'moeder' });
    const beslisser = tafel({ deelnemers: [moeder] });
    const verhaal = (lidId: string) => gedeeld('inwoner', lidId);
    expect(beslisser.niveau(moeder, verhaal('moeder'))).toBe('schrijven');
    expect(beslisser.niveau(moeder, verhaal('kind'))).toBe('verborgen');
    expect(beslisser.niveau(moeder, plan)).toBe('lezen');
    expect(beslisser.niveau(moeder, gedeeld('plan', 'kind'))).toBe('verborgen');
  });

  test('NK3: een recht begint, loopt en eindigt op de klok', () => {
    const wonen = zit('wonen');
    const bij = (periode: Periode) =>
      tafel({ deelnemers: [wonen], rechten: [recht(wonen, plan, 'lezen', periode)] }).niveau(wonen, plan);
    expect(bij({ van: NU + 1, tot: null })).toBe('dat');
    expect(bij({ van: NU, tot: NU + 1 })).toBe('lezen');
    expect(bij({ van: 0, tot: NU })).toBe('dat');
  });

  test('NK3: een recht brengt ook iemand binnen voor wie het verborgen was', () => {
    const wonen = zit('wonen');
    const kaart = van('gezondheid', 'ggz', 'moeder');
    expect(tafel({ deelnemers: [wonen] }).niveau(wonen, kaart)).toBe('verborgen');
    expect(tafel({ deelnemers: [wonen], rechten: [recht(wonen, kaart)] }).niveau(wonen, kaart)).toBe('lezen');
  });

  test('NK3: een concept is van zijn maker en van niemand anders, ook niet van de regisseur', () => {
    const maker = zit('wonen');
    const regisseur = zit('participatie', { regisseur: true });
    const concept = { ...gedeeld('concept', null), makerId: maker.persoonId };
    const beslisser = tafel({
      deelnemers: [maker, regisseur],
      compartimenten: [concept],
      rechten: [recht(regisseur, concept)],
      noodtoegangen: [nood(regisseur, concept)],
    });
    expect(beslisser.niveau(maker, concept)).toBe('schrijven');
    expect(beslisser.beslis(regisseur, concept)).toEqual({ niveau: 'verborgen', noodkaart: false });
  });

  test('NK21: een concept over een tekst is van zijn maker zolang die de tekst leest, en weg als de tekst weg is', () => {
    const maker = zit('jeugd');
    const plan = gedeeld('plan', null);
    const concept = { ...gedeeld('concept', null), makerId: maker.persoonId, over: plan.id };
    const niveau = (wie: typeof maker, deel: Partial<Parameters<typeof tafel>[0]> = {}) =>
      tafel({ deelnemers: [wie], compartimenten: [plan, concept], ...deel }).niveau(wie, concept);
    expect(niveau(maker)).toBe('schrijven');
    const leest = { ...maker, zetel: 'gezondheidszorg' };
    expect(niveau(leest)).toBe('schrijven');
    const weet = { ...maker, zetel: 'wonen' };
    expect(niveau(weet)).toBe('verborgen');
    expect(niveau(weet, { rechten: [recht(weet, plan)] })).toBe('schrijven');
    expect(niveau(maker, { compartimenten: [concept] })).toBe('verborgen');
    const ander = zit('wmo');
    expect(
      tafel({ deelnemers: [maker, ander], compartimenten: [plan, concept] }).niveau(ander, concept),
    ).toBe('verborgen');
  });

  test('NK3: een kring is van wie erin zit; de regisseur weet dat hij er is', () => {
    const erin = zit('wonen');
    const eruit = zit('participatie');
    const regisseur = zit('jeugd', { regisseur: true });
    const kring = gedeeld('kring', 'moeder');
    const beslisser = tafel({
      deelnemers: [erin, eruit, regisseur],
      rechten: [recht(erin, kring, 'schrijven')],
    });
    expect([erin, eruit, regisseur].map((d) => beslisser.niveau(d, kring))).toEqual([
      'schrijven',
      'verborgen',
      'dat',
    ]);
  });
});

describe('NK4: hooguit dat', () => {
  const jeugd = zit('jeugd');
  const gezondheidVanMoeder = [
    gedeeld('gezondheid', 'moeder'),
    van('gezondheid', 'ggz', 'moeder'),
    van('gezondheid', 'huisarts', 'moeder'),
  ];

  test('NK4: één tegel per categorie en onderwerp, wie er ook achter zit, met het id van de tegel', () => {
    const zicht = zichtVan(tafel({ deelnemers: [jeugd], compartimenten: gezondheidVanMoeder }), jeugd);
    expect(zicht).toEqual([
      { compartiment: gezondheidVanMoeder[0], niveau: 'dat', noodkaart: false, enAnderen: false },
    ]);
  });

  test('NK4: dezelfde tegel als er niemand en niets achter zit', () => {
    const vol = tafel({
      deelnemers: [jeugd, zit('gezondheidszorg', { organisatieId: 'ggz' })],
      compartimenten: gezondheidVanMoeder,
    });
    const leeg = tafel({ deelnemers: [jeugd], compartimenten: gezondheidVanMoeder.slice(0, 1) });
    expect(zichtVan(leeg, jeugd)).toEqual(zichtVan(vol, jeugd));
  });

  test('NK4: wie zelf een deel leest, krijgt een tegel "en wat anderen bewaren"', () => {
    const ggz = zit('gezondheidszorg', { organisatieId: 'ggz' });
    const zicht = zichtVan(tafel({ deelnemers: [ggz], compartimenten: gezondheidVanMoeder }), ggz);
    expect(zicht.map(({ compartiment, niveau, enAnderen }) => [compartiment.id, niveau, enAnderen])).toEqual([
      [van('gezondheid', 'ggz', 'moeder').id, 'schrijven', false],
      [gedeeld('gezondheid', 'moeder').id, 'dat', true],
    ]);
  });

  test('NK4, NK8: wie overal mag lezen, krijgt geen tegel ernaast; ook niet wie van één deel is uitgesloten', () => {
    const schuldhulp = zit('schuldhulp');
    const wonen = [
      gedeeld('wonen', null),
      van('wonen', 'corporatie', null),
      van('wonen', 'verhuurder', null),
    ];
    const open = tafel({ deelnemers: [schuldhulp], compartimenten: wonen });
    expect(zichtVan(open, schuldhulp).map(({ niveau }) => niveau)).toEqual(['lezen', 'lezen']);
    const dicht = tafel({
      deelnemers: [schuldhulp],
      compartimenten: wonen,
      uitsluitingen: [uitsluiting(schuldhulp, van('wonen', 'corporatie', null))],
    });
    expect(zichtVan(dicht, schuldhulp).map(({ compartiment, niveau }) => [compartiment.id, niveau])).toEqual([
      [van('wonen', 'verhuurder', null).id, 'lezen'],
    ]);
    // NK5: as for a part that isn't there.
    expect(dicht.niveau(schuldhulp, van('wonen', 'corporatie', null))).toBe('verborgen');
    expect(dicht.niveau(schuldhulp, gedeeld('wonen', null))).toBe('verborgen');
  });

  test('NK4: vragen aan de bronhouder als je die bij naam kent, anders aan de regisseur', () => {
    const onbekend = zit('gezondheidszorg', { organisatieId: 'ggz' });
    const bekend = { ...onbekend, bekend: true };
    const [tegel] = gezondheidVanMoeder;
    const vraag = (houder: DeelnemerFeit) =>
      tegel &&
      vragenAan(
        tafel({ deelnemers: [jeugd, houder], compartimenten: gezondheidVanMoeder }),
        jeugd,
        tegel,
        NIEMAND,
      );
    expect(vraag(onbekend)).toBeNull();
    expect(vraag(bekend)).toEqual(bekend);
  });

  test('NK4: wat anderen bewaren, vraag je aan die anderen en niet aan een collega die het ook niet leest', () => {
    const ik = zit('wmo', { id: 'ik' });
    const collega = zit('wmo', { id: 'collega' });
    const welzijn = zit('welzijn', { organisatieId: 'welzijnswerk' });
    const wmo = [gedeeld('wmo', null), van('wmo', 'gemeente', null), van('wmo', 'welzijnswerk', null)];
    const beslisser = tafel({ deelnemers: [ik, collega, welzijn], compartimenten: wmo });
    expect(vragenAan(beslisser, ik, gedeeld('wmo', null), NIEMAND)).toEqual(welzijn);
  });

  test('NK4: de volgorde: huishouden voor de leden, de eigen organisatie voor een andere, de tegel achteraan', () => {
    const schuldhulp = zit('schuldhulp');
    const compartimenten = [
      gedeeld('financien', 'kind'),
      gedeeld('financien', null),
      van('financien', 'gemeente', null),
      van('wonen', 'corporatie', null),
      van('wonen', 'gemeente', null),
      plan,
    ];
    expect(
      zichtVan(tafel({ deelnemers: [schuldhulp], compartimenten }), schuldhulp).map((r) => r.compartiment.id),
    ).toEqual([
      plan.id,
      van('financien', 'gemeente', null).id,
      gedeeld('financien', null).id,
      gedeeld('financien', 'kind').id,
      van('wonen', 'gemeente', null).id,
      van('wonen', 'corporatie', null).id,
    ]);
  });
});

describe('NK5: verborgen laat niets na', () => {
  test('NK5: het zicht van de corporatie is hetzelfde met en zonder wat zij niet mag weten', () => {
    const wonen = zit('wonen', { organisatieId: 'corporatie' });
    const jeugd = zit('jeugd');
    const haar = [plan, gedeeld('wonen', null), van('wonen', 'corporatie', null)];
    const verborgen = [
      gedeeld('gezondheid', 'moeder'),
      van('gezondheid', 'ggz', 'moeder'),
      gedeeld('hulp', null),
    ];
    const met = tafel({ deelnemers: [wonen, jeugd], compartimenten: [...verborgen, ...haar] });
    const zonder = tafel({ deelnemers: [wonen], compartimenten: haar });
    expect(zichtVan(met, wonen)).toEqual(zichtVan(zonder, wonen));
    expect(verborgen.map((c) => met.niveau(wonen, c))).toEqual(['verborgen', 'verborgen', 'verborgen']);
    expect(verklaar(met, wonen, gedeeld('hulp', null)).regels).toEqual([]);
  });
});

describe('NK8: uitsluiting gaat boven alles', () => {
  const deel = van('veiligheid', 'gemeente', 'kind');
  const kort = { van: NU, tot: NU + 1 };

  test('NK8: boven acuut gevaar en boven een recht', () => {
    const jeugd = zit('jeugd');
    const beslisser = tafel({
      deelnemers: [jeugd],
      rechten: [recht(jeugd, plan, 'schrijven')],
      noodtoegangen: [nood(jeugd, plan), nood(jeugd, deel)],
      uitsluitingen: [uitsluiting(jeugd, plan), uitsluiting(jeugd, deel)],
    });
    expect(beslisser.beslis(jeugd, plan)).toEqual({ niveau: 'dat', noodkaart: false });
    expect(beslisser.beslis(jeugd, deel)).toEqual({ niveau: 'dat', noodkaart: false });
  });

  test('NK8: maakt nooit zichtbaar wat verborgen was', () => {
    const wonen = zit('wonen');
    const beslisser = tafel({ deelnemers: [wonen], uitsluitingen: [uitsluiting(wonen, deel)] });
    expect(beslisser.niveau(wonen, deel)).toBe('verborgen');
  });

  test('NK8: geldt van begin tot einde, voor die ene en dat ene', () => {
    const jeugd = zit('jeugd', { id: 'een' });
    const ander = zit('jeugd', { id: 'ander' });
    const om = (periode: Periode) =>
      tafel({ deelnemers: [jeugd, ander], uitsluitingen: [uitsluiting(jeugd, plan, periode)] });
    expect(om(kort).niveau(jeugd, plan)).toBe('dat');
    expect(om({ van: 0, tot: NU }).niveau(jeugd, plan)).toBe('schrijven');
    expect(om({ van: NU + 1, tot: null }).niveau(jeugd, plan)).toBe('schrijven');
    expect(om(kort).niveau(ander, plan)).toBe('schrijven');
    expect(om(kort).niveau(jeugd, planVan('kind'))).toBe('schrijven');
  });

  test('NK8: zonder uitsluiting telt het hoogste van matrix, rechten en acuut gevaar', () => {
    const wonen = zit('wonen');
    const rechten = [recht(wonen, plan, 'dat'), recht(wonen, plan, 'schrijven'), recht(wonen, plan, 'lezen')];
    expect(tafel({ deelnemers: [wonen], rechten }).niveau(wonen, plan)).toBe('schrijven');
    const jeugd = zit('jeugd');
    expect(tafel({ deelnemers: [jeugd], rechten: [recht(jeugd, plan, 'dat')] }).niveau(jeugd, plan)).toBe(
      'schrijven',
    );
  });
});

describe('NK9: elk dat legt zich uit in dezelfde woorden', () => {
  const jeugd = zit('jeugd');
  const bij = (erbij: Partial<CasusFeiten>, c: CompartimentFeit) =>
    verklaar(tafel({ deelnemers: [jeugd], ...erbij }), jeugd, c);
  const uitMatrix = bij({}, van('gezondheid', 'ggz', 'moeder'));

  test('NK9: niet voor u opengesteld, wat voor iets het is, en dat wie het bewaart beslist', () => {
    expect(uitMatrix.niveau).toBe('dat');
    expect(uitMatrix.regels.map(({ id }) => id)).toEqual(['NK9', 'NK4']);
    expect(uitMatrix.regels[0]?.tekst).toContain('niet voor u opengesteld');
    expect(uitMatrix.regels[1]?.tekst).toContain('Gezondheid');
  });

  test('NK9: voor elke zetel hetzelfde, ook voor wie regisseert: geen rij van de matrix', () => {
    const deel = van('gezondheid', 'ggz', 'moeder');
    for (const zetel of regels.zetels.keys()) {
      for (const regisseur of [false, true]) {
        const wie = zit(zetel, { regisseur });
        const uitleg = verklaar(tafel({ deelnemers: [wie] }), wie, deel);
        if (uitleg.niveau === 'dat') expect(uitleg, zetel).toEqual(uitMatrix);
      }
    }
  });

  test('NK9: hetzelfde door de matrix, door een uitsluiting, van een andere organisatie en als tegel', () => {
    const deel = van('gezondheid', 'ggz', 'moeder');
    expect(bij({ uitsluitingen: [uitsluiting(jeugd, deel)] }, deel)).toEqual(uitMatrix);
    expect(bij({ rechten: [recht(jeugd, deel)], uitsluitingen: [uitsluiting(jeugd, deel)] }, deel)).toEqual(
      uitMatrix,
    );
    expect(bij({}, van('gezondheid', 'huisarts', 'kind'))).toEqual(uitMatrix);
    expect(bij({}, gedeeld('gezondheid', 'moeder'))).toEqual(uitMatrix);
  });

  test('NK9: uitgesloten van het eigen werk klinkt als elk ander dat', () => {
    const eigen = van('jeugd', 'gemeente', 'kind');
    const uitgesloten = bij({ uitsluitingen: [uitsluiting(jeugd, eigen)] }, eigen);
    expect(uitgesloten).toEqual(bij({}, van('jeugd', 'ander', 'kind')));
  });

  test('NK9: bij lezen staan de regels in volgorde', () => {
    const deel = van('gezondheid', 'ggz', 'moeder');
    const uitleg = bij({ rechten: [recht(jeugd, deel)] }, deel);
    expect(uitleg.niveau).toBe('lezen');
    expect(uitleg.regels.map(({ id }) => id)).toEqual(['matrix', 'recht']);
  });
});

describe('NK11: de regisseur weet minstens dat', () => {
  const regisseur = zit('wonen', { regisseur: true, organisatieId: 'corporatie', buitenGemeente: true });
  const binnen = { ...regisseur, buitenGemeente: false };
  const deel = van('financien', 'gemeente', null);
  const niveau = (d: DeelnemerFeit, c: CompartimentFeit, erbij: Partial<CasusFeiten> = {}) =>
    tafel({ deelnemers: [d], ...erbij }).niveau(d, c);

  test('NK11: hij heeft het hoogste van zijn zetel en de kolom', () => {
    expect(niveau(binnen, plan)).toBe('schrijven');
    expect(niveau(binnen, van('wonen', 'corporatie', null))).toBe('schrijven');
    expect(niveau(binnen, van('gezondheid', 'ggz', 'moeder'))).toBe('dat');
    expect(niveau({ ...binnen, regisseur: false }, van('gezondheid', 'ggz', 'moeder'))).toBe('verborgen');
  });

  test('NK11: niet van inkomen en financien als hij van buiten de gemeente komt', () => {
    expect(niveau(binnen, deel)).toBe('dat');
    expect(niveau(regisseur, deel)).toBe('verborgen');
    expect(niveau(regisseur, van('inkomen', 'gemeente', 'moeder'))).toBe('verborgen');
    expect(niveau(regisseur, van('werk', 'uwv', 'moeder'))).toBe('dat');
  });

  test('NK11: niet waar hij is uitgesloten: dan houdt hij wat zijn zetel laat weten', () => {
    expect(niveau(binnen, deel, { uitsluitingen: [uitsluiting(binnen, deel)] })).toBe('verborgen');
    expect(niveau(binnen, plan, { uitsluitingen: [uitsluiting(binnen, plan)] })).toBe('dat');
  });
});

describe('NK12: bronhouder is wie schrijft door de matrix, van die organisatie', () => {
  const ggz = zit('gezondheidszorg', { organisatieId: 'ggz' });
  const huisarts = zit('gezondheidszorg', { id: 'huisarts', organisatieId: 'huisarts' });
  const regisseur = zit('participatie', { regisseur: true });
  const deel = van('gezondheid', 'ggz', 'moeder');
  const houders = (c: CompartimentFeit, feiten: Partial<CasusFeiten>) =>
    bronhoudersVan(tafel(feiten), c).map((d) => d.id);

  test('NK12: van die organisatie, niet door een recht', () => {
    const feiten = { deelnemers: [regisseur, ggz, huisarts], rechten: [recht(regisseur, deel, 'schrijven')] };
    expect(houders(deel, feiten)).toEqual([ggz.id]);
  });

  test('NK12: niet als regisseur', () => {
    const wonen = zit('wonen', { regisseur: true });
    expect(houders(plan, { deelnemers: [wonen] })).toEqual([]);
    expect(houders(plan, { deelnemers: [wonen, regisseur] })).toEqual([regisseur.id]);
  });

  test('NK12: niet wie is uitgesloten, niet meer meedoet of voor een ander lid meedoet', () => {
    expect(houders(deel, { deelnemers: [ggz], uitsluitingen: [uitsluiting(ggz, deel)] })).toEqual([]);
    expect(houders(deel, { deelnemers: [{ ...ggz, tot: NU }] })).toEqual([]);
    expect(houders(deel, { deelnemers: [{ ...ggz, lidIds: ['kind'] }] })).toEqual([]);
  });

  test('NK12: moeder gaat over haar eigen verhaal en niet over dat van het kind', () => {
    const moeder = zit('gezin', { alsLidId: 'moeder' });
    expect(houders(gedeeld('inwoner', 'moeder'), { deelnemers: [moeder] })).toEqual([moeder.id]);
    expect(houders(gedeeld('inwoner', 'kind'), { deelnemers: [moeder] })).toEqual([]);
  });

  test('NK12: achter een tegel zitten die van elke organisatie', () => {
    const tegel = gedeeld('gezondheid', 'moeder');
    const compartimenten = [tegel, deel, van('gezondheid', 'huisarts', 'moeder')];
    expect(houders(tegel, { deelnemers: [regisseur, ggz, huisarts], compartimenten })).toEqual([
      ggz.id,
      huisarts.id,
    ]);
  });
});

describe('NK12: een zetel is geen sleutel', () => {
  const deel = van('gezondheid', 'ggz', 'moeder');
  const tegel = gedeeld('gezondheid', 'moeder');
  const compartimenten = [tegel, deel, van('gezondheid', 'huisarts', 'moeder'), plan];
  const pieter = zit('gezondheidszorg', { organisatieId: 'ggz', id: 'pieter' });
  const nieuw = zit('gezondheidszorg', { organisatieId: 'ggz', id: 'nieuw' });
  const regisseur = zit('participatie', { regisseur: true });
  const alleenPieter = [{ deelnemerId: pieter.id, compartimentId: deel.id }];
  const aanTafel = (feiten: Partial<CasusFeiten> = {}) =>
    tafel({
      deelnemers: [regisseur, pieter, nieuw],
      compartimenten,
      bevestigingen: alleenPieter,
      ...feiten,
    });

  test('NK12: wie niet is bevestigd, weet van wat de eigen organisatie bewaart, en bewaart het niet', () => {
    const beslisser = aanTafel();
    expect([pieter, nieuw].map((d) => beslisser.niveau(d, deel))).toEqual(['schrijven', 'dat']);
    expect([pieter, nieuw].map((d) => beslisser.bewaart(d, deel))).toEqual([true, false]);
    expect(bronhoudersVan(beslisser, deel).map(({ id }) => id)).toEqual(['pieter']);
    expect(publiekVoor(beslisser, regisseur, deel, NIEMAND).deelnemerIds).toEqual(['pieter']);
  });

  test('NK12: wat de matrix van allen te lezen geeft, leest een nieuwe zetel meteen', () => {
    const beslisser = aanTafel({ bevestigingen: [] });
    expect(beslisser.niveau(nieuw, plan)).toBe('lezen');
    const deelMetL = van('inkomen', 'gemeente', null);
    expect(beslisser.niveau(regisseur, deelMetL)).toBe('lezen');
  });

  test('NK4, NK12: er is één dichte tegel, met de id die voor allen staat; bevestigd staat die er voor de rest', () => {
    const regelsVan = (beslisser: Beslisser) =>
      zichtVan(beslisser, nieuw)
        .filter(({ compartiment }) => compartiment.categorie === 'gezondheid')
        .map(({ compartiment: { id }, niveau, enAnderen }) => [id, niveau, enAnderen]);
    expect(regelsVan(aanTafel())).toEqual([[tegel.id, 'dat', false]]);
    expect(
      regelsVan(
        aanTafel({ bevestigingen: [...alleenPieter, { deelnemerId: 'nieuw', compartimentId: deel.id }] }),
      ),
    ).toEqual([
      [deel.id, 'schrijven', false],
      [tegel.id, 'dat', true],
    ]);
  });

  test('NK9, NK12: het zegt dat een collega moet bevestigen, en wie; daarna niet meer', () => {
    const huisarts = zit('gezondheidszorg', { organisatieId: 'huisarts', id: 'huisarts', bekend: true });
    const deelnemers = [regisseur, huisarts, pieter, { ...nieuw, regisseur: true }];
    const wacht = aanTafel({
      deelnemers,
      bevestigingen: [
        ...alleenPieter,
        { deelnemerId: 'huisarts', compartimentId: van('gezondheid', 'huisarts', 'moeder').id },
      ],
    });
    expect(verklaar(wacht, nieuw, tegel).regels.map(({ id }) => id)).toEqual(['NK9', 'NK12', 'NK4']);
    expect(vragenAan(wacht, { ...nieuw, regisseur: true }, tegel, NIEMAND)?.id).toBe('pieter');
    expect(verklaar(wacht, pieter, tegel).regels.map(({ id }) => id)).toEqual(['NK9', 'NK4']);
    expect(verklaar(wacht, huisarts, tegel).regels.map(({ id }) => id)).toEqual(['NK9', 'NK4']);
  });

  test('NK12: wie bevestigt, bewaart het zelf, is van die organisatie, en is een ander', () => {
    const school = zit('gezondheidszorg', { organisatieId: 'huisarts', id: 'elders' });
    const ook = { ...nieuw, id: 'ook nieuw' };
    const beslisser = aanTafel({ deelnemers: [regisseur, pieter, nieuw, ook, school] });
    const mag = (door: DeelnemerFeit, wie: DeelnemerFeit) => beslisser.magBevestigen(door, wie, deel);
    expect(mag(pieter, nieuw)).toBe(true);
    expect([mag(nieuw, nieuw), mag(ook, nieuw), mag(regisseur, nieuw), mag(school, nieuw)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    // Who is confirmed already waits for nothing, and who is excluded keeps nothing.
    expect(mag(pieter, pieter)).toBe(false);
    const uit = aanTafel({ uitsluitingen: [uitsluiting(pieter, deel)] });
    expect(uit.magBevestigen(pieter, nieuw, deel)).toBe(false);
  });

  test('NK12: een recht opent ook voor wie niet is bevestigd; bewaren doet die het niet', () => {
    const beslisser = aanTafel({ rechten: [recht(nieuw, deel, 'schrijven')] });
    expect(beslisser.niveau(nieuw, deel)).toBe('schrijven');
    expect(beslisser.bewaart(nieuw, deel)).toBe(false);
    expect(beslisser.wachtAchterTegel(nieuw, tegel)).toBe(null);
  });

  test('NK12: ook de kolom van de regisseur is geen sleutel op wat de eigen organisatie bewaart', () => {
    const cellen = {
      ...STANDAARDMATRIX,
      regisseur: { ...STANDAARDMATRIX.regisseur, gezondheid: 'S' as const },
    };
    const feiten = {
      ...aanTafel().feiten,
      deelnemers: [{ ...nieuw, zetel: 'participatie', regisseur: true }],
    };
    const beslisser = new Beslisser(feiten, laadMatrix(cellen), new Moment(NU));
    const [ik] = feiten.deelnemers;
    expect(ik === undefined ? null : beslisser.niveau(ik, deel)).toBe('dat');
  });
});

describe('NK13: wie naam niet mag lezen', () => {
  test('NK13: de gedragsdeskundige en het netwerk lezen geen naam, ook niet van wie zij kennen', () => {
    const deelnemers = [zit('gedragsdeskundige'), zit('netwerk')];
    const beslisser = tafel({ deelnemers });
    expect(deelnemers.map((d) => beslisser.niveau(d, gedeeld('naam', 'moeder')))).toEqual([
      'verborgen',
      'verborgen',
    ]);
  });

  test('NK13: wie voor het kind meedoet, leest de naam van moeder niet; de regisseur dan ook niet', () => {
    const jeugd = zit('jeugd', { lidIds: ['kind'] });
    const regisseur = zit('wmo', { lidIds: ['kind'], regisseur: true });
    const beslisser = tafel({ deelnemers: [jeugd, regisseur] });
    expect(beslisser.niveau(jeugd, gedeeld('naam', 'kind'))).toBe('lezen');
    expect(beslisser.niveau(jeugd, gedeeld('naam', 'moeder'))).toBe('verborgen');
    expect(beslisser.niveau(regisseur, gedeeld('naam', 'moeder'))).toBe('dat');
  });
});

describe('NK20: niemand leest ongezien mee en het publiek verraadt niemand', () => {
  const regisseur = zit('inkomen', { regisseur: true });
  const wmo = zit('wmo', { organisatieId: 'gemeente' });
  const school = zit('onderwijs', { organisatieId: 'school' });
  const ggz = zit('gezondheidszorg', { organisatieId: 'ggz' });
  const kent = (kijker: DeelnemerFeit, ander: DeelnemerFeit, genoemd = NIEMAND) =>
    kentBijNaam(kijker, ander, genoemd, regels);

  test('NK20: de regisseur kent ieder, ieder kent de regisseur', () => {
    expect([kent(regisseur, ggz), kent(regisseur, school)]).toEqual([true, true]);
    expect([kent(ggz, regisseur), kent(school, regisseur)]).toEqual([true, true]);
  });

  test('NK20: het kernteam kent wie bekend is; een discrete zetel pas als het huishouden het goedvindt', () => {
    expect(kent(wmo, school)).toBe(true);
    expect(kent(wmo, ggz)).toBe(false);
    expect(kent(wmo, { ...ggz, bekend: true })).toBe(true);
    expect([isBekend(school, regels), isBekend(ggz, regels)]).toEqual([true, false]);
  });

  test('NK20: wie geen kernteam is, kent het kernteam niet', () => {
    expect(kent(school, wmo)).toBe(false);
    expect(kent(ggz, { ...school, bekend: true })).toBe(false);
    // Reads plan and doesn't write it: no kernteam.
    expect(kent(zit('inkomen', { organisatieId: 'dienst' }), school)).toBe(false);
  });

  test('NK20: ieder kent zichzelf, de eigen organisatie en wie een kaart noemt', () => {
    expect(kent(ggz, ggz)).toBe(true);
    expect(kent(ggz, zit('jeugdhulp', { organisatieId: 'ggz' }))).toBe(true);
    expect(kent(school, wmo, new Set([wmo.id]))).toBe(true);
    expect(kent(school, wmo, new Set([ggz.id]))).toBe(false);
  });

  test('NK20: wie genoemd wordt telt pas als de anderen het mogen weten, en niet meer als dat ophoudt', () => {
    expect(kent(school, ggz, new Set([ggz.id]))).toBe(false);
    expect(kent(school, { ...ggz, bekend: true }, new Set([ggz.id]))).toBe(true);
    expect(kent(school, { ...ggz, regisseur: true }, new Set([ggz.id]))).toBe(true);
  });

  test('NK20: het publiek noemt wie je kent, en eindigt zo nodig met wie discreet meedoet, er of niet', () => {
    const met = tafel({ deelnemers: [regisseur, wmo, school, ggz] });
    const zonder = tafel({ deelnemers: [regisseur, wmo, school] });
    const voorWmo = { deelnemerIds: [regisseur.id, wmo.id], discreet: true };
    expect(publiekVoor(met, wmo, plan, NIEMAND)).toEqual(voorWmo);
    expect(publiekVoor(zonder, wmo, plan, NIEMAND)).toEqual(voorWmo);
    expect(publiekVoor(met, regisseur, plan, NIEMAND).deelnemerIds).toEqual([regisseur.id, wmo.id, ggz.id]);
  });

  test('NK20: geen discrete zetel leest wonen of werk; gezondheid wel', () => {
    const beslisser = tafel({ deelnemers: [wmo] });
    const discreet = (c: CompartimentFeit) => publiekVoor(beslisser, wmo, c, NIEMAND).discreet;
    expect([discreet(van('wonen', 'corporatie', null)), discreet(van('werk', 'uwv', null))]).toEqual([
      false,
      false,
    ]);
    expect(discreet(van('gezondheid', 'ggz', null))).toBe(true);
  });

  test('NK20: ook wie er zelf bij werkt, ziet dat er discreet meegelezen kan worden', () => {
    const deel = van('gezondheid', 'ggz', null);
    const jeugdhulp = zit('jeugdhulp', { organisatieId: 'aanbieder' });
    const beslisser = tafel({ deelnemers: [ggz, jeugdhulp], rechten: [recht(jeugdhulp, deel)] });
    expect(publiekVoor(beslisser, ggz, deel, NIEMAND)).toEqual({ deelnemerIds: [ggz.id], discreet: true });
  });

  test('NK20: wie alleen dat heeft of is uitgesloten, staat niet in het publiek', () => {
    const beslisser = tafel({
      deelnemers: [regisseur, wmo, school],
      uitsluitingen: [uitsluiting(wmo, plan)],
    });
    expect(publiekVoor(beslisser, regisseur, plan, NIEMAND).deelnemerIds).toEqual([regisseur.id]);
  });
});

describe('NK25: acuut gevaar', () => {
  const bij = (zetel: string, c: CompartimentFeit, periode = ALTIJD) => {
    const d = zit(zetel);
    return tafel({ deelnemers: [d], noodtoegangen: [nood(d, c, periode)] }).beslis(d, c);
  };

  test('NK25: opent inhoud waar de categorie dat zegt', () => {
    expect(bij('wmo', van('wonen', 'corporatie', null))).toEqual({ niveau: 'lezen', noodkaart: false });
  });

  test('NK25: opent elders alleen de noodkaart, en laat het niveau', () => {
    expect(bij('wmo', van('gezondheid', 'ggz', 'moeder'))).toEqual({ niveau: 'dat', noodkaart: true });
  });

  test('NK25: alleen voor wie al minstens weet dat het er is', () => {
    expect(bij('wmo', van('onderwijs', 'school', 'kind'))).toEqual({ niveau: 'verborgen', noodkaart: false });
  });

  test.each(['gezin', 'netwerk', 'vertegenwoordiger', 'wonen', 'onderwijs', 'werk'])(
    'NK25: nooit voor %s',
    (zetel) => {
      const d = zit(zetel);
      const deel = van('werk', 'uwv', null);
      // They know of it by a right, wherever the matrix leaves them.
      const feiten = { deelnemers: [d], rechten: [recht(d, deel, 'dat')] };
      const zonder = tafel(feiten).beslis(d, deel);
      expect(tafel({ ...feiten, noodtoegangen: [nood(d, deel, ALTIJD)] }).beslis(d, deel)).toEqual(zonder);
    },
  );

  test('NK25: houdt op met de klok', () => {
    const deel = van('gezondheid', 'ggz', 'moeder');
    expect(bij('wmo', deel, { van: 0, tot: NU }).noodkaart).toBe(false);
    expect(bij('wmo', deel, { van: NU, tot: NU + 1 }).noodkaart).toBe(true);
  });

  test('NK25: de noodkaart staat op de ene tegel', () => {
    const wmo = zit('wmo');
    const deel = van('gezondheid', 'ggz', 'moeder');
    const zicht = zichtVan(
      tafel({
        deelnemers: [wmo],
        compartimenten: [gedeeld('gezondheid', 'moeder'), deel, van('gezondheid', 'huisarts', 'moeder')],
        noodtoegangen: [nood(wmo, deel)],
      }),
      wmo,
    );
    expect(zicht.map(({ niveau, noodkaart }) => [niveau, noodkaart])).toEqual([['dat', true]]);
  });
});

function planVan(lidId: string): CompartimentFeit {
  return gedeeld('plan', lidId);
}

/** Decides for a casus of a moeder and a kind at NU, everybody confirmed unless it says otherwise. */
function tafel(feiten: Partial<CasusFeiten>): Beslisser {
  const leeg = { deelnemers: [], compartimenten: [], rechten: [], uitsluitingen: [], noodtoegangen: [] };
  const leden = [{ id: 'moeder' }, { id: 'kind' }];
  const bevestigingen = allenBevestigd(STANDAARDMATRIX, leden, feiten.deelnemers ?? []);
  return new Beslisser({ leden, ...leeg, bevestigingen, ...feiten }, regels, new Moment(NU));
}
