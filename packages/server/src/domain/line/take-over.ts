import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { User } from '../user/user.ts';
import { holdChat, letGo } from './hold-chat.ts';

/**
 * A person who writes to a visitor whom nobody has in hand has them from now on: the bot leaves, and so do the others who
 * were asked. To be done before what they write is told to anybody.
 */
export async function takeOver(work: UnitOfWork, person: User, chat: Chat): Promise<void> {
  if (chat.type !== 'line' || person.isBot || person.isVisitor) return;
  await work.chats.lockChat(chat.id);
  const session = await work.lineSessions.findOpen(chat.id);
  if (!session || session.state === 'operator') return;
  const { botId, askedIds } = session;
  await work.lineSessions.updateSession({
    ...session,
    state: 'operator',
    operatorId: person.id,
    askedIds: [],
    dueAt: null,
  });
  await holdChat(work, chat, person);
  await letGo(work, chat, [botId, ...askedIds.filter((id) => id !== person.id)]);
}
