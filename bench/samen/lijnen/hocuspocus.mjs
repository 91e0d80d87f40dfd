import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { Gesprek } from './gesprek.mjs';
import { Verbinding } from './verbinding.mjs';

const AUTH = 2;
const TOKEN = 0;
const STATUS = 8;

/**
 * Connects one person to Hocuspocus: y-websocket's messages behind the name of the document, a token first, and a word
 * back for each change (which Hocuspocus gives when it has it in memory). @returns the line, once both sides have the
 * same
 */
export async function verbind({ kamer, plek, doc, bijUpdate, bijCursors, bijFout }) {
  const verbinding = new Verbinding(plek, bijFout);
  const kop = bericht(kamer.naam);
  const gesprek = new Gesprek({
    doc,
    bijUpdate,
    bijCursors,
    zend: (inhoud) => verbinding.zend(Buffer.concat([kop, inhoud])),
  });
  verbinding.gesprek = gesprek;
  // The first word is for step 2, which is no change.
  verbinding.bevestigd = -1;
  verbinding.bijOpen(() => {
    verbinding.zend(
      bericht(kamer.naam, (schrijver) => {
        writeVarUint(schrijver, AUTH);
        writeVarUint(schrijver, TOKEN);
        writeVarString(schrijver, 'wie dan ook');
      }),
    );
    gesprek.begin();
  });
  verbinding.bijBericht((bytes) => {
    const inhoud = bytes.subarray(kop.length);
    if (inhoud[0] !== STATUS) gesprek.hoor(inhoud);
    else if (inhoud[1] === 1) verbinding.bevestigd += 1;
    else verbinding.faal('een wijziging werd niet aangenomen');
  });
  await verbinding.gelijk();
  return verbinding;
}

function bericht(naam, vul = () => {}) {
  const schrijver = createEncoder();
  writeVarString(schrijver, naam);
  vul(schrijver);
  return toUint8Array(schrijver);
}
