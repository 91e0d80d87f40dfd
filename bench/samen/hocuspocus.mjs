// Hocuspocus in a process of its own, with its defaults and its SQLite extension on BENCH_BESTAND.
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: process.env.BENCH_BESTAND })],
});
await server.listen();
console.log(`running on port ${server.address.port}`);
