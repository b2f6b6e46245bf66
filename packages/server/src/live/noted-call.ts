import type { NotedCall } from '#api/kernel/call/dispatcher-options.ts';
import { inWords } from '#api/kernel/definition/field.ts';
import { findOwnApplication } from '#domain/application/access-application.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { FeedCall } from './feed-item.ts';

/** A call that was refused, or of which something was left out, in words. */
export async function describeCall(
  work: Reading,
  { caller, method, error, dropped }: NotedCall,
  at: number,
): Promise<FeedCall> {
  const application = await findOwnApplication(work, caller);
  const bots = application ? await work.bots.listOfApplication(application.id) : [];
  return {
    kind: 'call',
    at,
    method,
    userId: caller.user.id,
    user: fullName(caller.user),
    // What stands for a bot token is drawn, and tells nobody anything.
    program: application?.kind === 'token' ? '' : application?.title || application?.clientId || caller.clientId || '',
    receiverIds: bots.map((bot) => bot.receiverId),
    code: error?.code ?? null,
    reason: error?.message ?? null,
    details: dropped.map(inWords),
  };
}

/** Who is to know what is wrong with the calls of a program: in whose name it calls, and who brought in it and its bots. */
export async function ownersOf(work: Reading, { caller }: NotedCall): Promise<number[]> {
  const application = await findOwnApplication(work, caller);
  if (!application) return [caller.user.id];
  const bots = await work.bots.listOfApplication(application.id);
  return [caller.user.id, application.ownerId, ...bots.map((bot) => bot.registeredBy)];
}
