import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { changeManager } from './change-manager.ts';
import type { Chat } from './chat.ts';

/** The same of several; whoever is no member is passed over. */
export async function changeManagers(
  work: UnitOfWork,
  owner: User,
  chat: Chat,
  { userIds, isManager }: { readonly userIds: readonly number[]; readonly isManager: boolean },
): Promise<void> {
  for (const userId of userIds) await changeManager(work, owner, chat.id, { userId, isManager });
}
