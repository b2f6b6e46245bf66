import { z } from 'zod';
import { eventName } from '#api/terms/event/names.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { ChatApp } from '#domain/chat-app/chat-app.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { defineCommand } from '../../definition.ts';
import { botInSight, sightOf } from '../../sight.ts';
import { bot, botCalled } from '../../terms/bot.ts';
import { listBot, listedBot } from '../../terms/listed-bot.ts';

export default defineCommand({
  pages: 'person',
  summary: 'Shows a bot: where its events go, which commands it has, and what it does in how many chats.',
  body: z.strictObject({ bot }),
  answer: listedBot.extend({
    registeredBy: z.string().describe('Who registered it; empty: nobody who is known'),
    handlers: z
      .array(z.strictObject({ event: z.string(), url: z.string() }))
      .describe('Where its events go; the addresses may hold secrets of the bot'),
    commands: z.array(z.strictObject({ id: z.number(), name: z.string(), url: z.string() })),
    buttons: z
      .array(z.strictObject({ id: z.number(), code: z.string(), opens: z.string() }))
      .describe('Beside the field in which people write, and what they do'),
    messages: z.number().describe('That it wrote in the chats it is in'),
    chats: z.number(),
    people: z.number().describe('In its chats'),
  }),
  async run(portal, { bot: name }, asker) {
    const { store, portalId } = portal;
    await botInSight(portal, await sightOf(portal, asker), name);
    return store.read(async (work) => {
      const bot = await botCalled(work, portalId, name);
      const owner = await work.users.findUser(bot.registeredBy);
      const { messages, chats, people } = await work.bots.getActivity(bot.id, work.now);
      const handlers = await handlersOf(work, bot);
      const commands = await commandsOf(work, bot);
      return {
        ...(await listBot(work, bot)),
        registeredBy: owner ? fullName(owner) : '',
        handlers,
        commands,
        buttons: (await work.chatApps.listOfBot(bot.id)).map(described),
        messages,
        chats,
        people,
      };
    });
  },
});

function described({ id, code, opens }: ChatApp) {
  return { id, code, opens: opens.kind === 'js' ? `${opens.method} ${opens.param}` : opens.url };
}

const BOUND = ['messageAdded', 'messageChanged', 'messageDeleted', 'botJoinedChat', 'botDeleted'] as const;

/** Bots of generation 1 share the addresses of their application; the others have one of their own, or fetch. */
async function handlersOf(work: Reading, bot: Bot) {
  if (bot.generation === 'v2') return bot.webhookUrl ? [{ event: '*', url: bot.webhookUrl }] : [];
  const handlers = [];
  for (const event of BOUND) {
    const handler = await work.handlers.findBound(bot.applicationId, event);
    if (handler) handlers.push({ event: eventName(event), url: handler.url });
  }
  return handlers;
}

async function commandsOf(work: Reading, bot: Bot) {
  const commands = [];
  for (const { id, name, handlerId } of await work.commands.listOfBot(bot.id))
    commands.push({ id, name, url: (await work.handlers.findHandler(handlerId))?.url ?? '' });
  return commands;
}
