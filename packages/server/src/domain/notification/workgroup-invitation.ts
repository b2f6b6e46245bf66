import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { quitChat } from '../chat/quit-chat.ts';
import { sendMessage } from '../message/send-message.ts';
import type { User } from '../user/user.ts';
import { answersFor } from './invitation-answers.ts';
import type { Notification, NotificationButton, NotificationKind } from './notification.ts';
import { tell } from './notify.ts';

/** A guest who is let into a workgroup is in its chat at once, and may go again. */
export const WORKGROUP_INVITATION: NotificationKind = { module: 'im', event: 'invite' };

export const INVITATION_BUTTONS: readonly NotificationButton[] = [
  { title: 'Accept', isAgreement: true },
  { title: 'Decline', isAgreement: false },
];

export async function tellOfInvitation(work: UnitOfWork, inviter: User, guest: User, chat: Chat): Promise<void> {
  await tell(work, guest, {
    ...WORKGROUP_INVITATION,
    userId: guest.id,
    authorId: inviter.id,
    applicationId: null,
    tag: `IM|INVITE|${chat.id}`,
    subTag: null,
    subjectId: chat.id,
    text: `Invites you to the workgroup "${chat.title}"`,
    attach: null,
    isOpen: true,
  });
}

/** Answers what the guest is to read. */
export async function settleInvitation(
  work: UnitOfWork,
  guest: User,
  { subjectId }: Notification,
  accepts: boolean,
): Promise<string> {
  const chat = await work.chats.findChat(subjectId);
  const isIn = chat !== undefined && (await work.members.findMember(chat.id, guest.id)) !== undefined;
  const answers = await answersFor(work, guest);
  if (accepts) return isIn ? answers.accepted : answers.gone;
  if (isIn) await quitChat(work, guest, chat);
  return answers.declined;
}

/** Writes to who sent the invitation; undefined: they cannot be written to any more. */
export async function answerInvitation(
  work: UnitOfWork,
  guest: User,
  { authorId }: Notification,
  text: string,
): Promise<string | undefined> {
  const sent = await sendMessage(work, guest, { kind: 'user', userId: authorId }, { text, params: {} });
  return sent.ok ? (await answersFor(work, guest)).passedOn : undefined;
}
