import type { Credentials } from '#api/kernel/call/authenticate.ts';
import type { Dispatcher } from '#api/kernel/call/dispatcher.ts';
import { parsePhpQuery } from '#kit/php-query/parse.ts';
import { type Allowance, FREE_BYTES, type Sender } from './body.ts';
import type { SentContents } from './contents/sent-contents.ts';
import { bearerOf } from './credentials.ts';
import { bodyKind } from './params.ts';
import type { RestPath } from './path.ts';
import type { SentRequest } from './sent-request.ts';

/** Bytes of a body from a known caller: a batch of everything that 50 calls can hold is smaller. */
const KNOWN_BYTES = 4 * FREE_BYTES;
/** Bytes of a body for each byte of a file: in Base64, of which a form spells some signs with three, in lines. */
const SPELLED = 1.6;
/** Of one for a method that takes a picture. */
const FILE_BYTES = 8 * FREE_BYTES;

type TakeOut = { readonly contents: () => SentContents; readonly largestFile: number };

/** Who sent a request, as far as its address, its query or a header says so, and what they may send. */
export function senderOf(sent: SentRequest, dispatcher: Dispatcher, takeOut: TakeOut): Sender {
  const { path, place } = sent;
  const credentials = path && credentialsBeside(sent, path);
  return {
    async identify() {
      if (credentials === undefined || credentials.kind === 'none') return false;
      await dispatcher.identify(credentials, place);
      return true;
    },
    allowance: async () =>
      path && credentials ? allowanceFor(sent, { path, credentials }, dispatcher, takeOut) : FREE_BYTES,
  };
}

function credentialsBeside({ query, incoming }: SentRequest, { credentials }: RestPath): Credentials {
  if (credentials.kind !== 'none') return credentials;
  const token = bearerOf(incoming) ?? parsePhpQuery(query)['auth'];
  return typeof token === 'string' && token !== '' ? { kind: 'token', token } : credentials;
}

/**
 * What may follow the first megabyte of a body, of a caller whose webhook or token was looked at; one who has not said who
 * they are may send no more, but for a file with a token beside it.
 */
async function allowanceFor(
  { incoming, place }: SentRequest,
  { path, credentials }: { readonly path: RestPath; readonly credentials: Credentials },
  dispatcher: Dispatcher,
  { contents, largestFile }: TakeOut,
): Promise<Allowance> {
  const isStrange = credentials.kind === 'none';
  const identify = (token: string) => dispatcher.identify({ kind: 'token', token }, place);
  const files = dispatcher.filesTakenBy(path.method);
  if (files === 'stored' && bodyKind(incoming.headers['content-type']) !== 'multipart')
    return { limit: Math.ceil(largestFile * SPELLED) + FREE_BYTES, contents: contents(), isStrange, identify };
  if (isStrange) return files !== 'none' ? { limit: FILE_BYTES, isStrange, identify } : FREE_BYTES;
  return files !== 'none' ? FILE_BYTES : KNOWN_BYTES;
}
