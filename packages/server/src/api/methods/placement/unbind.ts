import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { callerRow } from '#api/terms/application/rows.ts';
import { field } from '#api/terms/basic/fields.ts';
import { administrator } from '#api/terms/person/access.ts';
import { placement, placementUser } from '#api/terms/placement/params.ts';
import { placementRow } from '#api/terms/placement/rows.ts';
import { unbindPlacement } from '#domain/placement/unbind-placement.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'placement.unbind',
  summary: 'Opens the application at a place of the portal no more.',
  page: 'api-reference/widgets/placement-unbind',
  scope: 'placement',
  forApplications: true,
  params: {
    PLACEMENT: placement,
    HANDLER: field.optionalText('Address that was opened; without it, any', 2048),
    USER_ID: placementUser('Whom it was shown to, 0 for everybody; without it, anybody'),
  },
  guards: [() => administrator()],
  errors: [
    placementRow.applicationRequired,
    callerRow.adminsOnly,
    placementRow.noPlacement,
    placementRow.placementNoText,
  ],
  result: z.object({ count: z.number().int().describe('Two for each: it was found, and it was removed') }),
  example: { params: { PLACEMENT: 'IM_CONTEXT_MENU' }, result: { count: 2 } },
  async handle({ work, caller, params }) {
    const { PLACEMENT: place, HANDLER: handler, USER_ID: userId } = params;
    const count = await unbindPlacement(work, applicationOf(caller), { place, handler, userId });
    // G55
    return done({ count: 2 * count });
  },
});
