import { html, type LitElement, type TemplateResult } from 'lit';
import { KNOP } from '../ui/knop.ts';
import { magWeg } from '../ui/onbewaard.ts';

/** Beside the button of a form that unfolded in the page: folds it again, and asks first about what was typed (ST15). */
export function opzijknop(formulier: LitElement): TemplateResult {
  const opzij = async () => {
    if (await magWeg(formulier)) formulier.dispatchEvent(new Event('opzij', { bubbles: true }));
  };
  return html`<button type="button" class=${KNOP.rustig} @click=${opzij}>Laat maar</button>`;
}

/**
 * Puts focus on the first that can be filled in or pressed in what just unfolded, with all of it in sight where it fits:
 * its button too. @param binnen where it stands
 */
export async function naarUitgeklapt(binnen: LitElement, wat: string): Promise<void> {
  await binnen.updateComplete;
  const formulier = binnen.querySelector<LitElement>(wat);
  await formulier?.updateComplete;
  formulier?.scrollIntoView({ block: 'nearest' });
  formulier?.querySelector<HTMLElement>('select, input, textarea, button')?.focus();
}
