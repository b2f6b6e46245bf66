import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { presentUserOf } from '#api/terms/user/present.ts';
import { exampleUser, userSchema } from '#api/terms/user/schema.ts';
import { accessUser } from '#domain/user/access-user.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.user.get',
  summary: 'Tells of a user, or of the caller.',
  page: 'api-reference/chats/users/im-user-get',
  scope: 'im',
  reads: true,
  params: {
    ID: field.optionalId('user', 'Id of the user; without it, the caller'),
    AVATAR_HR: field.flag('The large picture is always told', false),
  },
  errors: [
    { code: 'ID_EMPTY', message: "User ID can't be empty", invalid: 'ID' },
    { code: 'USER_NOT_EXISTS', message: 'User does not exist', refused: 'user_not_found' },
    {
      code: 'ACCESS_DENIED',
      message: 'You can request only users who are part of your extranet group',
      status: 400,
      refused: 'user_denied',
    },
  ],
  result: userSchema,
  example: { params: { ID: 5, AVATAR_HR: 'Y' }, result: exampleUser },
  async handle({ work, caller, params }) {
    const user = await accessUser(work, caller.user, params.ID ?? caller.user.id);
    if (!user.ok) return user;
    return done(await presentUserOf(work, user.value, caller.origin));
  },
});
