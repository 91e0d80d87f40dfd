import { Gesprek } from './gesprek.mjs';
import { Verbinding } from './verbinding.mjs';

/** Connects one person to y-websocket's own server. @returns the line, once both sides have the same */
export async function verbind({ plek, doc, bijUpdate, bijCursors, bijFout }) {
  const verbinding = new Verbinding(plek, bijFout);
  const gesprek = new Gesprek({ doc, bijUpdate, bijCursors, zend: (bericht) => verbinding.zend(bericht) });
  verbinding.gesprek = gesprek;
  verbinding.bijOpen(() => gesprek.begin());
  verbinding.bijBericht((bericht) => gesprek.hoor(bericht));
  await verbinding.gelijk();
  return verbinding;
}
