import type { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import type { Frozen } from '#api/kernel/definition/answer.ts';
import type { Chat, Role } from '#domain/chat/chat.ts';
import { colorOf } from '#domain/color.ts';
import type { RecentChat, RecentGroup } from '#domain/recent/recent-chat.ts';
import { fullName, type User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { colorHex } from '../basic/colors.ts';
import { imageUrl } from '../basic/image-url.ts';
import { messageType } from '../chat/chat-type.ts';
import { presentEntityLink } from '../chat/entity-link.ts';
import { chatKind, PERMISSIONS, presentRestrictions } from '../chat/present.ts';
import { presentUserOf } from '../user/present.ts';
import { presentLine } from './line.ts';
import type { recentSchema } from './schema.ts';

export type PresentedRecent = Frozen<z.infer<typeof recentSchema>>;

/** A chat in a list of recent ones: exactly the documented keys (G1). */
export async function presentRecent(
  work: Reading,
  recent: RecentChat,
  origin: string,
  isOriginal: boolean,
): Promise<PresentedRecent> {
  const { chat, member, line, unreadCount, person, group } = recent;
  const face = group || !person ? { name: chat.title, photo: chat.avatar, of: chat } : faceOf(person);
  const writtenAt = toIso(line.createdAt);
  return {
    id: group || !person ? `chat${chat.id}` : person.id,
    chat_id: chat.id,
    type: group ? 'chat' : 'user',
    avatar: { url: imageUrl(origin, face.photo), color: colorHex(colorOf(face.of)) },
    title: face.name,
    message: presentLine(recent, isOriginal),
    counter: unreadCount,
    // As im.dialog.get tells it: who wrote the newest lines themselves has nothing left to read.
    last_id: unreadCount > 0 ? member.lastReadId : line.id,
    pinned: member.isPinned,
    unread: member.isMarked,
    has_reminder: false,
    date_update: toIso(recent.changedAt),
    date_last_activity: writtenAt,
    user: person ? await presentUserOf(work, person, origin) : { id: 0 },
    chat: group ? presentGroup(chat, group, member.role, origin) : PRIVATE,
    options: [],
  };
}

function faceOf(person: User) {
  return { name: fullName(person), photo: person.photo, of: person };
}

/** All that is said of a private chat beside whom it is with. */
const PRIVATE = { text_field_enabled: true, background_id: null, mute_list: [] } as const;

/** As it stands here in capitals (G28). */
const ROLES = { owner: 'OWNER', manager: 'MANAGER', member: 'MEMBER' } as const satisfies Record<Role, string>;

function presentGroup(
  chat: Chat,
  { memberCount, hasGuests, mutedIds, runningIds }: RecentGroup,
  role: Role,
  origin: string,
) {
  const [entity_data_1, entity_data_2, entity_data_3] = chat.entity.data;
  return {
    id: chat.id,
    parent_chat_id: 0,
    parent_message_id: 0,
    name: chat.title,
    owner: chat.ownerId,
    extranet: hasGuests,
    contains_collaber: false,
    avatar: imageUrl(origin, chat.avatar),
    color: colorHex(colorOf(chat)),
    type: chatKind(chat),
    entity_type: chat.entity.type,
    entity_id: chat.entity.id,
    entity_data_1,
    entity_data_2,
    entity_data_3,
    mute_list: mutedIds.length > 0 ? Object.fromEntries(mutedIds.map((id) => [id, true as const])) : [],
    manager_list: runningIds,
    date_create: toIso(chat.createdAt),
    message_type: messageType(chat.type),
    user_counter: memberCount,
    restrictions: presentRestrictions(chat, memberCount),
    role: ROLES[role],
    text_field_enabled: true,
    background_id: null,
    entity_link: presentEntityLink(chat.entity),
    permissions: PERMISSIONS,
    public: '',
  };
}
