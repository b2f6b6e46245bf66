import { connect } from 'node:net';
import type { WorstRequest } from './requests.ts';
import type { Settled } from './settle.ts';

/** Sends all of them, and answers with the status of the last; 0: hung up on, on one connection at least. */
export async function sendFlood(settled: Pick<Settled, 'url'>, request: WorstRequest): Promise<number> {
  const all = Array.from({ length: request.connections ?? 1 }, () => sendOnOne(settled, request));
  return Math.min(...(await Promise.all(all)));
}

function sendOnOne(
  { url }: Pick<Settled, 'url'>,
  { verb, path, headers, body, times = 1 }: WorstRequest,
): Promise<number> {
  const { hostname, port } = new URL(url);
  const content = body();
  const isMeasured = content !== '' && headers['transfer-encoding'] === undefined;
  const fields = { host: hostname, ...headers, ...(isMeasured && { 'content-length': Buffer.byteLength(content) }) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  const one = `${verb} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${content}`;
  return new Promise((resolve) => {
    let [answers, status, rest] = [0, 0, ''];
    const socket = connect(Number(port), hostname, () => socket.write(one.repeat(times)));
    socket.on('error', () => undefined).once('close', () => resolve(answers === times ? status : 0));
    socket.on('data', (chunk) => {
      const text = rest + chunk.toString('latin1');
      for (const [, code] of text.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
        answers += 1;
        status = Number(code);
      }
      // The beginning of a line that is not here yet, and no line that has been counted.
      rest = text.slice(-12).replace(/HTTP\/1\.1 \d{3} .*/s, '');
      if (answers === times) socket.end();
    });
  });
}
