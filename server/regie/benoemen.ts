import type { TweedeHand, TweedeHandBesluit } from '../../shared/contract/tweede-hand.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Casusbeeld, Casussen } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp } from '../kern/tijd.ts';
import { Weigering } from '../kern/weigering.ts';
import { collegaVan } from './collega.ts';
import type { Overdragen } from './overdracht.ts';
import type { Overdracht, Overdrachten } from './overdrachten.ts';
import type { Tweedehandsoort } from './tweede-hand.ts';

type Benoeming = Extract<TweedeHand, { readonly soort: 'benoeming' }>;

/**
 * An offer of the regie that was refused, or that nobody answered for five working days: the procesregisseur appoints, or
 * leaves it (NK30). Not who is one of the two themselves.
 */
export class Benoemen implements Tweedehandsoort<'benoeming'> {
  readonly soort = 'benoeming';
  readonly #aanmelden: Aanmelden;
  readonly #casussen: Casussen;
  readonly #omgeving: Omgeving;
  readonly #overdrachten: Overdrachten;
  readonly #overdragen: Overdragen;

  constructor(behoeften: {
    aanmelden: Aanmelden;
    casussen: Casussen;
    omgeving: Omgeving;
    overdrachten: Overdrachten;
    overdragen: Overdragen;
  }) {
    this.#aanmelden = behoeften.aanmelden;
    this.#casussen = behoeften.casussen;
    this.#omgeving = behoeften.omgeving;
    this.#overdrachten = behoeften.overdrachten;
    this.#overdragen = behoeften.overdragen;
  }

  wacht(wie: Wie): Benoeming[] {
    if (!this.#isProcesregisseur(wie)) return [];
    return this.#overdrachten.metOpenVoorstel().flatMap((casusId) => {
      const overdracht = this.#overdragen.open(casusId);
      const beeld = overdracht === undefined ? null : this.#casussen.beeld(casusId);
      return overdracht === undefined || beeld === null
        ? []
        : (this.#alsBenoeming(wie, overdracht, beeld) ?? []);
    });
  }

  beslis(wie: Wie, id: string, { besluit, reden }: TweedeHandBesluit): boolean {
    if (!this.#isProcesregisseur(wie)) return false;
    const wacht = this.wacht(wie).some((een) => een.id === id);
    const overdracht = this.#overdrachten.een(id);
    if (overdracht === null) return false;
    // It waited for them, and another was first.
    if (!wacht && overdracht.uitkomst !== null && overdracht.procesregisseurVanaf <= overdracht.tot) {
      throw new Weigering(
        409,
        'al_besloten',
        'Hierover is al besloten. Laad de pagina opnieuw; dan ziet u wat nog op u wacht.',
      );
    }
    if (!wacht) return false;
    this.#overdragen.beslis({ wie, ik: null }, overdracht, besluit, reden);
    return true;
  }

  #alsBenoeming(wie: Wie, overdracht: Overdracht, { label, deelnemers }: Casusbeeld): Benoeming | null {
    const { id, van, tot, procesregisseurVanaf, geweigerdOp } = overdracht;
    const nu = this.#omgeving.nu();
    const regisseur = deelnemers.find((een) => een.id === overdracht.vanDeelnemerId);
    const voorgesteld = deelnemers.find((een) => een.id === overdracht.deelnemerId);
    if (regisseur === undefined || voorgesteld === undefined || procesregisseurVanaf > nu) return null;
    if ([regisseur.persoonId, voorgesteld.persoonId].includes(wie.persoonId)) return null;
    return {
      soort: 'benoeming',
      id,
      casusLabel: label,
      sinds: new Date(van).toISOString(),
      regisseur: collegaVan(regisseur),
      voorgesteld: collegaVan(voorgesteld),
      waarom: geweigerdOp === null ? 'geen_antwoord' : 'geweigerd',
      uiterlijk: datumOp(tot - 1),
    };
  }

  #isProcesregisseur({ persoonId }: Wie): boolean {
    return this.#aanmelden.medewerker(persoonId)?.rollen.includes('procesregisseur') === true;
  }
}
