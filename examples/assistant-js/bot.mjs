// A bot of Chatbots 2.0 that fetches its events, so that it needs no address. Its answers grow while they are made.
//
//   WEBHOOK_URL=http://127.0.0.1:8424/rest/1/your-code/ BOT_TOKEN=a-secret-of-your-own node bot.mjs

const { WEBHOOK_URL = 'http://127.0.0.1:8424/rest/1/your-code/' } = process.env;
const { BOT_TOKEN = 'a-secret-of-your-own', BOT_CODE = 'assistant' } = process.env;

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

/** Ask your model here, and pass on the parts of its answer as they come. */
async function* answerTo(question) {
  for (const word of `You asked: ${question} I have no idea.`.split(/(?<= )/)) yield word;
}

async function answer(botId, { message, chat: { dialogId } }) {
  const status = { statusMessageCode: 'IMBOT_AGENT_ACTION_THINKING', duration: 60 };
  await call('imbot.v2.Chat.InputAction.notify', { botId, dialogId, ...status });
  let [text, messageId, shownAt] = ['', undefined, 0];
  const show = (shown) =>
    call('imbot.v2.Chat.Message.update', { botId, messageId, fields: { message: shown, urlPreview: 'N' } });
  for await (const part of answerTo(message.text)) {
    text += part;
    if (messageId === undefined)
      messageId = (await call('imbot.v2.Chat.Message.send', { botId, dialogId, fields: { message: `${text}...` } })).id;
    else if (Date.now() - shownAt > 700) await show(`${text}...`);
    else continue;
    shownAt = Date.now();
  }
  await show(text);
}

const fields = { code: BOT_CODE, properties: { name: 'Assistant' }, eventMode: 'fetch' };
const { bot } = await call('imbot.v2.Bot.register', { fields });
console.log(`Bot ${bot.id} is listening`);

for (let offset; ; ) {
  try {
    // Answered as soon as there is an event, or after 25 seconds; what it confirms never comes again.
    const { events, nextOffset } = await call('imbot.v2.Event.get', { botId: bot.id, offset, wait: 25 });
    for (const { eventId, type, data } of events) {
      offset = eventId + 1; // An answer that is refused is not tried again.
      if (type === 'ONIMBOTV2MESSAGEADD' && !data.user.bot) await answer(bot.id, data);
    }
    offset = nextOffset;
  } catch (error) {
    console.error(error.message);
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
}
