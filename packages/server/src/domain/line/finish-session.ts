import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { postSystemLine } from '../message/post-message.ts';
import type { LineView } from './access-session.ts';
import { letGo } from './hold-chat.ts';

/**
 * Ends a conversation: the bot leaves, and whoever was asked. Who had it in hand keeps what was written. What the visitor
 * writes next begins another one. One that has ended is no fault (G59).
 */
export async function finishSession(work: UnitOfWork, { chat, session }: LineView): Promise<true> {
  if (session.state === 'closed') return true;
  const { botId, askedIds } = session;
  await work.lineSessions.updateSession({ ...session, state: 'closed', askedIds: [], dueAt: null, closedAt: work.now });
  await postSystemLine(work, chat, 'The conversation was finished', { code: 'finished' });
  await letGo(work, chat, [botId, ...askedIds]);
  return true;
}
