import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import { USER_STATUSES } from '#domain/user/user-status.ts';

/*
 * A user in answers and events of generation 2, as presentUser tells them.
 */

const text = z.string();
const flag = z.boolean();
const moment = z.union([z.string(), z.literal(false)]).describe('YYYY-MM-DDThh:mm:ss±hh:mm; false: not told');

export const userSchema = component(
  'UserV2',
  'A person or a bot',
  z.object({
    id: z.number().int(),
    active: flag.describe('false: was dismissed or deleted'),
    name: text.describe('Full name'),
    firstName: text,
    lastName: text,
    workPosition: text,
    color: text.describe('#rrggbb'),
    avatar: text.describe('Address of the picture; empty: none'),
    gender: z.enum(['M', 'F']),
    birthday: text.describe('DD-MM; empty: not told'),
    extranet: flag.describe('A guest from outside'),
    bot: flag,
    connector: flag,
    externalAuthId: z.enum(['default', 'bot', 'imconnector']),
    status: z.enum(USER_STATUSES).describe('As they set it'),
    idle: moment.describe('Since when they are away from their screen; false: they are not'),
    lastActivityDate: moment,
    mobileLastDate: moment,
    desktopLastDate: moment,
    absent: moment,
    departments: z.array(z.number().int()),
    phones: z.union([
      z
        .object({ workPhone: text, personalMobile: text, personalPhone: text, innerPhone: text })
        .partial()
        .describe('The numbers that there are'),
      z.literal(false),
    ]),
    type: z.enum(['employee', 'extranet', 'bot']),
    website: text,
    email: text,
  }),
);

export const exampleUser = {
  id: 456,
  active: true,
  name: 'Support Bot',
  firstName: 'Support',
  lastName: 'Bot',
  workPosition: 'AI Assistant',
  color: '#df532d',
  avatar: '',
  gender: 'M',
  birthday: '',
  extranet: false,
  bot: true,
  connector: false,
  externalAuthId: 'bot',
  status: 'online',
  idle: false,
  lastActivityDate: '2025-01-15T10:30:00+01:00',
  mobileLastDate: false,
  desktopLastDate: false,
  absent: false,
  departments: [1],
  phones: false,
  type: 'bot',
  website: '',
  email: '',
} as const;
