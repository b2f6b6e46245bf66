import { done, mapDone, type Outcome } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import type { Message } from '../message/message.ts';
import { findSent, sendInto } from '../message/send-message.ts';
import type { User } from '../user/user.ts';
import { bringFile } from './bring-file.ts';
import type { FullFile } from './file.ts';
import { filesOf } from './list-files.ts';

/** A file as it was named, and as it lies in the chat: what lay elsewhere was copied. */
export interface SentFile {
  readonly namedId: number;
  readonly file: FullFile;
}

export interface SentFiles {
  readonly files: readonly SentFile[];
  readonly message: Message;
}

/** Sends files that `author` may read into a chat that they may write into, all of them with one message (G51). */
export async function sendFiles(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  named: readonly FullFile[],
  { text, isPlain, uuid }: { readonly text: string; readonly isPlain: boolean; readonly uuid?: string | undefined },
): Promise<Outcome<SentFiles, 'file_unreadable'>> {
  const before = await findSent(work, author, chat, uuid);
  if (before) return done(await sentBefore(work, before, named));
  const files: SentFile[] = [];
  for (const one of named) {
    const file = await bringFile(work, author, chat, one);
    if (!file.ok) return { ok: false, reason: 'file_unreadable' };
    files.push({ namedId: one.id, file: { ...file.value, isPlain } });
  }
  const params = { fileIds: files.map(({ file }) => file.id) };
  const message = await sendInto(work, author, chat, { text, params, ...(uuid !== undefined && { uuid }) });
  if (!message.ok) return { ok: false, reason: 'file_unreadable' };
  for (const { file } of files) await work.files.updateSent(file.id, message.value.id, isPlain);
  return mapDone(message, (sent) => ({
    message: sent,
    files: files.map(({ namedId, file }) => ({ namedId, file: { ...file, messageId: sent.id } })),
  }));
}

/** The same files once more, as they were sent with that message. */
async function sentBefore(work: UnitOfWork, message: Message, named: readonly FullFile[]): Promise<SentFiles> {
  const files = await filesOf(work, [message]);
  return { message, files: files.map((file, index) => ({ namedId: named[index]?.id ?? file.id, file })) };
}
