import { toIso } from '#api/kernel/call/time-block.ts';
import type { Chat, Member } from '#domain/chat/chat.ts';
import { colorOf } from '#domain/color.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { colorHex } from '../basic/colors.ts';
import { imageUrl } from '../basic/image-url.ts';
import { messageType } from '../chat/chat-type.ts';
import { presentEntityLink } from '../chat/entity-link.ts';
import { chatKind, PERMISSIONS } from '../chat/present.ts';
import { camel } from './keys.ts';

/** The chat of a visitor in the history of a conversation. */
export async function presentHistoryChat(
  work: Reading,
  chat: Chat,
  members: readonly Member[],
  origin: string,
): Promise<Record<string, unknown>> {
  const [entityData1, entityData2, entityData3] = chat.entity.data;
  const newest = await work.messages.findLast(chat.id);
  return {
    id: String(chat.id),
    parentChatId: 0,
    parentMessageId: 0,
    name: chat.title,
    owner: String(chat.ownerId),
    color: colorHex(colorOf(chat)),
    extranet: false,
    avatar: imageUrl(origin, chat.avatar),
    call: '0',
    callNumber: '',
    entityType: chat.entity.type,
    entityId: chat.entity.id,
    entityData1,
    entityData2,
    entityData3,
    messageCount: (newest?.seq ?? 0) - chat.removedCount,
    public: '',
    muteList: Object.fromEntries(members.map(({ userId, isMuted }) => [userId, isMuted])),
    managerList: members.filter(({ role }) => role !== 'member').map(({ userId }) => userId),
    dateCreate: toIso(chat.createdAt),
    type: chatKind(chat),
    entityLink: presentEntityLink(chat.entity),
    permissions: camel(PERMISSIONS),
    textFieldEnabled: true,
    backgroundId: null,
    messageType: messageType(chat.type),
    isNew: false,
  };
}
