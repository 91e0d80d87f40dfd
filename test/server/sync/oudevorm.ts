import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, type XmlFragment, XmlText } from 'yjs';
import type { GeopendeDatabase, Instellingen } from '../../../server/database/database.ts';
import { leesMigraties, migreer } from '../../../server/database/migraties.ts';
import { type Plek, Tekstjournaal } from '../../../server/teksten/journaal.ts';

// Texts as they were stored before they became flat: trees, as y-prosemirror wrote them, row by row as a server of that
// time stored what its document emitted.

/** The document of a compartment at a server of that time, with its journal on disk. */
export class OudeTekst {
  readonly plek: Plek;
  readonly doc = new Doc({ gc: true });
  readonly #journaal: Tekstjournaal;
  readonly #schrijvers: Doc[] = [];
  #nummer = 0;
  #uitgestoten: Uint8Array | null = null;

  constructor(database: GeopendeDatabase, plek: Plek) {
    this.plek = plek;
    this.#journaal = new Tekstjournaal(database);
    this.doc.on('update', (update: Uint8Array) => {
      this.#uitgestoten = update;
    });
    this.doc.on('afterTransaction', (transactie) => {
      transactie._needFormattingCleanup = false;
    });
  }

  /** Somebody at an editor of that time. What they change is stored, in their name, and reaches the others. */
  schrijver(persoonId: string, clientId: number, isGebonden = true): Doc {
    const doc = new Doc();
    doc.clientID = clientId;
    applyUpdate(doc, encodeStateAsUpdate(this.doc), 'server');
    this.#schrijvers.push(doc);
    let isNieuw = isGebonden;
    doc.on('update', (update: Uint8Array, van: unknown) => {
      if (van === 'server') return;
      if (isNieuw) this.#journaal.bind(this.plek, clientId, persoonId, 1);
      isNieuw = false;
      this.#neem(update, persoonId);
    });
    return doc;
  }

  /** Keeps the collected state, as after 500 changes; nothing is cut. */
  legVast(): void {
    this.#journaal.legBeeldVast(this.plek, this.#nummer, 1, encodeStateAsUpdate(this.doc));
  }

  #neem(update: Uint8Array, persoonId: string): void {
    this.#uitgestoten = null;
    applyUpdate(this.doc, update, 'lijn');
    const emissie: Uint8Array | null = this.#uitgestoten;
    if (emissie === null) return;
    this.#nummer += 1;
    this.#journaal.voegToe(this.plek, this.#nummer, persoonId, 1, emissie);
    for (const doc of this.#schrijvers) applyUpdate(doc, emissie, 'server');
  }
}

/** How many migrations had been when texts were trees. */
const MIGRATIES_TOEN = 2;
/** Columns that had another name then: by table and name of then, what they are called now. */
const ANDERS_GENOEMD: Readonly<Record<string, string>> = {
  'sessies.medewerker_id': 'persoon_id',
  'deelnemers.medewerker_id': 'persoon_id',
  'tekstwijzigingen.medewerker_id': 'persoon_id',
  'tekstauteurs.medewerker_id': 'persoon_id',
};

/**
 * Makes a database that nobody has open one of version 1: the tables that the migrations of then make, with what the
 * tables of now hold of it. The record, which has another form now, begins empty.
 */
export function maakVersie1({ map }: Pick<Instellingen, 'map'>): void {
  const pad = join(map, 'regietafel.db');
  const padToen = join(map, 'regietafel-toen.db');
  const sqlite = new Database(padToen);
  try {
    migreer(sqlite, leesMigraties().slice(0, MIGRATIES_TOEN), 0);
    sqlite.pragma('foreign_keys = off');
    sqlite.prepare('attach ? as nu').run(pad);
    for (const tabel of tabellenVan(sqlite)) {
      const kolommen = kolommenVan(sqlite, 'main', tabel).map((toen) => ({
        toen,
        nu: ANDERS_GENOEMD[`${tabel}.${toen}`] ?? toen,
      }));
      const hier = new Set(kolommenVan(sqlite, 'nu', tabel));
      const over = kolommen.filter(({ nu }) => hier.has(nu));
      if (tabel === 'logboek' || over.length === 0) continue;
      sqlite.exec(
        `insert into main.${tabel} (${over.map(({ toen }) => toen).join()})
           select ${over.map(({ nu }) => nu).join()} from nu.${tabel} ${zonderBesloten(tabel, hier)}`,
      );
    }
    sqlite.exec(`
      insert into main.regieperioden
        select lower(hex(randomblob(16))), casus_id, deelnemer_id, sinds, null from nu.regie
    `);
    for (const merk of ['application_id', 'user_version']) {
      sqlite.pragma(`main.${merk} = ${Number(sqlite.pragma(`nu.${merk}`, { simple: true }))}`);
    }
    sqlite.exec('detach nu');
  } finally {
    sqlite.close();
  }
  for (const bij of ['', '-wal', '-shm']) rmSync(pad + bij, { force: true });
  renameSync(padToen, pad);
}

/** Questions for advice are of later: then there was one compartment of a sort. */
function zonderBesloten(tabel: string, kolommen: ReadonlySet<string>): string {
  if (tabel === 'compartimenten') return 'where besloten is null';
  if (!kolommen.has('compartiment_id')) return '';
  return `where compartiment_id is null
    or compartiment_id not in (select id from nu.compartimenten where besloten is not null)`;
}

function tabellenVan(sqlite: Database.Database): string[] {
  return sqlite
    .prepare<[], string>(
      "select name from main.sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all();
}

function kolommenVan(sqlite: Database.Database, waar: 'main' | 'nu', tabel: string): string[] {
  return sqlite
    .prepare<[string, string], string>('select name from pragma_table_info(?, ?)')
    .pluck()
    .all(tabel, waar);
}

/** What may stand in a node of that time. */
type Kind = XmlElement | XmlText | string;

function knoop(
  naam: string,
  kinderen: readonly Kind[],
  attributen: Record<string, unknown> = {},
): XmlElement {
  const element = new XmlElement(naam);
  // y-prosemirror wrote numbers as well; Yjs' types say text.
  for (const [attribuut, waarde] of Object.entries(attributen))
    element.setAttribute(attribuut, waarde as string);
  element.insert(
    0,
    kinderen.map((kind) => (typeof kind === 'string' ? new XmlText(kind) : kind)),
  );
  return element;
}

export const oud = {
  alinea: (...kinderen: Kind[]) => knoop('paragraph', kinderen),
  kop: (level: number | null, ...kinderen: Kind[]) =>
    knoop('heading', kinderen, level === null ? {} : { level }),
  punten: (...punten: XmlElement[]) => knoop('bullet_list', punten),
  nummers: (order: number | null, ...punten: XmlElement[]) =>
    knoop('ordered_list', punten, order === null ? {} : { order }),
  punt: (...kinderen: Kind[]) => knoop('list_item', kinderen),
  breuk: () => knoop('hard_break', []),
  wie: (soort: unknown, id: unknown) => knoop('vermelding', [], { soort, id }),
  /** A run of text with marks, each stored as an object without anything in it. */
  tekst: (...stukken: readonly (readonly [tekst: string, ...merken: ('strong' | 'em')[]])[]) => {
    const tekst = new XmlText();
    tekst.applyDelta(
      stukken.map(([insert, ...merken]) => ({
        insert,
        attributes: Object.fromEntries(merken.map((merk) => [merk, {}])),
      })),
    );
    return tekst;
  },
};

/** The run of text at a path of places in a tree. */
export function loopIn(veld: XmlFragment, ...pad: readonly number[]): XmlText {
  let hier: unknown = veld;
  for (const plaats of pad)
    hier = hier instanceof XmlElement || hier === veld ? (hier as XmlFragment).get(plaats) : null; // both are fragments
  if (!(hier instanceof XmlText)) throw new Error('no text there');
  return hier;
}

/** Plain text as readers of that time showed it: a line a block, lists with their signs. */
export function regelsVanToen(veld: XmlFragment): string[] {
  return veld.toArray().flatMap((deel) => {
    if (!(deel instanceof XmlElement)) return [];
    if (deel.nodeName === 'bullet_list') return punten(deel, () => '-');
    if (deel.nodeName === 'ordered_list') {
      const order: unknown = deel.getAttribute('order');
      const eerste = typeof order === 'number' ? order : 1;
      return punten(deel, (nummer) => `${eerste + nummer}.`);
    }
    return zin(deel).split('\n');
  });
}

function punten(lijst: XmlElement, teken: (nummer: number) => string): string[] {
  return lijst.toArray().flatMap((punt, nummer) => {
    if (!(punt instanceof XmlElement)) return [];
    const [eerste] = punt.toArray();
    // The sign of an item that begins with a list stood beside that list's; here on a line of its own.
    const begintMetLijst = !(eerste instanceof XmlElement) || eerste.nodeName.endsWith('_list');
    const regels = [...(begintMetLijst ? [''] : []), ...regelsVanToen(punt)];
    return regels.map((tekst, n) => (n === 0 ? `${teken(nummer)} ${tekst}` : `  ${tekst}`));
  });
}

function zin(blok: XmlElement): string {
  return blok
    .toArray()
    .map((deel) => {
      if (deel instanceof XmlText)
        return deel
          .toDelta()
          .map(({ insert }: { insert: string }) => insert)
          .join('');
      if (!(deel instanceof XmlElement)) return '';
      return deel.nodeName === 'hard_break' ? '\n' : 'iemand';
    })
    .join('');
}
