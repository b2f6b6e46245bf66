import type { FastifyReply } from 'fastify';
import { hostOf } from '#api/terms/event/auth.ts';
import type { Application } from '#domain/application/application.ts';
import type { IssuedTokens } from '#domain/oauth/issue-tokens.ts';
import type { Placement } from '#domain/placement/placement.ts';
import type { Portal } from '#domain/portal.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import type { SignedIn } from '../sign-in/signed-in.ts';
import { FRAME_SCRIPT } from './frame-script.ts';

interface Opened {
  readonly application: Application;
  /** Where in the portal it is opened; undefined: at no place, it is its own page. */
  readonly placement: Placement | undefined;
  readonly portal: Portal;
  readonly signedIn: SignedIn;
  readonly tokens: IssuedTokens;
  /** What the application keeps, as its library gives it out without asking again. */
  readonly appOptions: Readonly<Record<string, unknown>>;
  readonly userOptions: Readonly<Record<string, unknown>>;
  /** Whether the person has had it opened, and it has begun, before. */
  readonly hasRun: boolean;
  /** Tells this opening of the page from any other. */
  readonly sid: string;
  /** Where programs reach the portal. */
  readonly origin: string;
  /** Where the page is: libraries answer to nothing else. */
  readonly pageOrigin: string;
}

/** An application in a frame. Until it is installed, that is its installation page. */
export function sendApplication(reply: FastifyReply, opened: Opened): FastifyReply {
  const { application, placement, portal, signedIn, sid, origin, pageOrigin } = opened;
  const { isInstalled, title } = application;
  const address = new URL(placement?.handler ?? addressOf(application));
  const protocol = origin.startsWith('https:') ? 1 : 0;
  const lang = signedIn.user.language || portal.language;
  const place = { DOMAIN: hostOf(origin), PROTOCOL: protocol, LANG: lang, APP_SID: sid };
  const domain = new URL(pageOrigin).host;
  for (const [name, value] of Object.entries(place)) address.searchParams.set(name, String(value));
  const facts = {
    DOMAIN: domain,
    PROTOCOL: protocol,
    LANG: lang,
    PATH: '/rest',
    APP_SID: sid,
    IS_ADMIN: signedIn.user.isAdmin,
    INSTALL: !isInstalled,
    FIRST_RUN: !isInstalled || !opened.hasRun,
    APP_OPTIONS: opened.appOptions,
    USER_OPTIONS: opened.userOptions,
  };
  const name = [domain, protocol, sid].join('|');
  return sendPage(reply, {
    title,
    isFramed: true,
    frame: { origin: address.origin, script: FRAME_SCRIPT },
    body: html`<form method="post" action="${address.href}" target="${name}">
${Object.entries(frameFields(opened)).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}
</form>
<iframe name="${name}" title="${title}" data-origin="${address.origin}" data-facts="${JSON.stringify(facts)}"
sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"></iframe>`,
  });
}

function addressOf({ isInstalled, installUrl, handlerUrl }: Application): string {
  return isInstalled ? handlerUrl : installUrl || handlerUrl;
}

/** What is posted to the application when it is opened. */
function frameFields({
  application,
  placement,
  portal,
  tokens,
  origin,
}: Opened): Readonly<Record<string, string | number>> {
  return {
    ...presentFrameTokens(tokens),
    SERVER_ENDPOINT: `${origin}/rest/`,
    APPLICATION_TOKEN: application.applicationToken,
    APPLICATION_SCOPE: application.scope.join(','),
    member_id: portal.memberId,
    status: application.status,
    PLACEMENT: placement?.place ?? 'DEFAULT',
    // Put in by the page that opens it; libraries read it without asking whether it is there (R45).
    PLACEMENT_OPTIONS: '{}',
  };
}

export function presentFrameTokens({ accessToken, refreshToken, seconds }: IssuedTokens) {
  return { AUTH_ID: accessToken, AUTH_EXPIRES: seconds, REFRESH_ID: refreshToken };
}
