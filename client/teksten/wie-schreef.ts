import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Stuk } from '../../shared/tekst/blok.ts';
import { type GeschrevenBlok, geschrevenBlokken } from '../../shared/tekst/geschreven.ts';
import { berichtVan, roep } from '../api/api.ts';
import type { Kijk } from '../casus/kijk.ts';
import { opgemaakt, regeleinde, stukSjabloon } from '../editor/weergave.ts';
import { noemVoor } from './noemen.ts';
import { VolgtTeksten } from './volgt-teksten.ts';

/** So long what others type is gathered before it is asked anew whose it is. */
const BEZINK_MS = 700;
/** Under so many kinds of lines words stand; the number beside them goes on. */
const LIJNEN = 5;

/** Somebody whom this person knows by name; null: anybody else, who are all one (NK20). */
type Wie = string | null;

/**
 * A text with beside its words who wrote them, to read and not to type in. Whose they are the server says, of whom one
 * knows by name; what came since is somebody else's until it has been asked anew.
 */
@customElement('rt-wie-schreef')
export class RtWieSchreef extends VolgtTeksten {
  @property({ attribute: false }) kijk!: Kijk;
  @property({ attribute: false }) veld!: Veld;

  /** Whose each client id is. */
  @state() private van: ReadonlyMap<number, string> = new Map();
  @state() private stand: 'wacht' | 'er' | 'mislukt' = 'wacht';
  @state() private melding = '';
  /** What the last question was about: another text, another id in it or somebody else known asks it anew. */
  private gevraagd = '';
  private klok: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.klok);
    // NK7: nothing of who wrote what stays behind.
    this.van = new Map();
    this.gevraagd = '';
  }

  protected override beeld(): string {
    const { teksten, veld } = this;
    return `${teksten.tekst(veld)?.versie} ${teksten.helft?.versie(veld.id)}`;
  }

  protected override updated(): void {
    const nu = this.vraag();
    if (nu === this.gevraagd || !this.isConnected) return;
    const meteen = this.gevraagd === '';
    this.gevraagd = nu;
    clearTimeout(this.klok);
    this.klok = setTimeout(() => void this.haal(nu), meteen ? 0 : BEZINK_MS);
  }

  protected override render(): TemplateResult {
    const blokken = this.blokken();
    const wie = (client: number): Wie => this.wieVan(client);
    const schrijvers = [
      ...new Set(
        blokken.flatMap(({ inhoud }) =>
          inhoud.filter(({ stuk }) => isTeLezen(stuk)).map(({ client }) => wie(client)),
        ),
      ),
    ];
    // The one who may be several comes last.
    const volgorde = [
      ...schrijvers.filter((een) => een !== null),
      ...schrijvers.filter((een) => een === null),
    ];
    return html`<div class="wie-schreef" role="group" aria-label="Wie schreef dit">
      <p class="wie-schreef__kop">${this.stand === 'wacht' ? 'Een ogenblik…' : 'Wie schreef dit?'}</p>
      ${
        this.stand !== 'er'
          ? nothing
          : html`<ul class="wie-schreef__namen">
              ${volgorde.map((een, n) => html`<li>${teken(n, een)} ${this.naam(een)}</li>`)}
            </ul>`
      }
      ${
        this.melding === ''
          ? nothing
          : html`<p class="bord-tekstvak__melding" role="status">
              Wie dit schreef, is nu niet op te halen. ${this.melding}
              <button type="button" class="rt-als-link" @click=${this.opnieuw}>Probeer opnieuw</button>
            </p>`
      }
      ${opgemaakt(blokken, ({ inhoud }) => this.regel(inhoud, volgorde))}
    </div>`;
  }

  /** Runs of one person's words, each with whose they are before it. */
  private regel(inhoud: GeschrevenBlok['inhoud'], volgorde: readonly Wie[]): unknown {
    const noem = noemVoor(this.kijk);
    const lopen: { wie: Wie; stukken: Stuk[] }[] = [];
    for (const { stuk, client } of inhoud) {
      const laatste = lopen.at(-1);
      // A space is nobody's in particular.
      const wie = isTeLezen(stuk) || laatste === undefined ? this.wieVan(client) : laatste.wie;
      if (laatste?.wie === wie) laatste.stukken.push(stuk);
      else lopen.push({ wie, stukken: [stuk] });
    }
    const toont = this.stand === 'er';
    return [
      ...lopen.map(({ wie, stukken }) => {
        const woorden = stukken.map((stuk) => stukSjabloon(stuk, noem));
        const n = volgorde.indexOf(wie);
        if (!toont || n < 0) return woorden;
        return html`<span class="wie-stuk ${lijn(n, wie)}">${teken(n, wie)}<span class="rt-alleen-voorlezen">${this.naam(wie)}: </span>${woorden}</span>`;
      }),
      regeleinde(inhoud.at(-1)?.stuk),
    ];
  }

  private wieVan(client: number): Wie {
    const { kijk, teksten, veld } = this;
    if (teksten.tekst(veld)?.doc.clientID === client) return kijk.ik?.id ?? null;
    const id = this.van.get(client);
    // Whom one doesn't know any more is somebody else from now on.
    return id !== undefined && kijk.deelnemer(id) !== undefined ? id : null;
  }

  private naam(wie: Wie): string {
    const { kijk } = this;
    if (wie === null) return 'iemand anders';
    return wie === kijk.ik?.id ? 'u' : (noemVoor(kijk)('deelnemer', wie) ?? 'iemand anders');
  }

  private blokken(): readonly GeschrevenBlok[] {
    const { teksten, veld } = this;
    const tekst = teksten.tekst(veld);
    return tekst?.geladen === true ? geschrevenBlokken(tekst.veld(veld.id)) : [];
  }

  /** In a string that is another one when it has to be asked anew whose the words are. */
  private vraag(): string {
    const { kijk, teksten, veld } = this;
    const clients = new Set(this.blokken().flatMap(({ inhoud }) => inhoud.map(({ client }) => client)));
    const bekend = kijk.bord.deelnemers.map(({ id }) => id);
    return [veld.id, teksten.tekst(veld)?.versie, ...[...clients].sort(), ...bekend.sort()].join(' ');
  }

  private async haal(waarover: string): Promise<void> {
    const { kijk, veld } = this;
    try {
      const { schrijvers } = await roep('tekst.schrijvers', {
        params: { casusId: kijk.bord.id, veldId: veld.id },
      });
      if (waarover !== this.gevraagd) return;
      this.van = new Map(
        schrijvers.flatMap(({ deelnemerId, clientIds }) => clientIds.map((id) => [id, deelnemerId] as const)),
      );
      this.stand = 'er';
      this.melding = '';
    } catch (fout) {
      if (waarover !== this.gevraagd) return;
      this.stand = 'mislukt';
      this.melding = berichtVan(fout);
    }
  }

  private readonly opnieuw = () => {
    this.melding = '';
    void this.haal(this.gevraagd);
  };
}

/** The sign of somebody: a number, as in the list above; who may be several has none. */
function teken(n: number, wie: Wie): TemplateResult {
  return html`<span class="wie-teken ${lijn(n, wie)}" aria-hidden="true">${wie === null ? '?' : n + 1}</span>`;
}

function lijn(n: number, wie: Wie): string {
  return wie === null ? 'wie-ander' : `wie-${n % LIJNEN}`;
}

function isTeLezen(stuk: Stuk): boolean {
  return stuk.soort === 'vermelding' || (stuk.soort === 'tekst' && /\S/.test(stuk.tekst));
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-wie-schreef': RtWieSchreef;
  }
}
