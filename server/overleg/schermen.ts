import type { IncomingMessage } from 'node:http';
import type { NieuwBeeld, Scherm, Schermbeeld } from '../../shared/contract/schermen.ts';
import { CODE_CIJFERS, CODE_MINUTEN, LIJN_KOP, SCHERMEN_HOOGSTENS } from '../../shared/scherm.ts';
import type { Schermverzoek, Wie } from '../http/route.ts';
import { Sessiecookie } from '../http/sessiecookie.ts';
import type { Omgeving } from '../kern/omgeving.ts';
import type { Stappen } from '../kern/stap.ts';
import { kanNiet, nietGevonden, Weigering } from '../kern/weigering.ts';
import type { Logboek } from '../logboek/logboek.ts';
import type { Overlegkast, Overlegrij } from './overlegkast.ts';
import { bladVan, type Schermbeelden, type Schermbladen } from './schermbeeld.ts';
import type { Schermkast, Schermrij } from './schermkast.ts';
import type { Tafelbladen } from './tafelblad.ts';
import type { Tafelblik } from './tafelblik.ts';
import { nietLeider, type Overlegzicht } from './wie.ts';
import { Zinnen } from './zinnen.ts';

/** Longer than an overleg lasts: that it closes ends it. */
const COOKIE_SECONDEN = 24 * 60 * 60;

/** Whose line a screen is over, as who has its lines knows. */
export interface Schermlijn {
  /** With which of these keys its requests come; null: its line isn't there. */
  readonly sleutels: (schermId: string) => readonly string[] | null;
}

/** What of the text of a tafelblad stands on a wall. */
interface Wandtekst {
  readonly bladId: string;
  readonly zinnen: Zinnen;
  regels: readonly string[];
}

/** An overleg, with who leads it now. */
export interface Leiding {
  readonly overleg: Overlegrij;
  readonly wie: Wie;
}

/**
 * Big screens (OV4): a device in the room, and never a person. Who leads gets a code and reads it out; who gives it at a
 * screen gets a session that opens the picture and nothing else. What is on it who leads puts there, for the table that
 * sits there then: it goes dark when the item closes, and when somebody else sits there.
 */
export class Schermen {
  readonly #omgeving: Omgeving;
  readonly #stappen: Stappen;
  readonly #logboek: Logboek;
  readonly #zicht: Overlegzicht;
  readonly #overlegkast: Overlegkast;
  readonly #tafelbladen: Tafelbladen;
  readonly #beelden: Schermbeelden;
  readonly #kast: Schermkast;
  readonly #cookie: Sessiecookie;
  readonly #bijVerandering: (overlegIds: readonly string[]) => void;
  /** What of the text stands on each: read anew each second, for while something is told no text can be read. */
  readonly #teksten = new Map<string, Wandtekst>();
  #lijn: Schermlijn = { sleutels: () => null };

  constructor(behoeften: {
    omgeving: Omgeving;
    stappen: Stappen;
    logboek: Logboek;
    zicht: Overlegzicht;
    overlegkast: Overlegkast;
    tafelbladen: Tafelbladen;
    schermbeelden: Schermbeelden;
    schermkast: Schermkast;
    /** Cookies with `Secure`. */
    secure: boolean;
    /** These overleggen are otherwise. Within a step. */
    bijVerandering: (overlegIds: readonly string[]) => void;
  }) {
    this.#omgeving = behoeften.omgeving;
    this.#stappen = behoeften.stappen;
    this.#logboek = behoeften.logboek;
    this.#zicht = behoeften.zicht;
    this.#overlegkast = behoeften.overlegkast;
    this.#tafelbladen = behoeften.tafelbladen;
    this.#beelden = behoeften.schermbeelden;
    this.#kast = behoeften.schermkast;
    const { secure } = behoeften;
    this.#cookie = new Sessiecookie(this.#omgeving, {
      name: 'regietafel_scherm',
      sameSite: 'strict',
      secure,
    });
    this.#bijVerandering = behoeften.bijVerandering;
  }

  /** Connects who has their lines. */
  verbind(lijn: Schermlijn): void {
    this.#lijn = lijn;
  }

  /** Who leads the overleg now. @throws Weigering 404, 403 */
  eisLeiding(overlegId: string, wie: Wie): Leiding {
    const overleg = this.#zicht.blik(overlegId, wie)?.overleg;
    if (overleg === undefined) throw nietGevonden();
    if (this.#zicht.leiderVan(overleg) !== wie.persoonId) throw nietLeider();
    return { overleg, wie };
  }

  /** The same, and one of its screens. @throws Weigering 404, 403 */
  eis(overlegId: string, schermId: string, wie: Wie): Leiding & { readonly scherm: Schermrij } {
    const leiding = this.eisLeiding(overlegId, wie);
    const scherm = this.#kast.van(overlegId).find(({ id }) => id === schermId);
    if (scherm === undefined) throw nietGevonden();
    return { ...leiding, scherm };
  }

  /** A code, to be given at a screen within some minutes. @throws Weigering 409, 422 */
  koppel({ overleg, wie }: Leiding): { id: string; code: string; tot: string } {
    if (overleg.staat === 'gesloten')
      throw new Weigering(409, 'stap_past_niet', 'Dit overleg is gesloten. Er komt geen scherm meer bij.');
    if (this.#kast.van(overleg.id).length >= SCHERMEN_HOOGSTENS)
      throw kanNiet('te_veel_schermen', 'Er kan geen scherm meer bij. Koppel er eerst een los.');
    const code = this.#code();
    const tot = this.#omgeving.nu() + CODE_MINUTEN * 60_000;
    const id = this.#stappen.doe(() => {
      const schermId = this.#kast.maak(overleg.id, code, tot);
      this.#bijVerandering([overleg.id]);
      this.#logboek.schrijf({
        handeling: 'scherm_gekoppeld',
        door: { wie, ik: null },
        regel: 'OV4',
        bijzonderheden: { overlegId: overleg.id, schermId },
      });
      return schermId;
    });
    return { id, code, tot: moment(tot) };
  }

  /** Somebody gave a code at a screen: once. @returns the cookie of its session @throws Weigering 422 */
  begin(getypt: string): { id: string; cookie: string } {
    const code = getypt.replaceAll(/\D/g, '');
    const scherm = code.length === CODE_CIJFERS ? this.#kast.metCode(code) : null;
    // Never given out, over, given already: alike.
    if (scherm === null || this.#overlegVan(scherm) === null)
      throw kanNiet(
        'code_onbekend',
        'Deze code klopt niet, of werkt niet meer. Vraag de voorzitter om een nieuwe.',
      );
    const token = this.#cookie.nieuw();
    this.#stappen.doe(() => {
      this.#kast.begin(scherm.id, token);
      this.#bijVerandering([scherm.overlegId]);
      this.#logboek.schrijf({
        handeling: 'scherm_begonnen',
        door: null,
        regel: 'OV4',
        bijzonderheden: { overlegId: scherm.overlegId, schermId: scherm.id },
      });
    });
    return { id: scherm.id, cookie: this.#cookie.zet(token, COOKIE_SECONDEN) };
  }

  /** Which screen the cookie of a request is of; null: none, or it is cut off. */
  herken(verzoek: IncomingMessage): Schermverzoek | null {
    const token = this.#cookie.lees(verzoek);
    if (token === null) return null;
    const scherm = this.#kast.metToken(token);
    if (scherm === null || this.#overlegVan(scherm) === null) return null;
    const lijn = verzoek.headers[LIJN_KOP.toLowerCase()];
    return { schermId: scherm.id, lijn: typeof lijn === 'string' ? lijn : null };
  }

  /**
   * A request of a screen: over the line on which it is, or while there is none. From anywhere else it is somebody who has
   * its cookie: then it is cut off, for both. @returns whether it may
   */
  isVanHier({ schermId, lijn }: Schermverzoek): boolean {
    const sleutels = this.#lijn.sleutels(schermId);
    if (sleutels === null || (lijn !== null && sleutels.includes(lijn))) return true;
    this.wasElders(schermId);
    return false;
  }

  /** It was used at two places at once. */
  wasElders(schermId: string): void {
    const scherm = this.#kast.een(schermId);
    if (scherm !== null) this.#eindig(scherm, null);
  }

  /** Puts the tafelblad of what is open on it, or nothing. @throws Weigering 409 */
  toon({ overleg, scherm, wie }: ReturnType<Schermen['eis']>, { beeld, blad }: NieuwBeeld): Scherm {
    const blik = beeld === 'donker' ? null : this.#open(overleg, wie);
    if (beeld === 'tafelblad' && (blik === null || overleg.agendapuntId === null))
      throw new Weigering(
        409,
        'stap_past_niet',
        'Er is nu geen tafelblad om te laten zien. Open eerst een agendapunt met een casus.',
      );
    if (blik !== null) this.#leesTekst(scherm.id, blik);
    const hoogstens = blik === null ? 1 : this.#bladen(scherm.id, blik).bladen.length;
    this.#stappen.doe(() => {
      this.#kast.toon(scherm.id, {
        agendapuntId: blik === null ? null : overleg.agendapuntId,
        blad: Math.min(blad, hoogstens),
        tafelmerk: blik === null ? null : this.#beelden.merk(blik),
      });
      this.#bijVerandering([overleg.id]);
      if (blik === null)
        this.#logboek.schrijf({
          handeling: 'scherm_donker',
          door: { wie, ik: null },
          regel: 'OV4',
          bijzonderheden: { overlegId: overleg.id, schermId: scherm.id },
        });
      else
        this.#logboek.schrijf({
          handeling: 'scherm_toont',
          door: blik.kijk,
          casusId: blik.blad.casusId,
          compartiment: blik.compartiment,
          regel: 'OV4',
          bijzonderheden: { schermId: scherm.id },
        });
    });
    return this.vorm(this.#kast.een(scherm.id) ?? scherm);
  }

  /** Cuts one off. */
  ontkoppel({ scherm, wie }: ReturnType<Schermen['eis']>): void {
    this.#eindig(scherm, wie);
  }

  /** Those of an overleg, to who leads it. */
  lijst(overleg: Overlegrij): Scherm[] {
    return this.#kast.van(overleg.id).map((scherm) => this.vorm(scherm));
  }

  vorm(scherm: Schermrij): Scherm {
    const nu = this.beeld(scherm.id);
    return {
      id: scherm.id,
      gekoppeld: scherm.tokenHash !== null,
      codeTot: moment(scherm.codeTot),
      erbij: this.#lijn.sleutels(scherm.id) !== null,
      beeld: nu === null ? null : { blad: nu.blad, bladen: nu.bladen },
    };
  }

  /** Whether it is there: not cut off, of an overleg that isn't closed. */
  isEr(schermId: string): boolean {
    const scherm = this.#kast.een(schermId);
    return scherm !== null && this.#overlegVan(scherm) !== null;
  }

  /** Of which overleg it is. */
  overlegVan(schermId: string): string | null {
    return this.#kast.een(schermId)?.overlegId ?? null;
  }

  /** What is on it now; null: nothing. */
  beeld(schermId: string): Schermbeeld | null {
    const gezien = this.#gezien(schermId);
    return gezien === null ? null : bladVan(this.#bladen(schermId, gezien.blik), gezien.scherm.blad);
  }

  /** Another, when something was typed in what is on it, or a line there came to rest: cheap to ask, each second. */
  tekstmerk(schermId: string): string {
    const gezien = this.#gezien(schermId);
    if (gezien === null) return '';
    const wacht = this.#teksten.get(schermId)?.zinnen.wacht === true;
    return `${this.#beelden.tekstmerk(gezien.blik)} ${wacht ? this.#omgeving.nu() : ''}`;
  }

  /** Reads what was typed in what is on it. Not while something is told. @param kosten takes how much that was (ST6) */
  leesTekst(schermId: string, kosten = { tekstbytes: 0 }): void {
    const gezien = this.#gezien(schermId);
    if (gezien !== null) this.#leesTekst(schermId, gezien.blik, kosten);
  }

  /** Forgets what was on a screen: it is gone, or dark. */
  vergeet(schermId: string): void {
    this.#teksten.delete(schermId);
  }

  #gezien(schermId: string): { readonly scherm: Schermrij; readonly blik: Tafelblik } | null {
    const scherm = this.#kast.een(schermId);
    const overleg = scherm === null ? null : this.#overlegVan(scherm);
    if (scherm === null || overleg === null || scherm.agendapuntId === null) return null;
    if (overleg.agendapuntId !== scherm.agendapuntId) return null;
    const leiderId = this.#zicht.leiderVan(overleg);
    if (leiderId === null) return null;
    const blik = this.#open(overleg, { sessieId: `scherm ${schermId}`, persoonId: leiderId });
    // Who sits there is another than for whom it was put on: first who leads decides again.
    return blik === null || this.#beelden.merk(blik) !== scherm.tafelmerk ? null : { scherm, blik };
  }

  /** The tafelblad of what is open, as who leads and so sits there reads it. */
  #open(overleg: Overlegrij, wie: Wie): Tafelblik | null {
    if (overleg.staat !== 'bezig' || overleg.agendapuntId === null) return null;
    const blik = this.#tafelbladen.blik(overleg.id, overleg.agendapuntId, wie);
    return blik?.kijk.niveau(blik.blad.id) === 'schrijven' ? blik : null;
  }

  #leesTekst(schermId: string, blik: Tafelblik, kosten = { tekstbytes: 0 }): void {
    const bladId = blik.blad.id;
    const er = this.#teksten.get(schermId);
    const tekst = er?.bladId === bladId ? er : { bladId, zinnen: new Zinnen(), regels: [] };
    tekst.regels = tekst.zinnen.toon(this.#beelden.getypt(blik, kosten), this.#omgeving.nu());
    this.#teksten.set(schermId, tekst);
  }

  #bladen(schermId: string, blik: Tafelblik): Schermbladen {
    const tekst = this.#teksten.get(schermId);
    return this.#beelden.van(blik, tekst?.bladId === blik.blad.id ? tekst.regels : []);
  }

  #overlegVan({ overlegId }: Schermrij): Overlegrij | null {
    const overleg = this.#overlegkast.een(overlegId);
    return overleg === null || overleg.staat === 'gesloten' ? null : overleg;
  }

  /** @param wie who leads; null: it was used elsewhere */
  #eindig({ id, overlegId }: Schermrij, wie: Wie | null): void {
    this.#stappen.doe(() => {
      this.#kast.eindig(id);
      this.#bijVerandering([overlegId]);
      this.#logboek.schrijf({
        handeling: 'scherm_ontkoppeld',
        door: wie === null ? null : { wie, ik: null },
        regel: 'OV4',
        bijzonderheden: { overlegId, schermId: id, hoe: wie === null ? 'elders' : 'voorzitter' },
      });
    });
  }

  #code(): string {
    const getal = Buffer.from(this.#omgeving.willekeur(8)).readBigUInt64BE() % 10n ** BigInt(CODE_CIJFERS);
    return String(getal).padStart(CODE_CIJFERS, '0');
  }
}

function moment(op: number): string {
  return new Date(op).toISOString();
}
