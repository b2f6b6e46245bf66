import { z } from 'zod';
import { measured, type Possibly, present, readWith, type Values } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { BotProfile } from '#domain/bot/register-bot.ts';
import type { ImageDraft } from '#domain/image.ts';
import { NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { parseColorCode } from '../basic/colors.ts';
import { field } from '../basic/fields.ts';
import { parseImage } from '../basic/image.ts';
import { wire } from '../basic/wire.ts';

/**
 * Empty says something else than left out, which is how SDKs mean null. What `read` cannot read is as good as left out:
 * no page has an error for it.
 */
const word = <T extends string>(description: string, form: z.ZodType, read: (text: string) => T | undefined) =>
  present(
    description,
    readWith<T | '' | undefined>(z.union([form, z.literal('')]), (raw) => {
      const text = toText(raw)?.trim();
      return { ok: true, value: text ? read(text) : raw === null ? undefined : '' };
    }),
  );
const anyWord = (description: string) =>
  present(
    description,
    measured(
      textUpTo(NAME_LENGTH),
      readWith<string | undefined>(wire.textOf(NAME_LENGTH), (raw) => {
        const text = toText(raw)?.trim();
        return { ok: true, value: text || (raw === null ? undefined : '') };
      }),
    ),
  );

/** How a bot presents itself; each may be left out. */
export const profileFields = {
  NAME: anyWord('Name; this or LAST_NAME must be given'),
  LAST_NAME: anyWord('Last name'),
  COLOR: word(
    'Colour in the mobile interface; empty: none of its own',
    wire.color,
    (text) => parseColorCode(text) || undefined,
  ),
  EMAIL: anyWord('E-mail address; not that of a person of the portal'),
  PERSONAL_BIRTHDAY: word('Birthday; empty: none', wire.day, (text) => (isDay(text) ? text : undefined)),
  WORK_POSITION: anyWord('What the bot does, in a few words'),
  PERSONAL_WWW: anyWord('Site of the bot'),
  PERSONAL_GENDER: field.choice('M or F', ['M', 'F', ''], ''),
  PERSONAL_PHOTO: present(
    'PNG, JPEG, GIF or WebP in Base64, at most 5000x5000; empty: none',
    readWith<ImageDraft | null | undefined>(z.union([wire.base64, z.literal('')]), (raw) => {
      if (raw === null) return { ok: true, value: undefined };
      return raw === '' ? { ok: true, value: null } : parseImage(raw);
    }),
  ),
} as const;

/** What of a profile was given; a picture of null takes the present one away. */
export function toProfile(params: Possibly<Values<typeof profileFields>>): Partial<BotProfile> {
  const {
    NAME,
    LAST_NAME,
    COLOR,
    EMAIL,
    PERSONAL_BIRTHDAY,
    WORK_POSITION,
    PERSONAL_WWW,
    PERSONAL_GENDER,
    PERSONAL_PHOTO,
  } = params;
  return {
    ...(NAME !== undefined && { name: NAME }),
    ...(LAST_NAME !== undefined && { lastName: LAST_NAME }),
    ...(COLOR !== undefined && { color: COLOR }),
    ...(EMAIL !== undefined && { email: EMAIL }),
    ...(PERSONAL_BIRTHDAY !== undefined && { birthday: PERSONAL_BIRTHDAY }),
    ...(WORK_POSITION !== undefined && { workPosition: WORK_POSITION }),
    ...(PERSONAL_WWW !== undefined && { website: PERSONAL_WWW }),
    ...(PERSONAL_GENDER && { gender: PERSONAL_GENDER }),
    ...(PERSONAL_PHOTO !== undefined && { photo: PERSONAL_PHOTO }),
  };
}

export const EMPTY_PROFILE: BotProfile = {
  name: '',
  lastName: '',
  color: '',
  email: '',
  birthday: '',
  workPosition: '',
  website: '',
  gender: '',
};

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
