/** Asks as a program would. @returns the answer, whatever it is */
export async function stuur(adres, cookie, methode, pad, body) {
  const antwoord = await fetch(`http://${adres}/api/v1${pad}`, {
    method: methode,
    headers: { cookie, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: antwoord.status, kop: antwoord.headers, body: await antwoord.json().catch(() => null) };
}

async function gelukt(...vraag) {
  const antwoord = await stuur(...vraag);
  if (antwoord.status < 300) return antwoord;
  throw new Error(`${vraag[2]} ${vraag[3]}: ${antwoord.status} ${JSON.stringify(antwoord.body)}`);
}

/** Another session of somebody. @returns its cookie */
export async function meldAan(adres, medewerkerId) {
  const { kop } = await gelukt(adres, '', 'POST', '/sessies', { medewerkerId });
  return kop.get('set-cookie').split(';')[0];
}

/**
 * Tables of ten people at work each, and at each of the first tables one who means harm, all with a session.
 * @returns who sits where: their cookie, casus, text and its compartment, and a kaart that they may write
 */
export async function dek(adres, { tafels, mensen, vijanden }) {
  const { body } = await gelukt(adres, '', 'GET', '/demo/medewerkers');
  const iedereen = body.medewerkers.map(({ id }) => id);
  const plaatsen = { eerlijk: [], vijandig: [] };
  for (let n = 0; n < tafels; n += 1) {
    const eerlijk = iedereen.splice(0, mensen);
    const mee = iedereen.splice(0, Math.ceil((vijanden - n) / tafels));
    const regisseur = await meldAan(adres, eerlijk[0]);
    const { body: casus } = await gelukt(adres, regisseur, 'POST', '/casussen', {
      leden: [{ rol: 'moeder' }],
      zetel: 'participatie',
      waarvoor: 'samenhang',
      grondslag: 'participatiewet',
    });
    const pad = `/casussen/${casus.id}`;
    for (const medewerkerId of [...eerlijk.slice(1), ...mee]) {
      await gelukt(adres, regisseur, 'POST', `${pad}/deelnemers`, {
        medewerkerId,
        zetel: 'participatie',
        lidIds: null,
        waarvoor: 'samenhang',
        grondslag: 'participatiewet',
        gezinAkkoord: { ja: true },
      });
    }
    const { body: bord } = await gelukt(adres, regisseur, 'GET', pad);
    const plan = bord.compartimenten.find(({ categorie, lidId }) => categorie === 'plan' && lidId === null);
    const veld = bord.velden.find(({ compartimentId }) => compartimentId === plan.id);
    const { body: kaart } = await gelukt(adres, regisseur, 'POST', `${pad}/kaarten`, {
      compartimentId: plan.id,
      soort: 'afspraak',
      titel: 'Bellen met school',
    });
    for (const medewerkerId of [...eerlijk, ...mee]) {
      const cookie = medewerkerId === eerlijk[0] ? regisseur : await meldAan(adres, medewerkerId);
      const plaats = {
        adres,
        medewerkerId,
        cookie,
        casusId: casus.id,
        compartimentId: plan.id,
        veld: veld.id,
        kaartId: kaart.id,
        deelnemerIds: bord.deelnemers.map(({ id }) => id),
      };
      (mee.includes(medewerkerId) ? plaatsen.vijandig : plaatsen.eerlijk).push(plaats);
    }
  }
  return plaatsen;
}
