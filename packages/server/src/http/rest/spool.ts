import type { FileHandle } from 'node:fs/promises';
import { open, unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import { systemRandom } from '#kit/random.ts';
import type { OpenBody } from './open-bodies.ts';
import { inPlace, type StrangerRules } from './stranger-places.ts';
import { tokenIn } from './token-in.ts';

export interface SpoolRules extends StrangerRules {
  /** Bytes of the whole body. */
  readonly limit: number;
}

/**
 * Takes in the rest of a body whose sender says who they are somewhere in it, as the vendor's SDK does with a file: into
 * a temporary file, unparsed, and back only when a token is found in it that is good.
 */
export function spooled(request: IncomingMessage, body: OpenBody, rules: SpoolRules): Promise<Buffer> {
  return inPlace(request, body, rules, () => spool(request, body, rules));
}

async function spool(request: IncomingMessage, body: OpenBody, rules: SpoolRules): Promise<Buffer> {
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
