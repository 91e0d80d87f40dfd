import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { brengCasus, geefZetel, type Mensen } from '../bouw/casus.ts';
import { mensenUitDemo } from '../bouw/demo.ts';
import { vestig } from '../bouw/vestiging.ts';
import { komtVoorIn, kopieVan, tijdelijkeMap } from '../server/database/opstelling.ts';
import { type Aangemeld, type Klant, klant, tafelVoorTest } from '../server/opstelling.ts';
import { Synclijn } from '../server/sync/lijn.ts';

// Words that nobody else writes, put wherever somebody can type. Who may not read them gets none of their bytes, and
// no disk or process output has them.

const GEBOUWD = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

/** Words by who must not get them. */
class Kanaries {
  readonly alle: string[] = [];
  readonly dicht: string[] = [];

  /** A word for a closed compartment. */
  gesloten(): string {
    const woord = this.los();
    this.dicht.push(woord);
    return woord;
  }

  los(): string {
    const woord = `kanarie${this.alle.length}zq${Math.random().toString(36).slice(2, 10)}`;
    this.alle.push(woord);
    return woord;
  }
}

const KIJKERS = ['wmo', 'wonen', 'school'] as const;
type Wie = 'regie' | 'ggz' | (typeof KIJKERS)[number];

/** Works at a table for a while. @returns every byte that the kijkers were sent */
async function werk(bij: Pick<Klant, 'url'>, mensen: Mensen<Wie>, kanaries: Kanaries): Promise<string> {
  const ontvangen: string[] = [];
  const lijnen: Synclijn[] = [];
  const regie = await mensen.als('regie');
  const ggz = await mensen.als('ggz');
  const bewaar = async (wie: Aangemeld, methode: string, pad: string, body?: unknown): Promise<void> => {
    const antwoord = await wie.verzoek(methode, pad, body);
    ontvangen.push(JSON.stringify(antwoord.kop), antwoord.tekst);
  };
  const { casusId, ledenIds } = await brengCasus(regie, {
    leden: [{ rol: 'moeder' }, { rol: 'kind' }],
    vraag: kanaries.los(),
  });
  const casus = `/casussen/${casusId}`;
  const [moeder = null] = ledenIds;
  const zet = async (wie: Wie): Promise<string> =>
    await geefZetel(
      regie,
      casusId,
      { id: mensen.persoonId(wie), zetel: mensen.zetel(wie) },
      { grondslag: 'wmo', gezinAkkoord: { ja: false, reden: kanaries.gesloten() } },
    );
  const stoel = await zet('ggz');
  const kijkers: Aangemeld[] = [];
  for (const wie of KIJKERS) {
    await zet(wie);
    const kijker = await mensen.als(wie);
    kijkers.push(kijker);
    const live = await kijker.live();
    live.socket.io.engine.on('packet', (pakket) => ontvangen.push(JSON.stringify(pakket)));
    await live.volg(casusId);
    const lijn = new Synclijn(bij.url, casusId, kijker.cookie);
    onTestFinished(() => lijn.trekUit());
    lijn.socket.on('message', (bytes: Buffer) => ontvangen.push(bytes.toString('latin1')));
    await lijn.klaar();
    for (const { compartiment } of lijn.zicht) await lijn.open(compartiment);
    lijnen.push(lijn);
  }
  const bord = (await ggz.verzoek('GET', casus)).body;
  const dossiers = bord.compartimenten.filter((een: { eigen: boolean }) => een.eigen);
  for (const { id: compartimentId } of dossiers) {
    const velden = { soort: 'doel', titel: kanaries.gesloten(), compartimentId };
    const kaart = (await ggz.verzoek('POST', `${casus}/kaarten`, velden)).body;
    const pad = `${casus}/kaarten/${kaart.id}`;
    const { versie } = (await ggz.verzoek('PATCH', pad, { versie: kaart.versie, titel: kanaries.gesloten() }))
      .body;
    expect(versie).toMatch(/./);
    for (const wie of kijkers) {
      await bewaar(wie, 'PATCH', pad, { versie, titel: 'x' });
      await bewaar(wie, 'GET', `${casus}/compartimenten/${compartimentId}/uitleg`);
      await bewaar(wie, 'POST', `${casus}/compartimenten/${compartimentId}/openingen`);
    }
    await ggz.verzoek('DELETE', `${pad}?versie=${versie}`);
    await ggz.verzoek('POST', `${casus}/kaarten`, {
      compartimentId,
      soort: 'afspraak',
      titel: kanaries.gesloten(),
      uitvoerders: [stoel],
    });
    await ggz.verzoek('POST', `${casus}/kaarten`, {
      compartimentId,
      soort: 'noodkaart',
      weten: kanaries.gesloten(),
      bellen: kanaries.gesloten(),
    });
  }
  await typ(
    bij,
    casusId,
    ggz,
    () => kanaries.gesloten(),
    (id) => dossiers.some((een: { id: string }) => een.id === id),
  );
  // Notes of the regisseur, and names of the household, which these kijkers may know.
  const vanRegie = (await regie.verzoek('GET', casus)).body.compartimenten;
  const plek = (categorie: string, lidId: string | null): string =>
    vanRegie.find(
      (een: { categorie: string; lidId: string | null }) =>
        een.categorie === categorie && een.lidId === lidId,
    ).id;
  const schrijf = (compartimentId: string, inhoud: object) =>
    regie.verzoek('POST', `${casus}/kaarten`, { compartimentId, ...inhoud });
  await schrijf(plek('regie', null), { soort: 'noodkaart', weten: kanaries.gesloten(), bellen: 'x' });
  await schrijf(plek('naam', moeder), {
    soort: 'naam',
    voornaam: kanaries.los(),
    achternaam: kanaries.los(),
  });
  await schrijf(plek('plan', null), {
    soort: 'besluit',
    titel: 'x',
    datum: '2026-01-01',
    motivering: kanaries.los(),
  });
  const regietekst = plek('regie', null);
  await typ(
    bij,
    casusId,
    regie,
    () => kanaries.gesloten(),
    (id) => id === regietekst,
  );
  // Which at least one of these kijkers reads.
  await typ(
    bij,
    casusId,
    regie,
    () => kanaries.los(),
    (id) => id !== regietekst,
  );
  for (const lijn of lijnen) await lijn.bij();
  // Slips of the pen and worse: what is refused is written down, what was typed isn't.
  const w = (): string => kanaries.los();
  for (const [methode, pad, body] of [
    ['POST', `${casus}/kaarten`, `{"titel":"${w()}`],
    ['POST', `${casus}/kaarten`, { compartimentId: w(), soort: w(), [w()]: w() }],
    ['POST', `${casus}/deelnemers`, { medewerkerId: w(), zetel: w(), waarvoor: w(), [w()]: w() }],
    [
      'POST',
      `${casus}/deelnemers`,
      {
        medewerkerId: mensen.persoonId('ggz'),
        zetel: w(),
        lidIds: null,
        waarvoor: w(),
        grondslag: w(),
        gezinAkkoord: { ja: true },
      },
    ],
    ['PATCH', `${casus}/deelnemers/${stoel}`, { zetel: w() }],
    ['PATCH', casus, { status: w() }],
    ['POST', `${casus}/leden`, { rol: w() }],
    ['GET', `/scherm?${w()}=${w()}`, undefined],
    ['POST', '/schermsessies', { code: w(), [w()]: w() }],
    ['GET', `${casus}/voorbeeld?medewerkerId=${w()}&zetel=${w()}&lidIds=${w()}`, undefined],
    ['GET', `/casussen/${w()}`, undefined],
    ['GET', `/${w()}/%E0%A4%A`, undefined],
    ['POST', '/casussen', { leden: [{ rol: w() }], zetel: w(), waarvoor: w(), grondslag: w() }],
    ['POST', '/sessies', { medewerkerId: w(), [w()]: w() }],
  ] as const) {
    await regie.verzoek(methode, pad, body, { 'x-iets': w(), referer: `http://127.0.0.1/${w()}` });
  }
  for (const wie of kijkers) {
    for (const pad of [
      casus,
      '/casussen',
      '/werkvoorraad',
      '/regie',
      '/scherm',
      `${casus}/afdruk?voor=mij`,
      `${casus}/kandidaten`,
    ])
      await bewaar(wie, 'GET', pad);
  }
  return ontvangen.join('\n');
}

/** Types a word in every text of these compartments, moves the cursor, takes a part out again, and leaves. */
async function typ(
  bij: Pick<Klant, 'url'>,
  casusId: string,
  wie: Aangemeld,
  woord: () => string,
  waar: (compartimentId: string) => boolean,
): Promise<void> {
  const { velden } = (await wie.verzoek('GET', `/casussen/${casusId}`)).body;
  const lijn = await new Synclijn(bij.url, casusId, wie.cookie).klaar();
  for (const { compartiment } of lijn.zicht.filter(
    (een) => waar(een.compartiment) && een.niveau === 'schrijven',
  )) {
    const tekst = await lijn.open(compartiment);
    for (const { id } of velden.filter(
      (veld: { compartimentId: string }) => veld.compartimentId === compartiment,
    )) {
      tekst.typ(id, woord());
      tekst.typ(id, woord());
      tekst.veld(id).delete(0, 1);
      // A cursor has room for a word as well.
      const plaats = { tname: woord() };
      tekst.stuurCursors([
        {
          clientId: tekst.doc.clientID,
          klok: 1,
          staat: { user: { name: woord() }, cursor: { anchor: plaats, head: plaats } },
        },
      ]);
    }
    await tekst.opgeslagen();
  }
  await lijn.bij();
  expect(lijn.teksten.size).toBeGreaterThan(0);
  lijn.trekUit();
}

function verwachtNiets(waar: string, kanaries: Kanaries, tekst: string, woorden = kanaries.alle): void {
  expect([waar, woorden.filter((woord) => tekst.includes(woord))]).toEqual([waar, []]);
}

test('NK6: what is closed reaches nobody, no output, and is readable in no file', async () => {
  const uitvoer: string[] = [];
  for (const stroom of [process.stdout, process.stderr]) {
    const spion = vi.spyOn(stroom, 'write').mockImplementation((deel) => {
      uitvoer.push(String(deel));
      return true;
    });
    onTestFinished(() => spion.mockRestore());
  }
  for (const naam of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const spion = vi
      .spyOn(console, naam)
      .mockImplementation((...delen) => void uitvoer.push(delen.join(' ')));
    onTestFinished(() => spion.mockRestore());
  }
  const tafel = await tafelVoorTest();
  const mensen = vestig<Wie>(tafel, {
    regie: ['gemeente', 'participatie'],
    ggz: ['ggz', 'gezondheidszorg'],
    wmo: ['gemeente', 'wmo'],
    wonen: ['corporatie', 'wonen'],
    school: ['school', 'onderwijs'],
  });
  const kanaries = new Kanaries();
  const ontvangen = await werk(tafel, mensen, kanaries);
  expect(kanaries.dicht.length).toBeGreaterThan(10);
  verwachtNiets('sent', kanaries, ontvangen, kanaries.dicht);
  // What the same people may read did come: the net isn't too wide.
  expect(kanaries.alle.some((woord) => ontvangen.includes(woord))).toBe(true);
  verwachtNiets('output', kanaries, uitvoer.join('\n'));
  const { map, sleutelmap } = tafel.instellingen;
  const kopie = kopieVan(map, sleutelmap);
  expect(kanaries.alle.filter((woord) => komtVoorIn(kopie, woord))).toEqual([]);
});

test.runIf(existsSync(GEBOUWD))(
  'NK6: the same with the program as it is started, its output and its files included',
  async () => {
    const map = tijdelijkeMap();
    const omgeving = {
      PATH: process.env.PATH,
      REGIETAFEL_POORT: '0',
      REGIETAFEL_MODUS: 'demo',
      REGIETAFEL_DATA: join(map, 'data'),
      REGIETAFEL_SLEUTELS: join(map, 'sleutels'),
    };
    const kind = spawn(process.execPath, [GEBOUWD], { env: omgeving, stdio: ['ignore', 'pipe', 'pipe'] });
    onTestFinished(() => void kind.kill('SIGKILL'));
    const uitvoer: string[] = [];
    const bij = klant(await poortVan(kind, uitvoer));
    onTestFinished(() => bij.sluit());
    const mensen = await mensenUitDemo<Wie>(bij, {
      regie: ['klantmanager participatie', 'participatie'],
      ggz: ['psycholoog', 'gezondheidszorg'],
      wmo: ['Wmo-consulent', 'wmo'],
      wonen: ['consulent huurincasso', 'wonen'],
      school: ['intern begeleider', 'onderwijs'],
    });
    const kanaries = new Kanaries();
    const ontvangen = await werk(bij, mensen, kanaries);
    verwachtNiets('sent', kanaries, ontvangen, kanaries.dicht);
    const terwijl = kopieVan(map);
    const klaar = new Promise((stop) => kind.once('exit', stop));
    kind.kill('SIGTERM');
    await klaar;
    verwachtNiets('output', kanaries, uitvoer.join(''));
    for (const plek of [terwijl, map]) {
      expect(kanaries.alle.filter((woord) => komtVoorIn(plek, woord))).toEqual([]);
    }
  },
);

function poortVan(kind: ChildProcess, uitvoer: string[]): Promise<number> {
  return new Promise((klaar, mislukt) => {
    const bewaar = (deel: Buffer): void => {
      uitvoer.push(deel.toString('utf8'));
      const poort = /127\.0\.0\.1:(\d+)/.exec(uitvoer.join(''))?.[1];
      if (poort !== undefined) klaar(Number(poort));
    };
    kind.stdout?.on('data', bewaar);
    kind.stderr?.on('data', bewaar);
    kind.once('exit', () => mislukt(new Error(uitvoer.join(''))));
  });
}
