import type { ApplicationEvent } from '#domain/event.ts';
import { recordApplicationEvent } from '#domain/record-event.ts';
import { causesOfSecond } from './event-causes-v2.ts';
import { bind, comes, comesAgain, keep } from './scenes/events.ts';
import type { TestApplication } from './test-application.ts';
import { createWorld, type Handler, type Received, type World } from './world.ts';

/*
 * How each event that is sent can be made to happen, and what a handler receives then.
 */

export interface Stage {
  readonly world: World;
  /** Whose bot it is. */
  readonly application: TestApplication;
  readonly handler: Handler;
  readonly botId: number;
  /** The private chat of Alice with the bot, or a group chat of both. */
  readonly dialogId: string;
  /** How the bot is spoken to there. */
  readonly address: string;
}

/** Lets each event happen; the documented payload of a change in a group is one that mentions the bot. */
export const causes: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  ONIMBOTMESSAGEADD: async (stage) => write(stage, 'hello'),
  ONIMBOTMESSAGEUPDATE: async (stage) => {
    const MESSAGE_ID = await write(stage, 'before');
    await stage.world.alice.ok('im.message.update', { MESSAGE_ID, MESSAGE: `${stage.address}after` });
  },
  ONIMBOTMESSAGEDELETE: async (stage) => {
    await stage.world.alice.ok('im.message.delete', { MESSAGE_ID: await write(stage, 'soon gone') });
  },
  // A private chat is joined at the first contact, a group before anything is said.
  ONIMBOTJOINCHAT: async (stage) => write(stage, 'hello'),
  ONIMCOMMANDADD: async ({ world, application, handler, botId, dialogId }) => {
    const LANG = [{ LANGUAGE_ID: 'en', TITLE: 'Echo' }];
    await application.ok('imbot.command.register', {
      BOT_ID: botId,
      COMMAND: 'echo',
      EVENT_COMMAND_ADD: handler.url,
      LANG,
    });
    await world.alice.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE: '/echo test' });
  },
  ...causesOfSecond,
  ONAPPINSTALL: (stage) => tell(stage, { type: 'applicationInstalled', userId: 1, version: '1' }),
  ONAPPUPDATE: (stage) => tell(stage, { type: 'applicationUpdated', userId: 1, version: '2', previousVersion: '1' }),
  ONAPPUNINSTALL: (stage) => tell(stage, { type: 'applicationRemoved', userId: 1, isClean: true }),
  ONAPPTEST: async ({ application, handler }) => {
    await bind(application, 'ONAPPTEST', handler);
    await application.ok('event.test', { any: 'data' });
  },
  ONOFFLINEEVENT: async ({ world, application, handler }) => {
    await keep(application, 'ONUSERADD');
    await bind(application, 'ONOFFLINEEVENT', handler);
    await comes(world, 'Eve');
  },
  ONUSERADD: async ({ world, application, handler }) => {
    const days = { PERSONAL_BIRTHDAY: '1990-01-01', UF_EMPLOYMENT_DATE: '2024-04-05' };
    await world.alice.ok('user.update', { ID: world.alice.id, ...days });
    await bind(application, 'ONUSERADD', handler);
    await comesAgain(world, world.alice.id);
  },
  ONIMBOTDELETE: ({ application, botId }) => application.ok('imbot.unregister', { BOT_ID: botId }),
};

function write({ world, dialogId, address }: Stage, text: string): Promise<number> {
  return world.alice.ok('im.message.add', { DIALOG_ID: dialogId, MESSAGE: address + text });
}

/** Records it for the application of the bot, at the address of its handler. */
function tell({ world, handler, botId }: Stage, event: ApplicationEvent): Promise<void> {
  return world.app.store.write(async (work) => {
    const bot = await work.bots.findBot(botId);
    const application = bot && (await work.applications.findApplication(bot.applicationId));
    if (application) await recordApplicationEvent(work, application, event, handler.url);
  });
}

/** The last event of that name that a handler hears in a world made for it, once for all who ask. */
export function receive(name: string, isGroup: boolean): Promise<Received> {
  const key = `${name} ${isGroup}`;
  const received = known.get(key) ?? causeAndReceive(name, isGroup);
  known.set(key, received);
  return received;
}

const known = new Map<string, Promise<Received>>();

async function causeAndReceive(name: string, isGroup: boolean): Promise<Received> {
  const world = await createWorld();
  try {
    const handler = await world.handler();
    const application = await world.application();
    // A supervisor hears everything, changes too.
    const botId = await world.bot({ application, handler, type: 'S' });
    const stage = {
      world,
      application,
      handler,
      botId,
      ...(isGroup ? await group(world, botId) : { dialogId: String(botId), address: '' }),
    };
    await causes[name]?.(stage);
    await world.settled();
    const received = handler.received.filter(({ body }) => body.event === name).at(-1);
    if (!received)
      throw new Error(`The handler heard ${handler.received.map(({ body }) => body.event).join(', ') || 'nothing'}`);
    return received;
  } finally {
    await world.close();
  }
}

async function group(world: World, botId: number): Promise<Pick<Stage, 'dialogId' | 'address'>> {
  const chatId = await world.alice.ok('im.chat.add', { TYPE: 'CHAT', TITLE: 'With a bot', USERS: [botId] });
  return { dialogId: `chat${chatId}`, address: `[USER=${botId}]test-bot[/USER], ` };
}
