import type { TemplateResult } from 'lit';
import { exhaustief } from '../../shared/exhaustief.ts';
import { grensVan, meldVan } from '../../shared/invoer/invoer.ts';
import { type Dagsoort, SOORTEN, type Tekstsoort } from '../../shared/invoer/soorten.ts';
import { lang } from '../ui/datum.ts';
import { HALVE_DATUM } from '../ui/datumveld.ts';
import {
  aanvinklijst,
  datumregel,
  type Fouten,
  type Keuze,
  keuzelijst,
  keuzerondjes,
  tekstregel,
  tekstvlak,
} from '../ui/formulier.ts';
import { opsomming } from '../ui/opsomming.ts';

/** What stands in one field: a text, a date, the code of a choice; or the codes of several. */
export type Waarde = string | readonly string[];

/** What stands in a form, by the names of its fields. */
export type Waarden = Readonly<Record<string, Waarde>>;

/** How a field is filled in. */
type Vorm =
  | { readonly vorm: 'regel'; readonly soort: Tekstsoort | 'telefoon' }
  | { readonly vorm: 'tekst'; readonly soort: Tekstsoort; readonly regels?: number }
  | { readonly vorm: 'datum'; readonly soort: Dagsoort }
  /** `leeg`: what having chosen nothing is called; without it there is always a choice. */
  | { readonly vorm: 'lijst'; readonly keuzes: readonly Keuze[]; readonly leeg?: string }
  | { readonly vorm: 'rondjes'; readonly keuzes: readonly Keuze[]; readonly jaNee?: true }
  | { readonly vorm: 'vinkjes'; readonly keuzes: readonly Keuze[] }
  /** With a control of its own, which gives its new value to `zet`. */
  | { readonly vorm: 'eigen'; readonly toon: (bij: EigenBediening) => TemplateResult };

/** What a control of its own must know. */
interface EigenBediening {
  readonly id: string;
  readonly fout: string | undefined;
  readonly zet: (waarde: Waarde) => void;
}

/** What else there is to say of a field. */
export interface Rest {
  readonly uitleg?: unknown;
  /** It stands under *Meer*: most people leave it as it is. */
  readonly meer?: true;
  /** It may be left empty. */
  readonly magLeeg?: true;
  /** What to do when it is empty and may not be; left out: by its label. */
  readonly leegBericht?: string;
  /** What holds while nothing was chosen. */
  readonly vanzelf?: string | undefined;
  /** Where the server finds it in the body, when that isn't its name. */
  readonly pad?: string;
  /** What one fills in is a name, an address or the like itself: no warning for it. */
  readonly isPersoonsgegeven?: boolean;
}

/** One field, as a form describes it: by its kind (shared/invoer), which gives its bounds and what is said of it. */
export type Veld<N extends string = string> = Vorm & Rest & { readonly naam: N; readonly label: string };

/** A line of text. */
export function regel<N extends string>(
  naam: N,
  label: string,
  { soort = 'regel', ...rest }: Rest & { readonly soort?: 'regel' | 'naam' | 'vraag' } = {},
): Veld<N> {
  return { naam, label, vorm: 'regel', soort, ...rest };
}

/** A telephone number. */
export function telefoon<N extends string>(naam: N, label: string, rest: Rest = {}): Veld<N> {
  return { naam, label, vorm: 'regel', soort: 'telefoon', isPersoonsgegeven: true, ...rest };
}

/** Some lines of text. @param rest `soort: 'regel'`: it is kept as one line */
export function tekst<N extends string>(
  naam: N,
  label: string,
  { soort = 'tekst', ...rest }: Rest & { readonly soort?: Tekstsoort; readonly regels?: number } = {},
): Veld<N> {
  return { naam, label, vorm: 'tekst', soort, ...rest };
}

/** A date of a kind. */
export function datum<N extends string>(naam: N, label: string, soort: Dagsoort, rest: Rest = {}): Veld<N> {
  return { naam, label, vorm: 'datum', soort, ...rest };
}

/** One choice from a list; at first nothing is chosen, unless `leeg` is false. */
export function lijst<N extends string>(
  naam: N,
  label: string,
  keuzes: readonly Keuze[],
  { leeg, ...rest }: Rest & { readonly leeg?: string | false } = {},
): Veld<N> {
  const nietGekozen = leeg === false ? {} : { leeg: leeg ?? (rest.magLeeg ? 'Niet gekozen' : 'Kies…') };
  return { naam, label, vorm: 'lijst', keuzes, ...nietGekozen, ...rest };
}

/** One of a few choices, all in sight. */
export function rondjes<N extends string>(
  naam: N,
  label: string,
  keuzes: readonly Keuze[],
  rest: Rest = {},
): Veld<N> {
  return { naam, label, vorm: 'rondjes', keuzes, ...rest };
}

/** Yes or no, kept as a boolean. */
export function jaNee<N extends string>(
  naam: N,
  label: string,
  ja: string,
  nee: string,
  rest: Rest = {},
): Veld<N> {
  const keuzes = [
    { code: 'ja', naam: ja },
    { code: 'nee', naam: nee },
  ];
  return { naam, label, vorm: 'rondjes', keuzes, jaNee: true, ...rest };
}

/** Any number of some choices. */
export function vinkjes<N extends string>(
  naam: N,
  label: string,
  keuzes: readonly Keuze[],
  rest: Rest = {},
): Veld<N> {
  return { naam, label, vorm: 'vinkjes', keuzes, ...rest };
}

/** Whether there is anything to fill in: a list without choices that may stay empty isn't shown. */
export function isTonen(veld: Veld): boolean {
  return !('keuzes' in veld) || veld.keuzes.length > 0 || veld.magLeeg !== true;
}

/** The control of a field. @param id unique in the page; what is wrong stands in `fouten` by this id */
export function bediening(
  id: string,
  veld: Veld,
  waarde: Waarde,
  { fouten, vandaag }: { readonly fouten: Fouten; readonly vandaag: string },
  opWaarde: (waarde: Waarde) => void,
): TemplateResult {
  const { label, uitleg, magLeeg = false } = veld;
  const basis = { id, label, magLeeg, uitleg, fouten };
  const een = typeof waarde === 'string' ? waarde || (veld.vanzelf ?? '') : '';
  switch (veld.vorm) {
    case 'regel':
      return tekstregel({
        ...basis,
        waarde: een,
        opInvoer: opWaarde,
        maximum: SOORTEN[veld.soort].hoogstens,
        type: veld.soort === 'telefoon' ? 'tel' : 'text',
      });
    case 'tekst': {
      const { regels = 4, soort } = veld;
      const { hoogstens } = SOORTEN[soort];
      return tekstvlak({ ...basis, waarde: een, opInvoer: opWaarde, maximum: hoogstens, regels });
    }
    case 'eigen':
      return veld.toon({ id, fout: fouten.get(id), zet: opWaarde });
    case 'datum': {
      const { vroegst, laatst: uiterst } = grensVan(veld.soort, vandaag);
      const richting = uiterst <= vandaag ? 'terug' : 'naast';
      return datumregel({ ...basis, vroegst, uiterst, vandaag, richting, waarde: een, opInvoer: opWaarde });
    }
    case 'lijst': {
      const leeg = veld.leeg === undefined ? {} : { leeg: veld.leeg };
      return keuzelijst({ ...basis, ...leeg, waarde: een, keuzes: veld.keuzes, opKeuze: opWaarde });
    }
    case 'rondjes':
      return keuzerondjes({ ...basis, waarde: een, keuzes: veld.keuzes, opKeuze: opWaarde });
    case 'vinkjes': {
      const gekozen = typeof waarde === 'string' ? [] : waarde;
      return aanvinklijst({ ...basis, gekozen, keuzes: veld.keuzes, opKeuze: opWaarde });
    }
    default:
      return exhaustief(veld);
  }
}

/**
 * What is wrong with a field before the server is asked, or null: by the kind of the field (ST9).
 * @param stond what stands there: it may stay, also when the bounds have moved on, as with a term that is past (ST2)
 */
export function foutVan(veld: Veld, waarde: Waarde, vandaag: string, stond: Waarde = ''): string | null {
  const { label, magLeeg = false, vanzelf, leegBericht } = veld;
  if (!isLeeg(waarde) && isGelijk(waarde, stond)) return null;
  if (isLeeg(waarde) && vanzelf !== undefined) return null;
  if (isLeeg(waarde) && leegBericht !== undefined && !magLeeg) return leegBericht;
  if ('soort' in veld) return meldVan(veld.soort, String(waarde), { label, vandaag, verplicht: !magLeeg });
  return isLeeg(waarde) && !magLeeg ? `${label.endsWith('?') ? 'Geef antwoord' : 'Kies'}: ${label}` : null;
}

/** What stands in a field, to read. @param vandaag `jjjj-mm-dd` */
export function voluitVan(veld: Veld, waarde: Waarde, vandaag: string): string {
  const naam = (code: string) =>
    'keuzes' in veld ? (veld.keuzes.find((keuze) => keuze.code === code)?.naam ?? '') : code;
  if (typeof waarde !== 'string')
    return opsomming(waarde.map(naam).filter((deel) => deel !== '')) || 'niemand';
  if (waarde === '') return 'niets ingevuld';
  if (waarde === HALVE_DATUM) return 'niet helemaal ingevuld';
  return veld.vorm === 'datum' ? lang(waarde, vandaag) : naam(waarde);
}

/** Whether two values are the same to who reads them. */
export function isGelijk(een: Waarde | undefined, ander: Waarde | undefined): boolean {
  return JSON.stringify(een ?? '') === JSON.stringify(ander ?? '');
}

/** Whether nothing was filled in, or only spaces. */
export function isLeeg(waarde: Waarde): boolean {
  return typeof waarde === 'string' ? waarde.trim() === '' : waarde.length === 0;
}

/** What fields hold, read from something that the server gave. */
export function waardenVan(velden: readonly Veld[], bron: Readonly<Record<string, unknown>>): Waarden {
  return Object.fromEntries(
    velden.map((veld) => {
      const waarde = bron[veld.naam];
      if (veld.vorm === 'vinkjes') return [veld.naam, Array.isArray(waarde) ? waarde.map(String) : []];
      if (typeof waarde === 'boolean') return [veld.naam, waarde ? 'ja' : 'nee'];
      return [veld.naam, typeof waarde === 'string' ? waarde : ''];
    }),
  );
}

/**
 * What fields hold, as it goes to the server.
 * @param alleen of a change: the names of what was changed, where null clears. Left out: everything that isn't empty
 */
export function bodyVan(
  velden: readonly Veld[],
  waarden: Waarden,
  alleen?: ReadonlySet<string>,
): Record<string, unknown> {
  const inhoud = velden.map((veld) => [veld.naam, naarServer(veld, waarden[veld.naam] ?? '')] as const);
  return Object.fromEntries(
    inhoud.filter(([naam, waarde]) => (alleen === undefined ? waarde !== null : alleen.has(naam))),
  );
}

function naarServer(veld: Veld, waarde: Waarde): unknown {
  if (veld.vorm === 'vinkjes') return isLeeg(waarde) ? [] : waarde;
  const schoon = typeof waarde === 'string' ? waarde.trim() : '';
  if (schoon === '') return null;
  return veld.vorm === 'rondjes' && veld.jaNee ? schoon === 'ja' : schoon;
}
