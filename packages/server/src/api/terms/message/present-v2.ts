import type { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import type { Frozen } from '#api/kernel/definition/answer.ts';
import type { MessageFacts } from '#domain/event.ts';
import type { Forward, Message } from '#domain/message/message.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { onceIn, type Sharing } from '../basic/once.ts';
import { deletionText } from './deletion-text.ts';
import { presentParams } from './present.ts';
import type { eventMessageSchema } from './schema-v2.ts';

type Presented = Frozen<z.infer<typeof eventMessageSchema>>;

/** A message as it was when something happened to it, with the parts that it carries. */
export async function presentEventMessage(
  telling: Sharing & { readonly work: Reading },
  facts: MessageFacts,
  isNew = false,
): Promise<Presented> {
  const { work } = telling;
  const message = await onceIn(telling, keyOfMessage(facts.id), () => work.messages.findMessage(facts.id));
  const isByBot = (await work.users.findUser(facts.authorId))?.isBot ?? false;
  return {
    id: facts.id,
    chatId: facts.chatId,
    authorId: facts.isSystem ? 0 : facts.authorId,
    date: toIso(facts.createdAt),
    text: facts.text,
    isSystem: facts.isSystem,
    uuid: facts.uuid,
    forward: presentForward(message?.params.forward),
    params: message ? paramsOf(isNew ? asSent(message) : message, isByBot) : [],
    viewedByOthers: await isViewed(telling, facts),
  };
}

/** In the place of a message that has no parts, or is gone. */
export const NO_PARTS = null;

/** What messages that are told together are kept under, where they were looked up before. */
export function keyOfMessage(id: number): string {
  return `message ${id}`;
}

/** Of one message it is asked whether anybody has read it, of many how far the others have read. */
async function isViewed(
  telling: Sharing & { readonly work: Reading },
  message: Pick<Message, 'id' | 'chatId' | 'authorId'>,
): Promise<boolean> {
  const { readMarks } = telling.work;
  if (!telling.made) return (await readMarks.findReader(message)) !== undefined;
  const { id, chatId, authorId } = message;
  return id <= (await onceIn(telling, `read ${chatId} ${authorId}`, () => readMarks.getFurthestRead(chatId, authorId)));
}

/** A message as it stands in its chat now. */
export async function presentMessage(work: Reading, message: Message, sharing: Sharing = {}): Promise<Presented> {
  const isByBot = (await work.users.findUser(message.authorId))?.isBot ?? false;
  return {
    id: message.id,
    chatId: message.chatId,
    authorId: message.isSystem ? 0 : message.authorId,
    date: toIso(message.createdAt),
    text: message.deletedAt === null ? message.text : deletionText(message.createdAt),
    isSystem: message.isSystem,
    uuid: message.uuid,
    forward: presentForward(message.params.forward),
    params: paramsOf(message, isByBot),
    viewedByOthers: await isViewed({ ...sharing, work }, message),
  };
}

export async function presentMessages(work: Reading, messages: readonly Message[]): Promise<Presented[]> {
  const told: Presented[] = [];
  const sharing = { made: new Map<string, unknown>() };
  for (const message of messages) told.push(await presentMessage(work, message, sharing));
  return told;
}

function presentForward(forward: Forward | undefined): Presented['forward'] {
  if (!forward) return null;
  const { id, userId, chatId, at } = forward;
  return { id, userId, chatId, date: toIso(at) };
}

/** Files are known by texts here (V45). */
function paramsOf(message: Message, isByBot: boolean): Presented['params'] {
  const params = presentParams(message, { likedBy: [], isByBot, pictureOf: () => '' });
  if (Array.isArray(params)) return [];
  const { FILE_ID, ...others } = params as Exclude<typeof params, readonly unknown[]>;
  return FILE_ID ? { ...others, FILE_ID: FILE_ID.map(String) } : others;
}

/** What became of it afterwards is told by events of its own. */
function asSent<M extends { readonly params: object }>(message: M): M {
  return { ...message, params: { ...message.params, isEdited: false, isDeleted: false, preview: undefined } };
}
