import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Line } from '#domain/line/line.ts';
import { Html, html } from '../pages/html.ts';
import { CHAT_SCRIPT } from './script.ts';
import { CHAT_STYLE } from './style.ts';
import { textsIn } from './texts.ts';

const [SCRIPT_SOURCE, STYLE_SOURCE] = [CHAT_SCRIPT, CHAT_STYLE].map(
  (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
);

/**
 * A document of its own: it has no cookies, loads nothing from elsewhere, and only the sites that the line names may show it
 * in a frame.
 */
export function sendChatPage(reply: FastifyReply, line: Line): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policyOf(line))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .send(pageText(line));
}

function policyOf({ sites }: Line): string {
  return [
    "default-src 'none'",
    `script-src ${SCRIPT_SOURCE}`,
    `style-src ${STYLE_SOURCE}`,
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...sites].join(' ')}`,
  ].join('; ');
}

function pageText({ name, language: wanted, isActive }: Line): string {
  const { language, texts } = textsIn(wanted);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${new Html(CHAT_STYLE)}</style>
</head>
<body data-texts="${JSON.stringify(texts)}" data-open="${isActive ? 'yes' : 'no'}">
<header><h1>${name}</h1></header>
<main>
<noscript><p class="note">${texts.needsScript}</p></noscript>
<div class="history" role="log" aria-label="${name}" tabindex="0"><p class="note hello">${texts.hello}</p><ol></ol></div>
<p class="note state" role="status"></p>
<form>
<label class="unseen" for="text">${texts.field}</label>
<textarea id="text" rows="2" maxlength="4000" placeholder="${texts.field}"></textarea>
<button>${texts.send}</button>
</form>
</main>
<script type="module">${new Html(CHAT_SCRIPT)}</script>
</body>
</html>
`.text;
}
