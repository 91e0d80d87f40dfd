import { createHash } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import type { VolgAntwoord } from '../../shared/contract/live.ts';
import type { Wijsplaats } from '../../shared/contract/wijzer.ts';
import { Socket } from 'node:net';
import { LIJNMATEN } from '../../server/lijnen/sync/maten.ts';
import {
  bytesUit,
  idUit,
  type Luisteraar,
  startTafel,
  type Tafel,
  type Tafelkeuzes,
} from '../server/opstelling.ts';
import type { Dekking } from './dekking.ts';
import { PROCESREGISSEUR, vestigGezelschap } from './gezelschap.ts';
import type { Verslag, Verzoek } from './stand.ts';
import { type Lijnspoor, Tekstlijn } from './tekstlijn.ts';

/** What the kijker was sent: per HTTP answer, and per connection of either kind what came over it. */
export interface Spoor {
  readonly http: unknown[];
  readonly live: unknown[][];
  readonly sync: Lijnspoor[];
}

interface Stroom {
  naam: string;
  teller: number;
  bytes: (tekst: string, aantal: number) => Uint8Array;
}

interface Sessie {
  readonly cookie: string;
  readonly tot: number;
}

const SESSIE_MS = 12 * 60 * 60 * 1000;
export const STAP_MS = 1000;
export const DAG_MS = 24 * 60 * 60 * 1000;
/** So long acute danger opens something. */
const NOOD_MS = 60 * 60 * 1000;
/** What a guesser tries where nobody has one: random numbers aren't this. */
const GEEN_KANAAL = 2 ** 31 - 1;
const BEGIN = Date.UTC(2026, 1, 3, 9, 0, 0);

/** When command `index` is done, in ms since 1970, after what the clock was put forward before it and by it. */
export function momentVan(verslagen: readonly Pick<Verslag, 'verzoek'>[], index: number): number {
  const vooruit = verslagen
    .slice(0, index + 1)
    .reduce((samen, { verzoek }) => samen + (verzoek.via === 'klok' ? verzoek.vooruit : 0), 0);
  return BEGIN + index * STAP_MS + vooruit;
}

/** The moment at which a day is surely over here, summer or winter. @param dag as `2026-02-03` */
export function naDag(dag: string): number {
  return Date.parse(`${dag}T00:00:00Z`) + DAG_MS;
}

// Time jumps here; a line that answered no ping since isn't a dead one.
Reflect.set(LIJNMATEN, 'levensteken', Number.POSITIVE_INFINITY);

/**
 * One of the two sides that are compared: a server, and the people at it. Each run has one of its own, for a server's
 * clock never runs back and nothing of the run before may show: what ends by the clock, and what may no longer be planned
 * because it is past, come in any run.
 */
export class Kant {
  readonly #dekking: Dekking;
  readonly #keuzes: Pick<Tafelkeuzes, 'breektContract'>;
  #tafel: Tafel | null = null;
  mensen: readonly string[] = [];
  #organisaties: ReadonlyMap<string, string> = new Map();
  /** Where its ids and random bytes come from; a planted leak may take other bytes. */
  readonly stroom: Stroom = { naam: 'begin', teller: 0, bytes: bytesUit };
  /** What a planted leak does to a server that begins. */
  readonly bijBegin = new Set<(tafel: Tafel) => void>();
  /** Faults of ours that answered 500, in any run. */
  readonly fouten: unknown[] = [];
  readonly #ids = new Map<string, string>();
  readonly #sessies = new Map<number, Sessie>();
  /** Each `versie` that somebody was given, by person and kaart; the first and the last. */
  readonly #gezien = new Map<string, { readonly eerst: string; laatst: string }>();
  /** Of each socket of the kijker, how many events were looked at for that. */
  readonly #gelezen = new WeakMap<Luisteraar, number>();
  readonly #sockets = new Map<number, Luisteraar>();
  readonly #gevolgd = new Set<string>();
  #kijker = 0;
  #vooruit = 0;
  #spoor: Spoor = { http: [], live: [], sync: [] };
  #kijkersockets: Luisteraar[] = [];
  /** By person and casus; the kijker's of the whole run stand in a list of their own. */
  readonly #lijnen = new Map<string, Tekstlijn>();
  #kijkerlijnen: Tekstlijn[] = [];
  /** Under which the kijker asked something in this run (ST13). */
  readonly #sleutels = new Set<string>();
  /** Of the big screen that came last. */
  #schermcookie = '';

  /** @param keuzes a leak that is made on purpose may break the contract as well */
  constructor(dekking: Dekking, keuzes: Pick<Tafelkeuzes, 'breektContract'> = {}) {
    this.#dekking = dekking;
    this.#keuzes = keuzes;
  }

  /** The server of this run. @throws between runs */
  get tafel(): Tafel {
    if (this.#tafel === null) throw new Error('no run is going on at this side');
    return this.#tafel;
  }

  /** Whether a run is going on here. */
  get isBezig(): boolean {
    return this.#tafel !== null;
  }

  async nieuweRun(kijker: number): Promise<void> {
    // One that was broken off by what went wrong in it.
    await this.sluit();
    this.#kijker = kijker;
    this.#vooruit = 0;
    this.#spoor = { http: [], live: [], sync: [] };
    this.#kijkersockets = [];
    this.#kijkerlijnen = [];
    this.#ids.clear();
    this.#sessies.clear();
    this.#gezien.clear();
    this.#sleutels.clear();
    this.#sockets.clear();
    this.#gevolgd.clear();
    this.#lijnen.clear();
    this.#schermcookie = '';
    await this.#begin();
  }

  async #begin(): Promise<void> {
    // Ids from a stream per actor and command: leaving a command out shifts nobody else's.
    this.stroom.naam = 'begin';
    this.stroom.teller = 0;
    const volgende = (): string => `${this.stroom.naam} ${this.stroom.teller++}`;
    const tafel = await startTafel({
      ...this.#keuzes,
      // Of its person and the installation; both sides are the same installation.
      database: (echt) => ({
        ...echt,
        sleutels: { ...echt.sleutels, kladsleutel: (id) => createHash('sha256').update(id).digest() },
      }),
      // So small that runs can reach them: a limit that counts what is hidden tells of it (ST6). Not so small that what
      // each run makes in the plan at its end, and names people in, is refused.
      omvang: { kaarten: 10, stappen: 2 },
      // Wrong codes of big screens are counted by the clock of the machine, which the two servers don't share.
      budget: { codesOpslag: 1_000_000 },
      ids: { id: () => idUit(volgende()), willekeur: (aantal) => this.stroom.bytes(volgende(), aantal) },
    });
    this.#tafel = tafel;
    tafel.database.sqlite.pragma('synchronous = off');
    this.#dekking.kent(tafel.app.routes);
    for (const doe of this.bijBegin) doe(tafel);
    const { mensen, organisaties } = vestigGezelschap(tafel);
    this.mensen = mensen;
    this.#organisaties = organisaties;
  }

  /** Lets go of everyone, and ends the run. */
  async rondAf(): Promise<Spoor> {
    for (const luisteraar of this.#kijkersockets) {
      await luisteraar.bij();
      for (const { soort, bericht } of luisteraar.ontvangen) {
        this.#dekking.telGebeurtenis(
          soort === 'kaart' ? ('weg' in bericht ? 'kaart (weg)' : 'kaart') : soort,
        );
      }
      this.#spoor.live.push([...luisteraar.ontvangen, { verbonden: luisteraar.socket.connected }]);
    }
    for (const sleutel of this.#gevolgd) {
      const [wie = '0', casusId = ''] = sleutel.split(' ');
      await this.#sockets.get(Number(wie))?.verlaat(casusId);
    }
    for (const luisteraar of this.#sockets.values()) luisteraar.sluit();
    this.#eindigLijnen();
    await this.sluit();
    return this.#spoor;
  }

  /** Ends the server, when there is one. */
  async sluit(): Promise<void> {
    const tafel = this.#tafel;
    this.#tafel = null;
    if (tafel === null) return;
    for (const { lijn } of this.#lijnen.values()) lijn.trekUit();
    this.fouten.push(...tafel.fouten);
    await tafel.sluit();
  }

  ken(sym: string, id: string): void {
    this.#ids.set(sym, id);
  }

  /** The id that a symbol has here, or null when it isn't here. */
  id(sym: string): string | null {
    if (sym.startsWith('n:')) return idUit(sym);
    if (sym.startsWith('m:')) return this.mensen[Number(sym.slice(2))] ?? null;
    if (sym.startsWith('v:')) return this.#eersteVeld(this.id(`p:${sym.slice(2)}`));
    if (sym.startsWith('y:')) return this.#komendOverleg(sym.slice(2));
    if (sym.startsWith('i:')) return this.#bijAdvies('toegangsverzoeken', sym);
    if (sym.startsWith('x:')) return this.#bijAdvies('adviesopeningen', sym);
    if (!sym.startsWith('p:')) return this.#ids.get(sym) ?? null;
    const [casus = '', categorie = '', lid = '', organisatie = ''] = sym.slice(2).split('|');
    const gevonden = this.tafel.database.sqlite
      .prepare<[string, string, string | null, string | null], { id: string }>(
        'select id from compartimenten where casus_id = ? and categorie = ? and lid_id is ? and organisatie_id is ?',
      )
      .get(
        this.id(casus) ?? '',
        categorie,
        lid === '' ? null : (this.id(lid) ?? ''),
        organisatie === '' ? null : (this.#organisaties.get(organisatie) ?? ''),
      );
    return gevonden?.id ?? null;
  }

  /** A step of an overleg rests on what its chair sees of it now. */
  #metStand(pad: string, body: unknown): unknown {
    const overlegId = /^\/overleggen\/([^/]+)\/stappen$/.exec(pad)?.[1];
    if (overlegId === undefined || typeof body !== 'object' || body === null) return body;
    const versie = this.tafel.database.sqlite
      .prepare<[string], number>('select versie from overleggen where id = ?')
      .pluck()
      .get(overlegId);
    return { ...body, versie: versie ?? 0 };
  }

  /** What was asked of who keeps a part for a question for advice, or what that opens. */
  #bijAdvies(tabel: 'toegangsverzoeken' | 'adviesopeningen', sym: string): string | null {
    const [vraag = '', deel = ''] = sym.slice(2).split('~');
    const rij = this.tafel.database.sqlite
      .prepare<[string, string], { id: string }>(
        `select id from ${tabel} where adviesvraag_id = ? and compartiment_id = ?`,
      )
      .get(this.id(vraag) ?? '', this.id(deel) ?? '');
    return rij?.id ?? null;
  }

  /** The so-manieth overleg of a series. */
  #komendOverleg(sym: string): string | null {
    const [reeks = '', n = '0'] = sym.split('.');
    const rij = this.tafel.database.sqlite
      .prepare<[string, number], { id: string }>(
        'select id from overleggen where reeks_id = ? order by begin limit 1 offset ?',
      )
      .get(this.id(reeks) ?? '', Number(n));
    return rij?.id ?? null;
  }

  /** The first text that a compartment has by its category. */
  #eersteVeld(compartimentId: string | null): string | null {
    const rij = this.tafel.database.sqlite
      .prepare<[string | null], { id: string }>(
        "select id from velden where compartiment_id is ? and soort <> 'toelichting' order by volgorde, rowid",
      )
      .get(compartimentId);
    return rij?.id ?? null;
  }

  /** The seat of who brought a casus. */
  eersteStoel(casusId: string): string {
    const rij = this.tafel.database.sqlite
      .prepare<[string], { id: string }>('select id from deelnemers where casus_id = ? order by volgorde')
      .get(casusId);
    return rij?.id ?? '';
  }

  /** Carries out a command. @returns status and body; for socket.io 200 or 404 */
  async doe(index: number, verzoek: Verzoek): Promise<{ status: number; body: unknown }> {
    const wie = 'wie' in verzoek ? verzoek.wie : null;
    this.stroom.naam = `${wie} ${index}`;
    this.stroom.teller = 0;
    if (verzoek.via === 'klok') this.#vooruit += verzoek.vooruit;
    this.tafel.klok.nu = BEGIN + index * STAP_MS + this.#vooruit;
    this.tafel.app.loopAf();
    const antwoord = await this.#voerUit(index, verzoek);
    for (const lijn of this.#kijkerlijnen) await lijn.bij();
    for (const luisteraar of this.#kijkersockets) {
      if (luisteraar.socket.connected) await luisteraar.bij();
      const gelezen = this.#gelezen.get(luisteraar) ?? 0;
      this.#gelezen.set(luisteraar, luisteraar.ontvangen.length);
      this.#onthoudVersies(this.#kijker, luisteraar.ontvangen.slice(gelezen));
    }
    return antwoord;
  }

  async #voerUit(index: number, verzoek: Verzoek): Promise<{ status: number; body: unknown }> {
    switch (verzoek.via) {
      case 'klok':
        return { status: 200, body: null };
      case 'aanmelden':
        await this.#sessieVan(verzoek.wie, true);
        return { status: 201, body: null };
      case 'afmelden': {
        const cookie = await this.#sessieVan(verzoek.wie);
        const antwoord = await this.#http(verzoek.wie, 'DELETE', '/sessies/huidige', undefined, { cookie });
        this.#sessies.delete(verzoek.wie);
        return antwoord;
      }
      case 'volg_advies':
        return await this.#volgAdvies(verzoek.wie, verzoek.vraag);
      case 'volg':
      case 'verlaat':
        return this.#live(verzoek);
      case 'volg_overleg': {
        const luisteraar = await this.#luisteraar(verzoek.wie);
        const uitkomst = await luisteraar.volgOverleg(this.#pad(verzoek.wie, `§${verzoek.overleg}`));
        this.#dekking.telGebeurtenis(`overleg:volg ${uitkomst.ok ? 'ok' : 'geweigerd'}`);
        if (verzoek.wie === this.#kijker) this.#spoor.http.push({ via: 'volg', uitkomst });
        return { status: uitkomst.ok ? 200 : 404, body: null };
      }
      case 'wijs':
        return await this.#wijs(verzoek);
      case 'lijn': {
        const lijn = await this.#lijn(verzoek);
        if (verzoek.alles) await lijn.opent();
        return { status: lijn.leeft ? 200 : 404, body: null };
      }
      case 'tekst':
        return this.#tekst(index, verzoek);
      case 'feit':
        return this.#feit(index, verzoek);
      case 'http': {
        const { wie, methode, koppen } = verzoek;
        const cookie: { cookie?: string } = wie === null ? {} : { cookie: await this.#sessieVan(wie) };
        const casusId = this.id(/§(c:[^/?&,]+)/.exec(verzoek.pad)?.[1] ?? '') ?? '';
        const invullen = (tekst: string): string =>
          this.#metVersies(wie, cookie.cookie ?? '', casusId, tekst);
        const body = metVelden(verzoek.body, (tekst) => this.#metRollen(wie, casusId, invullen(tekst)));
        const pad = this.#pad(wie, invullen(verzoek.pad));
        if (pad === '/scherm') cookie.cookie = this.#schermcookie;
        return this.#http(wie, methode, pad, this.#metStand(pad, this.#body(wie, body)), {
          ...cookie,
          ...koppen,
        });
      }
    }
  }

  /**
   * Members as who writes knows them (`«l:…»`); whom they don't know they call by a number that nobody has (NK35).
   * So do they for whom the kijker doesn't know where the label bears no number: that is a plain word, and who it was
   * typed for would depend on what is hidden.
   */
  #metRollen(wie: number | null, casusId: string, tekst: string): string {
    if (wie === null || !tekst.includes('«')) return tekst;
    const { stappen, toegang } = this.tafel.app;
    const door = { persoonId: this.mensen[wie] ?? '', sessieId: '' };
    const leden = stappen.lees(() => toegang.kijk(casusId, door)?.leden() ?? []);
    const kijker = { persoonId: this.mensen[this.#kijker] ?? '', sessieId: 'kijker' };
    const kijkerKent = (id: string | null) =>
      id !== null && stappen.lees(() => toegang.kijk(casusId, kijker)?.kentLid(id) === true);
    return tekst.replaceAll(/«([^»]+)»/g, (_, sym: string) => {
      const id = this.id(sym);
      const rol = leden.find((lid) => lid.id === id)?.rol ?? 'kind 9';
      return /\d/.test(rol) || kijkerKent(id) ? rol : 'kind 9';
    });
  }

  async #http(
    wie: number | null,
    methode: string,
    pad: string,
    body: unknown,
    koppen: Record<string, string>,
  ): Promise<{ status: number; body: unknown }> {
    const antwoord = await this.tafel.verzoek(methode, pad, body, koppen);
    if (antwoord.status === 500)
      throw new Error(`500 on ${methode} ${pad}: ${String(this.tafel.fouten.at(-1))}`);
    this.#dekking.telVerzoek(methode, pad, antwoord.status);
    if (pad === '/schermsessies' && antwoord.status === 201)
      this.#schermcookie = (antwoord.kop['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    const sleutel = koppen['idempotency-key'];
    if (sleutel !== undefined && this.#sleutels.has(sleutel) && antwoord.status < 400)
      this.#dekking.telGebeurtenis('opnieuw gevraagd');
    if (sleutel !== undefined) this.#sleutels.add(sleutel);
    if (antwoord.body?.code === 'versie_verouderd') this.#dekking.telGebeurtenis('versie verouderd');
    if (wie !== null) this.#onthoudVersies(wie, antwoord.body);
    if (wie === this.#kijker) {
      const { date: _, ...kop } = antwoord.kop;
      this.#spoor.http.push({ status: antwoord.status, kop, tekst: antwoord.tekst });
    }
    return antwoord;
  }

  /** One step, through the one way in which what people may see changes (NK7, NK10). */
  async #feit(index: number, verzoek: Extract<Verzoek, { via: 'feit' }>) {
    const { aanmelden, casussen, stappen, toegang } = this.tafel.app;
    const nee = { status: 404, body: null };
    const casusId = this.id(verzoek.casus) ?? '';
    const door = aanmelden.herken(metCookie(await this.#sessieVan(verzoek.wie)));
    const kijk = door === null ? null : stappen.lees(() => toegang.kijk(casusId, door));
    if (kijk === null) return nee;
    if (verzoek.wat === 'weer_toegelaten') {
      const id = this.id(verzoek.uitsluiting);
      if (id === null) return nee;
      toegang.wijzigZicht(casusId, kijk, () => casussen.feiten.beeindigUitsluiting(id));
      return { status: 204, body: null };
    }
    const [deelnemerId, compartimentId] = [this.id(verzoek.stoel), this.id(verzoek.plek)];
    if (deelnemerId === null || compartimentId === null) return nee;
    const van = stappen.nu();
    const waar = { casusId, deelnemerId, compartimentId, van };
    const { feiten } = casussen;
    const id = toegang.wijzigZicht(casusId, kijk, () =>
      verzoek.wat === 'uitsluiting'
        ? feiten.sluitUit({ ...waar, tot: null })
        : feiten.verklaarAcuutGevaar({ ...waar, tot: van + NOOD_MS }),
    );
    if (verzoek.wat === 'uitsluiting') this.ken(`u:${index}`, id);
    this.#dekking.telGebeurtenis(verzoek.wat);
    return { status: 201, body: null };
  }

  #onthoudVersies(wie: number, gekregen: unknown): void {
    if (typeof gekregen !== 'object' || gekregen === null) return;
    // A kaart is known by these; of anything else only what is in it is looked at.
    const { id, versie } = gekregen as { id?: unknown; versie?: unknown };
    if (typeof id === 'string' && typeof versie === 'string') {
      const gezien = this.#gezien.get(`${wie} ${id}`);
      if (gezien === undefined) this.#gezien.set(`${wie} ${id}`, { eerst: versie, laatst: versie });
      else gezien.laatst = versie;
      return;
    }
    for (const deel of Object.values(gekregen)) this.#onthoudVersies(wie, deel);
  }

  /**
   * Fills in the `versie` that somebody saw first (`§e:`) or last (`§w:`). Who isn't the kijker looks just before they
   * write: what they saw before may have changed out of the kijker's sight, and then the two runs differ by more.
   */
  #metVersies(wie: number | null, cookie: string, casusId: string, tekst: string): string {
    return tekst.replaceAll(/§([ew]):([^/?&,]+)/g, (_, welke: string, sym: string) => {
      const kaartId = this.id(sym) ?? '';
      const gezien = this.#gezien.get(`${wie} ${kaartId}`);
      if (welke === 'e' && gezien !== undefined) return gezien.eerst;
      return (
        (wie === this.#kijker ? gezien?.laatst : this.#versieNu(cookie, casusId, kaartId)) ?? 'niet-gezien'
      );
    });
  }

  #versieNu(cookie: string, casusId: string, kaartId: string): string | undefined {
    const { aanmelden, plan, stappen, toegang } = this.tafel.app;
    return stappen.lees(() => {
      const wie = aanmelden.herken(metCookie(cookie));
      const kijk = wie === null ? null : toegang.kijk(casusId, wie);
      return kijk === null ? undefined : plan.alleKaarten(kijk).find(({ id }) => id === kaartId)?.versie;
    });
  }

  async #live(verzoek: { via: 'volg' | 'verlaat'; wie: number; casus: string }) {
    const { via, wie } = verzoek;
    const luisteraar = await this.#luisteraar(wie);
    const casusId = this.#pad(wie, `§${verzoek.casus}`);
    const uitkomst = via === 'volg' ? await luisteraar.volg(casusId) : await luisteraar.verlaat(casusId);
    if (via === 'volg' && uitkomst.ok) this.#gevolgd.add(`${wie} ${casusId}`);
    this.#dekking.telGebeurtenis(`casus:${via} ${uitkomst.ok ? 'ok' : 'geweigerd'}`);
    if (wie === this.#kijker) this.#spoor.http.push({ via, uitkomst });
    return { status: uitkomst.ok ? 200 : 404, body: null };
  }

  async #volgAdvies(wie: number, vraag: string) {
    const { socket } = await this.#luisteraar(wie);
    const adviesvraagId = this.#pad(wie, `§${vraag}`);
    const uitkomst = await new Promise<VolgAntwoord>((klaar) => {
      socket.once('disconnect', () => klaar({ ok: false, code: 'niet_aangemeld' }));
      socket.emit('advies:volg', { adviesvraagId }, klaar);
    });
    if (wie === this.#kijker) this.#spoor.http.push({ via: 'volg_advies', uitkomst });
    return { status: uitkomst.ok ? 200 : 404, body: null };
  }

  /** Who leads, and the kijker, follow it for that: others' following would let them sit down. */
  async #wijs({ wie, overleg, punt, plaats }: Extract<Verzoek, { via: 'wijs' }>) {
    const luisteraar = await this.#luisteraar(wie);
    const overlegId = this.#pad(wie, `§${overleg}`);
    if (wie === this.#kijker || wie === PROCESREGISSEUR) await luisteraar.volgOverleg(overlegId);
    const uitkomst = await luisteraar.wijs({
      overlegId,
      agendapuntId: this.#pad(wie, `§${punt}`),
      // A part of it, or the id of what lies there.
      plaats: plaats === null ? null : (this.#pad(wie, plaats) as Wijsplaats),
    });
    this.#dekking.telGebeurtenis(`overleg:wijs ${uitkomst.ok ? 'ok' : 'geweigerd'}`);
    if (wie === this.#kijker) this.#spoor.http.push({ via: 'wijs', uitkomst });
    return { status: uitkomst.ok ? 200 : 404, body: null };
  }

  /** Somebody's socket; a new one when they have none. */
  async #luisteraar(wie: number): Promise<Luisteraar> {
    const isOver = (this.#sessies.get(wie)?.tot ?? Number.POSITIVE_INFINITY) <= this.tafel.klok.nu;
    const cookie = await this.#sessieVan(wie, isOver);
    let luisteraar = this.#sockets.get(wie);
    if (luisteraar === undefined || !luisteraar.socket.connected) {
      luisteraar = await verbind(this.tafel, this.mensen[wie] ?? '', cookie);
      this.#sockets.set(wie, luisteraar);
      if (wie === this.#kijker) this.#kijkersockets.push(luisteraar);
    }
    return luisteraar;
  }

  /** Somebody's line on a casus; a new one when they have none. */
  async #lijn({ wie, casus }: { wie: number; casus: string }): Promise<Tekstlijn> {
    const casusId = this.#pad(wie, `§${casus}`);
    const bestaand = this.#lijnen.get(`${wie} ${casusId}`);
    if (bestaand?.leeft === true) return bestaand;
    const lijn = await Tekstlijn.begin(this.tafel.url, casusId, await this.#sessieVan(wie));
    this.#lijnen.set(`${wie} ${casusId}`, lijn);
    if (wie === this.#kijker) this.#kijkerlijnen.push(lijn);
    return lijn;
  }

  async #tekst(index: number, verzoek: Extract<Verzoek, { via: 'tekst' }>) {
    const lijn = await this.#lijn(verzoek);
    const compartimentId = this.id(verzoek.plek) ?? idUit(`nergens ${verzoek.plek}`);
    const velden = this.tafel.database.sqlite
      .prepare<[string], string>('select id from velden where compartiment_id = ? order by volgorde, rowid')
      .pluck()
      .all(compartimentId);
    // Who guesses a kanaal guesses one that there is.
    const bekend = [...this.#lijnen.values()].map((een) => een.lijn.kanaal(compartimentId)?.kanaal);
    const gok = bekend.find((kanaal) => kanaal !== undefined) ?? GEEN_KANAAL;
    const gelukt = await lijn.doe(
      verzoek,
      { compartimentId, veldId: velden[(verzoek.n[3] ?? 0) % Math.max(1, velden.length)] ?? null },
      `${verzoek.wie} ${index}`,
      gok,
    );
    return { status: gelukt ? 200 : 404, body: null };
  }

  /** Writes down what came over the kijker's lines, and ends everybody's. */
  #eindigLijnen(): void {
    for (const lijn of this.#kijkerlijnen) {
      const spoor = lijn.spoor();
      this.#spoor.sync.push(spoor);
      for (const { type, ...rest } of lijn.lijn.besturing.filter((een) => een.type !== 'hartslag'))
        this.#dekking.telGebeurtenis(`sync ${type}${'gelijk' in rest ? ' (gelijk)' : ''}`);
      for (const bericht of spoor.kanalen.flatMap(({ berichten }) => berichten))
        this.#dekking.telGebeurtenis(`sync ${/^(stap [12]|update|cursors)/.exec(bericht)?.[0]}`);
      if (spoor.sluitcode !== null) this.#dekking.telGebeurtenis(`sync gesloten ${spoor.sluitcode}`);
    }
    for (const { lijn } of this.#lijnen.values()) lijn.trekUit();
    this.#lijnen.clear();
  }

  async #sessieVan(wie: number, opnieuw = false): Promise<string> {
    const bestaand = this.#sessies.get(wie);
    if (!opnieuw && bestaand !== undefined && bestaand.tot > this.tafel.klok.nu) return bestaand.cookie;
    if (!opnieuw && bestaand !== undefined && wie === this.#kijker) {
      // Over by the clock: the kijker is told so first.
      this.#sessies.delete(wie);
      return bestaand.cookie;
    }
    const antwoord = await this.tafel.verzoek('POST', '/sessies', { medewerkerId: this.mensen[wie] });
    this.#dekking.telVerzoek('POST', '/sessies', antwoord.status);
    const cookie = (antwoord.kop['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    this.#sessies.set(wie, { cookie, tot: this.tafel.klok.nu + SESSIE_MS });
    if (wie === this.#kijker) this.#spoor.http.push({ status: antwoord.status, tekst: antwoord.tekst });
    return cookie;
  }

  /** What isn't here becomes an id that is nowhere: for who guesses, hidden and absent are the same (NK5). */
  #pad(wie: number | null, pad: string): string {
    return pad.replaceAll(/§([^/?&,]+)/g, (_, sym: string) => this.id(sym) ?? idUit(`nergens ${wie} ${sym}`));
  }

  /** As in a path; but what others than the kijker refer to and isn't here, is left out. */
  #body(wie: number | null, body: unknown): unknown {
    if (typeof body === 'string' && body.startsWith('§')) return this.#pad(wie, body);
    const isHier = (waarde: unknown): boolean =>
      wie === this.#kijker ||
      typeof waarde !== 'string' ||
      !waarde.startsWith('§') ||
      this.id(waarde.slice(1)) !== null;
    if (Array.isArray(body)) return body.filter(isHier).map((waarde) => this.#body(wie, waarde));
    if (typeof body !== 'object' || body === null) return body;
    return Object.fromEntries(
      Object.entries(body)
        .filter(([, waarde]) => isHier(waarde))
        .map(([veld, waarde]) => [veld, this.#body(wie, waarde)]),
    );
  }
}

/** The texts in the fields of a body, each as `doe` makes it. */
function metVelden(body: unknown, doe: (tekst: string) => string): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([veld, waarde]) => [veld, typeof waarde === 'string' ? doe(waarde) : waarde]),
  );
}

function metCookie(cookie: string): IncomingMessage {
  const verzoek = new IncomingMessage(new Socket());
  verzoek.headers.cookie = cookie;
  return verzoek;
}

async function verbind(tafel: Tafel, persoonId: string, cookie: string): Promise<Luisteraar> {
  return tafel.alsAangemeld(persoonId, cookie).live();
}
