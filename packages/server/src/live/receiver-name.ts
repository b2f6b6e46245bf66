import { eventName, userDefinitionOf } from '#api/terms/event/names.ts';
import type { PortalEvent } from '#domain/event.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** Empty: there is nobody. */
export async function nameOf(work: Reading, userId: number): Promise<string> {
  const user = userId === 0 ? undefined : await work.users.findUser(userId);
  return user ? fullName(user) : '';
}

/** What happened, as its receiver calls it. */
export async function nameForReceiver(
  work: Reading,
  receiverId: number,
  { type }: Pick<PortalEvent, 'type'>,
): Promise<string> {
  const bot = await work.bots.findEverByReceiver(receiverId);
  if (bot) return eventName(type, bot.generation);
  const isPerson = (await work.receivers.findReceiver(receiverId))?.kind === 'person';
  return (isPerson && userDefinitionOf(type)?.name) || eventName(type);
}

/** Who hears events, in words. */
export async function receiverName(work: Reading, receiverId: number): Promise<string> {
  const receiver = await work.receivers.findReceiver(receiverId);
  if (receiver?.kind === 'bot' || receiver?.kind === 'person') return nameOf(work, receiver.ref);
  if (receiver?.kind === 'webhook') return `outgoing webhook ${receiver.ref}`;
  const application = receiver && (await work.applications.findApplication(receiver.ref));
  return application ? `application ${application.title || application.clientId}` : '';
}
