import { isDeepStrictEqual } from 'node:util';
import type { Sinds as Antwoord, Bezoek } from '../../shared/contract/bezoeken.ts';
import type { Veld } from '../../shared/contract/velden.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import type { CompartimentRij } from '../casus/casus.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import type { Stappen } from '../kern/stap.ts';
import { type Teksten, tekstIn, veldenVoor } from '../teksten/teksten.ts';
import type { Kijk } from '../toegang/toegang.ts';
import type { Gezien, Gezienrij, Kaartmerk, Staat } from './gezien.ts';
import type { KaartRij } from './kaarten.ts';
import { magNoemen, watErStaat } from './kaartvoor.ts';
import type { Plan } from './plan.ts';
import type { Kaartwijziging } from './uitzicht.ts';

/** Who was away for so long comes anew: what they saw then is what they saw last. */
export const AFWEZIG_MS = 30 * 60 * 1000;

type Verschil = Pick<Antwoord, 'kaarten' | 'teksten' | 'weg'>;

/** What somebody sees now, in the order of the board, and what they saw of it before. */
interface Blik {
  readonly delen: readonly Deel[];
  readonly kaarten: readonly { readonly id: string; readonly deel: Deel }[];
  readonly teksten: readonly (Pick<Veld, 'id' | 'kaartId' | 'leefgebied'> & { readonly deel: Deel })[];
}

/** One compartment of it. */
interface Deel {
  readonly compartiment: CompartimentRij;
  readonly eerder: Gezienrij | undefined;
  readonly nu: Staat;
  /** Something in it can't be read (ST1): what isn't seen isn't gone. */
  readonly isHeel: boolean;
}

/**
 * *Sinds u hier was*: what differs from what this person saw last, under their mask of now (NK16). It is compared with
 * marks of what they were shown, never with the record, and their own changes are not in it.
 *
 * NK37: a mark is over what everyone whom a kaart reaches sees alike, and whether this person carries it out. A `versie`
 * won't do: it changes with sight, so that getting to know somebody would look like a change. Only what they have open
 * is looked into; and of what they didn't read the last time nothing is new: it came into their sight, which tells
 * nothing of when it was written.
 */
export class Sinds {
  readonly #database: GeopendeDatabase;
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #onleesbaar: Onleesbaren;
  readonly #teksten: Teksten;
  readonly #plan: Plan;
  readonly #gezien: Gezien;

  constructor(behoeften: {
    database: GeopendeDatabase;
    omgeving: Omgeving;
    stappen: Stappen;
    onleesbaar: Onleesbaren;
    teksten: Teksten;
    plan: Plan;
    gezien: Gezien;
  }) {
    this.#database = behoeften.database;
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#teksten = behoeften.teksten;
    this.#plan = behoeften.plan;
    this.#gezien = behoeften.gezien;
  }

  /** Somebody comes, goes, or has read what was new. @returns what differs from the visit before this one */
  bezoek(kijk: Kijk, ik: Bezoek['ik']): Antwoord {
    return this.#stappen.doe(() => {
      const op = this.#omgeving.nu();
      const was = this.#gezien.bezoek(kijk.ik.id);
      const isAnder = was === null || ik === 'las' || (ik === 'kom' && op - was.op > AFWEZIG_MS);
      const bezoek = isAnder
        ? { nummer: (was?.nummer ?? 0) + 1, op, vorigOp: ik === 'las' ? op : (was?.op ?? null) }
        : { ...was, op };
      this.#gezien.zetBezoek(kijk.ik.id, bezoek);
      const blik = this.#blik(kijk);
      const bekend = [...kijk.leesbaarOpBord(), ...blik.delen.map(({ compartiment }) => compartiment)];
      this.#gezien.houdAlleen(kijk.ik.id, bekend);
      const vorigVan = ({ eerder, nu }: Deel): Staat | null => {
        if (ik === 'las') return nu;
        return eerder?.bezoek === bezoek.nummer ? eerder.vorig : (eerder?.nu ?? null);
      };
      for (const deel of blik.delen) {
        const rij = { bezoek: bezoek.nummer, nu: deel.nu, vorig: vorigVan(deel) };
        if (!isDeepStrictEqual(rij, deel.eerder)) this.#gezien.zet(kijk.ik.id, deel.compartiment, rij);
      }
      const vorige = bezoek.vorigOp === null ? null : new Date(bezoek.vorigOp).toISOString();
      return { vorige, ...verschil(blik, vorigVan) };
    });
  }

  /** How much is new or changed since this person was last at the board of a casus, in however short a visit. */
  aantal(kijk: Kijk): number {
    if (this.#gezien.bezoek(kijk.ik.id) === null) return 0;
    const { kaarten, teksten } = verschil(this.#blik(kijk), ({ eerder }) => eerder?.nu ?? null);
    return kaarten.length + teksten.length;
  }

  /** Leefgebieden in whose texts something stands that this person reads and has open. */
  beschreven(kijk: Kijk): ReadonlySet<string> {
    return new Set(
      this.#blik(kijk).teksten.flatMap(({ id, leefgebied, deel }) =>
        leefgebied === null || deel.nu.teksten[id] === undefined ? [] : [leefgebied],
      ),
    );
  }

  /** Who writes a kaart has seen what they wrote; not what another changed in it meanwhile. Within the step of that. */
  schreef(kijk: Kijk, { voor, na }: Kaartwijziging): void {
    const kaart = na ?? voor;
    const compartiment = kaart === null ? undefined : kijk.compartiment(kaart.compartimentId);
    if (kaart === null || compartiment === undefined) return;
    const rij = this.#gezien.van(kijk.ik.id, [compartiment]).get(compartiment.id);
    if (rij === undefined) return;
    const merkVoor = voor === null ? undefined : this.#merk(kijk, voor);
    const merkNa = na === null ? undefined : this.#merk(kijk, na);
    const metMijn = (staat: Staat): Staat => {
      if (staat.kaarten[kaart.id]?.merk !== merkVoor?.merk) return staat;
      const { [kaart.id]: _, ...rest } = staat.kaarten;
      return { ...staat, kaarten: merkNa === undefined ? rest : { ...rest, [kaart.id]: merkNa } };
    };
    this.#gezien.zet(kijk.ik.id, compartiment, {
      ...rij,
      nu: metMijn(rij.nu),
      vorig: rij.vorig && metMijn(rij.vorig),
    });
  }

  #merk(kijk: Kijk, kaart: KaartRij): Kaartmerk {
    const { inhoud, compartimentId } = kaart;
    return {
      merk: this.#database.kluis.stempel(compartimentId, 'gezien', watErStaat(kijk, kaart)),
      soort: inhoud.soort,
      leefgebied: ('leefgebied' in inhoud ? inhoud.leefgebied : undefined) ?? null,
    };
  }

  #blik(kijk: Kijk): Blik {
    const lijst = teVergelijken(kijk);
    const eerder = this.#gezien.van(kijk.ik.id, lijst);
    const laatste = this.#teksten.journaal.laatsteVan(lijst.map(({ id }) => id));
    const open = lijst.filter(({ id }) => kijk.leestNu(id));
    const { velden, onleesbaar } = veldenVoor(
      { database: this.#database, onleesbaar: this.#onleesbaar },
      kijk,
      open,
    );
    const rijen = this.#plan.bereikt(kijk);
    const kapot = new Set([...onleesbaar, ...this.#plan.onleesbaar(kijk)]);
    const delen = new Map(
      lijst.map((compartiment): [string, Deel] => {
        const { id } = compartiment;
        const was = eerder.get(id)?.nu;
        const hier = rijen.filter(({ compartimentId }) => compartimentId === id);
        const ids = velden.filter(({ compartimentId }) => compartimentId === id).map((veld) => veld.id);
        const totNummer = laatste.get(id) ?? 0;
        const gelezen = this.#tekstmerken(kijk, compartiment, ids, totNummer, was);
        const nu: Staat = {
          leest: kijk.leestNu(id),
          kaarten: {
            ...(kapot.has(id) ? was?.kaarten : {}),
            ...Object.fromEntries(hier.map((kaart) => [kaart.id, this.#merk(kijk, kaart)])),
          },
          teksten: gelezen ?? was?.teksten ?? {},
          totNummer: gelezen === null ? -1 : totNummer,
        };
        return [id, { compartiment, eerder: eerder.get(id), nu, isHeel: !kapot.has(id) }];
      }),
    );
    const bij = <T extends { readonly compartimentId: string }>(een: T) => {
      const deel = delen.get(een.compartimentId);
      return deel === undefined ? [] : [{ ...een, deel }];
    };
    return { delen: [...delen.values()], kaarten: rijen.flatMap(bij), teksten: velden.flatMap(bij) };
  }

  /** Marks of the texts in which something stands; null when they can't be read. What didn't change isn't read. */
  #tekstmerken(
    kijk: Kijk,
    compartiment: CompartimentRij,
    veldIds: readonly string[],
    totNummer: number,
    was: Staat | undefined,
  ): Staat['teksten'] | null {
    if (totNummer === 0 || veldIds.length === 0) return {};
    if (was?.leest === true && was.totNummer === totNummer) return was.teksten;
    // A document is opened in a step that may write, also where one only looks.
    return this.#stappen.doe(() =>
      this.#onleesbaar.probeer('teksten', compartiment.id, () => {
        const kamer = this.#teksten.kamer(compartiment, kijk.beeld.id);
        const merken: Record<string, string> = {};
        for (const veldId of veldIds) {
          const tekst = tekstIn(kamer, veldId);
          if (tekst !== '') merken[veldId] = this.#database.kluis.stempel(compartiment.id, 'gezien', tekst);
        }
        return merken;
      }),
    );
  }
}

/** Where something may be told of: what this person reads and has open, and what may name them where they don't (NK22). */
function teVergelijken(kijk: Kijk): CompartimentRij[] {
  return kijk
    .zichtOpBord()
    .map(({ compartiment }) => kijk.rij(compartiment))
    .filter((compartiment) => {
      // A concept is one's own; a tile that stands for others holds nothing.
      const isTegel =
        compartiment.organisatieId === null &&
        kijk.beslisser.regels.categorieen.get(compartiment.categorie)?.perOrganisatie === true;
      if (compartiment.makerId !== null || isTegel) return false;
      if (kijk.leestNu(compartiment.id)) return true;
      return magNoemen(compartiment) && !isMinstens(kijk.niveau(compartiment.id), 'lezen');
    });
}

function verschil(blik: Blik, vorigVan: (deel: Deel) => Staat | null): Verschil {
  const kaarten = blik.kaarten.flatMap(({ id, deel }): Verschil['kaarten'] => {
    const vorig = vorigVan(deel);
    const was = vorig?.kaarten[id]?.merk;
    if (vorig === null || was === deel.nu.kaarten[id]?.merk) return [];
    if (was !== undefined) return [{ id, wat: 'gewijzigd' }];
    // They read all of it now and didn't then: it came into their sight.
    return deel.nu.leest && !vorig.leest ? [] : [{ id, wat: 'nieuw' }];
  });
  const bijKaart = new Set(kaarten.map(({ id }) => id));
  const teksten = blik.teksten.flatMap(({ id, kaartId, deel }): Verschil['teksten'] => {
    const vorig = vorigVan(deel);
    const was = vorig?.teksten[id];
    if (vorig?.leest !== true || was === deel.nu.teksten[id]) return [];
    // A kaart leads to its text.
    if (kaartId !== null && bijKaart.has(kaartId)) return [];
    return [{ id, wat: was === undefined ? 'nieuw' : 'gewijzigd' }];
  });
  return { kaarten, teksten, weg: weg(blik, vorigVan) };
}

function weg(blik: Blik, vorigVan: (deel: Deel) => Staat | null): Antwoord['weg'] {
  return blik.delen
    .flatMap((deel) => {
      const vorig = vorigVan(deel);
      if (vorig === null || !deel.isHeel || (vorig.leest && !deel.nu.leest)) return [];
      return Object.entries(vorig.kaarten)
        .filter(([id]) => deel.nu.kaarten[id] === undefined)
        .map(([, { soort, leefgebied }]) => ({ soort, leefgebied }));
    })
    .sort((a, b) => `${a.soort} ${a.leefgebied}`.localeCompare(`${b.soort} ${b.leefgebied}`));
}
