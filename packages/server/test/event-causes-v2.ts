import type { Stage } from './event-causes.ts';
import { fetch, fetchOwn, type Told } from './scenes/fetching.ts';
import { BOT_TOKEN, secondBot } from './scenes/second-bot.ts';
import { createWorld, type Handler, type World } from './world.ts';

/*
 * How each event of generation 2 can be made to happen, and what is fetched then.
 */

/** A bot of generation 2 that hears everything, in a chat with Alice. */
interface SecondStage {
  readonly world: World;
  readonly bot: number;
  readonly dialogId: string;
}

const speak = ({ world, dialogId }: SecondStage, MESSAGE: string): Promise<number> =>
  world.alice.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE });

async function change(stage: SecondStage): Promise<void> {
  const MESSAGE_ID = await speak(stage, 'before');
  await stage.world.alice.ok('im.message.update', { MESSAGE_ID, MESSAGE: 'after' });
}

async function remove(stage: SecondStage): Promise<void> {
  await stage.world.alice.ok('im.message.delete', { MESSAGE_ID: await speak(stage, 'soon gone') });
}

const secondCauses: Readonly<Record<string, (stage: SecondStage) => Promise<unknown>>> = {
  ONIMBOTV2MESSAGEADD: (stage) => speak(stage, 'hello'),
  ONIMBOTV2MESSAGEUPDATE: change,
  ONIMBOTV2MESSAGEDELETE: remove,
  // A private chat is joined at the first contact, a group before anything is said.
  ONIMBOTV2JOINCHAT: (stage) => speak(stage, 'hello'),
  ONIMBOTV2COMMANDADD: async (stage) => {
    const { world, bot } = stage;
    await world.alice.ok('imbot.v2.Command.register', {
      botId: bot,
      botToken: BOT_TOKEN,
      fields: { command: 'echo', title: { en: 'Echo' } },
    });
    await speak(stage, '/echo test');
  },
  ONIMBOTV2CONTEXTGET: ({ world, bot }) =>
    world.alice.ok('im.v2.Chat.Bot.sendContext', { dialogId: bot, context: { page: 'orders', filter: { open: 'Y' } } }),
  ONIMBOTV2DELETE: ({ world, bot }) => world.alice.ok('imbot.v2.Bot.unregister', { botId: bot, botToken: BOT_TOKEN }),
  ONIMBOTV2REACTIONCHANGE: async ({ world, bot, dialogId }) => {
    const said = await world.alice.ok('imbot.v2.Chat.Message.send', {
      botId: bot,
      botToken: BOT_TOKEN,
      dialogId: dialogId.startsWith('chat') ? dialogId : world.alice.id,
      fields: { message: 'well?' },
    });
    await world.alice.ok('im.message.like', { MESSAGE_ID: said.id, ACTION: 'plus' });
  },
};

/** As those of generation 1: the bot that was made for them looks on. */
export const causesOfSecond: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = Object.fromEntries(
  Object.entries(secondCauses).map(([name, cause]) => [
    name,
    async ({ world, handler, dialogId }: Stage) => cause(await setSecondStage(world, dialogId, handler)),
  ]),
);

async function setSecondStage(world: World, dialogId: string, handler?: Handler): Promise<SecondStage> {
  const bot = await secondBot(world, { ...(handler && { handler }), type: 'supervisor' });
  if (!dialogId.startsWith('chat')) return { world, bot, dialogId: String(bot) };
  await world.alice.ok('im.chat.user.add', { CHAT_ID: dialogId.slice('chat'.length), USERS: [bot] });
  return { world, bot, dialogId };
}

/** The last event of that name that a bot fetches. */
export async function fetchedOfBot(name: string): Promise<Told> {
  return inNewWorld(name, async (world) => {
    const stage = await setSecondStage(world, `chat${world.groupChatId}`);
    await secondCauses[name]?.(stage);
    const names = { botId: stage.bot, botToken: BOT_TOKEN };
    return (await fetch({ by: (method, params) => world.alice.ok(method, { ...names, ...params }) })).events;
  });
}

/** What Alice does in the group while Bob watches. */
export const causesForPeople: Readonly<Record<string, (stage: SecondStage) => Promise<unknown>>> = {
  ONIMV2MESSAGEADD: (stage) => speak(stage, 'hello'),
  ONIMV2MESSAGEUPDATE: change,
  ONIMV2MESSAGEDELETE: remove,
  ONIMV2REACTIONCHANGE: async (stage) =>
    stage.world.alice.ok('im.message.like', { MESSAGE_ID: await speak(stage, 'hello'), ACTION: 'plus' }),
  ONIMV2JOINCHAT: ({ world }) =>
    world.alice.ok('im.chat.user.add', { CHAT_ID: world.groupChatId, USERS: [world.carol.id] }),
};

/** The last event of that name that Bob fetches. */
export async function fetchedOfBob(name: string): Promise<Told> {
  return inNewWorld(name, async (world) => {
    await world.bob.ok('im.v2.Event.subscribe');
    await causesForPeople[name]?.({ world, bot: 0, dialogId: `chat${world.groupChatId}` });
    return (await fetchOwn(world.bob)).events;
  });
}

async function inNewWorld(name: string, events: (world: World) => Promise<readonly Told[]>): Promise<Told> {
  const world = await createWorld();
  try {
    const all = await events(world);
    const told = all.findLast(({ type }) => type === name);
    if (!told) throw new Error(`There was ${all.map(({ type }) => type).join(', ') || 'nothing'} to fetch`);
    return told;
  } finally {
    await world.close();
  }
}
