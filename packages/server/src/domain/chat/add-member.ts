import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { Chat, Role } from './chat.ts';

/** Adds a member to a chat. Checks no rights and sends no event: the actions that call this do. */
export async function addMember(
  work: UnitOfWork,
  chat: Chat,
  user: User,
  role: Role,
  historyAfter: number,
  lastReadId = 0,
): Promise<void> {
  await work.members.insertMember(
    { chatId: chat.id, userId: user.id, isBot: user.isBot, role, historyAfter, lastReadId },
    work.now,
  );
}
