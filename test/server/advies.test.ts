import { describe, expect, test } from 'vitest';
import type { Adviesvraag, Zin } from '../../shared/contract/advies.ts';
import { neemAan, vraagAdvies } from '../bouw/advies.ts';
import { type Huishouden, huishouden, type Naam, NIEMAND, verwachtWeigering } from './huishouden.ts';
import type { Antwoord } from './opstelling.ts';
import { opent, tekstVan } from './sync/tekst.ts';

// OV11: a question for advice is a compartment of its own, for who asks, who is named in it, and one gedragsdeskundige,
// who has a place at it and no seat.

const TOT = '2026-02-17';
const VANDAAG = '2026-02-03';
const ADVIES = { watIkAdviseer: 'Kijk op maandag samen vooruit.' };

interface Gevraagd {
  readonly toelichting?: string;
  readonly tot?: string;
  /** When it is asked. */
  readonly nu?: string;
}

/** Tom, from jeugd, asks about kind 1 and opens what he keeps about that child. Sanne is named in it. */
async function gevraagd({ nu, ...meer }: Gevraagd = {}) {
  const huis = await huishouden(nu === undefined ? {} : { nu: Date.parse(nu) });
  const deel = await huis.plek('tom', 'jeugd', 'kind1', 'schrijven');
  const id = await vraagAdvies(huis, 'tom', 'kind1', {
    opent: [deel],
    genoemd: [huis.zetelVan('sanne')],
    tot: TOT,
    ...meer,
  });
  return { huis, deel, id };
}

async function als(
  huis: Huishouden,
  wie: Naam,
  methode: string,
  pad: string,
  body?: unknown,
): Promise<Antwoord> {
  return await (await huis.als(wie)).verzoek(methode, `/adviesvragen${pad}`, body);
}

async function haal(huis: Huishouden, wie: Naam, id: string): Promise<Adviesvraag> {
  const antwoord = await als(huis, wie, 'GET', `/${id}`);
  expect(antwoord.status, antwoord.tekst).toBe(200);
  return antwoord.body;
}

async function lijst(huis: Huishouden, wie: Naam): Promise<string[]> {
  const { body } = await als(huis, wie, 'GET', '');
  return body.adviesvragen.map((een: { id: string; rol: string }) => `${een.rol} ${een.id}`);
}

function woorden(regels: readonly Zin[]): string {
  return regels
    .map((zin) => zin.map(({ soort, tekst }) => (soort === 'weg' ? `[${tekst}]` : tekst)).join(''))
    .join('\n');
}

function leest({ leest: delen }: Adviesvraag): string | null {
  return delen === null ? null : delen.map((deel) => `${deel.titel}: ${woorden(deel.regels)}`).join('\n');
}

function regels(huis: Huishouden): string[] {
  return huis.tafel.database.sqlite
    .prepare<[], string>('select handeling from logboek order by nummer')
    .pluck()
    .all();
}

describe('OV11: who knows of a question', () => {
  test('asker, who is named and each gedragsdeskundige while it waits; then the one who took it on', async () => {
    const { huis, id } = await gevraagd();
    expect(await lijst(huis, 'tom')).toEqual([`vrager ${id}`]);
    expect(await lijst(huis, 'sanne')).toEqual([`genoemd ${id}`]);
    expect(await lijst(huis, 'greta')).toEqual([`wacht ${id}`]);
    expect(await lijst(huis, 'hugo')).toEqual([`wacht ${id}`]);
    // Who directs neither: that advice can be asked, the tile says that is always there.
    for (const wie of ['fatima', 'pieter', 'joke', 'inge'] as const) {
      expect(await lijst(huis, wie), wie).toEqual([]);
      verwachtWeigering(await als(huis, wie, 'GET', `/${id}`), 404, 'niet_gevonden');
    }

    await neemAan(await huis.als('greta'), id);

    expect(await lijst(huis, 'greta')).toEqual([`deskundige ${id}`]);
    expect(await lijst(huis, 'hugo')).toEqual([]);
    verwachtWeigering(await als(huis, 'hugo', 'POST', `/${id}/aanneming`), 404, 'niet_gevonden');
    verwachtWeigering(await als(huis, 'greta', 'POST', `/${id}/aanneming`), 409, 'al_aangenomen');
    verwachtWeigering(await als(huis, 'tom', 'POST', `/${id}/aanneming`), 403, 'niet_deskundige');
  });

  test('NK1: a place at a question is no seat: of the casus nothing is told, its label neither', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    const vraag = await als(huis, 'greta', 'GET', `/${id}`);
    const { label } = await huis.bord('tom');
    for (const verborgen of [label, huis.casusId, 'Tom', 'Sanne', 'gemeente', 'kind 1'])
      expect(vraag.tekst, verborgen).not.toContain(verborgen);
    expect(vraag.body).toMatchObject({ casus: null, over: 'kind', vanuit: 'jeugd', namens: ['schuldhulp'] });
    verwachtWeigering(await huis.vraag('greta', 'GET'), 404, 'niet_gevonden');
    expect((await (await huis.als('greta')).verzoek('GET', '/casussen')).body.casussen).toEqual([]);
    expect((await huis.bord('fatima')).deelnemers.map(({ naam }) => naam)).not.toContain('Greta');
  });

  test('NK4: nobody’s board has a tile more by it; NK5: not even its id is known', async () => {
    const huis = await huishouden();
    const tegels = async (wie: Naam) => (await huis.bord(wie)).compartimenten;
    const eerst = [await tegels('fatima'), await tegels('ali'), await tegels('joke')];
    const id = await vraagAdvies(huis, 'tom', 'kind1', { tot: TOT });
    expect([await tegels('fatima'), await tegels('ali'), await tegels('joke')]).toEqual(eerst);
    const uitleg = await huis.vraag('fatima', 'GET', `/compartimenten/${id}/uitleg`);
    verwachtWeigering(uitleg, 404, 'niet_gevonden');
  });

  test('NK10: it is on record by whom, and each look at what it opens', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    const voor = regels(huis).length;
    await haal(huis, 'greta', id);
    expect(regels(huis).slice(voor)).toEqual(['geopend', 'geopend']);
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    expect(regels(huis)).toEqual(
      expect.arrayContaining([
        'adviesvraag_gesteld',
        'voor_advies_geopend',
        'adviesvraag_aangenomen',
        'advies_getekend',
      ]),
    );
    expect(regels(huis).filter((een) => een === 'niveau_gewijzigd').length).toBeGreaterThan(5);
  });
});

describe('OV11: what it opens', () => {
  test('is read without names, ages, dates of birth, addresses and organisations, as it is written now', async () => {
    const { huis, deel, id } = await gevraagd({ toelichting: 'Lisa is 8 jaar. Vraag Tom.' });
    const naam = { soort: 'naam', voornaam: 'Lisa', achternaam: 'Jansen', geboortedatum: '2017-05-04' };
    await huis.schrijf('fatima', 'naam', 'kind1', naam);
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'zorgpunt',
      titel: 'Lisa komt te laat; zie 06-12345678 of kind 2',
      leefgebied: 'onderwijs',
    });
    await neemAan(await huis.als('greta'), id);
    const plaats = await tekstVan(huis, 'tom', 'jeugd', 'kind1');
    expect(plaats.id).toBe(deel);
    const tekst = await opent(huis, 'tom', plaats);
    tekst.typ(
      plaats.veld,
      'LISA Jansen, geboren 4 mei 2017, woont Dorpsstraat 12, 3311 AB. Zij slaapt slecht.',
    );
    await tekst.lijn.bij();

    const vraag = await haal(huis, 'greta', id);

    const alles = JSON.stringify(vraag);
    for (const verborgen of [
      'Lisa',
      'LISA',
      'Jansen',
      '2017',
      'Dorpsstraat',
      '3311',
      '06-1',
      '8 jaar',
      'kind 2',
      'Tom',
    ])
      expect(alles, verborgen).not.toContain(verborgen);
    expect(leest(vraag)).toContain('Zij slaapt slecht.');
    expect(leest(vraag)).toContain('zorg: [een naam] komt te laat; zie [een telefoonnummer] of huishouden');
    expect(woorden(vraag.toelichting)).toBe('[een naam] is [een leeftijd]. Vraag [een naam].');
    // To the team it stands as it was written.
    expect(woorden((await haal(huis, 'sanne', id)).toelichting)).toBe('Lisa is 8 jaar. Vraag Tom.');
  });

  test('says how far a beschikking is as the board does', async () => {
    const huis = await huishouden();
    await huis.schrijf('tom', 'plan', null, {
      soort: 'beschikking',
      titel: 'Begeleiding thuis',
      wet: 'jeugdwet',
      stand: 'deels_toegekend',
      beslisser: 'Consulent Jeugd',
      datum: '2026-02-01',
      bezwaarTot: '2026-03-15',
    });
    const id = await vraagAdvies(huis, 'fatima', 'kind1', {
      opent: [await huis.plek('fatima', 'plan', null, 'schrijven')],
      tot: TOT,
    });
    await neemAan(await huis.als('greta'), id);
    expect(leest(await haal(huis, 'greta', id))).toContain(
      'beschikking: Begeleiding thuis · deels toegekend',
    );
  });

  test('is read without the names of who was taken off the household, or left the table', async () => {
    const { huis, id } = await gevraagd({ toelichting: 'Karel en Joke weten meer dan Lisa.' });
    await huis.schrijf('fatima', 'naam', 'kind2', { soort: 'naam', voornaam: 'Karel' });
    await huis.schrijf('fatima', 'naam', 'kind1', { soort: 'naam', voornaam: 'Lisa' });
    await neemAan(await huis.als('greta'), id);
    const weg = 'en [een naam] weten meer dan [een naam].';
    expect(woorden((await haal(huis, 'greta', id)).toelichting)).toBe(`[een naam] ${weg}`);

    expect((await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('joke')}`)).status).toBe(204);
    expect((await huis.vraag('fatima', 'DELETE', `/leden/${huis.leden.kind2}`)).status).toBe(204);

    expect(woorden((await haal(huis, 'greta', id)).toelichting)).toBe(`[een naam] ${weg}`);
  });

  test('is read without the names that people bore before a kaart was changed or removed', async () => {
    const { huis, id } = await gevraagd({
      toelichting: 'Karel heet Kim, Lisa Jansen heet De Wit. Geboren op 4 mei 2017.',
    });
    const karel = await huis.schrijf('fatima', 'naam', 'kind2', { soort: 'naam', voornaam: 'Karel' });
    const lisa = { soort: 'naam', voornaam: 'Lisa', achternaam: 'Jansen', geboortedatum: '2017-05-04' };
    const kaart = await huis.schrijf('fatima', 'naam', 'kind1', lisa);
    await neemAan(await huis.als('greta'), id);
    const wijzig = async (kaartId: string, body: object) => {
      const versie = await huis.versie('fatima', kaartId);
      const antwoord = await huis.vraag('fatima', 'PATCH', `/kaarten/${kaartId}`, { versie, ...body });
      expect(antwoord.status, antwoord.tekst).toBe(200);
    };
    const leest = async () => woorden((await haal(huis, 'greta', id)).toelichting);

    await wijzig(karel.id, { voornaam: 'Kim' });
    await wijzig(kaart.id, { achternaam: 'De Wit', geboortedatum: '2017-05-14' });
    const zonder = await leest();
    expect(zonder).not.toMatch(/Karel|Kim|Lisa|Jansen|De Wit|4 mei/);

    const versie = await huis.versie('fatima', karel.id);
    expect((await huis.vraag('fatima', 'DELETE', `/kaarten/${karel.id}?versie=${versie}`)).status).toBe(204);
    expect(await leest()).toBe(zonder);
    // SY13: nor when what stands there is encrypted anew.
    huis.tafel.app.tijdperken.vernieuwAlle();
    expect(await leest()).toBe(zonder);
    // Nobody is shown them, and ST1: where one can't be read, nothing of the text is.
    expect(JSON.stringify(await huis.bord('fatima'))).not.toContain('Karel');
    huis.tafel.database.sqlite.prepare("update vroegere_namen set inhoud = x'00'").run();
    expect(await leest()).toBe('[een tekst die nu niet zonder namen te lezen is]');
  });

  test('is nothing before somebody took it on, and of the others nothing ever', async () => {
    const { huis, id } = await gevraagd();
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'kracht',
      titel: 'tekent graag',
      leefgebied: 'onderwijs',
    });
    for (const wie of ['greta', 'tom', 'sanne'] as const)
      expect((await haal(huis, wie, id)).leest, wie).toBe(null);
    await neemAan(await huis.als('greta'), id);
    expect(leest(await haal(huis, 'greta', id))).toContain('tekent graag');
    expect((await haal(huis, 'sanne', id)).leest).toBe(null);
  });

  test('NK20: names who advises to everyone who reads there, for as long as it is open', async () => {
    const { huis, deel, id } = await gevraagd();
    const publiek = async () =>
      (await huis.bord('tom')).compartimenten.find((een) => een.id === deel)?.publiek?.deskundigen;
    expect(await publiek()).toBe(undefined);
    await neemAan(await huis.als('greta'), id);
    expect(await publiek()).toEqual([expect.stringMatching(/^Greta, deskundigen/)]);
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    expect(await publiek()).toBe(undefined);
  });

  test('is what who asks keeps, about that member or the household, and never names or addresses', async () => {
    const huis = await huishouden();
    const vraag = async (wie: Naam, opent_: string, lid: 'kind1' | 'moeder' = 'kind1') =>
      await huis.vraag(wie, 'POST', '/adviesvragen', {
        lidId: huis.leden[lid],
        vraag: 'Wat nu?',
        opent: [opent_],
        genoemd: [],
        tot: TOT,
      });
    verwachtWeigering(await vraag('tom', NIEMAND), 422, 'verwijzing_onbekend');
    // Pieter's part, which Tom knows nothing of by its id.
    const ggz = await huis.plek('pieter', 'gezondheid', 'moeder', 'schrijven');
    verwachtWeigering(await vraag('sanne', ggz, 'moeder'), 422, 'verwijzing_onbekend');
    const inwoner = await huis.plek('sanne', 'inwoner', 'moeder');
    verwachtWeigering(await vraag('sanne', inwoner, 'moeder'), 422, 'niet_te_openen');
    verwachtWeigering(
      await vraag('tom', await huis.plek('tom', 'jeugd', 'kind2', 'schrijven')),
      422,
      'niet_te_openen',
    );
    verwachtWeigering(
      await vraag('fatima', await huis.plek('fatima', 'naam', 'kind1')),
      422,
      'niet_te_openen',
    );
    verwachtWeigering(await vraag('pieter', ggz, 'moeder'), 422, 'eerst_bekend');
    verwachtWeigering(
      await vraag('marloes', await huis.plek('marloes', 'wonen', null)),
      422,
      'verwijzing_onbekend',
    );
  });
});

describe('OV11, NK7: what it opened closes', () => {
  test.each<[string, (huis: Huishouden, id: string) => Promise<unknown>, string]>([
    [
      'when the advice is signed',
      (huis, id) => als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES),
      'gegeven',
    ],
    ['when the question is withdrawn', (huis, id) => als(huis, 'tom', 'DELETE', `/${id}`), 'ingetrokken'],
    [
      'at its date, to the second',
      async (huis) => {
        huis.tafel.klok.nu = Date.parse(`${VANDAAG}T23:00:00Z`);
        huis.tafel.app.loopAf();
      },
      'aangenomen',
    ],
  ])('%s, and the screen that reads is told', async (_, sluit, stand) => {
    const { huis, id } = await gevraagd({ nu: `${VANDAAG}T20:00:00Z`, tot: VANDAAG });
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'kracht',
      titel: 'tekent graag',
      leefgebied: 'onderwijs',
    });
    const greta = await huis.als('greta');
    await neemAan(greta, id);
    expect(leest(await haal(huis, 'greta', id))).toContain('tekent graag');
    const luisteraar = await greta.live();
    await new Promise((klaar) => luisteraar.socket.emit('advies:volg', { adviesvraagId: id }, klaar));
    const erbij = { soort: 'kracht', titel: 'na het sluiten', leefgebied: 'onderwijs' };

    await sluit(huis, id);
    await luisteraar.bij();

    expect(luisteraar.ontvangen).toEqual([{ soort: 'advies', bericht: { adviesvraagId: id } }]);
    const dicht = await haal(huis, 'greta', id);
    expect(dicht).toMatchObject({ leest: null, stand, geslotenOp: expect.any(String) });
    expect(JSON.stringify(dicht)).not.toContain('tekent graag');
    await huis.schrijf('tom', 'jeugd', 'kind1', erbij);
    await luisteraar.bij();
    expect(luisteraar.ontvangen).toHaveLength(1);
    expect(huis.tafel.fouten).toEqual([]);
  });

  test('with what was under way, and to who gave it back or handed it on', async () => {
    const { huis, deel, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    await als(huis, 'greta', 'PATCH', `/${id}`, { watIkLees: 'half' });
    expect((await haal(huis, 'greta', id)).concept).toMatchObject({ watIkLees: 'half' });
    expect((await als(huis, 'greta', 'DELETE', `/${id}/aanneming`)).status).toBe(204);
    expect(await lijst(huis, 'greta')).toEqual([`wacht ${id}`]);
    expect((await haal(huis, 'greta', id)).leest).toBe(null);

    await neemAan(await huis.als('greta'), id);
    // What was written of it went when it was given back.
    expect((await haal(huis, 'greta', id)).concept).toBe(null);
    const body = { medewerkerId: huis.persoonId('hugo') };
    expect((await als(huis, 'greta', 'POST', `/${id}/overdracht`, body)).status).toBe(204);
    verwachtWeigering(await als(huis, 'greta', 'GET', `/${id}`), 404, 'niet_gevonden');
    expect((await haal(huis, 'hugo', id)).rol).toBe('deskundige');
    const nietTom = { medewerkerId: huis.persoonId('tom') };
    verwachtWeigering(
      await als(huis, 'hugo', 'POST', `/${id}/overdracht`, nietTom),
      422,
      'verwijzing_onbekend',
    );
    expect(deel).not.toBe('');
  });

  test('NK1: who takes part in the casus advises on none of its questions, and whose question it was waits again', async () => {
    const { huis, id } = await gevraagd();
    await huis.laatMeedoen('hugo', ['kind1']);
    expect(await lijst(huis, 'hugo')).toEqual([]);
    verwachtWeigering(await als(huis, 'hugo', 'GET', `/${id}`), 404, 'niet_gevonden');
    verwachtWeigering(await als(huis, 'hugo', 'POST', `/${id}/aanneming`), 404, 'niet_gevonden');
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'kracht',
      titel: 'tekent graag',
      leefgebied: 'onderwijs',
    });
    await neemAan(await huis.als('greta'), id);
    await als(huis, 'greta', 'PATCH', `/${id}`, { watIkLees: 'half' });
    expect(leest(await haal(huis, 'greta', id))).toContain('tekent graag');

    await huis.laatMeedoen('greta', ['kind1']);

    expect(await lijst(huis, 'greta')).toEqual([]);
    verwachtWeigering(await als(huis, 'greta', 'GET', `/${id}`), 404, 'niet_gevonden');
    expect(JSON.stringify(await huis.bord('greta'))).not.toContain('tekent graag');
    expect(await haal(huis, 'tom', id)).toMatchObject({ stand: 'gevraagd', deskundige: null });
    // Handing it on to somebody who takes part there tells nobody: it waits again.
    await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('greta')}`);
    expect(await lijst(huis, 'greta')).toEqual([`deskundige ${id}`]);
    const body = { medewerkerId: huis.persoonId('hugo') };
    expect((await als(huis, 'greta', 'POST', `/${id}/overdracht`, body)).status).toBe(204);
    expect(await lijst(huis, 'greta')).toEqual([`wacht ${id}`]);
    expect(await lijst(huis, 'hugo')).toEqual([]);
  });
});

// NK27: what others keep is asked of them, and opens at the place of who advises, never at the seat of who asks.
describe('OV11, NK27: what others keep', () => {
  /** Sanne asks about kind 1, and asks Tom's jeugd of its keepers by the line that stands for it. */
  async function gevraagdAanTom(meer: { readonly tot?: string; readonly nu?: string } = {}) {
    const { nu, tot = TOT } = meer;
    const huis = await huishouden(nu === undefined ? {} : { nu: Date.parse(nu) });
    const deel = await huis.plek('tom', 'jeugd', 'kind1', 'schrijven');
    await huis.schrijf('tom', 'jeugd', 'kind1', {
      soort: 'kracht',
      titel: 'Lisa tekent graag',
      leefgebied: 'onderwijs',
    });
    await huis.schrijf('fatima', 'naam', 'kind1', { soort: 'naam', voornaam: 'Lisa' });
    const tegel = await huis.plek('inge', 'jeugd', 'kind1', 'dat').catch(() => '');
    const vanFatima = await huis.plek('fatima', 'jeugd', 'kind1', 'dat');
    expect(tegel === '' || tegel === vanFatima).toBe(true);
    const id = await vraagAdvies(huis, 'fatima', 'kind1', { vraagt: [vanFatima], tot });
    return { huis, deel, tegel: vanFatima, id };
  }

  async function aan(huis: Huishouden, wie: Naam) {
    const { body } = await huis.vraag(wie, 'GET', '/toegangsverzoeken');
    return body as {
      verzoeken: {
        id: string;
        rol: string;
        compartimentId: string;
        voorAdvies?: boolean;
        besluit: unknown;
      }[];
      openVoorAdvies: { id: string; compartimentId: string; tot: string }[];
    }; // as the contract has it
  }

  async function besluit(huis: Huishouden, wie: Naam, body: object): Promise<Antwoord> {
    const [verzoek] = (await aan(huis, wie)).verzoeken;
    expect(verzoek).toBeDefined();
    return await huis.vraag(wie, 'POST', `/toegangsverzoeken/${verzoek?.id}/besluit`, body);
  }

  const JA = { besluit: 'toegestaan', reden: 'helpt het kind' };
  const NEE = { besluit: 'afgewezen', reden: 'hoeft niet' };
  const status = async (huis: Huishouden, id: string) =>
    (await haal(huis, 'fatima', id)).gevraagd?.map((een) => een.status);

  test('is asked of who keeps it, who sees the question, from where, until when, and decides for their part', async () => {
    const { huis, deel, tegel, id } = await gevraagdAanTom();
    expect((await aan(huis, 'tom')).verzoeken).toEqual([
      expect.objectContaining({
        rol: 'bronhouder',
        compartimentId: deel,
        voorAdvies: true,
        niveau: 'lezen',
        // NK20: only who directs knows on which ground somebody takes part.
        grondslag: null,
        toelichting: 'Wat helpt in de ochtend?',
        vrager: expect.objectContaining({ zetel: 'participatie' }),
        tot: '2026-02-17T23:00:00.000Z',
        besluit: null,
      }),
    ]);
    // What is left out of their part, they see before they decide.
    const treffers = await huis.vraag('tom', 'GET', `/adviestreffers?compartimentIds=${deel}`);
    expect(treffers.body.treffers).toEqual([{ compartimentId: deel, soort: 'een naam', tekst: 'Lisa' }]);
    const werk = await (await huis.als('tom')).verzoek('GET', '/werkvoorraad');
    expect(werk.tekst).toContain('vraagt iets open te zetten voor advies');
    for (const wie of ['sanne', 'pieter', 'joke'] as const)
      expect((await aan(huis, wie)).verzoeken, wie).toEqual([]);
    const gesteld = await haal(huis, 'fatima', id);
    expect(gesteld.gevraagd).toEqual([
      {
        compartimentId: tegel,
        categorie: 'jeugd',
        over: 'kind 1',
        status: 'gevraagd',
        termijn: '2026-02-10',
      },
    ]);
    expect(gesteld).toMatchObject({ wachtNog: true, opent: [] });
    // It isn't among what they asked for themselves.
    expect((await aan(huis, 'fatima')).verzoeken).toEqual([]);
  });

  test('opens at the question and gives who asked nothing; to them it says *geopend*, not whose it was', async () => {
    const { huis, deel, id } = await gevraagdAanTom();
    await neemAan(await huis.als('greta'), id);
    expect(leest(await haal(huis, 'greta', id))).toBe('');
    const bord = await huis.bord('fatima');

    expect((await besluit(huis, 'tom', JA)).status).toBe(204);

    expect(leest(await haal(huis, 'greta', id))).toContain('[een naam] tekent graag');
    const gesteld = await als(huis, 'fatima', 'GET', `/${id}`);
    expect(gesteld.body.gevraagd).toEqual([expect.objectContaining({ status: 'geopend' })]);
    expect(gesteld.tekst).not.toContain(deel);
    expect((await huis.bord('fatima')).compartimenten).toEqual(bord.compartimenten);
    expect(regels(huis)).toContain('voor_advies_geopend');
    verwachtWeigering(await besluit(huis, 'tom', NEE), 409, 'al_besloten');
  });

  test('NK27: is alike to who asks where nobody, one or three keep something, and where each refuses', async () => {
    const { huis, id } = await gevraagdAanTom();
    const leeg = await huis.plek('fatima', 'veiligheid', 'kind1', 'dat');
    const bijNiemand = await vraagAdvies(huis, 'fatima', 'kind1', { vraagt: [leeg], tot: TOT });
    const vorm = async (van: string) => {
      const fatima = await huis.tafel.meldAan(huis.persoonId('fatima'));
      const { gevraagd: gevraagd_, ...rest }: Adviesvraag = (
        await fatima.verzoek('GET', `/adviesvragen/${van}`)
      ).body;
      const zonder = gevraagd_?.map(({ compartimentId, categorie, ...een }) => [
        compartimentId !== categorie,
        een,
      ]);
      return { ...rest, id: '', gevraagd: zonder };
    };
    expect(await vorm(bijNiemand)).toEqual(await vorm(id));
    expect((await besluit(huis, 'tom', NEE)).status).toBe(204);
    expect(await vorm(bijNiemand)).toEqual(await vorm(id));
    huis.tafel.klok.nu = Date.parse('2026-02-10T23:00:00Z');
    huis.tafel.app.loopAf();
    expect(await vorm(bijNiemand)).toEqual(await vorm(id));
    expect(await vorm(id)).toMatchObject({ gevraagd: [[true, { status: 'afgelopen' }]], wachtNog: false });
  });

  test('may be opened for shorter, never for longer or to write', async () => {
    const { huis, id } = await gevraagdAanTom({ nu: `${VANDAAG}T20:00:00Z` });
    await neemAan(await huis.als('greta'), id);
    verwachtWeigering(await besluit(huis, 'tom', { ...JA, tot: '2026-02-18' }), 422, 'meer_dan_gevraagd');
    verwachtWeigering(await besluit(huis, 'tom', { ...JA, niveau: 'schrijven' }), 422, 'meer_dan_gevraagd');
    expect((await besluit(huis, 'tom', { ...JA, tot: VANDAAG })).status).toBe(204);
    expect(leest(await haal(huis, 'greta', id))).toContain('tekent graag');
    huis.tafel.klok.nu = Date.parse(`${VANDAAG}T23:00:00Z`);
    huis.tafel.app.loopAf();
    expect(leest(await haal(huis, 'greta', id))).toBe('');
  });

  test('NK7: closes when who keeps it says so, and a colleague of theirs or who asked can’t be told apart from nobody', async () => {
    const { huis, id } = await gevraagdAanTom();
    const greta = await huis.als('greta');
    await neemAan(greta, id);
    await besluit(huis, 'tom', JA);
    const [opening] = (await aan(huis, 'tom')).openVoorAdvies;
    const luisteraar = await greta.live();
    await new Promise((klaar) => luisteraar.socket.emit('advies:volg', { adviesvraagId: id }, klaar));
    const sluit = (wie: Naam) => huis.vraag(wie, 'DELETE', `/adviesopeningen/${opening?.id}`);
    for (const wie of ['fatima', 'sanne', 'pieter'] as const) {
      expect((await aan(huis, wie)).openVoorAdvies, wie).toEqual([]);
      verwachtWeigering(await sluit(wie), 404, 'niet_gevonden');
    }

    expect((await sluit('tom')).status).toBe(204);
    await luisteraar.bij();

    expect(luisteraar.ontvangen).toEqual([{ soort: 'advies', bericht: { adviesvraagId: id } }]);
    expect(leest(await haal(huis, 'greta', id))).toBe('');
    expect((await aan(huis, 'tom')).openVoorAdvies).toEqual([]);
    verwachtWeigering(await sluit('tom'), 404, 'niet_gevonden');
    expect(regels(huis)).toContain('voor_advies_gesloten');
  });

  test('NK12: who reads a part and doesn’t keep it can have it opened by who does, and closes nothing', async () => {
    const huis = await huishouden();
    await huis.laatMeedoen('inge', null);
    const deel = await huis.plek('inge', 'inkomen', null, 'schrijven');
    expect(await huis.plek('fatima', 'inkomen', null, 'lezen')).toBe(deel);
    await vraagAdvies(huis, 'fatima', 'kind1', { vraagt: [deel], tot: TOT });
    expect((await besluit(huis, 'inge', JA)).status).toBe(204);
    const [opening] = (await aan(huis, 'inge')).openVoorAdvies;
    expect(opening?.compartimentId).toBe(deel);
    expect((await aan(huis, 'fatima')).openVoorAdvies).toEqual([]);
    const sluit = await huis.vraag('fatima', 'DELETE', `/adviesopeningen/${opening?.id}`);
    verwachtWeigering(sluit, 404, 'niet_gevonden');
  });

  test('NK20: who keeps a part with others hears that it is open from when somebody reads it, and closes it', async () => {
    const { huis } = await gevraagd();
    const plan = await huis.plek('sanne', 'plan', null, 'schrijven');
    const id = await vraagAdvies(huis, 'sanne', 'kind1', { opent: [plan], tot: TOT });
    expect((await aan(huis, 'tom')).openVoorAdvies.map((een) => een.compartimentId)).not.toContain(plan);
    expect((await aan(huis, 'sanne')).openVoorAdvies.map((een) => een.compartimentId)).toContain(plan);
    await neemAan(await huis.als('greta'), id);
    const opening = (await aan(huis, 'tom')).openVoorAdvies.find((een) => een.compartimentId === plan);
    expect((await huis.vraag('tom', 'DELETE', `/adviesopeningen/${opening?.id}`)).status).toBe(204);
    expect(leest(await haal(huis, 'greta', id))).toBe('');
  });

  test('who asked closes what they opened themselves, before the question is over', async () => {
    const { huis, deel, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    const { openVoorAdvies } = await aan(huis, 'tom');
    expect(openVoorAdvies.map((een) => een.compartimentId)).toEqual([deel]);
    const pad = `/adviesopeningen/${openVoorAdvies[0]?.id}`;
    expect((await huis.vraag('tom', 'DELETE', pad)).status).toBe(204);
    expect(leest(await haal(huis, 'greta', id))).toBe('');
  });

  test.each<[string, (huis: Huishouden, id: string) => Promise<unknown>]>([
    ['signed', (huis, id) => als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES)],
    ['withdrawn', (huis, id) => als(huis, 'fatima', 'DELETE', `/${id}`)],
  ])('a grant after the question was %s: 409, and it waits for nobody any more', async (_, eindig) => {
    const { huis, id } = await gevraagdAanTom();
    await neemAan(await huis.als('greta'), id);
    const [verzoek] = (await aan(huis, 'tom')).verzoeken;
    await eindig(huis, id);
    expect((await aan(huis, 'tom')).verzoeken).toEqual([]);
    expect((await (await huis.als('tom')).verzoek('GET', '/werkvoorraad')).tekst).not.toContain(
      'voor advies',
    );
    for (const body of [JA, NEE])
      verwachtWeigering(
        await huis.vraag('tom', 'POST', `/toegangsverzoeken/${verzoek?.id}/besluit`, body),
        409,
        'advies_afgerond',
      );
    expect(await status(huis, id)).toEqual(['afgelopen']);
    expect(JSON.stringify(await haal(huis, 'greta', id))).not.toContain('tekent graag');
  });

  test('what a keeper opened closes with the question', async () => {
    const { huis, id } = await gevraagdAanTom();
    await neemAan(await huis.als('greta'), id);
    await besluit(huis, 'tom', JA);
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    expect((await haal(huis, 'greta', id)).leest).toBe(null);
    expect((await aan(huis, 'tom')).openVoorAdvies).toEqual([]);
  });

  test('is what somebody knows of and doesn’t keep, of that member or the household, and never names', async () => {
    const huis = await huishouden();
    const vraag = async (wie: Naam, vraagt: string) =>
      await huis.vraag(wie, 'POST', '/adviesvragen', {
        lidId: huis.leden.kind1,
        vraag: 'Wat nu?',
        opent: [],
        vraagt: [vraagt],
        genoemd: [],
        tot: TOT,
      });
    verwachtWeigering(await vraag('tom', NIEMAND), 422, 'verwijzing_onbekend');
    const ggz = await huis.plek('pieter', 'gezondheid', 'moeder', 'schrijven');
    verwachtWeigering(await vraag('fatima', ggz), 422, 'verwijzing_onbekend');
    const eigen = await huis.plek('tom', 'jeugd', 'kind1', 'schrijven');
    verwachtWeigering(await vraag('tom', eigen), 422, 'niet_te_vragen');
    verwachtWeigering(
      await vraag('fatima', await huis.plek('fatima', 'jeugd', 'moeder', 'dat')),
      422,
      'niet_te_vragen',
    );
    verwachtWeigering(await vraag('tom', await huis.plek('tom', 'naam', 'kind1')), 422, 'niet_te_vragen');
  });
});

describe('OV11: the advice', () => {
  test('is a concept of who writes it until it is signed; then dated, fixed, and only added to', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    await als(huis, 'greta', 'PATCH', `/${id}`, { watIkLees: 'geheim concept' });
    for (const wie of ['tom', 'sanne'] as const)
      expect(JSON.stringify(await haal(huis, wie, id)), wie).not.toContain('geheim');
    verwachtWeigering(await als(huis, 'tom', 'PATCH', `/${id}`, ADVIES), 403, 'niet_deskundige');
    verwachtWeigering(await als(huis, 'greta', 'POST', `/${id}/advies`, {}), 422, 'leeg_advies');
    verwachtWeigering(
      await als(huis, 'greta', 'POST', `/${id}/aanvulling`, { tekst: 'x' }),
      422,
      'nog_geen_advies',
    );

    expect((await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES)).status).toBe(204);

    const advies = { ...ADVIES, watIkLees: null, op: new Date(huis.tafel.klok.nu).toISOString() };
    for (const wie of ['tom', 'sanne', 'greta'] as const)
      expect(await haal(huis, wie, id), wie).toMatchObject({ stand: 'gegeven', advies, concept: null });
    verwachtWeigering(await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES), 409, 'al_gegeven');
    verwachtWeigering(await als(huis, 'greta', 'PATCH', `/${id}`, ADVIES), 409, 'al_gegeven');
    verwachtWeigering(await als(huis, 'tom', 'DELETE', `/${id}`), 409, 'al_gegeven');
    verwachtWeigering(await als(huis, 'greta', 'DELETE', `/${id}/aanneming`), 409, 'al_gegeven');
    expect(
      (await als(huis, 'greta', 'POST', `/${id}/aanvulling`, { tekst: 'Ook in de vakantie.' })).status,
    ).toBe(201);
    expect(await haal(huis, 'tom', id)).toMatchObject({ aanvullingen: [{ door: 'deskundige' }], advies });
    verwachtWeigering(
      await als(huis, 'tom', 'POST', `/${id}/aanvulling`, { tekst: 'x' }),
      403,
      'niet_deskundige',
    );
  });

  test('a question back is answered by who asked; the team says what it does, and who advised hears that', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    const reactie = { besluit: 'deels', waarom: 'Tom kan op maandag niet.' };
    verwachtWeigering(await als(huis, 'tom', 'POST', `/${id}/reactie`, reactie), 422, 'nog_geen_advies');
    expect((await als(huis, 'greta', 'POST', `/${id}/berichten`, { tekst: 'Wie brengt?' })).status).toBe(201);
    expect((await haal(huis, 'tom', id)).nieuws).toMatchObject({ soort: 'bericht' });
    expect((await als(huis, 'tom', 'POST', `/${id}/berichten`, { tekst: 'Sanne brengt.' })).status).toBe(201);
    verwachtWeigering(
      await als(huis, 'sanne', 'POST', `/${id}/berichten`, { tekst: 'x' }),
      403,
      'niet_vrager',
    );
    const { gesprek } = await haal(huis, 'greta', id);
    expect(gesprek.map(({ door, regels: zinnen }) => `${door}: ${woorden(zinnen)}`)).toEqual([
      'deskundige: Wie brengt?',
      'vrager: [een naam] brengt.',
    ]);
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    verwachtWeigering(await als(huis, 'sanne', 'POST', `/${id}/reactie`, reactie), 403, 'niet_vrager');

    expect((await als(huis, 'tom', 'POST', `/${id}/reactie`, reactie)).status).toBe(204);

    const gehoord = await haal(huis, 'greta', id);
    expect(gehoord).toMatchObject({ nieuws: { soort: 'reactie' }, reactie: { besluit: 'deels' } });
    expect(woorden(gehoord.reactie?.waarom ?? [])).toBe('[een naam] kan op maandag niet.');
  });

  test('of an afspraak that was made of it, who advised hears that there is one and how it goes, and no more', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    const afspraak = { soort: 'afspraak', titel: 'Kanarie brengt kind', uitvoerders: [huis.zetelVan('tom')] };
    const { id: kaartId } = await huis.schrijf('tom', 'plan', null, afspraak);
    const doel = await huis.schrijf('tom', 'plan', null, { soort: 'doel', titel: 'Rust' });
    const vanSanne = await huis.schrijf('sanne', 'financien', null, { ...afspraak, uitvoerders: [] });
    const reactie = { besluit: 'doen', waarom: 'Dit helpt.' };
    const met = (wie: Naam, welke: string) => als(huis, wie, 'POST', `/${id}/afspraken`, { kaartId: welke });
    // What is no afspraak, what isn't there, and what doesn't reach who asked.
    for (const geen of [doel.id, id, vanSanne.id])
      verwachtWeigering(await met('tom', geen), 422, 'verwijzing_onbekend');
    for (const wie of ['sanne', 'greta'] as const)
      verwachtWeigering(await met(wie, kaartId), 403, 'niet_vrager');
    for (const wie of ['fatima', 'hugo'] as const)
      verwachtWeigering(await met(wie, kaartId), 404, 'niet_gevonden');

    expect((await met('tom', kaartId)).status).toBe(204);
    expect(await haal(huis, 'greta', id)).toMatchObject({ reactie: null, nieuws: { soort: 'afspraak' } });
    const luisteraar = await (await huis.als('greta')).live();
    await new Promise((klaar) => luisteraar.socket.emit('advies:volg', { adviesvraagId: id }, klaar));
    const bij = async (wie: Naam) => (await haal(huis, wie, id)).afspraken;
    expect(await bij('greta')).toEqual([{ kaartId: null, stand: 'gepland' }]);
    expect(await bij('tom')).toEqual([{ kaartId, stand: 'gepland' }]);
    const stap = await huis.vraag('tom', 'POST', `/kaarten/${kaartId}/stappen`, { stand: 'bezig' });
    expect(stap.status, stap.tekst).toBe(201);
    await luisteraar.bij();
    expect(luisteraar.ontvangen.map(({ soort }) => soort)).toContain('advies');
    expect(await bij('greta')).toEqual([{ kaartId: null, stand: 'bezig' }]);
    // Answered again, what was made before stays.
    expect((await als(huis, 'tom', 'POST', `/${id}/reactie`, reactie)).status).toBe(204);
    expect(await bij('greta')).toEqual([{ kaartId: null, stand: 'bezig' }]);
    expect(JSON.stringify(await haal(huis, 'greta', id))).not.toMatch(new RegExp(`Kanarie|${kaartId}`));

    const versie = await huis.versie('tom', kaartId);
    expect((await huis.vraag('tom', 'DELETE', `/kaarten/${kaartId}?versie=${versie}`)).status).toBe(204);
    expect(await bij('greta')).toEqual([{ kaartId: null, stand: 'verwijderd' }]);
    expect(await bij('tom')).toEqual([]);
  });

  test('NK37: an afspraak that was made of it and doesn’t reach who is named is no news to them, nor told', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    const kaart = await huis.schrijf('tom', 'jeugd', 'kind1', { soort: 'afspraak', titel: 'Kanarie' });
    const luisteraar = await (await huis.als('sanne')).live();
    await new Promise((klaar) => luisteraar.socket.emit('advies:volg', { adviesvraagId: id }, klaar));
    const voor = await haal(huis, 'sanne', id);
    await luisteraar.bij();
    luisteraar.ontvangen.splice(0);

    const antwoord = await als(huis, 'tom', 'POST', `/${id}/afspraken`, { kaartId: kaart.id });
    expect(antwoord.status, antwoord.tekst).toBe(204);

    await luisteraar.bij();
    expect(luisteraar.ontvangen).toEqual([]);
    expect(await haal(huis, 'sanne', id)).toEqual(voor);
    expect(await haal(huis, 'greta', id)).toMatchObject({ nieuws: { soort: 'afspraak' } });
    luisteraar.sluit();
  });

  test('ST14: an afspraak that is made of it touches no answer, of two at once, and said again it is the same', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    const afspraken = await Promise.all(
      ['Samen vooruitkijken', 'Rust'].map((titel) =>
        huis.schrijf('tom', 'plan', null, { soort: 'afspraak', titel, uitvoerders: [huis.zetelVan('tom')] }),
      ),
    );
    const [een, twee] = afspraken.map((kaart) => kaart.id);
    const met = (kaartId = '') => als(huis, 'tom', 'POST', `/${id}/afspraken`, { kaartId });
    verwachtWeigering(await met(een), 422, 'nog_geen_advies');
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    const antwoord = (besluit: string, waarom: string) =>
      als(huis, 'tom', 'POST', `/${id}/reactie`, { besluit, waarom });
    await antwoord('doen', 'Dit helpt.');

    // On one screen he answers otherwise, on another that still shows the first answer he makes an afspraak of it.
    const samen = [antwoord('niet', 'Het gezin wil dit niet.'), met(een), met(twee), met(een)];
    expect((await Promise.all(samen)).map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const voor = regels(huis).length;
    expect((await met(een)).status).toBe(204);

    expect(regels(huis)).toHaveLength(voor);
    const hier = await haal(huis, 'tom', id);
    expect(hier.reactie).toMatchObject({ besluit: 'niet' });
    expect(hier.afspraken.map(({ kaartId }) => kaartId)).toEqual([een, twee]);
  });

  test('what was made of it before an afspraak was a piece of its own stays, also when it is answered anew', async () => {
    const { huis, id } = await gevraagd();
    await neemAan(await huis.als('greta'), id);
    await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES);
    const kaart = { soort: 'afspraak', titel: 'Rust', uitvoerders: [huis.zetelVan('tom')] };
    const { id: kaartId } = await huis.schrijf('tom', 'plan', null, kaart);
    const { database, app } = huis.tafel;
    const compartiment = app.stappen.lees(() => app.casussen.compartiment(id));
    const rijId = NIEMAND;
    const inhoud = database.kluis.versleutelJson(
      { compartimentId: id, tijdperk: compartiment?.tijdperk ?? '', rijId, soort: 'adviesstuk' },
      { besluit: 'doen', waarom: 'Dit helpt.', afspraakIds: [kaartId] },
    );
    database.sqlite
      .prepare(
        'insert into adviesstukken (id, adviesvraag_id, soort, door_id, op, inhoud) values (?, ?, ?, ?, ?, ?)',
      )
      .run(rijId, id, 'reactie', huis.persoonId('tom'), huis.tafel.klok.nu, inhoud);
    expect((await haal(huis, 'tom', id)).afspraken).toEqual([{ kaartId, stand: 'gepland' }]);

    await als(huis, 'tom', 'POST', `/${id}/reactie`, { besluit: 'deels', waarom: 'Niet elke week.' });

    expect(await haal(huis, 'tom', id)).toMatchObject({
      reactie: { besluit: 'deels' },
      afspraken: [{ kaartId, stand: 'gepland' }],
    });
  });

  test('of a question that was taken back, who wrote keeps their concept and no more', async () => {
    const { huis, id } = await gevraagd({ toelichting: 'slaapt weinig' });
    await neemAan(await huis.als('greta'), id);
    await als(huis, 'greta', 'PATCH', `/${id}`, { watIkLees: 'half' });
    await als(huis, 'tom', 'DELETE', `/${id}`);
    const over = await haal(huis, 'greta', id);
    expect(over).toMatchObject({ concept: { watIkLees: 'half' }, stand: 'ingetrokken' });
    expect(JSON.stringify(over)).not.toContain('slaapt weinig');
    verwachtWeigering(await als(huis, 'greta', 'POST', `/${id}/advies`, ADVIES), 409, 'al_ingetrokken');
  });
});

test('OV11: before it is sent, who asks sees what is left out of what they read, and of nothing else', async () => {
  const huis = await huishouden();
  const deel = await huis.plek('tom', 'jeugd', 'kind1', 'schrijven');
  const wonen = await huis.plek('marloes', 'wonen', 'moeder', 'schrijven');
  await huis.schrijf('marloes', 'wonen', 'moeder', {
    soort: 'zorgpunt',
    titel: 'belt 06-12345678',
    leefgebied: 'wonen',
  });
  await huis.schrijf('fatima', 'naam', 'kind1', { soort: 'naam', voornaam: 'Lisa' });
  await huis.schrijf('tom', 'jeugd', 'kind1', {
    soort: 'kracht',
    titel: 'Lisa tekent graag',
    leefgebied: 'onderwijs',
  });
  const kijkNa = async (wie: Naam) =>
    (await huis.vraag(wie, 'GET', `/adviestreffers?compartimentIds=${deel},${wonen}`)).body.treffers;
  expect(await kijkNa('tom')).toEqual([{ compartimentId: deel, soort: 'een naam', tekst: 'Lisa' }]);
  expect(await kijkNa('ali')).toEqual([]);
});

test('ST6: ten questions of one person are open in a casus, and twenty asked there in a day; others’ don’t count', async () => {
  const huis = await huishouden();
  const vraag = { lidId: huis.leden.kind1, vraag: 'Wat helpt?', opent: [], genoemd: [], tot: TOT };
  const stel = async (wie: Naam) => await huis.vraag(wie, 'POST', '/adviesvragen', vraag);
  const ids: string[] = [];
  const mag = async (wie: Naam): Promise<void> => {
    const antwoord = await stel(wie);
    expect(antwoord.status, antwoord.tekst).toBe(201);
    ids.push(antwoord.body.id);
  };
  for (let n = 0; n < 10; n += 1) await mag('tom');
  verwachtWeigering(await stel('tom'), 422, 'te_veel_vragen');
  await mag('sanne');
  for (const id of ids.slice(0, 10)) expect((await als(huis, 'tom', 'DELETE', `/${id}`)).status).toBe(204);
  for (let n = 0; n < 10; n += 1) await mag('tom');
  for (const id of ids.slice(11)) expect((await als(huis, 'tom', 'DELETE', `/${id}`)).status).toBe(204);
  verwachtWeigering(await stel('tom'), 422, 'te_veel_vragen');
  await mag('sanne');
  huis.tafel.klok.nu += 24 * 60 * 60 * 1000;
  const morgen = await huis.tafel.meldAan(huis.persoonId('tom'));
  expect((await morgen.verzoek('POST', `${huis.pad}/adviesvragen`, vraag)).status).toBe(201);
});
