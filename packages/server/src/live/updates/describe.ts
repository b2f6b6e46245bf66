import { presentMessage } from '#api/terms/message/present.ts';
import { picturesAt } from '#api/terms/message/preview.ts';
import { presentUserOf } from '#api/terms/user/present.ts';
import { withoutGoneButtons } from '#domain/chat-app/gone-buttons.ts';
import type { Change } from '#domain/event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Update } from './update.ts';

type MessageChange = Extract<Change, { type: 'messageAdded' | 'messageChanged' | 'messageDeleted' }>;

const WHAT = { messageAdded: 'added', messageChanged: 'changed', messageDeleted: 'deleted' } as const;

/**
 * What pages are told of a change, as it is now; undefined: nothing. The same for all who may see it.
 *
 * @param origin where addresses in it begin; empty: at the page's own
 */
export async function describeChange(work: Reading, change: Change, origin: string): Promise<Update | undefined> {
  switch (change.type) {
    case 'messageAdded':
    case 'messageChanged':
    case 'messageDeleted':
      return describeMessage(work, change, origin);
    case 'reactionChanged': {
      const { chatId, messageId } = change;
      const likes = await work.reactions.listOfMessages([messageId]);
      return { kind: 'reaction', chatId, messageId, likes: likes.get(messageId) ?? [] };
    }
    case 'chatRead': {
      const { chatId, userId } = change;
      const member = await work.members.findMember(chatId, userId);
      return member && { kind: 'read', chatId, userId, lastId: member.lastReadId };
    }
    case 'typing': {
      const { chatId, userId, status, seconds } = change;
      return { kind: 'typing', chatId, userId, status, seconds };
    }
    case 'presenceChanged': {
      const user = await work.users.findUser(change.userId);
      return user && { kind: 'presence', user: await presentUserOf(work, user, origin) };
    }
    case 'membersChanged':
    case 'textFieldChanged':
      return { kind: 'members', chatId: change.chatId };
    case 'recentChanged':
      return { kind: 'recent', chatId: change.chatId };
    case 'notificationAdded':
    case 'notificationsChanged':
      return { kind: 'notifications' };
    case 'placementsChanged':
      return { kind: 'placements' };
    case 'chatAppsChanged':
      return { kind: 'chatApps' };
    case 'leftBehind':
    case 'accessChanged':
    case 'receiverSetUp':
    case 'receiverSwitched':
    case 'eventRecorded':
      return undefined;
  }
}

async function describeMessage(work: Reading, change: MessageChange, origin: string): Promise<Update> {
  const { chatId, messageId, portalId } = change;
  const kept = await work.messages.findMessage(messageId);
  if (!kept) return { kind: 'gone', chatId, messageId };
  const [message = kept] = await withoutGoneButtons(work, [kept]);
  const author = message.authorId === 0 ? undefined : await work.users.findUser(message.authorId);
  const likes = await work.reactions.listOfMessages([messageId]);
  return {
    kind: 'message',
    what: WHAT[change.type],
    chatId,
    message: presentMessage(message, {
      likedBy: likes.get(messageId) ?? [],
      member: undefined,
      isByBot: author?.isBot ?? false,
      pictureOf: picturesAt(work, portalId, origin),
    }),
    users: author && !message.isSystem ? [await presentUserOf(work, author, origin)] : [],
  };
}
