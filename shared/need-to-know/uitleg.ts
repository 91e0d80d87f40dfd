import { exhaustief } from '../exhaustief.ts';
import type { Beslisregel, Beslisser } from './beslissing.ts';
import type { CompartimentFeit, DeelnemerFeit } from './feiten.ts';
import type { Niveau } from './niveaus.ts';

/** A rule that applied, in plain Dutch (NK9). */
export interface Uitlegregel {
  readonly id: string;
  readonly tekst: string;
}

/** Why somebody's level is what it is. */
export interface Uitleg {
  readonly niveau: Niveau;
  readonly regels: readonly Uitlegregel[];
}

/**
 * Explains a level to the person whose it is (NK9). Every `dat` explains itself in the same words: what kind of thing it
 * is, that who keeps it decides, and whom to call. No row of the matrix, for an exclusion or a right may be what gave it
 * (NK8); who keeps something adds nothing (NK4); their own seat that nobody confirmed yet does (NK12).
 * @param niveau as it stands on the board: a tile that stands for what was closed to somebody is `dat`.
 */
export function verklaar(
  beslisser: Beslisser,
  deelnemer: DeelnemerFeit,
  compartiment: CompartimentFeit,
  niveau: Niveau = beslisser.niveau(deelnemer, compartiment),
): Uitleg {
  const spoor: Beslisregel[] = [];
  beslisser.beslis(deelnemer, compartiment, spoor);
  const categorie = beslisser.regels.categorieen.get(compartiment.categorie)?.naam ?? '';
  const zetel = beslisser.regels.zetels.get(deelnemer.zetel)?.naam ?? deelnemer.zetel;
  const { versie } = beslisser.regels;
  // Of what is hidden nothing is explained (NK5), also not why it would have been open elsewhere.
  if (niveau === 'verborgen') return { niveau, regels: [] };
  // The same for everyone, whatever gave it.
  if (niveau === 'dat') {
    const wacht = beslisser.wachtAchterTegel(deelnemer, compartiment) !== null;
    return {
      niveau,
      regels: [
        { id: 'NK9', tekst: 'Dit is niet voor u opengesteld.' },
        ...(wacht ? [NIET_BEVESTIGD] : []),
        {
          id: 'NK4',
          tekst: `“${categorie}” kan hier een onderwerp zijn. Wie dit bewaart, beslist wie het leest. Hebt u iets nodig? Bel wie hierbij staat.`,
        },
      ],
    };
  }
  const regels = spoor
    .filter((regel) => regel.niveau !== 'verborgen')
    .map((regel) => regelVan(regel, zetel, categorie, versie));
  return { niveau, regels };
}

/** NK12: of their own organisation's part somebody knows by their seat that it can be there. */
const NIET_BEVESTIGD: Uitlegregel = {
  id: 'NK12',
  tekst:
    'Wat uw eigen organisatie hier bewaart, gaat open als een collega die hier schrijft, bevestigt dat u erbij hoort. ' +
    'Doet er geen collega mee, dan bevestigt uw leidinggevende het.',
};

function regelVan(regel: Beslisregel, zetel: string, categorie: string, versie: string): Uitlegregel {
  const wat = WERKWOORD[regel.niveau];
  switch (regel.regel) {
    case 'matrix':
      return {
        id: 'matrix',
        tekst: `Afspraak van de gemeente (versie ${versie}): vanuit ${zetel} ${wat} “${categorie}”.`,
      };
    case 'regisseur':
      return { id: 'regisseur', tekst: `Als regisseur ${wat} “${categorie}”.` };
    case 'NK11':
      return {
        id: 'NK11',
        tekst: 'Als regisseur weet u wat er bij dit huishouden speelt, niet vanzelf wat er staat.',
      };
    case 'recht':
      return { id: 'recht', tekst: 'Wie dit bijhoudt, heeft goedgevonden dat u meeleest.' };
    case 'toegelaten':
      return { id: 'OV11', tekst: 'U bent hier bij een vraag om advies betrokken.' };
    case 'acuut_gevaar':
      return { id: 'NK25', tekst: 'Het is open omdat u acuut gevaar hebt gemeld.' };
    case 'maker':
      return { id: 'maker', tekst: 'Dit is uw eigen concept. Alleen u ziet het.' };
    case 'NK1':
    case 'onderwerp':
    case 'eigen_lid':
    case 'kring':
    case 'tegel':
      return { id: regel.regel, tekst: 'U doet hierin mee.' };
    default:
      return exhaustief(regel);
  }
}

const WERKWOORD: Readonly<Record<Niveau, string>> = {
  verborgen: 'ziet u niets van',
  dat: 'weet u alleen dat er iets kan staan bij',
  lezen: 'leest u',
  schrijven: 'leest en schrijft u',
};
