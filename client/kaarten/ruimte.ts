import { html, nothing, type TemplateResult } from 'lit';
import type { Compartiment } from '../../shared/contract/compartimenten.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import '../ui/melding.ts';

/** From so much of what fits it is said how much still does. */
const LET_OP = 0.9;

/**
 * ST6: said before a place is full, counted over what stands on this person's own board. So does the server, and
 * neither tells of anything else.
 */
export function ruimteIn(kijk: Kijk, plaats: Compartiment | undefined): TemplateResult | typeof nothing {
  if (plaats === undefined) return nothing;
  return alsMelding(
    ruimtezin(kijk.aantalIn(plaats.id), kijk.lijsten.omvang.kaarten),
    'Haal weg wat niet meer nodig is.',
  );
}

/** The same of the steps of an afspraak. */
export function ruimteVoorStappen(
  kijk: Kijk,
  { stappen }: KaartVan<'afspraak'>,
): TemplateResult | typeof nothing {
  return alsMelding(
    ruimtezin(stappen?.length ?? 0, kijk.lijsten.omvang.stappen),
    'Rond deze afspraak af, en maak een nieuwe om verder te gaan.',
  );
}

/** What is said where so many stand and so many fit; nothing while there is room. */
export function ruimtezin(aantal: number, hoogstens: number): string {
  if (aantal < hoogstens * LET_OP) return '';
  const over = hoogstens - aantal;
  if (over <= 0) return 'Hier past niets meer bij';
  return over === 1 ? 'Hier past er nog 1 bij' : `Hier passen er nog ${over} bij`;
}

function alsMelding(zin: string, raad: string): TemplateResult | typeof nothing {
  return zin === '' ? nothing : html`<rt-melding soort="info" kop=${zin} .inhoud=${raad}></rt-melding>`;
}
