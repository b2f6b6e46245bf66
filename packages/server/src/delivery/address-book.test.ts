import { expect, test } from 'vitest';
import { manualClock } from '#kit/clock.ts';
import { createAddressBook } from './address-book.ts';

/** A name server whose answers are given by hand. */
function nameServer() {
  const questions: { hostname: string; answer(address: string): void; fail(error: Error): void }[] = [];
  return {
    questions,
    resolve: (hostname: string) =>
      new Promise<{ address: string; family: number }[]>((resolve, reject) => {
        questions.push({ hostname, answer: (address) => resolve([{ address, family: 4 }]), fail: reject });
      }),
  };
}

function openBook() {
  const clock = manualClock();
  const server = nameServer();
  const book = createAddressBook(clock, server.resolve);
  const find = async (hostname: string) => (await book.find(hostname))[0]?.address;
  return { clock, book, find, questions: server.questions };
}

test('a name asked for twice at once is looked up once', async () => {
  const { find, questions } = openBook();
  const both = Promise.all([find('bot.example'), find('bot.example')]);
  questions[0]?.answer('192.0.2.1');
  expect(await both).toEqual(['192.0.2.1', '192.0.2.1']);
  expect(questions).toHaveLength(1);
});

test('a name is known for half a minute and looked up again after it', async () => {
  const { clock, find, questions } = openBook();
  const first = find('bot.example');
  questions[0]?.answer('192.0.2.1');
  await first;
  clock.advance(29_000);
  expect(await find('bot.example')).toBe('192.0.2.1');
  expect(questions).toHaveLength(1);
  clock.advance(2_000);
  await find('bot.example');
  expect(questions).toHaveLength(2);
});

test('a hanging name server does not hold up a name that was known', async () => {
  const { clock, find, questions } = openBook();
  const first = find('bot.example');
  questions[0]?.answer('192.0.2.1');
  await first;
  clock.advance(60_000);
  expect(await find('bot.example')).toBe('192.0.2.1');
  questions[1]?.fail(new Error('server failure'));
  expect(await find('bot.example')).toBe('192.0.2.1');
});

test('ten minutes later the name has to be looked up before it is used', async () => {
  const { clock, find, questions } = openBook();
  const first = find('bot.example');
  questions[0]?.answer('192.0.2.1');
  await first;
  clock.advance(600_000);
  const second = find('bot.example');
  questions[1]?.answer('192.0.2.2');
  expect(await second).toBe('192.0.2.2');
});

test('a forgotten name is looked up again, and a failed look-up is not remembered', async () => {
  const { book, find, questions } = openBook();
  const first = find('bot.example');
  questions[0]?.answer('192.0.2.1');
  await first;
  book.forget('bot.example');
  const second = find('bot.example');
  questions[1]?.fail(new Error('no such host'));
  await expect(second).rejects.toThrow('no such host');
  const third = find('bot.example');
  questions[2]?.answer('192.0.2.3');
  expect(await third).toBe('192.0.2.3');
});
