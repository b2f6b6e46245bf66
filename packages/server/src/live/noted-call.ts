import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import { inWords } from '#api/kernel/definition/field.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { FeedCall } from './feed-item.ts';

/** A call that was refused, or of which something was left out, in words. */
export async function describeCall(work: Reading, call: NotedCall, at: number): Promise<FeedCall> {
  const { method, error, dropped } = call;
  const { userId, userName, clientId, application } = await call.findCaller(work);
  const bots = application ? await work.bots.listOfApplication(application.id) : [];
  return {
    kind: 'call',
    at,
    method,
    userId,
    user: userName,
    // What stands for a bot token is drawn, and tells nobody anything.
    program: application?.kind === 'token' ? '' : application?.title || application?.clientId || clientId || '',
    receiverIds: bots.map((bot) => bot.receiverId),
    code: error?.code ?? null,
    reason: error?.message ?? null,
    details: dropped.map(inWords),
  };
}

/** Who is to know what is wrong with the calls of a program: in whose name it calls, and who brought in it and its bots. */
export async function ownersOf(work: Reading, call: NotedCall): Promise<number[]> {
  const { userId, application } = await call.findCaller(work);
  if (!application) return [userId];
  const bots = await work.bots.listOfApplication(application.id);
  return [userId, application.ownerId, ...bots.map((bot) => bot.registeredBy)];
}
