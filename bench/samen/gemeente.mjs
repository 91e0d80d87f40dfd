import { STANDAARDMATRIX } from '../../dist/shared/need-to-know/standaardmatrix.js';

const WAARVOOR = { waarvoor: 'samenhang', grondslag: 'participatiewet' };
/** From one machine; enough not to wait on each other. */
const TEGELIJK = 8;

/**
 * A casus a room, brought and peopled over the API by the people of the demo municipality, as they would from their
 * screens: a different one brings each, so that nobody comes near the limit on commands. Who brings it writes in
 * `plan`; of the others as many as must write there do, and the rest may at least read it. With more in a room than the
 * demo has, people sit there with several screens.
 *
 * @returns of each room its text, its compartment, and who connects where, who writes first
 */
export async function breng(adres, { kamers, mensen, schrijvers }) {
  const iedereen = await meldAan(adres, ({ zetels }) => zetels.some(leestPlan));
  const brengers = iedereen.filter(({ zetels }) => zetels.some(brengtIn) && zetels.some(schrijftPlan));
  return gespreid(kamers, async (n) => {
    const brenger = brengers[n % brengers.length];
    const anderen = iedereen.filter((mens) => mens !== brenger);
    const schrijvend = anderen.filter(({ zetels }) => zetels.some(schrijftPlan));
    // Those who write first, from another one on in each room.
    const rij = [...vanaf(schrijvend, n).slice(0, schrijvers - 1), ...vanaf(anderen, n)];
    const mee = [...new Set(rij)].slice(0, mensen - 1);
    const { id } = await vraag(adres, brenger, 'POST', '/casussen', {
      leden: [{ rol: 'moeder' }],
      zetel: brenger.zetels.find(brengtIn),
      ...WAARVOOR,
    });
    for (const { medewerkerId, zetels } of mee) {
      await vraag(adres, brenger, 'POST', `/casussen/${id}/deelnemers`, {
        medewerkerId,
        zetel: zetels.find(schrijftPlan) ?? zetels.find(leestPlan),
        lidIds: null,
        ...WAARVOOR,
        gezinAkkoord: { ja: true },
      });
    }
    const bord = await vraag(adres, brenger, 'GET', `/casussen/${id}`);
    const plan = bord.compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
    const veld = bord.velden.find(({ compartimentId }) => compartimentId === plan.id);
    const schrijven = [brenger, ...mee].filter(({ zetels }) => zetels.some(schrijftPlan));
    const zitten = [
      ...Array.from({ length: schrijvers }, (_, i) => schrijven[i % schrijven.length]),
      ...Array.from({ length: mensen - schrijvers }, (_, i) => mee.toReversed()[i % mee.length]),
    ];
    return {
      naam: id,
      veld: veld.id,
      compartimentId: plan.id,
      mensen: zitten.map(({ medewerkerId }) => medewerkerId),
      plekken: zitten.map((mens) => plek(adres, id, mens)),
    };
  });
}

/** The same rooms at another address, everyone signed in anew. */
export async function meldWeerAan(adres, kamers) {
  const iedereen = await meldAan(adres, () => true);
  const wie = new Map(iedereen.map((mens) => [mens.medewerkerId, mens]));
  return kamers.map((kamer) => ({
    ...kamer,
    plekken: kamer.mensen.map((medewerkerId) => plek(adres, kamer.naam, wie.get(medewerkerId))),
  }));
}

/** Signs everyone of the demo in. @returns those who are looked for: who they are, their seats, and their cookie */
export async function meldAan(adres, gezocht) {
  const { medewerkers } = await vraag(adres, { cookie: '' }, 'GET', '/demo/medewerkers');
  const mensen = [];
  for (const { id } of medewerkers) {
    const antwoord = await stuur(adres, { cookie: '' }, 'POST', '/sessies', { medewerkerId: id });
    const { zetels } = await antwoord.json();
    const cookie = antwoord.headers.get('set-cookie').split(';')[0];
    mensen.push({ medewerkerId: id, zetels, cookie });
  }
  return mensen.filter(gezocht);
}

// What a seat can, by the standard matrix.
export const schrijftPlan = (zetel) => STANDAARDMATRIX.cellen.plan[zetel] === 'S';
export const leestPlan = (zetel) => ['L', 'S'].includes(STANDAARDMATRIX.cellen.plan[zetel]);
export const brengtIn = (zetel) =>
  STANDAARDMATRIX.zetels.some(({ code, brengtIn: ja }) => ja && code === zetel);
const plek = (adres, id, { cookie }) => ({ url: `ws://${adres}/sync/${id}`, headers: { cookie } });

const vanaf = (rij, n) => rij.map((_, i) => rij[(n + i) % rij.length]);

async function gespreid(aantal, doe) {
  const uitkomsten = new Array(aantal);
  let volgende = 0;
  const werker = async () => {
    while (volgende < aantal) {
      const n = volgende;
      volgende += 1;
      uitkomsten[n] = await doe(n);
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, werker));
  return uitkomsten;
}

/** Asks something of the API. @throws Error with what it answered, when that is no */
export async function vraag(adres, wie, methode, pad, body) {
  return (await stuur(adres, wie, methode, pad, body)).json();
}

async function stuur(adres, { cookie }, methode, pad, body) {
  const antwoord = await fetch(`http://${adres}/api/v1${pad}`, {
    method: methode,
    headers: { cookie, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (antwoord.ok) return antwoord;
  throw new Error(`${methode} ${pad}: ${antwoord.status} ${await antwoord.text()}`);
}
