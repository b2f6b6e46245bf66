import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';
import { abilitiesOf } from './abilities.ts';
import { accessChat, type ChatRefusal } from './access-chat.ts';
import type { Chat } from './chat.ts';
import { fillVacancy } from './fill-vacancy.ts';
import { welcomeMembers } from './welcome-members.ts';

/** Somebody who looks into an open chat becomes a member of it, by themselves. Who is one already stays one. */
export async function joinChat(
  work: UnitOfWork,
  person: User,
  chatId: number,
): Promise<Outcome<Chat, ChatRefusal | 'joining_denied'>> {
  const view = await accessChat(work, person, chatId);
  if (!view.ok) return view;
  const { chat } = view.value;
  if (!abilitiesOf(chat).takesMembers) return refused('joining_denied');
  await work.chats.lockChat(chat.id);
  if (await work.members.findMember(chat.id, person.id)) return done(chat);
  await welcomeMembers(work, person, chat, [person], { hidesHistory: false });
  await fillVacancy(work, chat);
  return done(chat);
}
