import { z } from 'zod';
import { optional, type Possibly, present, readBy, type Values } from '#api/kernel/definition/field.ts';
import { childrenOf, within } from '#api/kernel/definition/within.ts';
import { toText } from '#api/kernel/wire/read.ts';
import { BOT_TOKEN_LENGTH } from '#domain/application/application.ts';
import { BACKGROUNDS, type Background } from '#domain/bot/bot.ts';
import type { Reconfiguration } from '#domain/bot/reconfigure-bot.ts';
import type { BotProfile } from '#domain/bot/register-bot.ts';
import { field } from '../basic/fields.ts';
import { avatar, color, givenName } from './params-v2.ts';

/** What of a bot can be changed; each may be left out. */
export const botChangeFields = within('fields', {
  ...within('properties', {
    name: givenName('New name; an empty one changes nothing'),
    lastName: givenName('New last name'),
    workPosition: givenName('What the bot does, in a few words'),
    color,
    gender: field.choice('M or F', ['M', 'F', ''], ''),
    avatar,
  }),
  isHidden: field.changeFlag('Y: not shown in lists'),
  isReactionsEnabled: field.changeFlag('Y: people can react to its messages'),
  isSupportOpenline: field.changeFlag('Y: works in open channels'),
  backgroundId: present(
    'Behind the private chats with it; null or another word: as each person has chosen',
    readBy<Background | null>(
      z.enum(BACKGROUNDS).nullable(),
      (raw) => BACKGROUNDS.find((one) => one === toText(raw)) ?? null,
    ),
  ),
  eventMode: optional(
    'fetch: its events are kept until it fetches them; webhook: it is called',
    readBy(z.enum(['fetch', 'webhook']), (raw) => MODES.find((one) => one === toText(raw)?.toLowerCase())),
  ),
  webhookUrl: field.handlerUrl('Where it hears of events from now on'),
  botToken: field.optionalText(
    'The token that it belongs to from now on, 40 characters at most; blanks change nothing',
    BOT_TOKEN_LENGTH,
  ),
} as const);

const MODES = ['fetch', 'webhook'] as const;

/** What `imbot.v2.Bot.update` is given. */
export function toBotChange(params: Possibly<Values<typeof botChangeFields>>): Reconfiguration {
  const fields = childrenOf('fields', params);
  const { isHidden, isReactionsEnabled, isSupportOpenline, backgroundId, eventMode, webhookUrl, botToken } = fields;
  return {
    profile: toProfile(childrenOf('properties', fields)),
    features: { isHidden, hasReactions: isReactionsEnabled, isOpenline: isSupportOpenline, background: backgroundId },
    way: { eventMode, webhookUrl },
    botToken: botToken?.trim() ? botToken : undefined,
  };
}

type ProfileParams = Readonly<Record<'name' | 'lastName' | 'workPosition', string | undefined>> & {
  readonly color: BotProfile['color'] | undefined;
  readonly gender: BotProfile['gender'] | undefined;
  readonly avatar: BotProfile['photo'] | undefined;
};

function toProfile({ name, lastName, workPosition, color: named, gender, avatar: photo }: ProfileParams) {
  return {
    ...(name && { name }),
    ...(lastName !== undefined && { lastName }),
    ...(workPosition !== undefined && { workPosition }),
    ...(named && { color: named }),
    ...(gender && { gender }),
    ...(photo && { photo }),
  };
}
