import { z } from 'zod';

interface BlockScalars<
  N extends z.ZodType,
  L extends z.ZodType<string>,
  C extends z.ZodType<string>,
  K extends z.ZodType,
> {
  readonly id: N;
  readonly count: N;
  readonly link: L;
  readonly color: C;
  readonly colorToken: K;
}

const text = z.string();

/** A block of an attachment: an object with one key, which names its kind. */
export function blockSchema<
  N extends z.ZodType,
  L extends z.ZodType<string>,
  C extends z.ZodType<string>,
  K extends z.ZodType,
>({ id, count, link, color, colorToken }: BlockScalars<N, L, C, K>) {
  const pixels = { WIDTH: id.optional(), HEIGHT: id.optional() };
  const places = { USER_ID: id.optional(), CHAT_ID: id.optional() };
  const user = z.object({
    NAME: text.min(1),
    AVATAR: link.optional(),
    LINK: link.optional(),
    ...places,
    BOT_ID: id.optional(),
    NETWORK_ID: text.optional(),
    AVATAR_TYPE: z.enum(['USER', 'CHAT', 'BOT']).optional(),
  });
  const preview = z.object({
    LINK: link,
    NAME: text.optional(),
    DESC: text.optional(),
    HTML: text.optional(),
    PREVIEW: link.optional(),
    ...pixels,
    ...places,
    NETWORK_ID: text.optional(),
  });
  const line = z.object({ SIZE: id, COLOR: color.optional() });
  const cell = z.object({
    DISPLAY: z.enum(['BLOCK', 'LINE', 'ROW', 'TABLE']),
    NAME: text.optional(),
    VALUE: text.optional(),
    ...pixels,
    COLOR_TOKEN: colorToken.optional(),
    COLOR: color.optional(),
    LINK: link.optional(),
    ...places,
  });
  const image = z.object({ LINK: link, NAME: text.optional(), PREVIEW: link.optional(), ...pixels });
  const file = z.object({ LINK: link, NAME: text.optional(), SIZE: count.optional().describe('Bytes') });
  return z.union([
    z.object({ MESSAGE: text.min(1) }).describe('Text with BB codes'),
    z.object({ LINK: preview }),
    z.object({ USER: user }),
    z.object({ DELIMITER: line }).describe('A line; SIZE in pixels'),
    z.object({ GRID: z.array(cell).min(1) }),
    z.object({ IMAGE: z.array(image).min(1) }),
    z.object({ FILE: z.array(file).min(1) }),
  ]);
}
