import type { Sinds } from '../../shared/contract/bezoeken.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Kijk } from '../casus/kijk.ts';
import { naamVan } from '../lijsten.ts';
import { veldlabel } from '../teksten/veldsoorten.ts';
import { datumVan, metDag, tijdstip } from '../ui/datum.ts';
import type { Ding } from '../ui/plaats.ts';
import { KAARTNAMEN } from './kaartnamen.ts';
import { plekVan } from './plek.ts';

/** Something that is new or changed, and where it stands. */
export interface Nieuw {
  readonly plek: string;
  readonly naam: string;
  readonly wat: string;
  readonly ding: Ding;
}

/** What is new or changed since one was here, as far as one still finds it on the board (NK7). */
export function nieuwVoor(kijk: Kijk, { kaarten, teksten }: Sinds): Nieuw[] {
  return [
    ...kaarten.flatMap(({ id, wat }) => {
      const kaart = kijk.bord.kaarten.find((een) => een.id === id);
      if (kaart === undefined) return [];
      return [
        {
          plek: plekVan(kijk, kaart),
          naam: kaartnaam(kijk, kaart),
          wat: stand(kijk, kaart, wat),
          ding: dingVan(kaart),
        },
      ];
    }),
    ...teksten.flatMap(({ id, wat }) => {
      const veld = kijk.bord.velden.find((een) => een.id === id);
      if (veld === undefined) return [];
      const plek = veld.leefgebied === null ? 'Teksten' : kijk.leefgebiednaam(veld.leefgebied);
      return [{ plek, naam: veldlabel(kijk, veld), wat: WAT[wat], ding: { soort: 'tekst' as const, id } }];
    }),
  ];
}

const WAT = { nieuw: 'nieuw', gewijzigd: 'veranderd' } as const;

/** How an afspraak stands says more than that it changed. */
function stand(kijk: Kijk, kaart: Kaart, wat: keyof typeof WAT): string {
  if (kaart.soort !== 'afspraak' || wat === 'nieuw' || kaart.stand === 'gepland') return WAT[wat];
  return naamVan(kijk.lijsten.standen, kaart.stand).toLowerCase();
}

function kaartnaam(kijk: Kijk, kaart: Kaart): string {
  switch (kaart.soort) {
    case 'naam':
      return [kaart.voornaam, kaart.achternaam].filter(Boolean).join(' ');
    case 'wet':
      return naamVan(kijk.lijsten.wetten, kaart.wet);
    case 'expertise':
      return naamVan(kijk.lijsten.expertise, kaart.expertise);
    default:
      return kaart.titel === '' ? KAARTNAMEN[kaart.soort].nieuw : kaart.titel;
  }
}

function dingVan(kaart: Kaart): Ding {
  return kaart.soort === 'besproken'
    ? { soort: 'leefgebied', id: kaart.leefgebied }
    : { soort: 'kaart', id: kaart.id };
}

/** What stands there no more, by sort and place: taken away or no longer for this person, in one word for both (NK23). */
export function wegzinnen(kijk: Kijk, lijst: Sinds['weg']): string[] {
  const zinnen = lijst.map(({ soort, leefgebied }) => {
    const naam = KAARTNAMEN[soort].naam.replace(/^(?:de|het) /, '');
    return `Een ${naam}${leefgebied === null ? '' : ` bij ${kijk.leefgebiednaam(leefgebied)}`}`;
  });
  return [...new Set(zinnen)].map((zin) => {
    const keer = zinnen.filter((een) => een === zin).length;
    return keer > 1 ? `${zin} (${keer} keer)` : zin;
  });
}

/** When one was at a board, as one says it: `vr 20 nov`; today the time. @param vandaag `jjjj-mm-dd` */
export function wanneerHier(moment: string, vandaag: string): string {
  const dag = datumVan(moment);
  return dag === vandaag ? tijdstip(moment) : metDag(dag, vandaag);
}
