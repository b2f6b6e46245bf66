import { call } from '../../calls.ts';
import { useNotices } from '../../stores/notices.ts';
import { dialogOf, isUnread, type RecentEntry } from '../../stores/recent-entry.ts';

/*
 * What somebody does to a chat in their list. The list itself changes when the portal tells that it was done.
 */

const attempt = (act: () => Promise<unknown>): Promise<boolean> => useNotices().attempt(act);

export const togglePin = (entry: RecentEntry) =>
  attempt(() => call('im.recent.pin', { DIALOG_ID: dialogOf(entry), PIN: entry.chat.pinned ? 'N' : 'Y' }));

export const toggleMute = (entry: RecentEntry) =>
  attempt(() => call('im.chat.mute', { DIALOG_ID: dialogOf(entry), MUTE: entry.isMuted ? 'N' : 'Y' }));

export const toggleUnread = (entry: RecentEntry) =>
  attempt(() => call('im.recent.unread', { DIALOG_ID: dialogOf(entry), ACTION: isUnread(entry) ? 'N' : 'Y' }));

export const hide = (entry: RecentEntry) => attempt(() => call('im.recent.hide', { DIALOG_ID: dialogOf(entry) }));

export const leave = (chatId: number) => attempt(() => call('im.chat.leave', { CHAT_ID: chatId }));
