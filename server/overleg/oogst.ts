import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Oogst as Vorm } from '../../shared/contract/oogst.ts';
import type { Wie } from '../http/route.ts';
import { nietGevonden } from '../kern/weigering.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Agendakast } from './agendakast.ts';
import type { Overlegkast } from './overlegkast.ts';
import type { Reekskast } from './reekskast.ts';
import type { Tafelbladen } from './tafelblad.ts';
import type { Tafelblik } from './tafelblik.ts';
import type { Tafelkast } from './tafelkast.ts';

/** What came of an overleg (OV7): to each reader of the items at which they were, and of no other not even that it was. */
export class Oogst {
  readonly #toegang: Toegang;
  readonly #overlegkast: Overlegkast;
  readonly #reekskast: Reekskast;
  readonly #agendakast: Agendakast;
  readonly #kast: Tafelkast;
  readonly #bladen: Tafelbladen;

  constructor(behoeften: {
    toegang: Toegang;
    overlegkast: Overlegkast;
    reekskast: Reekskast;
    agendakast: Agendakast;
    tafelkast: Tafelkast;
    tafelbladen: Tafelbladen;
  }) {
    this.#toegang = behoeften.toegang;
    this.#overlegkast = behoeften.overlegkast;
    this.#reekskast = behoeften.reekskast;
    this.#agendakast = behoeften.agendakast;
    this.#kast = behoeften.tafelkast;
    this.#bladen = behoeften.tafelbladen;
  }

  /** The items of an overleg at which somebody was. @throws Weigering 404: none (NK5) */
  eisBlikken(overlegId: string, wie: Wie): readonly Tafelblik[] {
    const volgorde = this.#agendakast.op(overlegId).map(({ id }) => id);
    // What moved on to another overleg since comes last.
    const plaats = (agendapuntId: string) =>
      (volgorde.indexOf(agendapuntId) + volgorde.length + 1) % (volgorde.length + 1);
    const blikken = this.#kast
      .inOverleg(overlegId)
      .toSorted((een, ander) => plaats(een.agendapuntId) - plaats(ander.agendapuntId))
      .flatMap(({ agendapuntId }) => this.#bladen.blik(overlegId, agendapuntId, wie) ?? []);
    if (blikken.length === 0) throw nietGevonden();
    return blikken;
  }

  /** Of all of those. Looks at them: on record before it is answered (NK10). */
  haalAlle(blikken: readonly Tafelblik[]): Antwoord<'oogst.lijst'> {
    const [eerste] = blikken;
    if (eerste === undefined) throw nietGevonden();
    const { reeksId, begin } = this.#overlegkast.een(eerste.blad.overlegId) ?? eerste.overleg;
    const reeks = reeksId === null ? null : this.#reekskast.een(reeksId);
    return {
      naam: reeks?.naam ?? 'Gezinsoverleg',
      begin: new Date(begin).toISOString(),
      punten: blikken.map((blik) => this.haal(blik)),
    };
  }

  /** Of one. Looks at it. */
  haal(blik: Tafelblik): Vorm {
    this.#toegang.legOpeningVast(blik.kijk, [blik.compartiment]);
    const { casusId, open, tot, vraag, afspraken, vertelling } = this.#bladen.toon(blik);
    const { id, agendapuntId } = blik.blad;
    const { beeld } = blik.kijk;
    // OV1: who came for this alone doesn't know the casus by its label.
    const isGast = beeld.tafel.some(
      ({ tafelbladId, persoonId, als }) =>
        tafelbladId === id && persoonId === blik.wie.persoonId && als === 'gast',
    );
    const label = isGast ? '' : beeld.label;
    return { agendapuntId, casusId, label, open, tot, vraag, afspraken, vertelling };
  }
}
