import { Doc, XmlElement, type XmlFragment, XmlText } from 'yjs';
import type { Leefgebied } from '../../shared/plan/leefgebieden.ts';
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
 * The lines as the editor would have put them into Yjs, in a document of their own.
 * @param idVan the id that goes by a key
 */
export function maakTekst(regels: readonly DemoRegel[], idVan: (sleutel: string) => string): XmlFragment {
  const tekst = new Doc().getXmlFragment('tekst');
  tekst.insert(
    0,
    regels.map((regel) => maakRegel(regel, idVan)),
  );
  return tekst;
}

function maakRegel(regel: DemoRegel, idVan: (sleutel: string) => string): XmlElement {
  if (typeof regel === 'string') return knoop('paragraph', maakZin(regel, idVan));
  if ('punten' in regel) return knoop('bullet_list', maakPunten(regel.punten, idVan));
  if ('genummerd' in regel) return knoop('ordered_list', maakPunten(regel.genummerd, idVan));
  if ('kop' in regel) return knoop('heading', maakZin(regel.kop, idVan));
  return knoop('paragraph', maakZin(regel, idVan));
}

function maakPunten(punten: readonly DemoZin[], idVan: (sleutel: string) => string): XmlElement[] {
  return punten.map((punt) => knoop('list_item', [knoop('paragraph', maakZin(punt, idVan))]));
}

function maakZin(zin: DemoZin, idVan: (sleutel: string) => string): (XmlElement | XmlText)[] {
  const delen: (XmlElement | XmlText)[] = [];
  let woorden: { insert: string; attributes?: Record<string, object> }[] = [];
  const sluitAf = (): void => {
    if (woorden.length === 0) return;
    const tekst = new XmlText();
    tekst.applyDelta(woorden);
    delen.push(tekst);
    woorden = [];
  };
  for (const stuk of typeof zin === 'string' ? [zin] : zin) {
    if (typeof stuk === 'string') woorden.push({ insert: stuk });
    else if ('vet' in stuk) woorden.push({ insert: stuk.vet, attributes: { strong: {} } });
    else if ('cursief' in stuk) woorden.push({ insert: stuk.cursief, attributes: { em: {} } });
    else {
      sluitAf();
      const wie =
        'lid' in stuk
          ? { soort: 'lid', id: idVan(stuk.lid) }
          : { soort: 'deelnemer', id: idVan(stuk.deelnemer) };
      delen.push(knoop('vermelding', [], wie));
    }
  }
  sluitAf();
  return delen;
}

/** Level of a heading and first number of a list are left at 1, as the editor has them by itself. */
function knoop(
  naam: string,
  inhoud: (XmlElement | XmlText)[],
  attributen: Readonly<Record<string, string>> = {},
): XmlElement {
  const element = new XmlElement(naam);
  for (const [attribuut, waarde] of Object.entries(attributen)) element.setAttribute(attribuut, waarde);
  element.insert(0, inhoud);
  return element;
}
