import { LitElement } from 'lit';

/**
 * The base of every element here: it renders in the light DOM, so that one stylesheet reaches everything, labels and
 * ARIA ids work across elements, and the editor finds its selection.
 */
export abstract class LichtElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
