import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadPlan } from './load.ts';
import {
  load,
  memoryOf,
  type Place,
  type Portal,
  processorTimeOf,
  startBareFastify,
  startBot,
  startPortal,
} from './processes.ts';
import { SENT_AT } from './stamp.ts';

type Bot = Awaited<ReturnType<typeof startBot>>;

/** How long things are measured, and how much of them. */
export interface Scale {
  readonly warmUp: number;
  readonly duration: number;
  readonly messages: number;
}

export interface Throughput {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of the server's processor time for each request. */
  readonly processor: number;
}

export interface Sent extends Throughput {
  readonly accepted: number;
  readonly stored: number;
  readonly delivered: number;
}

export const BODY_BYTES = 256;
export const ALICE = 1;
const BOB = 2;

/** The body of `im.message.add`, filled up to the size that every server gets. */
function bodyFor(dialogId: string, text = ''): string {
  const empty = JSON.stringify({ DIALOG_ID: dialogId, MESSAGE: text });
  return JSON.stringify({ DIALOG_ID: dialogId, MESSAGE: text + 'x'.repeat(BODY_BYTES - empty.length) });
}

/** Warms up with a load of its own, so that what is counted is the server at work and not its compiler. */
export async function measured(pid: number, plan: LoadPlan): Promise<Throughput & { accepted: number }> {
  const warm = await load({ ...plan, duration: plan.warmUp, warmUp: 0 });
  const before = processorTimeOf(pid);
  const { accepted, refused, rate, p50, p99 } = await load({ ...plan, warmUp: 0 });
  if (warm.refused + refused > 0) throw new Error(`${warm.refused + refused} requests were refused`);
  const processor = (processorTimeOf(pid) - before) / accepted;
  return { accepted: warm.accepted + accepted, rate, p50, p99, processor };
}

export async function bareFastify(connections: number, { warmUp, duration }: Scale): Promise<Throughput> {
  const server = await startBareFastify();
  const plan = {
    host: '127.0.0.1',
    port: server.port,
    path: '/echo',
    body: bodyFor('21'),
    connections,
    warmUp,
    duration,
  };
  const result = await measured(server.pid, plan);
  await server.stop();
  return result;
}

/** Runs `work` with a portal and a bot that is alive. */
async function withBot<T>(place: Place, work: (portal: Portal, botId: string, bot: Bot) => Promise<T>): Promise<T> {
  const bot = await startBot();
  const portal = await startPortal(place);
  const registration = {
    CODE: 'bench',
    EVENT_HANDLER: `http://127.0.0.1:${bot.port}/`,
    PROPERTIES: { NAME: 'Bench' },
    CLIENT_ID: 'bench',
  };
  const botId = String(await portal.call(ALICE, 'imbot.register', registration));
  try {
    return await work(portal, botId, bot);
  } finally {
    await portal.stop();
    await bot.stop();
  }
}

function planFor(
  portal: Portal,
  body: string,
  more: Pick<LoadPlan, 'connections' | 'warmUp' | 'duration' | 'rate'>,
): LoadPlan {
  const { hostname, port, pathname } = new URL(
    portal.webhooks.find(({ userId }) => userId === ALICE)?.url ?? portal.url,
  );
  return { host: hostname, port: Number(port), path: `${pathname}im.message.add`, body, ...more };
}

/** Messages into a private chat with a bot that is alive; afterwards everything must have been stored and delivered. */
export function messagesToBot(place: Place, connections: number, { warmUp, duration }: Scale): Promise<Sent> {
  return withBot(place, async (portal, botId, bot) => {
    const plan = planFor(portal, bodyFor(botId), { connections, warmUp, duration });
    const { accepted, ...throughput } = await measured(portal.pid, plan);
    const { message_count: stored } = (await portal.call(ALICE, 'im.dialog.get', { DIALOG_ID: botId })) as {
      message_count: number;
    };
    return { ...throughput, accepted, stored, delivered: await delivered(bot, accepted) };
  });
}

/** Waits until so many messages are at the bot, or no more come; answers how many are. */
async function delivered(bot: Bot, accepted: number): Promise<number> {
  // The first event is that the chat was opened.
  const count = async () => (await bot.ask('report')).events - 1;
  let now = await count();
  for (let last = -1; now < accepted && now > last; now = await count()) {
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return now;
}

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly events: number;
}

/** From the moment a message is sent to the moment its event is at the bot's handler, at a rate that is easily kept up with. */
export function latencyToHandler(place: Place, rate: number, { warmUp, duration }: Scale): Promise<Latency> {
  return withBot(place, async (portal, botId, bot) => {
    const body = bodyFor(botId, `${SENT_AT}${'0'.repeat(20)}`);
    const plan = planFor(portal, body, { connections: 16, warmUp: 0, duration: warmUp });
    // At full speed: at the rate that is measured, the compiler would still be at work when it is.
    const { accepted } = await load(plan);
    await delivered(bot, accepted);
    await bot.ask('forget');
    await load({ ...plan, duration, rate });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { p50, p99, events } = await bot.ask('report');
    return { p50, p99, events };
  });
}

/** Milliseconds from starting the command to its first answered call. */
export async function start(place: Place): Promise<number> {
  const began = performance.now();
  const portal = await startPortal(place);
  await portal.call(ALICE, 'profile');
  const took = performance.now() - began;
  await portal.stop();
  return took;
}

export interface Memory {
  readonly idle: number;
  readonly perMessage: number;
}

/** Bytes that a portal in memory takes when it is idle, and for each message that it keeps. */
export async function memory({ messages }: Scale): Promise<Memory> {
  const portal = await startPortal({ memory: true });
  await portal.call(ALICE, 'profile');
  const idle = memoryOf(portal.pid);
  const plan = planFor(portal, bodyFor(String(BOB)), { connections: 32, warmUp: 0, duration: 1000 });
  let accepted = 0;
  while (accepted < messages) accepted += (await load(plan)).accepted;
  const perMessage = (memoryOf(portal.pid) - idle) / accepted;
  await portal.stop();
  return { idle, perMessage };
}

/** A directory for the time of `work`. */
export async function inDirectory<T>(parent: string, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(parent, 'botyard-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
