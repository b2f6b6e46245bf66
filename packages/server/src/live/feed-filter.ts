import type { FeedItem } from './feed-item.ts';

/** What of a feed somebody wants to see; what is left out is of no matter. */
export interface FeedFilter {
  /** For one of whom it is, or by whom. */
  readonly bots?: readonly { readonly id: number; readonly receiverId: number }[] | undefined;
  readonly chatId?: number | undefined;
  /** Deliveries and calls that failed, and notices alone. */
  readonly isFailed?: boolean | undefined;
}

export function fits(item: FeedItem, { bots, chatId, isFailed }: FeedFilter): boolean {
  if (bots && !bots.some((bot) => isOf(item, bot))) return false;
  if (chatId !== undefined && !isIn(item, chatId)) return false;
  return !isFailed || hasFailed(item);
}

function isOf(item: FeedItem, { id, receiverId }: NonNullable<FeedFilter['bots']>[number]): boolean {
  if (item.kind === 'message' || item.kind === 'notification') return item.authorId === id;
  return item.kind === 'call' ? item.receiverIds.includes(receiverId) : item.receiverId === receiverId;
}

function isIn(item: FeedItem, chatId: number): boolean {
  return item.kind === 'call' ? item.chats.includes(chatId) : 'chatId' in item && item.chatId === chatId;
}

function hasFailed(item: FeedItem): boolean {
  if (item.kind === 'delivery') return item.result !== 'delivered';
  return item.kind === 'notice' || (item.kind === 'call' && item.code !== null);
}
