import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { useRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { finishInstallation } from '#domain/application/finish-installation.ts';
import { OF_APPLICATION } from '#domain/application/options.ts';
import { issueTokens } from '#domain/oauth/issue-tokens.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { placeInBrowser, placeOf } from '../place.ts';
import { loginPath } from '../sign-in/local-path.ts';
import { isFromOwnPage } from '../sign-in/own-origin.ts';
import { findSignedIn, isMeant, type SignedIn } from '../sign-in/signed-in.ts';
import { presentFrameTokens, sendApplication } from './application-page.ts';
import type { OauthOptions } from './options.ts';
import { type Refusal, sendRefusal } from './refusal-page.ts';
import { sharesName } from './shares-name.ts';

interface Visit {
  readonly application: Application;
  readonly signedIn: SignedIn;
}

type Request = FastifyRequest<{ Params: { readonly id: string } }>;

/**
 * Applications with pages, each in a frame on a page of ours:
 * https://apidocs.bitrix24.com/settings/oauth/simple-way.html. What the page around it does on the application's behalf
 * it asks for here, with the secret of the session.
 */
export function applicationRoutes(server: FastifyInstance, options: OauthOptions): void {
  const { store } = options;

  server.get('/apps/:id', async (request: Request, reply) => {
    const signedIn = await findSignedIn(request, store);
    if (!signedIn) return reply.redirect(loginPath(request.originalUrl), 303);
    const visit = await visitOf(request, options, signedIn);
    if (typeof visit === 'string') return sendRefusal(reply, visit);
    const { application } = visit;
    const opened = await store.read(async (work) => ({
      portal: await work.portals.findPortal(application.portalId),
      tokens: issueTokens(work, application, signedIn.userId),
      appOptions: await work.options.listOptions(application.id, OF_APPLICATION),
      userOptions: await work.options.listOptions(application.id, signedIn.userId),
      sid: work.random.hex(32),
    }));
    const { portal } = opened;
    if (!portal) return sendRefusal(reply, 'unknown');
    return sendApplication(reply, {
      ...opened,
      portal,
      application,
      signedIn,
      origin: placeOf(request, options).origin,
      pageOrigin: placeInBrowser(request, options.publicUrl).origin,
    });
  });

  const own = (path: string, answer: (visit: Visit) => Promise<object>) =>
    server.post(`/apps/:id/${path}`, { bodyLimit: FORM_LIMIT }, async (request: Request, reply: FastifyReply) => {
      const signedIn = isFromOwnPage(request, options) ? await findSignedIn(request, store) : undefined;
      const visit =
        signedIn && isMeant(sentForm(request), signedIn) ? await visitOf(request, options, signedIn) : 'not_meant';
      reply.header('cache-control', 'no-store');
      return typeof visit === 'string' ? reply.code(403).send({ error: visit }) : answer(visit);
    });

  own('tokens', async ({ application, signedIn }) =>
    store.read(async (work) => presentFrameTokens(issueTokens(work, application, signedIn.userId))),
  );
  own('installed', async ({ application, signedIn }) => {
    await store.write((work) => finishInstallation(work, application, signedIn.user));
    return { isInstalled: true };
  });
}

/** The application that somebody opens, or why they cannot. */
async function visitOf(request: Request, options: OauthOptions, signedIn: SignedIn): Promise<Visit | Refusal> {
  const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : 0;
  const application = await options.store.read((work) => work.applications.findApplication(id));
  if (application?.portalId !== signedIn.portalId || application.kind !== 'local') return 'unknown';
  const refusal = useRefusal(application, signedIn.user);
  if (refusal) return refusal;
  if (application.isApiOnly) return 'without_pages';
  return sharesName(application, request) ? 'same_name' : { application, signedIn };
}
