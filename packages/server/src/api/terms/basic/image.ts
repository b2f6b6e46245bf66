import { imageSize } from 'image-size';
import type { Parsed } from '#api/kernel/definition/field.ts';
import { toText } from '#api/kernel/wire/read.ts';
import type { ImageDraft } from '#domain/image.ts';

/** Pixels on either side, as documented for avatars. */
const MAX_SIDE = 5000;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** A picture in Base64, with or without the head of a data URL. Only its size is read here; nothing is decoded. */
export function parseImage(raw: unknown): Parsed<ImageDraft> {
  const text = (toText(raw) ?? '').replace(/^data:[^,]{0,100},/, '').replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return { ok: false, fault: 'invalid' };
  const content = Buffer.from(text, 'base64');
  try {
    const { width, height, type } = imageSize(content);
    const mediaType = MEDIA_TYPES[type ?? ''];
    if (!mediaType || type === undefined) return { ok: false, fault: 'invalid' };
    if (width > MAX_SIDE || height > MAX_SIDE) return { ok: false, fault: 'oversize' };
    return { ok: true, value: { content, extension: type, mediaType } };
  } catch {
    return { ok: false, fault: 'invalid' };
  }
}
