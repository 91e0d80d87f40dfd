import { type DemoHuishouden, kalender } from './huishouden.ts';
import { alleenThuis } from './huishoudens/alleen-thuis.ts';
import { bijnaUitgezet } from './huishoudens/bijna-uitgezet.ts';
import { chronischZiek } from './huishoudens/chronisch-ziek.ts';
import { kindMetAutisme } from './huishoudens/kind-met-autisme.ts';
import { langInDeBijstand } from './huishoudens/lang-in-de-bijstand.ts';
import { nieuwInNederland } from './huishoudens/nieuw-in-nederland.ts';
import { postEnSchool } from './huishoudens/post-en-school.ts';
import { tussenSchoolEnWerk } from './huishoudens/tussen-school-en-werk.ts';
import { veiligThuis } from './huishoudens/veilig-thuis.ts';

/**
 * The households of the demo. Newcomers copy what they see, so the shared texts give what others must reckon
 * with, not why; what lies behind it stands with whoever keeps it.
 * @param vandaag `YYYY-MM-DD`; every date in them is counted from it.
 */
export function huishoudens(vandaag: string): DemoHuishouden[] {
  const dagen = kalender(vandaag);
  return [
    postEnSchool(dagen),
    kindMetAutisme(dagen),
    langInDeBijstand(dagen),
    chronischZiek(dagen),
    nieuwInNederland(dagen),
    tussenSchoolEnWerk(dagen),
    bijnaUitgezet(dagen),
    veiligThuis(dagen),
    alleenThuis(dagen),
  ];
}
