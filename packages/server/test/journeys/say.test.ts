import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '#cli/control-client.ts';
import type { Line } from '#control/registry.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import type { Handler } from '../world.ts';

/* Writing as a person from outside, and waiting for what comes back of it. */

const CLIENT_ID = 'test-app';
let world: ControlledWorld;
let handler: Handler;
let botId: number;

beforeEach(async () => {
  world = await createControlledWorld();
  handler = await world.handler();
  botId = await world.bot({ handler });
  await world.alice.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'more',
    EVENT_COMMAND_ADD: handler.url,
    LANG: [{ LANGUAGE_ID: 'en', TITLE: 'More' }],
    CLIENT_ID,
  });
  handler.answer = async ({ body }) => {
    const said = body.data.PARAMS?.MESSAGE;
    if (body.event === 'ONIMBOTMESSAGEADD') await tell(body.data.PARAMS.DIALOG_ID, `You said: ${said}`);
    if (body.event === 'ONIMCOMMANDADD') {
      const [command] = Object.values(body.data.COMMAND) as { COMMAND_PARAMS: string; MESSAGE_ID: string }[];
      await tell(body.data.PARAMS.DIALOG_ID, `More ${command?.COMMAND_PARAMS}`);
    }
    return { status: 200 };
  };
});
afterEach(() => world.close());

/** Their chat is there before: whoever opens one is greeted. */
beforeEach(async () => {
  await world.alice.ok('im.message.add', { DIALOG_ID: String(botId), MESSAGE: 'first' });
  await world.settled();
});

const tell = (dialog: string, text: string, parts: object = {}) =>
  world.alice.ok('imbot.message.add', { BOT_ID: botId, DIALOG_ID: dialog, MESSAGE: text, CLIENT_ID, ...parts });

type Said = Line<'say'>;

async function say(text: string, more: object = {}, onLine: () => void = () => undefined): Promise<Said[]> {
  const lines: Said[] = [];
  const body = { as: 'Alice', to: String(botId), text, ...more };
  for await (const line of follow(world.server, 'say', body as never)) {
    lines.push(line as Said);
    onLine();
  }
  return lines;
}

const texts = (lines: readonly Said[]) => lines.flatMap((line) => (line.kind === 'message' ? [line.text] : []));
const end = (lines: readonly Said[]) => lines.at(-1);

describe('what is said to a bot', () => {
  it('is answered, and ends with the answer', async () => {
    const lines = await say('hello');
    expect(texts(lines)).toEqual(['You said: hello']);
    expect(end(lines)).toEqual({ kind: 'end', result: 'answered', answers: 1, reason: null, isTaken: false });
  });

  it.each(['You said: hello', 'said', '/^you SAID: h.llo$/i'])('brings what is expected: %s', async (expect_) => {
    expect(end(await say('hello', { expect: expect_ }))).toMatchObject({ result: 'answered' });
  });

  it('does not end before as much has come as is expected', async () => {
    handler.answer = async () => {
      for (const n of [1, 2, 3]) await tell('1', `part ${n}`);
      return { status: 200 };
    };
    const lines = await say('hello', { count: 3, expect: 'part' });
    expect(texts(lines)).toEqual(['part 1', 'part 2', 'part 3']);
    expect(end(lines)).toMatchObject({ result: 'answered', answers: 3 });
  });

  it('tells what came instead of what was expected, when its time is over', async () => {
    const lines = await say('hello', { expect: 'goodbye', waitMs: 2_000 }, () => world.clock.advance(2_000));
    expect(texts(lines)).toEqual(['You said: hello']);
    expect(end(lines)).toMatchObject({ result: 'unmet', answers: 1 });
  });

  it('is not waited for where nothing is sent to the bot: it is paused', async () => {
    await world.control('bot.pause', { bot: String(botId) });
    const lines = await say('hello', { waitMs: 600_000 });
    expect(lines).toEqual([{ kind: 'end', result: 'paused', answers: 0, reason: 'test-bot', isTaken: false }]);
    await world.control('bot.resume', { bot: String(botId) });
    expect(texts(await say('again'))).toContain('You said: again');
  });

  it('is heard to its end where the bot fetches its events, and lets its answer grow', async () => {
    const fields = { code: 'slow', properties: { name: 'Slow' }, eventMode: 'fetch', botToken: 'slow' };
    const { bot } = await world.alice.ok('imbot.v2.Bot.register', { fields });
    const asSlow = { botId: bot.id, botToken: 'slow' };
    const answering = (async () => {
      await world.alice.ok('imbot.v2.Event.get', { ...asSlow, wait: 25 });
      return world.alice.ok('imbot.v2.Chat.Message.send', { ...asSlow, dialogId: '1', fields: { message: 'You ...' } });
    })();
    const grow = async () => {
      const { id: messageId } = await answering;
      await world.alice.ok('imbot.v2.Chat.Message.update', { ...asSlow, messageId, fields: { message: 'You said' } });
    };
    const steps = [grow, () => world.clock.advance(2_000)];
    const lines = await say('hello', { to: String(bot.id), waitMs: 2_000 }, () => void steps.shift()?.());
    expect(texts(lines)).toEqual(['You ...', 'You said']);
    expect(end(lines)).toMatchObject({ result: 'answered', answers: 1 });
  });

  it('is refused with an expression that is none', async () => {
    await expect(say('hello', { expect: '/(/' })).rejects.toThrow('What is expected is no regular expression');
  });

  it('goes by the text that a message has after it was edited', async () => {
    handler.answer = async () => {
      const MESSAGE_ID = await tell('1', 'wait ...');
      await world.alice.ok('imbot.message.update', { BOT_ID: botId, MESSAGE_ID, MESSAGE: 'here', CLIENT_ID });
      return { status: 200 };
    };
    const lines = await say('hello', { expect: 'here' });
    expect(lines).toMatchObject([
      { what: 'added', text: 'wait ...' },
      { what: 'changed', text: 'here' },
      { kind: 'end', result: 'answered', answers: 1 },
    ]);
  });

  it('shows attachments as text, and buttons with what they do', async () => {
    handler.answer = async () => {
      await tell('1', 'Look', {
        ATTACH: [{ MESSAGE: '[B]Bold[/B] and [URL=https://example.com]a link[/URL]' }, { DELIMITER: { SIZE: 10 } }],
        KEYBOARD: [
          { TEXT: 'More', COMMAND: 'more', COMMAND_PARAMS: 'please' },
          { TEXT: 'Site', LINK: 'https://example.com' },
        ],
      });
      return { status: 200 };
    };
    expect((await say('hello'))[0]).toMatchObject({
      attach: ['Bold and a link (https://example.com)', '---'],
      buttons: [
        { text: 'More', does: '/more please' },
        { text: 'Site', does: 'https://example.com' },
      ],
      params: { keyboard: { BUTTONS: [{ TEXT: 'More', COMMAND: 'more' }, { TEXT: 'Site' }] } },
    });
  });
});

describe('a button that came back', () => {
  const KEYBOARD = [
    { TEXT: 'More', COMMAND: 'more', COMMAND_PARAMS: 'please' },
    { TEXT: 'Site', LINK: 'https://example.com' },
    { TEXT: 'Off', COMMAND: 'more', DISABLED: 'Y' },
  ];
  beforeEach(() => {
    const { answer } = handler;
    handler.answer = async (received) => {
      if (received.body.event !== 'ONIMBOTMESSAGEADD') return answer(received);
      await tell('1', 'Choose', { KEYBOARD });
      return { status: 200 };
    };
  });

  it('is pressed, and what the command answers is shown', async () => {
    const lines = await say('hello', { press: ['more'], expect: 'More please' });
    expect(texts(lines)).toEqual(['Choose', 'More please']);
    expect(end(lines)).toMatchObject({ result: 'answered', answers: 1 });
  });

  it.each([
    ['Less', 'No button "Less" came back. There are: "More", "Site", "Off"'],
    ['Site', 'The button "Site" opens https://example.com: the portal is not told of it'],
    ['Off', 'The button "Off" cannot be pressed: it is disabled'],
  ])('cannot be pressed when it is %s, and the reason is told', async (button, reason) => {
    expect(end(await say('hello', { press: [button] }))).toMatchObject({ result: 'not_pressed', reason });
  });
});

it('ten who talk to a bot at once are each shown their own answer alone', async () => {
  const numbers = Array.from({ length: 10 }, (_, n) => `number ${n}`);
  const all = await Promise.all(numbers.map((text) => say(text)));
  expect(all.map(texts)).toEqual(numbers.map((text) => [`You said: ${text}`]));
});

it('ten who talk to a bot that answers after it has been told are shown their own answer, too', async () => {
  handler.answer = ({ body }) => {
    void Promise.resolve().then(() => tell('1', `Later: ${body.data.PARAMS.MESSAGE}`));
    return { status: 200 };
  };
  const first = await say('one');
  const second = await say('two', { expect: 'Later' });
  expect([texts(first), texts(second)]).toEqual([['Later: one'], ['Later: two']]);
});
