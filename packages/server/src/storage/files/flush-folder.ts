import { open } from 'node:fs/promises';

/** So that a new name outlives a power cut. Some systems cannot, and need not. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
