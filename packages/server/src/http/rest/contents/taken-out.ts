import type { IncomingMessage } from 'node:http';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { OpenBody } from '../open-bodies.ts';
import { bodyKind } from '../params.ts';
import { inPlace, type StrangerRules } from '../stranger-places.ts';
import { BodyScan } from './body-scan.ts';
import type { SentContents } from './sent-contents.ts';
import { formSpelling, jsonSpelling } from './spelling.ts';

export interface ContentRules extends StrangerRules {
  /** Bytes of the whole body. */
  readonly limit: number;
  /** Where the files in it go. */
  readonly contents: SentContents;
}

/** Takes in the rest of a body, its files into the place for them; answers what is left of it. */
export function takenOut(request: IncomingMessage, body: OpenBody, rules: ContentRules): Promise<Buffer> {
  return inPlace(request, body, rules, () => takeOut(request, body, rules));
}

async function takeOut(request: IncomingMessage, body: OpenBody, rules: ContentRules): Promise<Buffer> {
  body.onTooSlow = () => request.destroy();
  const begin = body.takeOut();
  const scan = new BodyScan(isForm(request, begin) ? formSpelling : jsonSpelling, rules.contents);
  await scan.take(begin);
  // Who sends too much is to read why: a loop that is left would end the connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    body.count(chunk as Buffer);
    if (body.bytes > rules.limit) throw systemErrors.bodyTooLarge(`${rules.limit / 1024 / 1024} MB`);
    await scan.take(chunk as Buffer);
  }
  return scan.end();
}

/** JSON shows itself, everything else is a form. */
function isForm({ headers }: IncomingMessage, begin: Buffer): boolean {
  const kind = bodyKind(headers['content-type']);
  return (
    kind === 'form' || (kind === 'unknown' && !/^(?:\xEF\xBB\xBF)?\s*[[{]/.test(begin.toString('latin1', 0, 1024)))
  );
}
