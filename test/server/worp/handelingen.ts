import { randomUUID } from 'node:crypto';
import type { Doc } from 'yjs';
import type { Compartiment } from '../../../shared/contract/compartimenten.ts';
import { type Huishouden, type Lid, type Naam, NIEMAND } from '../huishouden.ts';
import type { Aangemeld, Antwoord } from '../opstelling.ts';
import { inbreng, RITME } from '../overleg.ts';
import { Synclijn } from '../sync/lijn.ts';
import type { Plaats } from '../sync/tekst.ts';

/** A household to which things happen; each of them can be done again, whatever went wrong before. */
export interface Slachtoffer {
  readonly h: Huishouden;
  readonly hulp: Plaats;
  /** Somebody of it for whom nothing goes wrong on purpose, and who may be reading along. */
  readonly tom: Aangemeld;
  /** A line of Tom, that follows on his last one, as his browser's does. */
  readonly lijn: () => Promise<Synclijn>;
  /** What his browser has of the text: the same all the time. */
  readonly doc: Doc;
  /** Lets one second go by. */
  readonly tik: () => void;
  /** Whether what somebody asks is done; fails the test where nothing was made to go wrong. */
  readonly isGelukt: (antwoord: Antwoord) => boolean;
}

/** Everything that a socket, a timer or a route does, at least once. */
export const HANDELINGEN: Readonly<Record<string, (s: Slachtoffer) => Promise<void>>> = {
  'signs in and out': async ({ h }) => {
    const antwoord = await h.tafel.verzoek('POST', '/sessies', { medewerkerId: h.persoonId('sanne') });
    const cookie = (antwoord.kop['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    await h.tafel.verzoek('GET', '/sessies/huidige', undefined, { cookie });
    await h.tafel.verzoek('DELETE', '/sessies/huidige', undefined, { cookie });
  },
  'looks at the board and at mijn werk': async ({ h, tom }) => {
    await tom.verzoek('GET', h.pad);
    await tom.verzoek('GET', '/werkvoorraad');
    await tom.verzoek('GET', '/casussen');
    await tom.verzoek('GET', `/casussen/${NIEMAND}`);
    await h.tafel.verzoek('POST', '/schermsessies', { code: '012 345 6789' });
  },
  'writes and removes a kaart': async ({ h, tom, hulp, isGelukt }) => {
    const nieuw = { compartimentId: hulp.id, soort: 'besproken', leefgebied: 'wonen', datum: '2026-02-01' };
    const kaart = await tom.verzoek('POST', `${h.pad}/kaarten`, nieuw);
    if (!isGelukt(kaart)) return;
    const pad = `${h.pad}/kaarten/${kaart.body.id}`;
    const gewijzigd = await tom.verzoek('PATCH', pad, { versie: kaart.body.versie, titel: 'Anders' });
    const { versie } = isGelukt(gewijzigd) ? gewijzigd.body : kaart.body;
    isGelukt(await tom.verzoek('DELETE', `${pad}?versie=${versie}`));
  },
  'begins a concept, shares it and throws one away': async ({ h, tom, hulp, isGelukt }) => {
    for (const slot of ['deling', '']) {
      const concept = await tom.verzoek('POST', `${h.pad}/velden/${hulp.veld}/concept`, {});
      if (!isGelukt(concept)) continue;
      const pad = `${h.pad}/concepten/${concept.body.id}`;
      isGelukt(await tom.verzoek(slot === '' ? 'DELETE' : 'POST', slot === '' ? pad : `${pad}/${slot}`, {}));
    }
  },
  'changes the household and a seat': async ({ h, isGelukt }) => {
    const lid = await h.vraag('fatima', 'POST', '/leden', { rol: 'kind' });
    if (isGelukt(lid)) isGelukt(await h.vraag('fatima', 'DELETE', `/leden/${lid.body.id}`));
    const zetel = await h.vraag('fatima', 'POST', '/deelnemers', seat(h, 'bram', 'wmo'));
    if (isGelukt(zetel)) isGelukt(await h.vraag('fatima', 'DELETE', `/deelnemers/${zetel.body.id}`));
  },
  'follows over /live': async ({ h, tom }) => {
    const live = await tom.live().catch(() => null);
    if (live === null) return;
    await live.volg(h.casusId);
    await h.vraag('fatima', 'PATCH', '', { status: 'in_uitvoering' });
    await live.verlaat(h.casusId);
    live.sluit();
  },
  'opens a text, types, and puts a cursor': async ({ hulp, lijn: nieuweLijn, doc }) => {
    const lijn = await nieuweLijn();
    if (lijn.sluitcode === null && lijn.kanaal(hulp.id) !== undefined) {
      const tekst = await lijn.open(hulp.id, doc);
      if (tekst.einde === null && lijn.sluitcode === null) {
        tekst.typ(hulp.veld, 'woord');
        tekst.stuurCursors([{ clientId: tekst.doc.clientID, klok: 1, staat: { cursor: null } }]);
        await tekst.opgeslagen();
      }
      await lijn.bij();
    }
    lijn.trekUit();
  },
  'says that they are there, and sends what nobody understands': async ({ lijn: nieuweLijn }) => {
    const lijn = await nieuweLijn();
    if (lijn.sluitcode === null) {
      lijn.socket.pong();
      lijn.socket.send('tekst');
      await lijn.tot(() => lijn.sluitcode !== null);
    }
  },
  'has a seat that ends by the clock, with its line open': async ({ h, tik, isGelukt }) => {
    const tot = new Date(h.tafel.klok.nu + 5_000).toISOString();
    const zetel = await h.vraag('fatima', 'POST', '/deelnemers', { ...seat(h, 'inge', 'inkomen'), tot });
    const inge = await h.als('inge');
    const lijn = new Synclijn(h.tafel.url, h.casusId, inge.cookie);
    await lijn.klaar();
    h.tafel.klok.nu += 6_000;
    // What failed once is tried again.
    for (let n = 0; n < 3; n += 1) tik();
    if (isGelukt(zetel)) await lijn.tot(() => lijn.sluitcode !== null);
    lijn.trekUit();
    // It ended, whatever failed.
    const bord = await inge.verzoek('GET', h.pad);
    if (![404, 500].includes(bord.status)) throw new Error(`it didn't end: ${bord.status}`);
  },
  'asks to read along, is refused, and asks no more': async ({ h, isGelukt }) => {
    const { body } = await h.vraag('ali', 'GET', '/toegangsverzoeken');
    for (const { id } of body?.verzoeken ?? []) await h.vraag('ali', 'DELETE', `/toegangsverzoeken/${id}`);
    const deel = await deelVan(h, 'ali', 'gezondheid', 'dat', 'moeder');
    const verzoek = await h.vraag('ali', 'POST', `/compartimenten/${deel}/toegangsverzoeken`, {
      waarvoor: 'schulden',
      grondslag: 'wgs',
      toelichting: 'welke hulp loopt er al',
      tot: '2026-02-17',
    });
    if (!isGelukt(verzoek)) return;
    const pad = `/toegangsverzoeken/${verzoek.body.id}`;
    isGelukt(await h.vraag('pieter', 'POST', `${pad}/besluit`, { besluit: 'afgewezen', reden: 'nog niet' }));
    isGelukt(await h.vraag('ali', 'DELETE', pad));
  },
  'lets somebody read along, and no more': async ({ h, tom, isGelukt }) => {
    const deel = await deelVan(h, 'tom', 'jeugd', 'schrijven', 'kind1');
    const recht = await tom.verzoek('POST', `${h.pad}/compartimenten/${deel}/toegangsrechten`, {
      deelnemerId: h.zetelVan('sanne'),
      niveau: 'lezen',
      waarvoor: 'samenhang',
      grondslag: 'jeugdwet',
      reden: 'om op elkaar af te stemmen',
      tot: '2026-02-17',
    });
    if (isGelukt(recht)) isGelukt(await tom.verzoek('DELETE', `${h.pad}/toegangsrechten/${recht.body.id}`));
  },
  'offers the regie, and takes that back': async ({ h, isGelukt }) => {
    const { body } = await h.vraag('fatima', 'GET', '/regie');
    const staand = body?.voorstel?.id;
    if (staand !== undefined) await h.vraag('fatima', 'DELETE', `/regie/voorstellen/${staand}`);
    const voorstel = await h.vraag('fatima', 'POST', '/regie/voorstellen', {
      deelnemerId: h.zetelVan('tom'),
      zwaartepunt: 'jeugd',
      reden: 'het gaat om de kinderen',
    });
    if (isGelukt(voorstel))
      isGelukt(await h.vraag('fatima', 'DELETE', `/regie/voorstellen/${voorstel.body.id}`));
  },
  'asks for advice, follows it, and withdraws the question': async ({ h, tom, isGelukt }) => {
    const vraag = await tom.verzoek('POST', `${h.pad}/adviesvragen`, {
      lidId: h.leden.kind1,
      vraag: 'Wat helpt?',
      opent: [],
      genoemd: [],
      tot: '2026-02-17',
    });
    if (!isGelukt(vraag)) return;
    const pad = `/adviesvragen/${vraag.body.id}`;
    const live = await tom.live().catch(() => null);
    live?.socket.emit('advies:volg', { adviesvraagId: vraag.body.id }, () => {});
    const greta = await h.als('greta');
    isGelukt(await greta.verzoek('POST', `${pad}/aanneming`));
    isGelukt(await greta.verzoek('GET', pad));
    isGelukt(await tom.verzoek('DELETE', pad));
    live?.sluit();
  },
  'leads an overleg that another follows': async ({ h, isGelukt }) => {
    const [bram, fatima] = [await h.als('bram'), await h.als('fatima')];
    const reeks = await bram.verzoek('POST', '/overlegreeksen', {
      naam: `Vaste tafel ${randomUUID()}`,
      plaats: 'Stadhuis',
      duur: 90,
      ritme: RITME,
      voorzitterId: h.persoonId('bram'),
      leden: [],
    });
    if (!isGelukt(reeks)) return;
    const { body: lijst } = await bram.verzoek('GET', '/overleggen');
    const overlegId =
      lijst?.overleggen?.find(({ reeksId }: { reeksId: string }) => reeksId === reeks.body.id)?.id ?? NIEMAND;
    const pad = `/overleggen/${overlegId}`;
    const punt = await fatima.verzoek('POST', `${pad}/agendapunten`, inbreng(h));
    if (!isGelukt(punt)) return;
    const live = await fatima.live().catch(() => null);
    await live?.volgOverleg(overlegId);
    isGelukt(await bram.verzoek('PATCH', `${pad}/agendapunten/${punt.body.id}`, { besluit: 'aanvaard' }));
    for (const stap of [
      { stap: 'open' },
      { stap: 'item', agendapuntId: punt.body.id },
      { stap: 'tussen' },
      { stap: 'sluit' },
    ]) {
      if (stap.stap === 'tussen')
        isGelukt(
          await bram.verzoek('PUT', `${pad}/agendapunten/${punt.body.id}/oogst`, { reden: 'nog niet' }),
        );
      const { body } = await bram.verzoek('GET', pad);
      isGelukt(await bram.verzoek('POST', `${pad}/stappen`, { ...stap, versie: body?.stand?.versie }));
    }
    live?.sluit();
  },
  'lets a second go by': async ({ tik }) => {
    tik();
  },
};

/** What somebody's board holds of a category about a member; an id that isn't there when the board doesn't come. */
async function deelVan(
  h: Huishouden,
  wie: Naam,
  categorie: string,
  niveau: string,
  lid: Lid,
): Promise<string> {
  const { body } = await h.vraag(wie, 'GET', '');
  const delen: readonly Compartiment[] = body?.compartimenten ?? [];
  const deel = delen.find(
    (een) => een.categorie === categorie && een.niveau === niveau && een.lidId === h.leden[lid],
  );
  return deel?.id ?? NIEMAND;
}

function seat(h: Huishouden, wie: 'bram' | 'inge', zetel: string): object {
  return {
    medewerkerId: h.persoonId(wie),
    zetel,
    lidIds: null,
    waarvoor: 'samenhang',
    grondslag: 'wmo',
    gezinAkkoord: { ja: true },
  };
}
