import type { Besluit, NieuwVerzoek, Verzoek } from '../../shared/contract/toegangsverzoeken.ts';
import { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import { Moment } from '../../shared/need-to-know/moment.ts';
import { isBekend, kentBijNaam } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { zichtVan } from '../../shared/need-to-know/zicht.ts';
import {
  type AdviesvraagRij,
  type Casussen,
  type CompartimentRij,
  type Deelneming,
  eisInLijsten,
  looptAdviesvraag,
} from '../casus/casus.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Termijnen } from '../kern/termijnen.ts';
import { datumOp, totMoment } from '../kern/tijd.ts';
import { kanNiet, nietGevonden, Weigering } from '../kern/weigering.ts';
import { naWerkdagen } from '../kern/werkdagen.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Rechten, Verlening } from './rechten.ts';
import { leesbaar, rollenVoor } from './rolnamen.ts';
import type { Kijk, Toegang } from './toegang.ts';
import type { BesluitRij, VerzoekRij, Verzoekkast } from './verzoekkast.ts';
import type { VoorAdvies } from './voor-advies.ts';

/** A request as it concerns who keeps a part of what was asked for. */
interface Gericht {
  readonly verzoek: VerzoekRij;
  readonly vrager: Deelneming;
  readonly deel: CompartimentRij;
  readonly besluit: BesluitRij | null;
  /** For which it was asked to open the part (OV11); null: the asker wants to read along. */
  readonly advies: AdviesvraagRij | null;
}

/**
 * Requests to read along (NK27). To who asks, all that happens behind a line is alike, but a grant: who keeps something
 * there, how many, whether anybody refused. Whoever keeps a part of it decides for that part.
 */
export class Verzoeken {
  readonly #kast: Verzoekkast;
  readonly #casussen: Casussen;
  readonly #omgeving: Omgeving;
  readonly #logboek: Logboek;
  readonly #toegang: Toegang;
  readonly #rechten: Rechten;
  readonly #termijnen: Termijnen;
  readonly #voorAdvies: VoorAdvies;

  constructor(behoeften: {
    kast: Verzoekkast;
    casussen: Casussen;
    omgeving: Omgeving;
    logboek: Logboek;
    toegang: Toegang;
    rechten: Rechten;
    termijnen: Termijnen;
    voorAdvies: VoorAdvies;
  }) {
    this.#kast = behoeften.kast;
    this.#casussen = behoeften.casussen;
    this.#omgeving = behoeften.omgeving;
    this.#logboek = behoeften.logboek;
    this.#toegang = behoeften.toegang;
    this.#rechten = behoeften.rechten;
    this.#termijnen = behoeften.termijnen;
    this.#voorAdvies = behoeften.voorAdvies;
  }

  /** What somebody may ask about: what they know of and can't write. @throws Weigering 404, 422 */
  eisVraagbaar(kijk: Kijk, compartimentId: string): CompartimentRij {
    const compartiment = kijk.compartiment(compartimentId);
    if (compartiment === undefined) throw nietGevonden();
    return compartiment;
  }

  /** Asks. @returns the id, and until when it runs @throws Weigering 409, 422 */
  doe(
    kijk: Kijk,
    compartiment: CompartimentRij,
    { toelichting, waarvoor, grondslag, tot }: NieuwVerzoek,
  ): { id: string; status: 'gevraagd'; termijn: string } {
    const nu = this.#omgeving.nu();
    const niveau = kijk.niveau(compartiment.id) === 'dat' ? 'lezen' : 'schrijven';
    if (kijk.niveau(compartiment.id) === 'schrijven')
      throw kanNiet('niets_te_vragen', 'U schrijft hier al. U hoeft niets te vragen.');
    if (!isBekend(kijk.ik, this.#toegang.regels))
      throw kanNiet(
        'eerst_bekend',
        'Wie dit bewaart, hoort van uw vraag dat u meedoet. Het gezin moet dat eerst goedvinden. Vraag de regisseur om dat vast te leggen.',
      );
    eisInLijsten({ waarvoor, grondslag }, datumOp(nu));
    const gevraagdTot = this.#rechten.eisTot(tot, nu);
    const loopt = this.#mijne(kijk).some(
      (rij) => rij.compartimentId === compartiment.id && kijk.beslisser.moment.geldt(rij),
    );
    if (loopt)
      throw new Weigering(
        409,
        'loopt_al',
        'U hebt dit al gevraagd. Wacht op antwoord, of trek uw vraag eerst in.',
      );
    const termijn = naWerkdagen(nu, this.#termijnen.verzoekWerkdagen);
    const casusId = kijk.beeld.id;
    const id = this.#toegang.wijzigZicht(casusId, kijk, () => {
      const verzoekId = this.#kast.vraag({
        casusId,
        deelnemerId: kijk.ik.id,
        compartimentId: compartiment.id,
        van: nu,
        tot: termijn,
        niveau,
        waarvoor,
        grondslag,
        toelichting: rollenVoor(kijk).schrijf(toelichting, null),
        gevraagdTot,
        adviesvraagId: null,
      });
      this.#schrijf(kijk, compartiment, {
        handeling: 'verzoek_gedaan',
        bijzonderheden: { verzoekId, niveau, tot: gevraagdTot, termijn, waarvoor, grondslag },
      });
      return verzoekId;
    });
    return { id, status: 'gevraagd', termijn: laatsteDag(termijn) };
  }

  /** What this person asked, as asking it again under its key answers (ST13); null: taken back, or not theirs. */
  gedaan(kijk: Kijk, id: string) {
    const rij = this.#mijne(kijk).find((een) => een.id === id);
    if (rij === undefined) return null;
    return { id, status: this.#status(kijk, rij), termijn: laatsteDag(rij.tot) };
  }

  /** Takes it back; also after a refusal that they don't know of (NK27). @throws Weigering 404 */
  trekIn(kijk: Kijk, id: string): void {
    const rij = this.#mijne(kijk).find((een) => een.id === id);
    const compartiment = rij === undefined ? undefined : kijk.compartiment(rij.compartimentId);
    if (rij === undefined || compartiment === undefined) throw nietGevonden();
    this.#toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      this.#kast.trekIn(id);
      this.#schrijf(kijk, compartiment, {
        handeling: 'verzoek_ingetrokken',
        bijzonderheden: { verzoekId: id },
      });
    });
  }

  /** A request on what this person keeps, that waits or was decided on. @throws Weigering 404 */
  eisGericht(kijk: Kijk, id: string): Gericht {
    const gericht = this.#aanMij(kijk).find(({ verzoek }) => verzoek.id === id);
    if (gericht === undefined) throw nietGevonden();
    return gericht;
  }

  /** Decides on it, for the part that this person keeps. @throws Weigering 409, 422 */
  besluit(kijk: Kijk, gericht: Gericht, body: Besluit): void {
    const { verzoek, vrager, deel, besluit: eerder } = gericht;
    if (!loopt(kijk.beslisser.moment, gericht))
      throw new Weigering(
        409,
        'advies_afgerond',
        'De vraag om advies is al klaar of ingetrokken. U hoeft niets meer te doen.',
      );
    if (eerder !== null)
      throw new Weigering(409, 'al_besloten', 'Hierover is al besloten. Kijk wat er staat.');
    const zegDatNu = body.besluit === 'afgewezen' && body.zegDatNu === true;
    if (zegDatNu && gericht.advies !== null)
      throw kanNiet(
        'past_hier_niet',
        'Bij een vraag om advies hoort de vrager uw nee niet. U kunt zelf bellen, als u dat wilt.',
        [{ veld: 'zegDatNu', bericht: 'kan hier niet' }],
      );
    if (zegDatNu && !this.#kent(kijk, vrager))
      throw kanNiet(
        'vrager_kent_u_niet',
        'Wie dit vraagt, mag niet weten dat u dit bewaart. Kies dat de vraag vanzelf afloopt, dan hoort die persoon niets van u.',
        [{ veld: 'zegDatNu', bericht: 'kan hier niet' }],
      );
    const verleend = body.besluit === 'toegestaan' ? this.#verlening(verzoek, body) : null;
    this.#toegang.wijzigZicht(kijk.beeld.id, kijk, () => {
      const rechtId = verleend === null ? null : this.#verleen(kijk, gericht, verleend, body.reden);
      this.#kast.besluit(deel, {
        verzoekId: verzoek.id,
        doorId: kijk.ik.id,
        besluit: body.besluit,
        reden: rollenVoor(kijk).schrijf(body.reden, null),
        zegDatNu,
        rechtId,
      });
      this.#logboek.schrijf({
        handeling: 'verzoek_besloten',
        door: kijk,
        casusId: kijk.beeld.id,
        compartiment: deel,
        regel: 'NK27',
        over: { persoonId: vrager.persoonId },
        bijzonderheden: { verzoekId: verzoek.id, besluit: body.besluit, rechtId, zegDatNu },
      });
    });
  }

  /** What this person asked, and what was asked of them. */
  lijst(kijk: Kijk): Verzoek[] {
    return [...this.#laatste(kijk).map((rij) => this.#voorVrager(kijk, rij)), ...this.#voorBewaarder(kijk)];
  }

  /** The same without what was typed: what differs in it for somebody is told as `verzoek` (NK37). */
  kop(kijk: Kijk): string {
    const mijne = this.#laatste(kijk);
    const aanMij = this.#lopend(kijk);
    const open = this.#voorAdvies.lijst(kijk);
    if (mijne.length + aanMij.length + open.length === 0) return '';
    return JSON.stringify([
      open,
      mijne.map((rij) => [
        rij.id,
        this.#status(kijk, rij),
        this.#geopend(kijk, rij),
        this.#gezegd(kijk, rij).map(({ id }) => id),
      ]),
      aanMij.map(({ verzoek, deel, vrager, besluit }) => [
        verzoek.id,
        deel.id,
        vrager.naam,
        this.#kent(kijk, vrager),
        besluit?.id,
        besluit === null ? null : kijk.bekende(besluit.doorId)?.id,
      ]),
    ]);
  }

  /** What waits for this person's decision: who asks, about what, until when. */
  wachtend(kijk: Kijk): { zetel: string; deel: CompartimentRij; termijn: string; voorAdvies: boolean }[] {
    return this.#lopend(kijk)
      .filter(({ besluit }) => besluit === null)
      .map(({ vrager, deel, verzoek, advies }) => ({
        zetel: vrager.zetel,
        deel,
        termijn: laatsteDag(verzoek.tot),
        voorAdvies: advies !== null,
      }));
  }

  /** To who asked; for a question for advice, to the place at it. @returns the right that came of it, if any */
  #verleen(
    kijk: Kijk,
    { verzoek, vrager, deel }: Gericht,
    verleend: Omit<Verlening, 'deelnemer' | 'reden'>,
    reden: string,
  ): string | null {
    const { adviesvraagId } = verzoek;
    if (adviesvraagId === null)
      return this.#rechten.verleen(kijk, deel, { ...verleend, deelnemer: vrager, reden });
    this.#voorAdvies.open(kijk, deel, { ...verzoek, adviesvraagId }, verleend.tot);
    return null;
  }

  #verlening(verzoek: VerzoekRij, { niveau = verzoek.niveau, tot }: Besluit) {
    const nu = this.#omgeving.nu();
    const einde = tot === undefined ? verzoek.gevraagdTot : totMoment(tot);
    if (einde > verzoek.gevraagdTot || !isMinstens(verzoek.niveau, niveau))
      throw kanNiet(
        'meer_dan_gevraagd',
        'U kunt minder of korter geven dan is gevraagd, niet meer of langer.',
        [{ veld: einde > verzoek.gevraagdTot ? 'tot' : 'niveau', bericht: 'meer dan gevraagd' }],
      );
    if (einde <= nu)
      throw kanNiet('periode_ongeldig', 'Die dag is al voorbij. Kies een dag die nog komt.', [
        { veld: 'tot', bericht: 'kies een latere dag' },
      ]);
    const { waarvoor, grondslag } = verzoek;
    return { niveau, waarvoor, grondslag, van: nu, tot: einde };
  }

  #voorVrager(kijk: Kijk, rij: VerzoekRij): Verzoek {
    return {
      id: rij.id,
      rol: 'vrager',
      compartimentId: rij.compartimentId,
      status: this.#status(kijk, rij),
      termijn: laatsteDag(rij.tot),
      geopend: this.#geopend(kijk, rij),
      gezegd: this.#gezegd(kijk, rij).map((besluit) => ({
        deelnemerId: besluit.doorId,
        reden: this.#reden(kijk, besluit),
      })),
    };
  }

  #voorBewaarder(kijk: Kijk): Verzoek[] {
    return this.#lopend(kijk).map(({ verzoek, vrager, deel, besluit, advies }) => ({
      id: verzoek.id,
      rol: 'bronhouder',
      compartimentId: deel.id,
      vrager: {
        deelnemerId: vrager.id,
        naam: vrager.naam,
        zetel: vrager.zetel,
        organisatie: vrager.organisatie,
        functie: vrager.functie,
        telefoon: vrager.telefoon,
      },
      voorAdvies: advies !== null,
      niveau: verzoek.niveau,
      waarvoor: verzoek.waarvoor,
      // Of a question for advice it is that of the asker’s seat, which they didn’t choose to tell.
      grondslag: advies === null ? verzoek.grondslag : null,
      toelichting: leesbaar(kijk, this.#kast.toelichting(verzoek)),
      tot: new Date(verzoek.gevraagdTot).toISOString(),
      termijn: laatsteDag(verzoek.tot),
      kentMij: advies === null && this.#kent(kijk, vrager),
      besluit:
        besluit === null
          ? null
          : {
              besluit: besluit.besluit,
              reden: this.#reden(kijk, besluit),
              deelnemerId: kijk.bekende(besluit.doorId)?.id ?? null,
            },
    }));
  }

  /** NK27: `gevraagd` until the term, whatever happens behind it, or until something opened. */
  #status(kijk: Kijk, rij: VerzoekRij): 'gevraagd' | 'geopend' | 'afgelopen' {
    const loopt = kijk.beslisser.moment.geldt(rij);
    if (this.#geopend(kijk, rij).length > 0) return 'geopend';
    if (!loopt) return 'afgelopen';
    return this.#kast.besluiten(rij).some(({ besluit }) => besluit === 'toegestaan') ? 'geopend' : 'gevraagd';
  }

  #geopend(kijk: Kijk, rij: VerzoekRij) {
    const gegeven = new Set(this.#kast.besluiten(rij).flatMap(({ rechtId }) => rechtId ?? []));
    return kijk.beeld.rechten
      .filter(({ id, compartimentId }) => gegeven.has(id) && kijk.mijnRecht(compartimentId)?.id === id)
      .map(({ id, compartimentId, niveau, tot }) => ({
        compartimentId,
        rechtId: id,
        niveau,
        tot: tot === null ? null : new Date(tot).toISOString(),
      }));
  }

  /** What was told to who knows by name who told it: an act of their own. */
  #gezegd(kijk: Kijk, rij: VerzoekRij): BesluitRij[] {
    return this.#kast
      .besluiten(rij)
      .filter(({ doorId, zegDatNu }) => zegDatNu && kijk.bekende(doorId) !== undefined);
  }

  /** Of each place the last that this person asked and didn't take back. */
  #laatste(kijk: Kijk): VerzoekRij[] {
    const perPlek = new Map(this.#mijne(kijk).map((rij) => [rij.compartimentId, rij]));
    return [...perPlek.values()].filter(
      ({ compartimentId }) => kijk.compartiment(compartimentId) !== undefined,
    );
  }

  /** What somebody asked from the seat that they have now, and didn't take back, in order. */
  #mijne(kijk: Kijk): VerzoekRij[] {
    return this.#kast
      .verzoeken(kijk.beeld.id)
      .filter(
        ({ deelnemerId, ingetrokkenOp, adviesvraagId }) =>
          deelnemerId === kijk.ik.id && ingetrokkenOp === null && adviesvraagId === null,
      );
  }

  /** The same, but for what was asked for a question for advice that is over. */
  #lopend(kijk: Kijk): Gericht[] {
    return this.#aanMij(kijk).filter((gericht) => loopt(kijk.beslisser.moment, gericht));
  }

  /** What was asked, runs, and is about a part that this person keeps; with what was decided on that part. */
  #aanMij(kijk: Kijk): Gericht[] {
    const rijen = this.#kast.verzoeken(kijk.beeld.id).filter((rij) => rij.ingetrokkenOp === null);
    if (rijen.length === 0) return [];
    return this.#gericht(
      kijk,
      rijen,
      kijk.leesbaar().filter((deel) => kijk.bewaart(deel)),
    );
  }

  /**
   * Who of these people left a request unanswered until its term was over, and when it was asked: as it stood in the last
   * moment of that term, so that nothing of later moves it (NK27). Not in a casus in which one person takes part, who
   * could tell from it who sits there.
   * @param na terms that ended after this, ms since 1970
   */
  onbeantwoord(
    persoonIds: ReadonlySet<string>,
    na: number,
    zonder: string,
  ): { readonly wie: Deelneming; readonly gevraagdOp: number }[] {
    const nu = this.#omgeving.nu();
    // What was asked in one day ends at one moment: how it stood then is found once, however much that was (ST6).
    const toen = new Map<number, Bewaarde[]>();
    return this.#kast.metAfgelopen(na, nu, [...persoonIds]).flatMap((casusId) => {
      toen.clear();
      const isErBij = this.#casussen.beeld(casusId)?.deelnemers.some((een) => een.persoonId === zonder);
      if (isErBij !== false) return [];
      return this.#kast
        .verzoeken(casusId)
        .filter(
          ({ tot, ingetrokkenOp }) =>
            tot > na && tot <= nu && (ingetrokkenOp === null || ingetrokkenOp >= tot),
        )
        .flatMap((verzoek) => {
          const bewaarden = toen.get(verzoek.tot) ?? this.#bewaarden(verzoek, persoonIds, zonder);
          toen.set(verzoek.tot, bewaarden);
          return this.#lietLiggen(verzoek, bewaarden).map((wie) => ({ wie, gevraagdOp: verzoek.van }));
        });
    });
  }

  /** Who of these people kept something in the last moment of a request's term, and what. */
  #bewaarden({ casusId, tot }: VerzoekRij, persoonIds: ReadonlySet<string>, zonder: string): Bewaarde[] {
    const laatste = new Moment(tot - 1);
    const beeld = this.#casussen.beeldOp(casusId, laatste, laatste.nu);
    if (beeld === null || beeld.deelnemers.some(({ persoonId }) => persoonId === zonder)) return [];
    const beslisser = new Beslisser(beeld, this.#toegang.regels, laatste);
    return beeld.deelnemers
      .filter((ik) => persoonIds.has(ik.persoonId) && laatste.geldt(ik))
      .map((ik) => {
        const leest = new Set(
          zichtVan(beslisser, ik)
            .filter(({ niveau }) => isMinstens(niveau, 'lezen'))
            .map(({ compartiment }) => compartiment.id),
        );
        const delen = beeld.compartimenten.filter(
          (deel) => leest.has(deel.id) && beslisser.bewaart(ik, deel),
        );
        return { beeld, beslisser, ik, delen };
      });
  }

  #lietLiggen(verzoek: VerzoekRij, bewaarden: readonly Bewaarde[]): Deelneming[] {
    return bewaarden.flatMap((een) => {
      if (!this.#voorAdvies.hadHeleTermijn(een.beeld, verzoek)) return [];
      const liet = this.#gericht(een, [verzoek], een.delen).some(({ besluit }) => besluit === null);
      return liet ? [een.ik] : [];
    });
  }

  /** Requests that run, as they concern who keeps these parts. */
  #gericht(
    { beeld, beslisser, ik }: Pick<Kijk, 'beeld' | 'beslisser' | 'ik'>,
    rijen: readonly VerzoekRij[],
    bewaard: readonly CompartimentRij[],
  ): Gericht[] {
    return rijen.flatMap((verzoek): Gericht[] => {
      const vrager = beeld.deelnemers.find(({ id }) => id === verzoek.deelnemerId);
      if (vrager === undefined || vrager.id === ik.id) return [];
      if (!beslisser.moment.geldt(verzoek) || !beslisser.moment.geldt(vrager)) return [];
      // NK20: asking names the asker while the household agrees that the others know.
      if (!isBekend(vrager, beslisser.regels)) return [];
      const gevraagd = beeld.compartimenten.find(({ id }) => id === verzoek.compartimentId);
      if (gevraagd === undefined || !isMinstens(beslisser.niveau(vrager, gevraagd), 'dat')) return [];
      const achter = new Set([gevraagd, ...beslisser.achterTegel(gevraagd)].map(({ id }) => id));
      const advies =
        verzoek.adviesvraagId === null
          ? null
          : beeld.adviesvragen.find(({ id }) => id === verzoek.adviesvraagId);
      if (advies === undefined) return [];
      const besluiten = this.#kast.besluiten(verzoek);
      return bewaard.flatMap((deel): Gericht[] => {
        if (!achter.has(deel.id)) return [];
        if (gevraagd.organisatieId !== null && deel.id !== gevraagd.id) return [];
        const besluit = besluiten.find(({ compartimentId }) => compartimentId === deel.id) ?? null;
        const heeftAl =
          advies === null
            ? isMinstens(beslisser.niveau(vrager, deel), verzoek.niveau)
            : beeld.adviesopeningen.some(
                ({ adviesvraagId, compartimentId, ...periode }) =>
                  adviesvraagId === advies.id &&
                  compartimentId === deel.id &&
                  beslisser.moment.geldt(periode),
              );
        return besluit === null && heeftAl ? [] : [{ verzoek, vrager, deel, besluit, advies }];
      });
    });
  }

  /** Whether who asks knows this person by name. */
  #kent(kijk: Kijk, vrager: Deelneming): boolean {
    return kentBijNaam(vrager, kijk.ik, new Set(), kijk.beslisser.regels);
  }

  /** Why it was decided so on a part, as it stands in this casus. */
  #reden(kijk: Kijk, besluit: BesluitRij): string | null {
    const deel = kijk.beeld.compartimenten.find(({ id }) => id === besluit.compartimentId);
    return deel === undefined ? null : leesbaar(kijk, this.#kast.reden(besluit, deel));
  }

  #schrijf(kijk: Kijk, compartiment: CompartimentRij, regel: Verzoekregel): void {
    this.#logboek.schrijf({ ...regel, door: kijk, casusId: kijk.beeld.id, compartiment, regel: 'NK27' });
  }
}

/** Somebody who keeps something, as it stood at a moment, and what. */
interface Bewaarde extends Pick<Kijk, 'beeld' | 'beslisser' | 'ik'> {
  readonly delen: readonly CompartimentRij[];
}

/** Whether it still waits for an answer: what was asked for a question for advice ends with that (OV11). */
function loopt({ nu }: Moment, { advies }: Gericht): boolean {
  return advies === null || looptAdviesvraag(advies, nu);
}

type Verzoekregel =
  | {
      readonly handeling: 'verzoek_gedaan';
      readonly bijzonderheden: {
        verzoekId: string;
        niveau: 'lezen' | 'schrijven';
        tot: number;
        termijn: number;
        waarvoor: string;
        grondslag: string;
      };
    }
  | { readonly handeling: 'verzoek_ingetrokken'; readonly bijzonderheden: { verzoekId: string } };

/** The last day on which an answer can come, of the moment at which the term is over. */
function laatsteDag(tot: number): string {
  return datumOp(tot - 1);
}
