import { tmpdir } from 'node:os';
import { makeBigDatabase } from '../big-database.ts';
import { ALICE, type Build, type Place, startPortal } from '../botyard.ts';
import type { Found } from '../figures.ts';
import { inDirectory, temporaryDirectory } from '../temporary.ts';
import type { Scale } from './throughput.ts';

/** Milliseconds from starting the command to its first answered call. */
async function start(build: Build, place: Place): Promise<Found> {
  const began = performance.now();
  const portal = await startPortal(build, place);
  await portal.call(ALICE, 'profile');
  const took = performance.now() - began;
  await portal.stop();
  return { figures: { start: took } };
}

export function startEmpty(build: Build): Promise<Found> {
  return inDirectory(tmpdir(), (data) => start(build, { data }));
}

/** A database for each build: one that a newer build has worked on is refused by an older one. */
const bigDatabases = new Map<Build, Promise<string>>();

export async function startBig(build: Build, { bigDatabase: messages }: Scale): Promise<Found> {
  const data = bigDatabases.get(build) ?? writeBigDatabase(build, messages);
  bigDatabases.set(build, data);
  return await start(build, { data: await data });
}

async function writeBigDatabase(build: Build, messages: number): Promise<string> {
  const data = temporaryDirectory();
  await makeBigDatabase(build, data, messages);
  return data;
}
