import { done, type Outcome } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { accessUser } from '../user/access-user.ts';
import type { User } from '../user/user.ts';
import { accessDialog, type ChatRefusal } from './access-chat.ts';
import type { Dialog, WorkgroupDialog } from './dialog.ts';

export interface PeopleWindow {
  readonly withBots: boolean;
  /** Only those with larger ids. */
  readonly afterId: number;
  /** How many of these are passed over. */
  readonly offset: number;
  readonly limit: number;
}

export interface PeopleIn {
  /** By id. */
  readonly users: readonly User[];
  /** How many there are in all, wherever the window is. */
  readonly total: number;
  /** There are some behind the window. */
  readonly hasMore: boolean;
}

/**
 * Those in a dialog, for somebody who may look into it. Two people who have not written to each other yet are in a dialog
 * no less (G37).
 */
export async function listPeopleIn(
  work: Reading,
  viewer: User,
  dialog: Dialog | WorkgroupDialog,
  window: PeopleWindow,
): Promise<Outcome<PeopleIn, ChatRefusal | 'user_not_found' | 'user_denied'>> {
  const view = await accessDialog(work, viewer, dialog);
  if (!view.ok) return dialog.kind === 'user' ? pairOf(work, viewer, dialog.userId, window) : view;
  const { id } = view.value.chat;
  const ids = await work.members.listPageOf(id, window.withBots, window.afterId, window.offset, window.limit + 1);
  return done({
    users: await work.users.findUsers(ids.slice(0, window.limit)),
    total: window.withBots ? await work.members.countOf(id) : await work.members.countPeopleOf(id),
    hasMore: ids.length > window.limit,
  });
}

async function pairOf(
  work: Reading,
  viewer: User,
  otherId: number,
  { withBots, afterId, offset, limit }: PeopleWindow,
): Promise<Outcome<PeopleIn, 'user_not_found' | 'user_denied'>> {
  const other = await accessUser(work, viewer, otherId);
  if (!other.ok) return other;
  const both = other.value.id === viewer.id ? [viewer] : [viewer, other.value].sort((a, b) => a.id - b.id);
  const pair = both.filter(({ isBot }) => withBots || !isBot);
  const behind = pair.filter(({ id }) => id > afterId).slice(offset);
  return done({ users: behind.slice(0, limit), total: pair.length, hasMore: behind.length > limit });
}
