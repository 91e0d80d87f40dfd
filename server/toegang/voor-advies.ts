import type { OpenVoorAdvies } from '../../shared/contract/toegangsverzoeken.ts';
import {
  type AdviesopeningRij,
  type AdviesvraagRij,
  type Casussen,
  type CompartimentRij,
  looptAdviesvraag,
} from '../casus/casus.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Termijnen } from '../kern/termijnen.ts';
import { datumOp } from '../kern/tijd.ts';
import { kanNiet, nietGevonden, verwijzingOnbekend } from '../kern/weigering.ts';
import { naWerkdagen } from '../kern/werkdagen.ts';
import type { Logboek } from '../logboek/logboek.ts';
import { rollenVoor } from './rolnamen.ts';
import type { Kijk, Toegang } from './toegang.ts';
import type { VerzoekRij, Verzoekkast } from './verzoekkast.ts';

/** How far what was asked of others for a question for advice is, to who asked it. */
export interface Gevraagd {
  readonly verzoek: VerzoekRij;
  readonly status: 'gevraagd' | 'geopend' | 'afgelopen';
  /** The last day on which an answer can come. */
  readonly termijn: string;
}

/**
 * What others keep, opened at a question for advice (OV11): asked of them as reading along is (NK27), and granted to the
 * place at the question, never to the seat of who asked. It ends with the question, or when who keeps it says so.
 */
export class VoorAdvies {
  readonly #kast: Verzoekkast;
  readonly #casussen: Casussen;
  readonly #omgeving: Omgeving;
  readonly #logboek: Logboek;
  readonly #toegang: Toegang;
  readonly #termijnen: Termijnen;

  constructor(behoeften: {
    kast: Verzoekkast;
    casussen: Casussen;
    omgeving: Omgeving;
    logboek: Logboek;
    toegang: Toegang;
    termijnen: Termijnen;
  }) {
    this.#kast = behoeften.kast;
    this.#casussen = behoeften.casussen;
    this.#omgeving = behoeften.omgeving;
    this.#logboek = behoeften.logboek;
    this.#toegang = behoeften.toegang;
    this.#termijnen = behoeften.termijnen;
  }

  /** What somebody may ask others to open: what they know of and don't keep, decided on by the matrix. @throws Weigering 422 */
  eisVraagbaar(kijk: Kijk, id: string, lidId: string): CompartimentRij {
    const compartiment = kijk.compartiment(id);
    if (compartiment === undefined) throw verwijzingOnbekend('vraagt');
    const { categorieen } = kijk.beslisser.regels;
    const kan =
      (compartiment.lidId === null || compartiment.lidId === lidId) &&
      !compartiment.besloten &&
      categorieen.get(compartiment.categorie)?.beslist === 'matrix' &&
      !kijk.bewaart(compartiment);
    if (kan) return compartiment;
    throw kanNiet(
      'niet_te_vragen',
      'U kunt vragen om wat anderen bewaren, over het hele huishouden of over wie de vraag gaat. Kies opnieuw.',
      [{ veld: 'vraagt', bericht: 'kies wat een ander bewaart' }],
    );
  }

  /** Asks each who keeps one of these parts to open it at a question; the same whether there is anybody. Within a step. */
  vraag(
    kijk: Kijk,
    delen: readonly CompartimentRij[],
    vraag: { readonly id: string; readonly tekst: string; readonly tot: number },
  ): void {
    const van = this.#omgeving.nu();
    const termijn = Math.min(naWerkdagen(van, this.#termijnen.verzoekWerkdagen), vraag.tot);
    const { grondslag } = kijk.ik;
    for (const compartiment of delen) {
      const rij = { niveau: 'lezen', waarvoor: 'advies', grondslag } as const;
      const verzoekId = this.#kast.vraag({
        ...rij,
        casusId: kijk.beeld.id,
        deelnemerId: kijk.ik.id,
        compartimentId: compartiment.id,
        van,
        tot: termijn,
        toelichting: rollenVoor(kijk).schrijf(vraag.tekst, null),
        gevraagdTot: vraag.tot,
        adviesvraagId: vraag.id,
      });
      this.#logboek.schrijf({
        handeling: 'verzoek_gedaan',
        door: kijk,
        casusId: kijk.beeld.id,
        compartiment,
        regel: 'NK27',
        bijzonderheden: { ...rij, verzoekId, tot: vraag.tot, termijn },
      });
    }
  }

  /** What was asked of others for a question, to who asked it (NK27). */
  gevraagd({ beeld, beslisser: { moment } }: Pick<Kijk, 'beeld' | 'beslisser'>, vraagId: string): Gevraagd[] {
    const vraag = beeld.adviesvragen.find(({ id }) => id === vraagId);
    if (vraag === undefined) return [];
    const isOpen = looptAdviesvraag(vraag, moment.nu);
    return this.#van(beeld.id, vraagId).map((verzoek) => {
      const staatOpen = beeld.adviesopeningen.some(
        (opening) => opening.verzoekId === verzoek.id && moment.geldt(opening),
      );
      const loopt = isOpen && moment.geldt(verzoek);
      const isToegestaan = this.#kast.besluiten(verzoek).some(({ besluit }) => besluit === 'toegestaan');
      const status = staatOpen || (loopt && isToegestaan) ? 'geopend' : loopt ? 'gevraagd' : 'afgelopen';
      return { verzoek, status, termijn: datumOp(verzoek.tot - 1) };
    });
  }

  /** Whether more may still open at a question: by what was asked and its term alone, not by who keeps or decides anything. */
  wachtNog(
    { beeld, beslisser: { moment } }: Pick<Kijk, 'beeld' | 'beslisser'>,
    vraag: AdviesvraagRij,
  ): boolean {
    return (
      looptAdviesvraag(vraag, moment.nu) &&
      this.#van(beeld.id, vraag.id).some((verzoek) => moment.geldt(verzoek))
    );
  }

  /** Opens a part at the question for which it was asked, in the name of who keeps it. Within a step. */
  open(
    kijk: Kijk,
    deel: CompartimentRij,
    verzoek: VerzoekRij & { adviesvraagId: string },
    tot: number,
  ): void {
    const { adviesvraagId } = verzoek;
    this.#toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      this.#casussen.feiten.openVoorAdvies({
        casusId: kijk.beeld.id,
        adviesvraagId,
        compartimentId: deel.id,
        van: this.#omgeving.nu(),
        tot,
        verzoekId: verzoek.id,
      });
      this.#logboek.schrijf({
        handeling: 'voor_advies_geopend',
        door: kijk,
        casusId: kijk.beeld.id,
        compartiment: deel,
        regel: 'OV11',
        bijzonderheden: { adviesvraagId, tot },
      });
    });
  }

  /**
   * What is open at questions for advice of what this person keeps: what they or a colleague let open, and what others who
   * keep it too did, from when somebody reads it; before, that there is a question isn't for them (OV11, NK20).
   */
  lijst(kijk: Kijk): OpenVoorAdvies[] {
    return this.#openingen(kijk).map(({ id, compartimentId, tot }) => ({
      id,
      compartimentId,
      tot: new Date(tot).toISOString(),
    }));
  }

  /** Closes a part at a question, for who keeps it; it holds before this returns (NK7). @throws Weigering 404 */
  sluit(kijk: Kijk, openingId: string): void {
    const opening = this.#openingen(kijk).find(({ id }) => id === openingId);
    if (opening === undefined) throw nietGevonden();
    const vraag = kijk.beeld.adviesvragen.find(({ id }) => id === opening.adviesvraagId);
    this.#toegang.wijzigZicht(
      kijk.beeld.id,
      kijk,
      () => {
        this.#casussen.feiten.sluitVoorAdvies(openingId);
        this.#logboek.schrijf({
          handeling: 'voor_advies_gesloten',
          door: kijk,
          casusId: kijk.beeld.id,
          compartiment: kijk.rij({ id: opening.compartimentId }),
          regel: 'OV11',
          bijzonderheden: { adviesvraagId: opening.adviesvraagId },
        });
      },
      vraag?.deskundigeId ?? undefined,
    );
  }

  /** Whether who keeps something had the whole term to answer: a question that was over sooner nobody left lying. */
  hadHeleTermijn({ adviesvragen }: Kijk['beeld'], verzoek: VerzoekRij): boolean {
    if (verzoek.adviesvraagId === null) return true;
    const vraag = adviesvragen.find(({ id }) => id === verzoek.adviesvraagId);
    return (
      vraag !== undefined &&
      looptAdviesvraag(vraag, verzoek.tot - 1) &&
      naWerkdagen(verzoek.van, this.#termijnen.verzoekWerkdagen) <= verzoek.tot
    );
  }

  #openingen(kijk: Kijk): AdviesopeningRij[] {
    const { adviesopeningen, adviesvragen } = kijk.beeld;
    if (adviesopeningen.length === 0) return [];
    return adviesopeningen.filter((opening) => {
      const deel = kijk.compartiment(opening.compartimentId);
      const vraag = adviesvragen.find(({ id }) => id === opening.adviesvraagId);
      const weet =
        opening.verzoekId !== null ||
        vraag?.vragerId === kijk.ik.id ||
        (vraag?.deskundigeId ?? null) !== null;
      return kijk.beslisser.moment.geldt(opening) && deel !== undefined && weet && kijk.bewaart(deel);
    });
  }

  #van(casusId: string, vraagId: string): VerzoekRij[] {
    return this.#kast.verzoeken(casusId).filter(({ adviesvraagId }) => adviesvraagId === vraagId);
  }
}
