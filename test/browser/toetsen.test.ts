import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aanTafel, type Persoon, type Product, startProduct } from './opstelling.ts';
import { beginConcept } from './schrijven.ts';
import { leesTekst, zetTekst } from './toetsenbord.ts';

// Keys of a keyboard as people know them, each held against the text and the caret.

const GELDZAKEN = 'Houd rekening met bij inkomen en financiën';

let product: Product;
let fatima: Persoon;
let vlak: Locator;

beforeAll(async () => {
  product = await startProduct();
  ({
    mensen: { 'Fatima El Amrani': fatima },
  } = await aanTafel(product, ['Fatima El Amrani']));
  vlak = await beginConcept(fatima, GELDZAKEN);
});

afterAll(async () => {
  await product.sluit();
});

type Geval = readonly [naam: string, van: readonly string[], toetsen: string, naar: readonly string[]];

/** Keys with a space between them; what isn't the name of a key is typed. */
async function tik(toetsen: string): Promise<void> {
  const { keyboard } = fatima.page;
  for (const toets of toetsen.split(' ')) {
    if (/^([A-Z][a-z]+[A-Za-z]*)(\+.+)*$/.test(toets)) await keyboard.press(toets);
    else await keyboard.type(toets.replaceAll('␣', ' '));
  }
}

const SPRINGEN: readonly Geval[] = [
  ['Home', ['een', 'twee drie|'], 'Home', ['een', '|twee drie']],
  ['End', ['een |twee', 'drie'], 'End', ['een twee|', 'drie']],
  ['Ctrl+pijl links', ['een twee drie|'], 'Control+ArrowLeft Control+ArrowLeft', ['een |twee drie']],
  ['Ctrl+pijl links over een regeleinde', ['een twee', '|drie'], 'Control+ArrowLeft', ['een twee|', 'drie']],
  ['Ctrl+Home uit een lijst', ['# kop', '- een', '- tw|ee'], 'Control+Home', ['# |kop', '- een', '- twee']],
  ['Ctrl+End in een lijst', ['# k|op', '- een', '- twee'], 'Control+End', ['# kop', '- een', '- twee|']],
  [
    'pijl omlaag en omhoog',
    ['een|', 'twee', 'drie'],
    'ArrowDown ArrowDown ArrowUp',
    ['een', 'twe|e', 'drie'],
  ],
  ['pijl rechts over een regeleinde', ['een|', '- twee'], 'ArrowRight', ['een', '- |twee']],
  ['pijl links over een regeleinde', ['een', '1. |twee'], 'ArrowLeft', ['een|', '1. twee']],
  ['Shift+pijl rechts', ['een |twee'], 'Shift+ArrowRight Shift+ArrowRight', ['een [tw]ee']],
  ['Shift+pijl links', ['een |twee'], 'Shift+ArrowLeft Shift+ArrowLeft', ['ee[n ]twee']],
  ['Shift+Home', ['een |twee'], 'Shift+Home', ['[een ]twee']],
  ['Shift+End', ['een |twee'], 'Shift+End', ['een [twee]']],
  ['Ctrl+Shift+pijl links', ['een twee|'], 'Control+Shift+ArrowLeft', ['een [twee]']],
  [
    'Shift+pijl rechts over een regeleinde',
    ['- ee|n', '# twee'],
    'Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight',
    ['- ee[n', '# t]wee'],
  ],
  [
    'Shift+pijl omlaag',
    ['ee|n', 'twee', 'drie'],
    'Shift+ArrowDown Shift+ArrowDown',
    ['ee[n', 'twee', 'dr]ie'],
  ],
  ['Ctrl+Shift+End', ['e|en', '- twee'], 'Control+Shift+End', ['e[en', '- twee]']],
];

const VERVANGEN: readonly Geval[] = [
  ['Ctrl+A en typen', ['# kop', '- een', '1. tw|ee'], 'Control+a weg', ['weg|']],
  ['Ctrl+A en Delete', ['- een', '- tw|ee'], 'Control+a Delete', ['|']],
  ['Ctrl+A en Backspace', ['# k|op'], 'Control+a Backspace', ['|']],
  [
    'een selectie over blokken en typen',
    ['- ee|n', '# twee'],
    'Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight x',
    ['- eex|wee'],
  ],
  ['Ctrl+Backspace', ['een twee|'], 'Control+Backspace', ['een |']],
  ['Ctrl+Delete', ['een |twee drie'], 'Control+Delete', ['een | drie']],
  ['Backspace midden in een regel', ['- ee|n'], 'Backspace', ['- e|n']],
  ['Delete midden in een regel', ['# e|en'], 'Delete', ['# e|n']],
];

const BACKSPACE: readonly Geval[] = [
  ['punt: uit de lijst', ['een', '- |twee'], 'Backspace', ['een', '|twee']],
  ['punt, en nog eens: bij de regel erboven', ['een', '- |twee'], 'Backspace Backspace', ['een|twee']],
  ['dieper punt: één naar buiten', ['- een', '  - |twee'], 'Backspace', ['- een', '- |twee']],
  ['kop: alinea', ['een', '## |twee'], 'Backspace', ['een', '|twee']],
  ['kop, bovenaan: alinea', ['# |een'], 'Backspace', ['|een']],
  ['alinea: bij de regel erboven', ['een', '|twee'], 'Backspace', ['een|twee']],
  ['alinea onder een punt: erbij', ['- een', '|twee'], 'Backspace', ['- een|twee']],
  ['lege regel boven een kop gaat weg', ['', '# |twee'], 'Backspace', ['# |twee']],
  ['lege regel boven een alinea gaat weg', ['# een', '', '|twee'], 'Backspace', ['# een', '|twee']],
  ['lege alinea: naar het einde van de regel erboven', ['# een', '|'], 'Backspace', ['# een|']],
  ['helemaal bovenaan: niets', ['|een'], 'Backspace', ['|een']],
  ['ingesprongen alinea: één naar buiten', ['- een', '  |twee'], 'Backspace', ['- een', '|twee']],
];

const DELETE: readonly Geval[] = [
  ['aan het einde: de volgende regel erbij', ['een|', 'twee'], 'Delete', ['een|twee']],
  ['aan het einde, voor een punt', ['een|', '- twee'], 'Delete', ['een|twee']],
  ['in een punt, voor een alinea', ['- een|', 'twee'], 'Delete', ['- een|twee']],
  ['in een lege regel: die gaat weg', ['|', '# twee'], 'Delete', ['# |twee']],
  ['voor een lege regel: die gaat weg', ['# een|', '', 'twee'], 'Delete', ['# een|', 'twee']],
  ['helemaal aan het einde: niets', ['een|'], 'Delete', ['een|']],
];

const ENTER: readonly Geval[] = [
  ['in een alinea', ['ee|n'], 'Enter', ['ee', '|n']],
  ['in een punt', ['- ee|n'], 'Enter', ['- ee', '- |n']],
  ['aan het einde van een nummer', ['3. een|'], 'Enter', ['3. een', '1. |']],
  ['in een leeg punt: uit de lijst', ['- een', '- |'], 'Enter', ['- een', '|']],
  ['in een leeg dieper punt: één naar buiten', ['- een', '  - |'], 'Enter', ['- een', '- |']],
  ['aan het einde van een kop: gewoon verder', ['# een|'], 'Enter', ['# een', '|']],
  ['midden in een kop', ['# ee|n'], 'Enter', ['# ee', '# |n']],
  ['voor een kop: een regel erboven', ['# |een'], 'Enter', ['', '# |een']],
  ['voor een punt: een punt erboven', ['- |een'], 'Enter', ['- ', '- |een']],
  [
    'over een selectie',
    ['ee|n', 'twee'],
    'Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight Enter',
    ['ee', '|wee'],
  ],
  ['Shift+Enter: een regel in het blok', ['- een|twee'], 'Shift+Enter', ['- een⏎|twee']],
  ['Ctrl+Enter ook', ['een|'], 'Control+Enter x', ['een⏎x|']],
];

const TAB: readonly Geval[] = [
  ['in een punt', ['- een', '- t|wee'], 'Tab', ['- een', '  - t|wee']],
  ['Shift+Tab in een punt', ['- een', '  - t|wee'], 'Shift+Tab', ['- een', '- t|wee']],
  ['niet meer dan één dieper dan erboven', ['- een', '- t|wee'], 'Tab Control+]', ['- een', '  - t|wee']],
  ['in een nummer', ['1. een', '1. t|wee'], 'Tab x', ['1. een', '  1. tx|wee']],
  [
    'over meer punten',
    ['- een', '- t|wee', '- drie'],
    'Shift+ArrowDown Tab',
    ['- een', '  - t[wee', '  - d]rie'],
  ],
];

const OPMAAK: readonly Geval[] = [
  ['Ctrl+B en typen', ['een |'], 'Control+b vet Control+b x', ['een **vet**x|']],
  ['Ctrl+I over een woord', ['een |twee'], 'Shift+End Control+i', ['een _[twee_]']],
  ['Ctrl+Z en Ctrl+Y', ['een|'], 'Control+b x Control+z', ['een|']],
  ['Ctrl+Y', ['een|'], 'Enter Control+z Control+y', ['een', '|']],
  ['Ctrl+Shift+Z', ['een|'], 'Enter Control+z Control+Shift+z', ['een', '|']],
];

const VERKORT: readonly Geval[] = [
  ['streepje', ['|'], '-␣een', ['- een|']],
  ['sterretje', ['|twee'], '*␣', ['- |twee']],
  ['1.', ['|'], '1.␣een', ['1. een|']],
  ['3.', ['|'], '3.␣drie', ['3. drie|']],
  ['hekje', ['|'], '#␣kop', ['# kop|']],
  ['twee hekjes', ['|'], '##␣kop', ['## kop|']],
  ['Backspace neemt het terug', ['|'], '-␣ Backspace', ['- |']],
  ['Backspace neemt het nummer terug', ['|'], '3.␣ Backspace', ['3. |']],
  ['niet midden in een regel', ['een|'], '␣-␣x', ['een - x|']],
  ['niet in een kop', ['# |'], '-␣x', ['# - x|']],
];

describe.each([
  ['springen', SPRINGEN],
  ['vervangen', VERVANGEN],
  ['Backspace aan het begin van een regel', BACKSPACE],
  ['Delete aan het einde van een regel', DELETE],
  ['Enter', ENTER],
  ['Tab in een lijst', TAB],
  ['opmaak en ongedaan maken', OPMAAK],
  ['verkort typen', VERKORT],
] as const)('TX4: %s', (_naam, gevallen) => {
  test.each(gevallen)('%s', async (_wat, van, toetsen, naar) => {
    await zetTekst(vlak, van);
    await tik(toetsen);
    await expect.poll(() => leesTekst(vlak)).toEqual(naar);
  });
});

describe('WCAG 2.1.2: Tab gaat de tekst uit', () => {
  const isInTekst = () => vlak.evaluate((element) => element === document.activeElement);

  test.each([
    ['uit een alinea', ['een|'], 'Tab'],
    ['uit een kop', ['# een|'], 'Tab'],
    ['uit een alinea onder een punt', ['- een', '  tw|ee'], 'Tab'],
    ['na Escape ook uit een lijst', ['- een', '- tw|ee'], 'Escape Tab'],
    ['na Escape ook achteruit', ['- een', '  - tw|ee'], 'Escape Shift+Tab'],
  ] as const)('%s', async (_wat, van, toetsen) => {
    await zetTekst(vlak, van);
    await tik(toetsen);
    expect(await isInTekst()).toBe(false);
    expect(await leesTekst(vlak)).toEqual(van);
  });

  test('niet uit een lijst als na Escape verder is getypt', async () => {
    await zetTekst(vlak, ['- een', '- |']);
    await tik('Escape x Tab');
    await expect.poll(() => leesTekst(vlak)).toEqual(['- een', '  - x|']);
    expect(await isInTekst()).toBe(true);
  });
});

test('Ctrl+pijl rechts gaat een woord verder', async () => {
  await zetTekst(vlak, ['|een twee']);
  await tik('Control+ArrowRight');
  // To the end of the word, or to the start of the next: as the machine has it.
  await expect.poll(() => leesTekst(vlak)).toEqual([expect.stringMatching(/^een( \||\| )twee$/)]);
});

test('TX9: een knop wordt alleen ongedaan gemaakt, zonder wat ervoor en erna is getypt', async () => {
  await zetTekst(vlak, ['|']);
  await tik('een');
  await fatima.page.getByRole('toolbar').getByRole('button', { name: 'Kopje', exact: true }).click();
  await tik('twee');
  await expect.poll(() => leesTekst(vlak)).toEqual(['# eentwee|']);
  await tik('Control+z');
  await expect.poll(() => leesTekst(vlak)).toEqual(['# een|']);
  await tik('Control+z');
  await expect.poll(() => leesTekst(vlak)).toEqual(['een|']);
  await tik('Control+y Control+y');
  await expect.poll(() => leesTekst(vlak)).toEqual(['# eentwee|']);
});

describe('TX5: een toets vlak nadat de tekst focus kreeg, brengt de caret ook naar het begin', () => {
  const BEGIN = ['een |twee', 'drie'];
  const NAAR_BEGIN = ['|een twee', 'drie'];

  /** For the page no time goes by while this is done, however busy the machine is. */
  async function inEenOogwenk(doe: () => Promise<void>): Promise<void> {
    const { page } = fatima;
    const klok = await page.evaluateHandle(() => {
      const echt = Date.now;
      const nu = echt();
      Date.now = () => nu;
      return echt;
    });
    await doe();
    await klok.evaluate((echt) => {
      Date.now = echt;
    });
  }

  test.each(['Home', 'Control+Home', 'ArrowLeft ArrowLeft ArrowLeft ArrowLeft'])(
    '%s na een knop',
    async (toetsen) => {
      await zetTekst(vlak, BEGIN);
      await inEenOogwenk(async () => {
        await fatima.page.getByRole('toolbar').getByRole('button', { name: 'Nummers', exact: true }).click();
        await tik(toetsen);
        await tik('Backspace');
      });
      await expect.poll(() => leesTekst(vlak)).toEqual(NAAR_BEGIN);
    },
  );

  test.each(['Home', 'Control+Home'])('%s na Tab', async (toets) => {
    await zetTekst(vlak, BEGIN);
    await fatima.page.getByRole('toolbar').getByRole('button', { name: 'Vet', exact: true }).focus();
    await inEenOogwenk(() => tik(`Shift+Tab ${toets} Delete`));
    await expect.poll(() => leesTekst(vlak)).toEqual(['|en twee', 'drie']);
  });
});
