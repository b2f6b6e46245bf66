import { z } from 'zod';
import { accessDialog } from '#domain/chat/access-chat.ts';
import type { Chat } from '#domain/chat/chat.ts';
import { fullName, type User } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { dialogCalled } from './names.ts';

/** A chat as lists show it. */
export const listedChat = z.strictObject({
  id: z.number(),
  title: z.string().describe('Of a private chat, who talks to whom'),
  type: z
    .enum(['private', 'group', 'open', 'line'])
    .describe('open: everybody but guests may look into it; line: of a visitor of an open channel'),
  members: z.array(z.strictObject({ id: z.number(), name: z.string() })),
});

export type ListedChat = z.infer<typeof listedChat>;

export async function listChat(work: Reading, { id, title, type }: Chat): Promise<ListedChat> {
  const ids = (await work.members.listOfChat(id)).map(({ userId }) => userId);
  const members = (await work.users.findUsers(ids)).map((user) => ({ id: user.id, name: fullName(user) }));
  return { id, title: type === 'private' ? members.map(({ name }) => name).join(' and ') : title, type, members };
}

/** A chat that a person may look into, by its title, chat12, or who is talked to in it. */
export async function chatCalled(work: Reading, person: User, name: string): Promise<Chat> {
  const view = await accessDialog(work, person, await dialogCalled(work, person, name));
  if (!view.ok) throw new Complaint(`${fullName(person)} has no chat "${name}", or nothing was written in it yet`);
  return view.value.chat;
}
