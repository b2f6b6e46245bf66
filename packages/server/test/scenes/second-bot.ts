import type { Calling, Handler, World } from '../world.ts';

export const BOT_TOKEN = 'my_bot_token';

export interface SecondBot {
  /** Who registers it; Alice. */
  readonly by?: Calling;
  readonly botToken?: string;
  readonly code?: string;
  readonly type?: string;
  /** Without one it fetches its events. */
  readonly handler?: Handler;
  readonly more?: Record<string, unknown>;
}

/** Registers a bot of generation 2; answers its id. */
export async function secondBot(
  world: World,
  { by = world.alice, botToken = BOT_TOKEN, code = 'second', type = 'bot', handler, more = {} }: SecondBot = {},
): Promise<number> {
  const way = handler ? { eventMode: 'webhook', webhookUrl: handler.url } : { eventMode: 'fetch' };
  const fields = { code, type, properties: { name: code }, ...way, ...more };
  return (await by.ok('imbot.v2.Bot.register', { fields, botToken })).bot.id;
}
