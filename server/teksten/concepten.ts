import type { Veld } from '../../shared/contract/velden.ts';
import { bevatBsn } from '../../shared/persoonsgegevens/persoonsgegevens.ts';
import { leesBlokken } from '../../shared/tekst/lezen.ts';
import { alsRegels } from '../../shared/tekst/platte-tekst.ts';
import type { Casussen, CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Omvang } from '../kern/omvang.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Stappen } from '../kern/stap.ts';
import { kanNiet, magNiet, nietGevonden } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import { legAchteraan, legErin, legNeer, weegVerbetering } from './inhoud.ts';
import type { Teksten } from './teksten.ts';
import { compartimentVanVeld, uitgangspuntVan, veldenVoor } from './velden.ts';

/** A concept of one's own: its compartment, its text, and the text that it was written for. */
export interface EigenConcept {
  readonly compartiment: CompartimentRij;
  readonly veldId: string;
  /** Null when that text is no longer there, or no longer open to its writer; the two look alike (NK23). */
  readonly voor: { readonly compartiment: CompartimentRij; readonly veldId: string } | null;
}

/**
 * Concepts (NK21): what somebody types outside a conference is theirs alone, in a compartment of its own for each
 * text, until they move it into the text that it was written for.
 */
export class Concepten {
  readonly #database: GeopendeDatabase;
  readonly #onleesbaar: Onleesbaren;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #omvang: Pick<Omvang, 'tekst'>;
  readonly #logboek: Logboek;
  readonly #casussen: Casussen;
  readonly #toegang: Toegang;
  readonly #teksten: Teksten;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    omvang: Pick<Omvang, 'tekst'>;
    logboek: Logboek;
    casussen: Casussen;
    toegang: Toegang;
    teksten: Teksten;
    onleesbaar: Onleesbaren;
  }) {
    this.#onleesbaar = behoeften.onleesbaar;
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#omvang = behoeften.omvang;
    this.#logboek = behoeften.logboek;
    this.#casussen = behoeften.casussen;
    this.#toegang = behoeften.toegang;
    this.#teksten = behoeften.teksten;
  }

  /** A text that somebody has open, if they write it. @throws Weigering 404, 403 (NK17) */
  eisSchrijfbaarVeld(kijk: Kijk, veldId: string): { compartiment: CompartimentRij; veldId: string } {
    const gevonden = this.#zoekVeld(kijk, veldId);
    if (gevonden === null || gevonden.makerId !== null) throw nietGevonden();
    if (kijk.niveau(gevonden.id) !== 'schrijven') throw magNietSchrijven();
    return { compartiment: gevonden, veldId };
  }

  /** The concept that somebody means by the id of its text. @throws Weigering 404 for anybody else's (NK5, NK11) */
  eisConcept(kijk: Kijk, veldId: string): EigenConcept {
    const compartiment = this.#zoekVeld(kijk, veldId);
    if (compartiment?.makerId !== kijk.wie.persoonId) throw nietGevonden();
    const voorId = compartiment.conceptVoor;
    const doel = voorId === null ? null : this.#zoekVeld(kijk, voorId);
    return {
      compartiment,
      veldId,
      voor: doel === null || voorId === null ? null : { compartiment: doel, veldId: voorId },
    };
  }

  /** Whether one has a concept for a text. */
  heeft(kijk: Kijk, veldId: string): boolean {
    return eigenConcept(kijk, veldId) !== undefined;
  }

  /** One's concept for a text: the one that there is, else a new one. */
  begin(kijk: Kijk, veldId: string): Veld {
    if (!this.heeft(kijk, veldId)) this.#maak(kijk, veldId, null);
    return this.#eigen(kijk, veldId);
  }

  /**
   * *Verbeter*: one's concept over a text, which begins with what that says now; the concept that there is already, whatever
   * that is. It is there for as long as that text is open to its writer.
   * @returns also how many bytes of text were read for it
   */
  verbeter(kijk: Kijk, veldId: string): { readonly concept: Veld; readonly gelezen: number } {
    if (this.heeft(kijk, veldId)) return { concept: this.begin(kijk, veldId), gelezen: 0 };
    return this.#stappen.doe(() => {
      const { compartiment } = this.eisSchrijfbaarVeld(kijk, veldId);
      this.#maak(kijk, veldId, compartiment.id);
      const concept = this.#eigen(kijk, veldId);
      const eigen = eigenConcept(this.#toegang.eisKijk(kijk.beeld.id, kijk.wie), veldId);
      if (eigen === undefined || concept.uitgangspunt === null) throw new Error('an improvement of nothing');
      const gelezen = legNeer(
        this.#teksten,
        { kamer: this.#teksten.kamer(compartiment, kijk.beeld.id), veldId },
        {
          kamer: this.#teksten.kamer(eigen, kijk.beeld.id),
          veldId: concept.id,
          uitgangspunt: concept.uitgangspunt,
        },
        kijk.wie.persoonId,
        this.#omgeving.willekeur,
      );
      return { concept, gelezen };
    });
  }

  #maak(kijk: Kijk, veldId: string, over: string | null): void {
    this.#toegang.wijzigZicht(kijk.beeld.id, kijk, () =>
      this.#casussen.maakConcept(kijk.beeld.id, kijk.wie.persoonId, veldId, over),
    );
  }

  #eigen(kijk: Kijk, veldId: string): Veld {
    const na = this.#toegang.eisKijk(kijk.beeld.id, kijk.wie);
    this.#toegang.openVanzelf(na);
    const concept = eigenConcept(na, veldId);
    const bron = { database: this.#database, onleesbaar: this.#onleesbaar };
    const [veld] = concept === undefined ? [] : veldenVoor(bron, na, [concept]).velden;
    if (veld === undefined) throw new Error('a concept without a text');
    return veld;
  }

  /**
   * *Deel met …*: moves a concept to the end of the text that it was written for, or, where it improves that, brings what
   * one changed into what others made of it since. From then on it is theirs who read
   * that text; the concept is gone from its own compartment, from its history and, with its key, from every copy
   * of the data (NK15); a tab that still has it open can't bring it back (SY13).
   * @throws Weigering 403 when that text is no longer open to its writer, 422 when a BSN stands in it (ST19); the
   * concept stays
   */
  deel(kijk: Kijk, { compartiment, veldId, voor }: EigenConcept): void {
    if (voor === null || kijk.niveau(voor.compartiment.id) !== 'schrijven') throw magNietSchrijven();
    const { persoonId } = kijk.wie;
    // Both of them this person reads whole (ST6). A step of its own: one that fails drops the documents that it touched.
    const uitgangspunt = uitgangspuntVan(this.#database, compartiment.id);
    const { blokken, erbij, samen, weging } = this.#stappen.doe(() => {
      const van = { kamer: this.#teksten.kamer(compartiment, kijk.beeld.id), veldId };
      const naar = { kamer: this.#teksten.kamer(voor.compartiment, kijk.beeld.id), veldId: voor.veldId };
      const weging = uitgangspunt === null ? null : weegVerbetering({ ...van, uitgangspunt }, naar);
      const concept = van.kamer.doc.getText(veldId);
      const erbij = weging === null ? concept.length : weging.groei;
      const samen = erbij + naar.kamer.doc.getText(voor.veldId).length;
      return { blokken: leesBlokken(concept), erbij, samen, weging };
    });
    // ST19: what is typed live two people could complete between them; this one person moves as a whole.
    if (bevatBsn(alsRegels(blokken, () => '\ufffc').join('\n'))) throw bsnInConcept();
    if (samen > this.#omvang.tekst && erbij > 0) {
      throw kanNiet(
        'tekst_vol',
        'Uw concept past niet meer bij deze tekst: samen worden ze te lang. Maak een van beide korter en deel dan opnieuw.',
      );
    }
    this.#stappen.doe(() => {
      const doel = { kamer: this.#teksten.kamer(voor.compartiment, kijk.beeld.id), veldId: voor.veldId };
      const { willekeur } = this.#omgeving;
      if (weging === null) legAchteraan(this.#teksten, blokken, doel, persoonId, willekeur);
      else legErin(this.#teksten, weging, doel, persoonId, willekeur);
      this.#ruimOp(kijk, compartiment);
      this.#logboek.schrijf({
        handeling: 'concept_gedeeld',
        door: kijk,
        casusId: kijk.beeld.id,
        compartiment: voor.compartiment,
        regel: kijk.regelVoor(voor.compartiment),
        bijzonderheden: { veldId: voor.veldId },
      });
    });
  }

  /** Throws a concept away, for good. */
  gooiWeg(kijk: Kijk, { compartiment }: EigenConcept): void {
    this.#stappen.doe(() => this.#ruimOp(kijk, compartiment));
  }

  /** Takes a concept off the disk and out of memory, and at the end of the step its key. */
  #ruimOp(kijk: Kijk, compartiment: CompartimentRij): void {
    const casusId = kijk.beeld.id;
    this.#toegang.wijzigZicht(casusId, kijk, () =>
      this.#casussen.wisCompartiment({ ...compartiment, casusId }),
    );
  }

  #zoekVeld(kijk: Kijk, veldId: string): CompartimentRij | null {
    return compartimentVanVeld(this.#database, kijk, veldId);
  }
}

/** The compartment of one's concept for a text, when there is one. */
function eigenConcept(kijk: Kijk, veldId: string): CompartimentRij | undefined {
  return kijk.beeld.compartimenten.find(
    ({ makerId, conceptVoor }) => makerId === kijk.wie.persoonId && conceptVoor === veldId,
  );
}

function bsnInConcept() {
  return kanNiet(
    'persoonsgegeven_geweigerd',
    'In uw concept staat een BSN. Een BSN mag nergens in Regietafel staan. Haal het weg en deel het dan. Uw concept staat er nog.',
    [{ veld: 'tekst', bericht: 'Haal het BSN uit uw concept. Een BSN mag nergens in Regietafel staan.' }],
  );
}

function magNietSchrijven() {
  return magNiet(
    'alleen_lezen',
    'U schrijft niet (meer) in deze tekst. Wat u typte, blijft in uw concept staan. Vraag het de regisseur.',
  );
}
