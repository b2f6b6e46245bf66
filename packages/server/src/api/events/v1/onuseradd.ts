import { definePublicEvent } from '#api/kernel/definition/event.ts';
import { addedPersonSchema } from '#api/terms/person/schema.ts';
import { USER_SCOPES } from '#api/terms/person/user-scope.ts';
import { presentAddedPerson } from '#api/terms/user/present-rest.ts';
import { fieldsToldTo } from '#api/terms/user-field/person-fields.ts';

export default definePublicEvent({
  name: 'ONUSERADD',
  page: 'api-reference/common/events/on-user-add',
  scope: USER_SCOPES,
  on: 'userAdded',
  grants: 'access',
  payload: addedPersonSchema,
  async data({ work, event, portal, origin, application }) {
    const user = await work.users.findUser(event.personId);
    if (!user) return undefined;
    const fields = await fieldsToldTo(work, portal, application?.scope);
    return presentAddedPerson(user, fields, { now: work.now, origin });
  },
});
