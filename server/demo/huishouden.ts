import type { z } from 'zod';
import type { Adviesreactie } from '../../shared/advies.ts';
import type { Advieskoppen } from '../../shared/contract/advies.ts';
import type { KaartInhoud } from '../../shared/contract/kaarten.ts';
import type { Stand, Status, Wet } from '../../shared/plan/kaartsoorten.ts';
import type { Rol } from '../../shared/plan/rollen.ts';
import type { Zwaartepuntcode } from '../../shared/regie.ts';
import type { MedewerkerSleutel } from './gemeente.ts';
import type { DemoTekst } from './tekst.ts';

/**
 * A household of the demo, as data: who brought it, who sits at the table, what each wrote. Wherever the API
 * wants an id stands a key here: of a medewerker, of a member of this household, or of a kaart of this household.
 */
export interface DemoHuishouden {
  readonly inbrenger: MedewerkerSleutel;
  readonly zetel: string;
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly leden: readonly { readonly sleutel: string; readonly rol: Rol }[];
  readonly vraag: string;
  readonly wetten: readonly Wet[];
  readonly expertise: readonly string[];
  readonly gezinWeet: {
    readonly ja: boolean;
    readonly datum?: string;
    readonly met?: string;
    readonly reden?: string;
  };
  /** What it becomes after it was brought. */
  readonly status: Status;
  readonly deelnemers: readonly DemoDeelnemer[];
  /** In the order in which they are written: a doel before the afspraken that refer to it. */
  readonly kaarten: readonly DemoKaart[];
  /** What they wrote together, in the order in which they did. */
  readonly teksten: readonly DemoTekst[];
  /** The regie that is offered to somebody, with what its holder wrote for them. */
  readonly overdracht?: {
    readonly naar: MedewerkerSleutel;
    readonly zwaartepunt: Zwaartepuntcode;
    readonly reden: string;
    readonly open: DemoTekst['regels'];
  };
  /** Who asked for advice, and what came of it. */
  readonly adviesvragen?: readonly DemoAdviesvraag[];
  /** What weighs most, by who writes the plan: the heaviest first. */
  readonly wegingen?: readonly {
    readonly door: MedewerkerSleutel;
    readonly volgorde: readonly Zwaartepuntcode[];
  }[];
  /** Who asked to read along; each waits for an answer. */
  readonly verzoeken?: readonly DemoVerzoek[];
  /** Whom somebody lets read along in what they keep. */
  readonly rechten?: readonly (DemoVerzoek & { readonly aan: MedewerkerSleutel })[];
  /** Who stands in for the one who brought it. */
  readonly waarneming?: { readonly wie: MedewerkerSleutel; readonly tot: string };
}

/** What somebody asks to read, or lets another read; `waarom` is for who keeps it. */
export interface DemoVerzoek {
  readonly door: MedewerkerSleutel;
  readonly in: { readonly categorie: string; readonly lid: string | null };
  readonly waarvoor: string;
  readonly grondslag: string;
  readonly waarom: string;
  /** The last day. */
  readonly tot: string;
}

/** A question for advice, as far as it has come. */
export interface DemoAdviesvraag {
  readonly door: MedewerkerSleutel;
  /** About whom. */
  readonly lid: string;
  readonly vraag: string;
  readonly toelichting: string;
  /** What who asks keeps. */
  readonly opent: readonly { readonly categorie: string; readonly lid: string | null }[];
  /** What is asked of others; it waits with them. */
  readonly vraagt?: readonly { readonly categorie: string; readonly lid: string | null }[];
  readonly genoemd: readonly MedewerkerSleutel[];
  readonly tot: string;
  /** Who took it on; left out: it waits. */
  readonly deskundige?: MedewerkerSleutel;
  readonly vraagTerug?: string;
  readonly advies?: Advieskoppen;
  readonly reactie?: { readonly besluit: Adviesreactie; readonly waarom: string };
}

/** A seat, given by the regisseur. */
export interface DemoDeelnemer {
  readonly wie: MedewerkerSleutel;
  readonly zetel: string;
  /** Keys of members; null: for the household. */
  readonly leden: readonly string[] | null;
  readonly waarvoor: string;
  readonly grondslag: string;
  /** Left out on a seat of the kernteam. */
  readonly gezinAkkoord?: { readonly ja: true } | { readonly ja: false; readonly reden: string };
  /** The date on which the household agreed that the others know (NK20). */
  readonly bekend?: string;
  /** The date on which the seat ends. */
  readonly tot?: string;
  /** The colleague who confirms them for what their organisation keeps already (NK12); left out: they come first, or wait. */
  readonly bevestigdDoor?: MedewerkerSleutel;
}

/** A kaart and who wrote it, with the steps that were taken since. */
export interface DemoKaart {
  /** Only where another kaart, or a text, refers to it. */
  readonly sleutel?: string;
  readonly door: MedewerkerSleutel;
  /** Of a category that organisations keep, it is the one of the writer's own organisation. */
  readonly in: { readonly categorie: string; readonly lid: string | null };
  readonly inhoud: DemoInhoud;
  readonly stappen?: readonly DemoStap[];
}

/** The fields of a kaart as a person fills them in, with keys for ids. */
export type DemoInhoud = z.input<typeof KaartInhoud>;

/** A step in an afspraak, by somebody who carries it out. */
export interface DemoStap {
  readonly door: MedewerkerSleutel;
  readonly stand?: Stand;
  readonly tekst?: string;
}

/** Dates around the day on which the demo is filled. */
export interface Kalender {
  /** So many days from today, `YYYY-MM-DD`; negative for the past. */
  dag(dagen: number): string;
  /** A date of birth of somebody who is this old today. */
  geboren(leeftijd: number): string;
}

const DAG = 86_400_000;

/** @param vandaag `YYYY-MM-DD` */
export function kalender(vandaag: string): Kalender {
  const begin = Date.parse(`${vandaag}T00:00:00Z`);
  const dag = (dagen: number): string => new Date(begin + dagen * DAG).toISOString().slice(0, 10);
  return { dag, geboren: (leeftijd) => dag(-Math.ceil(leeftijd * 365.25) - 100) };
}

/** The household agrees that somebody sits at the table. */
export const AKKOORD = { ja: true } as const;
