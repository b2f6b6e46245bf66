import { expect, it } from 'vitest';
import { keepingAnswers } from './keeping-answers.ts';

function counted(limits: Parameters<typeof keepingAnswers>[1]) {
  const asked: string[] = [];
  const lengthOf = keepingAnswers((text) => {
    asked.push(text);
    return { length: text.length };
  }, limits);
  return { asked, lengthOf };
}

it('the same text is answered the same, and looked at once', () => {
  const { asked, lengthOf } = counted({});
  expect(lengthOf('abc')).toBe(lengthOf('abc'));
  expect(lengthOf('abc')).toEqual({ length: 3 });
  expect(asked).toEqual(['abc']);
});

it('that a text has no answer is kept, too, and a failure is not', () => {
  let asked = 0;
  const nothing = keepingAnswers((text) => {
    asked += 1;
    if (text === 'bad') throw new Error('bad');
    return undefined;
  });
  expect([nothing('a'), nothing('a')]).toEqual([undefined, undefined]);
  expect(asked).toBe(1);
  for (let n = 0; n < 2; n += 1) expect(() => nothing('bad')).toThrow('bad');
  expect(asked).toBe(3);
});

it('so many answers are kept, and none for a long text', () => {
  const { asked, lengthOf } = counted({ most: 2, longest: 3 });
  for (const text of ['a', 'b', 'a', 'c', 'a', 'long', 'long']) expect(lengthOf(text)).toEqual({ length: text.length });
  expect(asked).toEqual(['a', 'b', 'c', 'a', 'long', 'long']);
});
