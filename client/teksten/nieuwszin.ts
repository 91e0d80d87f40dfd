import { inEenZin, type Kijk } from '../casus/kijk.ts';
import type { Tekstbericht } from '../casus/tekstnieuws.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { veldlabel } from './veldsoorten.ts';

/** `Schuldhulp heeft iets gewijzigd in: Houd rekening met bij wonen`; nothing about texts that aren't on the board. */
export function nieuwszin(kijk: Kijk, bericht: Tekstbericht): string {
  const hier = kijk.bord.velden.filter((veld) => bericht.has(veld.id) && !veld.concept);
  const [eerste] = hier;
  if (eerste === undefined) return '';
  if (hier.length > 1) return `In ${hier.length} teksten is iets gewijzigd.`;
  const zetel = bericht.get(eerste.id) ?? null;
  const waar = veldlabel(kijk, eerste);
  if (zetel === null) return `Er is iets gewijzigd in: ${waar}.`;
  return `${hoofdletter(inEenZin(kijk.zetelnaam(zetel)))} heeft iets gewijzigd in: ${waar}.`;
}
