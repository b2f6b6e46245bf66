import { expect } from 'vitest';
import type { World } from '../world.ts';
import { folderOf, HELLO_BASE64, storageOf } from './files.ts';

/*
 * Calls that bring a file: into a storage, or into the folder of the group chat.
 */

export type UploadMethod = 'disk.folder.uploadfile' | 'disk.storage.uploadfile';

/** Where Alice can bring a file to with that method. */
async function placeFor(world: World, method: UploadMethod): Promise<number> {
  return method === 'disk.folder.uploadfile'
    ? folderOf(world.alice, `chat${world.groupChatId}`)
    : storageOf(world.alice);
}

export function uploadWith(method: UploadMethod) {
  const upload = async (world: World, more: Record<string, unknown> = {}) => ({
    params: {
      id: await placeFor(world, method),
      data: { NAME: 'test.png' },
      fileContent: ['test.png', HELLO_BASE64],
      ...more,
    },
  });
  const send = async (world: World, more: Record<string, unknown> = {}) =>
    world.alice.call(method, (await upload(world, more)).params);
  return {
    upload,
    errors: {
      'ERROR_ARGUMENT: Invalid value of parameter {Parameter #0}': () => ({ params: {} }),
      'ERROR_NOT_FOUND: Could not find entity with id `999999`': async (world: World) => upload(world, { id: 999_999 }),
      'DISK_BASE_SERVICE_22001: Error: required parameter NAME (DISK_BASE_SERVICE_22001)': async (world: World) =>
        upload(world, { data: {} }),
      'ERROR_COULD_NOT_SAVE_FILE: Could not save file': async (world: World) =>
        upload(world, { fileContent: ['test.png', 'no Base64!'] }),
      'ACCESS_DENIED: Access denied': async (world: World) => ({ ...(await upload(world)), as: 'carol' as const }),
      'DISK_OBJ_22000: A file with this name already exists': async (world: World) => {
        await send(world);
        return upload(world);
      },
    },
    params: {
      async id(world: World) {
        const { params } = await upload(world);
        const { PARENT_ID, STORAGE_ID } = await world.alice.ok(method, params);
        expect(method === 'disk.folder.uploadfile' ? PARENT_ID : STORAGE_ID).toBe(String(params.id));
      },
      async 'data.NAME'(world: World) {
        const named = async (NAME: string) => (await send(world, { data: { NAME } })).body.result?.NAME;
        expect(await named('Отчёт за май.txt')).toBe('Отчёт за май.txt');
        expect(await named('../../etc/passwd')).toBe('.._.._etc_passwd');
        expect(await named('C:\\boot.ini')).toBe('C__boot.ini');
        for (const bad of ['..', ' ', 'x'.repeat(4096)])
          expect(await send(world, { data: { NAME: bad } })).toMatchObject({
            status: 400,
            body: { error: 'ERROR_COULD_NOT_SAVE_FILE' },
          });
      },
      async fileContent(world: World) {
        const { body } = await send(world, { fileContent: ['other.txt', 'QUJD\r\nREVG'] });
        expect(body.result).toMatchObject({ NAME: 'test.png', SIZE: '6' });
      },
      async generateUniqueName(world: World) {
        const named = async (more = {}) => (await send(world, more)).body.result?.NAME;
        expect(await named()).toBe('test.png');
        for (const number of [1, 2, 3]) expect(await named({ generateUniqueName: true })).toBe(`test (${number}).png`);
        expect(await named({ generateUniqueName: false })).toBeUndefined();
      },
    },
  };
}
