import { spawn } from 'node:child_process';
import { once } from 'node:events';

const METER = new URL('./meter.mjs', import.meta.url).href;
const KLAAR_BINNEN = 60_000;
const GESTOPT_BINNEN = 30_000;

/** A server in a process of its own, on this same Node. */
export class Serverproces {
  #kind;
  #uit = '';

  /** Starts it. @returns once it listens @throws Error with what it printed when it doesn't */
  static async start(server, map, profiel = null) {
    const proces = new Serverproces();
    const { script, env } = await server.start(map);
    proces.#kind = spawn(process.execPath, ['--import', METER, script], {
      cwd: map,
      env: { ...process.env, ...env, ...(profiel === null ? {} : { NODE_OPTIONS: '--perf-basic-prof' }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    proces.adres = await proces.#wachtOpPoort(server);
    return proces;
  }

  /** What it has used: CPU in µs since it started, memory in bytes now. */
  async meet() {
    return this.#zeg('meet');
  }

  /** Bytes that it holds on to now; it collects what nobody uses, so not while something is timed. */
  async geheugen() {
    return this.#zeg('geheugen');
  }

  async #zeg(woord) {
    const antwoord = once(this.#kind, 'message');
    this.#kind.send(woord);
    return (await antwoord)[0];
  }

  /** Where the time of the processor goes, in stacks of `perf`, until it is stopped. V8's own profile counts waiting for the disk. */
  profileer(bestand) {
    const doe = ['record', '-e', 'cpu-clock', '-F', '999', '-g', '-p', String(this.#kind.pid), '-o', bestand];
    const perf = spawn('perf', doe, { stdio: 'ignore' });
    return async () => {
      const weg = once(perf, 'exit');
      perf.kill('SIGINT');
      await weg;
    };
  }

  /** Asks it something that its script knows, over the line between the two. @throws Error with what went wrong there */
  async vraag(woord) {
    const { antwoord: uit, fout } = await this.#zeg(woord);
    if (fout !== undefined) throw new Error(fout);
    return uit;
  }

  /** Asks it to stop. @throws Error when it doesn't, or has ended before */
  async stop() {
    if (this.#kind.exitCode !== null || this.#kind.signalCode !== null) {
      throw new Error(`De server stopte vanzelf:\n${this.#uit}`);
    }
    const weg = once(this.#kind, 'exit');
    this.#kind.kill('SIGTERM');
    const tijd = setTimeout(() => this.#kind.kill('SIGKILL'), GESTOPT_BINNEN);
    const [, signaal] = await weg;
    clearTimeout(tijd);
    if (signaal === 'SIGKILL') throw new Error('De server stopte niet toen dat gevraagd werd.');
  }

  /** Ends it whatever it is doing. */
  breekAf() {
    this.#kind.kill('SIGKILL');
  }

  #wachtOpPoort({ titel, poort }) {
    return new Promise((klaar, mislukt) => {
      const faal = (waarom) => mislukt(new Error(`${titel} ${waarom}:\n${this.#uit}`));
      const tijd = setTimeout(() => {
        this.breekAf();
        faal('meldt zich niet');
      }, KLAAR_BINNEN);
      this.#kind.once('exit', () => {
        clearTimeout(tijd);
        faal('stopte bij het starten');
      });
      for (const stroom of [this.#kind.stdout, this.#kind.stderr]) {
        stroom.setEncoding('utf8').on('data', (stuk) => {
          // Enough to explain a failure; a server that prints without end must not fill this process.
          this.#uit = (this.#uit + stuk).slice(-10_000);
          const gevonden = poort.exec(this.#uit);
          if (gevonden === null) return;
          clearTimeout(tijd);
          klaar(`127.0.0.1:${gevonden[1]}`);
        });
      }
    });
  }
}
