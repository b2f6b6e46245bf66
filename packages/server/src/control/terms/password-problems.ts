import type { PasswordRefusal } from '#domain/sign-in/check-password.ts';

/** What people are told of a password that will not do. */
export const PASSWORD_PROBLEMS: Readonly<Record<PasswordRefusal, string>> = {
  password_short: 'This is too short: at least 10 characters.',
  password_long: 'This is too long: at most 256 characters.',
  password_obvious: 'This is too easy to guess. Take something that is not your name and not a usual password.',
};
