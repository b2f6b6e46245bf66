import { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import type { Frozen } from '#api/kernel/definition/answer.ts';
import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import { component } from '#api/kernel/wire/component.ts';
import type { Message } from '#domain/message/message.ts';
import { isUnread } from '#domain/message/read-history.ts';
import type { FoundMessages } from '#domain/message/search-messages.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { presentFilesOf } from '../file/present.ts';
import { fileSchema } from '../file/schema.ts';
import { camelUserSchema, exampleCamelUser, presentCamelUsers } from '../user/camel.ts';
import { presentParams } from './present.ts';
import { type PictureOf, picturesAt } from './preview.ts';
import { messageParams } from './schema.ts';

/*
 * Messages that were searched for: the answer is in camelCase, but for chat_id and author_id, which stand there twice (G34).
 */

const id = z.number().int();

const foundMessageSchema = component(
  'FoundMessage',
  'A message that was searched for',
  z.object({
    id,
    chatId: id,
    chat_id: id,
    authorId: id.describe('0: a line of the system'),
    author_id: id,
    date: z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
    text: z.string(),
    isSystem: z.boolean(),
    uuid: z.string().nullable(),
    forward: z.null(),
    params: z.union([messageParams, z.array(z.never())]).describe('What is not so is left out; an empty list: nothing'),
    viewedByOthers: z.boolean(),
    block: z.null(),
    unread: z.boolean(),
    viewed: z.boolean().describe('By the caller'),
    viewedCount: id.describe('How many others have read it'),
  }),
);

const reactionsSchema = z.object({
  messageId: id,
  reactionCounters: z.object({ like: id }),
  reactionUsers: z.object({ like: z.array(id) }),
  ownReactions: z.array(z.literal('like')),
});

export const foundMessagesSchema = z.object({
  messages: z.array(foundMessageSchema),
  users: z.array(camelUserSchema).describe('Whoever wrote, likes or is named in the messages'),
  files: z.array(fileSchema).describe('Files of the messages'),
  additionalMessages: z.array(foundMessageSchema).describe('What they reply to'),
  copilot: z.null(),
  stickers: z.array(z.never()),
  reactions: z.array(reactionsSchema),
  tariffRestrictions: z.object({ isHistoryLimitExceeded: z.literal(false) }),
  usersShort: z.array(z.object({ id, name: z.string(), avatar: z.string() })).describe('Those who like them'),
});

export const exampleFoundMessages = {
  messages: [
    {
      id: 33653,
      chatId: 2421,
      chat_id: 2421,
      authorId: 5,
      author_id: 5,
      date: '2026-02-13T14:28:00+00:00',
      text: 'test message',
      isSystem: false,
      uuid: '18533186-232b-4423-8438-64501da182f5',
      forward: null,
      params: [],
      viewedByOthers: false,
      block: null,
      unread: false,
      viewed: true,
      viewedCount: 0,
    },
  ],
  users: [exampleCamelUser],
  files: [],
  additionalMessages: [],
  copilot: null,
  stickers: [],
  reactions: [],
  tariffRestrictions: { isHistoryLimitExceeded: false },
  usersShort: [],
} as const;

export async function presentFoundMessages(
  work: Reading,
  found: FoundMessages,
  caller: ApiCaller,
): Promise<Frozen<z.infer<typeof foundMessagesSchema>>> {
  const users = await presentCamelUsers(work, found.users, caller.origin);
  const pictureOf = picturesAt(work, caller.portal.id, caller.origin);
  const likedBy = new Set([...found.likes.values()].flat());
  return {
    messages: found.messages.map((message) => presentFoundMessage(message, found, pictureOf)),
    users,
    files: await presentFilesOf([...found.messages, ...found.quoted], work, caller),
    additionalMessages: found.quoted.map((message) => presentFoundMessage(message, found, pictureOf)),
    copilot: null,
    stickers: [],
    reactions: [...found.likes].map(([messageId, like]) => ({
      messageId,
      reactionCounters: { like: like.length },
      reactionUsers: { like },
      ownReactions: like.includes(caller.user.id) ? ['like' as const] : [],
    })),
    tariffRestrictions: { isHistoryLimitExceeded: false },
    usersShort: users.filter((one) => likedBy.has(one.id)).map(({ id, name, avatar }) => ({ id, name, avatar })),
  };
}

function presentFoundMessage(
  message: Message,
  { member, likes, botIds, readers }: FoundMessages,
  pictureOf: PictureOf,
) {
  const authorId = message.isSystem ? 0 : message.authorId;
  const viewedBy = readers.filter(({ userId, lastReadId }) => lastReadId >= message.id && userId !== message.authorId);
  const unread = isUnread(message, member);
  return {
    id: message.id,
    chatId: message.chatId,
    chat_id: message.chatId,
    authorId,
    author_id: authorId,
    date: toIso(message.createdAt),
    text: message.text,
    isSystem: message.isSystem,
    uuid: message.isSystem ? null : message.uuid,
    forward: null,
    params: presentParams(message, {
      likedBy: likes.get(message.id) ?? [],
      isByBot: botIds.has(message.authorId),
      pictureOf,
    }),
    viewedByOthers: viewedBy.length > 0,
    block: null,
    unread,
    viewed: !unread,
    viewedCount: viewedBy.length,
  };
}
