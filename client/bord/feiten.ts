import { html, nothing, type TemplateResult } from 'lit';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { KaartVan, Kijk } from '../casus/kijk.ts';
import { nieuwste } from '../casus/titel.ts';
import { contactregel } from '../kaarten/contactregel.ts';
import { wijzigknop } from '../kaarten/onderdelen.ts';
import { bel } from '../ui/bel.ts';
import { kort, metDag, termijn } from '../ui/datum.ts';
import { bakenVan } from '../ui/plaats.ts';

/**
 * In short, under the title: what everyone must know before they talk. Only what this person may read; to whom the plan
 * is closed it says whom to call and how to reach the household.
 */
export function feiten(kijk: Kijk): TemplateResult | typeof nothing {
  const delen = kijk.leest('plan')
    ? [veilig(kijk), gezin(kijk), contactpersoon(kijk), ...wachtOp(kijk), herziening(kijk)]
    : [regisseur(kijk), ...contact(kijk)];
  const staat = delen.filter((deel) => deel !== nothing);
  return staat.length === 0 ? nothing : html`<dl class="bord-feiten">${staat}</dl>`;
}

function veilig(kijk: Kijk): TemplateResult | typeof nothing {
  const kaart = nieuwste(kijk.kaarten('veiligheid_nu'));
  if (kaart === undefined) return nothing;
  const woord = { ja: 'Ja', nee: 'Nee', onbekend: 'Dat weten we niet' }[kaart.antwoord];
  return feit(
    'Nu veilig?',
    html`<span class=${kaart.antwoord === 'ja' ? '' : 'rt-over-tijd'}>${woord}</span>${op(kijk, kaart.datum)}`,
    wijzigknop(kijk, kaart, 'Nu veilig?'),
    kaart,
  );
}

function gezin(kijk: Kijk): TemplateResult | typeof nothing {
  const kaart = nieuwste(kijk.kaarten('gezin_weet'));
  if (kaart === undefined) return nothing;
  return feit(
    'Gezin weet het',
    html`${kaart.ja ? 'Ja' : 'Nee, nog niet'}${kaart.ja ? op(kijk, kaart.datum) : ''}${toelichting(kaart)}`,
    wijzigknop(kijk, kaart, 'Gezin weet het'),
    kaart,
  );
}

/** To whom it was told, or why not yet. */
function toelichting({ ja, met, reden }: KaartVan<'gezin_weet'>): TemplateResult | typeof nothing {
  const wat = ja ? met : reden;
  return wat === undefined ? nothing : html`: <bdi>${wat}</bdi>`;
}

/** Whom the household calls; who it was and no longer takes part is nobody. */
function contactpersoon(kijk: Kijk): TemplateResult | typeof nothing {
  const kaart = nieuwste(kijk.kaarten('contactpersoon'));
  if (kaart === undefined) return nothing;
  const wie = kijk.bord.deelnemers.find(({ id }) => id === kaart.deelnemerId);
  return feit(
    'Gezin belt',
    wie === undefined
      ? 'De regisseur weet wie'
      : html`${kijk.zetelnaam(wie.zetel)}: <bdi>${wie.naam}</bdi> ${bel(wie.telefoon)}`,
    wijzigknop(kijk, kaart, 'Vaste contactpersoon'),
  );
}

function wachtOp(kijk: Kijk): TemplateResult[] {
  return kijk
    .kaarten('hulp')
    .filter((kaart) => kaart.wachtOp !== undefined && kaart.wachtOp !== '')
    .slice(0, 1)
    .map((kaart) => feit('Wacht op', html`<bdi>${kaart.wachtOp}</bdi>`, wijzigknop(kijk, kaart, 'Wacht op')));
}

function herziening(kijk: Kijk): TemplateResult | typeof nothing {
  const { vandaag } = kijk;
  const kaart = nieuwste(kijk.kaarten('herziening'));
  if (kaart === undefined) return nothing;
  const te = kaart.datum < vandaag;
  return feit(
    'Plan bekijken',
    html`<span class=${te ? 'rt-over-tijd' : ''}>${te ? termijn(kaart.datum, vandaag) : metDag(kaart.datum, vandaag)}</span>`,
    wijzigknop(kijk, kaart, 'Plan bekijken'),
    kaart,
  );
}

function regisseur(kijk: Kijk): TemplateResult | typeof nothing {
  const wie = kijk.regisseur;
  return wie === undefined || wie.ik
    ? nothing
    : feit('Regisseur', html`<bdi>${wie.naam}</bdi> ${bel(wie.telefoon)}`);
}

/** How each member wants to be reached, as far as I may know. */
export function contact(kijk: Kijk): TemplateResult[] {
  return kijk.kaarten('contact').flatMap((kaart) => {
    const [lidId] = kijk.over(kaart);
    return kijk.inBeeld([lidId ?? null])
      ? [feit(`Contact met ${kijk.onderwerp(lidId ?? null)}`, html`<bdi>${contactregel(kaart)}</bdi>`)]
      : [];
  });
}

function op(kijk: Kijk, datum: string | undefined): string {
  return datum === undefined ? '' : `, ${kort(datum, kijk.vandaag)}`;
}

function feit(kop: string, wat: unknown, knop: unknown = nothing, kaart?: Kaart): TemplateResult {
  return html`<div data-plaats=${kaart === undefined ? nothing : bakenVan('kaart', kaart.id)}>
    <dt>${kop}</dt>
    <dd>${wat}${knop}</dd>
  </div>`;
}
