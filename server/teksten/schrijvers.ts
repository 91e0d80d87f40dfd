import { type Schrijvers, schrijvers } from '../../shared/contract/schrijvers.ts';
import { woordenVan } from '../../shared/tekst/geschreven.ts';
import { wieVan } from '../aanmelden/aanmelden.ts';
import type { CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { type Route, voor } from '../http/route.ts';
import { nietGevonden } from '../kern/weigering.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Teksten } from './teksten.ts';
import { compartimentVanVeld } from './velden.ts';

/** Who wrote which words of a text that one has open: asked for, a text at a time. */
export function schrijverroutes({
  database,
  toegang,
  teksten,
}: {
  database: GeopendeDatabase;
  toegang: Toegang;
  teksten: Teksten;
}): Route[] {
  const woorden = new Woordschrijvers(teksten);
  return [
    voor(schrijvers, {
      toelaten: (v) => {
        const kijk = toegang.eisKijk(v.params.casusId, wieVan(v));
        const compartiment = compartimentVanVeld(database, kijk, v.params.veldId);
        if (compartiment === null) throw nietGevonden();
        return { kijk, compartiment };
      },
      doe: ({ kijk, compartiment }, { params, kosten }) => {
        const { wie, gelezen } = woorden.voor(kijk, compartiment, params.veldId);
        kosten.tekstbytes += gelezen;
        return { schrijvers: wie };
      },
    }),
  ];
}

/** Whose words stand in a text, as far as somebody may know that. */
export class Woordschrijvers {
  readonly #teksten: Teksten;

  constructor(teksten: Teksten) {
    this.#teksten = teksten;
  }

  /**
   * NK20: of whom this person knows by name. Whoever they don't know is left out, whether they take part or not: two
   * of them are to be no more than one.
   * @returns also how many bytes of text were read for it
   */
  voor(
    kijk: Kijk,
    compartiment: CompartimentRij,
    veldId: string,
  ): { readonly wie: Schrijvers['schrijvers']; readonly gelezen: number } {
    const bekend = new Map(kijk.bekenden().map(({ persoonId, id }) => [persoonId, id]));
    let gelezen = 0;
    const wie = this.#teksten.kijkIn(compartiment, kijk.beeld.id, ({ doc, auteurs, hoogstensBytes }) => {
      gelezen = hoogstensBytes;
      const gevonden = new Map<string, number[]>();
      for (const clientId of woordenVan(doc.getText(veldId))) {
        const deelnemerId = bekend.get(auteurs.get(clientId)?.persoonId ?? '');
        if (deelnemerId !== undefined)
          gevonden.set(deelnemerId, [...(gevonden.get(deelnemerId) ?? []), clientId]);
      }
      return [...gevonden].map(([deelnemerId, clientIds]) => ({ deelnemerId, clientIds }));
    });
    return { wie, gelezen };
  }
}
