import type { Reading } from '#storage/unit-of-work.ts';
import type { Account } from './gate.ts';

/** On whose account the events of a receiver are sent. */
export type Owner = Pick<Account, 'application' | 'address'>;

export async function ownerOf(work: Reading, receiverId: number): Promise<Owner> {
  const bot = await work.bots.findEverByReceiver(receiverId);
  // Where a bot hears is known when the first event is made for it.
  if (bot) return { application: `application ${bot.applicationId}`, address: `receiver ${receiverId}` };
  const receiver = await work.receivers.findReceiver(receiverId);
  if (!receiver) return { application: `receiver ${receiverId}`, address: `receiver ${receiverId}` };
  return { application: `${receiver.kind} ${receiver.ref}`, address: serverOf(receiver.address) };
}

/** The server behind an address. */
export function serverOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
