import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findByLogin } from '#domain/sign-in/find-by-login.ts';
import type { User } from '#domain/user/user.ts';
import { done, type Outcome, refused } from '#kit/outcome.ts';
import { inputField } from '../pages/field.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { placeOf } from '../place.ts';
import { enter } from './enter.ts';
import { localPath } from './local-path.ts';
import type { SignInOptions } from './options.ts';
import { isFromOwnPage } from './own-origin.ts';
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
    const sayAgain = (status: number, problem: string) => sendLogin(reply, status, { ...attempt, problem });
    if (!isFromOwnPage(request, options)) return sayAgain(403, 'That came from another site. Please sign in here.');
    const wait = Math.ceil(options.throttle.begin(attempt.login, request.ip) / 1000);
    if (wait > 0) {
      options.refusals.tooOften(request.ip);
      reply.header('retry-after', wait);
      return sayAgain(429, `That was tried too often. Please wait ${spoken(wait)} and try again.`);
    }
    const entered = await signIn(request, reply, options, attempt.login, form('password'));
    if (!entered.ok) return sayAgain(401, 'There is nobody with that name and password.');
    options.throttle.succeeded(attempt.login, request.ip);
    return reply.redirect(attempt.next, 303);
  });
}

async function signIn(
  request: FastifyRequest,
  reply: FastifyReply,
  options: SignInOptions,
  login: string,
  password: string,
): Promise<Outcome<User, 'wrong_password'>> {
  const { store, passwords, refusals } = options;
  const found = await store.read(async (work) => {
    const portal = await work.portals.findByHost(placeOf(request, options).host);
    const user = portal && (await findByLogin(work, portal.id, login));
    return { user, hash: user && (await work.credentials.findPasswordHash(user.id)) };
  });
  const isRight = await passwords.matches(password, found.hash);
  if (!isRight || !found.user) {
    refusals.wrongPassword(request.ip, found.user?.id);
    return refused('wrong_password');
  }
  const { id } = found.user;
  return enter(request, reply, options, async (work) => {
    // Hashing takes a while, in which they may have been dismissed or have changed their password.
    const [user, hash] = [await work.users.findUser(id), await work.credentials.findPasswordHash(id)];
    return user?.isActive && hash === found.hash ? done(user) : refused('wrong_password');
  });
}

function spoken(seconds: number): string {
  const [count, unit] = seconds < 100 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
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
${inputField({
  name: 'login',
  label: 'E-mail address or name',
  value: login,
  autocomplete: 'username',
  isRequired: true,
  hasFocus: login === '',
})}
${inputField({
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'current-password',
  isRequired: true,
  hasFocus: login !== '',
})}
<button>Sign in</button>
</form>
</div>
<p class="below">New here, or forgot your password? Whoever runs this portal can send you an invitation.</p>`,
  });
}
