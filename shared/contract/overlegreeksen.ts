import { aantal, dag, kenmerk, kenmerken, regel, tijdstip } from '../invoer/velden.ts';
import { DUUR, LEDEN_HOOGSTENS, WEKEN } from '../overleg.ts';
import { OVERLEGLABELS as L } from '../plan/overleglabels.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

/** Somebody in an overleg, as everyone in it may know them. */
export const Overlegger = z
  .strictObject({ medewerkerId: Id, naam: z.string(), functie: z.string(), organisatie: z.string() })
  .openapi('Overlegger');
export type Overlegger = z.infer<typeof Overlegger>;

/** When a series comes: for the first time on a day, at a time in the Netherlands, then every so many weeks. */
const Ritme = z.strictObject({
  eerste: dag('termijn', L.eerste),
  tijd: tijdstip(L.tijd),
  weken: aantal(L.weken, WEKEN.vaakst, WEKEN.zeldenst),
});

const vast = {
  naam: regel(L.naam, 'naam'),
  plaats: regel(L.plaats),
  videolink: regel(L.videolink).nullish(),
  /** In minutes. */
  duur: aantal(L.duur, DUUR.kortst, DUUR.langst),
  ritme: Ritme,
  voorzitterId: kenmerk(L.voorzitterId),
  plaatsvervangerId: kenmerk(L.plaatsvervangerId).nullish(),
  notulistId: kenmerk(L.notulistId).nullish(),
};

/** Body of `POST overlegreeksen`. */
export const NieuweReeks = z
  .strictObject({ ...vast, leden: kenmerken(L.leden, LEDEN_HOOGSTENS).default([]) })
  .openapi('NieuweReeks');
export type NieuweReeks = z.infer<typeof NieuweReeks>;

/** Body of `PATCH overlegreeksen/{rid}`: what changes, also of the overleggen that are still to come. */
export const ReeksWijziging = z
  .strictObject({
    ...vast,
    leden: z.strictObject({
      bij: kenmerken(L.leden, LEDEN_HOOGSTENS).default([]),
      af: kenmerken(L.leden, LEDEN_HOOGSTENS).default([]),
    }),
  })
  .partial()
  .openapi('ReeksWijziging');
export type ReeksWijziging = z.infer<typeof ReeksWijziging>;

/** A series of overleggen, to who sets them up. */
export const Reeks = z
  .strictObject({
    id: Id,
    naam: z.string(),
    plaats: z.string(),
    videolink: z.string().nullable(),
    duur: z.number().int(),
    ritme: z.strictObject({ eerste: z.iso.date(), tijd: z.string(), weken: z.number().int() }),
    /** Null: somebody who is procesregisseur no more. */
    voorzitter: Overlegger.nullable(),
    plaatsvervanger: Overlegger.nullable(),
    notulist: Overlegger.nullable(),
    leden: z.array(Overlegger),
  })
  .openapi('Reeks');
export type Reeks = z.infer<typeof Reeks>;

export const reekslijst = opdracht('overlegreeks.lijst', {
  samenvatting: 'De reeksen van overleggen (procesregisseur)',
  sessie: 'nodig',
  codes: ['alleen_procesregisseur'],
  handeling: null,
  antwoord: {
    status: 200,
    schema: z.strictObject({
      reeksen: z.array(Reeks),
      /** Who can be chosen: for the chair; for the deputy and the notulist; for a member. */
      kandidaten: z.strictObject({
        voorzitter: z.array(Overlegger),
        gemeente: z.array(Overlegger),
        leden: z.array(Overlegger),
      }),
    }),
    beschrijving: 'De reeksen, op naam, en wie erin gekozen kan worden',
  },
});

export const maakReeks = opdracht('overlegreeks.maak', {
  samenvatting: 'Een reeks overleggen beginnen (procesregisseur)',
  body: NieuweReeks,
  sessie: 'nodig',
  codes: ['alleen_procesregisseur', 'bestaat_al', 'medewerker_onbekend', 'persoonsgegeven_geweigerd'],
  handeling: 'overlegreeks_gemaakt',
  maakt: { geen: 'there is one series by a name: the second is refused' },
  antwoord: { status: 201, schema: z.strictObject({ id: Id }), beschrijving: 'De reeks' },
});

export const wijzigReeks = opdracht('overlegreeks.wijzig', {
  samenvatting: 'Een reeks overleggen wijzigen (procesregisseur)',
  body: ReeksWijziging,
  sessie: 'nodig',
  codes: ['alleen_procesregisseur', 'bestaat_al', 'medewerker_onbekend', 'persoonsgegeven_geweigerd'],
  handeling: 'overlegreeks_gewijzigd',
  antwoord: { status: 200, schema: Reeks, beschrijving: 'De reeks zoals zij nu is' },
});
