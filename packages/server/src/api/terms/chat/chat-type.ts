import type { Chat, ChatType } from '#domain/chat/chat.ts';

/** P: private, C: group, O: open to all employees. */
export function messageType(type: ChatType): 'P' | 'C' | 'O' {
  return type === 'private' ? 'P' : type === 'open' ? 'O' : 'C';
}

/** A chat as the other side of a private one, or as itself. */
export function dialogIdFor(chat: Pick<Chat, 'id' | 'type'>, otherUserId: number): string {
  return chat.type === 'private' ? String(otherUserId) : `chat${chat.id}`;
}
