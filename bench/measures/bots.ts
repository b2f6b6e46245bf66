import { ALICE, type Build, type Place, type Portal, startPortal } from '../botyard.ts';
import { type Bot, startBots } from '../processes.ts';

/** Without a new message at any bot for so many milliseconds, no more are expected. */
const PATIENCE = 2000;

/** Runs `work` with a portal and bots that are alive, each of an application and at a handler of its own. */
export async function withBots<T>(
  build: Build,
  place: Place,
  count: number,
  work: (portal: Portal, bots: Bot, botIds: readonly string[]) => Promise<T>,
): Promise<T> {
  const bots = await startBots(count);
  const portal = await startPortal(build, place);
  try {
    const botIds: string[] = [];
    for (const port of bots.ports) {
      const name = `bench-${botIds.length + 1}`;
      const registration = {
        CODE: name,
        EVENT_HANDLER: `http://127.0.0.1:${port}/`,
        PROPERTIES: { NAME: name },
        CLIENT_ID: name,
      };
      botIds.push(String(await portal.call(ALICE, 'imbot.register', registration)));
    }
    return await work(portal, bots, botIds);
  } finally {
    await portal.stop();
    await bots.stop();
  }
}

/** Waits until so many messages are at the bots, or no more come; answers how many are. */
export async function allDelivered(bots: Pick<Bot, 'ask'>, accepted: number): Promise<number> {
  let { messages } = await bots.ask('report');
  for (let quietSince = performance.now(); messages < accepted && performance.now() - quietSince < PATIENCE; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = (await bots.ask('report')).messages;
    if (now > messages) quietSince = performance.now();
    messages = now;
  }
  return messages;
}
