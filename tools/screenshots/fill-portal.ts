import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The line that `start --json` prints. */
export interface StartFacts {
  readonly url: string;
  readonly webhooks: readonly { readonly userId: number; readonly url: string }[];
  readonly groupChatId: number;
}

type Call = (method: string, params: object) => Promise<number>;

const ALICE = 1;
const BOB = 2;
const CAROL = 3;
const DANA = 4;

const TICKET = [
  { MESSAGE: '[b]4127 · Paper jam, printer 3-East[/b]' },
  {
    GRID: [
      { NAME: 'Priority', VALUE: 'High', DISPLAY: 'COLUMN', WIDTH: 120 },
      { NAME: 'Open since', VALUE: '2 h 10 min', DISPLAY: 'COLUMN', WIDTH: 120 },
      { NAME: 'Reporter', VALUE: 'Carol Cedar', DISPLAY: 'COLUMN', WIDTH: 120 },
    ],
  },
  { DELIMITER: { SIZE: 200, COLOR: '#c6c6c6' } },
  { LINK: { NAME: 'Open in the help desk', LINK: 'https://desk.example.com/4127' } },
];

const KEYBOARD = [
  { TEXT: 'Take it', COMMAND: 'take', COMMAND_PARAMS: '4127', DISPLAY: 'LINE', BG_COLOR_TOKEN: 'primary' },
  { TEXT: 'New ticket', COMMAND: 'ticket', DISPLAY: 'LINE' },
  { TYPE: 'NEWLINE' },
  { TEXT: 'Assign...', COMMAND: 'assign', DISPLAY: 'LINE' },
  { TEXT: 'Snooze 1 h', COMMAND: 'snooze', DISPLAY: 'LINE' },
];

/** People who talk, and a bot that answers them, as a team of five would have it after a morning. */
export async function fillPortal(facts: StartFacts): Promise<{ close(): Promise<void> }> {
  const callOf =
    (userId: number): Call =>
    async (method, params) => {
      const webhook = facts.webhooks.find((one) => one.userId === userId);
      const response = await fetch(`${webhook?.url}${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
      const { result, error, error_description } = (await response.json()) as Record<string, string | number>;
      if (error !== undefined) throw new Error(`${method}: ${error} ${error_description}`);
      return Number(result);
    };
  const [alice, bob, carol, dana] = [callOf(ALICE), callOf(BOB), callOf(CAROL), callOf(DANA)];
  const handler = await startHandler(alice);
  const desk = await alice('imbot.register', {
    CODE: 'desk',
    CLIENT_ID: 'desk',
    EVENT_HANDLER: handler.url,
    PROPERTIES: { NAME: 'Service Desk', WORK_POSITION: 'Tickets, printers, passwords' },
  });
  const commands = {
    ticket: ['Opens a ticket', 'what is wrong'],
    done: ['Closes a ticket', 'number'],
    take: ['Takes a ticket', 'number'],
  };
  for (const [command, [title, params]] of Object.entries(commands))
    await alice('imbot.command.register', {
      BOT_ID: desk,
      CLIENT_ID: 'desk',
      COMMAND: command,
      COMMON: 'N',
      HIDDEN: 'N',
      EXTRANET_SUPPORT: 'N',
      LANG: [{ LANGUAGE_ID: 'en', TITLE: title, PARAMS: params }],
      EVENT_COMMAND_ADD: handler.url,
    });
  const broken = await alice('imbot.register', {
    CODE: 'weather',
    CLIENT_ID: 'weather',
    EVENT_HANDLER: 'http://127.0.0.1:9/weather',
    PROPERTIES: { NAME: 'Weather' },
  });
  const architecture = await carol('im.chat.add', { TITLE: 'Architecture', USERS: [ALICE, BOB] });
  await carol('im.message.add', { DIALOG_ID: `chat${architecture}`, MESSAGE: 'One outbox, two readers' });
  const release = await bob('im.chat.add', { TITLE: 'Release 2.4', USERS: [ALICE, CAROL, DANA] });
  await bob('im.message.add', { DIALOG_ID: `chat${release}`, MESSAGE: 'The branch is cut. Notes are in the wiki.' });
  await alice('im.message.add', { DIALOG_ID: `chat${release}`, MESSAGE: 'Tagged, thank you' });
  await carol('im.message.add', { DIALOG_ID: '1', MESSAGE: 'Thanks, that was it' });
  await dana('im.message.add', { DIALOG_ID: '1', MESSAGE: 'Could you resend the offer?' });
  await bob('im.message.add', { DIALOG_ID: '1', MESSAGE: 'The new keyboard looks good on my phone' });
  const group = `chat${facts.groupChatId}`;
  const question = await alice('im.message.add', { DIALOG_ID: group, MESSAGE: 'Who watches the release tonight?' });
  await bob('im.message.add', {
    DIALOG_ID: group,
    MESSAGE: 'I do, until ten. [USER=1]Alice Arden[/USER] from then on?',
    REPLY_ID: question,
  });
  const plan = await bob('im.message.add', {
    DIALOG_ID: group,
    MESSAGE: 'The list of what goes out:\n[CODE]imbot.v2.Chat.Message.send\nimbot.v2.Event.get[/CODE]',
  });
  await alice('im.message.like', { MESSAGE_ID: plan, ACTION: 'plus' });
  await alice('im.message.add', { DIALOG_ID: String(broken), MESSAGE: 'Will it rain at five?' });
  await alice('im.message.add', { DIALOG_ID: String(desk), MESSAGE: '/ticket printer on floor 3 eats paper again' });
  await handler.answered;
  return { close: handler.close };
}

async function startHandler(alice: Call) {
  let tell = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    response.end();
    if (form.get('event') !== 'ONIMCOMMANDADD') return;
    const entries = [...form.entries()];
    const of = (name: string) => entries.find(([key]) => key.endsWith(`[${name}]`))?.[1] ?? '';
    await alice('imbot.command.answer', {
      COMMAND_ID: of('COMMAND_ID'),
      MESSAGE_ID: of('MESSAGE_ID'),
      CLIENT_ID: 'desk',
      MESSAGE: 'Found one that looks the same. Take it, or open a new one?',
      ATTACH: TICKET,
      KEYBOARD,
    });
    tell();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bot`,
    answered,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
