import type { FastifyReply } from 'fastify';
import type { UseRefusal } from '../../domain/application/access-application.ts';
import type { Application } from '../../domain/application/application.ts';
import { fullName, type User } from '../../domain/user/user.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { inPlainWords } from './permissions.ts';

interface Consent {
  readonly application: Application;
  readonly user: User;
  readonly csrf: string;
  readonly state: string;
}

/** Asks a person whether an application may act for them. */
export function sendConsent(reply: FastifyReply, { application, user, csrf, state }: Consent): FastifyReply {
  const { origin, host } = new URL(application.handlerUrl);
  return sendPage(reply, {
    title: `Allow ${application.title}?`,
    formTargets: [origin],
    body: html`<div class="card">
<h1>May ${application.title} act for you?</h1>
<p>You are signed in as <strong>${fullName(user)}</strong>. Whatever this application does, it does under your name and with your rights. It will be able to:</p>
<ul>${inPlainWords(application.scope).map((one) => html`<li>${one}</li>`)}<li>see who you are</li></ul>
<form method="post" action="/oauth/authorize">
<input type="hidden" name="csrf" value="${csrf}">
<input type="hidden" name="client_id" value="${application.clientId}">
<input type="hidden" name="state" value="${state}">
<div class="choice">
<button class="second" name="decision" value="deny">Deny</button>
<button name="decision" value="allow">Allow</button>
</div>
</form>
</div>
<p class="below">If you allow it, you are sent on to <strong>${host}</strong>. Allow only what you know and have asked for yourself.</p>`,
  });
}

export function sendDenied(reply: FastifyReply, { title }: Application): FastifyReply {
  return sendPage(reply, {
    title: 'Nothing was allowed',
    body: html`<div class="card">
<h1>${title} may not act for you</h1>
<p>Nothing was passed on to it. You can close this page.</p>
</div>`,
  });
}

const REFUSALS: Readonly<
  Record<UseRefusal | 'unknown' | 'not_meant', { readonly title: string; readonly text: string }>
> = {
  unknown: {
    title: 'There is no such application here',
    text: 'The link that led here names an application that this portal does not know. Whoever gave you the link may have mistyped the client id, or the application was removed.',
  },
  removed: { title: 'This application was removed', text: 'It cannot act for anybody here any more.' },
  not_installed: {
    title: 'This application is not installed yet',
    text: 'An administrator has to finish its installation first.',
  },
  dismissed: { title: 'You are no longer here', text: 'Your account was closed.' },
  not_allowed: {
    title: 'This application is not meant for you',
    text: 'An administrator has chosen who may use it. Ask them if you need it.',
  },
  not_meant: {
    title: 'That did not come from this page',
    text: 'Please go back to the application and begin once more.',
  },
};

/** Why an application cannot be let in; nothing of it is passed on to the application. */
export function sendRefusal(
  reply: FastifyReply,
  refusal: keyof typeof REFUSALS,
  application?: Application,
): FastifyReply {
  const { title, text } = REFUSALS[refusal];
  return sendPage(reply, {
    title,
    status: refusal === 'unknown' ? 400 : 403,
    body: html`<div class="card">
<h1>${title}</h1>
<p>${application && html`<strong>${application.title}</strong>: `}${text}</p>
</div>`,
  });
}
