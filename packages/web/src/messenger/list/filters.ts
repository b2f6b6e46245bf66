import { isUnread, otherIn, type RecentEntry } from '../../stores/recent-entry.ts';

export const FILTERS = ['all', 'unread', 'bots', 'groups'] as const;
export type Filter = (typeof FILTERS)[number];

const PASSES: Readonly<Record<Filter, (entry: RecentEntry) => boolean>> = {
  all: () => true,
  unread: isUnread,
  bots: (entry) => otherIn(entry)?.bot === true,
  groups: ({ chat }) => chat.type === 'chat',
};

/** @param dialogId the open chat, which stays where it is when it is read */
export function passing(entries: readonly RecentEntry[], filter: Filter, dialogId: string | undefined): RecentEntry[] {
  return entries.filter(
    (entry) => PASSES[filter](entry) || (filter === 'unread' && String(entry.chat.id) === dialogId),
  );
}
