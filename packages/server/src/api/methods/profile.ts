import { z } from 'zod';
import { done } from '#kit/outcome.ts';
import { defineMethod } from '../kernel/definition/method.ts';
import { imageUrl } from '../terms/basic/image-url.ts';

export default defineMethod({
  name: 'profile',
  summary: 'Who the caller is, for which no permission is needed.',
  page: 'api-reference/common/users/profile',
  scope: 'basic',
  reads: true,
  answersDismissed: true,
  params: {},
  errors: [],
  result: z.union([
    z.object({
      ID: z.string(),
      ADMIN: z.boolean(),
      NAME: z.string(),
      LAST_NAME: z.string(),
      PERSONAL_GENDER: z.string(),
      PERSONAL_PHOTO: z.string().optional().describe('Only when there is a picture'),
      TIME_ZONE: z.string(),
    }),
    z.tuple([]).describe('Of a person who was dismissed'),
  ]),
  example: {
    params: {},
    result: { ID: '1', ADMIN: true, NAME: 'Alice', LAST_NAME: 'Example', PERSONAL_GENDER: '', TIME_ZONE: '' },
  },
  async handle({ caller: { user, origin } }) {
    if (!user.isActive) return done([]);
    return done({
      ID: String(user.id),
      ADMIN: user.isAdmin,
      NAME: user.name,
      LAST_NAME: user.lastName,
      PERSONAL_GENDER: user.gender,
      ...(user.photo && { PERSONAL_PHOTO: imageUrl(origin, user.photo) }),
      TIME_ZONE: user.profile.word('timeZone') ?? '',
    });
  },
});
