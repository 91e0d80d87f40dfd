import type { Schermbeeld } from '../../shared/contract/schermen.ts';
import { kentLid, teltNoemen } from '../../shared/need-to-know/namen.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { regelsIn, type Teksten, veldIdsVan } from '../teksten/teksten.ts';
import { rollenVoor } from '../toegang/toegang.ts';
import { type Scherminhoud, schermbladen } from './schermbladen.ts';
import type { Tafelbladen } from './tafelblad.ts';
import type { Tafelblik } from './tafelblik.ts';

/** What one that not all of them know reads as (NK35). */
const ONBEKEND = 'huishouden';

/** All that can be on the wall, in its pages, with who reads it: so many as one can see it. */
export interface Schermbladen {
  readonly bladen: readonly Scherminhoud[];
  readonly leestMee: readonly string[];
}

/**
 * A tafelblad as it may hang on a wall (OV4): what all who sit at the table read, of the household by the labels that each
 * of them knows (NK2, NK16), of who works with it by their role. No names, no label of the casus, nobody who wrote it.
 */
export class Schermbeelden {
  readonly #database: GeopendeDatabase;
  readonly #teksten: Teksten;
  readonly #tafelbladen: Tafelbladen;

  constructor(behoeften: { database: GeopendeDatabase; teksten: Teksten; tafelbladen: Tafelbladen }) {
    this.#database = behoeften.database;
    this.#teksten = behoeften.teksten;
    this.#tafelbladen = behoeften.tafelbladen;
  }

  /** Who sits at the table now, as one mark: another table has another. */
  merk(blik: Tafelblik): string {
    const wie = this.#tafelbladen.lezersNu(blik).map(({ id }) => id);
    return JSON.stringify([blik.overleg.puntSinds, ...wie.toSorted()]);
  }

  /** How far the text has come: cheap to ask. */
  tekstmerk({ blad }: Tafelblik): string {
    return JSON.stringify([...this.#teksten.journaal.laatsteVan([blad.id])]);
  }

  /** The lines that the table wrote. Not while something is told. @param kosten takes how much was read for it (ST6) */
  getypt(blik: Tafelblik, kosten: { tekstbytes: number }): string[] {
    const { blad, compartiment } = blik;
    const { noem } = this.#namen(blik);
    const [veldId] = veldIdsVan(this.#database, blad.id);
    if (veldId === undefined) return [];
    return this.#teksten.kijkIn(compartiment, blad.casusId, (kamer) => {
      kosten.tekstbytes += kamer.hoogstensBytes;
      return regelsIn(kamer, veldId, (wie) => (wie === null ? ONBEKEND : (noem(wie.id) ?? ONBEKEND)));
    });
  }

  /** @param regels what of what was typed stands on the wall now */
  van(blik: Tafelblik, regels: readonly string[]): Schermbladen {
    const { lees, noem } = this.#namen(blik);
    const vraag = this.#tafelbladen.vraagVan(blik);
    const { zetels } = blik.kijk.beslisser.regels;
    const hier = this.#tafelbladen.zitplaatsen(blik).map(({ persoonId }) => persoonId);
    return {
      bladen: schermbladen({
        ...this.#tafelbladen.stukken.opHetScherm(blik, hier, lees, noem),
        vraag: vraag === null ? null : lees(vraag),
        regels: [...regels],
      }),
      leestMee: [
        ...new Set(
          this.#tafelbladen
            .lezersNu(blik)
            .map(({ zetel, als }) => (zetel === null ? PLAATS[als] : (zetels.get(zetel)?.naam ?? zetel))),
        ),
      ],
    };
  }

  /** How people are called on the wall: members as all at the table know them, who works with it by their role. */
  #namen(blik: Tafelblik): { lees: (tekst: string) => string; noem: (id: string) => string | null } {
    const { kijk } = blik;
    const { beeld, beslisser } = kijk;
    const genoten = this.#tafelbladen.lezersNu(blik);
    // From a place one knows all role labels, and nothing else of the household.
    const zetels = beeld.deelnemers.filter(({ id }) => genoten.some((genoot) => genoot.id === id));
    const samen = beeld.leden.filter(
      ({ id }) => kijk.kentLid(id) && zetels.every((zetel) => kentLid(zetel, id)),
    );
    // Numbered among these alone: the other numbers would tell that there are more (NK2).
    const labels = rolLabels(samen);
    const kent = samen.map(({ id }) => ({ id, rol: labels.get(id) ?? ONBEKEND }));
    return {
      lees: rollenVoor(kijk, kent).lees,
      noem: (id) => {
        const rol = labels.get(id);
        if (rol !== undefined) return rol;
        const zetel = beeld.deelnemers.find((een) => een.id === id);
        if (zetel === undefined || !teltNoemen(zetel, beslisser.regels)) return null;
        return zetel.regisseur ? 'Regisseur' : (beslisser.regels.zetels.get(zetel.zetel)?.naam ?? null);
      },
    };
  }
}

/** As the wall calls who sits there from a place. */
const PLAATS = {
  voorzitter: 'Voorzitter',
  notulist: 'Notulist',
  meedenker: 'Meedenker',
  gast: 'Gast',
  deelnemer: 'Deelnemer',
} as const;

/** One page of it, the last where there are fewer. */
export function bladVan({ bladen, leestMee }: Schermbladen, blad: number): Schermbeeld | null {
  const n = Math.min(Math.max(1, blad), bladen.length);
  const inhoud = bladen[n - 1];
  if (inhoud === undefined) return null;
  const { vraag, gelegd, regels, afspraken } = inhoud;
  return {
    blad: n,
    bladen: bladen.length,
    vraag,
    gelegd: [...gelegd],
    regels: [...regels],
    afspraken: [...afspraken],
    leestMee: [...leestMee],
  };
}
