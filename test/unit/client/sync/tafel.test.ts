import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Teksten } from '../../../../client/sync/teksten.ts';
import { type Huishouden, huishouden, type Naam } from '../../../server/huishouden.ts';
import { leesVeld, scherm, tot, typAlinea } from './overkant.ts';

// The two halves of the line against each other: the client as a page has it, and the server whole.

async function schermVan(huis: Huishouden, naam: Naam): Promise<Teksten> {
  const { cookie } = await huis.als(naam);
  const adres = huis.tafel.url.replace('http', 'ws');
  return scherm(adres, { casusId: huis.casusId, omgeving: { rustMs: 50 } }, cookie);
}

async function veldIn(huis: Huishouden, naam: Naam, compartiment: string): Promise<string> {
  const veld = (await huis.bord(naam)).velden.find(({ compartimentId }) => compartimentId === compartiment);
  if (veld === undefined) throw new Error('no text in this compartment');
  return veld.id;
}

async function samen() {
  const huis = await huishouden();
  const plek = await huis.plek('tom', 'hulp', null);
  const veld = await veldIn(huis, 'tom', plek);
  const [tom, sanne] = [await schermVan(huis, 'tom'), await schermVan(huis, 'sanne')];
  const van = (teksten: Teksten) => {
    const tekst = teksten.compartiment(plek);
    if (tekst === undefined) throw new Error('not open');
    return tekst;
  };
  for (const teksten of [tom, sanne]) {
    await tot(() => expect(teksten.compartiment(plek)?.stand).toBe('opgeslagen'));
  }
  return { huis, veld, tom, sanne, van };
}

test('SY5: what one types is on disk, and then on the screen of the other', async () => {
  const { huis, veld, tom, sanne, van } = await samen();
  const tekst = van(tom).veld(veld);
  typAlinea(tekst, 'Bel na vieren.');
  expect(van(tom).standVan(veld)).toBe('bezig');
  await tot(() => expect(van(tom).stand).toBe('opgeslagen'));
  await tot(() => expect(leesVeld(van(sanne).doc, veld)).toBe('Bel na vieren.'));
  // Before the anchor at its end.
  for (const letter of ' Niet op maandag.') tekst.insert(tekst.length - 1, letter);
  typAlinea(van(sanne).veld(veld), 'Van Sanne.');
  for (const teksten of [tom, sanne]) {
    await tot(() =>
      expect(leesVeld(van(teksten).doc, veld)).toBe('Bel na vieren. Niet op maandag.\nVan Sanne.'),
    );
    await tot(() => expect(van(teksten).stand).toBe('opgeslagen'));
  }
  expect([tom.overgebleven, sanne.overgebleven]).toEqual([[], []]);
  expect(huis.tafel.fouten).toEqual([]);
});

test('SY8: a cursor is seen by the other', async () => {
  const { veld, tom, sanne, van } = await samen();
  const begin = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(van(tom).veld(veld), 0));
  van(tom).awareness.setLocalState({ cursor: { anchor: begin, head: begin } });
  await tot(() => expect(van(sanne).awareness.getStates().size).toBe(1));
  expect([...van(sanne).awareness.getStates().keys()]).toEqual([van(tom).doc.clientID]);
  van(tom).awareness.setLocalState(null);
  await tot(() => expect(van(sanne).awareness.getStates().size).toBe(0));
});

test('NK17: what the gate refuses stays with who typed it, and nobody else sees it', async () => {
  const { veld, tom, sanne, van } = await samen();
  typAlinea(van(tom).veld(veld), 'Blijft.');
  await tot(() => expect(leesVeld(van(sanne).doc, veld)).toContain('Blijft.'));
  const eerst = van(tom);
  const regel = eerst.veld(veld);
  typAlinea(regel, 'Kan niet.');
  await tot(() => expect(van(tom).stand).toBe('opgeslagen'));
  eerst.doc.transact(() => {
    regel.insert(regel.length - 1, ' Echt niet.');
    regel.setAttribute('onclick', 'x');
  });
  await tot(() => expect(tom.overgebleven).toHaveLength(1));
  expect(tom.overgebleven[0]).toMatchObject({ veldId: veld, tekst: 'Kan niet. Echt niet.' });
  await tot(() => expect(van(tom).stand).toBe('opgeslagen'));
  expect(van(tom)).not.toBe(eerst);
  const tekst = 'Blijft.\nKan niet.';
  expect(leesVeld(van(tom).doc, veld)).toBe(tekst);
  expect(leesVeld(van(sanne).doc, veld)).toBe(tekst);
});

test('NK7: who no longer takes part has no text left, and the line stays closed', async () => {
  const { huis, veld, tom, sanne, van } = await samen();
  typAlinea(van(tom).veld(veld), 'Eerder.');
  await tot(() => expect(leesVeld(van(sanne).doc, veld)).toContain('Eerder.'));
  const weg = await huis.vraag('fatima', 'DELETE', `/deelnemers/${huis.zetelVan('sanne')}`);
  expect(weg.status).toBe(204);
  await tot(() => expect(sanne.gestopt).toBe('niet_toegestaan'));
  expect(sanne.compartimenten).toEqual([]);
  typAlinea(van(tom).veld(veld), 'Later.');
  await tot(() => expect(van(tom).stand).toBe('opgeslagen'));
});
