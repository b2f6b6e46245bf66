import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FAILS, machineClock, SENT_AT } from './stamp.ts';

/*
 * Handlers of bots of several kinds, at one port. The path says what a handler does: `/hang/1` never answers,
 * `/after/1300/slow` answers so many milliseconds later, `/failing/once` asks to be told again, two seconds later, what a
 * message says that it fails at.
 */

/** Seconds. It asks for longer than the first retry would wait, and so knows when that is due: to a retry belongs chance. */
const RETRY_AFTER = 2;

export interface KindsReport {
  /** Requests that hang. */
  readonly hanging: number;
  /** Messages that came, by path. */
  readonly messages: Readonly<Record<string, number>>;
  /** Milliseconds that the last message took, by path: since it was sent, or since it was due again. */
  readonly ages: Readonly<Record<string, number>>;
}

const MESSAGE_ADD = 'ONIMBOTMESSAGEADD';
let hanging = 0;
const messages: Record<string, number> = {};
const ages: Record<string, number> = {};
/** When what failed is due again, by path. */
const due: Record<string, number> = {};

/** Answers false when it fails at the message. */
function take(path: string, body: string): boolean {
  if (!body.includes(MESSAGE_ADD)) return true;
  const dueAt = due[path];
  if (body.includes(FAILS) && dueAt === undefined) {
    due[path] = machineClock() + RETRY_AFTER * 1000;
    return false;
  }
  messages[path] = (messages[path] ?? 0) + 1;
  const at = body.indexOf(SENT_AT);
  const sentAt = Number.parseInt(body.slice(at + SENT_AT.length, at + SENT_AT.length + 20), 10) / 1e6;
  if (dueAt !== undefined) ages[path] = machineClock() - dueAt;
  else if (at >= 0) ages[path] = machineClock() - sentAt;
  return true;
}

const server = createServer((request, response) => {
  const path = request.url ?? '';
  let body = '';
  request.setEncoding('latin1').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    const isTaken = take(path, body);
    if (path.startsWith('/hang')) {
      hanging += 1;
      return;
    }
    const delay = Number(/^\/after\/(\d+)/.exec(path)?.[1] ?? 0);
    const answer = () =>
      isTaken ? response.writeHead(200).end() : response.writeHead(503, { 'retry-after': String(RETRY_AFTER) }).end();
    setTimeout(answer, delay);
  });
});

process.on('message', () => {
  const report: KindsReport = { hanging, messages, ages };
  process.send?.(report);
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', 4096, () => process.send?.([(server.address() as AddressInfo).port]));
