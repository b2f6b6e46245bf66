import { NOTHING_KNOWN, type Profile } from './profile.ts';
import type { UserStatus } from './user-status.ts';

/** A person or a bot: a bot is a user with a bot record beside it. */
export interface User {
  readonly id: number;
  readonly portalId: number;
  readonly isBot: boolean;
  readonly isActive: boolean;
  readonly isAdmin: boolean;
  /** An outside guest: sees only the people and chats they share a chat with. */
  readonly isExtranet: boolean;
  /** Writes from a site to an open channel: in no list of people, and known by nothing but what they wrote. */
  readonly isVisitor: boolean;
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
  /** Asked in by an address, and has not come yet. */
  readonly isInvited: boolean;
  readonly profile: Profile;
  readonly createdAt: number;
  /** When somebody last changed what is told of them. */
  readonly changedAt: number;
  readonly lastActivityAt: number | null;
  /** As they set it; null: never. */
  readonly status: UserStatus | null;
  /** Since when they are away from their screen; null: they are not. */
  readonly idleSince: number | null;
}

export type Gender = 'M' | 'F' | '';

export type UserDraft = Omit<User, 'id' | 'createdAt' | 'changedAt' | 'lastActivityAt' | 'status' | 'idleSince'> & {
  readonly id?: number;
};

/** Somebody of whom nothing is known yet but that they work here. */
export const NEW_USER = {
  isBot: false,
  isActive: true,
  isAdmin: false,
  isExtranet: false,
  isVisitor: false,
  name: '',
  lastName: '',
  email: '',
  workPosition: '',
  gender: '',
  birthday: '',
  website: '',
  color: '',
  photo: '',
  language: '',
  isInvited: false,
  profile: NOTHING_KNOWN,
} as const satisfies Partial<UserDraft>;

/** Whoever was asked in by their address alone goes by the part of it that is a name. */
export function fullName(user: Pick<User, 'name' | 'lastName'> & Partial<Pick<User, 'email'>>): string {
  return `${user.name} ${user.lastName}`.trim() || (user.email ?? '').replace(/@.*$/s, '');
}
