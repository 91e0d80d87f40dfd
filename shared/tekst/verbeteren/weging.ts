import { Map as YMap, type Text as YText } from 'yjs';
import { type Bloksleutels, KALE_ALINEA, SLEUTELNAMEN, type Sleutelnaam } from '../blok.ts';
import { ANKER, vermeldingEmbed } from '../embed.ts';
import type { Invoeging, Sleutelhouder } from '../lezen.ts';
import { type Bijzonder, GRENSTEKEN, type Merken, type Rij, type Staand } from './rij.ts';
import { isLetter, schuifHeel, woordenIn, zelfdeWoorden } from './woorden.ts';

/**
 * What becomes of a stretch when an improvement is brought into its text: of one's own `weg`, `erbij` and `opmaak`; what
 * others took out and put in since one began; and what stays.
 */
export type Lot = 'gelijk' | 'weg' | 'erbij' | 'opmaak' | 'ander_weg' | 'ander_erbij';

export interface Deel {
  readonly lot: Lot;
  readonly tekst: string;
  readonly merken: Merken;
  /** A border or a mention: a part of its own. */
  readonly bijzonder: Bijzonder | null;
  /** Of a border that stays: one gave the block behind it another look. */
  readonly vorm: boolean;
}

/** What an improvement does to its text as it is now. */
export interface Weging {
  /** All of it, in the order in which it is to stand there. */
  readonly delen: readonly Deel[];
  /** The keys of the first block as they become, and whether one changed them. */
  readonly eerste: Bloksleutels;
  readonly eersteVorm: boolean;
  /** Whether it changes anything in the text, and whether others did since. */
  readonly isAnders: boolean;
  readonly isAndersDoorAnderen: boolean;
  /** At how many places another changed the same. */
  readonly botsingen: number;
  /** By so much the text becomes longer. */
  readonly groei: number;
  readonly stappen: readonly Stap[];
}

type Stap =
  | {
      readonly soort: 'erbij';
      readonly index: number;
      /** Before which place of the text. */
      readonly plaats: number;
      readonly wat: Teken[];
      readonly achterAnker: boolean;
    }
  | { readonly soort: 'weg'; readonly index: number; readonly lengte: number }
  | { readonly soort: 'opmaak'; readonly index: number; readonly lengte: number; readonly merken: Merken }
  | { readonly soort: 'vorm'; readonly houder: YMap<unknown> | null; readonly sleutels: Sleutelwaarden };

type Sleutelwaarden = readonly (readonly [Sleutelnaam, unknown])[];
type Teken = Pick<Deel, 'tekst' | 'merken' | 'bijzonder'>;

/** What one put in: behind the character that stood there before it. */
interface Invoegsel {
  /** Behind so many places of the starting point. */
  readonly na: number;
  readonly van: number;
  readonly tot: number;
}

/**
 * Weighs an improvement: what differs between what the text said when it was begun and what it says in the concept, brought
 * over to the text as it is now. Others' writing stays, whatever one did: one's own is told from it by where each character
 * was put, and only what one saw oneself is taken out.
 */
export function weeg(toen: Rij, concept: Rij, nu: Staand): Weging {
  return new Weger(toen, concept, nu).weeg();
}

/** Brings it in. To be called in a transaction, on the text as it was weighed. */
export function brengIn(tekst: YText, { stappen }: Weging): void {
  const wasLeeg = tekst.length === 0;
  const delta: { insert?: unknown; delete?: number; retain?: number; attributes?: object | undefined }[] = [];
  let hier = 0;
  const naar = (index: number): void => {
    if (index > hier) delta.push({ retain: index - hier });
    hier = Math.max(hier, index);
  };
  for (const stap of stappen) {
    if (stap.soort === 'vorm') {
      const houder: Sleutelhouder = stap.houder ?? tekst;
      for (const [naam, waarde] of stap.sleutels) {
        if (houder instanceof YMap) houder.set(naam, waarde);
        // Yjs' types say text, and it keeps any value.
        else houder.setAttribute(naam, waarde as string);
      }
      continue;
    }
    naar(stap.index);
    if (stap.soort === 'erbij') delta.push(...invoegingen(stap.wat, stap.achterAnker));
    else if (stap.soort === 'weg') {
      delta.push({ delete: stap.lengte });
      hier += stap.lengte;
    } else {
      const attributes = { strong: waar(stap.merken & 1), em: waar(stap.merken & 2) };
      delta.push({ retain: stap.lengte, attributes });
      hier += stap.lengte;
    }
  }
  if (delta.length > 0) tekst.applyDelta(delta);
  if (wasLeeg && tekst.length > 0) tekst.applyDelta([{ retain: tekst.length }, { insert: ANKER }]);
}

class Weger {
  readonly #toen: Rij;
  readonly #concept: Rij;
  readonly #nu: Staand;
  /** Of each place of the starting point: which it is in the concept, and in the text now; -1: gone from it. */
  readonly #inConcept: number[];
  readonly #inNu: number[];
  /** Of what is gone from the text: before which place it stood. */
  readonly #voor: number[];
  /** Of each place of the text now: which it was at the start; -1: somebody put it there since. */
  readonly #vanToen: number[];
  readonly #invoegsels: readonly Invoegsel[];
  readonly #delen: Deel[] = [];
  readonly #stappen: Stap[] = [];
  /** The last character of the text as it becomes, and whether what one put in ends there. */
  #laatste: string | undefined;
  #naEigen = false;

  constructor(toen: Rij, concept: Rij, nu: Staand) {
    this.#toen = toen;
    this.#concept = concept;
    this.#nu = nu;
    const { inConcept, invoegsels } = vergelijk(toen, concept);
    this.#inConcept = inConcept;
    this.#inNu = toen.client.map(() => -1);
    this.#voor = toen.client.map(() => 0);
    this.#vanToen = nu.client.map(() => -1);
    this.#zoekOp();
    this.#herkenTeruggezet();
    this.#invoegsels = invoegsels.filter((een) => !this.#staatErAl(een));
  }

  weeg(): Weging {
    const { eerste } = this.#nu;
    const vorm = anders(this.#toen.eerste, this.#concept.eerste, eerste);
    if (vorm.length > 0) this.#stappen.push({ soort: 'vorm', houder: null, sleutels: vorm });
    const weg = this.#wegPerPlaats();
    const { perPlaats, achterWeg } = this.#leg(weg);
    for (let plaats = 0; plaats <= this.#nu.tekens.length; plaats += 1) {
      for (const een of perPlaats.get(plaats) ?? []) this.#voegIn(een, plaats);
      for (const toen of weg.get(plaats) ?? []) {
        if (this.#inConcept[toen] !== -1) this.#zet('ander_weg', this.#toen, toen);
        for (const een of achterWeg.get(toen) ?? []) this.#voegIn(een, plaats);
      }
      if (plaats < this.#nu.tekens.length) this.#loop(plaats);
    }
    const lot = new Set(this.#delen.map((deel) => (deel.vorm ? 'opmaak' : deel.lot)));
    return {
      delen: this.#delen,
      eerste: { ...eerste, ...Object.fromEntries(vorm) },
      eersteVorm: vorm.length > 0,
      isAnders: this.#stappen.length > 0,
      isAndersDoorAnderen: lot.has('ander_weg') || lot.has('ander_erbij'),
      botsingen: botsingenIn(this.#delen),
      groei: this.#stappen.reduce((som, stap) => som + groeiVan(stap), 0),
      stappen: this.#stappen,
    };
  }

  /** Where each place of the starting point is now. */
  #zoekOp(): void {
    let bij = 0;
    this.#toen.client.forEach((client, n) => {
      const daar = this.#nu.plaatsVan(client, this.#toen.klok[n] ?? 0);
      if (daar !== undefined && !daar.weg && daar.plaats >= bij) {
        this.#inNu[n] = daar.plaats;
        this.#vanToen[daar.plaats] = n;
        bij = daar.plaats + 1;
      } else {
        // Where it isn't known, as of a text that was put back from a copy: behind what came before it.
        bij = Math.max(bij, daar?.plaats ?? 0);
        this.#voor[n] = bij;
      }
    });
  }

  /** What another took out and put back whole is the same again, under other ids. */
  #herkenTeruggezet(): void {
    const { length } = this.#inNu;
    for (let van = 0; van < length; van += 1) {
      if (this.#inNu[van] !== -1) continue;
      let tot = van;
      while (tot < length && this.#inNu[tot] === -1) tot += 1;
      const [begin, einde] = this.#tussen(van, tot);
      if (einde - begin === tot - van && leest(this.#nu, begin, einde) === leest(this.#toen, van, tot)) {
        for (let n = van; n < tot; n += 1) {
          this.#inNu[n] = begin + n - van;
          this.#vanToen[begin + n - van] = n;
        }
      }
      van = tot;
    }
  }

  /** Another made the very same change: what one put in stands there already. */
  #staatErAl({ na, van, tot }: Invoegsel): boolean {
    let begin = na;
    while (begin > 0 && this.#inNu[begin - 1] === -1 && this.#inConcept[begin - 1] === -1) begin -= 1;
    const [eerst, laatst] = this.#tussen(begin, na);
    return laatst > eerst && leest(this.#nu, eerst, laatst) === leest(this.#concept, van, tot);
  }

  /** The places of the text now between what stands on both sides of a stretch of the starting point. */
  #tussen(van: number, tot: number): [number, number] {
    const links = van === 0 ? 0 : (this.#inNu[van - 1] ?? -1) + 1;
    const rechts = tot === this.#inNu.length ? this.#nu.tekens.length : (this.#inNu[tot] ?? -1);
    return (van > 0 && links === 0) || rechts === -1 ? [0, 0] : [links, rechts];
  }

  /** Where each that one put in comes: before a place of the text, or behind something that is gone from it. */
  #leg(weg: ReadonlyMap<number, unknown>): {
    perPlaats: Map<number, Invoegsel[]>;
    achterWeg: Map<number, Invoegsel[]>;
  } {
    const [perPlaats, achterWeg] = [new Map<number, Invoegsel[]>(), new Map<number, Invoegsel[]>()];
    for (const een of this.#invoegsels) {
      const voorganger = een.na - 1;
      const nu = voorganger < 0 ? -1 : (this.#inNu[voorganger] ?? -1);
      if (voorganger >= 0 && nu === -1) legBij(achterWeg, voorganger, een);
      else
        legBij(
          perPlaats,
          this.#isEigenBlok(een) ? this.#naBlok(nu + 1, weg) : this.#naWoord(nu + 1, weg),
          een,
        );
    }
    return { perPlaats, achterWeg };
  }

  /** Whether it is put behind the end of a block. */
  #isEigenBlok({ na, van }: Invoegsel): boolean {
    const { tekens } = this.#toen;
    return this.#concept.tekens[van] === GRENSTEKEN && (na === tekens.length || tekens[na] === GRENSTEKEN);
  }

  /** Behind what others put at that end. */
  #naBlok(plaats: number, weg: ReadonlyMap<number, unknown>): number {
    const { tekens } = this.#nu;
    let na = plaats;
    while (this.#isVanAnder(na, weg) && tekens[na] !== GRENSTEKEN) na += 1;
    return na;
  }

  /** Not in the midst of a word that another made longer. */
  #naWoord(plaats: number, weg: ReadonlyMap<number, unknown>): number {
    const { tekens } = this.#nu;
    if (!this.#blijft(plaats - 1) || !isLetter(tekens[plaats - 1])) return plaats;
    let na = plaats;
    while (this.#isVanAnder(na, weg) && isLetter(tekens[na])) na += 1;
    return na;
  }

  /** Whether another put this there since, and nothing of the starting point stood right before it. */
  #isVanAnder(plaats: number, weg: ReadonlyMap<number, unknown>): boolean {
    return this.#vanToen[plaats] === -1 && !weg.has(plaats);
  }

  #blijft(plaats: number): boolean {
    const toen = this.#vanToen[plaats];
    return toen !== undefined && (toen === -1 || this.#inConcept[toen] !== -1);
  }

  #wegPerPlaats(): Map<number, number[]> {
    const weg = new Map<number, number[]>();
    this.#inNu.forEach((nu, toen) => {
      if (nu !== -1) return;
      const plaats = this.#voor[toen] ?? 0;
      legBij(weg, plaats, toen);
    });
    return weg;
  }

  /** A place of the text as it is now: it stays, or one takes it out. */
  #loop(plaats: number): void {
    const { tekens, index } = this.#nu;
    const [toen, hier] = [this.#vanToen[plaats] ?? -1, index[plaats] ?? 0];
    const concept = toen === -1 ? -1 : (this.#inConcept[toen] ?? -1);
    if (toen !== -1 && concept === -1) {
      this.#zet('weg', this.#nu, plaats);
      // A block is joined with the end of the one before it (TX3).
      const metAnker = tekens[plaats] === GRENSTEKEN && this.#nu.isAnkerOp(hier - 1);
      this.#haalWeg(metAnker ? hier - 1 : hier, hier + 1);
      return;
    }
    if (this.#naEigen) this.#eisRuimte(tekens[plaats], plaats);
    this.#laatste = tekens[plaats];
    this.#naEigen = false;
    if (toen === -1) {
      this.#zet('ander_erbij', this.#nu, plaats);
      return;
    }
    const grens = this.#nu.bijzonder.get(plaats);
    if (grens?.soort === 'grens') {
      this.#loopGrens(plaats, grens.sleutels, toen, concept);
      return;
    }
    const nu = this.#nu.merken[plaats] ?? 0;
    const [was, wordt] = [this.#toen.merken[toen] ?? 0, this.#concept.merken[concept] ?? 0];
    const merken = (nu & ~(was ^ wordt)) | (wordt & (was ^ wordt));
    this.#zet(merken === nu ? 'gelijk' : 'opmaak', this.#nu, plaats, merken);
    if (merken === nu) return;
    const vorige = this.#stappen.at(-1);
    const past =
      vorige?.soort === 'opmaak' && vorige.merken === merken && vorige.index + vorige.lengte === hier;
    if (past) this.#stappen[this.#stappen.length - 1] = { ...vorige, lengte: vorige.lengte + 1 };
    else this.#stappen.push({ soort: 'opmaak', index: hier, lengte: 1, merken });
  }

  #haalWeg(van: number, tot: number): void {
    const vorige = this.#stappen.at(-1);
    if (vorige?.soort === 'weg' && vorige.index + vorige.lengte === van)
      this.#stappen[this.#stappen.length - 1] = { ...vorige, lengte: tot - vorige.index };
    else this.#stappen.push({ soort: 'weg', index: van, lengte: tot - van });
  }

  #loopGrens(plaats: number, sleutels: Bloksleutels, toen: number, concept: number): void {
    const [was, wordt] = [this.#toen.bijzonder.get(toen), this.#concept.bijzonder.get(concept)];
    const vorm =
      was?.soort === 'grens' && wordt?.soort === 'grens'
        ? anders(was.sleutels, wordt.sleutels, sleutels)
        : [];
    const houder = this.#nu.houders.get(plaats);
    if (vorm.length > 0 && houder !== undefined)
      this.#stappen.push({ soort: 'vorm', houder, sleutels: vorm });
    this.#delen.push({
      lot: 'gelijk',
      tekst: GRENSTEKEN,
      merken: 0,
      bijzonder: { soort: 'grens', sleutels: { ...sleutels, ...Object.fromEntries(vorm) } },
      vorm: vorm.length > 0,
    });
  }

  #voegIn({ van, tot }: Invoegsel, plaats: number): void {
    this.#eisRuimte(this.#concept.tekens[van], plaats);
    const wat: Teken[] = [];
    for (let n = van; n < tot; n += 1) wat.push(this.#zet('erbij', this.#concept, n));
    this.#stap(wat, plaats);
    this.#laatste = this.#concept.tekens[tot - 1];
    this.#naEigen = true;
  }

  /** Two words that stood apart stay apart, where one's own comes beside another's. */
  #eisRuimte(teken: string | undefined, plaats: number): void {
    if (!isLetter(this.#laatste) || !isLetter(teken)) return;
    const ruimte: Deel = { lot: 'erbij', tekst: ' ', merken: 0, bijzonder: null, vorm: false };
    this.#stap([this.#zetTeken(ruimte)], plaats);
  }

  #stap(wat: readonly Teken[], plaats: number): void {
    const { tekens, index } = this.#nu;
    const vorige = this.#stappen.at(-1);
    if (vorige?.soort === 'erbij' && vorige.plaats === plaats) {
      // Of a text that is all gone, all that one put in comes here: copying it for each would take the square of that (ST6).
      for (const teken of wat) vorige.wat.push(teken);
      return;
    }
    const hier = plaats === 0 ? 0 : (index[plaats - 1] ?? 0) + 1;
    const isBlok = wat[0]?.bijzonder?.soort === 'grens' && this.#nu.isAnkerOp(hier);
    const grensGaat = tekens[plaats] === GRENSTEKEN && !this.#blijft(plaats);
    // A block of one's own comes behind the end of the one before it, so that what others type at that end stays there.
    const achterAnker = isBlok && !grensGaat;
    const op = achterAnker ? hier + 1 : hier;
    this.#stappen.push({ soort: 'erbij', index: op, plaats, wat: [...wat], achterAnker });
  }

  #zet(lot: Lot, rij: Rij, plaats: number, merken: Merken = rij.merken[plaats] ?? 0): Teken {
    return this.#zetTeken({
      lot,
      tekst: rij.tekens[plaats] ?? '',
      merken,
      bijzonder: rij.bijzonder.get(plaats) ?? null,
      vorm: false,
    });
  }

  #zetTeken(deel: Deel): Teken {
    const vorige = this.#delen.at(-1);
    const past =
      vorige !== undefined &&
      vorige.bijzonder === null &&
      deel.bijzonder === null &&
      vorige.lot === deel.lot &&
      vorige.merken === deel.merken;
    if (past) this.#delen[this.#delen.length - 1] = { ...vorige, tekst: vorige.tekst + deel.tekst };
    else this.#delen.push(deel);
    return deel;
  }
}

/** What differs between the starting point and the concept, a word at a time. */
function vergelijk(toen: Rij, concept: Rij): { inConcept: number[]; invoegsels: Invoegsel[] } {
  const [oud, nieuw] = [woordenIn(toen), woordenIn(concept)];
  const [was, wordt] = [oud, nieuw].map((woorden) => woorden.map(({ sleutel }) => sleutel)) as [
    string[],
    string[],
  ];
  const gelijk = zelfdeWoorden(was, wordt);
  schuifHeel(was, wordt, gelijk);
  const inConcept = toen.client.map(() => -1);
  const invoegsels: Invoegsel[] = [];
  let gehad = 0;
  const tot = (woord: number, na: number): void => {
    const [van, einde] = [nieuw[gehad]?.van ?? 0, nieuw[woord - 1]?.tot ?? 0];
    if (woord > gehad) invoegsels.push({ na, van, tot: einde });
    gehad = woord + 1;
  };
  oud.forEach((woord, n) => {
    const daar = gelijk[n] ?? -1;
    const van = nieuw[daar]?.van;
    if (van === undefined) return;
    tot(daar, woord.van);
    for (let plaats = woord.van; plaats < woord.tot; plaats += 1)
      inConcept[plaats] = van + plaats - woord.van;
  });
  tot(nieuw.length, toen.client.length);
  return { inConcept, invoegsels };
}

function legBij<T>(per: Map<number, T[]>, plaats: number, wat: T): void {
  const hier = per.get(plaats);
  if (hier === undefined) per.set(plaats, [wat]);
  else hier.push(wat);
}

/** How a stretch reads. */
function leest(rij: Rij, van: number, tot: number): string {
  let tekst = '';
  for (let n = van; n < tot; n += 1) {
    const wat = rij.bijzonder.get(n);
    tekst += wat?.soort === 'vermelding' ? `\u0000${wat.wie?.soort} ${wat.wie?.id}\u0000` : rij.tekens[n];
  }
  return tekst;
}

/** Of the keys that one changed, those that aren't so in the text already. */
function anders(was: Bloksleutels, wordt: Bloksleutels, nu: Bloksleutels): Sleutelwaarden {
  return SLEUTELNAMEN.filter((naam) => was[naam] !== wordt[naam] && nu[naam] !== wordt[naam]).map((naam) => [
    naam,
    wordt[naam],
  ]);
}

function groeiVan(stap: Stap): number {
  if (stap.soort === 'weg') return -stap.lengte;
  if (stap.soort !== 'erbij') return 0;
  // A border takes an anchor along.
  return stap.wat.reduce((som, { bijzonder }) => som + (bijzonder?.soort === 'grens' ? 2 : 1), 0);
}

/** Between words that stay as they were: how often both oneself and another changed something. */
function botsingenIn(delen: readonly Deel[]): number {
  let [botsingen, eigen, ander] = [0, false, false];
  const sluit = (): void => {
    if (eigen && ander) botsingen += 1;
    [eigen, ander] = [false, false];
  };
  for (const { lot, tekst, bijzonder } of delen) {
    if (lot === 'gelijk') {
      if (bijzonder !== null || isLetterIn(tekst)) sluit();
    } else if (lot === 'ander_weg' || lot === 'ander_erbij') ander = true;
    else eigen = true;
  }
  sluit();
  return botsingen;
}

function isLetterIn(tekst: string): boolean {
  return [...tekst].some((teken) => isLetter(teken));
}

function invoegingen(wat: readonly Teken[], achterAnker: boolean): Invoeging[] {
  const delta: Invoeging[] = [];
  const blokken: Teken[][] = [[]];
  for (const teken of wat) {
    if (teken.bijzonder?.soort === 'grens') blokken.push([]);
    blokken.at(-1)?.push(teken);
  }
  blokken.forEach((blok) => {
    if (blok.length === 0) return;
    const [grens] = blok[0]?.bijzonder?.soort === 'grens' ? blok : [];
    if (grens !== undefined) {
      if (!achterAnker) delta.push({ insert: ANKER, attributes: {} });
      delta.push({ insert: merkVan(grens), attributes: {} });
    }
    delta.push(...inhoudVan(grens === undefined ? blok : blok.slice(1)));
    if (achterAnker) delta.push({ insert: ANKER, attributes: {} });
  });
  return delta;
}

function inhoudVan(tekens: readonly Teken[]): Invoeging[] {
  const delta: { insert: unknown; attributes: object }[] = [];
  let loop: { tekst: string; merken: Merken } | null = null;
  const sluit = (): void => {
    if (loop !== null) delta.push({ insert: loop.tekst, attributes: attributenVan(loop.merken) });
    loop = null;
  };
  for (const { tekst, merken, bijzonder } of tekens) {
    if (bijzonder?.soort === 'vermelding') {
      sluit();
      // A mention of nobody can't be written again: it reads the same in words.
      const insert = bijzonder.wie === null ? 'iemand' : vermeldingEmbed(bijzonder.wie);
      delta.push({ insert, attributes: attributenVan(merken) });
      continue;
    }
    if (loop !== null && loop.merken === merken) loop.tekst += tekst;
    else {
      sluit();
      loop = { tekst, merken };
    }
  }
  sluit();
  return delta as Invoeging[];
}

function merkVan({ bijzonder }: Teken): YMap<unknown> {
  const sleutels = bijzonder?.soort === 'grens' ? bijzonder.sleutels : null;
  return new YMap(
    SLEUTELNAMEN.flatMap((naam) =>
      sleutels === null || sleutels[naam] === KALE_ALINEA[naam] ? [] : [[naam, sleutels[naam]] as const],
    ),
  );
}

function attributenVan(merken: Merken): Record<string, true> {
  return { ...(merken & 1 ? { strong: true as const } : {}), ...(merken & 2 ? { em: true as const } : {}) };
}

function waar(bit: number): true | null {
  return bit === 0 ? null : true;
}
