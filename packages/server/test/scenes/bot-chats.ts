import type { World } from '../world.ts';
import { type Acting, actingBot, byBot, enterGroup, type Place } from './acting-bots.ts';
import { NOBODY } from './refusals.ts';

/** A chat of the bot's own, in which Alice and Bob are, too. */
export async function ownChat(world: World, { by }: Pick<Acting, 'by'>, more: object = {}): Promise<number> {
  const fields = { title: 'Support Chat', userIds: [world.alice.id, world.bob.id], ...more };
  return (await by('imbot.v2.Chat.add', { fields })).chat.id;
}

/** A chat of the bot's own, and what else the call carries. */
export const inOwnChat =
  (more: (world: World) => Record<string, unknown> = () => ({})): Place =>
  async (world, acting) => ({ dialogId: `chat${await ownChat(world, acting)}`, ...more(world) });

/** The private chat of the bot and Alice. */
export async function privateDialog(world: World, { by }: Pick<Acting, 'by'>): Promise<number> {
  await by('imbot.v2.Chat.Message.send', { dialogId: world.alice.id, fields: { message: 'Hello' } });
  return world.alice.id;
}

/** That there is no such chat, and that a bot is not in it, or has no right there: asked in this order (V14). */
export const chatErrors = {
  'CHAT_NOT_FOUND: CHAT_NOT_FOUND': byBot(async () => ({ dialogId: `chat${NOBODY}` })),
  'ACCESS_DENIED: ACCESS_DENIED': byBot(async (world) => ({ dialogId: `chat${world.groupChatId}` })),
};

export const wrongType = {
  'WRONG_MESSAGE_TYPE: WRONG_MESSAGE_TYPE': async (world: World) => {
    const acting = await actingBot(world);
    return { params: { ...acting.names, dialogId: await privateDialog(world, acting) } };
  },
};

/** Each spelling of a dialog leads to the chat; those that lead nowhere, and that of a stranger's chat, are refused. */
export const dialogParam = (method: string, place: Place) => ({
  async dialogId(world: World) {
    const acting = await actingBot(world);
    const call = await place(world, acting);
    const { dialogId, ...rest } = call as { dialogId: string };
    for (const wrong of ['no dialog', `chat${NOBODY}`, undefined])
      await acting.refused(method, { ...rest, dialogId: wrong }, 'CHAT_NOT_FOUND');
    await acting.refused(method, { ...rest, dialogId: `chat${world.groupChatId}` }, 'ACCESS_DENIED');
    // V21
    await acting.by(method, { ...rest, chatId: Number(dialogId.slice('chat'.length)) });
  },
});

export const inGroup =
  (more: object = {}): Place =>
  async (world, acting) => ({ dialogId: await enterGroup(world, acting), ...more });

/** V18: keys of a chat as newer pages have them. */
export const NEWER_CHAT = {
  entityLink: { type: '', url: '', id: '' },
  diskFolderId: null,
  textFieldEnabled: true,
  lastMessageViews: { messageId: 1, firstViewers: [], countOfViewers: 0 },
  lastId: 0,
  markedId: 0,
  unreadId: 0,
  permissions: {
    manageUsersAdd: 'member',
    manageUsersDelete: 'manager',
    manageUi: 'member',
    manageSettings: 'owner',
    manageMessages: 'member',
    manageMessagesAutoDelete: 'manager',
    manageGuestInvites: 'manager',
    manageDelete: 'member',
    canPost: 'member',
  },
  guestCount: 0,
  hasManageCapability: false,
  canHaveThreads: false,
};
