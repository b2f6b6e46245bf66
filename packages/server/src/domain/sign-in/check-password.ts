import { done, type Outcome, refused } from '#kit/outcome.ts';

const SHORTEST_PASSWORD = 10;
/** Characters: hashing takes as long for any, but nobody types more than a page. */
const LONGEST_PASSWORD = 256;

export type PasswordRefusal = 'password_short' | 'password_long' | 'password_obvious';

/**
 * Whether a password will do: long, and not what anybody tries first. Which kinds of characters it is made of is up
 * to the person: rules about that make passwords alike.
 */
export function checkPassword(
  password: string,
  owner: { readonly name: string; readonly lastName: string; readonly email: string },
): Outcome<string, PasswordRefusal> {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD) return refused('password_short');
  if (length > LONGEST_PASSWORD) return refused('password_long');
  return isObvious(password.toLowerCase(), owner) ? refused('password_obvious') : done(password);
}

const EASY = ['password', 'passwort', 'qwertyuiop', 'qwerty', 'qwertz', 'botyard', 'letmein', 'welcome', 'admin']
  // Counting, from either end.
  .concat(['1234567890', '0987654321', '123456789', '12345678', '1234567', '123456', '12345', '1234', '123']);

/** Different characters that have to be left when names, counting and the usual words are taken away. */
const FEWEST_LEFT = 5;

function isObvious(password: string, owner: { name: string; lastName: string; email: string }): boolean {
  const words = [owner.email, ...owner.email.split('@'), owner.name, owner.lastName]
    .map((word) => word.toLowerCase())
    .concat(EASY);
  let rest = password;
  for (const word of words) if (word.length > 2) rest = rest.replaceAll(word, '');
  return new Set(rest).size < FEWEST_LEFT;
}
