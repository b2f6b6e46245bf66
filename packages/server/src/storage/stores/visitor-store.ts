import type { Visitor } from '#domain/line/session.ts';
import type { Secrets } from '../secrets.ts';
import { recalled, type Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { VisitorTable } from '../tables/line-tables.ts';

const WRITTEN = ['user_id', 'line_id', 'chat_id', 'token_hash'] as const;
export const insert = statement((db, p: ValuesOf<VisitorTable, typeof WRITTEN>) =>
  db.insertInto('visitor').values(valuesOf(p, WRITTEN)),
);
export const byToken = statement((db, p: { lineId: number; tokenHash: string }) =>
  db.selectFrom('visitor').selectAll().where('line_id', '=', p.lineId).where('token_hash', '=', p.tokenHash),
);
export const moveTo = statement((db, p: { userId: number; chatId: number }) =>
  db.updateTable('visitor').set({ chat_id: p.chatId }).where('user_id', '=', p.userId),
);

export function visitorStore(session: Session, secrets: Secrets) {
  return {
    async insertVisitor({ userId, lineId, chatId }: Visitor, token: string): Promise<void> {
      await session.all(insert, {
        user_id: userId,
        line_id: lineId,
        chat_id: chatId,
        token_hash: secrets.hash(token),
      });
    },
    async findByToken(lineId: number, token: string): Promise<Visitor | undefined> {
      const row = await recalled(session, byToken, { lineId, tokenHash: secrets.hash(token) });
      return row && { userId: row.user_id, lineId: row.line_id, chatId: row.chat_id };
    },
    /** The one that they had was taken away. */
    async updateChat(userId: number, chatId: number): Promise<void> {
      await session.all(moveTo, { userId, chatId });
    },
  };
}
