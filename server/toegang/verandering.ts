import type { Beslisser } from '../../shared/need-to-know/beslissing.ts';
import { hoogste, isMinstens, type Niveau } from '../../shared/need-to-know/niveaus.ts';

/** Whether a level in `was` is lower in `wordt`, or gone. */
export function verloor(was: ReadonlyMap<string, Niveau>, wordt: ReadonlyMap<string, Niveau>): boolean {
  for (const [id, niveau] of was) if (!isMinstens(wordt.get(id) ?? 'verborgen', niveau)) return true;
  return false;
}

/** What changed for one person, and whether something of it dropped. */
export interface Niveauwijzigingen {
  readonly persoonId: string;
  readonly wijzigingen: readonly {
    readonly compartimentId: string;
    readonly van: Niveau;
    readonly naar: Niveau;
  }[];
  readonly verloor: boolean;
}

/** Every level above `verborgen` in a casus, by person and compartment: of seat and place the higher. */
export function niveausVan(beslisser: Beslisser): Map<string, Niveau> {
  const { deelnemers, plaatsen = [], compartimenten } = beslisser.feiten;
  const gevonden = new Map<string, Niveau>();
  const neem = (persoonId: string, compartimentId: string, niveau: Niveau): void => {
    if (niveau === 'verborgen') return;
    const sleutel = `${persoonId} ${compartimentId}`;
    gevonden.set(sleutel, hoogste(niveau, gevonden.get(sleutel) ?? 'verborgen'));
  };
  for (const deelnemer of deelnemers)
    for (const compartiment of compartimenten)
      neem(deelnemer.persoonId, compartiment.id, beslisser.niveau(deelnemer, compartiment));
  for (const plaats of plaatsen)
    for (const compartiment of compartimenten)
      neem(plaats.persoonId, compartiment.id, beslisser.niveauOpPlaats(plaats, compartiment));
  return gevonden;
}

/** Every level that differs, by person. */
export function vergelijk(
  was: ReadonlyMap<string, Niveau>,
  wordt: ReadonlyMap<string, Niveau>,
): Niveauwijzigingen[] {
  const perPersoon = new Map<string, Niveauwijzigingen>();
  for (const sleutel of new Set([...was.keys(), ...wordt.keys()])) {
    const van = was.get(sleutel) ?? 'verborgen';
    const naar = wordt.get(sleutel) ?? 'verborgen';
    if (van === naar) continue;
    const [persoonId = '', compartimentId = ''] = sleutel.split(' ');
    const eerder = perPersoon.get(persoonId);
    perPersoon.set(persoonId, {
      persoonId,
      wijzigingen: [...(eerder?.wijzigingen ?? []), { compartimentId, van, naar }],
      verloor: eerder?.verloor === true || !isMinstens(naar, van),
    });
  }
  return [...perPersoon.values()];
}
