import { tokens } from '#kit/words.ts';
import type { Chat } from '../chat/chat.ts';
import { fullName, type User } from '../user/user.ts';

/** What a word is of: the name or the job of a person or a bot, a department that they work in, the title of a group. */
export type NameWordKind = 'name' | 'position' | 'department' | 'title';

export interface NameWord {
  readonly kind: NameWordKind;
  /** Folded; of a department the digits of its id, as its name may change. */
  readonly word: string;
}

type Named = Pick<User, 'name' | 'lastName' | 'email' | 'workPosition' | 'profile'>;

/** By what a user is found. */
export function wordsOfUser(user: Named): NameWord[] {
  return [
    ...ofKind('name', tokens(fullName(user))),
    ...ofKind('position', tokens(user.workPosition)),
    ...ofKind('department', user.profile.departments.map(String)),
  ];
}

/** By what a chat is found, beside those who are in it. Between two people there is no title. */
export function wordsOfChat({ type, title }: Pick<Chat, 'type' | 'title'>): NameWord[] {
  return type === 'private' ? [] : ofKind('title', tokens(title));
}

function ofKind(kind: NameWordKind, words: readonly string[]): NameWord[] {
  return [...new Set(words)].map((word) => ({ kind, word }));
}
