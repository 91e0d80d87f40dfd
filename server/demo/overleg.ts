import type { CasusInbreng, NieuwAgendapunt } from '../../shared/contract/agendapunten.ts';
import { beginVan, datumOp } from '../kern/tijd.ts';
import { isWerkdag } from '../kern/werkdagen.ts';
import type { MedewerkerSleutel } from './gemeente.ts';
import type { Tafel } from './tafel.ts';
import { zoek } from './tafel.ts';

const MINUUT_MS = 60 * 1000;
const DAG_MS = 24 * 60 * MINUUT_MS;
/** So that who starts the demo can look around first. */
const OVER_MS = 10 * MINUUT_MS;
const LAATST = '20:30';

/** What stands on the agenda: each casus by who directs it. */
const CASUSSEN = [
  {
    door: 'fatima',
    minuten: 20,
    vraag: 'Wie helpt bij de post en de regelingen tot het bewind rond is?',
    wetten: ['participatiewet', 'wmo', 'jeugdwet'],
    geprobeerd: 'Samen de post doen, elke maandag. Dat houdt het gezin vol.',
    gezinWil: 'Eén iemand die zij kunnen bellen, en die weet hoe het zit.',
    voorVoorzitter: 'Graag dit punt eerst: om half drie haalt moeder de kinderen.',
    // About kind 1 of this household Tom asked for advice.
    denktMee: 'hanneke',
  },
  {
    door: 'sanne',
    minuten: 20,
    vraag: 'Wat is er nodig zodat de huur ook na de regeling wordt betaald?',
    wetten: ['participatiewet'],
    gezinWil: 'In het huis blijven.',
    denktMee: 'els',
  },
  {
    door: 'naima',
    minuten: 25,
    vraag: 'Hoe passen de tijden van school, begeleiding en werk bij elkaar?',
    wetten: ['jeugdwet', 'participatiewet'],
    gast: 'rachid',
  },
] as const satisfies readonly {
  readonly door: MedewerkerSleutel;
  readonly minuten: number;
  readonly vraag: string;
  readonly wetten: readonly CasusInbreng['wetten'][number][];
  readonly geprobeerd?: string;
  readonly gezinWil?: string;
  readonly voorVoorzitter?: string;
  /** Who is asked to think along, of the members. */
  readonly denktMee?: MedewerkerSleutel;
  /** Who comes for this alone. */
  readonly gast?: MedewerkerSleutel;
}[];

/**
 * An overleg for today, or for the first day on which people work, and a gezinsoverleg the day after.
 * @param casusVan by the key of who brought it
 */
export function vulOverleg(tafel: Tafel, casusVan: ReadonlyMap<string, string>, nu: number): void {
  const { datum, tijd } = eersteMoment(nu);
  const wie = (...sleutels: MedewerkerSleutel[]) => sleutels.map((sleutel) => tafel.persoonId(sleutel));
  const [voorzitterId = '', plaatsvervangerId, notulistId] = wie('petra', 'henk', 'dylan');
  tafel.doe('petra', 'overlegreeks.maak', {
    body: {
      naam: 'Vaste tafel Merwerade',
      plaats: 'Stadhuis, kamer 2.14',
      videolink: 'https://beeld.merwerade.example/vaste-tafel',
      duur: 90,
      ritme: { eerste: datum, tijd, weken: 1 },
      voorzitterId,
      plaatsvervangerId,
      notulistId,
      leden: wie('ali', 'tom', 'jeroen', 'sanne', 'els', 'hanneke'),
    },
  });
  const overlegId = tafel.doe('petra', 'overleg.lijst').overleggen[0]?.id ?? '';
  const brengt = (door: MedewerkerSleutel, body: NieuwAgendapunt) => {
    const { id } = tafel.doe(door, 'agendapunt.breng', { params: { overlegId }, body });
    tafel.doe('petra', 'agendapunt.wijzig', {
      params: { overlegId, agendapuntId: id },
      body: { besluit: 'aanvaard' },
    });
    if (!('gasten' in body) || (body.gasten?.length ?? 0) === 0) return;
    const { agendapunten } = tafel.doe('petra', 'overleg.haal', { params: { overlegId } });
    const voor = agendapunten.filter((punt) => punt.id !== id).reduce((som, punt) => som + punt.minuten, 0);
    tafel.doe('petra', 'agendapunt.wijzig', {
      params: { overlegId, agendapuntId: id },
      body: { venster: { van: later(tijd, voor), tot: later(tijd, voor + body.minuten) } },
    });
  };
  for (const casus of CASUSSEN) {
    const { door, wetten, denktMee, gast, ...inbreng } = { denktMee: null, gast: null, ...casus };
    brengt(door, {
      ...inbreng,
      casusId: zoek(casusVan, door),
      wetten: [...wetten],
      nodig: [],
      meedenkers: denktMee === null ? [] : wie(denktMee),
      gasten: gast === null ? [] : wie(gast),
      gezinWeet: { ja: true },
    });
  }
  brengt('tom', {
    dilemma: {
      titel: 'Wanneer deel je een vermoeden met een collega?',
      tekst:
        'Een ouder vertelt iets in vertrouwen. Een collega van een ander team zou er rekening mee willen houden. Wat vraag je eerst, en aan wie?',
    },
    minuten: 15,
  });
  const morgen = datumOp(beginVan(datum) + DAG_MS + DAG_MS / 2);
  tafel.doe('ali', 'overleg.plan', {
    body: {
      casusId: zoek(casusVan, 'ali'),
      begin: new Date(beginVan(morgen) + 14 * 60 * MINUUT_MS).toISOString(),
      duur: 60,
      plaats: 'Bij mevrouw thuis',
      vraag: 'Wie komt er wanneer langs, zodat het samen een week wordt?',
    },
  });
}

/** So many minutes after a time, `uu:mm`. */
function later(tijd: string, minuten: number): string {
  const [uur = 0, minuut = 0] = tijd.split(':').map(Number);
  const op = uur * 60 + minuut + minuten;
  return [Math.floor(op / 60), op % 60].map((deel) => String(deel).padStart(2, '0')).join(':');
}

/** The next half hour today; on a day on which nobody works, and late in the evening, the morning of the next. */
function eersteMoment(nu: number): { readonly datum: string; readonly tijd: string } {
  const vandaag = datumOp(nu);
  const straks = Math.ceil((nu + OVER_MS - beginVan(vandaag)) / (30 * MINUUT_MS)) * 30;
  const tijd = `${String(Math.floor(straks / 60)).padStart(2, '0')}:${straks % 60 === 0 ? '00' : '30'}`;
  if (isWerkdag(vandaag) && tijd <= LAATST) return { datum: vandaag, tijd };
  for (let dag = beginVan(vandaag) + DAG_MS + DAG_MS / 2; ; dag += DAG_MS)
    if (isWerkdag(datumOp(dag))) return { datum: datumOp(dag), tijd: '09:00' };
}
