import { expect, test } from 'vitest';
import { Onleesbaar } from '../../../../server/kern/onleesbaar.ts';
import { vraagAdvies } from '../../../bouw/advies.ts';
import { huishouden } from '../../huishouden.ts';
import { gedekt } from '../../tafel.ts';
import { beschadig } from './schade.ts';

// ST1: a piece of a tafelblad or of a question for advice that can't be read isn't there; what stands beside it is.

const KOLOMMEN = ['door_id', 'op', 'inhoud'];

test.each(KOLOMMEN)(
  'ST1: what was laid on a table with a damaged %s isn’t there, and the rest is',
  async (kolom) => {
    const h = await gedekt();
    for (const tekst of ['kanarie een', 'kanarie twee'])
      expect((await h.onder('greta', 'POST', '/tafelblad', { tekst })).status).toBe(201);
    const { sqlite } = h.tafel.database;
    const rowid = Number(
      sqlite.prepare("select min(rowid) from tafelstukken where soort = 'gelegd'").pluck().get(),
    );
    expect(beschadig(sqlite, { tabel: 'tafelstukken', rowid, kolom })).not.toBeNull();

    expect((await h.blad('bram')).gelegd.map(({ tekst }) => tekst)).toEqual(['kanarie twee']);
    expect(h.tafel.fouten.map((fout) => fout instanceof Onleesbaar && fout.tabel)).toEqual(['tafelstukken']);
  },
);

test.each(KOLOMMEN)(
  'ST1: what was said at a question with a damaged %s isn’t there, and the question is',
  async (kolom) => {
    const h = await huishouden();
    const id = await vraagAdvies(h, 'tom', 'kind1', {
      opent: [await h.plek('tom', 'jeugd', 'kind1', 'schrijven')],
      tot: '2026-02-17',
    });
    const greta = await h.als('greta');
    const pad = `/adviesvragen/${id}`;
    expect((await greta.verzoek('POST', `${pad}/aanneming`)).status).toBe(204);
    for (const tekst of ['kanarie een', 'kanarie twee'])
      expect((await greta.verzoek('POST', `${pad}/berichten`, { tekst })).status).toBe(201);
    const { sqlite } = h.tafel.database;
    const rowid = Number(
      sqlite.prepare("select min(rowid) from adviesstukken where soort = 'bericht'").pluck().get(),
    );
    expect(beschadig(sqlite, { tabel: 'adviesstukken', rowid, kolom })).not.toBeNull();

    const vraag = await (await h.als('tom')).verzoek('GET', pad);
    expect(vraag.status, vraag.tekst).toBe(200);
    expect(vraag.tekst).not.toContain('kanarie een');
    expect(vraag.tekst).toContain('kanarie twee');
    expect(h.tafel.fouten.map((fout) => fout instanceof Onleesbaar && fout.tabel)).toEqual(['adviesstukken']);
  },
);
