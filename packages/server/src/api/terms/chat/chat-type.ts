import type { Chat, ChatType } from '#domain/chat/chat.ts';

const MESSAGE_TYPES = { private: 'P', group: 'C', open: 'O', line: 'L' } as const satisfies Record<ChatType, string>;

/** P: private, C: group, O: open to all employees, L: of a visitor of an open channel. */
export function messageType(type: ChatType): 'P' | 'C' | 'O' | 'L' {
  return MESSAGE_TYPES[type];
}

/** A chat as the other side of a private one, or as itself. */
export function dialogIdFor(chat: Pick<Chat, 'id' | 'type'>, otherUserId: number): string {
  return chat.type === 'private' ? String(otherUserId) : `chat${chat.id}`;
}
