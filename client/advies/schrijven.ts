import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ADVIESKOPPEN, type Advieskop } from '../../shared/advies.ts';
import type { Adviesvraag } from '../../shared/contract/advies.ts';
import { ADVIESLABELS as A } from '../../shared/plan/advieslabels.ts';
import { berichtVan, roep } from '../api/api.ts';
import { LichtElement } from '../ui/licht-element.ts';
import { VINK } from '../ui/tekens.ts';
import { opdrachtknoppen, opdrachtmelding, opdrachtveld } from '../vensters/formulier.ts';
import { Opdrachtcontroller } from '../vensters/opdrachtcontroller.ts';
import { tekst } from '../vensters/veld.ts';

/** So long after the last letter it is kept. */
const BEWAAR_NA_MS = 600;

type Koppen = Readonly<Record<Advieskop, string>>;

/** What is done at a question changed: it must be fetched anew. */
export class Adviesgedaan extends Event {
  /** What a screen reader says of it. */
  readonly gezegd: string;

  constructor(gezegd: string) {
    super(Adviesgedaan.naam, { bubbles: true });
    this.gezegd = gezegd;
  }

  static readonly naam = 'rt-adviesgedaan';
}

/**
 * Does something at a question, and tells the page of it what was done: the line may have said so first, and then where one
 * did it is gone already.
 * @throws what `doe` throws
 */
export async function doeBijVraag(
  waar: HTMLElement,
  doe: () => Promise<unknown>,
  gezegd: string,
): Promise<void> {
  const pagina = waar.closest('rt-advies');
  await doe();
  pagina?.dispatchEvent(new Adviesgedaan(gezegd));
}

/** Writes an advice under four headings that may be left empty; kept while one writes, until it is signed (OV11). */
@customElement('rt-advies-schrijven')
export class RtAdviesSchrijven extends LichtElement {
  @property({ attribute: false }) vraag!: Adviesvraag;
  @property({ attribute: false }) lezers = '';
  @state() private stand: 'niets' | 'bezig' | 'opgeslagen' = 'niets';
  @state() private fout = '';
  private wacht: ReturnType<typeof setTimeout> | undefined;
  private nog: Koppen | null = null;
  private onderweg = false;

  private readonly opdracht = new Opdrachtcontroller<Koppen>(this, {
    over: () => '',
    begin: () => {
      const { concept } = this.vraag;
      return {
        watIkLees: concept?.watIkLees ?? '',
        watIkAdviseer: concept?.watIkAdviseer ?? '',
        watIkNietWeet: concept?.watIkNietWeet ?? '',
        wanneerOpnieuw: concept?.wanneerOpnieuw ?? '',
      };
    },
    velden: () =>
      ADVIESKOPPEN.map((kop) =>
        tekst(kop, A[kop], { regels: REGELS[kop], magLeeg: true, uitleg: UITLEG[kop] }),
      ),
    stuur: (koppen) => this.teken(koppen),
    bewaarTussentijds: (koppen) => this.bewaarStraks(koppen),
    klaar: () => {},
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.bewaarNu();
  }

  protected override render() {
    return html`<form class="rt-opdracht rt-advies__schrijf" novalidate @submit=${this.vraagTekenen}>
      <div class="rt-opdracht__velden">
        ${opdrachtmelding(this.opdracht, 'Niet getekend')} ${ADVIESKOPPEN.map((kop) => opdrachtveld(this.opdracht, kop))}
        <p role="status" class="rt-zacht">${this.bewaard()}</p>
        <p class="rt-zacht">
          Na tekenen lezen mee: ${this.lezers}. Zij antwoorden: doen we, doen we deels, of doen we niet. Daarna kunt u
          alleen nog aanvullen.
        </p>
      </div>
      ${opdrachtknoppen(this.opdracht, { knop: 'Tekenen en geven …' })}
    </form>`;
  }

  private bewaard(): TemplateResult | string {
    if (this.fout !== '') return html`<strong>Nog niet opgeslagen.</strong> ${this.fout}`;
    if (this.stand === 'bezig') return 'Wordt opgeslagen…';
    return this.stand === 'opgeslagen'
      ? html`${VINK} Opgeslagen. Alleen u ziet dit.`
      : 'Alleen u ziet dit, tot u tekent.';
  }

  /** Signing is asked about once: what one reads closes with it. */
  private readonly vraagTekenen = (gebeurtenis: Event) => {
    gebeurtenis.preventDefault();
    const { waarden } = this.opdracht;
    if (ADVIESKOPPEN.every((kop) => waarden[kop].trim() === '')) {
      this.opdracht.bewaar(gebeurtenis);
      return;
    }
    void this.opdracht.vraagEnDoe(
      'Als u tekent, sluit wat u nu leest. Het advies verandert niet meer.',
      'Teken nu',
      () => this.teken(waarden),
    );
  };

  private async teken(koppen: Koppen): Promise<void> {
    // Nothing is kept after it was signed.
    clearTimeout(this.wacht);
    this.nog = null;
    await doeBijVraag(
      this,
      () => roep('advies.teken', { params: { adviesvraagId: this.vraag.id }, body: alsBody(koppen) }),
      'Getekend en gegeven. Wat u las, is gesloten.',
    );
  }

  private bewaarStraks(koppen: Koppen): void {
    this.nog = koppen;
    this.stand = 'bezig';
    clearTimeout(this.wacht);
    this.wacht = setTimeout(() => void this.bewaarNu(), BEWAAR_NA_MS);
  }

  /** One at a time: two on their way could arrive the other way round, and the first would say that the second is kept. */
  private async bewaarNu(): Promise<void> {
    clearTimeout(this.wacht);
    if (this.onderweg) return;
    this.onderweg = true;
    // What was typed while one was on its way follows it.
    while (this.nog !== null && (await this.stuurConcept(this.nog)));
    this.onderweg = false;
  }

  /** @returns whether it is kept */
  private async stuurConcept(koppen: Koppen): Promise<boolean> {
    this.nog = null;
    try {
      await roep('advies.bewaar', {
        params: { adviesvraagId: this.vraag.id },
        body: alsBody(koppen),
        gaatDoor: true,
      });
    } catch (fout) {
      this.fout = berichtVan(fout);
      // What was typed meanwhile is newer.
      this.nog ??= koppen;
      if (this.isConnected) this.wacht = setTimeout(() => void this.bewaarNu(), 3_000);
      return false;
    }
    this.fout = '';
    if (this.nog === null) {
      this.stand = 'opgeslagen';
      this.opdracht.isBewaard();
    }
    return true;
  }
}

const REGELS = { watIkLees: 4, watIkAdviseer: 6, watIkNietWeet: 3, wanneerOpnieuw: 2 } as const;
const UITLEG = {
  watIkLees: undefined,
  watIkAdviseer: undefined,
  watIkNietWeet: 'Wat zou u nog willen weten voordat iemand dit doet?',
  wanneerOpnieuw: 'Bijvoorbeeld: na twee maanden, met de mentor.',
} as const;

/** What is empty isn't sent. */
function alsBody(koppen: Koppen): Record<Advieskop, string | null> {
  const een = (kop: Advieskop) => koppen[kop].trim() || null;
  return {
    watIkLees: een('watIkLees'),
    watIkAdviseer: een('watIkAdviseer'),
    watIkNietWeet: een('watIkNietWeet'),
    wanneerOpnieuw: een('wanneerOpnieuw'),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-advies-schrijven': RtAdviesSchrijven;
  }
}
