import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { geefRol, zetLeidinggevende } from '../../server/aanmelden/indienst.ts';
import { type GewoneNaam, OPDRACHTEN } from '../../shared/contract/contract.ts';
import { KaartInhoud } from '../../shared/contract/kaarten.ts';
import type { Opdracht } from '../../shared/contract/opdracht.ts';
import type { OpdrachtNaam } from '../../shared/contract/wegen.ts';
import type { z } from '../../shared/contract/zod.ts';
import {
  type Huishouden,
  huishouden,
  type Naam,
  NIEMAND,
  opgeslagen,
  verwachtWeigering,
} from './huishouden.ts';
import type { Aangemeld, Antwoord } from './opstelling.ts';
import { scheef } from './scheef.ts';

/** One good request of every command and query, in an order in which they can all be done. */
type Vraag = (huis: Huishouden, w: Werk) => Promise<Antwoord>;

/** A good request for a command: of a plain one its first example, of the others what stands here. */
const BIJZONDER: Readonly<Record<Exclude<OpdrachtNaam, GewoneNaam>, Vraag>> = {
  gezondheid: (huis) => huis.tafel.verzoek('GET', '/gezondheid'),
  'demo.medewerkers': (huis) => huis.tafel.verzoek('GET', '/demo/medewerkers'),
  'sessie.begin': (huis) => huis.tafel.verzoek('POST', '/sessies', { medewerkerId: huis.persoonId('tom') }),
  'sessie.huidige': (_, w) => w.fatima('GET', '/sessies/huidige'),
  lijsten: (_, w) => w.fatima('GET', '/lijsten'),
  'regie.mijn': (_, w) => w.fatima('GET', '/regie'),
  werkvoorraad: (_, w) => w.fatima('GET', '/werkvoorraad'),
  'casus.lijst': (_, w) => w.fatima('GET', '/casussen'),
  'casus.breng': (_, w) => w.fatima('POST', '/casussen', CASUS),
  'casus.bezoek': (huis) => huis.vraag('fatima', 'POST', '/bezoeken', { ik: 'kom' }),
  'casus.zoek': (huis) => huis.vraag('fatima', 'POST', '/zoekvragen', { woorden: 'moeder' }),
  'casus.bord': (huis) => huis.vraag('fatima', 'GET'),
  'lid.voegToe': (huis, w) => w.bewaar('lid', huis.vraag('fatima', 'POST', '/leden', { rol: 'vader' })),
  'lid.wijzig': (huis, w) => huis.vraag('fatima', 'PATCH', `/leden/${w.id('lid')}`, { rol: 'ouder' }),
  'lid.verwijder': (huis, w) => huis.vraag('fatima', 'DELETE', `/leden/${w.id('lid')}`),
  'deelnemer.kandidaten': (huis) => huis.vraag('fatima', 'GET', '/kandidaten'),
  'deelnemer.voorbeeld': (huis) =>
    huis.vraag('fatima', 'GET', `/voorbeeld?medewerkerId=${huis.persoonId('joke')}&zetel=onderwijs`),
  'deelnemer.geef': async (huis, w) => {
    await collegas(huis);
    return w.bewaar('zetel', huis.vraag('fatima', 'POST', '/deelnemers', zetel(huis, 'joke')));
  },
  'deelnemer.wijzig': (huis, w) =>
    huis.vraag('fatima', 'PATCH', `/deelnemers/${w.id('zetel')}`, { tot: '2026-12-31' }),
  'recht.geef': async (huis, w) =>
    w.bewaar('recht', huis.vraag('fatima', 'POST', await rechten(huis), recht(w.id('zetel')))),
  'recht.lijst': async (huis) => huis.vraag('fatima', 'GET', await rechten(huis)),
  'recht.beeindig': (huis, w) => huis.vraag('fatima', 'DELETE', `/toegangsrechten/${w.id('recht')}`),
  'verzoek.doe': async (huis, w) =>
    w.bewaar('verzoek', huis.vraag('joke', 'POST', await verzoeken(huis), verzoek)),
  'verzoek.lijst': (huis) => huis.vraag('joke', 'GET', '/toegangsverzoeken'),
  'verzoek.besluit': (huis, w) =>
    huis.vraag('fatima', 'POST', `/toegangsverzoeken/${w.id('verzoek')}/besluit`, {
      besluit: 'afgewezen',
      reden: 'het rooster hangt er niet van af',
    }),
  'verzoek.trekIn': (huis, w) => huis.vraag('joke', 'DELETE', `/toegangsverzoeken/${w.id('verzoek')}`),
  'deelnemer.bevestig': async (huis) => {
    const lotte = huis.zetelVan('lotte');
    const collega = (await huis.bord('pieter')).deelnemers.find(({ id }) => id === lotte);
    return huis.vraag('pieter', 'POST', `/deelnemers/${lotte}/bevestiging`, {
      compartimentIds: collega?.teBevestigen,
    });
  },
  'deelnemer.beeindig': (huis, w) => huis.vraag('fatima', 'DELETE', `/deelnemers/${w.id('zetel')}`),
  'casus.drukAf': (huis) => huis.vraag('fatima', 'GET', '/afdruk?voor=gezin'),
  'compartiment.open': async (huis) =>
    huis.vraag('fatima', 'POST', `/compartimenten/${await huis.plek('fatima', 'adres', 'moeder')}/openingen`),
  'compartiment.uitleg': async (huis) =>
    huis.vraag('fatima', 'GET', `/compartimenten/${await huis.plek('fatima', 'jeugd')}/uitleg`),
  'kaart.maak': async (huis, w) =>
    w.bewaar(
      'kaart',
      huis.vraag('fatima', 'POST', '/kaarten', {
        compartimentId: await huis.plek('fatima', 'plan'),
        soort: 'afspraak',
        titel: 'x',
      }),
    ),
  'kaart.zetStap': (huis, w) =>
    huis.vraag('fatima', 'POST', `/kaarten/${w.id('kaart')}/stappen`, { stand: 'bezig' }),
  'kaart.zetDoor': (huis, w) => besluit(huis, w, { uiterlijk: '2026-12-01' }),
  'kaart.maakBezwaar': async (huis, w) => {
    expect((await besluit(huis, w, { uitvoerders: [await zetelVanTom(huis)] })).status).toBe(200);
    await huis.bord('tom');
    const pad = `/kaarten/${w.id('kaart')}/bezwaar`;
    const bezwaar = await huis.vraag('tom', 'POST', pad, { reden: 'Geen tijd' });
    const bram = await huis.als(leiding(huis));
    const [{ id }] = (await bram.verzoek('GET', '/tweede-hand')).body.wacht;
    await bram.verzoek('POST', `/tweede-hand/${id}`, { besluit: 'toegestaan', reden: 'Tom heeft gelijk' });
    return bezwaar;
  },
  'kaart.wijzig': async (huis, w) =>
    huis.vraag('fatima', 'PATCH', `/kaarten/${w.id('kaart')}`, {
      versie: await huis.versie('fatima', w.id('kaart')),
      titel: 'y',
    }),
  'kaart.verwijder': async (huis, w) =>
    huis.vraag(
      'fatima',
      'DELETE',
      `/kaarten/${w.id('kaart')}?versie=${await huis.versie('fatima', w.id('kaart'))}`,
    ),
  'tekst.schrijvers': async (huis) =>
    huis.vraag('fatima', 'GET', `/velden/${await planveld(huis)}/schrijvers`),
  'concept.begin': async (huis, w) =>
    w.bewaar('concept', huis.vraag('fatima', 'POST', `/velden/${await planveld(huis)}/concept`)),
  'concept.gooiWeg': (huis, w) => huis.vraag('fatima', 'DELETE', `/concepten/${w.id('concept')}`),
  // There is one concept for a text: this comes when the one before is gone.
  'concept.verbeter': async (huis) =>
    huis.vraag('fatima', 'POST', `/velden/${await planveld(huis)}/verbetering`),
  'concept.deel': async (huis) => {
    const { body } = await huis.vraag('fatima', 'POST', `/velden/${await planveld(huis)}/concept`);
    return await huis.vraag('fatima', 'POST', `/concepten/${body.id}/deling`);
  },
  'overlegreeks.maak': async (huis, w) =>
    w.bewaar(
      'reeks',
      (await huis.als(leiding(huis))).verzoek('POST', '/overlegreeksen', reeks(huis, w.koppen), w.koppen),
    ),
  'overlegreeks.lijst': async (huis) => (await huis.als(leiding(huis))).verzoek('GET', '/overlegreeksen'),
  'overlegreeks.wijzig': async (huis, w) =>
    (await huis.als(leiding(huis))).verzoek('PATCH', `/overlegreeksen/${w.id('reeks')}`, {
      leden: { bij: [huis.persoonId('tom')] },
    }),
  'overleg.lijst': async (huis, w) => {
    const lijst = (await huis.als(leiding(huis))).verzoek('GET', '/overleggen');
    const [eerste] = (await lijst).body.overleggen;
    await w.bewaar('overleg', Promise.resolve({ ...(await lijst), body: eerste }));
    return await lijst;
  },
  'agendapunt.breng': (huis, w) =>
    w.bewaar(
      'punt',
      w.fatima('POST', `/overleggen/${w.id('overleg')}/agendapunten`, {
        casusId: huis.casusId,
        vraag: 'Wie doet wat?',
        minuten: 20,
        gezinWeet: { ja: true },
      }),
    ),
  'overleg.haal': async (huis, w) =>
    (await huis.als(leiding(huis))).verzoek('GET', `/overleggen/${w.id('overleg')}`),
  'agendapunt.wijzig': async (huis, w) =>
    (await huis.als(leiding(huis))).verzoek(
      'PATCH',
      `/overleggen/${w.id('overleg')}/agendapunten/${w.id('punt')}`,
      { besluit: 'aanvaard' },
    ),
  'overleg.zetStap': async (huis, w) => {
    const voorzitter = await huis.als(leiding(huis));
    const pad = `/overleggen/${w.id('overleg')}`;
    const { stand } = (await voorzitter.verzoek('GET', pad)).body;
    // The chair hands it to nobody and begins: once.
    const stap = stand.fase === 'voorbereiding' ? 'open' : 'sluit';
    return await voorzitter.verzoek('POST', `${pad}/stappen`, { stap, versie: stand.versie });
  },
  'agendapunt.trekIn': (_, w) =>
    w.fatima('DELETE', `/overleggen/${w.id('overleg')}/agendapunten/${w.id('punt')}`),
  'overleg.plan': async (huis, w) => {
    const gepland = await w.fatima('POST', '/overleggen', {
      casusId: huis.casusId,
      begin: '2026-03-02T09:00:00Z',
      duur: 60,
      plaats: 'Op school',
    });
    // The first is held: a casus is open in one overleg.
    if (w.id('gezinsoverleg') === NIEMAND) {
      await w.bewaar('gezinsoverleg', Promise.resolve(gepland));
      await zetelVanTom(huis);
      await dekTafel(w);
      await w.bewaar('doel', doelVan(huis));
    }
    return gepland;
  },
  'tafel.schik': async (huis, w) =>
    w.fatima('POST', `${await tafelpad(w)}/tafel`, { bij: [await zetelVanTom(huis)] }),
  'tafel.hand': async (_, w) => w.fatima('PUT', `${await tafelpad(w)}/hand`, { op: true }),
  'tafel.beurt': async (_, w) => w.fatima('PUT', `${await tafelpad(w)}/beurt`, { wie: null, ronde: [] }),
  'tafelblad.leg': async (_, w) =>
    w.bewaar(
      'stuk',
      w.fatima('POST', `${await tafelpad(w)}/tafelblad`, { afspraak: { titel: 'De post openen' } }),
    ),
  'tafelblad.lezers': async (_, w) =>
    w.fatima('GET', `${await tafelpad(w)}/tafelblad/lezers?kaartId=${w.id('doel')}`),
  'tafelblad.wijzig': async (_, w) => {
    const pad = `${await tafelpad(w)}/tafelblad`;
    const { afspraken } = (await w.fatima('GET', pad)).body;
    return await w.fatima('PATCH', `${pad}/${w.id('stuk')}`, {
      versie: afspraken.find(({ id }: { id: string }) => id === w.id('stuk')).versie,
      titel: 'De post samen openen',
    });
  },
  'tafelblad.neemAf': async (_, w) => w.fatima('DELETE', `${await tafelpad(w)}/tafelblad/${w.id('stuk')}`),
  'oogst.vertel': async (_, w) => {
    const pad = await tafelpad(w);
    const { vertelling } = (await w.fatima('GET', `${pad}/tafelblad`)).body;
    return w.fatima('PUT', `${pad}/oogst`, { reden: 'Volgende week', versie: vertelling?.versie });
  },
  'oogst.haal': async (_, w) => w.fatima('GET', `${await tafelpad(w)}/oogst`),
  'oogst.lijst': (_, w) => w.fatima('GET', `/overleggen/${w.id('gezinsoverleg')}/oogst`),
  'scherm.koppel': async (_, w) => {
    const antwoord = await w.bewaar('scherm', w.fatima('POST', `${gezinsoverleg(w)}/schermen`));
    await w.bewaar('code', Promise.resolve({ ...antwoord, body: { id: antwoord.body.code } }));
    return antwoord;
  },
  'schermsessie.begin': async (huis, w) => {
    const antwoord = await huis.tafel.verzoek('POST', '/schermsessies', { code: w.id('code') });
    const cookie = (antwoord.kop['set-cookie']?.[0] ?? '').split(';')[0];
    await w.bewaar('cookie', Promise.resolve({ ...antwoord, body: { id: cookie } }));
    return antwoord;
  },
  'scherm.toon': async (_, w) =>
    w.fatima('POST', `${gezinsoverleg(w)}/schermen/${w.id('scherm')}/beeld`, { beeld: 'tafelblad' }),
  'scherm.haal': async (_, w) => w.fatima('GET', `${gezinsoverleg(w)}/schermen/${w.id('scherm')}`),
  'scherm.beeld': (huis, w) => huis.tafel.verzoek('GET', '/scherm', undefined, { cookie: w.id('cookie') }),
  'scherm.ontkoppel': async (_, w) => w.fatima('DELETE', `${gezinsoverleg(w)}/schermen/${w.id('scherm')}`),
  'tafelblad.haal': async (_, w) => w.fatima('GET', `${await tafelpad(w)}/tafelblad`),
  'advies.stel': async (huis, w) =>
    w.bewaar('advies', huis.vraag('fatima', 'POST', '/adviesvragen', await adviesvraag(huis))),
  'advies.kijkNa': async (huis) =>
    huis.vraag('fatima', 'GET', `/adviestreffers?compartimentIds=${await huis.plek('fatima', 'plan')}`),
  'verzoek.sluitVoorAdvies': async (huis) => {
    const { openVoorAdvies } = (await huis.vraag('fatima', 'GET', '/toegangsverzoeken')).body;
    return await huis.vraag('fatima', 'DELETE', `/adviesopeningen/${openVoorAdvies[0]?.id}`);
  },
  'advies.lijst': (_, w) => w.fatima('GET', '/adviesvragen'),
  'advies.neemAan': (huis, w) => deskundige(huis, w, 'POST', '/aanneming'),
  'advies.geefTerug': (huis, w) => deskundige(huis, w, 'DELETE', '/aanneming'),
  'advies.haal': (huis, w) => deskundige(huis, w, 'GET'),
  'advies.geefDoor': async (huis, w) => {
    await deskundige(huis, w, 'POST', '/aanneming');
    return await deskundige(huis, w, 'POST', '/overdracht', { medewerkerId: huis.persoonId('hugo') });
  },
  'advies.bewaar': (huis, w) => deskundige(huis, w, 'PATCH', '', { watIkLees: 'x' }, 'hugo'),
  'advies.zeg': (huis, w) => deskundige(huis, w, 'POST', '/berichten', { tekst: 'Wie brengt?' }, 'hugo'),
  'advies.teken': (huis, w) => deskundige(huis, w, 'POST', '/advies', { watIkLees: 'x' }, 'hugo'),
  'advies.vulAan': (huis, w) => deskundige(huis, w, 'POST', '/aanvulling', { tekst: 'y' }, 'hugo'),
  'advies.reageer': (_, w) =>
    w.fatima('POST', `/adviesvragen/${w.id('advies')}/reactie`, { besluit: 'doen', waarom: 'Het past.' }),
  'advies.koppelAfspraak': async (huis, w) => {
    const { id: kaartId } = await huis.schrijf('fatima', 'plan', null, {
      soort: 'afspraak',
      titel: 'Bellen',
    });
    return await w.fatima('POST', `/adviesvragen/${w.id('advies')}/afspraken`, { kaartId });
  },
  'advies.trekIn': async (huis, w) => {
    await w.bewaar('advies', huis.vraag('fatima', 'POST', '/adviesvragen', await adviesvraag(huis)));
    return await w.fatima('DELETE', `/adviesvragen/${w.id('advies')}`);
  },
  'regie.haal': (huis) => huis.vraag('fatima', 'GET', '/regie'),
  'regie.laatWaarnemen': async (huis, w) =>
    w.bewaar(
      'waarneming',
      huis.vraag('fatima', 'POST', '/regie/waarneming', {
        deelnemerId: await zetelVanTom(huis),
        tot: '2026-02-20',
      }),
    ),
  'regie.weeg': (huis) => huis.vraag('fatima', 'PUT', '/regie/weging', { volgorde: ['jeugd', 'wonen'] }),
  'regie.stopWaarnemen': (huis) => huis.vraag('fatima', 'DELETE', '/regie/waarneming'),
  'regie.stelVoor': async (huis, w) =>
    w.bewaar(
      'voorstel',
      huis.vraag('fatima', 'POST', '/regie/voorstellen', voorstel(await zetelVanTom(huis))),
    ),
  'regie.trekIn': (huis, w) => huis.vraag('fatima', 'DELETE', `/regie/voorstellen/${w.id('voorstel')}`),
  'regie.weiger': async (huis, w) => {
    const tom = await zetelVanTom(huis);
    await w.bewaar('voorstel', huis.vraag('fatima', 'POST', '/regie/voorstellen', voorstel(tom)));
    return huis.vraag('tom', 'POST', `/regie/voorstellen/${w.id('voorstel')}/weigering`, {
      reden: 'Geen tijd',
    });
  },
  'tweedeHand.lijst': async (huis) => (await huis.als(leiding(huis))).verzoek('GET', '/tweede-hand'),
  'tweedeHand.beslis': async (huis, w) =>
    (await huis.als(leiding(huis))).verzoek('POST', `/tweede-hand/${w.id('voorstel')}`, {
      besluit: 'afgewezen',
      reden: 'De regie blijft',
    }),
  'tweedeHand.doe': async (huis, w) => {
    const { label } = await huis.bord('fatima');
    const koppen = w.koppen;
    return (await huis.als(leiding(huis))).verzoek(
      'POST',
      '/tweede-hand',
      {
        soort: 'waarneming',
        casusLabel: label,
        medewerkerId: huis.persoonId('tom'),
        van: '2026-03-02',
        tot: '2026-03-20',
        reden: 'Ziek',
      },
      koppen,
    );
  },
  'regie.aanvaard': async (huis, w) => {
    const tom = await zetelVanTom(huis);
    await w.bewaar('voorstel', huis.vraag('fatima', 'POST', '/regie/voorstellen', voorstel(tom)));
    return huis.vraag('tom', 'POST', `/regie/voorstellen/${w.id('voorstel')}/aanvaarding`, {});
  },
  'sessie.eindig': (_, w) => w.fatima('DELETE', '/sessies/huidige'),
};

const verzoeken = async (huis: Huishouden): Promise<string> =>
  `/compartimenten/${await huis.plek('joke', 'plan')}/toegangsverzoeken`;

const verzoek = {
  waarvoor: 'onderwijs',
  grondslag: 'onderwijswet',
  toelichting: 'wij stemmen het rooster af',
  tot: '2026-02-17',
};

const rechten = async (huis: Huishouden): Promise<string> =>
  `/compartimenten/${await huis.plek('fatima', 'plan')}/toegangsrechten`;

const recht = (deelnemerId: string) => ({
  deelnemerId,
  niveau: 'lezen',
  waarvoor: 'samenhang',
  grondslag: 'participatiewet',
  reden: 'de school stemt het rooster af',
  tot: '2026-03-01',
});

/** Pieter keeps something, and Lotte, who works where he does, waits for his word; from here on, once. */
async function collegas(huis: Huishouden): Promise<void> {
  if (huis.zetel.pieter !== undefined) return;
  await huis.laatMeedoen('pieter', null);
  await huis.laatWachten('lotte', null);
}

const adviesvraag = async (huis: Huishouden) => ({
  lidId: huis.leden.kind1,
  vraag: 'Wat helpt in de ochtend?',
  opent: [await huis.plek('fatima', 'plan')],
  genoemd: [],
  tot: '2026-02-17',
});

/** What a gedragsdeskundige does at the question. */
const deskundige = async (
  huis: Huishouden,
  w: Werk,
  methode: string,
  onder = '',
  body?: unknown,
  wie: 'greta' | 'hugo' = 'greta',
): Promise<Antwoord> =>
  (await huis.als(wie)).verzoek(methode, `/adviesvragen/${w.id('advies')}${onder}`, body, w.koppen);

/** Tom takes part from here on, once. */
async function besluit(huis: Huishouden, w: Werk, wat: object): Promise<Antwoord> {
  const versie = await huis.versie('fatima', w.id('kaart'));
  const body = { versie, reden: 'De tijd dringt', ...wat };
  return await huis.vraag('fatima', 'POST', `/kaarten/${w.id('kaart')}/doorzettingsbesluit`, body);
}

async function zetelVanTom(huis: Huishouden): Promise<string> {
  const er = (await huis.bord('fatima')).deelnemers.find(({ naam }) => naam === 'Tom');
  return er?.id ?? (await huis.laatMeedoen('tom', null));
}

const reeks = (huis: Huishouden, koppen: Record<string, string>) => ({
  naam: `Vaste tafel ${koppen['idempotency-key'] ?? ''}`.trim(),
  plaats: 'Stadhuis',
  duur: 90,
  ritme: { eerste: '2026-02-10', tijd: '09:00', weken: 1 },
  voorzitterId: huis.persoonId('ali'),
});

const voorstel = (deelnemerId: string) => ({
  deelnemerId,
  zwaartepunt: 'jeugd',
  reden: 'Het gaat nu vooral over de kinderen',
});

/** Who leads Fatima and Tom, and is procesregisseur. */
function leiding(huis: Huishouden): 'ali' {
  const { database, klok } = huis.tafel;
  const ali = huis.persoonId('ali');
  for (const wie of ['fatima', 'tom'] as const) zetLeidinggevende(database, huis.persoonId(wie), ali);
  const rol = { medewerkerId: ali, rol: 'procesregisseur', van: klok.nu - 1, tot: null } as const;
  if (huis.tafel.app.aanmelden.medewerker(ali)?.rollen.length === 0)
    geefRol(database, { ...rol, id: `rol van ${ali}` });
  return 'ali';
}

/** Something in the plan, made under no key. */
async function doelVan(huis: Huishouden): Promise<Antwoord> {
  const compartimentId = await huis.plek('fatima', 'plan');
  const fatima = await huis.als('fatima');
  return await fatima.verzoek('POST', `/casussen/${huis.casusId}/kaarten`, {
    compartimentId,
    soort: 'doel',
    titel: 'x',
  });
}

/** Where the table of the gezinsoverleg is. */
const gezinsoverleg = (w: Werk): string => `/overleggen/${w.id('gezinsoverleg')}`;

async function tafelpad(w: Werk): Promise<string> {
  const pad = `/overleggen/${w.id('gezinsoverleg')}`;
  return `${pad}/agendapunten/${(await w.fatima('GET', pad)).body.agendapunten[0].id}`;
}

/** Opens the item of the gezinsoverleg, once: there is a table at it from then on. */
async function dekTafel(w: Werk): Promise<void> {
  const pad = `/overleggen/${w.id('gezinsoverleg')}`;
  const { agendapunten, stand } = (await w.fatima('GET', pad)).body;
  if (stand.fase !== 'voorbereiding') return;
  await w.fatima('POST', `${pad}/stappen`, { stap: 'open', versie: stand.versie });
  await w.fatima('POST', `${pad}/stappen`, {
    stap: 'item',
    agendapuntId: agendapunten[0].id,
    versie: stand.versie + 1,
  });
}

async function planveld(huis: Huishouden): Promise<string> {
  const plan = await huis.plek('fatima', 'plan', null);
  const veld = (await huis.bord('fatima')).velden.find(({ compartimentId }) => compartimentId === plan);
  return veld?.id ?? NIEMAND;
}

const CASUS = {
  leden: [{ rol: 'moeder' }],
  zetel: 'participatie',
  waarvoor: 'samenhang',
  grondslag: 'participatiewet',
  vraag: 'Wat nu?',
  wetten: ['wmo'],
  expertise: ['schulden'],
  gezinWeet: { ja: true, datum: '2026-02-01' },
};

const zetel = (huis: Huishouden, naam: Naam) => ({
  medewerkerId: huis.persoonId(naam),
  zetel: 'onderwijs',
  lidIds: null,
  waarvoor: 'onderwijs',
  grondslag: 'onderwijswet',
  gezinAkkoord: { ja: true },
});

/** Where a plain command goes, in a household. */
function gewoonPad(huis: Huishouden, { pad }: Opdracht): string {
  return pad
    .replace('{casusId}', huis.casusId)
    .replace('{lidId}', huis.leden.moeder)
    .replace('{deelnemerId}', huis.zetelVan('fatima'));
}

/** Who directs takes part too, so Fatima gives any of them. */
const GEWOON: readonly (readonly [string, Vraag])[] = Object.values<Opdracht>(OPDRACHTEN).flatMap(
  (opdracht) =>
    opdracht.gewoon === undefined
      ? []
      : [
          [
            opdracht.naam,
            async (huis: Huishouden) =>
              (await huis.als('fatima')).verzoek(
                opdracht.methode.toUpperCase(),
                gewoonPad(huis, opdracht),
                opdracht.gewoon?.voorbeelden[0],
              ),
          ] as const,
        ],
);

// What stands by itself in any casus goes anywhere; the others lean on what came before.
const GOED: readonly (readonly [string, Vraag])[] = [...GEWOON, ...Object.entries(BIJZONDER)];

interface Werk {
  /** With which all of them are sent. */
  readonly koppen: Record<string, string>;
  fatima(methode: string, pad: string, body?: unknown): Promise<Antwoord>;
  bewaar(wat: string, antwoord: Promise<Antwoord>): Promise<Antwoord>;
  id(wat: string): string;
}

async function werkVan(huis: Huishouden, koppen: Record<string, string> = {}): Promise<Werk> {
  const ids = new Map<string, string>();
  const fatima = await huis.als('fatima');
  return {
    koppen,
    fatima: (methode, pad, body) => fatima.verzoek(methode, pad, body, koppen),
    bewaar: async (wat, antwoord) => {
      // A refusal makes nothing.
      const { status, body } = await antwoord;
      if (status < 400) ids.set(wat, body.id);
      return await antwoord;
    },
    id: (wat) => ids.get(wat) ?? NIEMAND,
  };
}

/** Whether there is more of anything. */
function groeide(voor: unknown, na: unknown): boolean {
  const tel = (van: unknown) =>
    Number(
      JSON.stringify(van)
        .match(/\d+/g)
        ?.reduce((som, n) => som + Number(n), 0),
    );
  return tel(na) > tel(voor);
}

/** What there is of what people make, without looks; and after a step was set, how many it has. */
function gemaakt(huis: Huishouden, antwoord?: Antwoord, naam?: string): unknown {
  const { openingen: _, ...rijen } = opgeslagen(huis.tafel);
  return { ...rijen, stappen: naam === 'kaart.zetStap' ? (antwoord?.body?.stappen?.length ?? 0) : 0 };
}

/** What leaves something by what it decides, once: a concept shared, a besluit in the plan. */
const LEGT_VAST: ReadonlySet<string> = new Set([
  'concept.deel',
  'regie.aanvaard',
  'regie.weiger',
  'kaart.maakBezwaar',
  // The second of a name, and of a casus on one agenda, is refused.
  'overlegreeks.maak',
  'agendapunt.breng',
  // What stands there is replaced.
  'oogst.vertel',
  'advies.bewaar',
  'advies.teken',
  'advies.reageer',
  'advies.koppelAfspraak',
  // Its good request asks first.
  'advies.trekIn',
]);

/** What can be on somebody's screen, and by what it hears that it is otherwise. */
interface Scherm {
  readonly pad: string;
  readonly soorten: readonly string[];
  readonly overlegId?: string;
}

/** What there is to look at by now. */
async function schermenVan(huis: Huishouden, w: Werk): Promise<Scherm[]> {
  const schermen: Scherm[] = [{ pad: `/casussen/${huis.casusId}`, soorten: ['kaart', 'zicht'] }];
  for (const overlegId of [w.id('overleg'), w.id('gezinsoverleg')]) {
    if (overlegId === NIEMAND) continue;
    const pad = `/overleggen/${overlegId}`;
    const paden = [pad, `${pad}/oogst`];
    if (overlegId === w.id('gezinsoverleg')) {
      const tafel = await tafelpad(w);
      paden.push(`${tafel}/tafelblad`, `${tafel}/oogst`);
    }
    for (const een of paden) schermen.push({ pad: een, soorten: ['overleg'], overlegId });
  }
  return schermen;
}

/** How many lines of a kind the record holds. */
function regels(huis: Huishouden, handeling: string): number {
  return huis.tafel.database.sqlite
    .prepare<[string], number>('select count(*) from logboek where handeling = ?')
    .pluck()
    .get(handeling) as number; // a count always gives a row
}

describe('The contract', () => {
  test('should answer every command as it says, exactly, with its version and not to be stored', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const werk = await werkVan(huis);
    for (const [naam, doe] of GOED) {
      // The keys of an object of ours.
      const { antwoord: belofte } = OPDRACHTEN[naam as OpdrachtNaam];
      const antwoord = await doe(huis, werk);
      expect([naam, antwoord.status], antwoord.tekst).toEqual([naam, belofte.status]);
      expect(antwoord.kop).toMatchObject({ 'api-version': '1.0.0', 'cache-control': 'no-store' });
      if (belofte.schema === undefined) expect(antwoord.tekst).toBe('');
      else {
        expect(antwoord.kop['content-type']).toMatch(/^application\/json/);
        expect(belofte.schema.safeParse(antwoord.body).error?.issues ?? []).toEqual([]);
      }
      expect(antwoord.kop).not.toHaveProperty('x-powered-by');
      expect(antwoord.kop).not.toHaveProperty('etag');
      expect(antwoord.kop['content-security-policy']).toContain("script-src 'self'");
      expect(antwoord.kop['content-security-policy']).not.toContain('unsafe');
    }
    expect(huis.tafel.fouten).toEqual([]);
  });

  test('NK10: should leave the line in the record that each command names', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const werk = await werkVan(huis);
    for (const [naam, doe] of GOED) {
      // The keys of an object of ours.
      const { methode, handeling } = OPDRACHTEN[naam as OpdrachtNaam];
      if (typeof handeling !== 'string') {
        if (methode !== 'get') expect(handeling?.geen, naam).toMatch(/\w{3,} \w/);
        await doe(huis, werk);
        continue;
      }
      // A look is put on record once in a session.
      const voor = methode === 'get' ? 0 : regels(huis, handeling);
      await doe(huis, werk);
      expect(regels(huis, handeling), `${naam}: ${handeling}`).toBeGreaterThan(voor);
    }
  });

  test('ST13: should make once what makes something, however often it is asked under one key', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const koppen: Record<string, string> = {};
    const onderSleutel: Huishouden = {
      ...huis,
      vraag: (wie, methode, pad, body) => huis.vraag(wie, methode, pad, body, koppen),
    };
    const werk = await werkVan(huis, koppen);
    for (const [naam, doe] of GOED) {
      koppen['idempotency-key'] = `sleutel van ${naam}`.replaceAll(' ', '-');
      // The keys of an object of ours.
      const { maakt, antwoord: belofte } = OPDRACHTEN[naam as OpdrachtNaam];
      const voor = gemaakt(huis);
      const eerste = await doe(onderSleutel, werk);
      const na = gemaakt(huis, eerste, naam);
      // Without this nobody would notice that a command makes something: sharing a concept takes one away.
      if (maakt !== true && !LEGT_VAST.has(naam)) expect(groeide(voor, na), `${naam} makes`).toBe(false);
      if (maakt !== true) continue;
      expect(groeide(voor, na), `${naam} makes nothing`).toBe(true);

      const tweede = await doe(onderSleutel, werk);

      expect([naam, tweede.status], tweede.tekst).toEqual([naam, belofte.status]);
      expect([naam, tweede.body]).toEqual([naam, eerste.body]);
      expect(gemaakt(huis, tweede, naam), naam).toEqual(na);
      delete koppen['idempotency-key'];
      if (naam === 'concept.begin' || naam === 'concept.verbeter') continue;
      // It is the key that does it.
      const derde = await doe(onderSleutel, werk);
      // A right takes the place of the one before.
      if (naam === 'recht.geef') expect(derde.body.id).not.toBe(eerste.body.id);
      else if (derde.status < 400) expect(groeide(na, gemaakt(huis, derde, naam)), naam).toBe(true);
      else expect(['al_deelnemer', 'loopt_al'], naam).toContain(derde.body.code);
    }
    expect(huis.tafel.fouten).toEqual([]);
  });

  test('NK12: should refuse what who directs alone gives to everyone else, by a code that it names', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const sanne = await huis.als('sanne');
    let geprobeerd = 0;
    for (const opdracht of Object.values<Opdracht>(OPDRACHTEN)) {
      if (opdracht.gewoon?.door !== 'regisseur') continue;
      for (const body of opdracht.gewoon.voorbeelden) {
        geprobeerd += 1;
        const antwoord = await sanne.verzoek(opdracht.methode.toUpperCase(), gewoonPad(huis, opdracht), body);
        expect([opdracht.naam, antwoord.status], antwoord.tekst).toEqual([opdracht.naam, 403]);
      }
    }
    expect(geprobeerd).toBeGreaterThan(2);
    // Refused by a code that its contract doesn't name.
    expect(huis.tafel.fouten).toEqual([]);
  });

  test('should tell everyone who looks when what they would fetch is otherwise: a board, an overleg, a table', async () => {
    const huis = await huishouden({ plaatsen: { sanne: null } });
    const werk = await werkVan(huis);
    const kijkers = await Promise.all(
      (['fatima', 'sanne', 'ali'] as const).map(async (naam) => {
        const wie = await huis.als(naam);
        const live = await wie.live();
        await live.volg(huis.casusId);
        return { naam, wie, live, was: new Map<string, string>(), volgt: new Set<string>() };
      }),
    );
    const stil: string[] = [];
    let anders = 0;
    for (const [naam, doe] of GOED) {
      // Who looks looks on.
      if (naam === 'sessie.eindig') continue;
      await doe(huis, werk);
      // What it prepared, if anything, is told by the next.
      if (OPDRACHTEN[naam as OpdrachtNaam].methode === 'get') continue;
      const schermen = await schermenVan(huis, werk);
      for (const { naam: kijker, wie, live, was, volgt } of kijkers) {
        await live.bij();
        const gehoord = live.ontvangen.splice(0);
        for (const { pad, soorten, overlegId } of schermen) {
          const { status, tekst } = await wie.verzoek('GET', pad);
          const eerder = was.get(pad);
          was.set(pad, tekst);
          // Nobody looks at what isn't there for them.
          if (status === 404) was.delete(pad);
          if (eerder === undefined || eerder === tekst) continue;
          anders += 1;
          const isVerteld = gehoord.some(
            ({ soort, bericht }) =>
              soorten.includes(soort) && (overlegId === undefined || bericht.overlegId === overlegId),
          );
          if (!isVerteld) stil.push(`${naam}: ${kijker} ${pad}`);
        }
        // Following costs (ST6): only what came into sight.
        const nieuw = schermen.filter(
          ({ pad, overlegId }) => overlegId !== undefined && !volgt.has(pad) && was.has(pad),
        );
        for (const { pad, overlegId = '' } of nieuw) {
          volgt.add(pad);
          await live.volgOverleg(overlegId);
        }
      }
    }
    expect(kijkers.map(({ live }) => live.socket.connected)).toEqual([true, true, true]);
    expect(stil).toEqual([]);
    expect(anders).toBeGreaterThan(60);
  });

  test('should have a route for each of its commands, and no others', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const routes = huis.tafel.app.routes.map(({ naam }) => naam);
    expect([...routes].sort()).toEqual(Object.keys(OPDRACHTEN).sort());
  });

  test('should describe itself in valid OpenAPI 3.1, exactly its routes', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const { body } = await huis.tafel.verzoek('GET', '/openapi.json');
    const uitkomst = await new Validator().validate(structuredClone(body));
    expect(uitkomst.errors ?? []).toEqual([]);
    expect([uitkomst.valid, body.openapi]).toEqual([true, '3.1.0']);
    const beschreven = Object.entries<object>(body.paths).flatMap(([pad, wat]) =>
      Object.keys(wat).map((methode) => `${methode} ${pad}`),
    );
    const routes = huis.tafel.app.routes.map(({ methode, pad }) => `${methode} ${pad}`);
    expect(beschreven.sort()).toEqual([...routes, 'get /openapi.json'].sort());
    const metSleutel = Object.values<
      Record<string, { operationId?: string; parameters?: { name: string }[] }>
    >(body.paths)
      .flatMap((wat) => Object.values(wat))
      .filter(({ parameters = [] }) => parameters.some(({ name }) => name === 'Idempotency-Key'));
    const maken = Object.values(OPDRACHTEN).filter(({ maakt }) => maakt === true);
    expect(metSleutel.map(({ operationId }) => operationId).sort()).toEqual(
      maken.map(({ naam }) => naam).sort(),
    );
  });

  test('should refuse every route that needs one without a session, whatever its path and body say', async () => {
    const huis = await huishouden({ plaatsen: {} });
    for (const { methode, pad, sessie } of huis.tafel.app.routes) {
      if (sessie === 'geen') continue;
      const vol = pad.replace('{casusId}', huis.casusId).replaceAll(/\{\w+\}/g, NIEMAND);
      const antwoord = await huis.tafel.verzoek(
        methode.toUpperCase(),
        vol,
        methode === 'get' ? undefined : 'geen json',
      );
      verwachtWeigering(antwoord, 401, 'niet_aangemeld');
    }
  });

  test('NK1, NK5: should answer who takes no part as for a casus that is not there, before it looks at the body', async () => {
    const huis = await huishouden({ plaatsen: {} });
    for (const { methode, pad, sessie } of huis.tafel.app.routes) {
      if (sessie === 'geen' || !pad.includes('{casusId}')) continue;
      const antwoorden: string[] = [];
      for (const [casusId, body] of [
        [huis.casusId, 'geen json'],
        [NIEMAND, {}],
        [huis.casusId, {}],
      ] as const) {
        const vol = pad.replace('{casusId}', casusId).replaceAll(/\{\w+\}/g, huis.leden.moeder);
        const antwoord = await (await huis.als('pieter')).verzoek(
          methode.toUpperCase(),
          vol,
          methode === 'get' ? undefined : body,
        );
        verwachtWeigering(antwoord, 404, 'niet_gevonden');
        antwoorden.push(antwoord.tekst);
      }
      expect(new Set(antwoorden).size).toBe(1);
    }
  });
});

// Which sort it is doesn't change.
const { soort: _, ...AFSPRAAK } = KaartInhoud.options[3].shape;

/** A bad request that wasn't refused at its field, as one reads it in a test that fails. */
type Misser = readonly [naam: string, veld: string, gestuurd: string, antwoord: string];

/**
 * The same household, in which each good request of the command that is `opdracht` is first sent as it may not be: wrong
 * at one field of its body or query, or with its ids in capitals.
 */
function eerstScheef(huis: Huishouden, opdracht: () => Opdracht, missers: Misser[]): Huishouden {
  const om =
    (verzoek: Aangemeld['verzoek']): Aangemeld['verzoek'] =>
    async (methode, pad, body, koppen) => {
      const { naam, methode: bedoeld, pad: vorm, body: bodyvorm, query: vraagvorm } = opdracht();
      const [waar = '', vraag] = pad.split('?');
      const hoortErbij = new RegExp(`^${vorm.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(waar);
      if (methode.toLowerCase() === bedoeld && hoortErbij) {
        const stuur = async (veld: string, code: RegExp, padNu: string, bodyNu?: unknown) => {
          const antwoord = await verzoek(methode, padNu, bodyNu, koppen);
          const wat = bodyNu === undefined ? padNu : JSON.stringify(bodyNu);
          if (!isGoedGeweigerd(antwoord, code, veld)) missers.push([naam, veld, wat, antwoord.tekst]);
        };
        const ids = waar.replaceAll(/[0-9a-f-]{36}/g, (id) => id.toUpperCase());
        if (ids !== waar) await stuur('', /^404 niet_gevonden$/, ids, bodyvorm && body);
        // Of nothing at all nobody knows which of some forms it is.
        for (const { veld, body: scheve } of bodyvorm === undefined ? [] : scheef(bodyvorm, body))
          if (typeof scheve === 'object' && JSON.stringify(scheve) !== '{}' && scheve !== null)
            await stuur(veld, SCHEEF, pad, scheve);
        const gevraagd = Object.fromEntries(new URLSearchParams(vraag));
        for (const { veld, body: scheve } of vraagvorm === undefined ? [] : scheef(vraagvorm, gevraagd)) {
          const inAdres = alsVraag(scheve);
          if (inAdres !== null) await stuur(veld, /^422 vraag_ongeldig$/, `${waar}?${inAdres}`);
        }
      }
      return await verzoek(methode, pad, body, koppen);
    };
  return {
    ...huis,
    als: async (wie) => {
      const aangemeld = await huis.als(wie);
      return { ...aangemeld, verzoek: om(aangemeld.verzoek) };
    },
    vraag: async (wie, methode, onder = '', body, koppen) =>
      await om((await huis.als(wie)).verzoek)(methode, `/casussen/${huis.casusId}${onder}`, body, koppen),
    tafel: { ...huis.tafel, verzoek: om(huis.tafel.verzoek) },
  };
}

const SCHEEF = /^422 (?:body_ongeldig|persoonsgegeven_geweigerd)$/;

/** Refused as it should be, and at that field said in Dutch what to do; of an object that is none, to a program. */
function isGoedGeweigerd({ status, body }: Antwoord, code: RegExp, veld: string): boolean {
  if (!code.test(`${status} ${body?.code}`) || !/^[A-Z].{10,}[.?]$/.test(body.detail)) return false;
  if (status === 404) return true;
  const [fout] = body.fouten;
  return fout.veld === veld && /^[A-Z‘]/.test(fout.bericht) && !/invalid|expected/i.test(fout.bericht);
}

/** As it stands in an address, what is in a list twice; null for what can't. */
function alsVraag(scheve: unknown): string | null {
  if (typeof scheve !== 'object' || scheve === null || Array.isArray(scheve)) return null;
  const vraag = new URLSearchParams();
  for (const [naam, waarde] of Object.entries<unknown>({ ...scheve })) {
    const [een, ...meer] = Array.isArray(waarde) ? [...waarde, ...waarde] : [waarde];
    if (een === undefined) continue;
    if (typeof een !== 'string') return null;
    for (const tekst of [een, ...meer]) vraag.append(naam, String(tekst));
  }
  return vraag.toString();
}

describe('What comes in', () => {
  test('ST9: should be refused at the field where it is wrong, by the kind of each field of each command', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const missers: Misser[] = [];
    let nu: Opdracht = OPDRACHTEN.gezondheid;
    const om = eerstScheef(huis, () => nu, missers);
    const werk = await werkVan(om);
    for (const [naam, doe] of GOED) {
      // The keys of an object of ours.
      nu = OPDRACHTEN[naam as OpdrachtNaam];
      expect((await doe(om, werk)).status, naam).toBeLessThan(300);
    }
    expect(missers).toEqual([]);
    // A code that its contract doesn't name, and what broke.
    expect(huis.tafel.fouten).toEqual([]);
  });

  test('ST9: also each field of each sort of kaart, made and changed', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const compartimentId = await huis.plek('fatima', 'plan', null);
    const missers: Misser[] = [];
    const voor = opgeslagen(huis.tafel);
    for (const vorm of KaartInhoud.options) {
      for (const { veld, body } of scheef(vorm, undefined)) {
        // Null is nothing, as if it weren't there; and which sort it is stands in what is an object.
        if (typeof body !== 'object' || body === null || Array.isArray(body)) continue;
        if (Object.values<unknown>({ ...body }).includes(null)) continue;
        const antwoord = await huis.vraag('fatima', 'POST', '/kaarten', { compartimentId, ...body });
        if (!isGoedGeweigerd(antwoord, SCHEEF, veld))
          missers.push([vorm.shape.soort.value, veld, JSON.stringify(body), antwoord.tekst]);
      }
    }
    expect(missers).toEqual([]);
    expect(opgeslagen(huis.tafel)).toEqual(voor);
    const { id, versie } = await huis.schrijf('fatima', 'plan', null, { soort: 'afspraak', titel: 'x' });
    for (const [naam, deel] of Object.entries<z.core.$ZodType>(AFSPRAAK)) {
      for (const { veld, body } of scheef(deel, undefined)) {
        // Nothing: it stays as it is, or is cleared.
        if (body === undefined || body === null) continue;
        const antwoord = await huis.vraag('fatima', 'PATCH', `/kaarten/${id}`, { versie, [naam]: body });
        const waar = veld === '' ? naam : `${naam}.${veld}`;
        if (!isGoedGeweigerd(antwoord, SCHEEF, waar))
          missers.push(['gewijzigd', waar, JSON.stringify(body), antwoord.tekst]);
      }
    }
    expect(missers).toEqual([]);
    expect(await huis.versie('fatima', id)).toBe(versie);
    expect(huis.tafel.fouten).toEqual([]);
  });

  test.each<[string, number, string, unknown, Record<string, string>]>([
    ['no JSON', 400, 'json_onleesbaar', '{"leden":', {}],
    ['JSON that is no object', 400, 'json_onleesbaar', '"casus"', {}],
    ['a form', 415, 'geen_json', 'leden=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', 415, 'geen_json', JSON.stringify(CASUS), { 'content-type': 'text/plain' }],
    ['more than a body may hold', 413, 'te_groot', { ...CASUS, vraag: 'x'.repeat(150_000) }, {}],
    ['a list', 422, 'body_ongeldig', [], {}],
    ['nothing', 422, 'body_ongeldig', undefined, {}],
    ['a field that does not exist', 422, 'body_ongeldig', { ...CASUS, bsn: '1' }, {}],
    [
      'a field inside that does not exist',
      422,
      'body_ongeldig',
      { ...CASUS, leden: [{ rol: 'kind', naam: 'x' }] },
      {},
    ],
    ['a field of a wrong type', 422, 'body_ongeldig', { ...CASUS, leden: 'moeder' }, {}],
    ['a role that is not in the list', 422, 'body_ongeldig', { ...CASUS, leden: [{ rol: 'hond' }] }, {}],
    ['nobody in the household', 422, 'body_ongeldig', { ...CASUS, leden: [] }, {}],
    [
      'a day that does not exist',
      422,
      'body_ongeldig',
      { ...CASUS, gezinWeet: { ja: true, datum: '2026-02-30' } },
      {},
    ],
    ['a line that is too long', 422, 'body_ongeldig', { ...CASUS, vraag: 'x'.repeat(301) }, {}],
    ['a line of spaces', 422, 'body_ongeldig', { ...CASUS, vraag: '   ' }, {}],
    ['a zetel that one may not take', 422, 'zetel_niet_toegestaan', { ...CASUS, zetel: 'jeugd' }, {}],
    ['a purpose that is not in the list', 422, 'niet_in_lijst', { ...CASUS, waarvoor: 'zomaar' }, {}],
    ['a ground that is not in the list', 422, 'niet_in_lijst', { ...CASUS, grondslag: 'zomaar' }, {}],
    ['expertise that is not in the list', 422, 'niet_in_lijst', { ...CASUS, expertise: ['zomaar'] }, {}],
  ])('should refuse %s, in Dutch, and store nothing', async (_, status, code, body, koppen) => {
    const huis = await huishouden({ plaatsen: {} });
    const fatima = await huis.als('fatima');
    const voor = opgeslagen(huis.tafel);
    verwachtWeigering(await fatima.verzoek('POST', '/casussen', body, koppen), status, code);
    expect(opgeslagen(huis.tafel)).toEqual(voor);
  });

  test('ST9: should not take what is written in another encoding for text: a letter would become another', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const { cookie } = await huis.als('fatima');
    const pad = `${huis.tafel.url}/api/v1/casussen/${huis.casusId}/leden`;
    const body = JSON.stringify({ rol: 'vader', café: 1 });
    const stuur = async (bytes: Buffer) => {
      const headers = { 'content-type': 'application/json', cookie };
      return await fetch(pad, { method: 'POST', headers, body: new Uint8Array(bytes) });
    };
    const antwoord = await stuur(Buffer.from(body, 'latin1'));
    expect([antwoord.status, await antwoord.json()]).toMatchObject([400, { code: 'json_onleesbaar' }]);
    expect((await stuur(Buffer.from(body))).status).toBe(422);
  });

  test('should name each field that is wrong, in Dutch', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const antwoord = await (await huis.als('fatima')).verzoek('POST', '/casussen', {
      ...CASUS,
      leden: [{ rol: 'hond' }],
      vraag: 3,
    });
    expect(antwoord.body.fouten.map(({ veld }: { veld: string }) => veld)).toEqual(['leden.0.rol', 'vraag']);
    expect(antwoord.body.detail).toBe(
      'Niet alles is goed ingevuld. Er is niets bewaard. Kies opnieuw: Rol in het huishouden. Kies opnieuw: Wat vraagt u aan de anderen.',
    );
  });

  test.each(['/onbekend', '/casussen/1', '/casussen/%E0%A4%A', `/casussen/${NIEMAND}/`, '/casussen/../x'])(
    'should refuse %s as what is not there',
    async (pad) => {
      const huis = await huishouden({ plaatsen: {} });
      verwachtWeigering(await (await huis.als('fatima')).verzoek('GET', pad), 404, 'niet_gevonden');
    },
  );

  test('should refuse a query that is wrong', async () => {
    const huis = await huishouden({ plaatsen: {} });
    const { id } = await huis.schrijf('fatima', 'plan', null, { soort: 'doel', titel: 'x' });
    for (const vraag of ['', '?versie=', '?versie=een', '?versie=1&versie=2', '?versie=1&meer=1']) {
      verwachtWeigering(
        await huis.vraag('fatima', 'DELETE', `/kaarten/${id}${vraag}`),
        422,
        'vraag_ongeldig',
      );
    }
  });
});
