import { Complaint } from '#kit/complaint.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';

/*
 * Events whose receivers fetch them: nothing is sent, and what is sent again elsewhere can be fetched again.
 */

type OfReceiver = Pick<StoredEvent, 'receiverId' | 'variant'>;

/** Whether its receiver fetches what happens: a person's programs do, and bots that want to. */
export async function isToBeFetched(work: Reading, { receiverId, variant }: OfReceiver): Promise<boolean> {
  const receiver = await work.receivers.findReceiver(receiverId);
  const bot = await work.bots.findEverByReceiver(receiverId);
  return receiver?.kind === 'person' || (bot?.eventMode === 'fetch' && !variant?.earlier);
}

/** @throws Complaint for an event that is never sent, because its receiver fetches it */
export async function checkIsSent({ store }: ControlledPortal, event: StoredEvent): Promise<void> {
  if (event.state === 'kept') throw new Complaint(`Event ${event.id} waits until it is fetched: nothing is sent`);
  if (await store.read((work) => isToBeFetched(work, event)))
    throw new Complaint(`Event ${event.id} was for a receiver that fetches its events itself: nothing is sent`);
}

/**
 * Whether an event is to be fetched, by somebody who is there.
 *
 * @throws Complaint where it waits for that already, or nobody is there any more who could fetch it
 */
export async function canBeFetched({ store }: ControlledPortal, event: StoredEvent): Promise<boolean> {
  const { id, receiverId, state } = event;
  if (state === 'kept') throw new Complaint(`Event ${id} waits until it is fetched: nothing is sent`);
  return store.read(async (work) => {
    if (!(await isToBeFetched(work, event))) return false;
    const isThere =
      (await work.bots.findEverByReceiver(receiverId)) === undefined || (await work.bots.findByReceiver(receiverId));
    if (!isThere) throw new Complaint(`Event ${id} was for a bot that is unregistered: nobody is there to fetch it`);
    return true;
  });
}
