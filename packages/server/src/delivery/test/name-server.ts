import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export interface NameServer {
  /** As a resolver is told of it. */
  readonly address: string;
  /** Names that were asked for, once for each kind of address. */
  readonly asked: string[];
  close(): void;
}

/** `hangs`: it never answers; undefined: there is no such name; '': it has no address of that kind. */
export type Answer = string | 'hangs' | undefined;

const A = 1;
/** Behind the head of a question and its type. */
const HEAD = 12;

/** A name server on loopback. Names have an IPv4 address and no other. */
export async function startNameServer(answerTo: (name: string) => Answer): Promise<NameServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (question, from) => {
    const labels: string[] = [];
    let at = HEAD;
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    const type = question.readUInt16BE(at + 1);
    const name = labels.join('.');
    asked.push(name);
    const answer = answerTo(name);
    if (answer === 'hangs') return;
    const address = type === A && answer ? answer : undefined;
    const head = Buffer.from(question.subarray(0, HEAD));
    // An answer, recursion available; 3: there is no such name.
    head.writeUInt16BE(0x8180 | (answer === undefined ? 3 : 0), 2);
    head.writeUInt16BE(address ? 1 : 0, 6);
    head.writeUInt32BE(0, 8);
    const record = address
      ? Buffer.from([0xc0, HEAD, 0, A, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)])
      : Buffer.alloc(0);
    socket.send(Buffer.concat([head, question.subarray(HEAD, at + 5), record]), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { address: `127.0.0.1:${socket.address().port}`, asked, close: () => void socket.close() };
}
