import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 12vh 1.5rem; max-width: 38rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
h1 { margin: 0; font-size: 2rem; }
code { padding: .1em .35em; border-radius: .3em; background: #8882; font: .9em ui-monospace, monospace; }
dt { margin-top: 1.2rem; }
dd { margin: 0; opacity: .8; }
`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Botyard</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Botyard</h1>
<p>A self-hosted portal for Bitrix24-compatible chat bots. It is running, and this is its address.</p>
<dl>
<dt><code>/rest/&lt;user&gt;/&lt;code&gt;/&lt;method&gt;</code></dt>
<dd>What bots and scripts call. The address of your webhook was printed when the portal started;
<code>npx botyard webhook add</code> makes another.</dd>
<dt><code>npx botyard say --as Alice --to Echo "/echo hello"</code></dt>
<dd>Writes as a person and shows what the bot answers.</dd>
<dt><code>npx botyard tail</code></dt>
<dd>Shows every message, event and delivery as it happens.</dd>
<dt><code>/health</code></dt>
<dd>Answers 200 as long as the portal takes calls.</dd>
</dl>
</body>
</html>
`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The page at the address itself, and the question whether the portal takes calls. */
export function homeRoutes(server: FastifyInstance, isStopping: () => boolean): void {
  server.get('/', (_, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .send(PAGE),
  );
  // Those who ask only for the head of the answer (balancers, containers) are told, too.
  server.route({
    method: ['GET', 'HEAD'],
    url: '/health',
    handler: (_, reply) =>
      reply
        .code(isStopping() ? 503 : 200)
        .header('cache-control', 'no-store')
        .send({ status: isStopping() ? 'stopping' : 'ok' }),
  });
}
