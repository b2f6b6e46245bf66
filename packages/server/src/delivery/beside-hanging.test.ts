import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_SETTINGS } from '#domain/settings.ts';
import { createWorld, type Handler, type Received, type World } from '../../test/world.ts';

const HANGING = 270;

let world: World;
let hanging: Handler;
let arrived = 0;
let onArrival = () => undefined as undefined;
const answers: (() => void)[] = [];

/** Lets the handler keep every request that comes, but for that of a bot which shares it. */
const hang = (handler: Handler, isForOther: (received: Received) => boolean = () => false) => {
  handler.answer = (received) => {
    if (isForOther(received)) return { status: 200 };
    arrived += 1;
    onArrival();
    return new Promise((resolve) => answers.push(() => resolve({ status: 200 })));
  };
};
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise(setImmediate);
};
const arrivals = (count: number) =>
  new Promise<void>((resolve) => {
    onArrival = () => void (arrived >= count && resolve());
    onArrival();
  });
const say = (to: number, text: string) => world.alice.ok('im.message.add', { DIALOG_ID: to, MESSAGE: text });
const texts = (handler: Handler) => handler.events('ONIMBOTMESSAGEADD').map((body) => body.data.PARAMS.MESSAGE);

/** A bot that has answered once, in an application of its own. */
async function liveBot(code: string) {
  const handler = await world.handler();
  const id = await world.bot({ handler, code, clientId: code });
  await say(id, 'before');
  await world.settled();
  return { id, handler };
}

/** Bots of one application whose first events all hang. */
async function hangingBots() {
  const ids: number[] = [];
  for (let i = 0; i < HANGING; i += 1)
    ids.push(await world.bot({ handler: hanging, code: `hanging ${i}`, clientId: 'hanging' }));
  hang(hanging, ({ body }) => body.data.PARAMS.MESSAGE === 'now');
  for (const id of ids) await say(id, 'to nobody');
}

const firstFailure = () =>
  new Promise<void>((resolve) => {
    world.app.hub.subscribe((happening) => {
      if (happening.kind === 'tried' && happening.tried.end.kind === 'again') resolve();
    });
  });

beforeEach(async () => {
  arrived = 0;
  world = await createWorld({ settings: { ...USUAL_SETTINGS, botLimit: { ...USUAL_SETTINGS.botLimit, v1: 1_000 } } });
  hanging = await world.handler();
});
afterEach(async () => {
  hanging.answer = () => ({ status: 200 });
  for (const answer of answers.splice(0)) answer();
  await world.close();
});

describe('beside hundreds of bots whose first events hang', () => {
  it('every bot that answers is sent its events: quick, slow, new, failed once, of the same application', async () => {
    const quick = await liveBot('quick');
    // In an application, all bots are told at one address.
    const same = { id: await world.bot({ handler: hanging, code: 'same', clientId: 'hanging' }), handler: hanging };
    await say(same.id, 'before');
    await world.settled();
    const slow = await liveBot('slow');
    const failed = await liveBot('failed');
    await hangingBots();
    await arrivals(HANGING);

    const failure = firstFailure();
    failed.handler.answer = () => ({ status: 500 });
    await say(failed.id, 'fails once');
    await failure;
    failed.handler.answer = () => ({ status: 200 });
    hang(slow.handler);
    const newOne = await world.handler();
    const newId = await world.bot({ handler: newOne, code: 'new', clientId: 'new' });
    for (const id of [quick.id, same.id, slow.id, newId]) await say(id, 'now');
    await until(() => [quick.handler, same.handler, slow.handler, newOne].every((one) => texts(one).includes('now')));

    world.clock.advance(1_500);
    await until(() => texts(failed.handler).length === 3);
    expect(texts(failed.handler)).toEqual(['before', 'fails once', 'fails once']);
    expect(answers).toHaveLength(HANGING + 1);
  });

  it('a bot that thinks for seconds gets its lanes like any other', async () => {
    const slow = await liveBot('slow');
    await world.bob.ok('im.message.add', { DIALOG_ID: slow.id, MESSAGE: 'before' });
    await hangingBots();
    await arrivals(HANGING);
    hang(slow.handler);
    await world.bob.ok('im.message.add', { DIALOG_ID: slow.id, MESSAGE: 'one' });
    await say(slow.id, 'two');
    await arrivals(HANGING + 2);
    expect(texts(slow.handler).slice(-2).sort()).toEqual(['one', 'two']);
  });
});
