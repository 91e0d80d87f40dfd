import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Antwoord } from '../../shared/contract/contract.ts';
import { eisGeenZijwaarts, eisToegankelijk, type Product, startProduct } from './opstelling.ts';
import { VRAAG, zetOverlegOp } from './overlegtafel.ts';

// What lies on the table, on the screen of who sits there (OV4).

let product: Product;

beforeEach(async () => {
  product = await startProduct();
});

afterEach(async () => {
  await product.sluit();
});

const SCHERMEN = [
  { width: 390, height: 844 },
  { width: 683, height: 384 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

test('OV4: the chair lets somebody sit down by keyboard, the table writes together, and who gets up has none of it', async () => {
  const h = await zetOverlegOp(product);
  const { page: petra } = h.petra;
  const { page: fatima } = h.fatima;
  await petra.goto(h.pad);
  await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await petra.keyboard.press('o');
  await petra.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await petra.keyboard.press('v');

  const bijPetra = petra.getByRole('region', { name: 'Tafelblad' });
  await bijPetra.getByText('Leest mee: wie aan tafel zit.').waitFor();
  const schrijf = bijPetra.getByRole('textbox', { name: 'Zo zien wij het samen' });
  await schrijf.click();
  await petra.keyboard.type('De post komt eerst.');

  // She directs the casus, and comes later: the chair lets her sit down.
  await fatima.goto(h.pad);
  await fatima.getByText('U zit nu niet aan tafel.').waitFor();
  expect(await fatima.getByText('De post komt eerst.').count()).toBe(0);
  await bijPetra.getByText('Wijzig wie aan tafel zit').press('Enter');
  await bijPetra.getByText('kijkt mee op een eigen scherm').waitFor();
  for (const scherm of SCHERMEN) {
    await petra.setViewportSize(scherm);
    await eisGeenZijwaarts(h.petra);
    await eisToegankelijk(petra, `tafelblad bij de voorzitter op ${scherm.width}`);
  }
  await bijPetra.getByRole('button', { name: /^Zet aan tafel.*Fatima El Amrani/ }).press('Enter');

  const bijFatima = fatima.getByRole('region', { name: 'Tafelblad' });
  await bijFatima.getByText('Petra van Loon').first().waitFor();
  await bijFatima.getByText('De post komt eerst.').waitFor();
  const haar = bijFatima.getByRole('textbox', { name: 'Zo zien wij het samen' });
  await haar.click();
  await fatima.keyboard.press('Control+End');
  await fatima.keyboard.type(' Fatima belt.');
  await bijPetra.getByText('De post komt eerst. Fatima belt.').waitFor();
  await bijFatima.getByText('Opgeslagen').waitFor();
  await eisToegankelijk(fatima, 'tafelblad aan tafel');
  expect(await fatima.getByText(VRAAG).count()).toBeGreaterThan(0);

  // OV6: her hand, by its key; the chair gives her the floor with one. A screen reader says nothing of it by itself.
  await fatima.getByRole('button', { name: 'Steek uw hand op' }).focus();
  await fatima.keyboard.press('h');
  await fatima.getByRole('button', { name: 'Laat uw hand zakken' }).waitFor();
  const wiePraat = petra.getByRole('region', { name: 'Wie praat en wie wil praten' });
  await wiePraat.getByText('Hand op:').waitFor();
  await wiePraat.getByRole('button', { name: 'Het woord aan Fatima El Amrani' }).focus();
  await petra.keyboard.press('b');
  await fatima.getByText('U hebt het woord.').waitFor();
  await fatima.getByRole('button', { name: 'Steek uw hand op' }).waitFor();
  for (const scherm of SCHERMEN) {
    await petra.setViewportSize(scherm);
    await eisGeenZijwaarts(h.petra);
    await eisToegankelijk(petra, `het woord geven op ${scherm.width}`);
  }
  await wiePraat.getByRole('button', { name: 'Doe een rondje' }).press('Enter');
  await wiePraat.getByText('Daarna in het rondje:').waitFor();
  await wiePraat.getByRole('button', { name: 'Stop het rondje' }).press('Enter');
  await wiePraat.getByText('Niemand heeft een hand op.').waitFor();

  // What lies on her board comes there by choice, after she saw who will read it.
  await bijFatima.getByRole('button', { name: 'Leg iets op tafel …' }).press('Enter');
  const keuze = bijFatima.getByLabel('Wat legt u op tafel?');
  await keuze.waitFor();
  await keuze.selectOption({ index: 1 });
  await bijFatima.getByText('Dan leest dit voor het eerst:').waitFor();
  await bijFatima.getByText('Petra van Loon').first().waitFor();
  await eisToegankelijk(fatima, 'iets op tafel leggen');
  await bijFatima.getByRole('button', { name: 'Zet erop' }).press('Enter');
  await bijPetra.getByRole('button', { name: /^Haal eraf/ }).waitFor();

  // A text of it as well: she sees first how it will lie there.
  await bijFatima.getByRole('button', { name: 'Leg iets op tafel …' }).press('Enter');
  await keuze.selectOption({ label: 'Een tekst van uw bord' });
  await bijFatima.getByText('Kies een tekst.').waitFor();
  const welke = bijFatima.getByLabel('Welke tekst legt u op tafel?');
  await welke.selectOption({ label: 'Houd rekening met: Inkomen en financiën' });
  await bijFatima.getByText('Zo ligt het er:').waitFor();
  const citaat = (await bijFatima.locator('blockquote').innerText()).trim();
  expect(citaat).not.toBe('');
  await bijFatima.getByText('Dan leest dit voor het eerst:').waitFor();
  for (const scherm of SCHERMEN) {
    await fatima.setViewportSize(scherm);
    await eisGeenZijwaarts(h.fatima);
    await eisToegankelijk(fatima, `een tekst op tafel leggen op ${scherm.width}`);
  }
  await bijFatima.getByRole('button', { name: 'Zet erop' }).press('Enter');
  const bijHaar = bijPetra.locator('.rt-tafelstuk__tekst', { hasText: citaat.split('\n')[0] ?? '' });
  await bijHaar.waitFor();
  await bijFatima
    .getByRole('button', { name: /^Haal eraf/ })
    .last()
    .press('Enter');
  await bijHaar.waitFor({ state: 'detached' });

  await bijPetra.getByRole('button', { name: 'Spreek iets af …' }).press('Enter');
  await petra.keyboard.type('Samen de post openen');
  await bijPetra.getByRole('checkbox', { name: 'Fatima El Amrani' }).check();
  for (const scherm of SCHERMEN) {
    await petra.setViewportSize(scherm);
    await eisGeenZijwaarts(h.petra);
    await eisToegankelijk(petra, `iets afspreken op ${scherm.width}`);
  }
  await bijPetra.getByRole('button', { name: 'Zet erop' }).press('Enter');
  await bijFatima.getByText('Samen de post openen').first().waitFor();

  await bijPetra.getByRole('button', { name: /^Haal van tafel.*Fatima El Amrani/ }).press('Enter');
  await fatima.getByText('U zit nu niet aan tafel.').waitFor();
  expect(await fatima.getByText('De post komt eerst.').count()).toBe(0);
});

test('OV7: closing asks, in place and by keyboard, who tells the household; what came of it is read by who was there, and by nobody else', async () => {
  const h = await zetOverlegOp(product, { leden: ['Jeroen Hofstra'] });
  const { page: petra } = h.petra;
  await petra.setViewportSize({ width: 1366, height: 768 });
  await petra.goto(h.pad);
  await petra.getByRole('button', { name: 'Open het overleg' }).waitFor();
  await petra.keyboard.press('o');
  await petra.getByRole('button', { name: /^Begin met casus/ }).waitFor();
  await petra.keyboard.press('v');
  const blad = petra.getByRole('region', { name: 'Tafelblad' });
  await blad.getByRole('button', { name: 'Spreek iets af …' }).press('Enter');
  await petra.keyboard.type('Samen de post openen');
  await blad.getByRole('button', { name: 'Zet erop' }).press('Enter');
  await blad.getByText('Nog niet rond').waitFor();
  await blad.getByText('wie? en wanneer?').waitFor();

  // Where it unfolds is at the lower edge of the window.
  await petra.evaluate(() => {
    const oogst = document.querySelector('rt-oogst')?.getBoundingClientRect();
    window.scrollBy(0, (oogst?.bottom ?? 0) - window.innerHeight + 60);
  });
  await petra.keyboard.press('s');
  const wie = blad.getByLabel('Wie vertelt het gezin wat er is afgesproken?');
  await wie.waitFor();
  // All of what is asked is in sight, with its button, below what leads.
  await expect
    .poll(() =>
      petra.evaluate(() => {
        const vraag = document.querySelector('rt-vertel-gezin')?.getBoundingClientRect();
        const balk = document.querySelector('rt-leiding')?.getBoundingClientRect();
        return (
          (vraag?.bottom ?? Number.POSITIVE_INFINITY) <= window.innerHeight &&
          (vraag?.top ?? 0) >= (balk?.bottom ?? 0)
        );
      }),
    )
    .toBe(true);
  expect((await h.overleg(h.petra)).stand?.fase).toBe('item');
  await expect.poll(() => wie.evaluate((veld) => veld === document.activeElement)).toBe(true);
  for (const scherm of SCHERMEN) {
    await petra.setViewportSize(scherm);
    await eisGeenZijwaarts(h.petra);
    await eisToegankelijk(petra, `wie het gezin vertelt op ${scherm.width}`);
  }
  await petra.setViewportSize({ width: 1366, height: 768 });
  // Nobody does yet: then why, and Enter closes it.
  await blad.getByRole('button', { name: 'Nu niet vertellen, omdat …' }).press('Enter');
  await petra.getByLabel('Waarom vertelt niemand het nu?').fill('Eerst bellen met school');
  await petra.keyboard.press('Enter');
  await petra.getByRole('button', { name: /^Begin met dilemma/ }).waitFor();
  await petra.getByRole('button', { name: 'Sluit het overleg …' }).press('Enter');
  await petra.getByRole('button', { name: 'Sluit het overleg', exact: true }).press('Enter');

  // She reads back what came of it, and what lay on the table.
  await petra.getByText('Dit overleg is gesloten.').waitFor();
  const oogst = petra.getByRole('region', { name: VRAAG });
  await oogst.getByText('Nu niet, omdat:').waitFor();
  await oogst.getByText('Lees het tafelblad terug').press('Enter');
  await oogst.getByText('Dit agendapunt is gesloten.').waitFor();
  for (const scherm of SCHERMEN) {
    await petra.setViewportSize(scherm);
    await eisGeenZijwaarts(h.petra);
    await eisToegankelijk(petra, `de oogst op ${scherm.width}`);
  }
  // Who directs wasn't there: she has the telling in her plan, and nothing of the table.
  const { page: fatima } = h.fatima;
  await fatima.goto(h.pad);
  await fatima.getByText('Dit overleg is gesloten.').waitFor();
  expect(await fatima.getByText('Eerst bellen met school').count()).toBe(0);
  expect(await h.fatima.ontvangen()).not.toContain('Eerst bellen met school');
  const { wachtend } = (await h.fatima.vraag<Antwoord<'werkvoorraad'>>('GET', '/werkvoorraad')).body;
  expect(wachtend.map(({ titel }) => titel)).toContain('Het gezin vertellen wat er is afgesproken');
});
