import type { FastifyInstance } from 'fastify';
import { done, refused } from '#kit/outcome.ts';
import { programName } from '#kit/program-name.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { wordingFor } from '../pages/texts/texts-for.ts';
import { placeOf } from '../place.ts';
import { enter } from './enter.ts';
import type { SignInOptions } from './options.ts';

/** What a link made by {@link SignInLinks} leads to. */
export function linkRoutes(server: FastifyInstance, options: SignInOptions): void {
  // A link works once, for the person: chats and mail programs that look it over before must not use it up.
  server.head('/sign-in/:code', (_, reply) => reply.header('cache-control', 'no-store').send());

  server.get<{ Params: { code: string } }>('/sign-in/:code', { exposeHeadRoute: false }, async (request, reply) => {
    const userId = options.links.take(request.params.code);
    const entered = await enter(request, reply, options, async (work) => {
      const portal = await work.portals.findByHost(placeOf(request, options).host);
      const user = userId === undefined ? undefined : await work.users.findUser(userId);
      return user?.isActive && user.portalId === portal?.id ? done(user) : refused('link_over');
    });
    if (entered.ok) return reply.redirect('/', 303);
    options.refusals.wrongLink(request.ip, 'sign-in link');
    const { language, texts } = wordingFor(request);
    return sendPage(reply, {
      title: texts.linkOver,
      language,
      status: 404,
      body: html`<div class="card">
<h1>${texts.linkOver}</h1>
<p>${texts.linkOverText}</p>
<p>${texts.makesAnother} <code>${programName()} login --as NAME</code></p>
<p><a href="/login">${texts.withPassword}</a></p>
</div>`,
    });
  });
}
