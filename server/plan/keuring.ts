import { HOOGUIT_GENOEMD, KaartInhoud } from '../../shared/contract/kaarten.ts';
import { leesInvoer } from '../../shared/invoer/velden.ts';
import { EXPERTISES, SOORTEN_HULP, staatInLijst } from '../../shared/lijsten.ts';
import { isBekend, teltNoemen } from '../../shared/need-to-know/namen.ts';
import { isMinstens } from '../../shared/need-to-know/niveaus.ts';
import { past } from '../../shared/plan/kaartsoorten.ts';
import { wettenVan } from '../../shared/plan/mandaat.ts';
import { WETNAMEN } from '../../shared/plan/wetnamen.ts';
import type { CompartimentRij } from '../casus/casus.ts';
import { kanNiet, verwijzingOnbekend, type Weigering, weigeringUit } from '../kern/weigering.ts';
import type { Kijk } from '../toegang/toegang.ts';
import { magNoemen } from './kaartvoor.ts';
import { alsVerzamelingen, LIJSTVELDEN, type Verwijsveld, verwijzingenIn } from './verwijzingen.ts';

/** What a check of a kaart rests on. */
export interface Keuring {
  readonly kijk: Kijk;
  readonly compartiment: CompartimentRij;
  /** Whether its writer may know of what a reference points at. */
  readonly mag: (veld: Verwijsveld, id: string) => boolean;
  /** Today in the Netherlands, YYYY-MM-DD. */
  readonly vandaag: string;
}

/**
 * Checks what somebody wants to write: form, place, lists, agreement, and every reference that is new.
 * @param oud what stood there, as its writer sees it; null for a new kaart
 * @throws Weigering 422 that says what to do
 */
export function keurKaart(
  keuring: Keuring,
  gegeven: Readonly<Record<string, unknown>>,
  oud: KaartInhoud | null,
): KaartInhoud {
  const gelezen = leesInvoer(KaartInhoud, gegeven, {
    vandaag: keuring.vandaag,
    stond: new Set(oud === null ? [] : Object.values(oud).filter((waarde) => typeof waarde === 'string')),
  });
  if (!gelezen.success) throw weigeringUit(gelezen.error);
  const inhoud = alsVerzamelingen(gelezen.data);
  eisPlek(keuring, inhoud);
  if (inhoud.soort === 'hulp') eisHulp(inhoud, oud, keuring.vandaag);
  if (inhoud.soort === 'expertise') {
    const was = oud?.soort === 'expertise' ? oud.expertise : null;
    eisInLijst(EXPERTISES, 'expertise', inhoud.expertise, was, keuring.vandaag);
  }
  if (inhoud.soort === 'beschikking') eisBeschikking(keuring, inhoud, oud);
  eisAantalGenoemd(inhoud, oud);
  eisVerwijzingen(keuring, inhoud, oud);
  if (inhoud.soort === 'contactpersoon') eisContactpersoon(keuring, inhoud, oud);
  return inhoud;
}

function eisPlek({ kijk, compartiment }: Keuring, inhoud: KaartInhoud): void {
  const categorie = kijk.beslisser.regels.categorieen.get(compartiment.categorie);
  if (categorie !== undefined && past(inhoud.soort, categorie)) return;
  throw kanNiet('past_hier_niet', 'Dit hoort op een andere plek in het plan. Kies een andere plek.', [
    { veld: 'compartimentId', bericht: 'hoort hier niet' },
  ]);
}

function eisHulp(
  inhoud: Extract<KaartInhoud, { soort: 'hulp' }>,
  oud: KaartInhoud | null,
  vandaag: string,
): void {
  const was = oud?.soort === 'hulp' ? oud.soortHulp : null;
  eisInLijst(SOORTEN_HULP, 'soortHulp', inhoud.soortHulp, was, vandaag);
  const gevoelig = SOORTEN_HULP.find(({ code }) => code === inhoud.soortHulp)?.gevoelig === true;
  // NK21: not in the shared plan before the household's agreement, with its date, is on it.
  if (!gevoelig || inhoud.akkoord !== undefined) return;
  throw kanNiet(
    'akkoord_gezin_nodig',
    'Deze hulp komt pas in het gedeelde plan als het gezin dat goedvindt. Vul in op welke datum dat was.',
    [{ veld: 'akkoord', bericht: 'vul de datum in waarop het gezin het goedvond' }],
  );
}

/**
 * Somebody whom everyone who reads the plan may know (NK26), and another only by a warm handover: who leaves and who comes
 * were at the household's together, on a day that is recorded with it.
 */
function eisContactpersoon(
  { kijk }: Keuring,
  inhoud: Extract<KaartInhoud, { soort: 'contactpersoon' }>,
  oud: KaartInhoud | null,
): void {
  const was = oud?.soort === 'contactpersoon' ? oud : null;
  const zeg = (veld: 'deelnemerId' | 'kennisgemaakt', bericht: string) => [{ veld, bericht }];
  if (inhoud.deelnemerId === undefined) {
    // Whom the writer doesn't see stays; who is there isn't taken away, to be another without a warm handover.
    if (was !== null && was.deelnemerId === undefined) return;
    throw kanNiet('body_ongeldig', 'Kies wie het gezin belt.', zeg('deelnemerId', 'kies wie dit is'));
  }
  // The day of the last one is what the next must differ from.
  if (was?.kennisgemaakt !== undefined && inhoud.kennisgemaakt === undefined)
    throw kanNiet(
      'body_ongeldig',
      'Vul in wanneer het gezin met deze persoon kennismaakte.',
      zeg('kennisgemaakt', 'vul de dag in'),
    );
  if (inhoud.deelnemerId === was?.deelnemerId) return;
  const deelnemer = kijk.bekende(inhoud.deelnemerId);
  if (deelnemer === undefined) throw verwijzingOnbekend('deelnemerId');
  if (!isBekend(deelnemer, kijk.beslisser.regels))
    throw kanNiet(
      'eerst_bekend',
      `De vaste contactpersoon is bekend bij iedereen die het plan leest. Het gezin moet eerst goedvinden dat de anderen van ${deelnemer.naam} weten. De regisseur legt dat vast.`,
      zeg('deelnemerId', 'eerst bekend bij de anderen'),
    );
  if (was === null || (inhoud.kennisgemaakt !== undefined && inhoud.kennisgemaakt !== was.kennisgemaakt))
    return;
  throw kanNiet(
    'warme_overdracht_nodig',
    'Ga eerst samen naar het gezin: wie de vaste contactpersoon was en wie het wordt. Vul daarna in op welke dag dat was.',
    zeg('kennisgemaakt', 'vul in wanneer het gezin kennismaakte'),
  );
}

/**
 * OV7: a table decides nothing under a law. What was decided is recorded by who carries out that law here.
 * @throws Weigering 422
 */
export function eisMandaat({ ik }: Kijk, inhoud: KaartInhoud): void {
  if (inhoud.soort !== 'beschikking' || wettenVan(ik.zetel).includes(inhoud.wet)) return;
  const wet = inhoud.wet === 'anders' ? 'deze wet' : `de ${WETNAMEN[inhoud.wet]}`;
  throw kanNiet(
    'geen_mandaat',
    `Een beschikking op grond van ${wet} legt iemand vast die deze wet uitvoert. Vraag het die persoon. Wat u zelf afsprak, kunt u als besluit vastleggen.`,
    [{ veld: 'wet', bericht: 'kies een wet die u uitvoert' }],
  );
}

/** Against what isn't decided yet nobody can object; and a term ends after the day on which it began (Awb 6:7). */
function eisBeschikking(
  { kijk }: Keuring,
  inhoud: Extract<KaartInhoud, { soort: 'beschikking' }>,
  oud: KaartInhoud | null,
): void {
  if (oud !== null) eisMandaat(kijk, oud);
  eisMandaat(kijk, inhoud);
  const { stand, datum, bezwaarTot } = inhoud;
  if (bezwaarTot === undefined) return;
  const fout =
    stand === 'aangevraagd'
      ? 'vul dit pas in als er is beslist'
      : bezwaarTot <= datum
        ? 'kies een dag na de beschikking'
        : null;
  if (fout === null) return;
  throw kanNiet('body_ongeldig', `Bezwaar kan tot en met: ${fout}.`, [{ veld: 'bezwaarTot', bericht: fout }]);
}

/** What stood there may stay, also when the list has changed since. */
function eisInLijst(
  lijst: Parameters<typeof staatInLijst>[0],
  veld: string,
  code: string,
  was: string | null,
  vandaag: string,
): void {
  if (code === was || staatInLijst(lijst, code, vandaag)) return;
  throw nietInLijst(veld);
}

/** What several people named together may be more, and may stay as it is when something else is changed. */
function eisAantalGenoemd(inhoud: KaartInhoud, oud: KaartInhoud | null): void {
  const telIn = (van: KaartInhoud | null, veld: Verwijsveld): number =>
    van === null ? 0 : verwijzingenIn(van).filter((verwijzing) => verwijzing.veld === veld).length;
  for (const veld of LIJSTVELDEN) {
    if (telIn(inhoud, veld) <= Math.max(HOOGUIT_GENOEMD, telIn(oud, veld))) continue;
    throw kanNiet('body_ongeldig', `Kies er hooguit ${HOOGUIT_GENOEMD}.`, [
      { veld, bericht: `kies er hooguit ${HOOGUIT_GENOEMD}` },
    ]);
  }
}

/** Fields that name somebody who then reads it, or whom everyone who reads it then knows. */
const NOEMT: ReadonlySet<Verwijsveld> = new Set(['uitvoerders', 'samenMet', 'deelnemerId', 'overbrugtDoor']);

function eisVerwijzingen(keuring: Keuring, inhoud: KaartInhoud, oud: KaartInhoud | null): void {
  const had = new Set(oud === null ? [] : verwijzingenIn(oud).map(({ veld, id }) => `${veld} ${id}`));
  for (const { veld, id } of verwijzingenIn(inhoud)) {
    if (had.has(`${veld} ${id}`)) continue;
    if (!keuring.mag(veld, id)) throw verwijzingOnbekend(veld);
    if (NOEMT.has(veld)) eisNoembaar(keuring, veld, id);
    const { lidId } = keuring.compartiment;
    if (veld === 'lidId' && lidId !== null && id !== lidId) {
      throw kanNiet(
        'ander_lid',
        'Deze plek gaat over een ander lid van het huishouden. Kies een andere plek.',
        [{ veld, bericht: 'kies een andere plek' }],
      );
    }
  }
}

/**
 * NK22: who is named gets to read it; so who is at `verborgen` can't be, nor, outside the plan, who can't read. NK26: nor
 * who the others may not know takes part, whoever names them.
 */
function eisNoembaar({ kijk, compartiment }: Keuring, veld: string, id: string): void {
  const deelnemer = kijk.bekende(id);
  if (deelnemer === undefined) return; // a member
  const niveau = kijk.beslisser.niveau(deelnemer, compartiment);
  if (!isMinstens(niveau, magNoemen(compartiment) ? 'dat' : 'lezen'))
    throw kanNiet(
      'niet_te_noemen',
      `${deelnemer.naam} leest hier niets. Noem hier iemand anders, of kies een andere plek.`,
      [{ veld, bericht: 'kies iemand anders' }],
    );
  if (teltNoemen(deelnemer, kijk.beslisser.regels, compartiment.organisatieId)) return;
  throw kanNiet('eerst_bekend', eerstBekend(kijk, deelnemer.naam), [
    { veld, bericht: 'eerst bekend bij de anderen' },
  ]);
}

/** NK26: what to do before somebody can be named. */
function eerstBekend({ ik }: Kijk, naam: string): string {
  return ik.regisseur
    ? `Vraag het gezin eerst of anderen mogen weten dat ${naam} meedoet, en leg dat vast.`
    : `Het gezin moet eerst goedvinden dat anderen weten dat ${naam} meedoet. De regisseur vraagt dat en legt het vast.`;
}

function nietInLijst(veld: string): Weigering {
  return kanNiet('niet_in_lijst', 'Kies iets uit de lijst.', [{ veld, bericht: 'kies uit de lijst' }]);
}
