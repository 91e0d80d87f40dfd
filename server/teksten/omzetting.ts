import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { voegAchteraan } from '../../shared/tekst/schrijven.ts';
import type { Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { DatabaseFout } from '../database/databasefout.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { Onleesbaar } from '../kern/onleesbaar.ts';
import { isOpslagfout } from '../kern/opslagfout.ts';
import type { Stappen } from '../kern/stap.ts';
import { type Bewaard, Tekstjournaal } from './journaal.ts';
import { leesOudeVorm, type OudBlok } from './oudevorm.ts';
import type { Teksten } from './teksten.ts';
import { veldIdsVan } from './velden.ts';

/** What converting needs of the rest. */
export interface Omzetbehoeften {
  readonly database: GeopendeDatabase;
  readonly omgeving: Omgeving;
  readonly casussen: Casussen;
  readonly stappen: Stappen;
  readonly teksten: Teksten;
  /** Is told of a compartment that can't be read. */
  readonly bijFout: (fout: unknown) => void;
}

/**
 * Writes texts that still stand as trees anew as flat texts (TX1), before anybody connects: a root of a Y.Doc can't
 * change its type, so each compartment gets a new document under a new tijdperk (SY13), without anything that was
 * deleted (NK14) and with who wrote what (NK18). One transaction a compartment: a process that is killed goes on at
 * its next start where it was. One that can't be read is told, left as it is, and doesn't keep the others from it.
 * @throws DatabaseFout when the disk fails
 */
export function zetTekstenOm(behoeften: Omzetbehoeften): void {
  const { database, stappen, bijFout } = behoeften;
  const journaal = new Tekstjournaal(database);
  const ids = journaal.inOudeVorm();
  for (const id of ids) {
    try {
      stappen.doe(() => zetOm(behoeften, journaal, id));
    } catch (fout) {
      if (isOpslagfout(fout)) throw schrijftNiet(fout);
      bijFout(new Onleesbaar('teksten', id, fout));
    }
  }
  // Out of the WAL as well, where what was taken out of the file stands until it is overwritten (NK14).
  if (ids.length > 0) database.sqlite.pragma('wal_checkpoint(truncate)');
}

function zetOm(
  { database, omgeving, casussen, teksten }: Omzetbehoeften,
  journaal: Tekstjournaal,
  id: string,
): void {
  const rij = casussen.compartiment(id);
  if (rij === null) throw new Error('texts without a compartment');
  const bewaard = journaal.laadOudeVorm(rij);
  const oud = leesDocument(bewaard);
  const schrijvers = new Schrijvers(bewaard, journaal.eersteSchrijver(id), omgeving.willekeur);
  const nieuw = new Doc();
  for (const veldId of veldIdsVan(database, id)) {
    const blokken = leesOudeVorm(oud.getXmlFragment(veldId));
    nieuw.transact(() => {
      voegAchteraan(
        nieuw.getText(veldId),
        blokken.map(({ blok }) => blok),
        (n, stuk) => schrijvers.idVoor(blokken[n], stuk),
      );
    });
  }
  const nu = omgeving.nu();
  const plek = { id, tijdperk: omgeving.id() };
  journaal.vervang(plek, bewaard.laatste, nu, encodeStateAsUpdate(nieuw));
  for (const [clientId, persoonId] of schrijvers.gebonden) journaal.bind(plek, clientId, persoonId, nu);
  // Everything else in it is encrypted for the tijdperk too.
  casussen.wisselTijdperk(rij, plek.tijdperk, teksten);
}

function leesDocument({ beeld, wijzigingen }: Bewaard): Doc {
  // Collected: what was deleted is gone before anything is read.
  const doc = new Doc({ gc: true });
  if (beeld !== null) applyUpdate(doc, beeld);
  for (const wijziging of wijzigingen) applyUpdate(doc, wijziging);
  // Written anew without what doesn't connect, that would be gone for good.
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('a text with a gap');
  return doc;
}

/** Who wrote what of a document, each under one fresh client id in the new one. */
class Schrijvers {
  readonly #bewaard: Bewaard;
  readonly #eerste: string | null;
  readonly #willekeur: (aantal: number) => Uint8Array;
  readonly #ids = new Map<string | null, number>();

  /** @param eerste whose it is where nothing else tells */
  constructor(bewaard: Bewaard, eerste: string | null, willekeur: (aantal: number) => Uint8Array) {
    this.#bewaard = bewaard;
    this.#eerste = eerste;
    this.#willekeur = willekeur;
  }

  /** The id to write a piece of a block under, or its keys and its end. */
  idVoor(blok: OudBlok | undefined, stuk: number | 'grens'): number {
    const van = stuk === 'grens' ? undefined : blok?.stukken[stuk];
    return this.#idVan(this.#schrijver(van) ?? this.#schrijver(blok?.clientId) ?? this.#eerste);
  }

  /** Which ids are whose. What nobody is known to have written is nobody's. */
  get gebonden(): [clientId: number, persoonId: string][] {
    return [...this.#ids].flatMap(([wie, id]) => (wie === null ? [] : [[id, wie]]));
  }

  #schrijver(clientId: number | undefined): string | undefined {
    return clientId === undefined ? undefined : this.#bewaard.auteurs.get(clientId)?.persoonId;
  }

  #idVan(wie: string | null): number {
    const bekend = this.#ids.get(wie);
    if (bekend !== undefined) return bekend;
    const vergeven = new Set([...this.#bewaard.auteurs.keys(), ...this.#ids.values()]);
    let id: number;
    do id = Buffer.from(this.#willekeur(4)).readUInt32BE();
    while (vergeven.has(id));
    this.#ids.set(wie, id);
    return id;
  }
}

function schrijftNiet(oorzaak: unknown): DatabaseFout {
  return new DatabaseFout(
    'omzetting_mislukt',
    'De teksten bijwerken naar deze versie van Regietafel is niet af: er kon niet worden geschreven. Wat is bijgewerkt, blijft; de rest is zoals het was. Kijk of er ruimte is op de schijf en start opnieuw.',
    { cause: oorzaak },
  );
}
