import { once } from 'node:events';
import { request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createControlledWorld } from '../controlled.ts';
import { actingBot } from '../scenes/acting-bots.ts';
import { fetch, textsOf } from '../scenes/fetching.ts';
import { BOT_TOKEN } from '../scenes/second-bot.ts';

it('a call that waits for events ends when its caller hangs up, and the next one is served', async () => {
  const world = await createControlledWorld();
  onTestFinished(() => world.close());
  const acting = await actingBot(world);
  const isAsked = async () =>
    (await world.control('call.list', {})).calls.some(({ method }) => method === 'imbot.v2.Event.get');
  const asked = request(`${world.alice.webhookUrl}imbot.v2.Event.get`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ botId: acting.bot, botToken: BOT_TOKEN, wait: 25 }));
  await once(asked, 'finish');
  // What came before this call waits by now.
  await world.alice.ok('server.time');
  await world.settled();
  expect(await isAsked()).toBe(false);
  asked.destroy();
  // Its time is not over: no clock goes on here.
  while (!(await isAsked())) await new Promise(setImmediate);
  await world.alice.ok('im.message.add', { DIALOG_ID: acting.bot, MESSAGE: 'hello' });
  expect(textsOf(await fetch(acting, { wait: 25 }))).toEqual(['hello']);
});
