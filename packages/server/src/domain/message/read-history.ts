import { done, type Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessDialog, type ChatRefusal, type ChatView } from '../chat/access-chat.ts';
import type { Member } from '../chat/chat.ts';
import type { Dialog, WorkgroupDialog } from '../chat/dialog.ts';
import { withoutGoneButtons } from '../chat-app/gone-buttons.ts';
import { parseMentions } from '../message-parts/mentions.ts';
import type { User } from '../user/user.ts';
import { visibleUsers } from '../user/visible-users.ts';
import type { Message } from './message.ts';

/**
 * Which part of a history is wanted: what comes right behind a mark, right before one, or the newest. A mark is a number
 * that no line need have: readers keep marks of lines that are gone (R39).
 */
export interface HistoryWindow {
  readonly limit: number;
  /** Goes before `beforeId` where both are given. */
  readonly afterId?: number | undefined;
  readonly beforeId?: number | undefined;
}

export interface History extends ChatView {
  /** Newest first. */
  readonly messages: readonly Message[];
  /** Who likes them, by message. */
  readonly likes: ReadonlyMap<number, readonly number[]>;
  /** Whoever wrote, likes or is named in the messages. */
  readonly users: readonly User[];
  /** Which of those who wrote are bots, be it as a line of the system. */
  readonly botIds: ReadonlySet<number>;
}

/** A part of what the viewer may read of a dialog. Reading alone marks nothing as read. */
export async function readHistory(
  work: Reading,
  viewer: User,
  dialog: Dialog | WorkgroupDialog,
  window: HistoryWindow,
): Promise<Outcome<History, ChatRefusal>> {
  const view = await accessDialog(work, viewer, dialog);
  if (!view.ok) return view;
  const { chat, member } = view.value;
  const messages = await readWindow(work, chat.id, member?.historyAfter ?? 0, window);
  // Newest first, and none of the chat's is missing between two of them.
  const likes = await work.reactions.listBetween(chat.id, messages.at(-1)?.id ?? 0, messages[0]?.id ?? 0);
  return done(await historyOf(work, viewer, view.value, messages, likes));
}

/** What is to be known of messages that the viewer may read, beside themselves. */
export async function historyOf(
  work: Reading,
  viewer: User,
  view: ChatView,
  messages: readonly Message[],
  likes: History['likes'],
): Promise<History> {
  // A line of the portal itself is by nobody.
  const authorIds = new Set(messages.map(({ authorId }) => authorId).filter((id) => id !== 0));
  const authors = await work.users.findUsers([...authorIds]);
  const botIds = new Set(authors.filter(({ isBot }) => isBot).map(({ id }) => id));
  const users = await usersIn(work, viewer, { messages, likes, authors });
  const shown = await withoutGoneButtons(work, messages);
  return { ...view, messages: shown, likes, users, botIds };
}

/** Neither own messages are ever unread nor lines of the portal itself (G6), and nothing is to those who have no place in the chat. */
export function isUnread({ id, authorId }: Message, member: Member | undefined): boolean {
  return member !== undefined && authorId !== member.userId && authorId !== 0 && id > member.lastReadId;
}

async function readWindow(
  work: Reading,
  chatId: number,
  historyAfter: number,
  { limit, afterId, beforeId }: HistoryWindow,
): Promise<Message[]> {
  if (afterId !== undefined) return work.messages.listNewer(chatId, Math.max(afterId, historyAfter), limit);
  return beforeId === undefined
    ? work.messages.listNewest(chatId, historyAfter, limit)
    : work.messages.listOlder(chatId, historyAfter, beforeId, limit);
}

async function usersIn(
  work: Reading,
  viewer: User,
  { messages, likes, authors }: Pick<History, 'messages' | 'likes'> & { readonly authors: readonly User[] },
): Promise<User[]> {
  // A line of the system hides who wrote it.
  const authorIds = new Set(messages.flatMap((message) => (message.isSystem ? [] : [message.authorId])));
  const namedIds = messages.flatMap((message) => parseMentions(message.text));
  // A guest who writes somebody's name learns no more of them by that; of those who wrote here they know already.
  const others = await visibleUsers(
    work,
    viewer,
    [...[...likes.values()].flat(), ...namedIds].filter((id) => !authorIds.has(id)),
  );
  return [...authors.filter(({ id }) => authorIds.has(id)), ...others].sort((a, b) => a.id - b.id);
}
