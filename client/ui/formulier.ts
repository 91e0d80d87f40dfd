import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { lengteVan, normaliseer, type Tekstvorm } from '../../shared/invoer/tekst.ts';
import './datumveld.ts';
import type { Richting } from './gezegde-datum.ts';
import './teller.ts';
import { tellerTekst } from './teller.ts';

/** What is wrong, by the id of the control that it is about. */
export type Fouten = ReadonlyMap<string, string>;

/** A choice in a list. */
export interface Keuze {
  readonly code: string;
  readonly naam: string;
}

/** What every control has: its label, what helps to fill it in, and what is wrong, tied to it for screen readers. */
interface Bediening {
  /** Unique in the page; its error stands under this id in `fouten`. */
  readonly id: string;
  readonly label: string;
  readonly uitleg?: unknown;
  /** Says "(mag leeg blijven)" after the label: most of what we ask is needed, so the exception is what we mark. */
  readonly magLeeg?: boolean;
  readonly fouten?: Fouten | undefined;
}

interface Tekstbediening extends Bediening {
  readonly waarde: string;
  readonly opInvoer: (waarde: string) => void;
  /** How many characters fit. More can be typed: it is said, and what was pasted is never cut (ST9). */
  readonly maximum?: number;
}

/** One line of text. */
export function tekstregel(
  bediening: Tekstbediening & { readonly type?: 'text' | 'search' | 'tel' },
): TemplateResult {
  return omlijst(
    bediening,
    html`<input
      class="utrecht-textbox utrecht-textbox--html-input ${klasseBijFout(bediening, 'utrecht-textbox')}"
      id=${bediening.id}
      type=${bediening.type ?? 'text'}
      dir="auto"
      autocomplete="off"
      aria-describedby=${beschrijving(bediening, teller(bediening, 'regel'))}
      aria-invalid=${fout(bediening) === undefined ? nothing : 'true'}
      .value=${live(bediening.waarde)}
      @input=${(e: Event) => bediening.opInvoer(waardeVan(e))}
    />${tellerVan(bediening, 'regel')}`,
  );
}

/** A day, as people type it. @param bediening the first and the last day that it takes, and today, `jjjj-mm-dd` */
export function datumregel(
  bediening: Tekstbediening & {
    readonly vroegst: string;
    readonly uiterst: string;
    readonly vandaag: string;
    readonly richting: Richting;
  },
): TemplateResult {
  const { id, waarde, vandaag, vroegst, uiterst, richting, opInvoer } = bediening;
  const ids = beschrijving(bediening);
  return omlijst(
    bediening,
    html`<rt-datumveld
      .veldId=${id}
      .waarde=${waarde}
      .vandaag=${vandaag}
      .vroegst=${vroegst}
      .uiterst=${uiterst}
      .richting=${richting}
      .beschrijving=${ids === nothing ? '' : ids}
      .isFout=${fout(bediening) !== undefined}
      .opInvoer=${opInvoer}
    ></rt-datumveld>`,
  );
}

/** Some lines of text. */
export function tekstvlak(bediening: Tekstbediening & { readonly regels?: number }): TemplateResult {
  return omlijst(
    bediening,
    html`<textarea
      class="utrecht-textarea utrecht-textarea--html-textarea ${klasseBijFout(bediening, 'utrecht-textarea')}"
      id=${bediening.id}
      dir="auto"
      rows=${bediening.regels ?? 4}
      aria-describedby=${beschrijving(bediening, teller(bediening, 'tekst'))}
      aria-invalid=${fout(bediening) === undefined ? nothing : 'true'}
      .value=${live(bediening.waarde)}
      @input=${(e: Event) => bediening.opInvoer(waardeVan(e))}
    ></textarea>${tellerVan(bediening, 'tekst')}`,
  );
}

/** One choice from a list. @param bediening `leeg`: the text of having chosen nothing yet; without it there is none. */
export function keuzelijst(
  bediening: Bediening & {
    readonly waarde: string;
    readonly keuzes: readonly Keuze[];
    readonly leeg?: string;
    readonly opKeuze: (code: string) => void;
  },
): TemplateResult {
  return omlijst(
    bediening,
    html`<select
      class="utrecht-select utrecht-select--html-select ${klasseBijFout(bediening, 'utrecht-select')}"
      id=${bediening.id}
      aria-describedby=${beschrijving(bediening)}
      aria-invalid=${fout(bediening) === undefined ? nothing : 'true'}
      @change=${(e: Event) => bediening.opKeuze(waardeVan(e))}
    >
      ${
        bediening.leeg === undefined
          ? nothing
          : html`<option value="" ?selected=${bediening.waarde === ''}>${bediening.leeg}</option>`
      }
      ${bediening.keuzes.map(
        ({ code, naam }) =>
          html`<option dir="auto" value=${code} ?selected=${code === bediening.waarde}>${naam}</option>`,
      )}
    </select>`,
  );
}

/** One of a few: radio buttons under a legend. */
export function keuzerondjes(
  bediening: Bediening & {
    readonly waarde: string;
    readonly keuzes: readonly Keuze[];
    readonly opKeuze: (code: string) => void;
  },
): TemplateResult {
  return groep(
    bediening,
    bediening.keuzes.map(
      ({ code, naam }) => html`<label class="rt-keuze">
        <input
          class="utrecht-radio-button utrecht-radio-button--html-input"
          type="radio"
          name=${bediening.id}
          value=${code}
          .checked=${live(code === bediening.waarde)}
          @change=${() => bediening.opKeuze(code)}
        />
        <span dir="auto">${naam}</span>
      </label>`,
    ),
  );
}

/** Any of some: checkboxes under a legend. */
export function aanvinklijst(
  bediening: Bediening & {
    readonly gekozen: readonly string[];
    readonly keuzes: readonly Keuze[];
    readonly opKeuze: (gekozen: string[]) => void;
  },
): TemplateResult {
  const { gekozen, keuzes, opKeuze } = bediening;
  return groep(
    bediening,
    keuzes.map(
      ({ code, naam }) => html`<label class="rt-keuze">
        <input
          class="utrecht-checkbox utrecht-checkbox--html-input"
          type="checkbox"
          name=${bediening.id}
          value=${code}
          .checked=${live(gekozen.includes(code))}
          @change=${(e: Event) => {
            const aan = (e.target as HTMLInputElement).checked;
            // In the order of the list, whatever the order of ticking.
            opKeuze(keuzes.map((k) => k.code).filter((c) => (c === code ? aan : gekozen.includes(c))));
          }}
        />
        <span dir="auto">${naam}</span>
      </label>`,
    ),
  );
}

/**
 * Everything that is wrong, above the form, each a link to where it is. Nothing when nothing is wrong.
 * Bring it under attention with `toonFouten`.
 */
export function foutenoverzicht(fouten: Fouten): TemplateResult | typeof nothing {
  if (fouten.size === 0) return nothing;
  return html`<div class="utrecht-alert utrecht-alert--error rt-melding rt-foutenoverzicht" tabindex="-1" role="alert">
    <span class="rt-melding__teken" aria-hidden="true">×</span>
    <div class="utrecht-alert__content">
      <p class="rt-melding__kop">
        ${fouten.size === 1 ? 'Er klopt nog iets niet' : `Er kloppen nog ${fouten.size} dingen niet`}
      </p>
      <ul class="rt-foutenoverzicht__lijst">
        ${[...fouten].map(
          ([id, bericht]) => html`<li>
            <a class="utrecht-link utrecht-link--html-a" href="#${id}" @click=${(e: Event) => naarBediening(e, id)}>
              ${bericht}</a
            >
          </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

/** Moves focus to the overview of errors in `binnen`, after it was rendered. */
export function toonFouten(binnen: HTMLElement): void {
  const overzicht = binnen.querySelector<HTMLElement>('.rt-foutenoverzicht');
  overzicht?.focus();
  overzicht?.scrollIntoView({ block: 'center' });
}

function naarBediening(gebeurtenis: Event, id: string): void {
  gebeurtenis.preventDefault();
  const plek = document.getElementById(id);
  const bediening = plek?.matches('input, select, textarea, button')
    ? plek
    : plek?.querySelector<HTMLElement>('input, select, textarea, button');
  bediening?.scrollIntoView({ block: 'center' });
  bediening?.focus();
}

/** A label, its control, and what belongs to it. */
function omlijst(bediening: Bediening, invoer: TemplateResult): TemplateResult {
  return html`<div class="utrecht-form-field rt-invoer ${klasseBijFout(bediening, 'utrecht-form-field')}">
    <label class="utrecht-form-label rt-invoer__label" for=${bediening.id}>
      ${bediening.label}${magLeeg(bediening)}
    </label>
    ${bijschrift(bediening)} ${invoer}
  </div>`;
}

/** A legend, its choices, and what belongs to them. */
function groep(bediening: Bediening, keuzes: readonly TemplateResult[]): TemplateResult {
  return html`<fieldset
    class="rt-invoer rt-groep ${klasseBijFout(bediening, 'utrecht-form-field')}"
    id=${bediening.id}
    aria-describedby=${beschrijving(bediening)}
  >
    <legend class="utrecht-form-label rt-invoer__label">${bediening.label}${magLeeg(bediening)}</legend>
    ${bijschrift(bediening)}
    <div class="rt-groep__keuzes">${keuzes}</div>
  </fieldset>`;
}

function bijschrift(bediening: Bediening): TemplateResult {
  const bericht = fout(bediening);
  return html`${
    bediening.uitleg === undefined
      ? nothing
      : html`<div class="rt-invoer__uitleg" id="${bediening.id}-uitleg">${bediening.uitleg}</div>`
  }${
    bericht === undefined
      ? nothing
      : html`<p class="rt-invoer__fout" id="${bediening.id}-fout">
          <span aria-hidden="true">× </span><span class="rt-alleen-voorlezen">Fout: </span>${bericht}
        </p>`
  }`;
}

function magLeeg(bediening: Bediening) {
  return bediening.magLeeg ? html` <span class="rt-invoer__mag-leeg">(mag leeg blijven)</span>` : nothing;
}

function beschrijving(bediening: Bediening, teller = ''): string | typeof nothing {
  const ids = [
    teller === '' ? [] : [`${bediening.id}-teller`],
    bediening.uitleg === undefined ? [] : [`${bediening.id}-uitleg`],
    fout(bediening) === undefined ? [] : [`${bediening.id}-fout`],
  ].flat();
  return ids.length === 0 ? nothing : ids.join(' ');
}

/** What the counter of a text says. */
function teller(bediening: Tekstbediening, vorm: Tekstvorm): string {
  const { maximum } = bediening;
  return maximum === undefined ? '' : tellerTekst(ruimte(bediening, vorm, maximum), maximum);
}

function tellerVan(bediening: Tekstbediening, vorm: Tekstvorm): TemplateResult | typeof nothing {
  const { maximum } = bediening;
  if (maximum === undefined) return nothing;
  return html`<rt-teller
    voor="${bediening.id}-teller"
    .maximum=${maximum}
    .ruimte=${ruimte(bediening, vorm, maximum)}
  ></rt-teller>`;
}

/** Counted as the server counts: what it takes out doesn't count. */
function ruimte({ waarde }: Tekstbediening, vorm: Tekstvorm, maximum: number): number {
  return maximum - lengteVan(normaliseer(vorm, waarde));
}

function fout(bediening: Bediening): string | undefined {
  return bediening.fouten?.get(bediening.id);
}

function klasseBijFout(bediening: Bediening, klasse: string): string {
  return fout(bediening) === undefined ? '' : `${klasse}--invalid`;
}

function waardeVan(gebeurtenis: Event): string {
  // Only bound to input, select and textarea above.
  return (gebeurtenis.target as HTMLInputElement).value;
}
