import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import { bringHome, bringToGroup, picture } from '../scenes/files.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const commit =
  (more: Record<string, unknown> = {}, file = {}) =>
  async (world: World) => {
    const { ID } = await bringToGroup(world, world.alice, file);
    return { params: { CHAT_ID: world.groupChatId, FILE_ID: [ID], MESSAGE: 'Project documents', ...more } };
  };

export default contract({
  method: 'im.disk.file.commit',
  example: commit({}, picture),
  // G50: the key says by which parameter the file was named; previews are made of larger pictures.
  shape(documented) {
    const { FILES, FILE_MODELS, ...rest } = documented as Record<string, object>;
    const renamed = (map = {}) => ({ disk1: Object.values(map)[0] });
    return { ...rest, FILES: renamed(FILES), FILE_MODELS: renamed(FILE_MODELS) };
  },
  errors: {
    "CHAT_ID_EMPTY: Chat ID can't be empty": () => ({ params: { FILE_ID: 1 } }),
    "DIALOG_ID_EMPTY: Dialog ID can't be empty": () => ({ params: { DIALOG_ID: 'nobody', FILE_ID: 1 } }),
    'FILES_ERROR: List of files is not specified': (world) => ({
      params: { CHAT_ID: world.groupChatId, FILE_ID: 0, UPLOAD_ID: [] },
    }),
    'SAVE_ERROR: Error during saving file to chat': async (world) => ({
      params: { CHAT_ID: world.groupChatId, FILE_ID: (await bringToGroup(world)).ID },
      as: 'bob',
    }),
    'ACCESS_ERROR: You do not have access to the specified dialog': async (world) => ({
      params: { CHAT_ID: world.groupChatId, FILE_ID: (await bringHome(world.carol)).ID },
      as: 'carol',
    }),
  },
  params: {
    async CHAT_ID(world) {
      const { params } = await commit()(world);
      const { MESSAGE_ID } = await world.alice.ok('im.disk.file.commit', { ...params, DIALOG_ID: 'nobody' });
      expect(await messageSeenBy(world.bob, `chat${world.groupChatId}`, MESSAGE_ID)).toMatchObject({
        params: { FILE_ID: params.FILE_ID },
      });
    },
    async DIALOG_ID(world) {
      const { ID } = await bringHome(world.alice);
      const answer = await world.alice.ok('im.disk.file.commit', { DIALOG_ID: world.bob.id, FILE_ID: ID });
      const [own] = answer.DISK_ID;
      // A copy: the private chat has its own.
      expect(Number(own)).not.toBe(ID);
      expect(answer.FILES[`disk${ID}`]).toMatchObject({ id: Number(own), name: 'own.txt' });
      expect((await messageSeenBy(world.bob, world.alice.id, answer.MESSAGE_ID)).params.FILE_ID).toEqual([Number(own)]);
    },
    async FILE_ID(world) {
      const ids = [(await bringToGroup(world)).ID, (await bringToGroup(world, world.alice, picture)).ID];
      // As some programs call it (G52).
      const params = { CHAT_ID: world.groupChatId, DISK_ID: ids, UPLOAD_ID: 999_999 };
      const { DISK_ID, FILES } = await world.alice.ok('im.disk.file.commit', params);
      expect(DISK_ID).toEqual(ids.map(String));
      expect(Object.keys(FILES)).toEqual(ids.map((id) => `disk${id}`));
    },
    async UPLOAD_ID(world) {
      const { ID } = await bringToGroup(world);
      const { FILES, FILE_MODELS } = await world.alice.ok('im.disk.file.commit', {
        CHAT_ID: world.groupChatId,
        UPLOAD_ID: ID,
      });
      expect([Object.keys(FILES), Object.keys(FILE_MODELS)]).toEqual([[`upload${ID}`], [`upload${ID}`]]);
    },
    async MESSAGE(world) {
      const { params } = await commit({ MESSAGE: ' as promised ' })(world);
      const { MESSAGE_ID } = await world.alice.ok('im.disk.file.commit', params);
      const seen = await messageSeenBy(world.bob, `chat${world.groupChatId}`, MESSAGE_ID);
      expect(seen).toMatchObject({ text: 'as promised', author_id: world.alice.id });
    },
    async AS_FILE(world) {
      const send = async (more: Record<string, unknown>) => {
        const { ID } = await bringToGroup(world, world.alice, { ...picture, more: { generateUniqueName: true } });
        const answer = await world.alice.ok('im.disk.file.commit', {
          CHAT_ID: world.groupChatId,
          UPLOAD_ID: ID,
          ...more,
        });
        return answer.FILES[`upload${ID}`];
      };
      expect(await send({})).toMatchObject({ type: 'image', image: { width: 1, height: 1 } });
      expect(await send({ AS_FILE: 'Y' })).toMatchObject({ type: 'file', image: false });
    },
  },
});
