import { CallError, type ChatFile, type Message } from '@botyard/client';
import { batch, call } from '../calls.ts';
import type { Chat } from './chat.ts';
import { type Conversation, paramsOf } from './conversation.ts';
import { usePeople } from './people.ts';

export const PAGE = 50;

/** Milliseconds for which the addresses of a file can be used, less some for what is under way. */
const GOOD_FOR = 13 * 60_000;
const readAt = new WeakMap<ChatFile, number>();

export function isFresh(file: ChatFile): boolean {
  return Date.now() - (readAt.get(file) ?? 0) < GOOD_FOR;
}

/** What is told of the dialog itself, and how far it is read. */
export async function readChat(conversation: Conversation): Promise<void> {
  const readBefore = new Map(conversation.readUpTo);
  takeChat(conversation, await call('im.dialog.get', { DIALOG_ID: conversation.dialogId }), readBefore);
}

/** @param readBefore how far the others had read when it was asked for: what is told of that meanwhile is newer */
function takeChat(conversation: Conversation, chat: Chat, readBefore: ReadonlyMap<number, number>): void {
  conversation.chatId = chat.id;
  conversation.chat = chat;
  conversation.ownReadUpTo = chat.last_id;
  conversation.unreadCount = chat.counter;
  const { readUpTo } = conversation;
  const told = new Map(chat.readed_list.map(({ user_id, message_id }) => [user_id, message_id]));
  for (const userId of new Set([...told.keys(), ...readBefore.keys()])) {
    if (readUpTo.get(userId) !== readBefore.get(userId)) continue;
    const upTo = told.get(userId);
    // Whoever is not told of has left.
    if (upTo === undefined) readUpTo.delete(userId);
    else readUpTo.set(userId, upTo);
  }
}

/** The same with the newest messages, in one request: what is shown is made once, and the sooner. */
export async function readDialog(conversation: Conversation): Promise<Message[]> {
  const asked = { DIALOG_ID: conversation.dialogId };
  const readBefore = new Map(conversation.readUpTo);
  const { chat, history } = await batch({
    chat: ['im.dialog.get', asked],
    history: ['im.dialog.messages.get', { ...asked, LIMIT: PAGE }],
  });
  // What is wrong with the chat is told first.
  if (chat instanceof CallError) throw chat;
  takeChat(conversation, chat, readBefore);
  if (history instanceof CallError) throw history;
  return takePart(conversation, history);
}

/** Whether nobody has written yet in the dialog with somebody who is there. */
export async function isUnspoken({ dialogId }: Conversation): Promise<boolean> {
  if (!/^\d+$/.test(dialogId)) return false;
  try {
    usePeople().learn([await call('im.user.get', { ID: Number(dialogId) })]);
    return true;
  } catch {
    return false;
  }
}

type History = Awaited<ReturnType<typeof call<'im.dialog.messages.get'>>>;

/** Which part of a dialog: what is right before a message, right behind it, or the newest. */
type Part = { readonly before?: number; readonly after?: number };

/** Reads a part of a dialog, oldest first, and remembers the people and files in it. */
export async function readPart(conversation: Conversation, { before, after }: Part, limit = PAGE): Promise<Message[]> {
  const history = await call('im.dialog.messages.get', {
    DIALOG_ID: conversation.dialogId,
    LIMIT: limit,
    ...(before !== undefined && { LAST_ID: before }),
    ...(after !== undefined && { FIRST_ID: after }),
  });
  return takePart(conversation, history);
}

function takePart(conversation: Conversation, history: History): Message[] {
  usePeople().learn(history.users);
  for (const file of history.files) {
    conversation.files.set(file.id, file);
    readAt.set(file, Date.now());
  }
  conversation.chatId = history.chat_id;
  return [...history.messages].reverse();
}

/** One message of the dialog; undefined: it is gone, or not to be seen. */
export async function readMessage(conversation: Conversation, messageId: number): Promise<Message | undefined> {
  const [message] = await readPart(conversation, { after: messageId - 1 }, 1);
  return message?.id === messageId ? message : undefined;
}

/** What stands around a message, which need not be there any more. */
export async function readAround(conversation: Conversation, messageId: number) {
  const [older, newer] = await Promise.all([
    readPart(conversation, { before: messageId }, PAGE / 2),
    readPart(conversation, { after: messageId - 1 }),
  ]);
  return {
    messages: [...older, ...newer],
    hasOlder: older.length === PAGE / 2,
    hasNewer: newer.length === PAGE,
  };
}

/** What cannot be seen in the messages themselves: their files, and what they reply to. */
export async function readMissing(conversation: Conversation, messages: readonly Message[]): Promise<void> {
  const known = new Map(messages.map((message) => [message.id, message]));
  for (const message of messages) {
    const { FILE_ID = [], REPLY_ID } = paramsOf(message);
    if (FILE_ID.some((id) => !conversation.files.has(id))) await readMessage(conversation, message.id);
    if (REPLY_ID === undefined || known.has(REPLY_ID) || conversation.quoted.has(REPLY_ID)) continue;
    conversation.quoted.set(REPLY_ID, null);
    conversation.quoted.set(REPLY_ID, (await readMessage(conversation, REPLY_ID)) ?? null);
  }
}

/** Whether a call failed because the portal could not be reached, or was too busy: the same may succeed later. */
export function isPassing(error: unknown): boolean {
  return !(error instanceof CallError) || error.status >= 500 || error.status === 429 || error.code === 'NO_ANSWER';
}

export function inWords(error: unknown): string {
  if (error instanceof CallError) return error.description || error.code;
  return error instanceof Error ? error.message : String(error);
}
