import { toIso } from '#api/kernel/call/time-block.ts';
import { buttonsOf } from '#domain/notification/answer-notification.ts';
import type { NotificationPage } from '#domain/notification/list-notifications.ts';
import { FROM_APPLICATION, type Notification } from '#domain/notification/notification.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { yesNo } from '../basic/yes-no.ts';
import { presentAttach } from '../message/present-parts.ts';
import { presentUsers } from '../user/present.ts';
import type { HtmlTexts } from './html-texts.ts';

export async function presentPage(
  work: Reading,
  { chatId, notifications, users }: NotificationPage,
  { origin, html }: { readonly origin: string; readonly html: HtmlTexts | undefined },
) {
  return {
    chat_id: chatId,
    notifications: notifications.map((one) => presentNotification(one, chatId, html)),
    users: await presentUsers(work, users, origin),
  };
}

function presentNotification(notification: Notification, chatId: number, html: HtmlTexts | undefined) {
  const { id, module, event, text, attach, isOpen } = notification;
  return {
    id,
    chat_id: chatId,
    author_id: notification.authorId,
    date: toIso(notification.createdAt),
    notify_type: typeOf(notification),
    notify_module: module,
    notify_event: event,
    notify_tag: presentTag(notification, notification.tag),
    notify_sub_tag: presentTag(notification, notification.subTag),
    notify_title: '',
    setting_name: `${module}|${event}`,
    text: html ? html.of(notification) : text,
    notify_read: yesNo(notification.isRead),
    ...(isOpen && { notify_buttons: presentButtons(notification) }),
    params: attach && { ATTACH: presentAttach(attach, { id }) },
  };
}

/** One whose buttons were pressed is one like any other. */
function typeOf({ isOpen, authorId }: Notification): 1 | 2 | 4 {
  if (isOpen) return 1;
  return authorId === 0 ? 4 : 2;
}

/** Tags of applications tell whose they are (G10). */
function presentTag({ module, applicationId }: Notification, tag: string | null): string {
  if (tag === null || module !== FROM_APPLICATION.module) return tag ?? '';
  return `MP|${applicationId ?? 0}|${tag}`;
}

/** The tag in it, and the number of its application; one that was not taken from an answer is a tag as it was sent. */
export function parseTag(text: string): { name: string; applicationId?: number } {
  const [, application, name] = /^MP\|(\d{1,15})\|(.*)$/s.exec(text) ?? [];
  if (application === undefined || name === undefined) return { name: text };
  return Number(application) === 0 ? { name } : { name, applicationId: Number(application) };
}

function presentButtons(notification: Notification): string {
  return JSON.stringify(
    buttonsOf(notification).map(({ title, isAgreement }) => ({
      TYPE: 'BUTTON',
      TEXT: title,
      COMMAND: 'notifyConfirm',
      COMMAND_PARAMS: `${notification.id}|${yesNo(isAgreement)}`,
      DISPLAY: 'LINE',
      TEXT_COLOR: '#ffffff',
      BG_COLOR: isAgreement ? '#8bc84b' : '#ef4b57',
    })),
  );
}
