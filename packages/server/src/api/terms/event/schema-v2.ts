import { z } from 'zod';
import { REACTIONS } from '#domain/message/reaction.ts';
import { eventChatSchema } from '../chat/schema-v2.ts';
import { eventMessageSchema } from '../message/schema-v2.ts';
import { userSchema } from '../user/schema-v2.ts';

/*
 * What stands in events of generation 2, beside the bot.
 */

const placeShape = { chat: eventChatSchema, user: userSchema, language: z.string() };
export const messageShape = { message: eventMessageSchema, ...placeShape };
export const deletionShape = { messageId: z.number().int(), ...placeShape };
export const reactionShape = {
  reaction: z.enum(REACTIONS),
  action: z.enum(['add', 'delete']),
  ...messageShape,
};
export const joinShape = { dialogId: z.string(), ...placeShape };
