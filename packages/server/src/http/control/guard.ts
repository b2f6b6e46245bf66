import type { FastifyRequest } from 'fastify';
import { type Asker, OWNER } from '#control/asker.ts';
import { isSameSecret } from '#kit/same-secret.ts';
import type { Store } from '#storage/store.ts';
import { hostname, isLoopbackName, type PlaceOptions } from '../place.ts';
import { sessionCredentials } from '../sign-in/session-call.ts';

export interface GuardOptions extends PlaceOptions {
  /** Lies in a file that only the owner of the data can read (R34); undefined: only pages may ask. */
  readonly token: string | undefined;
  /** Under which the portal is known to be reached, beside loopback. */
  readonly ownOrigins: () => readonly string[];
  readonly store: Store;
}

export interface Refusal {
  readonly code: 'unauthorized' | 'forbidden';
  readonly message: string;
}

/** Who sent a request to the control interface, or why it is turned away. */
export async function askerOf(request: FastifyRequest, options: GuardOptions): Promise<Asker | Refusal> {
  const { authorization = '' } = request.headers;
  if (authorization !== '' || request.headers.cookie === undefined) return refusal(request, options) ?? OWNER;
  const credentials = await sessionCredentials(request, {}, options);
  const user =
    credentials.kind === 'session'
      ? await options.store.read((work) => work.users.findUser(credentials.userId))
      : undefined;
  return user ? { kind: 'person', user } : { code: 'unauthorized', message: 'Sign in to the portal first' };
}

/** Why a request to the control interface is turned away; undefined when it may pass. */
function refusal(request: FastifyRequest, options: GuardOptions): Refusal | undefined {
  const { host = '', origin, authorization = '' } = request.headers;
  const own = options.ownOrigins();
  // A page of another site can make a browser call a name of its own that leads to loopback: then the name gives it away.
  const hosts = own.map((one) => hostname(new URL(one).host));
  if (!isLoopbackName(host) && !hosts.includes(hostname(host)))
    return { code: 'forbidden', message: `Botyard is not reached as "${host}"` };
  if (origin !== undefined && !own.includes(origin))
    return { code: 'forbidden', message: 'Not from a page of another site' };
  if (options.token === undefined || !isSameSecret(authorization, `Bearer ${options.token}`))
    return { code: 'unauthorized', message: 'The token of the control file is needed' };
  return undefined;
}
