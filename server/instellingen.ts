import { isIP } from 'node:net';
import { z } from '../shared/contract/zod.ts';
import { isZichtbaar } from '../shared/invoer/tekst.ts';
import { BUDGETMATEN } from './kern/budget.ts';
import { OMVANG, type Omvang } from './kern/omvang.ts';
import { TERMIJNEN, type Termijnen } from './kern/termijnen.ts';

/** As a browser sends it in a Host header, without its port. */
const HOSTNAAM = /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])$/;

/** In plain digits, no more: JavaScript itself takes nothing at all for 0, and reads 1e3 and 0x10. */
function getal(van: number, tot: number, standaard: number) {
  const fout = { error: `moet een heel getal zijn, van ${van} tot en met ${tot}` };
  return z
    .string()
    .trim()
    .regex(/^\d{1,10}$/, fout)
    .transform(Number)
    .pipe(z.int(fout).min(van, fout).max(tot, fout))
    .default(standaard);
}

/** A size has an end, which may be set elsewhere but not be taken away. */
const grens = (standaard: number) => getal(1, 100_000_000, standaard);

const MAP = z
  .string()
  .refine((pad) => isZichtbaar(pad) && !/\p{Cc}/u.test(pad), { message: 'moet de naam van een map zijn' });

const Omgevingsvariabelen = z.object({
  REGIETAFEL_POORT: getal(0, 65_535, 3000),
  REGIETAFEL_ADRES: z
    .string()
    .refine((adres) => isIP(adres) !== 0 || adres === 'localhost', {
      message: 'moet een IP-adres zijn, of localhost',
    })
    .default('127.0.0.1'),
  REGIETAFEL_HOSTS: z
    .string()
    .default('')
    .transform((lijst) =>
      lijst
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((naam) => naam !== ''),
    )
    .refine((namen) => namen.every((naam) => HOSTNAAM.test(naam)), {
      message: 'moet een lijst van namen zijn met komma’s ertussen, zonder https:// en zonder poort',
    }),
  REGIETAFEL_DATA: MAP.default('./data'),
  REGIETAFEL_SLEUTELS: MAP.default('./sleutels'),
  REGIETAFEL_TEKST: grens(OMVANG.tekst),
  REGIETAFEL_TEKST_LET_OP: grens(OMVANG.tekstLetOp),
  REGIETAFEL_COMPARTIMENT: grens(OMVANG.compartiment),
  REGIETAFEL_KAARTEN: grens(OMVANG.kaarten),
  REGIETAFEL_STAPPEN: grens(OMVANG.stappen),
  REGIETAFEL_LIJNEN: grens(OMVANG.lijnen),
  REGIETAFEL_GEMAAKT_PER_DAG: grens(OMVANG.gemaaktPerDag),
  REGIETAFEL_CASUSSEN_PER_DAG: grens(OMVANG.casussenPerDag),
  REGIETAFEL_CASUS_KAARTEN: grens(OMVANG.casusKaarten),
  REGIETAFEL_CASUS_BYTES: grens(OMVANG.casusBytes),
  REGIETAFEL_RECHT_DAGEN: grens(TERMIJNEN.rechtDagen),
  REGIETAFEL_VERZOEK_WERKDAGEN: grens(TERMIJNEN.verzoekWerkdagen),
  REGIETAFEL_OPDRACHTEN: grens(BUDGETMATEN.opdrachtenPerMinuut),
  REGIETAFEL_MODUS: z.enum(['demo'], { error: 'kan nu alleen demo zijn' }).default('demo'),
});

/** How the server is to run. */
export interface Instellingen {
  readonly poort: number;
  readonly adres: string;
  /** Names by which people come here (ST7), beside this machine's own in demo mode. */
  readonly hosts: readonly string[];
  readonly data: string;
  readonly sleutels: string;
  readonly demo: boolean;
  /** Where sizes end (ST6). */
  readonly omvang: Omvang;
  /** How long things last or may take. */
  readonly termijnen: Termijnen;
  /** Commands a minute of one person; all that they may cost follows from it (ST6). */
  readonly opdrachtenPerMinuut: number;
}

/** What is wrong with the environment, in plain Dutch. */
export class InstellingFout extends Error {
  override readonly name = 'InstellingFout';
}

/**
 * Reads the environment.
 * @throws InstellingFout naming each variable that is wrong; also when demo mode is to listen outside loopback:
 *   anyone there could sign in as anybody.
 */
export function leesInstellingen(env: Readonly<Record<string, string | undefined>>): Instellingen {
  const gelezen = Omgevingsvariabelen.safeParse(env);
  if (!gelezen.success) {
    const regels = gelezen.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`);
    throw new InstellingFout(`Deze instellingen kloppen niet:\n${regels.join('\n')}`);
  }
  const {
    REGIETAFEL_POORT,
    REGIETAFEL_ADRES,
    REGIETAFEL_HOSTS,
    REGIETAFEL_DATA,
    REGIETAFEL_SLEUTELS,
    REGIETAFEL_MODUS,
    ...grenzen
  } = gelezen.data;
  const demo = REGIETAFEL_MODUS === 'demo';
  if (demo && !isLoopback(REGIETAFEL_ADRES)) {
    throw new InstellingFout(
      `In de demo kan iedereen zich aanmelden als wie dan ook. Daarom luistert de demo alleen op deze computer zelf, ` +
        `en niet op ${REGIETAFEL_ADRES}. Haal REGIETAFEL_ADRES weg, of zet het op 127.0.0.1.`,
    );
  }
  return {
    poort: REGIETAFEL_POORT,
    adres: REGIETAFEL_ADRES,
    hosts: REGIETAFEL_HOSTS,
    data: REGIETAFEL_DATA,
    sleutels: REGIETAFEL_SLEUTELS,
    demo,
    omvang: {
      tekst: grenzen.REGIETAFEL_TEKST,
      tekstLetOp: grenzen.REGIETAFEL_TEKST_LET_OP,
      compartiment: grenzen.REGIETAFEL_COMPARTIMENT,
      kaarten: grenzen.REGIETAFEL_KAARTEN,
      stappen: grenzen.REGIETAFEL_STAPPEN,
      lijnen: grenzen.REGIETAFEL_LIJNEN,
      gemaaktPerDag: grenzen.REGIETAFEL_GEMAAKT_PER_DAG,
      casussenPerDag: grenzen.REGIETAFEL_CASUSSEN_PER_DAG,
      casusKaarten: grenzen.REGIETAFEL_CASUS_KAARTEN,
      casusBytes: grenzen.REGIETAFEL_CASUS_BYTES,
    },
    termijnen: {
      rechtDagen: grenzen.REGIETAFEL_RECHT_DAGEN,
      verzoekWerkdagen: grenzen.REGIETAFEL_VERZOEK_WERKDAGEN,
    },
    opdrachtenPerMinuut: grenzen.REGIETAFEL_OPDRACHTEN,
  };
}

/** Whether an address is reachable from this machine alone. */
export function isLoopback(adres: string): boolean {
  return adres === 'localhost' || adres === '::1' || /^127\./.test(adres);
}
