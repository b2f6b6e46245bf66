import { HELLO_BASE64 } from '../scenes/files.ts';
import { result, type Send } from './calls.ts';
import type { OpenLine } from './open-line.ts';

/** What somebody has on a portal: one of each kind that a call can name. */
export interface Things {
  readonly person: number;
  readonly firstName: string;
  /** Bob's is in use. */
  readonly email: string;
  /** Somebody whom an administrator may change; Bob is no less one of those than anybody else. */
  readonly subordinate: number | undefined;
  /** Of the portal's people; Bob has none of his own. */
  readonly field: number | undefined;
  readonly fieldName: string;
  /** The person's, in that field. */
  readonly file: number;
  /** In none of the groups. */
  readonly newcomer: number;
  readonly bot: number;
  /** Of generation 2, which it takes a bot token or an application to have, and what it is called. */
  readonly secondBot: number | undefined;
  readonly code: string;
  /** What it has written in the group, its command, and the message there that has called it. */
  readonly secondMessage: number | undefined;
  readonly secondCommand: number | undefined;
  readonly secondInvocation: number | undefined;
  /** A group that belongs to it, in which its person is. */
  readonly secondDialog: string | undefined;
  readonly command: number;
  /** A button of the bot. */
  readonly chatApp: number;
  /** By which the application has taken events in hand, if it has. */
  readonly process: string;
  /** Of an event that the application has in hand, if it has any: its own id, and its MESSAGE_ID. */
  readonly record: number;
  readonly recordMessage: string;
  /** The first one of the portal. */
  readonly department: number | undefined;
  /** Only of those who have come to one; nobody's but theirs. */
  readonly workgroup: number | undefined;
  /** Where the bot and its command hear of what happens. */
  readonly handler: string;
  /** What the bot and its command are called. */
  readonly name: string;
  /** A group of the person and the bot, and how a call names it as a dialog. */
  readonly chat: number;
  readonly dialog: string;
  readonly privateDialog: string;
  /** A group that belongs to the bot. */
  readonly botChat: number;
  /** Written in the group by the person. */
  readonly message: number;
  /** Written in the group by the bot, with a button for its command. */
  readonly botMessage: number;
  /** Written in the group by the person, and called the command. */
  readonly invocation: number;
  /** Where the person's own files are, and one of them. */
  readonly storage: number;
  readonly driveFile: number;
  /** Where those of the group are, and one that the person has sent. */
  readonly folder: number;
  readonly chatFile: number;
  /** What the person was told by the application. */
  readonly notification: number;
  /** A line that names the bot, and a visitor's conversation with it. */
  readonly line: number;
  readonly lineChat: number;
  readonly lineDialog: string;
  readonly lineSession: number;
  readonly userCode: string;
}

export type Kind = keyof Things;

/** How a program proves who it is. A bot token is shown beside a webhook. */
export type Proof = 'webhook' | 'oauth' | 'botToken';

/** Who has them, with what is there before anything is made. */
export interface Owner
  extends Pick<
    Things,
    | 'person'
    | 'firstName'
    | 'email'
    | 'subordinate'
    | 'field'
    | 'fieldName'
    | 'file'
    | 'newcomer'
    | 'department'
    | 'workgroup'
  > {
  readonly send: Send;
  /** A visitor comes to a line of the portal with that bot. */
  readonly openLine: OpenLine;
  readonly proof: Proof;
  readonly clientId: string;
  readonly botToken?: string;
  /** Of the bot of generation 2, where it does not follow from the name. */
  readonly code?: string;
  /** Name of the bot and the command; in front of everything that is nobody else's business stands `only-<name>`. */
  readonly name: string;
}

/** What is nobody's business but the owner's begins with this. */
export const mark = ({ name }: Pick<Owner, 'name'>) => `only-${name}`;

/**
 * @param wants whether things of any of these kinds are wanted: what takes long and is not wanted is not made, and the
 * things say in its place what nobody has
 */
export async function makeThings(
  owner: Owner,
  wants: (...kinds: readonly Kind[]) => boolean = () => true,
): Promise<Things> {
  const { send, openLine, proof, clientId: CLIENT_ID, botToken: _, name, code = `${name}-second`, ...known } = owner;
  const { person } = known;
  const own = mark(owner);
  const ok = (method: string, params: Readonly<Record<string, unknown>>) => result(send, method, params);
  const handler = `http://127.0.0.1:9/${CLIENT_ID}`;
  const bot: number = await ok('imbot.register', {
    CODE: name,
    OPENLINE: 'Y',
    EVENT_HANDLER: handler,
    PROPERTIES: { NAME: name },
    CLIENT_ID,
  });
  const secondBot =
    proof === 'webhook' || !wants('secondBot', 'code', ...OF_SECOND) ? undefined : await registerSecond(owner, code);
  const command: number = await ok('imbot.command.register', {
    BOT_ID: bot,
    COMMAND: name,
    EVENT_COMMAND_ADD: handler,
    LANG: [{ LANGUAGE_ID: 'en', TITLE: `${own} title`, PARAMS: `${own} params` }],
    CLIENT_ID,
  });
  const chatApp: number = await ok('imbot.app.register', {
    BOT_ID: bot,
    CODE: name,
    JS_METHOD: 'SEND',
    JS_PARAM: '/mine',
    LANG: [{ LANGUAGE_ID: 'en', TITLE: `${own} button` }],
    CLIENT_ID,
  });
  const about = { TITLE: `${own} chat`, DESCRIPTION: `${own} description`, COLOR: 'RED' };
  const chat: number = await ok('im.chat.add', {
    ...about,
    USERS: [bot],
    ENTITY_TYPE: 'DEAL',
    ENTITY_ID: name,
  });
  const botChat: number = await ok('imbot.chat.add', { ...about, BOT_ID: bot, USERS: [person], CLIENT_ID });
  const dialog = `chat${chat}`;
  await ok('im.message.add', { DIALOG_ID: bot, MESSAGE: `${own} to the bot` });
  const { id: privateChat }: { id: number } = await ok('im.dialog.get', { DIALOG_ID: bot });
  const message = await ok('im.message.add', { DIALOG_ID: dialog, MESSAGE: `${own} message` });
  const ofSecond = await makeThingsOfSecond(owner, { bot: secondBot, chat, message });
  return {
    ...NOWHERE,
    ...known,
    bot,
    secondBot,
    // Without a bot token one can have none, and asks for what the bot of generation 1 is called.
    code: secondBot === undefined ? name : code,
    command,
    chatApp,
    process: `${name} process`,
    record: NOT_IN_HAND,
    recordMessage: String(NOT_IN_HAND).padEnd(32, '0'),
    handler,
    name,
    chat,
    dialog,
    privateDialog: `chat${privateChat}`,
    botChat,
    ...(wants('storage', 'driveFile', 'folder', 'chatFile') && (await makeFiles(ok, chat, `${own} ${name}.txt`))),
    ...(wants('line', 'lineChat', 'lineDialog', 'lineSession', 'userCode') &&
      (await openLine(bot, name, `${own} visitor`))),
    message,
    ...ofSecond,
    botMessage: await ok('imbot.message.add', {
      BOT_ID: bot,
      DIALOG_ID: dialog,
      MESSAGE: `${own} answer`,
      KEYBOARD: { BOT_ID: bot, BUTTONS: [{ TEXT: `${own} button`, COMMAND: `${name} go` }] },
      CLIENT_ID,
    }),
    invocation: await ok('im.message.add', { DIALOG_ID: dialog, MESSAGE: `/${name} ${own} go` }),
    notification: await ok('im.notify', { USER_ID: person, MESSAGE: `${own} reminder`, TAG: name, CLIENT_ID }),
  };
}

type Ok = (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

async function makeFiles(ok: Ok, chat: number, NAME: string) {
  const [storage] = (await ok('disk.storage.getlist', {})) as { ID: string }[];
  const { ID: folder } = (await ok('im.disk.folder.get', { CHAT_ID: chat })) as { ID: number };
  const file = { data: { NAME }, fileContent: [NAME, HELLO_BASE64], generateUniqueName: true };
  const { ID: driveFile } = (await ok('disk.storage.uploadfile', { id: storage?.ID, ...file })) as { ID: number };
  const { ID: chatFile } = (await ok('disk.folder.uploadfile', { id: folder, ...file })) as { ID: number };
  await ok('im.disk.file.commit', { CHAT_ID: chat, FILE_ID: chatFile });
  return { storage: Number(storage?.ID), driveFile, folder, chatFile };
}

async function registerSecond({ send, botToken, name }: Owner, code: string): Promise<number> {
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

const OF_SECOND = Object.keys(NO_SECOND) as Kind[];

type OfSecond = Pick<Things, 'secondMessage' | 'secondCommand' | 'secondInvocation' | 'secondDialog'>;

/** What belongs to the bot of generation 2 that has joined the group; it reads along, and likes what its person wrote. */
async function makeThingsOfSecond(
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

/** What a caller names who has no events in hand. */
const NOT_IN_HAND = 888_888;

/** What nobody has. */
export const NOWHERE: Things = {
  person: 999_999,
  firstName: 'Nobody',
  email: 'nobody@example.com',
  subordinate: 999_999,
  field: 999_999,
  fieldName: 'UF_USR_NOBODY',
  file: 999_999,
  newcomer: 999_999,
  bot: 999_999,
  secondBot: 999_999,
  code: 'of-nobody',
  secondMessage: 999_999,
  secondCommand: 999_999,
  secondInvocation: 999_999,
  secondDialog: 'chat999999',
  command: 999_999,
  chatApp: 999_999,
  process: 'nobody',
  record: 999_999,
  recordMessage: 'f'.repeat(32),
  department: 999_999,
  workgroup: 999_999,
  handler: 'http://127.0.0.1:9/nobody',
  name: 'nobody',
  chat: 999_999,
  dialog: 'chat999999',
  privateDialog: 'chat999999',
  botChat: 999_999,
  message: 999_999,
  botMessage: 999_999,
  invocation: 999_999,
  storage: 999_999,
  driveFile: 999_999,
  folder: 999_999,
  chatFile: 999_999,
  notification: 999_999,
  line: 999_999,
  lineChat: 999_999,
  lineDialog: 'chat999999',
  lineSession: 999_999,
  userCode: 'livechat|999999|999999|999999',
};
