import { ALICE, BOB, type Build, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { load, memoryOf } from '../processes.ts';
import { bodyFor, type Scale, targetOf } from './throughput.ts';

/** Resident memory of a portal that was asked once. */
export async function idleMemory(build: Build): Promise<Found> {
  const portal = await startPortal(build, { memory: true });
  await portal.call(ALICE, 'profile');
  const bytes = memoryOf(portal.pid);
  await portal.stop();
  return { figures: { idleMemory: bytes / 1e6 } };
}

/** Resident memory that is added for each message of a portal that keeps its data in memory. */
export async function messageMemory(build: Build, { keptMessages }: Scale): Promise<Found> {
  const portal = await startPortal(build, { memory: true });
  await portal.call(ALICE, 'profile');
  const idle = memoryOf(portal.pid);
  const what = { ...targetOf(portal, 'im.message.add'), bodies: [bodyFor(String(BOB))], connections: 32 };
  const { accepted } = await load({ ...what, until: { requests: keptMessages } });
  const bytes = (memoryOf(portal.pid) - idle) / accepted;
  await portal.stop();
  return { figures: { messageMemory: bytes } };
}
