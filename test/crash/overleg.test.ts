import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as beurt } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Overlegstand } from '../../shared/contract/overleggen.ts';
import { GESPREKSDELEN } from '../../shared/overleg.ts';
import type { Tafelblad } from '../../shared/contract/tafelbladen.ts';
import { type Antwoord, klant } from '../server/opstelling.ts';
import { werkdagOver } from '../bouw/werkdag.ts';
import { brengIn } from './casus.ts';
import { legeMappen, type Proces, start } from './proces.ts';

// OV2: the process is killed at every step of an item. A restart brings everyone back to the same item and step.

/** Everything that the chair does with one item, in order. */
const STAPPEN: readonly (
  | { readonly stap: string; readonly onderdeel?: string }
  | { readonly leg: 'afspraak' | 'oogst' }
)[] = [
  { stap: 'open' },
  { stap: 'item' },
  // What is agreed, and who tells the household: laid there, and killed in the midst of it.
  { leg: 'afspraak' },
  { leg: 'oogst' },
  ...GESPREKSDELEN.slice(1).map((onderdeel) => ({ stap: 'item', onderdeel })),
  { stap: 'tussen' },
  { stap: 'heropen' },
  { stap: 'tussen' },
  { stap: 'sluit' },
];

type Vraag = (methode: string, pad: string, body?: object) => Promise<Antwoord>;

/** Asks over a connection of its own, as who has this cookie. */
function alsWie({ poort }: Proces, cookie: string): Vraag {
  return async (methode, pad, body) => {
    const bij = klant(poort);
    try {
      return await bij.verzoek(methode, pad, body, { cookie });
    } finally {
      bij.sluit();
    }
  };
}

async function meldAan(proces: Proces, voornaam: string): Promise<{ id: string; cookie: string }> {
  const bij = klant(proces.poort);
  try {
    const { body } = await bij.verzoek('GET', '/demo/medewerkers');
    const wie = body.medewerkers.find(({ naam }: { naam: string }) => naam.startsWith(`${voornaam} `));
    const antwoord = await bij.verzoek('POST', '/sessies', { medewerkerId: wie.id });
    const [cookie = ''] = String(antwoord.kop['set-cookie']).split(';');
    return { id: wie.id, cookie };
  } finally {
    bij.sluit();
  }
}

test('OV2, OV4, OV7: killed at every step of an item, a restart brings the chair back to the same item and step, with who sat there, a guest too, and what lay there, and what is agreed comes in the plan once', async () => {
  const mappen = legeMappen();
  let proces = await start(mappen);
  const [plaats] = await brengIn(proces, { Fatima: 'participatie' });
  if (plaats === undefined) throw new Error('nobody at the table');
  const petra = await meldAan(proces, 'Petra');
  const joke = await meldAan(proces, 'Joke');
  let voorzitter = alsWie(proces, petra.cookie);
  const reeks = await voorzitter('POST', '/overlegreeksen', {
    naam: 'Kanarietafel',
    plaats: 'Stadhuis',
    duur: 60,
    ritme: {
      eerste: werkdagOver(1),
      tijd: '09:00',
      weken: 1,
    },
    voorzitterId: petra.id,
  });
  expect(reeks.status, reeks.tekst).toBe(201);
  const { overleggen } = (await voorzitter('GET', '/overleggen')).body;
  const pad = `/overleggen/${overleggen.find(({ naam }: { naam: string }) => naam === 'Kanarietafel').id}`;
  const punt = await alsWie(proces, plaats.cookie)('POST', `${pad}/agendapunten`, {
    casusId: plaats.casusId,
    vraag: 'Wie doet wat?',
    minuten: 20,
    gezinWeet: { ja: true },
    gasten: [joke.id],
  });
  expect(punt.status, punt.tekst).toBe(201);
  const agendapuntId = punt.body.id;
  await voorzitter('PATCH', `${pad}/agendapunten/${agendapuntId}`, { besluit: 'aanvaard' });

  const haal = async (): Promise<Overlegstand> => (await voorzitter('GET', pad)).body.stand;
  const wal = join(mappen.data, 'regietafel.db-wal');
  const tafelblad = `${pad}/agendapunten/${agendapuntId}/tafelblad`;
  const blad = async (): Promise<Tafelblad> => (await voorzitter('GET', tafelblad)).body;
  let opSchijf = 0;
  let wasHeropend = false;
  /** Kills it while something of this is written. @returns what was answered, if anything was */
  const geveld = async (doe: () => Promise<Antwoord>) => {
    const toen = statSync(wal).mtimeMs;
    const onderweg = Promise.allSettled([doe()]);
    while (statSync(wal).mtimeMs === toen) await beurt();
    await proces.stop('SIGKILL');
    const [antwoord] = await onderweg;
    proces = await start(mappen);
    voorzitter = alsWie(proces, petra.cookie);
    return antwoord;
  };
  for (const daad of STAPPEN) {
    if ('leg' in daad) {
      const voor = await blad();
      const doe = () =>
        daad.leg === 'afspraak'
          ? voorzitter('POST', tafelblad, { afspraak: { titel: 'De post openen' } })
          : voorzitter('PUT', `${pad}/agendapunten/${agendapuntId}/oogst`, { reden: 'Nog niet' });
      const antwoord = await geveld(doe);
      const na = await blad();
      // Who sat there, sits there.
      expect(na.aanTafel).toEqual(voor.aanTafel);
      const isEr = daad.leg === 'afspraak' ? na.afspraken.length === 1 : na.vertelling?.reden === 'Nog niet';
      if (isEr) continue;
      expect(na).toEqual(voor);
      expect(antwoord?.status).toBe('rejected');
      expect((await doe()).status).toBe(daad.leg === 'afspraak' ? 201 : 204);
      continue;
    }
    const { stap, onderdeel } = daad;
    const voor = await haal();
    const vanPunt = stap === 'item' || stap === 'heropen';
    const body = {
      stap,
      versie: voor.versie,
      ...(vanPunt ? { agendapuntId } : {}),
      ...(onderdeel === undefined ? {} : { onderdeel }),
    };
    const antwoord = await geveld(() => voorzitter('POST', `${pad}/stappen`, body));
    const na = await haal();
    const verwacht = vanPunt
      ? { fase: 'item', agendapuntId, onderdeel: onderdeel ?? (stap === 'item' ? 'terugblik' : 'afspreken') }
      : { fase: stap === 'sluit' ? 'gesloten' : 'tussen', agendapuntId: null, onderdeel: null };
    if (na.versie === voor.versie) {
      // Not on disk: then it wasn't told either, and all of it is as it was.
      expect(na).toEqual(voor);
      expect(antwoord?.status).toBe('rejected');
      const weer = await voorzitter('POST', `${pad}/stappen`, body);
      expect(weer.status, weer.tekst).toBe(200);
      expect(weer.body).toMatchObject(verwacht);
    } else {
      opSchijf += 1;
      expect(na).toMatchObject({ ...verwacht, versie: voor.versie + 1 });
      // Asked again, since no answer came: nothing is done twice.
      expect((await voorzitter('POST', `${pad}/stappen`, body)).status).toBe(409);
      expect(await haal()).toEqual(na);
    }
    // A guest sits there from the first opening to the first closing, and at no opening after.
    const bijGast = await alsWie(proces, joke.cookie)('GET', tafelblad);
    if (stap === 'item') {
      expect((await blad()).aanTafel.map(({ als }) => als)).toEqual(['voorzitter', 'gast']);
      expect(bijGast.body.open).toBe(true);
    } else if (stap === 'tussen' && !wasHeropend) expect(bijGast.body.open).toBe(false);
    else expect(bijGast.status).toBe(404);
    if (stap === 'heropen') wasHeropend = true;
  }
  const { punten } = (await voorzitter('GET', `${pad}/oogst`)).body;
  expect(punten).toMatchObject([
    { open: false, afspraken: [{ titel: 'De post openen', inPlan: true }], vertelling: { inPlan: true } },
  ]);
  const bord = (await alsWie(proces, plaats.cookie)('GET', `/casussen/${plaats.casusId}`)).body;
  const titels = bord.kaarten.map(({ titel }: { titel: string }) => titel);
  for (const titel of ['De post openen', 'Het gezin vertellen wat er is afgesproken'])
    expect(titels.filter((een: string) => een === titel)).toHaveLength(1);
  // Else it would prove nothing.
  expect(opSchijf).toBeGreaterThan(0);
});
