import type { NieuwRecht, Recht } from '../../shared/contract/toegangsrechten.ts';
import { isBekend, kentLid } from '../../shared/need-to-know/namen.ts';
import { type Casussen, type CompartimentRij, type Deelneming, eisInLijsten } from '../casus/casus.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Termijnen } from '../kern/termijnen.ts';
import { datumOp, totMoment, vanafMoment } from '../kern/tijd.ts';
import { kanNiet, magNiet, nietGevonden, verwijzingOnbekend } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import { leesbaar, rollenVoor } from './rolnamen.ts';
import type { Kijk, Toegang } from './toegang.ts';
import { rechtVoor } from './vorm.ts';

const DAG_MS = 24 * 60 * 60 * 1000;

/** What a right is made of, wherever it comes from; moments in ms since 1970. */
export interface Verlening {
  readonly deelnemer: Deelneming;
  readonly niveau: 'lezen' | 'schrijven';
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly reden: string;
  readonly van: number;
  readonly tot: number;
}

/** Rights on what somebody keeps (NK28): given for so long with a reason, ended by hand; the clock ends the rest. */
export class Rechten {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #logboek: Logboek;
  readonly #omgeving: Omgeving;
  readonly #termijnen: Termijnen;

  constructor(behoeften: {
    toegang: Toegang;
    casussen: Casussen;
    logboek: Logboek;
    omgeving: Omgeving;
    termijnen: Termijnen;
  }) {
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#logboek = behoeften.logboek;
    this.#omgeving = behoeften.omgeving;
    this.#termijnen = behoeften.termijnen;
  }

  /** A compartment of which this person decides on rights (NK12). @throws Weigering 404, 403 */
  eisBewaarder(kijk: Kijk, compartimentId: string): CompartimentRij {
    const compartiment = kijk.compartiment(compartimentId);
    if (compartiment === undefined) throw nietGevonden();
    if (!kijk.bewaart(compartiment))
      throw magNiet('niet_bewaarder', 'Wie dit bewaart, besluit wie meeleest. Bel wie erbij staat.');
    return compartiment;
  }

  /** Lets somebody read along. @returns the id of the right @throws Weigering 422 */
  geef(kijk: Kijk, compartiment: CompartimentRij, nieuw: NieuwRecht): string {
    const nu = this.#omgeving.nu();
    const deelnemer = kijk.bekende(nieuw.deelnemerId);
    if (deelnemer === undefined) throw verwijzingOnbekend('deelnemerId');
    eisInLijsten(nieuw, datumOp(nu));
    const van = nieuw.van ? Math.max(nu, vanafMoment(nieuw.van)) : nu;
    const tot = this.eisTot(nieuw.tot, van);
    const { niveau, waarvoor, grondslag, reden } = nieuw;
    return this.verleen(kijk, compartiment, { deelnemer, niveau, waarvoor, grondslag, reden, van, tot });
  }

  /**
   * Gives a right in the name of who keeps it; a second for one seat and part takes the place of the first (NK28).
   * @returns its id @throws Weigering 422
   */
  verleen(kijk: Kijk, compartiment: CompartimentRij, recht: Verlening): string {
    const { deelnemer, reden, ...rest } = recht;
    this.#eisOntvanger(kijk, compartiment, deelnemer);
    const eerder = kijk.beeld.rechten.filter(
      ({ deelnemerId, compartimentId }) => deelnemerId === deelnemer.id && compartimentId === compartiment.id,
    );
    const { feiten } = this.#casussen;
    return this.#toegang.wijzigZicht(
      kijk.beeld.id,
      kijk,
      () => {
        for (const { id } of eerder) feiten.beeindigRecht(id);
        const id = feiten.geefRecht({
          ...rest,
          casusId: kijk.beeld.id,
          deelnemerId: deelnemer.id,
          compartimentId: compartiment.id,
          doorId: kijk.ik.id,
          reden: rollenVoor(kijk).schrijf(reden, null),
        });
        this.#logboek.schrijf({
          handeling: 'recht_gegeven',
          door: kijk,
          casusId: kijk.beeld.id,
          compartiment,
          regel: 'NK28',
          over: { persoonId: deelnemer.persoonId },
          bijzonderheden: { rechtId: id, deelnemerId: deelnemer.id, ...rest },
        });
        return id;
      },
      deelnemer.persoonId,
    );
  }

  /** Who reads along by a right or is going to, and why. */
  lijst(kijk: Kijk, compartiment: CompartimentRij): Recht[] {
    return kijk.rechtenOp(compartiment.id).map(({ recht }) => ({
      ...rechtVoor(recht),
      waarvoor: recht.waarvoor,
      grondslag: recht.grondslag,
      reden: leesbaar(kijk, this.#casussen.feiten.redenVan(recht.id)),
    }));
  }

  /** Ends a right now, for who keeps the part or reads along by it; it holds before this returns (NK7). @throws Weigering 404 */
  beeindig(kijk: Kijk, rechtId: string): void {
    const recht = kijk.beeld.rechten.find(({ id }) => id === rechtId);
    const compartiment = recht === undefined ? undefined : kijk.compartiment(recht.compartimentId);
    const deelnemer = kijk.beeld.deelnemers.find(({ id }) => id === recht?.deelnemerId);
    if (recht === undefined || compartiment === undefined || deelnemer === undefined) throw nietGevonden();
    const isMijn = kijk.mijnRecht(compartiment.id)?.id === rechtId;
    if (!isMijn && !(kijk.bewaart(compartiment) && kijk.kent(deelnemer))) throw nietGevonden();
    this.#toegang.wijzigZicht(
      kijk.beeld.id,
      kijk,
      () => {
        this.#casussen.feiten.beeindigRecht(rechtId);
        this.#logboek.schrijf({
          handeling: 'recht_beeindigd',
          door: kijk,
          casusId: kijk.beeld.id,
          compartiment,
          regel: 'NK28',
          over: { persoonId: deelnemer.persoonId },
          bijzonderheden: { rechtId, deelnemerId: deelnemer.id },
        });
      },
      deelnemer.persoonId,
    );
  }

  /** Until when, within the days that a right may last. @throws Weigering 422 */
  eisTot(tekst: string, van: number): number {
    const { rechtDagen } = this.#termijnen;
    const nu = this.#omgeving.nu();
    const tot = totMoment(tekst);
    if (tot > van && tot <= totMoment(datumOp(nu + rechtDagen * DAG_MS))) return tot;
    throw kanNiet(
      'periode_ongeldig',
      `Meelezen kan tot een dag die nog komt, hooguit ${rechtDagen} dagen vanaf vandaag. Kies een andere dag.`,
      [{ veld: 'tot', bericht: 'kies een andere dag' }],
    );
  }

  #eisOntvanger(kijk: Kijk, { lidId }: CompartimentRij, deelnemer: Deelneming): void {
    const { regels } = this.#toegang;
    const zeg = (bericht: string) => [{ veld: 'deelnemerId', bericht }];
    if (deelnemer.id === kijk.ik.id)
      throw kanNiet(
        'niet_voor_uzelf',
        'U kunt uzelf niet laten meelezen. Vraag een collega.',
        zeg('kies een ander'),
      );
    // NK26: a right names its holder to everyone who reads there.
    if (!isBekend(deelnemer, regels))
      throw kanNiet(
        'eerst_bekend',
        `Wie meeleest, is bekend bij iedereen die dit leest. Het gezin moet eerst goedvinden dat de anderen van ${deelnemer.naam} weten. De regisseur legt dat vast.`,
        zeg('eerst bekend bij de anderen'),
      );
    const alleenZelf = regels.zetels.get(deelnemer.zetel)?.alleenEigenLid === true;
    if (lidId !== null && (!kentLid(deelnemer, lidId) || (alleenZelf && deelnemer.alsLidId !== lidId)))
      throw kanNiet(
        'ander_lid',
        `${deelnemer.naam} doet niet mee voor wie dit gaat. De regisseur kan dat veranderen.`,
        zeg('doet niet mee voor wie dit gaat'),
      );
  }
}
