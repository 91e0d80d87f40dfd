import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { CODES } from '../../shared/contract/codes.ts';
import { codesVan } from '../../shared/contract/opdracht.ts';
import { Probleem } from '../../shared/contract/probleem.ts';
import { z } from '../../shared/contract/zod.ts';
import type { Route } from './route.ts';

const JSON_SOORT = 'application/json';
const PROBLEEM_SOORT = 'application/problem+json';

/** Of a command that makes something (ST13). */
const MET_SLEUTEL = z.object({
  'Idempotency-Key': z.string().min(1).max(128).optional().openapi({
    description:
      'Uw eigen sleutel voor wat u vraagt. Wie hetzelfde binnen een dag nog eens vraagt, bijvoorbeeld omdat er geen antwoord kwam, krijgt wat er al gemaakt is: er komt niets dubbel.',
    example: '5b0c7c1e-6f0b-4d7f-9c0e-3f6f2b8f8a11',
  }),
});

/** The OpenAPI 3.1 description of all routes, from the schemas that validate. */
export function maakOpenapi(routes: readonly Route[], basis: string, versie: string): object {
  const register = new OpenAPIRegistry();
  register.registerComponent('securitySchemes', 'sessie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'regietafel_sessie',
  });
  register.registerComponent('securitySchemes', 'scherm', {
    type: 'apiKey',
    in: 'cookie',
    name: 'regietafel_scherm',
  });
  for (const route of routes) register.registerPath(padVan(route));
  register.registerPath({
    method: 'get',
    path: '/openapi.json',
    summary: 'Deze beschrijving',
    responses: {
      200: { description: 'OpenAPI 3.1', content: { [JSON_SOORT]: { schema: { type: 'object' } } } },
    },
  });
  return new OpenApiGeneratorV31(register.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Regietafel',
      version: versie,
      description: 'Eén plan voor één huishouden, ieder ziet wat nodig is.',
    },
    servers: [{ url: basis }],
  });
}

function padVan(route: Route): RouteConfig {
  const { schema, status, beschrijving } = route.antwoord;
  return {
    operationId: route.naam,
    method: route.methode,
    path: route.pad,
    summary: route.samenvatting,
    ...(route.sessie === 'geen'
      ? {}
      : { security: [{ [route.sessie === 'nodig' ? 'sessie' : 'scherm']: [] }] }),
    request: {
      params: route.params,
      ...(route.opnieuw === undefined ? {} : { headers: MET_SLEUTEL }),
      ...(route.query === undefined ? {} : { query: route.query }),
      ...(route.body === undefined
        ? {}
        : {
            body: {
              required: true,
              content: { [JSON_SOORT]: { schema: route.body, ...voorbeelden(route) } },
            },
          }),
    },
    responses: {
      [status]: {
        description: beschrijving,
        ...(schema === undefined ? {} : { content: { [JSON_SOORT]: { schema } } }),
      },
      ...weigeringen(route),
    },
  };
}

/** Bodies that are good, of a plain command. */
function voorbeelden({ gewoon }: Route): { examples?: Record<string, { value: unknown }> } {
  if (gewoon === undefined) return {};
  const namen = gewoon.voorbeelden.map((value, i) => [`voorbeeld ${i + 1}`, { value }] as const);
  return { examples: Object.fromEntries(namen) };
}

/** Each status with which it can be refused, with the codes that go with it. */
function weigeringen(route: Route): RouteConfig['responses'] {
  const codes = [...codesVan(route)].sort();
  const statussen = [...new Set(codes.map((code) => CODES[code]))];
  return Object.fromEntries(
    statussen.map((status) => [
      status,
      {
        description: codes.filter((code) => CODES[code] === status).join(', '),
        content: { [PROBLEEM_SOORT]: { schema: Probleem } },
      },
    ]),
  );
}
