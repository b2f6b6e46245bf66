import type { Application } from '#domain/application/application.ts';
import type { Bot } from '#domain/bot/bot.ts';
import { type IssuedTokens, issueTokens } from '#domain/oauth/issue-tokens.ts';
import type { Portal } from '#domain/portal.ts';
import type { Reading } from '#storage/unit-of-work.ts';

export interface EventOrigin {
  readonly portal: Portal;
  readonly application: Application;
  readonly origin: string;
}

let lastOrigin = '';
let lastHost = '';

/** The portal has one origin, and it stands in every event several times: the last one taken apart is kept. */
export function hostOf(origin: string): string {
  if (origin !== lastOrigin) {
    lastOrigin = origin;
    lastHost = new URL(origin).host;
  }
  return lastHost;
}

/** Where an event comes from, and the proof of it: all that one is told who may not call the portal. */
export function presentPortalAuth({ memberId }: Portal, origin: string, applicationToken: string) {
  return {
    domain: hostOf(origin),
    server_endpoint: `${origin}/rest/`,
    client_endpoint: `${origin}/rest/`,
    member_id: memberId,
    application_token: applicationToken,
  };
}

/** What an application may call with, and whether it may come back for more; no tokens: there are none that can be called. */
export interface Grant {
  readonly tokens: IssuedTokens | undefined;
  readonly isRenewable: boolean;
}

function presentGrant({ tokens, isRenewable }: Grant) {
  return {
    ...(tokens && { access_token: tokens.accessToken, expires: tokens.expires, expires_in: tokens.seconds }),
    ...(tokens && isRenewable && { refresh_token: tokens.refreshToken }),
  };
}

/** Beside the data of an event of generation 2: what shows that the portal sent it; what to call with stands in the bot. */
export function presentProof({ application, origin }: EventOrigin) {
  return { domain: hostOf(origin), application_token: application.applicationToken };
}

/** On whose behalf an event is sent, and what to call with (R23, R37). */
export function presentEventAuth({ portal, application, origin }: EventOrigin, userId: number, grant: Grant) {
  return {
    ...presentGrant(grant),
    scope: presentScope(application),
    domain: hostOf(origin),
    server_endpoint: `${origin}/rest/`,
    status: application.status,
    client_endpoint: `${origin}/rest/`,
    member_id: portal.memberId,
    user_id: userId,
    application_token: application.applicationToken,
  };
}

/** The whole list. A program behind a webhook has none of its own: its webhook may do more or less tomorrow. */
function presentScope({ kind, scope }: Application): string {
  return kind === 'webhook' ? 'imbot' : scope.join(',');
}

/** A bot as it stands in `data[BOT]` and `data[COMMAND]`: what to act with, flat and once more under AUTH. */
export function presentEventBot(context: EventOrigin & { readonly work: Reading; readonly bot: Bot }) {
  const { work, bot, application } = context;
  const tokens = application.kind === 'local' ? issueTokens(work, application, bot.id) : undefined;
  const { application_token, ...auth } = presentEventAuth(context, bot.id, { tokens, isRenewable: true });
  const whole = Object.assign(auth, { client_id: application.clientId, application_token });
  return Object.assign({}, whole, { AUTH: whole, BOT_ID: bot.id, BOT_CODE: bot.code });
}
