import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { leesBericht } from '../../../server/teksten/poort/bericht.ts';
import { Lezer } from '../../../server/teksten/poort/lezer.ts';
import { controleerNa } from '../../../server/teksten/poort/nacontrole.ts';
import { keurUpdate } from '../../../server/teksten/poort/poort.ts';
import { gesprek, Toeval, VELDEN } from './gesprek.ts';
import { kopie, pasToeEnKijk, ruimOp } from './orakel.ts';
import { misvorm, verzin } from './vervorming.ts';

/** `FRAMES=10000000 npx vitest run test/unit/poort/fuzz.test.ts` for the long run: a third honest, the rest not. */
const FRAMES = Number(process.env.FRAMES ?? 60_000);
const ZAAD = Number(process.env.ZAAD ?? 1);
const EERLIJK = Math.ceil(FRAMES / 3);
const GEVORMD = FRAMES - EERLIJK;
const TIJD = Math.max(240_000, FRAMES * 20);

const velden: ReadonlySet<string> = new Set(VELDEN);

type Monster = { readonly staat: Uint8Array; readonly update: Uint8Array; readonly clientId: number };

describe('SY4: the gate against an oracle that applies', () => {
  test('SY4: of honest frames none is refused, and each is what it says', { timeout: TIJD }, () => {
    const afwijkingen: Record<string, number> = {};
    const soorten: Record<string, number> = {};
    const tel = (lijst: Record<string, number>, wat: string) => {
      lijst[wat] = (lijst[wat] ?? 0) + 1;
    };
    let aantal = 0;
    for (let ronde = 0; aantal < EERLIJK; ronde += 1) {
      for (const { frame, server } of gesprek(new Toeval(ZAAD * 1_000_003 + ronde), 60)) {
        const { update, clientId, wat } = frame;
        const uitkomst = keurUpdate(update, { doc: server.doc, velden, eigenIds: new Set([clientId]) });
        aantal += 1;
        tel(soorten, `${wat} ${uitkomst.soort}`);
        const verwacht = wat === 'nieuw' ? ['toegelaten', 'niets_nieuws'] : ['niets_nieuws'];
        if (!verwacht.includes(uitkomst.soort)) tel(afwijkingen, `${wat}: ${JSON.stringify(uitkomst)}`);
        if (uitkomst.soort === 'toegelaten' && uitkomst.clientId === null && grootte(update) > 0) {
          tel(afwijkingen, 'said to delete only, and it writes');
        }
        if ('code' in uitkomst) continue;
        if (!leestAlsYjs(update)) tel(afwijkingen, 'read otherwise than Yjs reads it');
        if (aantal % 20 === 0) {
          const doc = kopie(Y.encodeStateAsUpdate(server.doc), VELDEN);
          const fout = pasToeEnKijk(doc, update, VELDEN, clientId);
          if (fout !== null) tel(afwijkingen, `oracle: ${fout}`);
          const veranderd = !Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(server.doc));
          if (veranderd !== (uitkomst.soort === 'toegelaten'))
            tel(afwijkingen, `${uitkomst.soort}, and not so`);
        }
      }
    }
    expect(afwijkingen, JSON.stringify(soorten)).toEqual({});
  });

  test('SY4: what passes of misshapen and invented frames leaves a whole document', { timeout: TIJD }, () => {
    const toeval = new Toeval(ZAAD);
    const afwijkingen: Record<string, number> = {};
    const uitkomsten: Record<string, number> = {};
    const tel = (wat: string) => {
      afwijkingen[wat] = (afwijkingen[wat] ?? 0) + 1;
    };
    let monsters: Monster[] = [];
    let docs: Y.Doc[] = [];
    let geheugen: number | null = null;
    for (let n = 0; n < GEVORMD; n += 1) {
      if (n % 10_000 === 0) {
        if (n === 20_000) geheugen = inGebruik();
        monsters = verzamel(new Toeval(ZAAD * 7_919 + n));
        docs = monsters.map(({ staat }) => kopie(staat, VELDEN));
      }
      const nummer = toeval.onder(monsters.length);
      const monster = monsters[nummer];
      const doc = docs[nummer];
      if (monster === undefined || doc === undefined) continue;
      const { staat, clientId } = monster;
      const update = toeval.deel() < 0.5 ? misvorm(monster.update, toeval) : verzin(doc, clientId, toeval);
      const poging = probeer(() => keurUpdate(update, { doc, velden, eigenIds: new Set([clientId]) }));
      if (poging.fout !== null) {
        tel(`the gate throws: ${poging.fout}`);
        continue;
      }
      const { soort } = poging.waarde;
      const code = 'code' in poging.waarde ? poging.waarde.code : '';
      uitkomsten[`${soort} ${code}`] = (uitkomsten[`${soort} ${code}`] ?? 0) + 1;
      if (soort !== 'toegelaten' && soort !== 'niets_nieuws') continue;
      const na = kopie(staat, VELDEN);
      const voor = Y.snapshot(na);
      let geschonden: string | null = null;
      na.on('afterTransaction', (transactie) => {
        const controle = controleerNa(transactie, velden);
        if (controle.soort === 'geschonden') geschonden = controle.wat;
      });
      const fout = pasToeEnKijk(na, update, VELDEN, clientId);
      if (fout !== null) tel(`${soort}, then: ${fout}`);
      if (geschonden !== null) tel(`${soort}, then the assertion: ${geschonden}`);
      if (!leestAlsYjs(update)) tel('read otherwise than Yjs reads it');
      if (fout === null && Y.equalSnapshots(Y.snapshot(na), voor) !== (soort === 'niets_nieuws')) {
        tel(`${soort}, and not so`);
      }
      const later = ruimOp(na, VELDEN);
      if (later !== null) tel(`${soort}, then: ${later}`);
    }
    if (process.env.TOON !== undefined) console.log(uitkomsten);
    expect(afwijkingen).toEqual({});
    // SY10: what is refused leaves nothing behind. The documents of one batch come and go; more than those would be a leak.
    if (geheugen !== null) expect(inGebruik() - geheugen).toBeLessThan(40_000_000);
    // Were nothing let through, this would have tried nothing.
    expect(uitkomsten['toegelaten '] ?? 0).toBeGreaterThan(GEVORMD / 50);
  });
});

/** Bytes on the heap after collecting. */
function inGebruik(): number {
  setFlagsFromString('--expose-gc');
  const ruimOpNu: unknown = runInNewContext('gc');
  if (typeof ruimOpNu === 'function') ruimOpNu();
  return process.memoryUsage().heapUsed;
}

function probeer<T>(doe: () => T): { fout: null; waarde: T } | { fout: string } {
  try {
    return { fout: null, waarde: doe() };
  } catch (fout) {
    return { fout: String(fout) };
  }
}

function verzamel(toeval: Toeval): Monster[] {
  const monsters: Monster[] = [];
  for (let ronde = 0; ronde < 4; ronde += 1) {
    for (const { frame, server } of gesprek(toeval, 60)) {
      if (toeval.deel() < 0.2) {
        monsters.push({
          staat: Y.encodeStateAsUpdate(server.doc),
          update: frame.update,
          clientId: frame.clientId,
        });
      }
    }
  }
  return monsters;
}

function grootte(update: Uint8Array): number {
  return Y.decodeUpdate(update).structs.length;
}

/** Two readers of the same bytes that differ are how things get past a gate. */
function leestAlsYjs(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const { clientId, structs: onze, gewist } = leesBericht(new Lezer(update));
  const beide = structs.every(({ id, length }, n) => {
    const ander = onze[n];
    return id.client === clientId && id.clock === ander?.clock && length === ander.lengte;
  });
  const bereiken = [...ds.clients].flatMap(([client, lijst]) =>
    lijst.map(({ clock, len }) => ({ client, begin: clock, eind: clock + len })),
  );
  return beide && structs.length === onze.length && JSON.stringify(bereiken) === JSON.stringify(gewist);
}
