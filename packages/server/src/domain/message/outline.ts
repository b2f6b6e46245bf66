import { withoutCodes } from '../message-parts/without-codes.ts';
import type { Message, MessageParams } from './message.ts';

/** A message in one line and without codes, as lists of chats show it. */
export function outlineOf({ text, params }: Pick<Message, 'text' | 'params'>): string {
  if (params.isDeleted) return 'This message was deleted';
  const words = withoutCodes(text).replace(/\s*\n\s*/g, ' ');
  return [words, ...attachedWords(params)].filter((part) => part !== '').join(' ');
}

/** That there are files, and of each attachment what its sender has written for where its blocks are not shown. */
export function attachedWords({ attach = [], fileIds = [] }: MessageParams): string[] {
  return [
    ...(fileIds.length > 0 ? ['[File]'] : []),
    ...attach.map(({ DESCRIPTION }) => `[${DESCRIPTION || 'Attachment'}]`),
  ];
}
