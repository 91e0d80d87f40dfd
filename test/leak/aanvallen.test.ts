import { describe, expect, onTestFinished, test } from 'vitest';
import { Weigering } from '../../server/kern/weigering.ts';
import { Kaartenkast } from '../../server/plan/kaarten.ts';
import { WEGEN } from '../../shared/contract/wegen.ts';
import { brengCasus, geefZetel } from '../bouw/casus.ts';
import { type Gezelschap, paren } from '../bouw/opzet.ts';
import { bouw, vestig } from '../bouw/vestiging.ts';
import { type Aangemeld, type Antwoord, type Tafelkeuzes, tafelVoorTest } from '../server/opstelling.ts';

// What somebody with a session, a command line and time would try. Each attack by the rule that it is against.

const NERGENS = '00000000-0000-4000-8000-000000000000';
const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Bord {
  readonly leden: { id: string; rol: string }[];
  readonly deelnemers: { id: string; naam: string; ik: boolean }[];
  readonly compartimenten: {
    id: string;
    categorie: string;
    lidId: string | null;
    niveau: string;
    eigen: boolean;
    vragenAan: unknown;
  }[];
  readonly kaarten: Record<string, unknown>[];
}

const MENSEN = {
  regie: ['gemeente', 'participatie'],
  jeugd: ['gemeente', 'jeugd'],
  wmo: ['wijkteam', 'wmo'],
  ggz: ['ggz', 'gezondheidszorg'],
  huisarts: ['huisarts', 'gezondheidszorg'],
  vriend: ['ggz', 'gezondheidszorg'],
  school: ['school', 'onderwijs'],
  wonen: ['corporatie', 'wonen'],
  buiten: ['elders', 'welzijn'],
} as const satisfies Gezelschap<string>;

type Wie = keyof typeof MENSEN;

const NAMEN: Readonly<Record<Wie, string>> = {
  regie: 'Rosa Regie',
  jeugd: 'Jan Jeugd',
  wmo: 'Wim Wmo',
  ggz: 'Gea Geheim',
  huisarts: 'Hans Huisarts',
  vriend: 'Vera Vriend',
  school: 'Sien School',
  wonen: 'Wop Wonen',
  buiten: 'Bo Buiten',
};

/** A table with a regisseur, jeugd, a discreet ggz, a school for one child, a housing corporation. */
async function tafelMetGezelschap(keuzes: Tafelkeuzes = {}) {
  const tafel = await tafelVoorTest(keuzes);
  const mensen = vestig<Wie>(tafel, MENSEN, {
    mens: (wie) => NAMEN[wie],
    organisatie: (waar) => `${waar} Verzonnen`,
    isGemeente: (waar) => waar === 'gemeente' || waar === 'wijkteam',
  });
  const huis = await bouw(mensen, {
    leden: { moeder: 'moeder', kind: 'kind' },
    regisseur: 'regie',
    stoelen: {},
  });
  const { casusId, pad: casus } = huis;
  const { moeder, kind } = huis.leden;
  const zet = async (wie: Wie, zetel: string, meer: object = {}): Promise<string> =>
    await huis.laatMeedoen(wie, null, { zetel, grondslag: 'wmo', ...meer });
  const aangemeld = await Promise.all(paren(NAMEN).map(async ([wie]) => [wie, await huis.als(wie)] as const));
  // Everybody who has a name.
  const als = Object.fromEntries(aangemeld) as Record<Wie, Aangemeld>;
  return { tafel, huis, als, casusId, casus, moeder, kind, zet };
}

function gelukt(antwoord: Antwoord): { id: string; versie: string } & Record<string, unknown> {
  if (antwoord.status >= 300) throw new Error(`${antwoord.status} ${antwoord.tekst}`);
  return antwoord.body;
}

async function bord(wie: Aangemeld, casus: string): Promise<Bord> {
  return gelukt(await wie.verzoek('GET', casus)) as unknown as Bord;
}

async function plek(
  wie: Aangemeld,
  casus: string,
  categorie: string,
  lidId: string | null = null,
): Promise<string> {
  const gevonden = (await bord(wie, casus)).compartimenten.find(
    (een) => een.categorie === categorie && een.lidId === lidId && een.niveau !== 'dat',
  );
  if (gevonden === undefined) throw new Error(`no ${categorie} to read`);
  return gevonden.id;
}

async function schrijf(wie: Aangemeld, casus: string, compartimentId: string, inhoud: object) {
  return gelukt(await wie.verzoek('POST', `${casus}/kaarten`, { compartimentId, ...inhoud }));
}

/** An answer with everything that could tell; `date` and ids that were asked for are the asker's own. */
function beeld({ status, kop, tekst }: Antwoord): unknown {
  const { date: _, ...rest } = kop;
  return { status, kop: rest, tekst };
}

async function gelijk(
  wie: Aangemeld,
  methode: string,
  pad: (id: string) => string,
  verborgen: string,
  body?: (id: string) => unknown,
) {
  const hier = beeld(await wie.verzoek(methode, pad(verborgen), body?.(verborgen)));
  const nergens = beeld(await wie.verzoek(methode, pad(NERGENS), body?.(NERGENS)));
  expect(hier).toEqual(nergens);
  return hier as { status: number; tekst: string };
}

describe('NK5: hidden and absent answer alike', () => {
  test('every route with a casus of others in its path, whatever the body', async () => {
    const { tafel, als, casusId } = await tafelMetGezelschap();
    const bodies = [undefined, '{"kapot":', '[]', `{"x":"${'y'.repeat(200_000)}"}`, '{}'];
    for (const { methode, pad } of tafel.app.routes.filter((een) => een.pad.includes('{casusId}'))) {
      for (const body of methode === 'get' ? [undefined] : bodies) {
        const vul = (id: string): string => pad.replace('{casusId}', id).replaceAll(/\{\w+\}/g, NERGENS);
        const { status } = await gelijk(als.buiten, methode.toUpperCase(), vul, casusId, () => body);
        expect([status, methode, pad]).toEqual([404, methode, pad]);
      }
    }
  });

  test('a kaart, a compartment, a deelnemer and a member of one’s own casus that one may not know of', async () => {
    const { als, casus, moeder, kind, zet } = await tafelMetGezelschap();
    const ggzId = await zet('ggz', 'gezondheidszorg');
    await zet('school', 'onderwijs', { lidIds: [kind] });
    const dossier = await plek(als.ggz, casus, 'gezondheid', moeder);
    const kaart = await schrijf(als.ggz, casus, dossier, { soort: 'doel', titel: 'geheim' });
    const bodies = [undefined, '{"kapot":', { versie: '1', titel: 'x' }, { versie: 99 }, { stand: 'gedaan' }];
    for (const body of bodies) {
      for (const [methode, pad] of [
        ['PATCH', (id: string) => `${casus}/kaarten/${id}`],
        ['DELETE', (id: string) => `${casus}/kaarten/${id}?versie=1`],
        ['DELETE', (id: string) => `${casus}/kaarten/${id}`],
        ['POST', (id: string) => `${casus}/kaarten/${id}/stappen`],
      ] as const) {
        for (const wie of [als.school, als.regie]) {
          expect((await gelijk(wie, methode, pad, kaart.id, () => body)).status).toBe(404);
        }
      }
      for (const methode of ['PATCH', 'DELETE']) {
        const lid = await gelijk(
          als.school,
          methode,
          (id) => `${casus}/leden/${id}`,
          moeder,
          () => body,
        );
        expect(lid.status).toBe(404);
        const stoel = await gelijk(
          als.school,
          methode,
          (id) => `${casus}/deelnemers/${id}`,
          ggzId,
          () => body,
        );
        expect(stoel.status).toBe(404);
      }
    }
    for (const wie of [als.school, als.regie]) {
      await gelijk(wie, 'GET', (id) => `${casus}/compartimenten/${id}/uitleg`, dossier);
      await gelijk(wie, 'POST', (id) => `${casus}/compartimenten/${id}/openingen`, dossier);
      await gelijk(
        wie,
        'POST',
        () => `${casus}/kaarten`,
        dossier,
        (compartimentId) => ({
          compartimentId,
          soort: 'kracht',
          titel: 'x',
          leefgebied: 'wonen',
        }),
      );
    }
  });

  test('ids in bodies and queries', async () => {
    const { als, casus, moeder, kind, zet } = await tafelMetGezelschap();
    const wmoId = await zet('wmo', 'wmo', { lidIds: [kind] });
    const ggzId = await zet('ggz', 'gezondheidszorg');
    const plan = await plek(als.wmo, casus, 'plan');
    const eigen = await plek(als.regie, casus, 'plan', moeder);
    const doel = await schrijf(als.regie, casus, eigen, { soort: 'doel', titel: 'van moeder' });
    const post = (inhoud: (id: string) => object) => (id: string) => ({
      compartimentId: plan,
      ...inhoud(id),
    });
    const kaarten = (): string => `${casus}/kaarten`;
    const afspraak = { soort: 'afspraak', titel: 'x' };
    for (const [verborgen, body] of [
      [ggzId, post((id) => ({ ...afspraak, uitvoerders: [id] }))],
      [ggzId, post((id) => ({ ...afspraak, uitvoerders: [wmoId, id] }))],
      [moeder, post((id) => ({ ...afspraak, uitvoerders: [id] }))],
      [moeder, post((id) => ({ soort: 'doel', titel: 'x', lidIds: [id] }))],
      [ggzId, post((id) => ({ soort: 'doel', titel: 'x', samenMet: [id] }))],
      [doel.id, post((id) => ({ ...afspraak, doelId: id }))],
    ] as const) {
      const { status } = await gelijk(als.wmo, 'POST', kaarten, verborgen, body);
      expect(status).toBe(422);
    }
  });
});

describe('NK23: a reference that is hidden in a kaart', () => {
  /** A kaart that wmo writes too, with a member in it whom wmo doesn't take part for. */
  async function metVerborgenLid(aantal: number) {
    const gezelschap = await tafelMetGezelschap();
    const { als, casus, moeder, kind, zet } = gezelschap;
    await zet('wmo', 'wmo', { lidIds: [kind] });
    const plan = await plek(als.regie, casus, 'plan');
    const kaart = await schrijf(als.regie, casus, plan, {
      soort: 'doel',
      titel: 'samen',
      lidIds: [moeder].slice(0, aantal),
    });
    const gezien = (await bord(als.wmo, casus)).kaarten.find(({ id }) => id === kaart.id);
    return { ...gezelschap, kaart, versie: gezien?.versie };
  }

  test('is not confirmed by taking it where an unknown one is refused', async () => {
    const { als, casus, moeder, kaart, versie } = await metVerborgenLid(1);
    const pad = `${casus}/kaarten/${kaart.id}`;
    const hier = beeld(await als.wmo.verzoek('PATCH', pad, { versie, lidIds: [moeder] }));
    const nergens = beeld(await als.wmo.verzoek('PATCH', pad, { versie, lidIds: [NERGENS] }));
    expect(hier).toEqual(nergens);
    expect(hier).toMatchObject({ status: 422 });
  });

  test('is not counted by how many more fit', async () => {
    const veertig = Array.from({ length: 40 }, (_, i) => NERGENS.replace(/..$/, String(10 + i)));
    const uitkomsten: unknown[] = [];
    for (const aantal of [0, 1]) {
      const { als, casus, kaart, versie } = await metVerborgenLid(aantal);
      const antwoord = await als.wmo.verzoek('PATCH', `${casus}/kaarten/${kaart.id}`, {
        versie,
        lidIds: veertig,
      });
      uitkomsten.push(beeld(antwoord));
    }
    expect(uitkomsten[0]).toEqual(uitkomsten[1]);
  });

  test('survives a change by who can’t see it, and a list that is emptied for the reader is as one that is missing', async () => {
    const { als, casus, moeder, kaart, kind, versie } = await metVerborgenLid(1);
    const pad = `${casus}/kaarten/${kaart.id}`;
    const na = gelukt(await als.wmo.verzoek('PATCH', pad, { versie, titel: 'anders', lidIds: [kind] }));
    expect(na.lidIds).toEqual([kind]);
    const bijRegie = (await bord(als.regie, casus)).kaarten.find(({ id }) => id === kaart.id);
    expect(bijRegie).toMatchObject({ titel: 'anders', lidIds: [moeder, kind] });
    gelukt(await als.regie.verzoek('PATCH', pad, { versie: bijRegie?.versie, samenMet: [moeder] }));
    const bijWmo = (await bord(als.wmo, casus)).kaarten.find(({ id }) => id === kaart.id);
    expect(bijWmo).not.toHaveProperty('samenMet');
  });
});

describe('NK6: what happens out of sight makes no sound', () => {
  test('an opening of one’s own is told at once, not at the next hidden change', async () => {
    const { als, casusId, casus, moeder, zet } = await tafelMetGezelschap();
    await zet('ggz', 'gezondheidszorg');
    await zet('jeugd', 'jeugd');
    const live = await als.jeugd.live();
    await live.volg(casusId);
    const adres = await plek(als.jeugd, casus, 'adres', moeder);
    gelukt(await als.jeugd.verzoek('POST', `${casus}/compartimenten/${adres}/openingen`));
    await live.bij();
    const voor = live.ontvangen.length;
    const dossier = await plek(als.ggz, casus, 'gezondheid', moeder);
    const kaart = await schrijf(als.ggz, casus, dossier, { soort: 'doel', titel: 'geheim' });
    const { versie } = gelukt(
      await als.ggz.verzoek('PATCH', `${casus}/kaarten/${kaart.id}`, {
        versie: kaart.versie,
        titel: 'nog geheimer',
      }),
    );
    gelukt(await als.ggz.verzoek('DELETE', `${casus}/kaarten/${kaart.id}?versie=${versie}`));
    await live.bij();
    expect(live.ontvangen.slice(voor)).toEqual([]);
  });

  test('a discreet seat that comes, changes, looks and goes', async () => {
    const { als, casusId, casus, zet } = await tafelMetGezelschap();
    await zet('wmo', 'wmo');
    const live = await als.wmo.live();
    await live.volg(casusId);
    await bord(als.wmo, casus);
    await live.bij();
    const voor = live.ontvangen.length;
    const eerst = beeld(await als.wmo.verzoek('GET', casus));
    const id = await zet('ggz', 'gezondheidszorg');
    const ggzLive = await als.ggz.live();
    await ggzLive.volg(casusId);
    await bord(als.ggz, casus);
    await als.regie.verzoek('PATCH', `${casus}/deelnemers/${id}`, { tot: '2026-03-01' });
    expect(beeld(await als.wmo.verzoek('GET', casus))).toEqual(eerst);
    await als.regie.verzoek('DELETE', `${casus}/deelnemers/${id}`);
    await live.bij();
    expect(beeld(await als.wmo.verzoek('GET', casus))).toEqual(eerst);
    expect(live.ontvangen.slice(voor)).toEqual([]);
  });

  test('a session that ends by the clock ends then, not at the next hidden change', async () => {
    const { tafel, als, casusId, zet } = await tafelMetGezelschap();
    await zet('wmo', 'wmo');
    const regieLive = await als.regie.live();
    const wmoLive = await als.wmo.live();
    await regieLive.volg(casusId);
    await wmoLive.volg(casusId);
    const uit = new Promise<void>((klaar) => wmoLive.socket.once('disconnect', () => klaar()));
    tafel.klok.nu += 12 * 60 * 60 * 1000;
    tafel.app.loopAf();
    await uit;
    expect(wmoLive.socket.connected).toBe(false);
    expect(wmoLive.ontvangen.filter(({ soort }) => soort === 'zicht')).toEqual([]);
  });

  test('kaarten that name one stand in the order in which they came, whatever went between', async () => {
    const { als, casus, zet } = await tafelMetGezelschap();
    const wonen = await zet('wonen', 'wonen');
    const plan = await plek(als.regie, casus, 'plan');
    const maak = (titel: string, uitvoerders: string[]) =>
      schrijf(als.regie, casus, plan, { soort: 'afspraak', titel, uitvoerders });
    const weg = [await maak('a', []), await maak('b', [])];
    await maak('eerste', [wonen]);
    for (const { id, versie } of weg)
      gelukt(await als.regie.verzoek('DELETE', `${casus}/kaarten/${id}?versie=${versie}`));
    await maak('tweede', [wonen]);
    const { kaarten } = await bord(als.wonen, casus);
    expect(kaarten.map(({ titel }) => titel)).toEqual(['eerste', 'tweede']);
  });

  test('nor in the order of the compartments that they stand in, which one isn’t told', async () => {
    const { tafel, als, casus, kind, zet } = await tafelMetGezelschap();
    const school = await zet('school', 'onderwijs', { lidIds: [kind] });
    for (const [titel, lidId] of [
      ['eerste', kind],
      ['tweede', null],
      ['derde', kind],
    ] as const) {
      tafel.klok.nu += 1000;
      const plan = await plek(als.regie, casus, 'plan', lidId);
      await schrijf(als.regie, casus, plan, { soort: 'afspraak', titel, uitvoerders: [school] });
    }
    const { kaarten } = await bord(als.school, casus);
    expect(kaarten.map(({ titel }) => titel)).toEqual(['eerste', 'tweede', 'derde']);
  });

  test('casussen of the same start do not stand in the order of how many sit there', async () => {
    const volgordes = new Set<string>();
    for (let keer = 0; keer < 12 && volgordes.size < 2; keer++) {
      const { tafel, huis, als, casusId, zet } = await tafelMetGezelschap();
      await zet('ggz', 'gezondheidszorg');
      await zet('jeugd', 'jeugd');
      const tweede = await brengCasus(als.regie, { leden: [{ rol: 'moeder' }, { rol: 'kind' }] });
      const van = '2026-02-05';
      await zet('school', 'onderwijs', { van });
      await geefZetel(
        als.regie,
        tweede.casusId,
        { id: huis.persoonId('school'), zetel: 'onderwijs' },
        { van },
      );
      tafel.klok.nu += 3 * 24 * 60 * 60 * 1000;
      const school = await tafel.meldAan(huis.persoonId('school'));
      const lijst = gelukt(await school.verzoek('GET', '/casussen')).casussen as { id: string }[];
      volgordes.add(lijst.map(({ id }) => (id === casusId ? 'vol' : 'leeg')).join());
    }
    expect(volgordes.size).toBe(2);
  });
});

describe('NK12: a seat is no key', () => {
  const KANARIE = 'ziet stemmen';

  /** Gea of the ggz wrote about moeder, and the regisseur seats a friend there. */
  async function metVriend(eerst: 'ggz' | 'vriend' = 'ggz') {
    const { tafel, huis, als, casus, moeder, zet } = await tafelMetGezelschap();
    const later = eerst === 'ggz' ? 'vriend' : 'ggz';
    await zet(eerst, 'gezondheidszorg');
    const nieuw = await huis.laatWachten(later, null, { zetel: 'gezondheidszorg', grondslag: 'wmo' });
    const dossier = await plek(als[eerst], casus, 'gezondheid', moeder);
    const inhoud = { soort: 'zorgpunt', titel: KANARIE, leefgebied: 'gezondheid' };
    await schrijf(als[eerst], casus, dossier, inhoud);
    const bevestig = (door: Wie, wie: string, ids: readonly string[] = [dossier]) =>
      als[door].verzoek('POST', `${casus}/deelnemers/${wie}/bevestiging`, { compartimentIds: ids });
    return { tafel, huis, als, casus, moeder, nieuw, dossier, bevestig };
  }

  test('a friend at the ggz, seated by the regisseur, opens nothing of its file, whichever way they ask', async () => {
    const { huis, als, casus, dossier, nieuw, bevestig } = await metVriend();
    const live = await als.vriend.live();
    await live.volg(huis.casusId);
    const antwoorden = [
      await als.vriend.verzoek('GET', casus),
      await als.vriend.verzoek('GET', '/werkvoorraad'),
      await als.vriend.verzoek('POST', `${casus}/bezoeken`, { ik: 'kom' }),
      await als.vriend.verzoek('POST', `${casus}/compartimenten/${dossier}/openingen`),
      await als.vriend.verzoek('GET', `${casus}/compartimenten/${dossier}/toegangsrechten`),
      await bevestig('vriend', nieuw),
      await bevestig('regie', nieuw),
    ];
    await schrijf(als.ggz, casus, dossier, { soort: 'doel', titel: `${KANARIE} nog` });
    await live.bij();
    expect(antwoorden.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404, 403, 403]);
    expect(JSON.stringify([antwoorden.map(({ tekst }) => tekst), live.ontvangen])).not.toContain(KANARIE);
    // Of their own part it is as of one that isn't there.
    await gelijk(als.vriend, 'POST', (id) => `${casus}/compartimenten/${id}/openingen`, dossier);
  });

  test('a friend who was seated first keeps what comes to be by them; who comes after is let in by nobody’s silence', async () => {
    const { als, casus, dossier, nieuw, bevestig } = await metVriend('vriend');
    expect((await als.ggz.verzoek('GET', casus)).tekst).not.toContain(KANARIE);
    // Who waits confirms nobody, themselves neither.
    expect((await bevestig('ggz', nieuw)).status).toBe(403);
    expect((await bevestig('vriend', nieuw)).status).toBe(204);
    expect((await als.ggz.verzoek('GET', casus)).tekst).toContain(KANARIE);
    expect((await als.ggz.verzoek('POST', `${casus}/compartimenten/${dossier}/openingen`)).status).toBe(201);
  });

  test('who keeps it goes, and the seat that waits is no keeper for that', async () => {
    const { huis, als, casus, nieuw, bevestig } = await metVriend();
    gelukt(await als.regie.verzoek('PATCH', `${casus}/deelnemers/${nieuw}`, { bekend: true }));
    await als.ggz.verzoek('DELETE', `${casus}/deelnemers/${huis.zetelVan('ggz')}`);
    expect((await als.vriend.verzoek('GET', casus)).tekst).not.toContain(KANARIE);
    expect((await bevestig('regie', nieuw)).status).toBe(403);
    // Given another zetel and back, ended and given anew: as shut as before.
    for (const lidIds of [[huis.leden.kind], null])
      gelukt(await als.regie.verzoek('PATCH', `${casus}/deelnemers/${nieuw}`, { lidIds }));
    expect((await als.vriend.verzoek('GET', casus)).tekst).not.toContain(KANARIE);
    await als.regie.verzoek('DELETE', `${casus}/deelnemers/${nieuw}`);
    await huis.laatWachten('vriend', null, { zetel: 'gezondheidszorg', grondslag: 'wmo' });
    expect((await als.vriend.verzoek('GET', casus)).tekst).not.toContain(KANARIE);
  });

  test('a colleague is confirmed over nobody whom the confirmer doesn’t take part for', async () => {
    const { huis, als, casus, moeder, nieuw, bevestig } = await metVriend();
    const { kind } = huis.leden;
    const ggz = huis.zetelVan('ggz');
    const vanKind = await plek(als.ggz, casus, 'gezondheid', kind);
    gelukt(await als.regie.verzoek('PATCH', `${casus}/deelnemers/${ggz}`, { lidIds: [moeder] }));
    expect((await bevestig('ggz', nieuw, [vanKind])).status).toBe(409);
    expect((await bevestig('ggz', nieuw)).status).toBe(204);
    const open = (await bord(als.vriend, casus)).compartimenten
      .filter(({ categorie, niveau }) => categorie === 'gezondheid' && niveau === 'schrijven')
      .map(({ lidId }) => lidId);
    expect(open).toEqual([moeder]);
  });

  test('a confirmation that races with the end of the seat leaves nothing open', async () => {
    for (const eerst of ['bevestig', 'einde'] as const) {
      const { als, casus, nieuw, bevestig } = await metVriend();
      const einde = () => als.regie.verzoek('DELETE', `${casus}/deelnemers/${nieuw}`);
      const beide = eerst === 'einde' ? [einde(), bevestig('ggz', nieuw)] : [bevestig('ggz', nieuw), einde()];
      const statussen = (await Promise.all(beide)).map(({ status }) => status);
      expect(
        statussen.every((status) => [204, 404].includes(status)),
        String(statussen),
      ).toBe(true);
      expect((await als.vriend.verzoek('GET', casus)).status).toBe(404);
    }
  });
});

describe('NK27: who asks everything to count keepers', () => {
  const KEEPERS: readonly (readonly Wie[])[] = [[], ['ggz'], ['ggz', 'vriend', 'huisarts']];
  const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

  /** All that Wim is told who asks on each closed line, twice, looks, waits until the term is over and looks again. */
  async function vraagAlles(achter: readonly Wie[]): Promise<string> {
    const { tafel, huis, als, casus, zet } = await tafelMetGezelschap();
    await zet('wmo', 'wmo');
    for (const wie of achter) await zet(wie, 'gezondheidszorg');
    const live = await als.wmo.live();
    await live.volg(huis.casusId);
    const gehoord: Antwoord[] = [await als.wmo.verzoek('GET', casus)];
    const dicht = (await bord(als.wmo, casus)).compartimenten.filter(({ niveau }) => niveau === 'dat');
    const vraag = { waarvoor: 'samenhang', grondslag: 'wmo', toelichting: 'om te weten', tot: '2026-02-10' };
    for (const keer of [1, 2]) {
      for (const { id } of dicht) {
        // Those of one moment stand in the order of chance.
        tafel.klok.nu += 1000;
        gehoord.push(await als.wmo.verzoek('POST', `${casus}/compartimenten/${id}/toegangsverzoeken`, vraag));
      }
      // Whoever keeps something behind them says no after the first time.
      for (const wie of keer === 1 ? achter : []) {
        const { verzoeken } = gelukt(
          await als[wie].verzoek('GET', `${casus}/toegangsverzoeken`),
        ) as unknown as {
          verzoeken: { id: string; besluiten: unknown[] }[];
        };
        for (const { id } of verzoeken)
          await als[wie].verzoek('POST', `${casus}/toegangsverzoeken/${id}/besluit`, {
            besluit: 'afgewezen',
            reden: 'nee',
          });
      }
      gehoord.push(await als.wmo.verzoek('GET', `${casus}/toegangsverzoeken`));
    }
    tafel.klok.nu += 10 * 24 * 60 * 60 * 1000;
    tafel.app.loopAf();
    const later = await tafel.meldAan(huis.persoonId('wmo'));
    gehoord.push(await later.verzoek('GET', `${casus}/toegangsverzoeken`), await later.verzoek('GET', casus));
    await live.bij().catch(() => undefined);
    const namen = new Map<string, string>();
    return JSON.stringify([gehoord.map(({ status, tekst }) => [status, tekst]), live.ontvangen])
      .replaceAll(UUID, (id) => {
        const naam = namen.get(id) ?? `id${namen.size}`;
        namen.set(id, naam);
        return naam;
      })
      .replaceAll(/26-[2-9A-Z]{4}/g, 'label');
  }

  test('is told the same, at every moment, whether nobody, one or three people of two organisations sit behind it', async () => {
    const [niemand, ...anderen] = await Promise.all(KEEPERS.map(vraagAlles));
    expect(niemand).toContain('gevraagd');
    expect(niemand).toContain('afgelopen');
    for (const ander of anderen) expect(ander).toBe(niemand);
  });
});

describe('NK5: somebody on the seat of the woningcorporatie, who knows every route and every id', () => {
  test('is told of each as of one that isn’t there, and never what it is', async () => {
    const { tafel, als, casus, casusId, moeder, zet } = await tafelMetGezelschap();
    await zet('wonen', 'wonen', { lidIds: [moeder] });
    await zet('ggz', 'gezondheidszorg');
    await zet('jeugd', 'jeugd');
    const kanarie = 'ziet stemmen';
    for (const [wie, categorie] of [
      ['ggz', 'gezondheid'],
      ['jeugd', 'jeugd'],
      ['regie', 'plan'],
    ] as const) {
      const compartimentId = await plek(als[wie], casus, categorie, moeder);
      await schrijf(als[wie], casus, compartimentId, { soort: 'doel', titel: kanarie });
    }
    const ids = (tabel: string, waar: string): string[] =>
      tafel.database.sqlite
        .prepare<[string], string>(`select id from ${tabel} where ${waar}`)
        .pluck()
        .all(casusId);
    const in_ = 'compartiment_id in (select id from compartimenten where casus_id = ?)';
    const mijn = await als.wonen.verzoek('GET', casus);
    const bekend = (id: string): boolean => mijn.tekst.includes(id);
    const verborgen: Readonly<Record<string, string[]>> = {
      compartimentId: ids('compartimenten', 'casus_id = ?').filter((id) => !bekend(id)),
      kaartId: ids('kaarten', in_).filter((id) => !bekend(id)),
      veldId: ids('velden', in_).filter((id) => !bekend(id)),
      deelnemerId: ids('deelnemers', 'casus_id = ?').filter((id) => !bekend(id)),
      lidId: ids('leden', 'casus_id = ?').filter((id) => !bekend(id)),
    };
    let gevraagd = 0;
    for (const [methode, vorm] of Object.values(WEGEN)) {
      const param = /\{(\w+)\}/.exec(vorm.replace('{casusId}', ''))?.[1];
      if (!vorm.startsWith('/casussen/{casusId}/') || param === undefined) continue;
      for (const verborgenId of (verborgen[param] ?? []).slice(0, 12)) {
        const pad = (id: string) => vorm.replace('{casusId}', casusId).replace(`{${param}}`, id);
        const { tekst } = await gelijk(
          als.wonen,
          methode.toUpperCase(),
          pad,
          verborgenId,
          methode === 'get' ? undefined : () => ({}),
        );
        expect(tekst).not.toContain(kanarie);
        gevraagd += 1;
      }
    }
    expect(mijn.tekst).not.toContain(kanarie);
    expect(gevraagd).toBeGreaterThan(60);
  });
});

describe('ST6: a limit tells of nothing hidden', () => {
  /** What jeugd is told of three kaarten of their own, when ggz filled a place that jeugd doesn't see. */
  async function naastEenVollePlek() {
    const { tafel, als, casus, moeder, zet } = await tafelMetGezelschap({ omvang: { kaarten: 3 } });
    await zet('ggz', 'gezondheidszorg');
    await zet('jeugd', 'jeugd');
    const dossier = await plek(als.ggz, casus, 'gezondheid', moeder);
    const geheim = { compartimentId: dossier, soort: 'doel', titel: 'geheim' };
    for (let n = 0; n < 3; n += 1) gelukt(await als.ggz.verzoek('POST', `${casus}/kaarten`, geheim));
    const kracht = { soort: 'kracht', titel: 'Kookt goed', leefgebied: 'wonen' };
    const eigen = { compartimentId: await plek(als.jeugd, casus, 'hulp'), ...kracht };
    const antwoorden: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      antwoorden.push((await als.jeugd.verzoek('POST', `${casus}/kaarten`, eigen)).status);
    }
    return { tafel, als, casus, geheim, antwoorden };
  }

  test('a place that is full of what one doesn’t see takes nothing of one’s own', async () => {
    const { als, casus, geheim, antwoorden } = await naastEenVollePlek();
    expect(antwoorden).toEqual([201, 201, 201]);
    const vol = await als.ggz.verzoek('POST', `${casus}/kaarten`, geheim);
    expect(vol.body.code).toBe('te_veel_kaarten');
    // Of the full place itself they are told what they are told of one that isn't there.
    const { status } = await gelijk(
      als.jeugd,
      'POST',
      () => `${casus}/kaarten`,
      geheim.compartimentId,
      (compartimentId) => ({ ...geheim, compartimentId }),
    );
    expect(status).toBe(404);
  });

  test('planted: a limit that is counted over the whole casus is seen in it', async () => {
    const oud = Kaartenkast.prototype.voegToe;
    const kaarten: unknown[] = [];
    Kaartenkast.prototype.voegToe = function (...wat) {
      if (kaarten.length >= 4)
        throw new Weigering(422, 'te_veel_kaarten', 'Er staat al te veel in deze casus.');
      const kaart = oud.apply(this, wat);
      kaarten.push(kaart);
      return kaart;
    };
    onTestFinished(() => {
      Kaartenkast.prototype.voegToe = oud;
    });
    expect((await naastEenVollePlek()).antwoorden).not.toEqual([201, 201, 201]);
  });
});

describe('NK4: a closed tile', () => {
  test('is the same, byte for byte, whether there is anything behind it or not', async () => {
    const { als, casus, moeder, zet } = await tafelMetGezelschap();
    const tegels = async (): Promise<unknown> =>
      (await bord(als.regie, casus)).compartimenten.filter(({ niveau }) => niveau === 'dat');
    await zet('jeugd', 'jeugd');
    const jeugdTegels = async (): Promise<unknown> =>
      (await bord(als.jeugd, casus)).compartimenten.filter(({ niveau }) => niveau === 'dat');
    const [voor, voorJeugd] = [await tegels(), await jeugdTegels()];
    await zet('ggz', 'gezondheidszorg');
    expect(await jeugdTegels()).toEqual(voorJeugd);
    const dossier = await plek(als.ggz, casus, 'gezondheid', moeder);
    for (let i = 0; i < 5; i++) await schrijf(als.ggz, casus, dossier, { soort: 'doel', titel: `doel ${i}` });
    expect(await jeugdTegels()).toEqual(voorJeugd);
    // The regisseur is told whom to ask, and nothing else.
    const zonder = (lijst: unknown): unknown =>
      (lijst as Bord['compartimenten']).map(({ vragenAan: _, ...tegel }) => tegel);
    expect(zonder(await tegels())).toEqual(zonder(voor));
  });
});

describe('NK7: a seat that ended', () => {
  test('sends nothing more, also to a socket that stays, and knows no id', async () => {
    const { als, casusId, casus, zet } = await tafelMetGezelschap();
    const id = await zet('wmo', 'wmo');
    const live = await als.wmo.live();
    await live.volg(casusId);
    const plan = await plek(als.wmo, casus, 'plan');
    const kaart = await schrijf(als.regie, casus, plan, { soort: 'vraag', titel: 'x' });
    await als.regie.verzoek('DELETE', `${casus}/deelnemers/${id}`);
    await live.bij();
    const voor = live.ontvangen.length;
    gelukt(
      await als.regie.verzoek('PATCH', `${casus}/kaarten/${kaart.id}`, {
        versie: kaart.versie,
        titel: 'na afloop',
      }),
    );
    await als.regie.verzoek('PATCH', casus, { status: 'nazorg' });
    await live.bij();
    expect(live.ontvangen.slice(voor)).toEqual([]);
    await gelijk(als.wmo, 'GET', (een) => `/casussen/${een}`, casusId);
    expect(await live.volg(casusId)).toEqual(await live.volg(NERGENS));
  });

  test('following again, and leaving, ends nobody’s connection', async () => {
    const { als, casusId } = await tafelMetGezelschap();
    const live = await als.regie.live();
    const antwoorden = await Promise.all([
      live.volg(casusId),
      live.volg(casusId),
      live.verlaat(casusId),
      live.volg(casusId),
    ]);
    expect(antwoorden).toEqual(antwoorden.map(() => ({ ok: true })));
    expect(live.socket.connected).toBe(true);
  });
});

describe('NK20: the audience betrays nobody', () => {
  test('a discreet deelnemer is in no answer to the kernteam, and bekend undone is gone again', async () => {
    const { huis, als, casusId, casus, zet } = await tafelMetGezelschap();
    await zet('wmo', 'wmo');
    const id = await zet('ggz', 'gezondheidszorg', { gezinAkkoord: { ja: false, reden: 'reden-kanarie' } });
    const live = await als.ggz.live();
    await live.volg(casusId);
    const alles = async (): Promise<string> => {
      const paden = [casus, '/casussen', '/werkvoorraad', '/regie', `${casus}/regie`];
      const teksten: string[] = [];
      for (const pad of paden) teksten.push((await als.wmo.verzoek('GET', pad)).tekst);
      for (const { id: plekId } of (await bord(als.wmo, casus)).compartimenten)
        teksten.push((await als.wmo.verzoek('GET', `${casus}/compartimenten/${plekId}/uitleg`)).tekst);
      return teksten.join('\n');
    };
    const geheim = [id, huis.persoonId('ggz'), 'Gea', 'ggz Verzonnen', 'reden-kanarie'];
    for (const woord of geheim) expect(await alles()).not.toContain(woord);
    await als.regie.verzoek('PATCH', `${casus}/deelnemers/${id}`, { bekend: true });
    expect(await alles()).toContain('Gea');
    await als.regie.verzoek('PATCH', `${casus}/deelnemers/${id}`, { bekend: false });
    for (const woord of geheim) expect(await alles()).not.toContain(woord);
  });

  test('only the regisseur gets waarvoor, grondslag, members, period and medewerkerId of a seat; of one’s own the first two, and whether the others know', async () => {
    const { als, casus, zet } = await tafelMetGezelschap();
    await zet('wmo', 'wmo');
    const { deelnemers } = await bord(als.wmo, casus);
    const veldenVan = (eigen: boolean): string[] =>
      [...new Set(deelnemers.filter(({ ik }) => ik === eigen).flatMap((een) => Object.keys(een)))].sort();
    const iedereen = ['functie', 'id', 'ik', 'naam', 'organisatie', 'regisseur', 'telefoon', 'zetel'];
    expect(veldenVan(false)).toEqual(iedereen);
    expect(veldenVan(true)).toEqual([...iedereen, 'bekend', 'grondslag', 'waarvoor'].sort());
  });
});

describe('NK22: a kaart that names one', () => {
  test('comes without its compartment, its text or the kaarten beside it', async () => {
    const { als, casusId, casus, zet } = await tafelMetGezelschap();
    const wonen = await zet('wonen', 'wonen');
    const live = await als.wonen.live();
    await live.volg(casusId);
    const plan = await plek(als.regie, casus, 'plan');
    const naast = await schrijf(als.regie, casus, plan, { soort: 'doel', titel: 'doel-kanarie' });
    const kaart = await schrijf(als.regie, casus, plan, {
      soort: 'afspraak',
      titel: 'bellen',
      doelId: naast.id,
      uitvoerders: [wonen],
    });
    const antwoord = await als.wonen.verzoek('GET', casus);
    const gezien = antwoord.body as Bord & { velden: { kaartId: string | null }[] };
    expect(gezien.kaarten.map(({ id, compartimentId }) => ({ id, compartimentId }))).toEqual([
      { id: kaart.id, compartimentId: null },
    ]);
    expect(gezien.kaarten[0]).not.toHaveProperty('doelId');
    expect(gezien.velden.map(({ kaartId }) => kaartId)).not.toContain(kaart.id);
    await live.bij();
    for (const geheim of ['doel-kanarie', naast.id]) {
      expect(JSON.stringify(live.ontvangen)).not.toContain(geheim);
      expect(antwoord.tekst).not.toContain(geheim);
    }
    const einde = gelukt(
      await als.regie.verzoek('PATCH', `${casus}/kaarten/${kaart.id}`, {
        versie: kaart.versie,
        uitvoerders: [],
      }),
    );
    await gelijk(
      als.wonen,
      'POST',
      (id) => `${casus}/kaarten/${id}/stappen`,
      einde.id,
      () => ({ stand: 'bezig' }),
    );
    await live.bij();
    expect(live.ontvangen.at(-1)?.bericht).toEqual({ casusId, weg: kaart.id });
  });
});

describe('NK2: members and ids', () => {
  test('who takes part for one child knows of no other member, by number either', async () => {
    const { als, casus, kind, zet } = await tafelMetGezelschap();
    await zet('school', 'onderwijs', { lidIds: [kind] });
    const eerst = beeld(await als.school.verzoek('GET', casus));
    gelukt(await als.regie.verzoek('POST', `${casus}/leden`, { rol: 'kind' }));
    expect(beeld(await als.school.verzoek('GET', casus))).toEqual(eerst);
  });

  test('every id that leaves is random', async () => {
    const { als, casus, zet } = await tafelMetGezelschap();
    await zet('wmo', 'wmo');
    const ids = [...(await als.regie.verzoek('GET', casus)).tekst.matchAll(/"[iI]d":"([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(ids.length).toBeGreaterThan(20);
    for (const id of ids) expect(id).toMatch(UUID4);
  });
});

describe('NK11: a regisseur from outside the municipality', () => {
  test('knows nothing of inkomen and financien', async () => {
    const mensen = vestig(await tafelVoorTest(), {
      regie: ['uitvoerder', 'jeugd'],
      schuld: ['gemeente', 'schuldhulp', 'inkomen'],
    });
    const { als: wie, pad: casus } = await bouw(mensen, {
      leden: { moeder: 'moeder' },
      regisseur: 'regie',
      stoelen: { schuld: { voor: null } },
    });
    const [regie, als] = [await wie('regie'), await wie('schuld')];
    const dossier = await plek(als, casus, 'financien');
    expect((await regie.verzoek('GET', casus)).tekst).not.toMatch(/"categorie":"(?:inkomen|financien)"/);
    await gelijk(regie, 'GET', (id) => `${casus}/compartimenten/${id}/uitleg`, dossier);
    await gelijk(regie, 'POST', (id) => `${casus}/compartimenten/${id}/openingen`, dossier);
  });
});
