import type { Bord } from '../../shared/contract/casussen.ts';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Deelnemer } from '../../shared/contract/deelnemers.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lid } from '../../shared/contract/leden.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { type Kaartsoort, past, type Wet } from '../../shared/plan/kaartsoorten.ts';
import { wettenVan } from '../../shared/plan/mandaat.ts';
import { naamVan } from '../lijsten.ts';
import type { Bordstaat } from './bordstaat.ts';

/** A kaart of one sort. */
export type KaartVan<S extends Kaartsoort> = Extract<Kaart, { soort: S }>;

/**
 * How one person looks at the board at this moment: the state with its names and the chosen member. Made anew at
 * every change and handed to every element; it asks the server nothing.
 */
export class Kijk {
  readonly bord: Bord;
  readonly lijsten: Lijsten;
  /** Today in the Netherlands, jjjj-mm-dd. */
  readonly vandaag: string;
  /** The member that the board is narrowed to; null: everyone. */
  readonly gekozenLid: string | null;
  readonly #aanwezig: ReadonlySet<string>;
  readonly #compartimenten: ReadonlyMap<string, Compartiment>;
  readonly #leden: ReadonlyMap<string, Lid>;
  readonly #deelnemers: ReadonlyMap<string, Deelnemer>;

  constructor(staat: Bordstaat, lijsten: Lijsten, vandaag: string, gekozenLid: string | null) {
    this.bord = staat.bord;
    this.lijsten = lijsten;
    this.vandaag = vandaag;
    this.#aanwezig = new Set(staat.aanwezig);
    this.#compartimenten = opId(staat.bord.compartimenten);
    this.#leden = opId(staat.bord.leden);
    this.#deelnemers = opId(staat.bord.deelnemers);
    this.gekozenLid = gekozenLid !== null && this.#leden.has(gekozenLid) ? gekozenLid : null;
  }

  get ik(): Deelnemer | undefined {
    return this.bord.deelnemers.find((deelnemer) => deelnemer.ik);
  }

  /** The laws of which I record a beschikking (OV7). */
  get wetten(): readonly Wet[] {
    return wettenVan(this.ik?.zetel ?? '');
  }

  get regisseur(): Deelnemer | undefined {
    return this.bord.deelnemers.find((deelnemer) => deelnemer.regisseur);
  }

  get ikRegisseer(): boolean {
    return this.ik?.regisseur === true;
  }

  /** Whether I know everyone by name who isn't discreet: the kernteam does, who writes the plan (NK20). */
  get kentIedereen(): boolean {
    return this.bord.compartimenten.some(
      ({ categorie, niveau }) => categorie === 'plan' && niveau === 'schrijven',
    );
  }

  /** Whether somebody takes part from a seat that writes the plan. */
  isKernteam({ zetel }: Deelnemer): boolean {
    return this.lijsten.zetels.find(({ code }) => code === zetel)?.kernteam === true;
  }

  /** Whether somebody takes part from a seat of which the others know only when the household agrees. */
  isDiscreet({ zetel }: Deelnemer): boolean {
    return this.lijsten.zetels.find(({ code }) => code === zetel)?.discreet === true;
  }

  isAanwezig(deelnemerId: string): boolean {
    return this.#aanwezig.has(deelnemerId);
  }

  compartiment(id: string | null): Compartiment | undefined {
    return id === null ? undefined : this.#compartimenten.get(id);
  }

  deelnemer(id: string | null): Deelnemer | undefined {
    return id === null ? undefined : this.#deelnemers.get(id);
  }

  lid(id: string | null): Lid | undefined {
    return id === null ? undefined : this.#leden.get(id);
  }

  /** The role label of a member: `moeder`, `kind 1`. */
  rol(lidId: string): string {
    return this.#leden.get(lidId)?.rol ?? 'iemand uit het huishouden';
  }

  /** Whom something is about, as one says it: `moeder`, or `het huishouden`. */
  onderwerp(lidId: string | null): string {
    return lidId === null ? 'het huishouden' : this.rol(lidId);
  }

  /** From where somebody takes part, as one says it in a sentence: `jeugd`, `Wmo`. */
  vanuit(deelnemer: Deelnemer): string {
    return inEenZin(naamVan(this.lijsten.zetels, deelnemer.zetel));
  }

  zetelnaam(code: string): string {
    return naamVan(this.lijsten.zetels, code);
  }

  categorienaam(code: string): string {
    return naamVan(this.lijsten.categorieen, code);
  }

  leefgebiednaam(code: string): string {
    return naamVan(this.lijsten.leefgebieden, code);
  }

  /** Names people by id: a deelnemer by where they take part from, a member by role. Unknown ids are left out. */
  noem(ids: readonly string[]): string[] {
    const namen = ids.flatMap((id) => {
      const deelnemer = this.#deelnemers.get(id);
      if (deelnemer !== undefined) return [deelnemer.ik ? 'u' : this.vanuit(deelnemer)];
      const lid = this.#leden.get(id);
      return lid === undefined ? [] : [lid.rol];
    });
    return [...new Set(namen)];
  }

  /** All kaarten of one sort that I read, in the order in which the server gives them. */
  kaarten<S extends Kaartsoort>(soort: S): KaartVan<S>[] {
    return this.bord.kaarten.filter((kaart): kaart is KaartVan<S> => kaart.soort === soort);
  }

  /** How many kaarten of one place reach me, made by whomever. */
  aantalIn(compartimentId: string): number {
    return this.bord.kaarten.filter((kaart) => kaart.compartimentId === compartimentId).length;
  }

  /** The members that a kaart is about; empty: the household. */
  over(kaart: Kaart): readonly string[] {
    if ('lidIds' in kaart && kaart.lidIds.length > 0) return kaart.lidIds;
    if ('lidId' in kaart && kaart.lidId !== undefined) return [kaart.lidId];
    const lidId = this.compartiment(kaart.compartimentId)?.lidId ?? null;
    return lidId === null ? [] : [lidId];
  }

  /** Whether something about these members (none: the household) stays when the board is narrowed to a member. */
  inBeeld(lidIds: readonly (string | null)[]): boolean {
    return (
      this.gekozenLid === null ||
      lidIds.length === 0 ||
      lidIds.includes(null) ||
      lidIds.includes(this.gekozenLid)
    );
  }

  /** Whether I read something of a category now, opened or not. */
  leest(categorie: string): boolean {
    return this.bord.compartimenten.some(
      (compartiment) => compartiment.categorie === categorie && isMinstens(compartiment.niveau, 'lezen'),
    );
  }

  /** Whether I may change a kaart. */
  magWijzigen(kaart: Kaart): boolean {
    if (kaart.soort === 'beschikking' && !this.wetten.includes(kaart.wet)) return false;
    return this.compartiment(kaart.compartimentId)?.niveau === 'schrijven';
  }

  /** Where I may put a kaart of this sort, in the order of the catalogue. */
  plaatsenVoor(soort: Kaartsoort): Compartiment[] {
    if (soort === 'beschikking' && this.wetten.length === 0) return [];
    return this.bord.compartimenten.filter((compartiment) => {
      const categorie = this.lijsten.categorieen.find(({ code }) => code === compartiment.categorie);
      return compartiment.niveau === 'schrijven' && categorie !== undefined && past(soort, categorie);
    });
  }
}

/** A name as it stands in a sentence: without its capital, unless it is an abbreviation such as Wmo. */
export function inEenZin(naam: string): string {
  return AFKORTING.test(naam) ? naam : naam.charAt(0).toLowerCase() + naam.slice(1);
}

const AFKORTING = /^(?:Wmo|Wgs|[A-Z]{2,})\b/;

function opId<T extends { readonly id: string }>(lijst: readonly T[]): ReadonlyMap<string, T> {
  return new Map(lijst.map((item) => [item.id, item]));
}
