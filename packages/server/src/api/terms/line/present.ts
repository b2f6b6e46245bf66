import { z } from 'zod';
import type { Line } from '#domain/line/line.ts';
import { operatorsOf } from '#domain/line/operators.ts';
import { isOnline } from '#domain/user/presence.ts';
import { fullName, type User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { imageUrl } from '../basic/image-url.ts';
import { keyedById } from '../basic/keyed.ts';
import { yesNo } from '../basic/yes-no.ts';
import { KEPT } from './kept-settings.ts';

const text = z.string();
const flag = z.enum(['Y', 'N']);
const kept = z.union([text, z.array(text), z.record(text, text), z.null()]);

/** All settings: those that something here follows, and those that are kept. */
export const settingsShape = {
  ID: text,
  ACTIVE: flag,
  LINE_NAME: text,
  QUEUE_TYPE: text,
  WELCOME_BOT_ENABLE: flag,
  WELCOME_BOT_ID: text,
  WELCOME_MESSAGE: flag,
  WELCOME_MESSAGE_TEXT: text,
  LANGUAGE_ID: text,
  MODIFY_USER_ID: text,
  DATE_CREATE: z.object({}),
  DATE_MODIFY: z.object({}),
  ...(Object.fromEntries(Object.keys(KEPT).map((name) => [name, kept])) as Readonly<Record<string, typeof kept>>),
} as const;

/** Every value is a text, as portals answer; times come in a form that nobody can read. */
export function presentSettings(line: Line) {
  const own = {
    ID: String(line.id),
    ACTIVE: yesNo(line.isActive),
    LINE_NAME: line.name,
    QUEUE_TYPE: line.distribution,
    WELCOME_BOT_ENABLE: yesNo(line.usesBot),
    WELCOME_BOT_ID: String(line.welcomeBotId),
    WELCOME_MESSAGE: yesNo(line.greets),
    WELCOME_MESSAGE_TEXT: line.greeting,
    LANGUAGE_ID: line.language,
    MODIFY_USER_ID: String(line.changedBy),
    DATE_CREATE: {},
    DATE_MODIFY: {},
  } as const;
  const others = Object.entries(KEPT).map(([name, { usual }]) => [name, line.kept[name] ?? usual]);
  return { ...Object.fromEntries(others), ...own };
}

const queueUser = z.object({
  USER_NAME: text.nullable(),
  USER_WORK_POSITION: text.nullable(),
  USER_AVATAR: text.nullable(),
  USER_AVATAR_ID: z.union([text, z.number().int(), z.null()]),
});

export const queueShape = {
  QUEUE: z.array(text).describe('Ids of people'),
  QUEUE_FULL: keyedById(queueUser.extend({ ID: text, SORT: text, USER_ID: text, DEPARTMENT_ID: text })),
  QUEUE_USERS_FIELDS: keyedById(queueUser),
  QUEUE_ONLINE: flag.describe('Y: one of them is there'),
} as const;

/** Nobody is called otherwise here than in their profile, so that no name stands beside the ids. */
const NO_OTHER_NAME = { USER_NAME: null, USER_WORK_POSITION: null, USER_AVATAR: null, USER_AVATAR_ID: '0' } as const;

export async function presentQueue(work: Reading, line: Line, showsOffline: boolean) {
  const all = await operatorsOf(work, line);
  const shown = showsOffline ? all : all.filter((user) => isOnline(user, work.now));
  const byUser = <T>(make: (user: User, index: number) => T) =>
    shown.length > 0 ? Object.fromEntries(shown.map((user, index) => [user.id, make(user, index)])) : [];
  return {
    QUEUE: shown.map(({ id }) => String(id)),
    QUEUE_FULL: byUser(({ id }, index) => ({
      ID: String(index + 1),
      SORT: String(index),
      USER_ID: String(id),
      DEPARTMENT_ID: '0',
      ...NO_OTHER_NAME,
    })),
    QUEUE_USERS_FIELDS: byUser(() => NO_OTHER_NAME),
    QUEUE_ONLINE: yesNo(all.some((user) => isOnline(user, work.now))),
  };
}

/** The same in lists, with names. */
export async function presentListedQueue(work: Reading, line: Line, origin: string) {
  const users = await operatorsOf(work, line);
  const shown: [number, z.infer<typeof queueUser>][] = [];
  for (const user of users)
    shown.push([
      user.id,
      {
        USER_NAME: fullName(user),
        USER_WORK_POSITION: user.workPosition || null,
        USER_AVATAR: imageUrl(origin, user.photo),
        USER_AVATAR_ID: user.photo ? ((await work.images.findImageId(user.photo)) ?? null) : null,
      },
    ]);
  return {
    QUEUE: users.map(({ id }) => id),
    QUEUE_USERS_FIELDS: shown.length > 0 ? Object.fromEntries(shown) : [],
  };
}

export function presentEntries({ queue }: Line) {
  return queue.map(({ kind, id }) => ({
    ENTITY_ID: String(id),
    ENTITY_TYPE: kind === 'person' ? ('user' as const) : kind,
  }));
}
