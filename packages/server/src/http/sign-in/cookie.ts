import type { FastifyReply } from 'fastify';
import { SESSION_LIFETIME } from '#domain/sign-in/web-session.ts';
import type { Incoming } from '../incoming.ts';

const NAME = 'botyard_session';

/** The token of the session that the browser is in, if it says one. */
export function sessionToken(request: Incoming): string | undefined {
  const { cookie } = request.headers;
  // Most requests have none at all.
  return cookie === undefined ? undefined : /(?:^|;\s*)botyard_session=([a-z0-9]+)(?:;|$)/.exec(cookie)?.[1];
}

/** Lax: following a link from elsewhere finds people signed in, and forms of other sites send nothing along. */
export function setSession(reply: FastifyReply, token: string, isHttps: boolean): void {
  reply.header('set-cookie', cookie(token, SESSION_LIFETIME / 1000, isHttps));
}

export function clearSession(reply: FastifyReply, isHttps: boolean): void {
  reply.header('set-cookie', cookie('', 0, isHttps));
}

function cookie(value: string, maxAge: number, isHttps: boolean): string {
  return `${NAME}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
}
