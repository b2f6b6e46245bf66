import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { Html, html } from '../pages/html.ts';
import { ASSETS, ICON } from './assets.ts';
import type { Entry } from './built-pages.ts';
import type { PageSession } from './page-session.ts';

/** The one document of the messenger and of the pages beside it; everything else comes by scripts. */
export function sendDocument(reply: FastifyReply, entry: Entry, session: PageSession): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .send(documentText(entry, session, nonce));
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    // Applications: each within a page of ours that allows that one.
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function documentText({ script, styles, preloads }: Entry, session: PageSession, nonce: string): string {
  const at = (file: string) => `${ASSETS}${file.replace(/^assets\//, '')}`;
  return html`<!doctype html>
<html lang="${session.language || 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="csp-nonce" content="${nonce}">
<title>Botyard</title>
<link rel="icon" href="${ICON}" type="image/svg+xml">
${styles.map((file) => html`<link rel="stylesheet" href="${at(file)}">`)}
${preloads.map((file) => html`<link rel="modulepreload" href="${at(file)}">`)}
<script type="module" src="${at(script)}"></script>
</head>
<body>
<script type="application/json" id="session">${inScript(session)}</script>
<div id="app"></div>
<noscript>The messenger needs JavaScript, which is switched off in this browser.</noscript>
</body>
</html>
`.text;
}

/** JSON that cannot end the element that it stands in. */
function inScript(value: object): Html {
  return new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
