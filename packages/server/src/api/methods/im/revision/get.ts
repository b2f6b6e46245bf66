import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';
import { REVISIONS, revisionFields } from '#api/terms/basic/revisions.ts';

const ALL = { ...REVISIONS, im_revision_mobile: REVISIONS.mobile } as const;

export default definePlatformMethod({
  name: 'im.revision.get',
  summary: 'Says which revisions of the interface and of the client protocols there are.',
  page: 'api-reference/chats/im-revision-get',
  scope: 'im',
  params: {},
  errors: [],
  result: z.object({
    ...revisionFields,
    im_revision_mobile: z.number().int().describe('The same as `mobile`, as older clients ask for it'),
  }),
  example: { params: {}, result: ALL },
  handle: async () => ALL,
});
