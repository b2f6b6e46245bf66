import type { Application } from '../../../domain/application/application.ts';
import type { Bot } from '../../../domain/bot/bot.ts';
import type { Portal } from '../../../domain/portal.ts';

export interface EventOrigin {
  readonly portal: Portal;
  readonly application: Application;
  readonly origin: string;
}

let lastOrigin = '';
let lastHost = '';

/** The portal has one origin, and it stands in every event several times: the last one taken apart is kept. */
function hostOf(origin: string): string {
  if (origin !== lastOrigin) {
    lastOrigin = origin;
    lastHost = new URL(origin).host;
  }
  return lastHost;
}

/** Where an event comes from, and the proof of it: all that one is told who may not call the portal. */
export function presentPortalAuth({ portal, application, origin }: EventOrigin) {
  return {
    domain: hostOf(origin),
    server_endpoint: `${origin}/rest/`,
    client_endpoint: `${origin}/rest/`,
    member_id: portal.memberId,
    application_token: application.applicationToken,
  };
}

/** The same for an application that lives: no token keys either yet (R23). */
export function presentApplicationAuth(scene: EventOrigin) {
  return { ...presentPortalAuth(scene), scope: 'imbot', status: scene.application.status };
}

/** On whose behalf an event is sent. It carries no token keys: there is no token yet that could be called (R23). */
export function presentEventAuth({ portal, application, origin }: EventOrigin, userId: number) {
  return {
    scope: 'imbot',
    domain: hostOf(origin),
    server_endpoint: `${origin}/rest/`,
    status: application.status,
    client_endpoint: `${origin}/rest/`,
    member_id: portal.memberId,
    user_id: userId,
    application_token: application.applicationToken,
  };
}

/** A bot as it stands in `data[BOT]` and `data[COMMAND]`: what to act with, flat and once more under AUTH. */
export function presentEventBot(scene: EventOrigin & { readonly bot: Bot }) {
  const { bot, application } = scene;
  const { application_token, ...auth } = presentEventAuth(scene, bot.id);
  const whole = Object.assign(auth, { client_id: application.clientId, application_token });
  return Object.assign({}, whole, { AUTH: whole, BOT_ID: bot.id, BOT_CODE: bot.code });
}
