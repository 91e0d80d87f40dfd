import { sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ADVIESSTUKKEN } from '../../shared/advies.ts';
import { ORGANISATIEROLLEN } from '../../shared/organisatierollen.ts';
import { AGENDASTATEN, GESPREKSDELEN, OVERLEGSTATEN, PLAATSROLLEN } from '../../shared/overleg.ts';
import { TAFELROLLEN, TAFELSTUKKEN } from '../../shared/tafelblad.ts';
import { ROLLEN } from '../../shared/plan/rollen.ts';
import { OVERDRACHTUITKOMSTEN } from '../../shared/regie.ts';
import { bytes, idlijst } from './kolommen.ts';

/**
 * The tables. Times are milliseconds since 1970, dates `YYYY-MM-DD`, ids random. What has content is a blob,
 * encrypted under the key of its compartment (server/database/kluis.ts); row sizes and times stay readable.
 */

export const organisaties = sqliteTable('organisaties', {
  id: text().primaryKey(),
  naam: text().notNull().unique(),
  /** The municipality's own organisation; others are from outside (need-to-know.md, regisseur from outside). */
  isGemeente: integer({ mode: 'boolean' }).notNull(),
  telefoon: text().notNull(),
});

/**
 * Whoever can act or write: sessions, seats, texts, kaarten and the record point at a person. No name: a medewerker's is
 * their organisation's, that of a member of the household is content of the compartment `naam` (NK13).
 */
export const personen = sqliteTable('personen', {
  id: text().primaryKey(),
  soort: text({ enum: ['medewerker', 'gezin', 'netwerk'] }).notNull(),
});

/** What a person is where they work; the id is the person's. */
export const medewerkers = sqliteTable('medewerkers', {
  id: text()
    .primaryKey()
    .references(() => personen.id),
  organisatieId: text()
    .notNull()
    .references(() => organisaties.id),
  naam: text().notNull(),
  functie: text().notNull(),
  telefoon: text().notNull(),
  /** Order in which people are listed. */
  volgorde: integer().notNull(),
  /**
   * Who leads them, at the same organisation; nobody leads themselves, along others neither (triggers of the migration
   * see to both).
   */
  leidinggevendeId: text().references((): AnySQLiteColumn => medewerkers.id),
});

/**
 * What a medewerker of the municipality is for all of it, from when until when, kept when it is over: who can be asked
 * when a regisseur can't (NK30), and who watches over what is seen (NK24, NK31). It gives no sight of any casus (NK1).
 * No two periods of one role overlap for one person, and nobody from elsewhere has one (triggers).
 */
export const medewerkerRollen = sqliteTable(
  'medewerker_rollen',
  {
    id: text().primaryKey(),
    medewerkerId: text()
      .notNull()
      .references(() => medewerkers.id),
    rol: text({ enum: ORGANISATIEROLLEN }).notNull(),
    van: integer().notNull(),
    tot: integer(),
  },
  (tabel) => [
    index('medewerker_rollen_medewerker').on(tabel.medewerkerId),
    check('medewerker_rollen_periode', sql`${tabel.tot} is null or ${tabel.tot} > ${tabel.van}`),
  ],
);

/** The zetels that somebody may take, set by their organisation outside any casus (NK12). */
export const medewerkerZetels = sqliteTable(
  'medewerker_zetels',
  {
    medewerkerId: text()
      .notNull()
      .references(() => medewerkers.id),
    zetel: text().notNull(),
    /** The first is the one that is proposed. */
    volgorde: integer().notNull(),
  },
  (tabel) => [primaryKey({ columns: [tabel.medewerkerId, tabel.zetel] })],
);

/** Sessions; the cookie's value itself is nowhere on disk, only its SHA-256. */
export const sessies = sqliteTable('sessies', {
  id: text().primaryKey(),
  tokenHash: text().notNull().unique(),
  persoonId: text()
    .notNull()
    .references(() => personen.id),
  begonnenOp: integer().notNull(),
  verlooptOp: integer().notNull(),
  beeindigdOp: integer(),
});

/** The matrix, versioned and dated; `inhoud` is checked by `laadMatrix` at every start. */
export const matrixversies = sqliteTable('matrixversies', {
  versie: text().primaryKey(),
  geldigVanaf: text().notNull(),
  inhoud: text().notNull(),
});

export const casussen = sqliteTable('casussen', {
  id: text().primaryKey(),
  /** Year and random digits: a serial number would count hidden cases (NK2). */
  label: text().notNull().unique(),
  status: text({ enum: ['ingebracht', 'in_uitvoering', 'nazorg', 'afgesloten'] }).notNull(),
  ingebrachtOp: integer().notNull(),
});

export const leden = sqliteTable(
  'leden',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    rol: text({ enum: ROLLEN }).notNull(),
    volgorde: integer().notNull(),
    verwijderdOp: integer(),
  },
  (tabel) => [index('leden_casus').on(tabel.casusId)],
);

export const deelnemers = sqliteTable(
  'deelnemers',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    persoonId: text()
      .notNull()
      .references(() => personen.id),
    zetel: text().notNull(),
    /** Members that they take part for; null: for the household. */
    lidIds: idlijst(),
    alsLidId: text().references(() => leden.id),
    waarvoor: text().notNull(),
    grondslag: text().notNull(),
    van: integer().notNull(),
    tot: integer(),
    /** The date on which the household agreed that the others know of this seat (NK20). */
    bekendSinds: text(),
    /** The household was asked about this seat, and agrees. False without a reason: it wasn't asked (a kernteam's seat). */
    gezinAkkoord: integer({ mode: 'boolean' }).notNull(),
    /** Why the household doesn't agree; encrypted under the key of the casus's `regie`. */
    redenZonderAkkoord: bytes(),
    /** On which number they are reached in this casus; null: on their own. */
    telefoon: text(),
    volgorde: integer().notNull(),
  },
  (tabel) => [
    index('deelnemers_casus').on(tabel.casusId),
    index('deelnemers_persoon').on(tabel.persoonId),
    check('deelnemers_periode', sql`${tabel.tot} is null or ${tabel.tot} >= ${tabel.van}`),
  ],
);

/**
 * Who holds the regie of a casus: one row a casus, never empty (NK30). The database itself refuses to take it away, or
 * to give it to a seat of another casus.
 */
export const regie = sqliteTable('regie', {
  casusId: text()
    .primaryKey()
    .references(() => casussen.id),
  deelnemerId: text()
    .notNull()
    .references(() => deelnemers.id),
  sinds: integer().notNull(),
});

/** Who stands in for who holds the regie, from when until when; no two at once in a casus, by the database (NK30). */
export const waarnemingen = sqliteTable(
  'waarnemingen',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    deelnemerId: text()
      .notNull()
      .references(() => deelnemers.id),
    van: integer().notNull(),
    tot: integer().notNull(),
    /** Who named them, where that isn't who holds the regie: somebody outside the casus (NK30). */
    genoemdDoor: text().references(() => personen.id),
    /** Why; encrypted under the key of the casus's `regie`. */
    reden: bytes(),
  },
  (tabel) => [
    index('waarnemingen_casus').on(tabel.casusId),
    check('waarnemingen_periode', sql`${tabel.tot} >= ${tabel.van}`),
  ],
);

/**
 * The regie offered to somebody: open from `van` until `tot`, or until it was decided (NK30). What was decided stays:
 * from it follows who held the regie before.
 */
export const overdrachten = sqliteTable(
  'overdrachten',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    /** The seat that held the regie when it was offered. */
    vanDeelnemerId: text()
      .notNull()
      .references(() => deelnemers.id),
    /** The seat that it is offered to. */
    deelnemerId: text()
      .notNull()
      .references(() => deelnemers.id),
    van: integer().notNull(),
    /** When it lapses by the clock; of what was decided, when. */
    tot: integer().notNull(),
    /** From when it also waits for the procesregisseur: five working days, or the refusal. */
    procesregisseurVanaf: integer().notNull(),
    geweigerdOp: integer(),
    /** Null: it is open. */
    uitkomst: text({ enum: OVERDRACHTUITKOMSTEN }),
    /** Zwaartepunt, reasons, when the household was told; encrypted under the key of the casus's `regie`. */
    inhoud: bytes().notNull(),
  },
  (tabel) => [
    index('overdrachten_casus').on(tabel.casusId),
    check('overdrachten_periode', sql`${tabel.tot} >= ${tabel.van}`),
    uniqueIndex('een_voorstel').on(tabel.casusId).where(sql`uitkomst is null`),
  ],
);

/** What weighs most at a table by whom, the heaviest first (NK30); encrypted under the key of the plan. */
export const wegingen = sqliteTable(
  'wegingen',
  {
    deelnemerId: text()
      .primaryKey()
      .references(() => deelnemers.id),
    /** The plan of the household. */
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    inhoud: bytes().notNull(),
  },
  (tabel) => [index('wegingen_compartiment').on(tabel.compartimentId)],
);

/**
 * Objections to what the regisseur decided of an afspraak (NK30): which there are. What they say, and what became of them,
 * stands encrypted with the afspraak. Tied to it by nothing (NK23).
 */
export const bezwaren = sqliteTable(
  'bezwaren',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    kaartId: text().notNull(),
    /** Whether it waits for the procesregisseur. */
    open: integer({ mode: 'boolean' }).notNull(),
  },
  (tabel) => [
    index('bezwaren_compartiment').on(tabel.compartimentId),
    index('bezwaren_open').on(tabel.casusId).where(sql`open = 1`),
  ],
);

/**
 * Names that a kaart bore before it was changed or removed, encrypted under the key of where it stood: shown to nobody, and
 * looked for where somebody reads without names (OV11).
 */
export const vroegereNamen = sqliteTable(
  'vroegere_namen',
  {
    id: text().primaryKey(),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    inhoud: bytes().notNull(),
    /** As of a kaart: in which it is encrypted, when it couldn't be read as its compartment got another one (ST1). */
    tijdperk: text(),
  },
  (tabel) => [index('vroegere_namen_compartiment').on(tabel.compartimentId)],
);

/** How far the clock of the house has come: everything that began or ended up to then has been done. */
export const klok = sqliteTable(
  'klok',
  { id: integer().primaryKey(), gedaanTot: integer().notNull() },
  (tabel) => [check('een_klok', sql`${tabel.id} = 1`)],
);

export const compartimenten = sqliteTable(
  'compartimenten',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    categorie: text().notNull(),
    lidId: text().references(() => leden.id),
    /** Null in a category that organisations keep: the tile that stands for what others keep. */
    organisatieId: text().references(() => organisaties.id),
    makerId: text().references(() => personen.id),
    /** Of a concept: the veld that it was written for. No foreign key: what becomes of that veld is not told here (NK23). */
    conceptVoor: text(),
    /** Of a concept that improves a text: the compartment whose words it holds. No foreign key, for the same reason. */
    over: text(),
    /**
     * Of a question for advice or a tafelblad: its own id. The matrix says nothing of it; whom it is for stands in
     * `adviesvragen` (OV11) or `tafelplaatsen` (OV4).
     */
    besloten: text(),
    /** Random; changes when content moves out, is purged or destroyed (SY13). Part of every encryption. */
    tijdperk: text().notNull(),
  },
  (tabel) => [
    index('compartimenten_casus').on(tabel.casusId),
    uniqueIndex('een_compartiment').on(
      tabel.casusId,
      tabel.categorie,
      leegVoorNull(tabel.lidId),
      leegVoorNull(tabel.organisatieId),
      leegVoorNull(tabel.makerId),
      leegVoorNull(tabel.conceptVoor),
      leegVoorNull(tabel.besloten),
    ),
  ],
);

export const kaarten = sqliteTable(
  'kaarten',
  {
    id: text().primaryKey(),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    /** Goes up by one each time that it is written. It stays in here: it counts what some readers don't see (ST11). */
    versie: integer().notNull(),
    volgorde: integer().notNull(),
    gemaaktDoor: text()
      .notNull()
      .references(() => personen.id),
    gemaaktOp: integer().notNull(),
    /** When what every reader sees alike changed last (ST11). */
    gewijzigdOp: integer().notNull(),
    /** Sort, title and fields, encrypted. */
    inhoud: bytes().notNull(),
    /**
     * The tijdperk in which it is encrypted, when it couldn't be read as its compartment got another one (ST1); null:
     * that of its compartment.
     */
    tijdperk: text(),
    /** Who carries out an afspraak via the regisseur, encrypted with the regisseur's notes; null: nobody (NK26). */
    via: bytes(),
  },
  (tabel) => [index('kaarten_compartiment').on(tabel.compartimentId)],
);

/** A co-edited text of a compartment, or of a kaart in it: a root by this id in the compartment's Y.Doc. */
export const velden = sqliteTable(
  'velden',
  {
    id: text().primaryKey(),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    kaartId: text().references(() => kaarten.id, { onDelete: 'cascade' }),
    soort: text({
      enum: [
        'houd_rekening_met',
        'alleen_voor',
        'zegt',
        'integrale_analyse',
        'gewenst_resultaat',
        'notities',
        'toelichting',
        'concept',
        'uitgangspunt',
        'wat_nog_openstaat',
        'voor_de_volgende_regisseur',
        'tafelblad',
      ],
    }).notNull(),
    leefgebied: text(),
    volgorde: integer().notNull(),
  },
  (tabel) => [index('velden_compartiment').on(tabel.compartimentId)],
);

/**
 * What was changed in the texts of a compartment: each what the server's own document emitted for one frame (SY5a),
 * with the person on whose connection it came (NK18). Rows that a tekstbeeld holds as well are history, for
 * accountability only, until their term is over (NK14).
 */
export const tekstwijzigingen = sqliteTable(
  'tekstwijzigingen',
  {
    /** In the order in which they were stored. */
    id: integer().primaryKey(),
    /** Of a row of `compartimenten`; not declared, for nothing could look up what isn't in an index yet. */
    compartimentId: text().notNull(),
    /** From 1, per compartment, without gaps; part of the encryption. */
    nummer: integer().notNull(),
    /** The one in which it was written; part of the encryption. */
    tijdperk: text().notNull(),
    persoonId: text()
      .notNull()
      .references(() => personen.id),
    op: integer().notNull(),
    wijziging: bytes().notNull(),
    /**
     * Whether it is in the indexes; the last ones aren't. A change that goes into none touches one page of the file, and
     * putting many in at once few more (docs/performance.md).
     */
    geindexeerd: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (tabel) => [
    uniqueIndex('tekstwijzigingen_nummer')
      .on(tabel.compartimentId, tabel.nummer)
      .where(sql`${tabel.geindexeerd} = 1`),
    index('tekstwijzigingen_op').on(tabel.op).where(sql`${tabel.geindexeerd} = 1`),
  ],
);

/** The texts of a compartment as they were after a change: the collected state, without what was deleted (SY7). */
export const tekstbeelden = sqliteTable('tekstbeelden', {
  compartimentId: text()
    .primaryKey()
    .references(() => compartimenten.id),
  tijdperk: text().notNull(),
  /** The last change that is in it; 0 when there is none. */
  totNummer: integer().notNull(),
  op: integer().notNull(),
  beeld: bytes().notNull(),
});

/** To whom a Yjs client id is bound in a compartment, for good (SY3, SY13). */
export const tekstauteurs = sqliteTable(
  'tekstauteurs',
  {
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    clientId: integer().notNull(),
    persoonId: text()
      .notNull()
      .references(() => personen.id),
    tijdperk: text().notNull(),
    op: integer().notNull(),
  },
  (tabel) => [primaryKey({ columns: [tabel.compartimentId, tabel.clientId] })],
);

/**
 * Compartments whose texts still stand as trees of paragraphs and lists, as they did before they became flat (TX1).
 * The migration that made this table put them in; they come out one by one, when a start has written them anew. What
 * stays in it can't be read.
 */
export const tekstenInOudeVorm = sqliteTable('teksten_in_oude_vorm', {
  compartimentId: text()
    .primaryKey()
    .references(() => compartimenten.id),
});

const perCompartiment = {
  id: text().primaryKey(),
  casusId: text()
    .notNull()
    .references(() => casussen.id),
  deelnemerId: text()
    .notNull()
    .references(() => deelnemers.id),
  compartimentId: text()
    .notNull()
    .references(() => compartimenten.id),
  van: integer().notNull(),
  tot: integer(),
};

/** Rights that a bronhouder gave (NK8, NK12). */
export const toegangsrechten = sqliteTable('toegangsrechten', {
  ...perCompartiment,
  niveau: text({ enum: ['lezen', 'schrijven'] }).notNull(),
  /** What for, on which ground, by which seat, and why; the last encrypted with the compartment (NK28). */
  waarvoor: text(),
  grondslag: text(),
  doorId: text().references(() => deelnemers.id),
  reden: bytes(),
});

/**
 * Somebody asked to read along, or to write, of what they know or read (NK27): from `van` until the term `tot`, fixed when
 * it was asked. Why, is encrypted with the regisseur's notes of the casus: behind a tile there may be nobody who keeps
 * anything yet, and a tile holds nothing.
 */
export const toegangsverzoeken = sqliteTable(
  'toegangsverzoeken',
  {
    ...perCompartiment,
    tot: integer().notNull(),
    niveau: text({ enum: ['lezen', 'schrijven'] }).notNull(),
    waarvoor: text().notNull(),
    grondslag: text().notNull(),
    toelichting: bytes().notNull(),
    /** Until when they ask to. */
    gevraagdTot: integer().notNull(),
    ingetrokkenOp: integer(),
    /** Asked for a question for advice (OV11): what is granted opens there, to nobody's seat. */
    adviesvraagId: text().references((): AnySQLiteColumn => adviesvragen.id, { onDelete: 'cascade' }),
  },
  (tabel) => [
    index('toegangsverzoeken_casus').on(tabel.casusId),
    check('toegangsverzoeken_periode', sql`${tabel.tot} > ${tabel.van}`),
  ],
);

/** What who keeps a part decided on a request, once a part; why, is encrypted with the part. */
export const toegangsbesluiten = sqliteTable(
  'toegangsbesluiten',
  {
    id: text().primaryKey(),
    verzoekId: text()
      .notNull()
      .references(() => toegangsverzoeken.id, { onDelete: 'cascade' }),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    doorId: text()
      .notNull()
      .references(() => deelnemers.id),
    besluit: text({ enum: ['toegestaan', 'afgewezen'] }).notNull(),
    reden: bytes().notNull(),
    /** The keeper told a refusal themselves, to who knows them by name. */
    zegDatNu: integer({ mode: 'boolean' }).notNull(),
    /** The right that came of it; no foreign key: a right that never held is gone. */
    rechtId: text(),
    op: integer().notNull(),
  },
  (tabel) => [uniqueIndex('een_besluit').on(tabel.verzoekId, tabel.compartimentId)],
);

/**
 * For which compartments of its own organisation a seat counts as one of those who keep them, and since when (NK12: a
 * seat is no key). It goes with the compartment, and when the seat no longer writes it.
 */
export const bevestigingen = sqliteTable(
  'bevestigingen',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    deelnemerId: text()
      .notNull()
      .references(() => deelnemers.id),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    op: integer().notNull(),
  },
  (tabel) => [
    index('bevestigingen_casus').on(tabel.casusId),
    uniqueIndex('een_bevestiging').on(tabel.deelnemerId, tabel.compartimentId),
  ],
);

/**
 * Questions for advice (OV11), each a compartment by the same id: who asks, who is named in it, and the gedragsdeskundige
 * who took it on. What is asked and answered stands in `adviesstukken`.
 */
export const adviesvragen = sqliteTable(
  'adviesvragen',
  {
    id: text()
      .primaryKey()
      .references(() => compartimenten.id),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    vragerId: text()
      .notNull()
      .references(() => deelnemers.id),
    /** Seats that are named in it. */
    genoemdIds: idlijst().notNull(),
    /** Null: nobody has taken it on, and each gedragsdeskundige reads the question. */
    deskundigeId: text().references(() => personen.id),
    aangenomenOp: integer(),
    van: integer().notNull(),
    /** Until when an answer is asked for, and what it opens is open. */
    tot: integer().notNull(),
    getekendOp: integer(),
    ingetrokkenOp: integer(),
  },
  (tabel) => [
    index('adviesvragen_casus').on(tabel.casusId),
    index('adviesvragen_deskundige').on(tabel.deskundigeId),
    check('adviesvragen_periode', sql`${tabel.tot} > ${tabel.van}`),
    check('adviesvragen_aangenomen', sql`(${tabel.deskundigeId} is null) = (${tabel.aangenomenOp} is null)`),
  ],
);

/** What a question for advice opens to who took it on, from when until when (OV11). */
export const adviesopeningen = sqliteTable(
  'adviesopeningen',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    adviesvraagId: text()
      .notNull()
      .references(() => adviesvragen.id, { onDelete: 'cascade' }),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    van: integer().notNull(),
    tot: integer().notNull(),
    /** The request by which another opened it; null: who asked did, of their own. */
    verzoekId: text().references(() => toegangsverzoeken.id, { onDelete: 'cascade' }),
  },
  (tabel) => [
    index('adviesopeningen_casus').on(tabel.casusId),
    uniqueIndex('een_adviesopening').on(tabel.adviesvraagId, tabel.compartimentId),
    check('adviesopeningen_periode', sql`${tabel.tot} >= ${tabel.van}`),
  ],
);

/** What was written at a question, each encrypted under its key: the question itself, the advice, what became of it. */
export const adviesstukken = sqliteTable(
  'adviesstukken',
  {
    id: text().primaryKey(),
    adviesvraagId: text()
      .notNull()
      .references(() => adviesvragen.id, { onDelete: 'cascade' }),
    soort: text({ enum: ADVIESSTUKKEN }).notNull(),
    doorId: text()
      .notNull()
      .references(() => personen.id),
    op: integer().notNull(),
    inhoud: bytes().notNull(),
  },
  (tabel) => [index('adviesstukken_vraag').on(tabel.adviesvraagId)],
);

/** Exclusions (NK8). */
export const uitsluitingen = sqliteTable('uitsluitingen', perCompartiment);

/** Acute danger, invoked (NK25). */
export const noodtoegangen = sqliteTable('noodtoegangen', perCompartiment);

/**
 * What was made under which key of who asked for it (ST13), for a day. What was asked stands in it as a MAC under the
 * key of the compartment where that stands, and goes with it: with its compartment, and when its kaart is removed (a
 * trigger of the migration sees to that).
 */
export const opdrachtsleutels = sqliteTable(
  'opdrachtsleutels',
  {
    /** A hash of person and key: what a program chose as its key is no business of ours. */
    id: text().primaryKey(),
    persoonId: text()
      .notNull()
      .references(() => personen.id, { onDelete: 'cascade' }),
    casusId: text()
      .notNull()
      .references(() => casussen.id, { onDelete: 'cascade' }),
    /** Null: what was asked is gone. */
    compartimentId: text().references(() => compartimenten.id),
    vraag: text(),
    /** The id of what was made. */
    gemaakt: text().notNull(),
    op: integer().notNull(),
  },
  (tabel) => [
    index('opdrachtsleutels_op').on(tabel.op),
    index('opdrachtsleutels_persoon').on(tabel.persoonId),
    index('opdrachtsleutels_casus').on(tabel.casusId),
    index('opdrachtsleutels_compartiment').on(tabel.compartimentId),
    index('opdrachtsleutels_gemaakt').on(tabel.gemaakt),
    check('vraag_met_compartiment', sql`(${tabel.vraag} is null) = (${tabel.compartimentId} is null)`),
  ],
);

/** Which compartments a session has opened: a real look, logged once a session (NK10). */
export const openingen = sqliteTable(
  'openingen',
  {
    sessieId: text()
      .notNull()
      .references(() => sessies.id),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    op: integer().notNull(),
  },
  (tabel) => [primaryKey({ columns: [tabel.sessieId, tabel.compartimentId] })],
);

/** When somebody was at a board, by their seat: now or last, and the time before. Goes with the seat. */
export const bezoeken = sqliteTable('bezoeken', {
  deelnemerId: text()
    .primaryKey()
    .references(() => deelnemers.id, { onDelete: 'cascade' }),
  /** Counts their visits. */
  nummer: integer().notNull(),
  /** When they last said that they were there. */
  op: integer().notNull(),
  /** The same of the visit before this one; null: this is the first. */
  vorigOp: integer(),
});

/**
 * What somebody saw of a compartment, in this visit and the last (*sinds u hier was*): marks of what stood there, no
 * content, encrypted under the key of the compartment. Goes with the seat, with the compartment, and when they may no
 * longer read it.
 */
export const gezien = sqliteTable(
  'gezien',
  {
    deelnemerId: text()
      .notNull()
      .references(() => deelnemers.id, { onDelete: 'cascade' }),
    compartimentId: text()
      .notNull()
      .references(() => compartimenten.id),
    merken: bytes().notNull(),
  },
  (tabel) => [
    primaryKey({ columns: [tabel.deelnemerId, tabel.compartimentId] }),
    index('gezien_compartiment').on(tabel.compartimentId),
  ],
);

/**
 * The record (NK10): who did or saw what, when, from where, for what, by which rule. What it says of others is
 * encrypted under a key of the casus's own record, which outlives its compartments (decisions/0013). Holds no content.
 */
export const logboek = sqliteTable(
  'logboek',
  {
    nummer: integer().primaryKey({ autoIncrement: true }),
    op: integer().notNull(),
    handeling: text().notNull(),
    uitkomst: text({ enum: ['gedaan', 'geweigerd'] }).notNull(),
    /** Who; null: the clock, or the house itself. */
    persoonId: text(),
    sessieId: text(),
    deelnemerId: text(),
    zetel: text(),
    waarvoor: text(),
    grondslag: text(),
    casusId: text(),
    compartimentId: text(),
    /** The rule that allowed or refused it, or the code of the refusal. */
    regel: text(),
    /** Whom it is about: ids of people and of members; encrypted. */
    betreft: bytes().notNull(),
    /** What the compartment was: category, subject, who keeps it; encrypted, and known when it is gone. */
    compartiment: bytes(),
    /** Ids, codes and moments that belong to it, by its `handeling`; encrypted. */
    bijzonderheden: bytes().notNull(),
    /** False: a line of before that could not be read; its details are what stood there. */
    leesbaar: integer({ mode: 'boolean' }).notNull(),
  },
  (tabel) => [index('logboek_casus').on(tabel.casusId), index('logboek_sessie').on(tabel.sessieId)],
);

/** Repeats of what a line of the record tells, counted and not told yet (ST10). */
export const herhalingen = sqliteTable('herhalingen', {
  nummer: integer()
    .primaryKey()
    .references(() => logboek.nummer),
  keer: integer().notNull(),
  eerste: integer().notNull(),
  laatste: integer().notNull(),
});

/** Since when a process keeps the record; no row: the last one stopped, and told all that it had counted. */
export const logboekhouder = sqliteTable(
  'logboekhouder',
  { id: integer().primaryKey(), sinds: integer().notNull() },
  (tabel) => [check('een_houder', sql`${tabel.id} = 1`)],
);

/**
 * Lines of the record of before they had a form of their own, with whom they are about in the open. The first start
 * that knows the form writes them anew, in order; then there are none.
 */
export const logboekInOudeVorm = sqliteTable('logboek_in_oude_vorm', {
  nummer: integer().primaryKey(),
  op: integer().notNull(),
  handeling: text().notNull(),
  uitkomst: text({ enum: ['gedaan', 'geweigerd'] }).notNull(),
  persoonId: text(),
  deelnemerId: text(),
  zetel: text(),
  waarvoor: text(),
  grondslag: text(),
  casusId: text(),
  compartimentId: text(),
  regel: text(),
  bijzonderheden: text(),
});

/** A series of overleggen: who leads it, and when it comes. Holds nothing of any casus. */
export const overlegreeksen = sqliteTable('overlegreeksen', {
  id: text().primaryKey(),
  naam: text().notNull().unique(),
  plaats: text().notNull(),
  videolink: text(),
  /** In minutes. */
  duur: integer().notNull(),
  /** The first day, the time in the Netherlands (`uu:mm`), and every so many weeks. */
  eerste: text().notNull(),
  tijd: text().notNull(),
  weken: integer().notNull(),
  voorzitterId: text()
    .notNull()
    .references(() => medewerkers.id),
  plaatsvervangerId: text().references(() => medewerkers.id),
  notulistId: text().references(() => medewerkers.id),
  /** Up to when its overleggen have been made. */
  gemaaktTot: integer().notNull(),
});

/** Who is in a series, from when until when; what is over stays. Gives sight of no casus (NK1). */
export const overlegleden = sqliteTable(
  'overlegleden',
  {
    id: text().primaryKey(),
    reeksId: text()
      .notNull()
      .references(() => overlegreeksen.id),
    persoonId: text()
      .notNull()
      .references(() => medewerkers.id),
    van: integer().notNull(),
    tot: integer(),
  },
  (tabel) => [
    index('overlegleden_reeks').on(tabel.reeksId),
    index('overlegleden_persoon').on(tabel.persoonId),
    uniqueIndex('een_lid').on(tabel.reeksId, tabel.persoonId).where(sql`tot is null`),
  ],
);

/** An overleg of a series, or a gezinsoverleg: then of one casus, led by its regisseur of then. */
export const overleggen = sqliteTable(
  'overleggen',
  {
    id: text().primaryKey(),
    reeksId: text().references(() => overlegreeksen.id),
    casusId: text().references(() => casussen.id),
    begin: integer().notNull(),
    einde: integer().notNull(),
    /** Where, of a gezinsoverleg: it can be somebody's home; encrypted under the key of the casus's `regie`. */
    plaats: bytes(),
    staat: text({ enum: OVERLEGSTATEN }).notNull(),
    /**
     * What is open now, at which step, since when each (OV2); null: nothing. No foreign key: it may go while it is open,
     * and then nothing is.
     */
    agendapuntId: text(),
    onderdeel: text({ enum: GESPREKSDELEN }),
    onderdeelSinds: integer(),
    puntSinds: integer(),
    /** Goes up by one with each step. */
    versie: integer().notNull().default(0),
    /** The deputy, who took over; null: the chair leads it. */
    leiderId: text().references(() => medewerkers.id),
    /** By how many minutes it runs late (or early), as the clock found it last. */
    uitloop: integer().notNull().default(0),
  },
  (tabel) => [
    index('overleggen_casus').on(tabel.casusId),
    uniqueIndex('een_overleg').on(tabel.reeksId, tabel.begin),
    index('overleggen_einde').on(tabel.einde),
    check('overleggen_periode', sql`${tabel.einde} > ${tabel.begin}`),
    check('van_reeks_of_casus', sql`(${tabel.reeksId} is null) <> (${tabel.casusId} is null)`),
  ],
);

/**
 * What was brought to an overleg: a casus, or a dilemma without one. What was said stands with the regisseur's notes of
 * that casus; a dilemma, and what is for the chair alone, under a key of its own, which is destroyed with it (OV10).
 */
export const agendapunten = sqliteTable(
  'agendapunten',
  {
    id: text().primaryKey(),
    overlegId: text()
      .notNull()
      .references(() => overleggen.id),
    casusId: text().references(() => casussen.id),
    staat: text({ enum: AGENDASTATEN }).notNull(),
    volgorde: integer().notNull(),
    minuten: integer().notNull(),
    spoed: integer({ mode: 'boolean' }).notNull(),
    doorId: text()
      .notNull()
      .references(() => personen.id),
    op: integer().notNull(),
    /** Encrypted: of a casus under its `regie`, of a dilemma under `sleutel`. */
    inhoud: bytes().notNull(),
    /** For the chair alone; encrypted under `sleutel`. */
    voorVoorzitter: bytes(),
    /** The key of its own, by a random id; null: it has none. */
    sleutel: text(),
    /** Of a dilemma: when its key is destroyed. */
    vervaltOp: integer(),
  },
  (tabel) => [
    index('agendapunten_overleg').on(tabel.overlegId),
    index('agendapunten_casus').on(tabel.casusId),
    index('agendapunten_vervalt').on(tabel.vervaltOp),
    uniqueIndex('een_agendapunt').on(tabel.overlegId, tabel.casusId),
    check('dilemma_vervalt', sql`(${tabel.casusId} is null) = (${tabel.vervaltOp} is not null)`),
    check('dilemma_met_sleutel', sql`${tabel.casusId} is not null or ${tabel.sleutel} is not null`),
  ],
);

/** Who was given a place at an item when the chair took it on: a place, no seat. */
export const meedenkers = sqliteTable(
  'meedenkers',
  {
    agendapuntId: text()
      .notNull()
      .references(() => agendapunten.id, { onDelete: 'cascade' }),
    persoonId: text()
      .notNull()
      .references(() => medewerkers.id),
    als: text({ enum: PLAATSROLLEN }).notNull().default('meedenker'),
  },
  (tabel) => [
    primaryKey({ columns: [tabel.agendapuntId, tabel.persoonId] }),
    index('meedenkers_persoon').on(tabel.persoonId),
  ],
);

/**
 * What lay on the table while an item was open in an overleg (OV4): a compartment, by the same id. No foreign key to the
 * item: it can move on to the next overleg, where it gets another.
 */
export const tafelbladen = sqliteTable(
  'tafelbladen',
  {
    id: text()
      .primaryKey()
      .references(() => compartimenten.id),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    overlegId: text().notNull(),
    agendapuntId: text().notNull(),
  },
  (tabel) => [
    index('tafelbladen_casus').on(tabel.casusId),
    uniqueIndex('een_tafelblad').on(tabel.agendapuntId, tabel.overlegId),
  ],
);

/**
 * Big screens of overleggen (OV4): a device that gave the code of who leads, and never a person. It holds nothing of what
 * it shows: what that is, follows from the table that is open.
 */
export const schermen = sqliteTable(
  'schermen',
  {
    id: text().primaryKey(),
    overlegId: text()
      .notNull()
      .references(() => overleggen.id, { onDelete: 'cascade' }),
    /** Until it was given, and no longer than `codeTot`. */
    codeHash: text().unique(),
    codeTot: integer().notNull(),
    /** Of its session, since it was given. */
    tokenHash: text().unique(),
    beeindigdOp: integer(),
    /** Which item who leads put on it, at which page; null: it is dark. */
    agendapuntId: text(),
    blad: integer().notNull(),
    /** A mark of who sat at that table then: to another table it isn't shown by itself. */
    tafelmerk: text(),
  },
  (tabel) => [index('schermen_overleg').on(tabel.overlegId)],
);

/** Who is let in to a tafelblad: at the table while the item is open, and afterwards as a reader (`verslag`). */
export const tafelplaatsen = sqliteTable(
  'tafelplaatsen',
  {
    id: text().primaryKey(),
    casusId: text()
      .notNull()
      .references(() => casussen.id),
    tafelbladId: text()
      .notNull()
      .references(() => tafelbladen.id, { onDelete: 'cascade' }),
    persoonId: text()
      .notNull()
      .references(() => personen.id),
    /** From which seat: it holds no longer than that does. Null: a place, and no seat. */
    deelnemerId: text().references(() => deelnemers.id),
    als: text({ enum: TAFELROLLEN }).notNull(),
    niveau: text({ enum: ['lezen', 'schrijven'] }).notNull(),
    van: integer().notNull(),
    tot: integer(),
  },
  (tabel) => [
    index('tafelplaatsen_casus').on(tabel.casusId),
    index('tafelplaatsen_blad').on(tabel.tafelbladId),
    check('tafelplaatsen_periode', sql`${tabel.tot} is null or ${tabel.tot} >= ${tabel.van}`),
  ],
);

/** What stands on a tafelblad beside its text, each encrypted under its key. */
export const tafelstukken = sqliteTable(
  'tafelstukken',
  {
    id: text().primaryKey(),
    tafelbladId: text()
      .notNull()
      .references(() => tafelbladen.id, { onDelete: 'cascade' }),
    soort: text({ enum: TAFELSTUKKEN }).notNull(),
    doorId: text()
      .notNull()
      .references(() => personen.id),
    op: integer().notNull(),
    inhoud: bytes().notNull(),
  },
  (tabel) => [index('tafelstukken_blad').on(tabel.tafelbladId)],
);

/** For a unique index: nulls all differ there. Not `coalesce`: drizzle-kit cuts an expression at its commas. */
function leegVoorNull(kolom: AnySQLiteColumn) {
  return sql`case when ${kolom} is null then '' else ${kolom} end`;
}
