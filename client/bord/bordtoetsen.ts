import type { LitElement } from 'lit';
import { ga } from '../ui/navigatie.ts';
import { hoortToetsen, vangOp } from '../ui/toetsen.ts';
import { openVenster } from '../vensters/venster.ts';
import { DELEN, naarDeel } from './delen.ts';
import { TOEVOEGEN, ZOEKEN } from './deuren.ts';

/** The keys of a board, for as long as it stands. */
export function bordtoetsen(bord: LitElement & { readonly casusId: string }): void {
  const opent = (venster: Parameters<typeof openVenster<undefined>>[1]) => (): true => {
    openVenster(bord, venster, undefined);
    return true;
  };
  hoortToetsen(bord, () => [
    { toets: '/', naam: 'Zoeken op dit bord', doe: vangOp(opent(ZOEKEN)) },
    { toets: 'n', naam: 'Iets toevoegen', doe: opent(TOEVOEGEN) },
    {
      toets: 'p',
      naam: 'Afdrukken',
      doe: () => {
        ga(`/casussen/${bord.casusId}/afdrukken`);
        return true;
      },
    },
    ...DELEN.map((deel) => ({
      toets: `g ${deel.letter}`,
      naam: `Naar ${deel.naam}`,
      doe: () => naarDeel(bord, deel),
    })),
  ]);
}
