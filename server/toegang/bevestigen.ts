import type { Casussen, Deelneming } from '../casus/casus.ts';
import { magNiet, nietGevonden, Weigering } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from './toegang.ts';

/** A colleague's seat confirmed by who keeps what their organisation has here already (NK12: a seat is no key). */
export class Bevestigen {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #logboek: Logboek;

  constructor(behoeften: { toegang: Toegang; casussen: Casussen; logboek: Logboek }) {
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#logboek = behoeften.logboek;
  }

  /** A colleague whom this person may have a say about. @throws Weigering 404, 403 */
  eisCollega(kijk: Kijk, deelnemerId: string): Deelneming {
    const deelnemer = kijk.bekende(deelnemerId);
    if (deelnemer === undefined) throw nietGevonden();
    if (deelnemer.id === kijk.ik.id)
      throw magNiet('eigen_zetel', 'U bevestigt uzelf niet. Vraag een collega, of uw leidinggevende.');
    if (deelnemer.organisatieId !== kijk.ik.organisatieId || !kijk.bewaartVanOrganisatie())
      throw magNiet(
        'niet_bewaarder',
        'Dit doet alleen een collega die hier zelf schrijft voor dezelfde organisatie. Vraag het die collega.',
      );
    return deelnemer;
  }

  /**
   * Confirms a colleague for these compartments, which holds for as long as the seat does.
   * @throws Weigering 409 when it isn't all of it what they wait for and this person may say
   */
  bevestig(kijk: Kijk, deelnemer: Deelneming, compartimentIds: readonly string[]): void {
    const wacht = kijk.teBevestigen(deelnemer);
    const gevraagd = wacht.filter(({ id }) => compartimentIds.includes(id));
    if (gevraagd.length !== new Set(compartimentIds).size)
      throw new Weigering(
        409,
        'al_besloten',
        'Een ander was u voor, of wat deze collega doet is intussen veranderd. Kijk wat er nu staat.',
      );
    this.#toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      this.#casussen.bevestigingen.bevestig(kijk.beeld.id, deelnemer.id, gevraagd);
      this.#logboek.schrijf({
        handeling: 'deelnemer_bevestigd',
        door: kijk,
        casusId: kijk.beeld.id,
        regel: 'NK12',
        over: { persoonId: deelnemer.persoonId, lidIds: deelnemer.lidIds },
        bijzonderheden: { deelnemerId: deelnemer.id },
      });
    });
  }
}
