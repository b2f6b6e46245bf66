import { guard, writingGuard, writingLookup } from '#api/kernel/definition/lookup.ts';
import { ownApplication } from '#domain/application/access-application.ts';
import { done, refused } from '#kit/outcome.ts';

/** The application that the caller speaks for; without a CLIENT_ID there is none. */
export const application = writingLookup(['no_client_id'], ({ work, caller }) => ownApplication(work, caller));

/** Callers that speak for an application, where it is the bot that tells which. */
export const speaksForApplication = writingGuard(['no_client_id'], ({ work, caller }) => ownApplication(work, caller));

/** Nobody from outside in their browser; a program that acts for them may. */
export const noGuestSession = guard(['guest_session'], async ({ caller }) =>
  caller.auth === 'session' && caller.user.isExtranet ? refused('guest_session') : done(undefined),
);
