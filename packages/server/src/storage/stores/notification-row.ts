import type { Selectable } from 'kysely';
import type { Attach } from '#domain/message-parts/attach.ts';
import type { Notification } from '#domain/notification/notification.ts';
import type { NotificationTable } from '../tables/notification-table.ts';

export function toNotification(row: Selectable<NotificationTable>): Notification {
  return {
    id: row.id,
    userId: row.user_id,
    authorId: row.author_id,
    applicationId: row.application_id,
    module: row.module,
    event: row.event,
    tag: row.tag,
    subTag: row.sub_tag,
    subjectId: row.subject_id,
    text: row.text,
    attach: row.attach === null ? null : (JSON.parse(row.attach) as Attach[]),
    isOpen: row.is_open === 1,
    isRead: row.is_read === 1,
    createdAt: row.created_at,
  };
}
