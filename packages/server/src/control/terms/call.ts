import { z } from 'zod';
import { programOf } from '#api/kernel/call/noted-caller.ts';
import { fullName } from '#domain/user/user.ts';
import type { KeptCall, KeptCaller, WholeCall } from '#live/call-log/kept-call.ts';
import type { FeedCall } from '#live/feed-item.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/*
 * What the commands about REST calls have in common.
 */

export const callId = z.number().int().positive().describe('The number of a call, as `calls` and `tail` show it');
const at = z.number().describe('When it began, milliseconds since 1970');
const ids = z.array(z.number());

/** A call on one line. */
export const callSummary = z.strictObject({
  id: z.number(),
  at,
  durationMs: z.number(),
  method: z.string(),
  status: z.number().describe('HTTP status of the answer; within a batch, what it would have been'),
  caller: z.strictObject({
    kind: z
      .enum(['webhook', 'application', 'person', 'stranger'])
      .describe('person: on a page of the portal; stranger: was not let in'),
    userId: z.number().describe('In whose name; 0: nobody that is known'),
    user: z.string().describe('The same in words, or what a stranger showed'),
    applicationId: z.number().describe('0: none that owns anything'),
    program: z.string().describe('Title or client id of the application; empty: none'),
  }),
  code: z.string().nullable().describe('The error that it was answered; null: it succeeded'),
  reason: z.string().nullable(),
  details: z.array(z.string()).describe('What was wrong or left out, and why'),
  chats: ids.describe('That it touched, ten at most, as messages and bots'),
  messages: ids,
  bots: ids,
  events: ids.describe('That it caused, ten at most'),
  deliveries: z
    .array(z.strictObject({ eventId: z.number(), try: z.number(), chatId: z.number() }))
    .describe('To bots of the program, that were open when it began'),
  inBatch: z.boolean(),
  isRepeat: z.boolean().describe('The answer to an earlier one was given once more'),
});

const keptText = z.strictObject({ text: z.string(), isCut: z.boolean() }).nullable();

/** With what was sent and answered. */
export const wholeCall = callSummary.extend({
  params: keptText.describe('JSON without secrets and contents of files; null: it could not be read, or is not kept'),
  result: keptText.describe('The same of what it was answered; null of a call that was refused'),
});

export type CallSummary = Readonly<z.infer<typeof callSummary>>;

/** Names are looked up once for all of them. */
export async function presentCalls({ store }: ControlledPortal, calls: readonly KeptCall[]): Promise<CallSummary[]> {
  const names = new Map<string, CallSummary['caller']>();
  const presented = [];
  for (const call of calls) {
    const { kind, userId, applicationId, shown } = call.caller;
    const key = `${kind} ${userId} ${applicationId} ${shown}`;
    const caller = names.get(key) ?? (await store.read((work) => presentCaller(work, call.caller)));
    names.set(key, caller);
    presented.push(presentCall(call, caller));
  }
  return presented;
}

function presentCall(call: KeptCall, caller: CallSummary['caller']): CallSummary {
  const { id, at, durationMs, method, status, error, details, inBatch, isRepeat } = call;
  const { chats, messages, bots, events, deliveries } = call;
  return {
    id,
    at,
    durationMs,
    method,
    status,
    caller,
    code: error?.code ?? null,
    reason: error?.message ?? null,
    details: [...details],
    chats: [...chats],
    messages: [...messages],
    bots: [...bots],
    events: [...events],
    deliveries: deliveries.map(({ eventId, number, chatId }) => ({ eventId, try: number, chatId })),
    inBatch,
    isRepeat,
  };
}

async function presentCaller(work: Reading, caller: KeptCaller): Promise<CallSummary['caller']> {
  const { kind, userId, applicationId, shown } = caller;
  const user = userId === 0 ? undefined : await work.users.findUser(userId);
  const application = applicationId === 0 ? undefined : await work.applications.findApplication(applicationId);
  return {
    kind,
    userId,
    user: shown || (user ? fullName(user) : `user ${userId}`),
    applicationId,
    program: programOf(application),
  };
}

export async function presentWhole(portal: ControlledPortal, calls: readonly WholeCall[]) {
  const summaries = await presentCalls(portal, calls);
  return summaries.map((summary, index) => ({
    ...summary,
    params: calls[index]?.params ?? null,
    result: calls[index]?.result ?? null,
  }));
}

/** A call of the log as those see it who watch. */
export function toFeedCall(summary: CallSummary, { caller }: KeptCall): FeedCall {
  const { id, at, method, status, durationMs, code, reason, details, chats } = summary;
  const { userId, user, program } = summary.caller;
  const receiverIds = [...caller.receivers];
  return {
    kind: 'call',
    id,
    at,
    method,
    userId,
    user,
    program,
    receiverIds,
    status,
    durationMs,
    code,
    reason,
    details,
    chats,
  };
}
