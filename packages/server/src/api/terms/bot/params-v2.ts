import { z } from 'zod';
import {
  idOf,
  lenient,
  measured,
  optional,
  type Possibly,
  readBy,
  readWith,
  required,
  type Values,
} from '#api/kernel/definition/field.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { BACKGROUNDS, type Background } from '#domain/bot/bot.ts';
import type { BotProfile, NewBot } from '#domain/bot/register-bot.ts';
import { COLORS } from '#domain/color.ts';
import { NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { parseColor } from '../basic/colors.ts';
import { field } from '../basic/fields.ts';
import { parseImage } from '../basic/image.ts';
import { wire } from '../basic/wire.ts';
import { EMPTY_PROFILE } from './profile.ts';
import { BOT_TYPES } from './types-v2.ts';

/** One of a few words, in any case; anything else is a fault. */
const word = <const W extends string>(description: string, words: readonly W[], fallback: NoInfer<W>) => {
  const read = (raw: unknown) => words.find((one) => one.toLowerCase() === toText(raw)?.toLowerCase());
  return optional<W, W>(description, readBy(z.enum(words as [W, ...W[]]), read), fallback);
};

/** Empty says something else than left out. */
export const givenName = (description: string) => field.givenText(description, NAME_LENGTH);

export const color = lenient('Colour of the avatar; another word: none of its own', z.enum(COLORS), (raw) =>
  parseColor(toText(raw) ?? ''),
);
export const avatar = optional(
  'PNG, JPEG, GIF or WebP in Base64, at most 5000x5000',
  readWith(wire.base64, parseImage),
);

/** How a bot presents itself. */
const profileFields = {
  name: required(
    'Name',
    measured(
      textUpTo(NAME_LENGTH),
      readBy(wire.textOf(NAME_LENGTH), (raw) => toText(raw)?.trim() || undefined),
    ),
  ),
  lastName: field.text('Last name'),
  workPosition: field.text('What the bot does, in a few words'),
  color,
  gender: field.choice('M or F', ['M', 'F', ''], ''),
  avatar,
} as const;

const background = lenient<Background | null>(
  'Behind the private chats with it; null or another word: as each person has chosen',
  z.enum(BACKGROUNDS).nullable(),
  (raw) => BACKGROUNDS.find((one) => one === toText(raw)) ?? null,
);

export const newBotFields = within('fields', {
  code: idOf('code', field.requiredText('Code of the bot, unique within the portal')),
  botToken: field.optionalText('Webhook calls only: the token that the bot is to belong to; 40 characters at most'),
  ...within('properties', profileFields),
  type: word(
    'bot hears what is addressed to it, supervisor and personal hear everything, openline serves open channels',
    BOT_TYPES,
    'bot',
  ),
  eventMode: word(
    'fetch: its events are kept until it fetches them; webhook: it is called',
    ['fetch', 'webhook'],
    'fetch',
  ),
  webhookUrl: field.handlerUrl('Address that hears of its events; required for webhook'),
  isHidden: field.flag('Y: not shown in lists', false),
  isReactionsEnabled: field.flag('Y: people can react to its messages', true),
  isSupportOpenline: field.flag('Y: works in open channels; always so for openline', false),
  backgroundId: background,
} as const);

type NewBotParams = Values<typeof newBotFields>;

export function isWithoutUrl(params: Possibly<NewBotParams>, faulty: ReadonlySet<string>): boolean {
  const isCalled = params['fields.eventMode'] === 'webhook';
  return isCalled && params['fields.webhookUrl'] === undefined && !faulty.has('fields.webhookUrl');
}

/** What `imbot.v2.Bot.register` is given by that person. */
export function toNewBot(params: NewBotParams, personId: number): NewBot {
  const fields = childrenOf('fields', params);
  return {
    generation: 'v2',
    code: fields.code,
    type: fields.type,
    isOpenline: fields.isSupportOpenline || fields.type === 'openline',
    isHidden: fields.isHidden,
    eventMode: fields.eventMode,
    webhookUrl: fields.webhookUrl ?? '',
    hasReactions: fields.isReactionsEnabled,
    background: fields.backgroundId,
    registeredBy: personId,
    handlers: {},
    profile: toProfile(childrenOf('properties', fields)),
  };
}

function toProfile({ name, lastName, workPosition, color, gender, avatar }: Values<typeof profileFields>): BotProfile {
  return {
    ...EMPTY_PROFILE,
    name,
    lastName: lastName.trim(),
    workPosition: workPosition.trim(),
    color,
    gender,
    ...(avatar && { photo: avatar }),
  };
}
