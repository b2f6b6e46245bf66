import { guard, lookup } from '#api/kernel/definition/lookup.ts';
import { asAdministrator } from '#domain/user/administrator.ts';
import { accessPerson } from '#domain/user/change-person.ts';
import { NO_ID } from '../basic/no-id.ts';

/** Callers who may change what belongs to the whole portal. */
export const administrator = guard(['not_administrator'], async ({ caller }) => asAdministrator(caller.user));

/** Somebody of the portal, never a bot. */
export const knownPerson = lookup(['person_unknown'], ({ work, caller }, id: number | undefined) =>
  accessPerson(work, caller.portal.id, id ?? NO_ID),
);
