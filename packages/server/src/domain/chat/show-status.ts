import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import type { AgentStatus } from './agent-status.ts';
import type { Chat } from './chat.ts';

/** Shows those in a chat that a bot is at work there, and with what; null: it is typing. */
export function showStatus(
  work: UnitOfWork,
  bot: User,
  chat: Chat,
  { status, seconds }: { readonly status: AgentStatus | null; readonly seconds: number },
): void {
  const shown = { seconds, ...(status && { status }) };
  work.announce({ type: 'typing', portalId: chat.portalId, chatId: chat.id, userId: bot.id, ...shown });
}
