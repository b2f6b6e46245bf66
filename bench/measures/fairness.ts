import { ALICE, type Build, type Place, type Portal, startPortal } from '../botyard.ts';
import type { Figures, Found } from '../figures.ts';
import type { KindsReport } from '../kinds-of-bots.ts';
import { type KindsOfBots, startKindsOfBots } from '../processes.ts';
import { FAILS, SENT_AT } from '../stamp.ts';

/** Bots that answer, each in its own way, and the figure that says how late each hears of a message. */
const KINDS = [
  { figure: 'quick', path: '/after/0/quick' },
  { figure: 'slow', path: '/after/1300/slow' },
  { figure: 'thinking', path: '/after/9000/thinking' },
  { figure: 'failedOnce', path: '/failing/once' },
] as const;
const NEW = '/after/0/new';

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
  const stamped = (botId: string) => say(botId, `${SENT_AT}${String(process.hrtime.bigint()).padStart(20, '0')}`);

  // Each has answered before: that it is new is a kind of its own.
  const ids = await Promise.all(KINDS.map(({ path }) => register(path)));
  for (const id of ids) await say(id, 'hello');
  await until(handlers, ({ messages }) => KINDS.every(({ path }) => messages[path] === 1));
  // The slowest is still thinking of that.
  await new Promise((resolve) => setTimeout(resolve, 9_500));
  for (let i = 1; i <= hanging; i += 1) await say(await register(`/hang/${i}`), 'hello');
  await until(handlers, (report) => report.hanging >= hanging);

  // Its next try comes a second later; what is measured is that one's way with the next message.
  await say(ids[3] ?? '', FAILS);
  for (const id of ids) await stamped(id);
  await stamped(await register(NEW));
  const paths = [...KINDS.map(({ path }) => path), NEW];
  const { ages } = await until(handlers, (report) => paths.every((path) => report.ages[path] !== undefined));
  const figures = KINDS.map(({ figure, path }) => [figure, ages[path] ?? Number.NaN] as const);
  return { ...Object.fromEntries(figures), newBot: ages[NEW] ?? Number.NaN };
}

async function until(handlers: KindsOfBots, isSo: (report: KindsReport) => boolean): Promise<KindsReport> {
  for (const began = performance.now(); performance.now() - began < PATIENCE; ) {
    const report = await handlers.ask('report');
    if (isSo(report)) return report;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Events did not reach the handlers that answer');
}
