import type { NieuweCasus } from '../../shared/contract/casussen.ts';
import { meldVan } from '../../shared/invoer/invoer.ts';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import type { Rol } from '../../shared/plan/rollen.ts';
import { CASUSLABELS } from '../../shared/plan/veldlabels.ts';
import type { Fouten } from '../ui/formulier.ts';
import { vindPersoonsgegevens } from '../ui/persoonsgegevens.ts';

/** A casus as somebody is filling it in. The names of its fields are the ids of the controls. */
export interface Concept {
  readonly leden: readonly { readonly id: string; readonly rol: Rol }[];
  readonly vanuit: string;
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly vraag: string;
  readonly wetten: readonly string[];
  readonly expertise: readonly string[];
  readonly gezin: '' | 'ja' | 'nee';
  readonly sinds: string;
}

/** An empty form, but for `vanuit`, which is proposed. */
export function leegConcept(vanuit: string): Concept {
  return {
    leden: [],
    vanuit,
    waarvoor: '',
    grondslag: '',
    vraag: '',
    wetten: [],
    expertise: [],
    gezin: '',
    sinds: '',
  };
}

/** What is still wrong, in the order of the form, by the id of the control. @param vandaag `jjjj-mm-dd`. */
export function controleer(concept: Concept, vandaag: string): Fouten {
  const fouten = new Map<string, string>();
  if (concept.leden.length === 0) fouten.set('leden', 'Kies wie er bij het huishouden horen.');
  if (concept.gezin === '') fouten.set('gezin', 'Kies of het huishouden hiervan weet.');
  if (concept.gezin === 'ja') {
    if (concept.sinds === '') fouten.set('sinds', 'Vul in sinds wanneer het huishouden het weet.');
    else zetBij(fouten, 'sinds', meldVan('gebeurd', concept.sinds, { ...VELD.sinds, vandaag }));
  }
  if (concept.vraag.trim() === '') fouten.set('vraag', 'Schrijf op wat u aan de anderen wilt vragen.');
  // A BSN has no place in Regietafel at all, so this is the one finding that stops.
  else if (vindPersoonsgegevens(concept.vraag, vandaag).some(({ soort }) => soort === 'bsn')) {
    fouten.set('vraag', 'Haal het BSN uit uw vraag. Een BSN mag nergens in Regietafel staan.');
  } else zetBij(fouten, 'vraag', meldVan('regel', concept.vraag, { ...VELD.vraag, vandaag }));
  if (concept.vanuit === '') fouten.set('vanuit', 'Kies van waaruit u meedoet.');
  if (concept.waarvoor === '') fouten.set('waarvoor', 'Kies waarvoor u deze casus inbrengt.');
  if (concept.grondslag === '') fouten.set('grondslag', 'Kies op grond waarvan u dit doet.');
  return fouten;
}

const VELD = {
  sinds: { label: CASUSLABELS.sinds, verplicht: true },
  vraag: { label: CASUSLABELS.vraag, verplicht: true },
};

function zetBij(fouten: Map<string, string>, id: string, bericht: string | null): void {
  if (bericht !== null) fouten.set(id, bericht);
}

/** The body of `POST casussen`, of a form without errors. */
export function alsNieuweCasus(concept: Concept): NieuweCasus {
  return {
    leden: concept.leden.map(({ rol }) => ({ rol })),
    zetel: concept.vanuit,
    waarvoor: concept.waarvoor,
    grondslag: concept.grondslag,
    vraag: normaliseer('regel', concept.vraag),
    // The choices come from the list that the server gave.
    wetten: [...concept.wetten] as NieuweCasus['wetten'],
    expertise: [...concept.expertise],
    gezinWeet: concept.gezin === 'ja' ? { ja: true, datum: concept.sinds } : { ja: false },
  };
}

/** Whether anything was filled in that would be a pity to lose. */
export function isIngevuld(concept: Concept): boolean {
  return concept.leden.length > 0 || concept.vraag.trim() !== '' || concept.expertise.length > 0;
}

/** The control that a path in the server's refusal is about: `leden.0.rol` → `leden`. */
export function bedieningBij(pad: string): string | undefined {
  if (pad.startsWith('gezinWeet.datum')) return 'sinds';
  const begin = pad.split(/[.[]/)[0] ?? '';
  const naam = { zetel: 'vanuit', gezinWeet: 'gezin' }[begin] ?? begin;
  return naam in leegConcept('') ? naam : undefined;
}
