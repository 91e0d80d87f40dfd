import { exhaustief } from '../exhaustief.ts';
import { bevatBsn, bevatTelefoonnummer } from '../persoonsgegevens/persoonsgegevens.ts';
import { gezegd, isDatum, isMoment, opDag } from './datum.ts';
import { type Dagsoort, SOORTEN, type Soort, type Tekstsoort, type Verboden } from './soorten.ts';
import { leesTelefoon } from './telefoon.ts';
import { isZichtbaar, lengteVan, normaliseer } from './tekst.ts';

/**
 * A value as it is kept, or what is wrong with it and what to do, in Dutch, by the label of the field; `verboden` when
 * there stands in it what nobody should ever save.
 */
export type Uitkomst = { readonly goed: string } | { readonly bericht: string; readonly verboden?: Verboden };

/**
 * What somebody filled in, judged by the kind of the field: by the server before it is kept, and by a form before it
 * is sent (ST9).
 * @param label as it stands at the field: `Wat spreekt u af?`
 * @param vandaag today in the Netherlands, `jjjj-mm-dd`
 */
export function keur(soort: Soort, label: string, waarde: string, vandaag: string): Uitkomst {
  const kind = SOORTEN[soort];
  switch (kind.vorm) {
    case 'regel':
    case 'tekst': {
      const tekst = normaliseer(kind.vorm, waarde);
      if (!isZichtbaar(tekst)) return { bericht: vulIn(label) };
      const over = lengteVan(tekst) - kind.hoogstens;
      if (over > 0) return { bericht: teLang(label, over, kind.hoogstens) };
      const verboden = kind.nooit.find((wat) => BEVAT[wat](tekst));
      return verboden === undefined ? { goed: tekst } : { bericht: haalWeg(label, verboden), verboden };
    }
    case 'telefoon': {
      const nummer = leesTelefoon(normaliseer('regel', waarde));
      return nummer === null ? { bericht: geenNummer(label, waarde) } : { goed: nummer };
    }
    case 'datum':
      return isDatum(waarde)
        ? binnen(kind, label, waarde, waarde, vandaag)
        : { bericht: geenDag(label, waarde) };
    case 'moment':
      if (isDatum(waarde)) return binnen(kind, label, waarde, waarde, vandaag);
      if (!isMoment(waarde)) return { bericht: geenDag(label, waarde) };
      // Bounds of years don't ask in which zone a day begins.
      return binnen(kind, label, waarde, new Date(waarde).toISOString().slice(0, 10), vandaag);
    case 'verwijzing':
      return kind.patroon.test(waarde) ? { goed: waarde } : { bericht: kiesOpnieuw(label) };
    default:
      return exhaustief(kind);
  }
}

/**
 * Whether a value is in the form of its kind, whatever the bounds are today: all that reading may ask of what was
 * written once (ST2).
 */
export function isVanVorm(soort: Soort, waarde: string): boolean {
  const kind = SOORTEN[soort];
  switch (kind.vorm) {
    case 'regel':
    case 'tekst':
      return true;
    case 'telefoon':
      return leesTelefoon(waarde) !== null;
    case 'datum':
      return isDatum(waarde);
    case 'moment':
      return isDatum(waarde) || isMoment(waarde);
    case 'verwijzing':
      return kind.patroon.test(waarde);
    default:
      return exhaustief(kind);
  }
}

/** What a form says of a value, or null when it is good. Left empty is good where that may be. */
export function meldVan(
  soort: Soort,
  waarde: string,
  veld: { readonly label: string; readonly vandaag: string; readonly verplicht: boolean },
): string | null {
  if (!isZichtbaar(waarde)) return veld.verplicht ? vulIn(veld.label) : null;
  const uitkomst = keur(soort, veld.label, waarde, veld.vandaag);
  return 'bericht' in uitkomst ? uitkomst.bericht : null;
}

/** The first and the last day that a field takes. @param vandaag `jjjj-mm-dd` */
export function grensVan(
  soort: Dagsoort,
  vandaag: string,
): { readonly vroegst: string; readonly laatst: string } {
  const { vroegst, laatst } = SOORTEN[soort];
  return { vroegst: opDag(vroegst, vandaag), laatst: opDag(laatst, vandaag) };
}

/** How many characters there still fit; negative for how much it is too long. */
export function ruimteIn(soort: Tekstsoort, waarde: string): number {
  const { vorm, hoogstens } = SOORTEN[soort];
  return hoogstens - lengteVan(normaliseer(vorm, waarde));
}

/** For what must be filled in and is not. */
export function vulIn(label: string): string {
  return `Vul in: ${zonderSlot(label)}`;
}

/** For a choice that isn't one of those there are. */
export function kiesOpnieuw(label: string): string {
  return `Kies opnieuw: ${zonderSlot(label)}`;
}

const BEVAT: Readonly<Record<Verboden, (tekst: string) => boolean>> = {
  bsn: bevatBsn,
  telefoonnummer: bevatTelefoonnummer,
};

function haalWeg(label: string, verboden: Verboden): string {
  switch (verboden) {
    case 'bsn':
      return `Haal het BSN uit ‘${label}’. Een BSN mag nergens in Regietafel staan.`;
    case 'telefoonnummer':
      return `Haal het telefoonnummer uit ‘${label}’. Iedereen die het plan leest, leest ook dit.`;
    default:
      return exhaustief(verboden);
  }
}

function teLang(label: string, over: number, hoogstens: number): string {
  const tekens = over === 1 ? '1 teken' : `${over} tekens`;
  return `‘${label}’ is ${tekens} te lang. Maak het korter: er passen ${hoogstens} tekens.`;
}

function binnen(
  kind: { readonly vroegst: Parameters<typeof opDag>[0]; readonly laatst: Parameters<typeof opDag>[0] },
  label: string,
  waarde: string,
  dag: string,
  vandaag: string,
): Uitkomst {
  const vroegst = opDag(kind.vroegst, vandaag);
  const laatst = opDag(kind.laatst, vandaag);
  // A year of two digits, and what a browser makes of it: 27 becomes 0027.
  if (dag < '1000') return { bericht: jaartal(label, vandaag) };
  if (dag < vroegst) return { bericht: `‘${label}’: kies ${gezegd(vroegst)} of een latere dag.` };
  if (dag <= laatst) return { goed: waarde };
  return {
    bericht: `‘${label}’: kies ${laatst === vandaag ? 'vandaag' : gezegd(laatst)} of een eerdere dag.`,
  };
}

function geenDag(label: string, waarde: string): string {
  if (/^\d{5,}-/.test(waarde)) return jaartal(label, '2026');
  return `‘${label}’: kies een dag die bestaat, zoals 31 december 2026.`;
}

function jaartal(label: string, vandaag: string): string {
  return `‘${label}’: schrijf het jaar met vier cijfers, zoals ${vandaag.slice(0, 4)}.`;
}

function geenNummer(label: string, waarde: string): string {
  return isZichtbaar(waarde)
    ? `‘${label}’: vul een telefoonnummer in, zoals 0182-12 34 56 of 06-1234 5678.`
    : vulIn(label);
}

function zonderSlot(label: string): string {
  return label.replace(/[?.]$/, '');
}
