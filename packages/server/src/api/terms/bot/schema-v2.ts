import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { BACKGROUNDS } from '#domain/bot/bot.ts';
import { exampleUser, userSchema } from '../user/schema-v2.ts';
import { BOT_TYPES } from './types-v2.ts';

/*
 * A bot in the answers of generation 2, as presentOwnBot tells it.
 */

const count = z.number().int();
const text = z.string();
const flag = z.boolean();

const botSchema = component(
  'BotV2',
  'A bot, as its owner sees it',
  z.object({
    id: z.number().int(),
    code: text,
    type: z.enum(BOT_TYPES),
    isHidden: flag.describe('Not shown in lists'),
    isSupportOpenline: flag.describe('Works in open channels'),
    isReactionsEnabled: flag.describe('People can react to its messages'),
    backgroundId: z.enum(BACKGROUNDS).nullable().describe('null: as each person has chosen'),
    language: text,
    moduleId: z.literal('rest'),
    eventMode: z.enum(['fetch', 'webhook']),
    countMessage: count.describe('Messages that it sent to the chats that it is in'),
    countCommand: count,
    countChat: count.describe('Chats that it is in'),
    countUser: count.describe('People in them'),
  }),
);

export const fullBotSchema = botSchema;

const outlineSchema = component(
  'BotOutlineV2',
  'A bot, as others see it',
  botSchema.omit({
    moduleId: true,
    eventMode: true,
    countMessage: true,
    countCommand: true,
    countChat: true,
    countUser: true,
  }),
);

const users = z.array(userSchema).describe('The bot as a user');

/** All of it to its owner, the outline to others. */
export const knownBotSchema = z.object({ bot: z.union([botSchema, outlineSchema]), users });

export const ownBotsSchema = z.object({
  bots: z.array(botSchema),
  users: z.array(userSchema).describe('The bots as users'),
  hasNextPage: z.boolean(),
});

export const ownBotSchema = z.object({ bot: botSchema, users: z.array(userSchema).describe('The bot as a user') });

export const exampleOwnBot = {
  bot: {
    id: 456,
    code: 'support_bot',
    type: 'bot',
    isHidden: false,
    isSupportOpenline: false,
    isReactionsEnabled: true,
    backgroundId: null,
    language: 'en',
    moduleId: 'rest',
    eventMode: 'fetch',
    countMessage: 0,
    countCommand: 0,
    countChat: 0,
    countUser: 0,
  },
  users: [exampleUser],
} as const;
