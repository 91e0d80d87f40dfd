import type { NieuwBezwaar } from '../../shared/contract/doorzetten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { TweedeHand, TweedeHandBesluit } from '../../shared/contract/tweede-hand.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import type { Bezwaaruitkomst } from '../../shared/plan/doorzetten.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { Casusbeeld, Casussen, Deelneming } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import { kanNiet, magNiet, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import { collegaVan, type Tweedehandsoort } from '../regie/regie.ts';
import { type Kijk, metOudeRollen, rollenVoor, type Toegang } from '../toegang/toegang.ts';
import type { Bezwarenkast, Bezwaarrij } from './bezwarenkast.ts';
import { type Bezwaar, type Doorzetting, geldend, isBetrokken } from './doorzetting.ts';
import type { KaartRij } from './kaarten.ts';
import { voertInEigenNaamUit } from './kaartvoor.ts';
import type { Plan } from './plan.ts';

/** An objection that waits, with the afspraak that it is to. */
interface Wachtend {
  readonly rij: Bezwaarrij;
  readonly beeld: Casusbeeld;
  readonly kaart: KaartRij;
  readonly doorzetting: Doorzetting;
  readonly bezwaar: Bezwaar;
}

/**
 * Objections to what the regisseur decided of an afspraak (NK30): by whom it concerns, to the procesregisseur, who says
 * from outside the casus whether it holds. Meanwhile it does. Of its content the procesregisseur gets nothing.
 */
export class Bezwaren implements Tweedehandsoort<'bezwaar'> {
  readonly soort = 'bezwaar';
  readonly #kast: Bezwarenkast;
  readonly #plan: Plan;
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #aanmelden: Aanmelden;
  readonly #logboek: Logboek;
  readonly #omgeving: Omgeving;

  constructor(behoeften: {
    kast: Bezwarenkast;
    plan: Plan;
    toegang: Toegang;
    casussen: Casussen;
    aanmelden: Aanmelden;
    logboek: Logboek;
    omgeving: Omgeving;
  }) {
    this.#kast = behoeften.kast;
    this.#plan = behoeften.plan;
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#aanmelden = behoeften.aanmelden;
    this.#logboek = behoeften.logboek;
    this.#omgeving = behoeften.omgeving;
    behoeften.toegang.voegGevolgToe((casusId, door) => this.#volg(casusId, door));
    behoeften.plan.bijVerwijderen = (kaartId) => behoeften.kast.verwijder(kaartId);
  }

  /** An afspraak that was decided on, of somebody whom that concerns. @throws Weigering 404, 403, 422 */
  eisBetrokken(kijk: Kijk, kaartId: string): { kaart: KaartRij; doorzetting: Doorzetting } {
    const { kaart } = this.#plan.eisAfspraak(kijk, kaartId);
    if (!isBetrokken(kijk, kaart, voertInEigenNaamUit(kijk, kaart)))
      throw magNiet(
        'niet_uitvoerder',
        'Bezwaar maakt wie deze afspraak uitvoert of uitvoerde. Bel anders de regisseur.',
      );
    const doorzetting = geldend(kaart);
    if (doorzetting === null)
      throw kanNiet(
        'niet_doorgezet',
        'Over deze afspraak geldt nu geen besluit van de regisseur. Bekijk de afspraak opnieuw.',
      );
    if (!isBekend(kijk.ik, this.#toegang.regels))
      throw kanNiet(
        'eerst_bekend',
        'Met een bezwaar hoort de procesregisseur wie u bent. Dat kan pas als het gezin goedvindt dat anderen weten dat u meedoet. Bel de regisseur.',
      );
    return { kaart, doorzetting };
  }

  /** Objects; one a person against one besluit. @throws Weigering 404, 403, 409, 422 */
  maak(kijk: Kijk, kaartId: string, { reden }: NieuwBezwaar): Kaart {
    const { kaart, doorzetting } = this.eisBetrokken(kijk, kaartId);
    if (doorzetting.bezwaren.some(({ deelnemerId }) => deelnemerId === kijk.ik.id))
      throw new Weigering(
        409,
        'loopt_al',
        'U maakte al bezwaar tegen dit besluit. De uitkomst staat bij de afspraak.',
      );
    const bezwaar: Bezwaar = {
      id: this.#omgeving.id(),
      deelnemerId: kijk.ik.id,
      op: this.#omgeving.nu(),
      reden: rollenVoor(kijk).schrijf(reden, null),
      uitkomst: null,
      waarom: null,
    };
    const bezwaren = [...doorzetting.bezwaren, bezwaar];
    const { id: casusId } = kijk.beeld;
    this.#plan.legBezwaarVast(kijk.beeld, kijk, kaart, { doorzetting: { ...doorzetting, bezwaren } }, () => {
      this.#kast.voegToe({ id: bezwaar.id, casusId, kaartId, compartimentId: kaart.compartimentId });
      this.#logboek.schrijf({
        handeling: 'bezwaar_gemaakt',
        door: kijk,
        casusId,
        compartiment: this.#casussen.regieVan(casusId),
        regel: 'NK30',
        over: { persoonId: kijk.ik.persoonId },
        bijzonderheden: { kaartId, bezwaarId: bezwaar.id },
      });
    });
    return this.#plan.toon(kijk, kaartId);
  }

  wacht(wie: Wie): Extract<TweedeHand, { readonly soort: 'bezwaar' }>[] {
    if (!this.#isProcesregisseur(wie)) return [];
    return this.#kast.open().flatMap((rij) => {
      const wachtend = this.#wachtend(rij);
      const mensen = wachtend && mensenVan(wachtend);
      // Not who is one of the two themselves.
      if (wachtend === null || mensen === null) return [];
      if ([mensen.regisseur.persoonId, mensen.bezwaarmaker.persoonId].includes(wie.persoonId)) return [];
      return [
        {
          soort: 'bezwaar' as const,
          id: rij.id,
          casusLabel: wachtend.beeld.label,
          sinds: new Date(wachtend.bezwaar.op).toISOString(),
          regisseur: collegaVan(mensen.regisseur),
          bezwaarmaker: collegaVan(mensen.bezwaarmaker),
        },
      ];
    });
  }

  /** `toegestaan`: the objection is upheld, and the afspraak is as it was before the besluit. */
  beslis(wie: Wie, id: string, { besluit, reden }: TweedeHandBesluit): boolean {
    if (!this.#isProcesregisseur(wie)) return false;
    const rij = this.#kast.een(id);
    if (rij === undefined) return false;
    if (!rij.open)
      throw new Weigering(
        409,
        'al_besloten',
        'Hierover is al besloten. Laad de pagina opnieuw; dan ziet u wat nog op u wacht.',
      );
    if (!this.wacht(wie).some((een) => een.id === id)) return false;
    const wachtend = this.#wachtend(rij);
    if (wachtend === null) return false;
    const waarom = metOudeRollen(wachtend.beeld)(reden);
    this.#doeAf(wachtend, { wie, ik: null }, besluit === 'toegestaan' ? 'toegewezen' : 'afgewezen', waarom);
    return true;
  }

  /** What follows by itself: who objected takes part no more, may no longer be named (NK26), or directs now. */
  #volg(casusId: string, door: Door | null): void {
    for (const rij of this.#kast.open(casusId)) {
      const wachtend = this.#wachtend(rij);
      const wie = wachtend?.beeld.deelnemers.find(({ id }) => id === wachtend.bezwaar.deelnemerId);
      if (wachtend === null) continue;
      if (wie !== undefined && !wie.regisseur && isBekend(wie, this.#toegang.regels)) continue;
      this.#doeAf(wachtend, door, 'vervallen', null);
    }
  }

  #doeAf(wachtend: Wachtend, door: Door | null, uitkomst: Bezwaaruitkomst, waarom: string | null): void {
    const { rij, beeld, kaart, doorzetting, bezwaar } = wachtend;
    const isToegewezen = uitkomst === 'toegewezen';
    const af = doorzetting.bezwaren
      // What is upheld ends the besluit, and with it what others have against it.
      .filter((een) => een.id === rij.id || (isToegewezen && een.uitkomst === null))
      .map(({ id }) => id);
    const nieuw: Doorzetting = {
      ...doorzetting,
      waaromVervallen: isToegewezen ? (waarom ?? '') : doorzetting.waaromVervallen,
      bezwaren: doorzetting.bezwaren.map((een) =>
        af.includes(een.id) ? { ...een, uitkomst, waarom: een.id === rij.id ? waarom : een.waarom } : een,
      ),
    };
    const inhoud = isToegewezen ? zoalsHetWas(beeld, kaart, doorzetting) : kaart.inhoud;
    const wie = beeld.deelnemers.find(({ id }) => id === bezwaar.deelnemerId);
    this.#plan.legBezwaarVast(beeld, null, kaart, { inhoud, doorzetting: nieuw }, () => {
      for (const id of af) this.#kast.sluit(id);
      this.#logboek.schrijf({
        handeling: 'bezwaar_afgedaan',
        door,
        casusId: beeld.id,
        compartiment: this.#casussen.regieVan(beeld.id),
        regel: door === null ? 'klok' : 'NK30',
        over: { persoonId: wie?.persoonId ?? '' },
        bijzonderheden: { kaartId: kaart.id, bezwaarId: rij.id, uitkomst },
      });
    });
  }

  /** With the afspraak that it is to; null: that can't be read (ST1). */
  #wachtend(rij: Bezwaarrij): Wachtend | null {
    const beeld = this.#casussen.beeld(rij.casusId);
    const compartiment = beeld?.compartimenten.find(({ id }) => id === rij.compartimentId);
    if (beeld === null || compartiment === undefined) return null;
    const kaart = this.#plan.kaartenIn([compartiment]).find(({ id }) => id === rij.kaartId);
    const bezwaar = kaart?.doorzetting?.bezwaren.find(({ id }) => id === rij.id);
    if (kaart === undefined || kaart.doorzetting === null || bezwaar === undefined) return null;
    return { rij, beeld, kaart, doorzetting: kaart.doorzetting, bezwaar };
  }

  #isProcesregisseur({ persoonId }: Wie): boolean {
    return this.#aanmelden.medewerker(persoonId)?.rollen.includes('procesregisseur') === true;
  }
}

function mensenVan({ beeld, bezwaar }: Wachtend): { regisseur: Deelneming; bezwaarmaker: Deelneming } | null {
  const regisseur = beeld.deelnemers.find((een) => een.regisseur);
  const bezwaarmaker = beeld.deelnemers.find(({ id }) => id === bezwaar.deelnemerId);
  return regisseur === undefined || bezwaarmaker === undefined ? null : { regisseur, bezwaarmaker };
}

/** What was decided is as it was before, without who takes part no more; what was not stays as it is now. */
function zoalsHetWas(
  { leden, deelnemers }: Casusbeeld,
  { inhoud }: KaartRij,
  { metStand, was }: Doorzetting,
): KaartRij['inhoud'] {
  if (inhoud.soort !== 'afspraak') return inhoud;
  const isEr = new Set([...leden, ...deelnemers].map(({ id }) => id));
  const { uiterlijk: _, ...rest } = inhoud;
  return {
    ...rest,
    ...(was.uiterlijk === null ? {} : { uiterlijk: was.uiterlijk }),
    uitvoerders: was.uitvoerders.filter((id) => isEr.has(id)),
    ...(metStand ? { stand: was.stand } : {}),
  };
}
