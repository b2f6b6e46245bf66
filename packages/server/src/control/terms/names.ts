import { z } from 'zod';
import { listBots } from '#domain/bot/list-bots.ts';
import { type Dialog, parseDialog } from '#domain/chat/dialog.ts';
import { fullName, type User } from '#domain/user/user.ts';
import { visiblePeople } from '#domain/user/visible-users.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/*
 * Commands take people by name and chats by title; ids work, too.
 */

export const person = z.string().describe('A person: id, name, full name or e-mail address');
export const dialog = z
  .string()
  .describe('Where: a bot by name or code, the title of a chat, a person by name, chat12, or an id');

/** Chats of one person that are looked through for a title. */
const MOST_CHATS = 10_000;

/** A person by id, name, full name or e-mail address. */
export async function personCalled(work: Reading, portalId: number, name: string): Promise<User> {
  return theOneCalled(
    name,
    (await work.users.listPeople(portalId)).filter((person) => person.isActive),
  );
}

/** The same where those who were dismissed are meant, too. */
export async function anyoneCalled(work: Reading, portalId: number, name: string): Promise<User> {
  return theOneCalled(name, await work.users.listPeople(portalId));
}

function theOneCalled(name: string, people: readonly User[]): User {
  // Before names: else whoever calls themselves by the number of another would take their pages from them.
  const byId = people.find(({ id }) => String(id) === name);
  if (byId) return byId;
  const found = people.filter((person) =>
    [person.name, fullName(person), person.email].some((one) => isSame(one, name)),
  );
  const [only, another] = found;
  if (!only)
    throw new Complaint(
      `Nobody here is called "${name}". ${people.length === 0 ? `Add the first person: ${programName()} user add --name NAME --admin` : `There are: ${listed(people)}`}`,
    );
  if (another) throw new Complaint(`"${name}" fits several people: ${listed(found)}. Use the id.`);
  return only;
}

/** Who or what `person` means: `chat12` or a bare id, a bot by name or code, one of their chats by title, a person by name. */
export async function dialogCalled(work: Reading, person: User, name: string): Promise<Dialog> {
  const dialog = parseDialog(name);
  if (dialog?.kind === 'chat') return dialog;
  if (dialog)
    return (await work.users.findUser(dialog.userId))?.portalId === person.portalId
      ? dialog
      : { kind: 'chat', chatId: dialog.userId };

  const fitting = (await everythingCalled(work, person)).filter(({ names }) => names.some((one) => isSame(one, name)));
  const [only, another] = fitting;
  if (!only)
    throw new Complaint(
      `${fullName(person)} knows no bot, chat or person called "${name}". ${await suggestion(work, person)}`,
    );
  if (another)
    throw new Complaint(
      `"${name}" fits several: ${fitting.map((one) => `${one.label} (${one.id})`).join(', ')}. Use what stands in brackets.`,
    );
  return only.dialog;
}

interface Named {
  readonly dialog: Dialog;
  readonly names: readonly string[];
  readonly label: string;
  /** As it can be given instead of the name. */
  readonly id: string;
}

async function everythingCalled(work: Reading, person: User): Promise<Named[]> {
  const bots = (await listBots(work, person.portalId)).map(({ bot, user }) => ({ ...user, code: bot.code }));
  const seen = await visiblePeople(work, person);
  const people = seen.filter((other) => other.isActive && other.id !== person.id);
  const users = [...bots, ...people.map((one) => ({ ...one, code: '' }))].map((user) => ({
    dialog: { kind: 'user', userId: user.id } as const,
    names: [user.name, fullName(user), user.code],
    label: fullName(user),
    id: String(user.id),
  }));
  const chats = (await chatsOf(work, person)).map((chat) => ({
    dialog: { kind: 'chat', chatId: chat.id } as const,
    names: [chat.title],
    label: chat.title,
    id: `chat${chat.id}`,
  }));
  return [...users, ...chats];
}

async function chatsOf(work: Reading, person: User) {
  const chats = [];
  for (const chatId of await work.members.listChatsOf(person.id, MOST_CHATS)) {
    const chat = await work.chats.findChat(chatId);
    if (chat && chat.type !== 'private') chats.push(chat);
  }
  return chats;
}

async function suggestion(work: Reading, person: User): Promise<string> {
  const bots = (await listBots(work, person.portalId)).map(({ user }) => fullName(user));
  const chats = (await chatsOf(work, person)).map((chat) => chat.title);
  return `Bots: ${bots.join(', ') || 'none yet'}. Chats: ${chats.join(', ') || 'none'}.`;
}

function listed(people: readonly User[]): string {
  return people.map((person) => `${fullName(person)} (${person.id})`).join(', ');
}

function isSame(one: string, other: string): boolean {
  return one !== '' && one.toLowerCase() === other.trim().toLowerCase();
}
