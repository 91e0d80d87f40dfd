import type { Lijsten } from '../../shared/contract/lijsten.ts';
import {
  EXPERTISES,
  GEBRUIKELIJK,
  GRONDSLAGEN,
  type Lijstregel,
  SOORTEN_HULP,
  WAARVOOR,
} from '../../shared/lijsten.ts';
import type { Regelboek } from '../../shared/need-to-know/matrix.ts';
import { STANDEN, STATUSSEN, UITKOMSTEN, WETTEN } from '../../shared/plan/kaartsoorten.ts';
import { LEEFGEBIEDEN } from '../../shared/plan/leefgebieden.ts';
import { WETNAMEN } from '../../shared/plan/wetnamen.ts';
import { ROLLEN } from '../../shared/plan/rollen.ts';
import type { Omvang } from '../kern/omvang.ts';
import type { Termijnen } from '../kern/termijnen.ts';
import { kanRegisseren } from '../regie/regie.ts';

/** All lists from which people choose, as they hold on a date (YYYY-MM-DD). */
export function lijstenOp(
  datum: string,
  regels: Regelboek,
  omvang: Pick<Omvang, 'tekst' | 'tekstLetOp' | 'kaarten' | 'stappen'>,
  termijnen: Termijnen,
): Lijsten {
  const geldig = <T extends Lijstregel>(lijst: readonly T[]): T[] =>
    lijst.filter(({ van, tot }) => van <= datum && (tot === null || datum < tot));
  return {
    waarvoor: geldig(WAARVOOR),
    grondslag: geldig(GRONDSLAGEN),
    soortHulp: geldig(SOORTEN_HULP),
    expertise: geldig(EXPERTISES),
    zetels: [...regels.zetels.values()].map(({ code, naam, discreet, brengtIn }) => ({
      code,
      naam,
      discreet,
      brengtIn,
      kernteam: regels.kernteam.has(code),
      regisseert: kanRegisseren({ zetel: code }, regels),
      gebruikelijk: GEBRUIKELIJK[code] ?? { waarvoor: null, grondslag: null },
    })),
    categorieen: [...regels.categorieen.values()].map(({ code, naam, perOrganisatie, opent, bewaren }) => ({
      code,
      naam,
      perOrganisatie,
      opent,
      bewaren,
    })),
    leefgebieden: LEEFGEBIEDEN.map(({ code, naam, achtergrond }) => ({
      code,
      naam,
      achtergrond: [...achtergrond],
    })),
    rollen: [...ROLLEN],
    wetten: WETTEN.map((code) => ({ code, naam: WETNAMEN[code] })),
    standen: STANDEN.map((code) => ({ code, naam: code })),
    uitkomsten: UITKOMSTEN.map((code) => ({ code, naam: code.replaceAll('_', ' ') })),
    statussen: STATUSSEN.map((code) => ({ code, naam: code.replaceAll('_', ' ') })),
    matrixversie: regels.versie,
    omvang: {
      tekstLetOp: omvang.tekstLetOp,
      tekst: omvang.tekst,
      kaarten: omvang.kaarten,
      stappen: omvang.stappen,
    },
    termijnen: { ...termijnen },
  };
}
