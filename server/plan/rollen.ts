import { KaartInhoud } from '../../shared/contract/kaarten.ts';
import { SOORTEN } from '../../shared/invoer/soorten.ts';
import { Veldschema } from '../../shared/invoer/velden.ts';
import { zonderRollen } from '../../shared/plan/rolverwijzing.ts';
import type { Rollen } from '../toegang/toegang.ts';

/** A kaart with each text that people typed in it as it is to be read. */
export function metTeksten<T extends KaartInhoud>(
  inhoud: T,
  lees: (tekst: string, veld: string) => string,
): T {
  const kopie: Record<string, unknown> = { ...inhoud };
  for (const veld of GETYPT) {
    const tekst = kopie[veld];
    if (typeof tekst === 'string') kopie[veld] = lees(tekst, veld);
  }
  // A text took the place of a text.
  return kopie as T;
}

/** What somebody wrote in a kaart, as it is stored. @param oud as it stood there, as it is stored */
export function schrijfTeksten(rollen: Rollen, inhoud: KaartInhoud, oud: KaartInhoud | null): KaartInhoud {
  const was: Readonly<Record<string, unknown>> = { ...oud };
  return metTeksten(inhoud, (tekst, veld) => {
    const stond = was[veld];
    return rollen.schrijf(tekst, typeof stond === 'string' ? stond : null);
  });
}

/** A kaart with its texts as everyone reads them alike: nobody is meant by name or number. */
export function zonderRollenIn<T extends KaartInhoud>(inhoud: T): T {
  return metTeksten(inhoud, zonderRollen);
}

/** The fields of a kaart in which people type a line or a text. A name isn't one: it says who somebody is. */
const GETYPT: readonly string[] = [
  ...new Set(
    KaartInhoud.options.flatMap(({ shape }) =>
      Object.entries(shape).flatMap(([veld, schema]) => {
        const kaal = 'unwrap' in schema ? schema.unwrap() : schema;
        if (!(kaal instanceof Veldschema)) return [];
        const { soort } = kaal._zod.def;
        return soort !== 'naam' && ['regel', 'tekst'].includes(SOORTEN[soort].vorm) ? [veld] : [];
      }),
    ),
  ),
];
