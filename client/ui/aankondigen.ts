/** Long enough between emptying and filling for a screen reader to hear the same text twice. */
const PAUZE_MS = 60;

let gebied: HTMLElement | undefined;
let wacht: ReturnType<typeof setTimeout> | undefined;

/** Makes the one live region of the page. Called at the start: a region that comes with its text is often not read. */
export function maakAankondiger(): void {
  if (gebied?.isConnected) return;
  gebied = document.createElement('div');
  gebied.className = 'rt-alleen-voorlezen';
  gebied.setAttribute('aria-live', 'polite');
  gebied.setAttribute('role', 'status');
  document.body.append(gebied);
}

/**
 * Has a screen reader say `tekst` when it has finished what it is saying. Later calls replace earlier ones.
 * Behind an open dialog the page is silent: an error there is a `<rt-melding>` in the dialog itself.
 */
export function aankondigen(tekst: string): void {
  maakAankondiger();
  clearTimeout(wacht);
  if (gebied) gebied.textContent = '';
  wacht = setTimeout(() => {
    if (gebied) gebied.textContent = tekst;
  }, PAUZE_MS);
}
