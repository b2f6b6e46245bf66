import { ALICE, BOB, type Build, type Place, type Portal, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { load, memoryOf, type Readers, startReaders } from '../processes.ts';
import { SENT_AT } from '../stamp.ts';
import { allDelivered } from './bots.ts';
import { costRatio } from './in-turn.ts';
import { bodyFor, filled, refuse, type Scale, targetOf, throughput } from './throughput.ts';

/*
 * Chatbots 2.0: bots that fetch their events, and what they send.
 */

const SEND = 'imbot.v2.Chat.Message.send';
const EVENT_GET = 'imbot.v2.Event.get';
/** The most that one call hands out. */
const PAGE = 1000;
/** Milliseconds after which nothing that was begun is still at work. */
const SETTLED = 1000;

interface FetchingBot {
  readonly botId: number;
  readonly botToken: string;
}

async function register(portal: Portal, count: number): Promise<FetchingBot[]> {
  const bots: FetchingBot[] = [];
  for (let number = 1; number <= count; number += 1) {
    const botToken = `bench-${number}`;
    const fields = { code: botToken, properties: { name: botToken }, eventMode: 'fetch', botToken };
    const { bot } = (await portal.call(ALICE, 'imbot.v2.Bot.register', { fields })) as { bot: { id: number } };
    bots.push({ botId: bot.id, botToken });
  }
  return bots;
}

/** Runs `work` with a portal and bots that fetch. */
async function withFetching<T>(
  build: Build,
  place: Place,
  count: number,
  work: (portal: Portal, bots: readonly FetchingBot[]) => Promise<T>,
): Promise<T> {
  const portal = await startPortal(build, place);
  try {
    return await work(portal, await register(portal, count));
  } finally {
    await portal.stop();
  }
}

/** What a message of a bot costs beside one of a person, to somebody who only reads it. */
export function sendCost(build: Build, place: Place, connections: number, scale: Scale): Promise<Found> {
  return withFetching(build, place, 1, async (portal, [bot]) => {
    const { pid } = portal;
    const asked = (method: string, body: string) => ({ ...targetOf(portal, method), bodies: [body], connections });
    const person = asked('im.message.add', bodyFor(String(BOB)));
    const ofBot = filled((message) => ({ ...bot, dialogId: String(BOB), fields: { message } }));
    const byBot = asked(SEND, ofBot);
    await throughput(pid, person, scale);
    const { figures } = await throughput(pid, byBot, scale);
    return { figures: { ...figures, sendCost: await costRatio({ pid, what: byBot }, { pid, what: person }) } };
  });
}

/** How fast one reader gets all that has gathered, a thousand at a time, and confirms it. */
export function fetchedByOne(build: Build, place: Place, { keptMessages }: Scale): Promise<Found> {
  return withFetching(build, place, 1, async (portal, [bot]) => {
    if (!bot) throw new Error('There is no bot');
    // One event less: the first message opens the chat, which is an event of its own.
    const what = { ...targetOf(portal, 'im.message.add'), bodies: [bodyFor(String(bot.botId))], connections: 32 };
    const { accepted, refused } = await load({ ...what, until: { requests: keptMessages - 1 } });
    refuse(refused);
    const began = performance.now();
    const fetched = await fetchAll(portal.addressOf(ALICE, EVENT_GET), bot);
    const seconds = (performance.now() - began) / 1000;
    return {
      figures: { fetched: fetched.events / seconds },
      counts: { accepted, stored: accepted, delivered: fetched.messages },
    };
  });
}

/** Reads only what it needs: a program that makes objects of everything is slower than the server. */
async function fetchAll(
  address: URL,
  bot: FetchingBot,
): Promise<{ readonly events: number; readonly messages: number }> {
  const headers = { 'content-type': 'application/json' };
  let [events, messages] = [0, 0];
  for (let offset: number | undefined; ; ) {
    const body = JSON.stringify({ ...bot, limit: PAGE, offset });
    const text = await (await fetch(address, { method: 'POST', headers, body })).text();
    const came = text.split('"eventId":').length - 1;
    if (came === 0) return { events, messages };
    events += came;
    messages += text.split('"type":"ONIMBOTV2MESSAGEADD"').length - 1;
    offset = Number(/"nextOffset":(\d+)/.exec(text)?.[1]);
  }
}

/** From the moment a message is sent to the moment a waiting reader has it. */
export function latencyToReaders(
  build: Build,
  place: Place,
  { readers: count, rate }: { readonly readers: number; readonly rate: number },
  { warmUp, duration }: Scale,
): Promise<Found> {
  return withFetching(build, place, count, async (portal, bots) => {
    const readers = await waiting(portal, bots);
    const bodies = bots.map(({ botId }) => bodyFor(String(botId), `${SENT_AT}${'0'.repeat(20)}`));
    const what = { ...targetOf(portal, 'im.message.add'), bodies, connections: 16, rate };
    const warm = await load({ ...what, until: { milliseconds: warmUp } });
    const warmDelivered = await allDelivered(readers, warm.accepted);
    await readers.ask('forget');
    const { accepted, refused, rate: pacedSent } = await load({ ...what, until: { milliseconds: duration } });
    refuse(warm.refused + refused);
    const delivered = warmDelivered + (await allDelivered(readers, accepted));
    const { p50: deliveryP50, p99: deliveryP99 } = await readers.ask('report');
    await readers.stop();
    const all = warm.accepted + accepted;
    return { figures: { pacedSent, deliveryP50, deliveryP99 }, counts: { accepted: all, stored: all, delivered } };
  });
}

/** Resident memory that is added by readers that wait. */
export function readersMemory(build: Build, place: Place, count: number): Promise<Found> {
  return withFetching(build, place, count, async (portal, bots) => {
    await settled();
    const before = memoryOf(portal.pid);
    const readers = await waiting(portal, bots);
    await settled();
    const after = memoryOf(portal.pid);
    await readers.stop();
    return { figures: { idleMemory: after / 1e6, readersMemory: (after - before) / 1e6 } };
  });
}

async function waiting(portal: Portal, bots: readonly FetchingBot[]): Promise<Readers> {
  const readers = await startReaders();
  const names = bots.map((bot) => ({ ...bot }));
  await readers.ask({ address: portal.addressOf(ALICE, EVENT_GET).href, bots: names });
  return readers;
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SETTLED));
}
