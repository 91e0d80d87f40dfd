import { BESTURING, leesFrame, maakFrame } from '../../../dist/shared/sync/frame.js';
import { Gesprek } from './gesprek.mjs';
import { Verbinding } from './verbinding.mjs';

const inWoorden = new TextDecoder();
const inBytes = new TextEncoder();

/**
 * Connects one person to the product, to the compartment of the room alone (SY1–SY5): waits for `zicht`, opens the
 * kanaal, says who is going to write, and talks as y-websocket does. @returns the line, once both sides have the same
 */
export async function verbind({ kamer, plek, doc, schrijft, bijUpdate, bijCursors, bijFout }) {
  const verbinding = new Verbinding(plek, bijFout);
  verbinding.bevestigd = 0;
  let kanaal = null;
  const gesprek = new Gesprek({
    doc,
    bijUpdate,
    bijCursors,
    zend: (inhoud) => verbinding.zend(maakFrame(kanaal, inhoud)),
  });
  verbinding.gesprek = gesprek;
  const zeg = (woord) => verbinding.zend(maakFrame(BESTURING, inBytes.encode(JSON.stringify(woord))));

  const hoor = (woord) => {
    switch (woord.type) {
      case 'zicht': {
        if (kanaal !== null) return;
        const gezien = woord.kanalen.find(({ compartiment }) => compartiment === kamer.compartimentId);
        if (gezien === undefined) return verbinding.faal('ziet de tekst niet');
        kanaal = gezien.kanaal;
        zeg({ type: 'open', kanaal, tijdperk: null });
        if (schrijft) zeg({ type: 'auteur', kanaal, clientId: doc.clientID });
        return gesprek.begin();
      }
      case 'opgeslagen':
        if (woord.kanaal === kanaal && woord.t !== undefined) verbinding.bevestigd = woord.t;
        return;
      case 'hartslag':
        return;
      default:
        verbinding.faal(JSON.stringify(woord));
    }
  };

  verbinding.bijBericht((frame) => {
    for (const deel of leesFrame(frame)) {
      if (deel.kanaal === BESTURING) hoor(JSON.parse(inWoorden.decode(deel.bericht)));
      else if (deel.kanaal === kanaal) gesprek.hoor(deel.bericht);
    }
  });
  await verbinding.gelijk();
  return verbinding;
}
