import { html, nothing, type TemplateResult } from 'lit';
import type { Veld } from '../../shared/contract/velden.ts';
import type { Bloksleutels, Stuk } from '../../shared/tekst/blok.ts';
import { legUit } from '../../shared/tekst/verbeteren/rij.ts';
import { leesUitgangspunt } from '../../shared/tekst/verbeteren/uitgangspunt.ts';
import { type Deel, type Lot, type Weging, weeg } from '../../shared/tekst/verbeteren/weging.ts';
import type { Bordteksten } from '../casus/bordteksten.ts';
import type { Noem } from '../editor/vermelding.ts';
import { opgemaakt, regeleinde, stukSjabloon } from '../editor/weergave.ts';
import './verbetering.css';

/** What my improvement does to its text as it is now, as the server will bring it in; null while either isn't here. */
export function wegingVan(teksten: Bordteksten, voor: Veld, concept: Veld): Weging | null {
  const [mijn, tekst] = [teksten.tekst(concept), teksten.tekst(voor)];
  if (concept.uitgangspunt === null || mijn?.geladen !== true || tekst?.geladen !== true) return null;
  const toen = leesUitgangspunt(mijn.veld(concept.uitgangspunt).toString());
  return toen === null ? null : weeg(toen, legUit(mijn.veld(concept.id)), legUit(tekst.veld(voor.id)));
}

/** A block as it becomes, with what changes in it. */
interface Regel extends Bloksleutels {
  readonly lot: Lot;
  readonly vorm: boolean;
  readonly delen: Deel[];
}

/** The text as it becomes, with what goes and what comes, marked and in words, and what others changed since. */
export function verschilsjabloon(weging: Weging, noem: Noem): TemplateResult {
  const regels: Regel[] = [{ ...weging.eerste, lot: 'gelijk', vorm: weging.eersteVorm, delen: [] }];
  for (const deel of weging.delen) {
    const { bijzonder, lot, vorm } = deel;
    if (bijzonder?.soort === 'grens' && lot !== 'weg' && lot !== 'ander_weg') {
      regels.push({ ...bijzonder.sleutels, lot, vorm, delen: [] });
    } else regels.at(-1)?.delen.push(deel);
  }
  return html`<div class="bord-verschil">
    ${opgemaakt(regels, ({ delen, lot, vorm }) => [
      lot === 'gelijk' && !vorm
        ? nothing
        : html`<span class="bord-verschil__regel">${REGELWOORD[lot === 'gelijk' ? 'opmaak' : lot]}</span> `,
      ...delen.map((deel) => deelsjabloon(deel, noem)),
      delen.length === 0 ? regeleinde(undefined) : nothing,
    ])}
  </div>`;
}

function deelsjabloon(deel: Deel, noem: Noem): unknown {
  const stukken = stukkenVan(deel);
  const binnen = stukken.map((stuk) => stukSjabloon(stuk, noem));
  switch (deel.lot) {
    case 'gelijk':
      return binnen;
    case 'weg':
      return html`<del>${hardop('weggehaald: ')}${binnen}${hardop('. ')}</del>`;
    case 'erbij':
      return html`<ins>${hardop('toegevoegd: ')}${binnen}${hardop('. ')}</ins>`;
    case 'opmaak':
      return html`<ins class="bord-verschil__opmaak">${hardop('andere opmaak: ')}${binnen}${hardop('. ')}</ins>`;
    case 'ander_weg':
      return html`<del class="bord-verschil__ander">${hardop('een ander haalde weg: ')}${binnen}${hardop('. ')}</del>`;
    case 'ander_erbij':
      return html`<ins class="bord-verschil__ander">${hardop('een ander schreef: ')}${binnen}${hardop('. ')}</ins>`;
  }
}

/** In words, for who can't see how it is marked. */
function hardop(woorden: string): TemplateResult {
  return html`<span class="rt-alleen-voorlezen">${woorden}</span>`;
}

function stukkenVan({ tekst, merken, bijzonder }: Deel): Stuk[] {
  const opmaak = { strong: (merken & 1) > 0, em: (merken & 2) > 0 };
  if (bijzonder?.soort === 'vermelding') return [{ soort: 'vermelding', wie: bijzonder.wie, ...opmaak }];
  // The end of a line that goes: what stood below comes behind it.
  if (bijzonder?.soort === 'grens') return [{ soort: 'tekst', tekst: '¶ ', ...opmaak }];
  return tekst
    .split('\n')
    .flatMap((woorden, n): Stuk[] => [
      ...(n > 0 ? [{ soort: 'breuk' as const, ...opmaak }] : []),
      ...(woorden === '' ? [] : [{ soort: 'tekst' as const, tekst: woorden, ...opmaak }]),
    ]);
}

const REGELWOORD: Readonly<Record<Lot, string>> = {
  gelijk: '',
  weg: '',
  ander_weg: '',
  erbij: 'nieuwe regel',
  ander_erbij: 'regel van een ander',
  opmaak: 'anders opgemaakt',
};
