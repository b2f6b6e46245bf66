import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../world.ts';

const NAME = '11111111-2222-4333-8444-555555555555';

describe('a message that its sender gave a name', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const say = (world: World, more: Record<string, unknown> = {}) =>
    world.alice.ok('im.message.add', {
      DIALOG_ID: `chat${world.groupChatId}`,
      MESSAGE: 'once',
      TEMPLATE_ID: NAME,
      ...more,
    });
  const lines = async () =>
    (await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: `chat${world.groupChatId}` })).messages;

  it('is written once, however often and however it is sent', async () => {
    const [first, second] = await Promise.all([say(world), say(world, { TEMPLATE_ID: NAME.toUpperCase() })]);
    expect([second, await say(world, { MESSAGE: 'otherwise' })]).toEqual([first, first]);
    expect(await lines()).toMatchObject([{ id: first, text: 'once', uuid: NAME }]);
  });

  it('is another one by another author, and in another chat', async () => {
    const first = await say(world);
    const params = { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'hello', TEMPLATE_ID: NAME };
    expect(await world.bob.ok('im.message.add', params)).not.toBe(first);
    expect(await say(world, { DIALOG_ID: world.carol.id })).not.toBe(first);
  });

  it('is a message as any other where the name is none', async () => {
    const unnamed = { TEMPLATE_ID: 'message_1' };
    expect(await say(world, unnamed)).not.toBe(await say(world, unnamed));
  });

  it('brings its files once', async () => {
    const { ID } = await world.alice.ok('im.disk.folder.get', { CHAT_ID: world.groupChatId });
    const upload = { id: ID, data: { NAME: 'a.txt' }, fileContent: ['a.txt', btoa('a')] };
    const { ID: fileId } = await world.alice.ok('disk.folder.uploadfile', upload);
    const params = { CHAT_ID: world.groupChatId, FILE_ID: [fileId], TEMPLATE_ID: NAME.replaceAll('1', '2') };
    const sent = await world.alice.ok('im.disk.file.commit', params);
    const again = await world.alice.ok('im.disk.file.commit', params);
    expect([again.MESSAGE_ID, again.DISK_ID]).toEqual([sent.MESSAGE_ID, sent.DISK_ID]);
    expect(await lines()).toHaveLength(5);
  });
});
