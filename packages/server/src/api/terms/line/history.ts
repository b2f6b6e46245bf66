import { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import type { ApiCaller } from '#api/kernel/definition/api-caller.ts';
import type { LineView } from '#domain/line/access-session.ts';
import type { SessionHistory } from '#domain/line/read-session.ts';
import type { Message } from '#domain/message/message.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { keyedById } from '../basic/keyed.ts';
import { yesNo } from '../basic/yes-no.ts';
import { presentFilesOf } from '../file/present.ts';
import { presentParams } from '../message/present.ts';
import { picturesAt } from '../message/preview.ts';
import { toHtml } from '../notification/to-html.ts';
import { presentCamelUsers } from '../user/camel.ts';
import { presentHistoryChat } from './history-chat.ts';
import { camel, lower } from './keys.ts';

/*
 * A conversation with a visitor, in an answer whose keys are of several styles on purpose (G62).
 */

const text = z.string();
const id = z.number().int();
const ids = z.array(id);
const flag = z.enum(['Y', 'N']);
const anything = z.record(z.string(), z.unknown());

export const historySchema = z.object({
  chatId: id,
  canJoin: flag,
  canVoteHead: flag,
  sessionId: id,
  sessionVoteHead: z.literal(0),
  sessionCommentHead: z.null(),
  userId: text.describe('The chat as chat123'),
  message: keyedById(
    z.object({
      id: text,
      chatid: text,
      senderid: text.describe('0: a line of the portal'),
      recipientid: text,
      date: text,
      text: text,
      textlegacy: text.describe('The same as HTML'),
      params: z.union([anything, z.array(z.never())]),
    }),
  ),
  usersMessage: z.record(text, z.array(text)).describe('Ids of the messages, the newest first'),
  users: keyedById(anything).describe('Whoever answers there, by id'),
  openlines: z.object({ canvoteashead: z.record(text, z.boolean()) }),
  userInGroup: keyedById(z.object({ id, users: z.array(text) })).describe('The same by department'),
  woUserInGroup: z.array(text).describe('Those who work in none'),
  chat: keyedById(anything),
  userBlockChat: keyedById(z.record(text, z.boolean())).describe('true: has silenced it'),
  userInChat: keyedById(ids),
  files: keyedById(anything),
});

export async function presentSessionHistory(
  work: Reading,
  { chat, session, line }: LineView,
  { messages, members, users }: SessionHistory,
  caller: ApiCaller,
): Promise<z.input<typeof historySchema>> {
  const isHead = canAdminister(caller.user);
  const bots = new Set(users.filter(({ isBot }) => isBot).map(({ id }) => id));
  const pictureOf = picturesAt(work, caller.portal.id, caller.origin);
  const presentOne = (message: Message) => ({
    id: String(message.id),
    chatid: String(chat.id),
    senderid: String(message.isSystem ? 0 : message.authorId),
    recipientid: `chat${chat.id}`,
    date: toIso(message.createdAt),
    text: message.text,
    textlegacy: toHtml(message.text),
    params: camel(presentParams(message, { likedBy: [], isByBot: bots.has(message.authorId), pictureOf })) as never,
  });
  const files = await presentFilesOf(messages, work, caller);
  return {
    chatId: chat.id,
    canJoin: yesNo(!caller.user.isExtranet),
    canVoteHead: yesNo(isHead),
    sessionId: session.id,
    sessionVoteHead: 0,
    sessionCommentHead: null,
    userId: `chat${chat.id}`,
    message: byId(messages.map((one) => [one.id, presentOne(one)])),
    usersMessage: { [`chat${chat.id}`]: messages.map((one) => String(one.id)) },
    users: byId(await presentAnswering(work, users, caller.origin)),
    openlines: { canvoteashead: { [line.id]: isHead } },
    userInGroup: byId(groupsOf(users)),
    woUserInGroup: users.filter(({ profile }) => profile.departments.length === 0).map((user) => String(user.id)),
    chat: { [chat.id]: await presentHistoryChat(work, chat, members, caller.origin) },
    userBlockChat: { [chat.id]: Object.fromEntries(members.map(({ userId, isMuted }) => [userId, isMuted])) },
    userInChat: { [chat.id]: members.map(({ userId }) => userId) },
    files: byId(files.map((file) => [file.id, lower(file) as Record<string, unknown>])),
  };
}

function byId<T>(things: readonly (readonly [id: number, thing: T])[]): Record<string, T> | never[] {
  return things.length > 0 ? Object.fromEntries(things) : [];
}

/** The keys that other answers have beside these are not told here. */
async function presentAnswering(work: Reading, users: readonly User[], origin: string) {
  const presented = await presentCamelUsers(work, users, origin);
  return presented.map(({ avatarHr: _, website: _w, email: _e, ...user }, index) => {
    const photo = users[index]?.photo ?? '';
    const own = {
      id: String(user.id),
      avatarId: photo,
      phoneDevice: false,
      profile: `/company/personal/user/${user.id}/`,
    };
    return [user.id, { ...user, ...own, services: null }] as const;
  });
}

function groupsOf(users: readonly User[]) {
  const groups = new Map<number, string[]>();
  for (const user of users)
    for (const department of user.profile.departments)
      groups.set(department, [...(groups.get(department) ?? []), String(user.id)]);
  return [...groups].map(([group, people]) => [group, { id: group, users: people }] as const);
}
