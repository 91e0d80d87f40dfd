import type { Regie as RegieVorm, Voorstel } from '../../shared/contract/regie.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Casussen, Deelneming } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Stappen } from '../kern/stap.ts';
import { datumOp } from '../kern/tijd.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import { Benoemen } from './benoemen.ts';
import { BevestigenVanBuiten } from './bevestigen.ts';
import { Overdragen } from './overdracht.ts';
import { type Overdracht, Overdrachten } from './overdrachten.ts';
import { TweedeHanden } from './tweede-hand.ts';
import { Vervangen } from './vervangen.ts';
import { Waarnemen } from './waarnemen.ts';
import { Wegen } from './weging.ts';

export { kanRegisseren } from './bekwaam.ts';
export { collegaVan } from './collega.ts';
export type { Regiebesluit } from './overdracht.ts';
export type { Tweedehandsoort } from './tweede-hand.ts';

/** Who directs: handing it over, standing in, and what waits for a hand outside the casus (NK30). */
export class Regie {
  readonly overdragen: Overdragen;
  /** There are more texts in a casus's `regie` than there were. */
  readonly opTeksten: Overdragen['opTeksten'];
  readonly waarnemen: Waarnemen;
  readonly vervangen: Vervangen;
  readonly wegen: Wegen;
  readonly tweedeHanden = new TweedeHanden();
  /** A new colleague whom nobody at the table can confirm (NK12). */
  readonly bevestigen: BevestigenVanBuiten;
  /** What it keeps with the casus's `regie`. */
  readonly bewaarder: Overdrachten;
  readonly #casussen: Casussen;
  readonly #omgeving: Omgeving;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    aanmelden: Aanmelden;
    casussen: Casussen;
    toegang: Toegang;
    onleesbaar: Onleesbaren;
  }) {
    const overdrachten = new Overdrachten(behoeften);
    this.bewaarder = overdrachten;
    this.#casussen = behoeften.casussen;
    this.#omgeving = behoeften.omgeving;
    this.waarnemen = new Waarnemen({ ...behoeften, overdrachten });
    this.overdragen = new Overdragen({ ...behoeften, overdrachten, waarnemen: this.waarnemen });
    this.opTeksten = this.overdragen.opTeksten;
    this.vervangen = new Vervangen({
      ...behoeften,
      regels: behoeften.toegang.regels,
      waarnemen: this.waarnemen,
    });
    this.bevestigen = new BevestigenVanBuiten(behoeften);
    this.tweedeHanden.voegToe(this.bevestigen);
    this.wegen = new Wegen(behoeften);
    this.tweedeHanden.voegToe(new Benoemen({ ...behoeften, overdrachten, overdragen: this.overdragen }));
    behoeften.toegang.voegGevolgToe((casusId, door) => this.#volg(casusId, door));
  }

  /** Who directs, as this person may know it; a proposal only to the two whom it concerns. */
  voor(kijk: Kijk): RegieVorm {
    const overdrachten = this.bewaarder.in(kijk.beeld.id);
    const houder = kijk.beeld.deelnemers.find(({ houdtRegie }) => houdtRegie);
    const overgegaan = overdrachten.filter(
      ({ uitkomst }) => uitkomst === 'aanvaard' || uitkomst === 'benoemd',
    );
    return {
      regisseurId: kijk.regisseur?.id ?? kijk.ik.id,
      houderId: houder !== undefined && kijk.kent(houder) ? houder.id : null,
      sinds: moment(this.#casussen.regieSinds(kijk.beeld.id)),
      waarneming: this.#waarneming(kijk, houder),
      voorstel: this.#voorstel(kijk, overdrachten),
      weging: this.wegen.voor(kijk),
      eerder: overgegaan.toReversed().map(({ tot, vanDeelnemerId }) => {
        const wie = kijk.bekende(vanDeelnemerId);
        return { tot: moment(tot), naam: wie?.naam ?? null, zetel: wie?.zetel ?? null };
      }),
    };
  }

  #waarneming(kijk: Kijk, houder: Deelneming | undefined): RegieVorm['waarneming'] {
    const eerste = this.#casussen.feiten.waarnemingenVan(kijk.beeld.id)[0];
    if (eerste === undefined) return null;
    const { deelnemerId, van, tot } = eerste;
    const loopt = van <= this.#omgeving.nu();
    const betreft = [houder?.id, deelnemerId].includes(kijk.ik.id);
    return loopt || betreft ? { deelnemerId, van: moment(van), tot: moment(tot), loopt } : null;
  }

  #voorstel(kijk: Kijk, overdrachten: readonly Overdracht[]): Voorstel | null {
    const laatste = overdrachten.findLast(
      ({ uitkomst, tot }) => uitkomst === null || (uitkomst === 'afgewezen' && tot > this.#omgeving.nu()),
    );
    if (laatste === undefined) return null;
    const { id, inhoud, uitkomst, geweigerdOp, van, tot, procesregisseurVanaf } = laatste;
    if (kijk.ik.id !== laatste.vanDeelnemerId && kijk.ik.id !== laatste.deelnemerId) return null;
    const zetelVan = (gezocht: string) => kijk.beeld.deelnemers.find((een) => een.id === gezocht);
    const [vanWie, naarWie] = [zetelVan(laatste.vanDeelnemerId), zetelVan(laatste.deelnemerId)];
    if (vanWie === undefined || naarWie === undefined) return null;
    return {
      id,
      van: betrokkene(vanWie),
      naar: betrokkene(naarWie),
      zwaartepunt: inhoud.zwaartepunt,
      reden: inhoud.reden,
      gezinVerteldOp: inhoud.gezinVerteldOp,
      op: moment(van),
      stand: uitkomst === 'afgewezen' ? 'afgewezen' : geweigerdOp === null ? 'voorgesteld' : 'geweigerd',
      waaromNiet: inhoud.redenBesluit ?? inhoud.redenWeigering,
      procesregisseurVanaf: datumOp(procesregisseurVanaf),
      uiterlijk: datumOp(tot - 1),
    };
  }

  #volg(casusId: string, door: Door | null): void {
    this.waarnemen.volg(casusId, door);
    this.overdragen.volg(casusId, door);
  }
}

function betrokkene({ id, naam, zetel }: Deelneming) {
  return { deelnemerId: id, naam, zetel };
}

function moment(op: number): string {
  return new Date(op).toISOString();
}
