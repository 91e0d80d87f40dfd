import type { Kaart } from '../../shared/contract/kaarten.ts';
import { type Kijk, type Rollen, rollenVoor } from '../toegang/toegang.ts';
import type { Kaartenkast, KaartRij } from './kaarten.ts';
import { bereik, kaartVoor, magNoemen, type Stempel } from './kaartvoor.ts';
import { bekendDoor, verwijzingenIn } from './verwijzingen.ts';

/** A kaart that a step wrote: as it was before the step and as it is after it; null where it isn't there. */
export interface Kaartwijziging {
  readonly voor: KaartRij | null;
  readonly na: KaartRij | null;
}

/** What somebody is told of a kaart: how it reaches them now, or that it does no more. */
export type Kaartnieuws =
  | { readonly compartimentId: string | null; readonly kaart: Kaart }
  | { readonly compartimentId: string | null; readonly weg: string };

/** A kaart and how it reaches somebody. */
interface Bereikt {
  readonly kaart: KaartRij;
  readonly hoe: 'leest' | 'genoemd';
}

/** What of the kaarten reaches somebody, and what follows from that; for as long as nothing of it changes. */
interface Uitzicht {
  readonly geopend: number;
  readonly keerGeschreven: number;
  readonly lijst: readonly Bereikt[];
  genoemd: ReadonlySet<string> | null;
  doelIds: ReadonlySet<string> | null;
}

/** What a kaart is shown by: somebody's look, and the doelen that reach them with it. */
interface Blik {
  readonly kijk: Kijk;
  readonly doelIds: ReadonlySet<string>;
  readonly rollen: Rollen;
}

/** The kaarten under people's masks: what reaches whom, and what of it a step changed for them. */
export class Uitzichten {
  readonly #kast: Kaartenkast;
  readonly #stempel: Stempel;
  /** A look holds for one step; what it has opened since, and what was written on kaarten, makes it another. */
  readonly #bereikt = new WeakMap<Kijk, Uitzicht>();

  constructor(kast: Kaartenkast, stempel: Stempel) {
    this.#kast = kast;
    this.#stempel = stempel;
  }

  /** Deelnemers named by the kaarten that reach somebody (NK20). */
  genoemden(kijk: Kijk): ReadonlySet<string> {
    const uitzicht = this.#van(kijk);
    uitzicht.genoemd ??= genoemdenIn(uitzicht.lijst);
    return uitzicht.genoemd;
  }

  /** Doelen that reach somebody. */
  doelIds(kijk: Kijk): ReadonlySet<string> {
    const uitzicht = this.#van(kijk);
    uitzicht.doelIds ??= doelenIn(uitzicht.lijst);
    return uitzicht.doelIds;
  }

  /**
   * All kaarten that reach somebody, in the order of their compartments, what names them last; each as it reaches them.
   * @param rollen how members are called in their texts; without it as this person knows them
   */
  alle(kijk: Kijk, rollen?: Rollen): Kaart[] {
    const blik = { ...this.#blik(kijk), ...(rollen === undefined ? {} : { rollen }) };
    return this.#van(kijk).lijst.map((bereikt) => this.#toon(blik, bereikt));
  }

  /** The same as they are stored, for the server's own use. */
  rijen(kijk: Kijk): KaartRij[] {
    return this.#van(kijk).lijst.map(({ kaart }) => kaart);
  }

  /** A kaart as it reaches somebody now. @param anders how, to whom it doesn't; without it they get null */
  een(kijk: Kijk, kaart: KaartRij, anders: 'leest'): Kaart;
  een(kijk: Kijk, kaart: KaartRij): Kaart | null;
  een(kijk: Kijk, kaart: KaartRij, anders: 'leest' | null = null): Kaart | null {
    const hoe = bereik(kijk, kaart) ?? anders;
    return hoe === null ? null : this.#toon(this.#blik(kijk), { kaart, hoe });
  }

  /**
   * What a step changed for somebody, by comparing what they would have got before it with what they get now (NK37).
   * Whom they know by name may have changed with it: that is told as `zicht`, upon which the board is fetched anew.
   */
  nieuws(kijk: Kijk, wijzigingen: readonly Kaartwijziging[]): Kaartnieuws[] {
    const was = bereiktVan(kijk, wijzigingen, 'voor');
    const is = bereiktVan(kijk, wijzigingen, 'na');
    if (was.length === 0 && is.length === 0) return [];
    const nu = this.#blik(kijk);
    const toen = this.#blikVoor(nu, was, is);
    // A doel that began or ceased to reach them stands, or stood, in kaarten that weren't written.
    const doelenAnders = verschil(doelenIn(was), doelenIn(is));
    const geschreven = new Set(wijzigingen.map(({ voor, na }) => (na ?? voor)?.id));
    const mee =
      doelenAnders.size === 0
        ? []
        : this.#van(kijk).lijst.filter(
            ({ kaart }) => !geschreven.has(kaart.id) && verwijstNaar(kaart, doelenAnders),
          );
    const kwamUit = new Map([...was, ...mee].map((bereikt) => [bereikt.kaart.id, bereikt]));
    const nieuws: Kaartnieuws[] = [];
    for (const bereikt of [...is, ...mee]) {
      const eerder = kwamUit.get(bereikt.kaart.id);
      kwamUit.delete(bereikt.kaart.id);
      const kaart = this.#toon(nu, bereikt);
      if (eerder !== undefined && isZelfde(this.#toon(toen, eerder), kaart)) continue;
      nieuws.push({ compartimentId: kaart.compartimentId, kaart });
    }
    for (const [id, { kaart, hoe }] of kwamUit)
      nieuws.push({ compartimentId: hoe === 'leest' ? kaart.compartimentId : null, weg: id });
    return nieuws;
  }

  /** How somebody looked before kaarten were written that reached them, or reach them now. */
  #blikVoor(nu: Blik, was: readonly Bereikt[], is: readonly Bereikt[]): Blik {
    const [doelenWas, doelenIs] = [doelenIn(was), doelenIn(is)];
    const doelIds =
      verschil(doelenWas, doelenIs).size === 0
        ? nu.doelIds
        : new Set([...[...nu.doelIds].filter((id) => !doelenIs.has(id)), ...doelenWas]);
    if (verschil(genoemdenIn(was), genoemdenIn(is)).size === 0) return { ...nu, doelIds };
    const geschreven = new Set(is.map(({ kaart }) => kaart.id));
    const lijst = [...this.#van(nu.kijk).lijst.filter(({ kaart }) => !geschreven.has(kaart.id)), ...was];
    return { ...nu, kijk: nu.kijk.alsGenoemd(genoemdenIn(lijst)), doelIds };
  }

  #toon({ kijk, doelIds, rollen }: Blik, { kaart, hoe }: Bereikt): Kaart {
    return kaartVoor(kijk, kaart, hoe, doelIds, this.#stempel, rollen);
  }

  #blik(kijk: Kijk): Blik {
    return { kijk, doelIds: this.doelIds(kijk), rollen: rollenVoor(kijk) };
  }

  /** Kaarten that reach somebody, and how; decrypted once a step. */
  #van(kijk: Kijk): Uitzicht {
    const eerder = this.#bereikt.get(kijk);
    const { keerGeschreven } = this.#kast;
    if (eerder?.geopend === kijk.geopend.size && eerder.keerGeschreven === keerGeschreven) return eerder;
    const uitzicht: Uitzicht = {
      geopend: kijk.geopend.size,
      keerGeschreven,
      lijst: this.#zoek(kijk),
      genoemd: null,
      doelIds: null,
    };
    this.#bereikt.set(kijk, uitzicht);
    return uitzicht;
  }

  #zoek(kijk: Kijk): Bereikt[] {
    const volgorde = kijk.zicht().map(({ compartiment }) => kijk.rij(compartiment));
    const nodig = volgorde.filter((compartiment) => kijk.leestNu(compartiment.id) || magNoemen(compartiment));
    const plekken = new Map(volgorde.map(({ id }, i) => [id, i]));
    // NK22: what only names them stands behind it, as it came: its place in the list would tell in which it stands.
    const plaats = ({ kaart, hoe }: Bereikt) =>
      (hoe === 'leest' ? plekken.get(kaart.compartimentId) : undefined) ?? volgorde.length;
    return this.#kast
      .in(nodig)
      .flatMap((kaart) => {
        const hoe = bereik(kijk, kaart);
        return hoe === null ? [] : [{ kaart, hoe }];
      })
      .sort((a, b) => plaats(a) - plaats(b) || (a.hoe === 'genoemd' ? opKomst(a.kaart, b.kaart) : 0));
  }
}

function bereiktVan(kijk: Kijk, wijzigingen: readonly Kaartwijziging[], welke: 'voor' | 'na'): Bereikt[] {
  return wijzigingen.flatMap((wijziging) => {
    const kaart = wijziging[welke];
    const hoe = kaart === null ? null : bereik(kijk, kaart);
    return kaart === null || hoe === null ? [] : [{ kaart, hoe }];
  });
}

/** In the order in which they were made, wherever they stand. */
function opKomst(a: KaartRij, b: KaartRij): number {
  return a.gemaaktOp - b.gemaaktOp || a.volgorde - b.volgorde;
}

function genoemdenIn(lijst: readonly Bereikt[]): Set<string> {
  return new Set(lijst.flatMap(({ kaart }) => bekendDoor(kaart.inhoud)));
}

function doelenIn(lijst: readonly Bereikt[]): Set<string> {
  return new Set(lijst.filter(({ kaart }) => kaart.inhoud.soort === 'doel').map(({ kaart }) => kaart.id));
}

/** What is in one of both. */
function verschil(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...[...a].filter((id) => !b.has(id)), ...[...b].filter((id) => !a.has(id))]);
}

function verwijstNaar(kaart: KaartRij, doelIds: ReadonlySet<string>): boolean {
  return verwijzingenIn(kaart.inhoud).some(({ veld, id }) => veld === 'doelId' && doelIds.has(id));
}

function isZelfde(a: Kaart, b: Kaart): boolean {
  return a.versie === b.versie && a.gewijzigdOp === b.gewijzigdOp;
}
