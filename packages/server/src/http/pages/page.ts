import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Goes into the header, at its right end: who is signed in. */
  readonly aside?: Html | undefined;
  /** More room than a form needs. */
  readonly isWide?: boolean;
  /** 200 unless something else is said. */
  readonly status?: number;
  /** Origins beside our own that a form of this page may lead to, be it by redirection, which browsers hold back else. */
  readonly formTargets?: readonly string[];
}

const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
const ORIGIN = /^https?:\/\/[a-z0-9.:[\]_-]+$/i;

/** A page that the server writes by itself: works without scripts, loads nothing, and may not be framed. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return (
    reply
      .code(page.status ?? 200)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policyFor(page.formTargets ?? []))
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      // Without any, browsers do not say either where a form was sent from, and we want to know that it was here.
      .header('referrer-policy', 'same-origin')
      .send(pageText(page))
  );
}

function policyFor(formTargets: readonly string[]): string {
  // They stand in a header: what is not plainly an origin is left out, and the browser then holds the form back.
  const targets = ["'self'", ...formTargets.filter((target) => ORIGIN.test(target))].join(' ');
  return `default-src 'none'; style-src ${STYLE_SOURCE}; img-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`;
}

function pageText({ title, body, aside, isWide = false }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === 'Botyard' ? title : `${title} · Botyard`}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header><a href="/">Botyard</a>${aside}</header>
<main${isWide && html` class="wide"`}>
${body}
</main>
</body>
</html>
`.text;
}
