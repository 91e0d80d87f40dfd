import { nothing, type TemplateResult } from 'lit';
import { exhaustief } from '../../shared/exhaustief.ts';
import type { Kijk } from '../casus/kijk.ts';
import { naamVan } from '../lijsten.ts';
import { lang } from '../ui/datum.ts';
import {
  aanvinklijst,
  type Fouten,
  type Keuze,
  keuzelijst,
  keuzerondjes,
  tekstregel,
  tekstvlak,
} from '../ui/formulier.ts';
import { hoofdletter, opsomming } from '../ui/opsomming.ts';
import { veldId } from './formulierfouten.ts';
import type { Kaartveld, Keuzelijst } from './kaartvelden.ts';

/** The lengths that the API allows. */
const LENGTE = { regel: 300, tekst: 4000 } as const;

/** The control of one field, by its form in the table. */
export function invoerVoor(
  kijk: Kijk,
  veld: Kaartveld,
  waarde: string | readonly string[],
  opWaarde: (waarde: string | readonly string[]) => void,
  fouten: Fouten,
): TemplateResult | typeof nothing {
  const basis = {
    id: veldId(veld.naam),
    label: veld.label,
    magLeeg: !veld.verplicht,
    fouten,
    ...(veld.uitleg === undefined ? {} : { uitleg: veld.uitleg }),
  };
  const tekst = typeof waarde === 'string' ? waarde : '';
  const gekozen = typeof waarde === 'string' ? [] : waarde;
  switch (veld.vorm) {
    case 'regel':
      return tekstregel({ ...basis, waarde: tekst, opInvoer: opWaarde, maximum: LENGTE.regel });
    case 'tekst':
      return tekstvlak({ ...basis, waarde: tekst, opInvoer: opWaarde, maximum: LENGTE.tekst });
    case 'datum':
      return tekstregel({ ...basis, type: 'date', waarde: tekst, opInvoer: opWaarde });
    case 'ja_nee':
      return keuzerondjes({ ...basis, waarde: tekst, keuzes: JA_NEE, opKeuze: opWaarde });
    case 'keuze':
      return keuzelijst({
        ...basis,
        waarde: tekst,
        keuzes: keuzesUit(kijk, veld.lijst),
        opKeuze: opWaarde,
        ...(veld.naam === 'stand' ? {} : { leeg: veld.verplicht ? 'Kies…' : 'Niet gekozen' }),
      });
    case 'doel':
      return doelen(kijk).length === 0
        ? nothing
        : keuzelijst({ ...basis, waarde: tekst, keuzes: doelen(kijk), opKeuze: opWaarde, leeg: 'Geen doel' });
    case 'leden':
    case 'mensen':
    case 'mensen_en_leden': {
      const keuzes = mensen(kijk, veld.vorm);
      return keuzes.length === 0 ? nothing : aanvinklijst({ ...basis, gekozen, keuzes, opKeuze: opWaarde });
    }
    default:
      return exhaustief(veld);
  }
}

/** What was filled in, as text to read: for a version beside one's own. */
export function toonWaarde(kijk: Kijk, veld: Kaartveld, waarde: string | readonly string[]): string {
  if (typeof waarde !== 'string') return waarde.length === 0 ? 'niemand' : opsomming(kijk.noem(waarde));
  if (waarde === '') return 'niet ingevuld';
  switch (veld.vorm) {
    case 'datum':
      return lang(waarde, kijk.vandaag);
    case 'keuze':
      return naamVan(keuzesUit(kijk, veld.lijst), waarde);
    case 'ja_nee':
      return naamVan(JA_NEE, waarde);
    case 'doel':
      return naamVan(doelen(kijk), waarde);
    default:
      return waarde;
  }
}

const JA_NEE: readonly Keuze[] = [
  { code: 'ja', naam: 'Ja' },
  { code: 'nee', naam: 'Nee, nog niet' },
];
const ANTWOORDEN: readonly Keuze[] = [
  { code: 'ja', naam: 'Ja' },
  { code: 'nee', naam: 'Nee' },
  { code: 'onbekend', naam: 'Dat weten we niet' },
];

function keuzesUit(kijk: Kijk, lijst: Keuzelijst): readonly Keuze[] {
  return lijst === 'antwoorden' ? ANTWOORDEN : kijk.lijsten[lijst];
}

function doelen(kijk: Kijk): Keuze[] {
  return kijk.kaarten('doel').map((doel) => ({ code: doel.id, naam: doel.titel }));
}

function mensen(kijk: Kijk, vorm: 'leden' | 'mensen' | 'mensen_en_leden'): Keuze[] {
  const leden = kijk.bord.leden.map((lid) => ({ code: lid.id, naam: hoofdletter(lid.rol) }));
  const deelnemers = kijk.bord.deelnemers.map((deelnemer) => ({
    code: deelnemer.id,
    naam: deelnemer.ik
      ? `Uzelf (${kijk.vanuit(deelnemer)})`
      : `${kijk.zetelnaam(deelnemer.zetel)}: ${deelnemer.naam}, ${deelnemer.organisatie}`,
  }));
  switch (vorm) {
    case 'leden':
      return leden;
    case 'mensen':
      return deelnemers;
    case 'mensen_en_leden':
      return [...deelnemers, ...leden];
    default:
      return exhaustief(vorm);
  }
}
