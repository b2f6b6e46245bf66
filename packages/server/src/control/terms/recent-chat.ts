import { z } from 'zod';
import { presentRecent } from '#api/terms/recent/present.ts';
import { recentSchema } from '#api/terms/recent/schema.ts';
import { mentionsEverybody, parseMentions } from '#domain/message-parts/mentions.ts';
import type { RecentChat } from '#domain/recent/recent-chat.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Told } from '../definition.ts';

/** Unread lines of a chat that are searched for mentions; who has more to read is told of the newest. */
const SEARCHED = 100;

export const recentChat = z.strictObject({
  chat: recentSchema.describe('As im.recent.list tells of it; the text as it was written, addresses at the own origin'),
  isMuted: z.boolean(),
  isDeleted: z.boolean().describe('What its newest line said was taken back'),
  mentions: z
    .number()
    .int()
    .describe('Unread lines that mention the person, or everybody; the newest 100 are looked at'),
});

/** A chat as the list of the pages shows it. */
export async function tellRecentChat(
  work: Reading,
  person: User,
  recent: RecentChat,
): Promise<Told<typeof recentChat>> {
  return {
    chat: await presentRecent(work, recent, '', true),
    isMuted: recent.member.isMuted,
    isDeleted: recent.line.params.isDeleted === true,
    mentions: await countMentions(work, person, recent),
  };
}

async function countMentions(work: Reading, person: User, { chat, member, unreadCount }: RecentChat): Promise<number> {
  if (unreadCount === 0) return 0;
  const after = Math.max(member.lastReadId, member.historyAfter);
  const lines = await work.messages.listNewest(chat.id, after, SEARCHED);
  const fromOthers = lines.filter(({ isSystem, authorId }) => !isSystem && authorId !== person.id);
  return fromOthers.filter(({ text }) => parseMentions(text).includes(person.id) || mentionsEverybody(text)).length;
}
