import type { ServerResponse } from 'node:http';
import type { CallAnswer, Envelope } from '#api/kernel/call/call-answer.ts';
import { toJson } from '#api/kernel/call/envelope.ts';
import { othersTurn } from '#kit/others-turn.ts';
import { fileHeaders } from './file.ts';
import { toXml } from './xml.ts';

/** Programs in pages of other hosts call webhooks, too; their cookies are nothing to us: see sessionCredentials. */
const EVERY_ORIGIN = { 'access-control-allow-origin': '*' } as const;

/** Characters of an answer that are written in one turn. */
export const PIECE = 256 * 1024;
/** Items of a list that are made a text in one turn. */
export const ITEMS = 500;

const JSON_TYPE = 'application/json; charset=utf-8';

const PREFLIGHT = {
  ...EVERY_ORIGIN,
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, accept, idempotency-key',
  'access-control-max-age': '86400',
} as const;

/**
 * @param rest what is left of the body when it was refused before all of it had come: the connection is closed when that
 *   resolves, and the answer can be read meanwhile
 */
export function sendAnswer(
  response: ServerResponse,
  { status, body, file, noted }: Pick<CallAnswer, 'status' | 'file' | 'noted'> & { readonly body: object },
  format: 'json' | 'xml' = 'json',
  rest?: Promise<void>,
): void {
  if (file) {
    const content = Buffer.from(file.content);
    response.writeHead(status, {
      ...EVERY_ORIGIN,
      ...fileHeaders(file.name),
      'content-length': content.length,
    });
    response.end(content);
    return;
  }
  const { result } = body as Envelope;
  const said = { response, status, noted, rest };
  if (format === 'xml') sendText(said, toXml(body), 'text/xml; charset=utf-8');
  else if (Array.isArray(result) && result.length > ITEMS) void sendLongList(said, result, body);
  else sendText(said, toJson(body), JSON_TYPE);
}

interface Said {
  readonly status: number;
  readonly noted: CallAnswer['noted'] | undefined;
  readonly response: ServerResponse;
  readonly rest: Promise<void> | undefined;
}

function sendText({ response, status, noted, rest }: Said, text: string, type: string): void {
  const length = Buffer.byteLength(text);
  noted?.answeredWith(text.length);
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'content-type': type,
    'content-length': length,
    ...(rest && { connection: 'close' }),
  });
  // Where it is ASCII alone, these are the same bytes, and Node makes them of the text in less time.
  const encoding = length === text.length ? 'latin1' : 'utf8';
  if (rest) {
    response.write(text, encoding);
    void rest.then(() => response.end());
  } else if (text.length <= PIECE) endInOneWrite(response, text, encoding);
  else void endInPieces(response, text, encoding);
}

/**
 * `response.end(text)` corks the connection and adds an empty piece to the text, so that both go out as a list: a tenth of
 * what node:http takes for a whole exchange. Written by itself and uncorked, it is one piece.
 */
function endInOneWrite(response: ServerResponse, text: string, encoding: BufferEncoding): void {
  const { socket } = response;
  // On a connection that was hung up on it would be at its end, and the next request of that connection had its turn.
  if (!socket || socket.destroyed) return void response.end(text, encoding);
  response.write(text, encoding);
  socket.uncork();
  response.end();
}

/** To make one text of thousands of items at once would keep everybody waiting. */
async function sendLongList(said: Said, list: readonly unknown[], body: object): Promise<void> {
  const parts: string[] = [];
  for (let from = 0; from < list.length && !said.response.destroyed; from += ITEMS) {
    parts.push(JSON.stringify(list.slice(from, from + ITEMS)).slice(1, -1));
    await othersTurn();
  }
  const { result: _, ...beside } = body as Envelope;
  sendText(said, `{"result":[${parts.join(',')}],${JSON.stringify(beside).slice(1)}`, JSON_TYPE);
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
