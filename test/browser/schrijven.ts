import type { CDPSession, Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { RtEditor } from '../../client/editor/editor.ts';
import { bordVan, type Persoon } from './opstelling.ts';

// How somebody writes in the texts of the board: by what they read and hear there, as `Houd rekening met bij wonen`.

/** Goes typing along in a text. @returns where one types */
export async function typSamen({ page }: Persoon, tekst: string): Promise<Locator> {
  const schakelaar = page.getByRole('switch', { name: `Samen typen: ${tekst}`, exact: true });
  await schakelaar.click();
  const vlak = page.getByRole('textbox', { name: tekst, exact: true });
  await vlak.waitFor();
  return vlak;
}

/** Begins a concept for a text, or goes on with it. @returns where one types */
export async function beginConcept({ page }: Persoon, tekst: string): Promise<Locator> {
  await page.getByRole('button', { name: metUitleg('Schrijven', tekst) }).click();
  const vlak = page.getByRole('textbox', { name: `Uw concept bij: ${tekst}`, exact: true });
  await vlak.waitFor();
  return vlak;
}

/** A button of which the rest of the name is only read out: `Schrijven: Houd rekening met bij wonen`. */
export function metUitleg(knop: string, waarvan: string): RegExp {
  return new RegExp(`^${knop}\\s*: ${waarvan.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

/** Types on a line of its own at the end of a text. */
export async function typOnderaan(vlak: Locator, regel: string): Promise<void> {
  await naarEinde(vlak);
  await typEronder(vlak, regel);
}

/** Types on a new line below where one stands. */
export async function typEronder(vlak: Locator, regel: string): Promise<void> {
  const { keyboard } = vlak.page();
  await keyboard.press('Enter');
  await keyboard.type(regel);
}

/** The same in one piece, as from a dictation: over the line it is one string. */
export async function zetOnderaan(vlak: Locator, regel: string): Promise<void> {
  const { keyboard } = vlak.page();
  await naarEinde(vlak);
  await keyboard.press('Enter');
  await keyboard.insertText(regel);
}

/** Puts the caret at the end, and waits until the editor knows: it reads it a moment after the browser moved it. */
export async function naarEinde(vlak: Locator): Promise<void> {
  await vlak.focus();
  await expect
    .poll(async () => {
      await vlak.page().keyboard.press('Control+End');
      return await vlak.evaluate((element) => {
        const { state } = (element.closest('rt-editor') as RtEditor | null)?.view ?? {}; // its tag's class
        if (state === undefined) return false;
        const { $head, empty } = state.selection;
        return empty && $head.pos === $head.end() && $head.after(1) === state.doc.content.size;
      });
    })
    .toBe(true);
}

/** Waits until a text reads like this somewhere. */
export async function staatEr({ page }: Persoon, zin: string): Promise<void> {
  await page.getByText(zin).first().waitFor();
}

/** What stands in an editor, without names at cursors. */
export function inhoudVan(vlak: Locator): Promise<string> {
  return vlak.evaluate((element) => {
    const kopie = element.cloneNode(true) as HTMLElement; // a clone of an element is one
    for (const cursor of kopie.querySelectorAll('.rt-cursor')) cursor.remove();
    return [...kopie.querySelectorAll('[data-blok]')]
      .map((regel) => (regel.textContent ?? '').replaceAll('\u2060', ''))
      .join('\n');
  });
}

/** Where "houd rekening met" at gezondheid, over moeder, stands in the API. */
export async function plekBijGezondheid(
  persoon: Persoon,
  casusId: string,
): Promise<{ compartimentId: string; veldId: string }> {
  const { leden, compartimenten, velden } = await bordVan(persoon, casusId);
  const moeder = leden.find(({ rol }) => rol === 'moeder');
  const plek = compartimenten.find(({ categorie, lidId }) => categorie === 'hulp' && lidId === moeder?.id);
  const veld = velden.find(
    ({ compartimentId, leefgebied }) => compartimentId === plek?.id && leefgebied === 'gezondheid',
  );
  if (veld === undefined) throw new Error('de demo heeft deze tekst niet');
  return { compartimentId: veld.compartimentId, veldId: veld.id };
}

/** The saving state at the head of the board. */
export async function wachtOpOpgeslagen({ page }: Persoon): Promise<void> {
  await page.getByText(/Alles opgeslagen/).waitFor();
}

/** The debugger of a page: for input methods and for what is in memory. */
export function onderDeMotorkap({ page, context }: Persoon): Promise<CDPSession> {
  return context.newCDPSession(page);
}

/** All strings that the page still holds after collecting garbage. */
export async function geheugenVan(persoon: Persoon): Promise<string> {
  const cdp = await onderDeMotorkap(persoon);
  const delen: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => delen.push(chunk));
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await cdp.detach();
  const heel = delen.join('');
  expect(heel.length).toBeGreaterThan(0);
  return heel;
}
