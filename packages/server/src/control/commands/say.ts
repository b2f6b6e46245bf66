import { z } from 'zod';
import { Complaint } from '#kit/complaint.ts';
import { feedCall, feedDelivery, feedMessage } from '#live/feed-item.ts';
import { receiverName } from '#live/receiver-name.ts';
import { keptBacklogs } from '#storage/kept-backlogs.ts';
import { outbox } from '#storage/stores/outbox.ts';
import { press, write } from '../acts.ts';
import { type Answered, type Awaited, awaitAnswer } from '../await-answer.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { Conversation, type Spoken } from '../conversation.ts';
import { defineStream } from '../definition.ts';
import type { LineStream } from '../line-stream.ts';
import { expectation } from '../terms/expectation.ts';
import { dialog, person } from '../terms/names.ts';

/** How long an answer may take unless it is said otherwise, in milliseconds. */
const PATIENCE = 5_000;
const LONGEST = 600_000;

const end = z.strictObject({
  kind: z.literal('end'),
  result: z
    .enum(['answered', 'nobody', 'silent', 'unmet', 'not_pressed', 'paused'])
    .describe(
      'nobody: no bot was meant; silent: an answer was due and did not come in time; unmet: not what, or not as much as, was expected; not_pressed: a button could not be pressed; paused: nothing is sent to the bot that is to answer',
    ),
  answers: z.number().describe('Messages that came back after the last act'),
  reason: z
    .string()
    .nullable()
    .describe(
      'Why a button could not be pressed, which bot is paused, or which one that is silent fetches, or took, its event',
    ),
  isTaken: z.boolean().describe('silent: that bot has been sent its event, or has fetched it, and wrote nothing'),
});

type End = z.infer<typeof end>;

export default defineStream({
  summary:
    'Writes as a person, presses buttons, and passes on what comes back of it, until it is there and all is quiet.',
  body: z.strictObject({
    as: person.describe('Who speaks: id, name, full name or e-mail address'),
    to: dialog,
    text: z.string(),
    press: z
      .array(z.string())
      .max(100)
      .describe('Texts of buttons, pressed one after the other as they come')
      .default([]),
    expect: z.string().min(1).describe('Text, or /expression/flags, of a message that has to come').optional(),
    count: z.number().int().min(1).max(1000).describe('So many messages have to come (that fit `expect`)').optional(),
    quietMs: z
      .number()
      .min(0)
      .max(LONGEST)
      .describe(
        'At the end nothing may come for so long; left out: 0, or 1000 after an answer of a bot that fetches its events',
      )
      .optional(),
    waitMs: z.number().min(0).max(LONGEST).describe('How long an answer to each act may take').default(PATIENCE),
  }),
  line: z.discriminatedUnion('kind', [feedMessage, feedDelivery, feedCall, end]),
  async run(portal, { as, to, text, press: buttons, expect, count, quietMs, waitMs }, lines) {
    if (text.trim() === '') throw new Complaint('There is nothing to say: the text is empty');
    const awaited = { fits: expect === undefined ? undefined : expectation(expect), count, quietMs, waitMs };
    const conversation = new Conversation(portal, (item) => lines.send(item));
    lines.onClose(() => conversation.close());
    await conversation.follow(() => write(portal, { as, to, text }));
    void converse(portal, lines, conversation, { as, buttons, awaited }).catch(portal.onError);
  },
});

async function converse(
  portal: ControlledPortal,
  lines: LineStream<Spoken | End>,
  conversation: Conversation,
  { as, buttons, awaited }: { readonly as: string; readonly buttons: readonly string[]; readonly awaited: Awaited },
): Promise<void> {
  const { waitMs } = awaited;
  const wait = (terms: Awaited) => awaitAnswer(portal, conversation, terms, (stop) => lines.onClose(stop));
  const conclude = (result: End['result'], reason: string | null = null, isTaken = false) => {
    if (result === 'silent' || result === 'unmet') for (const stray of conversation.strays) lines.send(stray);
    lines.send({ kind: 'end', result, answers: conversation.messages.length, reason, isTaken });
    lines.end();
  };
  const concludeAnswered = async (result: Answered) => {
    if (result !== 'silent') return conclude(result);
    const { fetchingReceivers: fetching, deliveredReceivers: delivered } = conversation;
    const isTaken = fetching.length > 0 ? await haveFetchedAll(portal, fetching) : delivered.length > 0;
    conclude(result, await nameOfFirst(portal, [...fetching, ...delivered]), isTaken);
  };
  for (const button of buttons) {
    const pausedBefore = await pausedAmong(portal, conversation.awaitedReceivers);
    if (pausedBefore !== undefined) return conclude('paused', pausedBefore);
    const answered: Answered = await wait({ quietMs: 0, waitMs });
    if (answered !== 'answered') return concludeAnswered(answered);
    try {
      const { messages } = conversation;
      await conversation.follow(() => press(portal, as, messages, button));
    } catch (error) {
      if (error instanceof Complaint) return conclude('not_pressed', error.message);
      throw error;
    }
  }
  const paused = await pausedAmong(portal, conversation.awaitedReceivers);
  if (paused !== undefined) return conclude('paused', paused);
  await concludeAnswered(await wait(awaited));
}

/** Whether nothing is left that they have not fetched, confirmed or not. */
async function haveFetchedAll({ store }: ControlledPortal, receiverIds: readonly number[]): Promise<boolean> {
  const backlogs = await store.readWith(keptBacklogs);
  return receiverIds.every((id) => {
    const { count, unconfirmed } = backlogs.get(id) ?? { count: 0, unconfirmed: 0 };
    return count === unconfirmed;
  });
}

/** The name of one of those who are to be told, where nothing is sent to any of them: no answer can come. */
async function pausedAmong({ store }: ControlledPortal, receiverIds: readonly number[]): Promise<string | undefined> {
  for (const id of receiverIds) {
    const { pausedAt } = await store.readWith((session) => outbox(session).findDeliveryState(id));
    if (pausedAt === null) return undefined;
  }
  return (await nameOfFirst({ store }, receiverIds)) ?? undefined;
}

async function nameOfFirst({ store }: Pick<ControlledPortal, 'store'>, [first]: readonly number[]) {
  return first === undefined ? null : store.read((work) => receiverName(work, first));
}
