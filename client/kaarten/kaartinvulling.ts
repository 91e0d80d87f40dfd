import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { ApiFout, type Poging } from '../api/api.ts';
import type { Bordverbinding } from '../casus/bordverbinding.ts';
import type { Kijk } from '../casus/kijk.ts';
import { bodyVan, type Veld, type Waarden, waardenVan } from '../vensters/veld.ts';
import { veldenVan } from './kaartvelden.ts';
import { VIA_REGISSEUR } from './keuzes.ts';
import { begintOver, onderwerpveld, overWie, plaatsveld } from './plaatskeuze.ts';

/** A kaart that is to be made, with what is known of it already. */
export interface NieuweKaart {
  readonly soort: Kaartsoort;
  readonly velden?: Waarden;
  /** The member that it is about; null: the household. */
  readonly lidId?: string | null;
  readonly compartimentId?: string;
}

/** Which new kaart it is, among what may be filled in on a board at once (ST15). */
export function overNieuw({ soort, velden = {}, lidId = null, compartimentId = '' }: NieuweKaart): string {
  return JSON.stringify([soort, velden, lidId, compartimentId]);
}

/** What stands in the form of a new kaart when it opens. */
export function beginVan(
  kijk: Kijk,
  { soort, velden, lidId = null, compartimentId = '' }: NieuweKaart,
): Waarden {
  const leeg = waardenVan(veldenVan(kijk, soort), {});
  return {
    ...leeg,
    // Most often it is of today.
    ...('datum' in leeg ? { datum: kijk.vandaag } : {}),
    ...velden,
    onderwerp: begintOver(kijk, soort, lidId) ?? '',
    plaats: compartimentId,
  };
}

/** What stands in the form of a kaart that is changed. */
export function invullingVan(kijk: Kijk, kaart: Kaart): Waarden {
  // A kaart is an object of its fields; the table of forms reads them by name.
  return waardenVan(veldenVan(kijk, kaart.soort, kaart), { ...kaart });
}

/** The fields of a new kaart: first what it says, then about whom it is, then where it stands. */
export function nieuweVelden(kijk: Kijk, soort: Kaartsoort, waarden: Waarden): readonly Veld[] {
  const velden = veldenVan(kijk, soort);
  const eerst = velden.filter(({ meer }) => !meer);
  return [
    ...eerst,
    ...onderwerpveld(kijk, soort),
    ...plaatsveld(kijk, soort, waarden),
    ...velden.filter(({ meer }) => meer),
  ];
}

/**
 * Sends what was filled in: of a new kaart all of it, of one that is changed (`basis`) what was changed.
 * @returns what was made; null: it was there already
 */
export async function bewaarKaart(
  { kijk, verbinding }: { readonly kijk: Kijk; readonly verbinding: Bordverbinding },
  wat: {
    readonly soort: Kaartsoort;
    readonly basis: Kaart | null;
    readonly plaats: Compartiment | undefined;
  },
  waarden: Waarden,
  gewijzigd: ReadonlySet<string>,
  poging: Poging,
): Promise<Kaart | null> {
  const { soort, basis, plaats } = wat;
  const velden = veldenVan(kijk, soort, basis);
  if (basis !== null) {
    const body = zonderOnbekende(kijk, bodyVan(velden, waarden, gewijzigd), waarden);
    if (gewijzigd.size > 0) await verbinding.wijzigKaart(basis.id, { versie: basis.versie, ...body });
    return null;
  }
  if (plaats === undefined) throw new ApiFout(422, 'geen_plaats', 'Kies eerst over wie het gaat.');
  const ingevuld = zonderOnbekende(kijk, bodyVan(velden, waarden), waarden);
  const body = { ...ingevuld, ...overWie(soort, plaats.lidId) };
  return await verbinding.maakKaart({ compartimentId: plaats.id, soort, ...body }, poging);
}

/** Somebody whom I don't know, via the regisseur: it is one of the regisseur, who gives it on (NK26). */
function zonderOnbekende(kijk: Kijk, body: Record<string, unknown>, { uitvoerders }: Waarden) {
  if (body.viaRegisseur !== VIA_REGISSEUR) return body;
  const { viaRegisseur: _, ...rest } = body;
  const regisseur = kijk.bord.deelnemers.filter((deelnemer) => deelnemer.regisseur).map(({ id }) => id);
  return { ...rest, uitvoerders: [...new Set([uitvoerders ?? [], regisseur].flat())] };
}

/** What is wrong with the fields of a kaart together. */
export function foutInSamenhang(kijk: Kijk, soort: Kaartsoort, waarden: Waarden) {
  return { ...foutBijHulp(kijk, soort, waarden), ...foutBijGezinWeet(soort, waarden) };
}

/** Told, then to whom and when; not told yet, then why not. */
function foutBijGezinWeet(soort: Kaartsoort, { ja, datum, met, reden }: Waarden) {
  if (soort !== 'gezin_weet' || !ja) return {};
  if (ja === 'nee') return reden ? {} : { reden: 'Schrijf op waarom het gezin dit nog niet weet.' };
  return {
    ...(datum ? {} : { datum: 'Vul in sinds wanneer het gezin het weet.' }),
    ...(met ? {} : { met: 'Vul in met wie het is besproken.' }),
  };
}

/** NK21: help about health, youth or safety stands here only with the household's agreement. */
function foutBijHulp(kijk: Kijk, soort: Kaartsoort, { soortHulp, akkoord }: Waarden) {
  const gevoelig = kijk.lijsten.soortHulp.find(({ code }) => code === soortHulp)?.gevoelig === true;
  return soort === 'hulp' && gevoelig && !akkoord ? { akkoord: ZONDER_AKKOORD } : {};
}

const ZONDER_AKKOORD =
  'Vul in sinds wanneer het gezin goedvindt dat dit hier staat. Zonder dat mag deze hulp hier niet staan.';
