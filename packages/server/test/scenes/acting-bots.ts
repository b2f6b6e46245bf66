import type { Cause, Contract } from '../contract/contract.ts';
import type { Calling, World } from '../world.ts';
import { joinGroup } from './chats.ts';
import { expectRefusal, NOBODY } from './refusals.ts';
import { BOT_TOKEN, secondBot } from './second-bot.ts';

/*
 * How methods of generation 2 find the bot that acts: the same rows and parameters of each.
 */

const ANOTHER = 'another_bot_token';

/** A bot of generation 2, and what a call in its name carries. */
export interface Acting {
  readonly bot: number;
  readonly names: { readonly botId: number; readonly botToken: string };
  /** Calls in its name. */
  readonly by: Calling['ok'];
  /** Calls in its name, and expects to be refused with that code. */
  refused(method: string, params: Record<string, unknown>, code: string): Promise<void>;
}

export async function actingBot(world: World, more: Parameters<typeof secondBot>[1] = {}): Promise<Acting> {
  const bot = await secondBot(world, more);
  const names = { botId: bot, botToken: more.botToken ?? BOT_TOKEN };
  return {
    bot,
    names,
    by: (method, params = {}) => world.alice.ok(method, { ...names, ...params }),
    refused: (method, params, code) => expectRefusal(world.alice, method, { ...names, ...params }, code),
  };
}

/** Puts a bot into the group, unless it is there already; answers how the group is named. */
export async function enterGroup(world: World, { bot }: Pick<Acting, 'bot'>): Promise<string> {
  const isThere = await world.app.store.read((work) => work.members.findMember(world.groupChatId, bot));
  if (!isThere) await joinGroup(world, bot);
  return `chat${world.groupChatId}`;
}

/** Who acts is asked before anything else: whatever else such a call lacks, it is refused for this (V14). */
export const actingErrors: Contract['errors'] = {
  'BOT_TOKEN_NOT_SPECIFIED: Bot token not specified (botToken is required for webhook auth)': (): Cause => ({
    params: {},
  }),
  'BOT_ID_REQUIRED: botId is required': (): Cause => ({ params: { botToken: BOT_TOKEN } }),
  'BOT_NOT_FOUND: Bot not found': (): Cause => ({ params: { botToken: BOT_TOKEN, botId: NOBODY } }),
  'BOT_OWNERSHIP_ERROR: Bot was installed by another rest application': async (world): Promise<Cause> => ({
    params: { botToken: BOT_TOKEN, botId: await secondBot(world, { botToken: ANOTHER, code: 'foreign' }) },
  }),
};

/** Puts a bot where it may make the call; answers what else the call carries. */
export type Place = (world: World, acting: Acting) => Promise<Record<string, unknown>>;

/** botId and botToken of a method that a bot may call where `place` has put it. */
export function actingParams(
  method: string,
  place: Place,
  type = 'bot',
): Record<'botId' | 'botToken', (world: World) => Promise<void>> {
  return {
    async botId(world) {
      await secondBot(world, { code: 'first', type });
      const acting = await actingBot(world, { type });
      const call = await place(world, acting);
      await acting.refused(method, { ...call, botId: NOBODY }, 'BOT_NOT_FOUND');
      await acting.by(method, call);
    },
    async botToken(world) {
      const acting = await actingBot(world, { type });
      const call = await place(world, acting);
      await acting.refused(method, { ...call, botToken: ANOTHER }, 'BOT_OWNERSHIP_ERROR');
      await acting.by(method, call);
    },
  };
}

/** A cause: the call of a bot, which `place` has put where it can be made, with `more` in it. */
export const byBot =
  (place: Place, more: Record<string, unknown> = {}, bot: Parameters<typeof secondBot>[1] = {}) =>
  async (world: World): Promise<Cause> => {
    const acting = await actingBot(world, bot);
    return { params: { ...acting.names, ...(await place(world, acting)), ...more } };
  };

/** The whole user of an answer, which examples of pages leave parts out of. */
export const WHOLE_USER = {
  id: 456,
  active: true,
  name: 'Support Bot',
  firstName: 'Support',
  lastName: 'Bot',
  workPosition: 'AI Assistant',
  color: '#df532d',
  avatar: '',
  gender: 'M',
  birthday: '',
  extranet: false,
  bot: true,
  connector: false,
  externalAuthId: 'bot',
  status: 'online',
  idle: false,
  lastActivityDate: false,
  mobileLastDate: false,
  desktopLastDate: false,
  absent: false,
  departments: [],
  phones: false,
  type: 'bot',
  website: '',
  email: '',
};
