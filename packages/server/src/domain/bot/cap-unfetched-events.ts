import type { UnitOfWork } from '#storage/unit-of-work.ts';

/** Events of one bot that may wait to be fetched: as many as may wait to be delivered. */
const WAITING_LIMIT = 100_000;

/** Makes dead letters of the newest events of a bot that has too many to fetch, at most `most` at once. Returns how many. */
export async function capUnfetchedEvents(work: UnitOfWork, most: number, allowed = WAITING_LIMIT): Promise<number> {
  for (const receiverId of await work.bots.listFetchingReceivers()) {
    const fromId = await work.events.findKeptBeyond(receiverId, allowed);
    if (fromId === undefined) continue;
    const note = `overflow: more than ${allowed} events of this bot were waiting to be fetched`;
    return work.events.updateKeptFrom(receiverId, fromId, most, note, work.now);
  }
  return 0;
}
