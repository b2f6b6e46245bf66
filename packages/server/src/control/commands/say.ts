import { z } from 'zod';
import { type SendRefusal, sendMessage } from '#domain/message/send-message.ts';
import { Complaint } from '#kit/complaint.ts';
import { feedCall, feedDelivery, feedMessage } from '#live/feed-item.ts';
import { countWaitingIn } from '#storage/portal-status.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { type Conversation, openConversation, type Spoken } from '../conversation.ts';
import { defineStream } from '../definition.ts';
import type { LineStream } from '../line-stream.ts';
import { dialog, dialogCalled, person, personCalled } from '../terms/names.ts';

/** How long an answer may take unless it is said otherwise, in milliseconds. */
const PATIENCE = 5_000;
const LONGEST = 600_000;

const REFUSALS: Readonly<Record<SendRefusal, string>> = {
  user_not_found: 'There is nobody with that id to write to',
  chat_not_found: 'There is no such chat',
  chat_denied: 'They are not in that chat',
  reply_not_found: 'There is no such message to reply to',
  reply_from_other_chat: 'That message is in another chat',
};

const end = z.strictObject({
  kind: z.literal('end'),
  result: z
    .enum(['answered', 'nobody', 'silent'])
    .describe('nobody: no bot was meant; silent: an answer was due and did not come in time'),
});

export default defineStream({
  summary: 'Writes as a person and passes on what comes back, until there is an answer and all is quiet.',
  body: z.strictObject({
    as: person.describe('Who speaks: id, name, full name or e-mail address'),
    to: dialog,
    text: z.string(),
    waitMs: z.number().min(0).max(LONGEST).describe('How long an answer may take').default(PATIENCE),
  }),
  line: z.discriminatedUnion('kind', [feedMessage, feedDelivery, feedCall, end]),
  async run(portal, { as, to, text, waitMs }, lines) {
    if (text.trim() === '') throw new Complaint('There is nothing to say: the text is empty');
    const conversation = openConversation(portal, (item) => lines.send(item));
    lines.onClose(() => conversation.close());
    const message = await portal.store.write(async (work) => {
      const person = await personCalled(work, portal.portalId, as);
      const sent = await sendMessage(work, person, await dialogCalled(work, person, to), { text, params: {} });
      if (!sent.ok) throw new Complaint(REFUSALS[sent.reason]);
      return sent.value;
    });
    conversation.follow(message);
    void finish(portal, lines, conversation, message.chatId, waitMs).catch(portal.onError);
  },
});

async function finish(
  portal: ControlledPortal,
  lines: LineStream<Spoken | z.infer<typeof end>>,
  conversation: Conversation,
  chatId: number,
  waitMs: number,
): Promise<void> {
  let isLate = false;
  const late = new Promise<void>((resolve) => lines.onClose(portal.clock.after(waitMs, () => resolve())));
  void late.then(() => {
    isLate = true;
  });
  while (!lines.isOver) {
    const news = conversation.nextItem();
    await Promise.race([portal.settled(), late]);
    await conversation.idle();
    const waiting = await portal.store.readWith((session) => countWaitingIn(session, chatId));
    if (waiting === 0 && (conversation.answers > 0 || conversation.deliveries === 0)) {
      lines.send({ kind: 'end', result: conversation.answers > 0 ? 'answered' : 'nobody' });
      break;
    }
    if (isLate) {
      lines.send({ kind: 'end', result: 'silent' });
      break;
    }
    await Promise.race([news, late]);
  }
  lines.end();
}
