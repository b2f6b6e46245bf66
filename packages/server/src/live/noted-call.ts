import type { NotedCall } from '#api/kernel/call/noted-call.ts';
import { programOf } from '#api/kernel/call/noted-caller.ts';
import { inWords } from '#api/kernel/definition/field.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { FeedCall } from './feed-item.ts';

/** A call in words. */
export async function describeCall(work: Reading, call: NotedCall, at: number): Promise<FeedCall> {
  const { method, error, dropped } = call;
  const { userId, userName, clientId, application } = await call.findCaller(work);
  const bots = application ? await work.bots.listOfApplication(application.id) : [];
  return {
    kind: 'call',
    id: call.id,
    at,
    method,
    userId,
    user: userName,
    program: programOf(application, clientId),
    receiverIds: bots.map((bot) => bot.receiverId),
    status: call.status,
    durationMs: Math.round(call.durationMs * 10) / 10,
    code: error?.code ?? null,
    reason: error?.message ?? null,
    details: dropped.map(inWords),
    chats: [...call.touched.chats],
  };
}

/** Who is to know what is wrong with the calls of a program: in whose name it calls, and who brought in it and its bots. */
export async function ownersOf(work: Reading, call: NotedCall): Promise<number[]> {
  const { userId, application } = await call.findCaller(work);
  if (!application) return [userId];
  const bots = await work.bots.listOfApplication(application.id);
  return [userId, application.ownerId, ...bots.map((bot) => bot.registeredBy)];
}
