import type { TemplateResult } from 'lit';
import type { Transaction } from 'yjs';
import type { Noem } from '../editor/vermelding.ts';
import { alsTekst, isLeeg, weergave } from '../editor/weergave.ts';
import type { Compartimenttekst } from '../sync/compartimenttekst.ts';
import type { Overgebleven } from '../sync/overgebleven.ts';
import { Teksten, type Tekstopties } from '../sync/teksten.ts';

/** Where a text stands: which one, in which compartment. */
export interface Plaats {
  readonly id: string;
  readonly compartimentId: string;
}

/** Somebody else changed a text that stands here. */
export interface Tekstwijziging {
  readonly veldId: string;
  /** From where they take part, when the cursors say so. */
  readonly zetel: string | null;
}

/**
 * The half of the board that knows Yjs, loaded when the board stands: the texts over their line, read without an
 * editor. What it shows it holds for no longer than `Teksten` does (NK7).
 */
export class Teksthelft {
  readonly teksten: Teksten;
  readonly #opWijziging: (wijziging: Tekstwijziging) => void;
  /** How often each text has changed, so that who shows it knows when to show it anew. */
  readonly #versies = new Map<string, number>();
  readonly #gevolgd = new Map<string, { readonly versie: number; readonly laatLos: () => void }>();

  /** @param opWijziging told of what others change, never of what came in on opening */
  constructor(opties: Tekstopties, opWijziging: (wijziging: Tekstwijziging) => void) {
    this.#opWijziging = opWijziging;
    this.teksten = new Teksten({
      ...opties,
      opVerandering: () => {
        this.#volg();
        opties.opVerandering();
      },
    });
  }

  stop(): void {
    this.teksten.stop();
    this.#volg();
    this.#versies.clear();
  }

  /** See `Teksten.stopEnHoudEigen`. */
  stopEnHoudEigen(): readonly Overgebleven[] {
    const eigen = this.teksten.stopEnHoudEigen();
    this.stop();
    return eigen;
  }

  /** How often a text changed since it came in; another number: another text. */
  versie(veldId: string): number {
    return this.#versies.get(veldId) ?? 0;
  }

  /** A text as it reads; null while it isn't here. */
  toon({ id, compartimentId }: Plaats, noem: Noem): TemplateResult | null {
    const tekst = this.#geladen(compartimentId);
    return tekst === null ? null : weergave(tekst.veld(id), noem);
  }

  /** Whether there is anything to read; null while the text isn't here. */
  isGevuld({ id, compartimentId }: Plaats): boolean | null {
    const tekst = this.#geladen(compartimentId);
    return tekst === null ? null : !isLeeg(tekst.veld(id));
  }

  /** The text without formatting, a line a block; null while it isn’t here. */
  alsTekst({ id, compartimentId }: Plaats, noem: Noem): string | null {
    const tekst = this.#geladen(compartimentId);
    return tekst === null ? null : alsTekst(tekst.veld(id), noem);
  }

  #geladen(compartimentId: string): Compartimenttekst | null {
    const tekst = this.teksten.compartiment(compartimentId);
    return tekst?.geladen === true ? tekst : null;
  }

  /** Listens to the documents that there are now, and to no other. */
  #volg(): void {
    const nu = new Map(this.teksten.compartimenten.map((tekst) => [tekst.id, tekst]));
    for (const [id, { versie, laatLos }] of this.#gevolgd) {
      if (nu.get(id)?.versie === versie) continue;
      laatLos();
      this.#gevolgd.delete(id);
    }
    for (const [id, tekst] of nu) if (!this.#gevolgd.has(id)) this.#begin(tekst);
  }

  #begin(tekst: Compartimenttekst): void {
    const { doc, versie } = tekst;
    const opTransactie = (transactie: Transaction): void => {
      const { changedParentTypes, local } = transactie;
      for (const [veldId, soort] of doc.share) {
        if (!changedParentTypes.has(soort)) continue;
        this.#versies.set(veldId, this.versie(veldId) + 1);
        if (!local && tekst.geladen) this.#opWijziging({ veldId, zetel: zetelVan(transactie, tekst) });
      }
    };
    doc.on('afterTransaction', opTransactie);
    this.#gevolgd.set(tekst.id, { versie, laatLos: () => doc.off('afterTransaction', opTransactie) });
  }
}

/** From where they take part who typed this, if there is one such zetel and its cursor is known (NK19). */
function zetelVan({ beforeState, afterState }: Transaction, { awareness }: Compartimenttekst): string | null {
  const zetels = new Set<string | null>();
  for (const [clientId, klok] of afterState) {
    if (klok <= (beforeState.get(clientId) ?? 0)) continue;
    const user: unknown = awareness.getStates().get(clientId)?.user;
    const zetel = typeof user === 'object' && user !== null && 'zetel' in user ? user.zetel : null;
    zetels.add(typeof zetel === 'string' ? zetel : null);
  }
  const [enige] = zetels;
  return zetels.size === 1 && enige !== undefined ? enige : null;
}
