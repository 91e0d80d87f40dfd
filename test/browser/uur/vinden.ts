import type { Locator } from 'playwright-core';
import type { RtEditor } from '../../../client/editor/editor.ts';
import { tekstblokken } from '../../../client/sync/yjs.ts';
import { Synclijn } from '../../server/sync/lijn.ts';
import { bordVan, type Persoon, type Product } from '../opstelling.ts';

/**
 * All that is saved of a casus, as this person reads it, with what they may open: its kaarten, and its texts as a fresh
 * reader reads them. A text once as it reads, and once for each who typed in it: where two type in one place at once, one's
 * letters can stand between the other's.
 */
export async function leesBewaard(product: Product, casusId: string, persoon: Persoon): Promise<string> {
  for (const { id, niveau, geopend } of (await bordVan(persoon, casusId)).compartimenten) {
    if (geopend || niveau === 'dat') continue;
    await persoon.vraag('POST', `/casussen/${casusId}/compartimenten/${id}/openingen`);
  }
  const bord = await bordVan(persoon, casusId);
  const cookie = (await persoon.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const lijn = await new Synclijn(product.url, casusId, cookie).klaar();
  const delen: string[] = [JSON.stringify(bord.kaarten)];
  for (const compartimentId of new Set(bord.velden.map((veld) => veld.compartimentId))) {
    // Who typed in it in many sessions may no longer write in it for a while, and reads it all the same.
    const { doc, einde } = await lijn.open(compartimentId, undefined, null, false);
    if (einde !== null) throw new Error(`niet te lezen: ${JSON.stringify(einde)}`);
    for (const { id } of bord.velden.filter((veld) => veld.compartimentId === compartimentId)) {
      const blokken = tekstblokken(doc.getText(id));
      delen.push(...blokken.map(({ stukken }) => stukken.map(({ tekst }) => tekst).join('')));
      const perId = new Map<number, string>();
      for (const { client, tekst } of blokken.flatMap(({ stukken }) => stukken))
        perId.set(client, `${perId.get(client) ?? ''}${tekst}`);
      delen.push(...perId.values());
    }
    doc.destroy();
  }
  lijn.trekUit();
  return delen.join('\n');
}

/** What this person's browser keeps of what they typed and isn't saved, of forms and texts (ST15). */
export async function leesKlad(persoon: Persoon): Promise<readonly string[]> {
  const { body } = await persoon.vraag<{ medewerkerId: string; kladsleutel: string }>(
    'GET',
    '/sessies/huidige',
  );
  return await persoon.page.evaluate(async ({ medewerkerId, kladsleutel }) => {
    const bytes = (tekst: string) => Uint8Array.from(atob(tekst), (teken) => teken.charCodeAt(0));
    const sleutel = await crypto.subtle.importKey('raw', bytes(kladsleutel), 'AES-GCM', false, ['decrypt']);
    const additionalData = new TextEncoder().encode(medewerkerId);
    const gelezen: string[] = [];
    for (const [naam, waarde] of Object.entries({ ...localStorage })) {
      if (!naam.startsWith(`regietafel:klad1:${medewerkerId}:`)) continue;
      const alles = bytes(String(waarde).split('.')[1] ?? '');
      const algoritme = { name: 'AES-GCM', iv: alles.subarray(0, 12), additionalData };
      const open = await crypto.subtle.decrypt(algoritme, sleutel, alles.subarray(12));
      gelezen.push(new TextDecoder().decode(open));
    }
    return gelezen;
  }, body);
}

/** What stands in fields on the screen, such as what is offered to copy. */
export async function leesVakken({ page }: Persoon): Promise<string> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')]
      .map(({ value }) => value)
      .join('\n'),
  );
}

/** What stands in an editor: as it reads, and of each id under which somebody typed in it, apart (see `leesBewaard`). */
export function leesLetters(vlak: Locator): Promise<string> {
  return vlak.evaluate((element) => {
    const veld = (element.closest('rt-editor') as RtEditor | null)?.tekst; // its tag's class
    if (veld == null) throw new Error('hier is geen tekst open');
    let alles = '';
    const perId = new Map<number, string>();
    for (let item = veld._start; item !== null; item = item.right) {
      const { client } = item.id;
      const tekst = item.deleted || !('str' in item.content) ? '' : String(item.content.str);
      // Between blocks stands what isn't text.
      alles += tekst === '' && !item.deleted ? ' ' : tekst;
      perId.set(client, `${perId.get(client) ?? ''}${tekst}`);
    }
    return [alles, ...perId.values()].join('\n');
  });
}
