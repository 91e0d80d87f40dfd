import type { Kaartsoort } from '../../shared/plan/kaartsoorten.ts';
import { ApiFout } from '../api/api.ts';
import type { Kijk } from '../casus/kijk.ts';
import type { Fouten } from '../ui/formulier.ts';
import { type Invulling, isMeervoudig, KAARTVORMEN, type Kaartvorm } from './kaartvelden.ts';

/** The id of the control of a field; one form is open at a time. */
export function veldId(naam: string): string {
  return `bord-veld-${naam}`;
}

/** The id of the choice of a place. */
export const VELD_PLAATS = veldId('plaats');

/** What is still missing, before the server is asked. */
export function foutenVanInvulling(kijk: Kijk, soort: Kaartsoort, invulling: Invulling): Fouten {
  const fouten = new Map<string, string>();
  for (const veld of KAARTVORMEN[soort].velden) {
    const waarde = invulling[veld.naam];
    const leeg = isMeervoudig(veld) || typeof waarde !== 'string' ? false : waarde.trim() === '';
    if (veld.verplicht && leeg) fouten.set(veldId(veld.naam), `Vul in: ${veld.label.replace(/[?.]$/, '')}`);
  }
  const gevoelig = kijk.lijsten.soortHulp.find(({ code }) => code === invulling.soortHulp)?.gevoelig === true;
  // NK21: help about health, youth or safety stands here only with the household's agreement.
  if (soort === 'hulp' && gevoelig && !invulling.akkoord) {
    fouten.set(
      veldId('akkoord'),
      'Vul in sinds wanneer het gezin goed vindt dat dit hier staat. Zonder dat mag deze hulp hier niet staan.',
    );
  }
  return fouten;
}

/** What the server found wrong, by control; empty when it isn't about a field that this form shows. */
export function foutenVanServer(fout: unknown, vorm: Kaartvorm): Fouten {
  if (!(fout instanceof ApiFout)) return new Map();
  const perVeld = fout.fouten.map(({ veld, bericht }) => {
    const naam = veld.split('.')[0] ?? veld;
    return [naam === 'compartimentId' ? 'plaats' : naam, bericht] as const;
  });
  const bekend = new Set(['plaats', ...vorm.velden.map((veld) => veld.naam)]);
  if (!perVeld.every(([naam]) => bekend.has(naam))) return new Map();
  return new Map(perVeld.map(([naam, bericht]) => [veldId(naam), bericht]));
}
