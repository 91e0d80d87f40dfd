import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { codesVan } from '../../shared/contract/opdracht.ts';
import type { z } from '../../shared/contract/zod.ts';
import { leesInvoer } from '../../shared/invoer/velden.ts';
import type { Beurten } from '../kern/beurten.ts';
import { BUDGETMATEN, type Budgetten } from '../kern/budget.ts';
import type { Omvang } from '../kern/omvang.ts';
import type { Stappen } from '../kern/stap.ts';
import { datumOp } from '../kern/tijd.ts';
import { nietGevonden, Weigering, weigeringUit } from '../kern/weigering.ts';
import { Dagmaat } from './dagmaat.ts';
import { doeEenmaal, type Onthouden, onderSleutel } from './eenmaal.ts';
import { stuurPagina } from './foutpagina.ts';
import { andereAanmelding, isVoorEenAnder } from './getekend.ts';
import { isVreemdeHerkomst } from './herkomst.ts';
import { maakOpenapi } from './openapi.ts';
import type { Openstaand } from './openstaand.ts';
import { API_BASIS, storing, stuurProbleem } from './probleem.ts';
import type { Route, Schermverzoek, Verzoek, Wie } from './route.ts';
import { adresVan, Toestroom, teSnel } from './toestroom.ts';
import { Contractfout } from './uitgaand.ts';

const API_VERSIE = '1.0.0';
/** So long a connection of somebody with a session stays after an answer; others as long as Node lets them, some seconds. */
const VERBONDEN_MS = 75_000;

/** What the plumbing needs from the rest. */
export interface HttpBehoeften {
  readonly routes: readonly Route[];
  readonly stappen: Stappen;
  /** Whose session a request is of, or null. */
  readonly herkenSessie: (verzoek: IncomingMessage) => Wie | null;
  /** Of which big screen a request is, or null. */
  readonly herkenScherm: (verzoek: IncomingMessage) => Schermverzoek | null;
  /** Is told of every refusal, for the record (NK10). */
  readonly bijWeigering: (route: Route, verzoek: Verzoek<unknown>, weigering: Weigering) => void;
  /** Is told of a fault that is ours; gets no content. */
  readonly bijFout: (fout: unknown) => void;
  /** What was made under which key (ST13). */
  readonly onthouden: Onthouden;
  /** Answers that are under way, so that a revocation can end them (NK7). */
  readonly openstaand: Openstaand;
  /** Folder of the built client, or null to serve none. */
  readonly clientMap: string | null;
  readonly grenzen: HttpGrenzen;
  /** What each may cost, and whose turn it is (ST6). */
  readonly budgetten: Budgetten;
  readonly beurten: Beurten;
  readonly omvang: Pick<Omvang, 'gemaaktPerDag' | 'casussenPerDag'>;
}

/** Bounds on what comes in; settings with defaults. */
export interface HttpGrenzen {
  /** Commands a minute for one person, or for one address without a session. */
  readonly opdrachtenPerMinuut: number;
  /** Bytes of a body. */
  readonly bodyBytes: number;
}

/** Bounds that suit an office's work and stop a flood. */
export const STANDAARDGRENZEN: HttpGrenzen = {
  opdrachtenPerMinuut: BUDGETMATEN.opdrachtenPerMinuut,
  bodyBytes: 100_000,
};

/** Builds the express application: headers, bounds, the routes of all capabilities, and the client's files. */
export function maakHttp(behoeften: HttpBehoeften): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(helmet(koppenBij(behoeften.clientMap)));
  const toestroom = new Toestroom({ ...behoeften, ...behoeften.grenzen });
  const dagmaat = new Dagmaat(behoeften.omvang);
  app.use(API_BASIS, koppen, toestroom.houdTegen(), toestroom.telOpdrachten());
  const openapi = JSON.stringify(maakOpenapi(behoeften.routes, API_BASIS, API_VERSIE));
  app.get(`${API_BASIS}/openapi.json`, (_req, res) => {
    res.type('json').send(openapi);
  });
  for (const route of behoeften.routes) {
    app[route.methode](
      API_BASIS + route.pad.replaceAll(/\{(\w+)\}/g, ':$1'),
      behandel(route, behoeften, toestroom, dagmaat),
    );
  }
  app.use(API_BASIS, (_req, res) => {
    stuurProbleem(res, nietGevonden());
  });
  app.use(API_BASIS, foutbak(behoeften, stuurProbleem));
  app.use(toestroom.houdTegen(stuurPagina), toestroom.verrekenBestand());
  if (behoeften.clientMap !== null) serveerClient(app, behoeften.clientMap);
  app.use((_req, res) => stuurPagina(res, nietGevonden()));
  app.use(foutbak(behoeften, stuurPagina));
  return app;
}

/**
 * One request. What comes in is waited for first; then, in one step and without awaiting anything: session, path, may
 * it, body, do it. So the body is looked at after it was decided who may do it (NK5), and what was decided holds while
 * it is done (NK7).
 */
function behandel(
  route: Route,
  behoeften: HttpBehoeften,
  toestroom: Toestroom,
  dagmaat: Dagmaat,
): RequestHandler {
  const leesRuw = express.raw({ limit: behoeften.grenzen.bodyBytes, type: () => true });
  const codes = codesVan(route);
  // Answered within the turn: between the step and its answer nobody's right may be withdrawn (NK7).
  const beantwoord = (req: Request, res: Response, ruw: unknown): void => {
    let verzoek: Verzoek<unknown> = { params: {}, wie: null };
    const kosten = { tekstbytes: 0 };
    try {
      const antwoord = behoeften.stappen.lees(() => {
        // From here on a refusal is on record under who tried (NK10).
        verzoek = { params: {}, wie: behoeften.herkenSessie(req) };
        if (req.method !== 'GET' && isVreemdeHerkomst(req)) {
          throw new Weigering(
            403,
            'vreemde_herkomst',
            'Deze opdracht komt van een andere website en is niet uitgevoerd. Open Regietafel zelf en probeer het daar.',
          );
        }
        // ST12: before anything of it is looked at, queries too: an answer would stand under another's name.
        if (route.sessie === 'nodig' && verzoek.wie !== null && isVoorEenAnder(req, verzoek.wie)) {
          throw andereAanmelding();
        }
        verzoek = {
          ...verzoek,
          params: leesParams(route, req),
          ...(route.sessie === 'geen' ? { adres: adresVan(req) } : {}),
        };
        const scherm = route.sessie === 'scherm' ? behoeften.herkenScherm(req) : null;
        if (scherm !== null) verzoek = { ...verzoek, scherm };
        const toegelaten = laatToe(route, verzoek);
        const onder = onderSleutel(route, req, verzoek.wie, behoeften.onthouden);
        // What was right when it was done, is not wrong because it is a day later.
        const vandaag = datumOp(onder?.eerder?.op ?? behoeften.stappen.nu());
        const body =
          route.body === undefined ? undefined : pas(route.body, alsJson(req, ruw), 'body_ongeldig', vandaag);
        const query =
          route.query === undefined ? undefined : pas(route.query, req.query, 'vraag_ongeldig', vandaag);
        const koppen: Record<string, string> = {};
        const gelezen = { ...verzoek, body, query, koppen, kosten };
        const wieMaakt = verzoek.wie?.persoonId ?? null;
        const antwoord = dagmaat.maak(
          route,
          onder?.eerder == null ? wieMaakt : null,
          behoeften.stappen.nu(),
          koppen,
          () => doeEenmaal(route, toegelaten, gelezen, onder, behoeften),
        );
        return { koppen, body: antwoord };
      });
      res.status(route.antwoord.status);
      for (const [naam, waarde] of Object.entries(antwoord.koppen)) res.setHeader(naam, waarde);
      if (antwoord.body === undefined) res.end();
      else res.json(antwoord.body);
      toestroom.verreken(req, res, route, kosten.tekstbytes);
      if (verzoek.wie !== null) houdVerbonden(req, res);
      // NK7: of a screen as of a person.
      behoeften.openstaand.volg(verzoek.scherm?.schermId ?? verzoek.wie?.persoonId ?? null, res);
    } catch (fout) {
      if (!(fout instanceof Weigering)) {
        behoeften.bijFout(fout);
        stuurProbleem(res, storing(fout));
        return;
      }
      if (!codes.has(fout.code)) {
        behoeften.bijFout(
          new Contractfout(`${route.naam} was refused with ${fout.code}, which its contract doesn’t name`),
        );
      }
      try {
        behoeften.bijWeigering(route, verzoek, fout);
      } catch (vastleggen) {
        behoeften.bijFout(vastleggen);
      }
      toestroom.verreken(req, res, route);
      if (toestroom.isEenTeVeel(req)) {
        toestroom.weiger(req, res, teSnel());
        return;
      }
      try {
        stuurProbleem(res, fout);
      } catch (meegekomen) {
        behoeften.bijFout(meegekomen);
        stuurProbleem(res, storing(meegekomen));
      }
    }
  };
  return async (req, res) => {
    const ruw = route.body === undefined ? null : await leesBody(leesRuw, req, res);
    await toestroom.doe(req, ruw, () => beantwoord(req, res, ruw));
  };
}

/**
 * Who works on needn't come in by the door again, however many stand there (ST6). Not for who has no session: theirs
 * would stand open for nothing.
 */
function houdVerbonden({ socket }: Request, res: Response): void {
  res.once('finish', () => void socket.setTimeout(VERBONDEN_MS));
}

function laatToe(route: Route, verzoek: Verzoek<unknown>): unknown {
  if (route.sessie === 'nodig' && verzoek.wie === null) {
    throw new Weigering(401, 'niet_aangemeld', 'U bent niet (meer) aangemeld. Meld u opnieuw aan.');
  }
  if (route.sessie === 'scherm' && verzoek.scherm === undefined) throw schermIsLos();
  return route.toelaten(verzoek);
}

/** To a screen without a session, or whose session is over. */
export function schermIsLos(): Weigering {
  return new Weigering(
    401,
    'niet_aangemeld',
    'Dit scherm is niet (meer) gekoppeld. Vraag de voorzitter om een code.',
  );
}

function leesParams(route: Route, req: Request): unknown {
  const gelezen = route.params.safeParse(req.params);
  // An id in another form than ours is an id that doesn't exist.
  if (!gelezen.success) throw nietGevonden();
  return gelezen.data;
}

/** What came in, as bytes, or why it didn't; nobody looks at it yet. */
async function leesBody(leesRuw: RequestHandler, req: Request, res: Response): Promise<unknown> {
  return (await new Promise<unknown>((klaar) => leesRuw(req, res, klaar))) ?? req.body;
}

/** Reads what JSON is written in; bytes that mean nothing in it are no text, where somebody's é would become another. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The body as JSON. @throws Weigering 400, 413, 415 */
function alsJson(req: Request, ruw: unknown): unknown {
  const soort = req.headers['content-type'];
  if (soort !== undefined && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(soort)) {
    throw new Weigering(415, 'geen_json', 'Stuur de gegevens als JSON (application/json).');
  }
  if (typeof ruw === 'object' && ruw !== null && 'type' in ruw && ruw.type === 'entity.too.large') {
    throw new Weigering(413, 'te_groot', 'Dit is te groot om te bewaren. Maak de tekst korter.');
  }
  if (Buffer.isBuffer(ruw) && ruw.length > 0) {
    try {
      const json: unknown = JSON.parse(UTF8.decode(ruw));
      // A body is an object; anything else that JSON knows was no form of ours.
      if (typeof json === 'object' && json !== null) return json;
    } catch {
      // Said below.
    }
  } else if (ruw === undefined || Buffer.isBuffer(ruw)) return undefined;
  throw new Weigering(
    400,
    'json_onleesbaar',
    'De gegevens zijn onderweg beschadigd. Er is niets bewaard; probeer het opnieuw.',
  );
}

function pas(
  schema: z.ZodType,
  waarde: unknown,
  code: 'body_ongeldig' | 'vraag_ongeldig',
  vandaag: string,
): unknown {
  const gelezen = leesInvoer(schema, waarde ?? {}, { vandaag });
  if (gelezen.success) return gelezen.data;
  throw weigeringUit(gelezen.error, code);
}

function koppen(_req: Request, res: Response, verder: () => void): void {
  res.setHeader('API-Version', API_VERSIE);
  res.setHeader('Cache-Control', 'no-store');
  verder();
}

/**
 * What express and what stands in it refuse, such as a path that isn't valid or a file that isn't there, said by us
 * (ST8). Four arguments tell express that it takes errors.
 */
function foutbak(behoeften: HttpBehoeften, stuur: (res: Response, weigering: Weigering) => void) {
  return (fout: unknown, _req: Request, res: Response, _verder: unknown): void => {
    const status = typeof fout === 'object' && fout !== null && 'status' in fout ? Number(fout.status) : 500;
    if (status >= 400 && status < 500) {
      stuur(res, nietGevonden());
      return;
    }
    behoeften.bijFout(fout);
    stuur(res, storing(fout));
  };
}

function serveerClient(app: Express, map: string): void {
  // Built files carry a hash in their name; the page itself is asked for anew each time.
  app.use(
    '/assets',
    express.static(join(map, 'assets'), {
      immutable: true,
      maxAge: '1y',
      fallthrough: false,
      redirect: false,
    }),
  );
  app.use(
    express.static(map, {
      index: false,
      redirect: false,
      setHeaders: (res: ServerResponse) => void res.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  app.get('/{*pad}', (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    res.sendFile('index.html', { root: map, cacheControl: false });
  });
}

function koppenBij(clientMap: string | null): Parameters<typeof helmet>[0] {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...scriptsInDePagina(clientMap)],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  };
}

/** What stands in the page as it was built (client/herstel.js), and nothing that came in it since: by its hash. */
function scriptsInDePagina(clientMap: string | null): string[] {
  const pad = clientMap === null ? '' : join(clientMap, 'index.html');
  if (!existsSync(pad)) return [];
  // As a browser reads it.
  const pagina = readFileSync(pad, 'utf8').replaceAll('\r\n', '\n');
  return [...pagina.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
}
