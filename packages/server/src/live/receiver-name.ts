import { eventName, userDefinitionOf } from '#api/terms/event/names.ts';
import type { PortalEvent } from '#domain/event.ts';
import { fullName } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { Hearer } from './hearer.ts';

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
  return inWords(await hearerOf(work, receiverId));
}

/** The same as the lines of the feed and summaries of events have it. */
export async function describeReceiver(work: Reading, receiverId: number) {
  const hearer = await hearerOf(work, receiverId);
  return { receiverId, receiver: inWords(hearer), hearer };
}

async function hearerOf(work: Reading, receiverId: number): Promise<Hearer> {
  const receiver = await work.receivers.findReceiver(receiverId);
  if (receiver?.kind === 'bot' || receiver?.kind === 'person')
    return { kind: receiver.kind, name: await nameOf(work, receiver.ref) };
  if (receiver?.kind === 'webhook') return { kind: 'webhook', name: String(receiver.ref) };
  const application = receiver && (await work.applications.findApplication(receiver.ref));
  return application
    ? { kind: 'application', name: application.title || application.clientId }
    : { kind: 'nobody', name: '' };
}

function inWords({ kind, name }: Hearer): string {
  if (kind === 'webhook') return `outgoing webhook ${name}`;
  return kind === 'application' ? `application ${name}` : name;
}
