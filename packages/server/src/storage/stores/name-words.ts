import type { NameWord } from '#domain/search/name-words.ts';
import type { Session } from '../session.ts';
import { statement, type ValuesOf, valuesOf } from '../statement.ts';
import type { NameWordTable } from '../tables/search-tables.ts';

/*
 * Words by which people, bots and groups are found. Kept by the stores of users and of chats, with every name they write.
 */

const WRITTEN = ['portal_id', 'kind', 'word', 'owner_id'] as const;
export const insert = statement((db, p: ValuesOf<NameWordTable, typeof WRITTEN>) =>
  db.insertInto('name_word').values(valuesOf(p, WRITTEN)),
);
export const ofUser = statement((db, p: { userId: number }) =>
  db.deleteFrom('name_word').where('owner_id', '=', p.userId).where('kind', '<>', 'title'),
);
export const ofChat = statement((db, p: { chatId: number }) =>
  db.deleteFrom('name_word').where('owner_id', '=', p.chatId).where('kind', '=', 'title'),
);

export interface Named {
  readonly portalId: number;
  readonly id: number;
}

export async function insertNameWords(session: Session, named: Named, words: readonly NameWord[]): Promise<void> {
  for (const { kind, word } of words)
    await session.all(insert, { portal_id: named.portalId, kind, word, owner_id: named.id });
}

export async function updateUserWords(session: Session, user: Named, words: readonly NameWord[]): Promise<void> {
  await session.all(ofUser, { userId: user.id });
  await insertNameWords(session, user, words);
}

export async function updateTitleWords(session: Session, chat: Named, words: readonly NameWord[]): Promise<void> {
  await deleteTitleWords(session, chat.id);
  await insertNameWords(session, chat, words);
}

export async function deleteTitleWords(session: Session, chatId: number): Promise<void> {
  await session.all(ofChat, { chatId });
}
