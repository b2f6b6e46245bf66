import { z } from 'zod';
import { sessionsOf } from '#domain/sign-in/list-sessions.ts';
import type { Reading } from '#storage/unit-of-work.ts';

/** A browser in which somebody is signed in. */
export const listedSession = z.strictObject({
  id: z.number(),
  device: z.string().describe('Browser and system; empty: neither is known'),
  createdAt: z.number(),
  lastSeenAt: z.number().describe('Exact to a minute'),
});

export async function listSessions(work: Reading, userId: number): Promise<z.infer<typeof listedSession>[]> {
  return (await sessionsOf(work, userId)).map(({ id, device, createdAt, lastSeenAt }) => ({
    id,
    device,
    createdAt,
    lastSeenAt,
  }));
}
