import type { UnitOfWork } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';

/** From now on what happens in somebody's chats is kept for them until they fetch it. The same again changes nothing. */
export async function startWatching(work: UnitOfWork, { id, portalId }: User): Promise<void> {
  const known = await work.userQueues.findQueue(id);
  if (known?.isRecording) return;
  const receiver = await work.receivers.insertReceiver({ portalId, kind: 'person', ref: id, address: '' });
  await work.userQueues.insertQueue({ userId: id, receiverId: receiver.id });
}

/** Nothing more is kept for them; what is kept already can be fetched still. */
export async function stopWatching(work: UnitOfWork, { id }: User): Promise<void> {
  if ((await work.userQueues.findQueue(id))?.isRecording) await work.userQueues.updateStopped(id);
}
