import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';
import type { PageLanguage } from './texts/texts-for.ts';

export interface Page {
  readonly title: string;
  /** English unless something else is said. */
  readonly language?: PageLanguage;
  readonly body: Html;
  /** Goes into the header, at its right end: who is signed in. */
  readonly aside?: Html | undefined;
  /** More room than a form needs. */
  readonly isWide?: boolean;
  /** 200 unless something else is said. */
  readonly status?: number;
  /** Origins beside our own that a form of this page may lead to, be it by redirection, which browsers hold back else. */
  readonly formTargets?: readonly string[];
  /** It stands in a page of ours and is nothing without that. */
  readonly isFramed?: boolean;
  /** The page is there for a frame with something of that origin in it; the script is what brings the two together. */
  readonly frame?: { readonly origin: string; readonly script: string };
}

const STYLE_SOURCE = hashOf(STYLE);
const ORIGIN = /^https?:\/\/[a-z0-9.:[\]_-]+$/i;

/** A page that the server writes by itself: loads nothing, and works without scripts unless it frames. No other site may frame it. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return (
    reply
      .code(page.status ?? 200)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policyFor(page))
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      // Without any, browsers do not say either where a form was sent from, and we want to know that it was here.
      .header('referrer-policy', 'same-origin')
      .send(pageText(page))
  );
}

function policyFor({ formTargets = [], frame, isFramed = false }: Page): string {
  // They stand in a header: what is not plainly an origin is left out, and the browser then holds the form back.
  const targets = [...formTargets, ...(frame ? [frame.origin] : [])].filter((target) => ORIGIN.test(target));
  const framing = frame
    ? ` script-src ${hashOf(frame.script)}; connect-src ${targets.join(' ')}; frame-src ${targets.join(' ')};`
    : '';
  return `default-src 'none'; style-src ${STYLE_SOURCE}; img-src 'self';${framing} form-action ${["'self'", ...targets].join(' ')}; base-uri 'none'; frame-ancestors ${isFramed ? "'self'" : "'none'"}`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function pageText({ title, language = 'en', body, aside, isWide = false, isFramed = false, frame }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.includes('Botyard') ? title : `${title} · Botyard`}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${new Html(STYLE)}</style>
</head>
<body>
${!isFramed && html`<header><a href="/">Botyard</a>${aside}</header>`}
<main${frame ? html` class="framing"` : isWide && html` class="wide"`}>
${body}
</main>${frame && html`<script type="module">${new Html(frame.script)}</script>`}
</body>
</html>
`.text;
}
