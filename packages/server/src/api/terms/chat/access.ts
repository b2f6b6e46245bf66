import { loader, type Search } from '#api/kernel/definition/method.ts';
import { accessExtendable, accessGroup, accessReducible } from '#domain/chat/access-group.ts';
import type { Dialog, WorkgroupDialog } from '#domain/chat/dialog.ts';
import { accessWritable } from '#domain/message/send-message.ts';

/** A group of the portal. Whether the one who acts may do so is asked by the action: who that is may stand lower in a table. */
export const groupChat = loader(['chat_unavailable'], ({ work, caller, params }: Search<{ CHAT_ID: number }>) =>
  accessGroup(work, caller.portal.id, params.CHAT_ID),
);

/** The same where people can be added. */
export const extendableChat = loader(
  ['chat_unavailable', 'adding_forbidden'],
  ({ work, caller, params }: Search<{ CHAT_ID: number }>) => accessExtendable(work, caller.portal.id, params.CHAT_ID),
);

/** The same where people can be taken out. */
export const reducibleChat = loader(
  ['chat_unavailable', 'removing_forbidden'],
  ({ work, caller, params }: Search<{ CHAT_ID: number }>) => accessReducible(work, caller.portal.id, params.CHAT_ID),
);

/** Where the calling person writes. At the first contact the private chat is made; it goes again if a row below refuses. */
export const writableChat = loader(
  ['user_not_found', 'chat_not_found', 'chat_denied'],
  ({ work, caller, params }: Search<{ DIALOG_ID: Dialog | WorkgroupDialog }>) =>
    accessWritable(work, caller.user, params.DIALOG_ID),
);
