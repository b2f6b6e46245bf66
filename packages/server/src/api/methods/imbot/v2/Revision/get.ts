import { z } from 'zod';
import { definePlatformMethod } from '#api/kernel/definition/method.ts';

/** Of the documentation that is followed (V60), and of the clients that were current with it. */
const REVISIONS = { rest: 36, web: 130, mobile: 23, desktop: 6 } as const;

const revision = z.number().int();

export default definePlatformMethod({
  name: 'imbot.v2.Revision.get',
  summary: 'Says which revisions of the interface and of the client protocols there are.',
  page: 'api-reference/chat-bots/chat-bots-v2/imbot.v2/revision-get',
  scope: 'imbot',
  params: {},
  errors: [],
  result: z.object({
    rest: revision.describe('Of the REST interface: tells which methods and fields there are'),
    web: revision.describe('Of the protocol of the web client'),
    mobile: revision.describe('Of the protocol of the mobile client'),
    desktop: revision.describe('Of the protocol of the desktop client'),
  }),
  example: { params: {}, result: REVISIONS },
  handle: async () => REVISIONS,
});
