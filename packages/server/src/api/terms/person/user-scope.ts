/*
 * Which fields of a person the permissions open: https://apidocs.bitrix24.com/api-reference/user/user-scope.html
 * `user` opens all, `user_basic` the contact details, `user_brief` what is needed to show a name.
 */

export const USER_SCOPES = ['user', 'user_brief', 'user_basic'] as const;
export type UserScope = (typeof USER_SCOPES)[number];
