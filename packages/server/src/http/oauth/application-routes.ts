import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isShownTo } from '#api/terms/placement/open.ts';
import { useRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { finishInstallation } from '#domain/application/finish-installation.ts';
import { OF_APPLICATION } from '#domain/application/options.ts';
import { issueTokens } from '#domain/oauth/issue-tokens.ts';
import type { Placement } from '#domain/placement/placement.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { wordingFor } from '../pages/texts/texts-for.ts';
import { placeInBrowser, placeOf } from '../place.ts';
import { isFromOwnPage } from '../sign-in/own-origin.ts';
import { findSignedIn, isMeant, type SignedIn } from '../sign-in/signed-in.ts';
import { presentFrameTokens, sendApplication } from './application-page.ts';
import type { OauthOptions } from './options.ts';
import { type Refusal, sendRefusal } from './refusal-page.ts';
import { sharesName } from './shares-name.ts';

interface Visit {
  readonly application: Application;
  readonly placement: Placement | undefined;
  readonly signedIn: SignedIn;
}

type Request = FastifyRequest<{
  Params: { readonly id: string };
  Querystring: { readonly placement?: string | readonly string[] };
}>;

/**
 * What stands in a frame of ours and has an application in a frame:
 * https://apidocs.bitrix24.com/settings/oauth/simple-way.html. What the page of ours does on the application's behalf it
 * asks for here, with the secret of the session.
 */
export function applicationRoutes(server: FastifyInstance, options: OauthOptions): void {
  const { store } = options;

  server.get('/apps/:id/frame', async (request: Request, reply) => {
    const signedIn = await findSignedIn(request, store);
    const wording = wordingFor(request, signedIn?.user.language);
    const visit = signedIn ? await visitOf(request, options, signedIn) : 'signed_out';
    if (typeof visit === 'string') return sendRefusal(reply, { refusal: visit, wording, isFramed: true });
    const { application } = visit;
    const opened = await store.read(async (work) => ({
      portal: await work.portals.findPortal(application.portalId),
      tokens: issueTokens(work, application, visit.signedIn.userId),
      appOptions: await work.options.listOptions(application.id, OF_APPLICATION),
      userOptions: await work.options.listOptions(application.id, visit.signedIn.userId),
      hasRun: (await work.firstRuns.findFirstRun(application.id, visit.signedIn.userId)) !== undefined,
      sid: work.random.hex(32),
    }));
    const { portal } = opened;
    if (!portal) return sendRefusal(reply, { refusal: 'unknown', wording, isFramed: true });
    return sendApplication(reply, {
      ...opened,
      ...visit,
      portal,
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
  own('begun', async ({ application, signedIn }) => {
    await store.write((work) => work.firstRuns.insertFirstRun(application.id, signedIn.userId));
    return { hasRun: true };
  });
  own('installed', async ({ application, signedIn }) => {
    await store.write(async (work) => {
      await finishInstallation(work, application, signedIn.user);
      await work.firstRuns.insertFirstRun(application.id, signedIn.userId);
    });
    return { isInstalled: true };
  });
}

/** The application that somebody opens, at which place, or why they cannot. */
async function visitOf(request: Request, options: OauthOptions, signedIn: SignedIn): Promise<Visit | Refusal> {
  const { placement: asked } = request.query;
  const { application, placement } = await options.store.read(async (work) => ({
    application: await work.applications.findApplication(idIn(request.params.id)),
    placement: asked === undefined ? undefined : await work.placements.findPlacement(idIn(String(asked))),
  }));
  if (application?.portalId !== signedIn.portalId || application.kind !== 'local') return 'unknown';
  const refusal = useRefusal(application, signedIn.user);
  if (refusal) return refusal;
  if (asked === undefined) {
    if (application.isApiOnly) return 'without_pages';
  } else if (placement?.applicationId !== application.id || !isShownTo(placement, application, signedIn.user))
    return 'not_placed';
  return sharesName(application, request, placement ? [placement.handler] : [])
    ? 'same_name'
    : { application, placement, signedIn };
}

function idIn(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}
