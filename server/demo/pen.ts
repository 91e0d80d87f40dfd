import { eq } from 'drizzle-orm';
import type { Bord } from '../../shared/contract/casussen.ts';
import type { Veld } from '../../shared/contract/velden.ts';
import { veldnaam } from '../../shared/plan/velden.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { compartimenten } from '../database/schema.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { legAchteraan } from '../teksten/inhoud.ts';
import type { Teksten } from '../teksten/teksten.ts';
import { type DemoTekst, maakTekst, type Tekstplaats } from './tekst.ts';

/** What writing takes. */
export interface Penbehoeften {
  readonly database: GeopendeDatabase;
  readonly omgeving: Omgeving;
  readonly stappen: Stappen;
  readonly teksten: Teksten;
}

/**
 * Writes the texts of the demo into the journal, each in the name of who wrote it. Nobody is connected yet, and when
 * the fill is taken back, they go with it.
 */
export class Pen {
  readonly #behoeften: Penbehoeften;

  constructor(behoeften: Penbehoeften) {
    this.#behoeften = behoeften;
  }

  /**
   * Adds what somebody wrote at the end of a text, through the same step as what comes over the line.
   * @param casusId whose text it is
   * @param idVan the id that goes by a key of this household
   * @throws Error when it can't stand in a text (SY4)
   */
  schrijf(
    casusId: string,
    veld: Pick<Veld, 'id' | 'compartimentId'>,
    persoonId: string,
    regels: DemoTekst['regels'],
    idVan: (sleutel: string) => string,
  ): void {
    const { database, omgeving, stappen, teksten } = this.#behoeften;
    const plek = database.db
      .select({ id: compartimenten.id, tijdperk: compartimenten.tijdperk })
      .from(compartimenten)
      .where(eq(compartimenten.id, veld.compartimentId))
      .get();
    if (plek === undefined) throw new Error('demo: a text without a compartment');
    stappen.doe(() => {
      const naar = { kamer: teksten.kamer(plek, casusId), veldId: veld.id };
      legAchteraan(teksten, maakTekst(regels, idVan), naar, persoonId, omgeving.willekeur);
    });
  }
}

/** What of a board says which texts there are, and which one may write. */
type Tekstbord = Pick<Bord, 'leden' | 'compartimenten' | 'velden'>;

/**
 * The text that is meant, on the board of who is going to write it.
 * @throws Error when they don't have it, or may not write there
 */
export function vindTekst(bord: Tekstbord, plaats: Tekstplaats, idVan: (sleutel: string) => string): Veld {
  const schrijft = new Set(
    bord.compartimenten.filter(({ niveau }) => niveau === 'schrijven').map(({ id }) => id),
  );
  const veld =
    plaats.tekst === 'toelichting'
      ? bord.velden.find(({ kaartId }) => kaartId === idVan(plaats.kaart))
      : vindInCategorie(bord, plaats, schrijft, idVan);
  if (veld === undefined || !schrijft.has(veld.compartimentId)) {
    throw new Error(`demo: they don't write ${JSON.stringify(plaats)}`);
  }
  return veld;
}

function vindInCategorie(
  bord: Tekstbord,
  plaats: Exclude<Tekstplaats, { tekst: 'toelichting' }>,
  schrijft: ReadonlySet<string>,
  idVan: (sleutel: string) => string,
): Veld | undefined {
  const categorie = plaats.tekst === 'alleen_voor' ? plaats.categorie : CATEGORIE[plaats.tekst];
  const lid = 'lid' in plaats ? plaats.lid : null;
  const lidId = lid === null ? null : idVan(lid);
  const compartiment = bord.compartimenten.find(
    (tegel) => tegel.categorie === categorie && tegel.lidId === lidId && schrijft.has(tegel.id),
  );
  const rol = bord.leden.find(({ id }) => id === lidId)?.rol ?? null;
  const naam = veldnaam(plaats.tekst, categorie, rol);
  const leefgebied = 'leefgebied' in plaats ? plaats.leefgebied : null;
  return bord.velden.find(
    (veld) =>
      veld.compartimentId === compartiment?.id &&
      veld.kaartId === null &&
      veld.leefgebied === leefgebied &&
      veld.naam === naam,
  );
}

/** Where each text stands that no organisation keeps (shared/plan/velden.ts). */
const CATEGORIE: Readonly<Record<Exclude<Tekstplaats['tekst'], 'toelichting' | 'alleen_voor'>, string>> = {
  houd_rekening_met: 'hulp',
  zegt: 'inwoner',
  integrale_analyse: 'plan',
  gewenst_resultaat: 'plan',
  notities: 'regie',
};
