import { html, nothing, type TemplateResult } from 'lit';
import { belVoor, leesTelefoon } from '../../shared/invoer/telefoon.ts';
import { TELEFOON } from './tekens.ts';

/** A phone number that one can tap. */
export function bel(telefoon: string): TemplateResult | typeof nothing {
  if (telefoon === '') return nothing;
  const nummer = leesTelefoon(telefoon) ?? telefoon;
  return html`<a class="bord-bel" href="tel:${belVoor(nummer)}">${TELEFOON}${nummer}</a>`;
}

const ZOALS_GETYPT = /(?<![\d+])(?:112(?!\d)|(?:\+|0)\d(?:[\d\s().-]{5,15})\d)/g;

/** A text in which each phone number can be tapped, as it was typed: for who is in a hurry. */
export function belIn(tekst: string): (string | TemplateResult)[] {
  let tot = 0;
  const delen: (string | TemplateResult)[] = [];
  for (const { 0: getypt, index } of tekst.matchAll(ZOALS_GETYPT)) {
    const nummer = leesTelefoon(getypt);
    if (nummer === null) continue;
    delen.push(
      tekst.slice(tot, index),
      html`<a class="bord-bel" href="tel:${belVoor(nummer)}">${getypt}</a>`,
    );
    tot = index + getypt.length;
  }
  return [...delen, tekst.slice(tot)];
}
