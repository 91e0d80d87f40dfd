import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import rateLimit, { ipKeyGenerator } from 'express-rate-limit';
import type { Beurten } from '../kern/beurten.ts';
import { type Budget, type Budgetten, KOSTEN } from '../kern/budget.ts';
import { Weigering } from '../kern/weigering.ts';
import { API_BASIS, stuurProbleem } from './probleem.ts';
import type { Route, Wie } from './route.ts';

/** Who asks for more than they may cost waits, and so many of their requests with them, before they are refused. */
const WACHT = { langst: 5_000, meeste: 100 } as const;
/** A refusal waits as well, ms: who asks again at once is slowed down. So many at a time; above it the connection ends. */
const REM = { ms: 500, meeste: 20 } as const;

/** What the flow of requests is held against. */
export interface Toestroombehoeften {
  readonly herkenSessie: (verzoek: IncomingMessage) => Wie | null;
  readonly budgetten: Budgetten;
  readonly beurten: Beurten;
  /** Commands a minute, of one person or of one address without a session. */
  readonly opdrachtenPerMinuut: number;
}

/** Whose a request is: a person's, or of an address without a session. */
interface Bezoek {
  readonly sleutel: string;
  readonly budget: Budget;
  readonly heeftSessie: boolean;
}

/**
 * ST6: what comes in, by what it costs and by person, whatever their number of sessions. Decided before anything of a
 * request is looked at, so that what is refused here is the same whether what was asked for is there or not.
 */
export class Toestroom {
  readonly #behoeften: Toestroombehoeften;
  readonly #bezoeken = new WeakMap<IncomingMessage, Bezoek>();
  readonly #wachtend = new Map<string, number>();
  readonly #geremd = new Map<string, number>();

  constructor(behoeften: Toestroombehoeften) {
    this.#behoeften = behoeften;
  }

  /**
   * In front of all routes, and of the files: waits when too much was asked already, and refuses when that would take
   * too long. @param stuur how a refusal is said
   */
  houdTegen(stuur = stuurProbleem): RequestHandler {
    const { nu } = this.#behoeften.budgetten;
    return async (req, res, verder) => {
      const bezoek = this.#bezoek(req);
      const { sleutel, budget } = bezoek;
      const tot = nu() + WACHT.langst;
      for (let ms = budget.werk.wacht(nu()); ms > 0; ms = budget.werk.wacht(nu())) {
        if (nu() + ms > tot || (this.#wachtend.get(sleutel) ?? 0) >= WACHT.meeste) {
          this.weiger(req, res, teSnel(), ms, stuur);
          return;
        }
        await tel(this.#wachtend, sleutel, ms);
      }
      if (res.destroyed) return;
      budget.werk.boek(KOSTEN.vraag, nu());
      verder();
    };
  }

  /** So many commands a minute. Signing in is counted when it fails: what others send must not keep somebody out. */
  telOpdrachten(): RequestHandler {
    return rateLimit({
      windowMs: 60_000,
      limit: this.#behoeften.opdrachtenPerMinuut,
      standardHeaders: false,
      legacyHeaders: false,
      skip: (req) => req.method === 'GET' || (isAanmelding(req) && !this.#bezoek(req).heeftSessie),
      keyGenerator: (req) => this.#bezoek(req).sleutel,
      handler: (req, res) => this.weiger(req, res, teSnel()),
    });
  }

  /** Does the work of a request in its turn. @param ruw what came in as body */
  doe<T>(req: Request, ruw: unknown, werk: () => T): Promise<T> {
    const { sleutel, heeftSessie } = this.#bezoek(req);
    const inBeurt = heeftSessie ? sleutel : (wieMeldtZichAan(ruw) ?? sleutel);
    return this.#behoeften.beurten.doe(inBeurt, werk);
  }

  /**
   * It was done: what it cost beside asking. Headers have been set, its length among them.
   * @param tekstbytes of text that were read for it
   */
  verreken(req: Request, res: Response, route: Route, tekstbytes = 0): void {
    const { budgetten } = this.#behoeften;
    const bytes = Number(res.getHeader('Content-Length') ?? 0);
    const schrijft = typeof route.handeling === 'string' || req.method !== 'GET' ? KOSTEN.schrijft : 0;
    const kost = schrijft + bytes / KOSTEN.bytesPerEenheid + tekstbytes / KOSTEN.tekstPerEenheid;
    this.#bezoek(req).budget.werk.boek(kost, budgetten.nu());
  }

  /** A file costs by its size, when it is known. */
  verrekenBestand(): RequestHandler {
    const { nu } = this.#behoeften.budgetten;
    return (req, res, verder) => {
      res.once('finish', () => {
        const bytes = Number(res.getHeader('Content-Length') ?? 0);
        this.#bezoek(req).budget.werk.boek(bytes / KOSTEN.tekstPerEenheid, nu());
      });
      verder();
    };
  }

  /** Counts a refused command of who has no session. @returns whether that was one too many */
  isEenTeVeel(req: Request): boolean {
    const { budget, heeftSessie } = this.#bezoek(req);
    if (heeftSessie || req.method === 'GET') return false;
    return !budget.mislukt.neem(this.#behoeften.budgetten.nu());
  }

  /** Refuses, after a while. @param overMs after which it is of use to ask again */
  weiger(req: Request, res: Response, weigering: Weigering, overMs = 60_000, stuur = stuurProbleem): void {
    const { sleutel } = this.#bezoek(req);
    if ((this.#geremd.get(sleutel) ?? 0) >= REM.meeste) {
      req.socket.destroy();
      return;
    }
    void tel(this.#geremd, sleutel, REM.ms).then(() => {
      if (res.destroyed) return;
      res.setHeader('Retry-After', String(Math.ceil(overMs / 1000)));
      stuur(res, weigering);
    });
  }

  #bezoek(req: Request): Bezoek {
    const bekend = this.#bezoeken.get(req);
    if (bekend !== undefined) return bekend;
    const { herkenSessie, budgetten } = this.#behoeften;
    const wie = herkenSessie(req);
    // Signing in by itself: what others from there ask for, a proxy's address for all, must not keep somebody out.
    const adres = `${isAanmelding(req) ? 'aanmelden ' : ''}${adresVan(req)}`;
    const bezoek: Bezoek =
      wie === null
        ? { sleutel: `adres ${adres}`, budget: budgetten.vanAdres(adres), heeftSessie: false }
        : { sleutel: wie.persoonId, budget: budgetten.van(wie.persoonId), heeftSessie: true };
    this.#bezoeken.set(req, bezoek);
    return bezoek;
  }
}

/** Of which address a request came; many people can sit behind one. */
export function adresVan(req: Request): string {
  return ipKeyGenerator(req.ip ?? '');
}

function isAanmelding({ method, baseUrl, path }: Request): boolean {
  return method === 'POST' && baseUrl === API_BASIS && path === '/sessies';
}

/** Too much in too short a time. */
export function teSnel(): Weigering {
  return new Weigering(
    429,
    'te_snel',
    'Er kwam te veel tegelijk bij Regietafel binnen. Wacht een minuut en probeer het opnieuw.',
  );
}

/** As whom somebody signs in, as far as it is a form: their turn isn't that of all who sign in from there. */
function wieMeldtZichAan(ruw: unknown): string | null {
  if (!Buffer.isBuffer(ruw) || ruw.length > 200) return null;
  const id = /"medewerkerId"\s*:\s*"([0-9a-f-]{36})"/.exec(ruw.toString())?.[1];
  return id === undefined ? null : `aanmelden ${id}`;
}

/** Waits, and counts who waits meanwhile. */
async function tel(wie: Map<string, number>, sleutel: string, ms: number): Promise<void> {
  wie.set(sleutel, (wie.get(sleutel) ?? 0) + 1);
  await new Promise((klaar) => setTimeout(klaar, ms).unref());
  const over = (wie.get(sleutel) ?? 1) - 1;
  if (over === 0) wie.delete(sleutel);
  else wie.set(sleutel, over);
}
