import { z } from 'zod';
import { definePlatformMethod } from '../kernel/definition/method.ts';
import { BASIC_SCOPE } from '../kernel/definition/registry.ts';
import { field } from '../terms/basic/fields.ts';
import { boundEvents, eventsOf, eventsWithin } from '../terms/event/names.ts';

export default definePlatformMethod({
  name: 'events',
  summary: 'Lists the events that the application can hear of.',
  page: 'api-reference/events/events',
  scope: 'basic',
  forApplications: true,
  params: {
    SCOPE: field.givenText('Only events that come with this permission; empty: those that need none'),
    FULL: field.flag('Y: those for which the application lacks the permission, too', false),
  },
  errors: [],
  result: z.array(z.string()),
  example: { params: { SCOPE: 'user' }, result: ['ONUSERADD'] },
  async handle({ caller, params: { SCOPE, FULL } }) {
    const open = FULL ? boundEvents : eventsWithin(caller.scope);
    const wanted = SCOPE === '' ? BASIC_SCOPE : SCOPE?.toLowerCase();
    const listed = wanted === undefined ? open : eventsOf(wanted);
    return listed.map(({ name }) => name);
  },
});
