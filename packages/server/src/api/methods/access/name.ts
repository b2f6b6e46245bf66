import { z } from 'zod';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { parseAccessCode } from '#api/terms/user/access-code.ts';
import type { Audience } from '#domain/user/audience.ts';
import { fullName } from '#domain/user/user.ts';
import { visibleUsers } from '#domain/user/visible-users.ts';
import { done } from '#kit/outcome.ts';

const NAMES: Readonly<Record<Exclude<Audience['kind'], 'person'>, string>> = {
  administrators: 'Administrators',
  everybody: 'All visitors',
  authorized: 'All authorized users',
};
const description = z.object({ provider: z.string(), name: z.string(), provider_id: z.string() });

export default defineMethod({
  name: 'access.name',
  summary: 'Tells what access codes mean; those that mean nobody are left out.',
  page: 'api-reference/common/system/access-name',
  scope: 'basic',
  reads: true,
  params: { ACCESS: field.words('Access codes: U1 a person, G2 a group, AU all authorized users') },
  errors: [],
  result: z.union([z.record(z.string(), description), z.literal(false)]),
  example: {
    params: { ACCESS: ['G2'] },
    result: { G2: { provider: '', name: 'All visitors', provider_id: 'other' } },
  },
  async handle({ work, caller, params }) {
    if (params.ACCESS.length === 0) return done(false);
    const codes = params.ACCESS.map((code) => [code, parseAccessCode(code)] as const);
    const ids = codes.flatMap(([, audience]) => (audience?.kind === 'person' ? [audience.id] : []));
    const people = new Map((await visibleUsers(work, caller.user, ids)).map((user) => [user.id, fullName(user)]));
    const described = codes.flatMap(([code, audience]) => {
      if (audience?.kind !== 'person')
        return audience ? [[code, { provider: '', name: NAMES[audience.kind], provider_id: 'other' }]] : [];
      const name = people.get(audience.id);
      return name === undefined ? [] : [[code, { provider: 'User', name, provider_id: 'user' }]];
    });
    return done(Object.fromEntries(described));
  },
});
