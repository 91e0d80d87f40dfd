import type { Bord } from '../../shared/contract/casussen.ts';
import type { Veld } from '../../shared/contract/velden.ts';
import { isOpen, opDatum } from '../casus/afspraken.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { nieuwste } from '../casus/titel.ts';
import { dagenTussen } from '../ui/datum.ts';

/** Something that waits for this person on this board, beside the afspraken that they carry out. */
export type Wachtpunt =
  /** The plan is to be looked at again. */
  | { readonly soort: 'herziening'; readonly kaart: KaartVan<'herziening'> }
  /** What one began to write and nobody else sees. */
  | { readonly soort: 'concept'; readonly concept: Veld; readonly voor: Veld }
  /** Nobody else takes part yet: then there is no table. */
  | { readonly soort: 'alleen' }
  /** What the regisseur has to answer for the plan to stand on. */
  | {
      readonly soort: 'invullen';
      readonly wat: 'vraag' | 'veiligheid_nu' | 'gezin_weet' | 'contactpersoon' | 'herziening';
    };

/** So many days ahead an afspraak of mine counts as waiting for me. */
const KOMENDE_DAGEN = 7;
/** The same for looking at the plan again. */
const HERZIENING_DAGEN = 14;

/** Whether an afspraak is one that I have to see to now: over time, today, or this week. */
export function wachtOpMij(afspraak: KaartVan<'afspraak'>, vandaag: string): boolean {
  return (
    afspraak.ikVoerUit &&
    isOpen(afspraak) &&
    afspraak.uiterlijk !== undefined &&
    dagenTussen(vandaag, afspraak.uiterlijk) <= KOMENDE_DAGEN
  );
}

/** The afspraken that wait for me, the first to be done first. */
export function mijnAfspraken(kijk: Kijk): KaartVan<'afspraak'>[] {
  return opDatum(kijk.kaarten('afspraak').filter((afspraak) => wachtOpMij(afspraak, kijk.vandaag)));
}

/** What else waits for me, in the order in which it is shown. */
export function wachtpunten(kijk: Kijk, teksten: Pick<Bordteksten, 'isGevuld'>): Wachtpunt[] {
  const herziening = nieuwste(kijk.kaarten('herziening'));
  const isHerzieningNu =
    herziening !== undefined &&
    kijk.magWijzigen(herziening) &&
    dagenTussen(kijk.vandaag, herziening.datum) <= HERZIENING_DAGEN;
  return [
    ...(isHerzieningNu ? [{ soort: 'herziening' as const, kaart: herziening }] : []),
    ...(isAlleen(kijk) ? [{ soort: 'alleen' as const }] : []),
    ...concepten(kijk, teksten),
    ...teBeantwoorden(kijk),
  ];
}

/** An offer of the regie that waits for me: it was made to me, or whom I made it to said no (NK30). */
export function regieaanbod({ bord, ik }: Kijk): Bord['regie']['voorstel'] {
  const { voorstel } = bord.regie;
  const isAanMij = voorstel?.naar.deelnemerId === ik?.id;
  return isAanMij === (voorstel?.stand === 'voorgesteld') ? voorstel : null;
}

/** New colleagues who wait for my word (NK12). */
export function nieuweCollegas({ bord }: Kijk): Bord['deelnemers'] {
  return bord.deelnemers.filter(({ teBevestigen }) => teBevestigen !== undefined);
}

/** Only who directs knows that there is nobody else (NK20). */
function isAlleen({ bord, ikRegisseer }: Kijk): boolean {
  return ikRegisseer && bord.deelnemers.length === 1;
}

function concepten(kijk: Kijk, teksten: Pick<Bordteksten, 'isGevuld'>): Wachtpunt[] {
  return kijk.bord.velden.flatMap((concept) => {
    const voor = kijk.bord.velden.find(({ id }) => id === concept.conceptVoor);
    return concept.concept && voor !== undefined && teksten.isGevuld(concept) !== false
      ? [{ soort: 'concept' as const, concept, voor }]
      : [];
  });
}

function teBeantwoorden(kijk: Kijk): Wachtpunt[] {
  if (!kijk.ikRegisseer) return [];
  return (['vraag', 'veiligheid_nu', 'gezin_weet', 'contactpersoon', 'herziening'] as const)
    .filter((wat) => kijk.kaarten(wat).length === 0 && kijk.plaatsenVoor(wat).length > 0)
    .map((wat) => ({ soort: 'invullen' as const, wat }));
}
