import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FAILS, machineClock, SENT_AT } from './stamp.ts';

/*
 * Handlers of bots of several kinds, at one port. The path says what a handler does: `/hang/1` never answers,
 * `/after/1300/slow` answers so many milliseconds later, `/failing/once` answers 500 to a message that says so.
 */

export interface KindsReport {
  /** Requests that hang. */
  readonly hanging: number;
  /** Messages that came, by path. */
  readonly messages: Readonly<Record<string, number>>;
  /** Milliseconds from the sender to here of the last message that said when it was sent, by path. */
  readonly ages: Readonly<Record<string, number>>;
}

const MESSAGE_ADD = 'ONIMBOTMESSAGEADD';
let hanging = 0;
const messages: Record<string, number> = {};
const ages: Record<string, number> = {};
const failed = new Set<string>();

function take(path: string, body: string): number {
  if (!body.includes(MESSAGE_ADD)) return 200;
  if (path.startsWith('/failing') && body.includes(FAILS) && !failed.has(path)) {
    failed.add(path);
    return 500;
  }
  messages[path] = (messages[path] ?? 0) + 1;
  const at = body.indexOf(SENT_AT);
  const sentAt = Number.parseInt(body.slice(at + SENT_AT.length, at + SENT_AT.length + 20), 10) / 1e6;
  if (at >= 0) ages[path] = machineClock() - sentAt;
  return 200;
}

const server = createServer((request, response) => {
  const path = request.url ?? '';
  let body = '';
  request.setEncoding('latin1').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    const status = take(path, body);
    if (path.startsWith('/hang')) {
      hanging += 1;
      return;
    }
    const delay = Number(/^\/after\/(\d+)/.exec(path)?.[1] ?? 0);
    setTimeout(() => response.writeHead(status).end(), delay);
  });
});

process.on('message', () => {
  const report: KindsReport = { hanging, messages, ages };
  process.send?.(report);
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', 4096, () => process.send?.([(server.address() as AddressInfo).port]));
