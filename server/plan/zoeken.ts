import { precies } from '../../shared/contract/precies.ts';
import type { Zoekuitkomst, Zoekvondst } from '../../shared/contract/zoeken.ts';
import type { Vermelding } from '../../shared/tekst/blok.ts';
import { kaartwoorden } from '../../shared/zoeken/kaartwoorden.ts';
import { leesZoekwoorden, type Zoekwoorden } from '../../shared/zoeken/zoekwoorden.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { regelsIn, type Teksten, veldenVoor } from '../teksten/teksten.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Plan } from './plan.ts';

/** So much is shown of one casus; who wants less types another word. */
const MEESTE = 20;

/** What was found, and how much was read for it. */
export interface Gezocht {
  readonly uitkomst: Zoekuitkomst;
  /** Bytes of text that were read (ST6). */
  readonly gelezen: number;
}

/**
 * Finds in a casus what holds all words, of what this person reads and has open in this session: through the one
 * function that decides (NK16). Nothing is kept to search in: what is closed is not looked into, so that it can't show
 * by what is found, nor by how long it took (NK10).
 */
export class Zoeken {
  readonly #database: GeopendeDatabase;
  readonly #onleesbaar: Onleesbaren;
  readonly #toegang: Toegang;
  readonly #teksten: Teksten;
  readonly #plan: Plan;

  constructor(behoeften: {
    database: GeopendeDatabase;
    onleesbaar: Onleesbaren;
    toegang: Toegang;
    teksten: Teksten;
    plan: Plan;
  }) {
    this.#database = behoeften.database;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#toegang = behoeften.toegang;
    this.#teksten = behoeften.teksten;
    this.#plan = behoeften.plan;
  }

  /** Looks for what somebody typed. Within a step. */
  zoek(kijk: Kijk, getypt: string): Gezocht {
    const woorden = leesZoekwoorden(getypt);
    // Who never was at this casus looks at it first: then it is theirs to search in (NK10).
    if (woorden.leeg || !this.#toegang.heeftOoitGeopend(kijk)) return { uitkomst: NIETS, gelezen: 0 };
    this.#toegang.openVanzelf(kijk);
    const { vondsten: teksten, gelezen } = this.#inTeksten(kijk, woorden);
    const vondsten = [...inMensen(kijk, woorden), ...this.#inKaarten(kijk, woorden), ...teksten];
    const uitkomst = { vondsten: vondsten.slice(0, MEESTE), meer: vondsten.length > MEESTE };
    return { uitkomst: precies<Zoekuitkomst>()(uitkomst), gelezen };
  }

  #inKaarten(kijk: Kijk, woorden: Zoekwoorden): Zoekvondst[] {
    return this.#plan.alleKaarten(kijk).flatMap((kaart): Zoekvondst[] => {
      const tekst = kaartwoorden(kaart);
      if (!woorden.past(tekst)) return [];
      return [{ soort: 'kaart', id: kaart.id, kaartsoort: kaart.soort, tekst: kaart.titel || tekst }];
    });
  }

  #inTeksten(kijk: Kijk, woorden: Zoekwoorden): { vondsten: Zoekvondst[]; gelezen: number } {
    const open = kijk.leesbaarOpBord().filter(({ id }) => kijk.leestNu(id));
    // Where nobody wrote yet there is nothing to read.
    const laatste = this.#teksten.journaal.laatsteVan(open.map(({ id }) => id));
    const beschreven = open.filter(({ id }) => laatste.has(id));
    const bron = { database: this.#database, onleesbaar: this.#onleesbaar };
    const { velden } = veldenVoor(bron, kijk, beschreven);
    const noem = noemVoor(kijk);
    let gelezen = 0;
    const vondsten = beschreven.flatMap((compartiment) =>
      this.#teksten.kijkIn(compartiment, kijk.beeld.id, (kamer) => {
        gelezen += kamer.hoogstensBytes;
        return velden.flatMap((veld): Zoekvondst[] => {
          if (veld.compartimentId !== compartiment.id) return [];
          const regels = regelsIn(kamer, veld.id, noem);
          const regel = regels.find((een) => woorden.past(een));
          if (regel === undefined && !woorden.past(regels.join('\n'))) return [];
          const tekst = (regel ?? regels.find((een) => een.trim() !== '') ?? '').trim();
          return [{ soort: 'tekst', id: veld.id, naam: veld.naam, leefgebied: veld.leefgebied, tekst }];
        });
      }),
    );
    return { vondsten, gelezen };
  }
}

const NIETS: Zoekuitkomst = { vondsten: [], meer: false };

/** Whom this person knows by name (NK20). */
function inMensen(kijk: Kijk, woorden: Zoekwoorden): Zoekvondst[] {
  const { zetels } = kijk.beslisser.regels;
  return kijk.bekenden().flatMap(({ id, zetel, naam, organisatie }): Zoekvondst[] => {
    const vanuit = zetels.get(zetel)?.naam ?? zetel;
    if (!woorden.past(`${naam} ${organisatie} ${vanuit}`)) return [];
    return [{ soort: 'deelnemer', id, zetel, tekst: naam }];
  });
}

/** How this reader reads a mention: a member by the role that they know, a deelnemer whom they know (NK13, NK20). */
function noemVoor(kijk: Kijk): (wie: Vermelding) => string {
  const rollen = new Map(kijk.leden().map(({ id, rol }) => [id, rol]));
  return (wie) => {
    const naam = wie?.soort === 'lid' ? rollen.get(wie.id) : kijk.bekende(wie?.id ?? '')?.naam;
    return naam ?? 'iemand';
  };
}
