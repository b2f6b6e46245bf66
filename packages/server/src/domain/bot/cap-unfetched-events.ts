import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { because } from '../event-cause.ts';

/** Events of one receiver that may wait to be fetched: as many as may wait to be delivered. */
const WAITING_LIMIT = 100_000;

/** Makes dead letters of the newest events of a bot or a person that has too many to fetch, at most `most` at once. Returns how many. */
export async function capUnfetchedEvents(work: UnitOfWork, most: number, allowed = WAITING_LIMIT): Promise<number> {
  const receivers = [...(await work.bots.listFetchingReceivers()), ...(await work.userQueues.listReceivers())];
  for (const receiverId of receivers) {
    const fromId = await work.events.findKeptBeyond(receiverId, allowed);
    if (fromId === undefined) continue;
    const words = `overflow: more than ${allowed} events of this receiver were waiting to be fetched`;
    const why = because('overflow', words, { most: String(allowed) });
    return work.events.updateKeptFrom(receiverId, fromId, most, why, work.now);
  }
  return 0;
}
