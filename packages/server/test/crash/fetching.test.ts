import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { systemRandom } from '#kit/random.ts';
import { amount } from '../amount.ts';
import { FreshDatabases } from '../postgres/fresh-databases.ts';
import { callsTo, type Dialog, endLease, history } from './calls.ts';
import { FetchReader } from './fetch-reader.ts';
import { bundlePortal, type PortalProcess, startPortal } from './portal-process.ts';
import type { Seen } from './trace.ts';

/*
 * A portal is killed while a program waits in Event.get for what its bot and its owner are told.
 */

const place = inject('postgresServer');

const KILLS = amount({ usual: 3, full: 20 });
/** A kill comes after so many acknowledged writes. */
const WRITES_PER_LIFE = { least: 10, spread: 30 };

let folder: string;
let bundle: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'botyard-'));
  bundle = await bundlePortal();
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(bundle);
});

interface Stage {
  /** Of the first, the owner of the bot, and of another person. */
  readonly dialogs: readonly [Dialog, Dialog];
  readonly reader: FetchReader;
}

async function prepare(portal: PortalProcess): Promise<Stage> {
  const calls = callsTo(portal);
  const fields = { code: 'reader', properties: { name: 'Reader' }, eventMode: 'fetch', botToken: 'crash' };
  const { bot } = (await calls.call(1, 'imbot.v2.Bot.register', { fields })) as { bot: { id: number } };
  await calls.call(1, 'im.v2.Event.subscribe', {});
  await calls.close();
  const dialog = (userId: number) => ({ name: `private ${userId}`, userId, dialogId: String(bot.id) });
  return { dialogs: [dialog(1), dialog(2)], reader: new FetchReader({ botId: bot.id, botToken: 'crash' }) };
}

/** Writes while the reader waits, and kills the portal; answers what was acknowledged. */
async function live(portal: PortalProcess, { dialogs, reader }: Stage): Promise<Seen[]> {
  const calls = callsTo(portal);
  const acknowledged: Seen[] = [];
  let left = WRITES_PER_LIFE.least + Math.floor(systemRandom.fraction() * WRITES_PER_LIFE.spread);
  let killed: Promise<void> | undefined;
  const write = async ({ name, userId, dialogId }: Dialog) => {
    while (!killed) {
      try {
        const id = await calls.call(userId, 'im.message.add', { DIALOG_ID: dialogId, MESSAGE: name });
        acknowledged.push({ dialog: name, id: Number(id) });
      } catch (error) {
        if (!killed) throw error;
      }
      left -= 1;
      if (left <= 0) killed ??= portal.kill();
    }
  };
  const reading = reader.readUntilKilled(portal, () => killed !== undefined);
  await Promise.all([reading, ...dialogs.map(write)]);
  await killed;
  await calls.close();
  return acknowledged;
}

it(`hands out nothing again that was confirmed, and loses nothing, killed ${KILLS} times`, {
  timeout: 600_000,
}, async () => {
  const database = place ? await new FreshDatabases(place.address).createEmpty() : join(folder, 'portal.db');
  let portal = await startPortal(bundle, database);
  const stage = await prepare(portal);
  const { dialogs, reader } = stage;
  const acknowledged: Seen[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Each second life is one of the reader, too: then the portal says where it was.
    if (kill % 2 === 1) reader.begin();
    acknowledged.push(...(await live(portal, stage)));
    if (place) await endLease(database);
    portal = await startPortal(bundle, database);
  }
  await reader.readAll(portal);
  const stored = (await Promise.all(dialogs.map((dialog) => history(portal, dialog)))).map((lines) => lines.reverse());
  await portal.kill();

  expect(reader.faults).toEqual([]);
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * WRITES_PER_LIFE.least);
  expect(stored.flat()).toEqual(expect.arrayContaining(acknowledged));
  const told = (type: string, { name }: Dialog) => reader.messages(type).filter(({ dialog }) => dialog === name);
  const [ofOwner] = dialogs;
  expect(dialogs.map((dialog) => told('ONIMBOTV2MESSAGEADD', dialog))).toEqual(stored);
  expect(told('ONIMV2MESSAGEADD', ofOwner)).toEqual(stored[0]);
});
