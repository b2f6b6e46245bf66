import type { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import type { Frozen } from '#api/kernel/definition/answer.ts';
import type { MessageFacts } from '#domain/event.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { presentParams } from './present.ts';
import type { eventMessageSchema } from './schema-v2.ts';

/** A message as it was when it was sent, with the parts that it carries. */
export async function presentEventMessage(
  work: Reading,
  facts: MessageFacts,
  author: Pick<User, 'isBot'>,
): Promise<Frozen<z.infer<typeof eventMessageSchema>>> {
  const message = await work.messages.findMessage(facts.id);
  return {
    id: facts.id,
    chatId: facts.chatId,
    authorId: facts.isSystem ? 0 : facts.authorId,
    date: toIso(facts.createdAt),
    text: facts.text,
    isSystem: facts.isSystem,
    uuid: facts.uuid,
    forward: null,
    params: message ? presentParams(asSent(message), { likedBy: [], isByBot: author.isBot, pictureOf: () => '' }) : [],
    viewedByOthers: (await work.readMarks.findReader(facts)) !== undefined,
  };
}

/** What became of it afterwards is told by events of its own. */
function asSent<M extends { readonly params: object }>(message: M): M {
  return { ...message, params: { ...message.params, isEdited: false, isDeleted: false, preview: undefined } };
}
