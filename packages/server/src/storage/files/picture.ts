import { imageDimensionsFromData } from 'image-dimensions';
import type { Content, Picture } from '#domain/file/content.ts';
import type { FileHome } from './file-home.ts';

/** Bytes of a file that say how large a picture is in it. */
const HEAD = 64 * 1024;
/** With which PNG, JPEG, GIF and WebP begin. Other formats that the library knows are searched to their end. */
const FIRST_BYTES: readonly (number | undefined)[] = [0x89, 0xff, 0x47, 0x52];

/** What is known of the picture in a content; undefined: it is none. */
export async function lookInto(files: FileHome, { key, size }: Content): Promise<Picture | undefined> {
  const head: Buffer[] = [];
  for await (const chunk of await files.open(key, { from: 0, to: Math.min(size, HEAD) - 1 }))
    head.push(chunk as Buffer);
  const bytes = Buffer.concat(head);
  const found = FIRST_BYTES.includes(bytes[0]) ? imageDimensionsFromData(bytes) : undefined;
  return found && { width: found.width, height: found.height, hasPreview: false };
}
