import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findByLogin } from '#domain/sign-in/find-by-login.ts';
import type { User } from '#domain/user/user.ts';
import { done, type Outcome, refused } from '#kit/outcome.ts';
import { inputField } from '../pages/field.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import type { Texts } from '../pages/texts/en.ts';
import { type Wording, wordingFor } from '../pages/texts/texts-for.ts';
import { placeOf } from '../place.ts';
import { castFor, castForm } from './cast.ts';
import { enter } from './enter.ts';
import { localPath, loginPath } from './local-path.ts';
import type { SignInOptions } from './options.ts';
import { isFromOwnPage } from './own-origin.ts';
import { findSignedIn } from './signed-in.ts';

interface Attempt {
  readonly login: string;
  readonly next: string;
  readonly problem?: string;
  readonly wording: Wording;
  /** Who may be gone on as with one press. */
  readonly cast: readonly User[];
}

/** The page where people sign in, and what its form leads to. */
export function loginRoutes(server: FastifyInstance, options: SignInOptions): void {
  server.get<{ Querystring: { next?: unknown } }>('/login', async (request, reply) => {
    const next = localPath(String(request.query.next ?? '/'));
    if (await findSignedIn(request, options.store)) return reply.redirect(next, 303);
    const cast = await castFor(request, options);
    return sendLogin(reply, 200, { login: '', next, wording: wordingFor(request), cast });
  });

  server.post('/login', { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const form = sentForm(request);
    const wording = wordingFor(request);
    const { texts } = wording;
    const cast = await castFor(request, options);
    const attempt = { login: form('login'), next: localPath(form('next')), wording, cast };
    const sayAgain = (status: number, problem: string) => sendLogin(reply, status, { ...attempt, problem });
    if (!isFromOwnPage(request, options)) return sayAgain(403, texts.otherSite);
    const wait = Math.ceil(options.throttle.begin(attempt.login, request.ip) / 1000);
    if (wait > 0) {
      options.refusals.tooOften(request.ip);
      reply.header('retry-after', wait);
      return sayAgain(429, texts.tooOften(spoken(wait, texts)));
    }
    const entered = await signIn(request, reply, options, attempt.login, form('password'));
    if (!entered.ok) return sayAgain(401, texts.wrongPassword);
    options.throttle.succeeded(attempt.login, request.ip);
    return reply.redirect(attempt.next, 303);
  });

  server.post('/login/as', { bodyLimit: FORM_LIMIT }, async (request, reply) => {
    const form = sentForm(request);
    const next = localPath(form('next'));
    // A form says where it was sent from; what does not is none of ours.
    const cast = request.headers.origin === undefined ? [] : await castFor(request, options);
    const chosen = isFromOwnPage(request, options) ? cast.find(({ id }) => String(id) === form('user')) : undefined;
    if (!chosen) return reply.redirect(loginPath(next), 303);
    const entered = await enter(request, reply, options, async (work) => {
      const user = await work.users.findUser(chosen.id);
      return user?.isActive ? done(user) : refused('gone');
    });
    return reply.redirect(entered.ok ? next : loginPath(next), 303);
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

function spoken(seconds: number, texts: Texts): string {
  return seconds < 100 ? texts.seconds(seconds) : texts.minutes(Math.ceil(seconds / 60));
}

function sendLogin(reply: FastifyReply, status: number, attempt: Attempt): FastifyReply {
  const { login, next, problem, cast } = attempt;
  const { language, texts } = attempt.wording;
  return sendPage(reply, {
    title: texts.title,
    language,
    status,
    body: html`<div class="card">
<h1>${texts.title}</h1>
${problem !== undefined && html`<p class="bad" role="alert">${problem}</p>`}
<form method="post" action="/login">
<input type="hidden" name="next" value="${next}">
${inputField({
  name: 'login',
  label: texts.login,
  value: login,
  autocomplete: 'username',
  isRequired: true,
  hasFocus: login === '',
})}
${inputField({
  name: 'password',
  label: texts.password,
  type: 'password',
  autocomplete: 'current-password',
  isRequired: true,
  hasFocus: login !== '',
})}
<button>${texts.signIn}</button>
</form>
${cast.length > 0 && castForm(cast, next, texts)}
</div>
<p class="below">${texts.newHere}</p>`,
  });
}
