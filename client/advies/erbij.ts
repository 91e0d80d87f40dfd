import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Adviesreactie } from '../../shared/advies.ts';
import type { Adviesvraag } from '../../shared/contract/advies.ts';
import { ADVIESLABELS as A } from '../../shared/plan/advieslabels.ts';
import { roep } from '../api/api.ts';
import { aankondigen } from '../ui/aankondigen.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { ga } from '../ui/navigatie.ts';
import { opdrachtformulier } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { lijst, rondjes, tekst } from '../vensters/veld.ts';
import { doeBijVraag } from './schrijven.ts';

/** What the team does with an advice, in words. */
export const REACTIE: Readonly<Record<Adviesreactie, string>> = {
  doen: 'Doen we',
  deels: 'Doen we deels',
  niet: 'Doen we niet',
};

/** Says something at a question: a question back or its answer, or what is added to an advice that was signed. */
@customElement('rt-advies-zeg')
export class RtAdviesZeg extends LichtElement {
  @property({ attribute: false }) vraag!: Adviesvraag;
  /** `aanvulling`: to what was signed. */
  @property() soort: 'bericht' | 'aanvulling' = 'bericht';
  @property() label = '';

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => this.soort,
    begin: () => ({ tekst: '' }),
    velden: () => [tekst('tekst', this.label, { regels: 3 })],
    stuur: async ({ tekst: woorden }, _, poging) => {
      const params = { adviesvraagId: this.vraag.id };
      const body = { tekst: woorden.trim() };
      const zend = (): Promise<unknown> =>
        this.soort === 'bericht'
          ? roep('advies.zeg', { params, body, poging })
          : roep('advies.vulAan', { params, body, poging });
      await doeBijVraag(this, zend, 'Verstuurd.');
    },
    klaar: () => {},
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, { knop: 'Versturen', nietGelukt: 'Niet verstuurd' });
  }
}

/** The team says what it does with an advice, and why. */
@customElement('rt-advies-reactie')
export class RtAdviesReactie extends LichtElement {
  @property({ attribute: false }) vraag!: Adviesvraag;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ besluit: '', waarom: '' }),
    velden: () => [
      rondjes('besluit', A.besluit, [
        { code: 'doen', naam: REACTIE.doen },
        { code: 'deels', naam: REACTIE.deels },
        { code: 'niet', naam: REACTIE.niet },
      ]),
      tekst('waarom', A.waarom, { regels: 2 }),
    ],
    stuur: async ({ besluit, waarom }) => {
      const params = { adviesvraagId: this.vraag.id };
      const body = { besluit, waarom: waarom.trim() };
      await doeBijVraag(
        this,
        () => roep('advies.reageer', { params, body }),
        'Verstuurd. De gedragsdeskundige leest uw antwoord.',
      );
    },
    klaar: () => {},
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">De gedragsdeskundige leest uw antwoord, zonder namen.</p>`,
      knop: 'Antwoord geven',
      nietGelukt: 'Niet verstuurd',
    });
  }
}

/** Hands a question on to a colleague. */
@customElement('rt-advies-doorgeven')
export class RtAdviesDoorgeven extends LichtElement {
  @property({ attribute: false }) vraag!: Adviesvraag;

  private readonly opdracht = new Opdrachtcontroller(this, {
    over: () => '',
    begin: () => ({ medewerkerId: '' }),
    velden: () => [
      lijst(
        'medewerkerId',
        A.medewerkerId,
        this.vraag.collegas.map(({ medewerkerId, naam, organisatie }) => ({
          code: medewerkerId,
          naam: `${naam}, ${organisatie}`,
        })),
        { leegBericht: 'Kies een collega' },
      ),
    ],
    stuur: async (body) => {
      await roep('advies.geefDoor', { params: { adviesvraagId: this.vraag.id }, body });
      aankondigen('Doorgegeven. De vraag is nu bij uw collega.');
    },
    // There is nothing here for them any more.
    klaar: () => ga('/'),
  });

  protected override render() {
    return opdrachtformulier(this.opdracht, {
      onder: html`<p class="rt-zacht">Wat u schreef, gaat weg. Uw collega begint opnieuw.</p>`,
      knop: 'Doorgeven',
      nietGelukt: 'Niet doorgegeven',
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-advies-zeg': RtAdviesZeg;
    'rt-advies-reactie': RtAdviesReactie;
    'rt-advies-doorgeven': RtAdviesDoorgeven;
  }
}
