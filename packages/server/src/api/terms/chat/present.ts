import { toIso } from '#api/kernel/call/time-block.ts';
import { abilitiesOf } from '#domain/chat/abilities.ts';
import type { Chat, NamedMember } from '#domain/chat/chat.ts';
import type { ChatOverview } from '#domain/chat/chat-overview.ts';
import type { ChatSummary } from '#domain/chat/chat-summary.ts';
import { type Dialog, type WorkgroupDialog, writeDialog } from '#domain/chat/dialog.ts';
import { colorOf } from '#domain/color.ts';
import { fullName } from '#domain/user/user.ts';
import { colorHex } from '../basic/colors.ts';
import { imageUrl } from '../basic/image-url.ts';
import { messageType } from './chat-type.ts';
import { presentEntityLink, presentEntityPath } from './entity-link.ts';

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

/** A chat as its viewer sees it, who asked for it as `dialog`. */
export function presentChat(overview: ChatOverview, dialog: Dialog | WorkgroupDialog, origin: string) {
  const { viewerId, members, lastMessageId } = overview;
  const others = members.filter((member) => member.userId !== viewerId);
  const summary = {
    ...overview,
    memberCount: members.length,
    hasGuests: members.some((member) => member.isExtranet),
  };
  return {
    ...presentSummary(summary, origin),
    mute_list: members.filter((member) => member.isMuted).map((member) => member.userId),
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

/** A chat in a list of chats. */
export function presentListed(summary: ChatSummary, origin: string) {
  const shown = presentSummary(summary, origin);
  return {
    ...shown,
    mute_list: presentMuted(summary),
    restrictions: { ...shown.restrictions, ...presentEntityPath(summary.chat.entity) },
  };
}

/** The caller, if they have silenced it (G28): others are not told of in lists. */
export function presentMuted({ isMuted, viewerId }: Pick<ChatSummary, 'isMuted' | 'viewerId'>) {
  return isMuted ? { [viewerId]: true as const } : [];
}

/** Keys that speak of things a portal of ours has not got (threads, Drive) have the documented constant. */
function presentSummary(summary: Omit<ChatSummary, 'isMuted'>, origin: string) {
  const { chat } = summary;
  return {
    ...presentOutline(summary, origin),
    parent_chat_id: 0,
    parent_message_id: 0,
    description: chat.description,
    counter: summary.unreadCount,
    user_counter: summary.memberCount,
    message_count: summary.messageCount,
    unread_id: summary.firstUnreadId,
    restrictions: presentRestrictions(chat, summary.memberCount),
    last_message_id: summary.lastMessageId,
    last_id: summary.lastReadId,
    marked_id: 0,
    disk_folder_id: chat.folderId ?? 0,
    public: '',
    role: summary.role,
    entity_link: presentEntityLink(chat.entity),
    text_field_enabled: summary.role !== 'guest' && !chat.isFieldOff,
    background_id: null,
    permissions: PERMISSIONS,
    is_new: false,
  };
}

/** What a chat is, without what becomes of it. */
export function presentOutline({ chat, hasGuests }: Pick<ChatSummary, 'chat' | 'hasGuests'>, origin: string) {
  return {
    id: chat.id,
    name: chat.title,
    owner: chat.ownerId,
    extranet: hasGuests,
    avatar: imageUrl(origin, chat.avatar),
    color: colorHex(colorOf(chat)),
    type: chatKind(chat),
    entity_type: chat.entity.type,
    entity_id: chat.entity.id,
    entity_data_1: chat.entity.data[0],
    entity_data_2: chat.entity.data[1],
    entity_data_3: chat.entity.data[2],
    date_create: toIso(chat.createdAt),
    message_type: messageType(chat.type),
  };
}

/** private, chat, open; a chat that belongs to something is of that kind: SONET_GROUP is sonetGroup. */
export function chatKind({ type, entity }: Chat): string {
  if (type === 'private') return type;
  if (entity.type === '') return type === 'open' ? type : 'chat';
  return entity.type.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** true: it can be done. */
export function presentRestrictions(chat: Chat, memberCount: number) {
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
