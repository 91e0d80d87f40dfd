import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { grondPast } from '../../shared/lijsten.ts';

/** The grounds that can be chosen on a zetel: agreement isn't one on the municipality's own. */
export function grondenVoor({ grondslag, zetels }: Lijsten, zetel: string): Lijsten['grondslag'] {
  return grondslag.filter((grond) =>
    grondPast(
      grond,
      zetels.find(({ code }) => code === zetel),
    ),
  );
}

/** What is usual on a zetel: proposed in a form, where one can choose otherwise. */
export function gebruikelijkOp({ zetels }: Pick<Lijsten, 'zetels'>, zetel: string) {
  const { waarvoor, grondslag } = zetels.find(({ code }) => code === zetel)?.gebruikelijk ?? {};
  return { waarvoor: waarvoor ?? '', grondslag: grondslag ?? '' };
}
