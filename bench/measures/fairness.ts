import { ALICE, type Build, type Place, type Portal, startPortal } from '../botyard.ts';
import type { Figures, Found } from '../figures.ts';
import type { KindsReport } from '../kinds-of-bots.ts';
import { type KindsOfBots, startKindsOfBots } from '../processes.ts';
import { FAILS, SENT_AT } from '../stamp.ts';
import { median } from '../statistics.ts';

/** Bots that answer, each in its own way, and the figure that says how late they hear of a message. */
const KINDS = [
  { figure: 'quick', path: '/after/0/quick' },
  { figure: 'slow', path: '/after/1300/slow' },
  { figure: 'thinking', path: '/after/9000/thinking' },
  { figure: 'failedOnce', path: '/failing/once' },
  { figure: 'newBot', path: '/after/0/new' },
] as const;

type Kind = (typeof KINDS)[number];

/** Bots of each kind. One of each is told something every so many milliseconds, for longer than an event can hang. */
const OF_A_KIND = 24;
const EVERY = 500;
/** Bots that are registered at once. */
const AT_ONCE = 16;

/** No event is on its way for longer, whatever hangs. */
const PATIENCE = 60_000;

/**
 * How long it takes from a message to the moment that its event is at the handler, for every kind of bot that answers,
 * beside so many bots whose events hang.
 */
export async function besideHanging(build: Build, place: Place, hanging: number): Promise<Found> {
  const handlers = await startKindsOfBots();
  const portal = await startPortal(build, place);
  try {
    return { figures: await startsBeside(portal, handlers, hanging) };
  } finally {
    await portal.stop();
    await handlers.stop();
  }
}

async function startsBeside(portal: Portal, handlers: KindsOfBots, hanging: number): Promise<Figures> {
  const register = async (path: string) => {
    const name = path.slice(1).replaceAll('/', '-');
    const EVENT_HANDLER = `http://127.0.0.1:${handlers.ports[0]}${path}`;
    const bot = { CODE: name, CLIENT_ID: name, EVENT_HANDLER, PROPERTIES: { NAME: name } };
    return String(await portal.call(ALICE, 'imbot.register', bot));
  };
  const say = (botId: string, MESSAGE: string) => portal.call(ALICE, 'im.message.add', { DIALOG_ID: botId, MESSAGE });
  const stamp = () => `${SENT_AT}${String(process.hrtime.bigint()).padStart(20, '0')}`;
  const greeted = async (path: string) => {
    const id = await register(path);
    await say(id, 'hello');
    return [path, id] as const;
  };

  // Each has answered before: that it is new is a kind of its own.
  const old = KINDS.filter(({ figure }) => figure !== 'newBot').flatMap(pathsOf);
  const ids = new Map(await inTurn(old, greeted));
  await until(handlers, ({ messages }) => old.every((path) => messages[path] === 1));
  // The slowest are still thinking of that.
  await new Promise((resolve) => setTimeout(resolve, 9_500));
  await inTurn(
    Array.from({ length: hanging }, (_, i) => `/hang/${i}`),
    greeted,
  );
  await until(handlers, (report) => report.hanging >= hanging);

  for (let i = 0; i < OF_A_KIND; i += 1) {
    for (const kind of KINDS) {
      const path = pathOf(kind, i);
      const id = ids.get(path) ?? (await register(path));
      await say(id, kind.figure === 'failedOnce' ? FAILS : stamp());
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  const { ages } = await until(handlers, (report) =>
    KINDS.flatMap(pathsOf).every((path) => report.ages[path] !== undefined),
  );
  return figuresOf(ages);
}

function pathOf({ path }: Kind, i: number): string {
  return `${path}-${i}`;
}

function pathsOf(kind: Kind): string[] {
  return Array.from({ length: OF_A_KIND }, (_, i) => pathOf(kind, i));
}

/** The middle one of each kind; of one in so few, the machine's other work says more. And the latest of all. */
function figuresOf(ages: KindsReport['ages']): Figures {
  const ageOf = (path: string) => ages[path] ?? Number.NaN;
  const middle = KINDS.map((kind) => [kind.figure, median(pathsOf(kind).map(ageOf))] as const);
  return { ...Object.fromEntries(middle), latest: Math.max(...KINDS.flatMap(pathsOf).map(ageOf)) };
}

/** Does the work for each, so many at once. */
async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const runner = async () => {
    for (const [i, item] of left) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  return results;
}

async function until(handlers: KindsOfBots, isSo: (report: KindsReport) => boolean): Promise<KindsReport> {
  for (const began = performance.now(); performance.now() - began < PATIENCE; ) {
    const report = await handlers.ask('report');
    if (isSo(report)) return report;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Events did not reach the handlers that answer');
}
