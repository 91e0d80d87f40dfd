import { connect, createServer, type Socket } from 'node:net';

/** A line that takes its time: what goes in on one side comes out on the other so much later, in order. */
export interface Vertraging {
  /** Where the product is to be found over this line. */
  readonly url: string;
  /** How long it takes from now on, ms one way; what is underway isn't overtaken. */
  zet(ms: number): void;
  /** Breaks what is open, and lets nothing through until `herstel`. */
  valWeg(): void;
  herstel(): void;
  /**
   * From now on the product does what is asked by a request that begins like this, and the line breaks before its
   * answer comes through; null: no more.
   */
  verliesAntwoorden(begin: string | null): void;
  /** How many answers were lost so. */
  readonly verloren: number;
  sluit(): Promise<void>;
}

/** @param doel the address of the product */
export async function maakVertraging(doel: string): Promise<Vertraging> {
  const { hostname, port } = new URL(doel);
  let ms = 0;
  let isWeg = false;
  let teVerliezen: string | null = null;
  let verloren = 0;
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (binnen) => {
    if (isWeg) {
      binnen.destroy();
      return;
    }
    const buiten = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    let isVerloren = false;
    binnen.on('data', (deel: Buffer) => {
      isVerloren ||= teVerliezen !== null && deel.toString('latin1').startsWith(teVerliezen);
    });
    // Before what gives it through: nothing of the answer comes out.
    buiten.on('data', () => {
      if (!isVerloren) return;
      verloren += 1;
      binnen.destroy();
      buiten.destroy();
    });
    for (const [van, naar] of [
      [binnen, buiten],
      [buiten, binnen],
    ] as const) {
      open.add(van);
      van.setNoDelay(true);
      geefDoor(van, naar, () => ms);
      van.on('error', () => naar.destroy());
      van.on('close', () => {
        open.delete(van);
        if (van.errored !== null || isWeg) naar.destroy();
      });
    }
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const adres = server.address();
  if (adres === null || typeof adres === 'string') throw new Error('a server on TCP has a port');
  const breekAf = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${adres.port}`,
    zet: (nieuw) => {
      ms = nieuw;
    },
    valWeg: () => {
      isWeg = true;
      breekAf();
    },
    herstel: () => {
      isWeg = false;
    },
    verliesAntwoorden: (begin) => {
      teVerliezen = begin;
    },
    get verloren() {
      return verloren;
    },
    sluit: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        breekAf();
      }),
  };
}

function geefDoor(van: Socket, naar: Socket, ms: () => number): void {
  const rij: { readonly op: number; readonly deel: Buffer | null }[] = [];
  let klok: ReturnType<typeof setTimeout> | null = null;
  const lever = (): void => {
    klok = null;
    for (let eerste = rij[0]; eerste !== undefined; eerste = rij[0]) {
      const nog = eerste.op - performance.now();
      if (nog > 0) {
        klok = setTimeout(lever, Math.ceil(nog));
        return;
      }
      rij.shift();
      if (naar.destroyed) continue;
      if (eerste.deel === null) naar.end();
      else naar.write(eerste.deel);
    }
  };
  const neem = (deel: Buffer | null): void => {
    const op = Math.max(performance.now() + ms(), rij.at(-1)?.op ?? 0);
    rij.push({ op, deel });
    if (klok === null) lever();
  };
  van.on('data', (deel: Buffer) => neem(deel));
  van.on('end', () => neem(null));
  van.on('close', () => {
    if (klok !== null && naar.destroyed) clearTimeout(klok);
  });
}
