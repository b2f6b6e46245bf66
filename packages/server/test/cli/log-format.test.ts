import { afterAll, expect, test } from 'vitest';
import { botyard, startServer, temporaryFolder } from './botyard.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test('start --log-format json writes each line of the log as an object, a start in vain included', async () => {
  const format = ['--log-format', 'json', '--no-examples'];
  const server = await startServer(folder.path, ...format);
  const second = await botyard(folder.path, 'start', '--port', '0', ...format);
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expect(linesOf(second.stderr)).toEqual([
    { time: expect.any(String), level: 'error', message: expect.stringContaining('Another Botyard already runs on') },
  ]);
  const { stderr } = await server.stop();
  expect(linesOf(stderr)).toMatchObject([
    { level: 'info', message: expect.stringMatching(/^Stopping/) },
    { level: 'info', message: 'Stopped.' },
  ]);
});
