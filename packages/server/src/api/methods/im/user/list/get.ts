import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { presentUsers } from '#api/terms/user/present.ts';
import { exampleUser, userSchema } from '#api/terms/user/schema.ts';
import { visibleUsers } from '#domain/user/visible-users.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.user.list.get',
  summary: 'Tells of several users; those who are not there, or not for the caller to see, are left out.',
  page: 'api-reference/chats/users/im-user-list-get',
  scope: 'im',
  reads: true,
  params: {
    ID: field.requiredIdList('user', 'Ids of the users'),
    AVATAR_HR: field.flag('The large picture is always told', false),
    RESULT_TYPE: field.choice('array: a list; else an object with the ids as keys', ['array', 'object'], 'object'),
  },
  errors: [{ code: 'INVALID_FORMAT', message: 'A wrong format for the ID field is passed', wrong: 'ID' }],
  result: z.union([z.array(userSchema), z.record(z.string(), userSchema)]),
  example: {
    params: { ID: [4, 5], AVATAR_HR: 'Y', RESULT_TYPE: 'array' },
    result: [{ ...exampleUser, id: 4 }, exampleUser],
  },
  async handle({ work, caller, params }) {
    const users = await visibleUsers(work, caller.user, params.ID);
    const presented = await presentUsers(work, users, caller.origin);
    return done(
      params.RESULT_TYPE === 'array' ? presented : Object.fromEntries(presented.map((user) => [user.id, user])),
    );
  },
});
