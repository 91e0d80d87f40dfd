import type { Tafel } from '../server/opstelling.ts';
import { bouwCasus, type Casus, type Mensen, mensenAan } from './casus.ts';
import { bevestig, geefRecht, laatWaarnemen, sluitUit, verklaarAcuutGevaar } from './ingreep.ts';
import { GEMEENTE, type Gezelschap, type Opzet, type Plek, paren } from './opzet.ts';

/** People at a server in this process, and where they work. */
export interface Gevestigd<Wie extends string> extends Mensen<Wie> {
  readonly tafel: Tafel;
  /** The id of an organisation, by the word for it. */
  organisatieId(organisatie: string): string;
}

/** What people and organisations are called; each by the word for them when it is left out. */
export interface Namen<Wie extends string> {
  readonly mens?: (wie: Wie) => string;
  /** Another one at each server: no two organisations are called the same. */
  readonly organisatie?: (organisatie: string) => string;
  /** Which organisations are the municipality's. */
  readonly isGemeente?: (organisatie: string) => boolean;
}

/** Puts people and their organisations in. */
export function vestig<Wie extends string>(
  tafel: Tafel,
  gezelschap: Gezelschap<Wie>,
  {
    mens = (wie) => wie,
    organisatie: noem = (organisatie) => organisatie,
    isGemeente = (organisatie) => organisatie === GEMEENTE,
  }: Namen<Wie> = {},
): Gevestigd<Wie> {
  const organisaties = new Map<string, string>();
  const bekenden = paren<Wie, Gezelschap<Wie>[Wie]>(gezelschap).map(([wie, [waar, ...zetels]]) => {
    const organisatie = organisaties.get(waar) ?? tafel.organisatie(noem(waar), isGemeente(waar));
    organisaties.set(waar, organisatie);
    return [
      wie,
      { id: tafel.medewerker(mens(wie), organisatie, ...zetels), zetel: zetels[0] ?? '' },
    ] as const;
  });
  return {
    // One for each of who was given.
    ...mensenAan(tafel, Object.fromEntries(bekenden) as Record<Wie, { id: string; zetel: string }>),
    tafel,
    bevestig: async (casus, wie) => bevestig({ ...casus, tafel }, wie),
    organisatieId: (organisatie) => {
      const id = organisaties.get(organisatie);
      if (id === undefined) throw new Error(`nobody works at ${organisatie}`);
      return id;
    },
  };
}

/** A casus at a server in this process, with all that its opzet says. */
export async function bouw<Wie extends string, Lid extends string>(
  mensen: Gevestigd<Wie>,
  opzet: Opzet<Wie, Lid>,
): Promise<Casus<Wie, Lid> & { readonly tafel: Tafel }> {
  const huis = { ...(await bouwCasus(mensen, opzet)), tafel: mensen.tafel };
  const deel = (plek: Plek<Lid>): string => compartimentVan(mensen, huis, plek);
  for (const { wie, plek, ...recht } of opzet.rechten ?? []) geefRecht(huis, wie, deel(plek), recht);
  for (const { wie, plek, ...duur } of opzet.uitsluitingen ?? []) sluitUit(huis, wie, deel(plek), duur);
  for (const { wie, plek, ...duur } of opzet.acuutGevaar ?? [])
    verklaarAcuutGevaar(huis, wie, deel(plek), duur);
  for (const { wie, van, tot } of opzet.waarnemingen ?? []) laatWaarnemen(huis, wie, van, tot);
  return huis;
}

/** The id of a compartment, whoever may know of it; fails when it isn't there. */
export function compartimentVan<Wie extends string, Lid extends string>(
  mensen: Pick<Gevestigd<Wie>, 'organisatieId'>,
  huis: Pick<Casus<Wie, Lid>, 'casusId' | 'leden'> & { readonly tafel: Tafel },
  { categorie, lid, van }: Plek<Lid>,
): string {
  const { stappen, casussen } = huis.tafel.app;
  const gevonden = stappen
    .lees(() => casussen.beeld(huis.casusId))
    ?.compartimenten.find(
      (deel) =>
        deel.categorie === categorie &&
        deel.lidId === (lid === null ? null : huis.leden[lid]) &&
        deel.organisatieId === (van === null ? null : mensen.organisatieId(van)),
    );
  if (gevonden === undefined)
    throw new Error(`there is no ${categorie} of ${lid ?? 'the household'} at ${van}`);
  return gevonden.id;
}
