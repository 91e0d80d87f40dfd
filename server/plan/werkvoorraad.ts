import type { CasusRegel } from '../../shared/contract/casussen.ts';
import { precies } from '../../shared/contract/precies.ts';
import type { Wachtend, Werkvoorraad } from '../../shared/contract/werkvoorraad.ts';
import type { Casussen } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { datumOp } from '../kern/tijd.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Plan } from './plan.ts';

const DAG_MS = 24 * 60 * 60 * 1000;
/** How long before its date something is shown as waiting, in days. */
const VOORUIT = 14;

/** My cases and what waits for me, over all of them, each through my look at that casus. */
export class Werk {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #plan: Plan;
  readonly #omgeving: Omgeving;

  constructor(behoeften: { toegang: Toegang; casussen: Casussen; plan: Plan; omgeving: Omgeving }) {
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#plan = behoeften.plan;
    this.#omgeving = behoeften.omgeving;
  }

  /** The cases in which somebody takes part now. */
  casussen(wie: Wie): CasusRegel[] {
    return this.#kijken(wie).map(casusRegel);
  }

  /** Seats and what waits, the most urgent first. */
  voorraad(wie: Wie): Werkvoorraad {
    const kijken = this.#kijken(wie);
    return {
      zetels: kijken.map((kijk) => ({
        casusId: kijk.beeld.id,
        casusLabel: kijk.beeld.label,
        status: kijk.beeld.status,
        leden: kijk.leden().map(({ rol }) => rol),
        zetel: kijk.ik.zetel,
        regisseur: kijk.ik.regisseur,
        regisseurNaam: kijk.regisseur?.naam ?? '',
        waarvoor: kijk.ik.waarvoor,
        van: new Date(kijk.ik.van).toISOString(),
        tot: kijk.ik.tot === null ? null : new Date(kijk.ik.tot).toISOString(),
      })),
      wachtend: kijken.flatMap((kijk) => this.#wachtend(kijk)).sort(meestDringend),
    };
  }

  #kijken(wie: Wie): Kijk[] {
    return this.#casussen
      .vanPersoon(wie.persoonId)
      .flatMap((casusId) => this.#toegang.kijk(casusId, wie) ?? []);
  }

  #wachtend(kijk: Kijk): Wachtend[] {
    const nu = this.#omgeving.nu();
    const vandaag = datumOp(nu);
    const straks = datumOp(nu + VOORUIT * DAG_MS);
    const casus = { casusId: kijk.beeld.id, casusLabel: kijk.beeld.label };
    const wachtend: Wachtend[] = [];
    if (!this.#toegang.heeftOoitGeopend(kijk)) {
      wachtend.push({
        ...casus,
        soort: 'nog_niet_geopend',
        kaartId: null,
        titel: 'U doet mee aan een nieuwe casus',
        uiterlijk: null,
        overTijd: false,
      });
    } else {
      // A title on this list is a look into what it stands in, so what opens by itself is opened, and logged (NK10).
      this.#toegang.openVanzelf(kijk);
    }
    for (const kaart of this.#plan.alleKaarten(kijk)) {
      if (
        kaart.soort === 'afspraak' &&
        kaart.ikVoerUit &&
        kaart.stand !== 'gedaan' &&
        kaart.stand !== 'vervallen'
      ) {
        const uiterlijk = kaart.uiterlijk ?? null;
        wachtend.push({
          ...casus,
          soort: 'afspraak',
          kaartId: kaart.id,
          titel: kaart.titel,
          uiterlijk,
          overTijd: uiterlijk !== null && uiterlijk < vandaag,
        });
      }
    }
    if (kijk.ik.regisseur) {
      const herziening = this.#plan.alleKaarten(kijk).findLast((kaart) => kaart.soort === 'herziening');
      if (herziening?.soort === 'herziening' && herziening.datum <= straks) {
        wachtend.push({
          ...casus,
          soort: 'herziening',
          kaartId: herziening.id,
          titel: 'Plan opnieuw bekijken',
          uiterlijk: herziening.datum,
          overTijd: herziening.datum < vandaag,
        });
      }
    }
    const { tot } = kijk.ik;
    if (tot !== null && datumOp(tot) <= straks) {
      wachtend.push({
        ...casus,
        soort: 'zetel_eindigt',
        kaartId: null,
        titel: 'Uw deelname eindigt',
        uiterlijk: datumOp(tot - 1),
        overTijd: false,
      });
    }
    return wachtend;
  }
}

/** A casus in somebody's list. */
export function casusRegel(kijk: Kijk): CasusRegel {
  return precies<CasusRegel>()({
    id: kijk.beeld.id,
    label: kijk.beeld.label,
    status: kijk.beeld.status,
    regisseur: kijk.regisseur?.naam ?? '',
    leden: kijk.leden(),
  });
}

function meestDringend(a: Wachtend, b: Wachtend): number {
  if (a.overTijd !== b.overTijd) return a.overTijd ? -1 : 1;
  return (a.uiterlijk ?? '9').localeCompare(b.uiterlijk ?? '9');
}
