import type { FastifyReply } from 'fastify';
import type { UseRefusal } from '#domain/application/access-application.ts';
import type { Application } from '#domain/application/application.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';

/** Why somebody cannot use an application, or let it in. */
export type Refusal = UseRefusal | 'unknown' | 'without_pages' | 'not_meant' | 'same_name';

interface Reason {
  readonly status: number;
  readonly title: string;
  readonly text: string;
}

const REASONS: Readonly<Record<Refusal, Reason>> = {
  unknown: {
    status: 404,
    title: 'There is no such application here',
    text: 'The link that led here names one that this portal does not know. It may be mistyped, or the application was removed.',
  },
  removed: { status: 404, title: 'This application was removed', text: 'It cannot act for anybody here any more.' },
  not_installed: {
    status: 403,
    title: 'Not ready yet',
    // As documented.
    text: 'The application is not fully installed yet. Please contact your Bitrix24 administrator to complete the installation.',
  },
  dismissed: { status: 403, title: 'You are no longer here', text: 'Your account was closed.' },
  not_allowed: {
    status: 403,
    title: 'This application is not meant for you',
    text: 'An administrator has chosen who may use it. Ask them if you need it.',
  },
  without_pages: {
    status: 404,
    title: 'There is nothing to open',
    text: 'This application has no pages: it works in the background.',
  },
  not_meant: {
    status: 403,
    title: 'That did not come from this page',
    text: 'Please go back and begin once more.',
  },
  same_name: {
    status: 403,
    title: 'This application could act as you',
    text: 'Its address has the host name of the portal, and browsers send to every port of a name what keeps you signed in. An administrator can give one of the two another name.',
  },
};

/** Shown to the person alone: the application must not learn why it was refused. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal, application?: Application): FastifyReply {
  const { status, title, text } = REASONS[refusal];
  return sendPage(reply, {
    title,
    status,
    body: html`<div class="card">
<h1>${title}</h1>
${application && html`<p><strong>${application.title}</strong></p>`}
<p>${text}</p>
<p><a href="/">To the start page</a></p>
</div>`,
  });
}
