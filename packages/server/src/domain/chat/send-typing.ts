import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { accessUser } from '../user/access-user.ts';
import type { User } from '../user/user.ts';
import { accessDialog } from './access-chat.ts';
import type { Dialog } from './dialog.ts';

/** Shows those in the dialog that `user` is typing. Without anybody to show it to, nothing happens. */
export async function sendTyping(work: UnitOfWork, user: User, dialog: Dialog): Promise<Outcome<true>> {
  const view = await accessDialog(work, user, dialog);
  if (view.ok && view.value.member) {
    const { portalId, id: chatId } = view.value.chat;
    work.announce({ type: 'typing', portalId, chatId, userId: user.id });
  }
  return done(true);
}

/** The same for a person, who is told where they cannot write. To somebody they have not written to yet, nothing is shown. */
export async function showTyping(
  work: UnitOfWork,
  user: User,
  dialog: Dialog,
): Promise<Outcome<true, 'chat_unavailable'>> {
  const view = await accessDialog(work, user, dialog);
  const canWrite = view.ok ? view.value.member !== undefined : await isInSight(work, user, dialog);
  if (!canWrite) return refused('chat_unavailable');
  return sendTyping(work, user, dialog);
}

async function isInSight(work: UnitOfWork, viewer: User, dialog: Dialog): Promise<boolean> {
  return dialog.kind === 'user' && (await accessUser(work, viewer, dialog.userId)).ok;
}
