import type { Beurt, Gesprek, Spreker } from '../../shared/contract/gesprek.ts';
import type { Wie } from '../http/route.ts';
import type { Stappen } from '../kern/stap.ts';
import { verwijzingOnbekend } from '../kern/weigering.ts';
import type { Overlegrij } from './overlegkast.ts';
import type { Tafelbladen, Zitplaats } from './tafelblad.ts';
import type { Tafelblik } from './tafelblik.ts';
import { eisOpen } from './tafelstukken.ts';

/** By the places in which people sit: who gets up and sits down again begins anew. */
interface Stand {
  readonly bladId: string;
  readonly handen: readonly string[];
  readonly beurt: string | null;
  readonly ronde: readonly string[] | null;
}

/**
 * Who speaks at a table, who wants to, and who is still to come in a round (OV6): in memory, of what is open now, and gone
 * with it. Told to nobody but who sits there.
 */
export class Gesprekken {
  readonly #stappen: Stappen;
  readonly #tafelbladen: Tafelbladen;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;
  /** By overleg: it has one table at a time. */
  readonly #standen = new Map<string, Stand>();

  constructor(behoeften: {
    stappen: Stappen;
    tafelbladen: Tafelbladen;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
  }) {
    this.#stappen = behoeften.stappen;
    this.#tafelbladen = behoeften.tafelbladen;
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** As somebody sees it; null: they don't sit at a table of this overleg now. */
  van({ id, agendapuntId }: Overlegrij, wie: Wie): Gesprek | null {
    const blik = agendapuntId === null ? null : this.#tafelbladen.blik(id, agendapuntId, wie);
    if (blik === null) return null;
    const zitplaatsen = this.#tafelbladen.zitplaatsen(blik);
    const ik = zitplaatsen.find(({ persoonId }) => persoonId === wie.persoonId);
    if (ik === undefined) return null;
    const { handen, beurt, ronde } = this.#stand(blik);
    const noem = (plaatsIds: readonly string[]): Spreker[] =>
      plaatsIds.flatMap((plaatsId) => {
        const zitplaats = zitplaatsen.find((een) => een.plaatsId === plaatsId);
        return zitplaats === undefined ? [] : [spreker(zitplaats)];
      });
    return {
      agendapuntId: blik.blad.agendapuntId,
      ik: ik.genoot.id,
      aanTafel: zitplaatsen.map(spreker),
      handen: noem(handen),
      beurt: beurt === null ? null : (noem([beurt])[0] ?? null),
      ronde: ronde === null ? null : noem(ronde),
    };
  }

  /** Raises a hand or lets it down; who has it up already keeps their place in the row. @throws Weigering 403 */
  steekOp(blik: Tafelblik, op: boolean): void {
    eisOpen(blik);
    const ik = this.#tafelbladen
      .zitplaatsen(blik)
      .find(({ persoonId }) => persoonId === blik.wie.persoonId)?.plaatsId;
    const stand = this.#stand(blik);
    if (ik === undefined || stand.handen.includes(ik) === op) return;
    this.#zet(blik, {
      ...stand,
      handen: op ? [...stand.handen, ik] : stand.handen.filter((een) => een !== ik),
    });
  }

  /** Who has the floor from now on, whose hand goes down by it, and who is still to come. @throws Weigering 422 */
  geefBeurt(blik: Tafelblik, { wie, ronde }: Beurt): void {
    const zitplaatsen = this.#tafelbladen.zitplaatsen(blik);
    const plaats = (veld: 'wie' | 'ronde', id: string): string => {
      const zitplaats = zitplaatsen.find(({ genoot }) => genoot.id === id);
      if (zitplaats === undefined) throw verwijzingOnbekend(veld);
      return zitplaats.plaatsId;
    };
    const beurt = wie === null ? null : plaats('wie', wie);
    const { bladId, handen } = this.#stand(blik);
    this.#zet(blik, {
      bladId,
      handen: handen.filter((een) => een !== beurt),
      beurt,
      ronde: ronde === null ? null : [...new Set(ronde.map((id) => plaats('ronde', id)))],
    });
  }

  #zet({ overleg }: Tafelblik, stand: Stand): void {
    this.#stappen.doe(() => {
      if (stand.handen.length === 0 && stand.beurt === null && stand.ronde === null)
        this.#standen.delete(overleg.id);
      else this.#standen.set(overleg.id, stand);
      this.#bijVerandering([overleg.id]);
    });
  }

  #stand({ overleg, blad }: Tafelblik): Stand {
    const stand = this.#standen.get(overleg.id);
    return stand?.bladId === blad.id ? stand : { bladId: blad.id, handen: [], beurt: null, ronde: null };
  }
}

function spreker({ genoot: { id, naam } }: Zitplaats): Spreker {
  return { id, naam };
}
