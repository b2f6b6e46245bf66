import type { z } from 'zod';
import type { Chat } from '#domain/chat/chat.ts';
import { OPEN_CHANNEL } from '#domain/chat/entity-types.ts';
import { colorOf } from '#domain/color.ts';
import { fullName, type User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { colorHex } from '../basic/colors.ts';
import { imageUrl } from '../basic/image-url.ts';
import { dialogIdFor, messageType } from './chat-type.ts';
import { presentEntityLink } from './entity-link.ts';
import type { eventChatSchema } from './schema-v2.ts';

type PresentedChat = z.infer<typeof eventChatSchema>;

/**
 * A chat in the event of a bot, where `other` did something: without what differs from member to member (V20). Keys that
 * speak of things a portal of ours has not got (threads, more rights than the role gives) have the documented constant.
 */
export async function presentEventChat(work: Reading, chat: Chat, other: User, origin: string): Promise<PresentedChat> {
  const [entityData1, entityData2, entityData3] = chat.entity.data;
  return {
    id: chat.id,
    dialogId: dialogIdFor(chat, other.id),
    type: chatKind(chat),
    messageType: messageType(chat.type),
    // A private chat has no name of its own: a bot knows it by the person in it.
    name: chat.type === 'private' ? fullName(other) : chat.title,
    description: chat.description,
    entityType: chat.entity.type,
    entityId: chat.entity.id,
    entityData1,
    entityData2,
    entityData3,
    entityLink: presentEntityLink(chat.entity),
    owner: chat.ownerId,
    avatar: imageUrl(origin, chat.avatar),
    color: colorHex(colorOf(chat)),
    extranet: (await work.members.findExtranet(chat.id)) !== undefined,
    containsCollaber: false,
    diskFolderId: chat.folderId,
    permissions: permissionsIn(chat),
    hasManageCapability: false,
    parentChatId: null,
    parentMessageId: null,
    isNew: false,
    textFieldEnabled: !chat.isFieldOff,
    backgroundId: null,
  };
}

function chatKind({ type, entity }: Chat): PresentedChat['type'] {
  if (type === 'private') return 'private';
  if (entity.type === OPEN_CHANNEL) return 'lines';
  return type === 'open' ? 'open' : 'chat';
}

/** Generation 1 tells six of them, and spells them otherwise (V18). */
export const PERMISSIONS = {
  manageUsersAdd: 'member',
  manageUsersDelete: 'manager',
  manageUi: 'member',
  manageSettings: 'owner',
  manageMessages: 'member',
  manageMessagesAutoDelete: 'manager',
  manageGuestInvites: 'manager',
  manageDelete: 'member',
  canPost: 'member',
} as const satisfies PresentedChat['permissions'];

/** Of people who talk to a visitor each may take another out. */
function permissionsIn({ entity }: Chat): PresentedChat['permissions'] {
  return entity.type === OPEN_CHANNEL ? { ...PERMISSIONS, manageUsersDelete: 'member' } : PERMISSIONS;
}
