import { DEELNEMERLABELS } from '../../shared/plan/veldlabels.ts';
import type { Kijk } from '../casus/kijk.ts';
import { hoofdletter } from '../ui/opsomming.ts';
import { lijst, rondjes, type Veld, vinkjes } from './veld.ts';

/** From where somebody takes part: a choice, or said when there is none. */
export function vanuitVeld(kijk: Kijk, zetels: readonly string[]): Veld<'zetel'>[] {
  const keuzes = zetels.map((code) => ({ code, naam: kijk.zetelnaam(code) }));
  return keuzes.length < 2
    ? []
    : [lijst('zetel', DEELNEMERLABELS.zetel, keuzes, { leeg: false, vanzelf: zetels[0] })];
}

/** For whom somebody takes part: everyone, or named members. @param wie what was chosen */
export function voorWieVelden(kijk: Kijk, wie: string): Veld<'wie' | 'lidIds'>[] {
  const voorWie = rondjes('wie', 'Voor wie?', VOOR_WIE, {
    uitleg: 'Over wie hier niet bij staat, ziet deze persoon niets.',
  });
  const leden = kijk.bord.leden.map((lid) => ({ code: lid.id, naam: hoofdletter(lid.rol) }));
  const welke = vinkjes('lidIds', DEELNEMERLABELS.lidIds, leden, {
    leegBericht: 'Kies voor wie deze persoon meedoet',
  });
  return wie === 'leden' ? [voorWie, welke] : [voorWie];
}

/** The members as the server knows them; null: for the household. */
export function lidIdsVan(waarden: { readonly wie: string; readonly lidIds: readonly string[] }) {
  return waarden.wie === 'leden' ? waarden.lidIds : null;
}

const VOOR_WIE = [
  { code: 'huishouden', naam: 'Het hele huishouden' },
  { code: 'leden', naam: 'Alleen voor:' },
];
