import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { LichtElement } from '../ui/licht-element.ts';
import './overleg.css';
import './overleg.ts';
import './overleggen.ts';

/** The screens of the overleg: all of mine, or one. */
@customElement('rt-overlegscherm')
export class RtOverlegscherm extends LichtElement {
  /** Null: all of mine. */
  @property({ attribute: false }) overlegId: string | null = null;

  protected override render() {
    return this.overlegId === null
      ? html`<rt-overleggen></rt-overleggen>`
      : html`${keyed(this.overlegId, html`<rt-overleg .overlegId=${this.overlegId}></rt-overleg>`)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rt-overlegscherm': RtOverlegscherm;
  }
}
