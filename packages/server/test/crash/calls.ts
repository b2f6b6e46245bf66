import { Pool } from 'undici';
import { openPostgresPool } from '#storage/postgres-pool.ts';
import type { PortalProcess } from './portal-process.ts';
import type { Seen } from './trace.ts';

/*
 * What is done to a portal that is killed now and then.
 */

/** A conversation with the bot: who writes, and to whom. */
export interface Dialog {
  readonly name: string;
  readonly userId: number;
  readonly dialogId: string;
}

export interface Calls {
  /** The result of a method, or an error. */
  call(userId: number, method: string, params: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export function callsTo(portal: PortalProcess): Calls {
  const pool = new Pool(new URL(portal.webhookUrl(1)).origin, { connections: 32 });
  return {
    async call(userId, method, params) {
      const { body } = await pool.request({
        method: 'POST',
        path: new URL(method, portal.webhookUrl(userId)).pathname,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
      const answer = (await body.json()) as { result?: unknown; error?: string };
      if (answer.error !== undefined) throw new Error(`${method}: ${JSON.stringify(answer)}`);
      return answer.result;
    },
    close: () => pool.destroy(),
  };
}

/**
 * Nobody renews the lease of a portal that was killed; this does not wait until it has ended by itself, which is as
 * long for a portal that is only slow.
 */
export async function endLease(database: string): Promise<void> {
  const pool = openPostgresPool(database, { connections: 1, statementTimeout: 10_000 });
  await pool.lend((connection) => connection.query({ sql: 'delete from database_lease' }));
  await pool.close();
}

/** What the portal says it has, page by page. */
export async function history(portal: PortalProcess, { name, userId, dialogId }: Dialog): Promise<Seen[]> {
  const calls = callsTo(portal);
  const seen: Seen[] = [];
  for (let before: number | undefined; ; ) {
    const page = { DIALOG_ID: dialogId, LIMIT: 50, ...(before !== undefined && { LAST_ID: before }) };
    const { messages } = (await calls.call(userId, 'im.dialog.messages.get', page)) as {
      messages: { id: number; text: string }[];
    };
    seen.push(...messages.filter(({ text }) => text === name).map(({ id }) => ({ dialog: name, id })));
    before = messages.at(-1)?.id;
    if (before === undefined) break;
  }
  await calls.close();
  return seen;
}
