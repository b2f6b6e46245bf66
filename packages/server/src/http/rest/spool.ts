import type { FileHandle } from 'node:fs/promises';
import { open, unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { systemRandom } from '#kit/random.ts';
import type { OpenBody } from './open-bodies.ts';
import { bodyKind } from './params.ts';

/** At one time; those of callers who are known need none. */
const MOST_AT_ONCE = 2;
/** Characters; no token of ours is longer. */
const LONGEST_TOKEN = 500;

export interface SpoolRules {
  /** Bytes of the whole body. */
  readonly limit: number;
  /** Throws what the caller is answered when nobody was given that token. */
  identify(token: string): Promise<void>;
}

let running = 0;

/**
 * Takes in the rest of a body whose sender says who they are somewhere in it, as the vendor's SDK does with a file: into
 * a temporary file, unparsed, and back only when a token is found in it that is good.
 */
export async function spooled(request: IncomingMessage, body: OpenBody, rules: SpoolRules): Promise<Buffer> {
  if (running >= MOST_AT_ONCE) throw systemErrors.overload();
  running += 1;
  body.onTooSlow = () => request.destroy();
  let file: FileHandle | undefined;
  try {
    file = await unnamedFile();
    await file.write(body.takeOut());
    for await (const chunk of request) {
      body.count(chunk as Buffer);
      if (body.bytes > rules.limit) throw systemErrors.bodyTooLarge(`${rules.limit / 1024 / 1024} MB`);
      await file.write(chunk as Buffer);
    }
    const whole = Buffer.alloc(body.bytes);
    await file.read(whole, 0, body.bytes, 0);
    const token = tokenIn(whole, request.headers['content-type']);
    if (token === undefined)
      throw systemErrors.bodyTooLarge('1 MB, which is the most for callers who do not say who they are');
    await rules.identify(token);
    return whole;
  } finally {
    running -= 1;
    await file?.close();
  }
}

/** Its name is gone before anything is in it: whatever happens, nothing stays behind. */
async function unnamedFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `botyard-${systemRandom.hex(32)}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

/** A look at the bytes, without making anything of them: whether it is the token of the call is found out later. */
function tokenIn(body: Buffer, type: string | undefined): string | undefined {
  const isForm = bodyKind(type) === 'form';
  const name = isForm ? 'auth=' : '"auth"';
  const at = body.lastIndexOf(name);
  if (at < 0) return undefined;
  const text = body.toString('latin1', at + name.length, at + name.length + LONGEST_TOKEN);
  return (isForm ? /^([^&\s]+)/ : /^\s*:\s*"([^"\\]+)"/).exec(text)?.[1];
}
