import { neemInDienst } from '../../../server/aanmelden/indienst.ts';
import type { GeopendeDatabase } from '../../../server/database/database.ts';
import type { Plaats } from '../../../server/database/kluis.ts';
import { casussen, compartimenten, kaarten, organisaties, velden } from '../../../server/database/schema.ts';

export const PLAATS: Plaats = {
  compartimentId: 'compartiment-1',
  tijdperk: 'tijdperk-1',
  rijId: 'kaart-1',
  soort: 'kaart',
};

/** One casus with one kaart and a veld that hangs on it by cascade. */
export function zetEenCasusNeer(geopend: GeopendeDatabase, tekst: string): void {
  const { db, kluis, sleutels, transactie } = geopend;
  sleutels.maak(PLAATS.compartimentId);
  transactie(() => {
    db.insert(organisaties).values({ id: 'o', naam: 'Gemeente', isGemeente: true, telefoon: '14 0' }).run();
    neemInDienst(geopend, {
      id: 'm',
      organisatieId: 'o',
      naam: 'M',
      functie: 'f',
      telefoon: '',
      volgorde: 1,
      zetels: [],
    });
    db.insert(casussen).values({ id: 'c', label: '2026-1', status: 'ingebracht', ingebrachtOp: 1 }).run();
    db.insert(compartimenten)
      .values({ id: PLAATS.compartimentId, casusId: 'c', categorie: 'plan', tijdperk: PLAATS.tijdperk })
      .run();
    db.insert(kaarten)
      .values({
        id: PLAATS.rijId,
        compartimentId: PLAATS.compartimentId,
        versie: 1,
        volgorde: 1,
        gemaaktDoor: 'm',
        gemaaktOp: 1,
        gewijzigdOp: 1,
        inhoud: kluis.versleutelJson(PLAATS, { tekst }),
      })
      .run();
    db.insert(velden)
      .values({
        id: 'v',
        compartimentId: PLAATS.compartimentId,
        kaartId: PLAATS.rijId,
        soort: 'toelichting',
        volgorde: 1,
      })
      .run();
  });
}

/** The text of that kaart, decrypted. */
export function leesDeKaart({ db, kluis }: GeopendeDatabase): unknown {
  const kaart = db.select().from(kaarten).get();
  if (kaart === undefined) throw new Error('there is no kaart');
  return kluis.ontsleutelJson(PLAATS, kaart.inhoud, (waarde) => waarde);
}
