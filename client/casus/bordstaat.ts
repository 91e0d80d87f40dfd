import type { Bord } from '../../shared/contract/casussen.ts';
import type { Opening } from '../../shared/contract/compartimenten.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';

/** What the screen knows of one casus. Made anew at every change; nothing outside it holds content. */
export interface Bordstaat {
  readonly bord: Bord;
  /** Ids of the deelnemers who are present, of those whom I know by name (NK19). */
  readonly aanwezig: readonly string[];
}

/** Something that the server told about a kaart. */
export type Kaartbericht = { readonly kaart: Kaart } | { readonly weg: string };

/** The board as it was fetched again. What is no longer in it is gone with the old state (NK7). */
export function metBord(staat: Bordstaat | null, bord: Bord): Bordstaat {
  return metAanwezig({ bord, aanwezig: [] }, staat?.aanwezig ?? []);
}

/** Applies what the server told about a kaart; the same state when it changes nothing. */
export function metBericht(staat: Bordstaat, bericht: Kaartbericht): Bordstaat {
  return 'weg' in bericht ? zonderKaart(staat, bericht.weg) : metKaart(staat, bericht.kaart);
}

/**
 * Takes in a kaart that is new or changed. An older one than the one at hand is late and is left out, as far as that
 * shows: `versie` says whether two are the same, not which came first. So is one from a compartment that isn't open
 * here, which a closing tile left on its way (NK7).
 */
export function metKaart(staat: Bordstaat, kaart: Kaart): Bordstaat {
  const { kaarten } = staat.bord;
  const plaats = kaarten.findIndex((ander) => ander.id === kaart.id);
  const eerder = kaarten[plaats];
  if (!isOpen(staat.bord, kaart)) return staat;
  if (eerder === undefined) return metKaarten(staat, [...kaarten, kaart]);
  if (!isNieuwer(kaart, eerder)) return staat;
  return metKaarten(staat, kaarten.with(plaats, kaart));
}

/** Takes a kaart away, with its text. My concept for that text stays, and has nowhere to go. */
export function zonderKaart(staat: Bordstaat, kaartId: string): Bordstaat {
  const { kaarten, velden } = staat.bord;
  const over = kaarten.filter((kaart) => kaart.id !== kaartId);
  if (over.length === kaarten.length) return staat;
  const weg = new Set(velden.filter((veld) => veld.kaartId === kaartId).map((veld) => veld.id));
  return {
    ...staat,
    bord: {
      ...staat.bord,
      kaarten: over,
      velden: velden
        .filter((veld) => !weg.has(veld.id))
        .map((veld) =>
          veld.conceptVoor !== null && weg.has(veld.conceptVoor) ? { ...veld, conceptVoor: null } : veld,
        ),
    },
  };
}

/** What opening a compartment gave: it counts as opened, and its kaarten and velden come in. */
export function metOpening(staat: Bordstaat, compartimentId: string, opening: Opening): Bordstaat {
  const { bord } = staat;
  const nieuw = new Set(opening.kaarten.map((kaart) => kaart.id));
  return {
    ...staat,
    bord: {
      ...bord,
      compartimenten: bord.compartimenten.map((compartiment) =>
        compartiment.id === compartimentId ? { ...compartiment, geopend: true } : compartiment,
      ),
      velden: [...bord.velden.filter((veld) => veld.compartimentId !== compartimentId), ...opening.velden],
      kaarten: [...bord.kaarten.filter((kaart) => !nieuw.has(kaart.id)), ...opening.kaarten],
      onleesbaar: [
        ...bord.onleesbaar.filter((id) => id !== compartimentId),
        ...(opening.onleesbaar ? [compartimentId] : []),
      ],
    },
  };
}

/** Who is present, of those who stand on this board. */
export function metAanwezig(staat: Bordstaat, deelnemerIds: readonly string[]): Bordstaat {
  const bekend = new Set(staat.bord.deelnemers.map((deelnemer) => deelnemer.id));
  return { ...staat, aanwezig: deelnemerIds.filter((id) => bekend.has(id)) };
}

function metKaarten(staat: Bordstaat, kaarten: Kaart[]): Bordstaat {
  return { ...staat, bord: { ...staat.bord, kaarten } };
}

/** Whether a kaart may stand on this board: it names me (NK22), or its compartment is open here. */
function isOpen(bord: Bord, kaart: Kaart): boolean {
  if (kaart.compartimentId === null) return true;
  const compartiment = bord.compartimenten.find((ander) => ander.id === kaart.compartimentId);
  return compartiment?.geopend === true && isMinstens(compartiment.niveau, 'lezen');
}

function isNieuwer(kaart: Kaart, eerder: Kaart): boolean {
  if (kaart.gewijzigdOp !== eerder.gewijzigdOp) return kaart.gewijzigdOp > eerder.gewijzigdOp;
  // Who reads the whole keeps the whole (NK22 names a part).
  if (kaart.compartimentId === null && eerder.compartimentId !== null) return false;
  return kaart.versie !== eerder.versie;
}
