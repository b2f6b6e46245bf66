import type { World } from '../world.ts';

export const HELLO = { name: 'hello.txt', content: 'SGVsbG8gV29ybGQh' };

/** Alice sends a file to a dialog of hers; answers its id. */
export async function sentTo({ alice }: World, dialogId: string | number): Promise<number> {
  return (await alice.ok('im.v2.File.upload', { dialogId, fields: HELLO })).file.id;
}

/** What a link gives to whoever has it. */
export async function fileOf(url: string): Promise<{ readonly text: string; readonly disposition: string | null }> {
  const response = await fetch(url);
  return { text: await response.text(), disposition: response.headers.get('content-disposition') };
}

/** In Base64, one byte more than may be sent. */
export const tooLarge = (): string => Buffer.alloc(100 * 1024 * 1024 + 1).toString('base64');
