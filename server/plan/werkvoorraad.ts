import type { CasusRegel } from '../../shared/contract/casussen.ts';
import { precies } from '../../shared/contract/precies.ts';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Wachtend, Werkvoorraad } from '../../shared/contract/werkvoorraad.ts';
import { LEEFGEBIEDEN } from '../../shared/plan/leefgebieden.ts';
import type { Casussen } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { datumOp } from '../kern/tijd.ts';
import { compartimentVanVeld, veldenVoor } from '../teksten/teksten.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import { perCasus } from './per-casus.ts';
import type { Plan } from './plan.ts';
import type { Sinds } from './sinds.ts';
import { afspraakregel, casusVan, nietRond, wachtregel, zetelregel } from './werkregels.ts';

/** What people read where something can't be read. */
const ONLEESBAAR = 'Een onderdeel van deze casus is niet leesbaar; de beheerder weet ervan.';

const DAG_MS = 24 * 60 * 60 * 1000;
/** How long before its date something is shown as waiting, in days. */
const VOORUIT = 14;

/** Who knows which requests wait for somebody's decision: from where asked, about what, and until when. */
interface Wachtkamer {
  wachtend(kijk: Kijk): readonly {
    readonly zetel: string;
    readonly deel: { readonly categorie: string; readonly lidId: string | null };
    readonly termijn: string;
    /** To open it at a question for advice, rather than to read along. */
    readonly voorAdvies: boolean;
  }[];
}

/** Who knows which kaarten of a casus came in the plan from an overleg. */
interface Overlegwerk {
  inPlan(kijk: Kijk): ReadonlySet<string>;
}

/** My cases and what waits for me, over all of them, each through my look at that casus. */
export class Werk {
  readonly #toegang: Toegang;
  readonly #behoeften: { toegang: Toegang; casussen: Casussen; onleesbaar: Onleesbaren };
  readonly #plan: Plan;
  readonly #verzoeken: Wachtkamer;
  readonly #overleg: Overlegwerk;
  readonly #sinds: Sinds;
  readonly #omgeving: Omgeving;
  readonly #onleesbaar: Onleesbaren;
  readonly #database: GeopendeDatabase;

  constructor(behoeften: {
    database: GeopendeDatabase;
    toegang: Toegang;
    casussen: Casussen;
    plan: Plan;
    verzoeken: Wachtkamer;
    overleg: Overlegwerk;
    sinds: Sinds;
    omgeving: Omgeving;
    onleesbaar: Onleesbaren;
  }) {
    this.#onleesbaar = behoeften.onleesbaar;
    this.#database = behoeften.database;
    this.#toegang = behoeften.toegang;
    this.#behoeften = behoeften;
    this.#plan = behoeften.plan;
    this.#verzoeken = behoeften.verzoeken;
    this.#overleg = behoeften.overleg;
    this.#sinds = behoeften.sinds;
    this.#omgeving = behoeften.omgeving;
  }

  /** The cases in which somebody takes part now; one that can't be read is left out (ST1). */
  casussen(wie: Wie): CasusRegel[] {
    return perCasus(this.#behoeften, wie, casusRegel).flatMap(({ uitkomst }) => uitkomst ?? []);
  }

  /** Seats and what waits, the most urgent first. A casus that can't be read is one line, and keeps out no other (ST1). */
  voorraad(wie: Wie): Werkvoorraad {
    const regels = perCasus(this.#behoeften, wie, (kijk) => {
      // First: a title is read of what opens by itself by this.
      const wachtend = this.#wachtend(kijk);
      return { zetel: zetelregel(kijk, this.#plan.alleKaarten(kijk), this.#sinds.aantal(kijk)), wachtend };
    });
    return {
      zetels: regels.flatMap(({ uitkomst }) => uitkomst?.zetel ?? []),
      wachtend: regels
        .flatMap(({ casusId, uitkomst }) => uitkomst?.wachtend ?? [nietLeesbaar({ casusId, casusLabel: '' })])
        .sort(meestDringend),
    };
  }

  #wachtend(kijk: Kijk): Wachtend[] {
    const nu = this.#omgeving.nu();
    const vandaag = datumOp(nu);
    const straks = datumOp(nu + VOORUIT * DAG_MS);
    const wachtend: Wachtend[] = [];
    if (!this.#toegang.heeftOoitGeopend(kijk)) {
      wachtend.push(
        wachtregel(casusVan(kijk), { soort: 'nog_niet_geopend', titel: 'U doet mee aan een nieuwe casus' }),
      );
    } else {
      // A title on this list is a look into what it stands in, so what opens by itself is opened, and logged (NK10).
      this.#toegang.openVanzelf(kijk);
    }
    if (this.#plan.onleesbaar(kijk).length > 0) wachtend.push(nietLeesbaar(casusVan(kijk)));
    wachtend.push(
      ...this.#plan.alleKaarten(kijk).flatMap((kaart) => afspraakregel(kijk, kaart, vandaag) ?? []),
    );
    if (kijk.ik.regisseur) {
      wachtend.push(...this.#nietRond(kijk));
      const herziening = this.#plan.alleKaarten(kijk).findLast((kaart) => kaart.soort === 'herziening');
      if (herziening?.soort === 'herziening' && herziening.datum <= straks) {
        wachtend.push(
          wachtregel(casusVan(kijk), {
            soort: 'herziening',
            kaartId: herziening.id,
            titel: 'Plan opnieuw bekijken',
            uiterlijk: herziening.datum,
            overTijd: herziening.datum < vandaag,
          }),
        );
      }
    }
    wachtend.push(...this.#regie(kijk), ...collegas(kijk), ...this.#gevraagd(kijk), ...this.#concepten(kijk));
    const { tot } = kijk.ik;
    if (tot !== null && datumOp(tot) <= straks) {
      wachtend.push(
        wachtregel(casusVan(kijk), {
          soort: 'zetel_eindigt',
          titel: 'Uw deelname eindigt',
          uiterlijk: datumOp(tot - 1),
        }),
      );
    }
    return wachtend;
  }

  /** What an overleg agreed and isn't complete (OV7). */
  #nietRond(kijk: Kijk): Wachtend[] {
    const regels = this.#plan.alleKaarten(kijk).flatMap((kaart) => nietRond(kijk, kaart) ?? []);
    // Most often nothing is: then nothing is read for it.
    if (regels.length === 0) return [];
    const vanTafel = this.#overleg.inPlan(kijk);
    return regels.filter(({ kaartId }) => kaartId !== null && vanTafel.has(kaartId));
  }

  /** Who asks to read along in what this person keeps, and waits for their answer (NK27). */
  #gevraagd(kijk: Kijk): Wachtend[] {
    const { regels } = kijk.beslisser;
    const vandaag = datumOp(this.#omgeving.nu());
    return this.#verzoeken.wachtend(kijk).map(({ zetel, deel, termijn, voorAdvies }) =>
      wachtregel(casusVan(kijk), {
        soort: 'verzoek',
        titel: `${regels.zetels.get(zetel)?.naam ?? zetel} vraagt ${voorAdvies ? 'iets open te zetten voor advies' : 'mee te lezen'}: ${regels.categorieen.get(deel.categorie)?.naam ?? ''}`,
        over: kijk
          .leden()
          .filter(({ id }) => id === deel.lidId)
          .map(({ rol }) => rol),
        uiterlijk: termijn,
        overTijd: termijn < vandaag,
      }),
    );
  }

  /** An offer of the regie that waits for this person (NK30). */
  #regie(kijk: Kijk): Wachtend[] {
    const { voorstel } = this.#plan.regieVoor(kijk);
    if (voorstel === null) return [];
    const { van, naar, stand, uiterlijk } = voorstel;
    if (naar.deelnemerId === kijk.ik.id && stand === 'voorgesteld') {
      const titel = `${van.naam} vraagt u de regie over te nemen`;
      return [wachtregel(casusVan(kijk), { soort: 'regie_voorstel', titel, uiterlijk })];
    }
    if (van.deelnemerId !== kijk.ik.id || stand === 'voorgesteld') return [];
    const wie = stand === 'afgewezen' ? 'De procesregisseur' : naar.naam;
    const titel = `${wie} zei nee tegen uw voorstel voor de regie`;
    return [wachtregel(casusVan(kijk), { soort: 'regie_antwoord', titel, uiterlijk })];
  }

  /** What this person is still writing: theirs alone, by where it is to stand. */
  #concepten(kijk: Kijk): Wachtend[] {
    const eigen = kijk
      .leesbaar()
      .filter(({ id, makerId }) => makerId === kijk.wie.persoonId && kijk.leestNu(id));
    return veldenVoor(this.#bron, kijk, eigen).velden.map(({ id, conceptVoor }) => {
      const bij = conceptVoor === null ? undefined : this.#veld(kijk, conceptVoor);
      const gebied = LEEFGEBIEDEN.find(({ code }) => code === bij?.leefgebied)?.naam ?? bij?.naam;
      const titel = `Uw concept afmaken${gebied === undefined ? '' : `: ${gebied}`}`;
      return wachtregel(casusVan(kijk), { soort: 'concept', titel, veldId: id });
    });
  }

  get #bron() {
    return { database: this.#database, onleesbaar: this.#onleesbaar };
  }

  /** A text that this person has open. */
  #veld(kijk: Kijk, veldId: string): Veld | undefined {
    const compartiment = compartimentVanVeld(this.#database, kijk, veldId);
    if (compartiment === null) return undefined;
    return veldenVoor(this.#bron, kijk, [compartiment]).velden.find(({ id }) => id === veldId);
  }
}

/** New colleagues who wait for this person's word (NK12): one line a casus. */
function collegas(kijk: Kijk): Wachtend[] {
  const namen = kijk
    .bekenden()
    .filter((deelnemer) => kijk.teBevestigen(deelnemer).length > 0)
    .map(({ naam }) => naam);
  if (namen.length === 0) return [];
  const titel = `Nieuwe collega: ${namen.join(', ')}. Hoort die hierbij?`;
  return [wachtregel(casusVan(kijk), { soort: 'collega', titel })];
}

function nietLeesbaar(casus: Pick<Wachtend, 'casusId' | 'casusLabel'>): Wachtend {
  return wachtregel(casus, { soort: 'onleesbaar', titel: ONLEESBAAR });
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
