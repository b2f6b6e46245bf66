import { expect } from 'vitest';
import { addMember } from '#domain/chat/add-member.ts';
import type { Role } from '#domain/chat/chat.ts';
import { parseDialog } from '#domain/chat/dialog.ts';
import { type ListedCommand, listCommands } from '#domain/command/list-commands.ts';
import { type Answer, CLIENT_ID, type Person, type World } from './world.ts';

/*
 * What the tests of methods put on the stage before they act, and how they look at it afterwards.
 */

/** An id that nobody and nothing has. */
export const NOBODY = 999_999;

const A_LOT = 'x'.repeat(31 * 1024);

/** Parts of a message that are not as their format says. */
export const WRONG = {
  ATTACH: { BLOCKS: 'none' },
  KEYBOARD: { BUTTONS: [{ TEXT: 'does nothing' }] },
  MENU: { ITEMS: [{ TEXT: 'does nothing' }] },
} as const;

/** Parts of a message that are longer than the methods of bots take. */
export const OVERSIZE = {
  ATTACH: { BLOCKS: [{ MESSAGE: A_LOT }] },
  KEYBOARD: { BUTTONS: [{ TEXT: A_LOT, LINK: '/' }] },
  MENU: { ITEMS: [{ TEXT: A_LOT, LINK: '/' }] },
} as const;

/** Longer than the methods of people take, who may attach more. */
export const WIDE_OVERSIZE = { BLOCKS: [{ MESSAGE: A_LOT }, { MESSAGE: A_LOT }] } as const;

export const ATTACH = { BLOCKS: [{ MESSAGE: 'in a card' }] } as const;
/** Longer than people may send, too. */
export const WIDE_KEYBOARD = {
  BUTTONS: [
    { TEXT: A_LOT, LINK: '/' },
    { TEXT: A_LOT, LINK: '/' },
  ],
} as const;

/** Commands are for bots: what a person may send. */
export const PERSON_KEYBOARD = { BUTTONS: [{ TEXT: 'open', LINK: '/online/' }] } as const;

export const KEYBOARD = { BUTTONS: [{ TEXT: 'press', COMMAND: 'echo pressed' }] } as const;
export const MENU = { ITEMS: [{ TEXT: 'choose', COMMAND: 'echo chosen' }] } as const;

/** A bot of a program that is not the caller's. */
export function foreignBot(world: World): Promise<number> {
  return world.bot({ clientId: 'another-app', code: 'foreign' });
}

/** Registers `/echo`, or what `more` says. */
export function command(world: World, botId: number, more: Record<string, unknown> = {}): Promise<number> {
  return world.alice.ok('imbot.command.register', {
    BOT_ID: botId,
    COMMAND: 'echo',
    EVENT_COMMAND_ADD: 'http://127.0.0.1:9/nobody',
    LANG: [{ LANGUAGE_ID: 'en', TITLE: 'Echo', PARAMS: 'text' }],
    CLIENT_ID,
    ...more,
  });
}

/** Puts somebody into the group chat of Alice and Bob. */
export async function joinGroup(world: World, userId: number, role: Role = 'member'): Promise<void> {
  await world.app.store.write(async (work) => {
    const [chat, user] = [await work.chats.findChat(world.groupChatId), await work.users.findUser(userId)];
    if (!chat || !user) throw new Error(`There is no user ${userId} to put into a chat`);
    await addMember(work, chat, user, role, 0);
  });
}

/** The slash commands that the composer offers to `viewer` in a dialog. */
export async function commandsSeenBy(
  world: World,
  viewer: Person,
  dialogId: number | string,
): Promise<ListedCommand[]> {
  const dialog = parseDialog(String(dialogId));
  return world.app.store.read(async (work) => {
    const user = await work.users.findUser(viewer.id);
    const listed = user && dialog && (await listCommands(work, user, dialog));
    if (!listed?.ok) throw new Error(`${viewer.id} does not see ${dialogId}`);
    return listed.value;
  });
}

/** From now on the database refuses such writes: `update on bot`. */
export async function storeRefuses(world: World, write: string): Promise<void> {
  await world.app.store.writeWith((session) =>
    session.exec(
      session.dialect === 'sqlite'
        ? `create trigger refuse before ${write} begin select raise(abort, 'constraint failed'); end`
        : `create function refuse() returns trigger language plpgsql as
             'begin raise exception using errcode = ''check_violation'', message = ''constraint failed''; end';
           create trigger refuse before ${write} for each row execute function refuse()`,
    ),
  );
}

/** A message as `reader` sees it; undefined when it is not there for them. */
export async function messageSeenBy(reader: Person, dialogId: number | string, id: number): Promise<Answer['body']> {
  const { messages } = await reader.ok('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: 50 });
  return messages.find((message: { id: number }) => message.id === id);
}

/** The call is answered with that error. */
export async function expectRefusal(
  person: Person,
  method: string,
  params: Record<string, unknown>,
  code: string,
): Promise<void> {
  const { body } = await person.call(method, params);
  expect(body.error).toBe(code);
}

/** What the portal says of a user, a bot too. */
export function userSeenBy(reader: Person, id: number): Promise<Answer['body']> {
  return reader.ok('im.user.get', { ID: id });
}
