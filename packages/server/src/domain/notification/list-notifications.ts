import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Notification, NotificationFilter } from './notification.ts';

/** Some of what a person was told. */
export interface NotificationPage {
  /** Where it stands: an id that no other chat has. */
  readonly chatId: number;
  readonly notifications: readonly Notification[];
  /** Whoever wrote them. */
  readonly users: readonly User[];
}

/** Where to read on: behind that one of those that wait for a button to be pressed, or of the others (G20). */
export interface NotificationCursor {
  readonly id: number;
  readonly isAmongOpen: boolean;
}

const FROM_NEWEST = Number.MAX_SAFE_INTEGER;

/**
 * What somebody was told: first what waits for a button to be pressed, then the rest, each from the newest on. undefined:
 * they were told nothing.
 */
export async function listNotifications(
  work: Reading,
  person: User,
  cursor: NotificationCursor | undefined,
  limit: number,
): Promise<(NotificationPage & { readonly total: number; readonly unread: number }) | undefined> {
  const chatId = await work.chats.findForNotifications(person.portalId, person.id);
  const total = await work.notifications.countOf(person.id);
  if (chatId === undefined || total === 0) return undefined;
  const isAmongOpen = cursor?.isAmongOpen ?? true;
  const open = isAmongOpen ? await work.notifications.listOpen(person.id, cursor?.id ?? FROM_NEWEST, limit) : [];
  const before = isAmongOpen ? FROM_NEWEST : (cursor?.id ?? FROM_NEWEST);
  const room = limit - open.length;
  const settled = room > 0 ? await work.notifications.listSettled(person.id, before, room) : [];
  const unread = await work.notifications.countUnread(person.id);
  return { ...(await pageOf(work, chatId, [...open, ...settled])), total, unread };
}

/** Of what somebody was told, what is as wanted, from the newest on; `total` counts all of it where it is read from there. */
export async function searchNotifications(
  work: Reading,
  person: User,
  wanted: Omit<NotificationFilter, 'userId'>,
  beforeId: number | undefined,
  limit: number,
): Promise<(NotificationPage & { readonly total: number | undefined }) | undefined> {
  const chatId = await work.chats.findForNotifications(person.portalId, person.id);
  if (chatId === undefined) return undefined;
  const filter = { ...wanted, userId: person.id };
  const found = await work.notifications.listFound(filter, beforeId ?? FROM_NEWEST, limit);
  const page = await pageOf(work, chatId, found);
  if (beforeId !== undefined) return { ...page, total: undefined };
  return { ...page, total: found.length < limit ? found.length : await work.notifications.countFound(filter) };
}

async function pageOf(
  work: Reading,
  chatId: number,
  notifications: readonly Notification[],
): Promise<NotificationPage> {
  const authorIds = new Set(notifications.map(({ authorId }) => authorId).filter((id) => id !== 0));
  return { chatId, notifications, users: await work.users.findUsers([...authorIds]) };
}
