import { vulIn } from '../invoer/invoer.ts';
import { code, dag, jaNee, keuze, lijst, regel } from '../invoer/velden.ts';
import { STATUSSEN, WETTEN } from '../plan/kaartsoorten.ts';
import { CASUSLABELS as L } from '../plan/veldlabels.ts';
import { Compartiment } from './compartimenten.ts';
import { Deelnemer } from './deelnemers.ts';
import { Id } from './gedeeld.ts';
import { Kaart } from './kaarten.ts';
import { Lid, NieuwLid } from './leden.ts';
import { opdracht } from './opdracht.ts';
import { Regie } from './regie.ts';
import { Veld } from './velden.ts';
import { z } from './zod.ts';

/** Body of `POST casussen`: bringing a household to the table (scene 1). */
export const NieuweCasus = z
  .strictObject({
    leden: lijst(NieuwLid, L.leden, 20).min(1, vulIn(L.leden)),
    zetel: code(L.zetel),
    waarvoor: code(L.waarvoor),
    grondslag: code(L.grondslag),
    vraag: regel(L.vraag, 'vraag').optional(),
    wetten: lijst(keuze(WETTEN, L.wetten), L.wetten, WETTEN.length).default([]),
    expertise: lijst(code(L.expertise), L.expertise, 20).default([]),
    gezinWeet: z
      .strictObject({
        ja: jaNee(L.gezinWeet),
        datum: dag('gebeurd', L.sinds).optional(),
        met: regel(L.met).optional(),
        reden: regel(L.waaromNiet).optional(),
      })
      .optional(),
  })
  .openapi('NieuweCasus');
export type NieuweCasus = z.infer<typeof NieuweCasus>;

/** A casus in the list of those in which I take part. */
export const CasusRegel = z
  .strictObject({
    id: Id,
    label: z.string(),
    status: z.enum(STATUSSEN),
    regisseur: z.string().openapi({ description: 'Naam van de regisseur' }),
    /** The members that I may know of, by role label. */
    leden: z.array(Lid),
  })
  .openapi('CasusRegel');
export type CasusRegel = z.infer<typeof CasusRegel>;

export const CasusLijst = z.strictObject({ casussen: z.array(CasusRegel) }).openapi('CasusLijst');
export type CasusLijst = z.infer<typeof CasusLijst>;

/** Body of `PATCH casussen/{id}`. */
export const CasusWijziging = z
  .strictObject({ status: keuze(STATUSSEN, L.status) })
  .openapi('CasusWijziging');
export type CasusWijziging = z.infer<typeof CasusWijziging>;

/** The board under my mask. */
export const Bord = z
  .strictObject({
    id: Id,
    label: z.string(),
    status: z.enum(STATUSSEN),
    leden: z.array(Lid),
    deelnemers: z.array(Deelnemer),
    compartimenten: z.array(Compartiment),
    /** Who directs, as I may know it. */
    regie: Regie,
    velden: z.array(Veld),
    kaarten: z.array(Kaart),
    /** Compartments that I read in which something stands that can't be read (ST1); their texts say it themselves. */
    onleesbaar: z.array(Id),
  })
  .openapi('Bord');
export type Bord = z.infer<typeof Bord>;

export const casuslijst = opdracht('casus.lijst', {
  samenvatting: 'De casussen waaraan u meedoet',
  sessie: 'nodig',
  codes: [],
  handeling: null,
  alleenProgramma: 'people see them in mijn werk, with what waits for them',
  antwoord: { status: 200, schema: CasusLijst, beschrijving: 'Uw casussen, de nieuwste eerst' },
});

export const brengCasus = opdracht('casus.breng', {
  samenvatting: 'Een casus inbrengen',
  body: NieuweCasus,
  sessie: 'nodig',
  codes: [
    'niet_in_lijst',
    'zetel_niet_toegestaan',
    'grondslag_past_niet',
    'zetel_brengt_niet_in',
    'persoonsgegeven_geweigerd',
  ],
  handeling: 'casus_ingebracht',
  maakt: true,
  antwoord: { status: 201, schema: CasusRegel, beschrijving: 'De casus; u bent de regisseur' },
});

export const haalBord = opdracht('casus.bord', {
  samenvatting: 'Het bord zoals u het mag zien',
  sessie: 'nodig',
  codes: [],
  handeling: 'bord_geopend',
  antwoord: { status: 200, schema: Bord, beschrijving: 'Het bord' },
});

export const wijzigCasus = opdracht('casus.wijzig', {
  samenvatting: 'De stand van de casus wijzigen (regisseur)',
  body: CasusWijziging,
  sessie: 'nodig',
  codes: ['alleen_regisseur'],
  handeling: 'casus_gewijzigd',
  gewoon: {
    door: 'regisseur',
    voorbeelden: [{ status: 'nazorg' }, { status: 'in_uitvoering' }, { status: 'ingebracht' }],
  },
  antwoord: { status: 200, schema: CasusWijziging, beschrijving: 'De nieuwe stand' },
});
