import type { Bericht, GewistBereik, NieuwStruct } from './bericht.ts';
import { MATEN } from './maten.ts';
import { geweigerd, sluitNietAan } from './uitkomst.ts';
import { type Doc, klokVan, zoekLevends } from './yjs.ts';

/** Whether it deletes something that isn't deleted yet. Anyone who writes may delete what anyone wrote. @throws Afgekeurd */
export function keurGewist(doc: Doc, bericht: Bericht, nieuw: boolean): boolean {
  let aantal = 0;
  let vorige = -1;
  let klok = 0;
  let vanaf = 0;
  for (const bereik of bericht.gewist) {
    const { client, eind } = bereik;
    if (client !== vorige) {
      klok = klokVan(doc, client);
      vanaf = 0;
      vorige = client;
    }
    const bekendTot = nieuw && client === bericht.clientId ? bericht.eind : klok;
    // Yjs would keep what is left of the range, and delete what comes there later, whoever writes it.
    if (eind > bekendTot) throw sluitNietAan('wist_onbekend');
    const { levend, tot } = eind > klok ? { levend: true, tot: vanaf } : zoekLevends(doc, bereik, vanaf);
    vanaf = tot;
    if (levend) aantal += 1;
  }
  if (aantal > MATEN.nieuwGewist) throw geweigerd('te_veel');
  return aantal > 0;
}

/** What an update deletes of its own structs; to be asked in the order of their clocks. */
export class EigenGewist {
  readonly #bericht: Bericht;
  #bereiken: readonly GewistBereik[] | null = null;
  #plaats = 0;

  constructor(bericht: Bericht) {
    this.#bericht = bericht;
  }

  /** Whether all of a struct is deleted, in one range, as Yjs writes what lies side by side. */
  bevat({ clock, lengte }: NieuwStruct): boolean {
    const { clientId, gewist } = this.#bericht;
    this.#bereiken ??= gewist.filter(({ client }) => client === clientId);
    for (; ; this.#plaats += 1) {
      const bereik = this.#bereiken[this.#plaats];
      if (bereik === undefined) return false;
      if (bereik.eind > clock) return bereik.begin <= clock && clock + lengte <= bereik.eind;
    }
  }
}
