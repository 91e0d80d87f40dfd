import type { Aanvaarding, NieuwVoorstel } from '../../shared/contract/regie.ts';
import type { VanSoort } from '../../shared/logboek/handelingen.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import { zwaartepuntnaam } from '../../shared/regie.ts';
import type { Casusbeeld, Casussen, Deelneming } from '../casus/casus.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { beginVan, datumOp } from '../kern/tijd.ts';
import { kanNiet, magNiet, nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import { naWerkdagen } from '../kern/werkdagen.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import { eisBekwaam, eisZonderEinde } from './bekwaam.ts';
import type { Overdracht, Overdrachten } from './overdrachten.ts';
import type { Waarnemen } from './waarnemen.ts';

/** After so many working days without an answer the procesregisseur can decide as well (NK30). */
export const WERKDAGEN_TOT_PROCESREGISSEUR = 5;
/** After so many days nobody can accept it any more. */
const DAGEN_TOT_VERVALLEN = 14;
const DAG_MS = 24 * 60 * 60 * 1000;

/** What the plan is told of a handover: it stands there as a besluit, for who reads the plan. */
export interface Regiebesluit {
  readonly titel: string;
  readonly motivering: string;
  readonly datum: string;
}

/** Puts a besluit in the plan of a household; the plan stands higher, and `app.ts` connects it. */
export type LegBesluitVast = (beeld: Casusbeeld, door: Door, besluit: Regiebesluit) => void;

type Overdrachtregel = VanSoort<
  | 'regie_voorgesteld'
  | 'regie_overgedragen'
  | 'regie_geweigerd'
  | 'regie_afgewezen'
  | 'regie_ingetrokken'
  | 'regie_vervallen'
>;

/**
 * The warm handover of the regie (NK30): offered, and accepted, refused, taken back or lapsed. What is decided is decided
 * inside the step: of two at once the first wins. Every change of a level goes through `Toegang.wijzigZicht`.
 */
export class Overdragen {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #logboek: Logboek;
  readonly #omgeving: Omgeving;
  readonly #overdrachten: Overdrachten;
  readonly #waarnemen: Waarnemen;
  readonly #stappen: Stappen;
  /** There are more texts in a compartment than there were. */
  readonly opTeksten = new Gebeurtenis<{ compartimentId: string }>('tekst');
  #legBesluitVast: LegBesluitVast = () => {
    throw new Error('nobody keeps the plan');
  };

  constructor(behoeften: {
    toegang: Toegang;
    casussen: Casussen;
    logboek: Logboek;
    omgeving: Omgeving;
    overdrachten: Overdrachten;
    waarnemen: Waarnemen;
    stappen: Stappen;
  }) {
    this.#stappen = behoeften.stappen;
    this.#waarnemen = behoeften.waarnemen;
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#logboek = behoeften.logboek;
    this.#omgeving = behoeften.omgeving;
    this.#overdrachten = behoeften.overdrachten;
  }

  /** Connects who keeps the plan. */
  verbindPlan(legBesluitVast: LegBesluitVast): void {
    this.#legBesluitVast = legBesluitVast;
  }

  /** Who offers the regie: whose it is. @throws Weigering 403 */
  eisHouder(kijk: Kijk): Kijk {
    if (!kijk.ik.houdtRegie)
      throw magNiet('alleen_regisseur', 'Dit doet wie de regie heeft. Vraag het de regisseur.');
    return kijk;
  }

  /** Offers the regie to somebody; with it come the texts for what is open still. @returns its id @throws Weigering 409, 422 */
  stelVoor(kijk: Kijk, { deelnemerId, zwaartepunt, reden, gezinVerteldOp }: NieuwVoorstel): string {
    const casusId = kijk.beeld.id;
    eisGeenWaarneming(kijk.beeld);
    if (this.open(casusId) !== undefined) {
      throw new Weigering(
        409,
        'loopt_al',
        'U hebt de regie al aan iemand aangeboden. Neem dat eerst terug, of wacht op het antwoord.',
      );
    }
    const naar = kijk.bekende(deelnemerId);
    if (naar === undefined || naar.id === kijk.ik.id || !kijk.beslisser.moment.geldt(naar))
      throw verwijzingOnbekend('deelnemerId');
    eisBekwaam(naar, this.#toegang.regels);
    eisZonderEinde(naar);
    const nu = this.#omgeving.nu();
    return this.#toegang.wijzigZicht(casusId, kijk, () => {
      const id = this.#overdrachten.voegToe({
        casusId,
        vanDeelnemerId: kijk.ik.id,
        deelnemerId,
        van: nu,
        tot: beginVan(datumOp(nu + (DAGEN_TOT_VERVALLEN + 1) * DAG_MS)),
        procesregisseurVanaf: naWerkdagen(nu, WERKDAGEN_TOT_PROCESREGISSEUR),
        inhoud: {
          zwaartepunt,
          reden,
          gezinVerteldOp: gezinVerteldOp ?? null,
          redenWeigering: null,
          redenBesluit: null,
        },
      });
      this.#casussen.maakRegieteksten(casusId, ['wat_nog_openstaat', 'voor_de_volgende_regisseur']);
      this.#stappen.huidig.meld(this.opTeksten, { compartimentId: this.#casussen.regieVan(casusId).id });
      this.#schrijf(casusId, kijk, naar, {
        handeling: 'regie_voorgesteld',
        bijzonderheden: { overdrachtId: id, deelnemerId },
      });
      return id;
    });
  }

  /** Takes the regie over: who directs, what everyone may see, and the besluit in the plan are one step (NK30). */
  aanvaard(kijk: Kijk, voorstelId: string, { gezinVerteldOp }: Aanvaarding): void {
    const overdracht = this.#eisOpen(kijk, voorstelId, kijk.ik.id);
    this.#draagOver(kijk, kijk.beeld, overdracht, 'aanvaard', gezinVerteldOp ?? null, null);
  }

  /** Doesn't take the regie over; from now on the procesregisseur sees it too. */
  weiger(kijk: Kijk, voorstelId: string, reden: string): void {
    const overdracht = this.#eisOpen(kijk, voorstelId, kijk.ik.id);
    if (overdracht.geweigerdOp !== null)
      throw alBesloten('U hebt al gezegd dat u de regie niet overneemt. Wilt u toch? Bel de regisseur.');
    const { id, casusId } = overdracht;
    this.#toegang.wijzigZicht(casusId, kijk, () => {
      this.#overdrachten.weiger(overdracht, reden);
      this.#schrijf(casusId, kijk, kijk.ik, {
        handeling: 'regie_geweigerd',
        bijzonderheden: { overdrachtId: id },
      });
    });
  }

  /** Takes an offer back. */
  trekIn(kijk: Kijk, voorstelId: string): void {
    const overdracht = this.#eisOpen(kijk, voorstelId, null);
    const { id, casusId } = overdracht;
    this.#toegang.wijzigZicht(casusId, kijk, () => {
      this.#overdrachten.sluit(overdracht, 'ingetrokken');
      this.#schrijf(casusId, kijk, zetelVan(kijk.beeld, overdracht.deelnemerId), {
        handeling: 'regie_ingetrokken',
        bijzonderheden: { overdrachtId: id },
      });
    });
  }

  /**
   * The procesregisseur decides on an offer that was refused or not answered in time.
   * @throws Weigering 409 when it was decided meanwhile, 422
   */
  beslis(door: Door, overdracht: Overdracht, besluit: 'toegestaan' | 'afgewezen', reden: string): void {
    const { id, casusId } = overdracht;
    const beeld = this.#casussen.beeld(casusId);
    if (beeld === null) throw nietGevonden();
    if (besluit === 'toegestaan') {
      this.#draagOver(door, beeld, overdracht, 'benoemd', null, reden);
      return;
    }
    this.#toegang.wijzigZicht(casusId, door, () => {
      this.#overdrachten.sluit(overdracht, 'afgewezen', { redenBesluit: reden });
      this.#schrijf(casusId, door, zetelVan(beeld, overdracht.deelnemerId), {
        handeling: 'regie_afgewezen',
        bijzonderheden: { overdrachtId: id },
      });
    });
  }

  /** Whether there is such an offer in a casus, open or not. */
  kent(casusId: string, id: string): boolean {
    return this.#overdrachten.een(id)?.casusId === casusId;
  }

  /** The offer that is open in a casus, if any. */
  open(casusId: string): Overdracht | undefined {
    return this.#overdrachten.in(casusId).find(({ uitkomst }) => uitkomst === null);
  }

  /**
   * What follows by itself, in the step in which something changed in a casus: an offer lapses when its time is over, when
   * a seat that it rests on is over, or when who it names may no longer be named (NK26, NK30).
   */
  volg(casusId: string, door: Door | null): void {
    const overdracht = this.open(casusId);
    const beeld = overdracht === undefined ? null : this.#casussen.beeld(casusId);
    if (overdracht === undefined || beeld === null) return;
    const nu = this.#omgeving.nu();
    const naar = beeld.deelnemers.find(({ id }) => id === overdracht.deelnemerId);
    const houder = beeld.deelnemers.find(({ houdtRegie }) => houdtRegie);
    const blijft =
      overdracht.tot > nu &&
      naar !== undefined &&
      isBekend(naar, this.#toegang.regels) &&
      houder?.id === overdracht.vanDeelnemerId;
    if (blijft) return;
    this.#overdrachten.sluit(overdracht, 'vervallen');
    this.#schrijf(casusId, door, naar ?? houder, {
      handeling: 'regie_vervallen',
      bijzonderheden: { overdrachtId: overdracht.id },
    });
  }

  #draagOver(
    door: Door,
    beeld: Casusbeeld,
    overdracht: Overdracht,
    wijze: 'aanvaard' | 'benoemd',
    gezinVerteldOp: string | null,
    redenBesluit: string | null,
  ): void {
    const { id, casusId, vanDeelnemerId, deelnemerId, inhoud } = overdracht;
    eisGeenWaarneming(beeld);
    const naar = beeld.deelnemers.find((een) => een.id === deelnemerId);
    const van = beeld.deelnemers.find((een) => een.id === vanDeelnemerId);
    if (naar === undefined) throw nietGevonden();
    eisBekwaam(naar, this.#toegang.regels);
    eisZonderEinde(naar);
    this.#toegang.wijzigZicht(
      casusId,
      door,
      () => {
        this.#casussen.draagRegieOver(casusId, deelnemerId);
        this.#waarnemen.stopAlle(beeld, door);
        this.#overdrachten.sluit(overdracht, wijze, {
          gezinVerteldOp: gezinVerteldOp ?? inhoud.gezinVerteldOp,
          ...(redenBesluit === null ? {} : { redenBesluit }),
        });
        this.#schrijf(casusId, door, naar, {
          handeling: 'regie_overgedragen',
          bijzonderheden: { overdrachtId: id, deelnemerId, vanDeelnemerId, wijze },
        });
        const plek = this.#toegang.regels.zetels.get(naar.zetel)?.naam ?? naar.zetel;
        this.#legBesluitVast(beeld, door, {
          titel: `De regie gaat naar ${plek}. Zwaartepunt: ${zwaartepuntnaam(inhoud.zwaartepunt)}`,
          motivering:
            redenBesluit === null ? inhoud.reden : `${inhoud.reden}\n\nDe procesregisseur: ${redenBesluit}`,
          datum: datumOp(this.#omgeving.nu()),
        });
      },
      van?.persoonId,
    );
  }

  /**
   * An offer that is open, for one of the two whom it concerns; to anybody else there is none.
   * @param deelnemerId whom it must have been offered to; null: who offered it
   */
  #eisOpen(kijk: Kijk, voorstelId: string, deelnemerId: string | null): Overdracht {
    const overdracht = this.eisBetrokken(
      kijk,
      voorstelId,
      deelnemerId === null ? 'voorsteller' : 'voorgestelde',
    );
    if (overdracht.uitkomst === null) return overdracht;
    throw alBesloten('Hierover is al besloten. Kijk op het bord wie nu de regie heeft.');
  }

  /** An offer, open or not, for who plays this part in it. @throws Weigering 404, 403 */
  eisBetrokken(kijk: Kijk, voorstelId: string, als: 'voorsteller' | 'voorgestelde'): Overdracht {
    const gevonden = this.#overdrachten.een(voorstelId);
    const overdracht = gevonden?.casusId === kijk.beeld.id ? gevonden : undefined;
    const isVoorsteller = overdracht?.vanDeelnemerId === kijk.ik.id;
    const isVoorgestelde = overdracht?.deelnemerId === kijk.ik.id;
    if (overdracht === undefined || (!isVoorsteller && !isVoorgestelde)) throw nietGevonden();
    if (als === 'voorgestelde' && !isVoorgestelde)
      throw magNiet(
        'niet_voorgesteld',
        'Alleen wie is voorgesteld, antwoordt hierop. U kunt het wel terugnemen.',
      );
    if (als === 'voorsteller' && !isVoorsteller)
      throw magNiet(
        'niet_voorsteller',
        'Alleen wie dit voorstelde, neemt het terug. U kunt het wel weigeren.',
      );
    return overdracht;
  }

  #schrijf(
    casusId: string,
    door: Door | null,
    over: Pick<Deelneming, 'persoonId' | 'lidIds'> | undefined,
    regel: OverdrachtZonderOver,
  ): void {
    const { persoonId, lidIds } = over ?? { persoonId: door?.wie.persoonId ?? '', lidIds: null };
    // The sort of line and its details go together, as they came.
    const heel = { ...regel, over: { persoonId, lidIds } } as Overdrachtregel;
    this.#logboek.schrijf({ ...heel, door, casusId, regel: door === null ? 'klok' : 'NK30' });
  }
}

type OverdrachtZonderOver = Overdrachtregel extends infer R
  ? R extends unknown
    ? Omit<R, 'over'>
    : never
  : never;

/** While somebody stands in, the regie goes to nobody (NK30). @throws Weigering 422 */
function eisGeenWaarneming({ deelnemers }: Casusbeeld): void {
  const houder = deelnemers.find(({ houdtRegie }) => houdtRegie);
  if (houder?.regisseur !== false) return;
  throw kanNiet(
    'waarneming_loopt',
    'Er is nu een waarnemer. Laat de waarneming eerst stoppen; daarna kan de regie over.',
  );
}

function alBesloten(detail: string): Weigering {
  return new Weigering(409, 'al_besloten', detail);
}

function zetelVan({ deelnemers }: Casusbeeld, deelnemerId: string): Deelneming | undefined {
  return deelnemers.find(({ id }) => id === deelnemerId);
}
