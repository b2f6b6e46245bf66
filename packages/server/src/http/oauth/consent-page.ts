import type { FastifyReply } from 'fastify';
import type { Application } from '#domain/application/application.ts';
import { fullName } from '#domain/user/user.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import type { SignedIn } from '../sign-in/signed-in.ts';
import { whoIsHere } from '../sign-in/who-is-here.ts';
import { inPlainWords } from './permissions.ts';

interface Consent {
  readonly application: Application;
  readonly signedIn: SignedIn;
  readonly state: string;
}

/** Asks a person whether an application may act for them. */
export function sendConsent(reply: FastifyReply, { application, signedIn, state }: Consent): FastifyReply {
  const { origin, host } = new URL(application.handlerUrl);
  return sendPage(reply, {
    title: `Allow ${application.title}?`,
    formTargets: [origin],
    aside: whoIsHere(signedIn),
    body: html`<div class="card">
<h1>May “${application.title}” act for you?</h1>
<p>Whatever this application does, it will do under your name, <strong>${fullName(signedIn.user)}</strong>, and with your rights. It will be able to:</p>
<ul><li>see who you are</li>${inPlainWords(application.scope).map((one) => html`<li>${one}</li>`)}</ul>
<form method="post" action="/oauth/authorize">
<input type="hidden" name="csrf" value="${signedIn.csrf}">
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
<h1>“${title}” may not act for you</h1>
<p>Nothing was passed on to it. You can close this page.</p>
</div>`,
  });
}
