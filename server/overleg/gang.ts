import type { NieuweOverlegstap, Overlegstand as StandVorm } from '../../shared/contract/overleggen.ts';
import { SLUIT_NA_UREN, STIL_SECONDEN, TIJDSTAP_MINUTEN } from '../../shared/overleg.ts';
import { naDaad, type Overlegdaad, type Overlegstand } from '../../shared/overlegmachine.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Door, Logboek } from '../logboek/logboek.ts';
import type { Toegang } from '../toegang/toegang.ts';
import type { Agendakast, Punt } from './agendakast.ts';
import type { Overlegkast, Overlegrij } from './overlegkast.ts';
import type { Tafel } from './tafel.ts';
import { verwachtVan } from './verwacht.ts';
import type { Voorzitterlijn } from './voorzitterlijn.ts';
import { nietLeider, type Overlegzicht } from './wie.ts';

const UUR_MS = 60 * 60 * 1000;
const TIJDSTAP_MS = TIJDSTAP_MINUTEN * 60 * 1000;

/** An overleg with who wants to take a step in it: its chair or deputy. */
export interface Aanzet {
  readonly overlegId: string;
  readonly wie: Wie;
}

/**
 * How an overleg goes (OV2): each step by the one machine, on disk before anybody is told, and by who leads it. Of two
 * steps that rest on the same stand the first counts.
 */
export class Gang {
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #toegang: Toegang;
  readonly #zicht: Overlegzicht;
  readonly #kast: Overlegkast;
  readonly #agenda: Agendakast;
  readonly #lijn: Voorzitterlijn;
  readonly #tafel: Tafel;
  readonly #bijAndereMensen: (overlegIds: readonly string[], wie: Wie) => void;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;

  constructor(behoeften: {
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    toegang: Toegang;
    zicht: Overlegzicht;
    overlegkast: Overlegkast;
    agendakast: Agendakast;
    voorzitterlijn: Voorzitterlijn;
    tafel: Tafel;
    /** Who leads them is another; changed by whom. Within a step. */
    bijAndereMensen: (overlegIds: readonly string[], wie: Wie) => void;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
  }) {
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#toegang = behoeften.toegang;
    this.#zicht = behoeften.zicht;
    this.#kast = behoeften.overlegkast;
    this.#agenda = behoeften.agendakast;
    this.#lijn = behoeften.voorzitterlijn;
    this.#tafel = behoeften.tafel;
    this.#bijAndereMensen = behoeften.bijAndereMensen;
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** The chair or the deputy. @throws Weigering 404, 403 */
  eisLeiding(overlegId: string, wie: Wie): Aanzet {
    const blik = this.#zicht.blik(overlegId, wie);
    if (blik === null) throw nietGevonden();
    if (blik.rol !== 'voorzitter' && blik.rol !== 'plaatsvervanger') throw nietLeider();
    return { overlegId, wie };
  }

  /** Where an overleg stands, to who leads it. */
  stand(overleg: Overlegrij, wie: Wie): StandVorm {
    const nu = this.#standVan(overleg);
    const inItem = nu.fase === 'item';
    const leiderId = this.#zicht.leiderVan(overleg);
    return {
      fase: nu.fase,
      agendapuntId: inItem ? nu.agendapuntId : null,
      onderdeel: inItem ? nu.onderdeel : null,
      onderdeelSinds: inItem ? moment(overleg.onderdeelSinds) : null,
      sinds: inItem ? moment(overleg.puntSinds) : null,
      leiderId,
      ikLeid: leiderId === wie.persoonId,
      versie: overleg.versie,
    };
  }

  /** Takes a step. @returns where it stands now @throws Weigering 403, 409, 422 */
  zet({ overlegId, wie }: Aanzet, nieuw: NieuweOverlegstap): StandVorm {
    const overleg = this.#eis(overlegId);
    if (nieuw.versie !== overleg.versie) throw this.#ingehaald(overleg, wie);
    if (nieuw.stap === 'neem_over') return this.#neemOver(overleg, wie);
    if (this.#zicht.leiderVan(overleg) !== wie.persoonId) throw nietLeider();
    this.#lijn.hoor(overlegId, wie.persoonId);
    const daad = this.#daad(overleg, nieuw.stap, nieuw);
    const naar = naDaad(this.#standVan(overleg), daad);
    if (naar === null) throw pastNiet();
    if (daad.stap === 'tussen' && overleg.agendapuntId !== null)
      this.#tafel.eisVerteld(overlegId, overleg.agendapuntId);
    this.#stappen.doe(() => this.#voerUit(overleg, daad, naar, wie));
    return this.stand(this.#eis(overlegId), wie);
  }

  /** When the clock has one to close, in ms since 1970. */
  volgende(): number {
    return this.#kast.eersteEinde() + SLUIT_NA_UREN * UUR_MS;
  }

  /** Whether any is held now. */
  isErEenBezig(): boolean {
    return this.#kast.open(0).length > 0;
  }

  /**
   * What the clock does: closes what nobody closed, and finds anew by how much what is held runs late, every five
   * minutes and never by a step (OV1). Within a step.
   * @param isTik whether another five minutes began
   */
  loopAf(isTik: boolean): void {
    const nu = this.#omgeving.nu();
    for (const overleg of this.#kast.open(nu - SLUIT_NA_UREN * UUR_MS)) {
      if (overleg.einde + SLUIT_NA_UREN * UUR_MS <= nu) {
        const naar = naDaad(this.#standVan(overleg), { stap: 'klok' });
        if (naar !== null) this.#voerUit(overleg, { stap: 'klok' }, naar, null);
      } else if (isTik) {
        const uitloop = this.#uitloopVan(overleg);
        if (uitloop === overleg.uitloop) continue;
        this.#kast.wijzig(overleg.id, { uitloop });
        this.#bijVerandering([overleg.id]);
      }
    }
  }

  #voerUit(overleg: Overlegrij, daad: Overlegdaad, naar: Overlegstand, wie: Wie | null): void {
    const nu = this.#omgeving.nu();
    const van = this.#standVan(overleg);
    const was = van.fase === 'item' ? van.agendapuntId : null;
    const wordt = naar.fase === 'item' ? naar.agendapuntId : null;
    if (was !== null && was !== wordt) this.#zetPunt(overleg, was, 'besproken', wie);
    if (wordt !== null && was !== wordt) this.#zetPunt(overleg, wordt, 'bezig', wie);
    this.#kast.wijzig(overleg.id, {
      staat: naar.fase === 'voorbereiding' || naar.fase === 'gesloten' ? naar.fase : 'bezig',
      agendapuntId: wordt,
      onderdeel: naar.fase === 'item' ? naar.onderdeel : null,
      onderdeelSinds: wordt === null ? null : nu,
      puntSinds: wordt === null ? null : was === wordt ? overleg.puntSinds : nu,
      versie: overleg.versie + 1,
    });
    // What was for the chair alone has been said by then.
    if (naar.fase === 'gesloten')
      for (const punt of this.#agenda.op(overleg.id)) this.#agenda.wisVoorVoorzitter(punt);
    this.#bijVerandering([overleg.id]);
    this.#logboek.schrijf({
      handeling: 'overleg_stap',
      door: wie === null ? null : { wie, ik: null },
      regel: 'OV2',
      bijzonderheden: {
        overlegId: overleg.id,
        stap: daad.stap,
        agendapuntId: wordt ?? was,
        onderdeel: naar.fase === 'item' ? naar.onderdeel : null,
      },
    });
  }

  #zetPunt(overleg: Overlegrij, agendapuntId: string, staat: 'bezig' | 'besproken', wie: Wie | null): void {
    this.#agenda.wijzig(agendapuntId, { staat });
    const punt = this.#agenda.een(agendapuntId);
    const casusId = punt?.casusId ?? null;
    if (punt === null || casusId === null) return;
    const door: Door | null = wie === null ? null : (this.#toegang.kijk(casusId, wie) ?? { wie, ik: null });
    // OV4: who sits at the table reads what lies on it from the opening to the closing, by levels.
    const dek = (): void =>
      staat === 'bezig' ? this.#tafel.open(overleg, punt) : this.#tafel.sluit(overleg, punt, door);
    if (door === null) this.#toegang.wijzigVanzelf(casusId, dek);
    else this.#toegang.wijzigZicht(casusId, door, dek);
    this.#logboek.schrijf({
      handeling: staat === 'bezig' ? 'agendapunt_geopend' : 'agendapunt_gesloten',
      door,
      casusId,
      regel: 'OV2',
      bijzonderheden: { overlegId: overleg.id, agendapuntId },
    });
  }

  /** The chair hands it to the deputy, or takes it back; the deputy takes it when nothing is heard of the chair. */
  #neemOver(overleg: Overlegrij, wie: Wie): StandVorm {
    if (overleg.staat === 'gesloten') throw pastNiet();
    const leiderId = this.#zicht.leiderVan(overleg);
    const vervangerId = this.#zicht.plaatsvervangerVan(overleg);
    const voorzitterId = this.#zicht.voorzitterVan(overleg);
    const isVoorzitter = voorzitterId === wie.persoonId;
    if (!isVoorzitter) {
      if (leiderId === wie.persoonId) throw pastNiet();
      const stilSinds = voorzitterId === null ? 0 : this.#lijn.stilSinds(overleg.id, voorzitterId);
      if (stilSinds + STIL_SECONDEN * 1000 > this.#omgeving.nu()) {
        throw new Weigering(
          409,
          'voorzitter_is_er',
          'De voorzitter is er nog. U kunt het overnemen als de voorzitter een minuut weg is, of u het overleg geeft.',
        );
      }
    } else if (vervangerId === null) throw pastNiet();
    const naar = isVoorzitter && leiderId !== wie.persoonId ? null : vervangerId;
    this.#stappen.doe(() => {
      this.#kast.wijzig(overleg.id, { leiderId: naar, versie: overleg.versie + 1 });
      this.#bijAndereMensen([overleg.id], wie);
      this.#bijVerandering([overleg.id]);
      this.#logboek.schrijf({
        handeling: 'overleg_stap',
        door: { wie, ik: null },
        regel: 'OV2',
        bijzonderheden: { overlegId: overleg.id, stap: 'neem_over', agendapuntId: null, onderdeel: null },
      });
    });
    return this.stand(this.#eis(overleg.id), wie);
  }

  #daad(
    overleg: Overlegrij,
    stap: Exclude<NieuweOverlegstap['stap'], 'neem_over'>,
    nieuw: NieuweOverlegstap,
  ): Overlegdaad {
    if (stap !== 'item' && stap !== 'heropen') return { stap };
    const { agendapuntId, onderdeel } = nieuw;
    const punt = this.#agenda.op(overleg.id).find(({ id }) => id === agendapuntId);
    if (punt === undefined) throw verwijzingOnbekend('agendapuntId');
    if (punt.casusId !== null && this.#agenda.bezigMet(punt.casusId).some((id) => id !== overleg.id)) {
      throw new Weigering(
        409,
        'elders_bezig',
        'Deze casus is nu open in een ander overleg. Neem eerst een ander agendapunt.',
      );
    }
    return { stap, agendapuntId: punt.id, onderdeel: onderdeel ?? null, punt: punt.staat };
  }

  /** What is open and gone by now, such as a dilemma whose time was over, isn't open. */
  #standVan({ id, staat, agendapuntId, onderdeel }: Overlegrij): Overlegstand {
    if (staat !== 'bezig') return { fase: staat };
    const isEr = agendapuntId !== null && this.#agenda.op(id).some((punt) => punt.id === agendapuntId);
    return isEr && onderdeel !== null ? { fase: 'item', agendapuntId, onderdeel } : { fase: 'tussen' };
  }

  /** By how many minutes, in whole fives, what comes next comes later than was planned; less than none: earlier. */
  #uitloopVan(overleg: Overlegrij): number {
    const punten = this.#agenda.op(overleg.id);
    const eerst =
      punten.find(({ staat }) => staat === 'bezig') ?? punten.find(({ staat }) => staat === 'aanvaard');
    const gepland = eerst && verwachtVan({ ...overleg, uitloop: 0 }, punten).get(eerst.id);
    if (eerst === undefined || gepland === undefined) return overleg.uitloop;
    const begonnen =
      eerst.staat === 'bezig' ? (overleg.puntSinds ?? this.#omgeving.nu()) : this.#omgeving.nu();
    return (
      Math.round((this.#klaar(eerst, begonnen) - (gepland + eerst.minuten * 60_000)) / TIJDSTAP_MS) *
      TIJDSTAP_MINUTEN
    );
  }

  /** When what is open, or is next, will be done at its earliest. */
  #klaar({ minuten }: Punt, begonnen: number): number {
    return Math.max(begonnen + minuten * 60_000, this.#omgeving.nu());
  }

  #ingehaald(overleg: Overlegrij, wie: Wie): Weigering {
    return new Weigering(
      409,
      'versie_verouderd',
      'Het overleg is intussen verder. Dit is waar het nu is; er is niets gedaan.',
      { extra: { stand: this.stand(overleg, wie) } },
    );
  }

  #eis(overlegId: string): Overlegrij {
    const overleg = this.#kast.een(overlegId);
    if (overleg === null) throw nietGevonden();
    return overleg;
  }
}

function pastNiet(): Weigering {
  return new Weigering(409, 'stap_past_niet', 'Dat kan nu niet. Kijk waar het overleg is, en kies opnieuw.');
}

function moment(op: number | null): string | null {
  return op === null ? null : new Date(op).toISOString();
}
