import { connect, type Socket } from 'node:net';
import { Histogram } from './histogram.ts';
import { machineClock, SENT_AT } from './stamp.ts';

/*
 * The load, as a process of its own. It shares the machine with the server it measures, so it speaks HTTP over plain
 * sockets with one ready-made request: a client library would cost more than some of the servers.
 */

export interface LoadPlan {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** Sent in turn, too. */
  readonly headers?: readonly Readonly<Record<string, string>>[];
  /** Sent in turn. */
  readonly bodies: readonly string[];
  readonly connections: number;
  /** It ends after so many milliseconds, or after so many requests. */
  readonly until: { readonly milliseconds: number } | { readonly requests: number };
  /** Requests per second over all connections; without it each connection sends as soon as it was answered. */
  readonly rate?: number;
}

export interface LoadResult {
  /** Answers with status 200. */
  readonly accepted: number;
  readonly refused: number;
  /** When the first was sent, in milliseconds of the machine's own clock. */
  readonly beganAt: number;
  /** Answers per second. */
  readonly rate: number;
  /** Milliseconds from the request to its answer. */
  readonly p50: number;
  readonly p99: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

async function run(plan: LoadPlan): Promise<LoadResult> {
  const { bodies, headers = [{}] } = plan;
  const kinds = Array.from({ length: Math.max(bodies.length, headers.length) }, (_, at) => at);
  const requests = kinds.map(
    (at) => new ReadyRequest(plan, headers[at % headers.length] ?? {}, bodies[at % bodies.length] ?? ''),
  );
  const sockets = await Promise.all(Array.from({ length: plan.connections }, () => dial(plan)));
  const latencies = new Histogram();
  const beganAt = machineClock();
  const begin = performance.now();
  const [end, most] =
    'requests' in plan.until
      ? [Number.POSITIVE_INFINITY, plan.until.requests]
      : [begin + plan.until.milliseconds, Number.POSITIVE_INFINITY];
  const count = { sent: 0, accepted: 0, refused: 0 };
  let lastAnswer = begin;
  const idle: (() => void)[] = [];
  let owed = 0;
  let unanswered = 0;
  await new Promise<void>((resolve, reject) => {
    for (const socket of sockets) {
      let sentAt = 0;
      const send = () => {
        sentAt = performance.now();
        unanswered += 1;
        const request = requests[count.sent % requests.length];
        count.sent += 1;
        if (request) socket.write(request.stamped());
      };
      const goOn = () => {
        if (performance.now() >= end || count.sent >= most) {
          if (unanswered === 0) resolve();
        } else if (plan.rate === undefined) send();
        else if (owed > 0) {
          owed -= 1;
          send();
        } else idle.push(send);
      };
      socket.on('error', reject);
      onAnswers(socket, (isSuccess) => {
        const now = performance.now();
        unanswered -= 1;
        count[isSuccess ? 'accepted' : 'refused'] += 1;
        // What is under way at the end is accepted, too, and not measured.
        if (now <= end) {
          lastAnswer = now;
          latencies.add(now - sentAt);
        }
        goOn();
      });
      goOn();
    }
    if (plan.rate !== undefined)
      pace(plan.rate, begin, end, {
        send() {
          const send = idle.pop();
          if (send) send();
          else owed += 1;
        },
        finish() {
          if (unanswered === 0) resolve();
        },
      });
  });
  for (const socket of sockets) socket.destroy();
  const took = (Number.isFinite(end) ? end : lastAnswer) - begin;
  return {
    accepted: count.accepted,
    refused: count.refused,
    beganAt,
    rate: (latencies.count * 1000) / took,
    p50: latencies.at(0.5),
    p99: latencies.at(0.99),
  };
}

/** Sends as often as the rate asks for, whether or not the server keeps up. */
function pace(rate: number, begin: number, end: number, on: { send(): void; finish(): void }): void {
  let sent = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    for (; now < end && sent < ((now - begin) * rate) / 1000; sent += 1) on.send();
    if (now < end) return;
    clearInterval(timer);
    on.finish();
  }, 1);
}

/** The request as bytes; where the body asks for it, the time of sending is written into it. */
class ReadyRequest {
  readonly #bytes: Buffer;
  readonly #stampAt: number;

  constructor({ host, port, path }: LoadPlan, headers: Readonly<Record<string, string>>, body: string) {
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${host}:${port}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    this.#bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
    this.#stampAt = this.#bytes.indexOf(SENT_AT);
  }

  stamped(): Buffer {
    if (this.#stampAt < 0) return this.#bytes;
    const copy = Buffer.from(this.#bytes);
    copy.write(String(process.hrtime.bigint()).padStart(20, '0'), this.#stampAt + SENT_AT.length, 'latin1');
    return copy;
  }
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
    if (head < 0 || !isWhole(data, head)) {
      rest = data;
      return;
    }
    rest = undefined;
    tell(data.toString('latin1', 9, 12) === '200');
  });
}

/** Whether an answer, and nothing after it, has arrived: the next request is not sent before that. */
function isWhole(data: Buffer, headEnd: number): boolean {
  const head = data.toString('latin1', 0, headEnd);
  const at = head.search(/content-length:/i);
  if (at >= 0)
    return data.length >= headEnd + HEAD_END.length + Number.parseInt(head.slice(at + 'content-length:'.length), 10);
  return !/transfer-encoding: *chunked/i.test(head) || data.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
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
process.send?.([]);
