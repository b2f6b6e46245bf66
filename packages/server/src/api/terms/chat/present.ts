import { toIso } from '#api/kernel/call/time-block.ts';
import { abilitiesOf } from '#domain/chat/abilities.ts';
import type { Chat, NamedMember } from '#domain/chat/chat.ts';
import type { ChatOverview } from '#domain/chat/chat-overview.ts';
import { type Dialog, type WorkgroupDialog, writeDialog } from '#domain/chat/dialog.ts';
import { colorOf } from '#domain/color.ts';
import { fullName } from '#domain/user/user.ts';
import { colorHex } from '../basic/colors.ts';
import { imageUrl } from '../basic/image-url.ts';
import { messageType } from './chat-type.ts';
import { presentEntityLink } from './entity-link.ts';

/** Who has read the newest line is told by name up to so many. */
const FIRST_VIEWERS = 10;

/** The least role that each of these takes. */
export const PERMISSIONS = {
  manage_users_add: 'member',
  manage_users_delete: 'manager',
  manage_ui: 'member',
  manage_settings: 'owner',
  manage_messages: 'member',
  can_post: 'member',
} as const;

/** A chat as its viewer sees it, who asked for it as `dialog`. Keys that speak of things a portal of ours has not got (threads) have the documented constant. */
export function presentChat(overview: ChatOverview, dialog: Dialog | WorkgroupDialog, origin: string) {
  const { chat, viewerId, members, lastMessageId } = overview;
  const others = members.filter((member) => member.userId !== viewerId);
  return {
    id: chat.id,
    parent_chat_id: 0,
    parent_message_id: 0,
    name: chat.title,
    description: chat.description,
    owner: chat.ownerId,
    extranet: members.some((member) => member.isExtranet),
    avatar: imageUrl(origin, chat.avatar),
    color: colorHex(colorOf(chat)),
    type: chatKind(chat),
    counter: overview.unreadCount,
    user_counter: members.length,
    message_count: overview.messageCount,
    unread_id: overview.firstUnreadId,
    restrictions: presentRestrictions(chat, members.length),
    last_message_id: lastMessageId,
    last_id: overview.lastReadId,
    marked_id: 0,
    disk_folder_id: chat.folderId ?? 0,
    entity_type: chat.entity.type,
    entity_id: chat.entity.id,
    entity_data_1: chat.entity.data[0],
    entity_data_2: chat.entity.data[1],
    entity_data_3: chat.entity.data[2],
    mute_list: members.filter((member) => member.isMuted).map((member) => member.userId),
    date_create: toIso(chat.createdAt),
    message_type: messageType(chat.type),
    public: '',
    role: overview.role,
    entity_link: presentEntityLink(chat.entity),
    text_field_enabled: overview.role !== 'guest',
    background_id: null,
    permissions: PERMISSIONS,
    is_new: false,
    readed_list: others.map(presentReader),
    manager_list: members.filter((member) => member.role !== 'member').map((member) => member.userId),
    last_message_views: {
      message_id: lastMessageId,
      first_viewers: overview.lastMessageReaders.slice(0, FIRST_VIEWERS).map(presentViewer),
      count_of_viewers: overview.lastMessageReaders.length,
    },
    dialog_id: writeDialog(dialog),
  };
}

/** private, chat, open; a chat that belongs to something is of that kind: SONET_GROUP is sonetGroup. */
function chatKind({ type, entity }: Chat): string {
  if (type === 'private') return type;
  if (entity.type === '') return type === 'open' ? type : 'chat';
  return entity.type.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** true: it can be done. */
function presentRestrictions(chat: Chat, memberCount: number) {
  const { changesAvatar, changesTitle, takesMembers, losesMembers } = abilitiesOf(chat);
  return {
    avatar: changesAvatar,
    rename: changesTitle,
    extend: takesMembers,
    call: true,
    mute: true,
    leave: losesMembers,
    leave_owner: losesMembers && memberCount === 1,
    send: true,
    user_list: true,
  };
}

function presentReader(member: NamedMember) {
  const { userId, lastReadId, lastReadAt } = member;
  return {
    user_id: userId,
    user_name: fullName(member),
    message_id: lastReadId,
    date: lastReadAt === null ? null : toIso(lastReadAt),
  };
}

function presentViewer(member: NamedMember) {
  return { user_id: member.userId, user_name: fullName(member), date: toIso(member.lastReadAt ?? 0) };
}
