import { describe, expect, test } from 'vitest';
import {
  applyUpdate,
  ContentString,
  Doc,
  encodeStateAsUpdate,
  XmlElement,
  type XmlFragment,
  XmlText,
} from 'yjs';
import { leesOudeVorm } from '../../../server/teksten/oudevorm.ts';
import { leesBlokken } from '../../../shared/tekst/lezen.ts';
import { alsRegels } from '../../../shared/tekst/platte-tekst.ts';
import { voegAchteraan } from '../../../shared/tekst/schrijven.ts';
import { oud, regelsVanToen } from '../../server/sync/oudevorm.ts';
import { Toeval } from '../poort/gesprek.ts';

// The old form, read: against how readers of that time showed it, and against who wrote which letter.

const VELD = 'veld';
/** `RONDEN=2000 npx vitest run test/unit/sync/oudevorm.test.ts` for the long run. */
const RONDEN = Number(process.env.RONDEN ?? 60);

/** Without how far a line stands in: beyond nine lists it no longer stands further in. */
function kaal(regels: readonly string[]): string[] {
  return regels.map((regel) => regel.trimStart());
}

/** As it is stored from now on, and read again. */
function opnieuw(veld: XmlFragment): Doc {
  const doc = new Doc();
  const blokken = leesOudeVorm(veld);
  voegAchteraan(
    doc.getText(VELD),
    blokken.map(({ blok }) => blok),
    (n, stuk) => (stuk === 'grens' ? blokken[n]?.clientId : blokken[n]?.stukken[stuk]) ?? 0,
  );
  return doc;
}

/** Each letter with the client id that it stands under, from top to bottom. */
function lettersVanToen(deel: XmlFragment | XmlText): [string, number][] {
  if (!(deel instanceof XmlText)) {
    return deel
      .toArray()
      .flatMap((kind) => (kind instanceof XmlText || kind instanceof XmlElement ? lettersVanToen(kind) : []));
  }
  return lettersVanaf(deel._start);
}

function lettersVanaf(start: XmlText['_start']): [string, number][] {
  const letters: [string, number][] = [];
  for (let item = start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof ContentString)) continue;
    for (const letter of item.content.str.split(''))
      if (letter !== '\n') letters.push([letter, item.id.client]);
  }
  return letters;
}

/** Some people at editors of that time, who hear of each other now and then. */
function werk(toeval: Toeval): Doc {
  const docs = [1, 2, 3].map((clientId) => {
    const doc = new Doc();
    doc.clientID = clientId;
    return doc;
  });
  for (let n = 0; n < 40; n += 1) {
    const doc = toeval.kies(docs);
    doc.transact(() => bewerk(doc.getXmlFragment(VELD), toeval));
    const ander = toeval.kies(docs);
    if (toeval.deel() < 0.4) applyUpdate(ander, encodeStateAsUpdate(doc));
  }
  const [eerste = new Doc(), ...rest] = docs;
  for (const doc of rest) applyUpdate(eerste, encodeStateAsUpdate(doc));
  return eerste;
}

/** One edit somewhere in a tree, as the gate of that time let it in. */
function bewerk(veld: XmlFragment, toeval: Toeval): void {
  const kans = toeval.deel();
  if (veld.length === 0 || kans < 0.3) veld.insert(toeval.onder(veld.length + 1), [blok(toeval, 0)]);
  else if (kans < 0.4) veld.delete(toeval.onder(veld.length), 1);
  else bewerkKnoop(veld.get(toeval.onder(veld.length)), toeval);
}

function bewerkKnoop(knoop: unknown, toeval: Toeval): void {
  if (knoop instanceof XmlText) {
    const plaats = toeval.onder(knoop.length + 1);
    const kans = toeval.deel();
    if (kans < 0.6 || plaats === knoop.length)
      knoop.insert(plaats, toeval.kies(['a', 'zin ', 'é\nu', 'geld']));
    else if (kans < 0.8)
      knoop.format(plaats, 1, { [toeval.kies(['strong', 'em'])]: toeval.kies([{}, null]) });
    else knoop.delete(plaats, 1);
    return;
  }
  if (!(knoop instanceof XmlElement)) return;
  if (knoop.length === 0 || toeval.deel() < 0.15) {
    const nieuw = knoop.nodeName.endsWith('_list')
      ? oud.punt(blok(toeval, 6))
      : knoop.nodeName === 'list_item'
        ? blok(toeval, 6)
        : inRegel(toeval);
    if (!['hard_break', 'vermelding'].includes(knoop.nodeName)) {
      knoop.insert(toeval.onder(knoop.length + 1), [nieuw]);
    }
  } else bewerkKnoop(knoop.get(toeval.onder(knoop.length)), toeval);
}

function blok(toeval: Toeval, diepte: number): XmlElement {
  const kans = toeval.deel();
  const punten = () =>
    Array.from({ length: 1 + toeval.onder(3) }, () =>
      oud.punt(blok(toeval, diepte + 1), ...(toeval.deel() < 0.3 ? [blok(toeval, diepte + 1)] : [])),
    );
  if (diepte < 12 && kans < 0.2) return oud.punten(...punten());
  if (diepte < 12 && kans < 0.45) return oud.nummers(toeval.kies([null, 1, 1, 4, 0, 400]), ...punten());
  return kans < 0.7 ? oud.kop(toeval.kies([null, 1, 2, 3, 6]), 'kop') : oud.alinea(inRegel(toeval));
}

function inRegel(toeval: Toeval): XmlElement | XmlText {
  const kans = toeval.deel();
  if (kans < 0.1) return oud.breuk();
  if (kans < 0.2) return oud.wie('lid', '00000000-0000-4000-8000-000000000000');
  return oud.tekst(['woorden '], ['vet ', 'strong']);
}

describe('TX1 NK18: the old form', () => {
  test(`TX1 NK18: ${RONDEN} random texts read the same, and each letter stays with who wrote it`, () => {
    let [punten, genummerd, letters] = [0, 0, 0];
    for (let ronde = 0; ronde < RONDEN; ronde += 1) {
      const veld = werk(new Toeval(ronde)).getXmlFragment(VELD);
      const nieuw = opnieuw(veld).getText(VELD);
      const regels = alsRegels(leesBlokken(nieuw), () => 'iemand');
      const waren = regelsVanToen(veld);
      expect(kaal(regels), `seed ${ronde}`).toEqual(kaal(waren.length === 0 ? [''] : waren));
      const stonden = lettersVanToen(veld);
      expect(lettersVanaf(nieuw._start), `seed ${ronde}`).toEqual(stonden);
      punten += regels.filter((regel) => regel.includes('- ')).length;
      genummerd += regels.filter((regel) => /\d\. /.test(regel)).length;
      letters += stonden.length;
    }
    // What it went over: a run without lists would prove nothing of them.
    expect(Math.min(punten, genummerd)).toBeGreaterThan(RONDEN * 3);
    expect(letters).toBeGreaterThan(RONDEN * 50);
  });

  test('TX2: depth counts the lists around a block, to eight; the first line of an item stands one less deep', () => {
    const veld = new Doc().getXmlFragment(VELD);
    let diepste = oud.punten(oud.punt(oud.alinea('10'), oud.alinea('in 10')));
    for (let n = 9; n >= 1; n -= 1) diepste = oud.punten(oud.punt(oud.alinea(`${n}`), diepste));
    veld.insert(0, [diepste]);
    expect(leesOudeVorm(veld).map(({ blok: { soort, diepte } }) => `${soort} ${diepte}`)).toEqual([
      ...Array.from({ length: 9 }, (_, n) => `punt ${n}`),
      'punt 8',
      'alinea 8',
    ]);
  });

  test('TX3: `begin` stands only where numbers would else run on', () => {
    const veld = new Doc().getXmlFragment(VELD);
    const lijst = (order: number | null, ...woorden: string[]) =>
      oud.nummers(order, ...woorden.map((woord) => oud.punt(oud.alinea(woord))));
    veld.insert(0, [lijst(1, 'a', 'b'), lijst(null, 'c'), oud.alinea(), lijst(1, 'd'), lijst(5, 'e', 'f')]);
    expect(leesOudeVorm(veld).map(({ blok }) => blok.begin)).toEqual([null, null, 1, null, null, 5, null]);
  });

  test('TX1: an empty text stays empty, and so does one of an empty paragraph', () => {
    const veld = new Doc().getXmlFragment(VELD);
    expect(leesOudeVorm(veld)).toEqual([]);
    veld.insert(0, [oud.alinea()]);
    const doc = opnieuw(veld);
    expect([doc.getText(VELD).length, doc.store.clients.size]).toEqual([0, 0]);
  });
});
