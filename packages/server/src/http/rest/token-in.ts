import { bodyKind } from './params.ts';

/** Characters; no token of ours is longer. */
const LONGEST_TOKEN = 500;

/** A look at the bytes, without making anything of them: whether it is the token of the call is found out later. */
export function tokenIn(body: Buffer, type: string | undefined): string | undefined {
  const isForm = bodyKind(type) === 'form';
  const name = isForm ? 'auth=' : '"auth"';
  const at = body.lastIndexOf(name);
  if (at < 0) return undefined;
  const text = body.toString('latin1', at + name.length, at + name.length + LONGEST_TOKEN);
  return (isForm ? /^([^&\s]+)/ : /^\s*:\s*"([^"\\]+)"/).exec(text)?.[1];
}
