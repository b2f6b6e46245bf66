import type { Cause } from '#domain/cause.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { Method } from '../definition/defined-method.ts';
import { toText } from '../wire/read.ts';
import { sentAs } from '../wire/sent-as.ts';
import { type ApiError, systemErrors } from './api-error.ts';
import { callerWithLink } from './caller-with-link.ts';
import type { Place } from './place.ts';
import { checkOpen, usable } from './usable-program.ts';

export type { Place };

/** What came with a request to show who calls. */
export type Credentials =
  | { readonly kind: 'webhook'; readonly userId: number; readonly code: string }
  /** Somebody's browser, on a page of ours: who it is and that they mean it was found out where the request came in. */
  | { readonly kind: 'session'; readonly userId: number }
  | { readonly kind: 'token'; readonly token: string }
  /** What stands in an address that was given out to send a file to. */
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'none' };

/** Who calls. The person may have been dismissed: the few methods that answer them all the same say so. */
export async function authenticate(
  work: Reading,
  credentials: Credentials,
  place: Place,
  names: SentNames,
  /** Our own pages may do whatever their person may. */
  everyScope: readonly string[],
): Promise<ApiCaller> {
  switch (credentials.kind) {
    case 'token':
      return callerWithToken(work, credentials.token, place);
    case 'webhook':
      return callerWithWebhook(work, credentials, place, names);
    case 'session':
      return personOnOurPages(work, credentials.userId, place, everyScope, names);
    case 'link':
      return callerWithLink(work, credentials.link, place, everyScope);
    case 'none':
      throw systemErrors.noCredentials();
  }
}

async function callerWithWebhook(
  work: Reading,
  { userId, code }: { readonly userId: number; readonly code: string },
  place: Place,
  names: SentNames,
): Promise<ApiCaller> {
  const webhook = await work.webhooks.findUsable(userId, code, work.now);
  const portal = webhook && (await work.portals.findByHost(place.host));
  const user = webhook && (await work.users.findUser(webhook.userId));
  // One answer for every way to be wrong: what is known of codes is nobody's business.
  if (!webhook || portal?.id !== webhook.portalId || !user) throw systemErrors.invalidCredentials();
  checkOpen(portal, 'webhook');
  return {
    portal,
    user,
    application: undefined,
    ...names,
    auth: 'webhook',
    webhookId: webhook.id,
    scope: webhook.scope,
    origin: place.origin,
    key: `webhook ${webhook.id}`,
  };
}

async function personOnOurPages(
  work: Reading,
  userId: number,
  place: Place,
  scope: readonly string[],
  { botToken }: SentNames,
): Promise<ApiCaller> {
  const portal = await work.portals.findByHost(place.host);
  const user = await work.users.findUser(userId);
  if (!portal || user?.portalId !== portal.id) throw systemErrors.noCredentials();
  return {
    portal,
    user,
    application: undefined,
    clientId: undefined,
    botToken,
    auth: 'session',
    scope,
    origin: place.origin,
    key: `session of ${user.id}`,
  };
}

/** A token says itself whose it is; what has become of them since is asked on every call. */
async function callerWithToken(work: Reading, text: string, place: Place): Promise<ApiCaller> {
  const token = work.tokens.readAccess(text);
  const portal = token && (await work.portals.findByHost(place.host));
  if (!token || portal?.id !== token.portalId) throw systemErrors.invalidToken();
  checkOpen(portal, 'access');
  if (token.expires * 1000 <= work.now) throw systemErrors.expiredToken();
  const user = await work.users.findUser(token.userId);
  if (!user) throw systemErrors.invalidToken();
  const application = await usable(work, token.applicationId, user);
  return {
    portal,
    user,
    application,
    clientId: undefined,
    // With a token it is its application that owns bots: a bot token beside it says nothing (V1).
    botToken: undefined,
    auth: 'oauth',
    scope: application.scope,
    tokenExpires: token.expires,
    origin: place.origin,
    key: `application ${application.id}`,
  };
}

const OF_DISMISSED: Readonly<Record<ApiCaller['auth'], () => ApiError>> = {
  session: systemErrors.noCredentials,
  oauth: systemErrors.unauthorizedUser,
  webhook: systemErrors.invalidCredentials,
};

/** The answer to a person who is no longer here. */
export function dismissed({ auth }: ApiCaller): ApiError {
  return OF_DISMISSED[auth]();
}

/** What a program sends along to say which one it is. */
export type SentNames = Pick<ApiCaller, 'clientId' | 'botToken'>;

/** Of one who has not said yet which program it is. */
export const NAMELESS: SentNames = { clientId: undefined, botToken: undefined };

/**
 * What the calling program calls itself in a call of the first generation, or the bot token that it shows in one of the
 * second: each generation has owners of its own (V5). Whatever is not known to be a method is of the first.
 */
export function namesIn(params: Readonly<Record<string, unknown>>, method: Method | undefined): SentNames {
  if (method?.generation !== 'v2') return { clientId: nameIn(sentAs('CLIENT_ID', params)), botToken: undefined };
  for (const place of method.botTokenIn ?? BOT_TOKEN) {
    const botToken = nameIn(sentAs(place, params));
    if (botToken !== undefined) return { clientId: undefined, botToken };
  }
  return NAMELESS;
}

const BOT_TOKEN = ['botToken'] as const;

/** Nobody is called by blanks alone: they are what is left of a setting that was never filled in. */
function nameIn(raw: unknown): string | undefined {
  const text = toText(raw);
  return text?.trim() ? text : undefined;
}

/** In the name of which of its queues an application changes something: it does not want to find that there. */
export function causeOf({ application }: ApiCaller, params: Readonly<Record<string, unknown>>): Cause | undefined {
  const connector = application && toText(sentAs('auth_connector', params));
  return application && connector ? { applicationId: application.id, connector } : undefined;
}
