/**
 * Class names of buttons, and of links that look like one.
 * @example html`<button type="button" class=${KNOP.hoofd} @click=${…}>Casus inbrengen</button>`
 */
export const KNOP = {
  /** The one thing that this screen or dialog is for. */
  hoofd: 'utrecht-button utrecht-button--primary-action',
  /** Everything else that one can do. */
  gewoon: 'utrecht-button utrecht-button--secondary-action',
  /** A lesser action beside others. */
  rustig: 'utrecht-button utrecht-button--subtle',
  /** Takes something away. */
  weg: 'utrecht-button utrecht-button--secondary-action utrecht-button--danger',
} as const;

/** Added to a button where many stand together, as on the board; still 24 px and more to aim at. */
export const KLEIN = 'rt-knop--klein';
