import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { follow } from '#cli/control-client.ts';
import { commands } from '#control/commands.generated.ts';
import type { AnsweringName } from '#control/registry.ts';
import { temporaryFolder } from '../cli/botyard.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import { commandBodies, streamBodies } from './command-bodies.ts';

/*
 * Every command once, over HTTP, by the client that the command line uses. The server holds each answer to what the
 * command declares, so that one which is not as declared fails here.
 */

const folder = temporaryFolder();
writeFileSync(join(folder.path, 'key'), new Uint8Array(32).fill(7), { mode: 0o600 });
const failures: unknown[] = [];
let stopsAsked = 0;
let world: ControlledWorld;
beforeAll(async () => {
  world = await createControlledWorld({
    // As if it lay there: a portal without a place cannot be backed up.
    place: {
      directory: folder.path,
      databaseFile: undefined,
      databaseAddress: 'postgres://botyard@db.example.com/botyard',
    },
    onError: (error) => failures.push(error),
    onStopAsked: () => {
      stopsAsked += 1;
    },
  });
  const helper = await world.bot({ code: 'helper', more: { PROPERTIES: { NAME: 'Helper' } } });
  await world.alice.ok('im.message.add', { DIALOG_ID: helper, MESSAGE: 'hi' });
  await world.control('app.add', { title: 'Weather', handler: 'http://127.0.0.1:9/', isApiOnly: true });
  await world.control('webhook.add', { as: 'Bob' });
});
afterAll(async () => {
  await world.close();
  folder.remove();
});
const streams = streamBodies(folder.path);

test('every command of the tree is tried here', () => {
  expect([...Object.keys(commandBodies(world)), ...Object.keys(streams)].sort()).toEqual(Object.keys(commands).sort());
});

describe('what is answered is what was declared', () => {
  test('of all that answer with one object', async () => {
    const bodies = commandBodies(world);
    for (const name of Object.keys(bodies) as AnsweringName[]) {
      const answer = await world.control(name, await bodies[name]());
      expect(commands[name].answer.parse(answer), name).toEqual(answer);
      expect(Object.keys(answer), name).not.toHaveLength(0);
      expect(failures, name).toEqual([]);
    }
  });

  test('backup', async () => {
    const lines = [];
    for await (const line of follow(world.server, 'backup', streams.backup))
      lines.push(commands.backup.line.parse(line));
    const { file } = streams.backup;
    const databaseAddress = 'postgres://botyard@db.example.com/botyard';
    expect(lines.at(-1)).toEqual({
      kind: 'made',
      file,
      bytes: expect.any(Number),
      hasDatabase: false,
      databaseAddress,
    });
    const again = [];
    for await (const line of follow(world.server, 'backup', streams.backup)) again.push(line);
    expect(again).toEqual([{ kind: 'failed', message: expect.stringContaining(`${file} exists already`) }]);
    expect(failures).toEqual([]);
  });

  test('say', async () => {
    const lines = [];
    for await (const line of follow(world.server, 'say', streams.say)) lines.push(commands.say.line.parse(line));
    expect(lines).toEqual([{ kind: 'end', result: 'nobody', answers: 0, reason: null, isTaken: false }]);
  });

  test('tail', async () => {
    const lines = [];
    for await (const line of follow(world.server, 'tail', streams.tail)) {
      lines.push(commands.tail.line.parse(line));
      if (lines.length === 1) await world.bob.ok('im.message.add', { DIALOG_ID: '1', MESSAGE: 'hello' });
      else break;
    }
    expect(lines).toMatchObject([{ kind: 'watching' }, { kind: 'message', author: 'Bob Birch', text: 'hello' }]);
  });
});

test('stop has whoever started the portal end it, after the answer', async () => {
  expect(stopsAsked).toBe(1);
});
