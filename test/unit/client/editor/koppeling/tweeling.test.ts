import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Koppeling } from '../../../../../client/editor/koppeling/koppeling.ts';
import { nieuwBlok } from '../../../../../client/editor/opdrachten.ts';
import { Toeval } from '../../../poort/gesprek.ts';

const VELD = 'veld';
const WOORDEN = ['een', 'heel', 'lange', 'regel', 'over', 'heel', 'veel', 'huur', 'en', 'schuld'];
const BREUK = '\n';
/** Of three people, the two ends of what each took out. */
const MEESTE_RANDEN = 6;
const RONDES = Number(process.env.RONDES ?? 150);
const ZAAD = Number(process.env.ZAAD ?? 1) * 1_000_003;

class Iemand {
  readonly doc = new Y.Doc();
  readonly koppeling: Koppeling;
  readonly uit: Uint8Array[] = [];

  constructor(clientId: number) {
    this.doc.clientID = clientId;
    this.koppeling = new Koppeling(this.doc.getText(VELD), { samenOngedaanMs: 60_000 });
    this.doc.on('update', (update: Uint8Array, herkomst: unknown) => {
      if (herkomst !== 'net') this.uit.push(update);
    });
  }

  get regels(): string {
    return this.koppeling.state.doc.children.map(({ textContent }) => textContent).join(BREUK);
  }

  typ(tekst: string): void {
    this.koppeling.voerUit(this.koppeling.state.tr.insertText(tekst));
  }

  wis(van: number, tot: number): void {
    this.koppeling.voerUit(this.koppeling.state.tr.delete(van, tot));
  }
}

/** Everything that is on its way arrives, and what it brings about. */
function wissel(wie: readonly Iemand[]): void {
  while (wie.some(({ uit }) => uit.length > 0)) {
    const onderweg = wie.map(({ uit }) => uit.splice(0));
    for (const [n, updates] of onderweg.entries())
      for (const [m, naar] of wie.entries())
        if (n !== m) for (const update of updates) Y.applyUpdate(naar.doc, update, 'net');
  }
}

/** @returns what it is before, and after all of it was taken out and back */
function speel(zaad: number, isHetzelfde: boolean): { heel: string; einden: string[] } {
  const toeval = new Toeval(zaad);
  const wie = [1, 2, 3].map((een) => new Iemand(een + 10 * toeval.onder(50)));
  const [eerste] = wie;
  if (eerste === undefined) throw new Error('somebody writes');
  for (let regel = toeval.onder(3); regel >= 0; regel -= 1) {
    eerste.typ(Array.from({ length: 2 + toeval.onder(6) }, () => toeval.kies(WOORDEN)).join(' '));
    if (regel > 0) nieuwBlok(eerste.koppeling.state, (tr) => eerste.koppeling.voerUit(tr));
  }
  eerste.koppeling.beginNieuweStap();
  wissel(wie);
  const { doc } = eerste.koppeling.state;
  const lengte = doc.content.size;
  const gewist = wie.filter((een) => een === eerste || toeval.onder(3) > 0);
  const midden = 1 + toeval.onder(lengte - 4);
  const woordgrens = 1 + doc.textBetween(0, lengte, '  ').lastIndexOf(' ', midden - 1);
  for (const een of gewist) {
    if (isHetzelfde) een.wis(Math.max(1, woordgrens), lengte - 1);
    else een.wis(Math.max(1, midden - toeval.onder(6)), Math.min(lengte - 1, midden + 2 + toeval.onder(8)));
  }
  wissel(wie);
  for (const een of gewist) {
    een.koppeling.maakOngedaan();
    if (toeval.onder(2) > 0) wissel(wie);
  }
  wissel(wie);
  return { heel: doc.textBetween(0, lengte, BREUK), einden: wie.map(({ regels }) => regels) };
}

describe('TX9: what several take out and all take back, whoever comes first and whether they knew', () => {
  test('the same words: they stand there once', () => {
    const fouten: string[] = [];
    for (let zaad = ZAAD; zaad < ZAAD + RONDES; zaad += 1) {
      const { heel, einden } = speel(zaad, true);
      for (const een of einden) if (een !== heel) fouten.push(`seed ${zaad}: ${heel} / ${een}`);
    }
    expect(fouten).toEqual([]);
  });

  test('in part the same: nothing is lost or moved, and twice stands at most the one letter of a word that they share', () => {
    const fouten: string[] = [];
    for (let zaad = ZAAD; zaad < ZAAD + RONDES; zaad += 1) {
      const { heel, einden } = speel(zaad, false);
      const [een = ''] = einden;
      const isGelijk = einden.every((ander) => ander === een);
      if (!isGelijk || een.length > heel.length + MEESTE_RANDEN || !bevat(een, heel))
        fouten.push(`seed ${zaad}: ${heel} / ${einden.join(' / ')}`);
    }
    expect(fouten).toEqual([]);
  });
});

/** Whether all of it stands there, in its order. */
function bevat(tekst: string, deel: string): boolean {
  let n = 0;
  for (const letter of tekst) if (letter === deel[n]) n += 1;
  return n === deel.length;
}
