import { guard, lookup } from '#api/kernel/definition/lookup.ts';
import { findOwnApplication } from '#domain/application/access-application.ts';
import { done, refused } from '#kit/outcome.ts';

/** An id is named, or a tag by somebody who can speak for an application. */
export const namesNotification = guard(
  ['nothing_named'],
  async ({ caller }, id: number | undefined, tag: string | undefined) =>
    id || (tag !== undefined && caller.auth !== 'session') ? done(true) : refused('nothing_named'),
);

/**
 * The application whose notifications are meant; undefined where it has sent none yet, or an id says which one is meant
 * (G13). Whoever says of which application a tag is need not have called before.
 */
export const sender = lookup(['no_client_id'], async ({ work, caller }, id: number | undefined) => {
  const application = await findOwnApplication(work, caller);
  if (application || id) return done(application);
  const isKnown =
    caller.clientId !== undefined &&
    (await work.applications.findByClientId(caller.portal.id, caller.clientId)) === undefined;
  return isKnown ? done(undefined) : refused('no_client_id');
});
