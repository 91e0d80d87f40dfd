import { keuze } from '../invoer/velden.ts';
import { ROLLEN } from '../plan/rollen.ts';
import { CASUSLABELS } from '../plan/veldlabels.ts';
import { Id } from './gedeeld.ts';
import { opdracht } from './opdracht.ts';
import { z } from './zod.ts';

export const NieuwLid = z.strictObject({ rol: keuze(ROLLEN, CASUSLABELS.rol) }).openapi('NieuwLid');
export type NieuwLid = z.infer<typeof NieuwLid>;

/** A member of the household, by the label of their role. */
export const Lid = z.strictObject({ id: Id, rol: z.string() }).openapi('Lid');
export type Lid = z.infer<typeof Lid>;

export const voegLidToe = opdracht('lid.voegToe', {
  samenvatting: 'Een lid van het huishouden toevoegen (regisseur)',
  body: NieuwLid,
  sessie: 'nodig',
  codes: ['alleen_regisseur', 'te_veel_leden'],
  handeling: 'lid_toegevoegd',
  maakt: true,
  antwoord: { status: 201, schema: Lid, beschrijving: 'Het lid' },
});

export const wijzigLid = opdracht('lid.wijzig', {
  samenvatting: 'De rol van een lid wijzigen (regisseur)',
  body: NieuwLid,
  sessie: 'nodig',
  codes: ['alleen_regisseur'],
  handeling: 'lid_gewijzigd',
  antwoord: { status: 200, schema: Lid, beschrijving: 'Het lid' },
});

export const verwijderLid = opdracht('lid.verwijder', {
  samenvatting: 'Een lid van het huishouden afhalen (regisseur)',
  sessie: 'nodig',
  codes: ['alleen_regisseur', 'laatste_lid'],
  handeling: 'lid_verwijderd',
  antwoord: { status: 204, beschrijving: 'Het lid is eraf' },
});
