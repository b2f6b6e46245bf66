import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { appointOwner } from './change-owner.ts';
import type { Chat } from './chat.ts';
import { successorLine } from './system-line.ts';

/**
 * A chat that nobody owns falls to its first manager, else to the person who has been in it longest (G39). Those who work
 * here come before those who were dismissed. Where only bots are left, it waits for the next person who is added.
 */
export async function fillVacancy(work: UnitOfWork, chat: Chat): Promise<void> {
  if (await work.members.findOwner(chat.id)) return;
  const next = await work.members.findSuccessor(chat.id);
  const successor = next && (await work.users.findUser(next.userId));
  if (successor) await appointOwner(work, chat, successor, successorLine(successor));
}
