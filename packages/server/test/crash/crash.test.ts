import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { systemRandom } from '#kit/random.ts';
import { amount } from '../amount.ts';
import { FreshDatabases } from '../postgres/fresh-databases.ts';
import { callsTo, type Dialog, endLease, history } from './calls.ts';
import { bundlePortal, type PortalProcess, startPortal } from './portal-process.ts';
import { faultsOf, type Seen, type Trace } from './trace.ts';

const place = inject('postgresServer');

const KILLS = amount({ usual: 2, full: 20 });
const WRITERS_PER_DIALOG = 2;
/** A kill comes after so many acknowledged writes, so that it meets a portal at work. */
const WRITES_PER_LIFE = { least: 20, spread: 60 };

let folder: string;
let bundle: string;
let server: Server;
let handlerUrl: string;
const arrived: Seen[] = [];
/** Told of the next event that comes, which is then never answered. */
let whenOneIsInHand: (() => void) | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'botyard-'));
  bundle = await bundlePortal();
  server = createServer((request, response) => {
    let raw = '';
    request.on('data', (chunk) => {
      raw += chunk;
    });
    request.on('end', () => {
      const { event, data } = parsePhpQuery(raw) as {
        event: string;
        data: { PARAMS: { MESSAGE: string; MESSAGE_ID: string } };
      };
      if (event === 'ONIMBOTMESSAGEADD')
        arrived.push({ dialog: data.PARAMS.MESSAGE, id: Number(data.PARAMS.MESSAGE_ID) });
      if (!whenOneIsInHand) return response.end();
      whenOneIsInHand();
      whenOneIsInHand = undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  handlerUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
  await rm(bundle);
});

/** A supervisor bot that hears every message of three private chats and three groups. */
async function prepare(portal: PortalProcess): Promise<Dialog[]> {
  const calls = callsTo(portal);
  const bot = {
    CODE: 'listener',
    TYPE: 'S',
    EVENT_HANDLER: handlerUrl,
    PROPERTIES: { NAME: 'Listener' },
    CLIENT_ID: 'crash',
  };
  const botId = await calls.call(1, 'imbot.register', bot);
  const dialogs: Dialog[] = [1, 2, 3].map((userId) => ({ name: `private ${userId}`, userId, dialogId: String(botId) }));
  for (const userId of [1, 2, 3]) {
    const chatId = await calls.call(userId, 'im.chat.add', { TITLE: `Group ${userId}`, USERS: [botId] });
    dialogs.push({ name: `group ${userId}`, userId, dialogId: `chat${chatId}` });
  }
  await portal.settled();
  await calls.close();
  return dialogs;
}

/** While the handler has an event in hand: it is delivered again in the next life. */
function duringDelivery(): Promise<void> {
  return new Promise((resolve) => {
    whenOneIsInHand = resolve;
  });
}

/**
 * Writes into all dialogs at once until the portal is killed in the middle of it, which is when `moment` comes after
 * enough writes; answers how many calls were waiting then.
 */
async function writeUntilKilled(
  portal: PortalProcess,
  dialogs: readonly Dialog[],
  acknowledged: Seen[],
  moment: () => Promise<void>,
): Promise<number> {
  const calls = callsTo(portal);
  let left = WRITES_PER_LIFE.least + Math.floor(systemRandom.fraction() * WRITES_PER_LIFE.spread);
  let waiting = 0;
  let inFlight = 0;
  let isDue = false;
  let killed: Promise<void> | undefined;
  const write = async ({ name, userId, dialogId }: Dialog) => {
    while (!killed) {
      waiting += 1;
      try {
        const id = await calls.call(userId, 'im.message.add', { DIALOG_ID: dialogId, MESSAGE: name });
        acknowledged.push({ dialog: name, id: Number(id) });
      } catch (error) {
        if (!killed) throw error;
      } finally {
        waiting -= 1;
      }
      left -= 1;
      if (left > 0 || isDue) continue;
      isDue = true;
      void moment().then(() => {
        inFlight = waiting;
        killed = portal.kill();
      });
    }
  };
  await Promise.all(dialogs.flatMap((dialog) => Array.from({ length: WRITERS_PER_DIALOG }, () => write(dialog))));
  await killed;
  await calls.close();
  return inFlight;
}

describe('a portal that is killed in the middle of its work', () => {
  it(`loses nothing that it acknowledged and delivers everything in order, ${KILLS} times`, {
    timeout: 600_000,
  }, async () => {
    const database = place ? await new FreshDatabases(place.address).createEmpty() : join(folder, 'portal.db');
    let portal = await startPortal(bundle, database);
    const dialogs = await prepare(portal);
    const acknowledged: Seen[] = [];
    const inFlight: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const moment = kill % 2 === 0 ? duringDelivery : async () => undefined;
      inFlight.push(await writeUntilKilled(portal, dialogs, acknowledged, moment));
      if (place) await endLease(database);
      portal = await startPortal(bundle, database);
    }
    await portal.settled();
    const stored = (await Promise.all(dialogs.map((dialog) => history(portal, dialog)))).flat();
    await portal.kill();
    const trace: Trace = { acknowledged, stored, arrived, inFlight };
    expect(faultsOf(trace, { kills: KILLS, writes: KILLS * WRITES_PER_LIFE.least, dialogs: 5, inFlight: 8 })).toEqual(
      [],
    );
  });
});
