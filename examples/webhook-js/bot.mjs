// A bot of Chatbots 2.0 that is called by the portal. It answers what is said to it, and the command /time.
//
//   WEBHOOK_URL=http://127.0.0.1:8424/rest/1/your-code/ BOT_TOKEN=a-secret-of-your-own node bot.mjs

import { createServer } from 'node:http';

const { WEBHOOK_URL = 'http://127.0.0.1:8424/rest/1/your-code/' } = process.env;
const { BOT_TOKEN = 'a-secret-of-your-own', BOT_CODE = 'called' } = process.env;
const { HOST = '127.0.0.1', PORT = '0' } = process.env;

async function call(method, params) {
  const response = await fetch(`${WEBHOOK_URL}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ botToken: BOT_TOKEN, ...params }),
  });
  const { result, error, error_description } = await response.json();
  if (error) throw new Error(`${method}: ${error}: ${error_description}`);
  return result;
}

async function onEvent(form) {
  const [botId, dialogId] = [form.get('data[bot][id]'), form.get('data[chat][dialogId]')];
  const text = form.get('data[message][text]') ?? '';
  if (form.get('event') === 'ONIMBOTV2MESSAGEADD' && form.get('data[user][bot]') === '0' && !text.startsWith('/'))
    await call('imbot.v2.Chat.Message.send', { botId, dialogId, fields: { message: `You said: ${text}` } });
  if (form.get('event') === 'ONIMBOTV2COMMANDADD')
    await call('imbot.v2.Command.answer', {
      botId,
      dialogId,
      commandId: form.get('data[command][id]'),
      messageId: form.get('data[message][id]'),
      fields: { message: `It is ${new Date().toISOString()}` },
    });
}

const server = createServer(async (request, response) => {
  const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
  // Only the portal knows the token.
  const isPortal = form.get('auth[application_token]') === `custom${BOT_TOKEN}`;
  response.writeHead(isPortal ? 200 : 403).end();
  if (isPortal) await onEvent(form).catch((error) => console.error(error.message));
});

server.listen(Number(PORT), HOST, async () => {
  const webhookUrl = `http://${HOST}:${server.address().port}/`;
  const fields = { code: BOT_CODE, properties: { name: 'Called' }, eventMode: 'webhook', webhookUrl };
  const { bot } = await call('imbot.v2.Bot.register', { fields });
  // Where it listened the last time may be another address.
  await call('imbot.v2.Bot.update', { botId: bot.id, fields: { eventMode: 'webhook', webhookUrl } });
  const command = { command: 'time', title: { en: 'Say what time it is' } };
  await call('imbot.v2.Command.register', { botId: bot.id, fields: command });
  console.log(`Bot ${bot.id} is listening`);
});
