import type { Page } from 'playwright-core';
import { datumOp } from '../../../server/kern/tijd.ts';
import { ADVIESLABELS as A } from '../../../shared/plan/advieslabels.ts';
import type { Toeval } from '../../unit/poort/gesprek.ts';
import { bordVan, type Persoon } from '../opstelling.ts';
import { typWoord } from './typist.ts';
import { leesKlad, leesVakken } from './vinden.ts';
import type { Woorden } from './woorden.ts';

const KOPPEN = ['watIkLees', 'watIkAdviseer', 'watIkNietWeet'] as const;
/** A heading takes no more than this. */
const VOL = 3_500;

interface Opdracht {
  readonly persoon: Persoon;
  readonly naam: string;
  readonly adviesvraagId: string;
  readonly woorden: Woorden;
  readonly toeval: Toeval;
  readonly meld: (zin: string) => void;
}

/** A question about kind 1 that Tom asks, and that she takes on. @returns its id */
export async function neemVraagAan(tom: Persoon, hanneke: Persoon, casusId: string): Promise<string> {
  const bord = await bordVan(tom, casusId);
  const kind1 = bord.leden.find(({ rol }) => rol === 'kind 1')?.id;
  const deel = bord.compartimenten.find(
    ({ categorie, lidId, niveau }) => categorie === 'jeugd' && lidId === kind1 && niveau === 'schrijven',
  );
  const { body } = await tom.vraag<{ id: string }>('POST', `/casussen/${casusId}/adviesvragen`, {
    lidId: kind1,
    vraag: 'Wat helpt in de ochtend?',
    opent: [deel?.id],
    genoemd: [],
    tot: datumOp(Date.now()),
  });
  const { status } = await hanneke.vraag('POST', `/adviesvragen/${body.id}/aanneming`);
  if (status >= 300) throw new Error(`niet aangenomen: ${status}`);
  return body.id;
}

/** Somebody who writes an advice in the same haste, over the same bad line: it is kept while she writes. */
export class Adviseur {
  readonly #bij: Opdracht;
  mislukt = 0;
  readonly gedaan = new Map<string, number>();

  constructor(bij: Opdracht) {
    this.#bij = bij;
    const { page } = bij.persoon;
    page.setDefaultTimeout(15_000);
    page.on('dialog', (vraag) => void vraag.accept().catch(() => {}));
    page.on('pageerror', ({ message }) => bij.meld(`fout in de pagina: ${message}`));
  }

  /** @param tot in ms, of `performance.now` */
  async typ(tot: number): Promise<void> {
    const { toeval, meld } = this.#bij;
    const daden = {
      schrijft: () => this.#schrijf(),
      'schrijft meer': () => this.#schrijf(),
      herlaadt: () => this.#page.reload({ waitUntil: 'domcontentloaded' }),
      'naar mijn werk': () => this.#page.getByRole('link', { name: 'Mijn werk' }).first().click(),
      'sessie voorbij': () => this.#eindigSessie(),
    };
    while (performance.now() < tot) {
      const naam = toeval.kies(['schrijft', 'schrijft meer', 'herlaadt', 'naar mijn werk', 'sessie voorbij']);
      try {
        await this.zorgVoorFormulier();
        meld(naam);
        await Object.entries(daden).find(([daad]) => daad === naam)?.[1]();
        this.gedaan.set(naam, (this.gedaan.get(naam) ?? 0) + 1);
      } catch (fout) {
        this.mislukt += 1;
        meld(`${naam}: ${String(fout).split('\n').slice(0, 3).join(' ').slice(0, 240)}`);
      }
    }
  }

  /** Until she can write, signed in. */
  async zorgVoorFormulier(geduldMs = 90_000): Promise<void> {
    const page = this.#page;
    const tot = performance.now() + geduldMs;
    const pad = `/advies/${this.#bij.adviesvraagId}`;
    while (performance.now() < tot) {
      try {
        if (await page.locator('rt-aanmelden').isVisible()) {
          await page.getByRole('button', { name: new RegExp(this.#bij.naam) }).click();
          await page.locator('rt-aanmelden').waitFor({ state: 'detached' });
        }
        if (!page.url().endsWith(pad)) await page.goto(pad);
        await page.getByLabel(A.watIkLees).waitFor();
        return;
      } catch {
        // The line may be gone, or the server: she tries again.
        await page.waitForTimeout(500);
      }
    }
    throw new Error('het advies komt niet terug');
  }

  /** All that is there of it for who comes back: saved, in the form, and kept by her browser. */
  async lees(): Promise<{ klad: readonly string[]; alles: readonly string[] }> {
    await this.zorgVoorFormulier();
    await this.#page.reload();
    await this.zorgVoorFormulier();
    const { body } = await this.#bij.persoon.vraag<{ concept: Record<string, string | null> | null }>(
      'GET',
      `/adviesvragen/${this.#bij.adviesvraagId}`,
    );
    const klad = await leesKlad(this.#bij.persoon);
    const vakken = await leesVakken(this.#bij.persoon);
    return { klad, alles: [...Object.values(body.concept ?? {}).map(String), ...klad, vakken] };
  }

  get #page(): Page {
    return this.#bij.persoon.page;
  }

  async #schrijf(): Promise<void> {
    const { toeval } = this.#bij;
    const kop = A[toeval.kies(KOPPEN)];
    const veld = this.#page.getByLabel(kop);
    const lees = () => veld.inputValue();
    if ((await lees()).length > VOL) return;
    await veld.click();
    await this.#page.keyboard.press('Control+End');
    for (let n = 1 + toeval.onder(5); n > 0; n -= 1) {
      await typWoord(this.#page, this.#bij, kop, lees);
      if (toeval.onder(6) === 0) await this.#page.keyboard.press('Enter');
      if (toeval.onder(20) === 0) return void (await this.#page.reload({ waitUntil: 'domcontentloaded' }));
    }
  }

  async #eindigSessie(): Promise<void> {
    const { context } = this.#bij.persoon;
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const { origin } = new URL(this.#page.url());
    await fetch(`${origin}/api/v1/sessies/huidige`, { method: 'DELETE', headers: { cookie, origin } });
    await this.#page.waitForTimeout(this.#bij.toeval.onder(3_000));
  }
}
