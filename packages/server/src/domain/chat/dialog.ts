import { wholeNumber } from '#kit/whole-number.ts';

/** A chat as one of its sides names it: the other person, or the chat itself. */
export type Dialog =
  | { readonly kind: 'user'; readonly userId: number }
  | { readonly kind: 'chat'; readonly chatId: number };

/** The chat of a workgroup by the id of the group. */
export interface WorkgroupDialog {
  readonly kind: 'workgroup';
  readonly groupId: number;
}

/** `chat123` or a number; undefined for anything else. */
export function parseDialog(text: string): Dialog | undefined {
  const [, chatId] = /^chat([1-9]\d{0,14})$/.exec(text) ?? [];
  if (chatId !== undefined) return { kind: 'chat', chatId: Number(chatId) };
  const userId = wholeNumber(text);
  return userId !== undefined && userId > 0 ? { kind: 'user', userId } : undefined;
}

/** `sg123`, too. */
export function parseWideDialog(text: string): Dialog | WorkgroupDialog | undefined {
  const [, groupId] = /^sg([1-9]\d{0,14})$/.exec(text) ?? [];
  return groupId === undefined ? parseDialog(text) : { kind: 'workgroup', groupId: Number(groupId) };
}

/** What `parseWideDialog` read. */
export function writeDialog(dialog: Dialog | WorkgroupDialog): string {
  if (dialog.kind === 'user') return String(dialog.userId);
  return dialog.kind === 'chat' ? `chat${dialog.chatId}` : `sg${dialog.groupId}`;
}
