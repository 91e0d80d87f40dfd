import type { Kanaalzicht } from '../../../shared/sync/besturing.ts';
import { HOOGSTE_KANAAL } from '../../../shared/sync/frame.ts';
import type { Omgeving } from '../../kern/omgeving.ts';
import type { Kijk } from '../../toegang/toegang.ts';
import type { Kanaal, Lijn } from './lijn.ts';
import type { Uitvoer } from './uitvoer.ts';

/** What each line may have open: the opened compartments that its person may read, and nothing else (SY2, NK7). */
export class Zichten {
  readonly #omgeving: Omgeving;
  readonly #nummers = new Map<string, number>();
  readonly #vergeven = new Set<number>();

  constructor(omgeving: Omgeving) {
    this.#omgeving = omgeving;
  }

  /**
   * Sets what a line may have open, closes what it may not, and lowers what it may no longer write.
   * @param kijk null when this person no longer looks at this casus
   * @returns whether a level dropped, and which open kanalen may be written from now on, or no longer
   */
  pasToe(
    lijn: Lijn,
    kijk: Kijk | null,
    sluit: (kanaal: Kanaal) => void,
  ): { verloor: boolean; wint: readonly Kanaal[]; daalt: readonly Kanaal[] } {
    const nieuw = new Map((kijk === null ? [] : this.#zichtVan(kijk)).map((regel) => [regel.kanaal, regel]));
    let verloor = false;
    for (const [nummer, was] of lijn.zicht) {
      const wordt = nieuw.get(nummer);
      if (wordt === undefined || (was.niveau === 'schrijven' && wordt.niveau === 'lezen')) verloor = true;
    }
    lijn.zicht = nieuw;
    const wint: Kanaal[] = [];
    const daalt: Kanaal[] = [];
    for (const kanaal of [...lijn.kanalen.values()]) {
      const regel = nieuw.get(kanaal.nummer);
      // SY13: a document of another tijdperk is another document.
      if (regel === undefined || regel.tijdperk !== kanaal.kamer.plek.tijdperk) {
        sluit(kanaal);
        continue;
      }
      const wijziging = kanaal.zetNiveau(regel.niveau === 'schrijven');
      if (wijziging === 'wint') wint.push(kanaal);
      if (wijziging === 'daalt') daalt.push(kanaal);
    }
    return { verloor, wint, daalt };
  }

  /** Tells a line what it may open, when that is something else than it was told last. */
  meld(lijn: Lijn): void {
    const kanalen = [...lijn.zicht.values()];
    const tekst = JSON.stringify(kanalen);
    if (tekst === lijn.gemeld) return;
    lijn.gemeld = tekst;
    lijn.meld({ type: 'zicht', kanalen });
  }

  /** Whom this person knows by name, and so under which name cursors stand on their screen (NK20). */
  toonNamen(lijn: Lijn, kijk: Kijk | null, uitvoer: Uitvoer): void {
    if (kijk === null) return;
    const kent = new Set(kijk.bekenden().map(({ id }) => id));
    const anders = new Set(
      [...kent].filter((id) => !lijn.kent.has(id)).concat([...lijn.kent].filter((id) => !kent.has(id))),
    );
    lijn.kent = kent;
    lijn.aanTafel = kijk.aanTafel();
    lijn.zelf = { deelnemerId: kijk.ik.id, naam: kijk.ik.naam, zetel: kijk.ik.zetel };
    if (anders.size === 0) return;
    for (const kanaal of lijn.kanalen.values()) {
      for (const id of kanaal.zaal.cursors.vanAnderen(kanaal)) {
        const van = kanaal.zaal.cursors.kanaalVan(id);
        const naam = van?.lijn.zelf ?? null;
        if (van !== undefined && naam !== null && anders.has(naam.deelnemerId)) {
          uitvoer.toonCursor(kanaal, id, van, naam);
        }
      }
    }
  }

  #zichtVan(kijk: Kijk): Kanaalzicht[] {
    return kijk
      .leesbaar()
      .filter(({ id }) => kijk.leestNu(id))
      .map(({ id, tijdperk }) => ({
        kanaal: this.#nummer(id),
        compartiment: id,
        niveau: kijk.niveau(id) === 'schrijven' ? 'schrijven' : 'lezen',
        tijdperk,
      }));
  }

  /** SY1: random, per compartment and process, the same for everyone. */
  #nummer(compartimentId: string): number {
    const bekend = this.#nummers.get(compartimentId);
    if (bekend !== undefined) return bekend;
    let nummer = 0;
    while (nummer === 0 || this.#vergeven.has(nummer)) {
      nummer = Buffer.from(this.#omgeving.willekeur(4)).readUInt32BE() & HOOGSTE_KANAAL;
    }
    this.#vergeven.add(nummer);
    this.#nummers.set(compartimentId, nummer);
    return nummer;
  }
}
