import { expect } from 'vitest';
import type { Aangemeld } from '../server/opstelling.ts';
import type { Casus } from './casus.ts';

// A question for advice at any server, by the commands that people give (OV11).

/** What may be other than usual in a question. */
export interface Adviesopzet {
  readonly vraag?: string;
  readonly toelichting?: string;
  readonly opent?: readonly string[];
  readonly vraagt?: readonly string[];
  readonly genoemd?: readonly string[];
  readonly tot: string;
}

/** Asks for advice about a member; expects it to succeed. @returns the id of the question */
export async function vraagAdvies<Wie extends string, Lid extends string>(
  casus: Casus<Wie, Lid>,
  wie: Wie,
  lid: Lid,
  { vraag = 'Wat helpt in de ochtend?', opent = [], genoemd = [], ...rest }: Adviesopzet,
): Promise<string> {
  const body = { lidId: casus.leden[lid], vraag, opent, genoemd, ...rest };
  const antwoord = await casus.vraag(wie, 'POST', '/adviesvragen', body);
  expect(antwoord.status, antwoord.tekst).toBe(201);
  return antwoord.body.id;
}

/** Takes a question on; expects it to succeed. */
export async function neemAan(wie: Aangemeld, id: string): Promise<void> {
  const antwoord = await wie.verzoek('POST', `/adviesvragen/${id}/aanneming`);
  expect(antwoord.status, antwoord.tekst).toBe(204);
}
