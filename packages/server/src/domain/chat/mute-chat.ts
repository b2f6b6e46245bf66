import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { accessDialog } from './access-chat.ts';
import type { Dialog, WorkgroupDialog } from './dialog.ts';

/** A member of a group is told no more of what is written there, or is told again; the others see who is not. */
export async function muteChat(
  work: UnitOfWork,
  user: User,
  dialog: Dialog | WorkgroupDialog,
  isMuted: boolean,
): Promise<Outcome<true, 'muting_denied'>> {
  const view = await accessDialog(work, user, dialog);
  if (!view.ok || !view.value.member || view.value.chat.type === 'private') return refused('muting_denied');
  const { chat, member } = view.value;
  if (member.isMuted === isMuted) return done(true);
  await work.members.updateMuted(chat.id, user.id, isMuted);
  work.announce({ type: 'membersChanged', portalId: chat.portalId, chatId: chat.id, formerIds: [] });
  return done(true);
}
