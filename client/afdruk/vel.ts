import { html, nothing, type TemplateResult } from 'lit';
import type { Afdruk } from '../../shared/contract/afdruk.ts';
import type { Kaart } from '../../shared/contract/kaarten.ts';
import type { Lijsten } from '../../shared/contract/lijsten.ts';
import { type Kaartsoort, MET_TEKST } from '../../shared/plan/kaartsoorten.ts';
import type { KaartVan } from '../casus/kijk.ts';
import { contactregel } from '../kaarten/contactregel.ts';
import { naamVan } from '../lijsten.ts';
import { lang, voluit } from '../ui/datum.ts';
import { ONLEESBAAR } from '../ui/onleesbaar.ts';
import { opsomming } from '../ui/opsomming.ts';
import { VINK } from '../ui/tekens.ts';
import { tekstOpVel } from './tekst.ts';

/** What a part of a print is made with. */
interface Bron {
  readonly afdruk: Afdruk;
  readonly lijsten: Lijsten;
  readonly vandaag: string;
  /** How those who may stand on it are called, by id. */
  readonly wie: ReadonlyMap<string, string>;
}

/** What goes on paper. A part in which nothing stands isn't there. @param vandaag jjjj-mm-dd */
export function vel(afdruk: Afdruk, lijsten: Lijsten, vandaag: string): TemplateResult {
  const wie = new Map([
    ...afdruk.mensen.map(
      ({ id, zetel, naam }) => [id, `${naamVan(lijsten.zetels, zetel)} (${naam})`] as const,
    ),
    ...afdruk.leden.map(({ id, rol }) => [id, rol] as const),
  ]);
  const bron = { afdruk, lijsten, vandaag, wie };
  const delen = [
    doelen(bron),
    besluiten(bron),
    beschikkingen(bron),
    ...teksten(bron, ['integrale analyse', 'gewenst resultaat']),
    ...lijsten.leefgebieden.map(({ code, naam }) => leefgebied(bron, code, naam)),
    hulp(bron),
    ...eigenWoorden(bron),
    gegevens(bron),
    mensen(bron),
  ].filter((deel) => deel !== nothing);
  const vraag = van(bron, 'vraag')[0]?.titel;
  return html`<article class="afdruk" aria-label="Zo komt het op papier">
    <header class="afdruk__kop">
      <h2><bdi>${vraag ?? `Casus ${afdruk.label}`}</bdi></h2>
      <p>Casus ${afdruk.label} · ${voorWie(afdruk)} · ${voluit(vandaag, '')}</p>
      ${kortom(bron)}
    </header>
    ${afdruk.onleesbaar.length === 0 ? nothing : html`<p>${ONLEESBAAR}</p>`}
    ${delen.length === 0 ? html`<p>Voor deze lezers staat hier niets.</p>` : delen}
  </article>`;
}

function voorWie({ voor, publiek }: Afdruk): string {
  if (voor === 'mij') return 'voor uzelf';
  return voor === 'tafel' ? `voor aan tafel: ${opsomming(publiek)}` : `voor het gezin: ${opsomming(publiek)}`;
}

function van<S extends Kaartsoort>({ afdruk }: Bron, soort: S): KaartVan<S>[] {
  return afdruk.kaarten.filter((kaart): kaart is KaartVan<S> => kaart.soort === soort);
}

function deel(kop: string, inhoud: unknown): TemplateResult {
  return html`<section class="afdruk__deel"><h3>${kop}</h3>${inhoud}</section>`;
}

/** Answers in a line each. */
function kortom(bron: Bron): TemplateResult | typeof nothing {
  const { lijsten, vandaag, wie } = bron;
  const regels = [
    ...van(bron, 'veiligheid_nu').map(
      ({ antwoord, datum }) =>
        `Is iedereen nu veilig? ${antwoord}${datum === undefined ? '' : `, besproken ${lang(datum, vandaag)}`}`,
    ),
    ...van(bron, 'gezin_weet').map(
      ({ ja, datum }) =>
        `Weet het gezin hiervan? ${ja ? 'ja' : 'nog niet'}${datum === undefined ? '' : `, sinds ${lang(datum, vandaag)}`}`,
    ),
    ...van(bron, 'contactpersoon').flatMap(({ deelnemerId }) => {
      const naam = wie.get(deelnemerId ?? '');
      return naam === undefined ? [] : [`Vaste contactpersoon: ${naam}`];
    }),
    ...van(bron, 'wet').map(({ wet }) => `Wet: ${naamVan(lijsten.wetten, wet)}`),
    ...van(bron, 'expertise').map(({ expertise }) => `Kennis: ${naamVan(lijsten.expertise, expertise)}`),
    ...van(bron, 'herziening').map(({ datum }) => `Plan opnieuw bekijken op ${lang(datum, vandaag)}`),
  ];
  return regels.length === 0
    ? nothing
    : html`<ul class="afdruk__kort">${regels.map((regel) => html`<li>${regel}</li>`)}</ul>`;
}

function doelen(bron: Bron): TemplateResult | typeof nothing {
  const alle = van(bron, 'doel');
  const afspraken = van(bron, 'afspraak');
  const los = afspraken.filter(({ doelId }) => !alle.some(({ id }) => id === doelId));
  if (alle.length + afspraken.length === 0) return nothing;
  return deel(
    'Doelen en afspraken',
    html`${alle.map(
      (doel) => html`<div class="afdruk__doel">
        <h4><bdi>${doel.titel}</bdi>${metWie(bron, doel.lidIds)}</h4>
        ${toelichting(bron, doel)} ${lijst(
          afspraken
            .filter(({ doelId }) => doelId === doel.id)
            .map((afspraak) => afspraakregel(bron, afspraak)),
        )}
      </div>`,
    )}
    ${los.length === 0 ? nothing : html`<div class="afdruk__doel">${alle.length === 0 ? nothing : html`<h4>Andere afspraken</h4>`}${lijst(los.map((een) => afspraakregel(bron, een)))}</div>`}`,
  );
}

function afspraakregel(bron: Bron, afspraak: KaartVan<'afspraak'>): TemplateResult {
  const { lijsten, vandaag, wie } = bron;
  const wat = [
    opsomming(afspraak.uitvoerders.flatMap((id) => wie.get(id) ?? [])),
    afspraak.uiterlijk === undefined ? '' : `uiterlijk ${lang(afspraak.uiterlijk, vandaag)}`,
    naamVan(lijsten.standen, afspraak.stand).toLowerCase(),
  ].filter(Boolean);
  return html`<span class="afdruk__vak" aria-hidden="true">${afspraak.stand === 'gedaan' ? VINK : nothing}</span
    ><span><bdi>${afspraak.titel}</bdi> <span class="afdruk__zacht">${wat.join(' · ')}</span>${toelichting(bron, afspraak)}</span>`;
}

function besluiten(bron: Bron): TemplateResult | typeof nothing {
  const alle = van(bron, 'besluit');
  if (alle.length === 0) return nothing;
  return deel(
    'Besluiten',
    alle.map(
      (besluit) => html`<div class="afdruk__doel">
        <h4><bdi>${besluit.titel}</bdi> <span class="afdruk__zacht">${lang(besluit.datum, bron.vandaag)}</span></h4>
        <p><bdi>${besluit.motivering}</bdi></p>
        ${toelichting(bron, besluit)}
      </div>`,
    ),
  );
}

function beschikkingen(bron: Bron): TemplateResult | typeof nothing {
  const alle = van(bron, 'beschikking');
  if (alle.length === 0) return nothing;
  const { lijsten, vandaag } = bron;
  return deel(
    'Beschikkingen',
    lijst(
      alle.map(({ titel, wet, stand, beslisser, datum, bezwaarTot }) => {
        const wat = [
          `${naamVan(lijsten.uitkomsten, stand)} op ${lang(datum, vandaag)}`,
          naamVan(lijsten.wetten, wet),
          ...(bezwaarTot === undefined ? [] : [`bezwaar tot en met ${lang(bezwaarTot, vandaag)}`]),
        ];
        return html`<span><bdi>${titel}</bdi> <span class="afdruk__zacht">${wat.join(' · ')} · <bdi>${beslisser}</bdi></span></span>`;
      }),
    ),
  );
}

function leefgebied(bron: Bron, code: string, naam: string): TemplateResult | typeof nothing {
  const punten = [...van(bron, 'kracht'), ...van(bron, 'zorgpunt')].filter((een) => een.leefgebied === code);
  // A kaart's own text stands with it.
  const woorden = bron.afdruk.teksten.filter((tekst) => tekst.leefgebied === code && tekst.kaartId === null);
  if (punten.length + woorden.length === 0) return nothing;
  return deel(
    naam,
    html`${lijst(
      punten.map(
        (punt) => html`<span class="afdruk__teken">${punt.soort === 'kracht' ? 'Gaat goed' : 'Zorg'}</span
          ><span><bdi>${punt.titel}</bdi>${metWie(bron, punt.lidId === undefined ? [lidVan(bron, punt)] : [punt.lidId])}</span>`,
      ),
    )}
    ${woorden.map((tekst) => metKop(bron, tekst))}`,
  );
}

function hulp(bron: Bron): TemplateResult | typeof nothing {
  const alle = van(bron, 'hulp');
  if (alle.length === 0) return nothing;
  const regels = alle.map(({ soortHulp, wat, organisatie, sinds, lidId }) => {
    const wie = [organisatie, sinds === undefined ? undefined : `sinds ${lang(sinds, bron.vandaag)}`];
    return html`<span class="afdruk__teken">${naamVan(bron.lijsten.soortHulp, soortHulp)}</span
      ><span><bdi>${wat}</bdi>${metWie(bron, [lidId])} <span class="afdruk__zacht">${wie.filter(Boolean).join(' · ')}</span></span>`;
  });
  return deel('Wie helpt waarmee', lijst(regels));
}

/** What somebody of the household says, in their own words. */
function eigenWoorden(bron: Bron): TemplateResult[] {
  return bron.afdruk.teksten
    .filter(({ compartimentId }) => categorieVan(bron, compartimentId) === 'inwoner')
    .map(({ naam, blokken }) => deel(hoofdletter(naam), tekstOpVel(blokken)));
}

/** Texts without a leefgebied, by what they are called. */
function teksten(bron: Bron, namen: readonly string[]): TemplateResult[] {
  return bron.afdruk.teksten
    .filter(
      ({ naam, leefgebied: waar, kaartId }) => namen.includes(naam) && waar === null && kaartId === null,
    )
    .map(({ naam, compartimentId, blokken }) =>
      deel(`${hoofdletter(naam)}${over(bron, compartimentId)}`, tekstOpVel(blokken)),
    );
}

/** Who somebody is and how to reach them; of whom it may be read. */
function gegevens(bron: Bron): TemplateResult | typeof nothing {
  const regels = [
    ...van(bron, 'naam').map((kaart): [Kaart, string] => [
      kaart,
      [kaart.voornaam, kaart.achternaam].filter(Boolean).join(' ') +
        (kaart.geboortedatum === undefined ? '' : `, geboren ${lang(kaart.geboortedatum, '')}`),
    ]),
    ...van(bron, 'adres').map((kaart): [Kaart, string] => [kaart, kaart.titel]),
    ...van(bron, 'contact').map((kaart): [Kaart, string] => [kaart, contactregel(kaart)]),
    ...van(bron, 'noodkaart').map((kaart): [Kaart, string] => [
      kaart,
      `Bij acuut gevaar: ${kaart.weten} Bel ${kaart.bellen}`,
    ]),
  ];
  if (regels.length === 0) return nothing;
  return deel(
    'Gegevens',
    lijst(
      regels.map(
        ([
          kaart,
          tekst,
        ]) => html`<span class="afdruk__teken">${bron.wie.get(lidVan(bron, kaart) ?? '') ?? 'huishouden'}</span
          ><span><bdi>${tekst}</bdi></span>`,
      ),
    ),
  );
}

function mensen({ afdruk, lijsten }: Bron): TemplateResult | typeof nothing {
  if (afdruk.mensen.length === 0) return nothing;
  return deel(
    'Wie doen mee',
    html`<table class="afdruk__mensen">
      <thead class="rt-alleen-voorlezen"><tr><th scope="col">Vanuit</th><th scope="col">Wie</th><th scope="col">Telefoon</th></tr></thead>
      <tbody>
        ${afdruk.mensen.map(
          ({ zetel, naam, organisatie, telefoon, regisseur }) => html`<tr>
            <td>${naamVan(lijsten.zetels, zetel)}${regisseur ? ', regisseur' : ''}</td>
            <td><bdi>${naam}</bdi>, <bdi>${organisatie}</bdi></td>
            <td>${telefoon}</td>
          </tr>`,
        )}
      </tbody>
    </table>`,
  );
}

function metKop(bron: Bron, { naam, compartimentId, blokken }: Afdruk['teksten'][number]): TemplateResult {
  return html`<div class="afdruk__tekst"><h4>${hoofdletter(naam)}${over(bron, compartimentId)}</h4>${tekstOpVel(blokken)}</div>`;
}

/** The text that stands with a kaart. */
function toelichting({ afdruk }: Bron, kaart: Kaart): TemplateResult | typeof nothing {
  const tekst = MET_TEKST.has(kaart.soort)
    ? afdruk.teksten.find(({ kaartId }) => kaartId === kaart.id)
    : undefined;
  return tekst === undefined ? nothing : tekstOpVel(tekst.blokken);
}

function lijst(regels: readonly TemplateResult[]): TemplateResult | typeof nothing {
  return regels.length === 0
    ? nothing
    : html`<ul class="afdruk__lijst">${regels.map((regel) => html`<li>${regel}</li>`)}</ul>`;
}

function metWie({ wie }: Bron, ids: readonly (string | null | undefined)[]): TemplateResult | typeof nothing {
  const namen = ids.flatMap((id) => (id == null ? [] : (wie.get(id) ?? [])));
  return namen.length === 0 ? nothing : html` <span class="afdruk__zacht">${opsomming(namen)}</span>`;
}

function over({ afdruk, wie }: Bron, compartimentId: string): string {
  const lidId = afdruk.compartimenten.find(({ id }) => id === compartimentId)?.lidId ?? null;
  const rol = lidId === null ? undefined : wie.get(lidId);
  return rol === undefined ? '' : `, ${rol}`;
}

function lidVan({ afdruk }: Bron, { compartimentId }: Kaart): string | null {
  return afdruk.compartimenten.find(({ id }) => id === compartimentId)?.lidId ?? null;
}

function categorieVan({ afdruk }: Bron, compartimentId: string): string | undefined {
  return afdruk.compartimenten.find(({ id }) => id === compartimentId)?.categorie;
}

function hoofdletter(tekst: string): string {
  return `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}`;
}
