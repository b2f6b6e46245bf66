import type { MessageFacts } from '#domain/event.ts';
import type { Reaction } from '#domain/message/reaction.ts';
import { presentEventMessage } from '../message/present-v2.ts';
import { presentPlace, type Telling } from './place-v2.ts';

/*
 * The data of events of generation 2, for bots and for people: `hearerId` is whoever is told. undefined: what it tells of
 * is gone.
 */

interface OfMessage {
  readonly userId: number;
  readonly message: MessageFacts;
}

/** A message, and whoever `userId` is: its author, or who did something with it. */
export async function tellOfMessage(telling: Telling, hearerId: number, { userId, message }: OfMessage) {
  const place = await presentPlace(telling, hearerId, message.chatId, userId);
  return place && { message: await presentEventMessage(telling, message), ...place };
}

/** The author is told of, whoever changed it. */
export function tellOfChange(telling: Telling, hearerId: number, { message }: OfMessage) {
  return tellOfMessage(telling, hearerId, { userId: message.authorId, message });
}

export async function tellOfDeletion(telling: Telling, hearerId: number, { message }: OfMessage) {
  const place = await presentPlace(telling, hearerId, message.chatId, message.authorId);
  return place && { messageId: message.id, ...place };
}

interface OfReaction extends OfMessage {
  readonly reaction: Reaction;
  readonly isAdded: boolean;
}

export async function tellOfReaction(telling: Telling, hearerId: number, event: OfReaction) {
  const told = await tellOfMessage(telling, hearerId, event);
  return told && { reaction: event.reaction, action: event.isAdded ? ('add' as const) : ('delete' as const), ...told };
}

export async function tellOfJoining(
  telling: Telling,
  hearerId: number,
  { userId, chatId }: { readonly userId: number; readonly chatId: number },
) {
  const place = await presentPlace(telling, hearerId, chatId, userId);
  return place && { dialogId: place.chat.dialogId, ...place };
}
