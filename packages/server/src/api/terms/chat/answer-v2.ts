import { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import { component } from '#api/kernel/wire/component.ts';
import type { ChatView } from '#domain/chat/access-chat.ts';
import { overviewOf } from '#domain/chat/chat-overview.ts';
import { fullName, type User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { presentUser } from '../user/present-v2.ts';
import { exampleUser, userSchema } from '../user/schema-v2.ts';
import { PERMISSIONS, presentEventChat } from './present-v2.ts';
import { eventChatSchema } from './schema-v2.ts';

/*
 * A chat in the answers of generation 2 (V18).
 */

const id = z.number().int();

const viewerSchema = z.object({ userId: id, userName: z.string(), date: z.string() });

const chatSchema = component(
  'ChatV2',
  'A chat, as a bot sees it',
  eventChatSchema.extend({
    role: z.enum(['owner', 'manager', 'member', 'guest']).describe('guest: looks into an open chat'),
    muteList: z.array(id).describe('The bot, if it has silenced the chat'),
    dateCreate: z.string().describe('YYYY-MM-DDThh:mm:ss±hh:mm'),
    lastMessageId: id,
    lastMessageViews: z.object({ messageId: id, firstViewers: z.array(viewerSchema), countOfViewers: id }),
    lastId: id.describe('Up to which message the bot has read'),
    managerList: z.array(id).describe('Owner and managers'),
    markedId: id,
    messageCount: id,
    public: z.string(),
    unreadId: id,
    userCounter: id,
    guestCount: id,
    canHaveThreads: z.boolean(),
  }),
);

export const oneChatSchema = z.object({ chat: chatSchema, users: z.array(userSchema).describe('The bot') });

/** Who has read the newest line is told by name up to so many. */
const FIRST_VIEWERS = 10;

export async function presentChat(
  work: Reading,
  bot: User,
  view: ChatView,
  origin: string,
): Promise<z.infer<typeof oneChatSchema>> {
  const { chat } = view;
  const overview = await overviewOf(work, bot, view);
  const { members, lastMessageReaders: readers, lastMessageId, lastReadId } = overview;
  const otherId = members.find(({ userId }) => userId !== bot.id)?.userId;
  const other = chat.type === 'private' && otherId !== undefined ? await work.users.findUser(otherId) : undefined;
  return {
    chat: {
      ...(await presentEventChat(work, chat, other ?? bot, origin)),
      role: overview.role,
      muteList: members.flatMap(({ userId, isMuted }) => (isMuted && userId === bot.id ? [userId] : [])),
      dateCreate: toIso(chat.createdAt),
      lastMessageId,
      lastMessageViews: {
        messageId: lastMessageId,
        firstViewers: readers.slice(0, FIRST_VIEWERS).map((reader) => ({
          userId: reader.userId,
          userName: fullName(reader),
          date: toIso(reader.lastReadAt ?? 0),
        })),
        countOfViewers: readers.length,
      },
      lastId: lastReadId,
      managerList: members.filter(({ role }) => role !== 'member').map(({ userId }) => userId),
      markedId: 0,
      messageCount: overview.messageCount,
      public: '',
      unreadId: overview.firstUnreadId,
      userCounter: members.length,
      guestCount: members.filter(({ isExtranet }) => isExtranet).length,
      canHaveThreads: false,
    },
    users: [presentUser(bot, origin)],
  };
}

export const exampleChat = {
  chat: {
    id: 5,
    dialogId: 'chat5',
    name: 'Support Chat',
    description: '',
    type: 'chat',
    messageType: 'C',
    owner: 456,
    color: '#4ba984',
    avatar: '',
    extranet: false,
    containsCollaber: false,
    entityType: '',
    entityId: '',
    entityData1: '',
    entityData2: '',
    entityData3: '',
    entityLink: { type: '', url: '', id: '' },
    diskFolderId: null,
    role: 'owner',
    permissions: PERMISSIONS,
    muteList: [],
    parentChatId: null,
    parentMessageId: null,
    isNew: false,
    textFieldEnabled: true,
    backgroundId: null,
    dateCreate: '2025-01-15T10:00:00+00:00',
    lastMessageId: 789,
    lastMessageViews: { messageId: 789, firstViewers: [], countOfViewers: 0 },
    lastId: 789,
    managerList: [456],
    markedId: 0,
    messageCount: 1,
    public: '',
    unreadId: 0,
    userCounter: 3,
    guestCount: 0,
    hasManageCapability: true,
    canHaveThreads: false,
  },
  users: [exampleUser],
} as const;
