import { dag, kenmerk, keuze, regel, tekst } from '../invoer/velden.ts';
import { REGIELABELS as L } from '../plan/regielabels.ts';
import { Datum, Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Somebody who works with the tool, as who has no seat may know them. */
export const Collega = z
  .strictObject({ medewerkerId: Id, naam: z.string(), functie: z.string(), telefoon: z.string() })
  .openapi('Collega');
export type Collega = z.infer<typeof Collega>;

/** What every kind of these has: since when it waits. No content (NK30). */
const kop = { id: Id, sinds: z.iso.datetime() };

/**
 * Something that waits for a second hand, of who has no seat there: one kind a capability, each with what its decision
 * rests on and no more.
 */
export const TweedeHand = z
  .discriminatedUnion('soort', [
    /** The regie was offered, and refused or not answered in time: the procesregisseur appoints, or leaves it. */
    z.strictObject({
      soort: z.literal('benoeming'),
      ...kop,
      casusLabel: z.string(),
      regisseur: Collega,
      voorgesteld: Collega,
      waarom: z.enum(['geweigerd', 'geen_antwoord']),
      /** The last day on which it can be decided. */
      uiterlijk: Datum,
    }),
    /**
     * Somebody whom one leads left a request unanswered until its term was over: only heard of. By whom, and since which
     * day the oldest waited; not in which casus, nor how many (NK27).
     */
    z.strictObject({ soort: z.literal('onbeantwoord'), ...kop, naam: z.string() }),
    /** Somebody objects to what a regisseur decided of an afspraak: the procesregisseur says whether it holds (NK30). */
    z.strictObject({
      soort: z.literal('bezwaar'),
      ...kop,
      casusLabel: z.string(),
      regisseur: Collega,
      bezwaarmaker: Collega,
    }),
    /** Somebody whom one leads takes part where nobody sits any more who could confirm them (NK12). */
    z.strictObject({ soort: z.literal('bevestiging'), ...kop, casusLabel: z.string(), medewerker: Collega }),
  ])
  .openapi('TweedeHand');
export type TweedeHand = z.infer<typeof TweedeHand>;

/** A casus of which one can name who stands in: by its label, and nothing else of it. */
export const WaarTeNemen = z
  .strictObject({
    casusLabel: z.string(),
    /** Whose the regie is. */
    regisseur: Collega,
    /** Who stands in, or first will: from when until when. */
    waarneming: z.strictObject({ van: Datum, totEnMet: Datum }).nullable(),
    /** Who can: colleagues of one's own who take part there. */
    kandidaten: z.array(Collega),
  })
  .openapi('WaarTeNemen');
export type WaarTeNemen = z.infer<typeof WaarTeNemen>;

/** Body of `POST tweede-hand/{tid}`. */
export const TweedeHandBesluit = z
  .strictObject({
    besluit: keuze(['toegestaan', 'afgewezen'], L.besluit),
    reden: tekst(L.redenBesluit),
  })
  .openapi('TweedeHandBesluit');
export type TweedeHandBesluit = z.infer<typeof TweedeHandBesluit>;

/** Body of `POST tweede-hand`: what somebody does unasked. */
export const TweedeHandVanzelf = z
  .discriminatedUnion('soort', [
    z.strictObject({
      soort: z.literal('waarneming'),
      casusLabel: regel(L.casusLabel),
      medewerkerId: kenmerk(L.medewerkerId),
      van: dag('begin', L.van).nullish(),
      tot: dag('einde', L.tot),
      reden: tekst(L.redenWaarneming),
    }),
    /** The one that runs, or the first that is planned, ends now. */
    z.strictObject({ soort: z.literal('einde_waarneming'), casusLabel: regel(L.casusLabel) }),
    /** Somebody whom one leads belongs there: they read and write what their organisation keeps (NK12). */
    z.strictObject({
      soort: z.literal('bevestiging'),
      casusLabel: regel(L.casusLabel),
      medewerkerId: kenmerk(L.medewerkerId),
    }),
  ])
  .openapi('TweedeHandVanzelf');
export type TweedeHandVanzelf = z.infer<typeof TweedeHandVanzelf>;

export const tweedeHand = opdracht('tweedeHand.lijst', {
  samenvatting: 'Wat op uw hand wacht in casussen waaraan u niet meedoet',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({ wacht: z.array(TweedeHand), waarTeNemen: z.array(WaarTeNemen) }),
    beschrijving: 'Wat wacht, en waar u een waarnemer kunt noemen',
  },
});

export const beslisTweedeHand = opdracht('tweedeHand.beslis', {
  samenvatting: 'Beslissen over wat op uw hand wacht',
  body: TweedeHandBesluit,
  sessie: 'nodig',
  codes: [
    'al_besloten',
    'waarneming_loopt',
    'zetel_eindigt',
    'eerst_bekend',
    'zetel_regisseert_niet',
    'persoonsgegeven_geweigerd',
  ],
  handeling: { geen: 'each kind leaves its own' },
  maakt: { geen: 'what was decided is decided once' },
  antwoord: { status: 204, beschrijving: 'Besloten' },
});

export const doeTweedeHand = opdracht('tweedeHand.doe', {
  samenvatting:
    'Ongevraagd een waarnemer noemen of laten stoppen, of een medewerker bevestigen (leidinggevende, procesregisseur)',
  body: TweedeHandVanzelf,
  sessie: 'nodig',
  codes: [
    'verwijzing_onbekend',
    'niet_voor_uzelf',
    'loopt_al',
    'periode_ongeldig',
    'zetel_eindigt',
    'eerst_bekend',
    'zetel_regisseert_niet',
    'persoonsgegeven_geweigerd',
  ],
  handeling: { geen: 'each kind leaves its own' },
  maakt: true,
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'Wat is vastgelegd' },
});
