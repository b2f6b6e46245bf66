import type { FastifyInstance } from 'fastify';
import { endSession } from '#domain/sign-in/end-sessions.ts';
import { fullName } from '#domain/user/user.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { type Html, html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { en, type Texts } from '../pages/texts/en.ts';
import { wordingFor } from '../pages/texts/texts-for.ts';
import { clearSession } from './cookie.ts';
import type { SignInOptions } from './options.ts';
import { isFromOwnPage, isOverHttps } from './own-origin.ts';
import { findSignedIn, isMeant, type SignedIn } from './signed-in.ts';

/** The way out. A form and not a link: whatever follows links would sign people out. */
export function signOutForm(
  { csrf }: SignedIn,
  { signOut }: Pick<Texts, 'signOut'> = en,
  look: 'small second' | 'plain' = 'small second',
): Html {
  return html`<form method="post" action="/logout"><input type="hidden" name="csrf" value="${csrf}"><button class="${look}">${signOut}</button></form>`;
}

export function logoutRoutes(server: FastifyInstance, options: SignInOptions): void {
  server.get('/logout', async (request, reply) => {
    const signedIn = await findSignedIn(request, options.store);
    if (!signedIn) return reply.redirect('/login', 303);
    const { language, texts } = wordingFor(request, signedIn.user.language);
    return sendPage(reply, {
      title: texts.signOut,
      language,
      body: html`<div class="card"><h1>${texts.signOutTitle}</h1>
<p>${texts.signedInAs(fullName(signedIn.user))}</p>
${signOutForm(signedIn, texts, 'plain')}</div>`,
    });
  });

  server.post('/logout', { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const signedIn = await findSignedIn(request, options.store);
    // Somebody else's page may not sign anybody out; ours is asked again.
    if (signedIn && !(isFromOwnPage(request, options) && isMeant(sentForm(request), signedIn)))
      return reply.redirect('/logout', 303);
    if (signedIn) await options.store.write((work) => endSession(work, { ...signedIn, id: signedIn.sessionId }));
    clearSession(reply, isOverHttps(request, options));
    return reply.redirect('/login', 303);
  });
}
