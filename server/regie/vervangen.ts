import type { TweedeHandVanzelf, WaarTeNemen } from '../../shared/contract/tweede-hand.ts';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Casusbeeld, Casussen, Deelneming, Waarneming } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp } from '../kern/tijd.ts';
import { kanNiet, verwijzingOnbekend } from '../kern/weigering.ts';
import { isBekwaam } from './bekwaam.ts';
import { collegaVan } from './collega.ts';
import type { Waarnemen } from './waarnemen.ts';

type NieuweWaarneming = Extract<TweedeHandVanzelf, { readonly soort: 'waarneming' }>;

/** What of it is about standing in. */
type Waarneemvraag = Exclude<TweedeHandVanzelf, { readonly soort: 'bevestiging' }>;

/** Of which people somebody may say who stands in for them. */
interface Bereik {
  /** Whom they lead. */
  readonly mensen: ReadonlySet<string>;
  /** As procesregisseur, for every regisseur, somebody of the municipality. */
  readonly overal: boolean;
}

/**
 * When a regisseur can't, their supervisor or the procesregisseur names who stands in, or lets that end (NK30): of the casussen of their own
 * people by label, out of their own people who take part there. Never themselves: it would give them sight.
 */
export class Vervangen {
  readonly #aanmelden: Aanmelden;
  readonly #casussen: Casussen;
  readonly #omgeving: Omgeving;
  readonly #regels: Regelboek;
  readonly #waarnemen: Waarnemen;

  constructor(behoeften: {
    aanmelden: Aanmelden;
    casussen: Casussen;
    omgeving: Omgeving;
    regels: Regelboek;
    waarnemen: Waarnemen;
  }) {
    this.#aanmelden = behoeften.aanmelden;
    this.#casussen = behoeften.casussen;
    this.#omgeving = behoeften.omgeving;
    this.#regels = behoeften.regels;
    this.#waarnemen = behoeften.waarnemen;
  }

  /** Casussen in which this person can name who stands in. */
  lijst(wie: Wie): WaarTeNemen[] {
    return this.#bereikbaar(wie).map(({ beeld, houder, kandidaten }) => {
      const eerste = this.#eersteIn(beeld);
      return {
        casusLabel: beeld.label,
        regisseur: collegaVan(houder),
        waarneming:
          eerste === undefined ? null : { van: datumOp(eerste.van), totEnMet: datumOp(eerste.tot - 1) },
        kandidaten: kandidaten.map(collegaVan),
      };
    });
  }

  /** What this person does unasked. @returns the waarneming's id @throws Weigering 409, 422 */
  doe(wie: Wie, vraag: Waarneemvraag): string {
    return vraag.soort === 'waarneming' ? this.#stelIn(wie, vraag) : this.#stop(wie, vraag.casusLabel);
  }

  /** What asking it again answers (ST13), or null: what was named isn't there any more. */
  gedaan(wie: Wie, vraag: Waarneemvraag, waarnemingId: string): string | null {
    const casusId = this.casusVan(wie, vraag.casusLabel);
    if (casusId === null) return null;
    const isEr = this.#casussen.feiten.waarnemingenVan(casusId).some(({ id }) => id === waarnemingId);
    return isEr === (vraag.soort === 'waarneming') ? waarnemingId : null;
  }

  /** The one that runs, or the first that is planned, ends; the regie is back when this returns. */
  #stop(wie: Wie, casusLabel: string): string {
    const beeld = this.#metLabel(wie, casusLabel)?.beeld;
    const eerste = beeld && this.#eersteIn(beeld);
    if (beeld === undefined || eerste === undefined) throw verwijzingOnbekend('casusLabel');
    this.#waarnemen.stopVanBuiten({ wie, ik: null }, beeld, eerste);
    return eerste.id;
  }

  #eersteIn({ id }: Casusbeeld): Waarneming | undefined {
    return this.#casussen.feiten.waarnemingenVan(id)[0];
  }

  #stelIn(wie: Wie, vraag: NieuweWaarneming): string {
    const { casusLabel, medewerkerId, van, tot, reden } = vraag;
    const casus = this.#metLabel(wie, casusLabel);
    if (medewerkerId === wie.persoonId) {
      throw kanNiet(
        'niet_voor_uzelf',
        'U kunt niet uzelf noemen. Kies een collega, of vraag de procesregisseur.',
        [{ veld: 'medewerkerId', bericht: 'kies een collega' }],
      );
    }
    const kandidaat = casus?.kandidaten.find(({ persoonId }) => persoonId === medewerkerId);
    if (casus === undefined) throw verwijzingOnbekend('casusLabel');
    if (kandidaat === undefined) throw verwijzingOnbekend('medewerkerId');
    return this.#waarnemen.stelInVanBuiten({ wie, ik: null }, casus.beeld, kandidaat, { van, tot }, reden);
  }

  /** The casus that this person means by a label, or null: none of theirs. */
  casusVan(wie: Wie, label: string): string | null {
    return this.#metLabel(wie, label)?.beeld.id ?? null;
  }

  #metLabel(wie: Wie, label: string) {
    return this.#bereikbaar(wie).find(({ beeld }) => beeld.label === label);
  }

  #bereikbaar(wie: Wie): { beeld: Casusbeeld; houder: Deelneming; kandidaten: readonly Deelneming[] }[] {
    const bereik = this.#bereik(wie);
    if (!bereik.overal && bereik.mensen.size === 0) return [];
    return this.#casussen.metRegieVan(bereik.overal ? null : [...bereik.mensen]).flatMap((casusId) => {
      const beeld = this.#casussen.beeld(casusId);
      const houder = beeld?.deelnemers.find(({ houdtRegie }) => houdtRegie);
      if (beeld === null || houder === undefined || beeld.status === 'afgesloten') return [];
      // Never for themselves, and not about themselves: that is theirs inside the casus.
      if (houder.persoonId === wie.persoonId) return [];
      const kandidaten = beeld.deelnemers.filter(
        (een) =>
          !een.houdtRegie &&
          een.persoonId !== wie.persoonId &&
          een.van <= this.#omgeving.nu() &&
          (bereik.mensen.has(een.persoonId) || (bereik.overal && !een.buitenGemeente)) &&
          isBekwaam(een, this.#regels),
      );
      return [{ beeld, houder, kandidaten }];
    });
  }

  #bereik({ persoonId }: Wie): Bereik {
    return {
      mensen: this.#aanmelden.geleidDoor(persoonId),
      overal: this.#aanmelden.medewerker(persoonId)?.rollen.includes('procesregisseur') === true,
    };
  }
}
