import type { Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessDialog, type ChatRefusal, type ChatView } from './access-chat.ts';
import type { Dialog, WorkgroupDialog } from './dialog.ts';
import { openPrivateChat } from './open-private-chat.ts';

/** Whether a dialog is somebody's with themselves, which is for notes (R40). A bot has none. */
export function areNotesOf(user: User, dialog: Dialog | WorkgroupDialog): boolean {
  return dialog.kind === 'user' && dialog.userId === user.id && !user.isBot;
}

/** A dialog that somebody reads or sets something on: where that is their notes, they are opened by it (R40). */
export async function accessOpened(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
): Promise<Outcome<ChatView, ChatRefusal>> {
  const view = await accessDialog(work, user, dialog);
  if (view.ok || !areNotesOf(user, dialog)) return view;
  await openPrivateChat(work, user, user.id);
  return accessDialog(work, user, dialog);
}
