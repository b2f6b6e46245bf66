import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderHome } from '#storage/files/folder-home.ts';
import { ContentWriter } from './content-writer.ts';

test('what comes when the rest of a form was given up is read over, and nobody is told of it', async () => {
  const told: unknown[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'botyard-contents-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const writer = new ContentWriter(await folderHome(folder).draft(), 1000, (error) => told.push(error));
  await writer.take(Buffer.from('half'));
  await writer.discard();
  await writer.take(Buffer.from('more'));
  expect(await writer.whole()).toMatchObject({ fault: 'invalid' });
  expect({ told, drafts: readdirSync(join(folder, 'drafts')) }).toEqual({ told: [], drafts: [] });
});
