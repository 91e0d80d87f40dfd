import type { NieuweCasus } from '../../shared/contract/casussen.ts';
import type { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { EXPERTISES, staatInLijst } from '../../shared/lijsten.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import { type Casussen, eisGrondslag, eisInLijsten, eisPlan } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { datumOp } from '../kern/tijd.ts';
import { kanNiet } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Plan } from './plan.ts';

/** Bringing a household to the table (scene 1): the casus, its first seat, and what is known of it, in one step. */
export class Inbrengen {
  readonly #stappen: Stappen;
  readonly #omgeving: Omgeving;
  readonly #logboek: Logboek;
  readonly #aanmelden: Aanmelden;
  readonly #casussen: Casussen;
  readonly #toegang: Toegang;
  readonly #plan: Plan;

  constructor(behoeften: {
    stappen: Stappen;
    omgeving: Omgeving;
    logboek: Logboek;
    aanmelden: Aanmelden;
    casussen: Casussen;
    toegang: Toegang;
    plan: Plan;
  }) {
    this.#stappen = behoeften.stappen;
    this.#omgeving = behoeften.omgeving;
    this.#logboek = behoeften.logboek;
    this.#aanmelden = behoeften.aanmelden;
    this.#casussen = behoeften.casussen;
    this.#toegang = behoeften.toegang;
    this.#plan = behoeften.plan;
  }

  /** Brings a casus; who brings it directs it until somebody is named. @throws Weigering 422 */
  breng(wie: Wie, nieuw: NieuweCasus): Kijk {
    this.eisInbrenger(wie, nieuw.zetel);
    const vandaag = datumOp(this.#omgeving.nu());
    eisInLijsten(nieuw, vandaag);
    eisGrondslag(this.#toegang.regels, nieuw.zetel, nieuw.grondslag);
    if (nieuw.expertise.some((code) => !staatInLijst(EXPERTISES, code, vandaag))) {
      throw kanNiet('niet_in_lijst', 'Kies de kennis uit de lijst.', [
        { veld: 'expertise', bericht: 'kies uit de lijst' },
      ]);
    }
    return this.#stappen.doe(() => {
      const { casusId } = this.#casussen.breng({
        persoonId: wie.persoonId,
        zetel: nieuw.zetel,
        waarvoor: nieuw.waarvoor,
        grondslag: nieuw.grondslag,
        rollen: nieuw.leden.map(({ rol }) => rol),
      });
      const kijk = this.#toegang.eisKijk(casusId, wie);
      this.#logboek.schrijf({
        handeling: 'casus_ingebracht',
        door: kijk,
        casusId,
        regel: 'zetel brengt in',
      });
      const plan = eisPlan(kijk.beeld);
      for (const inhoud of eersteKaarten(nieuw)) this.#plan.maak(kijk, plan.id, inhoud);
      return this.#toegang.eisKijk(casusId, wie);
    });
  }

  /** That this person may bring a casus from a zetel. @throws Weigering 422 */
  eisInbrenger(wie: Wie, zetel: string): void {
    if (!this.#aanmelden.medewerker(wie.persoonId)?.zetels.includes(zetel)) {
      throw kanNiet('zetel_niet_toegestaan', 'Vanuit deze plek kunt u niet meedoen. Kies een andere.', [
        { veld: 'zetel', bericht: 'kies een andere plek' },
      ]);
    }
    if (this.#toegang.regels.zetels.get(zetel)?.brengtIn !== true) {
      throw kanNiet(
        'zetel_brengt_niet_in',
        'Vanuit deze plek brengt u geen casus in. Vraag een collega van de gemeente.',
        [{ veld: 'zetel', bericht: 'brengt geen casus in' }],
      );
    }
  }
}

/** What is said when a casus is brought, as kaarten of the plan: content, so never outside a compartment (NK2). */
function eersteKaarten(nieuw: NieuweCasus): KaartInhoud[] {
  const kaarten: KaartInhoud[] = [];
  if (nieuw.vraag !== undefined) kaarten.push({ soort: 'vraag', titel: nieuw.vraag });
  for (const wet of new Set(nieuw.wetten)) kaarten.push({ soort: 'wet', wet });
  for (const expertise of new Set(nieuw.expertise)) kaarten.push({ soort: 'expertise', expertise });
  if (nieuw.gezinWeet !== undefined) kaarten.push({ soort: 'gezin_weet', ...nieuw.gezinWeet });
  return kaarten;
}
