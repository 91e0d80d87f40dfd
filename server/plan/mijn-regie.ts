import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Punt, Regiecellen, Regieregel } from '../../shared/contract/mijn-regie.ts';
import type { Verzoek } from '../../shared/contract/toegangsverzoeken.ts';
import { isBekend } from '../../shared/need-to-know/namen.ts';
import { LEEFGEBIEDEN } from '../../shared/plan/leefgebieden.ts';
import type { Casussen } from '../casus/casus.ts';
import type { Wie } from '../http/route.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Onleesbaren } from '../kern/onleesbaar.ts';
import { datumOp } from '../kern/tijd.ts';
import type { Teksten } from '../teksten/teksten.ts';
import type { Kijk, Toegang } from '../toegang/toegang.ts';
import { perCasus } from './per-casus.ts';
import type { Plan } from './plan.ts';
import type { Sinds } from './sinds.ts';
import { titelVan } from './werkregels.ts';

const DAG_MS = 24 * 60 * 60 * 1000;
/** What ends within so many days asks attention. */
const EINDIGT_DAGEN = 14;
/** So long nobody may write about a member before it is said. */
const STIL_DAGEN = 35;
/** Seventeen and a half, in months; said so many days before, until they are eighteen. */
const ZEVENTIEN_EN_EEN_HALF = 210;
const ACHTTIEN = 216;
const BIJNA_DAGEN = 90;

const NERGENS: Punt['plek'] = { lidId: null, kaartId: null, leefgebied: null };

const LEEG: Regiecellen = {
  overTijd: null,
  eindigt: null,
  vraag: null,
  stil: null,
  zonderAfspraak: null,
  nietBekeken: null,
  gezinWeet: null,
  bijnaAchttien: null,
};

/** A thing that asks attention, before it is known how many of its kind there are. */
type Ding = Omit<Punt, 'aantal'>;
type KaartVan<S extends Kaart['soort']> = Extract<Kaart, { readonly soort: S }>;

/** Who knows what somebody asked, and how that stands to them (NK27). */
interface Gevraagd {
  lijst(kijk: Kijk): readonly Verzoek[];
}

/**
 * *Mijn regie*: what asks attention in the casussen that somebody directs now. Each cell rests on what this regisseur
 * reads and has open, and on nothing else (NK16): what is hidden is in no cell and no number (NK36).
 */
export class MijnRegie {
  readonly #toegang: Toegang;
  readonly #casussen: Casussen;
  readonly #onleesbaar: Onleesbaren;
  readonly #omgeving: Omgeving;
  readonly #plan: Plan;
  readonly #sinds: Sinds;
  readonly #teksten: Pick<Teksten, 'journaal'>;
  readonly #verzoeken: Gevraagd;

  constructor(behoeften: {
    toegang: Toegang;
    casussen: Casussen;
    onleesbaar: Onleesbaren;
    omgeving: Omgeving;
    plan: Plan;
    sinds: Sinds;
    teksten: Pick<Teksten, 'journaal'>;
    verzoeken: Gevraagd;
  }) {
    this.#toegang = behoeften.toegang;
    this.#casussen = behoeften.casussen;
    this.#onleesbaar = behoeften.onleesbaar;
    this.#omgeving = behoeften.omgeving;
    this.#plan = behoeften.plan;
    this.#sinds = behoeften.sinds;
    this.#teksten = behoeften.teksten;
    this.#verzoeken = behoeften.verzoeken;
  }

  /** The casussen that somebody directs now, those that ask most attention first. One that can't be read says so (ST1). */
  overzicht(wie: Wie): Regieregel[] {
    const bron = { toegang: this.#toegang, casussen: this.#casussen, onleesbaar: this.#onleesbaar };
    const houdt = new Set(this.#casussen.metRegieVan([wie.persoonId]));
    return perCasus(bron, wie, (kijk) => ({ regel: this.#regel(kijk) }))
      .flatMap(({ casusId, uitkomst }) => {
        if (uitkomst !== null) return uitkomst.regel ?? [];
        return houdt.has(casusId) ? [nietTeLezen(casusId)] : [];
      })
      .sort(meesteAandacht);
  }

  #regel(kijk: Kijk): Regieregel | null {
    const { id, label, status } = kijk.beeld;
    if (!kijk.ik.regisseur || status === 'afgesloten') return null;
    const kop = {
      casusId: id,
      casusLabel: label,
      leden: kijk.leden().map(({ rol }) => rol),
      waarnemer: !kijk.ik.houdtRegie,
    };
    if (!this.#toegang.heeftOoitGeopend(kijk))
      return { ...kop, titel: null, stand: 'nieuw', nietHeel: false, cellen: LEEG };
    // What stands in a cell is a look into where it stands, so what opens by itself is opened, and logged (NK10).
    this.#toegang.openVanzelf(kijk);
    const kaarten = this.#plan.alleKaarten(kijk);
    return {
      ...kop,
      titel: titelVan(kaarten)?.tekst ?? null,
      stand: 'open',
      nietHeel: this.#plan.onleesbaar(kijk).length > 0,
      cellen: {
        overTijd:
          eerste(this.#voorbij(openAfspraken(kaarten))) ?? eerste(this.#voorbij(herzieningen(kaarten))),
        eindigt: eerste(this.#eindigt(kijk, kaarten)),
        vraag: eerste(this.#vraag(kijk)),
        stil: eerste(this.#stil(kijk, kaarten)),
        zonderAfspraak: eerste(zonderAfspraak(kijk, kaarten)),
        nietBekeken: eerste(this.#nietBekeken(kijk, kaarten)),
        gezinWeet: eerste(gezinWeet(kijk, kaarten)),
        bijnaAchttien: eerste(this.#bijnaAchttien(kijk, kaarten)),
      },
    };
  }

  #voorbij(dingen: readonly Ding[]): Ding[] {
    return dingen.filter(({ datum }) => datum !== null && datum < this.#dag(0));
  }

  #eindigt(kijk: Kijk, kaarten: readonly Kaart[]): Ding[] {
    const [vandaag, straks] = [this.#dag(0), this.#dag(EINDIGT_DAGEN)];
    const { waarneming } = this.#plan.regieVoor(kijk);
    const tot = waarneming === null ? [] : [Date.parse(waarneming.tot)];
    return [
      ...openAfspraken(kaarten),
      ...herzieningen(kaarten),
      ...meelezers(kijk),
      ...kijk
        .bekenden()
        .flatMap((een) => (een.tot === null ? [] : [ding('deelname', { datum: laatsteDag(een.tot) })])),
      ...tot.map((moment) => ding('waarneming', { datum: laatsteDag(moment) })),
    ].filter(({ datum }) => datum !== null && datum >= vandaag && datum <= straks);
  }

  /** NK27: as it stands to who asked, whatever happened behind it. */
  #vraag(kijk: Kijk): Ding[] {
    return this.#verzoeken.lijst(kijk).flatMap((verzoek) => {
      if (verzoek.rol !== 'vrager' || verzoek.status === 'geopend' || verzoek.gezegd.length > 0) return [];
      const categorie = kijk.compartiment(verzoek.compartimentId)?.categorie;
      return [
        ding('vraag', {
          wat: verzoek.status,
          datum: verzoek.termijn,
          plek: { ...NERGENS, leefgebied: gebiedVan(categorie) },
        }),
      ];
    });
  }

  #stil(kijk: Kijk, kaarten: readonly Kaart[]): Ding[] {
    const grens = this.#dag(-STIL_DAGEN);
    const open = kijk.leesbaarOpBord().filter(({ id, makerId }) => makerId === null && kijk.leestNu(id));
    const teksten = this.#teksten.journaal.laatstOp(open.map(({ id }) => id));
    const plekVan = new Map(open.map(({ id, lidId }) => [id, lidId]));
    return kijk.leden().flatMap(({ id, rol }) => {
      const momenten = [
        kijk.ik.van,
        ...open.filter(({ lidId }) => lidId === id).flatMap((deel) => teksten.get(deel.id) ?? []),
        ...kaarten
          .filter((kaart) => overLid(kaart, id) || plekVan.get(kaart.compartimentId ?? '') === id)
          .flatMap(geschrevenOp),
      ];
      const datum = datumOp(Math.max(...momenten));
      return datum > grens ? [] : [ding('lid', { wat: rol, datum, plek: { ...NERGENS, lidId: id } })];
    });
  }

  #nietBekeken(kijk: Kijk, kaarten: readonly Kaart[]): Ding[] {
    const bekeken = new Set<string>(this.#sinds.beschreven(kijk));
    for (const kaart of kaarten) if ('leefgebied' in kaart && kaart.leefgebied) bekeken.add(kaart.leefgebied);
    return LEEFGEBIEDEN.filter(({ code }) => !bekeken.has(code)).map(({ code }) =>
      ding('leefgebied', { wat: code, plek: { ...NERGENS, leefgebied: code } }),
    );
  }

  #bijnaAchttien(kijk: Kijk, kaarten: readonly Kaart[]): Ding[] {
    const rollen = new Map(kijk.leden().map(({ id, rol }) => [id, rol]));
    return vanSoort(kaarten, 'naam').flatMap(({ id, compartimentId, geboortedatum }) => {
      const lidId = compartimentId === null ? null : (kijk.compartiment(compartimentId)?.lidId ?? null);
      const wat = lidId === null ? undefined : rollen.get(lidId);
      if (wat === undefined || geboortedatum === undefined) return [];
      const datum = naMaanden(geboortedatum, ZEVENTIEN_EN_EEN_HALF);
      const isAchttien = naMaanden(geboortedatum, ACHTTIEN) <= this.#dag(0);
      if (isAchttien || datum > this.#dag(BIJNA_DAGEN)) return [];
      return [ding('lid', { wat, datum, plek: { ...NERGENS, kaartId: id } })];
    });
  }

  /** The date so many days from now. */
  #dag(dagen: number): string {
    return datumOp(this.#omgeving.nu() + dagen * DAG_MS);
  }
}

function ding(soort: Ding['soort'], { wat = null, datum = null, plek = NERGENS }: Partial<Ding>): Ding {
  return { soort, wat, datum, plek };
}

/** The one with the first date, with how many there are; null: none. */
function eerste(dingen: readonly Ding[]): Punt | null {
  const [voorop] = dingen.toSorted((a, b) => (a.datum ?? '').localeCompare(b.datum ?? ''));
  return voorop === undefined ? null : { ...voorop, aantal: dingen.length };
}

function vanSoort<S extends Kaart['soort']>(kaarten: readonly Kaart[], soort: S): KaartVan<S>[] {
  return kaarten.filter((kaart): kaart is KaartVan<S> => kaart.soort === soort);
}

function isOpen({ stand }: KaartVan<'afspraak'>): boolean {
  return stand !== 'gedaan' && stand !== 'vervallen';
}

function openAfspraken(kaarten: readonly Kaart[]): Ding[] {
  return vanSoort(kaarten, 'afspraak')
    .filter(isOpen)
    .map(({ id, uiterlijk }) =>
      ding('afspraak', { datum: uiterlijk ?? null, plek: { ...NERGENS, kaartId: id } }),
    );
}

/** When the plan is looked at again: the last that says so counts, as in mijn werk. */
function herzieningen(kaarten: readonly Kaart[]): Ding[] {
  return vanSoort(kaarten, 'herziening')
    .slice(-1)
    .map(({ id, datum }) => ding('herziening', { datum, plek: { ...NERGENS, kaartId: id } }));
}

/** Rights that end: my own, and those in what I keep, as the board tells them. */
function meelezers(kijk: Kijk): Ding[] {
  return kijk.leesbaarOpBord().flatMap((deel) => {
    const mijn = kijk.mijnRecht(deel.id);
    const rechten = kijk.bewaart(deel) ? kijk.rechtenOp(deel.id).map(({ recht }) => recht) : [];
    return [...new Set([...(mijn === null ? [] : [mijn]), ...rechten])].flatMap(({ tot }) =>
      tot === null
        ? []
        : [
            ding('meelezen', {
              datum: laatsteDag(tot),
              plek: { ...NERGENS, leefgebied: gebiedVan(deel.categorie) },
            }),
          ],
    );
  });
}

/**
 * From where somebody takes part whom no open afspraak names: of who is *bekend*, for nobody else can be named (NK26),
 * and an overview on a desk tells of nobody discreet.
 */
function zonderAfspraak(kijk: Kijk, kaarten: readonly Kaart[]): Ding[] {
  const genoemd = new Set([
    ...vanSoort(kaarten, 'afspraak')
      .filter(isOpen)
      .flatMap(({ uitvoerders }) => uitvoerders),
    ...vanSoort(kaarten, 'doel').flatMap(({ samenMet = [] }) => samenMet),
  ]);
  const { moment, regels } = kijk.beslisser;
  return kijk
    .bekenden()
    .filter((een) => !een.regisseur && !een.houdtRegie && een.alsLidId === null && !genoemd.has(een.id))
    .filter((een) => moment.geldt(een) && isBekend(een, regels))
    .map(({ zetel }) => ding('zetel', { wat: zetel }));
}

function gezinWeet(kijk: Kijk, kaarten: readonly Kaart[]): Ding[] {
  const kaart = vanSoort(kaarten, 'gezin_weet').at(-1);
  if (kaart?.ja === true) return [];
  const plek = { ...NERGENS, kaartId: kaart?.id ?? null };
  return [
    ding('gezin_weet', {
      datum: datumOp(kaart === undefined ? kijk.ik.van : Date.parse(kaart.gewijzigdOp)),
      plek,
    }),
  ];
}

/** When a kaart was written, and each of its steps, in ms since 1970. */
function geschrevenOp(kaart: Kaart): number[] {
  const stappen = kaart.soort === 'afspraak' ? (kaart.stappen ?? []) : [];
  return [kaart.gewijzigdOp, ...stappen.map(({ op }) => op)].map((op) => Date.parse(op));
}

function overLid(kaart: Kaart, lidId: string): boolean {
  if ('lidIds' in kaart) return kaart.lidIds?.includes(lidId) === true;
  if ('lidId' in kaart) return kaart.lidId === lidId;
  return kaart.soort === 'afspraak' && kaart.uitvoerders.includes(lidId);
}

/** The leefgebied at which a category stands; null: none. */
function gebiedVan(categorie: string | undefined): string | null {
  const codes: readonly { readonly code: string; readonly achtergrond: readonly string[] }[] = LEEFGEBIEDEN;
  return (
    codes.find(({ achtergrond }) => categorie !== undefined && achtergrond.includes(categorie))?.code ?? null
  );
}

/** The last day of what ends at a moment. */
function laatsteDag(tot: number): string {
  return datumOp(tot - 1);
}

/** The same day of the month so many months on, or the last of that month. */
function naMaanden(datum: string, maanden: number): string {
  const [jaar = 0, maand = 1, dag = 1] = datum.split('-').map(Number);
  const laatste = new Date(Date.UTC(jaar, maand + maanden, 0)).getUTCDate();
  return new Date(Date.UTC(jaar, maand - 1 + maanden, Math.min(dag, laatste))).toISOString().slice(0, 10);
}

function nietTeLezen(casusId: string): Regieregel {
  const kop = { casusId, casusLabel: '', titel: null, leden: [], waarnemer: false };
  return { ...kop, stand: 'onleesbaar', nietHeel: true, cellen: LEEG };
}

/** By how many of its cells ask something, then by what is longest over time. What can't be read or is new comes first. */
function meesteAandacht(a: Regieregel, b: Regieregel): number {
  const drukte = ({ stand, cellen }: Regieregel): number =>
    stand === 'open' ? Object.values(cellen).filter((cel) => cel !== null).length : 99;
  const langst = ({ cellen }: Regieregel): string => cellen.overTijd?.datum ?? '9';
  return (
    drukte(b) - drukte(a) || langst(a).localeCompare(langst(b)) || a.casusLabel.localeCompare(b.casusLabel)
  );
}
