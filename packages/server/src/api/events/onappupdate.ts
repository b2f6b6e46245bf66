import { defineApplicationEvent } from '../kernel/event.ts';

export default defineApplicationEvent({
  name: 'ONAPPUPDATE',
  page: 'api-reference/common/events/on-app-update',
  on: 'applicationUpdated',
  grants: 'refresh',
  async data({ event, portal }) {
    return { VERSION: event.version, PREVIOUS_VERSION: event.previousVersion, LANGUAGE_ID: portal.language };
  },
});
