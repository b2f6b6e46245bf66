import type { z } from 'zod';
import { userOf } from '#domain/bot/access-bot.ts';
import type { Bot } from '#domain/bot/bot.ts';
import type { Command } from '#domain/command/command.ts';
import { titleIn } from '#domain/title-in.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { commandListSchema, oneCommandSchema } from './schema-v2.ts';

export function presentCommand(command: Command): z.infer<typeof oneCommandSchema>['command'] {
  const { id, botId, name, isCommon, isHidden, isExtranet } = command;
  return { id, botId, command: `/${name}`, common: isCommon, hidden: isHidden, extranetSupport: isExtranet };
}

/** The commands of a bot, in the language of its portal, behind those of the portal itself (V41). */
export async function presentCommands(work: Reading, bot: Bot): Promise<z.infer<typeof commandListSchema>> {
  const { language = '' } = (await work.portals.findPortal(bot.portalId)) ?? {};
  const category = fullName(await userOf(work, bot));
  const own = (await work.commands.listOfBot(bot.id)).map((command) => {
    const { title = '', params = '' } = titleIn(command.titles, language) ?? {};
    return { ...presentCommand(command), title, params, category, context: '' };
  });
  return { commands: [...BUILT_IN, ...own] };
}

/** Name, what it does, and what is typed behind it. */
const OF_THE_PORTAL = [
  ['me', 'Say what you are doing', 'text'],
  ['loud', 'Say it in large letters', 'text'],
  ['rename', 'Rename the chat', 'title'],
  ['revertHistory', 'Show the history from its beginning', ''],
  ['getDialogId', 'Show the id of the dialog', ''],
  ['webrtcDebug', 'Show how calls are connected', ''],
] as const;

const BUILT_IN = OF_THE_PORTAL.map(([name, title, params], index) => ({
  id: `def${index}`,
  botId: 0,
  command: `/${name}`,
  title,
  params,
  common: true,
  hidden: false,
  extranetSupport: true,
  category: 'Chat',
  context: '',
}));
