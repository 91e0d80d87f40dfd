import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Wachtend, Werkvoorraad } from '../../shared/contract/werkvoorraad.ts';
import { datumOp } from '../kern/tijd.ts';
import type { Kijk } from '../toegang/toegang.ts';

type Afspraak = Extract<Kaart, { soort: 'afspraak' }>;
type Zetelregel = Werkvoorraad['zetels'][number];

/** Of which casus a line is. */
export function casusVan({ beeld }: Kijk): Pick<Wachtend, 'casusId' | 'casusLabel'> {
  return { casusId: beeld.id, casusLabel: beeld.label };
}

/** What every line on *mijn werk* has; most of it stays empty for most sorts. */
export function wachtregel(
  casus: Pick<Wachtend, 'casusId' | 'casusLabel'>,
  regel: Pick<Wachtend, 'soort' | 'titel'> & Partial<Wachtend>,
): Wachtend {
  return {
    ...casus,
    kaartId: null,
    veldId: null,
    over: [],
    uiterlijk: null,
    overTijd: false,
    afspraak: null,
    ...regel,
  };
}

/**
 * An afspraak that this person carries out, while it is to be done and on the day that it was done: whoever has it on
 * their screen then reads who was first. @param kaart as it reaches this person
 */
export function afspraakregel(kijk: Kijk, kaart: Kaart, vandaag: string): Wachtend | null {
  if (kaart.soort !== 'afspraak' || kaart.ikVoerUit !== true || kaart.stand === 'vervallen') return null;
  const gedaan = kaart.stand === 'gedaan' ? gedaanDoor(kijk, kaart) : null;
  if (kaart.stand === 'gedaan' && (gedaan === null || datumOp(Date.parse(gedaan.op)) !== vandaag))
    return null;
  const uiterlijk = kaart.uiterlijk ?? null;
  return wachtregel(casusVan(kijk), {
    soort: 'afspraak',
    kaartId: kaart.id,
    titel: kaart.titel,
    over: overWie(kijk, kaart),
    uiterlijk,
    overTijd: gedaan === null && uiterlijk !== null && uiterlijk < vandaag,
    afspraak: {
      versie: kaart.versie,
      stand: kaart.stand,
      magDatum: kaart.compartimentId !== null && kijk.niveau(kaart.compartimentId) === 'schrijven',
      gedaan,
    },
  });
}

/**
 * An afspraak that an overleg made without who does it or when, to who directs (OV7); what they carry out themselves stands
 * in their work already. @param kaart as it reaches this person
 */
export function nietRond(kijk: Kijk, kaart: Kaart): Wachtend | null {
  if (kaart.soort !== 'afspraak' || kaart.ikVoerUit || !kijk.ik.regisseur) return null;
  if (kaart.stand === 'gedaan' || kaart.stand === 'vervallen') return null;
  const mist = [
    ...(kaart.uitvoerders.length === 0 ? ['wie?'] : []),
    ...(kaart.uiterlijk === undefined ? ['wanneer?'] : []),
  ];
  if (mist.length === 0) return null;
  return wachtregel(casusVan(kijk), {
    soort: 'niet_rond',
    kaartId: kaart.id,
    titel: `Nog niet rond: ${kaart.titel} (${mist.join(' ')})`,
    over: overWie(kijk, kaart),
    uiterlijk: kaart.uiterlijk ?? null,
  });
}

/**
 * A casus on *mijn werk*, by what it is about for this person: the question to the table, else a doel that reaches them
 * because it names them (NK22), else nothing.
 * @param kaarten as they reach this person
 * @param nieuw how much is new or changed since they were there
 */
export function zetelregel(kijk: Kijk, kaarten: readonly Kaart[], nieuw: number): Zetelregel {
  return {
    casusId: kijk.beeld.id,
    casusLabel: kijk.beeld.label,
    titel: titelVan(kaarten),
    nieuw,
    status: kijk.beeld.status,
    leden: kijk.leden().map(({ rol }) => rol),
    zetel: kijk.ik.zetel,
    regisseur: kijk.ik.regisseur,
    regisseurNaam: kijk.regisseur?.naam ?? '',
    regisseurZetel: kijk.regisseur?.zetel ?? null,
    waarvoor: kijk.ik.waarvoor,
    van: new Date(kijk.ik.van).toISOString(),
    tot: kijk.ik.tot === null ? null : new Date(kijk.ik.tot).toISOString(),
  };
}

/** What a casus is about for who reads these kaarten. */
export function titelVan(kaarten: readonly Kaart[]): Zetelregel['titel'] {
  const vraag = nieuwste(kaarten.filter(({ soort }) => soort === 'vraag'));
  if (vraag !== undefined) return { soort: 'vraag', tekst: vraag.titel };
  const doel = nieuwste(
    kaarten.filter(({ soort, compartimentId }) => soort === 'doel' && compartimentId === null),
  );
  return doel === undefined ? null : { soort: 'doel', tekst: doel.titel };
}

/** Of several the newest counts, as on the board. */
function nieuwste(kaarten: readonly Kaart[]): Kaart | undefined {
  return kaarten.toSorted((a, b) => b.gewijzigdOp.localeCompare(a.gewijzigdOp))[0];
}

/** The member that an afspraak is about, where this person reads where it stands. */
function overWie(kijk: Kijk, { compartimentId }: Afspraak): string[] {
  const lidId = compartimentId === null ? null : (kijk.compartiment(compartimentId)?.lidId ?? null);
  return kijk
    .leden()
    .filter(({ id }) => id === lidId)
    .map(({ rol }) => rol);
}

/** Who said that it is done, as this person knows them (NK20), and when; null when no step tells. */
function gedaanDoor(kijk: Kijk, { stappen = [] }: Afspraak): NonNullable<Wachtend['afspraak']>['gedaan'] {
  const stap = stappen.findLast(({ stand }) => stand === 'gedaan');
  if (stap === undefined) return null;
  const door = kijk.bekenden().find(({ id }) => id === stap.door);
  return { op: stap.op, doorMij: door?.id === kijk.ik.id, zetel: door?.zetel ?? null };
}
