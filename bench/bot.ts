import { type AddressInfo, createServer } from 'node:net';
import { Histogram } from './histogram.ts';
import { SENT_AT } from './stamp.ts';

/*
 * A bot's handler as a process of its own: answers 200 to everything, counts what came, and measures how old it is
 * when it comes. Over plain sockets, as the load is, and for the same reason.
 */

export interface BotReport {
  /** Events that came, each counted once. */
  readonly events: number;
  readonly repeats: number;
  /** Milliseconds from the sender to here, of messages that say when they were sent. */
  readonly p50: number;
  readonly p99: number;
}

const ANSWER = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');
const seen = new Set<number>();
let repeats = 0;
let ages = new Histogram();

function take(head: string, body: Buffer): void {
  const id = Number(/webhook-id: evt_(\d+)/i.exec(head)?.[1] ?? 0);
  if (seen.has(id)) repeats += 1;
  seen.add(id);
  const at = body.indexOf(SENT_AT);
  if (at < 0) return;
  const digits = body.toString('latin1', at + SENT_AT.length, at + SENT_AT.length + 20);
  ages.add(Number(process.hrtime.bigint() - BigInt(Number.parseInt(digits, 10))) / 1e6);
}

const server = createServer({ noDelay: true }, (socket) => {
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
});

process.on('message', (wish: 'report' | 'forget') => {
  if (wish === 'forget') {
    seen.clear();
    repeats = 0;
    ages = new Histogram();
  }
  const report: BotReport = { events: seen.size, repeats, p50: ages.at(0.5), p99: ages.at(0.99) };
  process.send?.(report);
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
