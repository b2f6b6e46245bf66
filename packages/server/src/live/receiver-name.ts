import type { Generation } from '#domain/bot/bot.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** Empty: there is nobody. */
export async function nameOf(work: Reading, userId: number): Promise<string> {
  const user = userId === 0 ? undefined : await work.users.findUser(userId);
  return user ? fullName(user) : '';
}

/** In the words of which generation it is told. */
export async function generationOf(work: Reading, receiverId: number): Promise<Generation> {
  return (await work.bots.findEverByReceiver(receiverId))?.generation ?? 'v1';
}

/** Who hears events, in words. */
export async function receiverName(work: Reading, receiverId: number): Promise<string> {
  const receiver = await work.receivers.findReceiver(receiverId);
  if (receiver?.kind === 'bot') return nameOf(work, receiver.ref);
  if (receiver?.kind === 'webhook') return `outgoing webhook ${receiver.ref}`;
  const application = receiver && (await work.applications.findApplication(receiver.ref));
  return application ? `application ${application.title || application.clientId}` : '';
}
