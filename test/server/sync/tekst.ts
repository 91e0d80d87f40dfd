import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createDecoder, hasContent, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { expect, onTestFinished } from 'vitest';
import { Doc } from 'yjs';
import { maakApp } from '../../../server/app.ts';
import { type GeopendeDatabase, type Instellingen, openDatabase } from '../../../server/database/database.ts';
import { tekstauteurs, tekstbeelden, tekstwijzigingen } from '../../../server/database/schema.ts';
import { type Huishouden, huishouden, huishoudenAan, type Lid, type Naam } from '../huishouden.ts';
import { klant, startTafel, type Tafel } from '../opstelling.ts';
import { lijnVoorTest, type Synclijn, type Synctekst } from './lijn.ts';
import { Regel } from './veldtekst.ts';

// What tests of the line start from: a text on the board, people who have it open, and what is on disk of it.

/** A text: in which compartment, and its root. */
export interface Plaats {
  readonly id: string;
  readonly veld: string;
}

/** The first text of a compartment as somebody has it on their board. */
export async function tekstVan(
  h: Huishouden,
  naam: Naam,
  categorie: string,
  lid: Lid | null = null,
): Promise<Plaats> {
  const id = await h.plek(naam, categorie, lid);
  const veld = (await h.bord(naam)).velden.find(({ compartimentId }) => compartimentId === id);
  if (veld === undefined) throw new Error(`${categorie} has no text`);
  return { id, veld: veld.id };
}

/** A new line of somebody. */
export async function lijnVan(h: Huishouden, naam: Naam, vraag = ''): Promise<Synclijn> {
  return await lijnVoorTest(h.tafel.url, h.casusId, await h.als(naam), vraag);
}

/** A compartment, opened by somebody on a line of its own. */
export async function opent(
  h: Huishouden,
  naam: Naam,
  { id }: Plaats,
  doc = new Doc(),
  tijdperk: string | null = null,
): Promise<Synctekst> {
  return await (await lijnVan(h, naam)).open(id, doc, tijdperk);
}

/** A household with few at the table: Tom (jeugd) writes plan and hulp, Pieter (ggz) writes hulp and reads plan. */
export async function klein(keuzes: Parameters<typeof huishouden>[0] = {}): Promise<Huishouden> {
  return await huishouden({ ...keuzes, plaatsen: { tom: null, pieter: null } });
}

/** Each stored change as it is on disk, decrypted. */
export function rijen(
  { db, kluis }: GeopendeDatabase,
  compartimentId: string,
): { nummer: number; persoonId: string; wijziging: Uint8Array }[] {
  return db
    .select()
    .from(tekstwijzigingen)
    .orderBy(tekstwijzigingen.nummer)
    .all()
    .filter((rij) => rij.compartimentId === compartimentId)
    .map(({ nummer, persoonId, tijdperk, wijziging }) => ({
      nummer,
      persoonId,
      wijziging: kluis.ontsleutel(
        { compartimentId, tijdperk, rijId: String(nummer), soort: 'tekstwijziging' },
        wijziging,
      ),
    }));
}

/** The stored state, decrypted; null when there is none. */
export function beeld(
  { db, kluis }: GeopendeDatabase,
  compartimentId: string,
): { tot: number; bytes: Uint8Array } | null {
  const rij = db
    .select()
    .from(tekstbeelden)
    .all()
    .find((een) => een.compartimentId === compartimentId);
  if (rij === undefined) return null;
  const plaats = {
    compartimentId,
    tijdperk: rij.tijdperk,
    rijId: String(rij.totNummer),
    soort: 'tekstbeeld' as const,
  };
  return { tot: rij.totNummer, bytes: kluis.ontsleutel(plaats, rij.beeld) };
}

export function auteurs(
  { db }: GeopendeDatabase,
  compartimentId: string,
): { clientId: number; persoonId: string }[] {
  return db
    .select()
    .from(tekstauteurs)
    .all()
    .filter((rij) => rij.compartimentId === compartimentId)
    .map(({ clientId, persoonId }) => ({ clientId, persoonId }));
}

/** Everything that a line got on its kanalen, as one string to look for a word in. */
export function allesOp(lijn: Synclijn): string {
  return lijn.berichten.map(({ bericht }) => Buffer.from(bericht).toString('latin1')).join('\n');
}

export function bevat(bytes: Uint8Array, woord: string): boolean {
  return Buffer.from(bytes).includes(woord);
}

/** A block of a veld, to write in. */
export function regelVan(doc: Doc, veld: string, nummer = 0): Regel {
  return new Regel(doc.getText(veld), nummer);
}

/** Until something holds on the server: looked at between rounds on a line. */
export async function bijTot(lijn: Synclijn, voorwaarde: () => boolean): Promise<void> {
  while (!voorwaarde() && lijn.sluitcode === null) await lijn.bij();
}

/** What a server gave for a cursor last: by client id. Null when it went. */
// biome-ignore lint/suspicious/noExplicitAny: what a test expects of it, it asserts.
export function cursors(tekst: Synctekst): Map<number, any> {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const staten = new Map<number, any>();
  const klokken = new Map<number, number>();
  for (const { id, klok, staat } of cursorregels(tekst)) {
    // As y-protocols does: only what is newer.
    if (klok <= (klokken.get(id) ?? -1)) continue;
    klokken.set(id, klok);
    staten.set(id, staat);
  }
  return staten;
}

/** Every awareness entry that came, in order. */
export function cursorregels(tekst: Synctekst): { id: number; klok: number; staat: unknown }[] {
  return tekst.lijn.berichten
    .filter(({ kanaal, bericht }) => kanaal === tekst.kanaal && bericht[0] === 1)
    .flatMap(({ bericht }) => {
      const buiten = createDecoder(bericht);
      readVarUint(buiten);
      const lezer = createDecoder(readVarUint8Array(buiten));
      const regels: { id: number; klok: number; staat: unknown }[] = [];
      for (let over = readVarUint(lezer); over > 0; over -= 1) {
        const id = readVarUint(lezer);
        const klok = readVarUint(lezer);
        regels.push({ id, klok, staat: JSON.parse(Buffer.from(readVarUint8Array(lezer)).toString()) });
      }
      expect(hasContent(lezer)).toBe(false);
      return regels;
    });
}

/**
 * The close code of a kanaal or a line, after something that should end it; null: it didn't. What was sent is answered in
 * its order, so that one needn't wait for what doesn't come.
 */
export async function einde(tekst: Synctekst): Promise<unknown> {
  await tekst.lijn.bij();
  return tekst.einde ?? tekst.lijn.sluitcode;
}

/** How an upgrade was answered: its status, or the close code after it was accepted. */
export async function opwaardering(lijn: Synclijn): Promise<{ status?: number; code?: number }> {
  lijn.socket.once('unexpected-response', () => {});
  const [soort, wat] = await Promise.race([
    once(lijn.socket, 'unexpected-response').then(([, antwoord]) => ['status', antwoord.statusCode]),
    once(lijn.socket, 'close').then(([code]) => ['code', code]),
  ]);
  return { [soort]: wat };
}

/** A household on a server that can be stopped and started again on the same data. */
export interface Herstartbaar {
  readonly h: Huishouden;
  /** Stops, lets `tussen` at the data, and starts. Sessions go on. @returns where it is now */
  herstart(tussen?: (database: GeopendeDatabase) => void, anders?: Herstart): Promise<Huishouden>;
}

export interface Herstart {
  /** Is let at the folders while nobody has them open. */
  readonly dicht?: (instellingen: Instellingen) => Promise<void>;
  /** Where ids come from while it starts. */
  readonly id?: () => string;
}

export async function herstartbaar(
  plaatsen: Partial<Record<Naam, readonly Lid[] | null>> = { tom: null, pieter: null },
): Promise<Herstartbaar> {
  const tafel = await startTafel();
  const h = await huishoudenAan(tafel, plaatsen);
  // Signed in before the first stop; sessions are kept.
  for (const naam of Object.keys(plaatsen)) await h.als(naam as Naam); // the keys of plaatsen are Namen
  let sluit: () => Promise<void> = async () => {
    await tafel.app.sluit();
    tafel.database.sluit();
  };
  onTestFinished(async () => {
    await sluit();
    rmSync(dirname(tafel.instellingen.map), { recursive: true, force: true });
  });
  return {
    h,
    herstart: async (tussen, { dicht, id = () => randomUUID() } = {}) => {
      await sluit();
      sluit = async () => {};
      await dicht?.(tafel.instellingen);
      const database = await openDatabase(tafel.instellingen);
      // For when it doesn't come to an app.
      sluit = async () => database.sluit();
      tussen?.(database);
      const app = maakApp({
        database,
        omgeving: {
          nu: () => tafel.klok.nu,
          id,
          willekeur: (aantal) => randomBytes(aantal),
        },
        demo: true,
        secure: false,
        clientMap: null,
        grenzen: { opdrachtenPerMinuut: 1_000_000 },
        bijFout: (fout) => tafel.fouten.push(fout),
        bijSchijffout: (fout) => tafel.fouten.push(fout),
      });
      const poort = await app.luister(0, '127.0.0.1');
      const mensen = klant(poort);
      sluit = async () => {
        mensen.sluit();
        await app.sluit();
        database.sluit();
      };
      const nieuw: Tafel = { ...tafel, ...mensen, app, database, sluit };
      const als: Huishouden['als'] = async (naam) => {
        const { wie, cookie } = await h.als(naam);
        return nieuw.alsAangemeld(wie.persoonId, cookie);
      };
      const vraag: Huishouden['vraag'] = async (naam, methode, onder = '', body) =>
        await (await als(naam)).verzoek(methode, h.pad + onder, body);
      return { ...h, tafel: nieuw, als, vraag, bord: async (naam) => (await vraag(naam, 'GET')).body };
    },
  };
}
