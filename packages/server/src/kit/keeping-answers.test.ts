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

it('so many answers are kept, and none for a long text', () => {
  const { asked, lengthOf } = counted({ most: 2, longest: 3 });
  for (const text of ['a', 'b', 'a', 'c', 'a', 'long', 'long']) expect(lengthOf(text)).toEqual({ length: text.length });
  expect(asked).toEqual(['a', 'b', 'c', 'a', 'long', 'long']);
});
