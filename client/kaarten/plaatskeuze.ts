import { html } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { startplaatsen } from '../../shared/plan/startplaats.ts';
import { alsLeefgebied } from '../casus/groepen.ts';
import type { Kijk } from '../casus/kijk.ts';
import { lezersTekst, plaatsnaam } from '../casus/publiek.ts';
import '../ui/melding.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { lijst, rondjes, type Veld, type Waarden } from '../vensters/veld.ts';

/** Whom a new kaart starts about; whoever can't write about them starts with somebody about whom they can. */
export function begintOver(kijk: Kijk, soort: Kaartsoort, lidId: string | null): string | null {
  const onderwerpen = onderwerpenVoor(kijk, soort);
  return onderwerpen.includes(lidId) ? lidId : (onderwerpen[0] ?? null);
}

/** The choice about whom a new kaart is, where there is one. */
export function onderwerpveld(kijk: Kijk, soort: Kaartsoort): Veld[] {
  const onderwerpen = onderwerpenVoor(kijk, soort);
  if (onderwerpen.length < 2 || !OVER_IEMAND.has(soort)) return [];
  const keuzes = onderwerpen.map((lidId) => ({
    code: lidId ?? '',
    naam: lidId === null ? 'Het hele huishouden' : hoofdletter(kijk.rol(lidId)),
  }));
  const begin = onderwerpen.includes(null) ? { vanzelf: '' } : {};
  return [lijst('onderwerp', 'Over wie gaat het?', keuzes, { leeg: false, ...begin })];
}

/** NK21: where it will stand, the most closed place first; opening it up is choosing another. */
export function plaatsveld(kijk: Kijk, soort: Kaartsoort, waarden: Waarden): Veld[] {
  const plaatsen = plaatsenVoor(kijk, soort, waarden);
  if (plaatsen.length < 2) return [];
  const keuzes = plaatsen.map((plaats) => ({
    code: plaats.id,
    naam: `${plaatsnaam(kijk, plaats)}. Leest mee: ${lezersTekst(kijk, plaats.publiek)}`,
  }));
  const vanzelf = plaatsVan(kijk, soort, waarden)?.id;
  return [rondjes('plaats', 'Wie mag dit lezen?', keuzes, { vanzelf, pad: 'compartimentId' })];
}

/** The place that was chosen, or the first while nobody has chosen or what was chosen is gone. */
export function plaatsVan(kijk: Kijk, soort: Kaartsoort, waarden: Waarden): Compartiment | undefined {
  const plaatsen = plaatsenVoor(kijk, soort, waarden);
  return plaatsen.find(({ id }) => id === waarden.plaats) ?? plaatsen[0];
}

/** The field of a new kaart that names the member about whom it is. */
export function overWie(soort: Kaartsoort, lidId: string | null): Readonly<Record<string, unknown>> {
  if (lidId === null) return {};
  if (soort === 'doel') return { lidIds: [lidId] };
  return MET_LID.has(soort) ? { lidId } : {};
}

/** Said where there is no place for it. */
export const GEEN_PLAATS = html`<rt-melding
  soort="let-op"
  kop="U kunt dit hier niet opschrijven"
  .inhoud=${'Kies over wie het gaat, of vraag de regisseur.'}
></rt-melding>`;

/** Where a new kaart may stand, the proposed place first. */
function plaatsenVoor(kijk: Kijk, soort: Kaartsoort, waarden: Waarden): Compartiment[] {
  const lidId = waarden.onderwerp === '' ? null : String(waarden.onderwerp);
  const plaatsen = kijk.plaatsenVoor(soort).filter((plaats) => plaats.lidId === lidId);
  if (soort !== 'kracht' && soort !== 'zorgpunt') return plaatsen;
  const leefgebied = alsLeefgebied(kijk, String(waarden.leefgebied ?? ''));
  // NK21: closed by default; which place is closed depends on the leefgebied.
  return leefgebied === null ? plaatsen : startplaatsen({ leefgebied, lidId }, plaatsen);
}

/** The household (null) and the members about whom I write. */
function onderwerpenVoor(kijk: Kijk, soort: Kaartsoort): (string | null)[] {
  return [...new Set(kijk.plaatsenVoor(soort).map((plaats) => plaats.lidId))];
}

/** Sorts of which one says whom they are about. */
const OVER_IEMAND: ReadonlySet<Kaartsoort> = new Set([
  'kracht',
  'zorgpunt',
  'doel',
  'afspraak',
  'besluit',
  'beschikking',
  'hulp',
]);
/** Sorts that hold the member that they are about as a field. */
const MET_LID: ReadonlySet<Kaartsoort> = new Set(['kracht', 'zorgpunt', 'hulp']);
