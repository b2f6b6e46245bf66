import type { ServerResponse } from 'node:http';
import type { CallAnswer } from '#api/kernel/call/call-answer.ts';
import { toJson } from '#api/kernel/call/envelope.ts';
import { othersTurn } from '#kit/others-turn.ts';
import { fileHeaders } from './file.ts';
import { toXml } from './xml.ts';

/** Programs in pages of other hosts call webhooks, too; their cookies are nothing to us: see sessionCredentials. */
const EVERY_ORIGIN = { 'access-control-allow-origin': '*' } as const;

/** Characters of an answer that are written in one turn. */
export const PIECE = 256 * 1024;

const PREFLIGHT = {
  ...EVERY_ORIGIN,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, accept, idempotency-key',
  'access-control-max-age': '86400',
} as const;

export function sendAnswer(
  response: ServerResponse,
  { status, body, file, noted }: Pick<CallAnswer, 'status' | 'file' | 'noted'> & { readonly body: object },
  format: 'json' | 'xml' = 'json',
  headers: Readonly<Record<string, string>> = {},
): void {
  if (file) {
    const content = Buffer.from(file.content);
    response.writeHead(status, {
      ...EVERY_ORIGIN,
      ...fileHeaders(file.name),
      ...headers,
      'content-length': content.length,
    });
    response.end(content);
    return;
  }
  const text = format === 'xml' ? toXml(body) : toJson(body);
  const length = Buffer.byteLength(text);
  noted?.answeredWith(text.length);
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'content-type': format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': length,
    ...headers,
  });
  // Where it is ASCII alone, these are the same bytes, and Node makes them of the text in less time.
  const encoding = length === text.length ? 'latin1' : 'utf8';
  if (text.length <= PIECE) response.end(text, encoding);
  else void endInPieces(response, text, encoding);
}

/** To make bytes of megabytes of text at once would keep everybody waiting. */
async function endInPieces(response: ServerResponse, text: string, encoding: 'latin1' | 'utf8'): Promise<void> {
  for (let from = 0; from < text.length && !response.destroyed; ) {
    const isWithinPair = /[\uD800-\uDBFF]/.test(text.charAt(from + PIECE - 1));
    const to = from + PIECE + (isWithinPair ? 1 : 0);
    response.write(text.slice(from, to), encoding);
    from = to;
    await othersTurn();
  }
  response.end();
}

export function sendPreflight(response: ServerResponse): void {
  response.writeHead(204, PREFLIGHT).end();
}
