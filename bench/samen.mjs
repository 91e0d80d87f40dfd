// Speed of writing together: the product as built beside y-websocket's server and Hocuspocus, in one run on the same
// Node and the same load. `npm run bench`, or `npm run bench -- --kamers 20 --rondes 1 --alleen regietafel`; --last
// takes another load, such as `cursors` or `allen`; --json prints everything that was measured. Ends with 1 when something did not arrive or was not kept; the aims are reported.
import { cpus } from 'node:os';
import { beurt, metMap } from './samen/beurt.mjs';
import { meetCommit } from './samen/commit.mjs';
import { leesMaten } from './samen/maten.mjs';
import { mediaan } from './samen/mediaan.mjs';
import { doelen, tabel, vatSamen } from './samen/verslag.mjs';

const maten = leesMaten(process.argv.slice(2));
const beurten = new Map(maten.servers.map((server) => [server, []]));
const commits = [];

for (let ronde = 0; ronde < maten.rondes; ronde += 1) {
  commits.push(await metMap(async (map) => meetCommit(map)));
  // Another one first each time: a machine gets warm, and somebody else's work comes and goes.
  const eerste = ronde % maten.servers.length;
  for (const server of [...maten.servers.slice(eerste), ...maten.servers.slice(0, eerste)]) {
    console.error(`ronde ${ronde + 1} van ${maten.rondes}: ${server.titel} …`);
    beurten.get(server).push(await beurt(server, maten));
  }
}

const commit = mediaan(commits);
const uitkomsten = maten.servers.map((server) => vatSamen(server, beurten.get(server)));
const gesteld = doelen(uitkomsten, commit, maten);
const fouten = uitkomsten.flatMap((een) => een.fouten.map((fout) => `${een.titel}, ${fout}`));
const machine = `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'onbekend'}`;

if (maten.json) {
  const { servers: _, json: __, ...last } = maten;
  console.log(
    JSON.stringify({ machine, last, commit, commits, uitkomsten, doelen: gesteld, fouten }, null, 2),
  );
} else {
  console.log(`${machine}`);
  console.log(
    `${maten.kamers} kamers van ${maten.mensen}, in elk schrijven er ${maten.schrijvers}, elk ${maten.tempo} wijzigingen en ${maten.cursors} cursors per seconde; ` +
      `${maten.seconden} s gemeten, middelste van ${maten.rondes}; een commit op deze schijf: ${commit.toFixed(2).replace('.', ',')} ms\n`,
  );
  console.log(`${tabel(uitkomsten, maten)}\n`);
  for (const { zin } of gesteld) console.log(zin);
  const aantal = uitkomsten.reduce((som, { aangekomen }) => som + aangekomen, 0);
  if (fouten.length === 0 && aantal > 0) console.log(`Alle ${aantal} verwachte afleveringen geteld.`);
}
for (const fout of fouten) console.error(fout);
process.exitCode = fouten.length === 0 ? 0 : 1;
