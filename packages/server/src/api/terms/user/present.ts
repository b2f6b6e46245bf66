import type { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import type { Bot } from '#domain/bot/bot.ts';
import { colorOf } from '#domain/color.ts';
import { fullName, type User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { colorHex } from '../basic/colors.ts';
import { imageUrl } from '../basic/image-url.ts';
import { type foundUserSchema, NOT_FOUND_WITH, type userSchema } from './schema.ts';

type PresentedUser = z.infer<typeof userSchema>;

/** Users as they stand in the answers of `im.*`, in the given order. */
export async function presentUsers(work: Reading, users: readonly User[], origin: string): Promise<PresentedUser[]> {
  const presented: PresentedUser[] = [];
  for (const user of users) presented.push(await presentUserOf(work, user, origin));
  return presented;
}

export async function presentUserOf(work: Reading, user: User, origin: string): Promise<PresentedUser> {
  return presentUser(user, user.isBot ? await work.bots.findBotEver(user.id) : undefined, origin);
}

/** The same as searching tells of them (G43). */
export function presentFound(user: User, origin: string): z.infer<typeof foundUserSchema> {
  const told = Object.entries(presentUser(user, undefined, origin)).filter(([key]) => !(key in NOT_FOUND_WITH));
  return Object.fromEntries(told) as z.infer<typeof foundUserSchema>;
}

/** `bot` is the bot that the user is; keys that speak of things a portal of ours has not got say so. */
function presentUser(user: User, bot: Bot | undefined, origin: string): PresentedUser {
  const avatar = imageUrl(origin, user.photo);
  return {
    id: user.id,
    active: user.isActive,
    name: fullName(user),
    first_name: user.name,
    last_name: user.lastName,
    work_position: user.workPosition,
    color: colorHex(colorOf(user)),
    avatar,
    avatar_hr: avatar,
    gender: user.gender || 'M',
    birthday: dayAndMonth(user.birthday),
    extranet: user.isExtranet,
    network: false,
    bot: user.isBot,
    connector: user.isVisitor,
    external_auth_id: externalAuthId(user),
    status: user.status ?? 'online',
    idle: user.idleSince === null ? false : toIso(user.idleSince),
    last_activity_date: user.lastActivityAt === null ? false : toIso(user.lastActivityAt),
    mobile_last_date: false,
    desktop_last_date: false,
    absent: false,
    departments: [...user.profile.departments],
    phones: presentPhones(user),
    bot_data: bot ? presentBotData(bot) : null,
    type: user.isBot ? 'bot' : user.isExtranet ? 'extranet' : 'user',
    website: user.website,
    email: user.email,
  };
}

/** By what means they come in. */
export function externalAuthId({ isBot, isVisitor }: User): 'default' | 'bot' | 'imconnector' {
  if (isBot) return 'bot';
  return isVisitor ? 'imconnector' : 'default';
}

/** Only the numbers there are; false without any. */
function presentPhones(user: User): Readonly<Record<string, string>> | false {
  const phones = phonesOf(user).map(([name, number]) => [PHONE_NAMES[name], number]);
  return phones.length > 0 && Object.fromEntries(phones);
}

const PHONE_NAMES = {
  workPhone: 'work_phone',
  personalMobile: 'personal_mobile',
  personalPhone: 'personal_phone',
  innerPhone: 'inner_phone',
} as const;

export function phonesOf({ profile }: User) {
  return (Object.keys(PHONE_NAMES) as (keyof typeof PHONE_NAMES)[]).flatMap((name) => {
    const number = profile.word(name);
    return number ? [[name, number] as const] : [];
  });
}

/** Never who owns the bot: over a webhook, to know an application's CLIENT_ID is to act for it. */
function presentBotData(bot: Bot) {
  return { code: bot.code, type: bot.type, is_hidden: bot.isHidden, is_support_openline: bot.isOpenline };
}

/** DD-MM: the year is nobody's business. */
export function dayAndMonth(birthday: string): string {
  return birthday && `${birthday.slice(8, 10)}-${birthday.slice(5, 7)}`;
}
