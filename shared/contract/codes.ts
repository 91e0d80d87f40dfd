/**
 * Every code with which something can be refused, and its status. Programs rely on them: one is added here, and in
 * docs/protocol.md, which says when.
 */
export const CODES = {
  json_onleesbaar: 400,
  sleutel_ongeldig: 400,
  niet_aangemeld: 401,
  vreemde_herkomst: 403,
  alleen_regisseur: 403,
  eigen_zetel: 403,
  niet_opengesteld: 403,
  alleen_lezen: 403,
  niet_uitvoerder: 403,
  niet_bewaarder: 403,
  niet_gevonden: 404,
  al_deelnemer: 409,
  versie_verouderd: 409,
  andere_aanmelding: 409,
  al_gedaan: 409,
  te_groot: 413,
  geen_json: 415,
  onbekende_host: 421,
  body_ongeldig: 422,
  vraag_ongeldig: 422,
  sleutel_hergebruikt: 422,
  verwijzing_onbekend: 422,
  niet_in_lijst: 422,
  zetel_niet_toegestaan: 422,
  grondslag_past_niet: 422,
  periode_ongeldig: 422,
  lid_nodig: 422,
  te_veel_leden: 422,
  laatste_lid: 422,
  regie_eerst_overdragen: 422,
  medewerker_onbekend: 422,
  zetel_brengt_niet_in: 422,
  past_hier_niet: 422,
  ander_lid: 422,
  bestaat_al: 422,
  soort_vast: 422,
  akkoord_gezin_nodig: 422,
  niet_te_noemen: 422,
  niet_voor_uzelf: 422,
  eerst_bekend: 422,
  geen_afspraak: 422,
  persoonsgegeven_geweigerd: 422,
  tekst_vol: 422,
  te_veel_kaarten: 422,
  te_veel_stappen: 422,
  te_snel: 429,
  dag_vol: 429,
  storing: 500,
  onleesbaar: 500,
  opslag_onbereikbaar: 503,
} as const satisfies Readonly<Record<string, number>>;

/** A code with which something can be refused. */
export type Code = keyof typeof CODES;

/** The codes that go with a status. */
export type CodeBij<S extends number> = { [C in Code]: (typeof CODES)[C] extends S ? C : never }[Code];
