// A whole bot in one file, without dependencies. Copy it and make it yours.
//
//   WEBHOOK_URL=http://127.0.0.1:8424/rest/1/your-code/ node bot.mjs
//
//   WEBHOOK_URL  the webhook of the person whose bot this is; `./botyard webhook add` makes one
//   BOT_NAME     what the bot is called (default: Echo; where the portal runs that one itself, this takes its place)
//   CLIENT_ID    what this program calls itself; the bot belongs to whoever says the same (default: BOT_NAME-bot, echo-bot)
//   CHAT_ID      a group chat to join
//   PORT, HOST   where the portal reaches this program (default: a free port on 127.0.0.1)

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

const { WEBHOOK_URL = process.argv[2], BOT_NAME = 'Echo', CHAT_ID, PORT = '0', HOST = '127.0.0.1' } = process.env;
const CODE = BOT_NAME.toLowerCase();
const { CLIENT_ID = `${CODE}-bot` } = process.env;

// --- what the bot does ---------------------------------------------------------------------------------------------

const commands = {
  echo: {
    title: 'Says it back',
    params: 'text',
    answer: (text) => ({
      MESSAGE: text || 'Nothing to say back: try /echo hello',
      KEYBOARD: [
        // A press is the same as typing the command.
        { TEXT: 'Repeat', COMMAND: 'echo', COMMAND_PARAMS: text || 'hello' },
        { TEXT: 'Help', COMMAND: 'help' },
      ],
    }),
  },
  help: {
    title: 'Says what this bot can do',
    params: '',
    answer: () => ({
      MESSAGE: ['I know two commands:', '/echo text - I say it back', '/help - this list'].join('\n'),
      KEYBOARD: [{ TEXT: 'Try /echo', COMMAND: 'echo', COMMAND_PARAMS: 'hello' }],
    }),
  },
};

const greeting = { MESSAGE: 'Hello! I say things back.', KEYBOARD: [{ TEXT: 'What can you do?', COMMAND: 'help' }] };

/** Somebody wrote to the bot: privately, or mentioning it in a group. */
async function onMessage(form) {
  const text = form.get('data[PARAMS][MESSAGE]');
  // What begins with a known command comes a second time, as a command; it is answered there.
  const [, name] = /^\/(\w+)/.exec(text) ?? [];
  if (name && Object.hasOwn(commands, name.toLowerCase())) return;
  await call('imbot.message.add', { DIALOG_ID: form.get('data[PARAMS][DIALOG_ID]'), MESSAGE: `You said: ${text}` });
}

/** Somebody typed a command or pressed a button. */
async function onCommand(form) {
  // data[COMMAND][12][COMMAND]=echo, where 12 is the id of the command.
  const [, id] = [...form.keys()].join('\n').match(/^data\[COMMAND\]\[(\d+)\]/m);
  const field = (name) => form.get(`data[COMMAND][${id}][${name}]`) ?? '';
  const answer = commands[field('COMMAND')].answer(field('COMMAND_PARAMS'));
  await call('imbot.command.answer', { COMMAND_ID: id, MESSAGE_ID: field('MESSAGE_ID'), ...answer });
}

/** The bot was added to a chat, or somebody writes to it for the first time. */
async function onJoin(form) {
  await call('imbot.message.add', { DIALOG_ID: form.get('data[PARAMS][DIALOG_ID]'), ...greeting });
}

const handlers = { ONIMBOTMESSAGEADD: onMessage, ONIMCOMMANDADD: onCommand, ONIMBOTJOINCHAT: onJoin };

// --- how it is connected -------------------------------------------------------------------------------------------

/** Calls a method of the portal as the owner of the webhook. */
async function call(method, params) {
  const response = await fetch(WEBHOOK_URL + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...params, CLIENT_ID }),
  });
  const { result, error, error_description, error_details } = await response.json();
  if (error) throw new Error(`${method}: ${error} (${[error_description, error_details].filter(Boolean).join(': ')})`);
  return result;
}

// Only the portal is told this path, so nobody else can pretend to be it.
const path = `/${randomUUID()}`;

const server = createServer(async (request, response) => {
  if (request.url !== path) return response.writeHead(404).end();
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  const form = new URLSearchParams(body);
  try {
    await handlers[form.get('event')]?.(form);
    response.writeHead(200).end();
  } catch (error) {
    console.error(error.message);
    // The portal keeps the event and sends it again.
    response.writeHead(500).end();
  }
});

/** Registering again answers with the bot that is there and changes nothing, so the address is set by an update. */
async function register(handlerUrl) {
  const known = Object.values(await call('imbot.bot.list', {})).some((bot) => bot.CODE === CODE);
  const properties = { NAME: BOT_NAME, WORK_POSITION: 'Says things back', COLOR: 'AQUA' };
  const BOT_ID = await call('imbot.register', {
    CODE,
    TYPE: 'B',
    EVENT_HANDLER: handlerUrl,
    PROPERTIES: properties,
  });
  await call('imbot.update', { BOT_ID, FIELDS: { EVENT_HANDLER: handlerUrl, PROPERTIES: properties } });
  for (const [COMMAND, { title, params }] of Object.entries(commands)) {
    const texts = { EVENT_COMMAND_ADD: handlerUrl, LANG: [{ LANGUAGE_ID: 'en', TITLE: title, PARAMS: params }] };
    const COMMAND_ID = await call('imbot.command.register', { BOT_ID, COMMAND, EXTRANET_SUPPORT: 'Y', ...texts });
    await call('imbot.command.update', { COMMAND_ID, FIELDS: texts });
  }
  // Whoever made it finds it among their chats.
  const [, OWNER_ID] = WEBHOOK_URL.match(/\/rest\/(\d+)\//) ?? [];
  if (!known && OWNER_ID) await call('imbot.message.add', { BOT_ID, DIALOG_ID: OWNER_ID, ...greeting });
  return BOT_ID;
}

async function start() {
  if (!WEBHOOK_URL) throw new Error('Say which portal to talk to: WEBHOOK_URL=... node bot.mjs');
  await new Promise((resolve, reject) => server.once('error', reject).listen(Number(PORT), HOST, resolve));
  const botId = await register(`http://${HOST}:${server.address().port}${path}`);
  // Whoever is in a chat may add others to it; for those who are in it already this does nothing.
  if (CHAT_ID) await call('im.chat.user.add', { CHAT_ID, USERS: [botId] });
  console.log(`Listening as bot ${botId}`);
  // Under `npm start` the portal waits for this, and takes the bot down with it.
  process.send?.('ready');
  process.on('disconnect', () => process.exit());
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());

start().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
