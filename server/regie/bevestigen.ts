import type { TweedeHand } from '../../shared/contract/tweede-hand.ts';
import { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Casusbeeld, Casussen, CompartimentRij, Deelneming } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Stappen } from '../kern/stap.ts';
import { verwijzingOnbekend } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Toegang } from '../toegang/toegang.ts';
import { collegaVan } from './collega.ts';
import type { Tweedehandsoort } from './tweede-hand.ts';

type Wachtend = Extract<TweedeHand, { readonly soort: 'bevestiging' }>;

/** Whom a supervisor confirms, and where: by label, and nothing else of it. */
interface Vraag {
  readonly casusLabel: string;
  readonly medewerkerId: string;
}

/**
 * Where nobody sits any more who keeps what an organisation has, the supervisor of a new colleague confirms them (NK12).
 * Of their own people, by label and name. Not who takes part there: they confirm as a colleague, or wait themselves.
 */
export class BevestigenVanBuiten implements Tweedehandsoort<'bevestiging'> {
  readonly soort = 'bevestiging';
  readonly #aanmelden: Aanmelden;
  readonly #casussen: Casussen;
  readonly #toegang: Toegang;
  readonly #logboek: Logboek;
  readonly #stappen: Stappen;
  readonly #regels: Regelboek;

  constructor(behoeften: {
    aanmelden: Aanmelden;
    casussen: Casussen;
    toegang: Toegang;
    logboek: Logboek;
    stappen: Stappen;
  }) {
    this.#aanmelden = behoeften.aanmelden;
    this.#casussen = behoeften.casussen;
    this.#toegang = behoeften.toegang;
    this.#logboek = behoeften.logboek;
    this.#stappen = behoeften.stappen;
    this.#regels = behoeften.toegang.regels;
  }

  wacht(wie: Wie): Wachtend[] {
    return this.#zetels(wie)
      .filter(({ beeld, zetel }) => this.#wachtOp(beeld, zetel).length > 0)
      .map(({ beeld, zetel }) => ({
        soort: 'bevestiging',
        id: zetel.id,
        sinds: new Date(zetel.van).toISOString(),
        casusLabel: beeld.label,
        medewerker: collegaVan(zetel),
      }));
  }

  /** It is done, or left: there is nothing to refuse (`doe`). */
  beslis(): boolean {
    return false;
  }

  /** Confirms somebody for what nobody keeps any more. @returns the id of their seat @throws Weigering 422 */
  doe(wie: Wie, vraag: Vraag): string {
    const gevonden = this.#van(wie, vraag);
    if (gevonden === undefined) throw verwijzingOnbekend('casusLabel');
    const { beeld, zetel } = gevonden;
    const delen = this.#wachtOp(beeld, zetel);
    if (delen.length === 0) throw verwijzingOnbekend('medewerkerId');
    const door = { wie, ik: null };
    this.#toegang.wijzigZicht(beeld.id, door, () => {
      this.#casussen.bevestigingen.bevestig(beeld.id, zetel.id, delen);
      this.#logboek.schrijf({
        handeling: 'deelnemer_bevestigd',
        door,
        casusId: beeld.id,
        regel: 'NK12',
        over: { persoonId: zetel.persoonId, lidIds: zetel.lidIds },
        bijzonderheden: { deelnemerId: zetel.id },
      });
    });
    return zetel.id;
  }

  /** The casus that this person means, or null: none in which somebody of theirs takes part. */
  casusVan(wie: Wie, vraag: Vraag): string | null {
    return this.#van(wie, vraag)?.beeld.id ?? null;
  }

  #van(wie: Wie, { casusLabel, medewerkerId }: Vraag) {
    return this.#zetels(wie).find(
      ({ beeld, zetel }) => beeld.label === casusLabel && zetel.persoonId === medewerkerId,
    );
  }

  /** Seats of who is led by this person, in casussen in which they take no part themselves. */
  #zetels(wie: Wie): { beeld: Casusbeeld; zetel: Deelneming }[] {
    const mensen = this.#aanmelden.geleidDoor(wie.persoonId);
    const casusIds = new Set([...mensen].flatMap((persoonId) => this.#casussen.vanPersoon(persoonId)));
    return [...casusIds].flatMap((casusId) => {
      const beeld = this.#casussen.beeld(casusId);
      if (beeld === null || beeld.deelnemers.some(({ persoonId }) => persoonId === wie.persoonId)) return [];
      return beeld.deelnemers
        .filter(({ persoonId }) => mensen.has(persoonId))
        .map((zetel) => ({ beeld, zetel }));
    });
  }

  #wachtOp(beeld: Casusbeeld, zetel: Deelneming): CompartimentRij[] {
    const beslisser = new Beslisser(beeld, this.#regels, this.#stappen.huidig.moment);
    return beeld.compartimenten.filter(
      (deel) =>
        beslisser.wachtOpBevestiging(zetel, deel) &&
        !beeld.deelnemers.some((ander) => beslisser.schrijftUitMatrix(ander, deel)),
    );
  }
}
