import type { DeelnemerWijziging, NieuweDeelnemer } from '../../shared/contract/deelnemers.ts';
import { isVanGemeente } from '../../shared/lijsten.ts';
import type { VanSoort } from '../../shared/logboek/handelingen.ts';
import type { Aanmelden, Medewerker } from '../aanmelden/aanmelden.ts';
import { type Casussen, type Deelneming, eisGrondslag, eisInLijsten } from '../casus/casus.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp, totMoment, vanafMoment } from '../kern/tijd.ts';
import { kanNiet, magNiet, nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from './toegang.ts';

/** Who sits at the table: the regisseur decides, agreed with the household or with a reason on record (NK12). */
export class Zetels {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #aanmelden: Aanmelden;
  readonly #logboek: Logboek;
  readonly #omgeving: Omgeving;

  constructor(behoeften: {
    toegang: Toegang;
    casussen: Casussen;
    aanmelden: Aanmelden;
    logboek: Logboek;
    omgeving: Omgeving;
  }) {
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#aanmelden = behoeften.aanmelden;
    this.#logboek = behoeften.logboek;
    this.#omgeving = behoeften.omgeving;
  }

  /** Everyone who doesn't take part yet, with the zetels that they may take. */
  kandidaten(kijk: Kijk): Medewerker[] {
    const bezet = new Set(kijk.beeld.deelnemers.map((deelnemer) => deelnemer.persoonId));
    return this.#aanmelden
      .medewerkers()
      .filter((medewerker) => !bezet.has(medewerker.id) && medewerker.zetels.length > 0);
  }

  /** Where a candidate works, or null: nobody who can be asked. */
  alsKandidaat(kijk: Kijk, persoonId: string): { organisatieId: string; buitenGemeente: boolean } | null {
    const medewerker = this.kandidaten(kijk).find(({ id }) => id === persoonId);
    return medewerker === undefined
      ? null
      : { organisatieId: medewerker.organisatieId, buitenGemeente: !medewerker.isGemeente };
  }

  /** Seats somebody. @returns the id of the seat @throws Weigering 409, 422 */
  geef(kijk: Kijk, nieuw: NieuweDeelnemer): string {
    const nu = this.#omgeving.nu();
    const medewerker = this.#aanmelden.medewerker(nieuw.medewerkerId);
    if (medewerker === null) throw verwijzingOnbekend('medewerkerId');
    this.#eisZetel(medewerker, nieuw.zetel);
    eisInLijsten(nieuw, datumOp(this.#omgeving.nu()));
    eisGrondslag(this.#toegang.regels, nieuw.zetel, nieuw.grondslag);
    this.#eisAkkoord(nieuw);
    const van = nieuw.van ? Math.max(nu, vanafMoment(nieuw.van)) : nu;
    const tot = nieuw.tot ? totMoment(nieuw.tot) : null;
    eisTot(tot, van);
    this.#eisLeden(kijk, nieuw.lidIds);
    const alsLidId = this.#eisEigenLid(kijk, nieuw);
    if (kijk.beeld.deelnemers.some((deelnemer) => deelnemer.persoonId === medewerker.id)) {
      throw new Weigering(409, 'al_deelnemer', `${medewerker.naam} doet al mee aan deze casus.`);
    }
    return this.#toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      const id = this.#casussen.neemZetel({
        casusId: kijk.beeld.id,
        persoonId: medewerker.id,
        zetel: nieuw.zetel,
        lidIds: nieuw.lidIds,
        alsLidId,
        waarvoor: nieuw.waarvoor,
        grondslag: nieuw.grondslag,
        van,
        tot,
        gezinAkkoord: nieuw.gezinAkkoord?.ja === true,
        redenZonderAkkoord: nieuw.gezinAkkoord?.ja === false ? nieuw.gezinAkkoord.reden : null,
      });
      const { zetel, lidIds } = nieuw;
      this.#schrijf(kijk, {
        handeling: 'deelnemer_toegevoegd',
        over: { persoonId: medewerker.id, lidIds },
        bijzonderheden: {
          deelnemerId: id,
          zetel,
          lidIds,
          van,
          tot,
          ...(nieuw.gezinAkkoord === undefined ? {} : { gezinAkkoord: nieuw.gezinAkkoord.ja }),
        },
      });
      if (nieuw.bekend === true) {
        // NK20: recorded with its date, as when it is said later.
        this.#casussen.wijzigZetel(kijk.beeld.id, id, { zetel, bekendSinds: datumOp(nu) });
        this.#schrijf(kijk, {
          handeling: 'deelnemer_gewijzigd',
          over: { persoonId: medewerker.id, lidIds },
          bijzonderheden: { deelnemerId: id, bekend: true },
        });
      }
      return id;
    });
  }

  /** Changes somebody's seat; nobody their own (NK12). @throws Weigering 403, 404, 422 */
  wijzig(kijk: Kijk, deelnemerId: string, wijziging: DeelnemerWijziging): Deelneming {
    const deelnemer = kijk.bekende(deelnemerId);
    if (deelnemer === undefined) throw nietGevonden();
    if (deelnemer.id === kijk.ik.id) {
      throw magNiet(
        'eigen_zetel',
        'Uw eigen deelname verandert u niet zelf. Vraag het de regisseur, of stop met meedoen.',
      );
    }
    const zetel = wijziging.zetel ?? deelnemer.zetel;
    if (wijziging.zetel !== undefined) {
      const medewerker = this.#aanmelden.medewerker(deelnemer.persoonId);
      if (medewerker === null) throw nietGevonden();
      this.#eisZetel(medewerker, wijziging.zetel);
      eisGrondslag(this.#toegang.regels, wijziging.zetel, deelnemer.grondslag);
    }
    if (wijziging.lidIds !== undefined) this.#eisLeden(kijk, wijziging.lidIds);
    const tot =
      wijziging.tot === undefined || wijziging.tot === null ? wijziging.tot : totMoment(wijziging.tot);
    if (tot !== undefined) eisTot(tot, Math.max(this.#omgeving.nu(), deelnemer.van));
    if (deelnemer.houdtRegie && typeof tot === 'number') throw eerstOverdragen();
    if (deelnemer.houdtRegie) {
      throw kanNiet(
        'zetel_van_regisseur',
        `U neemt waar voor ${deelnemer.naam}. U verandert niet hoe wie de regie heeft, meedoet.`,
      );
    }
    const bekendSinds = this.#bekendSinds(deelnemer, zetel, wijziging.bekend);
    this.#toegang.wijzigZicht(
      kijk.beeld.id,
      kijk,
      () => {
        this.#casussen.wijzigZetel(kijk.beeld.id, deelnemer.id, {
          zetel,
          bekendSinds,
          ...(wijziging.lidIds === undefined ? {} : { lidIds: wijziging.lidIds }),
          ...(tot === undefined ? {} : { tot }),
        });
        // NK26: a right names its holder, and the household doesn't agree with that any more.
        if (bekendSinds === null && this.#toegang.regels.zetels.get(zetel)?.discreet === true)
          this.#casussen.feiten.beeindigRechtenVan(deelnemer.id);
        const { tot: _, ...rest } = wijziging;
        this.#schrijf(kijk, {
          handeling: 'deelnemer_gewijzigd',
          over: { persoonId: deelnemer.persoonId, lidIds: wijziging.lidIds ?? deelnemer.lidIds },
          bijzonderheden: { deelnemerId: deelnemer.id, ...rest, ...(tot === undefined ? {} : { tot }) },
        });
      },
      deelnemer.persoonId,
    );
    const na = this.#toegang.eisKijk(kijk.beeld.id, kijk.wie).bekende(deelnemerId);
    if (na === undefined) throw nietGevonden();
    return na;
  }

  /** Ends somebody's seat, or one's own; it holds before this returns (NK7). @throws Weigering 403, 404, 422 */
  beeindig(kijk: Kijk, deelnemerId: string): void {
    const deelnemer = kijk.bekende(deelnemerId);
    if (deelnemer === undefined) throw nietGevonden();
    if (deelnemer.id !== kijk.ik.id && !kijk.ik.regisseur) {
      throw magNiet(
        'alleen_regisseur',
        'Alleen de regisseur kan een ander laten stoppen met meedoen. Vraag het de regisseur.',
      );
    }
    // Also while somebody stands in: the regie stays with whose it is. When who stands in goes, it returns (NK30).
    if (deelnemer.houdtRegie) throw eerstOverdragen();
    this.#toegang.wijzigZicht(
      kijk.beeld.id,
      kijk,
      () => {
        this.#casussen.beeindigZetel(kijk.beeld.id, deelnemer.id);
        this.#schrijf(kijk, {
          handeling: 'deelnemer_beeindigd',
          over: { persoonId: deelnemer.persoonId, lidIds: deelnemer.lidIds },
          bijzonderheden: { deelnemerId: deelnemer.id },
        });
      },
      deelnemer.persoonId,
    );
  }

  /** The date on which the household agreed, as asked; a seat that becomes another one needs agreement anew (NK20). */
  #bekendSinds(deelnemer: Deelneming, zetel: string, bekend: boolean | string | undefined): string | null {
    if (bekend === true) return deelnemer.bekendSinds ?? datumOp(this.#omgeving.nu());
    if (bekend === false) return null;
    if (bekend !== undefined) return bekend;
    return zetel === deelnemer.zetel ? deelnemer.bekendSinds : null;
  }

  #eisZetel(medewerker: Medewerker, zetel: string): void {
    if (medewerker.zetels.includes(zetel) && this.#toegang.regels.zetels.has(zetel)) return;
    throw kanNiet(
      'zetel_niet_toegestaan',
      `${medewerker.naam} kan niet van hieruit meedoen. Kies een andere plek aan tafel, of bel de organisatie van deze persoon.`,
      [{ veld: 'zetel', bericht: 'kies een andere plek aan tafel' }],
    );
  }

  /** NK12: asked for who takes part from elsewhere; of the municipality's own the household is told (`gezin_weet`). */
  #eisAkkoord({ zetel, gezinAkkoord }: NieuweDeelnemer): void {
    const { kernteam } = this.#toegang.regels;
    if (gezinAkkoord !== undefined || kernteam.has(zetel) || isVanGemeente(zetel)) return;
    throw kanNiet(
      'body_ongeldig',
      'Vraag het gezin of het goed is dat deze persoon meedoet, of leg vast waarom niet.',
      [{ veld: 'gezinAkkoord', bericht: 'leg vast of het gezin dit goedvindt' }],
    );
  }

  #eisLeden(kijk: Kijk, lidIds: readonly string[] | null): void {
    if (lidIds?.some((lidId) => !kijk.kentLid(lidId))) throw verwijzingOnbekend('lidIds');
  }

  #eisEigenLid(kijk: Kijk, nieuw: NieuweDeelnemer): string | null {
    const isEigen = this.#toegang.regels.zetels.get(nieuw.zetel)?.alleenEigenLid === true;
    if (!isEigen) return null;
    if (!nieuw.alsLidId) {
      throw kanNiet('lid_nodig', 'Kies wie van het huishouden dit is.', [
        { veld: 'alsLidId', bericht: 'kies wie dit is' },
      ]);
    }
    if (!kijk.kentLid(nieuw.alsLidId)) throw verwijzingOnbekend('alsLidId');
    return nieuw.alsLidId;
  }

  #schrijf(
    kijk: Kijk,
    regel: VanSoort<'deelnemer_toegevoegd' | 'deelnemer_gewijzigd' | 'deelnemer_beeindigd'>,
  ): void {
    this.#logboek.schrijf({ ...regel, door: kijk, casusId: kijk.beeld.id, regel: 'NK12' });
  }
}

function eerstOverdragen(): Weigering {
  return kanNiet(
    'regie_eerst_overdragen',
    'De regisseur kan niet weg zolang niemand anders de regie heeft. Draag de regie eerst over.',
  );
}

function eisTot(tot: number | null, na: number): void {
  if (tot === null || tot > na) return;
  throw kanNiet(
    'periode_ongeldig',
    'De einddatum ligt voor het begin of is al voorbij. Kies een latere datum.',
    [{ veld: 'tot', bericht: 'kies een latere datum' }],
  );
}
