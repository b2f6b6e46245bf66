/** Where messages are exchanged: between two users, in a closed group, or in a group that every employee may look into. */
export interface Chat {
  readonly id: number;
  readonly portalId: number;
  readonly type: ChatType;
  readonly title: string;
  readonly description: string;
  /** A name of the palette, or empty: then it follows from the id. */
  readonly color: string;
  /** Name of an image, or empty. */
  readonly avatar: string;
  readonly ownerId: number;
  /** The outside object that the chat belongs to: any pair, or two empty strings. */
  readonly entity: ChatEntity;
  /** Lines taken out of the history. */
  readonly removedCount: number;
  /** Where its files are; null: nobody has asked for the folder yet. */
  readonly folderId: number | null;
  /** People cannot write there for now: one of its bots has switched off the field for it. */
  readonly isFieldOff: boolean;
  readonly createdAt: number;
}

/** line: of a visitor with the bots and people who answer them. */
export type ChatType = 'private' | 'group' | 'open' | 'line';

export interface ChatEntity {
  readonly type: string;
  readonly id: string;
  readonly data: readonly [string, string, string];
}

export const NO_ENTITY: ChatEntity = { type: '', id: '', data: ['', '', ''] };

export type ChatDraft = Omit<Chat, 'id' | 'removedCount' | 'folderId' | 'isFieldOff' | 'createdAt'>;

export interface Member {
  readonly chatId: number;
  readonly userId: number;
  readonly isBot: boolean;
  readonly role: Role;
  /** Messages up to and including this id are hidden from the member. */
  readonly historyAfter: number;
  readonly lastReadId: number;
  readonly lastReadAt: number | null;
  readonly isMuted: boolean;
  /** Stands at the top of their list of recent chats. */
  readonly isPinned: boolean;
  /** Marked as unread by hand, whatever was read. */
  readonly isMarked: boolean;
}

export type Role = 'owner' | 'manager' | 'member';

/** Without `lastReadId` all that the member can see is unread to them. */
export type MemberDraft = Pick<Member, 'chatId' | 'userId' | 'isBot' | 'role' | 'historyAfter'> &
  Partial<Pick<Member, 'lastReadId'>>;

/** A member and who they are. */
export interface NamedMember extends Member {
  readonly name: string;
  readonly lastName: string;
  readonly isExtranet: boolean;
}
