import type { Agendapunt, Inbreng } from '../../shared/contract/agendapunten.ts';
import type { Antwoord } from '../../shared/contract/contract.ts';
import type { Inbrengreeks, Overleg as OverlegVorm, Overlegregel } from '../../shared/contract/overleggen.ts';
import { isLeiding, komtNog, LIJST_DAGEN } from '../../shared/overleg.ts';
import type { Casussen } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Agendakast, Punt } from './agendakast.ts';
import type { Gang } from './gang.ts';
import type { Gesprekken } from './gesprekken.ts';
import type { Overlegkast, Overlegrij } from './overlegkast.ts';
import type { Reekskast } from './reekskast.ts';
import type { Reeksen } from './reeksen.ts';
import type { Schermen } from './schermen.ts';
import { verwachtVan } from './verwacht.ts';
import { type Blik, type Gezien, kanAanTafel, type Overlegzicht } from './wie.ts';

const DAG_MS = 24 * 60 * 60 * 1000;

/** Overleggen as they go out, under the mask of who asks (OV1). */
export class Weergave {
  readonly #omgeving: Omgeving;
  readonly #casussen: Casussen;
  readonly #zicht: Overlegzicht;
  readonly #reeksen: Reeksen;
  readonly #reekskast: Reekskast;
  readonly #overlegkast: Overlegkast;
  readonly #agendakast: Agendakast;
  readonly #gang: Gang;
  readonly #gesprekken: Gesprekken;
  readonly #schermen: Schermen;

  constructor(behoeften: {
    omgeving: Omgeving;
    casussen: Casussen;
    zicht: Overlegzicht;
    reeksen: Reeksen;
    reekskast: Reekskast;
    overlegkast: Overlegkast;
    agendakast: Agendakast;
    gang: Gang;
    gesprekken: Gesprekken;
    schermen: Schermen;
  }) {
    this.#omgeving = behoeften.omgeving;
    this.#casussen = behoeften.casussen;
    this.#zicht = behoeften.zicht;
    this.#reeksen = behoeften.reeksen;
    this.#reekskast = behoeften.reekskast;
    this.#overlegkast = behoeften.overlegkast;
    this.#agendakast = behoeften.agendakast;
    this.#gang = behoeften.gang;
    this.#gesprekken = behoeften.gesprekken;
    this.#schermen = behoeften.schermen;
  }

  /** The overleggen that somebody is in, and where who directs a casus can bring it. */
  lijst(wie: Wie): Antwoord<'overleg.lijst'> {
    const blikken = this.#zicht.blikken(wie, this.#omgeving.nu() - LIJST_DAGEN * DAG_MS);
    const leidt = this.#zicht.geleideCasussen(wie).length > 0;
    return {
      overleggen: blikken.map((blik) => this.#kop(blik)),
      reeksen: leidt ? this.#reekskast.alle().map((reeks) => this.#inbrengreeks(reeks)) : [],
      magPlannen: leidt,
      magReeksen: this.#reeksen.isProcesregisseur(wie.persoonId),
    };
  }

  /** One of them, with what of its agenda is theirs. */
  een({ overleg, rol, punten }: Blik, wie: Wie): OverlegVorm {
    const reeks = overleg.reeksId === null ? null : this.#reekskast.een(overleg.reeksId);
    const verwacht = verwachtVan(overleg, this.#agendakast.op(overleg.id));
    const kentLeden = reeks !== null && (isLeiding(rol) || rol === 'lid');
    return {
      ...this.#kop({ overleg, rol, punten }),
      videolink: reeks?.videolink ?? null,
      voorzitter: this.#reeksen.overlegger(this.#zicht.voorzitterVan(overleg)),
      plaatsvervanger: this.#reeksen.overlegger(reeks?.plaatsvervangerId ?? null),
      notulist: this.#reeksen.overlegger(reeks?.notulistId ?? null),
      leden: kentLeden ? this.#reeksen.overleggers(this.#reekskast.leden(reeks.id)) : [],
      stand: isLeiding(rol) ? this.#gang.stand(overleg, wie) : null,
      agendapunten: punten.map((gezien, n) => ({
        ...this.#punt(gezien, n + 1, verwacht, wie, rol),
        aanTafel: kanAanTafel(gezien),
        nu: kanAanTafel(gezien) ? nuVan(overleg, gezien.punt) : null,
      })),
      gesprek: this.#gesprekken.van(overleg, wie),
      schermen: this.#zicht.leiderVan(overleg) === wie.persoonId ? this.#schermen.lijst(overleg) : null,
    };
  }

  #kop({ overleg, rol, punten }: Blik): Overlegregel {
    const { id, reeksId, begin, einde, staat } = overleg;
    const reeks = reeksId === null ? null : this.#reekskast.een(reeksId);
    return {
      id,
      reeksId,
      naam: reeks?.naam ?? 'Gezinsoverleg',
      begin: moment(begin),
      einde: moment(einde),
      plaats: reeks?.plaats ?? this.#overlegkast.plaatsVan(overleg),
      staat,
      rol,
      inTeLezen:
        staat !== 'gesloten' && punten.some(({ kijk, punt }) => kijk !== null && komtNog(punt.staat)),
    };
  }

  #inbrengreeks({ id, naam, plaats }: { id: string; naam: string; plaats: string }): Inbrengreeks {
    return {
      id,
      naam,
      plaats,
      komend: this.#overlegkast
        .komende(id, this.#omgeving.nu())
        .map((overleg) => ({ id: overleg.id, begin: moment(overleg.begin), einde: moment(overleg.einde) })),
      leden: this.#reeksen.overleggers(this.#reekskast.leden(id)),
    };
  }

  #punt(
    { punt, als, kijk }: Gezien,
    plaats: number,
    verwacht: ReadonlyMap<string, number>,
    wie: Wie,
    rol: Blik['rol'],
  ): Omit<Agendapunt, 'nu' | 'aanTafel'> {
    const { id, casusId, inhoud, minuten, staat, spoed } = punt;
    const leest = als === 'leiding' || als === 'inbrenger';
    const op = verwacht.get(id);
    return {
      id,
      soort: inhoud.soort,
      casusId: kijk === null ? null : casusId,
      label: inhoud.soort === 'dilemma' ? inhoud.titel : als === 'gast' ? '' : this.#label(casusId),
      minuten,
      // A guest has what the chair said: an order of which they know nothing moves nothing for them (OV1).
      verwacht: op === undefined || staat === 'besproken' || als === 'gast' ? null : moment(op),
      venster: leest || als === 'gast' ? vensterVan(punt) : null,
      staat,
      spoed,
      als,
      inbreng: leest && inhoud.soort === 'casus' ? this.#inbreng(punt) : null,
      dilemma: inhoud.soort === 'dilemma' ? inhoud.tekst : null,
      volgorde: als === 'leiding' ? plaats : null,
      voorVoorzitter:
        leest && (rol === 'voorzitter' || punt.doorId === wie.persoonId)
          ? this.#agendakast.voorVoorzitter(punt)
          : null,
      reden: leest ? inhoud.reden : null,
    };
  }

  #label(casusId: string | null): string {
    return casusId === null ? '' : (this.#casussen.beeld(casusId)?.label ?? '');
  }

  #inbreng({ inhoud }: Punt): Inbreng | null {
    if (inhoud.soort !== 'casus') return null;
    const { vraag, wetten, nodig, geprobeerd, gezinWeet, gezinWil } = inhoud;
    const namen = (ids: readonly string[]) =>
      this.#reeksen.overleggers(ids).map(({ medewerkerId, naam }) => ({ medewerkerId, naam }));
    return {
      vraag,
      wetten,
      nodig,
      meedenkers: namen(inhoud.meedenkers),
      gasten: namen(inhoud.gasten),
      geprobeerd,
      gezinWeet,
      gezinWil,
    };
  }
}

/** What of the clock is for who can be at the table of what is open. */
function nuVan(overleg: Overlegrij, { id, staat }: Punt): Agendapunt['nu'] {
  const { agendapuntId, onderdeel, onderdeelSinds, puntSinds } = overleg;
  if (staat !== 'bezig' || agendapuntId !== id) return null;
  if (onderdeel === null || onderdeelSinds === null || puntSinds === null) return null;
  return { onderdeel, onderdeelSinds: moment(onderdeelSinds), sinds: moment(puntSinds) };
}

function vensterVan({ inhoud }: Punt): Agendapunt['venster'] {
  const venster = inhoud.soort === 'casus' ? inhoud.venster : null;
  return venster === null ? null : { van: moment(venster.van), tot: moment(venster.tot) };
}

function moment(op: number): string {
  return new Date(op).toISOString();
}
