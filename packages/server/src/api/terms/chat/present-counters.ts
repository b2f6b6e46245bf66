import type { UnreadChat } from '#domain/chat/unread-chats.ts';
import { byId } from '../basic/keyed.ts';

/**
 * What is unread, by where it is. All keys are there, also of what a portal of ours has not got: clients compare them
 * (G1, G23). Nothing is marked as unread as a whole.
 */
export function presentCounters(unread: readonly UnreadChat[], NOTIFY: number) {
  const dialogs = unread.filter(({ type }) => type === 'private');
  const chats = unread.filter(({ type }) => type !== 'private');
  const heard = chats.filter(({ isMuted }) => !isMuted);
  const [CHAT, DIALOG, LINES] = [sumOf(heard), sumOf(dialogs), 0];
  const MESSENGER = CHAT + DIALOG + LINES;
  return {
    // A muted chat is in no sum (G24).
    TYPE: { ALL: MESSENGER + NOTIFY, NOTIFY, CHAT, LINES, DIALOG, MESSENGER },
    CHAT: byId(heard.map(({ chatId, count }) => [chatId, count])),
    CHAT_MUTED: byId(chats.filter(({ isMuted }) => isMuted).map(({ chatId, count }) => [chatId, count])),
    CHAT_UNREAD: [],
    LINES: [],
    DIALOG: byId(dialogs.map(({ otherId, count }) => [otherId, count])),
    DIALOG_UNREAD: [],
    COLLAB: [],
    COLLAB_UNREAD: [],
    COPILOT: [],
    COPILOT_UNREAD: [],
    CHANNEL_COMMENT: [],
    TASKS_TASK: [],
    TASKS_TASK_UNREAD: [],
  };
}

function sumOf(chats: readonly UnreadChat[]): number {
  return chats.reduce((sum, { count }) => sum + count, 0);
}
