import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { byId, keyedById } from '#api/terms/basic/keyed.ts';
import { partOf } from '#api/terms/list/paging.ts';
import { offsetParams } from '#api/terms/list/params.ts';
import { phrase } from '#api/terms/search/params.ts';
import { searchRow } from '#api/terms/search/rows.ts';
import { presentFound } from '#api/terms/user/present.ts';
import { exampleFoundUser, foundUserSchema } from '#api/terms/user/schema.ts';
import { findUsers } from '#domain/search/find-users.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'im.search.user.list',
  summary: 'Finds people and bots by how words of their names, jobs or departments begin.',
  page: 'api-reference/chats/search/im-search-user-list',
  scope: 'im',
  reads: true,
  isPaged: true,
  params: {
    FIND: phrase('Beginnings of words, all of which somebody is found by'),
    BUSINESS: field.flag('Only those who work here: neither guests nor bots', false),
    ...offsetParams,
  },
  errors: [searchRow.short],
  result: keyedById(foundUserSchema),
  example: { params: { FIND: 'John', BUSINESS: 'N', OFFSET: 0, LIMIT: 10 }, result: { 5: exampleFoundUser } },
  async handle({ work, caller, params }) {
    const { users, total } = await findUsers(work, caller.user, {
      phrase: params.FIND,
      employeesOnly: params.BUSINESS,
      limit: params.LIMIT,
      offset: params.OFFSET,
    });
    const shown = byId(users.map((user) => [user.id, presentFound(user, caller.origin)]));
    return done(partOf(shown, total, params));
  },
});
