import { guard, lookup, writingLookup } from '#api/kernel/definition/lookup.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import { accessExtendable, accessFace, accessGroup, accessJoined, accessReducible } from '#domain/chat/access-group.ts';
import type { Dialog, WorkgroupDialog } from '#domain/chat/dialog.ts';
import { accessWritable } from '#domain/message/send-message.ts';
import { refused } from '#kit/outcome.ts';
import { NO_ID } from '../basic/no-id.ts';

/** A group of the portal. Whether the one who acts may do so is asked by the action: who that is may stand lower in a table. */
export const groupChat = lookup(['chat_unavailable'], ({ work, caller }, id: number | undefined) =>
  accessGroup(work, caller.portal.id, id ?? NO_ID),
);

/** The same where people can be added. */
export const extendableChat = lookup(
  ['chat_unavailable', 'adding_forbidden'],
  ({ work, caller }, id: number | undefined) => accessExtendable(work, caller.portal.id, id ?? NO_ID),
);

/** The same where people can be taken out. */
export const reducibleChat = lookup(
  ['chat_unavailable', 'removing_forbidden'],
  ({ work, caller }, id: number | undefined) => accessReducible(work, caller.portal.id, id ?? NO_ID),
);

/** The calling person is in that group. */
export const inGroup = guard(['chat_not_found', 'chat_unavailable'], ({ work, caller }, id: number | undefined) =>
  accessJoined(work, caller.user, id ?? NO_ID),
);

/** The calling person may change the picture of that group. */
export const mayReface = guard(
  ['chat_not_found', 'chat_unavailable', 'chat_denied', 'avatar_fixed'],
  ({ work, caller }, id: number | undefined) => accessFace(work, caller.user, id ?? NO_ID),
);

/** A dialog that the calling person may look into. */
export const knownDialog = lookup(
  ['chat_not_found', 'chat_denied'],
  async ({ work, caller }, dialog: Dialog | WorkgroupDialog | undefined) =>
    dialog ? accessDialog(work, caller.user, dialog) : refused('chat_not_found'),
);

/** Where the calling person writes. At the first contact the private chat is made; it goes again if a row below refuses. */
export const writableChat = writingLookup(
  ['user_not_found', 'chat_not_found', 'chat_denied'],
  async ({ work, caller }, dialog: Dialog | WorkgroupDialog | undefined) =>
    dialog ? accessWritable(work, caller.user, dialog) : refused('chat_not_found'),
);
