import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { control, follow } from '#cli/control-client.ts';
import type { ControlFile } from '#cli/control-file.ts';
import { type ControlledWorld, createControlledWorld } from '../controlled.ts';

let world: ControlledWorld;
beforeAll(async () => {
  world = await createControlledWorld();
});
afterAll(() => world.close());

test('tail as a person shows what they see and nothing else', async () => {
  const texts: string[] = [];
  for await (const line of follow(world.server, 'tail', { as: 'Bob' })) {
    if (line.kind === 'watching') {
      await world.carol.ok('im.message.add', { DIALOG_ID: '1', MESSAGE: 'not for Bob' });
      await world.carol.ok('im.message.add', { DIALOG_ID: '2', MESSAGE: 'for Bob' });
    } else {
      texts.push(line.kind === 'message' ? line.text : line.kind);
      break;
    }
  }
  expect(texts).toEqual(['for Bob']);
});

describe('a client is told in one line', () => {
  const other = (version: string | undefined): ControlFile => {
    const { version: _, ...file } = world.server;
    return version === undefined ? file : { ...file, version };
  };

  test.each([
    ['9.9.9', /runs Botyard 9\.9\.9, and this is \d.*Use that version, or stop it and start it again with this one$/],
    [undefined, /runs an older Botyard, and this is/],
  ])('that the portal is of another version (%s), and nothing is done', async (version, message) => {
    await expect(control(other(version), 'user.add', { name: 'Nobody' })).rejects.toThrow(message);
    expect((await world.control('webhook.list', {})).webhooks.map(({ owner }) => owner)).not.toContain('Nobody');
    await expect(world.control('user.invite', { as: 'Nobody' })).rejects.toThrow(/Nobody here is called "Nobody"/);
  });

  test('that the portal was started from older sources, which lack the command', async () => {
    const unknown = 'app.paint' as 'app.list';
    await expect(world.control(unknown, {})).rejects.toThrow(
      /^This portal has no command "app\.paint": it was started from older sources than this\. Stop it \(process \d+\) and start it again/,
    );
  });

  test('that what answers there is another portal', async () => {
    await expect(control({ ...world.server, token: 'another' }, 'status', {})).rejects.toThrow(
      /is not the server of this data/,
    );
  });

  test('that nothing answers there', async () => {
    const nobody = { ...world.server, url: 'http://127.0.0.1:9' };
    await expect(control(nobody, 'status', {})).rejects.toThrow(/^Nothing answers at http:\/\/127\.0\.0\.1:9/);
  });
});
