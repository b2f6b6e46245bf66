import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat, Member } from '../chat/chat.ts';
import type { Dialog, WorkgroupDialog } from '../chat/dialog.ts';
import { accessOpened } from '../chat/notes.ts';
import { markRead } from '../message/mark-read.ts';
import type { User } from '../user/user.ts';

/*
 * What somebody sets on a chat in their list of recent ones. It is theirs alone, and no other member is told.
 */

/** Has a chat stand above all that are not pinned, or ends that. One that was hidden is listed again. */
export async function pinChat(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
  isPinned: boolean,
): Promise<Outcome<true, 'pinning_denied'>> {
  const place = await placeIn(work, user, dialog);
  if (!place) return refused('pinning_denied');
  if (place.member.isPinned === isPinned) return done(true);
  await work.recent.updatePinned(place.chat.id, user.id, isPinned, work.now);
  announce(work, user, place.chat);
  return done(true);
}

/** Takes a chat out of the list until something is written in it; false: they are in no such chat (G30). */
export async function hideChat(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
): Promise<Outcome<boolean>> {
  const place = await placeIn(work, user, dialog);
  if (!place) return done(false);
  const newest = await work.messages.findLast(place.chat.id);
  await work.recent.updateHidden(place.chat.id, user.id, newest?.id ?? 0, work.now);
  announce(work, user, place.chat);
  return done(true);
}

/**
 * Marks a chat as unread; one that was hidden is listed again. false: they are in no such chat (G30), or nothing is written
 * in it: it is not listed, so nobody could see the mark that is counted.
 */
export async function markChat(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
): Promise<Outcome<boolean>> {
  const place = await placeIn(work, user, dialog);
  if (!place) return done(false);
  if (place.member.isMarked) return done(true);
  if (!(await work.messages.findLast(place.chat.id))) return done(false);
  await work.recent.updateMarked(place.chat.id, user.id, work.now);
  announce(work, user, place.chat);
  return done(true);
}

/** Takes the mark off and reads the chat. */
export async function unmarkChat(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
): Promise<Outcome<boolean>> {
  return done((await markRead(work, user, dialog, undefined)).ok);
}

async function placeIn(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
): Promise<{ readonly chat: Chat; readonly member: Member } | undefined> {
  const view = await accessOpened(work, user, dialog);
  if (!view.ok) return undefined;
  const { chat, member } = view.value;
  return member && { chat, member };
}

function announce(work: UnitOfWork, user: User, { id, portalId }: Chat): void {
  work.announce({ type: 'recentChanged', portalId, chatId: id, userId: user.id });
}
