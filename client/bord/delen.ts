import { verschijnt } from '../teksten/verschijnt.ts';
import { EERSTE_TAB, tabId } from './tabs.ts';

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
  if (vind() === null) {
    if (code !== 'leefgebieden') return false;
    // It stands in the first tab.
    bord.querySelector<HTMLElement>(`#${tabId(EERSTE_TAB)}`)?.click();
  }
  void verschijnt(vind).then((gevonden) => {
    gevonden?.focus({ preventScroll: true });
    gevonden?.scrollIntoView({ block: 'start' });
  });
  return true;
}
