import type { Veld } from '../../shared/contract/velden.ts';
import { exhaustief } from '../../shared/exhaustief.ts';
import { type Overdrachtsoort, type Veldsoort, veldnaam } from '../../shared/plan/velden.ts';
import { inEenZin, type Kijk } from '../casus/kijk.ts';
import { hoofdletter } from '../ui/opsomming.ts';

/** What kind of text it is: by where it stands, for that decides it. All of who has the regie are notes here. */
export function veldsoort(kijk: Kijk, veld: Veld): Exclude<Veldsoort, Overdrachtsoort> {
  if (veld.concept) return 'concept';
  if (veld.kaartId !== null) return 'toelichting';
  const categorie = kijk.compartiment(veld.compartimentId)?.categorie ?? '';
  if (categorie === 'hulp') return 'houd_rekening_met';
  if (categorie === 'inwoner') return 'zegt';
  if (categorie === 'regie') return 'notities';
  if (categorie !== 'plan') return 'alleen_voor';
  return veld.naam === veldnaam('integrale_analyse', categorie, null)
    ? 'integrale_analyse'
    : 'gewenst_resultaat';
}

/** What stands above a text: `Houd rekening met`, `Moeder zegt`. */
export function veldtitel(veld: Veld): string {
  return hoofdletter(veld.naam);
}

/** The member that a text is about, as a role label; null: the household, or its title says it. */
export function overWieVeld(kijk: Kijk, veld: Veld): string | null {
  const soort = veldsoort(kijk, veld);
  const lidId = kijk.compartiment(veld.compartimentId)?.lidId ?? null;
  return lidId === null || soort === 'zegt' || soort === 'toelichting' ? null : kijk.rol(lidId);
}

/** A text by its full name, for who doesn't see where it stands: `Houd rekening met bij wonen, over moeder`. */
export function veldlabel(kijk: Kijk, veld: Veld): string {
  const kaart = kijk.bord.kaarten.find(({ id }) => id === veld.kaartId);
  const bij =
    kaart !== undefined
      ? ` bij ‘${kaart.titel}’`
      : veld.leefgebied === null
        ? ''
        : ` bij ${inEenZin(kijk.leefgebiednaam(veld.leefgebied))}`;
  const over = overWieVeld(kijk, veld);
  return `${veldtitel(veld)}${bij}${over === null ? '' : `, over ${over}`}`;
}

/** What belongs in a text, said where nothing stands yet. */
export function veldvraag(kijk: Kijk, veld: Veld): string {
  const soort = veldsoort(kijk, veld);
  switch (soort) {
    case 'houd_rekening_met':
      return 'Waar moet iedereen rekening mee houden? Niet waarom.';
    case 'alleen_voor':
      return 'Wat moeten uw eigen collega’s hierover weten?';
    case 'zegt': {
      const lidId = kijk.compartiment(veld.compartimentId)?.lidId ?? null;
      const wie = kijk.onderwerp(lidId);
      return `Wat wil ${wie} zelf? Schrijf het op in de eigen woorden van ${wie}.`;
    }
    case 'integrale_analyse':
      return 'Wat speelt er, en hoe hangt dat samen? Alleen wat nodig is voor het plan.';
    case 'gewenst_resultaat':
      return 'Hoe ziet het eruit als het goed gaat?';
    case 'notities':
      return 'Wat wilt u onthouden, of straks overdragen?';
    case 'toelichting':
      return 'Wat moeten anderen hierbij nog weten?';
    case 'tafelblad':
      return 'Hoe ziet de tafel het samen?';
    case 'concept':
    // Stands beside one, and is shown nowhere.
    case 'uitgangspunt':
      return 'Wat wilt u opschrijven?';
    default:
      return exhaustief(soort);
  }
}

/** Whether I write in a text. */
export function magSchrijven(kijk: Kijk, veld: Veld): boolean {
  return kijk.compartiment(veld.compartimentId)?.niveau === 'schrijven';
}

/** The texts of one kind that belong at a place of the board, within the chosen member; concepts aren't among them. */
export function veldenBij(kijk: Kijk, soort: Veldsoort, past: (veld: Veld) => boolean = () => true): Veld[] {
  return kijk.bord.velden.filter((veld) => {
    const plaats = kijk.compartiment(veld.compartimentId);
    return (
      plaats?.geopend === true &&
      kijk.inBeeld([plaats.lidId]) &&
      veldsoort(kijk, veld) === soort &&
      past(veld)
    );
  });
}

/** A kaart's own text. */
export function toelichtingVan(kijk: Kijk, kaartId: string): Veld | undefined {
  return kijk.bord.velden.find((veld) => veld.kaartId === kaartId && !veld.concept);
}
