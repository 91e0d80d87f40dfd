import type { Vermelding } from '../../shared/tekst/blok.ts';
import { alsRegels } from '../../shared/tekst/platte-tekst.ts';
import { SOORTEN } from '../../shared/invoer/soorten.ts';
import { teltNoemen } from '../../shared/need-to-know/namen.ts';
import { bevatBsn } from '../../shared/persoonsgegevens/persoonsgegevens.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { verwijsNaarLid, zonderTekens } from '../../shared/plan/rolverwijzing.ts';
import type { CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { kanNiet, nietGevonden } from '../kern/weigering.ts';
import type { Plan } from '../plan/plan.ts';
import { blokkenIn, compartimentVanVeld, type Teksten } from '../teksten/teksten.ts';
import { type Kijk, rollenVoor } from '../toegang/toegang.ts';

/** Sorts that say something to a table; who somebody is and where to find them isn't laid there. */
const TE_LEGGEN: ReadonlySet<Kaartsoort> = new Set([
  'kracht',
  'zorgpunt',
  'doel',
  'afspraak',
  'besluit',
  'beschikking',
  'vraag',
]);

/** What somebody means to lay there: one of these. */
export interface Bordkeuze {
  readonly kaartId?: string | undefined;
  readonly veldId?: string | undefined;
}

/** Something of a board as it comes to lie on a table. */
export interface Bordstuk {
  /** Where it stands on the board. */
  readonly compartiment: CompartimentRij;
  readonly soort: string;
  /** As it is stored: who is meant, by reference (NK35). */
  readonly tekst: string;
}

/**
 * What comes from somebody's board on a table (OV4), as it is at that moment: a kaart by its title, a text by its words. Only
 * what they read and have open themselves: who looks from a place has no board (NK1), and opens nothing that stands on one.
 */
export class Bordstukken {
  readonly #database: GeopendeDatabase;
  readonly #plan: Plan;
  readonly #teksten: Teksten;

  constructor(behoeften: { database: GeopendeDatabase; plan: Plan; teksten: Teksten }) {
    this.#database = behoeften.database;
    this.#plan = behoeften.plan;
    this.#teksten = behoeften.teksten;
  }

  /** @param kosten takes how much text was read for it (ST6) @throws Weigering 404, 422 */
  haal(kijk: Kijk, { kaartId, veldId }: Bordkeuze, kosten: { tekstbytes: number }): Bordstuk {
    if (kaartId !== undefined) return this.#kaart(kijk, kaartId);
    if (veldId !== undefined) return this.#tekst(kijk, veldId, kosten);
    throw nietGevonden();
  }

  #kaart(kijk: Kijk, kaartId: string): Bordstuk {
    const { kaart, compartiment } = this.#plan.eisKaart(kijk, kaartId);
    const { soort, titel } = kaart.inhoud;
    if (!TE_LEGGEN.has(soort) || titel === undefined) throw legtNiet();
    return { compartiment, soort, tekst: titel };
  }

  #tekst(kijk: Kijk, veldId: string, kosten: { tekstbytes: number }): Bordstuk {
    const compartiment = compartimentVanVeld(this.#database, kijk, veldId);
    if (compartiment === null) throw nietGevonden();
    if (!magOpTafel(kijk, compartiment)) throw legtNiet();
    const noem = noemVoor(kijk);
    const regels = this.#teksten.kijkIn(compartiment, kijk.beeld.id, (kamer) => {
      kosten.tekstbytes += kamer.hoogstensBytes;
      const blokken = blokkenIn(kamer, veldId).map(({ inhoud, ...blok }) => ({
        ...blok,
        inhoud: inhoud.map((stuk) =>
          stuk.soort === 'tekst' ? { ...stuk, tekst: zonderTekens(stuk.tekst) } : stuk,
        ),
      }));
      return alsRegels(blokken, noem);
    });
    const { lees, schrijf } = rollenVoor(kijk);
    // A numbered label that was typed as words is one here too (NK35).
    const tekst = schrijf(regels.join('\n').replace(/^\n+/, '').trimEnd(), null);
    const gelezen = lees(tekst);
    if (gelezen === '') throw kanNiet('past_hier_niet', 'In deze tekst staat nog niets. Kies iets anders.');
    if (gelezen.length > SOORTEN.tekst.hoogstens)
      throw kanNiet(
        'past_hier_niet',
        'Deze tekst is te lang voor een tafel. Schrijf in eigen woorden op wat de tafel moet weten.',
      );
    // ST19: what is typed live two people could complete between them; this one person lays there as a whole.
    if (bevatBsn(gelezen))
      throw kanNiet(
        'persoonsgegeven_geweigerd',
        'In deze tekst staat een BSN. Een BSN mag nergens in Regietafel staan. Haal het uit de tekst.',
      );
    return { compartiment, soort: 'tekst', tekst };
  }
}

/** Not one's concept, what only who directs writes or reads, nor what is for who was let in to it alone: another table, advice. */
function magOpTafel({ beslisser: { regels } }: Kijk, { categorie, besloten }: CompartimentRij): boolean {
  const regel = regels.categorieen.get(categorie);
  if (besloten || regel?.beslist !== 'matrix' || regel.alleenRegisseur) return false;
  return [...regel.perZetel.values()].some((niveau) => niveau !== 'verborgen');
}

/** Who is mentioned: a member by reference, who works with it by their role where the others may know of them, else nobody. */
function noemVoor(kijk: Kijk): (wie: Vermelding) => string {
  const { regels } = kijk.beslisser;
  return (wie) => {
    if (wie?.soort === 'lid') return verwijsNaarLid(wie.id);
    const bekende = kijk.bekende(wie?.id ?? '');
    if (bekende === undefined || !teltNoemen(bekende, regels)) return 'iemand';
    return bekende.regisseur ? 'de regisseur' : (regels.zetels.get(bekende.zetel)?.naam ?? 'iemand');
  };
}

function legtNiet() {
  return kanNiet(
    'past_hier_niet',
    'Dit ligt niet op tafel. Kies iets anders, of schrijf op wat de tafel moet weten.',
  );
}
