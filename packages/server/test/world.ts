import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ManualClock, manualClock } from '#kit/clock.ts';
import { scryptPasswords } from '#kit/password.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { type App, startApp } from '../src/app.ts';
import type { AppOptions } from '../src/app-options.ts';
import { type Answer, type Calling, calling, post } from './calling.ts';
import { usualDatabase } from './databases.ts';
import { heldToDefinitions } from './held.ts';
import { type ApplicationOptions, registerTestApplication, type TestApplication } from './test-application.ts';

export { type Answer, type Calling, calling, post };

/** A person with a webhook. */
export interface Person extends Calling {
  readonly id: number;
  /** Ends in a slash. */
  readonly webhookUrl: string;
}

/** A portal of its own for one test: in memory, behind real HTTP, with the cast and a clock that stands still. */
export interface World {
  readonly app: App;
  readonly clock: ManualClock;
  readonly alice: Person;
  readonly bob: Person;
  readonly carol: Person;
  readonly dana: Person;
  /** Alice and Bob are in it, Carol and Dana are not. */
  readonly groupChatId: number;
  /** A real HTTP server that plays a bot's handler. */
  handler(): Promise<Handler>;
  /** Registers an application that acts through tokens: `call` is a real request with one of Alice's. */
  application(options?: ApplicationOptions): Promise<TestApplication>;
  /** Registers a bot of the application `clientId` as Alice, or of an application with tokens; all events go to `handler` or to an address that nobody hears. */
  bot(options?: {
    application?: TestApplication;
    clientId?: string;
    code?: string;
    type?: string;
    handler?: Handler;
    more?: Record<string, unknown>;
  }): Promise<number>;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface Handler {
  readonly url: string;
  readonly received: Received[];
  /** What is answered; 200 with an empty body unless changed. */
  answer: (received: Received) => HandlerAnswer | Promise<HandlerAnswer>;
  /** Only the events of that name, in the order they came. */
  events(name: string): Received['body'][];
}

export interface HandlerAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Received {
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly rawHeaders: readonly string[];
  readonly raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: see Answer.
  readonly body: any;
}

/** Hashed at a cost that would protect nobody, and that no test has to wait for. */
export const quickPasswords = scryptPasswords({ N: 16, r: 1, p: 1 });

export const CLIENT_ID = 'test-app';

export async function createWorld(options: Partial<AppOptions> = {}): Promise<World> {
  const clock = manualClock();
  const held = heldToDefinitions();
  const app = await startApp({
    database: usualDatabase(),
    key: new Uint8Array(32).fill(7),
    clock,
    passwords: quickPasswords,
    onAnswer: held.onAnswer,
    onEvent: held.onEvent,
    ...options,
  });
  const handlers: Server[] = [];
  const person = (id: number): Person => {
    const webhook = app.cast.webhooks.find((one) => one.userId === id);
    if (!webhook) throw new Error(`Nobody has the id ${id}`);
    const webhookUrl = `${app.url}/rest/${id}/${webhook.code}/`;
    const call = (method: string, params: Record<string, unknown> = {}) => post(`${webhookUrl}${method}`, params);
    return { id, webhookUrl, ...calling(call) };
  };
  const alice = person(1);
  return {
    app,
    clock,
    alice,
    bob: person(2),
    carol: person(3),
    dana: person(4),
    groupChatId: app.cast.groupChatId,
    async handler() {
      const [handler, server] = await startHandler();
      handlers.push(server);
      return handler;
    },
    application: (more) => registerTestApplication(app, more),
    bot: ({ application, clientId = CLIENT_ID, code = 'test-bot', type = 'B', handler, more = {} } = {}) =>
      (application ?? alice).ok('imbot.register', {
        CODE: code,
        TYPE: type,
        EVENT_HANDLER: handler?.url ?? 'http://127.0.0.1:9/nobody',
        PROPERTIES: { NAME: code },
        CLIENT_ID: clientId,
        ...more,
      }),
    settled: () => app.settled(),
    async close() {
      await app.close();
      for (const server of handlers) {
        server.closeAllConnections();
        server.close();
      }
      held.verify();
    },
  };
}

/** Runs `test` in a world of its own. */
export async function inWorld(options: Partial<AppOptions>, test: (world: World) => Promise<void>): Promise<void> {
  const world = await createWorld(options);
  try {
    await test(world);
  } finally {
    await world.close();
  }
}

async function startHandler(): Promise<[Handler, Server]> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let raw = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => {
      raw += chunk;
    });
    request.on('end', async () => {
      const one: Received = {
        url: request.url ?? '',
        headers: request.headers,
        rawHeaders: request.rawHeaders,
        raw,
        body: parsePhpQuery(raw),
      };
      received.push(one);
      const { status, headers, body } = await handler.answer(one);
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const handler: Handler = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/handler`,
    received,
    answer: () => ({ status: 200 }),
    events: (name) => received.filter(({ body }) => body.event === name).map(({ body }) => body),
  };
  return [handler, server];
}
