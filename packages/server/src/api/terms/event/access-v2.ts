import { guard, lookup } from '#api/kernel/definition/lookup.ts';
import { done, refused } from '#kit/outcome.ts';

/** A program that fetches for a person, too, may use the messenger, and acts for one. */
export const mayFetchForPeople = guard(
  ['no_messenger_scope', 'nobody_to_fetch_for'],
  async ({ caller }, isWanted: boolean | undefined) => {
    if (!isWanted) return done(true);
    if (!caller.scope.includes('im')) return refused('no_messenger_scope');
    return caller.user.isBot ? refused('nobody_to_fetch_for') : done(true);
  },
);

/** What is kept for the calling person, who has asked for it; undefined: it is not wanted. */
export const watchedQueue = lookup(['not_watching'], async ({ work, caller }, isWanted: boolean | undefined) => {
  if (!isWanted) return done(undefined);
  const queue = await work.userQueues.findQueue(caller.user.id);
  return queue?.isRecording ? done(queue) : refused('not_watching');
});
