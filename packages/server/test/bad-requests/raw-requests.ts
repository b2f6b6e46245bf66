import { connect } from 'node:net';
import type { Draw } from './draw.ts';
import { BODIES, HEADERS, PATHS, QUERIES } from './raw-parts.ts';

/** The bytes of a request as no HTTP library would send them. */
export function rawRequest(draw: Draw, webhookPath: string): Buffer {
  const verb = draw.pick([
    'GET',
    'POST',
    'PUT',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'get',
    'FOO',
    'G\0T',
    '',
  ]);
  const body = draw.pick(BODIES)(draw);
  const length = draw.pick([
    body.length,
    body.length,
    body.length,
    body.length + 10,
    Math.max(0, body.length - 3),
    '-1',
    '1e3',
    '99999999999999999999',
    `${body.length}\r\ncontent-length: 1`,
  ]);
  const framing = draw.chance(0.15)
    ? draw.pick(['transfer-encoding: chunked', 'transfer-encoding: gzip, chunked', 'transfer-encoding: nonsense'])
    : `content-length: ${length}`;
  const head = [
    `${verb} ${target(draw, webhookPath)} ${draw.chance(0.95) ? 'HTTP/1.1' : draw.pick(['HTTP/1.0', 'HTTP/9.9', 'HTTQ/1.1', ''])}`,
    draw.chance(0.9) ? 'host: 127.0.0.1' : draw.pick(['host:', 'host: [::', 'host: a b', 'x: 1', 'host: a\r\nhost: b']),
    'connection: close',
    framing,
    ...draw.times(3, () => draw.pick(HEADERS)),
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]);
}

function target(draw: Draw, webhookPath: string): string {
  const method = draw.pick(['profile', 'im.message.add', 'batch', 'user.get', 'im.dialog.messages.get.xml', 'no.such']);
  const query = draw.chance(0.4) ? `?${draw.pick(QUERIES)}` : '';
  const path = draw.chance(0.5) ? webhookPath + method : draw.pick(PATHS);
  return path + query;
}

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Sends the bytes, then says that no more will come. undefined: the portal hung up without a word. */
export function sendRaw(port: number, bytes: Buffer, patience: number): Promise<RawAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error('Neither answered nor hung up'));
    }, patience);
    socket.on('data', (chunk) => chunks.push(chunk));
    // Hung up while we were still sending: what came before counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(parseAnswer(Buffer.concat(chunks).toString('utf8')));
    });
  });
}

function parseAnswer(text: string): RawAnswer | undefined {
  // An interim answer says only that the real one is to come.
  const final = text.replace(/^(?:HTTP\/1\.1 1\d\d [^\r]*\r\n(?:[^\r]+\r\n)*\r\n)+/, '');
  const [, status, headers = '', body = ''] = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(final) ?? [];
  if (status === undefined) return undefined;
  const [, contentType = ''] = /^content-type: (.*)$/im.exec(headers) ?? [];
  return { status: Number(status), contentType, body };
}
