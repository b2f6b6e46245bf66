import type { z } from 'zod';
import { toIso } from '#api/kernel/call/time-block.ts';
import { colorOf } from '#domain/color.ts';
import { fullName, type User } from '#domain/user/user.ts';
import { colorHex } from '../basic/colors.ts';
import { imageUrl } from '../basic/image-url.ts';
import { dayAndMonth, externalAuthId, phonesOf } from './present.ts';
import type { userSchema } from './schema-v2.ts';

export type PresentedUser = z.infer<typeof userSchema>;

/** A user as generation 2 tells of them; keys that speak of things a portal of ours has not got say so. */
export function presentUser(user: User, origin: string): PresentedUser {
  return {
    id: user.id,
    active: user.isActive,
    name: fullName(user),
    firstName: user.name,
    lastName: user.lastName,
    workPosition: user.workPosition,
    color: colorHex(colorOf(user)),
    avatar: imageUrl(origin, user.photo),
    gender: user.gender || 'M',
    birthday: dayAndMonth(user.birthday),
    extranet: user.isExtranet,
    bot: user.isBot,
    connector: user.isVisitor,
    externalAuthId: externalAuthId(user),
    status: user.status ?? 'online',
    idle: user.idleSince === null ? false : toIso(user.idleSince),
    lastActivityDate: user.lastActivityAt === null ? false : toIso(user.lastActivityAt),
    mobileLastDate: false,
    desktopLastDate: false,
    absent: false,
    departments: [...user.profile.departments],
    phones: presentPhones(user),
    type: user.isBot ? 'bot' : user.isExtranet ? 'extranet' : 'employee',
    website: user.website,
    email: user.email,
  };
}

/** The same in an event, which does not tell when they were here, nor whether they are. */
export function presentEventUser(user: User, origin: string): PresentedUser {
  return { ...presentUser(user, origin), idle: false, lastActivityDate: false };
}

/** Only the numbers there are; false without any. */
function presentPhones(user: User): PresentedUser['phones'] {
  const phones = phonesOf(user);
  return phones.length > 0 && Object.fromEntries(phones);
}
