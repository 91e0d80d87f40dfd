import { Bord, type NieuweCasus } from '../../shared/api/casussen.ts';
import { Id } from '../../shared/api/gedeeld.ts';
import { z } from '../../shared/api/zod.ts';
import type { Aanmelden } from '../aanmelden/aanmelden.ts';
import type { GeopendeDatabase } from '../database/database.ts';
import { medewerkers, medewerkerZetels, organisaties } from '../database/schema.ts';
import type { Route, Wie } from '../http/route.ts';
import type { Omgeving } from '../omgeving.ts';
import { datumOp } from '../tijd.ts';
import { MEDEWERKERS, ORGANISATIES } from './gemeente.ts';
import type { DemoHuishouden, DemoInhoud } from './huishouden.ts';
import { huishoudens } from './huishoudens.ts';

/** What filling needs: the same routes that people's requests come by. */
export interface VulBehoeften {
  readonly database: GeopendeDatabase;
  readonly omgeving: Omgeving;
  readonly aanmelden: Aanmelden;
  readonly routes: readonly Route[];
}

/**
 * Fills an empty database with the demo municipality, all of it or nothing. Each household is brought and written
 * by its own people, through the commands of the API: every rule, the encryption and the record hold for it.
 * @returns whether it was empty; a database with an organisation in it is left as it is
 * @throws Error naming the command that was refused: the data of the demo break a rule
 */
export function vulDemo(behoeften: VulBehoeften): boolean {
  const { database, omgeving } = behoeften;
  if (database.db.select({ id: organisaties.id }).from(organisaties).limit(1).get() !== undefined)
    return false;
  database.transactie(() => {
    const mensen = vulGemeente(behoeften);
    for (const huishouden of huishoudens(datumOp(omgeving.nu()))) {
      const tafel = new Tafel(behoeften, mensen);
      vulHuishouden(huishouden, tafel);
      tafel.gaUiteen();
    }
  });
  return true;
}

/** @returns the id of each medewerker by their key */
function vulGemeente({ database: { db }, omgeving }: VulBehoeften): ReadonlyMap<string, string> {
  const organisatieIds = new Map<string, string>();
  for (const { sleutel, naam, isGemeente, telefoon } of ORGANISATIES) {
    const id = omgeving.id();
    organisatieIds.set(sleutel, id);
    db.insert(organisaties).values({ id, naam, isGemeente, telefoon }).run();
  }
  const mensen = new Map<string, string>();
  MEDEWERKERS.forEach(({ sleutel, naam, functie, telefoon, organisatie, zetels }, volgorde) => {
    const id = omgeving.id();
    mensen.set(sleutel, id);
    const organisatieId = zoek(organisatieIds, organisatie);
    db.insert(medewerkers).values({ id, organisatieId, naam, functie, telefoon, volgorde }).run();
    zetels.forEach((zetel, i) => {
      db.insert(medewerkerZetels).values({ medewerkerId: id, zetel, volgorde: i }).run();
    });
  });
  return mensen;
}

function vulHuishouden(huishouden: DemoHuishouden, tafel: Tafel): void {
  const { inbrenger } = huishouden;
  const nieuw: NieuweCasus = {
    leden: huishouden.leden.map(({ rol }) => ({ rol })),
    zetel: huishouden.zetel,
    waarvoor: huishouden.waarvoor,
    grondslag: huishouden.grondslag,
    vraag: huishouden.vraag,
    wetten: [...huishouden.wetten],
    expertise: [...huishouden.expertise],
    gezinWeet: { ...huishouden.gezinWeet },
  };
  const casus = `/casussen/${MetId.parse(tafel.doe(inbrenger, 'post', '/casussen', nieuw)).id}`;
  const begin = Bord.parse(tafel.doe(inbrenger, 'get', casus));

  // Of this household: members, seats and kaarten by their keys.
  const ids = new Map<string, string>();
  for (const [i, { sleutel }] of huishouden.leden.entries()) ids.set(sleutel, begin.leden[i]?.id ?? '');
  ids.set(inbrenger, begin.deelnemers.find(({ ik }) => ik)?.id ?? '');

  for (const { wie, leden, bekend, ...zetel } of huishouden.deelnemers) {
    const lidIds = leden?.map((lid) => zoek(ids, lid)) ?? null;
    const medewerkerId = tafel.medewerkerId(wie);
    const { id } = MetId.parse(
      tafel.doe(inbrenger, 'post', `${casus}/deelnemers`, { ...zetel, medewerkerId, lidIds }),
    );
    ids.set(wie, id);
    if (bekend !== undefined) tafel.doe(inbrenger, 'patch', `${casus}/deelnemers/${id}`, { bekend });
  }

  // Each as they see it once everyone sits; looking at the board opens what opens by itself.
  const borden = new Map<string, z.infer<typeof Bord>>();
  const bordVan = (sleutel: string): z.infer<typeof Bord> => {
    const bord = borden.get(sleutel) ?? Bord.parse(tafel.doe(sleutel, 'get', casus));
    borden.set(sleutel, bord);
    return bord;
  };
  for (const { sleutel, door, in: plek, inhoud, stappen } of huishouden.kaarten) {
    const lidId = plek.lid === null ? null : zoek(ids, plek.lid);
    const compartiment = bordVan(door).compartimenten.find(
      (tegel) => tegel.categorie === plek.categorie && tegel.lidId === lidId && tegel.niveau === 'schrijven',
    );
    if (compartiment === undefined) throw new Error(`demo: ${door} doesn't write ${plek.categorie} there`);
    const body = { ...metIds(inhoud, ids), compartimentId: compartiment.id };
    const { id } = MetId.parse(tafel.doe(door, 'post', `${casus}/kaarten`, body));
    if (sleutel !== undefined) ids.set(sleutel, id);
    for (const { door: uitvoerder, ...stap } of stappen ?? []) {
      tafel.doe(uitvoerder, 'post', `${casus}/kaarten/${id}/stappen`, stap);
    }
  }
  if (huishouden.status !== begin.status) tafel.doe(inbrenger, 'patch', casus, { status: huishouden.status });
}

const MetId = z.looseObject({ id: Id });

/** The fields of a kaart with an id wherever the data have a key. */
function metIds(inhoud: DemoInhoud, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  const velden: Record<string, unknown> = { ...inhoud };
  for (const veld of ['lidId', 'doelId', 'lidIds', 'uitvoerders', 'samenMet']) {
    const waarde = velden[veld];
    if (typeof waarde === 'string') velden[veld] = zoek(ids, waarde);
    if (Array.isArray(waarde)) velden[veld] = waarde.map((sleutel) => zoek(ids, String(sleutel)));
  }
  return velden;
}

/** People who are signed in, and do what they do by the routes of the API. */
class Tafel {
  readonly #behoeften: VulBehoeften;
  readonly #mensen: ReadonlyMap<string, string>;
  readonly #sessies = new Map<string, Wie>();

  constructor(behoeften: VulBehoeften, mensen: ReadonlyMap<string, string>) {
    this.#behoeften = behoeften;
    this.#mensen = mensen;
  }

  medewerkerId(sleutel: string): string {
    return zoek(this.#mensen, sleutel);
  }

  /** Carries out one request, as http would. @returns the body of the answer */
  doe(sleutel: string, methode: Route['methode'], pad: string, gegeven?: unknown): unknown {
    const { route, params } = this.#vind(methode, pad);
    const verzoek = { params, wie: this.#sessieVan(sleutel) };
    try {
      const toegelaten = route.toelaten(verzoek);
      const body = route.body?.parse(gegeven);
      return route.doe(toegelaten, body, {}, verzoek).body;
    } catch (fout) {
      throw new Error(`demo: ${sleutel}, ${methode} ${route.pad}: ${JSON.stringify(gegeven)}`, {
        cause: fout,
      });
    }
  }

  /** Ends the sessions in which the demo was made. */
  gaUiteen(): void {
    for (const wie of this.#sessies.values()) this.#behoeften.aanmelden.eindig(wie);
    this.#sessies.clear();
  }

  #sessieVan(sleutel: string): Wie {
    const bestaand = this.#sessies.get(sleutel);
    if (bestaand !== undefined) return bestaand;
    const medewerkerId = this.medewerkerId(sleutel);
    const wie = { sessieId: this.#behoeften.aanmelden.begin(medewerkerId).sessieId, medewerkerId };
    this.#sessies.set(sleutel, wie);
    return wie;
  }

  #vind(methode: Route['methode'], pad: string): { route: Route; params: unknown } {
    for (const route of this.#behoeften.routes) {
      if (route.methode !== methode) continue;
      const patroon = new RegExp(`^${route.pad.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
      const gevonden = patroon.exec(pad);
      if (gevonden !== null) return { route, params: route.params.parse({ ...gevonden.groups }) };
    }
    throw new Error(`demo: there is no route ${methode} ${pad}`);
  }
}

function zoek(ids: ReadonlyMap<string, string>, sleutel: string): string {
  const id = ids.get(sleutel);
  if (id === undefined || id === '') throw new Error(`demo: nothing goes by the key ${sleutel}`);
  return id;
}
