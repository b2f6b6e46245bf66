import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { ownApplication } from '../application/access-application.ts';
import type { Caller } from '../caller.ts';
import { storedText } from '../message/stored-text.ts';
import type { Attach } from '../message-parts/attach.ts';
import { canSee } from '../user/access-user.ts';
import type { User } from '../user/user.ts';
import { FROM_APPLICATION, type Notification, type NotificationDraft } from './notification.ts';

/** What a program tells somebody. */
export interface NotificationContent {
  readonly text: string;
  readonly attach: readonly Attach[] | null;
  /** With an application, what it told the same person under that tag before goes (G11). */
  readonly tag: string | null;
  readonly subTag: string | null;
  /** It comes from nobody. */
  readonly isSystem: boolean;
}

/**
 * A program tells somebody something in a person's name. Nobody is told (undefined) who is not there, was dismissed, is a
 * bot or not to be seen by that person (G9). Of a program that does not say which one it is, tags have no effect (G12).
 */
export async function notify(
  work: UnitOfWork,
  caller: Caller,
  recipientId: number,
  { text, attach, tag, subTag, isSystem }: NotificationContent,
): Promise<Notification | undefined> {
  const { user: sender } = caller;
  const recipient = await work.users.findUser(recipientId);
  if (!recipient?.isActive || recipient.isBot || !(await canSee(work, sender, recipient))) return undefined;
  const application = await ownApplication(work, caller);
  return tell(work, recipient, {
    ...FROM_APPLICATION,
    userId: recipient.id,
    authorId: isSystem ? 0 : sender.id,
    applicationId: application.ok ? application.value.id : null,
    tag,
    subTag,
    subjectId: 0,
    text: storedText(text),
    attach,
    isOpen: false,
  });
}

/** Keeps it for who is told. Checks no rights: the actions that call this have. */
export async function tell(work: UnitOfWork, recipient: User, draft: NotificationDraft): Promise<Notification> {
  const { id: userId, portalId } = recipient;
  const chatId =
    (await work.chats.findForNotifications(portalId, userId)) ??
    (await work.chats.insertForNotifications(portalId, userId, work.now));
  // Until the unit ends nobody else tells them anything: of one tag there is one, and times do not go back.
  await work.chats.lockChat(chatId);
  if (draft.applicationId !== null && draft.tag !== null)
    await work.notifications.deleteTagged(draft.applicationId, draft.tag, userId);
  const newestTime = (await work.notifications.findNewestTime(userId)) ?? 0;
  const notification = await work.notifications.insertNotification(draft, Math.max(work.now, newestTime));
  await work.notifications.deleteOld(userId);
  work.announce({ type: 'notificationAdded', portalId, userId, notificationId: notification.id });
  return notification;
}
