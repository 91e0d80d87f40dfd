import type { Leesdeel, Zin, Zindeel } from '../../shared/contract/advies.ts';
import type { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import { naamUit } from '../../shared/persoonsgegevens/naam.ts';
import { type Weglating, zonderNamen } from '../../shared/persoonsgegevens/zonder-namen.ts';
import { LEEFGEBIEDEN } from '../../shared/plan/leefgebieden.ts';
import { rolLabels } from '../../shared/plan/rollen.ts';
import { type Kent, leesRollen, zonderRollen } from '../../shared/plan/rolverwijzing.ts';
import { veldnaam } from '../../shared/plan/velden.ts';
import type { Blok, Stuk, Vermelding } from '../../shared/tekst/blok.ts';
import type { Casusbeeld, Casussen, CompartimentRij } from '../casus/casus.ts';
import type { KaartRij, Plan } from '../plan/plan.ts';
import { blokkenIn, type Teksten, type Veldplek, veldplekkenVan } from '../teksten/teksten.ts';
import type { GeopendeDatabase } from '../database/database.ts';

/** Kinds of data that point at somebody whatever stands in them: no question opens those. */
export const NOOIT_GEOPEND: ReadonlySet<string> = new Set(['naam', 'adres', 'contact']);

/** Looking for names and the like in a text costs as many times what reading it costs (ST6). */
const NAMEN_KEER = 40;

/** What reading without names takes of the rest. */
export interface Leesbron {
  readonly database: GeopendeDatabase;
  readonly casussen: Pick<Casussen, 'ooitGenoemd'>;
  readonly plan: Plan;
  readonly teksten: Teksten;
  readonly regels: Regelboek;
}

/**
 * A casus as the gedragsdeskundige reads it (OV11, NK13): of the one member whom the question is about by role, of everybody
 * else by what they are, and of what points at somebody in a text, that something was left out. Names are looked for that
 * its reader knows nothing of: what they read says where one stands, never which.
 */
export class Namenloos {
  readonly #bron: Leesbron;
  readonly #beeld: Casusbeeld;
  readonly #rollen: ReadonlyMap<string, string>;
  readonly #weg: Weglating | null;
  readonly #kent: Kent;
  /** Bytes of text that were read, as far as that costs the same (ST6). */
  gelezen = 0;

  /** @param lidId the one member of whom the role may be known */
  constructor(bron: Leesbron, beeld: Casusbeeld, lidId: string | null, vandaag: string) {
    this.#bron = bron;
    this.#beeld = beeld;
    this.#rollen = rolLabels(beeld.leden.filter(({ id }) => id === lidId));
    this.#kent = [...this.#rollen].map(([id, rol]) => ({ id, rol }));
    this.#weg = weglatingVan(bron, beeld, vandaag);
  }

  /** The role of whom the question is about. */
  get over(): string {
    return [...this.#rollen.values()][0] ?? HUISHOUDEN;
  }

  /** What somebody typed, in the place of each line a line. */
  regels(tekst: string): Zin[] {
    return tekst.split('\n').map((regel) => this.zin(regel));
  }

  zin(tekst: string): Zin {
    // ST1: a name that can't be read can't be looked for.
    if (this.#weg === null)
      return [{ soort: 'weg', tekst: 'een tekst die nu niet zonder namen te lezen is' }];
    return zonderNamen(tekst, this.#weg).map(({ soort, tekst: deel }): Zindeel => ({ soort, tekst: deel }));
  }

  /** Parts that a question opens; what stands in none of them isn't told. */
  delen(compartimenten: readonly CompartimentRij[], metTeksten: boolean): Leesdeel[] {
    return compartimenten.flatMap((compartiment) => [
      ...(metTeksten ? this.#teksten(compartiment) : []),
      ...this.#kaarten(compartiment),
    ]);
  }

  #teksten(compartiment: CompartimentRij): Leesdeel[] {
    const { database, teksten } = this.#bron;
    const plekken = veldplekkenVan(database, compartiment.id);
    const perVeld = teksten.kijkIn(compartiment, this.#beeld.id, (kamer) => {
      this.gelezen += kamer.hoogstensBytes * NAMEN_KEER;
      return plekken.map(({ id }) => blokkenIn(kamer, id));
    });
    return plekken.flatMap((plek, n): Leesdeel[] => {
      const titel = this.#titel(plek, compartiment);
      const blokken = perVeld[n];
      if (blokken === undefined) return [{ titel, regels: [], onleesbaar: true }];
      const regels = this.#blokken(blokken);
      return regels.length === 0 ? [] : [{ titel, regels, onleesbaar: this.#weg === null }];
    });
  }

  #blokken(blokken: readonly Blok[]): Zin[] {
    return blokken
      .flatMap(({ soort, inhoud }) =>
        opRegels(inhoud).map((stukken, n): Zin => {
          const zin = this.#stukken(stukken);
          return n === 0 && (soort === 'punt' || soort === 'nummer') && zin.length > 0
            ? [{ soort: 'tekst', tekst: '– ' }, ...zin]
            : zin;
        }),
      )
      .filter((zin) => zin.length > 0);
  }

  /** What is typed side by side is looked at as one, however it is formatted. */
  #stukken(stukken: readonly Stuk[]): Zin {
    const zin: Zindeel[] = [];
    let tekst = '';
    const leg = (): void => {
      if (tekst !== '') zin.push(...this.zin(tekst));
      tekst = '';
    };
    for (const stuk of stukken) {
      if (stuk.soort === 'tekst') tekst += stuk.tekst;
      if (stuk.soort !== 'vermelding') continue;
      leg();
      zin.push({ soort: 'rol', tekst: this.#vermeld(stuk.wie) });
    }
    leg();
    return zin;
  }

  #vermeld(wie: Vermelding): string {
    return wie === null ? IEMAND : this.#wie(wie.id);
  }

  #wie(id: string): string {
    const rol = this.#rollen.get(id);
    if (rol !== undefined) return rol;
    const { regels } = this.#bron;
    const deelnemer = this.#beeld.deelnemers.find((een) => een.id === id);
    if (deelnemer !== undefined && isBekend(deelnemer, regels))
      return regels.zetels.get(deelnemer.zetel)?.naam ?? IEMAND;
    return this.#beeld.leden.some((lid) => lid.id === id) ? HUISHOUDEN : IEMAND;
  }

  #titel({ soort, leefgebied }: Veldplek, { categorie, lidId }: CompartimentRij): string {
    const rol = lidId === null ? null : (this.#rollen.get(lidId) ?? null);
    const gebied = LEEFGEBIEDEN.find(({ code }) => code === leefgebied)?.naam;
    const naam = veldnaam(soort, categorie, rol);
    return `${naam.charAt(0).toUpperCase()}${naam.slice(1)}${gebied === undefined ? '' : ` · ${gebied.toLowerCase()}`}`;
  }

  #kaarten(compartiment: CompartimentRij): Leesdeel[] {
    const kaarten = this.#bron.plan.kaartenIn([compartiment]);
    const onleesbaar = this.#weg === null || this.#bron.plan.heeftOnleesbare(compartiment);
    const regels = kaarten.flatMap((kaart) => this.#kaart(kaart));
    if (regels.length === 0 && !onleesbaar) return [];
    const categorie = this.#bron.regels.categorieen.get(compartiment.categorie)?.naam ?? '';
    return [{ titel: categorie, regels, onleesbaar }];
  }

  /** A kaart in a line: what kind, what somebody typed in it, who does it and when. No author, no organisation. */
  #kaart({ inhoud }: KaartRij): Zin[] {
    const woorden = getypt(inhoud);
    if (woorden.length === 0) return [];
    const wie = 'uitvoerders' in inhoud ? inhoud.uitvoerders.map((id) => this.#wie(id)) : [];
    const erbij = [
      ...('uiterlijk' in inhoud && inhoud.uiterlijk !== undefined
        ? [`uiterlijk ${DAG.format(new Date(inhoud.uiterlijk))}`]
        : []),
      ...('stand' in inhoud ? [inhoud.stand.replaceAll('_', ' ')] : []),
    ];
    return [
      [
        { soort: 'tekst', tekst: `– ${KAARTWOORD[inhoud.soort] ?? inhoud.soort}: ` },
        ...woorden.flatMap((tekst, n): Zindeel[] => [
          ...(n === 0 ? [] : [{ soort: 'tekst' as const, tekst: '. ' }]),
          // NK35: whom a title refers to, by the role that may be known, or nobody.
          ...this.zin(leesRollen(tekst, this.#kent).replaceAll('\n', ' ')),
        ]),
        ...wie.flatMap((rol, n): Zindeel[] => [
          { soort: 'tekst', tekst: n === 0 ? ' · ' : ', ' },
          { soort: 'rol', tekst: rol },
        ]),
        ...(erbij.length === 0 ? [] : [{ soort: 'tekst' as const, tekst: ` · ${erbij.join(' · ')}` }]),
      ],
    ];
  }
}

const DAG = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const HUISHOUDEN = 'huishouden';
const IEMAND = 'iemand';

/** Sorts of which something that somebody typed says what it is about. */
const KAARTWOORD: Readonly<Partial<Record<KaartInhoud['soort'], string>>> = {
  kracht: 'gaat goed',
  zorgpunt: 'zorg',
  doel: 'doel',
  afspraak: 'afspraak',
  besluit: 'besluit',
  beschikking: 'beschikking',
  vraag: 'vraag aan tafel',
  hulp: 'hulp',
  noodkaart: 'bij acuut gevaar',
};

/** What somebody typed in a kaart of these sorts, but for where they work. */
function getypt(inhoud: KaartInhoud): string[] {
  if (KAARTWOORD[inhoud.soort] === undefined) return [];
  const { titel, wat, motivering, wachtOp, betaaltDoor, weten }: Record<string, unknown> = { ...inhoud };
  return [titel, wat, motivering, wachtOp, betaaltDoor, weten].filter(
    (tekst): tekst is string => typeof tekst === 'string' && tekst !== '',
  );
}

function opRegels(inhoud: readonly Stuk[]): Stuk[][] {
  const regels: Stuk[][] = [[]];
  for (const stuk of inhoud) {
    if (stuk.soort === 'breuk') regels.push([]);
    else regels.at(-1)?.push(stuk);
  }
  return regels;
}

/**
 * What is typed in a part, to look for names in: each line of its texts, and of its kaarten; not what can't be read.
 * @param kosten takes how much text was read for it (ST6)
 */
export function woordenIn(
  bron: Leesbron,
  compartiment: CompartimentRij,
  casusId: string,
  kosten: { tekstbytes: number },
): string[] {
  const plekken = veldplekkenVan(bron.database, compartiment.id);
  const blokken = bron.teksten.kijkIn(compartiment, casusId, (kamer) => {
    kosten.tekstbytes += kamer.hoogstensBytes * NAMEN_KEER;
    return plekken.flatMap(({ id }) => blokkenIn(kamer, id));
  });
  const teksten = blokken.flatMap(({ inhoud }) =>
    opRegels(inhoud).map((stukken) =>
      stukken.map((stuk) => (stuk.soort === 'tekst' ? stuk.tekst : '\u{fffc}')).join(''),
    ),
  );
  return [
    ...teksten,
    ...bron.plan.kaartenIn([compartiment]).flatMap(({ inhoud }) => getypt(inhoud).map(zonderRollen)),
  ];
}

/**
 * All names that anybody here is or was known by, and dates of birth; null: some can't be read. Of who was taken off the
 * household as well, and of who left the table, and before a kaart was changed: what was written about them stays.
 */
function weglatingVan({ plan, casussen }: Leesbron, beeld: Casusbeeld, vandaag: string): Weglating | null {
  const { delen, namen } = casussen.ooitGenoemd(beeld.id);
  if (delen.some((deel) => plan.heeftOnleesbare(deel))) return null;
  const vroeger = plan.vroegereNamenIn(delen);
  if (vroeger === null) return null;
  const nu = plan.kaartenIn(delen).flatMap(({ inhoud }) => (inhoud.soort === 'naam' ? [inhoud] : []));
  const gezin = [...nu, ...vroeger];
  return {
    vandaag,
    namen: [
      ...gezin.map(({ voornaam, achternaam = '' }) => ({ voornaam, achternaam })),
      ...namen.map(naamUit),
    ],
    geboortedata: gezin.flatMap(({ geboortedatum }) => geboortedatum ?? []),
    organisaties: [...beeld.organisaties.values()],
  };
}
