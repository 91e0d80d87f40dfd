// A process of its own for slot.test.ts: opens the folders that it is given, writes a row, says how it went, and
// holds them until it is ended.
import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../../server/database/database.ts';
import { DatabaseFout } from '../../../server/database/databasefout.ts';
import { organisaties } from '../../../server/database/schema.ts';

const [, , map = '', sleutelmap = ''] = process.argv;
try {
  const { db } = await openDatabase({
    map,
    sleutelmap,
    nu: Date.now,
    willekeur: (aantal) => randomBytes(aantal),
  });
  db.insert(organisaties)
    .values({ id: 'van-de-houder', naam: 'Houder', isGemeente: false, telefoon: '' })
    .run();
  process.stdout.write('open\n');
  process.stdin.resume();
} catch (fout) {
  process.stdout.write(fout instanceof DatabaseFout ? `${fout.code}\n` : `${String(fout)}\n`);
}
