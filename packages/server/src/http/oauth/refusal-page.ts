import type { FastifyReply } from 'fastify';
import type { UseRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import type { Wording } from '../pages/texts/texts-for.ts';

/** Why somebody cannot use an application, or let it in. */
export type Refusal =
  | UseRefusal
  | 'unknown'
  | 'without_pages'
  | 'not_placed'
  | 'not_meant'
  | 'signed_out'
  | 'same_name';

const STATUS: Readonly<Record<Refusal, number>> = {
  unknown: 404,
  removed: 404,
  not_installed: 403,
  dismissed: 403,
  not_allowed: 403,
  without_pages: 404,
  not_placed: 404,
  not_meant: 403,
  signed_out: 401,
  same_name: 403,
};

interface Refused {
  readonly refusal: Refusal;
  readonly wording: Wording;
  readonly application?: Application;
  /** It stands where the application would. */
  readonly isFramed?: boolean;
}

/** Shown to the person alone: the application must not learn why it was refused. */
export function sendRefusal(
  reply: FastifyReply,
  { refusal, wording, application, isFramed = false }: Refused,
): FastifyReply {
  const { language, texts } = wording;
  const { title, text } = texts.applications.refusals[refusal];
  return sendPage(reply, {
    title,
    language,
    status: STATUS[refusal],
    isFramed,
    body: html`<div class="card">
<h1>${title}</h1>
${application && html`<p><strong>${application.title}</strong></p>`}
<p>${text}</p>
${!isFramed && html`<p><a href="/">${texts.toStart}</a></p>`}
</div>`,
  });
}
