import type { z } from 'zod';
import type { Search } from '#api/kernel/definition/lookup.ts';
import { userOf } from '#domain/bot/access-bot.ts';
import type { Bot } from '#domain/bot/bot.ts';
import { presentUser } from '../user/present-v2.ts';
import type { ownBotSchema } from './schema-v2.ts';
import { presentType } from './types-v2.ts';

/** A bot as its owner sees it, and the user that it is. */
export async function presentOwnBot({ work, caller }: Search, bot: Bot): Promise<z.infer<typeof ownBotSchema>> {
  const { messages, chats, people } = await work.bots.getActivity(bot.id);
  const told = {
    id: bot.id,
    code: bot.code,
    type: presentType(bot.type),
    isHidden: bot.isHidden,
    isSupportOpenline: bot.isOpenline,
    isReactionsEnabled: bot.hasReactions,
    backgroundId: bot.background,
    language: caller.portal.language,
    moduleId: 'rest',
    eventMode: bot.eventMode,
    countMessage: messages,
    countCommand: (await work.commands.listOfBot(bot.id)).length,
    countChat: chats,
    countUser: people,
  } as const;
  return { bot: told, users: [presentUser(await userOf(work, bot), caller.origin)] };
}
