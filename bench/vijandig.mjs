// Twelve who mean harm beside a hundred at work, on the product as built (ST6): how long a letter of the hundred takes
// until it is on disk, without the twelve and with them, letters that were lost, and memory over time.
// `node bench/vijandig.mjs` takes ten minutes; `--seconden 20` less; `--json` prints what was measured.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wacht } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metMap } from './samen/beurt.mjs';
import { Serverproces } from './samen/serverproces.mjs';
import { Eerlijken } from './vijandig/eerlijk.mjs';
import { dek } from './vijandig/tafel.mjs';

const { values } = parseArgs({
  options: {
    seconden: { type: 'string', default: '480' },
    tafels: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
});
const seconden = Number(values.seconden);
const tafels = Number(values.tafels);
const [MENSEN, VIJANDEN] = [10, 12];
const pad = (naam) => fileURLToPath(new URL(`./vijandig/${naam}`, import.meta.url));
const deel = (tijden, deel) => tijden.toSorted((a, b) => a - b)[Math.floor(tijden.length * deel)] ?? 0;
const samen = (metingen, van, tot) => {
  const tijden = metingen.filter(({ op }) => op >= van && op < tot).map(({ ms }) => ms);
  return {
    aantal: tijden.length,
    p50: deel(tijden, 0.5),
    p99: deel(tijden, 0.99),
    langst: deel(tijden, 1 - 1e-9),
  };
};

const uitkomst = await metMap(async (map) => {
  const env = { BENCH_MAP: map, BENCH_MENSEN: String(tafels * MENSEN + VIJANDEN) };
  const server = {
    titel: 'Regietafel',
    poort: /op port (\d+)/,
    start: async () => ({ script: pad('server.mjs'), env }),
  };
  const proces = await Serverproces.start(server, map);
  try {
    const { eerlijk, vijandig } = await dek(proces.adres, { tafels, mensen: MENSEN, vijanden: VIJANDEN });
    const hoofd = await Eerlijken.begin(eerlijk);
    hoofd.werk();
    await wacht(2_000);
    const rustig = performance.now();
    await wacht(Math.max(5, seconden / 4) * 1000);
    const begin = performance.now();
    const vijanden = spawn(process.execPath, [pad('vijanden.mjs')], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    vijanden.send(vijandig);
    const geheugen = [(await proces.meet()).rss];
    for (let n = 0; n < 12; n += 1) {
      await wacht((seconden / 12) * 1000);
      geheugen.push((await proces.meet()).rss);
    }
    const eind = performance.now();
    const antwoord = once(vijanden, 'message');
    vijanden.send('klaar');
    const [gedaan] = await antwoord;
    const verloren = await hoofd.klaar();
    hoofd.sluit();
    await proces.stop();
    const { wachttijden, rondes } = JSON.parse(readFileSync(join(map, 'wachttijden.json'), 'utf8'));
    const wachtten = eerlijk.flatMap(({ medewerkerId }) => wachttijden[medewerkerId] ?? []);
    const vat = (tijden) => ({
      aantal: tijden.length,
      p50: deel(tijden, 0.5),
      p99: deel(tijden, 0.99),
      langst: deel(tijden, 1 - 1e-9),
    });
    return {
      server: { wacht: vat(wachtten), ronde: vat(rondes) },
      letters: { zonder: samen(hoofd.letters, rustig, begin), met: samen(hoofd.letters, begin, eind) },
      borden: { zonder: samen(hoofd.borden, rustig, begin), met: samen(hoofd.borden, begin, eind) },
      verstuurd: hoofd.verstuurd,
      verloren,
      gehinderd: hoofd.gehinderd,
      geheugen: geheugen.map((bytes) => Math.round(bytes / 1e6)),
      gedaan,
    };
  } catch (fout) {
    proces.breekAf();
    throw fout;
  }
});

if (values.json) console.log(JSON.stringify(uitkomst));
else {
  const ms = (getal) => getal.toFixed(1).replace('.', ',').padStart(8);
  console.log(
    `node ${process.version}; ${tafels * MENSEN} mensen aan het werk, ${VIJANDEN} vijanden, ${seconden} s`,
  );
  console.log('                          aantal      p50      p99   langst (ms)');
  for (const wat of ['letters', 'borden']) {
    for (const hoe of ['zonder', 'met']) {
      const { aantal, p50, p99, langst } = uitkomst[wat][hoe];
      console.log(
        `${`${wat} ${hoe} vijanden`.padEnd(24)}${String(aantal).padStart(8)} ${ms(p50)} ${ms(p99)} ${ms(langst)}`,
      );
    }
  }
  console.log('in tijd van de server alleen, wat de machine verder doet niet meegeteld:');
  for (const [wat, naam] of [
    ['wacht', 'bericht in de rij'],
    ['ronde', 'aan een stuk'],
  ]) {
    const { aantal, p50, p99, langst } = uitkomst.server[wat];
    console.log(`${naam.padEnd(24)}${String(aantal).padStart(8)} ${ms(p50)} ${ms(p99)} ${ms(langst)}`);
  }
  console.log(
    `verloren letters: ${uitkomst.verloren} van ${uitkomst.verstuurd}; gehinderd: ${uitkomst.gehinderd.length}`,
  );
  for (const wat of uitkomst.gehinderd.slice(0, 5)) console.log(`  ${wat}`);
  console.log(`geheugen, MB, van begin tot eind: ${uitkomst.geheugen.join(' ')}`);
  console.log(`wat de vijanden deden: ${JSON.stringify(uitkomst.gedaan)}`);
}
process.exitCode = uitkomst.verloren === 0 && uitkomst.gehinderd.length === 0 ? 0 : 1;
