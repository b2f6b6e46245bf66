import { lookup, writingLookup } from '#api/kernel/definition/lookup.ts';
import { accessAsMember } from '#domain/message/access-message.ts';
import { accessEditable } from '#domain/message/edit-message.ts';
import { NO_ID } from '../basic/no-id.ts';

/** A message that the calling person can act on, as a member of its chat. */
export const knownMessage = lookup(['message_not_found'], ({ work, caller }, id: number | undefined) =>
  accessAsMember(work, caller.user, id ?? NO_ID),
);

/** A message of the calling person's own that can still be changed. */
export const ownMessage = writingLookup(['message_not_editable'], ({ work, caller }, id: number | undefined) =>
  accessEditable(work, caller.user, id ?? NO_ID),
);
