import type { z } from 'zod';
import type { Search } from '#api/kernel/definition/lookup.ts';
import { findOwnApplication } from '#domain/application/access-application.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { Portal } from '#domain/portal.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { presentUser } from '../user/present-v2.ts';
import type { fullBotSchema, knownBotSchema, ownBotSchema, ownBotsSchema } from './schema-v2.ts';
import { presentType } from './types-v2.ts';

/** A bot as its owner sees it, and the user that it is. */
export async function presentOwnBot({ work, caller }: Search, bot: Bot): Promise<z.infer<typeof ownBotSchema>> {
  return { bot: await presentBot(work, caller.portal, bot), users: [await presentAsUser({ work, caller }, bot)] };
}

/** Several of the caller's own. */
export async function presentBots(
  { work, caller }: Search,
  bots: readonly Bot[],
): Promise<Omit<z.infer<typeof ownBotsSchema>, 'hasNextPage'>> {
  const told: Omit<z.infer<typeof ownBotsSchema>, 'hasNextPage'> = { bots: [], users: [] };
  for (const bot of bots) {
    told.bots.push(await presentBot(work, caller.portal, bot));
    told.users.push(await presentAsUser({ work, caller }, bot));
  }
  return told;
}

/** Any bot: strangers are told nothing of how it hears and of what it has to do (V10). */
export async function presentKnownBot({ work, caller }: Search, bot: Bot): Promise<z.infer<typeof knownBotSchema>> {
  if ((await findOwnApplication(work, caller))?.id === bot.applicationId) return presentOwnBot({ work, caller }, bot);
  return { bot: presentOutline(bot, caller.portal), users: [await presentAsUser({ work, caller }, bot)] };
}

/** All that there is to say of a bot; what it has to do may have been counted at `since`, and is by default counted now. */
export async function presentBot(
  work: Reading,
  portal: Portal,
  bot: Bot,
  since?: number,
): Promise<z.infer<typeof fullBotSchema>> {
  const { messages, chats, people } = await work.bots.getActivity(bot.id, work.now, since);
  return {
    ...presentOutline(bot, portal),
    moduleId: 'rest',
    eventMode: bot.eventMode,
    countMessage: messages,
    countCommand: (await work.commands.listOfBot(bot.id)).length,
    countChat: chats,
    countUser: people,
  };
}

function presentOutline(bot: Bot, { language }: Portal) {
  return {
    id: bot.id,
    code: bot.code,
    type: presentType(bot.type),
    isHidden: bot.isHidden,
    isSupportOpenline: bot.isOpenline,
    isReactionsEnabled: bot.hasReactions,
    backgroundId: bot.background,
    language,
  };
}

async function presentAsUser({ work, caller }: Search, bot: Bot) {
  return presentUser(await userOf(work, bot), caller.origin);
}
