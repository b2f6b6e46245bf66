import type { Attach } from '../message-parts/attach.ts';

/** What one person is told, beside their chats. */
export interface Notification extends NotificationKind {
  readonly id: number;
  /** Who is told. */
  readonly userId: number;
  /** 0: the portal itself. */
  readonly authorId: number;
  /** Which application sent it; null: the portal itself, or a program that did not say which one it is. */
  readonly applicationId: number | null;
  /** An application has one with a tag for each person: the next one with it takes the place of the last one. */
  readonly tag: string | null;
  readonly subTag: string | null;
  /** The chat that it is about; 0: none. */
  readonly subjectId: number;
  readonly text: string;
  readonly attach: readonly Attach[] | null;
  /** It has buttons, and none was pressed yet. Reading does not settle it (G16). */
  readonly isOpen: boolean;
  readonly isRead: boolean;
  /** Never earlier than those of the same person before it: the order of ids is that of times (G20). */
  readonly createdAt: number;
}

/** Which part of the portal it comes from, and what happened there. */
export interface NotificationKind {
  readonly module: string;
  readonly event: string;
}

export type NotificationDraft = Omit<Notification, 'id' | 'isRead' | 'createdAt'>;

/** What applications send. */
export const FROM_APPLICATION: NotificationKind = { module: 'rest', event: 'rest_notify' };

/** Of each person so many are kept, the newest. */
export const MOST_NOTIFICATIONS = 5_000;

/** Characters of a text that are searched: those of one person are looked through at each search. */
export const SEARCHED_LENGTH = 1_000;

/** A button of a notification, and whether who presses it agrees. */
export interface NotificationButton {
  readonly title: string;
  readonly isAgreement: boolean;
}

/** Which of a person's notifications are looked for; what is left out is no condition. */
export interface NotificationFilter {
  readonly userId: number;
  /** Folded; stands anywhere in the text. */
  readonly text?: string | undefined;
  /** Any of these; without an event all of the module. */
  readonly kinds?: readonly (Pick<NotificationKind, 'module'> & { readonly event?: string | undefined })[] | undefined;
  /** Milliseconds since 1970, both included. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly authorIds?: readonly number[] | undefined;
  /** One of its two tags; with an application, that of this one. */
  readonly tag?: { readonly name: string; readonly applicationId?: number | undefined } | undefined;
}
