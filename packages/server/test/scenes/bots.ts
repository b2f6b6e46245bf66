import { expect } from 'vitest';
import type { Cause } from '../contract/contract.ts';
import { CLIENT_ID, type World } from '../world.ts';
import { joinGroup } from './chats.ts';
import { foreignBot } from './commands.ts';
import { expectRefusal, NOBODY } from './refusals.ts';

/*
 * How methods that act as a bot find it: the same rows and parameters of each.
 */

/** What is called beside the bot, and what must be there for it. */
type Params = (world: World) => Record<string, unknown> | Promise<Record<string, unknown>>;

/** The two rows of the bot. `ofAnother` is the text of the second one, which pages spell in two ways. */
export function botErrors(
  params: Params,
  ofAnother = 'Bot was installed by another rest application',
): Record<string, (world: World) => Promise<Cause>> {
  return {
    'BOT_ID_ERROR: Bot not found': async (world) => ({
      params: { ...(await params(world)), BOT_ID: NOBODY, CLIENT_ID },
    }),
    [`APP_ID_ERROR: ${ofAnother}`]: async (world) => ({
      params: { ...(await params(world)), BOT_ID: await foreignBot(world), CLIENT_ID },
    }),
  };
}

/** A bot of that code in the group chat. */
export async function botInGroup(world: World, code = 'test-bot', clientId = CLIENT_ID): Promise<number> {
  const bot = await world.bot({ code, clientId });
  await joinGroup(world, bot);
  return bot;
}

/** A place for {@link botParams}: the group chat, which the parameters name already. */
export async function joinedGroup(world: World, botId: number): Promise<Record<string, unknown>> {
  await joinGroup(world, botId);
  return {};
}

/** BOT_ID and CLIENT_ID of a method that a bot may call with `params` where `place` has put it. */
export function botParams(
  method: string,
  {
    place,
    params,
  }: { place(world: World, botId: number, clientId: string): Promise<Record<string, unknown>>; params: Params },
): Record<'BOT_ID' | 'CLIENT_ID', (world: World) => Promise<void>> {
  return {
    async BOT_ID(world) {
      await world.bot({ code: 'first' });
      const BOT_ID = await world.bot({ code: 'second' });
      const call = { ...(await params(world)), ...(await place(world, BOT_ID, CLIENT_ID)), CLIENT_ID };
      // Without it the first bot is meant, which is not there.
      expect((await world.alice.call(method, call)).status).not.toBe(200);
      await world.alice.ok(method, { ...call, BOT_ID });
    },
    async CLIENT_ID(world) {
      const BOT_ID = await world.bot({ clientId: 'mine' });
      const call = { ...(await params(world)), ...(await place(world, BOT_ID, 'mine')), BOT_ID };
      await expectRefusal(world.alice, method, { ...call, CLIENT_ID: 'not-mine' }, 'APP_ID_ERROR');
      await world.alice.ok(method, { ...call, CLIENT_ID: 'mine' });
    },
  };
}
