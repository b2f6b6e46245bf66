import { HELLO_BASE64 } from '../scenes/files.ts';
import { result } from './calls.ts';
import { NOWHERE } from './nowhere.ts';
import { makeThingsOfSecond, OF_SECOND, registerSecond } from './second-things.ts';
import { type Kind, mark, type Owner, type Things } from './things.ts';

/** What a caller names who has no events in hand. */
const NOT_IN_HAND = 888_888;

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
