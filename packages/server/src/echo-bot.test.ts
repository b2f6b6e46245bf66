import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#kit/clock.ts';
import { keptLog } from '../test/log-lines.ts';
import { createWorld, type World } from '../test/world.ts';
import { type EchoBot, startEchoBot } from './echo-bot.ts';

let world: World;
let bot: EchoBot;
let botId: number;
const said = keptLog();

function start(): Promise<EchoBot | undefined> {
  const { alice, groupChatId: chatId } = world;
  return startEchoBot({
    webhookUrl: alice.webhookUrl,
    chatId,
    certificatePath: undefined,
    clock: systemClock,
    log: said.log,
  });
}

beforeAll(async () => {
  world = await createWorld();
  bot = (await start()) as EchoBot;
  await world.settled();
  botId = Number(Object.keys(await world.alice.ok('imbot.bot.list'))[0]);
});
afterAll(async () => {
  await bot.stop();
  await world.close();
});

interface Line {
  readonly id: number;
  readonly author: number;
  readonly text: string;
  readonly buttons: readonly { readonly TEXT: string; readonly COMMAND: string; readonly COMMAND_PARAMS?: string }[];
}

/** What stands in a chat, oldest first. */
async function history(chatId: number): Promise<Line[]> {
  const messages = await world.app.store.read((work) => work.messages.listNewest(chatId, 0, 50));
  return messages.reverse().map(({ id, authorId, text, params }) => ({
    id,
    author: authorId,
    text,
    buttons: (params.keyboard?.BUTTONS ?? []) as unknown as Line['buttons'],
  }));
}

const privateChat = (userId: number) =>
  world.app.store.read(async (work) => (await work.chats.findPrivate(world.app.cast.portalId, userId, botId))?.id ?? 0);

const greetingsOfAlice = async () => (await history(await privateChat(world.alice.id))).map(({ text }) => text);

describe('the bot that people copy', () => {
  test('greets the group it is added to', async () => {
    const greeting = (await history(world.groupChatId)).find(({ author }) => author === botId);
    expect(greeting).toMatchObject({
      text: 'Hello! I say things back.',
      buttons: [{ TEXT: 'What can you do?', COMMAND: 'help' }],
    });
  });

  test('writes to whoever made it, who finds it among their chats', async () => {
    expect(await greetingsOfAlice()).toEqual(['Hello! I say things back.']);
  });

  test('greets who writes to it, and answers', async () => {
    await world.dana.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: 'good morning' });
    await world.settled();
    expect((await history(await privateChat(4))).map(({ text }) => text)).toEqual([
      'good morning',
      'Hello! I say things back.',
      'You said: good morning',
    ]);
  });

  test('answers a command once, with buttons that do what typing does', async () => {
    await world.bob.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: '/echo again & again' });
    await world.settled();
    const chatId = await privateChat(2);
    const answer = (await history(chatId)).at(-1) as Line;
    expect((await history(chatId)).map(({ text }) => text)).toEqual([
      '/echo again & again',
      'Hello! I say things back.',
      'again & again',
    ]);

    for (const { COMMAND, COMMAND_PARAMS } of answer.buttons) {
      await world.bob.ok('im.message.command', { MESSAGE_ID: answer.id, BOT_ID: botId, COMMAND, COMMAND_PARAMS });
    }
    await world.settled();
    expect((await history(chatId)).slice(3).map(({ text }) => text)).toEqual([
      'again & again',
      'I know two commands:\n/echo text - I say it back\n/help - this list',
    ]);
  });

  test('is heard in a group by those who call it, and leaves the others alone', async () => {
    const before = (await history(world.groupChatId)).length;
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: 'nothing for a bot' });
    await world.bob.ok('im.message.add', {
      DIALOG_ID: `chat${world.groupChatId}`,
      MESSAGE: `[USER=${botId}]Echo[/USER] who are you?`,
    });
    await world.bob.ok('im.message.add', { DIALOG_ID: `chat${world.groupChatId}`, MESSAGE: '/echo' });
    await world.settled();
    // It may have answered before the last of them was said.
    const since = (await history(world.groupChatId)).slice(before);
    expect(since.filter(({ author }) => author === botId).map(({ text }) => text)).toEqual([
      'You said: who are you?',
      'Nothing to say back: try /echo hello',
    ]);
  });

  test('is the same bot after a restart, at its new address', async () => {
    await bot.stop();
    bot = (await start()) as EchoBot;
    expect(Object.keys(await world.alice.ok('imbot.bot.list'))).toEqual([String(botId)]);
    await world.dana.ok('im.message.add', { DIALOG_ID: botId, MESSAGE: '/help' });
    await world.settled();
    expect((await history(await privateChat(4))).at(-1)?.text).toMatch(/^I know two commands/);
    expect(await greetingsOfAlice()).toHaveLength(1);
    expect(said.messages()).toEqual([`echo bot: Listening as bot ${botId}`, `echo bot: Listening as bot ${botId}`]);
  });
});
