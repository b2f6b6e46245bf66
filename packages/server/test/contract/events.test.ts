import { describe, expect, it } from 'vitest';
import { events } from '#api/events.generated.ts';
import type { ApplicationEvent } from '#domain/event.ts';
import { recordApplicationEvent } from '#domain/record-event.ts';
import { bind, comes, comesAgain, keep } from '../scene-events.ts';
import type { TestApplication } from '../test-application.ts';
import { createWorld, type Handler, type Received, type World } from '../world.ts';
import { documentedEvents } from './checks/catalog.ts';

/*
 * What a handler really receives is compared, key by key, with the payloads that are documented.
 */

/** undici writes these itself, and in lower case. */
const TRANSPORT_HEADERS = ['host', 'connection', 'content-length'];

interface Stage {
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
const causes: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
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

for (const { name, page } of events) {
  describe(name, () => {
    const documented = documentedEvents.find((event) => event.name === name);

    it('names its page', () => {
      expect(page).toBe(documented?.page);
    });

    it.each(documented?.payloads ?? [])('has the documented keys: $label', async ({ label, payload }) => {
      const { body } = await receive(name, /group/i.test(label));
      expect(keysOf(asDocumented(body, payload))).toEqual(keysOf(payload));
    });

    it('has nothing but text in it', async () => {
      const { body, raw } = await receive(name, true);
      expect(scalarsOf(body).filter((value) => typeof value !== 'string')).toEqual([]);
      expect(raw.split('&').filter((pair) => /=(undefined|null|NaN|true|false|%5Bobject)/.test(pair))).toEqual([]);
    });

    it('comes as the requests of a portal come', async () => {
      const { headers, rawHeaders, raw } = await receive(name, false);
      expect(headers).toMatchObject({
        'user-agent': 'Bitrix24 Webhook Engine',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(raw)),
      });
      const names = rawHeaders.filter((header, index) => index % 2 === 0 && !TRANSPORT_HEADERS.includes(header));
      expect(names.filter((header) => !/^[A-Z][a-z]*(-[A-Z][a-z]*)*$/.test(header))).toEqual([]);
    });
  });
}

describe('the events', () => {
  it('are all documented, and those that are tested all exist', () => {
    expect(events.map(({ name }) => name).sort()).toEqual(Object.keys(causes).sort());
    expect(events.filter(({ name }) => !documentedEvents.some((event) => event.name === name))).toEqual([]);
  });
});

/** The last event of that name that a handler hears in a world made for it. */
async function receive(name: string, isGroup: boolean): Promise<Received> {
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

/**
 * Every event that was bound names its handler, whether or not its page does; where a page leaves out what stands in
 * `auth`, there is nothing to compare with.
 */
function asDocumented(body: Received['body'], payload: unknown): Received['body'] {
  const { event_handler_id, auth, ...rest } = body;
  const documented = payload as { event_handler_id?: unknown; auth: object };
  return {
    ...rest,
    ...('event_handler_id' in documented && { event_handler_id }),
    ...(Object.keys(documented.auth).length > 0 && { auth }),
  };
}

/** Every path in a body, sorted. Ids that serve as keys are all alike, and so are the entries of a list. */
function keysOf(body: unknown): string[] {
  return [...new Set(pathsIn(body, ''))].sort();
}

function pathsIn(body: unknown, path: string): string[] {
  if (typeof body !== 'object' || body === null) return [path];
  return Object.entries(body).flatMap(([key, value]) => pathsIn(value, `${path}[${/^\d+$/.test(key) ? 'id' : key}]`));
}

function scalarsOf(body: unknown): unknown[] {
  return typeof body === 'object' && body !== null ? Object.values(body).flatMap(scalarsOf) : [body];
}
