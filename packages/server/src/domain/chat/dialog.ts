/** A chat as one of its sides names it: the other person, or the chat itself. */
export type Dialog = { readonly kind: 'user'; readonly userId: number } | { readonly kind: 'chat'; readonly chatId: number };

/** `chat123` or `123`; undefined for anything else. */
export function parseDialog(text: string): Dialog | undefined {
  const [, chat, id] = /^(chat)?([1-9]\d{0,14})$/.exec(text) ?? [];
  if (id === undefined) return undefined;
  return chat === undefined ? { kind: 'user', userId: Number(id) } : { kind: 'chat', chatId: Number(id) };
}
