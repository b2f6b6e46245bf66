import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
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
