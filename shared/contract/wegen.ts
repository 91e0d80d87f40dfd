/** How a command or query goes over HTTP. */
export type Methode = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * Every command and query by its name: its method and its path below /api/v1, in OpenAPI's form. The one place where
 * they stand, and plain, so that the browser needs no schema to call them; what goes in and out of each is beside it,
 * one file a capability.
 */
export const WEGEN = {
  gezondheid: ['get', '/gezondheid'],
  'demo.medewerkers': ['get', '/demo/medewerkers'],
  'sessie.begin': ['post', '/sessies'],
  'sessie.huidige': ['get', '/sessies/huidige'],
  'sessie.eindig': ['delete', '/sessies/huidige'],
  lijsten: ['get', '/lijsten'],
  werkvoorraad: ['get', '/werkvoorraad'],
  'casus.lijst': ['get', '/casussen'],
  'casus.breng': ['post', '/casussen'],
  'casus.bord': ['get', '/casussen/{casusId}'],
  'casus.wijzig': ['patch', '/casussen/{casusId}'],
  'casus.bezoek': ['post', '/casussen/{casusId}/bezoeken'],
  'casus.zoek': ['post', '/casussen/{casusId}/zoekvragen'],
  'casus.grootScherm': ['get', '/casussen/{casusId}/groot-scherm'],
  'lid.voegToe': ['post', '/casussen/{casusId}/leden'],
  'lid.wijzig': ['patch', '/casussen/{casusId}/leden/{lidId}'],
  'lid.verwijder': ['delete', '/casussen/{casusId}/leden/{lidId}'],
  'deelnemer.kandidaten': ['get', '/casussen/{casusId}/kandidaten'],
  'deelnemer.voorbeeld': ['get', '/casussen/{casusId}/voorbeeld'],
  'deelnemer.geef': ['post', '/casussen/{casusId}/deelnemers'],
  'deelnemer.wijzig': ['patch', '/casussen/{casusId}/deelnemers/{deelnemerId}'],
  'deelnemer.beeindig': ['delete', '/casussen/{casusId}/deelnemers/{deelnemerId}'],
  'deelnemer.bevestig': ['post', '/casussen/{casusId}/deelnemers/{deelnemerId}/bevestiging'],
  'compartiment.open': ['post', '/casussen/{casusId}/compartimenten/{compartimentId}/openingen'],
  'compartiment.uitleg': ['get', '/casussen/{casusId}/compartimenten/{compartimentId}/uitleg'],
  'verzoek.doe': ['post', '/casussen/{casusId}/compartimenten/{compartimentId}/toegangsverzoeken'],
  'verzoek.lijst': ['get', '/casussen/{casusId}/toegangsverzoeken'],
  'verzoek.besluit': ['post', '/casussen/{casusId}/toegangsverzoeken/{verzoekId}/besluit'],
  'verzoek.trekIn': ['delete', '/casussen/{casusId}/toegangsverzoeken/{verzoekId}'],
  'verzoek.sluitVoorAdvies': ['delete', '/casussen/{casusId}/adviesopeningen/{openingId}'],
  'recht.geef': ['post', '/casussen/{casusId}/compartimenten/{compartimentId}/toegangsrechten'],
  'recht.lijst': ['get', '/casussen/{casusId}/compartimenten/{compartimentId}/toegangsrechten'],
  'recht.beeindig': ['delete', '/casussen/{casusId}/toegangsrechten/{rechtId}'],
  'kaart.maak': ['post', '/casussen/{casusId}/kaarten'],
  'kaart.wijzig': ['patch', '/casussen/{casusId}/kaarten/{kaartId}'],
  'kaart.verwijder': ['delete', '/casussen/{casusId}/kaarten/{kaartId}'],
  'kaart.zetStap': ['post', '/casussen/{casusId}/kaarten/{kaartId}/stappen'],
  'kaart.zetDoor': ['post', '/casussen/{casusId}/kaarten/{kaartId}/doorzettingsbesluit'],
  'kaart.maakBezwaar': ['post', '/casussen/{casusId}/kaarten/{kaartId}/bezwaar'],
  'regie.mijn': ['get', '/regie'],
  'regie.haal': ['get', '/casussen/{casusId}/regie'],
  'regie.stelVoor': ['post', '/casussen/{casusId}/regie/voorstellen'],
  'regie.aanvaard': ['post', '/casussen/{casusId}/regie/voorstellen/{voorstelId}/aanvaarding'],
  'regie.weiger': ['post', '/casussen/{casusId}/regie/voorstellen/{voorstelId}/weigering'],
  'regie.trekIn': ['delete', '/casussen/{casusId}/regie/voorstellen/{voorstelId}'],
  'regie.weeg': ['put', '/casussen/{casusId}/regie/weging'],
  'regie.laatWaarnemen': ['post', '/casussen/{casusId}/regie/waarneming'],
  'regie.stopWaarnemen': ['delete', '/casussen/{casusId}/regie/waarneming'],
  'tweedeHand.lijst': ['get', '/tweede-hand'],
  'tweedeHand.beslis': ['post', '/tweede-hand/{tweedeHandId}'],
  'tweedeHand.doe': ['post', '/tweede-hand'],
  'advies.stel': ['post', '/casussen/{casusId}/adviesvragen'],
  'advies.kijkNa': ['get', '/casussen/{casusId}/adviestreffers'],
  'advies.lijst': ['get', '/adviesvragen'],
  'advies.haal': ['get', '/adviesvragen/{adviesvraagId}'],
  'advies.bewaar': ['patch', '/adviesvragen/{adviesvraagId}'],
  'advies.trekIn': ['delete', '/adviesvragen/{adviesvraagId}'],
  'advies.neemAan': ['post', '/adviesvragen/{adviesvraagId}/aanneming'],
  'advies.geefTerug': ['delete', '/adviesvragen/{adviesvraagId}/aanneming'],
  'advies.geefDoor': ['post', '/adviesvragen/{adviesvraagId}/overdracht'],
  'advies.zeg': ['post', '/adviesvragen/{adviesvraagId}/berichten'],
  'advies.teken': ['post', '/adviesvragen/{adviesvraagId}/advies'],
  'advies.vulAan': ['post', '/adviesvragen/{adviesvraagId}/aanvulling'],
  'advies.reageer': ['post', '/adviesvragen/{adviesvraagId}/reactie'],
  'concept.begin': ['post', '/casussen/{casusId}/velden/{veldId}/concept'],
  'concept.deel': ['post', '/casussen/{casusId}/concepten/{veldId}/deling'],
  'concept.gooiWeg': ['delete', '/casussen/{casusId}/concepten/{veldId}'],
  'overlegreeks.lijst': ['get', '/overlegreeksen'],
  'overlegreeks.maak': ['post', '/overlegreeksen'],
  'overlegreeks.wijzig': ['patch', '/overlegreeksen/{reeksId}'],
  'overleg.lijst': ['get', '/overleggen'],
  'overleg.plan': ['post', '/overleggen'],
  'overleg.haal': ['get', '/overleggen/{overlegId}'],
  'overleg.zetStap': ['post', '/overleggen/{overlegId}/stappen'],
  'agendapunt.breng': ['post', '/overleggen/{overlegId}/agendapunten'],
  'agendapunt.wijzig': ['patch', '/overleggen/{overlegId}/agendapunten/{agendapuntId}'],
  'agendapunt.trekIn': ['delete', '/overleggen/{overlegId}/agendapunten/{agendapuntId}'],
  'tafelblad.haal': ['get', '/overleggen/{overlegId}/agendapunten/{agendapuntId}/tafelblad'],
  'tafelblad.leg': ['post', '/overleggen/{overlegId}/agendapunten/{agendapuntId}/tafelblad'],
  'tafelblad.lezers': ['get', '/overleggen/{overlegId}/agendapunten/{agendapuntId}/tafelblad/lezers'],
  'tafelblad.wijzig': ['patch', '/overleggen/{overlegId}/agendapunten/{agendapuntId}/tafelblad/{stukId}'],
  'tafelblad.neemAf': ['delete', '/overleggen/{overlegId}/agendapunten/{agendapuntId}/tafelblad/{stukId}'],
  'tafel.schik': ['post', '/overleggen/{overlegId}/agendapunten/{agendapuntId}/tafel'],
} as const satisfies Readonly<Record<string, readonly [Methode, `/${string}`]>>;

/** The name of a command or query. */
export type OpdrachtNaam = keyof typeof WEGEN;

/** The names between braces in a path. */
type Paramnaam<Pad extends string> = Pad extends `${string}{${infer Naam}}${infer Rest}`
  ? Naam | Paramnaam<Rest>
  : never;

/** What stands between the braces of a command's path: an id each. */
export type Params<N extends OpdrachtNaam> = Readonly<Record<Paramnaam<(typeof WEGEN)[N][1]>, string>>;
