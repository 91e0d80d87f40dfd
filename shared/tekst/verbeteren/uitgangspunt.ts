import {
  type Bloksleutels,
  leesSleutels,
  SLEUTELNAMEN,
  VERMELDINGSOORTEN,
  type Vermelding,
} from '../blok.ts';
import { type Bijzonder, GRENSTEKEN, type Merken, type Rij, VERMELDINGTEKEN } from './rij.ts';

// What a text said when somebody began to improve it, with where each character stood: what they changed is told from it,
// and what others changed since. One string, which the server keeps beside the concept.

type Regel = [client: number, klok: number, merken: Merken, wat: string | readonly unknown[]];

export function schrijfUitgangspunt(rij: Rij): string {
  const regels: Regel[] = [];
  const { tekens, client, klok, merken, bijzonder, eerste } = rij;
  let vorige: Regel | null = null;
  for (let n = 0; n < tekens.length; n += 1) {
    const [van, op, merk] = [client[n] ?? 0, klok[n] ?? 0, merken[n] ?? 0];
    const anders = bijzonder.get(n);
    if (anders !== undefined) {
      regels.push([van, op, merk, alsRegel(anders)]);
      vorige = null;
      continue;
    }
    const teken = tekens[n] ?? '';
    if (vorige !== null && typeof vorige[3] === 'string' && sluitAan(vorige, van, op, merk)) {
      vorige[3] += teken;
      continue;
    }
    vorige = [van, op, merk, teken];
    regels.push(vorige);
  }
  return JSON.stringify([sleutelrij(eerste), ...regels]);
}

/** @returns null for what nobody wrote as one */
export function leesUitgangspunt(tekst: string): Rij | null {
  const [eerste, ...regels] = alsLijst(tekst) ?? [];
  if (!Array.isArray(eerste)) return null;
  const tekens: string[] = [];
  const [client, klok, merken]: [number[], number[], Merken[]] = [[], [], []];
  const bijzonder = new Map<number, Bijzonder>();
  for (const regel of regels) {
    if (!Array.isArray(regel)) return null;
    const [van, op, merk, wat]: unknown[] = regel;
    if (!isGetal(van) || !isGetal(op) || !isGetal(merk)) return null;
    const anders = typeof wat === 'string' ? null : uitRegel(wat);
    if (typeof wat !== 'string' && anders === null) return null;
    const woord = typeof wat === 'string' ? wat : anders?.soort === 'grens' ? GRENSTEKEN : VERMELDINGTEKEN;
    if (anders !== null) bijzonder.set(client.length, anders);
    tekens.push(woord);
    for (let n = 0; n < woord.length; n += 1) {
      client.push(van);
      klok.push(op + n);
      merken.push(merk);
    }
  }
  return { tekens: tekens.join(''), client, klok, merken, bijzonder, eerste: uitSleutelrij(eerste) };
}

function alsLijst(tekst: string): unknown[] | null {
  try {
    const gelezen: unknown = JSON.parse(tekst);
    return Array.isArray(gelezen) ? gelezen : null;
  } catch {
    return null;
  }
}

function sluitAan([client, klok, merken, wat]: Regel, van: number, op: number, merk: Merken): boolean {
  return client === van && klok + wat.length === op && merken === merk;
}

function alsRegel(wat: Bijzonder): readonly unknown[] {
  if (wat.soort === 'grens') return sleutelrij(wat.sleutels);
  return wat.wie === null ? [] : [wat.wie.soort, wat.wie.id];
}

function uitRegel(wat: unknown): Bijzonder | null {
  if (!Array.isArray(wat)) return null;
  if (wat.length === SLEUTELNAMEN.length) return { soort: 'grens', sleutels: uitSleutelrij(wat) };
  const [soort, id]: unknown[] = wat;
  const bekend = VERMELDINGSOORTEN.find((een) => een === soort);
  const wie: Vermelding = bekend === undefined || typeof id !== 'string' ? null : { soort: bekend, id };
  return { soort: 'vermelding', wie };
}

function sleutelrij(sleutels: Bloksleutels): readonly unknown[] {
  return SLEUTELNAMEN.map((naam) => sleutels[naam]);
}

function uitSleutelrij(rij: readonly unknown[]): Bloksleutels {
  return leesSleutels((naam) => rij[SLEUTELNAMEN.indexOf(naam)]);
}

function isGetal(waarde: unknown): waarde is number {
  return typeof waarde === 'number' && Number.isSafeInteger(waarde) && waarde >= 0;
}
