import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Application } from '../application/application.ts';
import type { User } from '../user/user.ts';
import { announceChange } from './read-notifications.ts';

/** Takes one away: who was told may do that, and the application that sent it (G13). Answers whether it went. */
export async function deleteNotification(
  work: UnitOfWork,
  person: User,
  application: Application | undefined,
  id: number,
): Promise<boolean> {
  const found = await work.notifications.findNotification(id);
  const isOwn = found?.userId === person.id;
  const isSent = application !== undefined && found?.applicationId === application.id;
  if (!found || !(isOwn || isSent)) return false;
  await work.notifications.deleteNotification(id);
  announceChange(work, { portalId: person.portalId, id: found.userId });
  return true;
}

/** By which of its tags an application takes away what it sent. */
export type TagKind = 'tag' | 'subTag';

/** Takes away `limit` of what an application told anybody under a tag. */
export async function deleteTagged(
  work: UnitOfWork,
  { id: applicationId, portalId }: Application,
  kind: TagKind,
  name: string,
  limit: number,
): Promise<'nothing' | 'some' | 'all'> {
  const { notifications } = work;
  const ids =
    kind === 'tag'
      ? await notifications.listWithTag(applicationId, name, limit + 1)
      : await notifications.listWithSubTag(applicationId, name, limit + 1);
  const told = await notifications.deleteAmong(ids.slice(0, limit));
  for (const id of new Set(told)) announceChange(work, { portalId, id });
  if (ids.length > limit) return 'some';
  return told.length > 0 ? 'all' : 'nothing';
}
