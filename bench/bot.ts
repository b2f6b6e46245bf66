import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Histogram } from './histogram.ts';
import { machineClock, SENT_AT } from './stamp.ts';

/*
 * Handlers of bots, each at a port of its own, in one process: they answer 200 to everything, count what comes, and
 * measure how old it is when it comes. Over plain sockets, as the load is, and for the same reason.
 *
 *   bot.ts <how many>
 */

export interface BotReport {
  /** Messages that came, each counted once. */
  readonly messages: number;
  /** When the last of them came, in milliseconds of the machine's own clock. */
  readonly lastAt: number;
  /** Milliseconds from the sender to here, of messages that say when they were sent. */
  readonly p50: number;
  readonly p99: number;
}

const ANSWER = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
/** A bot also hears that a chat was opened; that is no message. */
const MESSAGE_ADD = 'ONIMBOTMESSAGEADD';
const HEAD_END = Buffer.from('\r\n\r\n');
const seen = new Set<number>();
let lastAt = 0;
let ages = new Histogram();

function take(head: string, body: Buffer): void {
  if (!body.includes(MESSAGE_ADD)) return;
  seen.add(Number(/webhook-id: evt_(\d+)/i.exec(head)?.[1] ?? 0));
  lastAt = machineClock();
  const at = body.indexOf(SENT_AT);
  if (at < 0) return;
  const digits = body.toString('latin1', at + SENT_AT.length, at + SENT_AT.length + 20);
  ages.add(Number(process.hrtime.bigint() - BigInt(Number.parseInt(digits, 10))) / 1e6);
}

function answer(socket: Socket): void {
  let rest: Buffer | undefined;
  socket.on('data', (chunk) => {
    let data = rest ? Buffer.concat([rest, chunk]) : chunk;
    for (;;) {
      const end = data.indexOf(HEAD_END);
      if (end < 0) break;
      const head = data.toString('latin1', 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const next = end + HEAD_END.length + length;
      if (data.length < next) break;
      take(head, data.subarray(end + HEAD_END.length, next));
      data = data.subarray(next);
      socket.write(ANSWER);
    }
    rest = data.length > 0 ? data : undefined;
  });
  socket.on('error', () => socket.destroy());
}

process.on('message', (wish: 'report' | 'forget') => {
  if (wish === 'forget') {
    seen.clear();
    lastAt = 0;
    ages = new Histogram();
  }
  const report: BotReport = { messages: seen.size, lastAt, p50: ages.at(0.5), p99: ages.at(0.99) };
  process.send?.(report);
});
process.on('disconnect', () => process.exit());

const servers = Array.from({ length: Number(process.argv[2]) }, () => createServer({ noDelay: true }, answer));
await Promise.all(
  servers.map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))),
);
process.send?.(servers.map((server) => (server.address() as AddressInfo).port));
