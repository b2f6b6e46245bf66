import { defineApplicationEvent } from '../kernel/event.ts';

export default defineApplicationEvent({
  name: 'ONAPPUNINSTALL',
  page: 'api-reference/common/events/on-app-uninstall',
  on: 'applicationRemoved',
  grants: 'nothing',
  async data({ event, portal }) {
    return { LANGUAGE_ID: portal.language, CLEAN: event.isClean ? 1 : 0 };
  },
});
