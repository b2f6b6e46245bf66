import { z } from 'zod';
import { component } from '#api/kernel/wire/component.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { presentUsers } from './present.ts';
import { exampleUser, userSchema } from './schema.ts';

/*
 * Users in those answers of the first generation that are in camelCase: the same keys as elsewhere, spelled otherwise.
 */

const shape = userSchema.shape;

export const camelUserSchema = component(
  'CamelUser',
  'A person or a bot',
  z.object({
    id: shape.id,
    active: shape.active,
    name: shape.name,
    firstName: shape.first_name,
    lastName: shape.last_name,
    workPosition: shape.work_position,
    color: shape.color,
    avatar: shape.avatar,
    avatarHr: shape.avatar_hr,
    gender: shape.gender,
    birthday: shape.birthday,
    extranet: shape.extranet,
    network: shape.network,
    bot: shape.bot,
    connector: shape.connector,
    externalAuthId: shape.external_auth_id,
    status: shape.status,
    idle: shape.idle,
    lastActivityDate: shape.last_activity_date,
    mobileLastDate: shape.mobile_last_date,
    desktopLastDate: shape.desktop_last_date,
    absent: shape.absent,
    departments: shape.departments,
    phones: shape.phones,
    botData: z
      .object({ code: z.string(), type: z.string(), isHidden: z.boolean(), isSupportOpenline: z.boolean() })
      .nullable()
      .describe('null: is no bot'),
    type: shape.type,
    website: shape.website,
    email: shape.email,
  }),
);

type CamelUser = z.infer<typeof camelUserSchema>;

export const exampleCamelUser = camelKeys(exampleUser) as CamelUser;

export async function presentCamelUsers(work: Reading, users: readonly User[], origin: string): Promise<CamelUser[]> {
  return (await presentUsers(work, users, origin)).map(
    (user) => camelKeys({ ...user, bot_data: user.bot_data && camelKeys(user.bot_data) }) as CamelUser,
  );
}

function camelKeys(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()), one]),
  );
}
