import { expect, it } from 'vitest';
import { checkPassword } from './check-password.ts';

const alice = { name: 'Alice', lastName: 'Arden', email: 'alice@example.com' };
const check = (password: string) => {
  const checked = checkPassword(password, alice);
  return checked.ok ? 'fine' : checked.reason;
};

it.each(['correct horse battery', 'x7-Kq 9!mZ', 'ужасно длинный пароль', '9182736451', 'Alice likes green tea'])(
  'takes %j',
  (password) => expect(check(password)).toBe('fine'),
);

it.each(['', 'short', '123456789', 'ужасно'])('finds %j too short', (password) =>
  expect(check(password)).toBe('password_short'),
);

it.each(['1234567890', 'aaaaaaaaaaaa', 'Password123!', 'alice@example.com', 'AliceArden2', 'qwertyqwerty'])(
  'finds %j too easy to guess',
  (password) => expect(check(password)).toBe('password_obvious'),
);

it('takes no novel', () => expect(check('abcdef'.repeat(50))).toBe('password_long'));
