// Twelve who mean harm, each with one script, at full tilt, in a process of their own. IPC: where they sit; then `klaar`.
import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { maakFrame } from '../../dist/shared/sync/frame.js';
import { Tekstlijn } from './lijn.mjs';
import { meldAan, stuur } from './tafel.mjs';

const gedaan = {};
const tel = (naam, aantal = 1) => {
  gedaan[naam] = (gedaan[naam] ?? 0) + aantal;
};

/** A raw connection to /live, with a session or without. */
async function live({ adres, cookie }, metSessie) {
  const socket = new WebSocket(`ws://${adres}/live/?EIO=4&transport=websocket`, {
    headers: metSessie ? { cookie } : {},
  });
  socket.on('error', () => {});
  await new Promise((klaar) => {
    socket.once('open', klaar);
    socket.once('close', klaar);
  });
  if (metSessie && socket.readyState === WebSocket.OPEN) socket.send('40');
  return socket;
}

/** Sends as long as the other side stays, and begins anew when it doesn't. */
async function volhouden(verbind, doe) {
  for (;;) {
    const socket = await verbind();
    for (let n = 0; socket.readyState === WebSocket.OPEN && n < 10_000; n += 1) {
      doe(socket, n);
      if (n % 50 === 49) await wacht(1);
    }
    socket.terminate();
    await wacht(20);
  }
}

/** So many requests at a time, for ever. */
async function bestook(naam, tegelijk, vraag) {
  await Promise.all(
    Array.from({ length: tegelijk }, async () => {
      for (;;) {
        const antwoord = await vraag().catch(() => null);
        tel(`${naam} ${antwoord?.status ?? 'verbroken'}`);
        if (antwoord === null) await wacht(5);
      }
    }),
  );
}

const SCRIPTS = {
  volg: (p) =>
    volhouden(
      () => live(p, true),
      (socket, n) => {
        tel('volg');
        socket.send(`42${n}["casus:volg",{"casusId":"${p.casusId}"}]`);
      },
    ),
  zonderSessie: (p) =>
    volhouden(
      async () => {
        const socket = await live(p, false);
        socket.pause();
        return socket;
      },
      (socket) => {
        tel('handshake');
        socket.send(`40/${'x'.repeat(9_000)},`);
      },
    ),
  groteTekst: (p) =>
    volhoudenOpLijn(p, async (lijn) => {
      tel('plakken');
      lijn.typ('groot '.repeat(30_000));
      await wacht(1);
    }),
  eersteStappen: (p) =>
    volhoudenOpLijn(p, async (lijn) => {
      tel('eerste stappen', 900);
      const vraag = maakFrame(lijn.kanaal, Uint8Array.of(0, 0, 1, 0));
      lijn.rauw(Buffer.concat(Array.from({ length: 900 }, () => vraag)));
      await wacht(1);
    }),
  letters: (p) =>
    Promise.all(
      Array.from({ length: 12 }, () =>
        volhoudenOpLijn(p, async (lijn) => {
          tel('letters');
          lijn.typ('v');
          await wacht(10);
        }),
      ),
    ),
  cursors: (p) =>
    volhoudenOpLijn(p, async (lijn) => {
      tel('cursors', 20);
      for (let n = 0; n < 20; n += 1) lijn.zend(Uint8Array.of(3));
      for (let n = 0; n < 20; n += 1) lijn.zeg({ type: 'hartslag' });
      await wacht(10);
    }),
  lijnen: async (p) => {
    for (;;) {
      tel('lijnen', 50);
      const lijnen = Array.from({ length: 50 }, () => new Tekstlijn(p));
      await wacht(500);
      for (const { socket } of lijnen) socket.terminate();
    }
  },
  borden: async (p) => {
    const cookies = await Promise.all(Array.from({ length: 5 }, () => meldAan(p.adres, p.medewerkerId)));
    let n = 0;
    return bestook('bord', 50, () => stuur(p.adres, cookies[n++ % 5], 'GET', `/casussen/${p.casusId}`));
  },
  schermcodes: (p) =>
    bestook('schermcode', 20, () =>
      stuur(p.adres, p.cookie, 'POST', '/schermsessies', { code: String(Math.random()).slice(2, 12) }),
    ),
  stappen: (p) =>
    bestook('stap', 20, () =>
      stuur(p.adres, p.cookie, 'POST', `/casussen/${p.casusId}/kaarten/${p.kaartId}/stappen`, {
        tekst: 'x'.repeat(290),
      }),
    ),
  legeAanmelding: (p) => bestook('lege aanmelding', 50, () => stuur(p.adres, '', 'POST', '/sessies', {})),
  raden: (p) => bestook('raden', 30, () => stuur(p.adres, p.cookie, 'GET', `/casussen/${randomUUID()}`)),
};

async function volhoudenOpLijn(plaats, doe) {
  for (;;) {
    const lijn = new Tekstlijn(plaats);
    if (await lijn.open) while (lijn.code === null) await doe(lijn);
    lijn.socket.terminate();
    await wacht(50);
  }
}

process.once('message', (plaatsen) => {
  Object.values(SCRIPTS).forEach((script, n) => {
    const plaats = plaatsen[n % plaatsen.length];
    void Promise.resolve(script(plaats)).catch((fout) => tel(`gestopt: ${fout.message}`));
  });
});
process.on('message', (wat) => {
  if (wat === 'klaar') process.send(gedaan, () => process.exit(0));
});
