import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { administrator } from '#api/terms/person/access.ts';
import { placementSchema, presentPlacement } from '#api/terms/placement/present.ts';
import { placementRow } from '#api/terms/placement/rows.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'placement.get',
  summary: 'Lists where the application is opened in the portal, in the order it was bound.',
  page: 'api-reference/widgets/placement-get',
  scope: 'placement',
  forApplications: true,
  reads: true,
  params: {},
  guards: [() => administrator()],
  errors: [placementRow.applicationNeeded, callerRow.adminsOnly],
  result: z.array(placementSchema),
  example: {
    params: {},
    result: [
      {
        placement: 'IM_CONTEXT_MENU',
        userId: 0,
        handler: 'https://myapp.com/?handler=2',
        options: { extranet: 'N', context: 'ALL', role: 'USER' },
        title: 'My App 1',
        description: '',
        langAll: { de: { TITLE: 'My App 1', DESCRIPTION: '', GROUP_NAME: '' } },
      },
    ],
  },
  async handle({ work, caller }) {
    return done((await work.placements.listOfApplication(applicationOf(caller).id)).map(presentPlacement));
  },
});
