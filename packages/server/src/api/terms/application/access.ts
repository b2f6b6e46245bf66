import { loader, type Search } from '#api/kernel/definition/method.ts';
import { ownApplication } from '#domain/application/access-application.ts';
import { done, refused } from '#kit/outcome.ts';

/** The application that the caller speaks for; without a CLIENT_ID there is none. */
export const application = loader(['no_client_id'], ({ work, caller }: Search<object>) => ownApplication(work, caller));

/** Nobody from outside in their browser; a program that acts for them may. */
export const noGuestSession = loader(['guest_session'], async ({ caller }) =>
  caller.auth === 'session' && caller.user.isExtranet ? refused('guest_session') : done(undefined),
);
