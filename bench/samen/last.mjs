// A process that plays people: `begin` connects them, `schrijf` starts the writing, `open` and `sluit` bound what is
// measured, after which it waits until everything has arrived and answers with what it counted.
import { performance } from 'node:perf_hooks';
import { Kamer } from './kamer.mjs';
import { Meting } from './meting.mjs';
import { toeval } from './toeval.mjs';

const COMPLEET_BINNEN = 30_000;
/** People are not all let in at the same moment. */
const TEGELIJK = 20;

const meting = new Meting();
let kamers = [];
let schrijft = true;
let cpuBijOpen;
let eersteFout = null;

const OPDRACHTEN = {
  begin: async ({ lijn, kamers: lijst }) => {
    const { verbind } = await import(`./lijnen/${lijn}.mjs`);
    kamers = lijst.map((kamer) => new Kamer(kamer, meting));
    for (let n = 0; n < kamers.length; n += TEGELIJK) {
      await Promise.all(kamers.slice(n, n + TEGELIJK).map((kamer) => kamer.verbind(verbind, faal)));
    }
  },
  schrijf: async ({ tempo, zaad }) => {
    const kans = toeval(zaad);
    for (const kamer of kamers) laatSchrijven(kamer, 1000 / tempo, kans);
  },
  open: async () => {
    cpuBijOpen = process.cpuUsage();
    meting.open(performance.now());
  },
  sluit: async () => {
    meting.sluit(performance.now());
    const { user, system } = process.cpuUsage(cpuBijOpen);
    schrijft = false;
    const compleet = await wacht(() => kamers.every((kamer) => kamer.compleet), COMPLEET_BINNEN);
    const uitkomst = {
      compleet,
      cpu: user + system,
      wijzigingen: meting.wijzigingen,
      afleveringen: meting.afleveringen,
      duren: meting.duren(),
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

/** A change every `ms` on average, at random moments as people do; late is caught up with, so that all get the same. */
function laatSchrijven(kamer, ms, kans) {
  let moment = performance.now() + kans() * ms;
  const beurt = () => {
    if (!schrijft) return;
    kamer.schrijf();
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
