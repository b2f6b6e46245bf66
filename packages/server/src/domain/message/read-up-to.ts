import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat, Member } from '../chat/chat.ts';
import type { User } from '../user/user.ts';
import { markUpTo, type ReadMark } from './mark-read.ts';

/** Of more messages that were read at once the newest are told. */
const MOST_TOLD = 1_000;

/** How far somebody has read a chat, and what of it they had not read before. */
export interface ReadNow extends ReadMark {
  readonly readIds: readonly number[];
}

export async function readUpTo(
  work: UnitOfWork,
  user: User,
  view: { readonly chat: Chat; readonly member: Member },
  messageId: number | undefined,
): Promise<ReadNow> {
  const { lastReadId: before } = view.member;
  const mark = await markUpTo(work, user, view, messageId);
  const after = Math.max(before, view.member.historyAfter);
  const lines = await work.messages.listOlder(view.chat.id, after, mark.lastReadId + 1, MOST_TOLD);
  const readIds = lines.filter(({ authorId }) => authorId !== user.id && authorId !== 0).map(({ id }) => id);
  return { ...mark, readIds: readIds.reverse() };
}
