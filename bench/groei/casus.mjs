// A casus of a size, made as people make one: for what measures how things grow.
import * as Y from 'yjs';
import { brengtIn, leestPlan, meldAan, schrijftPlan, vraag } from '../samen/gemeente.mjs';
import { verbind } from '../samen/lijnen/regietafel.mjs';

const WAARVOOR = { waarvoor: 'samenhang', grondslag: 'participatiewet' };

/** Paragraphs of so many characters, some at a time: less than one bericht may have, and no faster than somebody may. */
const ALINEA =
  'Een zin van gewone lengte over wat er in dit gezin goed gaat en wat er nog moet gebeuren. '.repeat(3);
const PER_KEER = 40;

/**
 * Makes a casus over the API, and what else its regisseur has.
 * @returns its id, who opens it, its first kaart, and the text that was written
 */
export async function maak(adres, { casussen, leden = 1, deelnemers, kaarten, tekens, wijzigingen }) {
  const iedereen = await meldAan(adres, ({ zetels }) => zetels.some(leestPlan));
  const wie = iedereen.find(({ zetels }) => zetels.some(brengtIn) && zetels.some(schrijftPlan));
  const breng = () =>
    vraag(adres, wie, 'POST', '/casussen', {
      leden: Array.from({ length: leden }, (_, n) => ({ rol: n === 0 ? 'moeder' : 'kind' })),
      zetel: wie.zetels.find(brengtIn),
      ...WAARVOOR,
    });
  for (let n = 1; n < casussen; n += 1) await breng();
  const { id: casusId } = await breng();
  const pad = `/casussen/${casusId}`;
  for (const { medewerkerId, zetels } of iedereen.filter((mens) => mens !== wie).slice(0, deelnemers - 1)) {
    await vraag(adres, wie, 'POST', `${pad}/deelnemers`, {
      medewerkerId,
      zetel: zetels.find(leestPlan),
      lidIds: null,
      ...WAARVOOR,
      gezinAkkoord: { ja: true },
    });
  }
  const { compartimenten, velden } = await vraag(adres, wie, 'GET', pad);
  const hulp = compartimenten.filter(
    ({ categorie, niveau }) => categorie === 'hulp' && niveau === 'schrijven',
  );
  const gemaakt = [];
  for (let n = 0; n < kaarten; n += 1) {
    gemaakt.push(
      await vraag(adres, wie, 'POST', `${pad}/kaarten`, {
        compartimentId: hulp[n % hulp.length].id,
        soort: n % 2 === 0 ? 'kracht' : 'zorgpunt',
        leefgebied: 'wonen',
        titel: `Een zin van gewone lengte over wat er goed gaat, nummer ${n}`,
      }),
    );
  }
  const [kaart] = gemaakt;
  for (let n = 0; n < wijzigingen; n += 1) {
    const { versie } = await vraag(adres, wie, 'PATCH', `${pad}/kaarten/${kaart.id}`, {
      versie: kaart.versie,
      titel: `Deze is ${n} keer gewijzigd`,
    });
    kaart.versie = versie;
  }
  const compartiment = compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
  const plan = {
    naam: casusId,
    compartimentId: compartiment.id,
    veld: velden.find(({ compartimentId }) => compartimentId === compartiment.id).id,
  };
  await schrijf(adres, wie, plan, tekens);
  return { casusId, wie, kaart, plan };
}

/** Types a text of so many characters, as the editor writes it (docs/protocol.md). */
async function schrijf(adres, wie, plan, tekens) {
  const doc = new Y.Doc();
  const lijn = await open(adres, wie, plan, doc);
  const tekst = doc.getText(plan.veld);
  const updates = [];
  doc.on('update', (update, herkomst) => {
    if (herkomst === plan) updates.push(update);
  });
  let gezet = 0;
  while (gezet < tekens) {
    doc.transact(() => {
      for (let n = 0; n < PER_KEER && gezet < tekens; n += 1) {
        if (tekst.length > 0) tekst.insertEmbed(tekst.length, new Y.Map());
        tekst.insertEmbed(tekst.length, { eind: 1 });
        const alinea = ALINEA.slice(0, tekens - gezet);
        tekst.insert(tekst.length - 1, alinea);
        gezet += alinea.length;
      }
    }, plan);
    lijn.schrijf(updates.at(-1));
    while (lijn.bevestigd < updates.length) await new Promise((klaar) => setTimeout(klaar, 5));
  }
  lijn.sluit();
}

/** A line on which somebody opens a text; `sluit` ends it. @returns when all of the text is there */
export function open(adres, { cookie }, plan, doc = new Y.Doc()) {
  return verbind({
    kamer: plan,
    plek: { url: `ws://${adres}/sync/${plan.naam}`, headers: { cookie } },
    doc,
    schrijft: true,
    bijUpdate: () => {},
    bijFout: (fout) => {
      throw fout;
    },
  });
}
