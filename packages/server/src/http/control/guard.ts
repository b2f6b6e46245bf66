import type { FastifyRequest } from 'fastify';
import { isSameSecret } from '#kit/same-secret.ts';
import { hostname, isLoopbackName } from '../place.ts';

export interface GuardOptions {
  /** Lies in a file that only the owner of the data can read (R34). */
  readonly token: string;
  /** Under which the portal is known to be reached, beside loopback. */
  readonly ownOrigins: () => readonly string[];
}

/** Why a request to the control interface is turned away; undefined when it may pass. */
export function refusal(
  request: FastifyRequest,
  options: GuardOptions,
): { code: 'unauthorized' | 'forbidden'; message: string } | undefined {
  const { host = '', origin, authorization = '' } = request.headers;
  const own = options.ownOrigins();
  // A page of another site can make a browser call a name of its own that leads to loopback: then the name gives it away.
  const hosts = own.map((one) => hostname(new URL(one).host));
  if (!isLoopbackName(host) && !hosts.includes(hostname(host)))
    return { code: 'forbidden', message: `Botyard is not reached as "${host}"` };
  if (origin !== undefined && !own.includes(origin))
    return { code: 'forbidden', message: 'Not from a page of another site' };
  if (!isSameSecret(authorization, `Bearer ${options.token}`))
    return { code: 'unauthorized', message: 'The token of the control file is needed' };
  return undefined;
}
