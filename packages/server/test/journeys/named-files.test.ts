import { afterEach, beforeEach, expect, it } from 'vitest';
import { bringHome, bringToGroup, folderOf, HELLO_BASE64, sendToGroup } from '../scenes/files.ts';
import { createWorld, type Person, type World } from '../world.ts';

/* Files that a text names with [DISK=id] (N26), and what their names say to whom. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const group = () => `chat${world.groupChatId}`;
const say = (MESSAGE: string, person: Person = world.alice): Promise<number> =>
  person.ok('im.message.add', { DIALOG_ID: group(), MESSAGE });

async function seen(id: number, reader: Person = world.bob) {
  const { messages, files } = await reader.ok('im.dialog.messages.get', { DIALOG_ID: group() });
  const message = messages.find((one: { id: number }) => one.id === id);
  const ids: number[] = message.params.FILE_ID ?? [];
  const names = ids.map((one) => files.find((file: { id: number }) => file.id === one)?.name);
  return { text: message.text, names };
}

it('a file that a text names goes along, and its code goes from the text', async () => {
  const own = await bringHome(world.alice, { name: 'plan.txt' });
  const here = await bringToGroup(world, world.alice, { name: 'here.txt' });
  const id = await say(`Look [DISK=${own.ID}]at this [disk=${here.ID}] [DISK=${own.ID}]`);
  expect(await seen(id)).toEqual({ text: 'Look at this', names: ['plan.txt', 'here.txt'] });
  expect(await seen(await say(`[DISK=${own.ID}]`))).toEqual({ text: '', names: ['plan (1).txt'] });
});

it('what the writer may not read, what is no file and what stands in code stays as it is written', async () => {
  const bobs = await bringHome(world.bob);
  const text = `[DISK=${bobs.ID}] [DISK=999999] [DISK=x] [CODE][DISK=${(await bringHome(world.alice)).ID}][/CODE]`;
  expect(await seen(await say(text))).toEqual({ text, names: [] });
});

it('a bot is told of the file with the message, and a bot can name one that it may read', async () => {
  const handler = await world.handler();
  const bot = await world.bot({ handler });
  const own = await bringHome(world.alice);
  await world.alice.ok('im.message.add', { DIALOG_ID: bot, MESSAGE: `for you [DISK=${own.ID}]` });
  await world.settled();
  const [event] = handler.events('ONIMBOTMESSAGEADD');
  const [file] = Object.values(event.data.PARAMS.FILES) as { id: string; name: string }[];
  expect([event.data.PARAMS.MESSAGE, file?.name]).toEqual(['for you', 'own.txt']);
  const params = { BOT_ID: bot, CLIENT_ID: 'test-app', DIALOG_ID: world.alice.id };
  await world.alice.ok('imbot.message.add', { ...params, MESSAGE: `back [DISK=${file?.id}]` });
  const { messages } = await world.alice.ok('im.dialog.messages.get', { DIALOG_ID: bot });
  expect(messages[0]).toMatchObject({ text: 'back', params: { FILE_ID: [expect.any(Number)] } });
});

it('who came later is not told by a name that is taken which files were sent before, nor what others have not sent', async () => {
  await sendToGroup(world, { file: { name: 'secret.txt' } });
  const USERS = [world.carol.id];
  await world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS, HIDE_HISTORY: 'Y' });
  await bringToGroup(world, world.alice, { name: 'draft.txt' });
  const id = await folderOf(world.carol, group());
  const bring = (name: string, generateUniqueName = false) =>
    world.carol.call('disk.folder.uploadfile', {
      id,
      data: { NAME: name },
      fileContent: [name, HELLO_BASE64],
      generateUniqueName,
    });
  for (const name of ['secret.txt', 'draft.txt']) {
    expect((await bring(name)).body.result).toMatchObject({ NAME: name });
    // Now she has one of that name herself.
    expect((await bring(name)).body.error).toBe('DISK_OBJ_22000');
    expect((await bring(name, true)).body.result).toMatchObject({ NAME: name.replace('.', ' (1).') });
  }
  await sendToGroup(world, { file: { name: 'open.txt' } });
  expect((await bring('open.txt')).body.error).toBe('DISK_OBJ_22000');
});
