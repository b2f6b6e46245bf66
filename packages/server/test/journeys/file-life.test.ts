import { request } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { reserveContent } from '#domain/file/reserve-content.ts';
import type { FileHome } from '#storage/files/file-home.ts';
import { memoryHome } from '#storage/files/memory-home.ts';
import { SentContent } from '#storage/files/sent-content.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { joinGroup, PICTURE } from '../scenes/chats.ts';
import { bringToGroup, HELLO, sendToGroup, stored } from '../scenes/files.ts';

/*
 * How long files are there, and what is left of them.
 */

const HOUR = 60 * 60_000;
const NOTHING = { files: 0, contents: 0, bytes: 0 };

/** Keys of what is kept. */
let keys: Set<string>;
let home: FileHome;
let world: ControlledWorld;
beforeEach(async () => {
  keys = new Set();
  home = watched(memoryHome());
  world = await createControlledWorld({ files: home });
});

/** Notes the keys of what is kept in it. */
function watched(files: FileHome): FileHome {
  return {
    open: (key, range) => files.open(key, range),
    async draft() {
      const draft = await files.draft();
      return {
        write: (bytes) => draft.write(bytes),
        discard: () => draft.discard(),
        async keep(key) {
          await draft.keep(key);
          keys.add(key);
        },
      };
    },
    async remove(key) {
      await files.remove(key);
      keys.delete(key);
    },
  };
}
afterEach(() => world.close());

async function later(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    await world.clock.advance(HOUR);
    await world.settled();
  }
  await world.clock.advance(60_000);
  await world.settled();
}

it('what was brought and sent with no message goes after a day', async () => {
  await bringToGroup(world);
  await sendToGroup(world, { file: { name: 'sent.txt' } });
  expect(await stored(world.app)).toMatchObject({ files: 2, contents: 2 });
  await later(22);
  expect(await stored(world.app)).toMatchObject({ files: 2 });
  await later(4);
  expect(await stored(world.app)).toEqual({ files: 1, contents: 1, bytes: HELLO.length });
  expect(keys.size).toBe(1);
});

it('a file goes with its message, but for copies that somebody saved', async () => {
  const { id, messageId } = await sendToGroup(world);
  const { file } = await world.bob.ok('im.disk.file.save', { FILE_ID: id });
  await world.alice.ok('im.message.delete', { MESSAGE_ID: messageId });
  expect((await world.bob.call('disk.file.get', { id })).status).toBe(400);
  await later(2);
  expect(keys.size).toBe(1);
  const { DOWNLOAD_URL } = await world.bob.ok('disk.file.get', { id: file.id });
  expect(await (await request(DOWNLOAD_URL)).body.text()).toBe(HELLO.toString());
});

it('of a chat that was removed no file is left', async () => {
  await sendToGroup(world);
  await bringToGroup(world, world.bob, { name: 'other.txt' });
  await world.control('chat.remove', { chat: `chat${world.groupChatId}`, isConfirmed: true });
  await world.settled();
  expect(await stored(world.app)).toMatchObject({ files: 0 });
  await later(2);
  expect([await stored(world.app), keys.size]).toEqual([NOTHING, 0]);
});

it('an upload that came to nothing leaves nothing, whatever ended it', async () => {
  // As when the program is killed between the two units of a call: the bytes are there, and no file has them.
  const sent = SentContent.of(Buffer.from(PICTURE, 'base64'));
  const content = await world.app.store.write((work) => reserveContent(work, world.app.cast.portalId, sent));
  if (!content.ok) throw new Error(content.reason);
  await sent.keep(home, content.value);
  expect([await stored(world.app), keys.size]).toEqual([{ files: 0, contents: 1, bytes: sent.size }, 2]);
  await later(2);
  expect([await stored(world.app), keys.size]).toEqual([NOTHING, 0]);
});

it('a bot is told of the files of a message, with links that work', async () => {
  const handler = await world.handler();
  const botId = await world.bot({ handler });
  await joinGroup(world, botId);
  await sendToGroup(world, { more: { MESSAGE: `[USER=${botId}]bot[/USER] please read` } });
  await world.settled();
  const [event] = handler.events('ONIMBOTMESSAGEADD');
  const [file] = Object.values(event.data.PARAMS.FILES) as { id: string; name: string; urlDownload: string }[];
  expect(file).toMatchObject({ name: 'hello.txt', size: '12', type: 'file' });
  expect(await (await request(file?.urlDownload ?? '')).body.text()).toBe(HELLO.toString());
});

it('a message without files says nothing of any', async () => {
  const handler = await world.handler();
  const botId = await world.bot({ handler });
  await world.alice.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'hello' });
  await world.settled();
  expect(handler.events('ONIMBOTMESSAGEADD')[0].data.PARAMS).not.toHaveProperty('FILES');
});
