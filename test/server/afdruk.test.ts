import { describe, expect, test } from 'vitest';
import type { Afdruk } from '../../shared/contract/afdruk.ts';
import { vermeldingEmbed } from '../../shared/tekst/embed.ts';
import { geefRecht, sluitUit } from '../bouw/ingreep.ts';
import {
  type Huishouden,
  huishouden,
  type Lid,
  NIEMAND,
  type Naam,
  verwachtWeigering,
} from './huishouden.ts';
import { opent, tekstVan } from './sync/tekst.ts';

// What may stand on paper: the lower of who prints it and each for whom it is.

async function drukt(huis: Huishouden, naam: Naam, vraag: string): Promise<Afdruk> {
  const antwoord = await huis.vraag(naam, 'GET', `/afdruk?${vraag}`);
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body;
}

async function typt(
  huis: Huishouden,
  naam: Naam,
  categorie: string,
  woorden: string,
  lid: Lid | null = null,
) {
  const plaats = await tekstVan(huis, naam, categorie, lid);
  const tekst = await opent(huis, naam, plaats);
  tekst.typ(plaats.veld, woorden);
  await tekst.lijn.bij();
}

const titels = (afdruk: Afdruk): string[] => afdruk.kaarten.map(({ titel }) => titel);
const woorden = (afdruk: Afdruk): string[] =>
  afdruk.teksten.map(({ blokken }) =>
    blokken.map((blok) => blok.inhoud.map(({ tekst }) => tekst).join('')).join('\n'),
  );

/** A plan for the household and for each, a note of the regisseur, and somebody of the ggz of whom nobody knows. */
async function metAlles() {
  const huis = await huishouden();
  await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'Rust in huis', lidIds: [] });
  await huis.schrijf('fatima', 'plan', 'moeder', { soort: 'doel', titel: 'Werk voor moeder', lidIds: [] });
  await huis.schrijf('fatima', 'plan', 'kind1', { soort: 'doel', titel: 'Zwemles', lidIds: [] });
  await huis.schrijf('fatima', 'adres', 'moeder', { soort: 'adres', titel: 'Kade 12' });
  await typt(huis, 'fatima', 'regie', 'Notitie van de regisseur');
  await typt(huis, 'fatima', 'hulp', 'Bel voor tienen');
  return huis;
}

describe('NK16: een afdruk', () => {
  test('voor mij: wat ik lees en open heb, met de teksten', async () => {
    const huis = await metAlles();

    const afdruk = await drukt(huis, 'fatima', 'voor=mij');

    expect(titels(afdruk)).toEqual(['Rust in huis', 'Werk voor moeder', 'Zwemles']);
    expect(woorden(afdruk)).toEqual(['Bel voor tienen']);
    expect(afdruk.publiek).toEqual([]);
  });

  test('NK10: wat op verzoek opengaat, staat erop als het in deze sessie is geopend', async () => {
    const huis = await metAlles();
    await huis.schrijf('fatima', 'adres', 'kind1', { soort: 'adres', titel: 'Plein 3' });

    expect(titels(await drukt(huis, 'ali', 'voor=mij'))).not.toContain('Kade 12');
    const plek = await huis.plek('ali', 'adres', 'moeder');
    await huis.vraag('ali', 'POST', `/compartimenten/${plek}/openingen`);

    expect(titels(await drukt(huis, 'ali', 'voor=mij'))).toContain('Kade 12');
  });

  test('van niemand staan er notities van de regisseur op, van de regisseur zelf ook niet', async () => {
    const huis = await metAlles();
    const vragen = ['voor=mij', `voor=tafel&deelnemerIds=${huis.zetelVan('fatima')}`, 'voor=gezin'];

    for (const vraag of vragen) {
      const antwoord = await huis.vraag('fatima', 'GET', `/afdruk?${vraag}`);
      expect(antwoord.status, antwoord.tekst).toBe(200);
      expect(antwoord.tekst, vraag).not.toContain('Notitie');
      expect(antwoord.tekst, vraag).not.toContain('"regie"');
    }
  });

  test('een concept staat er niet op', async () => {
    const huis = await metAlles();
    const { veld } = await tekstVan(huis, 'fatima', 'hulp');
    const begin = await huis.vraag('fatima', 'POST', `/velden/${veld}/concept`);
    expect(begin.status, begin.tekst).toBe(201);
    await typt(huis, 'fatima', 'concept', 'Halve zin');

    expect((await huis.vraag('fatima', 'GET', '/afdruk?voor=mij')).tekst).not.toContain('Halve zin');
  });

  test('voor aan tafel: alleen wat ieder van hen leest', async () => {
    const huis = await metAlles();
    const { tom, ali } = { tom: huis.zetelVan('tom'), ali: huis.zetelVan('ali') };

    // Tom takes part for the children, Ali for moeder.
    expect(titels(await drukt(huis, 'fatima', `voor=tafel&deelnemerIds=${tom}`))).toEqual([
      'Rust in huis',
      'Zwemles',
    ]);
    expect(titels(await drukt(huis, 'fatima', `voor=tafel&deelnemerIds=${tom},${ali}`))).toEqual([
      'Rust in huis',
    ]);
  });

  test('en nooit meer dan wie afdrukt', async () => {
    const huis = await metAlles();
    const fatima = huis.zetelVan('fatima');

    expect(titels(await drukt(huis, 'tom', `voor=tafel&deelnemerIds=${fatima}`))).toEqual([
      'Rust in huis',
      'Zwemles',
    ]);
  });

  test('een lid dat een van hen niet kent, staat er niet op, en telt niet mee in de nummers', async () => {
    const huis = await huishouden({ plaatsen: { tom: ['kind2'] } });
    await huis.schrijf('fatima', 'plan', null, {
      soort: 'doel',
      titel: 'Kind 1 en kind 2 naar zwemles',
      lidIds: [huis.leden.kind1, huis.leden.kind2],
    });
    await typt(huis, 'fatima', 'hulp', 'Samen');

    const afdruk = await drukt(huis, 'fatima', `voor=tafel&deelnemerIds=${huis.zetelVan('tom')}`);

    expect(afdruk.leden).toEqual([{ id: huis.leden.kind2, rol: 'kind' }]);
    expect(titels(afdruk)).toEqual(['Huishouden en kind naar zwemles']);
    expect(afdruk.kaarten[0]).toMatchObject({ lidIds: [huis.leden.kind2] });
  });

  test('NK22: wat iemand aan tafel noemt, komt mee zoals het die bereikt', async () => {
    const huis = await metAlles();
    await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Gesprek op school',
      uitvoerders: [huis.zetelVan('joke')],
    });

    const afdruk = await drukt(huis, 'fatima', `voor=tafel&deelnemerIds=${huis.zetelVan('joke')}`);
    expect(afdruk.kaarten.map(({ titel, compartimentId }) => [titel, compartimentId])).toEqual([
      ['Gesprek op school', null],
    ]);
  });
});

describe('NK20: op papier staat niemand die discreet meedoet', () => {
  test('niet als deelnemer, niet als uitvoerder, niet in een tekst; en voor diegene drukt niemand af', async () => {
    const huis = await huishouden();
    const pieter = huis.zetelVan('pieter');
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${pieter}`, { bekend: true });
    await huis.schrijf('fatima', 'plan', null, { soort: 'afspraak', titel: 'Bellen', uitvoerders: [pieter] });
    const plaats = await tekstVan(huis, 'fatima', 'hulp');
    const tekst = await opent(huis, 'fatima', plaats);
    tekst.veld(plaats.veld).insertEmbed(0, vermeldingEmbed({ soort: 'deelnemer', id: pieter }));
    await tekst.lijn.bij();
    const afdruk = async (naam: Naam, vraag: string) =>
      (await huis.vraag(naam, 'GET', `/afdruk?${vraag}`)).tekst;
    expect(await afdruk('fatima', 'voor=mij')).toContain('Pieter');
    await huis.vraag('fatima', 'PATCH', `/deelnemers/${pieter}`, { bekend: false });

    for (const vraag of ['voor=mij', 'voor=gezin', `voor=tafel&deelnemerIds=${huis.zetelVan('sanne')}`]) {
      expect(await afdruk('fatima', vraag)).toContain('Bellen');
      expect(await afdruk('fatima', vraag)).not.toContain(pieter);
      expect(await afdruk('fatima', vraag)).not.toContain('Pieter');
    }
    // Nor by themselves, or by a colleague, who know them.
    for (const naam of ['pieter', 'lotte'] as const) {
      expect(await afdruk(naam, 'voor=mij')).not.toContain('Pieter');
    }
    verwachtWeigering(
      await huis.vraag('fatima', 'GET', `/afdruk?voor=tafel&deelnemerIds=${pieter}`),
      422,
      'verwijzing_onbekend',
    );
  });

  test('NK26: wie een afspraak via de regisseur doet, staat er ook bij de regisseur niet op', async () => {
    const huis = await huishouden();
    const pieter = huis.zetelVan('pieter');
    const { id } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
      viaRegisseur: pieter,
    });
    await huis.vraag('pieter', 'POST', `/kaarten/${id}/stappen`, { tekst: 'Gebeld' });

    const { tekst } = await huis.vraag('fatima', 'GET', '/afdruk?voor=mij');

    expect(tekst).toContain('Gebeld');
    expect(tekst).not.toContain(pieter);
    expect(tekst).not.toContain('viaRegisseur');
  });

  test('wie wat schreef, staat er niet op', async () => {
    const huis = await metAlles();
    const afdruk = await drukt(huis, 'sanne', 'voor=mij');
    expect(new Set(afdruk.kaarten.map(({ door }) => door))).toEqual(new Set([null]));
  });
});

describe('NK16: een afdruk voor het gezin', () => {
  test('voor allen samen: het plan van het huishouden, en wie de regie heeft', async () => {
    const huis = await metAlles();

    const afdruk = await drukt(huis, 'fatima', 'voor=gezin');

    expect(titels(afdruk)).toEqual(['Rust in huis']);
    expect(woorden(afdruk)).toEqual([]);
    expect(afdruk.publiek).toEqual(['moeder', 'kind 1', 'kind 2']);
    expect(afdruk.mensen.map(({ naam }) => naam)).toEqual(['Fatima']);
  });

  test('voor een van hen: ook wat over die gaat, en niet over een ander', async () => {
    const huis = await metAlles();

    expect(titels(await drukt(huis, 'fatima', `voor=gezin&lidIds=${huis.leden.moeder}`))).toEqual([
      'Rust in huis',
      'Werk voor moeder',
    ]);
  });

  test('NK8: waar een lid met een eigen plaats van is uitgesloten, komt voor dat lid niet op papier', async () => {
    const huis = await metAlles();
    await huis.laatMeedoen('moeder', null, { alsLidId: huis.leden.moeder });
    sluitUit(huis, 'moeder', await huis.plek('fatima', 'plan', 'moeder'));

    expect(titels(await drukt(huis, 'fatima', `voor=gezin&lidIds=${huis.leden.moeder}`))).toEqual([
      'Rust in huis',
    ]);
    // Who doesn't know of that seat learns nothing of it by printing.
    expect(titels(await drukt(huis, 'ali', `voor=gezin&lidIds=${huis.leden.moeder}`))).toEqual([
      'Rust in huis',
      'Werk voor moeder',
    ]);
  });

  test('NK5: wie voor een lid afdrukt dat er niet is, of dat hij niet kent, hoort hetzelfde', async () => {
    const huis = await metAlles();
    for (const lid of [huis.leden.moeder, NIEMAND])
      verwachtWeigering(
        await huis.vraag('tom', 'GET', `/afdruk?voor=gezin&lidIds=${lid}`),
        422,
        'verwijzing_onbekend',
      );
  });

  test('een recht om mee te lezen van een ander maakt de afdruk voor het gezin niet ruimer', async () => {
    const huis = await metAlles();
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'kracht',
      titel: 'Zwemt graag',
      leefgebied: 'opvoeden_jeugd',
    });
    const plek = await huis.plek('tom', 'jeugd', 'kind1');
    geefRecht(huis, 'fatima', plek);
    await huis.vraag('fatima', 'POST', `/compartimenten/${plek}/openingen`);

    expect(titels(await drukt(huis, 'fatima', 'voor=mij'))).toContain('Zwemt graag');
    expect(titels(await drukt(huis, 'fatima', `voor=gezin&lidIds=${huis.leden.kind1}`))).toEqual([
      'Rust in huis',
      'Zwemles',
    ]);
  });
});

describe('wat van een afdruk vaststaat', () => {
  test('NK10: in het logboek staat voor wie', async () => {
    const huis = await metAlles();
    await drukt(huis, 'fatima', `voor=tafel&deelnemerIds=${huis.zetelVan('tom')}`);
    await drukt(huis, 'fatima', `voor=gezin&lidIds=${huis.leden.moeder}`);

    const regels = huis.tafel.app.logboek.lees().filter(({ handeling }) => handeling === 'afgedrukt');

    expect(regels).toMatchObject([
      {
        bijzonderheden: { voor: 'tafel', deelnemerIds: [huis.zetelVan('tom')], lidIds: [] },
        betreft: { personen: [huis.persoonId('tom')] },
      },
      { bijzonderheden: { voor: 'gezin', deelnemerIds: [], lidIds: [huis.leden.moeder] } },
    ]);
  });

  test('voor niemand aan tafel wordt niets afgedrukt: dat zou voor wie het vindt zijn', async () => {
    const huis = await metAlles();
    verwachtWeigering(await huis.vraag('fatima', 'GET', '/afdruk?voor=tafel'), 422, 'verwijzing_onbekend');
  });

  test('voor een gezin waarvan iemand niemand kent, wordt niets afgedrukt', async () => {
    const huis = await metAlles();
    // Ali takes part for moeder alone, who is taken off the casus.
    const af = await huis.vraag('fatima', 'DELETE', `/leden/${huis.leden.moeder}`);
    expect(af.status, af.tekst).toBe(204);

    verwachtWeigering(await huis.vraag('ali', 'GET', '/afdruk?voor=gezin'), 422, 'verwijzing_onbekend');
    expect((await drukt(huis, 'fatima', 'voor=gezin')).publiek).toEqual(['kind 1', 'kind 2']);
  });

  test('NK5: wie niet meedoet, hoort wat iedereen hoort', async () => {
    const huis = await huishouden({ plaatsen: { tom: null } });
    verwachtWeigering(await huis.vraag('sanne', 'GET', '/afdruk?voor=mij'), 404, 'niet_gevonden');
  });

  test('ST1: een tekst die niet te lezen is, houdt de rest niet tegen, en dat staat erbij', async () => {
    const huis = await metAlles();
    huis.tafel.app.teksten.sluit();
    huis.tafel.database.sqlite.prepare("update tekstbeelden set beeld = x'00'").run();
    huis.tafel.database.sqlite.prepare("update tekstwijzigingen set wijziging = x'00'").run();

    const afdruk = await drukt(huis, 'fatima', 'voor=mij');

    expect(titels(afdruk)).toContain('Rust in huis');
    expect(afdruk.onleesbaar).toEqual([await huis.plek('fatima', 'hulp')]);
  });
});
