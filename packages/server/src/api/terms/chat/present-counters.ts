import { z } from 'zod';
import type { UnreadChat, UnreadPart } from '#domain/chat/unread-chats.ts';
import { byId, keyedById } from '../basic/keyed.ts';

const sum = z.number().int();
const sums = keyedById(sum);
const none = z.array(z.never());
const ids = z.array(z.number().int());

export const countersSchema = z.object({
  TYPE: z.object({ ALL: sum, NOTIFY: sum, CHAT: sum, LINES: sum, DIALOG: sum, MESSENGER: sum }),
  CHAT: sums.describe('By the id of the chat'),
  CHAT_MUTED: sums.describe('The same of muted chats, which are in no sum'),
  CHAT_UNREAD: ids.describe('Ids of chats that are marked as unread'),
  LINES: sums.describe('The same of open channels'),
  DIALOG: sums.describe('By the id of the other one'),
  DIALOG_UNREAD: ids.describe('Ids of people whose private chats are marked as unread'),
  COLLAB: none,
  COLLAB_UNREAD: none,
  COPILOT: none,
  COPILOT_UNREAD: none,
  CHANNEL_COMMENT: none,
  TASKS_TASK: none,
  TASKS_TASK_UNREAD: none,
});

/** What was found so far. */
export class GatheredUnread {
  readonly chats: UnreadChat[] = [];
  /** Behind which chat the others are. */
  after = 0;

  /** Answers whether there are others. */
  take({ chats, next }: UnreadPart): boolean {
    for (const chat of chats) this.chats.push(chat);
    this.after = next ?? this.after;
    return next !== undefined;
  }
}

/**
 * What is unread, by where it is. All keys are there, also of what a portal of ours has not got: clients compare them
 * (G1, G23).
 */
export function presentCounters(unread: readonly UnreadChat[], NOTIFY: number) {
  const dialogs = unread.filter(({ type }) => type === 'private');
  const chats = unread.filter(({ type }) => type !== 'private');
  const unmuted = chats.filter(({ isMuted }) => !isMuted);
  const [heard, lines] = [unmuted.filter(({ type }) => type !== 'line'), unmuted.filter(({ type }) => type === 'line')];
  const [CHAT, DIALOG, LINES] = [sumOf(heard), sumOf(dialogs), sumOf(lines)];
  const MESSENGER = CHAT + DIALOG + LINES;
  return {
    // A muted chat is in no sum (G24).
    TYPE: { ALL: MESSENGER + NOTIFY, NOTIFY, CHAT, LINES, DIALOG, MESSENGER },
    CHAT: countsOf(heard, ({ chatId }) => chatId),
    CHAT_MUTED: countsOf(
      chats.filter(({ isMuted }) => isMuted),
      ({ chatId }) => chatId,
    ),
    CHAT_UNREAD: chats.filter(({ isMarked }) => isMarked).map(({ chatId }) => chatId),
    LINES: countsOf(lines, ({ chatId }) => chatId),
    DIALOG: countsOf(dialogs, ({ otherId }) => otherId),
    DIALOG_UNREAD: dialogs.filter(({ isMarked }) => isMarked).map(({ otherId }) => otherId),
    COLLAB: [],
    COLLAB_UNREAD: [],
    COPILOT: [],
    COPILOT_UNREAD: [],
    CHANNEL_COMMENT: [],
    TASKS_TASK: [],
    TASKS_TASK_UNREAD: [],
  };
}

/** One that is marked as unread and otherwise read counts as a message. */
function sumOf(chats: readonly UnreadChat[]): number {
  return chats.reduce((sum, { count }) => sum + Math.max(count, 1), 0);
}

/** An empty map is a list (G2). */
function countsOf(chats: readonly UnreadChat[], idOf: (chat: UnreadChat) => number) {
  return byId(chats.filter(({ count }) => count > 0).map((chat) => [idOf(chat), chat.count]));
}
