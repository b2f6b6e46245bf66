import { loader, type Search } from '#api/kernel/definition/method.ts';
import { asAdministrator } from '#domain/user/administrator.ts';
import { accessPerson } from '#domain/user/change-person.ts';

/** The caller, who may change what belongs to the whole portal. */
export const administrator = loader(['not_administrator'], async ({ caller }: Search<object>) =>
  asAdministrator(caller.user),
);

/** Somebody of the portal, never a bot. */
export const person = loader(['person_unknown'], ({ work, caller, params }: Search<{ ID: number }>) =>
  accessPerson(work, caller.portal.id, params.ID),
);
