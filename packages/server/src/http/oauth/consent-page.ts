import type { FastifyReply } from 'fastify';
import type { Application } from '#domain/application/application.ts';
import { fullName } from '#domain/user/user.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import type { Wording } from '../pages/texts/texts-for.ts';
import type { SignedIn } from '../sign-in/signed-in.ts';
import { whoIsHere } from '../sign-in/who-is-here.ts';
import { inPlainWords } from './permissions.ts';

interface Consent {
  readonly application: Application;
  readonly signedIn: SignedIn;
  readonly state: string;
  readonly wording: Wording;
}

/** Asks a person whether an application may act for them. */
export function sendConsent(reply: FastifyReply, { application, signedIn, state, wording }: Consent): FastifyReply {
  const { origin, host } = new URL(application.handlerUrl);
  const { language, texts: all } = wording;
  const { applications: texts } = all;
  const [underName, andRights] = texts.underYourName;
  const [sentTo, allowOnly] = texts.sentOn;
  return sendPage(reply, {
    title: texts.allowTitle(application.title),
    language,
    formTargets: [origin],
    aside: whoIsHere(signedIn, all),
    body: html`<div class="card">
<h1>${texts.mayAct(application.title)}</h1>
<p>${underName}<strong>${fullName(signedIn.user)}</strong>${andRights}</p>
<ul><li>${texts.seesYou}</li>${inPlainWords(application.scope, texts).map((one) => html`<li>${one}</li>`)}</ul>
<form method="post" action="/oauth/authorize">
<input type="hidden" name="csrf" value="${signedIn.csrf}">
<input type="hidden" name="client_id" value="${application.clientId}">
<input type="hidden" name="state" value="${state}">
<div class="choice">
<button class="second" name="decision" value="deny">${texts.deny}</button>
<button name="decision" value="allow">${texts.allow}</button>
</div>
</form>
</div>
<p class="below">${sentTo}<strong>${host}</strong>${allowOnly}</p>`,
  });
}

export function sendDenied(reply: FastifyReply, { title }: Application, { language, texts }: Wording): FastifyReply {
  return sendPage(reply, {
    title: texts.applications.denied,
    language,
    body: html`<div class="card">
<h1>${texts.applications.mayNotAct(title)}</h1>
<p>${texts.applications.deniedText}</p>
</div>`,
  });
}
