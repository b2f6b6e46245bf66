import type { IncomingHttpHeaders } from 'node:http';
import { keepingAnswers } from '#kit/keeping-answers.ts';

/** A name or an address with or without a port (RFC 3986, 3.2.2); empty where a client has none to say. */
const NAME = /^(?:[\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i;

const isName = keepingAnswers((host) => NAME.test(host));

interface Head {
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly httpVersion: string;
}

/** What is wrong with the header Host, in words: RFC 9112, 3.2, wants such a request to be refused. */
export function wrongHost({ headers: { host }, rawHeaders, httpVersion }: Head): string | undefined {
  if (host === undefined) return httpVersion === '1.1' ? 'The header Host is missing' : undefined;
  if (!isName(host)) return 'The header Host is no name of a host';
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (isHost(rawHeaders[i])) count += 1;
  return count > 1 ? 'There is more than one header Host' : undefined;
}

function isHost(name: string | undefined): boolean {
  return name?.length === 4 && name.toLowerCase() === 'host';
}
