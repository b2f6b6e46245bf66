import { imageDimensionsFromData } from 'image-dimensions';
import { type Content, type Picture, previewKey } from '#domain/file/content.ts';
import type { FileHome } from './file-home.ts';
import { smallerPicture } from './smaller-picture.ts';

/** Bytes of a file that say how large a picture is in it. */
const HEAD = 256 * 1024;
/** With which PNG, JPEG, GIF and WebP begin. Other formats that the library knows are searched to their end. */
const FIRST_BYTES: readonly (number | undefined)[] = [0x89, 0xff, 0x47, 0x52];
/** Bytes and pixels of a picture that a smaller one is made of; of others there is none. */
const LARGEST = 20 * 1024 * 1024;
const MOST_PIXELS = 30_000_000;

type Kept = Pick<Content, 'key' | 'size'>;

/** What is known of the picture in a content, of which a smaller one is kept beside it; undefined: it is none. */
export async function lookInto(files: FileHome, content: Kept): Promise<Picture | undefined> {
  const head = await bytesOf(files, content, Math.min(content.size, HEAD));
  const size = FIRST_BYTES.includes(head[0]) ? imageDimensionsFromData(head) : undefined;
  if (!size) return undefined;
  const { width, height } = size;
  const isLarge = content.size > LARGEST || width * height > MOST_PIXELS;
  const smaller = isLarge ? undefined : await smallerPicture(await bytesOf(files, content, content.size), MOST_PIXELS);
  if (!smaller) return { width, height, hasPreview: false };
  return { ...smaller.size, hasPreview: await keep(files, previewKey(content), smaller.bytes) };
}

async function bytesOf(files: FileHome, { key, size }: Kept, count: number): Promise<Buffer> {
  if (size === 0) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of await files.open(key, { from: 0, to: count - 1 })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A file without a smaller picture is better than none. */
async function keep(files: FileHome, key: string, bytes: Uint8Array): Promise<boolean> {
  const draft = await files.draft().catch(() => undefined);
  try {
    await draft?.write(bytes);
    await draft?.keep(key);
    return draft !== undefined;
  } catch {
    return false;
  } finally {
    await draft?.discard();
  }
}
