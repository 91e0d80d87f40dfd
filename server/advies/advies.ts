import { createHash } from 'node:crypto';
import {
  ADVIESKOPPEN,
  type Adviesstuk,
  DESKUNDIGE,
  VRAGEN_PER_DAG,
  VRAGEN_TEGELIJK,
} from '../../shared/advies.ts';
import type {
  Advieskoppen,
  Adviesregel,
  Adviesvraag,
  NieuweAdviesvraag,
  Zin,
} from '../../shared/contract/advies.ts';
import type { AntwoordVan, BodyVan } from '../../shared/contract/opdracht.ts';
import type * as contract from '../../shared/contract/advies.ts';
import { precies } from '../../shared/contract/precies.ts';
import { z } from '../../shared/contract/zod.ts';
import type { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import { isBekend, kentLid } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { naamUit } from '../../shared/persoonsgegevens/naam.ts';
import { zonderNamen } from '../../shared/persoonsgegevens/zonder-namen.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import {
  type AdviesvraagRij,
  type Casusbeeld,
  type Casussen,
  type CompartimentRij,
  looptAdviesvraag,
} from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import { Gebeurtenis } from '../kern/gebeurtenis.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { datumOp } from '../kern/tijd.ts';
import { kanNiet, magNiet, nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import type { Adviezenkast, Stuk } from './adviezenkast.ts';
import { type Leesbron, Namenloos, NOOIT_GEOPEND, woordenIn } from './leest.ts';

/** Who asks others to open what they keep, and knows how far that is (NK27). */
interface Anderen {
  eisVraagbaar(kijk: Kijk, id: string, lidId: string): CompartimentRij;
  vraag(
    kijk: Kijk,
    delen: readonly CompartimentRij[],
    vraag: { readonly id: string; readonly tekst: string; readonly tot: number },
  ): void;
  gevraagd(
    kijk: Pick<Kijk, 'beeld' | 'beslisser'>,
    vraagId: string,
  ): readonly {
    readonly verzoek: { readonly compartimentId: string };
    readonly status: 'gevraagd' | 'geopend' | 'afgelopen';
    readonly termijn: string;
  }[];
  wachtNog(kijk: Pick<Kijk, 'beeld' | 'beslisser'>, vraag: AdviesvraagRij): boolean;
}

/** A question as one person looks at it now: as what, and through what. */
export interface Blik {
  readonly vraag: AdviesvraagRij;
  readonly compartiment: CompartimentRij;
  readonly als: Adviesregel['rol'];
  readonly beeld: Casusbeeld;
  readonly beslisser: Beslisser;
  /** Of who takes part; null at the place of a gedragsdeskundige. */
  readonly kijk: Kijk | null;
  readonly door: Door;
}

/** What is stored of a question as it was asked: from which zetel stays known when that seat ends. */
const Gesteld = z.object({
  vraag: z.string(),
  toelichting: z.string().nullable(),
  vanuit: z.string(),
  namens: z.array(z.string()),
});
const Tekst = z.string();
const Koppen = z.object({
  watIkLees: z.string().nullable(),
  watIkAdviseer: z.string().nullable(),
  watIkNietWeet: z.string().nullable(),
  wanneerOpnieuw: z.string().nullable(),
});
const Reactie = z.object({
  besluit: z.enum(['doen', 'deels', 'niet']),
  waarom: z.string(),
  /** Of answers of before an afspraak was a piece of its own. */
  afspraakIds: z.array(z.string()).default([]),
});

/**
 * Advice from a distance (OV11). A question is a compartment for who asks, who is named in it, and one gedragsdeskundige,
 * who has a place at it and no seat: the casus isn't told to them, only what the question opens, without names.
 */
export class Advies {
  /** Something was written at a question; who may know it looks again. */
  readonly opStuk = new Gebeurtenis<{ casusId: string }>('zicht');
  readonly #kast: Adviezenkast;
  readonly #bron: Leesbron;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #aanmelden: Aanmelden;
  readonly #casussen: Casussen;
  readonly #toegang: Toegang;
  readonly #anderen: Anderen;
  readonly #eisTot: (tot: string, van: number) => number;

  constructor(behoeften: {
    kast: Adviezenkast;
    bron: Leesbron;
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    aanmelden: Aanmelden;
    casussen: Casussen;
    toegang: Toegang;
    anderen: Anderen;
    /** Until when, within the days that a right may last. @throws Weigering 422 */
    eisTot: (tot: string, van: number) => number;
  }) {
    this.#kast = behoeften.kast;
    this.#bron = behoeften.bron;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#aanmelden = behoeften.aanmelden;
    this.#casussen = behoeften.casussen;
    this.#toegang = behoeften.toegang;
    this.#anderen = behoeften.anderen;
    this.#eisTot = behoeften.eisTot;
  }

  /** Asks. What it opens at once, who asks keeps; what others keep is asked of them. @returns the id @throws Weigering 422 */
  stel(kijk: Kijk, nieuw: NieuweAdviesvraag): string {
    const { regels } = this.#toegang;
    const nu = this.#omgeving.nu();
    if (!kijk.kentLid(nieuw.lidId)) throw verwijzingOnbekend('lidId');
    // NK26: it names who asks to who advises, and to who is named in it.
    if (!isBekend(kijk.ik, regels))
      throw kanNiet(
        'eerst_bekend',
        'Wie adviseert, hoort van waaruit u vraagt. Het gezin moet dat eerst goedvinden. Vraag de regisseur om dat vast te leggen.',
      );
    this.#eisRuimte(kijk, nu);
    const genoemd = [...new Set(nieuw.genoemd)].map((id) => {
      const deelnemer = kijk.bekende(id);
      const mag =
        deelnemer !== undefined &&
        deelnemer.id !== kijk.ik.id &&
        kijk.beslisser.moment.geldt(deelnemer) &&
        isBekend(deelnemer, regels) &&
        kentLid(deelnemer, nieuw.lidId);
      if (!mag) throw verwijzingOnbekend('genoemd');
      return deelnemer;
    });
    const opent = [...new Set(nieuw.opent)].map((id) => this.#eisTeOpenen(kijk, id, nieuw.lidId));
    const vraagt = [...new Set(nieuw.vraagt ?? [])].map((id) => this.#eisTeVragen(kijk, id, nieuw.lidId));
    const tot = this.#eisTot(nieuw.tot, nu);
    const casusId = kijk.beeld.id;
    return this.#toegang.wijzigZicht(casusId, kijk, () => {
      const id = this.#casussen.maakAdviesvraag(casusId, nieuw.lidId);
      const genoemdIds = genoemd.map((deelnemer) => deelnemer.id);
      this.#kast.stel(
        { id, casusId, vragerId: kijk.ik.id, genoemdIds, tot },
        opent.map((deel) => deel.id),
      );
      const compartiment = this.#eisCompartiment(id);
      this.#kast.schrijf(compartiment, 'vraag', kijk.wie.persoonId, {
        vraag: nieuw.vraag,
        toelichting: nieuw.toelichting ?? null,
        vanuit: kijk.ik.zetel,
        namens: [...new Set(genoemd.map(({ zetel }) => zetel))],
      });
      const regel = { door: kijk, casusId, regel: 'OV11' } as const;
      this.#logboek.schrijf({
        ...regel,
        handeling: 'adviesvraag_gesteld',
        compartiment,
        bijzonderheden: { genoemdIds, tot },
      });
      for (const deel of opent)
        this.#logboek.schrijf({
          ...regel,
          handeling: 'voor_advies_geopend',
          compartiment: deel,
          bijzonderheden: { adviesvraagId: id, tot },
        });
      this.#anderen.vraag(kijk, vraagt, { id, tekst: nieuw.vraag, tot });
      return id;
    });
  }

  /**
   * What would be left out of parts of one's own, as far as who looks reads them now and knows whose name it is.
   * @param kosten takes how much text was read for it (ST6)
   */
  kijkNa(
    kijk: Kijk,
    compartimentIds: readonly string[],
    kosten: { tekstbytes: number },
  ): AntwoordVan<typeof contract.kijkAdviesNa> {
    const gezin = this.#bron.plan
      .alleKaarten(kijk)
      .flatMap((kaart) => (kaart.soort === 'naam' ? [kaart] : []));
    const weg = {
      vandaag: datumOp(this.#omgeving.nu()),
      namen: [
        ...gezin.map(({ voornaam, achternaam = '' }) => ({ voornaam, achternaam })),
        ...kijk.bekenden().map(({ naam }) => naamUit(naam)),
      ],
      geboortedata: gezin.flatMap(({ geboortedatum }) => geboortedatum ?? []),
      organisaties: [...kijk.beeld.organisaties.values()],
    };
    const treffers = [...new Set(compartimentIds)].flatMap((id) => {
      const compartiment = kijk.leestNu(id) ? kijk.compartiment(id) : undefined;
      if (compartiment === undefined) return [];
      return woordenIn(this.#bron, compartiment, kijk.beeld.id, kosten).flatMap((tekst) =>
        zonderNamen(tekst, weg).flatMap((stukje) =>
          stukje.soort === 'weg' ? [{ compartimentId: id, soort: stukje.tekst, tekst: stukje.was }] : [],
        ),
      );
    });
    return { treffers };
  }

  /** Questions that this person asked, is named in, has, or may take on; the first term first. */
  lijst(wie: Wie): Adviesregel[] {
    const deskundige = this.#isDeskundige(wie) ? wie.persoonId : null;
    return this.#kast
      .van(this.#casussen.vanPersoon(wie.persoonId), deskundige)
      .flatMap(({ id }) => this.blik(wie, id) ?? [])
      .map((blik) => this.#regel(blik));
  }

  /** Questions about a casus that this person took on, while an answer is asked for: for beside what else they read of it. */
  lopendeVan(casusId: string, wie: Wie): string[] {
    const nu = this.#omgeving.nu();
    const vragen = this.#toegang.opPlaats(casusId, wie)?.beeld.adviesvragen ?? [];
    return vragen
      .filter((vraag) => vraag.deskundigeId === wie.persoonId && looptAdviesvraag(vraag, nu))
      .map(({ id }) => id)
      .filter((id) => this.blik(wie, id)?.als === 'deskundige');
  }

  /** A question as this person may look at it, or null: there is none, or it isn't for them (NK5). */
  blik(wie: Wie, id: string): Blik | null {
    const vraag = this.#kast.een(id);
    if (vraag === null) return null;
    const opPlaats = this.#toegang.opPlaats(vraag.casusId, wie);
    const compartiment = opPlaats?.beeld.compartimenten.find((een) => een.id === id);
    if (opPlaats === null || compartiment === undefined) return null;
    const { beeld, beslisser } = opPlaats;
    const plaats = beeld.plaatsen.find(
      (een) =>
        een.vraagId === id &&
        een.persoonId === wie.persoonId &&
        isMinstens(beslisser.niveauOpPlaats(een, compartiment), 'lezen'),
    );
    const deel = { vraag, compartiment, beeld, beslisser };
    if (plaats !== undefined) {
      const grondslag = beeld.deelnemers.find((een) => een.id === vraag.vragerId)?.grondslag ?? '';
      const ik = { id: plaats.id, zetel: DESKUNDIGE, waarvoor: 'advies', grondslag };
      const als = vraag.deskundigeId === wie.persoonId ? 'deskundige' : 'wacht';
      return { ...deel, als, kijk: null, door: { wie, ik } };
    }
    const kijk = this.#toegang.kijk(vraag.casusId, wie);
    if (kijk === null || !isMinstens(kijk.niveau(id), 'lezen')) return null;
    return { ...deel, als: kijk.ik.id === vraag.vragerId ? 'vrager' : 'genoemd', kijk, door: kijk };
  }

  /** The same, for a route. @throws Weigering 404 */
  eisBlik(wie: Wie, id: string): Blik {
    const blik = this.blik(wie, id);
    if (blik === null) throw nietGevonden();
    return blik;
  }

  /** @throws Weigering 404, 403 */
  eisDeskundige(wie: Wie, id: string): Blik {
    const blik = this.eisBlik(wie, id);
    if (blik.als !== 'deskundige')
      throw magNiet(
        'niet_deskundige',
        'Dit doet alleen de gedragsdeskundige die de vraag heeft aangenomen. Vraag het die persoon.',
      );
    return blik;
  }

  /** @throws Weigering 404, 403 */
  eisVrager(wie: Wie, id: string): Blik {
    const blik = this.eisBlik(wie, id);
    if (blik.als !== 'vrager')
      throw magNiet('niet_vrager', 'Dit doet alleen wie de vraag stelde. Vraag het die collega.');
    return blik;
  }

  /**
   * Looks at a question: on record before it is answered, also each part that it opens (NK10).
   * @param kosten takes how much text was read for it (ST6)
   */
  haal(blik: Blik, kosten: { tekstbytes: number }): Adviesvraag {
    const antwoord = this.toon(blik, true, kosten);
    const delen = antwoord.leest === null ? [] : this.#geopend(blik);
    for (const compartiment of [blik.compartiment, ...delen])
      this.#logboek.legBlikVast({
        handeling: 'geopend',
        door: blik.door,
        casusId: blik.beeld.id,
        compartiment,
        regel: 'OV11',
      });
    return antwoord;
  }

  /**
   * What this person would fetch now, as a mark: another, when something of it is otherwise for them (NK37). Of texts by how
   * far they have come, for it is asked while it is told what happened.
   */
  kop(wie: Wie, id: string): string {
    const blik = this.blik(wie, id);
    if (blik === null) return '';
    const nu = [this.toon(blik, false), this.#geopend(blik).map((deel) => deel.id), this.#tekstmerk(blik)];
    return createHash('sha256').update(JSON.stringify(nu)).digest('base64');
  }

  /** Another, when somebody typed in a text that this person reads: cheap to ask, each second. */
  tekstmerk(wie: Wie, id: string): string {
    const blik = this.blik(wie, id);
    return blik === null ? '' : this.#tekstmerk(blik);
  }

  #tekstmerk(blik: Blik): string {
    const delen = blik.als === 'deskundige' ? this.#geopend(blik) : [];
    return JSON.stringify([...this.#bron.teksten.journaal.laatsteVan(delen.map(({ id }) => id))]);
  }

  /** In which casus a question is, for who looks at it. */
  casusVan(wie: Wie, id: string): string | null {
    return this.blik(wie, id)?.beeld.id ?? null;
  }

  /** @throws Weigering 403, 409 */
  neemAan(blik: Blik): void {
    const { vraag, als } = blik;
    if (als === 'vrager' || als === 'genoemd')
      throw magNiet(
        'niet_deskundige',
        'Alleen een gedragsdeskundige neemt een vraag aan. Wacht op antwoord.',
      );
    if (als === 'deskundige')
      throw new Weigering(409, 'al_aangenomen', 'U hebt deze vraag al aangenomen. Lees en schrijf verder.');
    this.#wijzig(blik, 'adviesvraag_aangenomen', () => {
      // Of who had it before them, and left.
      this.#kast.gooiWeg(vraag.id, 'concept');
      this.#kast.wijzig(vraag.id, {
        deskundigeId: blik.door.wie.persoonId,
        aangenomenOp: this.#omgeving.nu(),
      });
    });
  }

  /** Gives it back: it waits again, and what was written of an advice is gone. @throws Weigering 409 */
  geefTerug(blik: Blik): void {
    eisOpen(blik);
    this.#wijzig(blik, 'adviesvraag_teruggegeven', () => {
      this.#kast.gooiWeg(blik.vraag.id, 'concept');
      this.#kast.wijzig(blik.vraag.id, { deskundigeId: null, aangenomenOp: null });
    });
  }

  /** Hands it on to a colleague. @throws Weigering 409, 422 */
  geefDoor(blik: Blik, { medewerkerId }: BodyVan<typeof contract.geefAdviesvraagDoor>): void {
    eisOpen(blik);
    if (!this.#collegas(blik.door.wie).some((collega) => collega.medewerkerId === medewerkerId))
      throw verwijzingOnbekend('medewerkerId');
    this.#toegang.wijzigZicht(blik.beeld.id, blik.door, () => {
      this.#kast.gooiWeg(blik.vraag.id, 'concept');
      this.#kast.wijzig(blik.vraag.id, { deskundigeId: medewerkerId, aangenomenOp: this.#omgeving.nu() });
      this.#logboek.schrijf({
        handeling: 'adviesvraag_doorgegeven',
        door: blik.door,
        casusId: blik.beeld.id,
        compartiment: blik.compartiment,
        regel: 'OV11',
        over: { persoonId: medewerkerId },
      });
    });
  }

  /** Keeps what they have of an advice; nobody else reads it. @throws Weigering 409 */
  bewaar(blik: Blik, koppen: Advieskoppen): void {
    if (blik.vraag.getekendOp !== null) throw alGegeven();
    this.#stappen.doe(() => {
      this.#kast.gooiWeg(blik.vraag.id, 'concept');
      if (!isLeeg(koppen))
        this.#kast.schrijf(blik.compartiment, 'concept', blik.door.wie.persoonId, heel(koppen));
    });
  }

  /** Signs an advice: dated and fixed, and all that the question opened closes in this step (NK7). @throws Weigering 409, 422 */
  teken(blik: Blik, koppen: Advieskoppen): void {
    eisOpen(blik);
    if (isLeeg(koppen))
      throw kanNiet('leeg_advies', 'Er staat nog niets. Schrijf onder minstens één kopje iets.', [
        { veld: 'watIkAdviseer', bericht: 'schrijf hier of onder een ander kopje iets' },
      ]);
    this.#wijzig(blik, 'advies_getekend', () => {
      this.#kast.gooiWeg(blik.vraag.id, 'concept');
      this.#kast.schrijf(blik.compartiment, 'advies', blik.door.wie.persoonId, heel(koppen));
      this.#kast.wijzig(blik.vraag.id, { getekendOp: this.#omgeving.nu() });
      this.#kast.sluit(blik.vraag.id);
    });
  }

  /** Takes the question back: what it opened closes in this step (NK7). @throws Weigering 409 */
  trekIn(blik: Blik): void {
    eisOpen(blik);
    this.#wijzig(
      blik,
      'adviesvraag_ingetrokken',
      () => {
        this.#kast.wijzig(blik.vraag.id, { ingetrokkenOp: this.#omgeving.nu() });
        this.#kast.sluit(blik.vraag.id);
      },
      blik.vraag.deskundigeId ?? undefined,
    );
  }

  /** A question back, or its answer. @returns its id @throws Weigering 403, 409 */
  zeg(blik: Blik, tekst: string): string {
    if (blik.als !== 'vrager' && blik.als !== 'deskundige')
      throw magNiet(
        'niet_vrager',
        'Hier schrijven alleen wie de vraag stelde en wie hem aannam. Vraag het een van beiden.',
      );
    eisOpen(blik);
    return this.#schrijf(blik, 'bericht', tekst, { handeling: 'adviesbericht_geschreven' });
  }

  /** Adds to what was signed. @returns its id @throws Weigering 422 */
  vulAan(blik: Blik, tekst: string): string {
    eisGegeven(blik);
    return this.#schrijf(blik, 'aanvulling', tekst, { handeling: 'advies_aangevuld' });
  }

  /** Says what the team does with it; said again, the last counts. @throws Weigering 422 */
  reageer(blik: Blik, reactie: BodyVan<typeof contract.reageerOpAdvies>): void {
    eisGegeven(blik);
    this.#stappen.doe(() => {
      const stukken = this.#kast.stukken(blik.compartiment);
      // What was made of it stays, also where that stood with the answer.
      const { afspraakIds = [] } = van(stukken, 'reactie', Reactie) ?? {};
      this.#kast.gooiWeg(blik.vraag.id, 'reactie');
      this.#schrijf(
        blik,
        'reactie',
        { ...reactie, afspraakIds },
        { handeling: 'advies_beantwoord', bijzonderheden: { besluit: reactie.besluit } },
      );
    });
  }

  /** Says that an afspraak was made of it, whatever is answered; said twice, it is the same. @throws Weigering 422 */
  koppelAfspraak(blik: Blik, { kaartId }: BodyVan<typeof contract.koppelAfspraak>): void {
    eisGegeven(blik);
    const { kijk, compartiment } = blik;
    const kaarten = kijk === null ? [] : this.#bron.plan.alleKaarten(kijk);
    // NK5: what isn't there and what doesn't reach them are alike.
    if (kaarten.find(({ id }) => id === kaartId)?.soort !== 'afspraak') throw verwijzingOnbekend('kaartId');
    this.#stappen.doe(() => {
      if (afspraakIdsIn(this.#kast.stukken(compartiment)).includes(kaartId)) return;
      this.#schrijf(blik, 'afspraak', kaartId, { handeling: 'advies_afgesproken' });
    });
  }

  /** Whether something by this id was written at a question by who looks (ST13). */
  schreef({ compartiment, door }: Blik, id: string): boolean {
    return this.#kast
      .stukken(compartiment)
      .some((stuk) => stuk.id === id && stuk.doorId === door.wie.persoonId);
  }

  /** All that this person may read of a question. @param metTeksten false: but for texts, which only a step that may write can open */
  toon(blik: Blik, metTeksten = true, kosten = { tekstbytes: 0 }): Adviesvraag {
    const { vraag, compartiment, als, door } = blik;
    const isPlaats = blik.kijk === null;
    const stukken = this.#kast.stukken(compartiment);
    const namenloos = this.#namenloos(blik);
    /** Of others, to who advises: without names. Their own, and to the team, as it was written. */
    const lees = (tekst: string, doorId: string): Zin[] =>
      isPlaats && doorId !== door.wie.persoonId ? namenloos.regels(tekst) : alsRegels(tekst);
    const gezegd = (soort: 'aanvulling' | 'bericht') =>
      stukken.flatMap((stuk) => {
        const tekst = stuk.soort === soort ? Tekst.safeParse(stuk.inhoud).data : undefined;
        if (tekst === undefined) return [];
        const wie = soort === 'aanvulling' || !this.#isVanVrager(blik, stuk) ? 'deskundige' : 'vrager';
        return [{ id: stuk.id, op: tijd(stuk.op), door: wie, regels: lees(tekst, stuk.doorId) } as const];
      });
    const advies = van(stukken, 'advies', Koppen);
    const concept = als === 'deskundige' ? van(stukken, 'concept', Koppen) : null;
    const reactie = van(stukken, 'reactie', Reactie);
    const gesteld = van(stukken, 'vraag', Gesteld);
    // Of a question that was taken back, who advised keeps what they wrote, and no more than what it was about.
    const isWeg = isPlaats && vraag.ingetrokkenOp !== null;
    const leest = als === 'deskundige' && !isWeg ? this.#leest(blik, namenloos, metTeksten) : null;
    kosten.tekstbytes += namenloos.gelezen;
    return precies<Adviesvraag>()({
      ...this.#regel(blik, stukken, namenloos),
      toelichting:
        gesteld === null || gesteld.toelichting === null || isWeg
          ? []
          : isPlaats
            ? namenloos.regels(gesteld.toelichting)
            : alsRegels(gesteld.toelichting),
      leest,
      geslotenOp: als === 'deskundige' && leest === null ? this.#geslotenOp(vraag) : null,
      opent: als === 'vrager' ? this.#kast.eigenOpeningen(vraag.id) : null,
      gevraagd: als === 'vrager' ? this.#gevraagd(blik) : null,
      wachtNog: (als === 'vrager' || als === 'deskundige') && this.#anderen.wachtNog(blik, vraag),
      concept,
      advies: advies === null ? null : { ...advies, op: tijd(vraag.getekendOp ?? 0) },
      aanvullingen: gezegd('aanvulling'),
      gesprek: isWeg || als === 'wacht' ? [] : gezegd('bericht'),
      reactie:
        reactie === null
          ? null
          : {
              op: tijd(stukken.findLast(({ soort }) => soort === 'reactie')?.op ?? 0),
              besluit: reactie.besluit,
              waarom: isPlaats ? namenloos.regels(reactie.waarom) : alsRegels(reactie.waarom),
            },
      afspraken: this.#afspraken(blik, afspraakIdsIn(stukken)),
      collegas: als === 'deskundige' && isOpen(vraag) ? this.#collegas(door.wie) : [],
    });
  }

  /** How it goes with what was made of an advice: to the team of what reaches them, to who advised that and nothing else. */
  #afspraken({ kijk, beeld }: Blik, ids: readonly string[]): Adviesvraag['afspraken'] {
    if (ids.length === 0) return [];
    const { plan } = this.#bron;
    if (kijk !== null) {
      const perId = new Map(plan.alleKaarten(kijk).map((kaart) => [kaart.id, kaart]));
      return ids.flatMap((kaartId) => {
        const kaart = perId.get(kaartId);
        return kaart?.soort === 'afspraak' ? [{ kaartId, stand: kaart.stand }] : [];
      });
    }
    const perId = new Map(plan.kaartenIn(beeld.compartimenten).map(({ id, inhoud }) => [id, inhoud]));
    return ids.map((id) => {
      const inhoud = perId.get(id);
      return { kaartId: null, stand: inhoud?.soort === 'afspraak' ? inhoud.stand : 'verwijderd' };
    });
  }

  /** What was asked of others, by the words that who asked knows it by. */
  #gevraagd(blik: Blik): NonNullable<Adviesvraag['gevraagd']> {
    const rollen = new Map(blik.kijk?.leden().map(({ id, rol }) => [id, rol]));
    return this.#anderen.gevraagd(blik, blik.vraag.id).flatMap(({ verzoek, status, termijn }) => {
      const deel = blik.kijk?.compartiment(verzoek.compartimentId);
      if (deel === undefined) return [];
      const over = deel.lidId === null ? null : (rollen.get(deel.lidId) ?? null);
      return [{ compartimentId: deel.id, categorie: deel.categorie, over, status, termijn }];
    });
  }

  #regel(
    blik: Blik,
    stukken = this.#kast.stukken(blik.compartiment),
    namenloos = this.#namenloos(blik),
  ): Adviesregel {
    const { vraag, als, beeld, kijk } = blik;
    const gesteld = van(stukken, 'vraag', Gesteld);
    const leden = kijk === null ? [] : kijk.leden();
    const deskundige = beeld.plaatsen.find(
      (plaats) => plaats.vraagId === vraag.id && plaats.persoonId === vraag.deskundigeId,
    );
    return precies<Adviesregel>()({
      id: vraag.id,
      rol: als,
      stand: standVan(vraag, deskundige !== undefined),
      vraag:
        gesteld === null
          ? []
          : kijk === null
            ? namenloos.zin(gesteld.vraag)
            : [{ soort: 'tekst' as const, tekst: gesteld.vraag }],
      vanuit: gesteld?.vanuit ?? '',
      namens: gesteld?.namens ?? [],
      over:
        kijk === null
          ? namenloos.over
          : (leden.find(({ id }) => id === blik.compartiment.lidId)?.rol ?? namenloos.over),
      gevraagdOp: tijd(vraag.van),
      tot: datumOp(vraag.tot - 1),
      nieuws: this.#nieuws(blik, stukken),
      deskundige:
        deskundige === undefined ? null : { naam: deskundige.naam, organisatie: deskundige.organisatie },
      casus: kijk === null ? null : { id: beeld.id, label: beeld.label },
    });
  }

  /** What another did after what I did last. */
  #nieuws(blik: Blik, stukken: readonly Stuk[]): Adviesregel['nieuws'] {
    const { door, als, kijk } = blik;
    const eigen = stukken.findLastIndex(({ doorId }) => doorId === door.wie.persoonId);
    // NK37: to the team, an afspraak that doesn't reach them is no news.
    const bereikt = new Set<unknown>(
      kijk === null ? [] : this.#afspraken(blik, afspraakIdsIn(stukken)).map(({ kaartId }) => kaartId),
    );
    const laatste = stukken
      .slice(eigen + 1)
      .filter(({ soort }) => als !== 'wacht' || soort === 'vraag')
      .findLast(({ soort, inhoud }) => soort !== 'afspraak' || kijk === null || bereikt.has(inhoud));
    if (laatste === undefined || laatste.soort === 'concept') return null;
    return { soort: laatste.soort, op: tijd(laatste.op) };
  }

  #leest(blik: Blik, namenloos: Namenloos, metTeksten: boolean): Adviesvraag['leest'] {
    const delen = this.#geopend(blik);
    return delen.length === 0 && this.#geslotenOp(blik.vraag) !== null
      ? null
      : namenloos.delen(delen, metTeksten);
  }

  /** What this place reads now, by the one function that decides. */
  #geopend({ vraag, beeld, beslisser, door }: Blik): CompartimentRij[] {
    const plaats = beeld.plaatsen.find(
      (een) => een.vraagId === vraag.id && een.persoonId === door.wie.persoonId,
    );
    if (plaats === undefined) return [];
    return beeld.compartimenten.filter(
      (deel) =>
        !deel.besloten &&
        !NOOIT_GEOPEND.has(deel.categorie) &&
        isMinstens(beslisser.niveauOpPlaats(plaats, deel), 'lezen'),
    );
  }

  #geslotenOp({ getekendOp, ingetrokkenOp, tot }: AdviesvraagRij): string | null {
    const op = getekendOp ?? ingetrokkenOp ?? tot;
    return op <= this.#omgeving.nu() ? tijd(op) : null;
  }

  #namenloos({ beeld, compartiment }: Blik): Namenloos {
    return new Namenloos(this.#bron, beeld, compartiment.lidId, datumOp(this.#omgeving.nu()));
  }

  #isVanVrager({ beeld, vraag }: Blik, { doorId }: Stuk): boolean {
    const vrager = beeld.deelnemers.find(({ id }) => id === vraag.vragerId);
    // Of a seat that ended, whoever isn't one who advises.
    return vrager === undefined ? !this.#kanAdviseren(doorId) : vrager.persoonId === doorId;
  }

  #kanAdviseren(persoonId: string): boolean {
    return this.#aanmelden.medewerker(persoonId)?.zetels.includes(DESKUNDIGE) === true;
  }

  #isDeskundige({ persoonId }: Wie): boolean {
    return this.#kanAdviseren(persoonId);
  }

  #collegas({ persoonId }: Wie): Adviesvraag['collegas'] {
    return this.#aanmelden
      .medewerkers()
      .filter(({ id, zetels }) => id !== persoonId && zetels.includes(DESKUNDIGE))
      .map(({ id, naam, organisatie }) => ({ medewerkerId: id, naam, organisatie }));
  }

  /**
   * ST6: each question weighs on all that is decided in its casus, on each list of who advises, and with what it asks on who
   * keeps that. Counted over one's own, which one sees; of a day also what was taken back, for that stays on record.
   */
  #eisRuimte({ beeld, ik }: Kijk, nu: number): void {
    const mijn = beeld.adviesvragen.filter(({ vragerId }) => vragerId === ik.id);
    const lopend = mijn.filter((vraag) => looptAdviesvraag(vraag, nu)).length;
    const vandaag = mijn.filter(({ van }) => datumOp(van) === datumOp(nu)).length;
    if (lopend < VRAGEN_TEGELIJK && vandaag < VRAGEN_PER_DAG) return;
    throw kanNiet(
      'te_veel_vragen',
      lopend < VRAGEN_TEGELIJK
        ? `U hebt hier vandaag al ${VRAGEN_PER_DAG} vragen om advies gesteld. Ga morgen verder.`
        : `U hebt hier al ${VRAGEN_TEGELIJK} vragen om advies openstaan. Wacht op antwoord, of trek er eerst een in.`,
    );
  }

  #eisTeOpenen(kijk: Kijk, id: string, lidId: string): CompartimentRij {
    const compartiment = kijk.compartiment(id);
    if (compartiment === undefined) throw verwijzingOnbekend('opent');
    const gaatOver = compartiment.lidId === null || compartiment.lidId === lidId;
    if (gaatOver && kijk.bewaart(compartiment) && !NOOIT_GEOPEND.has(compartiment.categorie))
      return compartiment;
    throw kanNiet(
      'niet_te_openen',
      'U kunt openen wat u zelf bewaart, over het hele huishouden of over wie de vraag gaat. Kies opnieuw.',
      [{ veld: 'opent', bericht: 'kies wat u zelf bewaart' }],
    );
  }

  #eisTeVragen(kijk: Kijk, id: string, lidId: string): CompartimentRij {
    const compartiment = this.#anderen.eisVraagbaar(kijk, id, lidId);
    if (!NOOIT_GEOPEND.has(compartiment.categorie)) return compartiment;
    throw kanNiet('niet_te_vragen', 'Namen, adressen en contactwensen gaan nooit open voor advies.', [
      { veld: 'vraagt', bericht: 'kies iets anders' },
    ]);
  }

  #eisCompartiment(id: string): CompartimentRij {
    const compartiment = this.#casussen.compartiment(id);
    if (compartiment === null) throw new Error('a question without its compartment');
    return compartiment;
  }

  #wijzig(
    { beeld, compartiment, door }: Blik,
    handeling:
      | 'adviesvraag_aangenomen'
      | 'adviesvraag_teruggegeven'
      | 'adviesvraag_ingetrokken'
      | 'advies_getekend',
    werk: () => void,
    betreft?: string,
  ): void {
    this.#toegang.wijzigZicht(
      beeld.id,
      door,
      () => {
        werk();
        this.#logboek.schrijf({ handeling, door, casusId: beeld.id, compartiment, regel: 'OV11' });
      },
      betreft,
    );
  }

  #schrijf(
    { beeld, compartiment, door }: Blik,
    soort: Adviesstuk,
    inhoud: unknown,
    regel:
      | { readonly handeling: 'adviesbericht_geschreven' | 'advies_aangevuld' | 'advies_afgesproken' }
      | {
          readonly handeling: 'advies_beantwoord';
          readonly bijzonderheden: { readonly besluit: 'doen' | 'deels' | 'niet' };
        },
  ): string {
    return this.#stappen.doe((stap) => {
      const id = this.#kast.schrijf(compartiment, soort, door.wie.persoonId, inhoud);
      this.#logboek.schrijf({ ...regel, door, casusId: beeld.id, compartiment, regel: 'OV11' });
      stap.meld(this.opStuk, { casusId: beeld.id });
      return id;
    });
  }
}

/** @param heeftPlaats whether who took it on still has a place there: else it waits again */
function standVan({ getekendOp, ingetrokkenOp }: AdviesvraagRij, heeftPlaats: boolean): Adviesregel['stand'] {
  if (ingetrokkenOp !== null) return 'ingetrokken';
  if (getekendOp !== null) return 'gegeven';
  return heeftPlaats ? 'aangenomen' : 'gevraagd';
}

function isOpen({ getekendOp, ingetrokkenOp }: AdviesvraagRij): boolean {
  return getekendOp === null && ingetrokkenOp === null;
}

function alGegeven(): Weigering {
  return new Weigering(409, 'al_gegeven', 'Het advies is al getekend. Daarna kan er alleen iets bij.');
}

function eisOpen({ vraag }: Blik): void {
  if (vraag.getekendOp !== null) throw alGegeven();
  if (vraag.ingetrokkenOp !== null)
    throw new Weigering(409, 'al_ingetrokken', 'Deze vraag is ingetrokken. U hoeft niets meer te doen.');
}

function eisGegeven({ vraag }: Blik): void {
  if (vraag.getekendOp === null)
    throw kanNiet('nog_geen_advies', 'Er is nog geen advies. Wacht tot het getekend is.');
}

/** What was written last of a kind, if it can be read. */
function van<T>(stukken: readonly Stuk[], soort: Adviesstuk, schema: z.ZodType<T>): T | null {
  const stuk = stukken.findLast((een) => een.soort === soort);
  return stuk === undefined ? null : (schema.safeParse(stuk.inhoud).data ?? null);
}

/** What was made of an advice, the first first. */
function afspraakIdsIn(stukken: readonly Stuk[]): string[] {
  const eerder = van(stukken, 'reactie', Reactie)?.afspraakIds ?? [];
  const los = stukken.flatMap(({ soort, inhoud }) =>
    soort === 'afspraak' ? (Tekst.safeParse(inhoud).data ?? []) : [],
  );
  return [...new Set([...eerder, ...los])];
}

function heel(koppen: Advieskoppen): z.infer<typeof Koppen> {
  const { watIkLees = null, watIkAdviseer = null, watIkNietWeet = null, wanneerOpnieuw = null } = koppen;
  return { watIkLees, watIkAdviseer, watIkNietWeet, wanneerOpnieuw };
}

function isLeeg(koppen: Advieskoppen): boolean {
  return ADVIESKOPPEN.every((kop) => (koppen[kop] ?? null) === null);
}

function alsRegels(tekst: string): Zin[] {
  return tekst.split('\n').map((regel) => (regel === '' ? [] : [{ soort: 'tekst', tekst: regel }]));
}

function tijd(op: number): string {
  return new Date(op).toISOString();
}
