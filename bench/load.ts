import { connect, type Socket } from 'node:net';
import { Histogram } from './histogram.ts';

/*
 * The load, as a process of its own. It shares the machine with the server it measures, so it speaks HTTP over plain
 * sockets with one ready-made request: a client library would cost more than some of the servers.
 */

export interface LoadPlan {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly body: string;
  readonly connections: number;
  /** Milliseconds before the measurement, and of it. */
  readonly warmUp: number;
  readonly duration: number;
}

export interface LoadResult {
  /** Answers with status 200 over the whole run, the warm-up included. */
  readonly accepted: number;
  readonly refused: number;
  /** Per second, while it was measured. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

async function run(plan: LoadPlan): Promise<LoadResult> {
  const request = Buffer.from(
    `POST ${plan.path} HTTP/1.1\r\nHost: ${plan.host}:${plan.port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(plan.body)}\r\n\r\n${plan.body}`,
  );
  const latencies = new Histogram();
  const begin = performance.now() + plan.warmUp;
  const end = begin + plan.duration;
  let accepted = 0;
  let refused = 0;
  let measured = 0;
  await Promise.all(
    Array.from({ length: plan.connections }, async () => {
      const socket = await dial(plan);
      await new Promise<void>((resolve, reject) => {
        let sentAt = 0;
        const send = () => {
          sentAt = performance.now();
          if (sentAt < end) socket.write(request);
          else socket.end(() => resolve());
        };
        socket.on('error', reject);
        onAnswers(socket, (isSuccess) => {
          const now = performance.now();
          if (isSuccess) accepted += 1;
          else refused += 1;
          if (sentAt >= begin && now <= end) {
            measured += 1;
            latencies.add(now - sentAt);
          }
          send();
        });
        send();
      });
    }),
  );
  return { accepted, refused, rate: (measured * 1000) / plan.duration, p50: latencies.at(0.5), p99: latencies.at(0.99) };
}

function dial({ host, port }: LoadPlan): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Calls back once for each whole answer. */
function onAnswers(socket: Socket, tell: (isSuccess: boolean) => void): void {
  let rest: Buffer | undefined;
  socket.on('data', (chunk: Buffer) => {
    const data = rest ? Buffer.concat([rest, chunk]) : chunk;
    const head = data.indexOf(HEAD_END);
    const length = head < 0 ? Number.NaN : lengthIn(data.latin1Slice(0, head));
    if (!(data.length >= head + HEAD_END.length + length)) {
      rest = data;
      return;
    }
    rest = undefined;
    tell(data.latin1Slice(9, 12) === '200');
  });
}

function lengthIn(head: string): number {
  const at = head.search(/content-length:/i);
  return at < 0 ? 0 : Number.parseInt(head.slice(at + 'content-length:'.length), 10);
}

process.on('message', (plan: LoadPlan) => {
  run(plan).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
