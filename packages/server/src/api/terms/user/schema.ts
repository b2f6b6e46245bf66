import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { USER_STATUSES } from '#domain/user/user-status.ts';

/*
 * A user in the answers of `im.*`, as presentUsers tells them.
 */

const text = z.string();
const flag = z.boolean();
const moment = z.union([z.string(), z.literal(false)]).describe('YYYY-MM-DDThh:mm:ss±hh:mm; false: never');

export const userSchema = component(
  'User',
  'A person or a bot',
  z.object({
    id: z.number().int(),
    active: flag.describe('false: was dismissed or deleted'),
    name: text.describe('Full name'),
    first_name: text,
    last_name: text,
    work_position: text,
    color: text.describe('#RRGGBB'),
    avatar: text.describe('Address of the picture; empty: none'),
    avatar_hr: text,
    gender: z.enum(['M', 'F']),
    birthday: text.describe('DD-MM; empty: not told'),
    extranet: flag.describe('A guest from outside'),
    network: flag,
    bot: flag,
    connector: flag,
    external_auth_id: text,
    status: z.enum(USER_STATUSES).describe('As they set it'),
    idle: moment.describe('Since when they are away from their screen; false: they are not'),
    last_activity_date: moment,
    mobile_last_date: moment,
    desktop_last_date: moment,
    absent: flag,
    departments: z.array(z.number().int()),
    phones: z.union([
      z
        .object({ work_phone: text, personal_mobile: text, personal_phone: text, inner_phone: text })
        .partial()
        .describe('The numbers that there are'),
      z.literal(false),
    ]),
    bot_data: z
      .object({
        code: text,
        type: z.enum(['bot', 'human', 'supervisor', 'personal', 'openline', 'network']),
        is_hidden: flag,
        is_support_openline: flag,
      })
      .nullable()
      .describe('null: is no bot'),
    type: z.enum(['user', 'bot', 'extranet']),
    website: text,
    email: text,
  }),
);

/** What searching does not tell (G43). */
export const NOT_FOUND_WITH = {
  active: true,
  avatar_hr: true,
  desktop_last_date: true,
  bot_data: true,
  type: true,
  website: true,
  email: true,
} as const;

export const foundUserSchema = component(
  'FoundUser',
  'A person or a bot, as searching tells of them',
  userSchema.omit(NOT_FOUND_WITH),
);

export const exampleUser = {
  id: 5,
  active: true,
  name: 'John Smith',
  first_name: 'John',
  last_name: 'Smith',
  work_position: 'Developer',
  color: '#df532d',
  avatar: '',
  avatar_hr: '',
  gender: 'M',
  birthday: '26-02',
  extranet: false,
  network: false,
  bot: false,
  connector: false,
  external_auth_id: 'default',
  status: 'online',
  idle: false,
  last_activity_date: '2026-02-26T09:27:30+00:00',
  mobile_last_date: false,
  desktop_last_date: false,
  absent: false,
  departments: [1],
  phones: false,
  bot_data: null,
  type: 'user',
  website: '',
  email: 'john@example.com',
} as const;

const {
  active: _a,
  avatar_hr: _b,
  desktop_last_date: _c,
  bot_data: _d,
  type: _e,
  website: _f,
  email: _g,
  ...found
} = exampleUser;
export const exampleFoundUser = found;
