import type { Reading } from '#storage/unit-of-work.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import { systemErrors } from './api-error.ts';
import type { Place } from './place.ts';
import { checkOpen, usable } from './usable-program.ts';

/** Who was given an address to send a file to: the webhook or application that got it may be gone, and it with them. */
export async function callerWithLink(
  work: Reading,
  text: string,
  place: Place,
  everyScope: readonly string[],
): Promise<ApiCaller> {
  const link = work.links.read(text);
  const by = link?.kind === 'upload' ? link.by : undefined;
  const portal = by && (await work.portals.findByHost(place.host));
  const user = link && (await work.users.findUser(link.userId));
  if (!by || portal?.id !== link?.portalId || user?.portalId !== portal?.id || !portal || !user)
    throw systemErrors.invalidToken();
  if (link.expires * 1000 < work.now) throw systemErrors.expiredToken();
  const common = { portal, user, clientId: undefined, botToken: undefined, auth: by.auth, origin: place.origin };
  if (by.auth === 'session')
    return { ...common, application: undefined, scope: everyScope, key: `session of ${user.id}` };
  if (by.auth === 'webhook') {
    checkOpen(portal, 'webhook');
    const webhook = await work.webhooks.findWebhook(by.id);
    if (webhook?.userId !== user.id || (webhook.expiresAt ?? work.now + 1) <= work.now)
      throw systemErrors.invalidCredentials();
    return { ...common, application: undefined, webhookId: by.id, scope: webhook.scope, key: `webhook ${by.id}` };
  }
  checkOpen(portal, 'access');
  const application = await usable(work, by.id, user);
  return { ...common, application, scope: application.scope, key: `application ${by.id}` };
}
