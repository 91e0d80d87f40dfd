import type { Casussen } from '../../server/casus/casus.ts';
import type { Synchroon } from '../../server/database/transactie.ts';
import type { Tafel } from '../server/opstelling.ts';
import type { Casus } from './casus.ts';
import type { Duur } from './opzet.ts';

// What there is no route for yet, done as a command would: in one step, by who directs, through the one way in which
// what people may see changes. So it is on record, told, and holds before anything else (NK7, NK10).

/** A casus at a server in this process. */
export interface Huis<Wie extends string>
  extends Pick<Casus<Wie, never>, 'casusId' | 'regisseur' | 'persoonId' | 'zetelVan'> {
  readonly tafel: Pick<Tafel, 'app' | 'klok'>;
}

/** Carries something out that changes who may see what. @returns what `werk` gives */
export function inStap<Wie extends string, T>(
  { tafel: { app }, casusId, regisseur, persoonId }: Huis<Wie>,
  werk: (casussen: Casussen) => Synchroon<T>,
): Synchroon<T> {
  const wie = persoonId(regisseur);
  const sessieId = sessies.get(app)?.get(wie) ?? app.aanmelden.begin(wie).sessieId;
  sessies.set(app, (sessies.get(app) ?? new Map()).set(wie, sessieId));
  const kijk = app.toegang.eisKijk(casusId, { persoonId: wie, sessieId });
  return app.toegang.wijzigZicht(casusId, kijk, () => werk(app.casussen));
}

/** Confirms somebody for all that their organisation keeps, and that they write (NK12); nothing when nothing waits. */
export function bevestig<Wie extends string>(h: Huis<Wie>, wie: Wie): void {
  const { app } = h.tafel;
  const beeld = app.stappen.lees(() => app.casussen.beeld(h.casusId));
  const zetel = beeld?.deelnemers.find(({ id }) => id === h.zetelVan(wie));
  if (beeld === null || zetel === undefined) return;
  const { categorieen } = app.toegang.regels;
  const delen = beeld.compartimenten.filter(
    (deel) =>
      deel.organisatieId === zetel.organisatieId &&
      categorieen.get(deel.categorie)?.perZetel.get(zetel.zetel) === 'schrijven' &&
      !beeld.bevestigingen.some(
        ({ deelnemerId, compartimentId }) => deelnemerId === zetel.id && compartimentId === deel.id,
      ),
  );
  if (delen.length > 0) inStap(h, ({ bevestigingen }) => bevestigingen.bevestig(h.casusId, zetel.id, delen));
}

/** Gives somebody a right: to read, unless it says otherwise. @returns its id */
export function geefRecht<Wie extends string>(
  h: Huis<Wie>,
  wie: Wie,
  compartimentId: string,
  { niveau = 'lezen', ...duur }: Duur & { readonly niveau?: 'lezen' | 'schrijven' } = {},
): string {
  const doorId = h.zetelVan(h.regisseur);
  const waarom = { waarvoor: 'samenhang', grondslag: 'wmo', reden: 'voor deze test', doorId };
  return inStap(h, ({ feiten }) =>
    feiten.geefRecht({ ...bij(h, wie, compartimentId, duur), ...waarom, niveau }),
  );
}

/** Ends a right. */
export function beeindigRecht<Wie extends string>(h: Huis<Wie>, id: string): void {
  inStap(h, ({ feiten }) => feiten.beeindigRecht(id));
}

/** Excludes somebody. @returns the exclusion's id */
export function sluitUit<Wie extends string>(
  h: Huis<Wie>,
  wie: Wie,
  compartimentId: string,
  duur: Duur = {},
): string {
  return inStap(h, ({ feiten }) => feiten.sluitUit(bij(h, wie, compartimentId, duur)));
}

/** Ends an exclusion. */
export function beeindigUitsluiting<Wie extends string>(h: Huis<Wie>, id: string): void {
  inStap(h, ({ feiten }) => feiten.beeindigUitsluiting(id));
}

/** Lets somebody declare acute danger: for an hour, unless it says otherwise. @returns its id */
export function verklaarAcuutGevaar<Wie extends string>(
  h: Huis<Wie>,
  wie: Wie,
  compartimentId: string,
  { van = h.tafel.klok.nu, tot = van + UUR }: Duur = {},
): string {
  return inStap(h, ({ feiten }) =>
    feiten.verklaarAcuutGevaar({ ...bij(h, wie, compartimentId, { van }), tot }),
  );
}

/** Lets somebody stand in for who holds the regie. @returns the waarneming's id */
export function laatWaarnemen<Wie extends string>(h: Huis<Wie>, wie: Wie, van: number, tot: number): string {
  return inStap(h, ({ feiten }) =>
    feiten.laatWaarnemen({ casusId: h.casusId, deelnemerId: h.zetelVan(wie), van, tot }),
  );
}

/**
 * Changes somebody's seat without asking what the route asks: a zetel that they may not take, or at once, in the midst
 * of what a test counts.
 */
export function zetZetel<Wie extends string>(
  h: Huis<Wie>,
  wie: Wie,
  wijziging: Parameters<Casussen['wijzigZetel']>[2],
): void {
  inStap(h, (casussen) => casussen.wijzigZetel(h.casusId, h.zetelVan(wie), wijziging));
}

const UUR = 3_600_000;

/** The session in which who directs does these, of each server. */
const sessies = new WeakMap<Tafel['app'], Map<string, string>>();

function bij<Wie extends string>(
  h: Huis<Wie>,
  wie: Wie,
  compartimentId: string,
  { van = h.tafel.klok.nu, tot }: Duur,
) {
  return { casusId: h.casusId, deelnemerId: h.zetelVan(wie), compartimentId, van, tot: tot ?? null };
}
