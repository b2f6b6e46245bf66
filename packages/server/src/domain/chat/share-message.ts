import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { Reading, UnitOfWork } from '#storage/unit-of-work.ts';
import type { Message } from '../message/message.ts';
import { attachedWords } from '../message/outline.ts';
import { fullName, type User } from '../user/user.ts';
import type { Chat } from './chat.ts';
import { createChat } from './create-chat.ts';

/** Each member is put into the new chat: with more than this everybody would wait for it. */
const MOST_MEMBERS = 1_000;

/** A new group of those who are in a chat, which begins with the quoted message (G38). */
export async function shareIntoChat(
  work: UnitOfWork,
  user: User,
  chat: Chat,
  message: Message,
): Promise<Outcome<true, 'message_elsewhere' | 'too_many_members'>> {
  if (message.chatId !== chat.id) return refused('message_elsewhere');
  if ((await work.members.countOf(chat.id)) > MOST_MEMBERS) return refused('too_many_members');
  const members = await work.members.listOfChat(chat.id);
  await createChat(work, user, {
    type: 'group',
    title: '',
    description: '',
    color: '',
    entity: { type: '', id: '' },
    memberIds: members.map(({ userId }) => userId),
    firstMessage: await quoteOf(work, message),
  });
  return done(true);
}

/** Its lines are those of a quote: a command at the beginning of one is not called by it. */
async function quoteOf(work: Reading, { authorId, createdAt, isSystem, text, params }: Message): Promise<string> {
  const author = isSystem || authorId === 0 ? undefined : await work.users.findUser(authorId);
  const writtenAt = new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ');
  const head = author ? `${fullName(author)} [${writtenAt}]` : `[${writtenAt}]`;
  return [head, ...(text === '' ? [] : text.split('\n')), ...attachedWords(params)]
    .map((line) => `>>${line}`)
    .join('\n');
}
