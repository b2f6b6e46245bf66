/** What somebody can say of whether they want to be spoken to. */
export const USER_STATUSES = ['online', 'dnd', 'away', 'break'] as const;

export type UserStatus = (typeof USER_STATUSES)[number];
