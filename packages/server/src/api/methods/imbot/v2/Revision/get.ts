import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';
import { REVISIONS, revisionFields } from '#api/terms/basic/revisions.ts';

export default definePlatformMethod({
  name: 'imbot.v2.Revision.get',
  summary: 'Says which revisions of the interface and of the client protocols there are.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/revision-get',
  scope: 'imbot',
  params: {},
  errors: [],
  result: z.object(revisionFields),
  example: { params: {}, result: REVISIONS },
  handle: async () => REVISIONS,
});
