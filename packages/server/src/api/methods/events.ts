import { z } from 'zod';
import { definePlatformMethod } from '../kernel/definition/method.ts';
import { field } from '../terms/basic/fields.ts';
import { boundEvents, eventsWithin } from '../terms/event/names.ts';

export default definePlatformMethod({
  name: 'events',
  summary: 'Lists the events that the application can hear of.',
  page: 'api-reference/events/events',
  scope: 'basic',
  forApplications: true,
  params: {
    SCOPE: field.text('Only events that come with this permission'),
    FULL: field.flag('Y: those for which the application lacks the permission, too', false),
  },
  errors: [],
  result: z.array(z.string()),
  example: { params: { SCOPE: 'user' }, result: ['ONUSERADD'] },
  async handle({ caller, params: { SCOPE, FULL } }) {
    const withScope = boundEvents.filter(({ scope }) => scope === SCOPE.toLowerCase());
    const listed = SCOPE === '' ? (FULL ? boundEvents : eventsWithin(caller.scope)) : withScope;
    return listed.map(({ name }) => name);
  },
});
