import type { World } from './world.ts';

/** Under which id a bot hears of events. */
export async function receiverOf(world: World, botId: number): Promise<number> {
  const bot = await world.app.store.read((work) => work.bots.findBot(botId));
  if (!bot) throw new Error(`There is no bot ${botId}`);
  return bot.receiverId;
}
