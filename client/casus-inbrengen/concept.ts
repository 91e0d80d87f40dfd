import type { NieuweCasus } from '../../shared/contract/casussen.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { normaliseer } from '../../shared/invoer/tekst.ts';
import type { Rol } from '../../shared/plan/rollen.ts';
import { CASUSLABELS as L } from '../../shared/plan/veldlabels.ts';
import { datum, lijst, regel, rondjes, tekst, type Veld, vinkjes } from '../vensters/veld.ts';
import { gebruikelijkOp, grondenVoor } from '../vensters/gronden.ts';
import { ledenveld } from './ledenkeuze.ts';
import { vraaguitleg } from './wie-leest.ts';

/** A casus as somebody is filling it in. */
export type Concept = {
  readonly leden: readonly Rol[];
  readonly vanuit: string;
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly vraag: string;
  readonly wetten: readonly string[];
  readonly expertise: readonly string[];
  readonly gezin: string;
  readonly sinds: string;
  readonly met: string;
  readonly reden: string;
};

/** An empty form. */
export const LEEG: Concept = {
  leden: [],
  vanuit: '',
  waarvoor: '',
  grondslag: '',
  vraag: '',
  wetten: [],
  expertise: [],
  gezin: '',
  sinds: '',
  met: '',
  reden: '',
};

/**
 * The fields of the form, in its order.
 * @param vanuit the places from which this person may bring a casus, the most usual one first: it is proposed
 */
export function veldenVan(
  lijsten: Lijsten,
  vanuit: Lijsten['zetels'],
  concept: Concept,
): readonly Veld<keyof Concept>[] {
  const sinds = datum('sinds', L.sinds, 'gebeurd', {
    leegBericht: 'Vul in sinds wanneer het gezin het weet.',
    pad: 'gezinWeet.datum',
  });
  const met = regel('met', L.met, {
    uitleg: 'Bijvoorbeeld: moeder. Een rol, geen naam.',
    leegBericht: 'Vul in met wie u het hebt besproken.',
    pad: 'gezinWeet.met',
  });
  const reden = regel('reden', L.waaromNiet, {
    leegBericht: 'Schrijf op waarom het gezin dit nog niet weet.',
    pad: 'gezinWeet.reden',
  });
  const waaruit = vanuit.map(({ code, naam }) => ({ code, naam: `Vanuit ${naam}` }));
  const gekozen = concept.vanuit || (vanuit[0]?.code ?? '');
  return [
    ledenveld(concept.leden),
    rondjes('gezin', L.gezinWeet, GEZIN, {
      leegBericht: 'Kies of het gezin hiervan weet.',
      pad: 'gezinWeet',
    }),
    ...(concept.gezin === 'ja' ? [sinds, met] : []),
    ...(concept.gezin === 'nee' ? [reden] : []),
    tekst('vraag', L.vraag, {
      soort: 'vraag',
      regels: 3,
      uitleg: vraaguitleg(lijsten),
      leegBericht: 'Schrijf op wat u aan de anderen wilt vragen.',
    }),
    vinkjes('expertise', L.expertise, lijsten.expertise, { magLeeg: true }),
    vinkjes('wetten', L.wetten, lijsten.wetten, { magLeeg: true }),
    ...(vanuit.length < 2
      ? []
      : [lijst('vanuit', L.zetel, waaruit, { leeg: false, vanzelf: vanuit[0]?.code, pad: 'zetel' })]),
    lijst('waarvoor', L.waarvoor, lijsten.waarvoor, {
      leegBericht: 'Kies waarvoor u deze casus inbrengt.',
    }),
    lijst('grondslag', L.grondslag, grondenVoor(lijsten, gekozen), {
      uitleg: 'De taak uit de wet waardoor u dit huishouden hier mag bespreken.',
      vanzelf: gebruikelijkOp(lijsten, gekozen).grondslag || undefined,
      leegBericht: 'Kies op grond waarvan u dit doet.',
    }),
  ];
}

/** The body of `POST casussen`, of a form without errors. @param vanuit see `veldenVan` */
export function alsNieuweCasus(concept: Concept, vanuit: Lijsten['zetels']): NieuweCasus {
  const zetel = concept.vanuit || (vanuit[0]?.code ?? '');
  return {
    leden: concept.leden.map((rol) => ({ rol })),
    zetel,
    waarvoor: concept.waarvoor,
    grondslag: concept.grondslag || gebruikelijkOp({ zetels: vanuit }, zetel).grondslag,
    vraag: normaliseer('regel', concept.vraag),
    // The choices come from the list that the server gave.
    wetten: [...concept.wetten] as NieuweCasus['wetten'],
    expertise: [...concept.expertise],
    gezinWeet:
      concept.gezin === 'ja'
        ? { ja: true, datum: concept.sinds, met: normaliseer('regel', concept.met) }
        : { ja: false, reden: normaliseer('regel', concept.reden) },
  };
}

const GEZIN = [
  { code: 'ja', naam: 'Ja, ik heb het verteld' },
  { code: 'nee', naam: 'Nee, nog niet' },
];
