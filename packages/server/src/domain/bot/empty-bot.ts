import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { emptyMessages } from '../chat/empty-chat.ts';
import { fillVacancy } from '../chat/fill-vacancy.ts';
import { takeOutMember } from '../chat/leave-chat.ts';
import { leaveLine } from '../chat/system-line.ts';
import { unregisterChatApp } from '../chat-app/unregister-chat-app.ts';
import { counted, type Emptying, inTurn } from '../leftover/emptying.ts';

/** What is left of a bot that was unregistered (R15): what it was to be told yet, its commands and buttons, its chats. */
export const emptyBot: Emptying = inTurn(
  dropEvents,
  (work, botId, most) => work.commands.deleteOfBot(botId, most),
  takeButtons,
  (work, botId, most) => work.invocations.deleteOfBot(botId, most),
  // A message may have two reactions there.
  counted(3, emptyPrivateChats),
  counted(10, leaveGroups),
);

/** But for the one that tells of its end. */
async function dropEvents(work: UnitOfWork, botId: number, most: number): Promise<number> {
  const bot = await work.bots.findBotEver(botId);
  return bot ? work.events.updateDropped(bot.receiverId, 'botDeleted', most, work.now) : 0;
}

/** Of messages that are there already, too. */
async function takeButtons(work: UnitOfWork, botId: number, most: number): Promise<number> {
  const some = (await work.chatApps.listOfBot(botId)).slice(0, most);
  for (const chatApp of some) await unregisterChatApp(work, chatApp);
  return some.length;
}

async function emptyPrivateChats(work: UnitOfWork, botId: number, most: number): Promise<number> {
  const bot = await work.bots.findBotEver(botId);
  let count = 0;
  for (const chatId of await work.chats.listPrivateOf(botId, most)) {
    count += await emptyMessages(work, chatId, most - count);
    if (count === most) return count;
    const formerIds = (await work.members.listOfChat(chatId)).map(({ userId }) => userId);
    await work.members.deleteOfChat(chatId);
    await work.chats.deleteChat(chatId);
    work.announce({ type: 'membersChanged', portalId: bot?.portalId ?? 0, chatId, formerIds });
    count += 1;
    if (count === most) return count;
  }
  return count;
}

/** What it wrote there stays under its name; those that it owned fall to somebody else. */
async function leaveGroups(work: UnitOfWork, botId: number, most: number): Promise<number> {
  const user = await work.users.findUser(botId);
  const chatIds = await work.members.listChatsOf(botId, most);
  for (const chatId of chatIds) {
    await work.chats.lockChat(chatId);
    const chat = await work.chats.findChat(chatId);
    if (!chat || !user) continue;
    await takeOutMember(work, chat, botId, leaveLine(user));
    await fillVacancy(work, chat);
  }
  return chatIds.length;
}
