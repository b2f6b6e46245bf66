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
import { PERMISSIONS } from './present.ts';
import type { eventChatSchema } from './schema-v2.ts';

type PresentedChat = z.infer<typeof eventChatSchema>;

/**
 * A chat in the event of a bot, where `other` did something: without what differs from member to member (V20). Keys that
 * speak of things a portal of ours has not got (threads) have the documented constant.
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
    permissions: PERMISSION_WORDS,
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

/** As generation 2 spells them: manageUsersAdd. */
const PERMISSION_WORDS = Object.fromEntries(
  Object.entries(PERMISSIONS).map(([name, role]) => [
    name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    role,
  ]),
);
