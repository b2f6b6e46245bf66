import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Place } from '#api/kernel/call/authenticate.ts';
import { hostOf } from '#api/terms/event/auth.ts';
import { useRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { grantCode } from '#domain/oauth/grant-code.ts';
import type { Portal } from '#domain/portal.ts';
import { isReadableText } from '#kit/readable-text.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { type Wording, wordingFor } from '../pages/texts/texts-for.ts';
import { placeOf } from '../place.ts';
import { loginPath } from '../sign-in/local-path.ts';
import { isFromOwnPage } from '../sign-in/own-origin.ts';
import { findSignedIn, isMeant, type SignedIn } from '../sign-in/signed-in.ts';
import { sendConsent, sendDenied } from './consent-page.ts';
import type { OauthOptions } from './options.ts';
import { sendRefusal } from './refusal-page.ts';
import { sharesName } from './shares-name.ts';

interface Wish {
  readonly place: Place;
  readonly portal: Portal;
  readonly application: Application;
  readonly signedIn: SignedIn;
  readonly wording: Wording;
}

/**
 * Where an application sends people to be let act for them. What is wrong is told on a page of ours and never passed
 * on, and the way back is the application's own handler, whatever `redirect_uri` says (R35).
 */
export function authorizeRoutes(server: FastifyInstance, options: OauthOptions): void {
  server.get<{ Querystring: Readonly<Record<string, unknown>> }>('/oauth/authorize', async (request, reply) => {
    const { client_id: clientId, state } = request.query;
    const asked = { clientId: String(clientId ?? ''), state: String(state ?? '') };
    const wish = await wishFor(request, reply, options, asked);
    return wish ? sendConsent(reply, { ...wish, state: asked.state }) : reply;
  });

  server.post('/oauth/authorize', { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const form = sentForm(request);
    const wish = await wishFor(request, reply, options, { clientId: form('client_id'), state: form('state') });
    if (!wish) return reply;
    const { application, portal, place, signedIn, wording } = wish;
    if (!isFromOwnPage(request, options) || !isMeant(form, signedIn))
      return sendRefusal(reply, { refusal: 'not_meant', wording });
    if (form('decision') !== 'allow') return sendDenied(reply, application, wording);
    const code = await options.store.write((work) => grantCode(work, application, signedIn.user));
    const host = hostOf(place.origin);
    const told = {
      code,
      ...(form('state') !== '' && { state: form('state') }),
      domain: host,
      member_id: portal.memberId,
      scope: application.scope.join(','),
      server_domain: host,
    };
    return reply.header('cache-control', 'no-store').redirect(withQuery(application.handlerUrl, told), 303);
  });
}

/** Who wants to be let in, and by whom; undefined: the answer has been sent already. */
async function wishFor(
  request: FastifyRequest,
  reply: FastifyReply,
  options: OauthOptions,
  { clientId, state }: { readonly clientId: string; readonly state: string },
): Promise<Wish | undefined> {
  // Databases look for no such text, and some fail at it.
  if (!isReadableText(clientId) || !isReadableText(state)) {
    sendRefusal(reply, { refusal: 'unknown', wording: wordingFor(request) });
    return undefined;
  }
  const place = placeOf(request, options);
  const { portal, application } = await options.store.read(async (work) => {
    const portal = await work.portals.findByHost(place.host);
    return { portal, application: portal && (await work.applications.findByClientId(portal.id, clientId)) };
  });
  if (!portal || application?.kind !== 'local' || application.isRemoved) {
    sendRefusal(reply, { refusal: 'unknown', wording: wordingFor(request) });
    return undefined;
  }
  const signedIn = await findSignedIn(request, options.store);
  if (!signedIn) {
    reply.redirect(loginPath(`/oauth/authorize/?${new URLSearchParams({ client_id: clientId, state })}`), 303);
    return undefined;
  }
  const wording = wordingFor(request, signedIn.user.language);
  const unfit = sharesName(application, request) ? 'same_name' : undefined;
  const refusal = application.isInstalled ? (useRefusal(application, signedIn.user) ?? unfit) : 'not_installed';
  if (refusal) {
    sendRefusal(reply, { refusal, wording, application });
    return undefined;
  }
  return { place, portal, application, signedIn, wording };
}

/** An address of somebody else with more in its query. */
function withQuery(address: string, more: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.href;
}
