import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { Chat } from '../chat/chat.ts';
import { accessFile } from '../file/access-file.ts';
import { bringFile } from '../file/bring-file.ts';
import { outsideCode } from '../message-parts/code-span.ts';
import type { User } from '../user/user.ts';
import type { Message } from './message.ts';
import { type MessageContent, postMessage } from './post-message.ts';

const NAMED = /\[DISK=(\d{1,15})\]/gi;
/** Files of one message. */
const MOST = 50;

/**
 * Posts a message with the files that its text names as `[DISK=12]` (N26), which go from the text. A code of what `author`
 * may not read stays: it says no more than they know.
 */
export async function postWithFiles(
  work: UnitOfWork,
  author: User,
  chat: Chat,
  content: MessageContent,
): Promise<Message> {
  const named = content.text.includes('[') ? [...outsideCode(content.text, NAMED)] : [];
  const brought = new Map<number, number>();
  for (const { 1: digits } of named) {
    const id = Number(digits);
    if (brought.has(id) || brought.size >= MOST) continue;
    const file = await accessFile(work, author, id);
    const here = file.ok ? await bringFile(work, author, chat, file.value) : undefined;
    if (here?.ok) brought.set(id, here.value.id);
  }
  if (brought.size === 0) return postMessage(work, author, chat, content);
  const ids = [...brought.values()];
  const message = await postMessage(work, author, chat, {
    ...content,
    text: withoutThese(content.text, named, brought),
    params: { ...content.params, fileIds: [...(content.params.fileIds ?? []), ...ids] },
  });
  for (const id of ids) await work.files.updateSent(id, message.id, false);
  return message;
}

function withoutThese(text: string, named: readonly RegExpExecArray[], brought: ReadonlyMap<number, number>): string {
  const kept: string[] = [];
  let from = 0;
  for (const { 0: code, 1: digits, index } of named) {
    if (!brought.has(Number(digits))) continue;
    kept.push(text.slice(from, index));
    from = index + code.length;
  }
  return (kept.join('') + text.slice(from)).trim();
}
