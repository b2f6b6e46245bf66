import { findOwnApplication, ownApplication } from '../domain/application/access-application.ts';
import { accessBot } from '../domain/bot/access-bot.ts';
import { roomForBot } from '../domain/bot/register-bot.ts';
import { accessExtendable, accessGroup, accessReducible } from '../domain/chat/access-group.ts';
import type { Dialog, WorkgroupDialog } from '../domain/chat/dialog.ts';
import { accessCommand, accessNamedCommand } from '../domain/command/access-command.ts';
import { accessAsMember } from '../domain/message/access-message.ts';
import { accessEditable } from '../domain/message/edit-message.ts';
import { accessWritable } from '../domain/message/send-message.ts';
import { asAdministrator } from '../domain/user/administrator.ts';
import { accessPerson } from '../domain/user/change-person.ts';
import { accessUserField } from '../domain/user-field/shape-field.ts';
import { done, refused } from '../kit/outcome.ts';
import { eventNamed, eventsWithin } from './event-names.ts';
import { loader, type Search } from './kernel/method.ts';

/*
 * What methods look up on the caller's behalf before they act.
 */

/** The bot that the method acts for: of the caller's own application. */
export const ownBot = loader(
  ['bot_not_found', 'bot_of_another_app'],
  ({ work, caller, params }: Search<{ BOT_ID: number | undefined }>) => accessBot(work, caller, params.BOT_ID),
);

/** Nobody from outside in their browser; a program that acts for them may. */
export const noGuestSession = loader(['guest_session'], async ({ caller }) =>
  caller.auth === 'session' && caller.user.isExtranet ? refused('guest_session') : done(undefined),
);

/** Room for another bot: what else is wrong with the new one is asked after that. */
export const room = loader(['too_many_bots'], async ({ work, caller, params }: Search<{ CODE: string }>) => {
  const owner = await findOwnApplication(work, caller);
  return owner ? roomForBot(work, owner, { generation: 'v1', code: params.CODE }) : done(true);
});

/** A command of a bot of the caller's own application. */
export const ownCommand = loader(
  ['command_not_found', 'command_of_another_app'],
  ({ work, caller, params }: Search<{ COMMAND_ID: number }>) => accessCommand(work, caller, params.COMMAND_ID),
);

/** The same by its id or by its name, then of whichever bot the message called. */
export const answeredCommand = loader(
  ['command_not_found', 'command_of_another_app'],
  ({ work, caller, params }: Search<Answer>) =>
    params.COMMAND_ID
      ? accessCommand(work, caller, params.COMMAND_ID)
      : accessNamedCommand(work, caller, { name: params.COMMAND, botId: params.BOT_ID, calledBy: params.MESSAGE_ID }),
);

/** Any bot of the portal. */
export const anyBot = loader(['not_a_bot'], async ({ work, caller, params }: Search<{ BOT_ID: number }>) => {
  const bot = await work.bots.findBot(params.BOT_ID);
  return bot?.portalId === caller.portal.id ? done(bot) : refused('not_a_bot');
});

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

/** A message that the calling person can act on, as a member of its chat. */
export const message = loader(['message_not_found'], ({ work, caller, params }: Search<{ MESSAGE_ID: number }>) =>
  accessAsMember(work, caller.user, params.MESSAGE_ID),
);

/** A message of the calling person's own that can still be changed. */
export const ownMessage = loader(['message_not_editable'], ({ work, caller, params }: Search<{ MESSAGE_ID: number }>) =>
  accessEditable(work, caller.user, params.MESSAGE_ID),
);

/** The application that the caller speaks for; without a CLIENT_ID there is none. */
export const application = loader(['no_client_id'], ({ work, caller }: Search<object>) => ownApplication(work, caller));

/** The caller, who may change what belongs to the whole portal. */
export const administrator = loader(['not_administrator'], async ({ caller }: Search<object>) =>
  asAdministrator(caller.user),
);

/** Somebody of the portal, never a bot. */
export const person = loader(['person_unknown'], ({ work, caller, params }: Search<{ ID: number }>) =>
  accessPerson(work, caller.portal.id, params.ID),
);

/** An event that the calling application may hear of in that way: that something is kept for it is not kept itself. */
export const heardEvent = loader(
  ['event_not_found'],
  async ({ caller, params }: Search<{ event: string; event_type: 'online' | 'offline' }>) => {
    const event = eventNamed(params.event);
    const isKept = params.event_type === 'offline';
    return event && eventsWithin(caller.scope).includes(event) && !(isKept && event.on === 'offlineChanged')
      ? done(event)
      : refused('event_not_found');
  },
);

/** A field that the portal has made for its people. */
export const userField = loader(['field_unknown'], ({ work, caller, params }: Search<{ id: number }>) =>
  accessUserField(work, caller.portal.id, params.id),
);

interface Answer {
  readonly COMMAND_ID: number | undefined;
  readonly COMMAND: string;
  readonly BOT_ID: number | undefined;
  readonly MESSAGE_ID: number | undefined;
}
