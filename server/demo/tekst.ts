import type { Leefgebied } from '../../shared/plan/leefgebieden.ts';
import { type Blok, type Bloksoort, KALE_ALINEA, type Stuk } from '../../shared/tekst/blok.ts';
import type { MedewerkerSleutel } from './gemeente.ts';

/** What one person wrote in a text. Who writes in the same text later, writes below it. */
export type DemoTekst = Tekstplaats & {
  readonly door: MedewerkerSleutel;
  readonly regels: readonly DemoRegel[];
  /** Not shared yet: it is still their own concept for that text (NK21). */
  readonly concept?: true;
};

/** Which text it is; of a category that organisations keep, the one of the writer's own organisation. */
export type Tekstplaats =
  | {
      readonly tekst: 'houd_rekening_met';
      readonly leefgebied: Leefgebied;
      /** Key of a member; null: of the household. */
      readonly lid: string | null;
    }
  | {
      readonly tekst: 'alleen_voor';
      readonly categorie: string;
      readonly leefgebied: Leefgebied;
      readonly lid: string | null;
    }
  | { readonly tekst: 'zegt'; readonly lid: string }
  | { readonly tekst: 'integrale_analyse' | 'gewenst_resultaat'; readonly lid: string | null }
  | { readonly tekst: 'notities' }
  /** Of a doel, afspraak or besluit, by its key. */
  | { readonly tekst: 'toelichting'; readonly kaart: string };

/** A paragraph, a heading or a list. */
export type DemoRegel =
  | DemoZin
  | { readonly kop: DemoZin }
  | { readonly punten: readonly DemoZin[] }
  | { readonly genummerd: readonly DemoZin[] };

/** Words, some of them bold or in italics, and people by reference (NK13). */
export type DemoZin = string | readonly DemoStuk[];

type DemoStuk =
  | string
  | { readonly vet: string }
  | { readonly cursief: string }
  /** Key of a member. */
  | { readonly lid: string }
  | { readonly deelnemer: MedewerkerSleutel };

/**
 * The lines as blocks of a text.
 * @param idVan the id that goes by a key
 */
export function maakTekst(regels: readonly DemoRegel[], idVan: (sleutel: string) => string): Blok[] {
  return regels.flatMap((regel) => {
    if (typeof regel === 'string') return [maakBlok('alinea', regel, idVan)];
    if ('punten' in regel) return regel.punten.map((zin) => maakBlok('punt', zin, idVan));
    if ('genummerd' in regel) return regel.genummerd.map((zin) => maakBlok('nummer', zin, idVan));
    if ('kop' in regel) return [maakBlok('kop', regel.kop, idVan)];
    return [maakBlok('alinea', regel, idVan)];
  });
}

function maakBlok(soort: Bloksoort, zin: DemoZin, idVan: (sleutel: string) => string): Blok {
  const stukken = typeof zin === 'string' ? [zin] : zin;
  return { ...KALE_ALINEA, soort, inhoud: stukken.map((stuk) => maakStuk(stuk, idVan)) };
}

function maakStuk(stuk: DemoStuk, idVan: (sleutel: string) => string): Stuk {
  const kaal = { strong: false, em: false };
  if (typeof stuk === 'string') return { soort: 'tekst', tekst: stuk, ...kaal };
  if ('vet' in stuk) return { soort: 'tekst', tekst: stuk.vet, strong: true, em: false };
  if ('cursief' in stuk) return { soort: 'tekst', tekst: stuk.cursief, strong: false, em: true };
  if ('lid' in stuk) return { soort: 'vermelding', wie: { soort: 'lid', id: idVan(stuk.lid) }, ...kaal };
  return { soort: 'vermelding', wie: { soort: 'deelnemer', id: idVan(stuk.deelnemer) }, ...kaal };
}
