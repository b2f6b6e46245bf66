import { toIso } from '#api/kernel/call/time-block.ts';
import { outlineOf } from '#domain/message/outline.ts';
import type { RecentChat } from '#domain/recent/recent-chat.ts';

/** The newest line of a chat, as lists of chats show it. */
export function presentLine({ line, isLineRead }: RecentChat, isOriginal: boolean) {
  return {
    id: line.id,
    text: isOriginal ? line.text : outlineOf(line),
    file: (line.params.fileIds ?? []).length > 0,
    author_id: line.isSystem ? 0 : line.authorId,
    attach: line.params.attach !== undefined,
    sticker: null,
    date: toIso(line.createdAt),
    status: isLineRead ? ('delivered' as const) : ('received' as const),
    uuid: line.isSystem ? null : line.uuid,
  };
}
