import { abilitiesOf } from '#domain/chat/abilities.ts';
import { accessDialog } from '#domain/chat/access-chat.ts';
import type { Role } from '#domain/chat/chat.ts';
import type { Dialog } from '#domain/chat/dialog.ts';
import type { User } from '#domain/user/user.ts';
import { done, refused } from '#kit/outcome.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { lookupAsBot } from '../bot/as-bot.ts';

/*
 * What a bot may do with a group (V54): its owner everything, a manager takes people out, any member adds them.
 */

async function accessAs(work: Reading, bot: User, dialog: Dialog | undefined, roles: readonly Role[]) {
  const view = dialog ? await accessDialog(work, bot, dialog) : refused('chat_not_found');
  if (!view.ok) return view;
  const { chat, member } = view.value;
  if (!member) return refused('chat_denied');
  if (chat.type === 'private') return refused('chat_is_private');
  return roles.includes(member.role) ? done(chat) : refused('chat_denied');
}

const OWNER: readonly Role[] = ['owner'];
const ANYBODY: readonly Role[] = ['owner', 'manager', 'member'];

/** A group that the bot owns. */
export const groupOwnedByBot = lookupAsBot(
  ['chat_not_found', 'chat_denied', 'chat_is_private'],
  (work, bot, dialog: Dialog | undefined) => accessAs(work, bot, dialog, OWNER),
);

/** The same where its looks can be changed at all. */
export const groupShapedByBot = lookupAsBot(
  ['chat_not_found', 'chat_denied', 'chat_is_private'],
  async (work, bot, dialog: Dialog | undefined) => {
    const chat = await accessAs(work, bot, dialog, OWNER);
    return chat.ok && !abilitiesOf(chat.value).changesTitle ? refused('chat_denied') : chat;
  },
);

/** A chat that the bot may add people to; undefined: a private one, where nothing happens (V55). */
export const groupExtendedByBot = lookupAsBot(
  ['chat_not_found', 'chat_denied'],
  async (work, bot, dialog: Dialog | undefined) => {
    const chat = await accessAs(work, bot, dialog, ANYBODY);
    if (!chat.ok) return chat.reason === 'chat_is_private' ? done(undefined) : { ok: false, reason: chat.reason };
    return abilitiesOf(chat.value).takesMembers ? chat : refused('chat_denied');
  },
);

/** A group that the bot, and others, can leave; who may take out whom is asked by the action. */
export const groupReducedByBot = lookupAsBot(
  ['chat_not_found', 'chat_denied'],
  async (work, bot, dialog: Dialog | undefined) => {
    const chat = await accessAs(work, bot, dialog, ANYBODY);
    if (!chat.ok) return refused(chat.reason === 'chat_not_found' ? 'chat_not_found' : 'chat_denied');
    return abilitiesOf(chat.value).losesMembers ? chat : refused('chat_denied');
  },
);
