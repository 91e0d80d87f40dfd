import { Synclijn } from '../../server/sync/lijn.ts';
import { bordVan, type Persoon, type Product } from '../opstelling.ts';

/** All that is saved of a casus, as this person reads it: its kaarten, and its texts as a fresh reader reads them. */
export async function leesBewaard(product: Product, casusId: string, persoon: Persoon): Promise<string> {
  const bord = await bordVan(persoon, casusId);
  const cookie = (await persoon.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const lijn = await new Synclijn(product.url, casusId, cookie).klaar();
  const delen: string[] = [JSON.stringify(bord.kaarten)];
  const open = new Set(bord.velden.map(({ compartimentId }) => compartimentId));
  for (const compartimentId of open) {
    if (lijn.kanaal(compartimentId) === undefined) continue;
    const tekst = await lijn.open(compartimentId);
    for (const { id } of bord.velden.filter((veld) => veld.compartimentId === compartimentId))
      delen.push(tekst.doc.getText(id).toString());
    tekst.doc.destroy();
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
