import { expect } from 'vitest';
import { messageSeenBy } from '../scenes/chats.ts';
import { NOBODY, storeRefuses } from '../scenes/refusals.ts';
import { fileOf, HELLO, tooLarge } from '../scenes/second-files.ts';
import type { World } from '../world.ts';
import { contract } from './contract.ts';

const METHOD = 'im.v2.File.upload';

const sent =
  (fields: object, dialogId?: unknown) =>
  ({ groupChatId }: World) => ({
    params: { dialogId: dialogId ?? `chat${groupChatId}`, fields: { ...HELLO, ...fields } },
  });

export default contract({
  method: METHOD,
  example: async (world) => sent({ message: 'Here is the report' })(world),
  // What only other portals have is left out, and what a picture is not.
  shape: (documented) => {
    const { file, ...rest } = documented as { file: { viewerAttrs: object } };
    const { unifiedLink: _, ...viewerAttrs } = file.viewerAttrs as Record<string, unknown>;
    return { ...rest, file: { ...file, viewerAttrs } };
  },
  errors: {
    'FILE_EMPTY: File name and content are required': sent({ content: '' }, `chat${NOBODY}`),
    'FILE_INVALID_CONTENT: Invalid base64 content': sent({ content: 'data:text/plain;base64,SGk=' }, `chat${NOBODY}`),
    'CHAT_NOT_FOUND: CHAT_NOT_FOUND': sent({}, `chat${NOBODY}`),
    'FOLDER_ERROR: Failed to get chat folder': async (world) => {
      const open = await world.bob.ok('im.chat.add', { TYPE: 'OPEN', TITLE: 'Open' });
      return { ...sent({}, `chat${open}`)(world), as: 'carol' };
    },
    'UPLOAD_FAILED: File upload failed': sent({ name: '..' }),
    'SEND_FAILED: Failed to send message': async (world) => {
      await storeRefuses(world, 'insert on message');
      return sent({})(world);
    },
    'FILE_TOO_LARGE: File is too large': (world) => sent({ content: tooLarge() })(world),
    'ACCESS_DENIED: ACCESS_DENIED': (world) => ({ ...sent({})(world), as: 'carol' }),
  },
  params: {
    async dialogId(world) {
      const told = await world.alice.ok(METHOD, sent({}, world.bob.id)(world).params);
      const { id } = await world.alice.ok('im.dialog.get', { DIALOG_ID: world.bob.id });
      expect(told).toMatchObject({ chatId: id, dialogId: `chat${id}`, file: { chatId: id } });
    },
    async 'fields.name'(world) {
      const names = [];
      for (const name of ['hello.txt', 'hello.txt', 'other.md'])
        names.push((await world.alice.ok(METHOD, sent({ name })(world).params)).file.name);
      expect(names).toEqual(['hello.txt', 'hello (1).txt', 'other.md']);
      const { body } = await world.alice.call(METHOD, sent({ name: '' })(world).params);
      expect(body.error).toBe('FILE_EMPTY');
    },
    // V57
    async 'fields.content'(world) {
      const lines = HELLO.content.replace(/(.{8})/g, '$1\r\n');
      for (const content of [HELLO.content, lines]) {
        const { file } = await world.alice.ok(METHOD, sent({ content })(world).params);
        expect(file.size).toBe(12);
        expect(await fileOf(file.urlDownload)).toMatchObject({ text: 'Hello World!' });
      }
    },
    async 'fields.message'(world) {
      const dialogId = `chat${world.groupChatId}`;
      const { messageId, file } = await world.alice.ok(METHOD, sent({ message: ' Here ' })(world).params);
      const message = await messageSeenBy(world.bob, dialogId, messageId);
      expect(message).toMatchObject({ text: 'Here', params: { FILE_ID: [file.id] } });
    },
  },
});
