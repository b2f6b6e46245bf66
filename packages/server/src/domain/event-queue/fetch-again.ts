import type { UnitOfWork } from '#storage/unit-of-work.ts';

interface Fetcher {
  readonly portalId: number;
  readonly receiverId: number;
}

/** An event that came to a bad end can be fetched again, behind all that its receiver has fetched; false: it is none. */
export async function fetchAgain(work: UnitOfWork, fetcher: Fetcher, id: number): Promise<boolean> {
  const isKept = await work.events.updateKept(id, work.now);
  if (isKept) work.announce({ type: 'receiverSwitched', ...fetcher });
  return isKept;
}

/** The same for up to `limit` dead letters that ended since then, after the event `after`; answers their ids. */
export async function fetchLettersAgain(
  work: UnitOfWork,
  { portalId, receiverId }: Fetcher,
  which: { readonly after: number; readonly since: number; readonly limit: number },
): Promise<number[]> {
  const ids = await work.events.updateKeptOf({ receiverId, ...which }, work.now);
  if (ids.length > 0) work.announce({ type: 'receiverSwitched', portalId, receiverId });
  return ids;
}

/** The same event under a new id is to be fetched; answers that. */
export async function fetchAnew(work: UnitOfWork, fetcher: Fetcher, id: number): Promise<number> {
  const newId = await work.events.insertKeptResending(id, work.now);
  work.announce({ type: 'receiverSwitched', ...fetcher });
  return newId;
}
