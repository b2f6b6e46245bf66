import { imageDimensionsFromData } from 'image-dimensions';
import type { Parsed } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { ImageDraft } from '#domain/image.ts';
import { fromBase64 } from '#kit/base64.ts';

/** Pixels on either side, as documented for avatars. */
const MAX_SIDE = 5000;
/** Characters of the head of a data URL. */
const HEAD = 110;

const KINDS: Readonly<Record<string, Omit<ImageDraft, 'content'>>> = {
  png: { extension: 'png', mediaType: 'image/png' },
  jpeg: { extension: 'jpg', mediaType: 'image/jpeg' },
  gif: { extension: 'gif', mediaType: 'image/gif' },
  webp: { extension: 'webp', mediaType: 'image/webp' },
};
/** With which each of these begins. Other formats that the library knows are searched to their end. */
const FIRST_BYTES: readonly (number | undefined)[] = [0x89, 0xff, 0x47, 0x52];

/** A picture of one dot, for examples. */
export const ONE_DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const NO_PICTURE = 'is no PNG, JPEG, GIF or WebP';

/** A picture in Base64, with or without the head of a data URL. Only its size is read here; nothing is decoded. */
export function parseImage(raw: unknown): Parsed<ImageDraft> {
  const text = toText(raw) ?? '';
  const head = /^data:[^,]{0,100},/.exec(text.slice(0, HEAD))?.[0] ?? '';
  const content = fromBase64(text.slice(head.length));
  if (!content) return invalid('is not Base64');
  if (!FIRST_BYTES.includes(content[0])) return invalid(NO_PICTURE);
  const found = imageDimensionsFromData(content);
  const kind = found && KINDS[found.type];
  if (!kind) return invalid(NO_PICTURE);
  if (found.width > MAX_SIDE || found.height > MAX_SIDE)
    return { ok: false, fault: 'oversize', dropped: [{ where: '', why: `is larger than ${MAX_SIDE}x${MAX_SIDE}` }] };
  return { ok: true, value: { content, ...kind } };
}

function invalid(why: string): Parsed<ImageDraft> {
  return { ok: false, fault: 'invalid', dropped: [{ where: '', why }] };
}
