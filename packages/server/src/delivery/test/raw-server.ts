import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** A handler that answers byte by byte, so that a test can do what no HTTP server would. */
export interface RawServer {
  readonly port: number;
  readonly url: string;
  /** Everything that was sent to it, connection after connection. */
  readonly received: string[];
  readonly connections: Socket[];
  /** The connection of the first request, once that request is here. */
  readonly requested: Promise<Socket>;
  close(): Promise<void>;
}

export type Answering = (socket: Socket, requestNumber: number) => void;

export const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** Listens on loopback and calls `answer` for each request; a request has to arrive in one piece. */
export async function startRawServer(answer: Answering, tls?: TlsOptions): Promise<RawServer> {
  const received: string[] = [];
  const connections: Socket[] = [];
  let arrive: (socket: Socket) => void;
  const requested = new Promise<Socket>((resolve) => {
    arrive = resolve;
  });
  const greet = (socket: Socket) => {
    connections.push(socket);
    // Clients of these tests hang up in the middle of an answer.
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received.push(chunk.toString('latin1'));
      arrive(socket);
      answer(socket, received.length);
    });
  };
  const server: Server = tls ? createTlsServer(tls, greet) : createServer(greet);
  if (tls) server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/`,
    received,
    connections,
    requested,
    async close() {
      for (const socket of connections) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Resolves when a connection is closed, be it by an error. */
export function closed(socket: Socket | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!socket || socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });
}

/** Writes something again and again until the other side hangs up. */
export function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 2);
  socket.once('close', () => clearInterval(timer));
}
