import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from '#domain/sign-in/device.ts';
import { openSession } from '#domain/sign-in/open-session.ts';
import type { User } from '#domain/user/user.ts';
import type { Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { sessionToken, setSession } from './cookie.ts';
import type { SignInOptions } from './options.ts';
import { isOverHttps } from './own-origin.ts';

/** Signs in whom `who` says, in the same unit of work, and gives their browser its cookie. */
export async function enter<R extends string>(
  request: FastifyRequest,
  reply: FastifyReply,
  options: SignInOptions,
  who: (work: UnitOfWork) => Promise<Outcome<User, R>>,
): Promise<Outcome<User, R>> {
  let token: string | undefined;
  const from = { formerToken: sessionToken(request), device: deviceOf(request.headers['user-agent'] ?? '') };
  const entered = await options.store.write(async (work) => {
    const outcome = await who(work);
    if (outcome.ok) ({ token } = await openSession(work, outcome.value, from));
    return outcome;
  });
  // Only now is it on disk.
  if (token !== undefined) setSession(reply, token, isOverHttps(request, options));
  return entered;
}
