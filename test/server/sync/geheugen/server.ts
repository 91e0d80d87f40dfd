import { randomBytes, randomUUID } from 'node:crypto';
import { maakApp } from '../../../../server/app.ts';
import { openDatabase } from '../../../../server/database/database.ts';
import { vulDemo } from '../../../../server/demo/vul.ts';
import { beantwoord, inGeheugen } from './zoek.ts';

// A server in a process of its own, whose clock the test moves and whose memory it searches.

export type Servervraag =
  | { readonly wat: 'poort' }
  /** Time goes on, and the housekeeping comes by. Answers whose texts are in memory. */
  | { readonly wat: 'later'; readonly ms: number }
  | { readonly wat: 'zoek'; readonly woorden: readonly string[] };

const [, , map = ''] = process.argv;
let nu = Date.UTC(2026, 1, 3, 9, 0, 0);
const omgeving = {
  nu: () => nu,
  id: () => randomUUID(),
  willekeur: (aantal: number) => randomBytes(aantal),
};
const database = await openDatabase({
  map: `${map}/data`,
  sleutelmap: `${map}/sleutels`,
  nu: omgeving.nu,
  willekeur: omgeving.willekeur,
});
const fout = (wat: unknown): void => console.error(wat);
const app = maakApp({
  database,
  omgeving,
  demo: true,
  secure: false,
  clientMap: null,
  bijFout: fout,
  bijSchijffout: fout,
});
vulDemo({ ...app, database, omgeving });
const poort = await app.luister(0, '127.0.0.1');

beantwoord<Servervraag>((vraag) => {
  switch (vraag.wat) {
    case 'poort':
      return poort;
    case 'later':
      nu += vraag.ms;
      app.teksten.ruimOp();
      return [...app.teksten.kamers.keys()];
    case 'zoek':
      return inGeheugen(vraag.woorden);
  }
});
