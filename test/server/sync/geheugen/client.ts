import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { Teksten } from '../../../../client/sync/teksten.ts';
import { beantwoord, inGeheugen } from './zoek.ts';

// Somebody's screen in a process of its own: the texts as the page holds them, without the page.

export type Clientvraag =
  /** How long the text of a veld is; null when it isn't here. */
  | { readonly wat: 'lengte'; readonly compartimentId: string; readonly veldId: string }
  | { readonly wat: 'zoek'; readonly woorden: readonly string[] };

const [, , adres = '', casusId = '', cookie = ''] = process.argv;
const teksten = new Teksten({
  casusId,
  opVerandering: () => {},
  omgeving: {
    // ws is what a browser's WebSocket is, and takes a cookie where a browser has its own.
    maakSocket: (url) => new WebSocket(url, { headers: { cookie } }) as unknown as globalThis.WebSocket,
    adres: () => adres,
    uuid: () => randomUUID(),
    venster: new EventTarget(),
  },
});
teksten.start();

beantwoord<Clientvraag>((vraag) => {
  switch (vraag.wat) {
    case 'lengte':
      return teksten.compartiment(vraag.compartimentId)?.veld(vraag.veldId).toString().length ?? null;
    case 'zoek':
      return inGeheugen(vraag.woorden);
  }
});
