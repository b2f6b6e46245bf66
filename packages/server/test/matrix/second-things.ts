import { result } from './calls.ts';
import { type Kind, mark, type Owner, type Things } from './things.ts';

/** A supervisor, which hears whatever is said around it. */
export async function registerSecond({ send, botToken, name }: Owner, code: string): Promise<number> {
  const fields = { code, type: 'supervisor', properties: { name } };
  const { bot }: { bot: { id: number } } = await result(send, 'imbot.v2.Bot.register', { fields, botToken });
  return bot.id;
}

const NO_SECOND = {
  secondMessage: undefined,
  secondCommand: undefined,
  secondInvocation: undefined,
  secondDialog: undefined,
} as const;

export const OF_SECOND = Object.keys(NO_SECOND) as Kind[];

type OfSecond = Pick<Things, 'secondMessage' | 'secondCommand' | 'secondInvocation' | 'secondDialog'>;

/** What belongs to the bot of generation 2 that has joined the group; it reads along, and likes what its person wrote. */
export async function makeThingsOfSecond(
  owner: Owner,
  { bot, chat, message }: { readonly bot: number | undefined; readonly chat: number; readonly message: number },
): Promise<OfSecond> {
  if (bot === undefined) return NO_SECOND;
  const { send, botToken, name, person } = owner;
  const names = { botId: bot, botToken };
  const own = mark(owner);
  const dialogId = `chat${chat}`;
  await result(send, 'im.chat.user.add', { CHAT_ID: chat, USERS: [bot], HIDE_HISTORY: 'N' });
  const sent: { id: number } = await result(send, 'imbot.v2.Chat.Message.send', {
    ...names,
    dialogId,
    fields: { message: `${own} answer of the second` },
  });
  await result(send, 'imbot.v2.Chat.Message.Reaction.add', { ...names, messageId: message, reaction: 'like' });
  const { command }: { command: { id: number } } = await result(send, 'imbot.v2.Command.register', {
    ...names,
    fields: { command: `${name}_second`, title: { en: `${own} title` } },
  });
  const made: { chat: { dialogId: string } } = await result(send, 'imbot.v2.Chat.add', {
    ...names,
    fields: { title: `${own} chat of the second`, userIds: [person], color: 'red' },
  });
  const call = { DIALOG_ID: dialogId, MESSAGE: `/${name}_second ${own} go` };
  return {
    secondMessage: sent.id,
    secondCommand: command.id,
    secondDialog: made.chat.dialogId,
    secondInvocation: await result(send, 'im.message.add', call),
  };
}
