import { loader, type Search } from '#api/kernel/definition/method.ts';
import { accessAsMember } from '#domain/message/access-message.ts';
import { accessEditable } from '#domain/message/edit-message.ts';

/** A message that the calling person can act on, as a member of its chat. */
export const message = loader(['message_not_found'], ({ work, caller, params }: Search<{ MESSAGE_ID: number }>) =>
  accessAsMember(work, caller.user, params.MESSAGE_ID),
);

/** A message of the calling person's own that can still be changed. */
export const ownMessage = loader(['message_not_editable'], ({ work, caller, params }: Search<{ MESSAGE_ID: number }>) =>
  accessEditable(work, caller.user, params.MESSAGE_ID),
);
