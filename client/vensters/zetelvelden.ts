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
    uitleg: 'Over wie u niet kiest, ziet deze persoon niets.',
  });
  const leden = kijk.bord.leden.map((lid) => ({ code: lid.id, naam: hoofdletter(lid.rol) }));
  const welke = vinkjes('lidIds', DEELNEMERLABELS.lidIds, leden, {
    leegBericht: 'Kies voor wie deze persoon meedoet',
  });
  return wie === 'leden' ? [voorWie, welke] : [voorWie];
}

/** The same with each member beside it: who is invited for one takes one choice, and none is chosen beforehand. */
export function voorWieKeuze(kijk: Kijk, wie: string): Veld<'wie' | 'lidIds'>[] {
  const leden = kijk.bord.leden.map((lid) => ({ code: lid.id, naam: hoofdletter(lid.rol) }));
  const meer = leden.length > 2 ? [{ code: 'leden', naam: 'Meer dan één' }] : [];
  const [, ...welke] = voorWieVelden(kijk, wie);
  return [
    rondjes('wie', 'Voor wie?', [...leden, ...meer, HUISHOUDEN], {
      uitleg: 'Over wie u niet kiest, ziet deze persoon niets.',
      leegBericht: 'Kies voor wie deze persoon meedoet',
    }),
    ...welke,
  ];
}

/** The members as the server knows them; null: for the household. */
export function lidIdsVan(waarden: { readonly wie: string; readonly lidIds: readonly string[] }) {
  if (waarden.wie === 'leden') return waarden.lidIds;
  return waarden.wie === HUISHOUDEN.code ? null : [waarden.wie].filter((lidId) => lidId !== '');
}

const HUISHOUDEN = { code: 'huishouden', naam: 'Het hele huishouden' };

const VOOR_WIE = [HUISHOUDEN, { code: 'leden', naam: 'Alleen voor:' }];
