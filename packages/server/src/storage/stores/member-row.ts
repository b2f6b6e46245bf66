import type { Selectable } from 'kysely';
import type { Member, Role } from '#domain/chat/chat.ts';
import type { MemberTable } from '../tables/chat-tables.ts';

export function toMember(row: Selectable<MemberTable>): Member {
  return {
    chatId: row.chat_id,
    userId: row.user_id,
    isBot: row.is_bot === 1,
    role: row.role as Role,
    historyAfter: row.history_after,
    lastReadId: row.last_read_id,
    lastReadAt: row.last_read_at,
    isMuted: row.is_muted === 1,
    isPinned: row.is_pinned === 1,
    isMarked: row.is_marked === 1,
  };
}
