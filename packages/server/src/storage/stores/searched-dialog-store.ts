import type { Dialog } from '#domain/chat/dialog.ts';
import type { Session } from '../session.ts';
import { statement } from '../statement.ts';

interface Entry {
  userId: number;
  otherId: number;
  chatId: number;
}
export const insert = statement((db, p: Entry) =>
  db
    .insertInto('searched_dialog')
    .values({ user_id: p.userId, other_id: p.otherId, chat_id: p.chatId })
    // Somebody else has just done the same: then it is the newest.
    .onConflict((oc) => oc.columns(['user_id', 'other_id', 'chat_id']).doNothing()),
);
export const remove = statement((db, p: Entry) =>
  db
    .deleteFrom('searched_dialog')
    .where('user_id', '=', p.userId)
    .where('other_id', '=', p.otherId)
    .where('chat_id', '=', p.chatId)
    .returning('id'),
);
export const newest = statement((db, p: { userId: number; limit: number }) =>
  db
    .selectFrom('searched_dialog')
    .select(['other_id', 'chat_id'])
    .where('user_id', '=', p.userId)
    .orderBy('id', 'desc')
    .limit(p.limit),
);
export const removeOlder = statement((db, p: { userId: number; kept: number }) =>
  db
    .deleteFrom('searched_dialog')
    .where('user_id', '=', p.userId)
    .where('id', 'not in', (eb) =>
      eb.selectFrom('searched_dialog').select('id').where('user_id', '=', p.userId).orderBy('id', 'desc').limit(p.kept),
    ),
);

/** Dialogs that people went to from their search. */
export function searchedDialogStore(session: Session) {
  return {
    /** As the newest; of a user's so many are kept. */
    async insertDialog(userId: number, dialog: Dialog, kept: number): Promise<void> {
      await session.all(remove, toEntry(userId, dialog));
      await session.all(insert, toEntry(userId, dialog));
      await session.all(removeOlder, { userId, kept });
    },
    /** false: it was not there. */
    async deleteDialog(userId: number, dialog: Dialog): Promise<boolean> {
      return (await session.all(remove, toEntry(userId, dialog))).length > 0;
    },
    /** The newest first. */
    async listOfUser(userId: number, limit: number): Promise<Dialog[]> {
      const rows = await session.all(newest, { userId, limit });
      return rows.map(({ other_id: otherId, chat_id: chatId }) =>
        otherId === 0 ? { kind: 'chat', chatId } : { kind: 'user', userId: otherId },
      );
    },
  };
}

function toEntry(userId: number, dialog: Dialog): Entry {
  return dialog.kind === 'user'
    ? { userId, otherId: dialog.userId, chatId: 0 }
    : { userId, otherId: 0, chatId: dialog.chatId };
}
