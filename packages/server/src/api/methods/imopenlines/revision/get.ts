import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';
import { REVISIONS, revisionFields } from '#api/terms/basic/revisions.ts';

const { rest, web, mobile } = REVISIONS;
const { desktop: _, ...fields } = revisionFields;

export default definePlatformMethod({
  name: 'imopenlines.revision.get',
  summary: 'Says which revisions of the interface of open channels there are.',
  page: 'api-reference/imopenlines/openlines/imopenlines-revision-get',
  scope: 'imopenlines',
  params: {},
  errors: [],
  result: z.object(fields),
  example: { params: {}, result: { rest, web, mobile } },
  handle: async () => ({ rest, web, mobile }),
});
