/** A person or a bot: a bot is a user with a bot record beside it. */
export interface User {
  readonly id: number;
  readonly portalId: number;
  readonly isBot: boolean;
  readonly isActive: boolean;
  readonly isAdmin: boolean;
  /** An outside guest: sees only the people and chats they share a chat with. */
  readonly isExtranet: boolean;
  readonly name: string;
  readonly lastName: string;
  readonly email: string;
  readonly workPosition: string;
  readonly gender: Gender;
  /** YYYY-MM-DD or empty. */
  readonly birthday: string;
  readonly website: string;
  /** A name of {@link Color}, or empty: then it follows from the id. */
  readonly color: string;
  /** Name of an image, or empty. */
  readonly photo: string;
  readonly language: string;
  readonly createdAt: number;
  readonly lastActivityAt: number | null;
}

export type Gender = 'M' | 'F' | '';

export type UserDraft = Omit<User, 'id' | 'createdAt' | 'lastActivityAt'> & { readonly id?: number };

export function fullName(user: Pick<User, 'name' | 'lastName'>): string {
  return `${user.name} ${user.lastName}`.trim();
}
