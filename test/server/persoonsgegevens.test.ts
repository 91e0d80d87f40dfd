import { describe, expect, test } from 'vitest';
import { type Huishouden, huishouden, opgeslagen, verwachtWeigering } from './huishouden.ts';

// ST19: what nobody should ever save, the server refuses, wherever it is typed.

const BSN = 'Het nummer van moeder is 111 222 333.';
const CASUS = {
  leden: [{ rol: 'moeder' }],
  zetel: 'participatie',
  waarvoor: 'samenhang',
  grondslag: 'participatiewet',
};

/** Every place where people type, and the field that is wrong. */
const PLEKKEN: readonly (readonly [
  waar: string,
  veld: string,
  vraag: (huis: Huishouden, tekst: string) => Promise<Awaited<ReturnType<Huishouden['vraag']>>>,
])[] = [
  ['a title', 'titel', (huis, titel) => maak(huis, 'plan', { soort: 'afspraak', titel })],
  [
    'a motivation',
    'motivering',
    (huis, motivering) =>
      maak(huis, 'plan', { soort: 'besluit', titel: 'x', datum: '2026-02-03', motivering }),
  ],
  ['a line of help', 'wat', (huis, wat) => maak(huis, 'hulp', { soort: 'hulp', soortHulp: 'taal', wat })],
  ['a question on the board', 'titel', (huis, titel) => maak(huis, 'plan', { soort: 'vraag', titel })],
  ['a name', 'voornaam', (huis, voornaam) => maak(huis, 'naam', { soort: 'naam', voornaam }, 'moeder')],
  ['an address', 'titel', (huis, titel) => maak(huis, 'adres', { soort: 'adres', titel }, 'moeder')],
  [
    'the card for in acute danger',
    'weten',
    (huis, weten) => maak(huis, 'adres', { soort: 'noodkaart', weten, bellen: '112' }, 'moeder'),
  ],
  [
    'a change of a title',
    'titel',
    async (huis, titel) => {
      const { id, versie } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x' });
      return await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, { versie, titel });
    },
  ],
  [
    'a step of an afspraak',
    'tekst',
    async (huis, tekst) => {
      const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'afspraak', titel: 'x' });
      return await huis.vraag('fatima', 'POST', `/kaarten/${id}/stappen`, { tekst });
    },
  ],
  [
    'the question of who brings a casus',
    'vraag',
    async (huis, vraag) => await (await huis.als('fatima')).verzoek('POST', '/casussen', { ...CASUS, vraag }),
  ],
  [
    'why somebody takes part all the same',
    'gezinAkkoord.reden',
    (huis, reden) =>
      huis.vraag('fatima', 'POST', '/deelnemers', {
        medewerkerId: huis.persoonId('joke'),
        zetel: 'onderwijs',
        lidIds: null,
        waarvoor: 'onderwijs',
        grondslag: 'onderwijswet',
        gezinAkkoord: { ja: false, reden },
      }),
  ],
];

async function maak(huis: Huishouden, categorie: string, inhoud: object, lid: 'moeder' | null = null) {
  const compartimentId = await huis.plek('fatima', categorie, lid);
  return await huis.vraag('fatima', 'POST', '/kaarten', { compartimentId, ...inhoud });
}

describe.each(PLEKKEN)('ST19: a BSN in %s', (_waar, veld, vraag) => {
  test('should be refused, at its field and in Dutch, and nothing kept', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const antwoord = await vraag(huis, BSN);
    verwachtWeigering(antwoord, 422, 'persoonsgegeven_geweigerd');
    expect(antwoord.body.fouten).toEqual([{ veld, bericht: expect.stringContaining('Haal het BSN uit') }]);
    expect(antwoord.body.detail).toContain('Een BSN mag nergens in Regietafel staan.');
    expect(antwoord.tekst).not.toContain('222');
    expect(JSON.stringify(await huis.bord('fatima'))).not.toContain('111 222 333');
  });

  test('should be taken as what it is when it is called a kenmerk', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const antwoord = await vraag(huis, 'Kenmerk 111222333');
    expect(antwoord.status, antwoord.tekst).toBeLessThan(300);
  });
});

test.each([
  'bsn 111222333',
  'BSN: 1112.22.333',
  '111222333',
  '111\u00a0222\u00a0333',
  '111-222-333',
  'burgerservicenummer 123456789',
  'sofinummer 12345672',
  'kind 1 111 222 333',
])('ST19: the server should refuse "%s" as a title', async (titel) => {
  const huis = await huishouden({ plaatsen: {} });
  const voor = opgeslagen(huis.tafel);
  verwachtWeigering(await maak(huis, 'plan', { soort: 'doel', titel }), 422, 'persoonsgegeven_geweigerd');
  expect(opgeslagen(huis.tafel)).toMatchObject({ kaarten: (voor as { kaarten: unknown }).kaarten });
});

test.each([
  'dossier 111222333',
  'factuur 111222333 betalen',
  'nummer 123456789',
  'schuld van € 123456782',
  'Zaaknummer 2026-00123',
  'NL91 ABNA 0417 1643 00',
  'schooljaar 2024-2025',
  'Bel 06-12345678',
])('ST19: the server should take "%s" as a title', async (titel) => {
  const huis = await huishouden({ plaatsen: {} });
  const antwoord = await maak(huis, 'plan', { soort: 'doel', titel });
  expect([antwoord.status, antwoord.body.titel], antwoord.tekst).toEqual([201, titel]);
});

test.each(['Bel 06-12345678', 'moeder: 06/12345678', '+32 470 12 34 56', '(010) 123 45 67'])(
  'ST19: the server should refuse "%s" in the question to the table, whosever it is',
  async (vraag) => {
    const huis = await huishouden({ plaatsen: {} });
    const fatima = await huis.als('fatima');
    const bij = await fatima.verzoek('POST', '/casussen', { ...CASUS, vraag });
    verwachtWeigering(bij, 422, 'persoonsgegeven_geweigerd');
    expect(bij.body.fouten).toMatchObject([{ veld: 'vraag' }]);
    const op = await maak(huis, 'plan', { soort: 'vraag', titel: vraag });
    verwachtWeigering(op, 422, 'persoonsgegeven_geweigerd');
    expect(op.body.fouten).toMatchObject([{ veld: 'titel' }]);
  },
);

test('ST19: the server should say all that is wrong, not that alone', async () => {
  const huis = await huishouden({ plaatsen: {} });
  const antwoord = await maak(huis, 'plan', {
    soort: 'besluit',
    titel: BSN,
    datum: '2026-02-30',
    motivering: 'x',
  });
  verwachtWeigering(antwoord, 422, 'persoonsgegeven_geweigerd');
  expect(antwoord.body.fouten.map(({ veld }: { veld: string }) => veld).sort()).toEqual(['datum', 'titel']);
});

test('ST19 NK5: who may not write there should get the same answer with a BSN as without', async () => {
  const huis = await huishouden();
  const compartimentId = await huis.plek('fatima', 'plan', null);
  const vraag = (titel: string) =>
    huis.vraag('joke', 'POST', '/kaarten', { compartimentId, soort: 'doel', titel });
  expect((await vraag(BSN)).tekst).toBe((await vraag('x')).tekst);
});

test('ST19 NK6: a name or a number that one may not read should be taken whether it is somebody’s or not', async () => {
  const proef = async (geheim: { naam: string; telefoon: string } | null) => {
    const huis = await huishouden();
    if (geheim !== null) {
      await huis.schrijf('fatima', 'naam', 'moeder', { soort: 'naam', voornaam: geheim.naam });
      await huis.schrijf('fatima', 'contact', 'moeder', { soort: 'contact', titel: geheim.telefoon });
    }
    const plek = await huis.plek('joke', 'onderwijs', 'kind1');
    const titels = ['Denise komt niet', 'Bel 06-12345678'];
    return await Promise.all(
      titels.map(async (titel) => {
        const { status, body } = await huis.vraag('joke', 'POST', '/kaarten', {
          compartimentId: plek,
          soort: 'zorgpunt',
          titel,
          leefgebied: 'onderwijs',
        });
        return [status, body.titel];
      }),
    );
  };
  expect(await proef({ naam: 'Denise', telefoon: '06-12345678' })).toEqual(await proef(null));
});
