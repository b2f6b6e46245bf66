import type { ServerResponse } from 'node:http';
import type { CallAnswer } from '#api/kernel/call/call-answer.ts';
import { toJson } from '#api/kernel/call/envelope.ts';
import { fileHeaders } from './file.ts';
import { toXml } from './xml.ts';

/** Programs in pages of other hosts call webhooks, too; their cookies are nothing to us: see sessionCredentials. */
const EVERY_ORIGIN = { 'access-control-allow-origin': '*' } as const;

const PREFLIGHT = {
  ...EVERY_ORIGIN,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, accept, idempotency-key',
  'access-control-max-age': '86400',
} as const;

export function sendAnswer(
  response: ServerResponse,
  { status, body, file }: Pick<CallAnswer, 'status' | 'file'> & { readonly body: object },
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
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'content-type': format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8',
    'content-length': length,
    ...headers,
  });
  // Where it is ASCII alone, these are the same bytes, and Node makes them of the text in less time.
  response.end(text, length === text.length ? 'latin1' : 'utf8');
}

export function sendPreflight(response: ServerResponse): void {
  response.writeHead(204, PREFLIGHT).end();
}
