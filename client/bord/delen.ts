import { verschijnt } from '../teksten/verschijnt.ts';

/** The parts of the board, in their order, with the letter that goes there after `g`, and their heading. */
export const DELEN = [
  { code: 'nu', letter: 'n', naam: 'Nu', kop: 'bord-nu-kop' },
  { code: 'afspraken', letter: 'a', naam: 'Afspraken', kop: 'bord-afspraken-kop' },
  { code: 'leefgebieden', letter: 'l', naam: 'Wat wij weten', kop: 'bord-weten-kop' },
  { code: 'wie', letter: 'w', naam: 'Wie doen mee', kop: 'bord-wie-kop' },
  { code: 'dicht', letter: 'd', naam: 'Niet open voor u', kop: 'bord-dicht-kop' },
] as const;

/** A part of the board. */
export type Deel = (typeof DELEN)[number];

/** Brings a part in sight, with focus on its heading. @returns whether this person has it */
export function naarDeel(bord: HTMLElement, { code, kop }: Deel): boolean {
  const vind = () => bord.querySelector<HTMLElement>(`#${kop}`);
  const zie = () => (vind()?.checkVisibility() === true ? vind() : null);
  if (vind() === null && code !== 'leefgebieden') return false;
  // It stands in the first tab, or on a phone with it.
  if (zie() === null) bord.querySelector<HTMLElement>('.bord-tab')?.click();
  void verschijnt(zie).then((gevonden) => {
    gevonden?.focus({ preventScroll: true });
    gevonden?.scrollIntoView({ block: 'start' });
  });
  return true;
}
