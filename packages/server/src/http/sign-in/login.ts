import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findByLogin } from '../../domain/sign-in/find-by-login.ts';
import { openSession } from '../../domain/sign-in/open-session.ts';
import type { User } from '../../domain/user/user.ts';
import { TooManyPasswords } from '../../kit/password.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { placeOf } from '../place.ts';
import { setSession } from './cookie.ts';
import { localPath } from './local-path.ts';
import type { SignInOptions } from './options.ts';
import { isFromOwnPage, isOverHttps } from './own-origin.ts';
import { findSignedIn } from './signed-in.ts';

interface Attempt {
  readonly login: string;
  readonly next: string;
  readonly problem?: string;
}

/** The page where people sign in, and what its form leads to. */
export function loginRoutes(server: FastifyInstance, options: SignInOptions): void {
  server.get<{ Querystring: { next?: unknown } }>('/login', async (request, reply) => {
    const next = localPath(String(request.query.next ?? '/'));
    return (await findSignedIn(request, options.store))
      ? reply.redirect(next, 303)
      : sendLogin(reply, 200, { login: '', next });
  });

  server.post('/login', { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const form = sentForm(request);
    const attempt = { login: form('login'), next: localPath(form('next')) };
    if (!isFromOwnPage(request, options))
      return sendLogin(reply, 403, { ...attempt, problem: 'That came from another site. Please sign in here.' });
    try {
      const user = await whoKnows(request, options, attempt.login, form('password'));
      if (!user)
        return sendLogin(reply, 401, { ...attempt, problem: 'There is nobody with that name and that password.' });
      const { token } = await options.store.write((work) => openSession(work, user));
      setSession(reply, token, isOverHttps(request, options));
      return reply.redirect(attempt.next, 303);
    } catch (error) {
      if (!(error instanceof TooManyPasswords)) throw error;
      return sendLogin(reply, 503, { ...attempt, problem: 'Too many people sign in right now. Please try again.' });
    }
  });
}

async function whoKnows(
  request: FastifyRequest,
  { store, passwords, ...place }: SignInOptions,
  login: string,
  password: string,
): Promise<User | undefined> {
  const { host } = placeOf(request, place);
  const found = await store.read(async (work) => {
    const portal = await work.portals.findByHost(host);
    const user = portal && (await findByLogin(work, portal.id, login));
    return { user, hash: user && (await work.credentials.passwordHashOf(user.id)) };
  });
  return (await passwords.matches(password, found.hash)) ? found.user : undefined;
}

function sendLogin(reply: FastifyReply, status: number, { login, next, problem }: Attempt): FastifyReply {
  return sendPage(reply, {
    title: 'Sign in',
    status,
    body: html`<div class="card">
<h1>Sign in</h1>
${problem !== undefined && html`<p class="bad" role="alert">${problem}</p>`}
<form method="post" action="/login">
<input type="hidden" name="next" value="${next}">
<div class="field">
<label for="login">E-mail address or name</label>
<input id="login" name="login" value="${login}" required maxlength="200" autocomplete="username" autocapitalize="none" spellcheck="false"${login === '' && html` autofocus`}>
</div>
<div class="field">
<label for="password">Password</label>
<input id="password" name="password" type="password" required maxlength="256" autocomplete="current-password"${login !== '' && html` autofocus`}>
</div>
<button>Sign in</button>
</form>
</div>`,
  });
}
