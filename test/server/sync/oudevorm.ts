import { join } from 'node:path';
import Database from 'better-sqlite3';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, type XmlFragment, XmlText } from 'yjs';
import type { GeopendeDatabase, Instellingen } from '../../../server/database/database.ts';
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

/**
 * Makes a database that nobody has open one of version 1: the tables that came since are gone, and so is the memory
 * that they ever came.
 */
export function maakVersie1({ map }: Pick<Instellingen, 'map'>): void {
  const sqlite = new Database(join(map, 'regietafel.db'), { fileMustExist: true });
  try {
    // What refers to a table that is made anew refers to the new one.
    sqlite.pragma('foreign_keys = off');
    sqlite.exec(`
      drop table teksten_in_oude_vorm;
      drop trigger kaart_weg_vraag_weg; drop table opdrachtsleutels; alter table kaarten drop column tijdperk;
      create table regieperioden (
        id text primary key not null, casus_id text not null references casussen(id),
        deelnemer_id text not null references deelnemers(id), van integer not null, tot integer
      );
      create unique index een_regisseur on regieperioden (casus_id) where regieperioden.tot is null;
      insert into regieperioden select lower(hex(randomblob(16))), casus_id, deelnemer_id, sinds, null from regie;
      drop trigger wie_regie_heeft_blijft; drop table regie; drop table waarnemingen; drop table klok;
      create table __medewerkers (
        id text primary key not null, organisatie_id text not null references organisaties(id),
        naam text not null, functie text not null, telefoon text not null, volgorde integer not null
      );
      insert into __medewerkers select id, organisatie_id, naam, functie, telefoon, volgorde from medewerkers;
      drop table medewerkers; drop table personen;
      alter table __medewerkers rename to personen;
      alter table personen rename to medewerkers;
      drop index deelnemers_persoon;
      alter table sessies rename column persoon_id to medewerker_id;
      alter table deelnemers rename column persoon_id to medewerker_id;
      alter table tekstwijzigingen rename column persoon_id to medewerker_id;
      alter table tekstauteurs rename column persoon_id to medewerker_id;
      drop table herhalingen; drop table logboekhouder; drop table logboek_in_oude_vorm; drop table logboek;
      create table logboek (
        nummer integer primary key autoincrement not null, op integer not null, handeling text not null,
        uitkomst text not null, medewerker_id text, deelnemer_id text, zetel text, waarvoor text, grondslag text,
        casus_id text, compartiment_id text, regel text, bijzonderheden text
      );
      create index logboek_casus on logboek (casus_id);
      create index deelnemers_medewerker on deelnemers (medewerker_id);
      delete from __drizzle_migrations where id > 2;
    `);
  } finally {
    sqlite.close();
  }
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
