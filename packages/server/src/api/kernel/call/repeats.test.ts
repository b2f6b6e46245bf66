import { expect, it } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import type { ApiCaller } from '../definition/api-caller.ts';
import type { CallAnswer } from './call-answer.ts';
import { Repeats } from './repeats.ts';

const caller = { key: 'webhook 1', user: { id: 1 } } as ApiCaller;

function scene() {
  const repeats = new Repeats(manualClock());
  let calls = 0;
  const send = (id: string, status = 200, result: unknown = 'done') =>
    repeats.once({ id, content: '' }, caller, 'im.message.add', async (): Promise<CallAnswer> => {
      calls += 1;
      return { status, body: { result } };
    });
  return { send, calls: () => calls };
}

it.each([429, 500, 503])('an answer of %i is not kept: nothing was done', async (status) => {
  const { send, calls } = scene();
  await send('1', status);
  expect(await send('1')).toMatchObject({ status: 200 });
  await send('1');
  expect(calls()).toBe(2);
});

it('a call that fails is not kept either', async () => {
  const repeats = new Repeats(manualClock());
  const mark = { id: '1', content: '' };
  await expect(repeats.once(mark, caller, 'x', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const answer = { status: 200, body: {} };
  expect(await repeats.once(mark, caller, 'x', async () => answer)).toBe(answer);
});

it('as many answers are kept as fit, the newest of them', async () => {
  const { send, calls } = scene();
  const megabyte = 'x'.repeat(1024 * 1024);
  for (let i = 0; i < 20; i += 1) await send(String(i), 200, megabyte);
  await send('19');
  expect(calls()).toBe(20);
  await send('0');
  expect(calls()).toBe(21);
});

it('an answer is kept as it was, whatever becomes of what it was made of', async () => {
  const { send } = scene();
  const result = [{ name: 'first' }];
  await send('1', 200, result);
  result.push({ name: 'second' });
  expect(await send('1')).toEqual({ status: 200, body: { result: [{ name: 'first' }] } });
});

it('one that is too large is not kept', async () => {
  const { send, calls } = scene();
  await send('1', 200, 'x'.repeat(3 * 1024 * 1024));
  await send('1');
  expect(calls()).toBe(2);
});
