import type { Agendapunt } from '../../shared/contract/agendapunten.ts';
import type { NieuweOverlegstap, Overleg } from '../../shared/contract/overleggen.ts';
import { volgendOnderdeel } from '../../shared/overlegmachine.ts';
import { naamVanPunt, ONDERDEEL } from './woorden.ts';

/** What who leads an overleg can do with it now, by its button and its key. */
export interface Stapkeuze {
  readonly doe: 'hoofd' | 'punt-dicht' | 'heropen' | 'wissel' | 'sluit';
  readonly toets: string;
  readonly naam: string;
  /** Null: it is asked about first. */
  readonly stap: Omit<NieuweOverlegstap, 'versie'> | null;
}

/** All that can be done now, the likeliest first (OV2). */
export function stapkeuzes(overleg: Overleg): readonly Stapkeuze[] {
  const { stand } = overleg;
  if (stand === null || overleg.staat === 'gesloten') return [];
  const wissel = wisselVan(overleg);
  return [...(stand.ikLeid ? leidt(overleg) : []), ...(wissel === null ? [] : [wissel])];
}

function leidt(overleg: Overleg): Stapkeuze[] {
  const { stand } = overleg;
  if (stand?.fase === 'voorbereiding')
    return [{ doe: 'hoofd', toets: 'o', naam: 'Open het overleg', stap: { stap: 'open' } }];
  return stand?.fase === 'item' ? inPunt(stand) : tussen(overleg);
}

function inPunt({ agendapuntId, onderdeel }: NonNullable<Overleg['stand']>): Stapkeuze[] {
  const dicht = { toets: 's', naam: 'Sluit dit punt', stap: { stap: 'tussen' } } as const;
  const verder = onderdeel === null ? null : volgendOnderdeel(onderdeel);
  if (verder === null || agendapuntId === null) return [{ ...dicht, doe: 'hoofd' }];
  return [
    {
      doe: 'hoofd',
      toets: 'v',
      naam: `Volgende: ${ONDERDEEL[verder]}`,
      stap: { stap: 'item', agendapuntId, onderdeel: verder },
    },
    { ...dicht, doe: 'punt-dicht' },
  ];
}

function tussen({ agendapunten }: Overleg): Stapkeuze[] {
  const volgend = agendapunten.find(({ staat }) => staat === 'aanvaard');
  const laatst = agendapunten.findLast(({ staat }) => staat === 'besproken');
  const heropen: Stapkeuze[] =
    laatst === undefined
      ? []
      : [{ doe: 'heropen', toets: 'h', naam: `Heropen ${naamVanPunt(laatst)}`, stap: heropent(laatst) }];
  const sluit = { toets: 'x', naam: 'Sluit het overleg …', stap: null } as const;
  if (volgend === undefined) return [{ ...sluit, doe: 'hoofd' }, ...heropen];
  return [
    {
      doe: 'hoofd',
      toets: 'v',
      naam: `Begin met ${naamVanPunt(volgend)}`,
      stap: { stap: 'item', agendapuntId: volgend.id },
    },
    ...heropen,
    { ...sluit, doe: 'sluit' },
  ];
}

/** Opens something of the agenda again that was closed. */
export function heropent({ id }: Agendapunt): NonNullable<Stapkeuze['stap']> {
  return { stap: 'heropen', agendapuntId: id };
}

/** Who leads it: the chair hands it to the deputy or takes it back, and the deputy takes it when the chair is gone. */
function wisselVan({ rol, stand, plaatsvervanger }: Overleg): Stapkeuze | null {
  if (stand === null || plaatsvervanger === null) return null;
  const kan = rol === 'voorzitter' || (rol === 'plaatsvervanger' && !stand.ikLeid);
  if (!kan) return null;
  const naam = !stand.ikLeid
    ? rol === 'voorzitter'
      ? 'Neem de leiding terug'
      : 'Neem de leiding over'
    : `Geef de leiding aan ${plaatsvervanger.naam}`;
  return { doe: 'wissel', toets: 'w', naam, stap: { stap: 'neem_over' } };
}
