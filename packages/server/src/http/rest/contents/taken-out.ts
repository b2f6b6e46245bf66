import type { IncomingMessage } from 'node:http';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { OpenBody } from '../open-bodies.ts';
import { bodyKind } from '../params.ts';
import { BodyScan } from './body-scan.ts';
import type { SentContents } from './sent-contents.ts';
import { formSpelling, jsonSpelling } from './spelling.ts';

export interface ContentRules {
  /** Bytes of the whole body. */
  readonly limit: number;
  /** Where the files in it go. */
  readonly contents: SentContents;
  /** Nobody has said yet who sends it: of such bodies only a few are taken in at a time. */
  readonly isStrange: boolean;
}

/** Bodies of callers who are not known yet, at one time. */
const MOST_STRANGE = 2;

let strangers = 0;

/** Takes in the rest of a body, its files into the place for them; answers what is left of it. */
export async function takenOut(request: IncomingMessage, body: OpenBody, rules: ContentRules): Promise<Buffer> {
  if (rules.isStrange && strangers >= MOST_STRANGE) throw systemErrors.overload();
  if (rules.isStrange) strangers += 1;
  body.onTooSlow = () => request.destroy();
  try {
    const begin = body.takeOut();
    const scan = new BodyScan(isForm(request, begin) ? formSpelling : jsonSpelling, rules.contents);
    await scan.take(begin);
    // Who sends too much is to read why: a loop that is left would end the connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      body.count(chunk as Buffer);
      if (body.bytes > rules.limit) throw systemErrors.bodyTooLarge(`${rules.limit / 1024 / 1024} MB`);
      await scan.take(chunk as Buffer);
    }
    return await scan.end();
  } finally {
    if (rules.isStrange) strangers -= 1;
  }
}

/** JSON shows itself, everything else is a form. */
function isForm({ headers }: IncomingMessage, begin: Buffer): boolean {
  const kind = bodyKind(headers['content-type']);
  return (
    kind === 'form' || (kind === 'unknown' && !/^(?:\xEF\xBB\xBF)?\s*[[{]/.test(begin.toString('latin1', 0, 1024)))
  );
}
