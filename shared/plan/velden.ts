import { LEEFGEBIEDEN, type Leefgebied } from './leefgebieden.ts';

/** The co-edited texts that a compartment has by its category (product.md, "veld"). */
export type Veldsoort =
  | 'houd_rekening_met'
  | 'alleen_voor'
  | 'zegt'
  | 'integrale_analyse'
  | 'gewenst_resultaat'
  | 'notities'
  | 'toelichting'
  | Overdrachtsoort
  /** What a table writes together on its tafelblad (OV4). */
  | 'tafelblad'
  /** What one person is still writing for another text (product.md, "concept"). */
  | 'concept'
  /** What the text that a concept improves said when that was begun: kept beside it, and written by nobody. */
  | 'uitgangspunt';

/** The texts of a handover: what is open still, and what else the next regisseur must know (NK30). */
export type Overdrachtsoort = 'wat_nog_openstaat' | 'voor_de_volgende_regisseur';

/** A text that stands in a compartment from its start; a kaart's own text (`toelichting`) comes with the kaart. */
export interface Veldplaats {
  readonly soort: Veldsoort;
  readonly leefgebied: Leefgebied | null;
}

/** Who a background is for, in the words of "alleen voor …". */
const ALLEEN_VOOR: Readonly<Record<string, string>> = {
  werk: 'werk',
  inkomen: 'inkomen',
  financien: 'schuldhulp',
  wmo: 'Wmo',
  jeugd: 'jeugd',
  gezondheid: 'gezondheidszorg',
  veiligheid: 'veiligheid',
  wonen: 'wonen',
  onderwijs: 'onderwijs',
};

/** The texts of a new compartment, in the order of the leefgebieden. */
export function veldenVan(categorie: {
  readonly code: string;
  readonly perOrganisatie: boolean;
}): Veldplaats[] {
  switch (categorie.code) {
    case 'hulp':
      return LEEFGEBIEDEN.map((gebied) => ({ soort: 'houd_rekening_met', leefgebied: gebied.code }));
    case 'inwoner':
      return [{ soort: 'zegt', leefgebied: null }];
    case 'plan':
      return [
        { soort: 'integrale_analyse', leefgebied: null },
        { soort: 'gewenst_resultaat', leefgebied: null },
      ];
    case 'regie':
      return [{ soort: 'notities', leefgebied: null }];
    default:
      return LEEFGEBIEDEN.filter((gebied) =>
        (gebied.achtergrond as readonly string[]).includes(categorie.code),
      ).map((gebied) => ({ soort: 'alleen_voor', leefgebied: gebied.code }));
  }
}

/**
 * The title of a text as it is shown.
 * @param rolLabel the label of the member that the compartment is about, as the reader knows it.
 */
export function veldnaam(soort: Veldsoort, categorie: string, rolLabel: string | null): string {
  switch (soort) {
    case 'alleen_voor':
      return `alleen voor ${ALLEEN_VOOR[categorie] ?? categorie}`;
    case 'concept':
    case 'uitgangspunt':
      return 'uw concept';
    case 'tafelblad':
      return 'zo zien wij het samen';
    case 'zegt':
      return `${rolLabel ?? 'gezin'} zegt`;
    default:
      return soort.replaceAll('_', ' ');
  }
}
