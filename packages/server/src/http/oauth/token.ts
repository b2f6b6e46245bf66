import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError, systemErrors } from '#api/kernel/call/api-error.ts';
import { presentTokens } from '#api/terms/application/present-tokens.ts';
import type { Application } from '#domain/application/application.ts';
import { accessClient, type GrantRefusal } from '#domain/oauth/access-client.ts';
import { exchangeCode, type Granted } from '#domain/oauth/exchange-code.ts';
import { refreshTokens } from '#domain/oauth/refresh-tokens.ts';
import type { Outcome } from '#kit/outcome.ts';
import { isReadableText } from '#kit/readable-text.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { placeOf } from '../place.ts';
import { paramsOf, plainBodyType } from '../rest/params.ts';
import { cutUrl } from '../rest/path.ts';
import { oauthErrors } from './errors.ts';
import type { OauthOptions } from './options.ts';

/** No code, token, id or secret of ours is longer than that. */
const LONGEST = 500;
const BODY_LIMIT = 64 * 1024;

type GrantAction = (
  work: UnitOfWork,
  application: Application,
  given: string,
) => Promise<Outcome<Granted, GrantRefusal>>;

/** By `grant_type`: what is given for tokens, and what is done with it. */
const GRANTS: Readonly<Record<string, { readonly param: string; readonly run: GrantAction }>> = {
  authorization_code: { param: 'code', run: exchangeCode },
  refresh_token: { param: 'refresh_token', run: refreshTokens },
};

/**
 * Where applications fetch and renew their tokens: https://apidocs.bitrix24.com/settings/oauth/index.html.
 * The cloud has it on a host of its own; here it is where the portal is, and `server_endpoint` says so.
 */
export function tokenRoutes(server: FastifyInstance, options: OauthOptions): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/oauth/token',
    exposeHeadRoute: false,
    bodyLimit: BODY_LIMIT,
    onRequest: (request, _, done) => {
      plainBodyType(request.raw.headers);
      done();
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        return await tokensFor(request, options);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        // What cannot be read is told in the words of this endpoint.
        const code = error.code === 'INVALID_REQUEST' ? 'invalid_request' : error.code;
        return reply.code(error.status).send({ error: code, error_description: error.message });
      }
    },
  });
}

async function tokensFor(request: FastifyRequest, options: OauthOptions): Promise<object> {
  if (options.requireHttps && request.protocol !== 'https') throw oauthErrors.invalidRequest('Https required');
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const { query } = cutUrl(request.originalUrl);
  const params = await paramsOf(query, body, request.headers['content-type']);
  if (!isReadableText(params)) throw systemErrors.unreadableText();
  const given = reader(params);
  const grant = Object.hasOwn(GRANTS, given('grant_type')) ? GRANTS[given('grant_type')] : undefined;
  if (!grant) throw oauthErrors.invalidRequest(`grant_type has to be one of: ${Object.keys(GRANTS).sort().join(', ')}`);
  const client = { clientId: required(given, 'client_id'), clientSecret: required(given, 'client_secret') };
  const offered = required(given, grant.param);
  const place = placeOf(request, options);
  // Who has no secret to show costs no write.
  const { portal, application } = await options.store.read(async (work) => {
    const portal = await work.portals.findByHost(place.host);
    if (!portal) throw oauthErrors.wrongClient();
    const accessed = await accessClient(work, portal.id, client);
    if (accessed.ok) return { portal, application: accessed.value };
    throw accessed.reason === 'unknown_client' ? oauthErrors.wrongClient() : oauthErrors.invalidClient();
  });
  if (exceeds(given('scope'), application)) throw oauthErrors.invalidScope();
  // Answered and not thrown: what a refusal has written (the end of a family of tokens) is to stay.
  const granted = await options.store.write((work) => grant.run(work, application, offered));
  if (!granted.ok) throw granted.reason === 'not_allowed' ? systemErrors.userAccess() : oauthErrors.invalidGrant();
  return presentTokens({ portal, application, origin: place.origin }, granted.value);
}

/** Reads parameters as text; what is no text, or longer than anything we gave out, is not there. */
function reader(params: Readonly<Record<string, unknown>>): (name: string) => string {
  return (name) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return typeof value === 'string' && value.length <= LONGEST ? value : '';
  };
}

function required(given: (name: string) => string, name: string): string {
  const value = given(name);
  if (value === '') throw oauthErrors.invalidRequest(`${name} is missing`);
  return value;
}

/** Old programs name the permissions that they want when they renew their tokens. */
function exceeds(scope: string, application: Application): boolean {
  return scope.split(/[\s,]+/).some((one) => one !== '' && !application.scope.includes(one));
}
