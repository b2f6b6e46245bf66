import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FileHome } from './file-home.ts';
import { memoryHome } from './memory-home.ts';
import { lookInto } from './picture.ts';

const KEY = '0123456789abcdef0123456789abcdef';

async function looked(bytes: Uint8Array): Promise<{ readonly picture: unknown; readonly preview: Buffer | undefined }> {
  const home: FileHome = memoryHome();
  const draft = await home.draft();
  await draft.write(bytes);
  await draft.keep(KEY);
  const picture = await lookInto(home, { key: KEY, size: bytes.length });
  const preview = await home.open(`${KEY}-preview`).catch(() => undefined);
  return { picture, preview: preview && Buffer.concat(await preview.toArray()) };
}

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' }, limitInputPixels: false });

describe('a picture', () => {
  it('has a smaller one beside it, in a form that a browser shows', async () => {
    for (const bytes of [
      await drawn(2000, 1000).png().toBuffer(),
      await drawn(2000, 1000).jpeg().toBuffer(),
      await drawn(2000, 1000).gif().toBuffer(),
      await drawn(2000, 1000).webp().toBuffer(),
    ]) {
      const { picture, preview } = await looked(bytes);
      expect(picture).toEqual({ width: 2000, height: 1000, hasPreview: true });
      expect(await sharp(preview).metadata()).toMatchObject({ format: 'webp', width: 1280, height: 640 });
    }
  });

  it('is as wide and as high as people see it', async () => {
    const bytes = await drawn(300, 100).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { picture, preview } = await looked(bytes);
    expect(picture).toEqual({ width: 100, height: 300, hasPreview: true });
    expect(await sharp(preview).metadata()).toMatchObject({ width: 100, height: 300 });
  });

  it('of 20,000 x 20,000 pixels is not looked into', async () => {
    const bytes = await drawn(20_000, 20_000).png({ compressionLevel: 1 }).toBuffer();
    expect(await looked(bytes)).toEqual({
      picture: { width: 20_000, height: 20_000, hasPreview: false },
      preview: undefined,
    });
  });

  it('whose head lies about its size is not looked into', async () => {
    const bytes = await drawn(10, 10).png().toBuffer();
    bytes.writeUInt32BE(7000, 16);
    expect(await looked(bytes)).toMatchObject({ preview: undefined });
  });

  it('that is cut off keeps its size', async () => {
    const bytes = await drawn(500, 400).png().toBuffer();
    const { picture, preview } = await looked(bytes.subarray(0, 60));
    expect({ picture, preview }).toEqual({
      picture: { width: 500, height: 400, hasPreview: false },
      preview: undefined,
    });
  });
});

it.each([
  ['a drawing that is a program', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script/></svg>'],
  ['a text', 'GIF is what this text begins with'],
  ['a photograph of a telephone', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['an icon', '\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0'],
  ['nothing', ''],
])('%s is no picture', async (_, text) => {
  expect(await looked(Buffer.from(text, 'latin1'))).toEqual({ picture: undefined, preview: undefined });
});
