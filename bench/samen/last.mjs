// A process that plays people: `begin` connects them, `schrijf` starts the writing of who doesn't write yet, `open` and
// `stand` bound what is measured. `sluit` ends it: it waits until everything has arrived and answers with what it counted.
import { performance } from 'node:perf_hooks';
import { Kamer } from './kamer.mjs';
import { Meting } from './meting.mjs';
import { toeval } from './toeval.mjs';

const COMPLEET_BINNEN = 30_000;
/** People are not all let in at the same moment. */
const TEGELIJK = 20;

const meting = new Meting();
const cursormeting = new Meting();
const kamers = [];
/** In how many of them it is written already. */
let schrijvend = 0;
let schrijft = true;
let cpuBijOpen;
let eersteFout = null;

const OPDRACHTEN = {
  begin: async ({ lijn, kamers: lijst }) => {
    const { verbind } = await import(`./lijnen/${lijn}.mjs`);
    const nieuw = lijst.map((kamer) => new Kamer(kamer, meting, cursormeting));
    for (let n = 0; n < nieuw.length; n += TEGELIJK) {
      await Promise.all(nieuw.slice(n, n + TEGELIJK).map((kamer) => kamer.verbind(verbind, faal)));
    }
    kamers.push(...nieuw);
  },
  schrijf: async ({ tempo, cursors, zaad }) => {
    const kans = toeval(zaad + schrijvend);
    for (const kamer of kamers.slice(schrijvend)) {
      for (let wie = 0; wie < kamer.schrijvers; wie += 1) {
        if (tempo > 0) steeds(() => kamer.schrijf(wie), 1000 / tempo, kans);
        if (cursors > 0) steeds(() => kamer.beweeg(wie), 1000 / cursors, kans);
      }
    }
    schrijvend = kamers.length;
  },
  open: async () => {
    cpuBijOpen = process.cpuUsage();
    for (const een of [meting, cursormeting]) een.open(performance.now());
  },
  /** What was delivered since `open`, in between: the writing goes on. */
  stand: async () => {
    meting.sluit(performance.now());
    const { user, system } = process.cpuUsage(cpuBijOpen);
    return { cpu: user + system, afleveringen: meting.afleveringen, duren: meting.duren() };
  },
  sluit: async () => {
    for (const een of [meting, cursormeting]) een.sluit(performance.now());
    const { user, system } = process.cpuUsage(cpuBijOpen);
    schrijft = false;
    const compleet = await wacht(() => kamers.every((kamer) => kamer.compleet), COMPLEET_BINNEN);
    const uitkomst = {
      compleet,
      cpu: user + system,
      wijzigingen: meting.wijzigingen,
      afleveringen: meting.afleveringen,
      duren: meting.duren(),
      cursorduren: cursormeting.duren(),
      kamers: kamers.map((kamer) => kamer.uitkomst()),
    };
    for (const kamer of kamers) kamer.sluit();
    return uitkomst;
  },
};

process.on('message', ({ opdracht, ...gegevens }) => {
  if (eersteFout !== null) faal(eersteFout);
  else OPDRACHTEN[opdracht](gegevens).then((uitkomst) => process.send({ opdracht, uitkomst }), faal);
});
process.on('uncaughtException', faal);

/** Every `ms` on average, at random moments as people do; late is caught up with, so that all get the same. */
function steeds(doe, ms, kans) {
  let moment = performance.now() + kans() * ms;
  const beurt = () => {
    if (!schrijft) return;
    doe();
    moment += ms * (0.5 + kans());
    setTimeout(beurt, Math.max(0, moment - performance.now()));
  };
  setTimeout(beurt, moment - performance.now());
}

async function wacht(tot, hoogstens) {
  const einde = performance.now() + hoogstens;
  while (!tot()) {
    if (performance.now() > einde) return false;
    await new Promise((klaar) => setTimeout(klaar, 20));
  }
  return true;
}

/** Tells whoever waits for an answer now, or else who asks next. */
function faal(fout) {
  eersteFout ??= fout;
  process.send({ opdracht: 'faal', uitkomst: fout.stack });
}
