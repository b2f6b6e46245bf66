import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { staleStatements } from './statement-texts.ts';

const at = (folder: string) => fileURLToPath(new URL(`fixtures/statements/${folder}/`, import.meta.url));

describe('the SQL beside the stores', () => {
  it('is out of date when a statement has changed on one database, or a store has gone', async () => {
    const stale = await staleStatements(false, at('stale'));
    expect(stale.map((path) => basename(path))).toEqual(['door-store.sqlite.sql', 'window-store.sqlite.sql']);
  });

  it('cannot leave a statement out', async () => {
    await expect(staleStatements(false, at('hidden'))).rejects.toThrow(
      'export byId, so that its SQL can be written down',
    );
  });
});
