import { html, nothing, type TemplateResult } from 'lit';
import { WACHT_OP_ANTWOORD } from '../api/poging.ts';
import { foutenoverzicht } from '../ui/formulier.ts';
import { KNOP } from '../ui/knop.ts';
import '../ui/melding.ts';
import { opsomming } from '../ui/opsomming.ts';
import type { Opdrachtcontroller } from './opdrachtcontroller.ts';
import { bediening, isLeeg, type Veld, voluitVan, type Waarden } from './veld.ts';
import { waarschuwing } from './waarschuwing.ts';
import './vensters.css';

interface Delen {
  /** Above the fields. */
  readonly boven?: unknown;
  /** Below the fields, above the buttons. */
  readonly onder?: unknown;
  /** On the button that sends it. */
  readonly knop?: string;
  /** That button takes something away. */
  readonly neemtWeg?: true;
  /** Beside that button: what else can be done, such as removing. */
  readonly ernaast?: unknown;
  /** One of several forms in a window: its button stands beside its one field. */
  readonly klein?: true;
  /** The heading of a refusal. */
  readonly nietGelukt?: string;
}

/** The form of a command: what is wrong, its fields, its buttons, and in their place a question that must be answered first. */
export function opdrachtformulier<W extends Waarden>(
  opdracht: Opdrachtcontroller<W>,
  delen: Delen = {},
): TemplateResult {
  return html`<form
    class="rt-opdracht ${delen.klein ? 'rt-opdracht--klein' : ''}"
    novalidate
    @submit=${opdracht.bewaar}
  >
    <div class="rt-opdracht__velden">
      ${opdrachtmelding(opdracht, delen.nietGelukt)} ${delen.boven ?? nothing}
      ${opdracht.velden.filter(({ meer: onderMeer }) => !onderMeer).map((veld) => eenVeld(opdracht, veld))}
      ${meer(opdracht)} ${delen.onder ?? nothing}
    </div>
    ${opdrachtknoppen(opdracht, delen)}
  </form>`;
}

/** What most people leave as it is: folded, unless something stands in it, or is wrong there. */
function meer<W extends Waarden>(opdracht: Opdrachtcontroller<W>): TemplateResult | typeof nothing {
  const velden = opdracht.velden.filter((veld) => veld.meer);
  if (velden.length === 0) return nothing;
  const open = velden.some(
    ({ naam, vanzelf = '' }) =>
      opdracht.fouten.has(opdracht.id(naam)) ||
      opdracht.samen?.botsingen.has(naam) === true ||
      !(isLeeg(opdracht.waarden[naam] ?? '') || opdracht.waarden[naam] === vanzelf),
  );
  return html`<details class="rt-opdracht__meer rt-vouw" ?open=${open}>
    <summary>Meer <span class="rt-zacht">${velden.map(({ label }) => label.replace(/[?.]$/, '').toLowerCase()).join(', ')}</span></summary>
    ${velden.map((veld) => eenVeld(opdracht, veld))}
  </details>`;
}

/** What is wrong, and what others changed meanwhile: above the fields, for a form with a layout of its own. */
export function opdrachtmelding<W extends Waarden>(
  opdracht: Opdrachtcontroller<W>,
  nietGelukt = 'Niet bewaard',
): TemplateResult {
  const melding = html`<div class="rt-opdracht__melding" tabindex="-1">
    <rt-melding soort="fout" kop=${nietGelukt} .inhoud=${opdracht.melding}></rt-melding>
  </div>`;
  return html`${opdracht.isTeruggevonden ? eerder(opdracht) : nothing} ${opdracht.heeftRest ? REST : nothing} ${foutenoverzicht(opdracht.fouten)} ${opdracht.melding === '' ? nothing : melding}
  ${anderen(opdracht)}`;
}

/** ST15: it went on its way, and one went on typing. */
const REST = html`<div class="rt-opdracht__melding" tabindex="-1">
  <rt-melding
    soort="let-op"
    kop="Bewaard, maar niet wat u daarna typte"
    .inhoud=${'U typte door terwijl het bewaren bezig was. Dat staat hieronder nog. Haal weg wat al bewaard is, en bewaar de rest.'}
  ></rt-melding>
</div>`;

/** ST15: it goes on with what was left in it. */
function eerder<W extends Waarden>({ beginOpnieuw }: Opdrachtcontroller<W>): TemplateResult {
  return html`<rt-melding
    soort="info"
    kop="Wat u eerder invulde staat er nog"
    .inhoud=${html`<p>
      Het is nog niet opgeslagen.
      <button type="button" class="rt-als-link" @click=${beginOpnieuw}>Begin opnieuw</button>
    </p>`}
  ></rt-melding>`;
}

/** One field, where a layout has it; nothing while the form doesn't have it. */
export function opdrachtveld<W extends Waarden>(
  opdracht: Opdrachtcontroller<W>,
  naam: keyof W & string,
): TemplateResult | typeof nothing {
  const veld = opdracht.velden.find((een) => een.naam === naam);
  return veld === undefined ? nothing : eenVeld(opdracht, veld);
}

function eenVeld<W extends Waarden>(
  opdracht: Opdrachtcontroller<W>,
  veld: Veld<keyof W & string>,
): TemplateResult {
  const { naam } = veld;
  const zet = (waarde: W[keyof W & string]) => {
    // One field of W, by its name and with its own kind of value.
    const deel: Partial<W> = {};
    deel[naam] = waarde;
    opdracht.zet(deel);
  };
  return html`${bediening(
    opdracht.id(naam),
    veld,
    opdracht.waarden[naam] ?? '',
    opdracht,
    // A control gives the kind of value that its field holds.
    (waarde) => zet(waarde as W[keyof W & string]),
  )}${waarschuwing(veld, opdracht.waarden[naam] ?? '', opdracht.kent, opdracht.vandaag)}${botsing(opdracht, veld)}`;
}

/** ST14: both changed this field; which of the two is to stand there. */
function botsing<W extends Waarden>(
  opdracht: Opdrachtcontroller<W>,
  veld: Veld<keyof W & string>,
): TemplateResult | typeof nothing {
  const ander = opdracht.samen?.botsingen.get(veld.naam);
  if (ander === undefined) return nothing;
  const id = `${opdracht.id(veld.naam)}-botsing`;
  return html`<div class="rt-botsing" role="group" aria-labelledby=${id}>
    <p id=${id}><strong>Iemand anders wijzigde dit ook.</strong> Wat moet er komen te staan?</p>
    <dl>
      <div>
        <dt>De ander schreef</dt>
        <dd><bdi>${voluitVan(veld, ander, opdracht.vandaag)}</bdi></dd>
      </div>
      <div>
        <dt>U schreef</dt>
        <dd><bdi>${voluitVan(veld, opdracht.waarden[veld.naam] ?? '', opdracht.vandaag)}</bdi></dd>
      </div>
    </dl>
    <div class="rt-acties">
      <button type="button" class=${KNOP.gewoon} @click=${() => opdracht.kies(veld.naam, 'ander')}>
        Neem over van de ander<span class="rt-alleen-voorlezen">: ${veld.label}</span>
      </button>
      <button type="button" class=${KNOP.gewoon} @click=${() => opdracht.kies(veld.naam, 'mijn')}>
        Houd wat ik schreef<span class="rt-alleen-voorlezen">: ${veld.label}</span>
      </button>
    </div>
  </div>`;
}

/** What others did meanwhile to what this form is about. */
function anderen<W extends Waarden>({
  samen,
  velden,
}: Opdrachtcontroller<W>): TemplateResult | typeof nothing {
  if (samen?.isWeg) {
    return html`<div class="rt-opdracht__melding" tabindex="-1">
      <rt-melding
        soort="let-op"
        kop="Iemand heeft dit intussen weggehaald"
        .inhoud=${'Wat u typte, staat hieronder nog. Kopieer wat u wilt houden.'}
      ></rt-melding>
    </div>`;
  }
  const namen = velden.filter(({ naam }) => samen?.ingenomen.has(naam)).map(({ label }) => `‘${label}’`);
  const zin =
    namen.length === 0
      ? ''
      : `Iemand anders wijzigde intussen ${opsomming(namen)}. Dat staat hier nu ook zo.`;
  // Empty as well: what a screen reader is to hear must come into what stood there.
  return html`<p class="rt-opdracht__ingenomen" role="status">${zin}</p>`;
}

/** The buttons below the fields, or the question that takes their place. */
export function opdrachtknoppen<W extends Waarden>(
  opdracht: Opdrachtcontroller<W>,
  delen: Delen = {},
): TemplateResult {
  const { vraagNu, bezig } = opdracht;
  const vraag =
    vraagNu === null
      ? nothing
      : html`<div class="rt-opdracht__vraag" role="group" aria-labelledby=${opdracht.id('vraag')}>
          <p id=${opdracht.id('vraag')}>${vraagNu.tekst}</p>
          <div class="rt-acties">
            <button type="button" class=${KNOP.gewoon} @click=${() => vraagNu.antwoord(false)}>Nee, terug</button>
            <button type="button" class=${KNOP.weg} @click=${() => vraagNu.antwoord(true)}>${vraagNu.ja}</button>
          </div>
        </div>`;
  if (opdracht.samen?.isWeg) return html`${vraag}`;
  // Empty as well: what a screen reader is to hear must come into what stood there.
  const wacht = html`<p class="rt-opdracht__wacht" role="status">${opdracht.wachtOpAntwoord ? WACHT_OP_ANTWOORD : ''}</p>`;
  // Hidden behind a question, not gone: focus goes back to where it came from.
  return html`${vraag} ${wacht}
    <div class="rt-opdracht__onderkant rt-acties" ?hidden=${vraagNu !== null}>
      <button type="submit" class=${delen.neemtWeg ? KNOP.weg : KNOP.hoofd} aria-disabled=${bezig ? 'true' : nothing}>
        ${bezig ? 'Bezig…' : (delen.knop ?? 'Bewaren')}
      </button>
      ${delen.ernaast ?? nothing}
    </div>`;
}
