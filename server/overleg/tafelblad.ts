import { precies } from '../../shared/contract/precies.ts';
import type { Tafelgenoot, Tafelschikking, Tafelblad as Vorm } from '../../shared/contract/tafelbladen.ts';
import type { Wijsplaats } from '../../shared/contract/wijzer.ts';
import { z } from '../../shared/contract/zod.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import type { Tafelplaats } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Wie } from '../http/route.ts';
import type { Stappen } from '../kern/stap.ts';
import { kanNiet, nietGevonden, verwijzingOnbekend, Weigering } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import { veldIdsVan } from '../teksten/teksten.ts';
import { type Kijk, rollenVoor, type Toegang } from '../toegang/toegang.ts';
import type { OpAgenda } from './agenda.ts';
import type { Agendakast } from './agendakast.ts';
import type { Overlegkast, Overlegrij } from './overlegkast.ts';
import type { Tafel } from './tafel.ts';
import type { Tafelblik } from './tafelblik.ts';
import type { TafelbladRij, Tafelkast } from './tafelkast.ts';
import type { Tafelstukken } from './tafelstukken.ts';
import type { Vertellingen } from './vertelling.ts';
import type { Voorzitterlijn } from './voorzitterlijn.ts';
import type { Overlegzicht } from './wie.ts';

const Vraag = z.string();

/** Somebody who sits at a table, with the place in which they do. */
export interface Zitplaats {
  readonly plaatsId: string;
  readonly persoonId: string;
  readonly genoot: Tafelgenoot;
}

/** What lies on the table (OV4): read, and written, by who sits there; the one function that decides says who does (NK16). */
export class Tafelbladen {
  readonly #database: GeopendeDatabase;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #toegang: Toegang;
  readonly #zicht: Overlegzicht;
  readonly #overlegkast: Overlegkast;
  readonly #agendakast: Agendakast;
  readonly #lijn: Voorzitterlijn;
  readonly #tafel: Tafel;
  readonly #kast: Tafelkast;
  readonly stukken: Tafelstukken;
  readonly vertellingen: Vertellingen;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;
  #adviesvragen: (casusId: string, wie: Wie) => string[] = () => [];

  constructor(behoeften: {
    database: GeopendeDatabase;
    stappen: Stappen;
    logboek: Logboek;
    toegang: Toegang;
    zicht: Overlegzicht;
    overlegkast: Overlegkast;
    agendakast: Agendakast;
    voorzitterlijn: Voorzitterlijn;
    tafel: Tafel;
    tafelkast: Tafelkast;
    tafelstukken: Tafelstukken;
    vertellingen: Vertellingen;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
  }) {
    this.#database = behoeften.database;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#toegang = behoeften.toegang;
    this.#zicht = behoeften.zicht;
    this.#overlegkast = behoeften.overlegkast;
    this.#agendakast = behoeften.agendakast;
    this.#lijn = behoeften.voorzitterlijn;
    this.#tafel = behoeften.tafel;
    this.#kast = behoeften.tafelkast;
    this.stukken = behoeften.tafelstukken;
    this.vertellingen = behoeften.vertellingen;
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** Connects who knows which questions for advice somebody took on (OV11). */
  verbindAdvies(vragenVan: (casusId: string, wie: Wie) => string[]): void {
    this.#adviesvragen = vragenVan;
  }

  /** A tafelblad as this person may look at it; null: there is none, or it isn't for them (NK5). */
  blik(overlegId: string, agendapuntId: string, wie: Wie): Tafelblik | null {
    const blad = this.#kast.van(overlegId, agendapuntId);
    const overleg = blad === null ? null : this.#overlegkast.een(overlegId);
    if (blad === null || overleg === null) return null;
    const kijk = this.#kijk(blad, wie);
    const compartiment = kijk?.compartiment(blad.id);
    return kijk === null || compartiment === undefined ? null : { blad, compartiment, overleg, kijk, wie };
  }

  /** The same, for a route. @throws Weigering 404 */
  eisBlik(overlegId: string, agendapuntId: string, wie: Wie): Tafelblik {
    const blik = this.blik(overlegId, agendapuntId, wie);
    if (blik === null) throw nietGevonden();
    return blik;
  }

  /** Looks at it: on record before it is answered (NK10). From now on its text is open to this session. */
  haal(blik: Tafelblik): Vorm {
    this.#toegang.legOpeningVast(blik.kijk, [blik.compartiment]);
    return this.toon(blik);
  }

  /** What somebody would fetch of what lies on the table of an overleg now; null: nothing (NK37). */
  van({ id, agendapuntId }: Overlegrij, wie: Wie): Vorm | null {
    const blik = agendapuntId === null ? null : this.blik(id, agendapuntId, wie);
    return blik === null ? null : this.toon(blik);
  }

  /** All that this person reads of it. */
  toon(blik: Tafelblik): Vorm {
    const { blad, overleg, kijk, wie } = blik;
    const open = kijk.niveau(blad.id) === 'schrijven';
    const vraag = this.vraagVan(blik);
    const aanTafel = this.lezersNu(blik);
    const mijn = kijk.beeld.tafel.filter((plaats) => this.#isHier(plaats, blad, kijk));
    const ik = mijn.find(({ persoonId, niveau }) => persoonId === wie.persoonId && niveau === 'schrijven');
    const [veldId] = this.#stappen.samen(this, blad.id, () => veldIdsVan(this.#database, blad.id));
    if (veldId === undefined) throw new Error('a tafelblad without its text');
    const leidt = open && this.#zicht.leiderVan(overleg) === wie.persoonId;
    return precies<Vorm>()({
      id: blad.id,
      casusId: blad.casusId,
      veldId,
      open,
      tot: open ? null : this.#tot(mijn, wie),
      ik: ik === undefined ? null : (aanTafel.find(({ id }) => id === idVan(ik))?.id ?? null),
      aanTafel,
      vraag: vraag === null ? null : rollenVoor(kijk).lees(vraag),
      ...this.stukken.toon(blik, open),
      vertelling: this.vertellingen.toon(blik),
      // Beside it for as long as they sit there, and to nobody else at the table.
      adviesvragen: ik === undefined ? [] : this.#adviesvragen(blad.casusId, wie),
      kandidaten: leidt
        ? this.#tafel.kandidaten(blad.casusId, blad.id).map((deelnemer) => ({
            deelnemerId: deelnemer.id,
            naam: deelnemer.naam,
            organisatie: deelnemer.organisatie,
            zetel: deelnemer.zetel,
            volgt: this.#lijn.isErbij(overleg.id, deelnemer.persoonId),
          }))
        : null,
    });
  }

  /** The question that lies there, as it is stored. */
  vraagVan({ compartiment }: Tafelblik): string | null {
    const vraag = this.#kast.stukken(compartiment).find(({ soort }) => soort === 'vraag');
    return Vraag.safeParse(vraag?.inhoud).data ?? null;
  }

  /** Whether something stands on it to point at, as this person reads it (OV6). */
  staatErop(blik: Tafelblik, plaats: Wijsplaats): boolean {
    if (plaats === 'vraag') return this.vraagVan(blik) !== null;
    return plaats === 'tekst' || plaats === 'vertelling' || this.stukken.ligtEr(blik, plaats);
  }

  /** Everyone who reads it now, as they are known at it (NK20). */
  lezersNu(blik: Tafelblik): Tafelgenoot[] {
    return this.zitplaatsen(blik).map(({ genoot }) => genoot);
  }

  /** The table of an item that is open, to who leads the overleg. @throws Weigering 409 */
  eisGedekt(op: OpAgenda): { readonly op: OpAgenda; readonly blik: Tafelblik } {
    const { punt, wie } = op;
    const blik = this.blik(punt.overlegId, punt.id, wie);
    if (blik !== null && blik.kijk.niveau(blik.blad.id) === 'schrijven') return { op, blik };
    throw new Weigering(
      409,
      'stap_past_niet',
      'Dit agendapunt is nu niet open. Open het eerst; dan kiest u wie er aan tafel zit.',
    );
  }

  /** Who sits down, and who gets up: from the answer on they read it no more (NK7). @throws Weigering 422 */
  schik(
    { op, blik }: { readonly op: OpAgenda; readonly blik: Tafelblik },
    { bij, af }: Tafelschikking,
  ): void {
    const { blad, kijk } = blik;
    const zitten = this.#kast.aanTafel(blad.id);
    const kandidaten = this.#tafel.kandidaten(blad.casusId, blad.id);
    const komen = [...new Set(bij)].flatMap((id) => {
      // Who sits there already, stays.
      if (zitten.some(({ deelnemerId }) => deelnemerId === id)) return [];
      const deelnemer = kandidaten.find((een) => een.id === id);
      if (deelnemer === undefined) throw verwijzingOnbekend('bij');
      return [deelnemer];
    });
    const gaan = [...new Set(af)].map((id) => {
      const plaats = zitten.find((een) => idVan(een) === id);
      if (plaats === undefined) throw verwijzingOnbekend('af');
      if (plaats.als === 'voorzitter' || plaats.als === 'notulist')
        throw kanNiet('past_hier_niet', 'De voorzitter en de notulist zitten aan tafel zolang zij dat zijn.');
      return plaats;
    });
    this.#toegang.wijzigZicht(blad.casusId, kijk, () => {
      for (const { id } of gaan) this.#kast.eindig(id);
      const vanPlaats = gaan.filter(({ deelnemerId }) => deelnemerId === null);
      if (vanPlaats.length > 0)
        this.#agendakast.zetPlaatsen(
          op.punt.id,
          this.#agendakast
            .plaatsen(op.punt.id)
            .filter((plaats) => vanPlaats.every(({ persoonId }) => persoonId !== plaats.persoonId)),
        );
      for (const deelnemer of komen) this.#tafel.zetErbij(blad, deelnemer);
      this.#bijVerandering([blad.overlegId]);
      this.#logboek.schrijf({
        handeling: 'tafel_geschikt',
        door: kijk,
        casusId: blad.casusId,
        compartiment: blik.compartiment,
        regel: 'OV4',
        bijzonderheden: {
          bij: komen.map(({ persoonId }) => persoonId),
          af: gaan.map(({ persoonId }) => persoonId),
        },
      });
    });
  }

  #kijk({ casusId, id }: TafelbladRij, wie: Wie): Kijk | null {
    for (const kijk of [this.#toegang.kijk(casusId, wie), this.#toegang.kijkOpPlaats(casusId, wie)])
      if (kijk !== null && isMinstens(kijk.niveau(id), 'lezen')) return kijk;
    return null;
  }

  #isHier(plaats: Tafelplaats, { id }: TafelbladRij, { beslisser }: Kijk): boolean {
    return plaats.tafelbladId === id && beslisser.moment.geldt(plaats);
  }

  /** The same with their places, by the one function that decides: once each. */
  zitplaatsen({ blad, kijk }: Tafelblik): Zitplaats[] {
    const { beeld, beslisser } = kijk;
    const { moment } = beslisser;
    const compartiment = kijk.rij(blad);
    const gezien = new Set<string>();
    return beeld.tafel.flatMap((plaats): Zitplaats[] => {
      if (!this.#isHier(plaats, blad, kijk) || plaats.niveau !== 'schrijven') return [];
      if (gezien.has(plaats.persoonId)) return [];
      const zetel = beeld.deelnemers.find((een) => een.id === plaats.deelnemerId && moment.geldt(een));
      const niveau =
        plaats.deelnemerId === null
          ? beslisser.niveauOpPlaats(plaats, compartiment)
          : zetel === undefined
            ? 'verborgen'
            : beslisser.niveau(zetel, compartiment);
      if (niveau !== 'schrijven') return [];
      gezien.add(plaats.persoonId);
      const { naam, organisatie, als } = plaats;
      const genoot = { id: idVan(plaats), naam, organisatie, als, zetel: zetel?.zetel ?? null };
      return [{ plaatsId: plaats.id, persoonId: plaats.persoonId, genoot }];
    });
  }

  /** Until when somebody who isn't at the table reads it; null: while they take part. */
  #tot(hier: readonly Tafelplaats[], { persoonId }: Wie): string | null {
    const eigen = hier.filter((plaats) => plaats.persoonId === persoonId);
    if (eigen.some(({ tot }) => tot === null)) return null;
    const laatste = Math.max(...eigen.map(({ tot }) => tot ?? 0));
    return Number.isFinite(laatste) ? new Date(laatste).toISOString() : null;
  }
}

/** How somebody at a table is called in what goes out: by their seat, or by their place. */
export function idVan({
  id,
  deelnemerId,
}: {
  readonly id: string;
  readonly deelnemerId: string | null;
}): string {
  return deelnemerId ?? id;
}
