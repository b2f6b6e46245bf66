import type { Dispatcher } from '#api/kernel/call/dispatcher.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { type Allowance, FREE_BYTES } from './body.ts';
import type { SentContents } from './contents/sent-contents.ts';
import { bearerOf } from './credentials.ts';
import { bodyKind } from './params.ts';
import type { SentRequest } from './sent-request.ts';

/** Bytes of a body from a known caller: a batch of everything that 50 calls can hold is smaller. */
const KNOWN_BYTES = 4 * FREE_BYTES;
/** Bytes of a body for each byte of a file: in Base64, of which a form spells some signs with three, in lines. */
const SPELLED = 1.6;
/** Of one for a method that takes a picture. */
const FILE_BYTES = 8 * FREE_BYTES;

/**
 * What may follow the first megabyte of a body. Throws what a caller is answered whose webhook or token is no good; one
 * who has not said who they are may send no more, but for a file with a token beside it.
 */
export async function allowanceFor(
  { path, query, incoming, place }: SentRequest,
  dispatcher: Dispatcher,
  { contents, largestFile }: { readonly contents: () => SentContents; readonly largestFile: number },
): Promise<Allowance> {
  if (!path) return FREE_BYTES;
  const token = bearerOf(incoming) ?? parsePhpQuery(query)['auth'];
  const credentials =
    path.credentials.kind === 'none' && typeof token === 'string' && token !== ''
      ? ({ kind: 'token', token } as const)
      : path.credentials;
  const files = dispatcher.filesTakenBy(path.method);
  if (files === 'stored' && bodyKind(incoming.headers['content-type']) !== 'multipart') {
    const isStrange = credentials.kind === 'none';
    if (!isStrange) await dispatcher.identify(credentials, place);
    return { limit: Math.ceil(largestFile * SPELLED) + FREE_BYTES, contents: contents(), isStrange };
  }
  if (credentials.kind === 'none') {
    const identify = (text: string) => dispatcher.identify({ kind: 'token', token: text }, place);
    return files !== 'none' ? { limit: FILE_BYTES, identify } : FREE_BYTES;
  }
  await dispatcher.identify(credentials, place);
  return files !== 'none' ? FILE_BYTES : KNOWN_BYTES;
}
