import { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';

export default definePlatformMethod({
  name: 'server.time',
  summary: 'Tells what time it is here.',
  page: 'api-reference/common/system/server-time',
  scope: 'basic',
  params: {},
  errors: [],
  result: z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
  example: { params: {}, result: '2024-08-05T09:02:13+00:00' },
  handle: async ({ now }) => toIso(now),
});
