import type { Wachtend } from '../../shared/contract/werkvoorraad.ts';
import { dagenTussen } from '../ui/datum.ts';
import { getal } from '../ui/getal.ts';
import { hoofdletter } from '../ui/opsomming.ts';

/** Where a line stands: by how urgent it is. */
export type Vak = 'nieuw' | 'over_tijd' | 'deze_week' | 'later';

/** The parts of the list, in their order. */
export const VAKKEN: readonly { readonly vak: Vak; readonly kop: string }[] = [
  { vak: 'nieuw', kop: 'Nieuw voor u' },
  { vak: 'over_tijd', kop: 'Over tijd' },
  { vak: 'deze_week', kop: 'Deze week' },
  { vak: 'later', kop: 'Later' },
];

/** What a line is, for as long as it is the same: one casus, and the thing in it. */
export function sleutelVan({ casusId, soort, kaartId, veldId }: Wachtend): string {
  return [casusId, soort, kaartId ?? veldId ?? ''].join(' ');
}

/** Whether it was done, by whomever. */
export function isGedaan({ afspraak }: Wachtend): boolean {
  return afspraak?.stand === 'gedaan';
}

/** Where a line belongs. @param vandaag `jjjj-mm-dd`; a week ends on Sunday */
export function vakVan({ soort, uiterlijk }: Wachtend, vandaag: string): Vak {
  if (soort === 'nog_niet_geopend' || soort === 'regie_voorstel' || soort === 'collega') return 'nieuw';
  // What one began oneself waits for nobody's date.
  if (soort === 'concept') return 'deze_week';
  // Nobody can begin with what has nobody or no day.
  if (soort === 'niet_rond') return 'deze_week';
  if (uiterlijk === null) return 'later';
  const dagen = dagenTussen(vandaag, uiterlijk);
  if (dagen < 0) return 'over_tijd';
  return dagen <= dagenTotZondag(vandaag) ? 'deze_week' : 'later';
}

/** What waits beside the lines: a second hand of mine, questions for advice that nobody took on, and those that I did. */
export interface Erbij {
  readonly hand: number;
  readonly adviesWacht: number;
  readonly adviesBijMij: number;
}

/** What waits, in some sentences above the list. */
export function samenvatting(wachtend: readonly Wachtend[], erbij: Erbij, vandaag: string): string {
  const open = wachtend.filter((regel) => !isGedaan(regel));
  const zin = (vak: Vak, hoe: string) => {
    const regels = open.filter((regel) => vakVan(regel, vandaag) === vak);
    const [enkel, veel] = wat(regels);
    return telling(regels.length, `${enkel} is ${hoe}`, `${veel} zijn ${hoe}`);
  };
  const { hand, adviesWacht, adviesBijMij } = erbij;
  const dringend = [
    ...telling(
      hand,
      'vraag wacht op u als leidinggevende of procesregisseur',
      'vragen wachten op u als leidinggevende of procesregisseur',
    ),
    ...zin('nieuw', 'nieuw voor u'),
    ...zin('over_tijd', 'over tijd'),
    ...zin('deze_week', 'voor deze week'),
  ];
  const advies = [
    ...telling(adviesWacht, 'adviesvraag is nog van niemand', 'adviesvragen zijn nog van niemand'),
    ...telling(adviesBijMij, 'adviesvraag ligt bij u', 'adviesvragen liggen bij u'),
  ];
  if (dringend.length + advies.length > 0) return [...dringend, ...advies].join(' ');
  return open.length === 0 ? 'Niets wacht op u.' : 'Niets is over tijd, en niets is voor deze week.';
}

/** A sentence of how many, or none. */
function telling(aantal: number, enkel: string, veel: string): string[] {
  if (aantal === 0) return [];
  return [aantal === 1 ? `Eén ${enkel}.` : `${hoofdletter(getal(aantal))} ${veel}.`];
}

/** What some lines are called together. */
function wat(regels: readonly Wachtend[]): readonly [string, string] {
  if (regels.every(({ soort }) => soort === 'nog_niet_geopend')) return ['casus', 'casussen'];
  return regels.every(({ soort }) => soort === 'afspraak') ? ['afspraak', 'afspraken'] : ['ding', 'dingen'];
}

function dagenTotZondag(vandaag: string): number {
  // Sunday is 0.
  return (7 - new Date(`${vandaag}T12:00:00Z`).getUTCDay()) % 7;
}
