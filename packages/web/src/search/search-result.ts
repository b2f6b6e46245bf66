/** Something that was found. */
export interface SearchResult {
  readonly key: string;
  readonly group: 'recent' | 'people' | 'chats' | 'here' | 'messages' | 'pages';
  /** Where it leads. */
  readonly to: string;
  readonly title: string;
  /** A second line: what somebody does, what was written. */
  readonly text: string;
  readonly face:
    | { readonly kind: 'user'; readonly userId: number }
    | { readonly kind: 'chat'; readonly chatId: number; readonly picture: string }
    | { readonly kind: 'page' };
  /** Of messages. */
  readonly date?: string;
  /** What is remembered as searched for when it is opened: a person or a chat. */
  readonly dialogId?: string;
}

export const GROUPS = ['recent', 'people', 'chats', 'here', 'messages', 'pages'] as const;
