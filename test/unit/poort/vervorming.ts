import * as Y from 'yjs';
import { type Toeval, VELDEN } from './gesprek.ts';
import { bericht, type Id, type Inhoud, inhoud, item, type Plek, skip, type Wis, weg } from './schrijver.ts';

/** An honest update with some bytes changed, cut, repeated or added. */
export function misvorm(update: Uint8Array, toeval: Toeval): Uint8Array {
  let bytes = [...update];
  for (let n = toeval.onder(3); n >= 0; n -= 1) {
    const plaats = toeval.onder(bytes.length);
    const kans = toeval.deel();
    if (kans < 0.6) bytes[plaats] = toeval.onder(256);
    else if (kans < 0.75) bytes[plaats] = (bytes[plaats] ?? 0) ^ (1 << toeval.onder(8));
    else if (kans < 0.8) bytes = bytes.slice(0, plaats);
    else if (kans < 0.85) bytes.splice(plaats, 1 + toeval.onder(6));
    else if (kans < 0.9) bytes.splice(plaats, 0, ...bytes.slice(plaats, plaats + 1 + toeval.onder(12)));
    else if (kans < 0.95) bytes.push(toeval.onder(256));
    else bytes = Array.from({ length: toeval.onder(40) }, () => toeval.onder(256));
    if (bytes.length === 0) bytes.push(toeval.onder(256));
  }
  return Uint8Array.from(bytes);
}

/** A well-formed update that nobody's editor wrote: any kind of struct next to, or in, anything that is there. */
export function verzin(doc: Y.Doc, clientId: number, toeval: Toeval): Uint8Array {
  const klok = Y.getState(doc.store, clientId);
  const clients = [...doc.store.clients.keys()];
  const structs: number[][] = [];
  let eind = klok + (toeval.deel() < 0.03 ? toeval.onder(4) - 2 : 0);
  const begin = Math.max(0, eind);
  eind = begin;
  const ergens = (): Id => {
    if (eind > begin && toeval.deel() < 0.4) return [clientId, begin + toeval.onder(eind - begin)];
    if (clients.length === 0 || toeval.deel() < 0.01) return [toeval.onder(9), toeval.onder(9)];
    const client = toeval.kies(clients);
    return [client, toeval.onder(Y.getState(doc.store, client) + (toeval.deel() < 0.01 ? 2 : 0))];
  };
  const aantal = toeval.onder(6);
  for (let n = 0; n < aantal; n += 1) {
    if (toeval.deel() < 0.05) {
      const lengte = 1 + toeval.onder(5);
      structs.push(toeval.deel() < 0.1 ? skip(lengte) : weg(lengte));
      eind += lengte;
      continue;
    }
    const [lengte, wat] = iets(toeval);
    structs.push(item(plek(doc, ergens, toeval), wat));
    eind += lengte;
  }
  const nieuw: Wis = { client: clientId, bereiken: [[begin, eind - begin]] };
  const kans = toeval.deel();
  const gewist: Wis[] = [];
  // All that is new now and then: several values under a key pass when they are deleted.
  if (kans < 0.1 && eind > begin) gewist.push(nieuw);
  else if (kans > 0.5) gewist.push({ client: ergens()[0], bereiken: [[ergens()[1], 1 + toeval.onder(6)]] });
  return bericht(structs.length === 0 ? [] : [{ client: clientId, clock: begin, structs }], gewist);
}

function plek(doc: Y.Doc, ergens: () => Id, toeval: Toeval): Plek {
  const kans = toeval.deel();
  if (kans < 0.15) return { ouder: toeval.deel() < 0.95 ? toeval.kies(VELDEN) : 'anders' };
  if (kans < 0.35) return { ouder: toeval.deel() < 0.5 ? ergens() : (merkIn(doc, toeval) ?? ergens()) };
  if (kans < 0.45) {
    const sleutel = toeval.kies(['soort', 'niveau', 'diepte', 'begin', 'stijl']);
    return { ouder: toeval.deel() < 0.3 ? toeval.kies(VELDEN) : (merkIn(doc, toeval) ?? ergens()), sleutel };
  }
  const origin = ergens();
  if (kans < 0.6) return { origin };
  if (kans < 0.7) return { rightOrigin: origin };
  // Its real neighbour, so that it is something that could have been typed there.
  const struct = doc.store.clients.get(origin[0])?.find(({ id, length }) => origin[1] < id.clock + length);
  const rechts = struct instanceof Y.Item ? struct.right : null;
  if (kans < 0.95 && rechts !== null) {
    return {
      origin: [origin[0], struct === undefined ? 0 : struct.id.clock + struct.length - 1],
      rightOrigin: [rechts.id.client, rechts.id.clock],
    };
  }
  return { origin, rightOrigin: ergens() };
}

/** Any marker, for among all ids it is seldom met. */
function merkIn(doc: Y.Doc, toeval: Toeval): Id | null {
  const merken = [...doc.store.clients.values()].flatMap((structs) =>
    structs.filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType),
  );
  if (merken.length === 0) return null;
  const { id } = toeval.kies(merken);
  return [id.client, id.clock];
}

function iets(toeval: Toeval): [lengte: number, Inhoud] {
  const kans = toeval.deel();
  if (kans < 0.25) return [2, inhoud.tekst('ab')];
  if (kans < 0.3) return [2, inhoud.tekst('🙂')];
  if (kans < 0.4) return [1, inhoud.anker()];
  if (kans < 0.52) return [1, inhoud.merk()];
  if (kans < 0.6) return [1, inhoud.ingebed(toeval.kies(EMBEDS))];
  if (kans < 0.67) return [1, inhoud.getalwaarde(toeval.onder(64))];
  if (kans < 0.74) return [1, inhoud.getalwaarde(1 + toeval.onder(3))];
  if (kans < 0.81) return [1, inhoud.tekstwaarde(toeval.kies(['alinea', 'kop', 'punt', 'nummer', 'script']))];
  if (kans < 0.83) return [2, inhoud.waarden([125, 1], [125, 1 + toeval.onder(12)])];
  if (kans < 0.85) return [1, inhoud.nulwaarde()];
  if (kans < 0.91)
    return [1, inhoud.opmaak(toeval.kies(['strong', 'em', 'link']), toeval.kies(['true', 'null', '{}']))];
  if (kans < 0.96) return [3, inhoud.gewist(3)];
  return [
    1,
    toeval.kies([
      inhoud.json('1'),
      inhoud.bytes(1),
      inhoud.element('paragraph'),
      inhoud.type(toeval.onder(8)),
      inhoud.document('g'),
    ]),
  ];
}

const ID = '00000000-0000-4000-8000-000000000000';
const EMBEDS = [
  JSON.stringify({ vermelding: { soort: 'lid', id: ID } }),
  JSON.stringify({ vermelding: { id: ID, soort: 'deelnemer' } }),
  JSON.stringify({ vermelding: { soort: 'ander', id: ID } }),
  JSON.stringify({ vermelding: { soort: 'lid', id: ID.toUpperCase().replace('0', 'A') } }),
  '{"eind":2}',
  '{"eind":1,"eind":1}',
  '{"eind":1,"__proto__":1}',
  '[]',
];
