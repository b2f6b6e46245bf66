import { done, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { accessFile } from '../file/access-file.ts';
import { bringFile } from '../file/bring-file.ts';
import type { User } from '../user/user.ts';
import { accessReadable } from './access-message.ts';
import type { Message, MessageParams } from './message.ts';
import { type MessageContent, postMessage } from './post-message.ts';
import { type ReplyRefusal, sendInto } from './send-message.ts';

/** A message to be forwarded, and how its sender calls it. */
export interface Forwarded {
  readonly uuid: string;
  readonly id: number;
}

/** What was written, if anything was, and the ids of the copies by what they are called. */
export interface Sent {
  readonly message: Message | undefined;
  readonly copies: Readonly<Record<string, number>>;
}

/** Writes a message into a chat that `author` may write into, unless it is empty, and copies of others behind it. */
export async function sendWithForwarded(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  content: MessageContent,
  named: readonly Forwarded[],
): Promise<Outcome<Sent, ReplyRefusal>> {
  if (content.text === '' && !content.params.attach && named.length > 0)
    return done({ message: undefined, copies: await forwardMessages(work, author, chat, named) });
  const sent = await sendInto(work, author, chat, content);
  if (!sent.ok) return sent;
  return done({ message: sent.value, copies: await forwardMessages(work, author, chat, named) });
}

/**
 * Writes copies of messages that `author` reads into a chat; answers the ids of the copies by what they are called. What
 * is not there to be read, and what was deleted, is passed over. Buttons stay with their bot.
 */
async function forwardMessages(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  named: readonly Forwarded[],
): Promise<Readonly<Record<string, number>>> {
  if (named.length === 0) return {};
  const copies: [string, number][] = [];
  for (const { uuid, id } of named) {
    const view = await accessReadable(work, author, id);
    if (!view.ok || view.value.message.deletedAt !== null) continue;
    const original = view.value.message;
    const fileIds = await copyFiles(work, author, chat, original);
    const params = { ...carried(original), ...(fileIds.length > 0 && { fileIds }) };
    const { id: copyId } = await postMessage(work, author, chat, { text: original.text, uuid, params });
    for (const fileId of fileIds) await work.files.updateSent(fileId, copyId, false);
    copies.push([uuid, copyId]);
  }
  return Object.fromEntries(copies);
}

function carried({ id, chatId, authorId, isSystem, createdAt, params }: Message): MessageParams {
  const { attach, urlPreview, forward } = params;
  return {
    ...(attach && { attach }),
    ...(urlPreview !== undefined && { urlPreview }),
    forward: forward ?? { id, userId: isSystem ? 0 : authorId, chatId, at: createdAt },
  };
}

/** One whose content is gone is left behind. */
async function copyFiles(work: UnitOfWork, author: User, chat: Chat, { params }: Message): Promise<number[]> {
  const ids: number[] = [];
  for (const fileId of params.fileIds ?? []) {
    const file = await accessFile(work, author, fileId);
    const copy = file.ok ? await bringFile(work, author, chat, file.value) : undefined;
    if (copy?.ok) ids.push(copy.value.id);
  }
  return ids;
}
