import type { Doc } from 'yjs';
import { type Huishouden, NIEMAND } from '../huishouden.ts';
import type { Aangemeld, Antwoord } from '../opstelling.ts';
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
    await tom.verzoek('GET', `${h.pad}/groot-scherm?deelnemerIds=${h.zetelVan('fatima')}`);
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
    const zetel = await h.vraag('fatima', 'POST', '/deelnemers', seat(h, 'ali', 'wmo'));
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
  'lets a second go by': async ({ tik }) => {
    tik();
  },
};

function seat(h: Huishouden, wie: 'ali' | 'inge', zetel: string): object {
  return {
    medewerkerId: h.persoonId(wie),
    zetel,
    lidIds: null,
    waarvoor: 'samenhang',
    grondslag: 'wmo',
    gezinAkkoord: { ja: true },
  };
}
